"""The picture of who said it: each source, the outlets that pass it on, and what each did to it on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from builder.compare.days import moment, running
from builder.compare.disputes import disputes
from builder.compare.hedges import are_of_independent_checks, is_plain
from builder.compare.origins import Origin
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.model import Claim
from builder.content.vocabulary import Answer, Where
from builder.pages import links
from builder.pages.views.answers import said_once
from builder.pages.views.claims import Teller
from builder.pages.views.told import BranchView, RelayView, RootView
from builder.values.direction import isolated
from builder.values.hours import begins
from builder.values.quantity import Modifier, Quantity
from builder.values.text import folded

SOURCES, BRANCHES, NAMED = 3, 6, 5
"""Maximum number of sources in the picture, of branches of each, and of outlets that a branch names."""


def topic_relay(comparison: TopicComparison, teller: Teller) -> RelayView | None:
    """Return the picture of the question that a topic leads with, as ``relay`` does. Found once."""
    return teller.once(
        ("relay", comparison.topic.id), lambda: relay(comparison.rows, teller, comparison.leading)
    )


def relay(rows: Sequence[Comparison], teller: Teller, lead: Comparison | None = None) -> RelayView | None:
    """Return the picture of the question that a page leads with, if a source of it reaches readers through at least two outlets.

    If none does, that of the first question for a figure, before others; before these the weightiest one in dispute; and of a running
    count only then: what differs there may be the day. None if no source is passed on by two outlets.
    """
    weightiest = [dispute.question.path for dispute in disputes(rows)[:1]]
    ordered = sorted(
        rows,
        key=lambda row: (
            row is not lead,
            row.question.running,
            row.question.answer is not Answer.QUANTITY,
            row.question.path not in weightiest,
        ),
    )
    row = next((row for row in ordered if any(map(_is_passed_on, row.origins.roots))), None)
    if row is None:
        return None
    whole = [claim for claim in row.claims if claim.scope is None] or row.claims
    kept = {claim.key for claim in said_once(row, teller) if claim in whole}
    roots = [_root(row, origin, kept, teller) for origin in row.origins.roots[:SOURCES]]
    nameless = [claim for claim in row.origins.unattributed if claim.key in kept and not claim.sources]
    # A word that may be somebody's is told apart from one for which a text names nobody.
    say = teller.say
    for words, is_open in ((say("No source named"), False), (say("Whose word it is, left open"), True)):
        if claims := [claim for claim in nameless if claim.voice_open is is_open]:
            branches, more = _branches(row, claims, teller, one_source=False)
            roots.append(RootView(words, "", "", None, branches, more))
    own, frame = links.row(row.question.path), links.embed_picture(row.question.topic)
    return RelayView(own.anchor, row is lead, row.question.short, tuple(roots), frame)


def _is_passed_on(origin: Origin) -> bool:
    return len({claim.outlet for claim in origin.claims}) > 1


def _root(row: Comparison, origin: Origin, kept: set[str], teller: Teller) -> RootView:
    source = teller.site.sources[origin.source]
    claims = [claim for claim in origin.claims if claim.key in kept]
    # Of two days, no figure is another's without its hedge.
    branches, more = _branches(row, claims, teller, origin.source, one_source=not row.question.running)
    view = teller.source(source, 0, 0)
    others = row.names.bodies(origin.source, claims)[1:]
    also = tuple((teller.site.sources[id].name, links.source(id)) for id in others)
    return RootView(view.name, view.introduced, view.stake, view.target, branches, more, also)


def _branches(
    row: Comparison, claims: Sequence[Claim], teller: Teller, root: str = "", *, one_source: bool = True
) -> tuple[tuple[BranchView, ...], int]:
    """Return the branches of some claims, each with the outlets that did the same, and the number of outlets on no branch.

    Only of ``one_source`` has a report lost the hedge of another.
    """
    found: dict[tuple[object, ...], list[tuple[Claim, tuple[str, ...], tuple[tuple[str, str], ...]]]] = {}
    for claim in claims:
        deeds = _named(claim, root, teller) + _deeds(row, claim, claims if one_source else (), teller)
        printed = _own_words(claim, teller)
        key = (
            folded(claim.printed),
            deeds,
            claim.leaves_open,
            tuple((label, folded(words)) for label, words in printed),
        )
        found.setdefault(key, []).append((claim, deeds, printed))
    ordered = sorted(found.values(), key=lambda same: -len({claim.outlet for claim, _, _ in same}))
    if row.question.running:
        # Those that most outlets print, and the newest: the newest first, and of one day as the count went.
        printing: dict[str, set[str]] = {}
        for claim in claims:
            printing.setdefault(folded(claim.printed), set()).add(claim.outlet)
        ordered.sort(key=lambda same: _newest(same[0][0]), reverse=True)
        ordered.sort(key=lambda same: -len(printing[folded(same[0][0].printed)]))
        kept = ordered[:BRANCHES]
        dated = [same for same in ordered if _day(same[0][0])[0] > date.min]
        # And where the count began.
        if dated and (first := min(dated, key=lambda same: _newest(same[0][0]))) not in kept:
            kept.append(first)
        kept.sort(key=lambda same: _newest(same[0][0]), reverse=True)
    else:
        kept = ordered[:BRANCHES]
    shown = tuple(_branch(same, teller) for same in kept)
    seen = {claim.outlet for same in kept for claim, _, _ in same}
    rest = {claim.outlet for same in ordered for claim, _, _ in same}
    return shown, len(rest - seen)


def _newest(claim: Claim) -> tuple[date, float, int]:
    """Return what answers to a running count are ordered by: their days, of one day their figures, and then their hours."""
    figure = claim.value.reach[0] if isinstance(claim.value, Quantity) and claim.value.bounded else 0.0
    day, hour = _day(claim)
    return day, figure, hour


def _branch(
    same: Sequence[tuple[Claim, tuple[str, ...], tuple[tuple[str, str], ...]]], teller: Teller
) -> BranchView:
    named = tuple(dict.fromkeys(_called(claim, teller) for claim, _, _ in same))
    head, deeds, printed = same[0]
    shown = named if len(named) <= NAMED else named[: NAMED - 1]
    return BranchView(teller.claim(head), shown, len(named) - len(shown), deeds, printed)


def _called(claim: Claim, teller: Teller) -> str:
    """Return the name of the outlet of a claim, with whose text it prints, if that is another's: two prints of one text are not two reports."""
    short, copied = teller.claim(claim).short, teller.copied(claim.article)
    return f"{short} ({teller.say('the text of {outlet}', outlet=copied)})" if copied else short


def _named(claim: Claim, root: str, teller: Teller) -> tuple[str, ...]:
    """Return whom an outlet names in the place of a source that it speaks for: a spokesman, or the government for a ministry."""
    say, names = teller.say, teller.library.source_names
    if not root or root in claim.sources:
        return ()
    spoken = [isolated(names[id]) for id in claim.sources if names.outlet(id) is None]
    passed_on = [isolated(names[id]) for id in claim.sources if names.outlet(id) is not None]
    told = [say("named as {names}", names=say.join_items(spoken))] if spoken else []
    told += [say("through {names}", names=say.join_items(passed_on))] if passed_on else []
    return tuple(told)


def _day(claim: Claim) -> tuple[date, int]:
    span = running(claim) if claim.hour else claim.as_of
    return (span.start or span.end or date.min) if span else date.min, begins(claim.hour)


def _lacks_hedge(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether a claim prints a figure flatly that another report of the same source hedges: "30" beside "around 30"."""
    flat = claim.value
    if not isinstance(flat, Quantity) or flat.modifier is not Modifier.EXACTLY or flat.near:
        return False
    return any(
        isinstance(other.value, Quantity)
        and (other.value.modifier is Modifier.ABOUT or other.value.near)
        and flat.low in (other.value.low, other.value.high)
        and (other.counted, other.of, other.unit) == (claim.counted, claim.of, claim.unit)
        for other in claims
    )


def _deeds(row: Comparison, claim: Claim, claims: Sequence[Claim], teller: Teller) -> tuple[str, ...]:
    """Return what an outlet did to what its source said, as far as its print shows beside those of the other ``claims``."""
    say = teller.say
    view = teller.claim(claim)
    figure = claim.value
    found = []
    if view.where:
        found.append(view.where)
    if isinstance(figure, Quantity) and not figure.bounded:
        found.append(say("words, no figure"))
    elif _lacks_hedge(claim, claims):
        found.append(say("without “about”"))
    if view.counting:
        found.append(say("counts {what}", what=view.counting))
    if claim.scope:
        found.append(say("for {scope}", scope=claim.scope))
    if row.question.running and (claim.as_of or claim.hour) and (day := running(claim)):
        found.append(moment(claim, day, say))
    if view.via:
        found.append(say("through {names}", names=view.via))
    if row.question.answer is Answer.WORDING and view.manner:
        found.append(view.manner)
    if view.unsaid:
        found.append(say("source only from the context"))
    elif claim.implied and claim.where is Where.HEADLINE:
        found.append(say("source only in its text"))
    if claim.status:
        alone = are_of_independent_checks([claim.status])
        found.append(
            say("says it could not be verified independently")
            if alone
            else say("says it could not be verified")
        )
    if claim.verified:
        found.append(say("has checked it itself"))
    return tuple(found)


def _own_words(claim: Claim, teller: Teller) -> tuple[tuple[str, str], ...]:
    """Return the printed words in which an outlet frames what it passes on, each with its label; plain verbs do nothing to it."""
    say = teller.say
    whole = teller.library.part_whole(claim)
    verb = claim.cue if claim.cue and not claim.implied and not is_plain(claim.cue) else None
    found = [("", verb), (say("within"), whole.printed if whole else None)]
    return tuple((label, words) for label, words in found if words)
