"""Who is said to say it, and with which verb: names of the alias table beside verbs of saying."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from builder.desk.suggest.referring import Referring
from builder.desk.suggest.saying import saying
from builder.desk.suggest.subjects import has_subject
from builder.desk.suggest.trailing import REACH, trails
from builder.proof.names import Mention, Names
from builder.proof.normal import Span
from builder.proof.rules.saying import forms
from builder.proof.text import Text
from builder.values import speech

LONGEST = 4000
"""Characters; what goes on longer without an end is a table or an attack, and no sentence."""
_BEHIND = 3
"""Words of a barrier and an article before a name."""
_EARLY = 40
"""So near to its beginning, who says something stands before the rest of a sentence."""


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

    def __init__(
        self, text: Text, known: Names, language: str = "en", kinds: Mapping[str, str] | None = None
    ) -> None:
        """``kinds``: id of a source -> its kind, as far as it is known."""
        self.language = language
        self.saying = saying(language)
        self.forms = forms(language) if speech.saying(language).inverted else None
        """The proof's expressions, where verbs may stand before who says it, or in two parts."""
        self.text = text
        self.content = text.content
        self.known = known
        self.referring = Referring(text, known, language, kinds or {})
        """Whom pronouns, descriptions and surnames mean."""
        self.last: tuple[str, ...] = ()
        self.mentioned: tuple[str, ...] = ()
        self.events: dict[Span, list[Event]] = {}
        self.before: dict[Span, tuple[str, ...]] = {}
        """Who spoke last before a sentence."""
        self.carried: dict[Span, Event | None] = {}
        self.told_after: dict[Span, Event] = {}
        """Who said a sentence of which only the next one tells it: "Das teilte die Polizei mit"."""
        spoke: tuple[str, ...] = ()
        former: Span | None = None
        for sentence in text.sentences:
            found = self._events(sentence) if sentence[1] - sentence[0] <= LONGEST else []
            self.events[sentence] = found
            self.before[sentence] = spoke
            self.carried[sentence] = self._carried(former, sentence) if former else None
            if former and not self.events[former] and (event := self._says_so(former, sentence, found)):
                self.told_after[former] = event
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
        if found is not None and found.leading and found.start < span[0] and span[1] < found.end:
            return None  # "Ada Holm, 51, said": of her age she says nothing
        if found is None and not self.events.get(sentence):
            return self.carried.get(sentence) or self.told_after.get(sentence)
        cited = [event for event in self.events.get(sentence, []) if self.saying.passing.fullmatch(event.cue)]
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
        goes_on = self.saying.goes_on.match(self.content, *sentence) or self.saying.held.search(
            self.content, *sentence
        )
        if not goes_on or self.text.paragraph(before) != self.text.paragraph(sentence):
            return None
        named = [event for event in self.events[before] if event.ids]
        last = named[-1] if named else None if self.events[before] else self.carried.get(before)
        return replace(last, implied=True, via=()) if last else None

    def _says_so(self, before: Span, sentence: Span, found: list[Event]) -> Event | None:
        """Return who said the sentence before, if this one only tells that."""
        if self.saying.says_so.match(self.content, *sentence) is None:
            return None
        if self.text.paragraph(before) != self.text.paragraph(sentence):
            return None
        cited = next((event for event in found if self.saying.passing.fullmatch(event.cue)), None)
        named = cited or next((event for event in found if event.ids), None)
        via = next((event.ids for event in found if cited and event.ids != cited.ids), ())
        return replace(named, implied=True, via=via) if named else None

    def _of(self, sentence: Span, span: Span) -> Event | None:
        events = [event for event in self.events.get(sentence, []) if not span[0] <= event.start < span[1]]
        before = [event for event in events if event.leading and event.end <= span[0]]
        after = [event for event in events if not event.leading and event.start >= span[1]]
        parted = [
            match.start() + sentence[0]
            for match in self.saying.barrier.finditer(self.content[slice(*sentence)])
        ]

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
        # A speaker before the barrier goes on speaking unless another one does after it, or may do.
        if before and not after:
            last = max(before, key=lambda event: event.end)
            return None if self._begins_with_another(last, parted, span) else last
        if after and not before:
            return min(after, key=lambda event: event.start)
        # ", according to the agency, which raised its count from 1,800"
        for event in events:
            if (
                not event.leading
                and event.end <= span[0]
                and self.saying.which.match(self.content, event.end)
            ):
                return event
        # "The paper, citing officials, said 40 had died"
        return next((e for e in events if e.end <= span[0] and self.saying.passing.fullmatch(e.cue)), None)

    def _begins_with_another(self, event: Event, parted: list[int], span: Span) -> bool:
        """Return whether the last barrier before a passage has somebody else directly behind it: "while the police ..."."""
        barrier = max((place for place in parted if event.end <= place < span[0]), default=None)
        if barrier is None or self.forms is None:
            return False
        for mention in self.known.mentions(self.content, (barrier, span[0])):
            if not set(_one(mention)) & set(event.ids):
                return len(self.content[barrier : mention.span[0]].split()) <= _BEHIND
        return False

    def _events(self, sentence: Span) -> list[Event]:
        start, end = sentence
        mentions = self._mentions(sentence)
        found: list[Event] = []
        taken = -1
        for index, mention in enumerate(mentions):
            limit = mentions[index + 1].span[0] if index + 1 < len(mentions) else end
            back = max(start, mention.span[0] - REACH)
            if self.saying.channel.search(self.content, back, mention.span[0]):
                continue
            subject = self._subject(mention, sentence, limit)
            cited = self._cited(mention, sentence, back)
            if cited and cited[1] in {event.start for event in found}:
                continue  # "according to police and the mayor": both are in the first one's list
            if cited and cited[1] != taken:
                cue, place, leads = cited
                ids, implied = self._named(mention, sentence)
                ids = self._all_of(mentions[index:]) if ids and not implied else ids
                found.append(Event(ids, cue, place, mention.span[1], leads, implied))
            elif subject:
                # "The minister, Ada Holm, said": the comma before the name is no end of what is said.
                title = self.saying.titled.fullmatch(self.content, start, mention.span[0])
                leads = (title is not None and self.referring.is_description(title[0])) or not trails(
                    self.content, mention.span[0], subject.end(), sentence, self.language
                )
                ids, implied = self._named(mention, sentence)
                found.append(
                    Event(ids, self._cue(subject["verb"]), mention.span[0], subject.end(), leads, implied)
                )
                # "The line told the coastguard": who stands directly before a verb is its subject.
                if not self.content[mention.span[1] : subject.start("verb")].strip():
                    taken = subject.start("verb")
        found = self._joined(mentions, found, start)
        if not found:
            found = self._nameless(sentence, mentions)
        return sorted(found, key=lambda event: event.start)

    def _named(self, mention: Mention, sentence: Span) -> tuple[tuple[str, ...], bool]:
        """Return whom a name means, and whether it is a surname only: then the full name has to stand near."""
        ids = _one(mention)
        if not self.referring.is_surname(mention.span):
            return ids, False
        return (ids, True) if self.referring.is_near(ids, sentence) else ((), False)

    def _subject(self, mention: Mention, sentence: Span, limit: int) -> re.Match[str] | None:
        """Return the verb of saying behind a name."""
        found = self.saying.subject.match(self.content, mention.span[1], limit)
        if found and self._passive(mention.span[1], found.start("verb"), found["verb"]):
            return None
        if found is None and self.forms is not None:
            first = self.forms.firsts_after.match(self.content, mention.span[1], sentence[1])
            found = first if first and self._ends(first, first.end("verb"), sentence[1]) else None
        if found and self.forms is not None and limit < sentence[1]:
            # "off Osk, said the coastguard": the verb is the next one's.
            comma = self.content[mention.span[1] : found.start("verb")].rstrip().endswith(",")
            if comma and self.forms.lead.fullmatch(self.content, found.end("verb"), limit):
                return None
        return found

    def _cited(self, mention: Mention, sentence: Span, back: int) -> tuple[str, int, bool] | None:
        """Return what gives words to the name behind it: as printed, where it begins, and whether what is said follows."""
        for pattern in (self.saying.giving, self.saying.cited):
            cited = pattern.search(self.content, back, mention.span[0])
            if cited is not None:
                break
        else:
            first = self.forms.firsts.search(self.content, back, mention.span[0]) if self.forms else None
            if first is None or not self._ends(first, mention.span[1], sentence[1]):
                return None
            cited = first
        cue = re.sub(r"^[\",\s]+", "", cited["verb"])
        place = cited.end("verb") - len(cue)
        if pattern is self.saying.cited and has_subject(self.content, sentence[0], place, self.language):
            return None
        if self.forms is None or pattern is self.saying.giving:
            return cue, place, place - sentence[0] < 4
        # Where a verb may stand before its subject, it says what follows unless it stands behind it.
        return cue, place, not trails(self.content, place, mention.span[1], sentence, self.language)

    def _all_of(self, mentions: list[Mention]) -> tuple[str, ...]:
        """Return the sources of a list of names: "the ministry, the mayor and police". Without its "and" there is none."""
        named, listed = list(_one(mentions[0])), list(_one(mentions[0]))
        for other, one in pairwise(mentions):
            gap = self.content[other.span[1] : one.span[0]]
            if not self._is_joint(gap):
                break
            listed += _one(one)
            if self.saying.last_joint.search(gap):
                named = listed.copy()
        return tuple(dict.fromkeys(named))

    def _is_joint(self, gap: str) -> bool:
        """Return whether words between two names join them: "and the", and not ", citing the"."""
        return bool(self.saying.joined.fullmatch(gap)) and not self.saying.according.search(gap)

    def _cue(self, verb: str) -> str:
        """Return a verb as printed, of one in two parts the first: "teilte am Sonntag mit"."""
        plain = verb.casefold()
        for parts in self.saying.parted:
            if plain.startswith(f"{parts.first} ") and plain.endswith(f" {parts.rest}"):
                return verb[: len(parts.first)]
        return verb

    def _ends(self, first: re.Match[str], start: int, end: int) -> bool:
        """Return whether the second part of a verb follows its first: "teilte ... mit"."""
        rest = self.forms.rests.get(" ".join(first["verb"].casefold().split())) if self.forms else None
        return rest is not None and rest.match(self.content, start, end) is not None

    def _mentions(self, sentence: Span) -> list[Mention]:
        """Return who is named, and both in "Danish and Swedish officials"."""
        found = self.referring.mentions(sentence)
        for match in self.saying.two.finditer(self.content, *sentence):
            for name in ("one", "other"):
                ids = self.known.meant.get(f"{match[name]} {match['noun']}".casefold())
                taken = any(m.span[0] < match.end(name) and match.start(name) < m.span[1] for m in found)
                if ids and not taken:
                    end = match.end() if name == "other" else match.end(name)
                    found.append(Mention((match.start(name), end), frozenset(ids)))
        return sorted(found, key=lambda mention: mention.span)

    def _passive(self, start: int, verb: int, word: str) -> bool:
        """Return whether a verb at a place says what others say of its subject."""
        return not word.endswith("ing") and bool(self.saying.passive.search(self.content[start:verb]))

    def _joined(self, mentions: list[Mention], found: list[Event], beginning: int) -> list[Event]:
        """Give an event the sources that are joined to its own by "and"."""
        done = []
        for event in found:
            ids, start = event.ids, event.start
            for mention in reversed([mention for mention in mentions if mention.span[1] <= start]):
                gap = self.content[mention.span[1] : start]
                # "from the dairy, the agency said" is no list: one has its "and" before the last.
                if not self._is_joint(gap) or (
                    len(ids) == len(event.ids) and not self.saying.last_joint.search(gap)
                ):
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
        verbs: set[int] = set()
        for match in (match for pattern in self.saying.pronouns for match in pattern.finditer(text)):
            if match.start("verb") in verbs:
                continue
            verbs.add(match.start("verb"))
            if self._passive(sentence[0], sentence[0] + match.start("verb"), match["verb"]):
                continue
            who = match["who"].casefold()
            earlier = [mention for mention in mentions if mention.span[1] <= sentence[0] + match.start()]
            plain = not who or who in self.saying.plain
            last = self.last or self.mentioned
            if who.startswith(self.saying.own) and earlier:
                ids = _one(earlier[-1])
            elif self._is_its(who):
                ids = last if self.referring.is_near(last, sentence) else ()
            elif plain and earlier and earlier[0].span[0] - sentence[0] < 12:
                ids = _one(earlier[0])
            elif plain or self.saying.role.fullmatch(who):
                ids = self.referring.meant(who, sentence, sentence[0] + match.start(), last)
            else:
                ids = self.referring.meant(who, sentence, sentence[0] + match.start(), ())
            place = sentence[0] + (match.start() if who else match.start("verb"))
            leads = not trails(self.content, place, sentence[0] + match.end(), sentence, self.language)
            found.append(
                Event(
                    ids,
                    self._cue(match["verb"]),
                    place,
                    sentence[0] + match.end(),
                    leads,
                    implied=not earlier,
                )
            )
        for pattern in self.saying.others:
            if not found and (other := pattern.search(text)):
                place = sentence[0] + other.start()
                found.append(
                    Event((), other["verb"], place, sentence[0] + other.end(), other.start() < _EARLY)
                )
        if not found and (somebody := self.saying.somebody.search(text)):
            place, leads = sentence[0] + somebody.start(), somebody.start() < 4
            found.append(Event((), somebody[0].strip(), place, sentence[0] + somebody.end(), leads))
        return found

    def _is_its(self, who: str) -> bool:
        """Return whether a role is that of the thing named last: "its director", and not "his"."""
        return who.startswith(self.saying.its)


def _one(mention: Mention) -> tuple[str, ...]:
    """Whom a name means. Where several share it, the editor has to say; the first is proposed."""
    return tuple(sorted(mention.ids))[:1]
