"""Wire agencies as they are named in bylines and credit lines: those that everybody knows, and those that a site has for outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from builder.values.agencies import agency_names
from builder.values.expressions import alternatives
from builder.values.letters import CAPITAL, SMALL
from builder.values.lexicon import language_file, languages, listed

UNABLE = "The text says what {name} was unable to find out, as its own reports do."
"""Why an agency is credited that the text names only so."""
_SIGNED = 160
"""Characters of a last line that tells where a report was printed first."""
_FIRST = 4
"""Lines of a text in which its first sentence stands, with what is above it."""
_LONGEST = 80
"""Most characters of a name: no line that credits an agency has room for more."""
_WORDS = re.compile(r"[A-Za-z0-9]+")
"""Words that stand in a page as they are: pages may write other letters by their numbers."""
_SOME = (
    r"(?:news\s+)?agencies|wire\s+services|wires|agency\s+reports|Agenturen|agencias|agences|agenzie|agências"
)
# An agency that no list has, called so by its own name: "Osk News Agency".
_CALLED = rf"(?:{CAPITAL}[\w.&'’-]*\s+){{1,4}}(?:[Nn]ews|[Pp]ress)\s+[Aa]gency"
# Letters stand for one only where nothing else can: in a dateline.
_LETTERS = r"[A-Z]{2,5}"
_JOINT = r"\s*(?:/|,|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|-(?=[A-Z]))\s*"
_WITH = r"(?:with|mit|avec|con|com|met|z)\s+(?:l['’]|the\s+|der\s+)?"
# ORRIN (ONA) - ..., Orrin, 6 may (ONA).-
_LETTERED = re.compile(
    rf"\s*{CAPITAL}[\w.'’-]*(?:[ /](?:{CAPITAL}[\w.'’-]*|{SMALL}{{1,3}})){{0,5}}(?:,\s{{0,4}}[\w. ]{{1,20}})?\s{{0,4}}\((?P<name>{_LETTERS})\)\s*\.?\s*[-–—]\s*(?={CAPITAL})"
)
# "The Osk News Agency contributed to this report.", "Texto original: Osk News Agency."
_NAMED_LAST = re.compile(
    rf"\W{{0,4}}(?:.*[:©]\s*|(?i:{_WITH})|The\s+)?(?P<name>{_CALLED})(?:\s+(?:has\s+)?contributed\s+to\s+this\s+(?:report|story|article))?\W{{0,4}}\Z"
)
# What stands before the names of agencies in a last line: "- Reuters", "© AFP", "mit Material von dpa", "Quelle: Inselblatt, mit dpa", "Quelle: Inselblatt/dpa".
_BEFORE = r"""(?:(?:Sources?|Quellen?|Fuente|Fonte|Źródło|Джерело|Источник|来源|Credit)\s*[:：]\s*(?:[^\W\d_a-z][^,/:;.?!]{1,50}[,/]\s*)?)?
    (?:©\s*(?:[0-9]{4}\s*)?
    |(?:[Ww]ith|[Aa]dditional|[Ii]ncludes|[Cc]ontains|[Uu]sing)\s+(?:(?:additional\s+)?(?:reporting|material|information|files|input|inputs|contributions)\s+(?:by|from)\s+)?(?:the\s+)?
    |(?:[Mm]it|[Uu]nter\s+[Vv]erwendung\s+von)\s+(?:(?:Material|Informationen|Inhalten|Agenturmaterial)\s+)?(?:von|der|des)?\s*(?:der\s+)?
    |[Aa]vec\s+(?:l['’])?|[Cc]on\s+(?:información\s+de|informaciones\s+de|datos\s+de)?\s*|[Cc]om\s+(?:informações\s+d[aeo]s?\s+)?
    |[Mm]et\s+(?:informatie\s+van\s+)?|(?:and|und|et|y)\s+)?"""


class Agencies:
    """The names that credit an agency, and where they do."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        """Take the names of agencies that everybody knows, and ``own`` ones: names and aliases of a site's outlets, as they are printed."""
        self._own = tuple(filter(None, map(_usable, own)))

    # Each expression is made when a text first needs it: there are some hundred names in each, and no text needs all.

    @cached_property
    def _names(self) -> str:
        return _expression({*agency_names(), *self._own})

    @cached_property
    def _several(self) -> str:
        return rf"(?:{self._names}|{_SOME})(?:{_JOINT}(?:{self._names}|{_SOME})){{0,3}}"

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        return re.compile(rf"(?i:{_WITH})?(?P<name>{self._several})\Z")

    @cached_property
    def _dateline(self) -> re.Pattern[str]:
        # KYIV, Dec 16 (Reuters) - ...
        return re.compile(
            rf"\s*[^\W\d_a-z][\w .,'’/-]{{1,80}}?(?:,\s{{0,4}}[A-Z][\w.,' ]{{0,40}})?\s{{0,4}}\((?P<name>{self._several})\)\s*[-–—.:]"
        )

    @cached_property
    def _last(self) -> re.Pattern[str]:
        # "(Reporting by ... for Reuters)" names a person and is no credit.
        return re.compile(
            rf"""\W{{0,4}}{_BEFORE}
            (?P<name>{self._several})
            (?:/[a-z]{{2,4}}){{0,2}}
            (?:\s+(?:contributed|has\s+contributed)\s+to\s+this\s+(?:report|story|article))?\W{{0,4}}\Z""",
            re.VERBOSE,
        )

    # "За матеріалами ..."; "Este artículo se publicó originalmente en ...": in the words of any language.

    @cached_property
    def _in_words(self) -> re.Pattern[str]:
        return re.compile(rf"\W{{0,4}}(?i:{_of_pages('credit')})\s+(?P<name>{self._several})\W{{0,4}}\Z")

    @cached_property
    def _first(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?i:{_of_pages('first_printed')})\s+(?P<name>{self._names})(?!\w)")

    @cached_property
    def _passed_on(self) -> re.Pattern[str]:
        # "..., передаёт агентство MNS.", with the name in letters or of a list: who it is from, in its first lines.
        return re.compile(
            rf"(?<!\w)(?i:{_of_pages('passed_on')})\s+(?P<name>{self._several}|{_LETTERS})(?!\w)"
        )

    @cached_property
    def _in_brackets(self) -> re.Pattern[str]:
        return re.compile(rf"\((?P<name>{self._several})(?:/[a-z]{{2,4}}){{0,2}}\)\W{{0,2}}\Z")

    @cached_property
    def _unable(self) -> re.Pattern[str]:
        # An agency that says of itself in its own report what it could not find out.
        return re.compile(
            rf"(?<!\w)(?P<name>{self._names})\s+(?:was|were|has\s+been|is)\s+(?:unable|not\s+(?:immediately\s+)?able)\s+to\s+(?:\w+\s+){{0,3}}(?:verify|confirm|establish|reach|determine|authenticate)"
            rf"|(?<!\w)(?P<other>{self._names})\s+(?:could|has)\s+not\s+(?:\w+\s+){{0,2}}(?:verif|confirm|establish|reach|determine|authenticat)"
        )

    @classmethod
    def in_text(cls, text: str, own: Iterable[str]) -> Agencies:
        """Return those that everybody knows and those of ``own`` that a page may name: a site may have thousands."""
        named = [name for name in own if all(word in text for word in _WORDS.findall(name))]
        return cls(named) if named else KNOWN

    def agency(self, words: str) -> str | None:
        """Return the words, as printed, if they are only names of agencies, or "agencies", or None."""
        found = self._alone.match(words.strip(" .()"))
        return found["name"] if found else None

    def credited(self, text: str, outlets: Iterable[str] = ()) -> str | None:
        """Return the agency that a text's dateline or last lines credit, as printed, or None.

        Letters in a dateline that no list has are an agency's unless they are those of one of ``outlets``.
        """
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        for line in lines[:8]:
            # Ukrainian papers name theirs in a line of its own above the report: "Джерело: Reuters".
            if match := self._dateline.match(line) or self._in_words.match(line):
                return match["name"]
        for line in lines[:_FIRST]:
            if match := self._passed_on.search(line):
                return match["name"]
        match = next(filter(None, map(_LETTERED.match, lines[:8])), None)
        if match is not None and not any(_are_letters_of(match["name"], name) for name in outlets):
            return match["name"]
        for line in reversed(lines[-4:]):
            # "Additional reporting by Tom Holm. Reuters and agencies"
            for said in (line, line.rpartition(". ")[2]) if len(line) < 200 else ():
                if len(said) < 120 and (match := self._last.match(said) or _NAMED_LAST.match(said)):
                    return match["name"]
            if len(line) < _SIGNED and (match := self._in_words.match(line) or self._first.search(line)):
                return match["name"]
            if len(line) < _SIGNED and (match := _translated().match(line)):
                return match["name"]
            # "... as the union said. (dpa)"
            if match := self._in_brackets.search(line[-60:]):
                return match["name"]
        return None

    def speaks_of_itself(self, text: str) -> str | None:
        """Return the agency that a text says was unable to verify something, as its own reports say of it, or None."""
        found = self._unable.search(text)
        return (found["name"] or found["other"]) if found else None


@lru_cache(maxsize=1)
def _translated() -> re.Pattern[str]:
    """Return an expression for the line that tells who translated a report and whose it is: "Translated by Ada Holm. © The Osk Review"."""
    whose = rf"©\s*(?:[0-9]{{4}}\s*)?(?P<name>{CAPITAL}[\w.&'’-]*(?:\s+(?:{CAPITAL}[\w.&'’-]*|of|de|du|del|der|des)){{0,5}})"
    return re.compile(rf"\W{{0,4}}(?i:{_of_pages('translated')})\s+[^©\n]{{1,80}}?{whose}\W{{0,4}}\Z")


@lru_cache(maxsize=8)
def _of_pages(key: str) -> str:
    """Return an expression for what papers of all languages print under a key of theirs."""
    files = filter(None, map(language_file, languages()))
    return alternatives(list(dict.fromkeys(one for file in files for one in listed(getattr(file.page, key)))))


def _usable(name: str) -> str:
    """Return a name as one line, or nothing if nobody could print it as a credit: without letters, or too long."""
    name = " ".join(name.split())
    return name if len(name) <= _LONGEST and sum(map(str.isalpha, name)) > 1 else ""


def _expression(names: Iterable[str]) -> str:
    """Return an expression for any of some names, the longest first, wherever lines of print break them."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)


def _are_letters_of(letters: str, name: str) -> bool:
    """Return whether letters are a name, or begin its words: "TDI" of "The Daily Islander"."""
    words = re.findall(r"\w+", name)
    return letters in (*words, "".join(word[0] for word in words), "".join(word[0] for word in words[1:]))


KNOWN = Agencies()
"""Those that everybody knows, and no others."""
