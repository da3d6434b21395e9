"""Questions for figures that no rule assigned: what can be compared of the two is weighed, and only what is clear is proposed.

The rules of ``figure_fit`` know words, and a text has others. Here a figure needs the right kind, nothing that speaks against it, and
more in common with one question than with any other that is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Question
from builder.desk.suggest.asking import LENGTHS, PERIODS, SHARES, Asking, Wanted
from builder.desk.suggest.fit_persons import SOFT
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.soft_fit import is_exact, is_told, may_answer
from builder.desk.suggest.soft_words import Loose, loose_tokens, quality, things
from builder.desk.suggest.standing import Place
from builder.desk.suggest.tokens import Token
from builder.proof.normal import Span
from builder.values.figures import search
from builder.values.quantity import Kind, Number, Quantity, kind_of

FIRST = 0.38
"""What a question must reach to be proposed first."""
LEAST = 0.38
"""What it must reach to be proposed with the next one."""
NEXT = 0.12
"""What a question must reach to stand behind another one."""
MARGIN = 0.15
"""By how much a question must be likelier than the next one to be proposed alone."""
MEASURED = 0.15
"""What speaks for a question because the figure has its unit."""
COUNTED = 0.2
"""What speaks for a question if the figure counts what it asks for."""
ALONE = 0.35
"""The same if no other question that is open asks for anything in this unit."""
AGREED = 0.4
"""What speaks for a question if another article prints the same number, and against it if all print one of another size."""
FEW = 12
"""A number of people or things up to which two articles may print the same one by chance."""
SIZE = 20
"""How many times as large as all others an answer may be."""
OF_TIME, OF_MONEY = 0.18, 0.1
"""How much of a question must be said near a time, and near a sum or a share, for its being the only one to speak for it."""
SURELY = 0.6
"""How surely one word of it may be said instead."""
TELLING = 0.35
"""How surely one word of a question must be said of a figure."""


Ranked = tuple[tuple[Question, float], ...]
"""Questions, the likeliest first, each with how likely it is."""


class Evidence(Struct, frozen=True):
    """What speaks for a question."""

    wanted: Wanted
    share: float
    """How much of it is said near the figure: 0 to 1."""
    best: float
    """How surely its most telling word is said of the figure: 0 to 1."""
    counted: bool
    """Whether the figure counts what it asks for."""
    general: bool
    """Whether the figure counts people, as the question does, and no more is said of either than the one asks."""
    agreed: float
    """What other articles' answers say: above 0 if one prints the same number, below 0 if all are of another size."""
    other: bool
    """Whether the figure counts something else, as far as words are known."""

    def likely(self, alone: bool) -> float:
        """Return how likely the question is. ``alone``: whether no other is open for what is measured or counted so."""
        return max(0.0, self._in_words(alone) + self.agreed)

    def _in_words(self, alone: bool) -> float:
        if self.wanted.unit is None:
            # What a question is about is said of all that a text counts: what it asks of them has to be said, too.
            if self.other:
                return 0.0
            if alone and self.general:
                return self.share + ALONE
            is_told = self.counted and not (self.wanted.people and self.wanted.states - SOFT)
            more = COUNTED if self.counted else 0.0
            return self.share + more if is_told or self.best >= TELLING else 0.0
        if self.wanted.unit in PERIODS:
            # A text has times for all sorts of things: "the second in four years".
            return self.share + (ALONE if alone else 0.0) if self.share >= OF_TIME else 0.0
        if kind_of(self.wanted.unit) is not Kind.MEASURE:
            is_told = self.share >= OF_MONEY or self.best >= SURELY
            return self.share + MEASURED + (ALONE if alone and is_told else 0.0) if self.share else 0.0
        if self.wanted.unit in LENGTHS and not self.share:
            return 0.0  # a text has distances of all sorts: "my sister lives twelve kilometres away"
        # Few things are measured in tonnes.
        return self.share + MEASURED + (ALONE if alone else 0.0) if alone or self.share else 0.0


class Soft:
    """Finds questions for the figures of one text that no rule assigned."""

    def __init__(
        self,
        asking: Asking,
        printed: Mapping[str, Iterable[str]],
        is_other: Callable[[Place, Question], bool],
    ) -> None:
        """``printed`` maps a question's path to what other articles print in answer to it.

        ``is_other`` tells that a figure surely answers another question than one.
        """
        self._asking, self._is_other = asking, is_other
        languages = tuple(dict.fromkeys((asking.language, asking.site)))
        self._printed = {
            wanted.question: _numbers(printed.get(wanted.question.path, ()), languages)
            for wanted in asking.wanted
        }
        self._loose = Loose(asking.wanted, asking.site, across=asking.across)

    def settled(self, proposals: Sequence[Proposal], places: Mapping[Span, Place]) -> list[Proposal]:
        """Return the proposals of a text, with questions for figures that have none: each question once, the clearest first."""
        figures = [p for p in proposals if p.kind == "figure" and p.span in places]
        answered = {(p.low, p.high) for p in figures if p.questions}
        taken = {p.question.path for p in proposals if p.kind == "figure" and p.question}
        waiting = {
            p.span: (p, known)
            for p in figures
            if not p.questions
            and (p.low, p.high) not in answered
            and (known := self.evidence(places[p.span]))
        }
        found: dict[Span, Ranked] = {}
        while waiting:
            ranked = {span: _ranked(known, taken) for span, (_, known) in waiting.items()}
            span = max(
                ranked,
                key=lambda span: (
                    _is_clear(ranked[span]),
                    _is_likely(ranked[span]),
                    _margin(ranked[span]),
                    -span[0],
                ),
            )
            if not (clear := likeliest(ranked[span])):
                break
            proposal, _ = waiting.pop(span)
            found[span] = clear
            taken.add(clear[0][0].path)
            # The same figure again says no more.
            bounds = (proposal.low, proposal.high)
            waiting = {s: item for s, item in waiting.items() if (item[0].low, item[0].high) != bounds}
        return [self._with(p, found, taken, places) for p in proposals]

    def _with(
        self,
        proposal: Proposal,
        found: Mapping[Span, Ranked],
        taken: set[str],
        places: Mapping[Span, Place],
    ) -> Proposal:
        """Return a proposal with what was found for it; one with a single question with another that is open, as its second."""
        if proposal.kind != "figure" or proposal.span not in places:
            return proposal
        if proposal.span in found:
            return replace(proposal, questions=found[proposal.span])
        if len(proposal.questions) != 1:
            return proposal
        others = _ranked(self.evidence(places[proposal.span]), taken)[:1]
        if not others or others[0][1] < LEAST:
            return proposal
        # It stands behind what a rule found, whatever the two are measured by.
        second = (others[0][0], min(others[0][1], proposal.questions[0][1]))
        return replace(proposal, questions=(*proposal.questions, second))

    def evidence(self, place: Place) -> list[Evidence]:
        """Return what speaks for each question to which nothing speaks against."""
        possible = [
            wanted
            for wanted in self._asking.wanted
            if may_answer(place, wanted) and not self._is_other(place, wanted.question)
        ]
        if not possible:
            return []

        def read(text: str) -> tuple[Token, ...]:
            return loose_tokens(text, place.language, across=place.across)

        near, of_speaker = place.near_in(read), place.of_speaker(read)
        # Of several words the last is the noun, as its phrase goes up to the first in the plural: "flight attendants".
        noun = {token.name for token in read(place.noun) if token.end == len(place.noun)}
        others = {name: weight for name, weight in near.items() if name not in of_speaker}
        found = [
            self._evidence(place, wanted, near if wanted.of_words else others, noun) for wanted in possible
        ]
        if place.figure.reading.only_a_share:
            # "Three in four trains stand still" is no share of the people, whatever percentage is still asked for.
            found = [one for one in found if one.counted]
        # Where it counts what one question asks for, it answers no other.
        counts = any(one.counted and one.wanted.unit is None for one in found)
        return [one for one in found if one.counted or one.wanted.unit is not None or not counts]

    def _evidence(self, place: Place, wanted: Wanted, near: Mapping[str, float], noun: set[str]) -> Evidence:
        said = whole = best = 0.0
        counted = False
        asked: set[str] = set()
        # "76.5 percent of the shares" may be what voted, was sold, or lost in value.
        plain = SHARES if wanted.unit == "percent" else frozenset()
        for part in self._loose.parts[wanted.question]:
            rare = self._loose.rarity(part)
            names = (part.names & near.keys()) - plain
            weight = max((min(1.0, near[name]) * quality(name) for name in names), default=0.0)
            said += part.weight * rare * weight
            whole += part.weight * rare
            if not part.counted or wanted.unit is not None:
                best = max(best, rare * weight)
            if part.counted:
                counted |= not noun.isdisjoint(part.names)
                asked |= things(part.names)
        counted = is_told(place, wanted) or (counted and is_exact(place, wanted))
        is_known = bool(things(noun) and asked) or (bool(noun) and not place.across and not wanted.people)
        general = wanted.people and not wanted.heads and place.named == {"people"} and not place.states
        return Evidence(
            wanted,
            said / whole if whole else 0.0,
            best,
            counted,
            general,
            self._agreed(place, wanted.question),
            is_known and not counted,
        )

    def _agreed(self, place: Place, question: Question) -> float:
        """Return what the numbers that other articles print in answer to a question say of a figure."""
        known, low = self._printed.get(question, ()), place.figure.low
        if not known or low is None:
            return 0.0
        if (low, place.figure.high) in known:
            return AGREED if place.unit or low > FEW else 0.0
        sizes = [one for one, _ in known if one]
        return -AGREED if sizes and not any(one / SIZE <= low <= one * SIZE for one in sizes) else 0.0


def _numbers(
    printed: Iterable[str], languages: tuple[str, ...]
) -> frozenset[tuple[Number | None, Number | None]]:
    """Return the numbers that end what articles print in answer to a question, each by its bounds."""
    found: set[tuple[Number | None, Number | None]] = set()
    for text in printed:
        for language in languages:
            readings = [
                one.reading for one in search.find(text, language) if isinstance(one.reading, Quantity)
            ]
            found.update((reading.low, reading.high) for reading in readings[-1:])
    return frozenset(found)


def _ranked(known: Sequence[Evidence], taken: set[str]) -> list[tuple[Question, float]]:
    """Return the questions that are open, the likeliest first."""
    rest = [one for one in known if one.wanted.question.path not in taken]
    alone = len(rest) == 1 and (rest[0].wanted.unit is not None or rest[0].general)
    found = [(one.wanted.question, round(one.likely(alone), 3)) for one in rest]
    return sorted(found, key=lambda item: (-item[1], item[0].path))


def _margin(ranked: Sequence[tuple[Question, float]]) -> float:
    return ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0) if ranked else 0.0


def _is_clear(ranked: Sequence[tuple[Question, float]]) -> bool:
    """Return whether the likeliest question is clearly the one."""
    if not ranked:
        return False
    return ranked[0][1] >= FIRST and _margin(ranked) >= MARGIN


def _is_likely(ranked: Sequence[tuple[Question, float]]) -> bool:
    """Return whether one of the two likeliest questions is likely to be the one."""
    return len(ranked) > 1 and ranked[0][1] >= LEAST and ranked[1][1] >= NEXT


def likeliest(ranked: Sequence[tuple[Question, float]]) -> Ranked:
    """Return what may be proposed: the likeliest question, with the next one if that is not far behind, or nothing."""
    if not (_is_clear(ranked) or _is_likely(ranked)):
        return ()
    return tuple(item for at, item in enumerate(ranked[:2]) if not at or item[1] >= NEXT)
