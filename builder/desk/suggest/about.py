"""What a question asks about, and how much a part of a text is about it: in the same language or in another."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache

from msgspec import Struct, structs

from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk.suggest.happened import PERSONAL, SPOKEN, Term, events, lexicon
from builder.desk.suggest.language import any_of, proposing
from builder.desk.suggest.words import stem
from builder.proof.names import Names
from builder.proof.rules.turning import turning
from builder.values.counting import Words, counting
from builder.values.figures.tokens import fold
from builder.values.lexicon import base, language_file, listed
from builder.values.text import normalise

BODIES = frozenset(
    {"union", "company", "party", "ministry", "court", "bank", "airline", "regulator", "police", "insurer", "commission", "university", "council", "parliament", "army"}
)  # fmt: skip
"""Things that act as persons do."""
LIGHT = frozenset({"sent", "shown", "begin", "end", "take place", "planned", "reported", "found"})
"""What happens to whatever happens: a question when the fire began asks for the day of the fire."""
OCCURRING = frozenset({"struck", "take place"})
"""What every event does."""
OPPOSING = frozenset({"vote", "referendum", "decided", "spoke", "announced"})
"""What is done against something: it says no more without that."""
ASIDE = 0.3
"""The weight of what only says when."""
ASIDES, OFTEN = 3, 0.25
"""How many questions of a site, and what share of them, name what their story is about."""
EVENT_BEGINS = frozenset({"open", "begin"})
"""What an event does when it begins: a trial opens, a bridge does not begin."""


class Concept(Struct, frozen=True):
    """One thing that a question names."""

    words: tuple[str, ...]
    """As they are compared in its own language."""
    happened: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    """Of a name, the registry entries."""
    definite: bool = False
    """Whether it is known from what was said before: "the bridge", or a name."""
    place: int = 0
    aside: bool = False
    """Whether it is only said when the question's event was, and most questions name it: "before the train derailed"."""

    @property
    def core(self) -> bool:
        """Whether an answer has to say it: what happens, and what is not known before."""
        is_known = self.definite and (bool(self.things) or not self.happened)
        return not self.ids and not is_known and not self.aside


class Asked(Struct, frozen=True):
    """A question, as it is held against a text."""

    question: Question
    concepts: tuple[Concept, ...]
    weights: tuple[float, ...]
    day: bool = False
    """Whether only a day answers: "on which day"."""
    until: bool = False
    since: bool = False
    to: bool = False
    from_: bool = False
    begins: bool = False
    """Whether it asks for the day since which something was."""
    ends: bool = False
    """Whether it asks for the day on which something was over."""
    coming: bool = False
    past: bool = False
    others: bool = False
    """Whether it asks for others than the one whom a text is about: "who else"."""
    present: bool = False
    """Whether it asks for what is so, or will be."""
    denies: bool = False
    """Whether it asks whether somebody denies it: a denial is a yes there."""
    words: bool = False
    """Whether it asks for what somebody says, or how he calls it."""
    to_whom: bool = False
    """Whether it asks to whom something happened: "who was arrested"."""

    former: bool = False
    """Whether it asks for an earlier event than that of the story: "the last strike"."""
    role: frozenset[str] = frozenset()
    """What it asks for by what that is: "which judge", "which union"."""
    obliges: bool = False
    """Whether it asks for what has to be: "does the ministry have to approve it?"."""
    kinds: frozenset[str] = frozenset()
    """What kind of place it asks for: "which site"."""

    @property
    def announces(self) -> bool:
        """Whether it asks for an announcement, which any verb of saying makes."""
        return any("announced" in concept.happened for concept in self.concepts)

    @property
    def whole(self) -> float:
        """The weight of all that is asked."""
        return sum(self.weights)


@lru_cache(maxsize=64)
def _small(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]]:
    said = events(language)
    stop = frozenset({*listed(proposing(language).compared.stop), *listed(said.light), *listed(said.who)})
    return (
        stop - set(listed(said.definite)),
        frozenset(listed(said.definite)),
        frozenset(word for phrase in listed(said.none) for word in phrase.split()),
        re.compile(rf"\b{any_of(said.which)}\s+(?P<what>\w+)", re.IGNORECASE),
    )


def asked_of(questions: Iterable[Question], names: Names, language: str) -> list[Asked]:
    """Return what questions ask about. ``names`` are those of all sources and places; ``language`` is that of the questions."""
    found = [(question, _concepts(question, names, language)) for question in questions]
    spread = Counter(key for _, concepts in found for concept in concepts for key in _keys(concept))
    number = len(found) or 1
    found = [
        (question, _with_asides(concepts, question, spread, number, language)) for question, concepts in found
    ]

    def weight(concept: Concept, concepts: tuple[Concept, ...]) -> float:
        worth = ASIDE if concept.aside else 1.5 if concept.happened else 1.0
        if concept.happened & LIGHT and len(concepts) > 1:
            worth = 0.5
        if concept.happened == {"kept"} and any(c.happened - LIGHT for c in concepts if c is not concept):
            worth = 0.2  # "Did the schools stay shut?"
        rare = max(math.log(1 + number / spread[key]) for key in _keys(concept)) / math.log(1 + number)
        return worth * (0.5 + 0.5 * rare)

    return [
        _asking(question, concepts, tuple(weight(concept, concepts) for concept in concepts), language)
        for question, concepts in found
    ]


def _with_asides(
    concepts: tuple[Concept, ...], question: Question, spread: Counter[str], number: int, language: str
) -> tuple[Concept, ...]:
    """Return what a question names, with what its story is about as an aside where it only says when: "before the train derailed"."""
    text = normalise(question.text)
    starts = [match.start() for match in _when(language).finditer(text) if match.start()]
    if not starts:
        return concepts

    def is_aside(concept: Concept) -> bool:
        often = max(spread[key] for key in _keys(concept))
        told = concept.definite and concept.happened and any(c.core and c.place < starts[0] for c in concepts)
        return concept.place > starts[0] and (bool(told) or often >= max(ASIDES, number * OFTEN))

    found = tuple(structs.replace(one, aside=is_aside(one)) for one in concepts)
    return found if any(one.core and not one.aside for one in found) else concepts


@lru_cache(maxsize=64)
def _when(language: str) -> re.Pattern[str]:
    file = language_file(language)
    temporal = file.saying.temporal if file is not None else ""
    return re.compile(rf"\b{any_of(temporal, *counting(language).then_when)}\b", re.IGNORECASE)


def _keys(concept: Concept) -> tuple[str, ...]:
    return tuple(sorted(concept.ids or concept.happened or concept.things)) or concept.words[:1]


def _concepts(question: Question, names: Names, language: str) -> tuple[Concept, ...]:
    text = normalise(question.text)
    stop, definite, _, which = _small(language)
    words = Words(text)
    asked = {match.start("what") for match in which.finditer(text)}
    said = events(language)
    coming = {*listed(said.coming), *listed(said.since), *listed(said.until)}
    where = set(listed(proposing(language).answers.where))
    mentions = names.mentions(text)
    terms = lexicon(language).terms(words)
    found: list[Concept] = []
    taken = -1
    for at, (word, start, end) in enumerate(zip(words.words, words.starts, words.ends, strict=True)):
        if start < taken or start in asked or word in coming:
            continue
        before = words.words[at - 1] if at else ""
        is_definite = before in definite or before in where
        is_definite |= bool(at > 1 and words.words[at - 2] in definite and before not in stop)
        is_definite |= text[:start].endswith(("'s ", "s' "))
        named = next((m for m in mentions if m.span[0] <= start < m.span[1]), None)
        # "the premier" may be the name of an entry, and says what it is too.
        term = max((t for t in terms if t.start <= start < t.end), key=lambda t: t.end, default=None)
        if named is not None:
            taken = named.span[1]
            inside = [t for t in terms if named.span[0] <= t.start and t.end <= named.span[1]]
            things = frozenset(name for t in inside for name in t.things)
            found.append(
                Concept((fold(text[slice(*named.span)]),), frozenset(), things, named.ids, True, start)
            )
        elif term is not None and (word not in stop or term.end > end):
            taken = term.end
            capital = text[start].isupper() and at > 0
            found.append(
                Concept(
                    (stem(text[term.start : term.end], language),),
                    term.happened,
                    term.things,
                    frozenset(),
                    is_definite or capital,
                    start,
                )
            )
        elif word not in stop and word not in definite and (len(word) > 2 or text[start].isupper()):
            capital = text[start].isupper() and at > 0
            if question.answer is Answer.YES_NO and before not in definite and at + 1 == len(words.words):
                # "Was the election fair?": its last word is what is asked.
                is_definite = is_definite and not _is_predicate(words, terms, at)
            forms = tuple(dict.fromkeys((stem(word, language), word)))
            found.append(Concept(forms, definite=is_definite or capital, place=start))
    found = _with_attributes(_without_against(found), words)
    return tuple(_of_events(_without_occurring(found, _behind(words, definite))))


def _is_predicate(words: Words, terms: Iterable[Term], at: int) -> bool:
    """Return whether the last word of a question stands behind a noun that is known by itself."""
    start = words.starts[at - 1] if at else -1
    return any(term.start <= start < term.end and (term.happened or term.things) for term in terms)


def _without_against(found: list[Concept]) -> list[Concept]:
    """Return what a question names without "against" as a mere preposition: "go to court against the strike", and not "vote against"."""
    return [
        one
        for at, one in enumerate(found)
        if one.happened != {"opposed"}
        or not any(other.happened - OPPOSING for other in found[:at] if other.core)
        or any(other.happened & OPPOSING for other in found[:at])
        or not (at + 1 < len(found) and found[at + 1].definite)
    ]


def _with_attributes(found: list[Concept], words: Words) -> list[Concept]:
    """Return what a question names, with what it only says of a known thing as known too: "the merged company"."""
    ends = dict(zip(words.starts, words.ends, strict=True))
    return [
        structs.replace(one, aside=True)
        if one.happened
        and one.definite
        and not one.things
        and following is not None
        and following.things
        and not following.happened
        and following.place == ends.get(one.place, -2) + 1
        else one
        for one, following in zip(found, [*found[1:], None], strict=True)
    ]


def _behind(words: Words, small: Collection[str]) -> frozenset[int]:
    """Return where words begin that stand behind one of some small words: behind "the"."""
    pairs = zip(words.words, words.starts[1:], strict=False)
    return frozenset(start for word, start in pairs if word in small)


def _without_occurring(found: list[Concept], nouns: Collection[int]) -> list[Concept]:
    """Return what a question names without that it happened, which the event says itself: "did the earthquake strike"."""
    happened = [
        one.place
        for one in found
        if one.happened - LIGHT - OCCURRING - SPOKEN - {"ruled out"} and not one.things
    ]
    first = min(happened, default=None)
    if first is None:
        return found
    return [one for one in found if one.place in nouns or not one.happened & OCCURRING or one.place <= first]


def _of_events(found: list[Concept]) -> list[Concept]:
    """Return what a question names, with an opening as a beginning where an event opens and no thing: "the trial open"."""
    return [
        structs.replace(one, happened=one.happened | EVENT_BEGINS)
        if one.happened & EVENT_BEGINS
        and any(
            other.happened - LIGHT - EVENT_BEGINS and not other.things for other in found if other is not one
        )
        else one
        for one in found
    ]


def _asking(
    question: Question, concepts: tuple[Concept, ...], weights: tuple[float, ...], language: str
) -> Asked:
    said = events(language)
    text = normalise(question.text).rstrip("?! ").casefold()
    _, _, _, which = _small(language)
    what = {match["what"].casefold() for match in which.finditer(text)}
    first = text.split()
    ends = first[-1] if first else ""
    goes = {"travel", "take away", "sent"} & {name for concept in concepts for name in concept.happened}
    from_ = (
        any(text.startswith(f"{word} ") for word in listed(said.from_))
        or ends in listed(said.from_)
        or any("come from" in concept.happened for concept in concepts)
    )
    return Asked(
        question,
        concepts,
        weights,
        bool(what & set(listed(said.days))),
        any(text.startswith(f"{word} ") for word in listed(said.until)),
        any(text.startswith(f"{word} ") for word in listed(said.since)),
        not from_ and (ends in listed(said.to) or bool(goes)),
        from_,
        any("begin" in concept.happened for concept in concepts),
        any("end" in concept.happened for concept in concepts),
        _comes(text, language),
        bool(said.past) and re.search(rf"\b{any_of(said.past)}\b", text) is not None,
        bool(set(first) & set(listed(said.others))),
        bool(set(first[:3]) & set(listed(said.present))),
        turning(language).denial.search(f"{question.text} {question.short}") is not None,
        bool(counting(language).saying.find(Words(text)))
        or any(SPOKEN & concept.happened for concept in concepts),
        bool(said.passive)
        and re.match(rf"{any_of(said.who)}\s+{any_of(said.passive)}\s+\w+(?:ed|en|ght|wn|ld|lt|nt)\b", text)
        is not None,
        bool(_former(language).search(text)),
        _role(normalise(question.text), language) & (PERSONAL | BODIES),
        bool(said.obliges) and re.search(rf"\b{any_of(said.obliges)}\b", text) is not None,
        _role(normalise(question.text), language) if question.answer is Answer.PLACE else frozenset(),
    )


@lru_cache(maxsize=64)
def _former(language: str) -> re.Pattern[str]:
    file = language_file(language)
    last = file.dates.last if file is not None else ""
    return re.compile(
        rf"\b{any_of(events(language).definite)}\s+{any_of(last, file.counted.earlier if file is not None else '')}\b"
    )


def _role(text: str, language: str) -> frozenset[str]:
    """Return what the word behind "which" says that somebody is."""
    *_, which = _small(language)
    places = {match.start("what") for match in which.finditer(text)}
    found = [term for term in lexicon(language).terms(Words(text)) if term.start in places]
    longest = max((term.end for term in found), default=0)
    return frozenset(name for term in found if term.end == longest for name in term.things)


def _comes(text: str, language: str) -> bool:
    """Return whether a question asks for what is still to come: "was it to leave", and not "was it told to leave"."""
    plain, wide, done = _coming(language)
    if plain.search(text):
        return True
    found = wide.search(text)
    return found is not None and not done.search(found[0])


@lru_cache(maxsize=64)
def _coming(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return expressions for phrases of what is to come, for those with a gap, and for a participle that ends one of those."""
    said = events(language)
    plain = [phrase for phrase in listed(said.coming) if "..." not in phrase]
    wide = [phrase for phrase in listed(said.coming) if "..." in phrase]
    return (
        re.compile(rf"\b{any_of(*plain)}\b"),
        re.compile(rf"\b{any_of(*wide)}\b"),
        re.compile(rf"\s{any_of(said.done)}\s+\w+\Z"),
    )


def is_across(one: str, other: str) -> bool:
    """Return whether two languages are different ones."""
    return base(one) != base(other)
