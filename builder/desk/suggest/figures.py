"""Find every figure that a sentence prints: how many or how much of something, not when, how old or which one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.proof.normal import Span
from builder.values import quantity
from builder.values.numbers import NUMBER, Number, parse_number
from builder.values.quantity import Modifier, Quantity

_TIME_UNITS = r"(?:second|minute|hour|day|night|week|month|year|decade)s?"
_FRACTION = re.compile(
    rf"(?:(?P<lead>{quantity._PHRASE})\s+)?(?:(?P<count>a|an|one|two|three|four|nine)[\s-]+)?"
    r"(?P<part>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|hundredths?)\b",
    re.IGNORECASE,
)
# Vague counts that a paper chooses in place of a figure; "many" and "numerous" are rarely that.
_VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds|scores|dozens)\s+of\s+(?:thousands|millions)|(?:several|a\s+few|many)\s+(?:dozen|hundred|thousand|million)s?"
    r"|dozens|scores|hundreds|thousands|millions|a\s+handful(?=\s+of)|a\s+couple(?=\s+of)|(?:several|multiple|a\s+few)(?=\s+(?:\w+\s+)?\w+s\b|\s+people)"
    r"|(?:a\s+)?(?:large|small|significant|considerable|growing)\s+numbers?)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:\b(?:Article|Section|Chapter|Flight|Route|Highway|Number|No\.|Nos\.|Room|Gate|Terminal|Phase|Level|Line|Platform|Group\s+of"
    r"|Boeing|Airbus|Type|Mark|Apollo|Channel|Formula|Covid|Version|World\s+War|group\s+stage|page|chapter|verse|aged?)[\s-]*"
    r"|\b(?:[Vv]iews|[Ll]ikes|[Ss]hares|[Cc]omments):?\s*|[#№]\s*)\Z"
)
_SKIP_AFTER = re.compile(
    r"\s*(?:[ap]\.?m\b\.?|o['’]clock|min(?:ute)?s?\s+read\b|GMT|UTC|-?years?[\s-]old|[-\s](?:year|month|week|day)[\s-]old|/[0-9])",
    re.IGNORECASE,
)
_AGE = re.compile(r"[A-Z][\w'’-]+,\s*\Z")
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}\Z")
_ONE = re.compile(
    r"\s+(?:person|people|man|woman|child|boy|girl|soldier|officer|worker|civilian|death|body|fatality|house|home)\b"
)
_DEADLINE = re.compile(r"\bwithin\s+\Z", re.IGNORECASE)
_MORE = re.compile(r"\b(?:exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topped|tops|passed)\s+\Z", re.IGNORECASE)
_CLOSER = re.compile(r"\bcloser\s+to\s+\Z", re.IGNORECASE)
_DURING = re.compile(
    rf"over\s+(?P<figure>(?:(?:{quantity._PHRASE})\s+)?(?P<number>{NUMBER}))\s+(?:\w+\s+)?{_TIME_UNITS}\b",
    re.IGNORECASE,
)
_SYMBOLS = str.maketrans({"$": " ", "€": " ", "£": " ", "¥": " "})


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure and where it stands."""

    span: Span
    printed: str
    """With its hedge and its unit."""
    modifier: Modifier
    low: Number | None
    high: Number | None
    unit: str | None
    number: Span
    """Where the number itself stands, without hedge and unit."""

    @property
    def reads_back(self) -> bool:
        """Whether the printed words alone mean the same to the site."""
        read = quantity.parse(self.printed)
        return read is not None and (read.modifier, read.low, read.high) == (
            self.modifier,
            self.low,
            self.high,
        )


def find_figures(content: str, sentence: Span, dates: Iterable[Span] = ()) -> list[Figure]:
    """Return the figures of a sentence in order. ``dates`` are spans that say when, and hold none."""
    start, end = sentence
    # Signs of currencies may stand before any number of a range; positions stay.
    text = content[start:end].translate(_SYMBOLS)
    taken = [(a - start, b - start) for a, b in dates]
    found: list[Figure] = []
    for match, figure in _candidates(text):
        if any(a < match[1] and match[0] < b for a, b in taken):
            continue
        taken.append(match)
        left, right = match
        if content[start + left - 1 : start + left] in "$€£¥" and left:
            left -= 1
        number = figure.number
        found.append(
            Figure(
                (start + left, start + right), content[start + left : start + right], figure.modifier, figure.low, figure.high,
                figure.unit, (start + number[0], start + number[1]),
            )
        )  # fmt: skip
    return sorted(found, key=lambda figure: figure.span)


def _candidates(text: str) -> Iterator[tuple[Span, Figure]]:
    for match in quantity._DOZEN.finditer(text):
        read = quantity.parse(text[max(0, match.start() - 30) : match.end()])
        if read is not None and read.modifier is not Modifier.VAGUE:
            lead = re.search(rf"(?:{quantity._LEAD.format('lead')})?\Z", text[: match.start()], re.IGNORECASE)
            start = lead.start() if lead else match.start()
            yield (start, match.end()), _of(text, (start, match.end()), match.span(), read)
    for match in _FRACTION.finditer(text):
        if _is_fraction(text, match):
            hedge = match["lead"]
            modifier = quantity._modifier(hedge) if hedge else Modifier.EXACTLY
            yield match.span(), Figure(match.span(), match[0], modifier, None, None, None, match.span())
    for match in _VAGUE.finditer(text):
        yield match.span(), Figure(match.span(), match[0], Modifier.VAGUE, None, None, None, match.span())
    for match in quantity._FIGURE.finditer(text):
        yield from _number(text, match)


def _no_hedge(text: str, match: re.Match[str]) -> int | None:
    """Return where a figure really begins whose hedge is none: "the agency estimated 200", "around three villages"."""
    lead = match["lead"].casefold().strip()
    place = re.match(
        r"\s+(?:\w+\s+)?(?:villages|towns|cities|settlements|districts|islands|corners)\b",
        text[match.end("first") :],
    )
    if (
        lead == "around"
        and place
        and re.search(
            r"\b(?:[a-z]+ed|fought|clashes|fighting|battles|attacks)\s+\Z",
            text[: match.start()],
            re.IGNORECASE,
        )
    ):
        return match.start("first")
    if lead == "estimated" and not re.search(
        r"\b(?:an|the|is|are|was|were|at|be|been)\s+\Z", text[: match.start()]
    ):
        return match.start("first")
    return None


def _is_fraction(text: str, match: re.Match[str]) -> bool:
    part, count = match["part"].casefold(), (match["count"] or "").casefold()
    of = re.match(r"\s+of\b", text[match.end() :])
    if part.startswith("hal"):
        return not count and bool(of or match["lead"]) and not re.match(r"\s+(?:an?\s+)", text[match.end() :])
    return bool(count) and (bool(of) or part.endswith("s"))


def _of(text: str, span: Span, number: Span, read: Quantity) -> Figure:
    return Figure(span, text[slice(*span)], read.modifier, read.low, read.high, read.unit, number)


def _number(text: str, match: re.Match[str]) -> Iterator[tuple[Span, Figure]]:
    start, end = match.span()
    first = match.start("first")
    lead = match["lead"]
    if quantity._entangled(text, match) or _SKIP_AFTER.match(text, match.end("first")):
        return
    if _NAMED.search(text[:start]) or (not lead and _AGE.search(text[:start]) and text[end : end + 1] == ","):
        return
    word = match["first"].casefold()
    if word in ("one", "a", "an") and not lead and not _ONE.match(text, end):
        return
    if _YEAR.match(match["first"]) and not re.match(
        r"\s+(?!and\b|in\b|to\b|on\b|at\b|by\b|after\b|when\b|war\b)[a-z]+s\b", text[end:]
    ):
        return
    if _DEADLINE.search(text[:start]) and re.match(rf"\s+{_TIME_UNITS}\b", text[end:]):
        return
    if during := _DURING.match(text, start):
        # "a raise of 9% over two years": during, not more than.
        read = quantity.parse(during["figure"])
        span = during.span("figure")
        if read is not None:
            yield span, _of(text, span, during.span("number"), read)
        return
    second = match["second"]
    dash = (match["dash"] or "").casefold()
    between = (match["between"] or "").casefold()
    if (
        second
        and dash in ("and", "or", "to")
        and between != "between"
        and not (dash == "to" and between == "from")
    ):
        low, high = parse_number(match["first"]), parse_number(second)
        plain = dash == "to" and low is not None and high is not None and low < high
        if not plain:
            # Two figures, not a range: each is read by itself.
            cut = match.start("dash")
            for part in (text[:cut], text):
                offset = 0 if part is not text else match.end("dash")
                again = quantity._FIGURE.search(part, start if part is not text else offset)
                if again and again.start() < end and not again["second"]:
                    yield from _number(part, again)
            return
    if lead and (cue := _no_hedge(text, match)):
        start = cue
    if between == "from" and not second:
        start = first if not lead else start
    read = quantity.parse(text[start:end])
    if read is None:
        return
    modifier, low, high = read.modifier, read.low, read.high
    if modifier is Modifier.EXACTLY and (verb := _MORE.search(text[:start])):
        modifier, high, start = Modifier.MORE_THAN, None, verb.start()
    elif closer := _CLOSER.search(text[:first]):
        modifier, start = Modifier.ABOUT, closer.start()
    last = match.end("second") if second else match.end("first")
    if end > last and not match["unit"] and not match["tail"]:
        end = last
    yield (start, end), Figure((start, end), text[start:end], modifier, low, high, read.unit, (first, last))
