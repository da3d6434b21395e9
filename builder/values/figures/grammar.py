"""Read a figure where it begins: its hedges, the figure, what stands behind it and changes it.

A machine over tokens that never goes back further than a few of them: its work grows with the length of the figure.
"""

from __future__ import annotations

from builder.values.figures.amounts import Amount, amount
from builder.values.figures.edges import edges
from builder.values.figures.ends import Range
from builder.values.figures.meaning import BOUNDS, Figure, Placed, meaning, only_possible, said, unsafe
from builder.values.figures.numerals import Numeral, is_number, numeral
from builder.values.figures.phrases import Lead
from builder.values.figures.ranges import amounts
from builder.values.figures.ratios import ratio
from builder.values.figures.reasons import Reason, Trouble
from builder.values.figures.shares import counted_share, part_behind, priced, rate, worded_share
from builder.values.figures.sums import whole
from builder.values.figures.tails import closed, ends_noun, tail
from builder.values.figures.tokens import DASHES, WORD, Tokens
from builder.values.figures.vague import vague
from builder.values.figures.words import Words
from builder.values.quantity import Kind, Modifier, Number, kind_of, plain

_MOST_LEADS = 8
_NAMED = 3
"""How many words may name what is counted between what a count was and what it became."""


def figure(tokens: Tokens, at: int, words: Words, *, single: bool = False) -> Figure | Trouble | None:
    """Return the figure that begins at a token, its hedge included; ``None`` where none does.

    ``single``: two numbers with "to" or "or" between them are two figures.
    """
    if at < tokens.barren:
        return None
    key = at, single
    if single and tokens.figures.get((at, False), at) is None:
        return None  # Where no figure begins, no single one does.
    if key not in tokens.figures:
        tokens.figures[key] = _figure(tokens, at, words, single=single)
    found: Figure | Trouble | None = tokens.figures[key]
    return found


def _figure(tokens: Tokens, at: int, words: Words, *, single: bool) -> Figure | Trouble | None:
    leads: list[Placed] = []
    place, start, size = at, None, tokens.size
    while place < size:
        if words.may_begin(tokens, place):
            found = _body(tokens, place if start is None else start, place, words, leads, single)
            if found is not None:
                return found if len(leads) <= _MOST_LEADS else Trouble(at, place, Reason.WORD, found[1])
        lead = words.before.match(tokens.words, place)
        if lead is None or (lead[0].only_after and place and _is_other(tokens, place, lead[0], leads)):
            break
        if lead[0].verb and goes_on(tokens, lead[1], words):
            break
        if lead[0].role == "far" and place:
            whole = words.harmless_before.match(tokens.words, place - 1)
            if whole is not None and whole[1] == lead[1]:
                lead = lead[0]._replace(role="filler"), lead[1]  # "so far 30"
        if len(leads) <= _MOST_LEADS:
            leads.append(Placed(lead[0], place, lead[1]))
        if lead[0].role == "mark" and any(placed.lead.modifier in BOUNDS for placed in leads):
            # "below the threshold of 5 percent"; "the mark of 300" alone may be reached, or not
            leads[-1] = leads[-1]._replace(lead=lead[0]._replace(role="filler"))
        if tokens.words[place] in words.definite and leads[:-1] and words.than.match(tokens.words, place - 1):
            # "more than the 31 announced" is no bound
            leads[-1] = leads[-1]._replace(lead=lead[0]._replace(role="unsafe"))
        if start is None and lead[0].role != "filler":
            start = place
        place = _over_comma(tokens, place, lead)
    # A place that was looked at from several others is not gone over again.
    tokens.barren = max(tokens.barren, place if place > at else at + 1)
    return None


def goes_on(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether the last word of a bound begins what a count was before: Spanish "bajó del 5 % al 4 %", and not "bajó del 5 %"."""
    opening = words.before.match(tokens.words, at - 1)
    if opening is None or opening[0].role != "open":
        return False
    was = amount(tokens, at, words)
    if not isinstance(was, Amount):
        return False
    for place in range(was.end, min(was.end + _NAMED, tokens.size)):
        to = words.became.match(tokens.words, place)
        if to is not None and amount(tokens, to[1], words) is not None:
            return True
    return False


def _over_comma(tokens: Tokens, at: int, lead: tuple[Lead, int]) -> int:
    """Return where a hedge ends, with the comma behind it if it is set apart: "it killed, at least, 95"."""
    end = lead[1]
    apart = not at or tokens.words[at - 1] == ","
    return end + (lead[0].role == "hedge" and apart and end < tokens.size and tokens.words[end] == ",")


def _is_other(tokens: Tokens, at: int, lead: Lead, leads: list[Placed]) -> bool:
    """Return whether a word that hedges only behind certain words stands behind others: "the past 20 years"."""
    behind_hedge = bool(leads) and leads[-1].lead.role != "filler"
    return not behind_hedge and tokens.words[at - 1] not in lead.only_after


def _body(
    tokens: Tokens, at: int, place: int, words: Words, leads: list[Placed], single: bool
) -> Figure | Trouble | None:
    """Return the figure whose hedges end at a place."""
    tokens.tried += 1
    found = vague(tokens, place, words) if tokens.words[place] in words.vague_starts else None
    lead = words.before.match(tokens.words, place) if found is not None else None
    if lead is not None and found is not None and lead[0].role == "unsafe" and lead[1] > found.end:
        return None  # "many of the 300"
    if found is not None:
        if isinstance(found, Trouble):
            return found
        trouble = unsafe(leads, found.end)
        end = _vague_tail(tokens, found.end, words)
        told = said(tokens, leads, place, end)
        return trouble or edges(
            tokens, words,
            Figure(
                at, end, place, end, Modifier.VAGUE, unit=found.unit, scale=found.scale, words=told, hedged=bool(leads), rare=found.rare,
                before_noun=found.before_noun,
            ),
        )  # fmt: skip
    number = numeral(tokens, place, words)
    if (
        not leads
        and isinstance(number, Numeral)
        and number.digits
        and number.scale == 1
        and words.is_alone(tokens, number.end)
        and not (number.end + 1 < tokens.size and tokens.words[number.end + 1] in words.within_apart.heads)
    ):
        value = plain(number.value)
        alone = Figure(at, number.end, place, number.end, Modifier.EXACTLY, low=value, high=value)
        return edges(tokens, words, alone)
    loose = number is None or (isinstance(number, Numeral) and number.article)
    if isinstance(number, Numeral) and number.article and not leads and _is_article(tokens, place, words):
        return None
    share = (
        worded_share(tokens, place, words) if loose and tokens.words[place] in words.share_starts else None
    )
    if share is None and number is None and leads and leads[-1].end == place:
        share = part_behind(tokens, leads[-1].start, place, words)
    if share is None and isinstance(number, Numeral):
        share = counted_share(tokens, place, number, words)
    openers = [lead for lead, _, _ in leads if lead.role == "open"]
    if share is None and isinstance(number, Numeral) and not single and not openers:
        share = ratio(tokens, place, number, at, words)
        if share is not None and words.scored.ends(tokens.words, place):
            # "passed 51-49", and not "passed 100"
            leads = [
                placed
                for placed in leads
                if placed.end != place or not (placed.lead.role == "unsafe" or placed.lead.verb)
            ]
    if share is not None:
        return _share(tokens, at, place, words, leads, share)
    lone = words.single.match(tokens.words, place) if loose else None
    if lone is not None and (more := tail(tokens, lone[1], words)) is not None:
        return Trouble(more.start, more.end, Reason.WORD, more.end)
    if lone is not None and not is_number(tokens, lone[1], words):
        return unsafe(leads, lone[1]) or Figure(
            at, lone[1], place, lone[1], Modifier.EXACTLY, low=1, high=1, hedged=bool(leads)
        )
    if loose and (least := _at_least_one(tokens, at, place, words, leads)) is not None:
        return least
    opened = "single" if single else ("between" if openers[0].bare else "from") if openers else ""
    bound = next((lead.modifier for lead, _, _ in leads if lead.modifier in BOUNDS), None)
    known = number if isinstance(number, Numeral) else None
    perhaps = bool(openers) and all(lead.filler for lead in openers)
    ranged = amounts(tokens, place, words, opened, bound, known, perhaps=perhaps)
    if ranged is None or (isinstance(ranged, Range) and ranged.article and not ranged.ranged):
        return None
    if isinstance(ranged, Trouble):
        return ranged
    return unsafe(leads, ranged.end, rated=True) or _amount(tokens, at, place, words, leads, ranged)


def _is_article(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether an article that may be a number is none, as nothing beside it goes on with a figure: German "ein Haus"."""
    end = at + 1
    if words.single.match(tokens.words, at) is not None:
        return False  # French "un seul"
    after = tokens.words[end + 1] if end + 1 < tokens.size else ""
    shared = after in words.within_apart.heads or after in words.one_in.heads or after in words.within.heads
    return end < tokens.size and tokens.kinds[end] == WORD and not shared and words.is_alone(tokens, end)


def _at_least_one(tokens: Tokens, at: int, place: int, words: Words, leads: list[Placed]) -> Figure | None:
    """Return the figure of a bound before an article that is the number one: French "au moins un mort"; ``None`` where none stands."""
    noun = place + 1
    if tokens.words[place] not in words.one or tokens.words[place] not in words.numbers:
        return None
    means = meaning(leads, None, ranged=False, soft=False, bounded=False)
    if isinstance(means, Reason) or means[0] is not Modifier.AT_LEAST or unsafe(leads, place) is not None:
        return None
    if noun >= tokens.size:
        # A claim may print no more than this: what is counted stands behind it.
        return Figure(at, noun, place, noun, Modifier.AT_LEAST, low=1, hedged=True)
    longer = (words.before, words.pronouns, words.vague, words.vague_heads, words.multiples, words.parts)
    if any((found := table.match(tokens.words, place)) and found[1] > noun for table in longer):
        return None
    unit = words.units.match(tokens.words, noun)
    if unit is not None:
        return Figure(at, unit[1], place, noun, Modifier.AT_LEAST, low=1, unit=unit[0], hedged=True)
    known = (
        ends_noun(tokens, noun, words)
        or words.before.match(tokens.words, noun)
        or words.unsafe_after.match(tokens.words, noun)
    )
    if (
        tokens.kinds[noun] != WORD
        or known
        or is_number(tokens, noun, words)
        or tokens.words[noun] in words.fractions
    ):
        return None
    return Figure(at, noun, place, noun, Modifier.AT_LEAST, low=1, hedged=True)


def _vague_tail(tokens: Tokens, end: int, words: Words) -> int:
    found = tail(tokens, end, words)
    return found.end if found is not None else end


def _share(
    tokens: Tokens, at: int, place: int, words: Words, leads: list[Placed], end: int | Trouble
) -> Figure | Trouble:
    if isinstance(end, Trouble):
        return end
    means = meaning(leads, None, ranged=False, soft=False, bounded=False)
    if isinstance(means, Reason):
        return Trouble(at, place, means, end)
    told = said(tokens, leads, place, end)
    return unsafe(leads, end) or edges(
        tokens,
        words,
        Figure(at, end, place, end, means[0], means[1], share=True, words=told, hedged=bool(leads)),
    )


def _amount(
    tokens: Tokens, at: int, place: int, words: Words, leads: list[Placed], found: Range
) -> Figure | Trouble:
    end, unit = found.end, found.unit
    if unit is not None and any(lead.is_level for lead, _, _ in leads):
        # "reached 71%" is 71%, and "reached 200" may be more
        leads = [placed for placed in leads if not placed.lead.is_level]
        at = next((placed.start for placed in leads if placed.lead.role != "filler"), place)
    if at == found.first and at and tokens.words[at] in words.dozens:
        # Spanish "el centenar": its article makes it one; "del centenar" may be the beginning of a range.
        at -= 1
        article = words.before.match(tokens.words, at)
        if article is None or article[0].role == "open":
            # nor is French "au millier" read by itself
            return Trouble(at, end, Reason.NUMBER, end)
    if (trouble := only_possible(tokens, leads, end, words)) is not None:
        return trouble
    last = tail(tokens, end, words)
    modifier = None
    if last is not None:
        modifier, end = last.modifier, last.end
        kind, scale = words.numbers.get(tokens.words[end], ("", 0)) if end < tokens.size else ("", 0)
        if kind == "scale" and tokens.words[end - 1] == "+" and not found.ranged and found.low < scale:
            # "12+ million"
            found = found._replace(low=whole(found.low * scale), high=whole(found.high * scale), last=end + 1)
            end += 1
        if unit is None and (behind := words.units.match(tokens.words, _over_dash(tokens, end))):
            unit, end = behind
        elif unit is None and (money := words.money.match(tokens.words, end)):
            unit, end = money
    means = meaning(leads, modifier, found.ranged, found.soft, found.bounded)
    if isinstance(means, Reason):
        return Trouble(at, place, means, end) if leads else Trouble(found.end, end, means, end)
    for lead, start, stop in leads:
        # "reached 200 villages", "passed 200 villages"
        level = lead.is_level and unit is None and _is_noun(tokens, end, words)
        past = lead.bare and lead.verb and not lead.is_level and not _is_sum(tokens, end, unit, words)
        if level or past:
            return Trouble(start, stop, Reason.WORD, end)
    times = words.times.match(tokens.words, end) if found.ranged and unit is None else None
    if times is not None and times[1] < tokens.size and tokens.words[times[1]] in words.comparing:
        # "two to three times the usual"
        return Trouble(end, times[1], Reason.WORD, times[1])
    per = rate(tokens, end, words, noun=False)
    if per is None and kind_of(unit) is Kind.MONEY:
        more = words.more.match(tokens.words, end)  # "£118 more a month"
        per = priced(tokens, end, words) or (rate(tokens, more[1], words, noun=False) if more else None)
    told = next((placed for placed in leads if placed.lead.role == "rate"), None)
    if told is not None and per is not None:
        return Trouble(told.start, told.end, Reason.WORD, per[1])
    if told is not None:
        # German "täglich 2 Millionen Liter"
        known = words.rates.match(tokens.words, told.start)
        per = known[0] if known is not None else tokens.printed(told.start, told.end).casefold(), end
    if per is not None:
        unit, end = f"{unit} {per[0]}" if unit else per[0], per[1]
    alone = found.last - found.first == 1 and tokens.words[found.first] in words.rounded
    if alone and means[0] is Modifier.EXACTLY and kind_of(unit) is not Kind.PERCENT:
        # German "hundert Menschen" may be a hundred or so.
        return Trouble(found.first, found.last, Reason.NUMBER, end)
    if unit == "percent" and (more := words.more.match(tokens.words, end)):
        # "300 percent more" is four times as many.
        return Trouble(end, more[1], Reason.WORD, more[1])
    low, high = _bounds(means[0], found)
    whole_figure = edges(
        tokens, words,
        Figure(at, end, found.first, found.last, means[0], means[1], low, high, unit, share=per is not None, hedged=bool(leads) or last is not None),
    )  # fmt: skip
    price = next((placed for placed in leads if placed.lead.role == "price"), None)
    if price is not None and isinstance(whole_figure, Figure) and kind_of(found.unit) is not Kind.MONEY:
        # "begins at 30 sites"
        return Trouble(price.start, price.end, Reason.WORD, end)
    return whole_figure


def _is_noun(tokens: Tokens, at: int, words: Words) -> bool:
    """Return whether what is counted may stand behind a figure, and neither "and" nor "in May"."""
    if at >= tokens.size or tokens.kinds[at] != WORD:
        return False
    word = tokens.words[at]
    goes_on = word in words.joints or word in words.going_on or word in words.time_prepositions
    return not goes_on and words.prepositions.match(tokens.words, at) is None


def _is_sum(tokens: Tokens, end: int, unit: str | None, words: Words) -> bool:
    """Return whether a figure that ends at a token is an amount by itself, and counts nothing that could be gone past."""
    return kind_of(unit) in (Kind.MONEY, Kind.PERCENT) or (unit is None and closed(tokens, end, words))


def _over_dash(tokens: Tokens, at: int) -> int:
    return at + 1 if at < tokens.size and tokens.words[at] in DASHES and tokens.is_glued(at + 1) else at


def _bounds(modifier: Modifier, found: Range) -> tuple[Number | None, Number | None]:
    low, high = plain(found.low), plain(found.high)
    if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        return low, None
    return (None, high) if modifier in (Modifier.UP_TO, Modifier.LESS_THAN) else (low, high)
