"""What an article's page tells of other articles: their answers beside its own, what they answer and it leaves out.

Nothing else on the page depends on other articles, so it has to be made again only if this or the article itself changed. Most
claims of a row say what others say, and are set beside the same answers: those are found once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

MOST = 6
"""Maximum number of distinct answers of others that a claim is set beside; the row has them all."""

NAMED = 3
"""Maximum number of outlets that are named for a question that an article leaves out."""


class OtherView(Struct, frozen=True):
    """Another article's answer to the same question."""

    claim: ClaimView
    relation: str
    """The relation's name in the site's language; empty if there is nothing to say of the two."""
    key: str
    """The relation's name in style sheets: ``later-count``."""
    reason: str


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
    """How many further answers the row has: ``three other answers``; empty if these are all."""
    apart: tuple[OtherView, ...]
    """Wordings that it is not compared with: by other sources, or other statements. At most ``MOST``."""
    apart_count: str
    """Number of distinct wordings that it is not compared with: ``three other wordings``."""

    @cached_property
    def digest(self) -> str:
        """Digest of all of it."""
        return digest(encoded(self).decode())


class Around(Struct, frozen=True):
    """What an article's page tells of other articles."""

    beside: Mapping[str, Beside]
    """Id of each of its claims -> what it is set beside."""
    only: frozenset[str]
    """Ids of its claims on questions that no other article answers."""
    omissions: tuple[OmissionView, ...]

    def digest(self) -> str:
        """Return the digest of all of it."""
        beside = [(claim, found.digest) for claim, found in self.beside.items()]
        return digest(beside, sorted(self.only), self.omissions)


def around(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article, teller: Teller
) -> Around:
    """Return what an article's page tells of other articles. ``comparisons`` maps ids of topics to their comparisons."""
    own = own_topics(library, comparisons, article)
    rows = {row.question.path: row for comparison in own for row in comparison.rows}
    return Around(
        {claim.id: _beside(rows[claim.question], claim, article, teller) for claim in article.claims},
        frozenset(claim.id for claim in only_here(library, article)),
        _omissions(library, own, article, teller),
    )


def own_topics(
    library: Library, comparisons: Mapping[str, TopicComparison], article: Article
) -> list[TopicComparison]:
    """Return the comparisons of all topics of the stories that an article answers a question of."""
    stories = {library.story_of_topic[claim.question.partition("/")[0]] for claim in article.claims}
    return [
        comparisons[topic]
        for story in library.site.stories.values()
        if story.id in stories
        for topic in story.topics
    ]


def _beside(row: Comparison, claim: Claim, article: Article, teller: Teller) -> Beside:
    reading = row.judge.reading(claim)
    first = teller.once(("first in", row.question.path), lambda: _first_in(row))
    if (
        reading is None
        or article.id in first
        or sum(c.question == claim.question for c in article.claims) > 1
    ):
        return _set_beside(row, claim, article, teller)
    # Which of its row's articles it is then makes no difference.
    days = (claim.out_from, claim.out_by) if _dated(row, teller) else None
    key = ("beside", row.question.path, reading, days)
    return teller.once(key, lambda: _set_beside(row, claim, article, teller))


def _first_in(row: Comparison) -> frozenset[str]:
    """Return the ids of the articles that printed an answer first."""
    return frozenset(group.head.article for group in row.groups)


def _dated(row: Comparison, teller: Teller) -> bool:
    """Return whether a judgement on one of a row's claims may depend on when articles were out."""
    return teller.once(("dated", row.question.path), lambda: any(map(row.judge.dated, row.claims)))


def _set_beside(row: Comparison, claim: Claim, article: Article, teller: Teller) -> Beside:
    judged = [(found, teller.claim(other)) for found, other in _answers(row, claim, article)]
    others: list[OtherView] = []
    apart: list[OtherView] = []
    for found, other in sorted(judged, key=lambda one: RANK[one[0].relation] if one[0] else len(RANK)):
        if found is None:
            apart.append(OtherView(other, "", "", ""))
            continue
        # Figures that count something else are important to readers; wordings of other speakers would fill pages.
        hidden = row.question.answer is Answer.WORDING and found.relation is Relation.NOT_COMPARABLE
        view = OtherView(other, *teller.related(found.relation), found.reason)
        (apart if hidden else others).append(view)
    left = len(others) - MOST
    return Beside(
        others=tuple(others[:MOST]),
        more=teller.say.count(left, "other answer") if left > 0 else "",
        apart=tuple(apart[:MOST]),
        apart_count=teller.say.count(len(apart), "other wording"),
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
    library: Library, comparisons: list[TopicComparison], article: Article, teller: Teller
) -> tuple[OmissionView, ...]:
    rows = [row for comparison in comparisons for row in comparison.rows]
    return tuple(_omission(library, row, teller) for row in left_out(library, rows, article))


def _omission(library: Library, row: Comparison, teller: Teller) -> OmissionView:
    question = row.question

    def make() -> OmissionView:
        title = library.site.topics[question.topic].title
        return OmissionView(title, question.short, links.row(question.path), _first(library, row, teller))

    return teller.once(("omission", question.path), make)


def _first(library: Library, row: Comparison, teller: Teller) -> tuple[str, ...]:
    names = [library.outlet_names[id] for id in dict.fromkeys(claim.outlet for claim in row.claims)]
    return tuple(names[:NAMED]) + ((teller.say("others"),) if len(names) > NAMED else ())
