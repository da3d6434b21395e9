"""Rules on who said it: the named stand in the text, nobody is left out, cues and caveats are printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from builder.model import Claim
from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.locate import occurrences
from builder.proof.names import Mention
from builder.proof.normal import Span
from builder.proof.rules.words import CAVEATS
from builder.values.text import normalise, words

_VERB = (
    r"sa(?:id|ys?)|told|claim(?:s|ed)?|report(?:s|ed)?|estimat(?:es|ed)|stat(?:es|ed|ing)|not(?:es|ed)|confirm(?:s|ed)?"
    r"|detail(?:s|ed)|indicat(?:es|ed)|wrote|writes|add(?:s|ed)|warn(?:s|ed)|signall?ed|pledged|remarked|asserts?"
    r"|pointed\s+out|echoed|referred|announced|believes?|released|denied|denies|comment(?:ed)?"
)
_AFTER = re.compile(rf"(?:'s)?[\s,]*(?:['\w,.-]+\s+){{0,4}}?(?:{_VERB})\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"""(?:according\s+to|citing|as\s+stated\s+by|[",]\s+(?:{_VERB})
    |\b(?:circulated|released|posted|published|shared|reported|claimed|stated)(?:\s+\w+){{0,3}}\s+by)
    \s+(?:(?:the|a|South\s+Korean\s+MP|analysts\s+from)\s+)*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(r"\s*(?:'s)?\s*(?:and|,)\s*(?:the\s+)?\Z", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|his|her|its|their|the\s+(?:agency|post|ministry|channel|think\s+tank|directorate|defen[cs]e\s+ministry's))\b",
    re.IGNORECASE,
)
_CAVEAT = re.compile(
    r"\b(?:not|unable)\b(?:\s+[\w'-]+){0,3}\s+(?:verify|verified|confirm\s+independently)\b|\bunverified\b",
    re.IGNORECASE,
)
_SAYS = re.compile(rf"\b(?:{_VERB}|circulated|posted)\b", re.IGNORECASE)
_RELAYS = ("channel", "outlet")
HANGS_ON = 2
"""How many sentences back a sentence that names nobody may look for its speaker."""


def originator(case_claim: Claim, entry: dict[str, object]) -> Iterator[Finding]:
    """Either sources, or the word that the text names none. Needs no text."""
    none = entry.get("attribution") == "none"
    if none and (case_claim.sources or case_claim.via):
        yield Finding(
            kinds.NO_ORIGINATOR, ("attribution",), "attribution is none, and a source or relay is named"
        )
    elif not none and not case_claim.sources:
        yield Finding(
            kinds.NO_ORIGINATOR, (), "no source is named; if the text names none, write attribution: none"
        )


def speakers(case: ClaimCase, span: Span) -> list[Mention]:
    """Return the sources in a sentence that a verb of saying belongs to, with those joined to them."""
    content = case.text.content
    mentions = case.book.speakers.mentions(content, span)
    said: list[Mention] = []
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].span[0] if index + 1 < len(mentions) else span[1]
        after = _AFTER.match(content, mention.span[1], limit)
        before = _BEFORE.search(content[span[0] : mention.span[0]])
        joined = (
            bool(said)
            and said[-1].span == mentions[index - 1].span
            and _BETWEEN.fullmatch(content[mentions[index - 1].span[1] : mention.span[0]])
        )
        if after or before or joined:
            said.append(mention)
    return said


def hangs_on(case: ClaimCase) -> Span:
    """Return the passage's sentence with those before it that it hangs on."""
    return case.text.around(case.passage, HANGS_ON, 1)


def sources_near(case: ClaimCase) -> Iterator[Finding]:
    """Every source and relay must be named in the passage's sentence or where it hangs on."""
    content, near = case.text.content, hangs_on(case)
    here = case.book.speakers.named(content, case.sentence)
    around = case.book.speakers.named(content, near)
    for index, id in enumerate(case.claim.sources):
        if id not in around:
            message = f'the text names "{case.book.site.sources[id].name}" nowhere near the passage'
            yield Finding(kinds.SOURCE_NOT_NEAR, ("sources", index), message)
    for index, id in enumerate(case.claim.via):
        if id not in around:
            message = f'the text names "{case.book.site.sources[id].name}" nowhere near the passage'
            yield Finding(kinds.RELAY_NOT_NEAR, ("via", index), message)
    if not case.claim.sources or not set(case.claim.sources) <= around:
        return
    stated = any(id in here for id in case.claim.sources)
    if not case.claim.implied and not stated and not _PRONOUN.search(case.said(case.sentence)):
        yield Finding(kinds.ATTRIBUTION_UNFIT, (), "the sentence names nobody: the attribution is implied")


def speaker_kept(case: ClaimCase) -> Iterator[Finding]:
    """Who is given the words in the sentence must be among the sources."""
    said = speakers(case, case.sentence)
    if not said:
        return
    named = set(case.claim.sources) | set(case.claim.via)
    heard = {id for mention in said for id in mention.ids}
    sources = case.book.site.sources
    if not named & heard:
        who = ", ".join(sorted({sources[min(m.ids)].short for m in said}))
        key = ("sources",) if case.claim.sources else ()
        yield Finding(kinds.SPEAKER_DIFFERS, key, f"the sentence gives its words to {who}")
        return
    content = case.text.content
    for first, second in itertools.pairwise(said):
        if not _BETWEEN.fullmatch(content[first.span[1] : second.span[0]]):
            continue
        for one, other in ((first, second), (second, first)):
            if one.ids & named and not other.ids & named:
                who = sources[min(other.ids)].short
                yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"{who} is named for it as well")


def relay_kept(case: ClaimCase) -> Iterator[Finding]:
    """A channel or paper named in the sentence belongs into ``via``."""
    sources = case.book.site.sources
    if not case.claim.sources:
        return
    named = {*case.claim.via, *case.claim.sources}
    for mention in case.book.speakers.mentions(case.text.content, case.sentence):
        if all(sources[id].kind in _RELAYS for id in mention.ids) and not mention.ids & named:
            who = sources[min(mention.ids)].name
            yield Finding(kinds.RELAY_DROPPED, (), f'the sentence names "{who}", and via does not')
            return


def cue_printed(case: ClaimCase) -> Iterator[Finding]:
    """The cue must stand in the sentence, or, where the sentence hangs on another, there."""
    cue = case.claim.cue
    if cue is None:
        return
    wanted = normalise(cue).casefold()
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    if pattern.search(case.said(case.sentence).casefold()):
        return
    if not pattern.search(case.said(hangs_on(case)).casefold()):
        yield Finding(kinds.CUE_NOT_PRINTED, ("cue",), f'"{cue}" does not stand at the passage')
    elif not case.claim.implied and speakers(case, case.sentence):
        yield Finding(kinds.CUE_NOT_PRINTED, ("cue",), f'"{cue}" stands in another sentence than the source')


def cue_kept(case: ClaimCase) -> Iterator[Finding]:
    """Where the sentence has a verb of saying for the source, the claim has a cue."""
    if case.claim.cue or not case.claim.sources:
        return
    if _SAYS.search(normalise(case.claim.printed)):
        return
    heard = {id for mention in speakers(case, case.sentence) for id in mention.ids}
    if heard & set(case.claim.sources):
        yield Finding(
            kinds.CUE_DROPPED, (), "the sentence has a verb for who said it, and the claim has no cue"
        )


def status_printed(case: ClaimCase) -> Iterator[Finding]:
    """The words on verification must stand in the text, and be some."""
    if case.claim.status is None:
        return
    if not occurrences(case.claim.status, case.text):
        yield Finding(kinds.STATUS_NOT_PRINTED, ("status",), f'the text does not print "{case.claim.status}"')
    elif not (
        _CAVEAT.search(normalise(case.claim.status)) or CAVEATS & set(words(case.claim.status.casefold()))
    ):
        yield Finding(
            kinds.STATUS_NOT_PRINTED, ("status",), f'"{case.claim.status}" says nothing on verification'
        )


def caveat_kept(case: ClaimCase) -> Iterator[Finding]:
    """What stands before the outlet's caveat, on the word of a source that it covers, carries the caveat."""
    if case.claim.status or not case.claim.sources:
        return
    covered = {id for claim in case.article.claims if claim.status for id in claim.sources} or set(
        case.claim.sources
    )
    if not covered.intersection(case.claim.sources):
        return
    caveat = _CAVEAT.search(case.text.content)
    if caveat and case.passage[0] < caveat.start():
        message = f'"{caveat[0]}" follows in the text'
        yield Finding(kinds.CAVEAT_DROPPED, (), message)
