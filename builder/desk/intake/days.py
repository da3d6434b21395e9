"""Days and times of day as pages and texts state them, in the forms that are clear; a form that may mean two days means none."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, time
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from builder.values.clock import day_and_time
from builder.values.dates import parse_edtf

Kind = Literal["published", "changed"]

# What stands before a day, in the languages whose papers use the word.
_CHANGED = re.compile(
    r"updated?\b|last\s+(?:modified|edited|changed)|modified|amended|corrected|revised|aktualisier|geändert|zuletzt|stand\s*:|mise?s? à jour|modifié"
    r"|actualizad|actualización|modificad|aggiornat|ultimo aggiornamento|modificat|atualizad|bijgewerkt|gewijzigd|laatst|uppdaterad|oppdatert|opdateret|sist endret"
    r"|päivitetty|muokattu|обновлен|изменен|оновлен|змінен|zaktualizowan|aktualizacj|ostatnia|aktualizov|güncellen|güncelleme|frissítve|actualitzat|ενημέρωσ"
    r"|더\s?수정|수정|업데이트|更新|最終|修改|تحديث|עודכן",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi(?:shed|cado|cada|cation|cación|cação|cato|cata|é|ée|ziert|cat|kováno|kowano)|posted|issued|released|first\s|erschienen|veröffentlicht|erstellt|mis en ligne|paru|creado"
    r"|pubblicat|gepubliceerd|geplaatst|publicer|publisert|julkaistu|опубликован|опублікован|opublikowan|vydáno|yayın|megjelen|δημοσι|입력|등록|公開|発表|发布|發布|发表|نشر|פורסם",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[0-9]{1,2})(?:(?P<sign>[:.]|\s?[hH]\s?)(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?)?"
    r"\s{0,2}(?P<half>[ap]\.?\s?m\b\.?)?(?![\d:])\s{0,2}(?P<zone>Z\b|UTC\b|GMT\b(?!\s?[+-])|(?:GMT|UTC)?\s?[+-][0-9]{2}:?[0-9]{2}(?![0-9]))?",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?<!\d)(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:T(?=\d)|(?!\d))"
    r"|(?<!\d)(?P<by>[0-9]{4})(?P<bm>[0-9]{2})(?P<bd>[0-9]{2})T(?P<bt>[0-9]{4}(?:[0-9]{2})?Z?)(?!\d)"
    r"|(?<![\d/.])(?P<sy>[0-9]{4})(?P<sep>[/.])\s?(?P<sm>[0-9]{1,2})(?P=sep)\s?(?P<sd>[0-9]{1,2})(?!\d)"
    r"|(?P<cy>[0-9]{4})\s?[年년]\s?(?P<cm>[0-9]{1,2})\s?[月월]\s?(?P<cd>[0-9]{1,2})\s?[日일]"
)
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<a>[0-9]{1,2})(?P<sep>[/.-])\s?(?P<b>[0-9]{1,2})(?P=sep)\s?(?P<y>[0-9]{4})(?![\d/-])"
)
_WORD = r"[^\W\d_][^\s\d.,:;/|()-]{1,20}"
_WORDED = re.compile(
    rf"(?<![\d.,:])(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th|er|re|º|ª|°|ος)?[.,]?(?:\s|-)+(?:of\s+|de\s+|d[’'])?(?P<m>{_WORD})\.?,?(?:\s|-)+(?:de\s+|del\s+)?(?P<y>[0-9]{{4}})(?!\d)"
    rf"|(?P<m2>{_WORD})\.?\s+(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+(?:[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}\s+)?)(?P<y2>[0-9]{{4}})(?!\d)"
    rf"|(?<!\d)(?P<y3>[0-9]{{4}})\.?\s*(?:m\.\s*)?(?P<m3>{_WORD})\.?\s+(?P<d3>[0-9]{{1,2}})(?!\d)",
    re.IGNORECASE,
)
_LANGUAGES = (
    "en de fr es it pt nl sv da nb fi pl cs sk sl hr sr bg ru uk be ro hu el tr et lv lt ca eu gl is ga sq mk az ka hy id vi ar fa he hi ur "
    "bn th"
).split()
_NAMED = re.compile(r"\b[A-Z][a-z]{3,}\W{0,2}\Z")
"""A noun before a number, which says what it is."""
_EPOCH = re.compile(r"([0-9]{10})(?:[0-9]{3}|\.[0-9]{1,6})?")
"""Seconds since 1970, or thousandths of them."""
_PRECISE = re.compile(r"[0-9]{4}(?:-[0-9]{2})?\Z")
_LONGEST = 300
_LATEST = 2100
"""A number of seconds that would be of a later year is none."""


class Stated(Struct, frozen=True):
    """A day that is stated, and what for."""

    edtf: str
    """The day, with the time of day behind it where that is stated."""
    kind: Kind | None
    """Whether it is said to be that of publication or of a change; None if nothing is said."""
    before: str
    """The words before it, from the last day on."""
    after: str
    """The words behind it, up to the next day."""


def stated_in(text: str, language: str | None = None) -> list[Stated]:
    """Return the days that a short text states, in their order. Days of which a part is not stated are left out."""
    text = _plain(text[:_LONGEST])
    if seconds := _EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(seconds[1]), tz=UTC)
        # The first second of a day stands where only the day is known.
        clock = f"T{moment:%H:%M:%S}Z" if moment.time() != time.min else ""
        return [Stated(f"{moment:%Y-%m-%d}{clock}", None, "", "")] if moment.year < _LATEST else []
    found = sorted(
        (match for pattern in (_ISO, _NUMBERS, _WORDED) for match in pattern.finditer(text)),
        key=lambda match: (match.start(), -match.end()),
    )
    days: list[tuple[int, int, str]] = []
    for match in found:
        if (not days or match.start() >= days[-1][1]) and (day := _day(match, language)):
            days.append((match.start(), match.end(), day))
    stated = []
    for index, (start, end, day) in enumerate(days):
        before = text[days[index - 1][1] if index else 0 : start]
        after = text[end : days[index + 1][0] if index + 1 < len(days) else len(text)]
        # "Updated 10:30, 9 June": the hour may stand first.
        basic = re.search(r"T([0-9]{2})([0-9]{2})([0-9]{2})?(Z?)\Z", text[start:end])
        if basic:
            clock = f"{basic[1]}:{basic[2]}" + (f":{basic[3]}" if basic[3] else "") + basic[4]
        else:
            inside = re.search(r"\s[0-9]{2}:[0-9]{2}:[0-9]{2}\s", text[start:end])
            clock = time_of(inside[0] if inside else after) or ("" if index else time_of(before[-16:]) or "")
        stated.append(
            Stated(f"{day}T{clock}" if clock and _valid(day, clock) else day, _kind(before), before, after)
        )
    return stated


def stated(value: object, language: str | None = None) -> str | None:
    """Return the day that a value in a page's record states, with the time of day if it has one, or None if it is not clear."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    value = value.strip()
    if _PRECISE.match(value):
        return _checked(value)
    found = stated_in(value, language)
    return found[0].edtf if len(found) == 1 else None


def says_a_day(line: str, language: str | None = None) -> list[Stated]:
    """Return the days that a line states if it says nothing beside: who wrote it, perhaps, but no sentence."""
    line = line.strip()
    if len(line) > 120:
        return []
    found = stated_in(line, language)
    return found if all(_beside(item.before) and _beside(item.after) for item in found) else []


def time_of(text: str) -> str | None:
    """Return the first time of day in a text as ``09:30``, with seconds and zone if they are stated, or None."""
    match = _TIME.search(text[:40])
    if not match or not (match["minute"] or match["half"]):
        return None
    if (
        match["sign"] == "."
        and not match["half"]
        and not match["zone"]
        and _NAMED.search(text, 0, match.start())
    ):
        return None  # "Price 1.20"
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    clock = f"{hour:02}:{match['minute'] or '00'}" + (f":{match['second']}" if match["second"] else "")
    zone = re.sub(r"GMT|UTC|\s", "", (match["zone"] or "").upper())
    if match["zone"]:
        clock += f"{zone[:3]}:{zone[-2:]}" if zone[:1] in ("+", "-") else "Z"
    # The first minute of a day stands where only the day is known.
    return None if re.match(r"00:00(?::00)?(?!:)", clock) else clock


def _plain(text: str) -> str:
    """Return a text with ASCII digits and plain spaces and hyphens."""
    text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return " ".join(text.replace("\u2010", "-").replace("\u2011", "-").translate(_MARKS).split())


_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u200b\ufeff"))


def _kind(before: str) -> Kind | None:
    changed, published = (list(pattern.finditer(before)) for pattern in (_CHANGED, _PUBLISHED))
    if changed and (not published or changed[-1].start() > published[-1].start()):
        return "changed"
    return "published" if published else None


def _beside(words: str) -> bool:
    words = _TIME.sub(" ", _PUBLISHED.sub(" ", _CHANGED.sub(" ", words)))
    left = re.findall(r"[^\W\d_]{2,}", words)
    return len(left) <= 4


def _day(match: re.Match[str], language: str | None) -> str | None:
    """Return the day that a match of one of the patterns means, as EDTF, or None if it is none or may be two."""
    got = match.groupdict()
    parts = next(
        ((got[f"{p}y"], got[f"{p}m"], got[f"{p}d"]) for p in ("", "b", "s", "c") if got.get(f"{p}y") and f"{p}m" in got and f"{p}d" in got),
        None,
    )  # fmt: skip
    if "a" in got:
        one, two = int(got["a"]), int(got["b"])
        if one > 12 >= two or one == two:
            day, month = one, two
        elif two > 12 >= one:
            day, month = two, one
        # With full stops the day stands first, everywhere but where English is written.
        elif got["sep"] == "." and language is not None and not language.startswith("en"):
            day, month = one, two
        else:
            return None
        return _checked(f"{got['y']}-{month:02}-{day:02}")
    if parts is None or not parts[1].isdecimal():
        worded = next(
            ((got[f"y{n}"], got[f"m{n}"], got[f"d{n}"]) for n in ("", "2", "3") if got.get(f"y{n}")), None
        )
        if worded is None or (number := month_of(worded[1], language)) is None:
            return None
        year = int(worded[0]) - (543 if (language or "").startswith("th") and int(worded[0]) > 2400 else 0)
        return _checked(f"{year:04}-{number:02}-{int(worded[2]):02}")
    return _checked(f"{parts[0]}-{int(parts[1]):02}-{int(parts[2]):02}")


def _checked(edtf: str) -> str | None:
    try:
        return parse_edtf(edtf).edtf
    except ValueError:
        return None


def _valid(day: str, clock: str) -> bool:
    try:
        return day_and_time(f"{day}T{clock}")[1] is not None
    except ValueError:
        return False


def month_of(word: str, language: str | None) -> int | None:
    """Return the number (1 to 12) of a month by its name or abbreviation in a language, in English, or in any other, or None."""
    word = word.casefold().strip(".")
    for months in (_months((language or "en").replace("-", "_")), _months("en"), _all_months()):
        if found := months.get(word):
            return found
    return None


@cache
def _all_months() -> dict[str, int]:
    """Return the names of months in many languages. What is another month in another one ("listopad") is left out."""
    names: dict[str, set[int]] = {}
    for code in _LANGUAGES:
        for name, number in _months(code).items():
            names.setdefault(name, set()).add(number)
    return {name: numbers.pop() for name, numbers in names.items() if len(numbers) == 1 and len(name) > 2}


@cache
def _months(code: str) -> dict[str, int]:
    try:
        months = Locale.parse(code).months
    except (UnknownLocaleError, ValueError):
        code = code.partition("_")[0]
        try:
            months = Locale.parse(code).months
        except (UnknownLocaleError, ValueError):
            return {}
    names: dict[str, set[int]] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[form][width].items():
                names.setdefault(name.casefold().strip("."), set()).add(number)
    if code.startswith("en"):
        names["sept"] = {9}
    return {name: numbers.pop() for name, numbers in names.items() if len(numbers) == 1}
