"""The heading over a topic: its weightiest finding in one line, without a name that the sentences under it spell out.

It says no more than the comparison found: one source behind every figure, a contradiction, a tension, one voice, or none of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from builder.compare import days, values
from builder.compare.findings import as_asked, covering, is_every, told_figure
from builder.compare.groups import reports
from builder.compare.phrases import capital, count_noun, is_participle, number_word, quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation, is_unordered
from builder.compare.rows import Comparison
from builder.compare.sentences import running
from builder.compare.sentences.clusters import largest
from builder.compare.sentences.said import Outlets, answer_of, meant_day
from builder.compare.sentences.together import printed_figure, table_of
from builder.compare.sentences.values import why_tense
from builder.compare.speakers import citing
from builder.compare.topics import TopicComparison
from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.values.dates import DateSpan, caption
from builder.values.direction import isolated
from builder.values.quantity import Quantity, is_measure
from builder.values.text import folded

PARTED, TENSE = "The accounts contradict each other", "Hard to reconcile"
LONG = 95
"""Maximum length of a heading in characters; a longer one gives way to one that counts instead of quoting."""
CARD = 135
"""Maximum length of the sentences on a card: three lines."""
LONGEST = 120
"""Maximum length of one that has a figure with of whom it is, and for when."""


def topic_heading(comparison: TopicComparison, outlets: Outlets) -> str:
    """Return the heading of a topic, without a full stop, on the question that it leads with.

    ``outlets`` maps ids of outlets to their short names.
    """
    answered = [row for row in comparison.rows if row.claims]
    if not answered:
        return "No text at hand answers"
    if comparison.findings.sentences:
        return _one_source(answered[0])
    lead = comparison.leading
    assert lead is not None, "some text answers"
    parted = [row for row in answered if row.parted]
    if lead in parted:
        return _opposed(parted, lead, Relation.CONFLICT, PARTED, "or", outlets)
    tense = [row for row in answered if row.tense]
    if lead in tense:
        return _opposed(tense, lead, Relation.TENSION, TENSE, "and", outlets)
    if rise := _risen(lead):
        return f"{isolated(lead.question.short)}: the count {rise[0]} from {rise[1]} to {rise[2]}"
    if parted or tense:
        return _figures(lead)
    # Who only leaves a question open answers it no more than who is silent.
    answering = [{claim.outlet for claim in row.claims if not claim.undecided} for row in answered]
    heard = set[str]().union(*answering)
    if not heard:
        return "No text at hand answers"
    if len(heard) == 1:
        return f"Only {isolated(outlets[heard.pop()])} answers"
    shared = set[str]().union(*(ids for ids in answering if len(ids) > 1))
    if not shared:
        return "No two outlets answer one question"
    told = f"No contradiction found among {count_noun(len(shared), 'outlet')}"
    # Who answers what nobody else does can contradict nobody, and is heard all the same.
    if more := len(heard - shared):
        told += f"; {number_word(more)} more {'answers' if more == 1 else 'answer'} alone"
    return told


def topic_card(comparison: TopicComparison, outlets: Outlets) -> tuple[str, str]:
    """Return what the card of a topic shows large, and the sentence under it, which says of what that is and does not repeat it.

    Large is the figure of its finding, or both sides of a contradiction or tension, or the last figure of a count, or else the first printed
    figure, with who prints it and on whose word; an empty text if the topic has none.
    """
    answered = [row for row in comparison.rows if row.claims]
    heading = sentence(topic_heading(comparison, outlets))
    if comparison.findings.sentences:
        row, claims = answered[0], as_asked(answered[0])
        counted = " ".join(filter(None, (row.question.of, row.question.counts)))
        told = f"{counted or 'Told'}, on the word of {comparison.findings.source} alone"
        covered = covering(row.question)
        # Not for when, if a report leaves open whether it means that.
        told += "" if covered.startswith("on ") or _is_open(claims) else f", {covered}"
        # A card is shared alone: that the figure was not verified belongs on it.
        return _figure(claims), " ".join(filter(None, (sentence(told), _unverified(claims))))
    lead = comparison.leading
    for relation, between, says in ((Relation.CONFLICT, "or", PARTED), (Relation.TENSION, "and", TENSE)):
        pair, found = _pair(lead, relation, between) if lead else ("", None)
        if lead and pair:
            told = f"{says}. {isolated(lead.question.text)}"
            short = sentence(f"{says} on {quoted(lead.question.short)}")
            whole, *parts = _who_and_why(lead, found, outlets) or [()]
            # Why it is no more than a tension is worth more on a card than the question in full.
            forms = (
                " ".join(form) for form in ((told, *whole), (short, *whole), *((told, *one) for one in parts))
            )
            return capital(pair), next((form for form in forms if len(form) <= CARD), told)
    if lead and (rise := _risen(lead)):
        went, first, last_figure, latest = rise
        day = days.running(latest)
        told = f"{isolated(outlets[latest.outlet])}, {citing(latest, lead.names)}"
        whose = told + (f", {days.moment(latest, day)}" if day else "")
        return (
            last_figure,
            f"{isolated(lead.question.text)} {sentence(f'{whose}; the count {went} from {first}')}",
        )
    answered.sort(key=lambda row: row is not lead)
    for row in answered:
        for claim in row.claims:
            if isinstance(claim.value, Quantity):
                alone = len({other.outlet for other in row.claims}) == 1
                whose = (
                    f"{'only ' if alone else ''}{isolated(outlets[claim.outlet])}, {citing(claim, row.names)}"
                )
                return quoted(claim.printed), f"{isolated(row.question.text)} {sentence(whose)}"
    return "", heading


def _risen(row: Comparison) -> tuple[str, str, str, Claim] | None:
    """Return how the running count of a row went, its first and last figure in standard words, and who first printed the last.

    None if that is not known.
    """
    if not row.question.running:
        return None
    table = table_of(row.judgements)
    count = running.own_count(largest(running.chains(row.groups, table)), row.names)
    found = running.ends(count.groups)
    if found is None:
        return None
    first, last = (group.head for group in found)
    return running.went(*found), _figure([first]), _figure([last]), last


def _figures(row: Comparison) -> str:
    """Return the heading over a count on which nobody contradicts anybody, while they do on other questions."""
    claims = [claim for claim in as_asked(row) if claim.scope is None]
    said = list(dict.fromkeys(_figure([claim]) for claim in sorted(claims, key=printed_figure)))
    number = count_noun(reports(claims or row.claims), "report")
    figures = f"{said[0]} to {said[-1]}" if len(said) > 1 else "".join(said)
    return f"{isolated(row.question.short)}: {f'{figures} in ' if said else ''}{number}"


def _behind(row: Comparison, claims: Sequence[Claim]) -> str:
    articles = reports(claims)
    every = "both figures" if articles == 2 else "every figure"
    if not is_every(row):
        every = f"the figure of {count_noun(articles, 'report')}"
    # Not for when, if a report leaves open whether it means that.
    return f"One source behind {every}{'' if _is_open(claims) else f' {covering(row.question)}'}"


def _is_open(claims: Sequence[Claim]) -> bool:
    return any(claim.leaves_open for claim in claims)


def _unverified(claims: Sequence[Claim]) -> str:
    """Return the sentence on how many reports of a figure say that it could not be verified; empty if none does."""
    unsure = [claim for claim in claims if claim.status]
    if not unsure:
        return ""
    every, said = (reports(told) for told in (claims, unsure))
    who = f"{'none' if said == every else number_word(said)} of {number_word(every)} reports"
    return sentence(f"{who} could {'' if said == every else 'not '}verify it")


def _one_source(row: Comparison) -> str:
    """Return the heading over figures that all go back to one source: with the hedge that it gave them, if any report has one."""
    asked, claims = row.question, as_asked(row)
    figure, of, counts = _figure(claims), asked.of, asked.counts
    behind = _behind(row, claims)
    # Of whom and for when as far as there is room; what it counts stays.
    short = behind.removesuffix(f" {covering(asked)}")
    whole = " ".join(filter(None, (figure, isolated(of) if of else "", counts)))
    bare = " ".join(filter(None, (figure, counts)))
    if not of or not counts or not is_participle(counts) or is_measure(asked.unit):
        whole = bare
    forms = (f"{behind}: {whole}", f"{behind}: {bare}", f"{short}: {bare}")
    return next((form for form in forms if len(form) <= LONGEST), forms[-1])


def _figure(claims: Sequence[Claim]) -> str:
    value = told_figure(claims).value
    return values.plain_caption(value) if isinstance(value, Quantity) else ""


def _opposed(
    rows: Sequence[Comparison], row: Comparison, relation: Relation, says: str, between: str, outlets: Outlets
) -> str:
    """Return the heading over rows with answers in a relation: both sides of one of them.

    ``between`` stands between the sides.
    """
    if relation is Relation.CONFLICT and (told := _whose(row)):
        return told
    short = quoted(row.question.short)
    more = f", and on {count_noun(len(rows) - 1, 'more question')}" if len(rows) > 1 else ""
    pair, _ = _pair(row, relation, between)
    weighed = _weighed(row, outlets) if relation is Relation.CONFLICT else ""
    alone = f"{isolated(row.question.short)}: {weighed}" if weighed else ""
    forms = (
        *((f"{alone}{more}", alone) if alone else ()),
        *(f"{pair}: {says[:1].lower()}{says[1:]} on {short}{rest}" for rest in (more, "") if pair),
        f"{says} on {short}{more}",
        f"{says} on {short}",
        f"{says} on {count_noun(len(rows), 'question')}",
    )
    return capital(next((form for form in forms if form and len(form) <= LONG), forms[-1]))


def _pair(row: Comparison, relation: Relation, between: str) -> tuple[str, Judgement | None]:
    """Return both sides of a row's first two answers in a relation, and the judgement on them: ``“27” or “14”``, ``yes or no``.

    The text is empty if there are none.
    """
    sides, found = _sides(row, relation)
    return f" {between} ".join(text for text, _ in sides), found


def _weighed(row: Comparison, outlets: Outlets) -> str:
    """Return both sides of a contradiction with who prints each, if one outlet alone prints one of them and several print the other.

    Two equals they are not. Empty if it is not so.
    """
    sides, _ = _sides(row, Relation.CONFLICT)
    who = _printing(row, [claim for _, claim in sides], outlets)
    told = [
        f"{text} ({isolated(names[0])})"
        if len(names) == 1
        else f"{_in_any_words(row, claim, text)} ({count_noun(len(names), 'outlet')})"
        for (text, claim), names in zip(sides, who, strict=True)
    ]
    return " against ".join(told) if sorted(map(len, who))[:1] == [1] and max(map(len, who)) > 1 else ""


def _in_any_words(row: Comparison, claim: Claim, text: str) -> str:
    """Return a figure for all outlets that print it: what they mean, and no quotation, if they print it in several wordings."""
    group = next(group for group in row.groups if claim in group.claims)
    several = len({folded(one.printed) for one in group.claims}) > 1
    return values.meant(group.claims) if several and isinstance(claim.value, Quantity) else text


def _printing(row: Comparison, claims: Sequence[Claim], outlets: Outlets) -> list[list[str]]:
    """Return the outlets that print each of some answers and not the other one, too."""
    keys = {claim.key for claim in claims}
    printing = {
        claim.key: {one.outlet: None for one in group.claims}
        for group in row.groups
        for claim in group.claims
        if claim.key in keys
    }
    sides = [printing.get(claim.key, {}) for claim in claims]
    both = set(sides[0]).intersection(*sides[1:]) if sides else set()
    return [[outlets[id] for id in side if id not in both] for side in sides]


def _sides(row: Comparison, relation: Relation) -> tuple[list[tuple[str, Claim]], Judgement | None]:
    """Return both sides of a row's first two answers in a relation, each with its claim, and the judgement on them; none if there are none."""
    claims = {claim.key: claim for claim in row.claims}
    told = _told(row.judgements, relation, running=row.question.running)
    # Figures of two scopes would have to be told with them.
    for found in sorted(told, key=lambda found: Difference.SCOPE in found.differences):
        a, b = claims.get(found.a), claims.get(found.b)
        if a is None or b is None:
            continue
        if isinstance(a.value, bool):
            return [(answer_of(one), one) for one in sorted((a, b), key=lambda one: not one.value)], found
        named = _named(a), _named(b)
        if all(named):
            return list(zip(named, (a, b), strict=True)), found
        if meant_day(a) or meant_day(b):
            return [(_day(one), one) for one in sorted((a, b), key=_first_day)], found
        if a.printed.casefold() != b.printed.casefold():
            return [(quoted(a.printed), a), (quoted(b.printed), b)], found
    return [], None


def _day(claim: Claim) -> str:
    """Return the day that a claim gives, in words."""
    return caption(claim.value) if isinstance(claim.value, DateSpan) else quoted(claim.printed)


def _first_day(claim: Claim) -> tuple[date, date]:
    return claim.value.sort_key if isinstance(claim.value, DateSpan) else (date.max, date.max)


def _who_and_why(row: Comparison, found: Judgement | None, outlets: Outlets) -> list[tuple[str, ...]]:
    """Return who prints two sides, if one outlet alone prints one, and why they are only in tension: both, then one of these.

    Of a yes and a no that each go back to one source, these are who says so.
    """
    if found is None:
        return []
    claims = [claim for _, claim in _sides(row, found.relation)[0]]
    sides = _printing(row, claims, outlets)
    who: list[str] = []
    if origins := found.relation is Relation.CONFLICT and _from_whom(row):
        who = [sentence(f"Yes from {origins[0]}, no from {origins[1]}")]
    elif all(len(side) == 1 for side in sides):
        who = [sentence(" and ".join(isolated(*side) for side in sides))]
    elif all(sides) and any(len(side) == 1 for side in sides):
        whose = (isolated(*side) if len(side) == 1 else count_noun(len(side), "outlet") for side in sides)
        places = zip(whose, ("first", "second"), strict=True)
        who = [sentence(", ".join(f"{name} for the {place}" for name, place in places))]
    told = why_tense([found]) if found.relation is Relation.TENSION else ""
    if Difference.SCOPE in found.differences and all(claim.scope_place for claim in claims):
        first, second = (isolated(claim.scope or "") for claim in claims)
        told = f"the first for {first}, the second for {second}"
    why = [sentence(told)] if told else []
    return [(*who, *why), tuple(who), tuple(why)]


def _whose(row: Comparison) -> str:
    """Return the heading over a yes and a no that each go back to one source; empty if they do not, or if it is long."""
    if not (said := _from_whom(row)):
        return ""
    short = row.question.short
    begin = f"{isolated(short)} Yes" if short.endswith("?") else f"{isolated(short)}: yes"
    told = f"{begin} from {said[0]}, no from {said[1]}"
    return told if len(told) <= LONG else ""


def _from_whom(row: Comparison) -> tuple[str, ...]:
    """Return the one source of every yes of a row, and that of every no; none if they are several, or the same."""
    if row.question.answer is not Answer.YES_NO:
        return ()
    sides: list[str] = []
    for answer in (True, False):
        claims = [claim for claim in row.claims if claim.value is answer]
        origins = {id for claim in claims for id in row.names.origins(claim)}
        if len(origins) != 1 or not all(claim.sources for claim in claims):
            return ()
        sides += origins
    return () if sides[0] == sides[1] else tuple(isolated(row.names[id]) for id in sides)


def _named(claim: Claim) -> str:
    """Return the only one whom a claim names, as the site calls them; empty if it names none or several."""
    found = claim.value if isinstance(claim.value, tuple) else ()
    return isolated(found[0].name) if len(found) == 1 else ""


def _told(judgements: Iterable[Judgement], relation: Relation, *, running: bool) -> Iterable[Judgement]:
    return (
        found for found in judgements if found.relation is relation and not (running and is_unordered(found))
    )
