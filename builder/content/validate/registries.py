"""Validate the registries, topics, stories, settings and hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from builder.content import problems, schema
from builder.content.load import Document
from builder.content.model import Outlet, Place, Question, Settings, Source, Story, TextPage, Topic
from builder.content.problems import Kind, did_you_mean
from builder.content.strict_yaml import KeyPath
from builder.content.validate.checker import Checker
from builder.content.validate.circles import chain, circles
from builder.content.vocabulary import Answer
from builder.values.counting import Words, counting
from builder.values.text import normalise
from builder.values.units import as_read


def read_settings(checker: Checker) -> Settings:
    """Return the settings in ``content/site.yml``, or the defaults."""
    document = checker.content.registries.get("site")
    if document is None:
        return Settings()
    entry = checker.entry(document, (), document.data, schema.SiteEntry)
    if entry is None:
        checker.unread.add(document.path)
        return Settings()
    low, high = entry.precis_words
    if low > high:
        message = f"the fewest words, {low}, are more than the most, {high}"
        checker.tell(document, ("precis_words",), problems.LOW_ABOVE_HIGH, message)
        checker.unread.add(document.path)
    return Settings(entry.quote_limit, (low, high), entry.language, entry.corrections, entry.licence)


def read_topic(
    checker: Checker, document: Document, language: str, places: Mapping[str, Place]
) -> Topic | None:
    """Return the topic of a document, or None if it does not match the schema. ``language`` and ``places`` are the site's."""
    checker.reserved(document, (), "topics", document.id)
    entry = checker.entry(document, (), document.data, schema.TopicEntry)
    if entry is None:
        checker.broken_topics.add(document.id)
        return None
    checker.unique(document, ("questions",), (question.id for question in entry.questions))
    ids = {question.id for question in entry.questions}
    for index, question in enumerate(entry.questions):
        other = question.detail_of
        if other is not None and other not in ids - {question.id}:
            message = f'unknown question "{other}" of this topic{did_you_mean(other, ids - {question.id})}'
            checker.tell(document, ("questions", index, "detail_of"), problems.UNKNOWN_QUESTION, message)
    names = [(normalise(name), place) for place in places.values() for name in (place.name, *place.aliases)]
    questions = tuple(
        _question(checker, document, index, question, language, names)
        for index, question in enumerate(entry.questions)
    )
    return Topic(document.id, entry.title, entry.lead, questions)


def _question(
    checker: Checker,
    document: Document,
    index: int,
    entry: schema.QuestionEntry,
    language: str,
    places: Sequence[tuple[str, Place]],
) -> Question:
    path: KeyPath = ("questions", index)
    when = checker.date(document, (*path, "when"), entry.when)
    known_from = checker.date(document, (*path, "known_from"), entry.known_from)
    overtaken_from = checker.date(document, (*path, "overtaken_from"), entry.overtaken_from)
    answer = entry.answer
    if answer is Answer.QUANTITY:
        for key in ("unit", "counts", "of"):
            if getattr(entry, key) is None:
                message = f'a question for a quantity must say "{key}"'
                checker.tell(document, (*path, key), problems.MISSING_KEY, message)
    else:
        for key in ("covers", "printed_as"):
            if getattr(entry, key):
                message = f'"{key}" belongs to a figure; this question wants a {answer.value}'
                checker.tell(document, (*path, key), problems.BAD_VALUE, message)
    for at, phrase in enumerate(entry.printed_as):
        if "," in phrase or not re.search(r"\w{2}", phrase):
            message = f'"{phrase}" is no word or words without a comma that could be looked for'
            checker.tell(document, (*path, "printed_as", at), problems.BAD_VALUE, message)
    return Question(
        entry.id, document.id, entry.text, entry.short, answer, as_read(entry.unit, language), entry.counts,
        entry.of, when, known_from, entry.note, entry.running,
        f"{document.id}/{entry.detail_of}" if entry.detail_of else None, entry.covers, overtaken_from,
        tuple(entry.printed_as), _named_in(entry.text, places),
        answer is Answer.WHO and bool(counting(language).shared_deeds.find(Words(entry.text))),
    )  # fmt: skip


def _named_in(text: str, names: Sequence[tuple[str, Place]]) -> tuple[Place, ...]:
    """Return the places that a text names; ``names`` are all of them with their normalised names, one for each."""
    plain = normalise(text)
    found = {
        place.id: place
        for name, place in names
        if name in plain and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain)
    }
    return tuple(found.values())


def read_stories(checker: Checker, topics: dict[str, Topic]) -> dict[str, Story]:
    """Return the stories by id; report topics that are in no story or in more than one."""
    stories: dict[str, Story] = {}
    listed: set[str] = set()
    for id, document, entry in checker.registry("stories", schema.StoryEntry):
        for index, topic in enumerate(entry.topics):
            if topic in listed:
                message = f'the topic "{topic}" is listed a second time'
                checker.tell(document, (id, "topics", index), problems.DUPLICATE_ID, message)
            elif topic not in topics and not checker.already_reported("topics", topic):
                message = f'unknown topic "{topic}"{did_you_mean(topic, topics)}'
                checker.tell(document, (id, "topics", index), problems.UNKNOWN_TOPIC, message)
            listed.add(topic)
        stories[id] = Story(id, entry.title, entry.summary, tuple(entry.topics))
    if stories and (broken := _topics_of_broken(checker, stories)) is not None:
        listed |= broken
        for document in checker.content.topics:
            if document.id not in listed:
                message = f'the topic "{document.id}" is in no story'
                checker.tell(document, (), problems.ORPHAN_TOPIC, message)
    return stories


def _topics_of_broken(checker: Checker, stories: dict[str, Story]) -> set[str] | None:
    """Return the topics listed by stories that do not match the schema, or None if a list cannot be read."""
    found: set[str] = set()
    for id, entry in checker.content.registries["stories"].data.items():
        if id not in stories:
            topics = entry.get("topics") if isinstance(entry, dict) else None
            if not isinstance(topics, list) or not all(isinstance(topic, str) for topic in topics):
                return None
            found |= set(topics)
    return found


def read_page(checker: Checker, document: Document) -> TextPage:
    """Return a hand-written page. Keys other than title, description and menu are left to the theme."""
    found = {"title": document.id.replace("-", " ").capitalize(), "description": ""}
    for key in found:
        value = document.data.get(key)
        if isinstance(value, str):
            found[key] = value
        elif value is not None:
            message = f'"{key}" is not a text'
            checker.tell(document, (key,), problems.WRONG_TYPE, message)
    menu = document.data.get("menu", True)
    if not isinstance(menu, bool):
        checker.tell(document, ("menu",), problems.WRONG_TYPE, '"menu" is neither true nor false')
        menu = True
    return TextPage(document.id, found["title"], found["description"], document.body, menu)


def read_outlets(checker: Checker) -> dict[str, Outlet]:
    """Return the outlets by id."""
    return {id: _outlet(id, entry) for id, _, entry in checker.registry("outlets", schema.OutletEntry)}


def read_sources(checker: Checker) -> dict[str, Source]:
    """Return the sources by id."""
    entries = list(checker.registry("sources", schema.SourceEntry))
    above = {id: entry.speaks_for for id, _, entry in entries}
    _check_above(
        checker, "sources", "speaks_for", above, problems.UNKNOWN_SOURCE, "source", "speak for itself"
    )
    return {id: _source(id, entry) for id, _, entry in entries}


def read_places(checker: Checker) -> dict[str, Place]:
    """Return the places by id."""
    entries = list(checker.registry("places", schema.PlaceEntry))
    above = {id: entry.within for id, _, entry in entries}
    _check_above(checker, "places", "within", above, problems.UNKNOWN_PLACE, "place", "lie within itself")
    return {id: _place(id, entry, chain(id, above)) for id, _, entry in entries}


def _check_above(
    checker: Checker,
    registry: str,
    key: str,
    above: Mapping[str, str | None],
    kind: Kind,
    noun: str,
    circle: str,
) -> None:
    """Report ids under ``key`` that do not exist, or that lead back to where they begin."""
    document = checker.content.registries.get(registry)
    if document is None:
        return
    round_about = circles(above)
    for id, other in above.items():
        if other is None:
            continue
        if other not in above and not checker.already_reported(registry, other):
            message = f'unknown {noun} "{other}"{did_you_mean(other, above)}'
            checker.tell(document, (id, key), kind, message)
        elif id in round_about:
            checker.tell(document, (id, key), problems.CIRCLE, f'"{id}" would {circle}')


def _outlet(id: str, entry: schema.OutletEntry) -> Outlet:
    short = entry.short or entry.name
    return Outlet(
        id,
        entry.name,
        short,
        entry.kind,
        entry.country,
        entry.note,
        tuple(entry.hosts),
        tuple(entry.aliases),
        tuple(entry.same_as),
        entry.called or "",
    )


def _source(id: str, entry: schema.SourceEntry) -> Source:
    stake = entry.stake
    return Source(
        id, entry.name, entry.short or entry.name, entry.kind, stake, entry.stake_note, tuple(entry.aliases),
        entry.speaks_for, entry.side, tuple(entry.same_as), entry.about,
    )  # fmt: skip


def _place(id: str, entry: schema.PlaceEntry, within: tuple[str, ...]) -> Place:
    return Place(
        id, entry.name, tuple(entry.aliases), entry.latitude, entry.longitude, entry.precision,
        entry.located_by, entry.note, within, tuple(entry.same_as),
    )  # fmt: skip
