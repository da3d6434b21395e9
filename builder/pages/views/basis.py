"""What the pages of a part are made of, as digests: whoever knows these need not make a page to find out whether it changed.

Each has all that its pages may look at, and more rather than less: the articles of a story without their claims and précis, the
claims on a question with all that is known of their sources. What a page looks at besides has to be added here.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from builder.cache.memo import NAME, Kept, encoded, short_digest
from builder.cache.records import digest
from builder.compare.library import Library
from builder.content.map_outline import Outline
from builder.content.model import Article, Claim, Place
from builder.content.vocabulary import Where
from builder.pages.views.former import former_ids, of_topic


class _OfArticle(Struct, frozen=True):
    """Digests of what is in an article. They are carried by that of the whole, since to encode all claims of a story takes long."""

    head: str
    """All but its claims and its précis."""
    claims: list[str]
    placed: str
    """Where its claims name places; empty if none does."""


class Basis:
    """The digests of one library, each made when it is first asked for."""

    def __init__(self, library: Library, outline: Outline | None = None, kept: Kept | None = None) -> None:
        """``kept`` has digests from the last build of the library's part."""
        self._library, self._outline, self._kept = library, outline, kept
        self._heads: dict[str, str] = {}
        self._rows: dict[str, str] = {}
        self._silent: dict[str, str] = {}
        self._sources: dict[str, tuple[str, ...]] = {}
        self._answering: dict[tuple[str, ...], str] = {}
        self._topics: dict[str, str] = {}

    @cached_property
    def shared(self) -> str:
        """Digest of what all pages may look at: the outlets, the places, the outline of the map, the settings."""
        site, names = self._library.site, self._library.source_names
        return digest(
            encoded((site.settings, site.outlets, site.places, self._outline)),
            [id for id in site.outlets if names.is_source(id)],
        )

    @cached_property
    def of_sources(self) -> dict[str, str]:
        """The digest of each source, by its id."""
        return {id: _short(source) for id, source in self._library.site.sources.items()}

    @cached_property
    def of_outlets(self) -> dict[str, str]:
        """The digest of each outlet, by its id."""
        return {id: _short(outlet) for id, outlet in self._library.site.outlets.items()}

    @cached_property
    def _of_articles(self) -> dict[str, _OfArticle]:
        return {article.id: self._of_article(article) for article in self._library.site.articles.values()}

    def _of_article(self, article: Article) -> _OfArticle:
        def make() -> _OfArticle:
            named = [_named(claim) for claim in article.claims if _places(claim)]
            return _OfArticle(
                _short(replace(article, claims=(), precis="")),
                [_short(claim) for claim in article.claims],
                _short(named) if named else "",
            )

        known = self._library.site.digest_of(article)
        return self._kept.value(_OfArticle, make, "of article", known) if self._kept and known else make()

    @cached_property
    def _of_claims(self) -> dict[int, str]:
        """The digest of each claim, by its identity: what the library changed in a claim makes it another one."""
        articles, of = self._library.site.articles, self._of_articles
        return {
            id(claim): one
            for name, article in articles.items()
            for claim, one in zip(article.claims, of[name].claims, strict=True)
        }

    @cached_property
    def asked(self) -> str:
        """Digest of all questions, and of what all sources are called and whose they are."""
        library = self._library
        names = library.source_names
        return digest(
            encoded(list(library.questions.values())), [(id, names.about(id)) for id in library.site.sources]
        )

    def article(self, article: Article) -> str:
        """Return the digest of all that is in an article."""
        return self._library.site.digest_of(article) or short_digest(encoded(article))

    def articles(self, story: str) -> str:
        """Return the digest of a story's articles without their claims and précis, and of where claims name places."""
        if story not in self._heads:
            found = self._library.articles_of_story[story]
            of = self._of_articles
            self._heads[story] = digest([(of[article.id].head, of[article.id].placed) for article in found])
        return self._heads[story]

    def row(self, question: str) -> str:
        """Return the digest of the claims on a question, given by path, and of all that a comparison of them depends on."""
        if question not in self._rows:
            library = self._library
            claims = library.answers[question]
            wholes = [library.part_whole(claim) for claim in claims if claim.part_of]
            of, plain, told = self._of_claims, self._plain, self._told_of
            self._rows[question] = digest(
                self.named(question),
                "".join([of.get(id(claim)) or _short(claim) for claim in claims]),
                encoded(wholes),
                "".join([told[claim.article] for claim in claims]),
                [self._article(claim) for claim in claims if claim.article not in plain],
            )
            if len(self._rows) == len(library.answers):
                # Of all claims of a large story these are megabytes, which nobody asks for any more.
                of.clear()
                for one in self._of_articles.values():
                    one.claims.clear()
        return self._rows[question]

    def named(self, question: str) -> str:
        """Return the digest of a question, given by path, and of what the sources and outlets of the claims on it are called."""
        library = self._library
        outlets = sorted({claim.outlet for claim in library.answers[question]})
        return digest(
            encoded(library.questions[question]),
            [
                (library.source_names.about(id), library.site.sources[id].name)
                for id in self.sources(question)
            ],
            [(library.outlet_names[id], library.source_names.is_source(id)) for id in outlets],
        )

    def shown(self, question: str) -> str:
        """Return the digest of all that pages show of the claims on a question, given by path, but how much room its topic has."""
        named = [self._library.site.sources[id] for id in self.sources(question)]
        return digest(self.shared, self.row(question), encoded(named))

    def silent(self, question: str) -> str:
        """Return the digest of all that it depends on who is silent on a question, given by path, and why."""
        if question not in self._silent:
            library = self._library
            asked = library.questions[question]
            main = library.answers.get(asked.detail_of or "", ())
            self._silent[question] = digest(
                self.row(question),
                self.articles(library.story_of_topic[asked.topic]),
                sorted(library.telling(asked)),
                # Who does not tell of the whole is not silent on a detail.
                [claim.article for claim in main],
            )
        return self._silent[question]

    def sources(self, question: str) -> tuple[str, ...]:
        """Return the ids of the sources and relays of the claims on a question, given by path, sorted."""
        if question not in self._sources:
            every = {ids for claim in self._library.answers[question] for ids in (claim.sources, claim.via)}
            self._sources[question] = tuple(sorted({id for ids in every for id in ids}))
        return self._sources[question]

    def told(self, claim: Claim) -> tuple[object, ...]:
        """Return all that what a page shows of a claim is made from, but ``shared``, its question, and how much room its topic has."""
        library = self._library
        named = [library.site.sources[id] for id in (*claim.sources, *claim.via)]
        about = [library.source_names.about(source.id) for source in named]
        return encoded((claim, library.part_whole(claim), named)), about, self._article(claim)

    def _article(self, claim: Claim) -> tuple[object, ...]:
        """Return what a comparison looks at of a claim's article."""
        article, proved = self._library.site.articles[claim.article], self._library.proof.proved
        known = self._told_of[claim.article], bool(proved) and claim.key in proved
        if claim.where is Where.HEADLINE:  # it is told of with its article
            return *known, self._of_articles[article.id].head
        return (*known, encoded(article.out(claim.id))) if article.former else known

    @cached_property
    def _plain(self) -> frozenset[str]:
        """The articles of whose claims a comparison looks at nothing but what it looks at of all of them."""
        proved = self._library.proof.proved
        return frozenset(
            id
            for id, article in self._library.site.articles.items()
            if not article.former
            and not any(claim.where is Where.HEADLINE for claim in article.claims)
            and (not proved or len({claim.key in proved for claim in article.claims}) < 2)
        )

    @cached_property
    def _told_of(self) -> dict[str, str]:
        return {id: self._of_all_claims(article) for id, article in self._library.site.articles.items()}

    def _of_all_claims(self, article: Article) -> str:
        """Return the digest of what a comparison looks at of an article whichever of its claims it compares."""
        library, id = self._library, article.id
        proved = library.proof.proved
        return digest(
            encoded((article.published, article.completeness, article.headline, article.url)), article.language, library.originals.get(id), library.copied[id].outlet if id in library.copied else None,
            id in library.cautious, id in library.elsewhere, bool(proved) and any(claim.key in proved for claim in article.claims),
        )[:NAME]  # fmt: skip

    def answering(self, topics: tuple[str, ...]) -> str:
        """Return the digest of which articles answer which questions of some topics, given by id, whatever they say."""
        if topics not in self._answering:
            library = self._library
            stories = dict.fromkeys(library.story_of_topic[topic] for topic in topics)
            self._answering[topics] = digest(
                self.shared,
                [self.articles(story) for story in stories],
                [
                    (
                        topic.title,
                        question.path,
                        encoded(question),
                        [claim.article for claim in library.answers[question.path]],
                    )
                    for topic in map(library.site.topics.__getitem__, topics)
                    for question in topic.questions
                ],
            )
        return self._answering[topics]

    def topic(self, id: str) -> str:
        """Return the digest of all that the page of a topic may look at."""
        if id not in self._topics:
            library = self._library
            topic, story = library.site.topics[id], library.story(id)
            sources = sorted({id for question in topic.questions for id in self.sources(question.path)})
            self._topics[id] = digest(
                self.shared,
                self.articles(story.id),
                encoded((topic, story, [library.site.sources[id] for id in sources])),
                [(other.id, other.title) for other in library.topics(story)],
                [self.row(question.path) for question in topic.questions],
                encoded(of_topic(library.site.moved, id)),
                encoded(library.log_of_topic.get(id, ())),
            )
        return self._topics[id]

    def story(self, id: str) -> str:
        """Return the digest of all that the page of a story may look at."""
        story = self._library.site.stories[id]
        moved = former_ids(self._library.site.moved, "stories", id)
        log = encoded((self._library.log_of_story.get(id, ()), moved))
        return digest(
            self.shared, encoded(story), self.articles(id), list(map(self.topic, story.topics)), log
        )

    @cached_property
    def whole(self) -> str:
        """Digest of all that the part may contribute to the pages of the whole site."""
        library = self._library
        claims = [claim for article in library.site.articles.values() for claim in article.claims]
        return digest(
            list(map(self.story, library.site.stories)),
            [one.head for one in self._of_articles.values()],
            encoded((library.proof.budgets, len(library.claims), len(library.proof.proved))),
            sorted(library.site.drafts),
            encoded(library.site.log),
            encoded([claim.allow for claim in claims if claim.allow]),
        )


def _short(value: object) -> str:
    return short_digest(encoded(value))


def _places(claim: Claim) -> bool:
    return isinstance(claim.value, tuple) and any(isinstance(place, Place) for place in claim.value)


def _named(claim: Claim) -> tuple[object, ...]:
    return claim.question, claim.outlet, claim.printed, claim.value
