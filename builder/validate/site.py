"""Check the whole content and make the model of it, or say everything that is wrong with it.

Two passes: first the shape of each file (``schema``), then what the values mean and whether every name
that is used exists. Nothing stops at the first problem.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pydantic

from builder import problems, schema
from builder.load import Content, Document, is_slug
from builder.model import (
    Answer,
    Article,
    Completeness,
    Outlet,
    Place,
    Question,
    Settings,
    SilenceKind,
    Site,
    Source,
    Stake,
    StatedSilence,
    Story,
    TextPage,
    Topic,
)
from builder.problems import Problem, did_you_mean
from builder.validate import drafts, shape
from builder.validate.claims import ClaimReader
from builder.values import dates
from builder.values.dates import DateSpan
from builder.values.text import count_words
from builder.yamlsource import KeyPath

E = TypeVar("E", bound=pydantic.BaseModel)


def validate(content: Content) -> tuple[Site, list[Problem]]:
    """Return the site's model and all problems, sorted.

    Where a problem is an error the model is partial and must not be published.
    """
    checker = _Validator(content)
    site = checker.run()
    return site, sorted(checker.problems, key=lambda problem: problem.order)


class _Validator:
    def __init__(self, content: Content) -> None:
        self.content = content
        self.problems: list[Problem] = list(content.problems)
        self.unread = {problem.path for problem in content.problems}
        self.topics: dict[str, Topic | None] = {}
        self.questions: dict[str, Question] = {}

    def run(self) -> Site:
        settings = self.settings()
        outlets = {id: _outlet(id, entry) for id, _, entry in self.registry("outlets", schema.OutletEntry)}
        sources = {id: _source(id, entry) for id, _, entry in self.registry("sources", schema.SourceEntry)}
        places = {id: _place(id, entry) for id, _, entry in self.registry("places", schema.PlaceEntry)}
        topics = self.topics = {document.id: self.topic(document) for document in self.content.topics}
        stories = self.stories(topics)
        site = Site(
            stories, {k: v for k, v in topics.items() if v}, outlets, sources, places, settings=settings
        )
        self.questions = {
            question.path: question for topic in site.topics.values() for question in topic.questions
        }
        for document in self.content.articles:
            if drafts.is_draft(document):
                told = len(self.problems)
                site.drafts[document.id] = self.article(document, site)
                self.problems[told:] = drafts.softened(self.problems[told:])
                continue
            article = self.article(document, site)
            if article is not None:
                site.articles[article.id] = article
        self.copies(site)
        for document in self.content.pages:
            site.pages[document.id] = self.page(document)
        return site

    def told(self, kind: str, id: str) -> bool:
        """Return whether a topic or an entry of a registry is there but has a problem of its own, told already."""
        if kind == "topics":
            return self.topics.get(id, ()) is None or any(
                path.endswith(f"/topics/{id}.yml") for path in self.unread
            )
        document = self.content.registries.get(kind)
        return document is None or id in document.data

    # Shape

    def entry(self, document: Document, path: KeyPath, data: object, kind: type[E]) -> E | None:
        entry, found = shape.check(document, path, data, kind)
        self.problems.extend(found)
        return entry

    def registry(self, name: str, kind: type[E]) -> Iterable[tuple[str, Document, E]]:
        document = self.content.registries.get(name)
        if document is None:
            return
        for id, data in document.data.items():
            if not is_slug(id):
                message = f'"{id}" cannot become an address: use small letters, digits and hyphens'
                self.problems.append(document.problem((id,), problems.BAD_NAME, message))
                continue
            entry = self.entry(document, (id,), data, kind)
            if entry is not None:
                yield id, document, entry

    def unique(self, document: Document, path: KeyPath, ids: Iterable[str]) -> None:
        """Tell ids that stand twice in a list of entries."""
        first: dict[str, int] = {}
        for index, id in enumerate(ids):
            where: KeyPath = (*path, index, "id")
            if id in first:
                message = f'the id "{id}" is used again (first on line {first[id]})'
                self.problems.append(document.problem(where, problems.DUPLICATE_ID, message))
            first.setdefault(id, document.line(where))

    def date(self, document: Document, path: KeyPath, text: str | None) -> DateSpan | None:
        if text is None:
            return None
        try:
            return dates.parse_edtf(text)
        except ValueError as error:
            self.problems.append(document.problem(path, problems.IMPOSSIBLE_DATE, str(error)))
            return None

    # Files

    def settings(self) -> Settings:
        document = self.content.registries.get("site")
        if document is None:
            return Settings()
        entry = self.entry(document, (), document.data, schema.SiteEntry)
        if entry is None:
            self.unread.add(document.path)
            return Settings()
        low, high = entry.precis_words
        if low > high:
            message = f"the fewest words, {low}, are more than the most, {high}"
            self.problems.append(document.problem(("precis_words",), problems.LOW_ABOVE_HIGH, message))
            self.unread.add(document.path)
        return Settings(entry.quote_limit, (low, high))

    def topic(self, document: Document) -> Topic | None:
        entry = self.entry(document, (), document.data, schema.TopicEntry)
        if entry is None:
            return None
        self.unique(document, ("questions",), (question.id for question in entry.questions))
        questions = tuple(
            self.question(document, index, question) for index, question in enumerate(entry.questions)
        )
        return Topic(document.id, entry.title, entry.lead, questions)

    def question(self, document: Document, index: int, entry: schema.QuestionEntry) -> Question:
        path: KeyPath = ("questions", index)
        when = self.date(document, (*path, "when"), entry.when)
        known_from = self.date(document, (*path, "known_from"), entry.known_from)
        answer = Answer(entry.answer)
        if answer is Answer.QUANTITY:
            for key in ("unit", "counts", "of"):
                if getattr(entry, key) is None:
                    message = f'a question for a quantity must say "{key}"'
                    self.problems.append(document.problem((*path, key), problems.MISSING_KEY, message))
        return Question(
            entry.id, document.id, entry.text, entry.short, answer, entry.unit, entry.counts, entry.of,
            when, known_from, entry.note,
        )  # fmt: skip

    def stories(self, topics: dict[str, Topic | None]) -> dict[str, Story]:
        stories: dict[str, Story] = {}
        listed: set[str] = set()
        for id, document, entry in self.registry("stories", schema.StoryEntry):
            for index, topic in enumerate(entry.topics):
                if topic in listed:
                    message = f'the topic "{topic}" is listed a second time'
                    self.problems.append(
                        document.problem((id, "topics", index), problems.DUPLICATE_ID, message)
                    )
                elif topic not in topics and not self.told("topics", topic):
                    message = f'unknown topic "{topic}"{did_you_mean(topic, topics)}'
                    self.problems.append(
                        document.problem((id, "topics", index), problems.UNKNOWN_TOPIC, message)
                    )
                listed.add(topic)
            stories[id] = Story(id, entry.title, entry.summary, tuple(entry.topics))
        if "stories" in self.content.registries and stories:
            for document in self.content.topics:
                if document.id not in listed:
                    message = f'the topic "{document.id}" is in no story'
                    self.problems.append(document.problem((), problems.ORPHAN_TOPIC, message))
        return stories

    def article(self, document: Document, site: Site) -> Article | None:
        entry = self.entry(document, (), document.data, schema.ArticleEntry)
        if entry is None:
            return None
        if entry.outlet not in site.outlets and not self.told("outlets", entry.outlet):
            message = f'unknown outlet "{entry.outlet}"{did_you_mean(entry.outlet, site.outlets)}'
            self.problems.append(document.problem(("outlet",), problems.UNKNOWN_OUTLET, message))
        published = self.date(document, ("published",), entry.published)
        self.unique(document, ("claims",), (claim.id for claim in entry.claims))
        reader = ClaimReader(document, entry, site, self.questions, published, self.told)
        read = reader.read()
        self.problems.extend(reader.problems)
        silences = tuple(
            StatedSilence(silence.question, SilenceKind(silence.kind), silence.note)
            for silence in entry.silences
        )
        answered = {claim.question for claim in entry.claims}
        silent: set[str] = set()
        for index, silence in enumerate(entry.silences):
            where: KeyPath = ("silences", index, "question")
            self.problems.extend(reader.question_problem(where, silence.question))
            if silence.question in answered:
                message = f'the article is not silent on "{silence.question}": a claim answers it'
                self.problems.append(document.problem(where, problems.BAD_VALUE, message))
            if silence.question in silent:
                message = f'"{silence.question}" stands here a second time'
                self.problems.append(document.problem(where, problems.DUPLICATE_ID, message))
            silent.add(silence.question)
        self.precis(document, site.settings)
        return Article(
            id=document.id,
            outlet=entry.outlet,
            headline=entry.headline,
            byline=tuple(entry.byline),
            credit=entry.credit,
            published=published,
            language=entry.language,
            completeness=Completeness(entry.completeness),
            url=entry.url,
            source_file=entry.source_file,
            source_sha256=entry.source_sha256,
            inferred={str(key): text for key, text in entry.inferred.items()},
            precis=document.body.strip(),
            copy_of=entry.copy_of,
            spellings=self.spellings(document, entry, site),
            claims=read,
            silences=silences,
            checked=self.date(document, ("checked",), entry.checked),
        )

    def spellings(
        self, document: Document, entry: schema.ArticleEntry, site: Site
    ) -> dict[str, tuple[str, ...]]:
        """Check that every spelling is one that the editor has taken for that name."""
        for id, spellings in entry.spellings.items():
            named = site.sources.get(id) or site.places.get(id)
            if named is None:
                if not self.told("sources", id) and not self.told("places", id):
                    known = (*site.sources, *site.places)
                    message = f'unknown source or place "{id}"{did_you_mean(id, known)}'
                    self.problems.append(
                        document.problem(("spellings", id), problems.UNKNOWN_SOURCE, message)
                    )
                continue
            known_as = (named.name, *named.aliases)
            for index, spelling in enumerate(spellings):
                if spelling not in known_as:
                    message = f'"{spelling}" is not an alias of "{id}"{did_you_mean(spelling, known_as)}'
                    path: KeyPath = ("spellings", id, index)
                    self.problems.append(document.problem(path, problems.UNKNOWN_SPELLING, message))
        return {id: tuple(spellings) for id, spellings in entry.spellings.items()}

    def copies(self, site: Site) -> None:
        """Every copy must name an original that exists and is no copy itself."""
        known = {document.id for document in self.content.articles}
        for document in self.content.articles:
            name = document.data.get("copy_of")
            if not isinstance(name, str) or document.id not in site.articles:
                continue
            if name not in known:
                message = f'unknown article "{name}"{did_you_mean(name, known)}'
            elif name in site.drafts:
                message = f'"{name}" is a draft; publish it first'
            elif name == document.id or (name in site.articles and site.articles[name].copy_of):
                message = f'"{name}" is itself a copy; name the original'
            else:
                continue
            self.problems.append(document.problem(("copy_of",), problems.UNKNOWN_ARTICLE, message))

    def precis(self, document: Document, settings: Settings) -> None:
        if any(path.endswith("/site.yml") for path in self.unread):
            return  # the limits are not known
        low, high = settings.precis_words
        count = count_words(document.body)
        if not low <= count <= high:
            message = f"the précis has {count} words; {low} to {high} are wanted"
            problem = Problem(document.path, document.body_line, "", problems.PRECIS_LENGTH, message)
            self.problems.append(problem)

    def page(self, document: Document) -> TextPage:
        """Other keys than these two are the theme's business."""
        if document.id in schema.RESERVED_PAGES:
            message = f'the address "{document.id}/" is used by the site itself; give the page another name'
            self.problems.append(document.problem((), problems.BAD_NAME, message))
        found = {"title": document.id.replace("-", " ").capitalize(), "description": ""}
        for key in found:
            value = document.data.get(key)
            if isinstance(value, str):
                found[key] = value
            elif value is not None:
                message = f'"{key}" is not a text'
                self.problems.append(document.problem((key,), problems.WRONG_TYPE, message))
        return TextPage(document.id, found["title"], found["description"], document.body)


def _outlet(id: str, entry: schema.OutletEntry) -> Outlet:
    short = entry.short or entry.name
    return Outlet(id, entry.name, short, entry.kind, entry.country, entry.note, tuple(entry.hosts))


def _source(id: str, entry: schema.SourceEntry) -> Source:
    stake = Stake(entry.stake)
    return Source(
        id, entry.name, entry.short or entry.name, entry.kind, stake, entry.stake_note, tuple(entry.aliases)
    )


def _place(id: str, entry: schema.PlaceEntry) -> Place:
    return Place(
        id, entry.name, tuple(entry.aliases), entry.latitude, entry.longitude, entry.precision,
        entry.located_by, entry.note,
    )  # fmt: skip
