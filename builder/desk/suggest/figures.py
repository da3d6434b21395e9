"""Find every figure that a sentence prints: how many or how much of something, not when, how old or which one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from builder.desk.suggest.notfigures import TIME_UNITS, is_none
from builder.desk.suggest.shapes import shapes
from builder.proof.normal import Span
from builder.values import patterns, quantity, speech
from builder.values.numbers import NUMBER, Number, parse_number
from builder.values.patterns import before
from builder.values.quantity import Modifier, Quantity

# "One video shows", "just one of three": that many. "One of the", "one day", "one official said" count nothing.
_ONE = re.compile(
    r"\s+(?!(?:of|another|and|or|that|who|which|more|way|day|time|point|side|hand|thing|reason|end|example|such)\b)"
    rf"(?!(?:[a-z-]+\s+){{1,3}}(?:{speech.PLAIN}|wrote|explained|recalled)\b)[a-z-]+"
)
# "complained about 16 shifts": of them, not roughly.
_TALK = re.compile(
    r"\b(?:complain\w*|talk\w*|speak\w*|spoke|warn\w*|worr\w+|know\w*|hear\w*|ask\w*|told|concern\w*)\s+\Z",
    re.IGNORECASE,
)
_PLACES = re.compile(r"\s+(?:\w+\s+)?(?:villages|towns|cities|settlements|districts|islands|corners)\b")
_FOUGHT = re.compile(r"\b(?:[a-z]+ed|fought|clashes|fighting|battles|attacks)\s+\Z", re.IGNORECASE)
_IS_ESTIMATED = re.compile(r"\b(?:an|the|is|are|was|were|at|be|been)\s+\Z")
_ONLY = re.compile(r"\b(?:only|just)\s+\Z", re.IGNORECASE)
_ONE_OF = re.compile(
    rf"\s+(?:[a-z]+|of\s+(?:(?:the|its|their|his|her|those|these)\s+)?{NUMBER})\b", re.IGNORECASE
)
_COMPANIES = re.compile(r"\s+companies\b")
_MORE = re.compile(r"\b(?:exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topped|tops|passed)\s+\Z", re.IGNORECASE)
_CLOSER = re.compile(r"\bcloser\s+to\s+\Z", re.IGNORECASE)
_DURING = re.compile(
    rf"over\s+(?P<figure>(?:(?:{patterns.PHRASE})\s+)?(?P<number>{NUMBER}))\s+(?:\w+\s+)?{TIME_UNITS}\b",
    re.IGNORECASE,
)
# Each by itself: of many in a row a run of spaces would become.
_SYMBOLS = re.compile(r"[$€£¥](?=\s?\w)")


class Figure(Struct, frozen=True):
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
    text = _SYMBOLS.sub(" ", content[start:end])
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
    for shape in shapes(text):
        yield (
            shape.span,
            Figure(
                shape.span,
                text[slice(*shape.span)],
                shape.modifier,
                shape.low,
                shape.high,
                None,
                shape.number,
            ),
        )
    for match in patterns.FIGURE.finditer(text):
        yield from _number(text, match)


def _no_hedge(text: str, match: re.Match[str]) -> int | None:
    """Return where a figure really begins whose hedge is none: "the agency estimated 200", "around three villages"."""
    lead = match["lead"].casefold().strip()
    start, first = match.start(), match.start("first")
    if lead == "around" and _PLACES.match(text, match.end("first")) and before(_FOUGHT, text, start):
        return first
    if lead == "about" and before(_TALK, text, start):
        return first
    if lead == "estimated" and not before(_IS_ESTIMATED, text, start):
        return first
    return None


def _is_one(text: str, start: int, end: int) -> bool:
    """Return whether "one" says how many."""
    return bool(_ONE.match(text, end) or (before(_ONLY, text, start) and _ONE_OF.match(text, end)))


def _of(text: str, span: Span, number: Span, read: Quantity) -> Figure:
    return Figure(span, text[slice(*span)], read.modifier, read.low, read.high, read.unit, number)


def _number(text: str, match: re.Match[str]) -> Iterator[tuple[Span, Figure]]:
    start, end = match.span()
    first = match.start("first")
    lead = match["lead"]
    # "30 companies": of soldiers only in the site's own reading of a figure, which says nothing of the rest.
    businesses = _COMPANIES.match(text, end)
    if (patterns.entangled(text, match) and not businesses) or is_none(text, match):
        return
    word = match["first"].casefold()
    if word in ("one", "a", "an") and not lead and not _is_one(text, start, end):
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
                again = patterns.FIGURE.search(part, start if part is not text else offset)
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
    if modifier is Modifier.EXACTLY and (verb := before(_MORE, text, start)):
        modifier, high, start = Modifier.MORE_THAN, None, verb.start()
    elif closer := before(_CLOSER, text, first):
        modifier, start = Modifier.ABOUT, closer.start()
    last = match.end("second") if second else match.end("first")
    if end > last and not match["unit"] and not match["tail"]:
        end = last
    yield (start, end), Figure((start, end), text[start:end], modifier, low, high, read.unit, (first, last))
