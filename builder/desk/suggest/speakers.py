"""Who is said to say it, and with which verb: names of the alias table beside verbs of saying."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from builder.desk.suggest.saying import saying
from builder.desk.suggest.trailing import REACH, trails
from builder.proof.names import Mention, Names
from builder.proof.normal import Span
from builder.proof.text import Text

LONGEST = 4000
"""Characters; what goes on longer without an end is a table or an attack, and no sentence."""
# "is said to earn", "was told": another speaker says it.
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:[a-z]+ly\s+|also\s+)?\Z", re.IGNORECASE)
# "on their channel, adding": the channel does not speak.
_PLACE = re.compile(r"\b(?:on|in|via|through)\s+(?:its|their|his|her)\s+(?:[a-z]+\s+){0,2}\Z")
_TWO = re.compile(r"(?P<one>\b[A-Z][\w.-]*)\s+and\s+(?P<other>[A-Z][\w.-]*)\s+(?P<noun>[a-z]+s)\b")
# Told in the past of the past, or as what is to come: the words of the last speaker.
_GOES_ON = re.compile(
    r"(?:They|It|He|She|These|Those|This|(?:All|Some|Most|None|Many|Both|Two|Three|Four)\s+of\s+them)\s+(?:[a-z]+\s+)?"
    r"(?:had|would|could|might|should)\b"
)
_HELD = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+)?(?:believed|thought|said|alleged|reported|estimated|feared|understood|supposed)\s+to\b"
)
_AND = re.compile(r"(?:'s)?\s*(?:and|,)\s+(?:the\s+|a\s+)?(?:[\w'-]+\s+){0,2}\Z", re.IGNORECASE)
_ROLE = re.compile(
    r"the\s+(?:\w+\s+)?(?:agency|ministry|service|directorate|group|company|firm|institute|think\s+tank|organi[sz]ation|official|"
    r"minister|president|governor|mayor|general|spokes\w+|statement|report|post|commission|committee|department|office|union)"
)
# "according to a dealer", "according to Ina Dahl": in any case not the paper itself.
_SOMEBODY = re.compile(
    r"\b[Aa]ccording\s+to\s+(?=(?:an?|the|its|his|her|their|one|two|several|some)\s|[A-Z])"
)
_WHICH = re.compile(r"[^,;]{0,40},\s+(?:which|who)\b")
_BARRIER = re.compile(r";|,?\s+(?:while|but|whereas|although)\s")


class Event(Struct, frozen=True):
    """One attribution."""

    ids: tuple[str, ...]
    """Sources; empty for a speaker that is not in the alias table."""
    cue: str
    """The verb as printed."""
    start: int
    """Where who says it begins."""
    end: int
    """Where the verb ends."""
    leading: bool
    """What is said follows; else it stands before, as in "..., according to"."""
    implied: bool = False
    """The name stands in an earlier sentence."""
    via: tuple[str, ...] = ()
    """Who passes it on, citing the source."""


class Speakers:
    """Finds the events of saying in one text, sentence by sentence, and remembers who spoke last."""

    def __init__(self, text: Text, known: Names, language: str = "en") -> None:
        self.language = language
        self.saying = saying(language)
        self.text = text
        self.content = text.content
        self.known = known
        self.last: tuple[str, ...] = ()
        self.mentioned: tuple[str, ...] = ()
        self.events: dict[Span, list[Event]] = {}
        self.before: dict[Span, tuple[str, ...]] = {}
        """Who spoke last before a sentence."""
        self.carried: dict[Span, Event | None] = {}
        spoke: tuple[str, ...] = ()
        former: Span | None = None
        for sentence in text.sentences:
            found = self._events(sentence) if sentence[1] - sentence[0] <= LONGEST else []
            self.events[sentence] = found
            self.before[sentence] = spoke
            self.carried[sentence] = self._carried(former, sentence) if former else None
            former = sentence
            spoke = next((event.ids for event in reversed(found) if event.ids), spoke)
            named = [event for event in found if event.ids]
            if named:
                self.last = named[-1].ids
            mentions = known.mentions(self.content, sentence)
            if mentions:
                self.mentioned = _one(mentions[-1])

    def of(self, sentence: Span, span: Span) -> Event | None:
        """Return who says what stands at a span, if the sentence tells."""
        found = self._of(sentence, span)
        if found is None and not self.events.get(sentence):
            return self.carried.get(sentence)
        cited = [
            event
            for event in self.events.get(sentence, [])
            if re.match(r"citing|quoting", event.cue, re.IGNORECASE)
        ]
        if found is None or not cited:
            return found
        # "..., the paper reported, citing officials": the officials said it, the paper passes it on.
        relays = [
            event
            for event in self.events[sentence]
            if event not in cited and event.ids and event.ids != cited[0].ids
        ]
        via = relays[-1].ids if relays else ()
        cue = relays[-1].cue if relays else cited[0].cue
        return replace(cited[0], cue=cue, via=via)

    def inside(self, sentence: Span, span: Span) -> Event | None:
        """Return who says it by the very words of a passage: "denied that it had known"."""
        for event in self.events.get(sentence, []):
            if event.start <= span[1] and span[0] <= event.end:
                return event
        return None

    def _carried(self, before: Span, sentence: Span) -> Event | None:
        """Return who said the sentence before, if this one goes on reporting: "They had used", "is believed to"."""
        goes_on = _GOES_ON.match(self.content, *sentence) or _HELD.search(self.content, *sentence)
        if not goes_on or self.text.paragraph(before) != self.text.paragraph(sentence):
            return None
        named = [event for event in self.events[before] if event.ids]
        last = named[-1] if named else None if self.events[before] else self.carried.get(before)
        return replace(last, implied=True, via=()) if last else None

    def _of(self, sentence: Span, span: Span) -> Event | None:
        events = [event for event in self.events.get(sentence, []) if not span[0] <= event.start < span[1]]
        before = [event for event in events if event.leading and event.end <= span[0]]
        after = [event for event in events if not event.leading and event.start >= span[1]]
        parted = [match.start() + sentence[0] for match in _BARRIER.finditer(self.content[slice(*sentence)])]

        def divided(event: Event) -> bool:
            low, high = min(event.end, span[0]), max(event.start, span[1])
            return any(low <= place < high for place in parted)

        near = [event for event in before if not divided(event)]
        behind = [event for event in after if not divided(event)]
        # ", the ministry said" at the end governs all before it; a speaker nearer in front counts more.
        if near:
            return max(near, key=lambda event: event.end)
        if behind:
            return min(behind, key=lambda event: event.start)
        # A speaker before the barrier goes on speaking unless another one does after it.
        if before and not after:
            return max(before, key=lambda event: event.end)
        if after and not before:
            return min(after, key=lambda event: event.start)
        # ", according to the agency, which raised its count from 1,800"
        for event in events:
            if not event.leading and event.end <= span[0] and _WHICH.match(self.content, event.end):
                return event
        return None

    def _events(self, sentence: Span) -> list[Event]:
        start, end = sentence
        mentions = self._mentions(sentence)
        found: list[Event] = []
        for index, mention in enumerate(mentions):
            limit = mentions[index + 1].span[0] if index + 1 < len(mentions) else end
            subject = self.saying.subject.match(self.content, mention.span[1], limit)
            back = max(start, mention.span[0] - REACH)
            if _PLACE.search(self.content, back, mention.span[0]):
                continue
            if subject and self._passive(mention.span[1], subject.start("verb"), subject["verb"]):
                subject = None
            cited = self.saying.cited.search(self.content, back, mention.span[0])
            if cited:
                cue = re.sub(r"^[\",\s]+", "", cited["verb"])
                place = cited.end("verb") - len(cue)
                leads = place - start < 4
                named = _one(mention)
                for other, one in zip(mentions[index:], mentions[index + 1 :], strict=False):
                    if not _AND.fullmatch(self.content[other.span[1] : one.span[0]]):
                        break
                    named = tuple(dict.fromkeys((*named, *_one(one))))
                found.append(Event(named, cue, place, mention.span[1], leads))
            elif subject:
                leads = not trails(self.content, mention.span[0], subject.end(), sentence)
                found.append(Event(_one(mention), subject["verb"], mention.span[0], subject.end(), leads))
        found = self._joined(mentions, found, start)
        if not found:
            found = self._nameless(sentence, mentions)
        return sorted(found, key=lambda event: event.start)

    def _mentions(self, sentence: Span) -> list[Mention]:
        """Return who is named, and both in "Danish and Swedish officials"."""
        found = list(self.known.mentions(self.content, sentence))
        for match in _TWO.finditer(self.content, *sentence):
            for name in ("one", "other"):
                ids = self.known.meant.get(f"{match[name]} {match['noun']}".casefold())
                taken = any(m.span[0] < match.end(name) and match.start(name) < m.span[1] for m in found)
                if ids and not taken:
                    end = match.end() if name == "other" else match.end(name)
                    found.append(Mention((match.start(name), end), frozenset(ids)))
        return sorted(found, key=lambda mention: mention.span)

    def _passive(self, start: int, verb: int, word: str) -> bool:
        """Return whether a verb at a place says what others say of its subject."""
        return not word.endswith("ing") and bool(_PASSIVE.search(self.content[start:verb]))

    def _joined(self, mentions: list[Mention], found: list[Event], beginning: int) -> list[Event]:
        """Give an event the sources that are joined to its own by "and"."""
        done = []
        for event in found:
            ids, start = event.ids, event.start
            for mention in reversed([mention for mention in mentions if mention.span[1] <= start]):
                gap = self.content[mention.span[1] : start]
                # "from the dairy, the agency said" is no list: one has its "and" before the last.
                if not _AND.fullmatch(gap) or (len(ids) == len(event.ids) and not re.search(r"\band\b", gap)):
                    break
                ids, start = tuple(dict.fromkeys((*_one(mention), *ids))), mention.span[0]
            # A list at the sentence's very beginning has commas and stands before what is said all the same.
            leads = event.leading or (start < event.start and start - beginning < 5)
            done.append(replace(event, ids=ids, start=start, leading=leads))
        return done

    def _nameless(self, sentence: Span, mentions: list[Mention]) -> list[Event]:
        """Find "she said", "its director said": the one named last, in this sentence or the one before."""
        text = self.content[slice(*sentence)]
        found = []
        for match in self.saying.pronoun.finditer(text):
            if self._passive(sentence[0], sentence[0] + match.start("verb"), match["verb"]):
                continue
            who = match["who"].casefold()
            earlier = [mention for mention in mentions if mention.span[1] <= sentence[0] + match.start()]
            if who.startswith(("its ", "their ", "his ", "her ")) and earlier:
                ids = _one(earlier[-1])
            elif who.startswith(("its ", "their ")):
                ids = self.last or self.mentioned
            elif who in ("he", "she", "it", "they") and earlier and earlier[0].span[0] - sentence[0] < 12:
                ids = _one(earlier[0])
            elif who in ("he", "she", "it", "they") or _ROLE.fullmatch(who):
                ids = self.last or self.mentioned
            else:
                ids = ()
            place = sentence[0] + match.start()
            leads = not trails(self.content, place, sentence[0] + match.end(), sentence)
            found.append(
                Event(ids, match["verb"], place, sentence[0] + match.end(), leads, implied=not earlier)
            )
        if not found and (other := self.saying.other.search(text)):
            place = sentence[0] + other.start()
            found.append(Event((), other["verb"], place, sentence[0] + other.end(), other.start() < 40))
        if not found and (somebody := _SOMEBODY.search(text)):
            place = sentence[0] + somebody.start()
            found.append(Event((), "according to", place, sentence[0] + somebody.end(), somebody.start() < 4))
        return found


def _one(mention: Mention) -> tuple[str, ...]:
    """Whom a name means. Where several share it, the editor has to say; the first is proposed."""
    return tuple(sorted(mention.ids))[:1]
