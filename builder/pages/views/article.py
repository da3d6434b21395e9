"""An article's page: its bibliography, its claims beside the answers of others, its omissions."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.compare.library import Library
from builder.compare.phrases import capital
from builder.compare.topics import TopicComparison
from builder.content.model import Article, Former, Outlet
from builder.content.vocabulary import NOT_FOUND, Completeness, News
from builder.pages import links
from builder.pages.full_names import FullName
from builder.pages.links import Target
from builder.pages.prose import plain, shortened
from builder.pages.views.asked import SaidView, SubjectView, as_far_as_room, subject_view
from builder.pages.views.beside import Around, OmissionView, around, around_digest, own_topics, why_unsure
from builder.pages.views.cited import CitedArticle, cited_article
from builder.pages.views.claims import Teller
from builder.pages.views.former import FormerView, former, of_owner
from builder.pages.views.log import OWN, ChangedView, changed, revision
from builder.pages.views.mentions import mentions
from builder.pages.views.proof import article_proof, known
from builder.pages.views.records import RecordView, claim_record
from builder.pages.views.told import ClaimView
from builder.pages.words import Words
from builder.values.direction import isolated

ONLY = 40
"""Maximum number of claims listed that no other article has; what stands beside each says so too."""


class FactView(Struct, frozen=True):
    """One line of the bibliography."""

    label: str
    value: str
    inferred: str | None
    """What it was inferred from, or why it is not there; None if the text states it."""
    asked: str
    """The question that this answers."""
    language: str | None
    """The value's language if it is in the article's own words, else None."""


class MentionView(Struct, frozen=True):
    """The note that opens from words of the précis: the claim that they mention, with the answers of other articles."""

    id: str
    said: SaidView


class ArticleView(Struct, frozen=True):
    """An article's page."""

    address: str
    title: str
    description: str
    language: str
    """Language of the title: the article's if the title is its headline."""
    outlet: str
    published: str
    headline_rendering: str | None
    """The headline in the site's language; None if the editor has not done so."""
    headline: str | None
    known: str
    """Whether publisher and date are stated or inferred."""
    facts: tuple[FactView, ...]
    outlet_note: str | None
    source_file: str
    sha256: str
    sha256_short: str
    url: str | None
    archived: str | None
    """The address of a web archive's copy."""
    precis: str
    """Markdown."""
    proof: str
    """Whether its claims were found in the text, and when that was checked; empty if it has none."""
    rendered: bool
    """Whether any of its words are put into the site's language, in square brackets."""
    nameless: bool
    """Whether some of its claims have no source."""
    echoed: bool
    """Whether other articles say the same as one of the answers beside its own."""
    unchecked: bool
    """Whether it has no word on verification."""
    subjects: tuple[SubjectView, ...]
    short: bool
    """Whether some of its claims stand in one line, because the page has no room for more."""
    only: tuple[ClaimView, ...]
    only_more: int
    """Number of further ones."""
    omissions: tuple[OmissionView, ...]
    unsure: str
    """Why nothing more can be said of what it leaves out, as a sentence; empty if it can."""
    mentions: tuple[MentionView, ...]
    """The notes that open from words of the précis."""
    words: dict[str, str]
    """Words of the précis -> id of their note."""
    linked: dict[str, str]
    """Anchors that the précis links to -> id of their note."""
    cited: CitedArticle
    """The text as a bibliography has it."""
    former: tuple[FormerView, ...]
    """Claims that it had under another id."""
    records: tuple[RecordView, ...]
    revisions: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """When its outlet changed it, in words, what, and the anchors of claims that are gone since; the newest first."""
    changed: ChangedView | None = None
    """What changed about it; None if nothing is known of that."""
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""
    copied: str = ""
    """The outlet whose text it prints, as a sentence names it; empty if the text is its own."""
    prints: tuple[tuple[str, Target], ...] = ()
    """The outlets that print the same text, and their articles: that whose text it is first."""


def article_view(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article, teller: Teller
) -> ArticleView:
    """Return the page of an article. ``comparisons`` maps ids of topics to their comparisons."""
    return view_of(library, around(library, comparisons, article, teller), article, teller)


def view_of(library: Library, told: Around, article: Article, teller: Teller) -> ArticleView:
    """Return the page of an article with what it tells of others. Of the library it needs nothing that ``article_key`` has not."""
    outlet = library.site.outlets[article.outlet]
    topics = (library.site.topics[id] for id in own_topics(library, article))
    subjects = as_far_as_room(
        tuple(
            subject for topic in topics if (subject := subject_view(topic, article, told, teller)) is not None
        )
    )
    short = any(asked.brief for subject in subjects for asked in subject.asked)
    words, linked = mentions(article)
    said_of = {said.anchor: said for subject in subjects for asked in subject.asked for said in asked.said}
    mentioned = {
        claim: said_of[links.claim(article.id, claim).anchor]
        for claim in dict.fromkeys((*linked.values(), *words.values()))
    }
    say = teller.say
    only = tuple(teller.claim(claim) for claim in article.claims if claim.id in told.only)
    title = article.headline or say("{outlet}: no headline in the text", outlet=outlet.name)
    if not article.headline and article.working_title:
        title = f"{isolated(outlet.name)}: {teller.headline(article)}"
    return ArticleView(
        address=links.article(article.id).address,
        title=title,
        description=shortened(
            f"{isolated(outlet.name)}: {plain(article.precis) if article.precis else isolated(title)}"
        ),
        language=teller.headed(article),
        outlet=outlet.name,
        published=say.date(article.published),
        headline_rendering=article.headline_rendering,
        headline=article.headline,
        known=capital(known(article, outlet, say)),
        facts=_facts(article, outlet, teller),
        outlet_note=outlet.note,
        source_file=article.source_file,
        sha256=article.source_sha256,
        sha256_short=article.source_sha256[:12],
        url=article.url,
        archived=article.archived,
        precis=article.precis,
        proof=article_proof(library, article, say),
        nameless=any(not claim.sources for claim in article.claims),
        rendered=any(claim.rendering or claim.renderings for claim in article.claims),
        echoed=any(other.also for said in said_of.values() for other in (*said.others, *said.apart)),
        unchecked=any(teller.claim(claim).unchecked for claim in article.claims)
        and not any(claim.status or claim.verified for claim in article.claims),
        subjects=subjects,
        short=short,
        only=only[:ONLY],
        only_more=max(0, len(only) - ONLY),
        omissions=told.omissions,
        unsure=why_unsure(article, teller),
        # A link without a note leads to its claim.
        mentions=() if short else tuple(MentionView(_note(claim), said) for claim, said in mentioned.items()),
        words={} if short else {text: _note(claim) for text, claim in words.items()},
        linked={} if short else {anchor: _note(claim) for anchor, claim in linked.items()},
        cited=cited_article(library, article),
        former=former(library.site, "articles", article.id, say),
        records=tuple(claim_record(claim, teller) for claim in article.claims),
        revisions=tuple(
            (say.date(former.revised), revision(article, former, teller), _gone(article, former))
            for former in reversed(article.former)
        ),
        changed=_changed(library, article, teller),
        names=teller.abbreviated(article.claims),
        copied=told.copied,
        prints=told.prints,
    )


def _gone(article: Article, former: Former) -> tuple[str, ...]:
    """Return the anchors of the claims that a revision dropped for good: links to them lead to where the page tells so."""
    later = article.former[article.former.index(former) + 1 :]
    kept = {claim.id for claim in article.claims} | {claim.id for other in later for claim in other.claims}
    dropped = [claim.id for claim in former.claims if claim.dropped and claim.id not in kept]
    return tuple(links.claim(article.id, id).anchor for id in dropped)


def article_key(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article, teller: Teller
) -> str:
    """Return the digest of everything that an article's page and its lines in the data files are made from.

    These are the article, its outlet, its sources, its stories with their topics, what was proved of it, and what is told of others.
    """
    site = library.site
    sources = sorted({id for claim in article.claims for id in (*claim.sources, *claim.via)})
    topics = own_topics(library, article)
    return digest(
        teller.basis.article(article),
        teller.basis.of_outlets[article.outlet],
        [teller.basis.of_sources[id] for id in sources],
        teller.once(
            ("topics", topics), lambda: digest([(site.topics[id], teller.in_cells(id)) for id in topics])
        ),
        library.proof.proved and [claim.key in library.proof.proved for claim in article.claims],
        (article.id in library.cautious, article.id in library.elsewhere),
        site.settings.corrections,
        teller.abbreviated(),
        around_digest(library, comparisons, article, topics, teller),
        encoded(_changed(library, article, teller)),
        encoded(of_owner(site.moved, "articles", article.id)),
    )


def _changed(library: Library, article: Article, teller: Teller) -> ChangedView | None:
    """Return what changed about an article, besides its revisions, which its page tells first."""
    log = (
        replace(one, changes=tuple(change for change in one.changes if change.what is not News.REVISED))
        for one in library.log_of_article.get(article.id, ())
    )
    return changed([one for one in log if one.changes], teller, OWN)


def _note(claim: str) -> str:
    return f"note-{claim}"


def _facts(article: Article, outlet: Outlet, teller: Teller) -> tuple[FactView, ...]:
    say = teller.say
    about = teller.about(outlet)
    published = say.date(article.published) if article.published else say("not stated in the text")
    rows = (
        ("outlet", say("Outlet"), f"{isolated(outlet.name)} ({about})" if about else outlet.name),
        ("headline", say("Headline"), article.headline or say("No headline in the text")),
        ("byline", say("Byline"), say.join_items(article.byline) or _missing(article, "byline", say)),
        ("published", say("Published"), published),
        ("credit", say("Credit"), article.credit or _missing(article, "credit", say)),
        ("completeness", say("At hand"), _at_hand(article, say)),
    )
    # That the text has none is seen, and not inferred.
    lacking = {key for key in ("headline", "byline", "published", "credit") if not getattr(article, key)}
    lacking |= {"outlet"} if outlet.kind == "unknown" else set()
    own = {"headline": article.language if article.headline else say.language}
    return tuple(
        FactView(
            label,
            value,
            article.inferred.get(key),
            say("how is that known?" if key in lacking else "inferred; from what?"),
            own.get(key),
        )
        for key, label, value in rows
    )


def _missing(article: Article, key: str, say: Words) -> str:
    """Return what is said of a key that is left out: only who looked at the text knows that it has none."""
    if article.inferred.get(key, "").startswith(NOT_FOUND):
        return say("not found")
    return say("none in the text")


def _at_hand(article: Article, say: Words) -> str:
    """Return how much of a text is at hand; of a copy nobody knows more than that it may be one."""
    mirror = article.completeness is Completeness.MIRROR
    return say("a copy, or perhaps one") if mirror else say(article.completeness.value)
