"""What an article's page tells of other articles: their answers beside its own, what they answer and it leaves out.

Nothing else on the page depends on other articles, so it has to be made again only if this or the article itself changed. Most
claims of a row say what others say, and are set beside the same answers: those are found once for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.compare.library import Library
from builder.compare.relation import Relation, Verdict
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.compare.unique import left_out, only_here
from builder.content.model import Article, Claim
from builder.content.vocabulary import Answer
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import RANK, ClaimView, Teller
from builder.pages.views.standing import BadgeView, badge
from builder.pages.views.words import Words

MOST = 6
"""Maximum number of distinct answers of others that a claim is set beside; the row has them all."""

NAMED = 3
"""Maximum number of outlets that are named for a question that an article leaves out."""


STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Up to the first, an article's page says exactly how many further answers there are; above, that they are more than one of these.
The exact number is on the question's row: here it would change the page of every article with each new answer."""


class OtherView(Struct, frozen=True):
    """Another article's answer to the same question."""

    claim: ClaimView
    badge: BadgeView | None
    """The relation of the two if it makes a reader stop."""
    reason: str
    """Empty if there is nothing to say of the two."""


class OmissionView(Struct, frozen=True):
    """A question that the article leaves out."""

    topic: str
    question: str
    target: Target
    """The question's row."""
    others: tuple[str, ...]
    """The outlets that answered it first, and ``others`` if there are more than ``NAMED``."""


class Beside(Struct, frozen=True, dict=True):
    """What a claim is set beside."""

    others: tuple[OtherView, ...]
    """The distinct answers of other articles, contradictions first, each as it was printed first: at most ``MOST``."""
    more: str
    """How many further answers the row has: ``three other answers``, ``more than 20 other answers``; empty if these are
    all."""
    apart: tuple[OtherView, ...]
    """Wordings that it is not compared with: by other sources, or other statements. At most ``MOST``."""
    apart_count: str
    """Number of distinct wordings that it is not compared with: ``three other wordings``, likewise."""
    relations: tuple[str, ...]
    """The values of its relations to the others, each once, in the order of ``RANK``."""

    @cached_property
    def digest(self) -> str:
        """Digest of all of it."""
        return digest(encoded(self))


class Around(Struct, frozen=True):
    """What an article's page tells of other articles."""

    beside: Mapping[str, Beside]
    """Id of each of its claims -> what it is set beside."""
    only: frozenset[str]
    """Ids of its claims on questions that no other article answers."""
    omissions: tuple[OmissionView, ...]


def around(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article, teller: Teller
) -> Around:
    """Return what an article's page tells of other articles. ``comparisons`` maps ids of topics to their comparisons."""
    own = [comparisons[topic] for topic in own_topics(library, article)]
    rows = rows_of(own)
    return Around(
        {claim.id: _beside(rows[claim.question], claim, article, teller) for claim in article.claims},
        frozenset(claim.id for claim in only_here(library, article)),
        _omissions(library, own, article, teller),
    )


def around_digest(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article, teller: Teller
) -> str:
    """Return the digest of what ``around`` returns, without making all of it anew."""
    topics = own_topics(library, article)
    beside = [_beside_digests(claim.question, comparisons, teller)[claim.key] for claim in article.claims]
    only = [claim.id for claim in only_here(library, article)]
    return digest(beside, only, _omission_digests(topics, comparisons, teller).get(article.id))


def _beside_digests(
    question: str, comparisons: Mapping[str, TopicComparison], teller: Teller
) -> dict[str, str]:
    """Return the digest of what each claim on a question, given by path, is set beside, by the claim's key."""

    def make() -> dict[str, str]:
        topic = comparisons[question.partition("/")[0]]
        row = next(row for row in topic.rows if row.question.path == question)
        articles = teller.site.articles
        return {
            claim.key: _beside_digest(row, claim, articles[claim.article], teller) for claim in row.claims
        }

    return teller.once(
        ("besides", question),
        lambda: teller.carried(
            dict[str, str], make, "besides", teller.basis.row(question), teller.basis.shared
        ),
    )


def _omission_digests(
    topics: tuple[str, ...], comparisons: Mapping[str, TopicComparison], teller: Teller
) -> dict[str, str]:
    """Return the digest of what articles leave out of some topics, given by id, by the article's id: of those that leave out something."""
    own = [comparisons[topic] for topic in topics]

    def make() -> dict[str, str]:
        every = (
            (article.id, _omissions(teller.library, own, article, teller))
            for article in teller.site.articles.values()
        )
        return {id: digest(encoded(omissions)) for id, omissions in every if omissions}

    return teller.once(
        ("omissions", topics),
        lambda: teller.carried(dict[str, str], make, "omissions", teller.basis.answering(topics)),
    )


def rows_of(comparisons: Iterable[TopicComparison]) -> dict[str, Comparison]:
    """Return the rows of some topics by their question's path."""
    return {row.question.path: row for comparison in comparisons for row in comparison.rows}


def own_topics(library: Library, article: Article) -> tuple[str, ...]:
    """Return the ids of all topics of the stories that an article answers a question of."""
    stories = {library.story_of_topic[claim.question.partition("/")[0]] for claim in article.claims}
    return tuple(
        topic for story in library.site.stories.values() if story.id in stories for topic in story.topics
    )


def _beside(row: Comparison, claim: Claim, article: Article, teller: Teller) -> Beside:
    key = _alike(row, claim, article, teller)
    if key is None:
        return _set_beside(row, claim, article, teller)
    return teller.once(("beside", *key), lambda: _set_beside(row, claim, article, teller))


def _beside_digest(row: Comparison, claim: Claim, article: Article, teller: Teller) -> str:
    key = _alike(row, claim, article, teller)

    def make() -> str:
        if teller.kept is None:
            return _beside(row, claim, article, teller).digest
        # All that the answers and the verdicts on them depend on.
        own = [
            (other, other.key in row.judge.supported, other.key in row.judge.beyond)
            for other in article.claims
            if key is None and other.question == claim.question
        ]
        return teller.kept.text(
            lambda: _beside(row, claim, article, teller).digest,
            "beside",
            row.question,
            row.judge.words(claim),
            [row.names.about(id) for id in claim.sources],
            _days(row, claim, teller),
            encoded(own),
            _as_first_printed(row, teller)
            if key
            else [_as_printed(row, other, teller) for other in _first_answers(row, claim)],
        )

    return make() if key is None else teller.once(("digest", *key), make)


def _as_first_printed(row: Comparison, teller: Teller) -> str:
    """Return the digest of all that is shown of the distinct answers of a row, and that judgements on them depend on."""
    return teller.once(
        ("as first printed", row.question.path),
        lambda: digest([_as_printed(row, group.head, teller) for group in row.groups]),
    )


def _as_printed(row: Comparison, claim: Claim, teller: Teller) -> str:
    """Return the digest of all that is shown of an answer, and that a judgement on it depends on."""

    def make() -> str:
        about = [row.names.about(id) for id in claim.sources]
        return digest(encoded((claim, teller.claim(claim), about, claim.key in row.judge.beyond)))

    return teller.once(("as printed", claim.key), make)


def _alike(row: Comparison, claim: Claim, article: Article, teller: Teller) -> tuple[Hashable, ...] | None:
    """Return what a claim shares with all claims that are set beside the same answers; None if there are no others.

    If its article is not among those that printed an answer first, it makes no difference which article it is.
    """
    reading = row.judge.reading(claim)
    if reading is None or article.id in teller.once(("apart", row.question.path), lambda: _apart(row)):
        return None
    return row.question.path, reading, _days(row, claim, teller)


def _days(row: Comparison, claim: Claim, teller: Teller) -> tuple[date | None, date | None] | None:
    """Return when a claim's article was out, if judgements on the row's claims may depend on it."""
    dated = teller.once(("dated", row.question.path), lambda: any(map(row.judge.dated, row.claims)))
    return (claim.out_from, claim.out_by) if dated else None


def _apart(row: Comparison) -> frozenset[str]:
    """Return the ids of the articles that printed an answer first, and of those with several answers."""
    answers = Counter(claim.article for claim in row.claims)
    return frozenset(group.head.article for group in row.groups).union(
        id for id, number in answers.items() if number > 1
    )


def _set_beside(row: Comparison, claim: Claim, article: Article, teller: Teller) -> Beside:
    say = teller.say
    judged = [(found, teller.claim(other)) for found, other in _answers(row, claim, article)]
    others: list[OtherView] = []
    apart: list[OtherView] = []
    relations: dict[str, None] = {}
    for found, other in sorted(judged, key=lambda one: RANK[one[0].relation] if one[0] else len(RANK)):
        if found is None:
            apart.append(OtherView(other, None, ""))
            continue
        view = OtherView(other, badge(found.relation, say, row.question.answer), found.reason)
        # Figures that count something else are important to readers; wordings of other speakers would fill pages.
        if row.question.answer is Answer.WORDING and found.relation is Relation.NOT_COMPARABLE:
            apart.append(view)
        else:
            others.append(view)
            relations[found.relation.value] = None
    left = len(others) - MOST
    return Beside(
        others=tuple(others[:MOST]),
        more=_so_many(left, lambda n: say.count(n, "other answer"), say) if left > 0 else "",
        apart=tuple(apart[:MOST]),
        apart_count=_so_many(len(apart), lambda n: say.count(n, "other wording"), say),
        relations=tuple(relations),
    )


def _so_many(number: int, count: Callable[[int], str], say: Words) -> str:
    """Return a number with its noun; a large one as a round number that it is more than, so that it seldom changes."""
    step = max((step for step in STEPS if step < number), default=None)
    return count(number) if step is None else say("more than {counted}", counted=count(step))


def _answers(row: Comparison, claim: Claim, article: Article) -> Iterator[tuple[Verdict | None, Claim]]:
    """Yield how a claim stands to each distinct answer of other articles, and that answer as it was printed first.

    Who else prints the same does not matter, so that an article's page stays as it is when one more does. What its own text says
    otherwise below a headline is an answer too.
    """
    for other in _first_answers(row, claim):
        yield row.between(claim, other), other
    for other in article.claims:
        if other.question == claim.question:
            found = row.between(claim, other)
            if found is not None and found.relation is Relation.HEADLINE:
                yield found, other


def _first_answers(row: Comparison, claim: Claim) -> Iterator[Claim]:
    for group in row.groups:
        other = next((other for other in group.claims if other.article != claim.article), None)
        if other is not None:
            yield other


def _omissions(
    library: Library, comparisons: list[TopicComparison], article: Article, teller: Teller
) -> tuple[OmissionView, ...]:
    rows = [row for comparison in comparisons for row in comparison.rows]
    return tuple(_omission(library, row, article, teller) for row in left_out(library, rows, article))


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
    near = row.answering.texts_near(article.published)
    outlets = dict.fromkeys(
        claim.outlet for claim in row.claims if library.originals.get(claim.article, claim.article) in near
    )
    names = [library.outlet_names[id] for id in outlets]
    return tuple(names[:NAMED]) + ((teller.say("others"),) if len(names) > NAMED else ())
