"""Find the names of registry entries (sources, places, outlets) in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from builder.proof.normal import Span
from builder.values.counting import Words, counting
from builder.values.figures.tokens import fold
from builder.values.lexicon import language_file, listed
from builder.values.scripts import bordering, is_simple, unspaced
from builder.values.text import normalise
from builder.values.wordings import articles, belonging, determiners

_SHORT = 4
"""Letters of the longest name in capitals that may be a word in small letters."""
_GENITIVE = re.compile(r"(?<=des )|(?<=[nrs]es )")
"""Up to a noun: a German article that has it end in s or es: "des Verbands", "eines Gerichtes"."""
_NOUN = 4
"""Letters: a shorter word takes up no name."""
_LED = 2
"""How many words before such a noun may hold its article: "the drivers' union"."""
_COMMON = re.compile(r"the [a-z]+")
_LONGEST = 40
"""Letters before a noun in which the rest of its name is looked for."""
_CAPITAL_BEFORE = re.compile(r"\b([^\W\d_][\w'-]*) \Z")
_PARENTHESES = re.compile(r"\s?\(([^)]{0,400})\)")


class Mention(Struct, frozen=True):
    """A name in a text."""

    span: Span
    ids: frozenset[str]
    """Ids that it can mean: several if entries share a name."""


def _as_one(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return names with those as one that stand together and mean the same: "the Solvia brewery", of Solvia."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last and last.ids == mention.ids and text[last.span[1] : mention.span[0]] == " ":
            found[-1] = Mention((last.span[0], mention.span[1]), mention.ids)
        else:
            found.append(mention)
    return found


class Names:
    """The names of a registry's entries. The longest match counts: "Ukraine's military" does not name "Ukraine"."""

    def __init__(self, named: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self.meant: dict[str, set[str]] = {}
        """Case-folded name -> ids."""
        self._found: dict[tuple[str, Span], list[Mention]] = {}
        capitals: dict[str, bool] = {}
        proper: dict[str, bool] = {}
        for id, names in named:
            for name in names:
                for form in _forms(name):
                    proper[form.casefold()] = proper.get(form.casefold(), False) or not _is_common(name)
                    self.meant.setdefault(form.casefold(), set()).add(id)
                    short = form.isupper() and len(form) <= _SHORT
                    capitals[form.casefold()] = short and capitals.get(form.casefold(), True)
        self._capitals = frozenset(name for name, is_so in capitals.items() if is_so)
        """Names that are short and all in capitals: "UN", which is no French "un"."""
        self._common = frozenset(name for name, is_so in proper.items() if not is_so)
        """Those that are a noun of English with its article: "the bank", which "Harrow Bank" is not."""
        self._patterns: dict[bool, re.Pattern[str]] = {}
        """By whether the text has Latin letters only."""

    def mentions(self, text: str, span: Span | None = None) -> list[Mention]:
        """Return the names in a span of a normalised text, in order. Names begin with a capital or a digit."""
        start, end = span or (0, len(text))
        if not self.meant:
            return []
        key = (text, (start, end))
        if key not in self._found:
            named = (
                Mention(match.span(), frozenset(ids))
                for match in self._pattern(text).finditer(text, start, end)
                if (ids := self._meant_by(match))
                and (match[0].isupper() or match[0].casefold() not in self._capitals)
                and not (match[0].casefold() in self._common and _ends_a_name(match))
            )
            self._found[key] = _as_one(text, named)
        return self._found[key]

    def _meant_by(self, match: re.Match[str]) -> set[str] | None:
        """Return the ids of a name as it is found, also in the German genitive; ``None`` if it is none."""
        name = match[0].casefold()
        if (
            (ids := self.meant.get(name))
            or not match[0][:1].isupper()
            or not _GENITIVE.match(match.string, match.start())
        ):
            return ids
        return self.meant.get(name.removesuffix("s")) or self.meant.get(name.removesuffix("es"))

    def _pattern(self, text: str) -> re.Pattern[str]:
        """Return a pattern of all names, the longest first, where they are no part of other words."""
        simple = is_simple(text)
        if simple not in self._patterns:
            # Nor of compounds. A name in a script without spaces may have letters of it on both sides.
            letter, hyphened = bordering(simple=simple)
            named = sorted(self.meant, key=lambda name: (-len(name), name))
            own = _either((name for name in named if unspaced(name[0])), hyphened)
            others = _either((name for name in named if not unspaced(name[0])), hyphened)
            pattern = "|".join(filter(None, (f"(?<!-){letter}(?:{others})" if others else "", own)))
            self._patterns[simple] = re.compile(pattern, re.IGNORECASE)
        return self._patterns[simple]

    def named(self, text: str, span: Span | None = None) -> set[str]:
        """Return the ids named in a span of a text."""
        return {id for mention in self.mentions(text, span) for id in mention.ids}

    def named_alone(self, text: str) -> set[str]:
        """The same, of nouns only where their article stands before them: "the central bank" is not "the bank"."""
        return {
            id
            for mention in self.mentions(text)
            if text[mention.span[0] : mention.span[1]].casefold() not in self._common
            or ((before := text[: mention.span[0]].split())[-1:] and before[-1].casefold() in determiners())
            for id in mention.ids
        }

    def of(self, id: str) -> list[str]:
        """Return the case-folded names of one entry, sorted."""
        return sorted(name for name, ids in self.meant.items() if id in ids)


def _either(named: Iterable[str], end: str) -> str:
    """Return an expression for any of some names, in their order, with what German puts behind a noun: whether it is that, is looked at where it is found.

    Names that follow each other share their ``end``: to make it ready once for each takes longer than all else.
    """
    runs = groupby(named, lambda name: unspaced(name[-1]))
    return "|".join(
        f"(?:{'|'.join(map(re.escape, run))}){'' if joined else f'(?:e?s)?{end}'}" for joined, run in runs
    )


def _is_common(name: str) -> bool:
    """Return whether a name is one noun in small letters with its English article."""
    return _COMMON.fullmatch(name) is not None


def _ends_a_name(match: re.Match[str]) -> bool:
    """Return whether a noun with a capital is the last word of a name: "Harrow Bank", and no "The Bank" nor a line in capitals."""
    printed = match[0]
    before = _CAPITAL_BEFORE.search(match.string, max(0, match.start() - _LONGEST), match.start())
    return (
        printed[0].isupper()
        and not printed.isupper()
        and before is not None
        and before[1][0].isupper()
        and before[1].casefold() not in articles()
    )


class Heads:
    """The nouns by which names are taken up: "their union" for the Nurses' Union, German "des Gerichts" for a Landgericht.

    A noun that several entries share takes up none of them.
    """

    def __init__(self, named: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._ids: dict[str, set[str]] = {}
        """Noun without its ending -> ids."""
        for id, names in named:
            for name in names:
                if head := _head(name):
                    self._ids.setdefault(_plain_noun(head), set()).add(id)
        self._met: dict[str, set[str]] = {}
        """The ids of each word that was looked up."""

    def named(self, text: str, language: str) -> set[str]:
        """Return the ids that nouns behind an article or "their" take up in a text."""
        here = counting(language)
        cut, leads = Words(text), here.articles | here.determiners | owners(language)
        found: set[str] = set()
        for at, word in enumerate(cut.words):
            ids = self._meant(fold(word)) if leads & set(cut.words[max(0, at - _LED) : at]) else set()
            found |= ids if len(ids) == 1 else set()
        return found

    def _meant(self, word: str) -> set[str]:
        """Return the ids of a noun, in any of its endings, alone or as the end of a compound."""
        if word not in self._met:
            plain = _plain_noun(word)
            heads = self._ids.items() if len(plain) >= _NOUN else ()
            self._met[word] = {id for head, ids in heads if head.endswith(plain) for id in ids}
        return self._met[word]


def _head(name: str) -> str | None:
    """Return the noun of a name of several words, or of one in small letters or of a compound; ``None`` for a person's."""
    plain = _PARENTHESES.sub("", normalise(name)).partition(",")[0]
    cut = Words(plain)
    words = [word for word in cut.words if word not in articles()]
    joint = next((at for at, word in enumerate(words) if at and word in belonging()), None)
    head = words[joint - 1] if joint else (words[-1] if words else "")
    return fold(head) if len(head) >= _NOUN else None


def _plain_noun(word: str) -> str:
    return re.sub(r"(?:es|en|s|n|e)\Z", "", word)


@lru_cache(maxsize=16)
def owners(language: str) -> frozenset[str]:
    """Return the words of a language that say whose somebody is: "their"."""
    file = language_file(language)
    given = file.proposing.speakers if file is not None else None
    return frozenset(listed(f"{given.own},{given.its}")) if given is not None else frozenset()


@lru_cache(maxsize=64)
def registry_names(named: tuple[tuple[str, tuple[str, ...]], ...]) -> Names:
    """Return the ``Names`` of a registry given as pairs of id and names. Cached."""
    return Names(named)


def _forms(name: str) -> Iterable[str]:
    """Yield a name's abbreviations in parentheses, and the name without them, its article and its apposition."""
    name = normalise(name)
    yield from _PARENTHESES.findall(name)
    plain = _PARENTHESES.sub("", name).partition(",")[0].strip()
    plain = re.sub(r"^(?:the|a|an)\s+", "", plain, flags=re.IGNORECASE)
    if plain:
        yield plain
