"""The site's model with its indexes: which claims answer a question, which articles belong to a story.

Built in one pass over the claims; every look-up after that is a dictionary look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial

from msgspec import Struct, field
from msgspec.structs import replace

from builder.compare import copies, headline
from builder.compare.elsewhere import with_retold
from builder.compare.silence import alike_in_silence
from builder.compare.speakers import Names, names_of
from builder.compare.ties import untied
from builder.content.model import Article, Change, Claim, Publication, Question, Site, Story, Topic
from builder.content.validate.claims import WHOSE
from builder.content.vocabulary import Covers, News
from builder.proof.prove import Proof
from builder.proof.rules.saying import unverified
from builder.values.dates import DateSpan
from builder.values.direction import isolated
from builder.values.text import folded, normalise


class Library(Struct, frozen=True, dict=True):
    """A checked site and its indexes. Read-only."""

    site: Site
    questions: dict[str, Question]
    """``topic/question`` -> the question."""
    answers: dict[str, tuple[Claim, ...]]
    """``topic/question`` -> its claims, in the order of publication, then of the article's id."""
    claims: dict[str, Claim]
    """``article/claim`` -> the claim."""
    story_of_topic: dict[str, str]
    """Topic id -> story id."""
    articles_of_story: dict[str, tuple[Article, ...]]
    """Story id -> the articles that belong to it or have a claim in it, in the order of publication."""
    outlet_names: dict[str, str]
    """Outlet id -> its short name, as in sentences."""
    source_names: Names
    """Source id -> its short name, as in sentences."""
    originals: dict[str, str]
    """Article id -> the id of the article whose text it repeats, for copies only."""
    cautious: frozenset[str]
    """Ids of the articles with words on verification that may be about any of their claims."""
    elsewhere: Mapping[str, str | None]
    """Id of each article whose words on verification are all about some claim alone -> what that is of; None if they do not say it."""
    proof: Proof = field(default_factory=Proof)
    """The result of checking the claims against the private texts."""
    log_of_topic: dict[str, tuple[Publication, ...]] = field(default_factory=dict)
    """Topic id -> what changed on it, newest first."""
    log_of_story: dict[str, tuple[Publication, ...]] = field(default_factory=dict)
    """Story id -> what changed in it, newest first."""
    log_of_article: dict[str, tuple[Publication, ...]] = field(default_factory=dict)
    """Article id -> what changed about it, newest first."""

    def telling(self, question: Question) -> frozenset[str]:
        """Return the ids of the articles that answer a question of its topic whose answer could be known from the same day on: they
        tell of what it asks about. Empty if nothing tells that day."""
        return self._telling.get((question.topic, question.known_from), frozenset())

    @cached_property
    def _telling(self) -> dict[tuple[str, DateSpan | None], frozenset[str]]:
        found: dict[tuple[str, DateSpan | None], set[str]] = {}
        for path, question in self.questions.items():
            if question.known_from:
                told = found.setdefault((question.topic, question.known_from), set())
                told.update(claim.article for claim in self.answers[path])
        return {key: frozenset(articles) for key, articles in found.items()}

    @cached_property
    def story_of_question(self) -> dict[str, str]:
        """``topic/question`` -> story id."""
        return {path: self.story_of_topic[asked.topic] for path, asked in self.questions.items()}

    @cached_property
    def answered_once(self) -> frozenset[str]:
        """The questions that one article alone answers, and not by a headline beside its own text."""
        return frozenset(
            path
            for path, claims in self.answers.items()
            if len({claim.article for claim in claims}) == 1 and not any(claim.against for claim in claims)
        )

    @cached_property
    def copied(self) -> dict[str, Article]:
        """Id of each copy -> the article whose text it repeats, if that is here."""
        articles = self.site.articles
        return {id: articles[original] for id, original in self.originals.items() if original in articles}

    @cached_property
    def alike_in_silence(self) -> dict[str, Hashable]:
        """Article id -> what it shares with all that are silent on a question for the same reason."""
        return {id: alike_in_silence(article) for id, article in self.site.articles.items()}

    def story(self, topic: str) -> Story:
        """Return the story that a topic belongs to."""
        return self.site.stories[self.story_of_topic[topic]]

    def topics(self, story: Story) -> list[Topic]:
        """Return a story's topics in the story's order."""
        return [self.site.topics[id] for id in story.topics]

    def part_whole(self, claim: Claim) -> Claim | None:
        """Return the claim that this one is a part of, or None."""
        return None if claim.part_of is None else self.claims.get(f"{claim.article}/{claim.part_of}")


def publication_order(article: Article) -> tuple[object, ...]:
    """Return a sort key: the first day an article can have been published, then the last, then its id.

    Articles without a date sort last.
    """
    if article.published is None:
        return (1, article.id)
    return (0, article.published.sort_key, article.id)


def claim_order(article: Article, claim: Claim) -> tuple[object, ...]:
    """Return the same for a claim, which may be out since a revision of its article only."""
    out = article.out(claim.id)
    return (1, article.id) if out is None else (0, out.sort_key, article.id)


Remarks = Callable[[Article, Callable[[], list[int]]], list[int]]
"""Returns which claims of an article have words on verification, by their places: as an earlier build found them, or what is made now."""


def index(
    site: Site, proof: Proof | None = None, remarks: Remarks = lambda _article, make: make()
) -> Library:
    """Build the library of a checked site. ``remarks`` has what was found of the articles before."""
    names = names_of(site.sources.values(), site.outlets.values())
    site = with_retold(_own_caveats(copies.dated(untied(site, names))), names)
    articles = sorted(site.articles.values(), key=publication_order)
    story_of_topic = {topic: story.id for story in site.stories.values() for topic in story.topics}
    questions = {question.path: question for topic in site.topics.values() for question in topic.questions}
    answers: dict[str, list[Claim]] = {path: [] for path in questions}
    claims: dict[str, Claim] = {}
    members: dict[str, list[Article]] = {story: [] for story in site.stories}
    revised: set[str] = set()
    for article in articles:
        stories: dict[str, None] = {article.story: None} if article.story else {}
        for claim in article.claims:
            answers[claim.question].append(claim)
            if article.former:
                revised.add(claim.question)
            claims[claim.key] = claim
            stories.setdefault(story_of_topic[questions[claim.question].topic])
        for story in stories:
            members[story].append(article)
    for path in revised:
        answers[path].sort(key=lambda claim: claim_order(site.articles[claim.article], claim))
    return Library(
        site,
        questions,
        {
            path: headline.dated(found) if questions[path].running else tuple(found)
            for path, found in answers.items()
        },
        claims,
        story_of_topic,
        {story: tuple(found) for story, found in members.items()},
        {outlet.id: isolated(outlet.in_text) for outlet in site.outlets.values()},
        names,
        {article.id: article.copy_of for article in articles if article.copy_of},
        *_cautious(articles, remarks),
        proof or Proof(),
        *_logged(site, claims, story_of_topic),
    )


def _logged(
    site: Site, claims: Mapping[str, Claim], story_of_topic: Mapping[str, str]
) -> tuple[dict[str, tuple[Publication, ...]], ...]:
    """Return what the log has on each topic, on each story, and on each article."""

    def topics(change: Change) -> Iterable[str]:
        return _topics(change, site, claims)

    def stories(change: Change) -> Iterable[str]:
        found = {story_of_topic[topic] for topic in topics(change)}
        article = site.articles[change.article] if change.article else None
        return found | ({article.story} if article and article.story else set())

    def articles(change: Change) -> Iterable[str]:
        told = _articles(change)
        return told if told or change.what is not News.CORRECTION else _corrected(change, site)

    def by(names: Callable[[Change], Iterable[str]]) -> dict[str, tuple[Publication, ...]]:
        found: dict[str, list[Publication]] = {}
        for publication in site.log:
            told: dict[str, list[Change]] = {}
            for change in publication.changes:
                for id in names(change):
                    told.setdefault(id, []).append(change)
            for id, changes in told.items():
                found.setdefault(id, []).append(replace(publication, changes=tuple(changes)))
        return {id: tuple(those) for id, those in found.items()}

    return by(topics), by(stories), by(articles)


def _topics(change: Change, site: Site, claims: Mapping[str, Claim]) -> set[str]:
    """Return the topics that a change is about: of an article, those on which it says something."""
    # A claim that a revision dropped is not there any more.
    named = {claims[name].question for name in change.claims if name in claims}
    questions = {change.question} if change.question else named
    if change.article and not questions:
        questions = {claim.question for claim in site.articles[change.article].claims}
    own = {change.topic} if change.topic else set()
    return own | {question.partition("/")[0] for question in questions}


def _articles(change: Change) -> set[str]:
    """Return the articles that a change is about."""
    former = {change.was} if change.what is News.FIRST and isinstance(change.was, str) else set()
    own = {change.article} if change.article else set()
    return own | former | {name.partition("/")[0] for name in change.claims}


def _corrected(change: Change, site: Site) -> set[str]:
    """Return the articles of which a correction of a question or a topic may be: those that answer, and on a question those named.

    What was said of an outlet by mistake may have been its only answer to the question, so that it has none any more.
    """
    topic = change.topic or (change.question or "").partition("/")[0]
    found: set[str] = set()
    for article in site.articles.values():
        outlet, asked = site.outlets[article.outlet], {claim.question for claim in article.claims}
        named = any(name in (change.text or "") for name in (outlet.name, outlet.short))
        on_topic = any(path.partition("/")[0] == topic for path in asked)
        if change.question in asked or (on_topic and (named or not change.question)):
            found.add(article.id)
    return found


@lru_cache(maxsize=8_192)
def _unverified(language: str, printed: str) -> bool:
    """Return whether printed words say that something is not verified. Most that a large story prints are printed again and again."""
    return unverified(language).search(normalise(printed)) is not None


def _own_caveats(site: Site) -> Site:
    """Return a site in which no words that something is not verified leave open whose they are: on that, nobody else speaks for a text."""

    def is_open(article: Article, claim: Claim) -> bool:
        return claim.voice_open and _unverified(article.language, claim.printed)

    found = {
        id: replace(
            article,
            claims=tuple(
                replace(
                    claim,
                    voice_open=False,
                    leaves_open=None if claim.leaves_open == WHOSE else claim.leaves_open,
                )
                if is_open(article, claim)
                else claim
                for claim in article.claims
            ),
        )
        for id, article in site.articles.items()
        if any(is_open(article, claim) for claim in article.claims)
    }
    return replace(site, articles=site.articles | found) if found else site


def _remarks(article: Article) -> list[int]:
    return [
        at
        for at, claim in enumerate(article.claims)
        if claim.status or _unverified(article.language, claim.printed)
    ]


def _cautious(articles: Sequence[Article], remarks: Remarks) -> tuple[frozenset[str], dict[str, str | None]]:
    """Return the ids of the articles with words on verification that may be about any of their claims, and of those with others only.

    These are a claim's ``status``, words of the same kind that a claim prints, or its answer to a question that others answer with
    the words of their ``status``; none of them if it is about this claim alone.
    """
    found: set[str] = set()
    narrow: dict[str, str | None] = {}
    asked: set[str] = set()
    for article in articles:
        for at in remarks(article, partial(_remarks, article)):
            claim = article.claims[at]
            if claim.covers is Covers.CLAIM:
                narrow[article.id] = claim.scope or narrow.get(article.id)
            else:
                found.add(article.id)
        stated = {folded(claim.status) for claim in article.claims if claim.status}
        for claim in article.claims if stated else ():
            if claim.question not in asked:
                said = folded(claim.printed)
                if any(said in words or words in said for words in stated):
                    asked.add(claim.question)
    if asked:
        found.update(
            article.id
            for article in articles
            for claim in article.claims
            if claim.question in asked and claim.covers is not Covers.CLAIM
        )
    wide = frozenset(found)
    return wide, {id: of for id, of in narrow.items() if id not in wide}
