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
from builder.proof.rules.saying import Forms, forms
from builder.proof.rules.turning import turning
from builder.values.text import normalise, words

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
    content, said_by = case.text.content, forms(case.article.language)
    mentions = case.book.speakers.mentions(content, span)
    said: list[Mention] = []
    taken: Span | None = None
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].span[0] if index + 1 < len(mentions) else span[1]
        after = said_by.after.match(content, mention.span[1], limit) or _parted(
            said_by, content, mention, span
        )
        if after and limit < span[1] and _is_the_next_ones(said_by, after, limit):
            after = None
        before = _said_before(said_by, content, mention, span)
        if before == taken:
            before = None
        joined = (
            bool(said)
            and said[-1].span == mentions[index - 1].span
            and said_by.joined.fullmatch(content[mentions[index - 1].span[1] : mention.span[0]])
        )
        taken = None
        if after or before or joined:
            said.append(mention)
            opens = said_by.lead.fullmatch(f" {content[span[0] : mention.span[0]]}")
            if after and opens and not content[mention.span[1] : after.start("verb")].strip():
                # Who stands first and directly before the verb is its subject: "The line told the coastguard".
                taken = after.span("verb")
    return said


def _is_the_next_ones(said_by: Forms, after: re.Match[str], name: int) -> bool:
    """Return whether a verb behind a name and a comma belongs to the name behind it: "off Osk, said the coastguard"."""
    comma = after.string[after.start() : after.start("verb")].rstrip().endswith(",")
    return comma and bool(said_by.lead.fullmatch(after.string, after.end("verb"), name))


def _said_before(said_by: Forms, content: str, mention: Mention, span: Span) -> Span | None:
    """Return where what gives its words to a name behind it stands; ``None`` if there is none."""
    start = max(span[0], mention.span[0] - _REACH)
    if before := said_by.before.search(content, start, mention.span[0]):
        return before.span("verb") if before["verb"] else before.span()
    if first := said_by.firsts.search(content, start, mention.span[0]):
        return first.span("verb") if _ends(said_by, first, mention.span[1], span[1]) else None
    return None


def _parted(said_by: Forms, content: str, mention: Mention, span: Span) -> re.Match[str] | None:
    """Return the first part of a verb behind a name, if the second follows, whoever is named in between."""
    first = said_by.firsts_after.match(content, mention.span[1], span[1])
    return first if first and _ends(said_by, first, first.end("verb"), span[1]) else None


def _ends(said_by: Forms, first: re.Match[str], start: int, end: int) -> bool:
    """Return whether the second part of a verb follows from a place on."""
    rest = said_by.rests[" ".join(first["verb"].casefold().split())]
    return rest.match(first.string, start, end) is not None


def hangs_on(case: ClaimCase) -> Span:
    """Return the passage's sentence with those before it that it hangs on."""
    return case.text.around(case.passage, HANGS_ON, 1)


def sources_near(case: ClaimCase) -> Iterator[Finding]:
    """Every source and relay must be named in the passage's sentence or where it hangs on."""
    around = case.book.speakers.named(case.text.content, hangs_on(case))
    for index, id in enumerate(case.claim.sources):
        if id not in around:
            message = f'the text names "{case.book.site.sources[id].name}" nowhere near the passage'
            yield Finding(kinds.SOURCE_NOT_NEAR, ("sources", index), message)
    for index, id in enumerate(case.claim.via):
        if id not in around:
            message = f'the text names "{case.book.site.sources[id].name}" nowhere near the passage'
            yield Finding(kinds.RELAY_NOT_NEAR, ("via", index), message)


def stated_or_implied(case: ClaimCase) -> Iterator[Finding]:
    """An attribution is implied if and only if the sentence gives its words to nobody."""
    content = case.text.content
    here = case.book.speakers.named(content, case.sentence)
    around = case.book.speakers.named(content, hangs_on(case))
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
    return forms(case.article.language).loosely.search(before) is not None


def _meant(case: ClaimCase) -> bool:
    """Whether "he said" or "the agency said" stands in the sentence, and the last one named before is the source."""
    if not forms(case.article.language).he_said.search(case.said(case.sentence)):
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
        if not case.claim.sources and (
            he := forms(case.article.language).he_said.search(case.said(case.sentence))
        ):
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
    content, said_by = case.text.content, forms(case.article.language)
    for first, second in itertools.pairwise(said):
        if not said_by.joined.fullmatch(content[first.span[1] : second.span[0]]):
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
    if forms(case.article.language).relayed.search(case.said(span)):
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
    if forms(case.article.language).says.search(normalise(case.claim.printed)):
        return
    heard = {id for mention in speakers(case, case.sentence) for id in mention.ids}
    named = case.book.speakers.named(case.text.content, case.sentence).intersection(case.claim.sources)
    by_pronoun = not named and forms(case.article.language).he_said.search(case.said(case.sentence))
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
        forms(case.article.language).unverified.search(normalise(case.claim.status))
        or turning(case.article.language).caveats & set(words(case.claim.status.casefold()))
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
    caveat = forms(case.article.language).unverified.search(case.text.content)
    if caveat and case.passage[0] < caveat.start():
        message = f'"{caveat[0]}" follows in the text'
        yield Finding(kinds.CAVEAT_DROPPED, (), message)
