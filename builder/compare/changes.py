"""The changes between two states of the data. Works on the published records, so that any two builds can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from msgspec import Struct

from builder.compare.days import soft
from builder.content.vocabulary import SilenceKind
from builder.values.dates import DateSpan, parse_edtf
from builder.values.quantity import Modifier

Record = Mapping[str, Any]


class State(Struct, frozen=True):
    """The data files of one build."""

    articles: tuple[Record, ...]
    claims: tuple[Record, ...]
    comparisons: tuple[Record, ...]


class Change(Struct, frozen=True):
    """One change between two states."""

    kind: str
    """Stable name, one of ``KINDS``."""
    about: str
    """The question as ``topic/question``, or the article's id."""
    before: Any
    after: Any
    text: str
    """One sentence for readers."""
    claims: tuple[str, ...] = ()
    """The claims with a new high or low, or the two whose relation turned."""
    was_printed: str | None = None
    """How the former high or low was printed, where no answer gave it as exact."""


KINDS = (
    "new-article", "article-gone", "article-revised", "new-question", "question-gone", "new-low", "new-high", "new-origin", "origin-gone",
    "silence-filled", "relation-turned", "first-appearance", "new-claim", "claim-changed", "claim-gone",
)  # fmt: skip
"""Every kind of change, in the order in which they are listed."""


def changes(before: State, after: State) -> tuple[Change, ...]:
    """Return the changes, ordered by kind, then by subject."""
    found = [
        *_articles(before, after), *_questions(before, after), *_rows(before, after), *_claims(before, after),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda change: (KINDS.index(change.kind), change.about, change.text)))


MOST = 12
"""Maximum number of changes that a build lists at its end."""


def change_lines(found: Sequence[Change] | None) -> list[str]:
    """Return the last lines that a build prints, which list its changes; ``found`` is None if there was no build before."""
    if found is None:
        return []
    lines = ["Since the last build:" if found else "Nothing changed since the last build."]
    lines += [f"  {change.kind}: {change.text}" for change in found[:MOST]]
    if len(found) > MOST:
        lines.append(f"  ... and {len(found) - MOST} more")
    return lines


def _by(records: Iterable[Record], key: str) -> dict[str, Record]:
    return {str(record[key]): record for record in records}


def _articles(before: State, after: State) -> Iterator[Change]:
    old, new = _by(before.articles, "id"), _by(after.articles, "id")
    for id in new.keys() - old.keys():
        yield Change("new-article", id, None, id, f"{id} is new.")
    for id in old.keys() - new.keys():
        yield Change("article-gone", id, id, None, f"{id} is gone.")
    for id in old.keys() & new.keys():
        was, now = len(old[id].get("former") or ()), new[id].get("former") or ()
        for number, former in enumerate(now[was:], start=was + 1):
            yield Change("article-revised", id, number - 1, number, f"{id} was revised: {_revised(former)}.")


def _revised(former: Record) -> str:
    """Return what a revision changed, as far as the record says it."""
    said = [f'"{former["headline"]}" was the headline'] if former.get("headline") else []
    said += [
        f'{claim["id"]} was "{claim["printed"]}"' + (" and is gone" if claim.get("dropped") else "")
        for claim in former.get("claims", ())
    ]
    said += [f"{claim} is new" for claim in former.get("added", ())]
    return "; ".join(said) or "nothing that is compared"


def _questions(before: State, after: State) -> Iterator[Change]:
    old, new = _by(before.comparisons, "question"), _by(after.comparisons, "question")
    for path in new.keys() - old.keys():
        yield Change("new-question", path, None, path, f"{path} is asked now: {new[path].get('text', '')}")
    for path in old.keys() - new.keys():
        yield Change("question-gone", path, path, None, f"{path} is not asked any more.")


def _rows(before: State, after: State) -> Iterator[Change]:
    old, new = _by(before.comparisons, "question"), _by(after.comparisons, "question")
    claims_before, claims_after = _answers(before), _answers(after)
    days_before, days_after = (
        {record["id"]: record for record in state.articles} for state in (before, after)
    )
    for path in old.keys() & new.keys():
        ours, theirs = claims_before.get(path, []), claims_after.get(path, [])
        yield from _range(path, old[path], new[path], ours, theirs)
        yield from _silences(path, old[path], new[path], theirs)
        yield from _relations(path, old[path], new[path])
        yield from _origins(path, ours, theirs)
        yield from _first(path, (days_before, ours), (days_after, theirs))


def _answers(state: State) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for claim in state.claims:
        found.setdefault(str(claim.get("question")), []).append(claim)
    return found


def _range(
    path: str, old: Record, new: Record, before: Iterable[Record], after: Iterable[Record]
) -> Iterator[Change]:
    for kind, key in (("new-low", "low"), ("new-high", "high")):
        was, now = old.get(key), new.get(key)
        if now is None or (was is not None and (now >= was if key == "low" else now <= was)):
            continue
        if was is not None and _is_rounded(was, now):
            continue  # "71 percent" after 71.2
        printed = None if was is None else _as_printed(claim for claim in before if claim.get(key) == was)
        told = "there was none" if was is None else f"it was “{printed}”" if printed else f"it was {was:,}"
        claims = tuple(str(claim["id"]) for claim in after if claim.get(key) == now)
        yield Change(kind, path, was, now, f"{path} has a new {key}, {now:,}; {told}.", claims, printed)


def _is_rounded(exact: float, round_: float) -> bool:
    """Return whether a figure is another one with fewer places behind the point."""
    one, other = Decimal(str(exact)).normalize(), Decimal(str(round_)).normalize()
    places = max(0, -int(other.as_tuple().exponent))
    return -int(one.as_tuple().exponent) > places and 2 * abs(one - other) * 10**places <= 1


def _as_printed(claims: Iterable[Record]) -> str | None:
    """Return the words of the first of some answers if none of them gives its figure as exact; else ``None``."""
    found = list(claims)
    soft = found and all(claim.get("modifier") not in (None, Modifier.EXACTLY.value) for claim in found)
    return str(found[0]["printed"]) if soft else None


def _silences(path: str, old: Record, new: Record, claims: Iterable[Record]) -> Iterator[Change]:
    still = {silence["article"] for silence in new.get("silences", ())}
    answering = {claim["article"] for claim in claims}
    for silence in old.get("silences", ()):
        article = silence["article"]
        if article not in still and article in answering:
            unread = silence.get("kind") == SilenceKind.NOT_LOOKED_FOR.value
            was = "nobody had looked for it there" if unread else "it was silent"
            yield Change(
                "silence-filled", path, silence.get("kind"), article, f"{article} now answers {path}; {was}."
            )


def _relations(path: str, old: Record, new: Record) -> Iterator[Change]:
    def pairs(row: Record) -> dict[tuple[str, str], Record]:
        return {(found["a"], found["b"]): found for found in row.get("relations", ())}

    was, now = pairs(old), pairs(new)
    for pair in was.keys() & now.keys():
        a, b = was[pair]["relation"], now[pair]["relation"]
        if a != b:
            reason = now[pair].get("reason", "")
            text = f"{path}: {pair[0]} and {pair[1]} turned from {a} to {b}. {reason}".strip()
            yield Change("relation-turned", path, a, b, text, pair)


def _origins(path: str, old: Iterable[Record], new: Iterable[Record]) -> Iterator[Change]:
    def named(claims: Iterable[Record]) -> set[str]:
        return {source for claim in claims for source in claim.get("originators", ())}

    was, now = named(old), named(new)
    for source in sorted(now - was):
        yield Change("new-origin", path, None, source, f"{path} has a new origin, {source}.")
    for source in sorted(was - now):
        yield Change("origin-gone", path, source, None, f"{path} has lost an origin, {source}.")


def _first(
    path: str, old: tuple[Mapping[str, Any], list[Record]], new: tuple[Mapping[str, Any], list[Record]]
) -> Iterator[Change]:
    """Yield a change if another article is now certainly the first to answer: an earlier text was added, or a date corrected."""

    def earliest(published: Mapping[str, Any], claims: list[Record]) -> str | None:
        days: dict[str, DateSpan | None] = {}
        for claim in claims:
            article, day = str(claim["article"]), _day(_out(published.get(claim["article"]) or {}, claim))
            known_day = days.get(article)
            # Of several answers of an article, the one that was out first counts.
            if article not in days or (day and known_day and day.before(known_day)):
                days[article] = day
        known = {article: day for article, day in days.items() if day}
        if not known or len(known) < len(days):
            return None
        # What is before all others ends before all of them.
        first = min(known, key=lambda article: known[article].end or date.max)
        certain = all(known[first].before(day) for article, day in known.items() if article != first)
        return first if certain else None

    if old[1] == new[1] and all(
        old[0].get(id) == new[0].get(id) for id in {claim["article"] for claim in new[1]}
    ):
        return
    if {claim["article"] for claim in old[1]} - {claim["article"] for claim in new[1]}:
        # Of what was taken away nothing was learnt: it printed what it printed, when it did.
        return
    first, former = earliest(*new), earliest(*old)
    if first and old[1] and first != former:
        rather = f", not by {former}" if former else ", which was not certain before"
        yield Change(
            "first-appearance", path, former, first, f"{path} was first answered by {first}{rather}."
        )


def _out(article: Record, claim: Record) -> Any:
    """Return when an article first answered what a claim answers: at once, in whatever words, or with the revision that brought it."""
    for former in reversed(article.get("former") or ()):
        id = str(claim["id"]).partition("/")[2]
        if id in former.get("added", ()):
            return former.get("revised")
    return article.get("published")


def _day(edtf: Any) -> DateSpan | None:
    return _parsed(edtf) if isinstance(edtf, str) else None


@lru_cache(maxsize=1024)
def _parsed(edtf: str) -> DateSpan | None:
    try:
        return soft(parse_edtf(edtf))
    except ValueError:
        return None


def _claims(before: State, after: State) -> Iterator[Change]:
    old, new = _by(before.claims, "id"), _by(after.claims, "id")
    for id in new.keys() - old.keys():
        claim = new[id]
        text = f'{id} answers {claim["question"]}: "{claim["printed"]}".'
        yield Change("new-claim", str(claim["question"]), None, claim["printed"], text)
    for id in old.keys() - new.keys():
        yield Change("claim-gone", str(old[id]["question"]), old[id]["printed"], None, f"{id} is gone.")
    for id in old.keys() & new.keys():
        if old[id] is new[id]:
            continue
        # A key that a record does not have has no value there.
        differing = [
            key
            for key in {**old[id], **new[id]}
            if key not in ("url", "note") and old[id].get(key) != new[id].get(key)
        ]
        if differing:
            was, now = ({key: record.get(key) for key in differing} for record in (old[id], new[id]))
            parts = "; ".join(f"{key}: {_shown(was[key])} -> {_shown(now[key])}" for key in differing)
            yield Change("claim-changed", str(new[id]["question"]), was, now, f"{id} changed ({parts}).")


def _shown(value: Any) -> str:
    """Return a value of a record in a readable form."""
    if value is None or value == []:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(part)}" for key, part in value.items())
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)
