"""An article's page: its bibliography, its claims beside the answers of others, its omissions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from builder.compare.library import Library
from builder.compare.phrases import capital
from builder.compare.relation import Relation, Verdict
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.compare.unique import left_out, only_here
from builder.content.model import Article, Claim, Outlet
from builder.content.vocabulary import NOT_FOUND, Answer, Completeness, SilenceKind
from builder.pages import links
from builder.pages.links import Target
from builder.pages.prose import plain, shortened
from builder.pages.views.claims import RANK, ClaimView, Teller
from builder.pages.views.mentions import mentions
from builder.pages.views.proof import article_proof, known
from builder.pages.views.records import RecordView, claim_record
from builder.pages.views.standing import BadgeView, badge
from builder.pages.words import Words
from builder.values.direction import isolated
from builder.values.lexicon import has_rules

MOST = 6
"""Maximum number of distinct answers of others that a claim is set beside; the row has them all."""


NAMED = 3
"""Maximum number of outlets that are named for a question that an article leaves out."""
_STOPS = (Relation.CONFLICT, Relation.HEADLINE, Relation.TENSION)
STANDING = {
    Relation.SAME: "printed elsewhere too",
    Relation.COMPATIBLE: "fits what others print",
    Relation.PART_OF: "a part of what others print",
    Relation.LATER_COUNT: "others count for another day",
    Relation.NOT_COMPARABLE: "others count something else",
}
"""How an answer stands to the closest of others, in a reader's words."""
APART, ALONE = "others in other words", "only here"


class FactView(Struct, frozen=True):
    """One line of the bibliography."""

    label: str
    value: str
    inferred: str | None
    """What it was inferred from; None if the text states it."""
    language: str | None
    """The value's language if it is in the article's own words, else None."""


class OtherView(Struct, frozen=True):
    """Another article's answer to the same question."""

    claim: ClaimView
    badge: BadgeView | None
    """The relation of the two if it makes a reader stop."""
    reason: str
    """Empty if there is nothing to say of the two."""


class SaidView(Struct, frozen=True):
    """One claim of the article with the answers of other articles."""

    anchor: str
    claim: ClaimView
    question: str
    """The question in full."""
    row: Target
    others: tuple[OtherView, ...]
    """The distinct answers of other articles, contradictions first, each as it was printed first: at most ``MOST``."""
    more: str
    """How many further answers the row has: ``three other answers``; empty if these are all."""
    apart: tuple[OtherView, ...]
    """Wordings that it is not compared with: by other sources, or other statements. At most ``MOST``."""
    apart_count: str
    """Number of distinct wordings that it is not compared with: ``three other wordings``."""
    correct: str | None
    """Where readers tell that it is wrong, or None if the site has no address for that."""


class AskedView(Struct, frozen=True):
    """One question with the article's answers to it: a line that opens."""

    question: str
    """The question in short."""
    said: tuple[SaidView, ...]
    badge: BadgeView | None
    """The weightiest relation that makes a reader stop: a contradiction, a headline against its text, a tension. None if there is
    none: then the line is folded."""
    standing: str
    """How its answers stand to those of others, if nothing makes a reader stop: ``printed elsewhere too``."""


class MentionView(Struct, frozen=True):
    """The note that opens from words of the précis: the claim that they mention, with the answers of other articles."""

    id: str
    said: SaidView


class SubjectView(Struct, frozen=True):
    """All claims of the article on one topic."""

    id: str
    title: str
    target: Target
    asked: tuple[AskedView, ...]


class OmissionView(Struct, frozen=True):
    """A question that the article leaves out."""

    topic: str
    question: str
    target: Target
    """The question's row."""
    others: tuple[str, ...]
    """The outlets that answered it first, and ``others`` if there are more than ``NAMED``."""


class ArticleView(Struct, frozen=True):
    """An article's page."""

    address: str
    title: str
    description: str
    language: str
    """Language of the title: the article's if the title is its headline."""
    outlet: str
    published: str
    headline: str | None
    known: str
    """Whether publisher and date are stated or inferred."""
    facts: tuple[FactView, ...]
    outlet_note: str | None
    source_file: str
    sha256: str
    sha256_short: str
    url: str | None
    precis: str
    """Markdown."""
    proof: str
    """Whether its claims were found in the text, and when that was checked; empty if it has none."""
    subjects: tuple[SubjectView, ...]
    only: tuple[ClaimView, ...]
    omissions: tuple[OmissionView, ...]
    unsure: str
    """Why nothing more can be said of what it leaves out, as a sentence; empty if it can."""
    topic_count: int
    mentions: tuple[MentionView, ...]
    """The notes that open from words of the précis."""
    words: dict[str, str]
    """Words of the précis -> id of their note."""
    linked: dict[str, str]
    """Anchors that the précis links to -> id of their note."""
    records: tuple[RecordView, ...]


def article_view(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article, teller: Teller
) -> ArticleView:
    """Return the page of an article. ``comparisons`` maps ids of topics to their comparisons."""
    outlet = library.site.outlets[article.outlet]
    stories = {library.story_of_topic[claim.question.partition("/")[0]] for claim in article.claims}
    topics = [
        topic for story in library.site.stories.values() if story.id in stories for topic in story.topics
    ]
    own = [comparisons[topic] for topic in topics]
    subjects = tuple(
        subject for comparison in own if (subject := _subject(comparison, article, teller)) is not None
    )
    words, linked = mentions(article)
    said_of = {said.anchor: said for subject in subjects for asked in subject.asked for said in asked.said}
    mentioned = {
        claim: said_of[links.claim(article.id, claim).anchor]
        for claim in dict.fromkeys((*linked.values(), *words.values()))
    }
    say = teller.say
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
        headline=article.headline,
        known=capital(known(article, say)),
        facts=_facts(article, outlet, teller),
        outlet_note=outlet.note,
        source_file=article.source_file,
        sha256=article.source_sha256,
        sha256_short=article.source_sha256[:12],
        url=article.url,
        precis=article.precis,
        proof=article_proof(library, article, say),
        subjects=subjects,
        only=tuple(teller.claim(claim) for claim in only_here(library, article)),
        omissions=_omissions(library, own, article, say),
        unsure=_unsure(article, teller),
        topic_count=len(subjects),
        mentions=tuple(MentionView(_note(claim), said) for claim, said in mentioned.items()),
        words={text: _note(claim) for text, claim in words.items()},
        linked={anchor: _note(claim) for anchor, claim in linked.items()},
        records=tuple(claim_record(claim, teller) for claim in article.claims),
    )


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
        ("completeness", say("At hand"), say(article.completeness.value)),
    )
    own = {"headline": article.language if article.headline else say.language}
    return tuple(
        FactView(label, value, article.inferred.get(key), own.get(key)) for key, label, value in rows
    )


def _missing(article: Article, key: str, say: Words) -> str:
    """Return what is said of a key that is left out: only who looked at the text knows that it has none."""
    if article.inferred.get(key, "").startswith(NOT_FOUND):
        return say("not found")
    return say("none in the text")


def _subject(comparison: TopicComparison, article: Article, teller: Teller) -> SubjectView | None:
    asked = tuple(found for row in comparison.rows if (found := _asked(row, article, teller)) is not None)
    if not asked:
        return None
    topic = comparison.topic
    return SubjectView(f"on-{topic.id}", topic.title, links.topic(topic.id), asked)


def _asked(row: Comparison, article: Article, teller: Teller) -> AskedView | None:
    own = [claim for claim in article.claims if claim.question == row.question.path]
    if not own:
        return None
    relations: set[Relation] = set()
    said = tuple(_said(row, claim, article, teller, relations) for claim in own)
    stops = next((relation for relation in _STOPS if relation in relations), None)
    standing = next((words for relation, words in STANDING.items() if relation in relations), "")
    if not standing:
        standing = APART if any(one.apart for one in said) else ALONE
    return AskedView(
        row.question.short, said, badge(stops, teller.say) if stops else None, teller.say(standing)
    )


def _said(
    row: Comparison, claim: Claim, article: Article, teller: Teller, relations: set[Relation]
) -> SaidView:
    """Return a claim beside the answers of others, and add how it stands to those that are shown to ``relations``."""
    judged = [(found, teller.claim(other)) for found, other in _answers(row, claim, article)]
    question = row.question
    others: list[OtherView] = []
    apart: list[OtherView] = []
    for found, other in sorted(judged, key=lambda one: RANK[one[0].relation] if one[0] else len(RANK)):
        if found is None:
            apart.append(OtherView(other, None, ""))
            continue
        view = OtherView(other, badge(found.relation, teller.say), found.reason)
        # Figures that count something else are important to readers; wordings of other speakers would fill pages.
        if question.answer is Answer.WORDING and found.relation is Relation.NOT_COMPARABLE:
            apart.append(view)
        else:
            others.append(view)
            relations.add(found.relation)
    left = len(others) - MOST
    return SaidView(
        anchor=links.claim(claim.article, claim.id).anchor,
        claim=teller.claim(claim),
        question=question.text,
        row=teller.cell(question.path, claim.outlet),
        others=tuple(others[:MOST]),
        more=teller.say.count(left, "other answer") if left > 0 else "",
        apart=tuple(apart[:MOST]),
        apart_count=teller.say.count(len(apart), "other wording"),
        correct=teller.site.settings.correction(claim.key),
    )


def _answers(row: Comparison, claim: Claim, article: Article) -> Iterator[tuple[Verdict | None, Claim]]:
    """Yield how a claim stands to each distinct answer of other articles, and that answer as it was printed first.

    Who else prints the same does not matter, so that an article's page stays as it is when one more does. What its own text says
    otherwise below a headline is an answer too.
    """
    for group in row.groups:
        other = next((other for other in group.claims if other.article != claim.article), None)
        if other is not None:
            yield row.between(claim, other), other
    for other in article.claims:
        if other.question == claim.question:
            found = row.between(claim, other)
            if found is not None and found.relation is Relation.HEADLINE:
                yield found, other


def _omissions(
    library: Library, comparisons: list[TopicComparison], article: Article, say: Words
) -> tuple[OmissionView, ...]:
    topics = {comparison.topic.id: comparison.topic.title for comparison in comparisons}
    rows = [row for comparison in comparisons for row in comparison.rows]
    return tuple(
        OmissionView(
            topics[row.question.topic],
            row.question.short,
            links.row(row.question.path),
            _answering(library, row, article, say),
        )
        for row in left_out(library, rows, article)
    )


def _answering(library: Library, row: Comparison, article: Article, say: Words) -> tuple[str, ...]:
    """Return the first outlets of the same days that answer what an article leaves out."""
    near = row.answering.texts_near(article.published)
    outlets = dict.fromkeys(
        claim.outlet for claim in row.claims if library.originals.get(claim.article, claim.article) in near
    )
    names = [library.outlet_names[id] for id in outlets]
    return tuple(names[:NAMED]) + ((say("others"),) if len(names) > NAMED else ())


def _unsure(article: Article, teller: Teller) -> str:
    if not has_rules(article.language):
        return teller.silence(SilenceKind.NOT_LOOKED_FOR).explained
    if article.completeness is Completeness.EXCERPT:
        return teller.silence(SilenceKind.TEXT_INCOMPLETE).explained
    if article.completeness is Completeness.MIRROR:
        return teller.silence(SilenceKind.MAY_BE_CUT).explained
    return ""
