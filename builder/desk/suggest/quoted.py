"""Who says a quotation where no list has the verb: the one source that its sentence names beside it, or the next one that takes it up.

By its form a quotation needs no known verb: in '"...", sighed the mayor' and 'the minister evoked "..."' what stands between is one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.attributions import Event, first_of
from builder.desk.suggest.happened import events
from builder.desk.suggest.language import before, proposing
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.words import stops
from builder.proof.names import Mention
from builder.proof.normal import Span
from builder.proof.when import expressions
from builder.values.dates import DateSpan
from builder.values.letters import SMALL
from builder.values.lexicon import listed

_FEW = 4
"""The most words between a quotation and who says it, and of a verb with its helpers."""
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_ASIDE = re.compile(r"""\s?,\s(?:[^,"“:;]|(?<=\d),(?=\d)){1,80},(?=\s)""")
_JOINT = " \"'\n,:-–—"
"""What may stand between a quotation's last mark and the words beside it."""


def quoting(
    speakers: Speakers, sentence: Span, span: Span, published: DateSpan | None = None
) -> Event | None:
    """Return who says a quotation with its marks, where the sentence tells it in words that no list of verbs has; else None."""
    named = [
        mention
        for mention in speakers.referring.own_mentions(sentence)
        if mention.span[1] <= span[0]
        or (mention.span[0] >= span[1] and not speakers.text.is_quoted(mention.span))
    ]
    if not named:
        return _taken_up(speakers, sentence, span)
    named = [m for m, after in zip(named, [*named[1:], None], strict=True) if not _is_of(speakers, m, after)]
    ids = {first_of(mention) for mention in named}
    if len(ids) != 1:
        return None
    nearest = min(named, key=lambda mention: max(mention.span[0] - span[1], span[0] - mention.span[1]))
    leads = nearest.span[0] < span[0]
    first, last = (nearest.span[1], span[0]) if leads else (span[1], nearest.span[0])
    name = min(mention.span[0] for mention in named)
    cue = _verb(speakers, sentence, (first, last), name, published)
    if cue is None:
        return None
    start, end = cue
    words = speakers.content[start:end]
    return Event(next(iter(ids)), words, min(start, nearest.span[0]), max(end, nearest.span[1]), leads)


def _is_of(speakers: Speakers, mention: Mention, after: Mention | None) -> bool:
    """Return whether a name only says of whom or what the person behind it is: "mill boss Ada Holm"."""
    if after is None or not speakers.referring.is_person(first_of(after)[0]):
        return False
    gap = speakers.content[mention.span[1] : after.span[0]].split()
    is_title = all(word.isalpha() and word.islower() for word in gap) and 0 < len(gap) < _FEW
    return is_title and not any(word in stops(speakers.language) for word in gap)


def _verb(
    speakers: Speakers, sentence: Span, between: Span, name: int, published: DateSpan | None
) -> Span | None:
    """Return the words between a quotation and a name that are neither a day nor an article: a verb with its helpers."""
    content, language = speakers.content, speakers.language
    start, end = between
    if start > name:
        # "Ada Holm, 52, sobbed": what stands between commas only says more of who it is.
        if aside := _ASIDE.match(content, start, end):
            start = aside.end()
    elif titled := _titled(language).search(content, start, end):
        # "résume la directrice, Ada Holm"
        start, end = start + len(content[start:end]) - len(content[start:end].lstrip(_JOINT)), titled.start()
    said = content[start:end]
    if said.strip(_JOINT) != said.strip(_JOINT + ".") or re.search(r"[;,:.(]\s.*\w.*[;,:.)]|[;(]", said):
        return None
    for date in expressions(content, sentence, published, language):
        if start <= date.span[0] and date.span[1] <= end:
            if content[date.span[1] : end].strip(_JOINT):
                end = date.span[0] if _is_small(content[date.span[1] : end], language) else end
            else:
                end = date.span[0]
    words = [(start + word.start(), start + word.end()) for word in _WORDS.finditer(content[start:end])]
    while words and _is_small(content[slice(*words[-1])], language):
        words.pop()
    while words and _is_small(content[slice(*words[0])], language):
        words.pop(0)
    if all(content[slice(*word)].casefold() in _light(language) for word in words):
        # "For the minister it is ...": what stands before the name gives it the words.
        words = [(word.start(), word.end()) for word in _WORDS.finditer(content, sentence[0], name)]
        if len(words) > 1 and _is_small(content[slice(*words[-1])], language):
            words.pop()
        return words[0] if len(words) == 1 and name < start else None
    if len(words) > _FEW or any(content[a].isupper() for a, _ in words):
        return None
    return words[0][0], words[-1][1]


@lru_cache(maxsize=64)
def _titled(language: str) -> re.Pattern[str]:
    """Return an expression for what somebody is, between a verb and the name: " la directrice, "."""
    return re.compile(rf"\s{before(proposing(language).speakers.articles)}(?:{SMALL}+\s){{0,3}}{SMALL}+,\s\Z")


def _is_small(words: str, language: str) -> bool:
    """Return whether all words are articles, or such as join a verb to what is said or stand before a day."""
    return all(word in _small(language) for word in words.casefold().split())


@lru_cache(maxsize=64)
def _small(language: str) -> frozenset[str]:
    said = proposing(language)
    phrases = listed(
        f"{said.speakers.articles}, {said.speakers.of}, {said.days.prepositions}, {said.days.early}, {said.days.at}"
    )
    return frozenset(word for phrase in phrases for word in phrase.split())


@lru_cache(maxsize=64)
def _light(language: str) -> frozenset[str]:
    """Return what only says that something is so: "ist es" of "Für den Minister ist es"."""
    said = events(language)
    return frozenset((*listed(said.states), *listed(said.pronouns), *listed(said.being)))


def _taken_up(speakers: Speakers, sentence: Span, span: Span) -> Event | None:
    """Return the person with whom the next sentence begins, behind a quotation that is a paragraph's first sentence, and all of it."""
    text = speakers.text
    paragraph = text.paragraph(sentence)
    outside = text.content[sentence[0] : span[0]] + text.content[span[1] : sentence[1]]
    if outside.strip(_JOINT + ".") or sentence[0] - paragraph[0] > 1:
        return None
    after = text.sentence_at(sentence[0]) + 1
    if after >= len(text.sentences) or text.paragraph(text.sentences[after]) != paragraph:
        return None
    following = text.sentences[after]
    named: list[Mention] = speakers.referring.own_mentions(following)
    ids = {first_of(mention) for mention in named}
    is_first = bool(named) and len(_WORDS.findall(text.content[following[0] : named[0].span[0]])) <= 1
    if len(ids) != 1 or not is_first or not speakers.referring.is_person(next(iter(ids))[0]):
        return None
    return Event(next(iter(ids)), "", sentence[0], sentence[0], leading=True, implied=True)
