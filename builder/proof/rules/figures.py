"""Rules on figures: hedges kept, nothing overridden, the right thing counted, parts marked as parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.asked import asks_for, asks_for_difference, asks_for_rate, asks_of_each, is_of_shares
from builder.proof.asked.asks import Asks
from builder.proof.asked.own_times import part_of
from builder.proof.asked.passage import Passage, noun_phrase, passage_of
from builder.proof.case import ClaimCase, Finding
from builder.proof.locate import occurrences
from builder.proof.rules.counted_said import is_said
from builder.proof.rules.given import may_be
from builder.proof.rules.governed import is_turned
from builder.proof.rules.rest import complement_unsaid
from builder.proof.shares import percent_of
from builder.values import quantity
from builder.values.counting import Words, changes, counting, is_part, meant, says
from builder.values.expressions import alternatives
from builder.values.figures import reader, search, stated
from builder.values.figures.numerals import Numeral, numeral
from builder.values.figures.reasons import Reason
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import Found
from builder.values.figures.shares import rate
from builder.values.figures.tokens import Tokens
from builder.values.figures.words import words_of
from builder.values.lexicon import language_file, listed
from builder.values.nones import nones
from builder.values.quantity import Modifier, Number, Quantity
from builder.values.text import normalise
from builder.values.units import as_read, same_thing, same_unit

_UNREAD = (Reason.WORD, Reason.SIGN, Reason.TWO_FIGURES, Reason.RANGE)
_REACH = 6
"""Number of words before a figure that are tried for another reading."""
_BEHIND = 10
"""Number of words behind it: what it counts stands there too."""


@lru_cache(maxsize=256)
def _figures(sentence: str, language: str) -> tuple[Found, ...]:
    """Return the figures of a sentence. Several claims are taken from one."""
    return tuple(search.find(sentence, language))


def hedge_dropped(case: ClaimCase) -> Iterator[Finding]:
    """Read the figure as its sentence prints it: the words beside it must leave the meaning that the claim has."""
    language = case.article.language
    # A figure stated by hand against its words is another finding: here the words count.
    read = reader.read(case.claim.printed, language) if isinstance(case.claim.value, Quantity) else None
    if not isinstance(read, Quantity) or case.printed is None:
        return
    start, end = case.sentence
    first, last = case.printed
    figures = _figures(case.content_of((start, end)), language)
    if message := _no_range(figures, (first - start, last - start), read):
        yield Finding(kinds.HEDGE_DROPPED, ("printed",), message)
        return
    for found in figures:
        number = (found.number[0] + start, found.number[1] + start)
        if number[1] <= first or last <= number[0]:
            continue
        if (
            _is_of_each_asked(case, read, found.reading)
            or _is_reached(case, read, found, start)
            or _is_known_number(case, found, start)
            or _is_counted_of(case, read, found, start)
            or _is_asked_difference(case, found, start)
            or _is_asked_change(case, read, found.reading)
        ):
            return
        if found_differs := _differs(read, found.reading):
            before = case.content_of((found.start + start, first)).strip()
            after = case.content_of((last, found.end + start)).strip()
            given = case.claim.value if "modifier" in case.entry else read
            firm = (
                isinstance(found.reading, Quantity)
                and isinstance(given, Quantity)
                and contradicts(given, found.reading)
            )
            place = f'"{before}" before it' if before else f'"{after}" after it'
            if not before and not after:
                place = "the scale of the next figure for it too"
                found_differs += "; print both with what joins them, and state modifier, low and high"
            message = f"the text has {place}: {found_differs}"
            yield Finding(kinds.HEDGE_DROPPED, ("printed",), message, firm=firm)
        return


def _is_of_each_asked(case: ClaimCase, read: Quantity, again: Quantity | Refusal) -> bool:
    """Return whether a figure is only one of each share or family in its sentence, and the question asks for just that."""
    if not isinstance(again, Quantity):
        return False
    if again.unit == f"{read.unit or ''} {_EACH}".strip():
        ends = (again.low, again.high) == (read.low, read.high) and again.modifier is read.modifier
        return ends and asks_of_each(case.question, case.book.site.settings.language)
    if not f" {again.unit or ''}".startswith(f" {read.unit or ''} per ".replace("  ", " ")):
        return False
    site, each = case.book.site.settings.language, (again.unit or "").partition("per ")[2]
    same = (again.modifier, again.low, again.high) == (read.modifier, read.low, read.high)
    return same and (
        asks_for_rate(case.question, site)
        or same_thing(each, case.question.of or "", (case.article.language, site))
    )


def _is_known_number(case: ClaimCase, found: Found, base: int) -> bool:
    """Return whether a figure stands behind an article as one that is known, and another is held against it or a share of it.

    "Fewer than the 21,400 who had entered", "la moitié des 90 euros": what stands before the article is not said of it.
    """
    assert case.printed is not None
    if isinstance(found.reading, Quantity) and not found.reading.share:
        return False
    here, file = counting(case.article.language), language_file(case.article.language)
    one = set(listed(file.numbers.one)) if file is not None else set()
    before = Words(case.content_of((base + found.start, case.printed[0])))
    if not before.words or case.printed[1] < base + found.number[1]:
        return False
    last = before.words[-1]
    known = last in (here.determiners & here.articles) - one
    if not known and not any(term.end == before.ends[-1] for term in here.out_of_the.find(before)):
        return False
    # What it counts stands behind it then: another one is told by the words before the article.
    behind = re.split(r"[,;:()]", case.content_of((case.printed[1], case.sentence[1])))[0]
    asks = Asks(case.question, case.book.site.settings.language)
    end = case.printed[1] + len(behind)
    if any(case.printed[1] <= cue[0] and cue[1] <= end for cue in case.cues):
        return True  # "far from the 24 million put forward by the prosecutor"
    return bool(asks.met(behind, case.article.language)) or asks.names_only(behind, "")


_EACH = "each"
"""What a unit ends with where a figure is that of each one, and the words do not say of each what."""
_FEW = 12
"""A share of so few says how it is everywhere: "three in four"; of a hundred and a thousand too."""


def _is_counted_of(case: ClaimCase, read: Quantity, found: Found, base: int) -> bool:
    """Return whether a figure is how many there were of so many that were counted too: the nine of "neun von 44 Proben"."""
    assert case.printed is not None
    again = found.reading
    if not isinstance(again, Quantity) or not again.share or again.bounded or read.modifier != again.modifier:
        return False
    words = case.content_of((base + found.start, base + found.end))
    numbers = search.numbers(words, case.article.language)
    if len(numbers) != 2 or base + found.start + numbers[1][0] < case.printed[1]:
        return False
    return case.printed[0] <= base + found.start and not _is_round(numbers[1][2])


def _is_round(number: Number) -> bool:
    return number == int(number) and (number <= _FEW or str(int(number)).rstrip("0") == "1")


def _is_asked_difference(case: ClaimCase, found: Found, base: int) -> bool:
    """Return whether only what a difference is held against stands behind a figure, where its question asks for one."""
    assert case.printed is not None
    if (
        not isinstance(found.reading, Refusal)
        or case.content_of((base + found.start, case.printed[0])).strip()
    ):
        return False
    if not asks_for_difference(case.question, case.book.site.settings.language):
        return False
    here = counting(case.article.language)
    words = Words(case.content_of((case.printed[0], case.sentence[1])))
    end = case.printed[1] - case.printed[0]
    near = [
        term for term in here.difference.find(words) if not words.between(max(end, 0), max(end, term.start))
    ]
    return bool(near) or bool(here.than & set(words.between(end, len(words.text))[:1]))


def _is_reached(case: ClaimCase, read: Quantity, found: Found, base: int) -> bool:
    """Return whether only a verb makes a figure "at least": what reached 71 percent was 71 percent then, "reached 300 dead" are 300."""
    again, file = found.reading, language_file(case.article.language)
    if file is None:
        return False
    if isinstance(again, Refusal):
        # Not read, as it may also be whom something reached: the figure is the same.
        return read.modifier is Modifier.EXACTLY and again.word.casefold() in listed(file.verbs.at_least)
    if again.modifier is not Modifier.AT_LEAST:
        return False
    if (read.modifier, read.low, read.unit) != (Modifier.EXACTLY, again.low, again.unit):
        return False
    before = case.content_of((base + found.start, base + found.number[0])).casefold().split()
    while before and before[-1] in listed(file.saying.articles):
        before.pop()  # Spanish "alcanzó el" 71 por ciento
    return " ".join(before) in listed(file.verbs.at_least)


def _no_range(figures: tuple[Found, ...], printed: tuple[int, int], read: Quantity) -> str | None:
    """Say why the printed words are no figure of the text by themselves: they are two that are no range."""
    inside = [found for found in figures if printed[0] <= found.number[0] and found.number[1] <= printed[1]]
    if read.modifier is not Modifier.BETWEEN:
        return None
    changed = [
        found
        for found in inside
        if isinstance(found.reading, Refusal) and found.reading.reason is Reason.CHANGE
    ]
    if len(inside) > 1 or changed:
        return "these words are no range: they are how much it changed and what it changed to; print the one that answers the question"
    return None


def _differs(read: Quantity, again: Quantity | Refusal) -> str | None:
    """Say how a figure reads with all its words, if that differs."""
    if isinstance(again, Refusal):
        return again.says if again.reason in _UNREAD else None
    # "Dozens, if not hundreds" is not "dozens".
    longer = read.modifier is again.modifier is Modifier.VAGUE and again.words.startswith(f"{read.words} ")
    if _means(again) == _means(read) and not longer:
        return None
    return f"{quantity.caption(again)}, not {quantity.caption(read)}"


_ALL = 100
"""Percent: of a change by so much and more it is not sure what it led to."""


def _is_asked_change(case: ClaimCase, read: Quantity, again: Quantity | Refusal) -> bool:
    """Return whether a percentage is refused only for saying that it is that of a change, and the question asks for one: "9.5 percent more pay"."""
    table, site = words_of(case.article.language), case.book.site.settings.language
    if (
        not isinstance(again, Refusal)
        or read.unit != "percent"
        or read.high is None
        or read.high >= _ALL
        or table is None
    ):
        return False
    asks = asks_for(case.question, site) & changes() or asks_for_difference(case.question, site)
    return bool(asks) and table.more.match(again.word.split(), 0) is not None


def contradicts(given: Quantity, read: Quantity) -> bool:
    """Return whether a figure says what the words that it stands for do not: a bound that is no bound, or another figure.

    It may say less: a figure with room for all that the words allow contradicts nothing, and neither does one without any bound. Nor is
    it another one where only the hedge differs, as of "thirty or so" that the text names one by one.
    """
    if (given.modifier, given.low, given.high) == (read.modifier, read.low, read.high):
        return False
    if not read.bounded:
        # "Dozens" is not 36; a share may be a number of percent.
        return read.modifier is Modifier.VAGUE and given.bounded
    low, high = given.reach
    least, most = read.reach
    if low <= least and most <= high:
        return False
    return (given.low, given.high) != (read.low, read.high) or read.modifier not in _POINTS


_POINTS = frozenset({Modifier.EXACTLY, Modifier.ABOUT})
"""The modifiers of a figure that stands for itself."""


def _means(figure: Quantity) -> tuple[object, ...]:
    return (figure.modifier, figure.near, figure.low, figure.high, figure.unit, figure.share)


def overridden(case: ClaimCase) -> Iterator[Finding]:
    """A figure given by hand must not contradict printed words that can be read, nor invent one."""
    given = case.claim.value
    if not isinstance(given, Quantity) or "modifier" not in case.entry:
        return
    printed = case.claim.printed
    read = reader.read(printed, case.article.language)
    if _is_given_share(case, given, read) or is_turned(case):
        return
    if isinstance(read, Quantity):
        if (read.modifier, read.low, read.high) != (given.modifier, given.low, given.high):
            words = given.modifier is Modifier.VAGUE and read.modifier is not Modifier.VAGUE
            meant = "as a figure that nobody can read" if words else quantity.caption(given)
            message = f'"{printed}" reads as {quantity.caption(read)}, not {meant}; '
            if _is_of_a_scale_before(case, read, given):
                return
            firm = contradicts(given, read) or _is_no_number(case, read, given)
            advice = _advice(case, read, given, firm=firm)
            yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message + advice, firm=firm)
        return
    if not given.bounded:
        return
    if given.modifier is Modifier.EXACTLY and _turns(read, case):
        message = f'"{printed}" is not exactly {quantity.caption(given)}, as "{read.word}" says; state the modifier and bounds that it leaves'
        yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message, firm=True)
        return
    if read.reason is Reason.BELOW:
        message = (
            f'"{printed}" is below zero, which no low and high can say; write modifier: vague without them'
        )
        yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message, firm=True)
        return
    listed = len(case.book.places.mentions(normalise(printed)))
    if listed and (given.low, given.high) == (listed, listed) and given.modifier is Modifier.EXACTLY:
        return
    if given.low == given.high == 1 and _is_one(printed, case.article.language):
        return
    if given.low == given.high == 0 and next(nones(normalise(printed), case.article.language), None):
        return
    if not stated.agrees(printed, given.low, given.high, case.article.language):
        message = f'"{printed}" holds no figure such as {quantity.caption(given)}'
        yield Finding(kinds.FIGURE_OVERRIDDEN, ("modifier",), message)


def _is_of_a_scale_before(case: ClaimCase, read: Quantity, given: Quantity) -> bool:
    """Return whether a figure leaves out the scale, with its unit, that one right before it has: "invest 30 million euros; it promised 50 there"."""
    if read.modifier is not given.modifier or read.unit is not None or read.share or case.printed is None:
        return False
    ends = [(one, other) for one, other in ((read.low, given.low), (read.high, given.high)) if one]
    scales = {other / one for one, other in ends if other is not None}
    passage, language = passage_of(case), case.article.language
    table = words_of(language)
    if len(scales) != 1 or passage is None or table is None or not _has_no_noun(passage):
        return False
    scale, base = scales.pop(), case.text.around(case.passage, 1)[0]
    for found in reversed(_figures(case.content_of((base, case.sentence[1])), language)):
        if base + found.end > case.printed[0] or not isinstance(found.reading, Quantity):
            continue
        if found.reading.unit != case.claim.unit:
            continue
        number = numeral(
            Tokens(case.content_of((base + found.number[0], base + found.end)), table.spelling), 0, table
        )
        return isinstance(number, Numeral) and number.scale == scale
    return False


def _has_no_noun(passage: Passage) -> bool:
    """Return whether nothing that is counted stands behind a figure: no words, or "for" and what it is for."""
    here, noun = passage.read.language, Words(noun_phrase(passage)[0]).words
    return not noun or bool(here.for_.find(Words(noun[0])))


def _is_no_number(case: ClaimCase, read: Quantity, given: Quantity) -> bool:
    """Return whether printed words are a share or a multiple, and what is given by hand is how many: "one in five" is not 300."""
    if not read.share or read.bounded or not given.bounded:
        return False
    return not is_of_shares(case.claim.unit or "", case.book.site.settings.language)


def _turns(read: Refusal, case: ClaimCase) -> bool:
    """Return whether a figure is refused for a word before it that denies it or says that it is less or more: "not 300", "barely 300"."""
    file = language_file(case.article.language)
    if file is None or read.reason is not Reason.WORD:
        return False
    return read.word.casefold() in listed(file.unsafe.before)


def _advice(case: ClaimCase, read: Quantity, given: Quantity, *, firm: bool) -> str:
    """Return what to do about a figure given by hand that contradicts its printed words. Done so, it is as the text has it."""
    if wider := _as_given(case, given):
        return f'print "{wider}", which the text has, and remove modifier, low and high'
    if found := _wider(case):
        wider, meant = found
        if isinstance(meant, Refusal):
            return f'print "{wider}", which the text has, and keep modifier, low and high for what it means'
        return f'print "{wider}", which the text has and which reads as {quantity.caption(meant)}, and remove modifier, low and high'
    rest = "if it is read rightly, remove modifier, low and high; if not, keep them, and say in allow why"
    if firm:
        rest = "remove modifier, low and high. If it is read wrongly, write modifier: vague without bounds, and say in allow why"
    if read.modifier is Modifier.EXACTLY and given.modifier is not Modifier.EXACTLY:
        return f"if other words of the text say so, print them too; {rest}"
    return rest


def _wider(case: ClaimCase) -> tuple[str, Quantity | Refusal] | None:
    """Return the figure of the text with all its words, if these are more than the printed ones, and what it means."""
    if case.printed is None:
        return None
    start, (first, last) = case.sentence[0], case.printed
    for found in _figures(case.content_of(case.sentence), case.article.language):
        if found.number[0] + start < last and first < found.number[1] + start:
            a, b = min(found.start + start, first), max(found.end + start, last)
            wider = case.content_of((a, b))
            meant = reader.read(wider, case.article.language)
            return (wider, meant) if wider.strip() != case.content_of((first, last)).strip() else None
    return None


def _is_given_share(case: ClaimCase, given: Quantity, read: Quantity | Refusal) -> bool:
    """Return whether a percentage given by hand is what a share in words says: "nine in ten" is 90 percent."""
    if case.claim.unit != "percent" or not given.bounded or (isinstance(read, Quantity) and read.bounded):
        return False
    printed, language = normalise(case.claim.printed), case.article.language
    told = [found.reading for found in _figures(printed, language)]
    hedged = any(isinstance(item, Quantity) and item.modifier is given.modifier for item in (read, *told))
    part = percent_of(printed, language)
    return hedged and part is not None and {given.low, given.high} <= {part, None}


def _as_given(case: ClaimCase, given: Quantity) -> str | None:
    """Return the words of the text around the printed ones that read as the figure given by hand, the fewest; ``None`` if none do."""
    if case.printed is None:
        return None
    start, end = case.printed
    starts = [a for a, _ in case.text.words_in((case.sentence[0], start))][-_REACH:]
    ends = [b for _, b in case.text.words_in((end, case.sentence[1]))][:_BEHIND]
    windows = [(a, b) for a in (*starts, start) for b in (end, *ends)]
    for a, b in sorted(windows, key=lambda window: window[1] - window[0]):
        found = reader.read(case.content_of((a, b)), case.article.language)
        if isinstance(found, Quantity) and (found.modifier, found.low, found.high) == (
            given.modifier,
            given.low,
            given.high,
        ):
            return case.content_of((a, b))
    return None


def _is_one(printed: str, language: str) -> bool:
    """Return whether an article counts a noun that is printed with it: "a firefighter", "uno de los bomberos"."""
    file = language_file(language)
    first, _, noun = printed.casefold().partition(" ")
    return bool(noun.strip()) and file is not None and first in listed(file.numbers.one)


def counts_printed(case: ClaimCase) -> Iterator[Finding]:
    """The passage says what the claim counts."""
    if not case.is_a(Answer.QUANTITY) or not case.claim.counts:
        return
    site = case.book.site.settings.language
    if message := complement_unsaid(case):
        key = (
            "complement"
            if case.entry.get("complement")
            else "counts"
            if "counts" in case.entry
            else "question"
        )
        yield Finding(kinds.COUNTS_NOT_PRINTED, (key,), message)
        return
    if not is_said(case):
        message = f'nothing in the sentence says "{case.claim.counts}"'
        yield Finding(
            kinds.COUNTS_NOT_PRINTED, ("counts" if "counts" in case.entry else "question",), message
        )
    if "counts" in case.entry and case.question.counts and not _fits(case, site):
        message = f'"{case.claim.counts}" is nothing that the question counts: {case.question.counts}'
        yield Finding(kinds.COUNTS_NOT_PRINTED, ("counts",), message)
    if case.claim.unit and isinstance(case.claim.value, Quantity) and case.claim.value.unit:
        unit, languages = case.question.unit, (case.article.language, site)
        read = [case.claim.value.unit]
        if unit and " per " not in unit and asks_for_rate(case.question, site):
            read.append(
                f" {read[0]}".partition(" per ")[0].strip() or unit
            )  # how many euros "a year" a question may ask of euros
        elif unit and read[0].startswith("per "):
            read.append(f"{unit.partition(' per ')[0]} {read[0]}")  # "below a million a day", of euros
        elif unit and " per " in unit and _is_each(case, unit.partition(" per ")[2]):
            read.append(f"{read[0]} per {unit.partition(' per ')[2]}")
        file = language_file(case.article.language)
        if read[0] == "degrees" and _is_magnitude(case):
            read.append(unit or read[0])  # "7,2 grados en la escala de Richter"
        elif file is not None and read[0] in file.meant_units:
            read.append(file.meant_units[read[0]])  # "31 degrés" of a temperature
        elif read[0] == "degrees" and (scale := _scale_of(case.text.content, case.article.language)):
            read.append(scale)  # "43 degrees", in an English text with "40C"
        if unit and "unit" not in case.entry and not any(same_unit(one, unit, languages) for one in read):
            message = f"the figure is in {case.claim.value.unit}, and the question asks for {unit}"
            if may_be(read[-1], as_read(unit, site) or unit):
                message += f"; if the text means these, write unit: {unit}"
            yield Finding(kinds.COUNTS_NOT_PRINTED, ("question",), message)


def _is_each(case: ClaimCase, each: str) -> bool:
    """Return whether a figure's own part of its sentence says of what each one is so many: German "entgehen der Linie jeden Tag 2 Millionen"."""
    passage, words = passage_of(case), words_of(case.article.language)
    if passage is None or words is None:
        return False
    tokens = Tokens(passage.printed(*part_of(passage.read, passage.number)), words.spelling)
    rates = (rate(tokens, at, words, noun=True) for at in range(tokens.size))
    return any(found is not None and found[0] == f"per {each}" for found in rates)


def _is_magnitude(case: ClaimCase) -> bool:
    """Return whether a sentence says that its degrees are an earthquake's, and the question asks for no temperature."""
    file = language_file(case.article.language)
    said = alternatives(file.magnitudes if file is not None else "")
    named = re.search(rf"(?<!\w)(?:{said})(?!\w)", case.content_of(case.sentence), re.IGNORECASE)
    return named is not None and case.question.unit not in quantity.TEMPERATURES


@lru_cache(maxsize=64)
def _scale_of(text: str, language: str) -> str | None:
    """Return the only unit in which a text has temperatures, apart from bare degrees; ``None`` if it has both or none."""
    readings = (found.reading for found in search.find(text, language))
    units = {
        read.unit for read in readings if isinstance(read, Quantity) and read.unit in quantity.TEMPERATURES
    }
    return units.pop() if len(units) == 1 else None


def _fits(case: ClaimCase, site: str) -> bool:
    """Return whether what a claim counts is what its question counts, or a part of it."""
    mine, counts = meant(case.claim.counts or "", site), meant(case.question.counts or "", site)
    happened = asks_for(case.question, site)
    if (
        not mine.happened
        and not mine.things
        and occurrences(case.claim.counts or "", case.text, case.sentence)
    ):
        return True  # in words of the text that no list has: they stand beside the figure, as the claim's own
    return bool(
        set(mine.words) & set(counts.words)
        or says(happened, mine.happened)
        or is_part(mine.happened, happened)
        or is_part(counts.happened, mine.happened)
        or mine.things & counts.things
    )
