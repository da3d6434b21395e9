"""Persons and bodies that answer who did something, or to whom it happened: names of the sources beside what happens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.content.vocabulary import Answer
from builder.desk.suggest.about import Asked
from builder.desk.suggest.chosen import Candidate
from builder.desk.suggest.evidence import Evidence
from builder.desk.suggest.happened import PERSONAL, Read, events, is_relative
from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.place_words import place_words
from builder.desk.suggest.roled import bearers
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.titled import is_of_body, is_title
from builder.proof.coming import is_coming
from builder.proof.names import Mention
from builder.proof.normal import Span
from builder.values.lexicon import language_file

LEAST = 0.65
"""The share of a question that has to be said beside a name."""
_BY = 7
"""Words between "by" and the name: "by the former minister and chairman, Ina Dahl"."""
_FAR = 12
"""Words between a name and what it does."""
_FARTHEST = 20
"""The same where "by" stands before the name."""
_OBJECT = 6
"""Words between a verb and whom it happens to."""
_BEHIND = 3
"""Words between a verb and the subject behind it, where it is known what it happens to: "leitet die frühere Richterin"."""
_CLITIC = 2
"""Words between a name and its verb in a clause on it: "who", and Spanish "la"."""
_TITLES = 2
"""Words between a verb and the subject behind it."""
_ROLES = frozenset({"lead", "acting", "appointed", "replaced", "owned", "won", "defended", "founded"})
"""What somebody is, of whom it is said: "is the new director"."""
_OF_WHAT = frozenset({"lead", "acting", "owned", "founded"})
"""What somebody is of something: without that it may be anything's."""
_TITLED = frozenset({"defended", "acting", "founded"})
"""What a title before a name says of somebody: "his lawyer, Per Ek"."""
_TITLE = 60
"""Characters before a name in which "by" is looked for."""


class _Words(Struct, frozen=True):
    by: re.Pattern[str]
    joined: re.Pattern[str]
    passive: re.Pattern[str]
    """Up to a participle."""
    noun: re.Pattern[str]
    """Up to a noun: who stands before it does not do it."""
    participle: re.Pattern[str]
    states: re.Pattern[str]
    """Verbs that make a passive of one to whom it happened: German "ist angeklagt"."""
    being: re.Pattern[str]
    """From a participle on, that it is done to its subject: German "ernannt worden"."""
    carried_out: re.Pattern[str]
    """Verbs that do what the noun behind them says: "opened an inquiry"."""
    copula: re.Pattern[str]
    """All that stands between a name and what somebody is: "is the new"."""
    oblique: re.Pattern[str]
    """How a clause begins whose subject stands behind its verb: German "Am Montag eröffnete Ada Holm"."""
    nouns: bool
    """Whether nouns have capitals."""


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    said, words, file = events(language), proposing(language), language_file(language)
    article = f"{before(words.speakers.articles)}?"
    return _Words(
        re.compile(rf"\b{any_of(said.by)}\s+(?:[\w'’-]+,?\s+){{0,{_BY}}}\Z", re.IGNORECASE),
        re.compile(
            rf"(?:,|,?\s+{any_of(words.answers.joined)})\s+{article}(?:[a-zà-ÿ-]+\s+){{0,3}}(?:(?<=\s)[a-zà-ÿ-]+,\s+)?"
        ),
        re.compile(rf"\b{any_of(said.being)}(?:\s+[\w'’-]+){{0,6}}\s*\Z", re.IGNORECASE),
        re.compile(
            rf"\b{before(f'{words.answers.the},{said.definite},{said.from_},{words.answers.one}')}(?:\w+\s+)?\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{any_of(said.done)}\Z" if said.done else r"\w\Z"),
        re.compile(rf"\b{any_of(said.states)}\b", re.IGNORECASE),
        re.compile(rf"\s+{any_of(said.being)}\b"),
        re.compile(rf"\b{any_of(said.carried_out)}\b", re.IGNORECASE),
        re.compile(
            rf"\W*(?:{any_of(said.being, said.becoming)}\s+)+(?P<one>(?:{before(said.definite)}|{before(words.answers.one)})(?:[\w-]+\s+)?)?",
            re.IGNORECASE,
        ),
        re.compile(rf"{before(said.oblique)}", re.IGNORECASE),
        bool(file and file.times.capital_nouns),
    )


def persons(
    evidence: Evidence, speakers: Speakers, sentence: Span, asked: Asked, least: float = LEAST
) -> Iterator[Candidate]:
    """Yield the names of a sentence that answer a question for a person or a body, those in a row together.

    ``least``: the share of the question that has to be said beside them.
    """
    if asked.question.answer is not Answer.WHO:
        return
    content = evidence.text.content
    named = {id for concept in asked.concepts for id in concept.ids}
    if asked.others:
        named |= _foremost(evidence, speakers)
    everybody = speakers.referring.mentions(sentence)
    called = set(bearers(evidence, speakers, asked))
    mentions = [
        m for m in everybody if len(m.ids) == 1 and not m.ids & named and (not called or m.ids & called)
    ]
    for row in _rows(content, mentions, speakers.language):
        span = (row[0].span[0], row[-1].span[1])
        inside = (span[0] - sentence[0], span[1] - sentence[0])
        inner = [(m.span[0] - sentence[0], m.span[1] - sentence[0]) for m in everybody if m not in row]
        if not _does(evidence, sentence, asked, inside, [m for m in mentions if m not in row], inner):
            continue
        if asked.coming and not _comes(evidence, sentence, asked, span):
            continue
        if not _is_of_what(evidence, sentence, asked):
            continue
        is_body = not any(speakers.referring.is_person(id) for mention in row for id in mention.ids)
        is_where = is_body and _is_where(speakers.language).search(content, sentence[0], span[0])
        if is_where and not asked.to_whom and "owned" not in _happened(asked):
            continue  # "stole four paintings at the museum"
        share = evidence.share(asked, sentence, span, alone=False)
        if share >= least:
            ids = list(dict.fromkeys(id for mention in row for id in mention.ids))
            yield Candidate(sentence, span, f"[{', '.join(ids)}]", asked.question, round(share, 3))


def _is_of_what(evidence: Evidence, sentence: Span, asked: Asked) -> bool:
    """Return whether a sentence says of what somebody is the head, where that is asked: who leads the rescue leads no inquiry.

    It may stand in the sentence before, if this one has a pronoun for it: "It is led by Ada Holm".
    """
    if not any(concept.happened & _OF_WHAT for concept in asked.concepts):
        return True
    of_what = [
        c for c in asked.concepts if not c.happened & _OF_WHAT and not c.things & PERSONAL and not c.aside
    ]
    start = sentence[0]
    back = place_words(evidence.language).pronoun.match(evidence.text.content, start) is not None
    return not of_what or any(
        evidence.met(c, sentence) or (back and evidence.was_said(c, sentence)) for c in of_what
    )


def _comes(evidence: Evidence, sentence: Span, asked: Asked, name: Span) -> bool:
    """Return whether a sentence speaks of what is still to come where it tells what is asked: no mayor who is one now leads the next council."""
    content, language = evidence.text.content, evidence.language
    spots = (spot for concept in asked.concepts for spot in evidence.met(concept, sentence))
    places = [name, *((sentence[0] + start, sentence[0] + end) for start, end in spots)]
    becomes = _becomes(language).search(content, *sentence) is not None
    return becomes or any(is_coming(content, sentence, place, language) for place in places)


@lru_cache(maxsize=64)
def _becomes(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(events(language).becoming)}\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _is_where(language: str) -> re.Pattern[str]:
    """Return an expression, up to a name, for what says of a body that something happens there."""
    file = language_file(language)
    places = file.counted.at if file is not None else ""
    into = events(language).into
    article = f"{before(proposing(language).speakers.articles)}?"
    return re.compile(rf"\b(?:{before(places)}{article}|{before(into)})\Z", re.IGNORECASE)


def _foremost(evidence: Evidence, speakers: Speakers) -> set[str]:
    """Return whom a text is about: those in its first sentence, and the one whom it names most often."""
    spoken = Counter(id for m in speakers.known.mentions(evidence.text.content) for id in m.ids)
    first = speakers.known.named(evidence.text.content, evidence.text.sentences[0])
    return first | {id for id, _ in spoken.most_common(1)}


def _rows(content: str, mentions: list[Mention], language: str) -> list[list[Mention]]:
    joined = _words(language).joined
    rows: list[list[Mention]] = []
    for mention in mentions:
        if rows and joined.fullmatch(content[rows[-1][-1].span[1] : mention.span[0]]):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _does(
    evidence: Evidence, sentence: Span, asked: Asked, name: Span, others: list[Mention], everybody: list[Span]
) -> bool:
    """Return whether a name stands as who does what is asked, or, where that is asked, as whom it happens to."""
    reading = evidence.read(sentence)
    core = [
        (spot, bool(concept.happened & _ROLES))
        for concept in asked.concepts
        if concept.core
        for spot in evidence.met(concept, sentence)
    ]
    persons = {(term.start, term.end) for term in reading.terms if term.things & PERSONAL}
    titles = (
        spot
        for concept in asked.concepts
        for spot in evidence.met(concept, sentence)
        if concept.things & PERSONAL or (concept.happened and spot in persons)
    )
    if not asked.to_whom and any(
        is_title(reading, name, spot) and is_of_body(evidence, sentence, asked, name, spot) for spot in titles
    ):
        return True  # "director Ada Holm", where it is asked who runs the museum
    beside = [(m.span[0] - sentence[0], m.span[1] - sentence[0]) for m in others]
    known = [
        spot
        for c in asked.concepts
        if not c.ids and (not c.core or c.things)
        for spot in evidence.met(c, sentence)
    ]
    if not asked.to_whom and any(_is_inverted(reading, name, spot, known, beside) for spot, _ in core):
        return True
    return any(
        _is_of(reading, name, spot, beside, asked, is_role=is_role)
        and not _is_object(reading, name, spot, everybody, asked)
        for spot, is_role in core
    )


def _is_object(reading: Read, name: Span, spot: Span, everybody: list[Span], asked: Asked) -> bool:
    """Return whether a name before a participle is whom somebody named before it did it to: German "Brandt hatte Holm abgelöst"."""
    known = _words(reading.language)
    if not known.nouns or asked.to_whom or name[1] > spot[0] or known.by.search(reading.text[: name[0]]):
        return False
    start = reading.clause(spot)[0]
    return any(start <= a and b <= name[0] and "," not in reading.text[b : name[0]] for a, b in everybody)


def _is_inverted(reading: Read, name: Span, spot: Span, known: list[Span], others: list[Span]) -> bool:
    """Return whether a name is the subject behind a verb that has what it happens to before it: "die Leitung übernimmt Ada Holm"."""
    if not events(reading.language).inverts or not spot[1] <= name[0]:
        return False
    clause, words = reading.clause(spot), _words(reading.language)
    verb = reading.text[slice(*spot)]
    before_it = [one for one in known if clause[0] <= one[0] and one[1] <= spot[0]]
    between = reading.text[spot[1] : name[0]]
    return (
        bool(before_it)
        and name[1] <= clause[1]
        and "," not in between
        and len(between.split()) <= _BEHIND
        and not (words.nouns and verb[:1].isupper())
        and words.passive.search(reading.text[clause[0] : spot[0]]) is None
        and not any(clause[0] <= a < name[0] for a, _ in others)
    )


def _happened(asked: Asked) -> set[str]:
    return {name for concept in asked.concepts for name in concept.happened}


def _is_of(
    reading: Read,
    name: Span,
    spot: Span,
    others: list[Span],
    asked: Asked,
    *,
    is_role: bool,
) -> bool:
    hard, _, words = reading.apart(name, spot)
    behind = hard == 1 and is_relative(reading, name, spot)
    if behind and not asked.to_whom and len(reading.words.between(name[1], spot[0])) <= _CLITIC:
        return True  # "Ada Holm, who chairs it", Spanish "que la inspeccionó"
    named = any(term.things & PERSONAL and term.start <= spot[0] < term.end for term in reading.terms)
    if is_role and named and _TITLED & _happened(asked) and is_title(reading, name, spot):
        return True
    hard -= behind
    if hard or words > _FARTHEST or (name[0] < spot[1] and spot[0] < name[1]):
        return False
    known = _words(reading.language)
    by = known.by.search(reading.text[max(0, name[0] - _TITLE) : name[0]]) is not None
    low, high = (name[1], spot[0]) if name[1] <= spot[0] else (spot[1], name[0])
    between = reading.text[low:high]
    # "was arrested by the coastguard": who did it may stand between.
    doers = {a for a, _ in others if asked.to_whom and known.by.search(reading.text[max(0, a - _TITLE) : a])}
    if not by and any(low <= a and b <= high and a not in doers for a, b in others):
        return False
    if not by and words > _FAR:
        return False
    verb = reading.text[slice(*spot)]
    is_noun = known.nouns and verb[:1].isupper()
    is_done = known.passive.search(between) or known.being.match(reading.text, spot[1])
    if asked.to_whom and name[1] <= spot[0]:
        is_done = is_done or known.states.search(between)
    passive = not is_noun and known.participle.search(verb) is not None and is_done is not None
    if name[1] <= spot[0]:
        # "the minister opened it", and not "the minister was received"; "the minister was arrested" where that is asked.
        link = known.copula.fullmatch(between) if is_role and not by else None
        if link and (link["one"] or not passive):
            return True
        if by and not asked.to_whom and not is_noun and known.participle.search(verb):
            # German "wird von Ole Brandt verteidigt"
            return known.passive.search(reading.text[reading.clause(spot)[0] : spot[0]]) is not None
        if (
            not asked.to_whom
            and (is_noun if known.nouns else known.noun.search(between))
            and not known.carried_out.search(between)
            and not (known.nouns and known.carried_out.search(reading.text, spot[1], reading.clause(spot)[1]))
            and not any(low <= term.start < high and "announced" in term.happened for term in reading.terms)
        ):
            return False
        return passive == asked.to_whom and not by
    if asked.to_whom:
        return not by and words <= _OBJECT
    if by:
        return True
    clause = reading.text[reading.clause(spot)[0] : spot[0]]
    return (
        not is_noun
        and known.oblique.match(clause.lstrip(' "')) is not None
        and "," not in clause + between
        and len(between.split()) <= _TITLES
    )
