"""Whom a pronoun, a description or a surname means: "she", "the mayor", "Holm", after the full name.

Nobody is meant unless it is sure: one person or body fits, and is named in one of the two sentences before, in the same paragraph or the
one before, as ``check`` asks of a source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from msgspec import Struct

from builder.content.model import Source
from builder.desk.suggest.happened import PERSONAL, read
from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.words import stops
from builder.proof.names import Mention, Names
from builder.proof.normal import Span
from builder.proof.rules.attribution import HANGS_ON
from builder.proof.text import Text
from builder.values.figures.tokens import fold
from builder.values.letters import CAPITAL, SMALL
from builder.values.lexicon import language_file, languages, listed
from builder.values.text import normalise

PERSON = "person"
PERSONS = frozenset({PERSON, "head of state"})
"""The kinds of sources that are one person."""
_BODIES = frozenset(
    {"government", "ministry", "parliament", "council", "court", "police", "prosecutor", "company", "bank", "union", "regulator", "commission",
     "airline", "army", "university", "insurer", "museum"}
)  # fmt: skip
"""Things that are a body."""
_SOURCES = {
    "company": frozenset({"company", "outlet", "others"}),
    "court": frozenset({"court", "others"}),
    "union": frozenset({"organisation", "others"}),
}
"""Bodies -> the kinds of sources that may be one: "the company" is no works council."""
_LEAST = 4
"""Letters of a word that describes somebody."""
_TAIL = 6
"""Letters of the end of a compound that does: German "Ministerium" for "Gesundheitsministerium"."""
_FRONT = 30
"""Characters before a surname in which a first name stands."""
_FIRST = re.compile(rf"(?<![\w.'’-])(?P<name>{CAPITAL}{SMALL}+(?:-{CAPITAL}{SMALL}+)?) \Z")
_AGED = re.compile(r",? \(?(?:\w{2} )?\d{1,3}(?=[,;:.)]|\Z)|, (?:\w{2} )?\d{1,3} ")
_NAME = re.compile(
    rf"{CAPITAL}{SMALL}[\w'’-]*(?:\s+(?:{CAPITAL}[\w'’.-]*|{SMALL}{{1,3}}))*\s+(?P<last>{CAPITAL}{SMALL}[\w'’-]+)"
)


class _Words(Struct, frozen=True):
    behind: re.Pattern[str]
    """From a name on, what says what somebody is: ", the mayor,"."""
    front: re.Pattern[str]
    """Up to a name: "Mayor", "the mayor,"."""
    persons: frozenset[str]
    things: frozenset[str]


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    words = proposing(language).speakers
    article = before(words.articles)
    return _Words(
        re.compile(
            rf",\s+{article}?(?P<what>(?:[\w'’-]+\s+){{0,3}}?[\w'’-]+)(?=,|\.|\s+{any_of(words.of)}\b)",
            re.IGNORECASE,
        ),
        re.compile(r"(?P<what>[\w'’-]+),?\s+\Z"),
        frozenset(listed(words.persons)),
        frozenset(listed(words.things)),
    )


def kind_of(source: Source) -> str:
    """Return what a source is; a person wherever a full name and its last word alone are names of it, whatever its kind: a spokesman."""
    names = {source.name.partition(",")[0], source.short, *source.aliases}
    whole = [
        words for name in names if len(words := normalise(name).split()) > 1 and normalise(name).istitle()
    ]
    is_one = any(words[-1] in names and not _is_article(words[0]) for words in whole)
    return PERSON if is_one else source.kind


def _is_article(word: str) -> bool:
    """Return whether any language has a word as an article: "El Gobierno" is no full name."""
    return any(word.casefold() in listed(proposing(code).speakers.articles) for code in languages())


class Referring:
    """Tells whom the words of one text mean that are no names of the registry."""

    def __init__(self, text: Text, known: Names, language: str, kinds: Mapping[str, str]) -> None:
        """``kinds``: id of a source -> its kind; a source without one may be a person or a body."""
        self.text, self.known, self.language, self.kinds = text, known, language, kinds
        self._all = known.mentions(text.content)
        self._surnames = self._read_surnames()
        self._described = self._read_descriptions()

    def mentions(self, span: Span) -> list[Mention]:
        """Return who is named in a span, by a surname too where the full name stands before it."""
        found = list(self.known.mentions(self.text.content, span))
        for match, ids in self._surnames:
            inside = span[0] <= match[0] and match[1] <= span[1]
            if inside and not any(m.span[0] < match[1] and match[0] < m.span[1] for m in found):
                found.append(Mention(match, ids))
        return sorted(found, key=lambda mention: mention.span)

    def is_surname(self, span: Span) -> bool:
        """Return whether a name is a surname that no registry has."""
        return any(span == match for match, _ in self._surnames)

    def own_mentions(self, span: Span) -> list[Mention]:
        """Return who is named in a span, without those who only have the same surname."""
        return [mention for mention in self.mentions(span) if not self.is_namesake(mention)]

    def is_namesake(self, mention: Mention) -> bool:
        """Return whether a surname stands behind another first name than his who is known: "Nora Holm" of Ada Holm's family."""
        content, (start, end) = self.text.content, mention.span
        front = _FIRST.search(content, max(0, start - _FRONT), start)
        if len(mention.ids) != 1 or front is None or " " in content[start:end]:
            return False
        [id] = mention.ids
        whole = [words for name in self.known.of(id) if len(words := name.split()) > 1]
        name, last = front["name"].casefold(), content[start:end].casefold()
        if not self.is_person(id) or not any(words[-1] == last for words in whole):
            return False
        file = language_file(self.language)
        titles = listed(file.names.titles) if file is not None else []
        if (
            any(name in words for words in whole)
            or name in titles
            or read(front["name"], self.language).terms
        ):
            return False
        # Her age tells that it is her name; a capital alone may be that of a sentence, or of a German noun.
        if _AGED.match(content, end):
            return True
        opens = any(front.start("name") == sentence[0] for sentence in self.text.sentences)
        return not opens and not self._nouns_have_capitals and name not in self._small

    @cached_property
    def _nouns_have_capitals(self) -> bool:
        file = language_file(self.language)
        return file is not None and bool(file.times.capital_nouns)

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words of the text that have no capital somewhere: none of them is a first name."""
        return frozenset(re.findall(rf"(?<![\w'’-]){SMALL}[\w'’-]*", self.text.content))

    def is_near(self, ids: tuple[str, ...], sentence: Span) -> bool:
        """Return whether all of these are named in a sentence or those before it to which it may refer."""
        around = self.known.named(self.text.content, self._around(sentence))
        return set(ids) <= around

    def is_description(self, words: str) -> bool:
        """Return whether words only say what one person is: "The minister, "."""
        terms = read(words, self.language).terms
        return any(term.things & PERSONAL for term in terms) and not any(term.happened for term in terms)

    def meant(self, who: str, sentence: Span, at: int, last: tuple[str, ...]) -> tuple[str, ...]:
        """Return whom a pronoun or description at a place means; nobody if it is not sure. ``last``: who spoke or was named last."""
        words = _words(self.language)
        who = who.casefold()
        of = set(words.persons) & {who}
        thing = who in words.things
        described = self._described_as(who, at)
        if described is not None:
            return described if described and self.is_near(described, sentence) else ()
        if of or thing:
            fits = tuple(id for id in last if self.is_person(id) is not thing)
            if not thing and fits and self._other_person(sentence, at, fits):
                return ()
            if thing and fits and self._another_body(sentence, at, fits):
                return ()
            ids = fits or self._only(sentence, at, person=bool(of))
        else:
            kind = self._kind(who)
            ids = tuple(
                id
                for id in last
                if self._may_be(who, id) and (kind is None or self.is_person(id) in (kind, None))
            )
            if kind is False and ids and self._other_named(who, sentence, at, ids):
                return ()
            ids = ids or (self._only(sentence, at, person=kind, who=who) if kind is not None else ())
        return ids if ids and self.is_near(ids, sentence) else ()

    def is_of_kind(self, id: str, pronoun: str) -> bool:
        """Return whether a pronoun that is only of persons, or only of things, fits a source."""
        words = _words(self.language)
        is_person = self.is_person(id)
        return (
            is_person is False if pronoun in words.things else pronoun in words.persons and is_person is True
        )

    def _may_be(self, who: str, id: str) -> bool:
        """Return whether a source is of a kind that a description is of; one whose kind is not known may be."""
        return not self._bodies(who) or id not in self.kinds or self._is_a(who, id)

    def _other_named(self, who: str, sentence: Span, at: int, ids: tuple[str, ...]) -> bool:
        """Return whether the sentence itself names another body before a description that may be it: which one is meant, is not sure."""
        here = self.known.named(self.text.content, (sentence[0], max(at, sentence[0])))
        fits = {id for id in here if self.is_person(id) is False and id in self.kinds and self._is_a(who, id)}
        return bool(fits) and not fits & set(ids)

    def _another_body(self, sentence: Span, at: int, ids: tuple[str, ...]) -> bool:
        """Return whether the sentence itself names a body before "it", and another one than spoke before: then it may be either."""
        here = self.known.named(self.text.content, (sentence[0], max(at, sentence[0])))
        bodies = {id for id in here if self.is_person(id) is False}
        return bool(bodies) and not bodies & set(ids)

    def _other_person(self, sentence: Span, at: int, ids: tuple[str, ...]) -> bool:
        """Return whether another person is named later, between those who spoke and "she": then it may be either."""
        around = (self._around(sentence)[0], max(at, sentence[0]))
        named = [m.ids for m in self.known.mentions(self.text.content, around)]
        since = next((k for k in range(len(named) - 1, -1, -1) if named[k] & set(ids)), -1)
        return any(len(who) == 1 and all(self.is_person(id) for id in who) for who in named[since + 1 :])

    def _is_a(self, who: str, id: str) -> bool:
        """Return whether a source is for sure of the kind that a description is of."""
        return any(self.kinds[id] in _SOURCES[name] for name in self._bodies(who))

    def _bodies(self, who: str) -> set[str]:
        """Return the bodies that a description is of, of which it is known what kinds of sources may be one."""
        return {name for term in read(who, self.language).terms for name in term.things} & _SOURCES.keys()

    def may_mean(self, pronoun: str, id: str) -> bool:
        """Return whether a pronoun may be of a source: "it" is no person, "she" no body."""
        words, is_person = _words(self.language), self.is_person(id)
        of = {kind for kind, said in ((True, words.persons), (False, words.things)) if pronoun in said}
        return is_person is None or not of or is_person in of

    def _only(self, sentence: Span, at: int, *, person: bool, who: str = "") -> tuple[str, ...]:
        """Return the only person, or the only body, that is named before a place."""
        around = (self._around(sentence)[0], at)
        named = {id for m in self.known.mentions(self.text.content, around) for id in m.ids}
        fitting = [
            id for id in sorted(named) if self.is_person(id) is person and (not who or self._may_be(who, id))
        ]
        return tuple(fitting) if len(fitting) == 1 else ()

    def _around(self, sentence: Span) -> Span:
        start = self.text.around(sentence, HANGS_ON)[0]
        return start, sentence[1]

    def is_person(self, id: str) -> bool | None:
        """Return whether a source is one person; None if its kind is not known."""
        kind = self.kinds.get(id)
        return None if kind is None else kind in PERSONS

    def _kind(self, who: str) -> bool | None:
        """Return whether a description is of a person, or of a body; ``None`` if it may be of either."""
        things = {name for term in read(who, self.language).terms for name in term.things}
        if things & _BODIES:
            return False
        return True if things & PERSONAL else None

    def _described_as(self, who: str, at: int) -> tuple[str, ...] | None:
        """Return whom a text describes so before a place; nobody if several are, ``None`` if none is."""
        ids: set[str] = set()
        for word in re.findall(r"[\w'’-]+", fold(who)):
            for start, described, id in self._described:
                if start < at and (word == described or (len(word) >= _TAIL and described.endswith(word))):
                    ids.add(id)
        return None if not ids else tuple(ids) if len(ids) == 1 else ()

    def _read_descriptions(self) -> list[tuple[int, str, str]]:
        """Return where a text says what somebody is: the place, the word, the id."""
        words, stop = _words(self.language), stops(self.language)
        found: list[tuple[int, str, str]] = []
        for mention in self._all:
            if len(mention.ids) != 1:
                continue
            [id] = mention.ids
            start, end = mention.span
            said = [self.text.content[start:end]] if self.is_person(id) is False else []
            if self.is_person(id) is not False:
                if behind := words.behind.match(self.text.content, end):
                    said.append(behind["what"])
                if front := words.front.search(self.text.content, max(0, start - 40), start):
                    said.append(front["what"])
            found += [
                (start, word, id)
                for one in said
                for word in re.findall(r"[^\W\d_][\w'’-]*", fold(one))
                if len(word) >= _LEAST and word not in stop
            ]
        return found

    def _read_surnames(self) -> list[tuple[Span, frozenset[str]]]:
        """Return where a text names somebody by the last word of a full name that it has printed before."""
        content, first = self.text.content, dict[str, dict[str, int]]()
        for mention in self._all:
            name = _NAME.fullmatch(content[slice(*mention.span)])
            if name is None or len(mention.ids) != 1:
                continue
            [id] = mention.ids
            if self.is_person(id):
                first.setdefault(name["last"], {}).setdefault(id, mention.span[1])
        found: list[tuple[Span, frozenset[str]]] = []
        for last, who in first.items():
            if len(who) != 1 or last.casefold() in self.known.meant:
                continue
            [(id, start)] = who.items()
            whole = re.compile(rf"(?<![\w-]){re.escape(last)}(?![\w-])")
            inside = [mention.span for mention in self._all]
            found += [
                (match.span(), frozenset({id}))
                for match in whole.finditer(content, start)
                if not any(a <= match.start() < b for a, b in inside)
            ]
        return found
