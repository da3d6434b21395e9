"""Who is said to say it, and with which verb: names of the alias table beside verbs of saying."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from builder.desk.suggest.attributions import Attributions, Event, first_of
from builder.proof.names import Names
from builder.proof.normal import Span
from builder.proof.text import Text
from builder.values.counting import Words, counting

LONGEST = 4000
"""Characters; what goes on longer without an end is a table or an attack, and no sentence."""
_OPENING = 3
"""Words that may open a sentence before a comma without being all that somebody says: "On Sunday,"."""
_BEHIND = 3
"""Words of a barrier and an article before a name."""


class Speakers(Attributions):
    """Finds the events of saying in one text, sentence by sentence, and remembers who spoke last."""

    def __init__(
        self, text: Text, known: Names, language: str = "en", kinds: Mapping[str, str] | None = None
    ) -> None:
        """``kinds``: id of a source -> its kind, as far as it is known."""
        super().__init__(text, known, language, kinds or {})
        self.events: dict[Span, list[Event]] = {}
        self.before: dict[Span, tuple[str, ...]] = {}
        """Who spoke last before a sentence."""
        self.carried: dict[Span, Event | None] = {}
        self.told_after: dict[Span, Event] = {}
        """Who said a sentence of which only the next one tells it: "Das teilte die Polizei mit"."""
        spoke: tuple[str, ...] = ()
        former: Span | None = None
        for sentence in text.sentences:
            found = self.found_in(sentence) if sentence[1] - sentence[0] <= LONGEST else []
            self.events[sentence] = found
            self.before[sentence] = spoke
            self.carried[sentence] = self._carried(former, sentence) if former else None
            nobody = former and not any(event.ids for event in self.events[former])
            if former and nobody and (event := self._says_so(former, sentence, found)):
                self.told_after[former] = event
            former = sentence
            spoke = next((event.ids for event in reversed(found) if event.ids), spoke)
            # "The agency wrote on Telegram. It said": a channel says nothing.
            named = [event for event in found if event.ids and not self._are_channels(event.ids)]
            if named:
                self.last = named[-1].ids
            mentions = [
                item
                for item in known.mentions(self.content, sentence)
                if not self._are_channels(first_of(item))
            ]
            if mentions:
                self.mentioned = first_of(mentions[-1])
            self.begun = self._begun(sentence, found)

    def _are_channels(self, ids: tuple[str, ...]) -> bool:
        """Return whether sources only pass on what others say."""
        return all(self.referring.kinds.get(id) == "channel" for id in ids)

    def of(self, sentence: Span, span: Span) -> Event | None:
        """Return who says what stands at a span, if the sentence tells."""
        found = self._of(sentence, span)
        if found is not None and found.leading and found.start < span[0] and span[1] < found.end:
            return None  # "Ada Holm, 51, said": of her age she says nothing
        if found is None and not self.events.get(sentence):
            return self.carried.get(sentence) or self.told_after.get(sentence)
        if (found is None or not found.ids) and sentence in self.told_after:
            return self.told_after[sentence]  # "The crews speak of 40. This a police officer said."
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

    def _begun(self, sentence: Span, found: list[Event]) -> tuple[str, ...]:
        """Return with whom a sentence begins, if nobody speaks in it and another one of its paragraph follows."""
        named = self.referring.mentions(sentence)
        if found or not named or self.text.paragraph(sentence)[1] - sentence[1] <= 1:
            return ()
        ahead = self.content[sentence[0] : named[0].span[0]].split()
        if len(ahead) <= 1:
            return first_of(named[0])
        # "It came hours after the board raised its count. It said": the only body that is named.
        only = {id for mention in named for id in mention.ids}
        is_body = len(only) == 1 and self.referring.is_person(*only) is False
        return tuple(only) if is_body else ()

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
        # ", the ministry said" at the end governs all before it; a speaker nearer in front counts more, unless he only expects it.
        if near and behind and behind[0].ids and all(self._expects(event) for event in near):
            return min(behind, key=lambda event: event.start)
        if near:
            return max(near, key=lambda event: event.end)
        if behind:
            return min(behind, key=lambda event: event.start)
        # "Dabei starben laut Salvini 30 Menschen": in the midst of a clause it governs all of it.
        midst = [event for event in events if event.end <= span[0] and self._is_midst(event, span)]
        if midst:
            return midst[-1]
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

    def _expects(self, event: Event) -> bool:
        """Return whether a verb tells what somebody expects, which another one may say: "The line expects a loss, Ada Holm said"."""
        return bool(counting(self.language).forecast.find(Words(event.cue)))

    def _is_midst(self, event: Event, span: Span) -> bool:
        """Return whether "according to X" stands in a clause before a passage, with no sign before it or between the two.

        Or it stands between two commas, behind what only opens the sentence: "On Sunday, according to police, 40 died".
        """
        if event.leading or self.saying.according.fullmatch(event.cue) is None:
            return False
        ahead, gap = self.content[: event.start].rstrip(), self.content[event.end : span[0]]
        if ahead.endswith(","):
            opening = ahead[self._beginning(event) :]
            return len(opening.split()) <= _OPENING and "," in gap and not any(sign in gap for sign in ';:"')
        return ahead[-1:].isalnum() and not any(sign in gap for sign in ',;:"')

    def _beginning(self, event: Event) -> int:
        """Return where the sentence of an event begins."""
        return self.text.sentences[self.text.sentence_at(event.start)][0]

    def _begins_with_another(self, event: Event, parted: list[int], span: Span) -> bool:
        """Return whether the last barrier before a passage has somebody else directly behind it: "while the police ..."."""
        barrier = max((place for place in parted if event.end <= place < span[0]), default=None)
        if barrier is None or self.forms is None:
            return False
        for mention in self.known.mentions(self.content, (barrier, span[0])):
            if not set(first_of(mention)) & set(event.ids):
                return len(self.content[barrier : mention.span[0]].split()) <= _BEHIND
        return False
