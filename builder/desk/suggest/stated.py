"""Sentences that say yes or no to a question: what is asked, in one clause, and whether it is said to be so or not.

What is proposed is what ``check`` reads in the same words: nothing where it is left open, hoped for or only reported.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from builder.content.vocabulary import Answer
from builder.desk.suggest.about import LIGHT, Asked, Concept
from builder.desk.suggest.chosen import Candidate
from builder.desk.suggest.evidence import IN, Evidence
from builder.desk.suggest.happened import CONTRARY, Read, begins_behind, events
from builder.desk.suggest.language import before
from builder.desk.suggest.left_open import is_governed, is_open
from builder.desk.suggest.undergone import does_it
from builder.proof.normal import Span
from builder.proof.refusals import ACCEPTED, REFUSED, asks_refusal, refuses, refusing, without_refusals
from builder.proof.rules.turning import turning
from builder.values.figures.tokens import fold
from builder.values.lexicon import listed
from builder.values.text import words

YES = 0.7
"""How much of a question has to be said for a plain yes."""
NO = 0.5
"""The same for a no, which its own words tell too."""
_YES_PART, _NO_PART = 0.85, 0.55
"""How much of what happens has to be said in the clause itself, for a yes and for a no."""
_ALONE, _ALONE_PART = 0.5, 0.55
"""The same shares where the clause says what is asked to happen, and nothing else that is known."""
_BEFORE, _BEHIND = 5, 3
"""Words between what says no and what it is said of."""
_CLOSE = 4
"""Words between a thing and who has it."""
_EARLY = 3
"""Words at a clause's beginning in which its subject stands, if that is a pronoun."""
_LEADS = 3
"""Words that may stand before a subject, and between it and its verb: "refused to"."""
_HAVING = frozenset({"paid"})
"""What is not so where there is none of it."""
_ASIDE = 2
"""Commas of an aside."""
_EMPTY = frozenset({"sent", "take place"})
"""What happens by verbs that may be others beside the same noun."""
_RELATING = frozenset({"linked", "joined", "supported", "opposed", "accepted", "approved", "merged"})
"""What happens between two: a yes to one says nothing of another."""
_BY_LAWYERS = frozenset({"appeal"})
"""What a lawyer does for whom he defends."""
_LONG = 60
"""Characters before a word that may belong to it."""
_COMPOUND = re.compile(r"(?:\w+-)+\Z")
_REST = re.compile(r"(?:-\w+)+")
_LEAST = 2
"""Words of an answer."""
_OBJECT = 3
"""Words between a refusal and what is refused."""
_PARTS = 3
"""Words between such an object and the second part of the verb."""
_REFUSED = 4
"""Characters between a refusal and what is refused: "refused to admit it"."""


def stated(evidence: Evidence, sentence: Span, asked: Asked, limit: int) -> Iterator[Candidate]:
    """Yield the words of a sentence that answer a question with yes or no. ``limit``: how many words may be printed."""
    if asked.question.answer is not Answer.YES_NO or not asked.concepts:
        return
    content = evidence.text.content
    if content[sentence[0] : sentence[1]].rstrip('" ').endswith("?"):
        return
    reading = evidence.read(sentence)
    core = [concept for concept in asked.concepts if concept.core]
    for anchor in sorted({spot for concept in core for spot in evidence.met(concept, sentence)}):
        if (found := _answer(evidence, reading, sentence, asked, anchor, limit)) is not None:
            yield found
            return
    yield from _refused(evidence, reading, sentence, asked, limit)


def _refused(
    evidence: Evidence, reading: Read, sentence: Span, asked: Asked, limit: int
) -> Iterator[Candidate]:
    """Yield the words by which what a question asks to have been accepted was refused: "rejected the offer"."""
    first = next((c for c in asked.concepts if c.happened & set(ACCEPTED)), None)
    if first is None:
        return
    others = [c for c in asked.concepts if c is not first]
    # "Did the union accept the offer?", "Was the offer accepted?"
    refusable = [c for c in others if c.place > first.place] or others
    objects = [spot for c in refusable if not c.ids for spot in evidence.met(c, sentence)]
    for term in reading.terms:
        at = (term.start, term.end)
        if REFUSED not in term.happened or term.happened & first.happened:
            continue
        clause = reading.clause(at)
        near = [
            spot
            for spot in objects
            if reading.apart(at, spot)[:2] == (0, 0) and reading.apart(at, spot)[2] <= _OBJECT
        ]
        if not near or no_to(reading, clause, [at]) or is_governed(reading, clause):
            continue
        weights = zip(asked.concepts, asked.weights, strict=True)
        share = sum(w * (1.0 if c is first else evidence.near(c, sentence, at)) for c, w in weights)
        share /= asked.whole or 1.0
        if share < YES or is_open(evidence, reading, sentence, clause, at, asked, [at]):
            continue
        span = cut(reading, clause, sorted([at, *near]), [at, *near], limit)
        if span is not None and (parted := second_part(reading, span[1])):
            span = (span[0], parted)
        if span is not None and _reads(evidence, asked, reading.text[slice(*span)]) is False:
            start = sentence[0]
            yield Candidate(
                sentence, (start + span[0], start + span[1]), '"no"', asked.question, round(share, 3)
            )
            return


def second_part(reading: Read, end: int) -> int | None:
    """Return where the second part of a verb ends that stands behind its object: German "lehnte das Angebot am Montag ab"."""
    seconds = set(listed(events(reading.language).seconds))
    for at, _ in reading.words.numbered(end, len(reading.text))[: _PARTS + 1]:
        if not reading.text[end : reading.words.ends[at]].replace(" ", "").isalnum():
            return None
        if reading.words.words[at] in seconds and not reading.text[reading.words.ends[at] :][:1].isspace():
            return reading.words.ends[at]
    return None


def _answer(
    evidence: Evidence, reading: Read, sentence: Span, asked: Asked, anchor: Span, limit: int
) -> Candidate | None:
    weighed = [
        (c, w, evidence.near(c, sentence, anchor))
        for c, w in zip(asked.concepts, asked.weights, strict=True)
        if c.core or not evidence.is_in_no_list(c)
    ]
    said = _said(weighed)
    clause = reading.clause(anchor)
    if said < _NO_PART and _none_of_it(evidence, reading, sentence, clause, asked):
        # "There will be no dividend": none is paid.
        weighed = [one for one in weighed if not one[0].happened & _HAVING]
        said = _said(weighed)
    is_unlisted = said < _NO_PART
    if is_unlisted:
        # What happens has no word in any list: "Les ferries ne circulent plus", where nothing else is known to happen.
        weighed = [one for one in weighed if not evidence.is_in_no_list(one[0])]
        said = _said(weighed)
        if len(weighed) == len(asked.concepts) or said < _NO_PART or _happens_else(reading, clause, asked):
            return None
    share = sum(w * n for _, w, n in weighed) / (sum(w for _, w, _ in weighed) or 1.0)
    spots = [
        spot
        for concept in asked.concepts
        for spot in evidence.met(concept, sentence)
        if clause[0] <= spot[0] and spot[1] <= clause[1]
    ]
    mine = [s for c in asked.concepts if c.core for s in evidence.met(c, sentence) if s in spots]
    no = no_to(reading, clause, mine, denies=asked.denies) if mine else None
    if no is None:
        return None
    if any(a < end and start < b for a, b in no for start, end in mine):
        return None  # "Have the talks failed?": what is asked for says no itself
    is_no = bool(no)
    if asked.denies and turning(reading.language).denial.search(reading.text, *clause) is None:
        return None  # that there will be none says not that somebody rules it out
    if is_unlisted and not is_no:
        return None
    if (
        not is_no
        and any(concept.happened & _RELATING for concept in asked.concepts)
        and not all(
            evidence.met(concept, sentence) or (evidence.was_said(concept, sentence) and not concept.ids)
            for concept in asked.concepts
            if not concept.core
        )
    ):
        return None
    if not is_no and (
        _says_none(reading, clause)
        or _says_contrary(reading, mine, asked)
        or does_it(evidence, reading, sentence, asked, clause)
    ):
        return None
    if (share < (NO if is_no else YES) or (not is_no and said < _YES_PART)) and not (
        share >= (_ALONE if is_no else YES)
        and said >= _ALONE_PART
        and _is_alone(evidence, reading, sentence, clause, asked)
    ):
        return None
    if (
        not is_no
        and not any(c.core and c.happened for c in asked.concepts)
        and not _is_named(evidence, asked, anchor, sentence)
    ):
        return None
    if not _has_none(reading, no) and not _has_subject(evidence, reading, asked, sentence, clause):
        return None
    if is_governed(reading, clause) or is_open(evidence, reading, sentence, clause, anchor, asked, no):
        return None
    if is_unlisted:
        no = [*no, *_next_word(reading, no[-1], clause)]  # "ne circulent": the verb is in no list
    span = cut(reading, clause, sorted([*no, *mine, *(spots if not is_no else [])]), mine, limit)
    span = span or cut(reading, clause, sorted([*no, *mine]), mine, limit)
    if span is None or _reads(evidence, asked, reading.text[slice(*span)]) is not (not is_no):
        return None
    start, end = span
    parted = second_part(reading, end) or end
    inside = len(reading.words.between(start, parted))
    if inside <= min(limit, len(reading.words.words) - 1) and (
        _reads(evidence, asked, reading.text[start:parted]) is (not is_no)
    ):
        end = parted  # "trat Dahl zurück", and no more of "lehnt die Fusion ab" where that reads as a no
    # A claim finds whole words: "Brexit-Verschiebung", and not its second part.
    if compound := _COMPOUND.search(reading.text, max(0, start - _LONG), start):
        start = compound.start()
    if compound := _REST.match(reading.text, end):
        end = compound.end()
    span, at = (start, end), sentence[0]
    value = '"no"' if is_no else '"yes"'
    return Candidate(sentence, (at + span[0], at + span[1]), value, asked.question, round(share, 3))


def _none_of_it(evidence: Evidence, reading: Read, sentence: Span, clause: Span, asked: Asked) -> bool:
    """Return whether a clause says that there is none of what a question asks to be given or had: "no dividend", "Dividend: none"."""
    if not any(concept.core and concept.happened & _HAVING for concept in asked.concepts):
        return False
    spots = (s for c in asked.concepts if c.core and not c.happened for s in evidence.met(c, sentence))
    none = _none_before(reading.language)
    return any(
        none.search(reading.text, clause[0], start) for start, _ in spots if clause[0] <= start < clause[1]
    )


@lru_cache(maxsize=64)
def _none_before(language: str) -> re.Pattern[str]:
    """Return an expression, up to a thing, for what says that there is none of it."""
    said = events(language)
    return re.compile(rf"\b(?:{before(said.lacks)})\Z", re.IGNORECASE)


def _said(weighed: Iterable[tuple[Concept, float, float]]) -> float:
    """Return how much of what happens is said in a clause, from 0 to 1.

    A verb that says nothing beside its noun may be another one, "issued a distress call", and what the story is of need not be said: "was
    the explosion an attack?".
    """
    core = [item for item in weighed if item[0].core]
    telling = [item for item in core if not item[0].happened or item[0].happened - _EMPTY]
    new = [item for item in telling if not item[0].definite]
    core = new or telling or core
    return sum(w for _, w, n in core if n >= IN) / (sum(w for _, w, _ in core) or 1.0)


def _is_alone(evidence: Evidence, reading: Read, sentence: Span, clause: Span, asked: Asked) -> bool:
    """Return whether what is asked to happen is all that is known to happen in a clause, with all those whom the question names."""
    events = [c for c in asked.concepts if c.core and c.happened - LIGHT]
    said = any(
        clause[0] <= spot[0] and spot[1] <= clause[1] for c in events for spot in evidence.met(c, sentence)
    )
    named = all(evidence.met(c, sentence) or evidence.was_said(c, sentence) for c in asked.concepts if c.ids)
    return said and named and not _happens_else(reading, clause, asked)


def _happens_else(reading: Read, clause: Span, asked: Asked) -> bool:
    """Return whether something is known to happen in a clause that a question does not ask for."""
    wanted = {name for concept in asked.concepts for name in concept.happened}
    return any(
        term.happened
        and not term.things
        and not term.happened & wanted
        and clause[0] <= term.start < clause[1]
        for term in reading.terms
    )


def _has_subject(evidence: Evidence, reading: Read, asked: Asked, sentence: Span, clause: Span) -> bool:
    """Return whether a clause says of whom a question asks: it names it, or has a pronoun for it, or says that there is none."""
    first = asked.concepts[0]
    if first.ids and not first.core and not asked.denies and not evidence.met(first, sentence):
        # "The two others are still inside": whom a question names is named, or has a pronoun.
        opens = {*reading.words.between(*clause)[:_EARLY]}
        return bool(evidence.pronouns & opens) and evidence.was_spoken_of(first, sentence)
    if first.core or any(not c.happened and c.core for c in asked.concepts):
        return True
    if any(
        (clause[0] <= spot[0] and spot[1] <= clause[1]) or begins_behind(reading, clause, spot)
        for spot in evidence.met(first, sentence)
    ):
        return True
    opening = min(
        (s[0] for c in asked.concepts if c.core for s in evidence.met(c, sentence)), default=clause[1]
    )
    if _goes_on(reading, evidence.met(first, sentence), clause, opening):
        return True
    inside = {*reading.words.between(*clause)[:_EARLY]}
    for spot in (s for c in asked.concepts if c.core for s in evidence.met(c, sentence)):
        inside.update(reading.words.between(clause[0], spot[0])[-1:])  # "and two days later she quit"
        inside.update(
            reading.words.between(spot[1], clause[1])[: _CLOSE // 2]
        )  # German "am Montag plädierten sie"
    if evidence.pronouns.intersection(inside) and evidence.was_spoken_of(first, sentence):
        return True
    return _is_by_lawyer(evidence, reading, asked, sentence, clause)


def _is_by_lawyer(evidence: Evidence, reading: Read, asked: Asked, sentence: Span, clause: Span) -> bool:
    """Return whether somebody's lawyer says it, which he does for her: "Her lawyer said she would appeal"."""
    if not any(concept.happened & _BY_LAWYERS for concept in asked.concepts):
        return False
    owners = frozenset(listed(events(reading.language).whose))
    lawyers = (term for term in reading.terms if "lawyer" in term.things and term.start < clause[1])
    return any(owners.intersection(reading.words.between(0, one.start)[-_EARLY:]) for one in lawyers) and (
        evidence.was_spoken_of(asked.concepts[0], sentence) or evidence.is_topical(asked.concepts[0])
    )


def _goes_on(reading: Read, named: list[Span], clause: Span, verb: int) -> bool:
    """Return whether a clause has no subject but that which opens its sentence, behind an aside: "Ada Holm, 52, refused to quit"."""
    start = max(clause[0], reading.text.rfind(",", 0, verb))
    # "... and Bo Lind, who signed the accounts, was acquitted": it may open a later clause as well.
    opens = any(
        len(reading.words.between(max(reading.clause(name)[0], 0), name[0])) <= _LEADS
        and reading.text[name[1] : start + 1].count(",") >= _ASIDE
        for name in named
        if name[1] <= start
    )
    return opens and len(reading.words.between(start, verb)) <= _LEADS


def _is_named(evidence: Evidence, asked: Asked, anchor: Span, sentence: Span) -> bool:
    """Return whether one of those of whom a question asks is named beside what it asks for: "has a majority"."""
    known = [concept for concept in asked.concepts if not concept.core]
    known = known[:1] if known and known[0] is asked.concepts[0] else known
    spots = (spot for concept in known for spot in evidence.met(concept, sentence))
    apart = (evidence.read(sentence).apart(anchor, spot) for spot in spots)
    return not known or any(not hard and not commas and gap <= _CLOSE for hard, commas, gap in apart)


def _has_none(reading: Read, no: list[Span]) -> bool:
    """Return whether what says no is said of all: "nobody", "no symptoms"."""
    none = listed(events(reading.language).none)
    return any(fold(reading.text[slice(*one)]) in none for one in no)


def _says_none(reading: Read, clause: Span) -> bool:
    """Return whether a clause says "nobody" or "none" of whatever."""
    none = listed(events(reading.language).none)
    return not set(none).isdisjoint(reading.words.between(*clause))


def _says_contrary(reading: Read, mine: list[Span], asked: Asked) -> bool:
    """Return whether what happens beside some words is the contrary of what is asked: "rejected the offer" of an acceptance."""
    wanted = {name for concept in asked.concepts for name in concept.happened}
    contrary = {name for one in wanted for name in CONTRARY.get(one, ())}
    refused = (term for term in reading.terms if "rejected" in term.happened and not term.happened & wanted)
    for term in refused:
        # Behind it, too, where a verb ends its clause: Ukrainian "йти у відставку відмовилася".
        if any(
            0 < start - term.end <= _REFUSED or reading.text[end : term.start].isspace()
            for start, end in mine
        ):
            return True
    return any(
        term.happened & contrary
        and not term.happened & wanted
        and any(reading.apart((term.start, term.end), spot)[:2] == (0, 0) for spot in mine)
        for term in reading.terms
    )


def no_to(reading: Read, clause: Span, mine: list[Span], *, denies: bool = False) -> list[Span] | None:
    """Return what says no of one of some words; none if nothing does, and ``None`` if it is said of something else."""
    turns = turning(reading.language)
    at = clause[0]
    said = reading.text[slice(*clause)]
    found = [(at + m.start(), at + m.end()) for m in turns.denial.finditer(said)]
    # "refused to forbid the strike", of whether it was forbidden
    refused = [match.span() for match in refusing(reading.language).finditer(said)]
    deeds = [(at + a, at + b) for a, b in refused if any(at + b == start for start, _ in mine)]
    kinds = events(reading.language)
    alone = (
        set() if not set(listed(kinds.neither)).isdisjoint(reading.words.words) else set(listed(kinds.nor))
    )
    for word, start, end in zip(reading.words.words, reading.words.starts, reading.words.ends, strict=True):
        if word in alone or turns.is_name(word, reading.text[start:]):
            continue
        word = turns.elisions.get(word, word) if reading.text[end : end + 1] == "'" else word
        if clause[0] <= start < clause[1] and (word in turns.negations or word in turns.weak):
            found.append((start, end))
    if denies:
        own = [(at + m.start(), at + m.end()) for m in turns.denial.finditer(said)]
        found = [
            one
            for one in found
            if not any(a == one[0] or (a < one[0] < b and not turns.behind) for a, b in own)
        ]
    if deeds:
        return None if found else deeds  # "did not refuse to forbid it" is neither yes nor no
    if not found:
        return []
    if any(not (denies and _denies_once(m[0], reading.language)) for m in turns.open.finditer(said)):
        return None
    tied = [one for one in found if any(_is_tied(reading, one, spot) for spot in mine)]
    # Behind a comma it is said of something else: "as an accident, ruling out arson".
    denied = {(at + m.start(), at + m.end()) for m in turns.denial.finditer(said)}
    goes_on = tuple(end.lstrip("*") for end in listed(events(reading.language).goes_on))
    beside = [
        one
        for one in found
        if any(not reading.apart(one, spot)[1] for spot in mine)
        or (one in denied and not reading.text[slice(*one)].split()[0].endswith(goes_on or ("\0",)))
    ]
    return sorted(tied) if tied else None if beside else []


def _denies_once(printed: str, language: str) -> bool:
    """Return whether words say of a single denial that it was none: "did not rule out", and not "neither confirmed nor denied"."""
    turns = turning(language)
    return len([1 for word, _ in turns.met(words(printed)) if word in turns.negations]) <= 1


def _is_tied(reading: Read, no: Span, spot: Span) -> bool:
    _, commas, gap = reading.apart(no, spot)
    return not commas and gap <= (_BEFORE if no[0] < spot[0] else _BEHIND)


def cut(reading: Read, clause: Span, spots: list[Span], mine: list[Span], limit: int) -> Span | None:
    """Return the words from the first to the last that tell, within the limit and never a whole sentence."""
    starts, ends = reading.words.starts, reading.words.ends
    first = next(i for i, end in enumerate(ends) if end > spots[0][0])
    last = max(i for i, start in enumerate(starts) if start < max(end for _, end in spots))
    definite = listed(events(reading.language).definite)
    if first and reading.words.words[first - 1] in definite and starts[first - 1] >= clause[0]:
        first -= 1
    if last - first + 1 < _LEAST and last + 1 < len(starts) and ends[last + 1] <= clause[1]:
        last += 1
    elif last - first + 1 < _LEAST and first and starts[first - 1] == clause[0] > 0:
        first -= 1  # "que recurrirá", at a sentence's end
    if last - first + 1 > limit:
        return None
    if '"' in reading.text[starts[first] : ends[last]]:
        return _quoted(reading, (starts[first], ends[last]), mine)
    if first == 0 and last == len(starts) - 1:
        first += 1
    return (starts[first], ends[last]) if last - first + 1 >= _LEAST else None


def _next_word(reading: Read, spot: Span, clause: Span) -> list[Span]:
    """Return the word of a clause behind a place; none at its end."""
    words = zip(reading.words.starts, reading.words.ends, strict=True)
    return [word for word in words if spot[1] <= word[0] and word[1] <= clause[1]][:1]


def _quoted(reading: Read, span: Span, spots: list[Span]) -> Span | None:
    """Return the part of some words that stands in quotation marks, or outside them, with most of what tells."""
    cuts = [span[0], *(span[0] + m.start() for m in re.finditer('"', reading.text[slice(*span)])), span[1]]
    parts = [(a + (reading.text[a] == '"'), b) for a, b in itertools.pairwise(cuts) if b - a > 1]
    best = max(
        reversed(parts), key=lambda part: sum(part[0] <= a and b <= part[1] for a, b in spots), default=None
    )
    text = reading.text[slice(*best)] if best else ""
    return (
        (best[0] + len(text) - len(text.lstrip()), best[1] - len(text) + len(text.rstrip())) if best else None
    )


def _reads(evidence: Evidence, asked: Asked, printed: str) -> bool | None:
    return reads(
        printed,
        evidence.language,
        denies=asked.denies,
        question=asked.question.text,
        site_language=evidence.site_language,
    )


def reads(
    printed: str, language: str, *, denies: bool = False, question: str = "", site_language: str = "en"
) -> bool | None:
    """Return how ``check`` reads printed words: as a yes, a no, or as neither."""
    turns = turning(language)
    if refuses(printed, language, question, site_language):
        return False
    if asks_refusal(question, site_language):
        printed = without_refusals(printed, language)
    if denies:
        printed = turns.without_denials(printed)
    elif turns.open.search(printed) or '"' in printed:
        return None
    met = turns.met(words(printed))
    return not (turns.denial.search(printed) or any(word in turns.negations | turns.weak for word, _ in met))
