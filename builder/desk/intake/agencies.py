"""Wire agencies as they are named in bylines and credit lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.values.agencies import one_of_them
from builder.values.letters import CAPITAL, SMALL

UNABLE = "The text says what {name} was unable to find out, as its own reports do."
"""Why an agency is credited that the text names only so."""
_SOME = (
    r"(?:news\s+)?agencies|wire\s+services|wires|agency\s+reports|Agenturen|agencias|agences|agenzie|agências"
)
_NAMES = one_of_them()
# An agency that no list has, called so by its own name: "Osk News Agency".
_CALLED = rf"(?:{CAPITAL}[\w.&'’-]*\s+){{1,4}}(?:[Nn]ews|[Pp]ress)\s+[Aa]gency"
# Letters stand for one only where nothing else can: in a dateline.
_LETTERS = r"[A-Z]{2,5}"
_JOINT = r"\s*(?:/|,|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|-(?=[A-Z]))\s*"
_SEVERAL = rf"(?:{_NAMES}|{_SOME})(?:{_JOINT}(?:{_NAMES}|{_SOME})){{0,3}}"
_WITH = r"(?:with|mit|avec|con|com|met|z)\s+(?:l['’]|the\s+|der\s+)?"
_ALONE = re.compile(rf"(?i:{_WITH})?(?P<name>{_SEVERAL})\Z")
# ORRIN (ONA) - ..., Orrin, 6 may (ONA).-
_LETTERED = re.compile(
    rf"\s*{CAPITAL}[\w.'’-]*(?:[ /](?:{CAPITAL}[\w.'’-]*|{SMALL}{{1,3}})){{0,5}}(?:,\s{{0,4}}[\w. ]{{1,20}})?\s{{0,4}}\((?P<name>{_LETTERS})\)\s*\.?\s*[-–—]\s*(?={CAPITAL})"
)
# KYIV, Dec 16 (Reuters) - ...
_DATELINE = re.compile(
    rf"\s*[^\W\d_a-z][\w .,'’/-]{{1,80}}?(?:,\s{{0,4}}[A-Z][\w.,' ]{{0,40}})?\s{{0,4}}\((?P<name>{_SEVERAL})\)\s*[-–—.:]"
)
# At the end: "- Reuters", "© AFP", "mit Material von dpa". "(Reporting by ... for Reuters)" names a person and is no credit.
_LAST = re.compile(
    rf"""\W{{0,4}}(?:(?:Sources?|Quellen?|Fuente|Fonte|Źródło|Джерело|Источник|来源|Credit)\s*[:：]\s*|©\s*(?:[0-9]{{4}}\s*)?
    |(?:[Ww]ith|[Aa]dditional|[Ii]ncludes|[Cc]ontains|[Uu]sing)\s+(?:(?:additional\s+)?(?:reporting|material|information|files|input|inputs|contributions)\s+(?:by|from)\s+)?(?:the\s+)?
    |(?:[Mm]it|[Uu]nter\s+[Vv]erwendung\s+von)\s+(?:(?:Material|Informationen|Inhalten|Agenturmaterial)\s+)?(?:von|der|des)?\s*(?:der\s+)?
    |[Aa]vec\s+(?:l['’])?|[Cc]on\s+(?:información\s+de|informaciones\s+de|datos\s+de)?\s*|[Cc]om\s+(?:informações\s+d[aeo]s?\s+)?
    |[Mm]et\s+(?:informatie\s+van\s+)?|(?:and|und|et|y)\s+)?
    (?P<name>{_SEVERAL})
    (?:/[a-z]{{2,4}}){{0,2}}
    (?:\s+(?:contributed|has\s+contributed)\s+to\s+this\s+(?:report|story|article))?\W{{0,4}}\Z""",
    re.VERBOSE,
)
# An agency that says of itself in its own report what it could not find out.
_UNABLE = re.compile(
    rf"(?<!\w)(?P<name>{_NAMES})\s+(?:was|were|has\s+been|is)\s+(?:unable|not\s+(?:immediately\s+)?able)\s+to\s+(?:\w+\s+){{0,3}}(?:verify|confirm|establish|reach|determine|authenticate)"
    rf"|(?<!\w)(?P<other>{_NAMES})\s+(?:could|has)\s+not\s+(?:\w+\s+){{0,2}}(?:verif|confirm|establish|reach|determine|authenticat)"
)
# "The Osk News Agency contributed to this report.", "Texto original: Osk News Agency."
_NAMED_LAST = re.compile(
    rf"\W{{0,4}}(?:.*[:©]\s*|(?i:{_WITH})|The\s+)?(?P<name>{_CALLED})(?:\s+(?:has\s+)?contributed\s+to\s+this\s+(?:report|story|article))?\W{{0,4}}\Z"
)
_IN_BRACKETS = re.compile(rf"\((?P<name>{_SEVERAL})(?:/[a-z]{{2,4}}){{0,2}}\)\W{{0,2}}\Z")


def agency(words: str) -> str | None:
    """Return the words, as printed, if they are only names of agencies, or "agencies", or None."""
    found = _ALONE.match(words.strip(" .()"))
    return found["name"] if found else None


def credited(text: str, outlets: Iterable[str] = ()) -> str | None:
    """Return the agency that a text's dateline or last lines credit, as printed, or None.

    Letters in a dateline that no list has are an agency's unless they are those of one of ``outlets``.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:8]:
        if match := _DATELINE.match(line):
            return match["name"]
    match = next(filter(None, map(_LETTERED.match, lines[:8])), None)
    if match is not None and not any(_are_letters_of(match["name"], name) for name in outlets):
        return match["name"]
    for line in reversed(lines[-4:]):
        # "Additional reporting by Tom Holm. Reuters and agencies"
        for said in (line, line.rpartition(". ")[2]) if len(line) < 200 else ():
            if len(said) < 120 and (match := _LAST.match(said) or _NAMED_LAST.match(said)):
                return match["name"]
        # "... as the union said. (dpa)"
        if match := _IN_BRACKETS.search(line[-60:]):
            return match["name"]
    return None


def _are_letters_of(letters: str, name: str) -> bool:
    """Return whether letters are a name, or begin its words: "TDI" of "The Daily Islander"."""
    words = re.findall(r"\w+", name)
    return letters in (*words, "".join(word[0] for word in words), "".join(word[0] for word in words[1:]))


def speaks_of_itself(text: str) -> str | None:
    """Return the agency that a text says was unable to verify something, as its own reports say of it, or None."""
    found = _UNABLE.search(text)
    return (found["name"] or found["other"]) if found else None
