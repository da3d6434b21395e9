"""Rules on attribution: sources stand in the text, none is left out, cues and caveats are printed."""

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
from builder.proof.rules.statements import is_noun_before, is_noun_behind, set_apart
from builder.proof.rules.turning import turning
from builder.values.scripts import whole
from builder.values.text import normalise, words

_REACH = 300
"""Number of characters before a name that are searched for a phrase that attributes the words to it."""
_RELAYS = ("channel", "outlet")
HANGS_ON = 2
"""Number of sentences before the passage's own in which its speaker may be named."""


def originator(book: Book, claim: Claim, entry: dict[str, object]) -> Iterator[Finding]:
    """The claim has sources, or says that the text names none, but not both. Needs no text."""
    none = entry.get("attribution") == "none"
    # A source without an entry is reported, and may be the originator.
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
    """Return the sources in a sentence to which it attributes words, with those joined to them by "and" or a comma."""
    content, language = case.text.content, case.article.language
    said_by = forms(language)
    apart = set_apart(language, content, span, case.printed or case.passage)
    mentions = [
        mention
        for mention in case.book.speakers.mentions(content, span)
        if not any(start <= mention.span[0] < end for start, end in apart)
    ]
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
        if before == taken or (before and is_noun_before(language, content, span[0], before)):
            before = None
        joined = (
            bool(said)
            and said[-1].span == mentions[index - 1].span
            and said_by.joined.fullmatch(content[mentions[index - 1].span[1] : mention.span[0]])
        )
        taken = None
        if (
            (after and not is_noun_behind(language, content, mention.span, after.span("verb")))
            or before
            or joined
        ):
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
    """Return the first part of a verb behind a name, if the second follows, also with other names in between."""
    first = said_by.firsts_after.match(content, mention.span[1], span[1])
    return first if first and _ends(said_by, first, first.end("verb"), span[1]) else None


def _ends(said_by: Forms, first: re.Match[str], start: int, end: int) -> bool:
    """Return whether the second part of a verb follows from a place on."""
    rest = said_by.rests[" ".join(first["verb"].casefold().split())]
    return rest.match(first.string, start, end) is not None


def hangs_on(case: ClaimCase) -> Span:
    """Return the span of the passage's sentence with its context: ``HANGS_ON`` sentences before and one after."""
    return case.text.around(case.passage, HANGS_ON, 1)


def sources_near(case: ClaimCase) -> Iterator[Finding]:
    """Every source and relay is named in the passage's sentence or its context."""
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
    """An attribution is implied if and only if the sentence names no speaker."""
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
        yield Finding(kinds.ATTRIBUTION_UNFIT, (), "the sentence names no source: the attribution is implied")


def _hung(case: ClaimCase) -> bool:
    """Return whether the words are in a subordinate clause of their own, apart from the sentence's verb of saying."""
    before = case.content_of((case.sentence[0], case.passage[0]))
    return forms(case.article.language).loosely.search(before) is not None


def _meant(case: ClaimCase) -> bool:
    """Return whether the sentence has "he said" or "the agency said", and the last sources named before include the claim's."""
    if not forms(case.article.language).he_said.search(case.content_of(case.sentence)):
        return False
    for back in range(1, HANGS_ON + 1):
        before = case.text.around(case.passage, back)
        named = case.book.speakers.named(case.text.content, (before[0], case.sentence[0]))
        if named:
            return bool(named.intersection(case.claim.sources))
    return False


def speaker_kept(case: ClaimCase) -> Iterator[Finding]:
    """The sources to which the sentence attributes its words are among the claim's."""
    said = speakers(case, case.sentence)
    if not said:
        if not case.claim.sources and (
            he := forms(case.article.language).he_said.search(case.content_of(case.sentence))
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
    """Return the speaker nearest to each occurrence of the claim's cue in the sentence."""
    if not case.claim.cue:
        return []
    cue = re.compile(whole(normalise(case.claim.cue), simple=case.text.is_simple), re.IGNORECASE)
    return [
        min(said, key=lambda m: max(at.start() - m.span[1], m.span[0] - at.end(), 0))
        for at in cue.finditer(case.text.content, *case.sentence)
    ]


def relay_kept(case: ClaimCase) -> Iterator[Finding]:
    """A channel or paper named in the sentence is in ``via``."""
    sources = case.book.site.sources
    if not case.claim.sources:
        return
    outlet = sources_of_outlet(case)
    named = {*case.claim.via, *case.claim.sources, *outlet}
    span = case.sentence
    if forms(case.article.language).relayed.search(case.content_of(span)):
        span = case.text.around(case.passage, HANGS_ON)
    for mention in case.book.speakers.mentions(case.text.content, span):
        if all(sources[id].kind in _RELAYS for id in mention.ids) and not mention.ids & named:
            who = sources[min(mention.ids)].name
            yield Finding(kinds.RELAY_DROPPED, (), f'the sentence names "{who}", and via does not')
            return


def sources_of_outlet(case: ClaimCase) -> set[str]:
    """Return the sources that are the article's own outlet: a text that names its paper passes nothing on through it."""
    outlet = case.book.site.outlets.get(case.article.outlet)
    own = {name.casefold() for name in outlet.names} if outlet is not None else set()
    return {id for id, source in case.book.site.sources.items() if source.name.casefold() in own}


def cue_printed(case: ClaimCase) -> Iterator[Finding]:
    """The cue stands in the passage's sentence, or in its context if the sentence names no speaker."""
    cue = case.claim.cue
    if cue is None:
        return
    wanted = normalise(cue).casefold()
    pattern = re.compile(whole(wanted, simple=case.text.is_simple))
    if pattern.search(case.content_of(case.sentence).casefold()):
        return
    if not pattern.search(case.content_of(hangs_on(case)).casefold()):
        yield Finding(kinds.CUE_NOT_PRINTED, ("cue",), f'"{cue}" does not stand at the passage')
    elif not case.claim.implied and speakers(case, case.sentence):
        yield Finding(kinds.CUE_NOT_PRINTED, ("cue",), f'"{cue}" stands in another sentence than the source')


def cue_kept(case: ClaimCase) -> Iterator[Finding]:
    """If the sentence has a verb of saying for the source, the claim has a cue."""
    if case.claim.cue or not case.claim.sources:
        return
    if forms(case.article.language).says.search(normalise(case.claim.printed)):
        return
    heard = {id for mention in speakers(case, case.sentence) for id in mention.ids}
    named = case.book.speakers.named(case.text.content, case.sentence).intersection(case.claim.sources)
    by_pronoun = not named and forms(case.article.language).he_said.search(case.content_of(case.sentence))
    if heard.intersection(case.claim.sources) or by_pronoun:
        yield Finding(
            kinds.CUE_DROPPED, (), "the sentence has a verb for who said it, and the claim has no cue"
        )


def status_printed(case: ClaimCase) -> Iterator[Finding]:
    """The words on verification stand in the text, and are about verification."""
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
    """A claim of a source that the outlet's caveat covers, printed before that caveat, has a status."""
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
