"""What an article's page tells of other articles: their answers beside its own, what they answer and it leaves out.

Nothing else on the page depends on other articles, so it has to be made again only if this or the article itself changed. Most
claims of a row say what others say, and are set beside the same answers: those are found once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from builder.cache.memo import encoded, short_digest
from builder.cache.records import digest
from builder.compare.days import soft
from builder.compare.library import Library
from builder.compare.rows import Comparison
from builder.compare.silence import PARTIAL
from builder.compare.topics import TopicComparison
from builder.compare.unique import is_unlike, left_out, only_here
from builder.content.model import Article, Claim
from builder.content.vocabulary import SilenceKind
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller
from builder.pages.views.set_beside import Beside, beside_digest, beside_of
from builder.pages.views.told import in_text
from builder.values.lexicon import has_rules

NAMED = 3
"""Maximum number of outlets that are named for a question that an article leaves out."""


class OmissionView(Struct, frozen=True):
    """A question that the article leaves out."""

    topic: str
    question: str
    target: Target
    """The question's row."""
    others: tuple[str, ...]
    """The outlets that answered it first, and ``others`` if there are more than ``NAMED``."""


class Around(Struct, frozen=True):
    """What an article's page tells of other articles."""

    beside: Mapping[str, Beside]
    """Id of each of its claims -> what it is set beside."""
    only: frozenset[str]
    """Ids of its claims on questions that no other article answers."""
    omissions: tuple[OmissionView, ...]
    copied: str = ""
    """The outlet whose text it prints, as a sentence names it; empty if the text is its own."""
    prints: tuple[tuple[str, Target], ...] = ()
    """The outlets that print the same text, and their articles: that whose text it is first."""


def around(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article, teller: Teller
) -> Around:
    """Return what an article's page tells of other articles. ``comparisons`` maps ids of topics to their comparisons."""
    topics = own_topics(library, article)
    rows = rows_of(comparisons[topic] for topic in topics)

    def known(claim: Claim) -> str:
        row = rows[claim.question]
        return besides(row, teller)[row.places([claim])[0]] if teller.kept else ""

    return Around(
        {
            claim.id: beside_of(rows[claim.question], claim, article, teller, known(claim))
            for claim in article.claims
        },
        frozenset(claim.id for claim in only_here(library, article)),
        _every_omission(topics, comparisons, teller).get(article.id, ()),
        teller.copied(article.id),
        _prints(library, article, teller),
    )


def _prints(library: Library, article: Article, teller: Teller) -> tuple[tuple[str, Target], ...]:
    """Return the outlets that print the text of an article, and their articles."""

    def copies() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id, original in library.originals.items():
            found.setdefault(original, []).append(id)
        return found

    text = article.copy_of or article.id
    every = (text, *teller.once(("prints",), copies).get(text, ()))
    articles = (library.site.articles[id] for id in every if id != article.id and id in library.site.articles)
    return tuple((library.site.outlets[one.outlet].name, links.article(one.id)) for one in articles)


def around_digest(
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    article: Article,
    topics: tuple[str, ...],
    teller: Teller,
) -> str:
    """Return the digest of what ``around`` returns, without making all of it anew. ``topics`` are those of ``own_topics``."""
    beside = teller.once(("beside",), lambda: _by_article(comparisons, teller)).get(article.id, ())
    only = [claim.id for claim in only_here(library, article)]
    omitted = teller.once(("omitted", topics), lambda: _omission_digests(topics, comparisons, teller))
    prints = teller.copied(article.id), _prints(library, article, teller)
    return digest(beside, only, omitted.get(article.id), encoded(prints))


def _omission_digests(
    topics: tuple[str, ...], comparisons: Mapping[str, TopicComparison], teller: Teller
) -> dict[str, str]:
    """Return the digests of what articles leave out of some topics, likewise."""

    def make() -> dict[str, str]:
        every = _every_omission(topics, comparisons, teller)
        return {id: short_digest(encoded(omissions)) for id, omissions in every.items()}

    key = left_out_key([comparisons[topic] for topic in topics], teller)
    return teller.carried(dict[str, str], make, "omission digests", key)


def besides(row: Comparison, teller: Teller) -> list[str]:
    """Return the digest of what each claim of a row is set beside, in their order."""
    question = row.question.path

    def make() -> list[str]:
        articles = teller.site.articles
        return [beside_digest(row, claim, articles[claim.article], teller) for claim in row.claims]

    return teller.once(
        ("besides", question),
        lambda: teller.carried(list[str], make, "besides", teller.basis.row(question), teller.basis.shared),
    )


def _by_article(comparisons: Mapping[str, TopicComparison], teller: Teller) -> dict[str, list[str]]:
    """Return the digests of what the claims of each article are set beside, by its id."""
    found: dict[str, list[str]] = {}
    for row in rows_of(comparisons.values()).values():
        for claim, beside in zip(row.claims, besides(row, teller), strict=True):
            found.setdefault(claim.article, []).append(beside)
    return found


def _every_omission(
    topics: tuple[str, ...], comparisons: Mapping[str, TopicComparison], teller: Teller
) -> dict[str, tuple[OmissionView, ...]]:
    """Return what articles leave out of some topics, given by id, by the article's id: of those that leave out something."""
    own = [comparisons[topic] for topic in topics]
    found = dict[str, tuple[OmissionView, ...]]

    def make() -> dict[str, tuple[OmissionView, ...]]:
        every = (
            (article.id, _omissions(teller.library, own, article, teller))
            for article in teller.site.articles.values()
        )
        return {id: omissions for id, omissions in every if omissions}

    return teller.once(
        ("omissions", topics),
        lambda: teller.carried(found, make, "omissions", left_out_key(own, teller)),
    )


def left_out_key(comparisons: Sequence[TopicComparison], teller: Teller) -> str:
    """Return the digest of all that it depends on which questions of some topics an article leaves out, and who answers them."""
    topics = tuple(comparison.topic.id for comparison in comparisons)
    rows = [row for comparison in comparisons for row in comparison.rows]
    return teller.once(
        ("left out", topics),
        lambda: digest(
            teller.basis.answering(topics),
            [encoded(row.answering) for row in rows],
            [is_unlike(row) for row in rows],
        ),
    )


def rows_of(comparisons: Iterable[TopicComparison]) -> dict[str, Comparison]:
    """Return the rows of some topics by their question's path."""
    return {row.question.path: row for comparison in comparisons for row in comparison.rows}


def own_topics(library: Library, article: Article) -> tuple[str, ...]:
    """Return the ids of all topics of the stories that an article answers a question of."""
    of = library.story_of_question
    stories = {of[claim.question] for claim in article.claims}
    return tuple(
        topic for story in library.site.stories.values() if story.id in stories for topic in story.topics
    )


def _omissions(
    library: Library, comparisons: Sequence[TopicComparison], article: Article, teller: Teller
) -> tuple[OmissionView, ...]:
    rows = questions_left_out(library, comparisons, article, teller)
    return tuple(_omission(library, row, article, teller) for row in rows)


def questions_left_out(
    library: Library, comparisons: Sequence[TopicComparison], article: Article, teller: Teller
) -> tuple[Comparison, ...]:
    """Return the rows of some topics that an article leaves out. Found once for each article and topics."""
    rows = (row for comparison in comparisons for row in comparison.rows)
    topics = tuple(comparison.topic.id for comparison in comparisons)
    return teller.once(("left out", article.id, topics), lambda: left_out(library, rows, article))


def _omission(library: Library, row: Comparison, article: Article, teller: Teller) -> OmissionView:
    question = row.question

    def make() -> OmissionView:
        title = library.site.topics[question.topic].title
        return OmissionView(
            title, question.short, links.row(question.path), _first(library, row, article, teller)
        )

    return teller.once(("omission", question.path, article.published), make)


def _first(library: Library, row: Comparison, article: Article, teller: Teller) -> tuple[str, ...]:
    """Return the first outlets of the same days that answer what an article leaves out."""
    outlets: dict[str, None] = {}
    for claim in answers_near(library, row, [article]):
        outlets[claim.outlet] = None
        if len(outlets) > NAMED:
            break
    names = [in_text(library.site.outlets[id], teller.say) for id in outlets]
    return tuple(names[:NAMED]) + ((teller.say("others"),) if len(names) > NAMED else ())


def answers_near(library: Library, row: Comparison, articles: Sequence[Article]) -> Iterator[Claim]:
    """Yield the answers of a row whose articles may have been out on the same day as some articles.

    The text that a copy prints on these days may itself be older: then it is the copy that answers.
    """
    days = [soft(article.published) for article in articles if article.published]
    near = {id for article in articles for id in row.answering.texts_near(article.published)}
    for claim in row.claims:
        out = library.site.articles[claim.article].published
        if (
            out is not None
            and library.originals.get(claim.article, claim.article) in near
            and any(soft(out).overlaps(day) for day in days)
        ):
            yield claim


def why_unsure(article: Article, teller: Teller) -> str:
    """Return why nothing can be said of what an article leaves out; empty if something can."""
    if not has_rules(article.language):
        return teller.silence(SilenceKind.NOT_LOOKED_FOR).explained
    kind = PARTIAL.get(article.completeness)
    return teller.silence(kind).explained if kind is not None else ""
