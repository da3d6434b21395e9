"""Rules on who said it: the named stand in the text, nobody is left out, cues and caveats are printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from builder.content.model import Claim
from builder.proof import kinds
from builder.proof.case import Book, ClaimCase, Finding
from builder.proof.locate import occurrences
from builder.proof.names import Mention
from builder.proof.normal import Span
from builder.proof.rules.words import CAVEATS
from builder.values import speech
from builder.values.text import normalise, words

_AFTER = re.compile(rf"(?:'s)?[\s,)]*+(?:['\w,.-]++\s+){{0,4}}?(?P<verb>{speech.PATTERN})\b", re.IGNORECASE)
_NOUNS = frozenset(
    "boasts claims comments counts demands details doubts estimates fears findings hints hopes mentions notes offers pledges promises "
    "records releases remarks replies reports signals states vows".split()
)
"""Forms of verbs of saying that are nouns in the plural too."""
_OWNED = re.compile(
    r"'s?\s+(?:(?:own|other|earlier|previous|first|latest|last|recent|repeated|official|public|initial|many|such|various)\s+){0,2}\Z",
    re.IGNORECASE,
)
_NOUN_GOES_ON = re.compile(r"\s+(?:of|about|were|are|have|had|remain(?:ed)?|seem(?:ed)?)\b", re.IGNORECASE)
_NOUN_BEGINS = re.compile(
    r"\b(?:despite|amid|contrary\s+to|in\s+line\s+with|notwithstanding)\s+(?:(?:the|all|these|those|such)\s+)?\Z",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"""(?:according\s+to|citing|as\s+stated\s+by|[",]\s+(?:{speech.PATTERN})
    |\b(?:circulated|released|posted|published|shared|reported|claimed|stated)(?:\s+\w+){{0,3}}\s+by)
    \s+(?:(?:the|a|(?:[\w-]+\s+){{0,2}}(?:MP|analysts\s+from))\s+){{0,4}}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(r"\s*(?:'s)?\s*(?:and|,)\s*(?:the\s+)?\Z", re.IGNORECASE)
_ROLE = (
    r"(?:the|this|that|its|his|her|their)\s+(?:[\w'-]+\s+){0,2}?(?:agency|post|ministry|channel|tank|directorate|service|spokes\w+"
    r"|president|leader|officials?|analysis|report|institute|statement|briefing|update|general)"
)
_HE_SAID = re.compile(
    rf"\b(?P<who>he|she|it|they|who|{_ROLE})\s+(?:also\s+|further\s+|had\s+(?:previously\s+)?|has\s+|did\s+not\s+\w+\s+)?"
    rf"(?:{speech.PATTERN})\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"\bthe\s+(?:post|channel|videos?|footage)\b|\bone\s+video\b|\Asome\s+showed\b", re.IGNORECASE
)
_CAVEAT = re.compile(
    r"\b(?:not|unable)\b(?:\s+[\w'-]+){0,3}\s+(?:verify|verified|confirm\s+independently)\b|\bunverified\b",
    re.IGNORECASE,
)
_SAYS = re.compile(rf"\b(?:{speech.PATTERN}|circulated|posted)\b", re.IGNORECASE)
_REACH = 300
"""How many characters before a name may give it the words."""
_RELAYS = ("channel", "outlet")
HANGS_ON = 2
"""How many sentences back a sentence that names nobody may look for its speaker."""


def originator(book: Book, claim: Claim, entry: dict[str, object]) -> Iterator[Finding]:
    """Either sources, or the word that the text names none. Needs no text."""
    none = entry.get("attribution") == "none"
    # One without an entry is told, and may be the one who said it first.
    known = [book.site.sources.get(id) for id in claim.sources]
    if known and all(source is not None and source.kind == "channel" for source in known):
        yield Finding(kinds.NO_ORIGINATOR, ("sources",), "a channel passes words on; who said them first?")
    if none and (claim.sources or claim.via):
        yield Finding(
            kinds.NO_ORIGINATOR, ("attribution",), "attribution is none, and a source or relay is named"
        )
    elif not none and not claim.sources:
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
        before = _BEFORE.search(content, max(span[0], mention.span[0] - _REACH), mention.span[0])
        joined = (
            bool(said)
            and said[-1].span == mentions[index - 1].span
            and _BETWEEN.fullmatch(content[mentions[index - 1].span[1] : mention.span[0]])
        )
        if (after and not _is_noun(content, mention.span, after)) or before or joined:
            said.append(mention)
    return said


def _is_noun(content: str, name: Span, after: re.Match[str]) -> bool:
    """Return whether what stands behind a name is somebody's "claims", and nobody who claims."""
    if after["verb"].casefold() not in _NOUNS:
        return False
    # Of a name that ends in s, or whose entry has it, the mark of possession is part of it.
    behind = content[max(name[0], name[1] - 2) : after.start("verb")]
    owned = _OWNED.search(behind) is not None
    begun = _NOUN_BEGINS.search(content, max(0, name[0] - 40), name[0]) is not None
    return owned or begun or _NOUN_GOES_ON.match(content, after.end("verb")) is not None


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
    if here.intersection(case.claim.sources):
        heard = {id for mention in speakers(case, case.sentence) for id in mention.ids}
        if case.claim.implied and heard.intersection(case.claim.sources) and not _hung(case):
            yield Finding(
                kinds.ATTRIBUTION_UNFIT, ("attribution",), "the sentence names the source: it is stated"
            )
    elif not case.claim.implied and not _meant(case):
        yield Finding(kinds.ATTRIBUTION_UNFIT, (), "the sentence names nobody: the attribution is implied")


def _hung(case: ClaimCase) -> bool:
    """Whether the words hang on the sentence's verb of saying only loosely, in a clause of their own."""
    before = case.said((case.sentence[0], case.passage[0]))
    return re.search(r", (?:who|which|where|\w+ing)\b", before) is not None


def _meant(case: ClaimCase) -> bool:
    """Whether "he said" or "the agency said" stands in the sentence, and the last one named before is the source."""
    if not _HE_SAID.search(case.said(case.sentence)):
        return False
    for back in range(1, HANGS_ON + 1):
        before = case.text.around(case.passage, back)
        named = case.book.speakers.named(case.text.content, (before[0], case.sentence[0]))
        if named:
            return bool(named.intersection(case.claim.sources))
    return False


def speaker_kept(case: ClaimCase) -> Iterator[Finding]:
    """Who is given the words in the sentence must be among the sources."""
    said = speakers(case, case.sentence)
    if not said:
        if not case.claim.sources and (he := _HE_SAID.search(case.said(case.sentence))):
            yield Finding(kinds.SPEAKER_DIFFERS, (), f'the sentence has "{he[0]}", and no source is named')
        return
    named = set(case.claim.sources) | set(case.claim.via)
    heard = {id for mention in said for id in mention.ids}
    sources = case.book.site.sources
    if not named & heard:
        who = ", ".join(sorted({sources[min(m.ids)].short for m in said}))
        key = ("sources",) if case.claim.sources else ()
        yield Finding(kinds.SPEAKER_DIFFERS, key, f"the sentence gives its words to {who}")
        return
    beside = _beside_cue(case, said)
    if beside and not any(mention.ids & named for mention in beside):
        who = sources[min(beside[0].ids)].short
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f'"{case.claim.cue}" is said of {who}')
        return
    content = case.text.content
    for first, second in itertools.pairwise(said):
        if not _BETWEEN.fullmatch(content[first.span[1] : second.span[0]]):
            continue
        for one, other in ((first, second), (second, first)):
            if one.ids & named and not other.ids & named:
                who = sources[min(other.ids)].short
                yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"{who} is named for it as well")


def _beside_cue(case: ClaimCase, said: list[Mention]) -> list[Mention]:
    """Return the speakers that stand nearest to the claim's cue, for each time that the sentence prints it."""
    if not case.claim.cue:
        return []
    cue = re.compile(rf"\b{re.escape(normalise(case.claim.cue))}\b", re.IGNORECASE)
    return [
        min(said, key=lambda m: max(at.start() - m.span[1], m.span[0] - at.end(), 0))
        for at in cue.finditer(case.text.content, *case.sentence)
    ]


def relay_kept(case: ClaimCase) -> Iterator[Finding]:
    """A channel or paper named in the sentence belongs into ``via``."""
    sources = case.book.site.sources
    if not case.claim.sources:
        return
    named = {*case.claim.via, *case.claim.sources}
    span = case.sentence
    if _PASSED_ON.search(case.said(span)):
        span = case.text.around(case.passage, HANGS_ON)
    for mention in case.book.speakers.mentions(case.text.content, span):
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
    named = case.book.speakers.named(case.text.content, case.sentence).intersection(case.claim.sources)
    by_pronoun = not named and _HE_SAID.search(case.said(case.sentence))
    if heard.intersection(case.claim.sources) or by_pronoun:
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
    covered = {id for claim in case.book.claims(case.article) if claim.status for id in claim.sources} or set(
        case.claim.sources
    )
    if not covered.intersection(case.claim.sources):
        return
    caveat = _CAVEAT.search(case.text.content)
    if caveat and case.passage[0] < caveat.start():
        message = f'"{caveat[0]}" follows in the text'
        yield Finding(kinds.CAVEAT_DROPPED, (), message)
