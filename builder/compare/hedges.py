"""Hedges that some reports of a source have and others lack: "about", "claimed", "could not be verified"."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from itertools import chain

from builder.compare import days, values
from builder.compare.phrases import join_items, sentence, some
from builder.compare.speakers import SAID, Names, as_printed
from builder.compare.wordings import align, one_statement
from builder.content.model import Claim
from builder.values.lexicon import base
from builder.values.quantity import Modifier, Quantity
from builder.values.text import words
from builder.values.wordings import is_raising


def hedges(
    claims: Sequence[Claim],
    cautious: Set[str],
    outlets: Mapping[str, str],
    names: Names,
    languages: Mapping[str, str],
    elsewhere: Mapping[str, str | None] = {},
    cut: Set[str] = frozenset(),
) -> tuple[str, ...]:
    """Return a sentence for each hedge that some reports of a row have and others of the same source lack.

    ``cautious`` has the articles with words on verification that may be about any claim; they are not reported as omitting them.
    ``elsewhere`` has those that say it of another claim only, and of what; ``cut`` those whose texts may not be whole: what these leave
    out, nobody can say. ``outlets`` and ``names`` map ids of outlets and sources to their names, ``languages`` ids of articles to their languages: verbs of two
    languages are not compared.
    """
    found: list[str] = []
    for source in dict.fromkeys(claim.sources[0] for claim in claims if claim.sources):
        reports = _comparable([claim for claim in claims if source in claim.sources], names)
        speaks = names.manner(source) == SAID
        found += _unverified(reports, cautious, elsewhere, cut, outlets, names[source]) if speaks else []
        found += _dropped(reports, outlets)
        found += _sure(reports, outlets, names[source])
        spoken: dict[str, list[Claim]] = {}
        for claim in reports:
            spoken.setdefault(base(languages[claim.article]), []).append(claim)
        for said in spoken.values():
            found += _verbs(said, outlets, names[source]) if speaks else []
    return tuple(dict.fromkeys(found))


def _comparable(reports: Sequence[Claim], names: Names) -> list[Claim]:
    """Return the claims without the wordings that no other article prints: there is no report to compare them with."""
    if all(claim.value is not None for claim in reports):
        return list(reports)
    # Of claims that print the same words as one statement of the same sources, those of two articles stand for all.
    alike: dict[Hashable, dict[str, Claim]] = {}
    for claim in reports:
        known = alike.setdefault(_as_one(claim, names), {})
        if len(known) < 2:
            known.setdefault(claim.article, claim)
    others = [claim for known in alike.values() for claim in known.values()]
    twice: dict[tuple[Hashable, str | None], bool] = {}

    def printed_twice(claim: Claim) -> bool:
        # One that is not among the others is as those of its words are, which are of other articles.
        words = _as_one(claim, names)
        key = (words, claim.article if claim.article in alike[words] else None)
        if key not in twice:
            twice[key] = any(
                other.article != claim.article
                and one_statement(claim, other, align(claim.printed, other.printed), names)
                # Those of the same words first: of most claims they print the same statement.
                for other in chain(alike[words].values(), others)
            )
        return twice[key]

    return [claim for claim in reports if claim.value is not None or printed_twice(claim)]


def _as_one(claim: Claim, names: Names) -> Hashable:
    """Return all that ``one_statement`` depends on."""
    outlet = claim.outlet if names.is_source(claim.outlet) else None
    return claim.printed, claim.statement, claim.sources, outlet


NAMED = 4
"""Maximum number of outlets that a sentence on a remark names; more are counted."""


def _named(outlets: Sequence[str]) -> str:
    return some(list(dict.fromkeys(outlets)), "outlets", NAMED)


_ALONE = re.compile(r"nd[eé]pend|nabhängig|незалежн|независим", re.IGNORECASE)
"""What the words for "independently" have in common."""


def unverified(claims: Sequence[Claim]) -> str:
    """Return the predicate for what some claims say of verification: with "independently" if all of them say that."""
    alone = are_of_independent_checks(claim.status or "" for claim in claims)
    return f"could not be {'independently ' if alone else ''}verified"


def are_of_independent_checks(remarks: Iterable[str]) -> bool:
    """Return whether all of some remarks say that something could not be checked *independently*."""
    return all(_ALONE.search(remark) for remark in remarks)


def _unverified(
    reports: Sequence[Claim],
    cautious: Set[str],
    elsewhere: Mapping[str, str | None],
    cut: Set[str],
    outlets: Mapping[str, str],
    source: str,
) -> list[str]:
    """Return a sentence if some reports say that the claim was not verified and others do not."""
    checked = [claim for claim in reports if claim.status]
    warned = [outlets[claim.outlet] for claim in checked]
    said = {claim.article for claim in checked}
    silent = [
        claim
        for claim in reports
        if claim.article not in {*cautious, *said}
        and not claim.verified
        and any(_one_account(claim, other) for other in checked)
    ]
    bare = [claim for claim in silent if claim.article not in elsewhere]
    whole = [outlets[claim.outlet] for claim in bare if claim.article not in cut]
    partial = [outlets[claim.outlet] for claim in bare if claim.article in cut]
    other = [outlets[claim.outlet] for claim in silent if claim.article in elsewhere]
    if not warned or not silent:
        return []
    says = "says" if len(set(warned)) == 1 else "say"
    unchecked = unverified(checked)
    figures = all(isinstance(claim.value, Quantity) for claim in reports)
    what = f"the {'figure' if figures else 'account'} of {source}"
    clauses = [f"{_named(warned)} {says} that {what} {unchecked}"]
    if whole:
        clauses.append(
            f"{_named(whole)} {'gives' if len(set(whole)) == 1 else 'give'} it without that remark"
        )
    if partial:
        texts, verb = ("text", "gives") if len(set(partial)) == 1 else ("texts", "give")
        clauses.append(f"the {texts} at hand of {_named(partial)} {verb} it without that remark")
    if other:
        of = {elsewhere[claim.article] for claim in silent if claim.article in elsewhere}
        scope = f"of {of.pop()}" if len(of) == 1 and all(of) else "of something else"
        clauses.append(f"{_named(other)} {'says' if len(set(other)) == 1 else 'say'} so {scope} only")
    return [sentence("; ".join(clauses))]


def _one_account(a: Claim, b: Claim) -> bool:
    """Return whether two claims of one source may pass on one statement: not another figure, nor what was said on another day."""
    first, second = days.stated(a), days.stated(b)
    if first and second and not days.soft(first).overlaps(days.soft(second)):
        return False
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return values.one_figure(a, b) or not (a.value.bounded and b.value.bounded)
    # What texts of two days report of a source without its day may have been said twice.
    return bool(a.statement and a.statement == b.statement) or not _out_apart(a, b)


def _out_apart(a: Claim, b: Claim) -> bool:
    """Return whether the texts of two claims were certainly out on two days."""
    return any(
        one.out_by is not None and other.out_from is not None and one.out_by < other.out_from
        for one, other in ((a, b), (b, a))
    )


def _dropped(reports: Sequence[Claim], outlets: Mapping[str, str]) -> list[str]:
    """Return a sentence for the exact figures that another report of the same origin hedges: "30" and "around 30"."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    printed_as: dict[str, str] = {}
    hedging = [
        claim
        for claim in reports
        if isinstance(claim.value, Quantity) and (claim.value.modifier is Modifier.ABOUT or claim.value.near)
    ]
    for flat in reports:
        if not isinstance(flat.value, Quantity) or flat.value.modifier is not Modifier.EXACTLY:
            continue
        soft = [
            claim
            for claim in hedging
            if isinstance(claim.value, Quantity)
            and flat.value.low in (claim.value.low, claim.value.high)
            # "Only 11 percent" insured drops no hedge of "some 89 percent" uninsured.
            and flat.value.rest is claim.value.rest
            and claim.counted == flat.counted
        ]
        # One text that has the figure with its hedge and without drops nothing.
        if soft and all(claim.article != flat.article for claim in soft):
            hedged: dict[str, list[str]] = {}
            words: dict[str, str] = {}
            for claim in soft:
                first = words.setdefault(claim.printed.casefold(), as_printed(claim))
                hedged.setdefault(first, []).append(outlets[claim.outlet])
            printed = some([f"{said} ({_named(by)})" for said, by in hedged.items()], "reports", 4)
            # "estimated" hedges too, in the verb instead of beside the figure.
            though = (
                f"hedged by the verb {as_printed(flat, flat.cue)}"
                if flat.cue and "estimat" in flat.cue
                else ""
            )
            others = "others hedge" if len({claim.article for claim in soft}) > 1 else "another hedges"
            same = found.setdefault(f"{others}: {printed}", {})
            first = printed_as.setdefault(flat.printed.casefold(), as_printed(flat))
            same.setdefault((first, though), []).append(outlets[flat.outlet])
    return [
        sentence(
            f"{join_items([_prints(*words, by, one=len(flat) == 1) for words, by in flat.items()])}; {others}"
        )
        for others, flat in found.items()
    ]


def _prints(words: str, though: str, outlets: Sequence[str], *, one: bool) -> str:
    """Return who prints some words; what is said behind them stands in brackets where others follow."""
    told = f", {though}" if one else f" ({though})"
    return (
        f"{_named(outlets)} {'prints' if len(set(outlets)) == 1 else 'print'} {words}{told if though else ''}"
    )


def _sure(reports: Sequence[Claim], outlets: Mapping[str, str], source: str) -> list[str]:
    """Return a sentence if some reports of one answer of a source have its "likely" and others do not."""
    found = []
    for answer in dict.fromkeys(_meant(claim) for claim in reports if claim.doubt):
        alike = [claim for claim in reports if _meant(claim) == answer]
        unsure = [claim for claim in alike if claim.doubt]
        said = {claim.article for claim in unsure}
        # A verb such as "claimed" is such a word too.
        flat = [
            outlets[claim.outlet]
            for claim in alike
            if claim.article not in said and (claim.cue is None or is_plain(claim.cue))
        ]
        if not flat:
            continue
        words: dict[str, list[str]] = {}
        for claim in unsure:
            words.setdefault(as_printed(claim, claim.doubt or ""), []).append(outlets[claim.outlet])
        told = some([f"{word} ({_named(by)})" for word, by in words.items()], "reports", NAMED)
        has = "has" if len(set(flat)) == 1 else "have"
        found.append(
            sentence(
                f"what {source} says is told only as {told}; {_named(flat)} {has} it without such a word"
            )
        )
    return found


def _meant(claim: Claim) -> Hashable:
    """Return what two claims share if they give one answer; wordings were compared before."""
    if isinstance(claim.value, Quantity):
        return claim.value.same_as, claim.counted, claim.of, claim.scope
    value = (
        claim.value if not isinstance(claim.value, tuple) else frozenset(place.id for place in claim.value)
    )
    return value, claim.scope, claim.statement


_PLAIN = frozenset(
    """say says said saying tell tells told telling speak speaks spoke spoken put puts add adds added state states stated
    according to announce announces announced report reports reported write writes wrote written give gives gave given note
    notes noted show shows showed shown disclose discloses disclosed has have had it was
    sagt sagte gesagt teilt teilte mit mitgeteilt nennt nannte genannt hiess heisst spricht sprach erklärt erklärte laut nach angaben
    dit déclare déclaré selon indique indiqué annonce annoncé fait état précise précisé a ont avait
    dice dijo dicho según declara declaró declarado señala señaló indica indicó cifra cifró informa informó ha han había
    d'après zufolge gemäß meldet meldete melden meldeten berichtet berichtete berichten berichteten
    за словами даними інформацією згідно з повідомив повідомила повідомили повідомило повідомляє сказав сказала сказали каже заявив заявила заявили заявляє пише зазначає зазначив зазначила зазначили додав додала додали повідомляв повідомляли його її їхніми
    по словам данным информации согласно сообщил сообщила сообщили сообщило сообщает сказал сказала сказали заявил заявила заявили заявляет пишет отметил отметила отметили добавил добавила добавили его её их
    dice ha detto secondo comunica comunicato dichiara dichiarato""".split()
)
"""Words of verbs by which an outlet passes something on without a word on what it thinks of it."""


def is_plain(verb: str) -> bool:
    return all(word.casefold() in _PLAIN for word in words(verb))


def _verbs(reports: Sequence[Claim], outlets: Mapping[str, str], source: str) -> list[str]:
    """Return a sentence if outlets attribute the figures of one source with different verbs: claimed, said, estimated."""
    verbs: dict[str, list[str]] = {}
    plain = True
    for claim in reports:
        told = claim.cue and (claim.rendering is None or claim.rendered(claim.cue))
        if claim.cue and told and not claim.implied and isinstance(claim.value, Quantity):
            # That somebody raised his own count is no word on what the outlet thinks of it.
            plain = plain and (is_plain(claim.cue) or is_raising(claim.cue))
            verbs.setdefault(as_printed(claim, claim.cue), []).append(outlets[claim.outlet])
    if plain:
        return []  # "said" beside "told" is no difference
    if len(verbs) < 2 or len({outlet for said in verbs.values() for outlet in said}) < 2:
        return []
    said = [f"{verb} ({_named(by)})" for verb, by in verbs.items()]
    return [sentence(f"what {source} says is passed on with different verbs: {some(said, 'verbs')}")]
