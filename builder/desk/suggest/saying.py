"""The expressions that find who says something, with a language's verbs of saying in them."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.desk.suggest.language import any_of, before, proposing
from builder.values import speech
from builder.values.expressions import alternatives
from builder.values.language_parts import Saying as Words
from builder.values.language_proposing import Speakers as More
from builder.values.letters import CAPITAL, SMALL
from builder.values.lexicon import language_file, listed

_BETWEEN = r"(?:[\w'’-]+(?:[.,]\d+)*\s+){0,4}?"


class Saying(Struct, frozen=True):
    """The expressions that hold the verbs of a language."""

    subject: re.Pattern[str]
    """From a name on."""
    giving: re.Pattern[str]
    """Up to a name, from what gives words to it and is no verb."""
    cited: re.Pattern[str]
    """Up to a name, from a verb."""
    cited_person: re.Pattern[str]
    """The same, where the name is a person's: what he is may be in any words, "dijo la consejera delegada, Ada Holm"."""
    framed: re.Pattern[str]
    """From a name on, behind what frames it: a verb at the end of its clause."""
    framing: re.Pattern[str]
    """Up to a name: what frames it."""
    by_document: re.Pattern[str]
    """Up to the name of a document: what gives words to it."""
    document: re.Pattern[str]
    """Such a name."""
    parted: tuple[speech.Parted, ...]
    """The verbs in two parts."""
    pronouns: tuple[re.Pattern[str], ...]
    others: tuple[re.Pattern[str], ...]
    """A speaker that no registry has."""
    passive: re.Pattern[str]
    """Up to a verb, that others say it of its subject: "is said to earn", "was told"."""
    channel: re.Pattern[str]
    """Up to a name, that it is where somebody speaks: "on their channel"."""
    two: re.Pattern[str]
    """"Danish and Swedish officials"."""
    goes_on: re.Pattern[str]
    """A sentence told in the past of the past, or as what is to come: the words of the last speaker."""
    held: re.Pattern[str]
    says_so: re.Pattern[str]
    """What begins a sentence that only tells who said the one before: "Das sagte"."""
    joined: re.Pattern[str]
    """Between two names that say it together."""
    last_joint: re.Pattern[str]
    """What such a list has before its last name."""
    role: re.Pattern[str]
    somebody: re.Pattern[str]
    """"according to a dealer", "according to Ina Dahl": in any case not the paper itself."""
    which: re.Pattern[str]
    barrier: re.Pattern[str]
    passing: re.Pattern[str]
    """A cue with which somebody passes on what another says: "citing"."""
    own: tuple[str, ...]
    """What begins a role of who was named before: "its "."""
    its: tuple[str, ...]
    """The same, of what is no person: "its "."""
    spoken_for: re.Pattern[str]
    """In a role: that of who speaks for a body."""
    according: re.Pattern[str]
    """A cue that is no verb."""
    plain: frozenset[str]
    """Pronouns for who was named before."""
    led: re.Pattern[str]
    """What right before a pronoun makes it no subject: Spanish "en" of "en él informaba"."""
    describing: re.Pattern[str]
    """From a person's name on, that what follows says what he is of: ", head of the"."""
    titled: re.Pattern[str]
    """What may stand between a sentence's beginning and a name that says what somebody is: "The minister, "."""


def proposed(language: str) -> str:
    """Return an expression for the verbs by which proposals are made: of what a video shows, too."""
    return rf"{speech.verbs(language)}|{alternatives(speech.saying(language).shown)}"


@lru_cache(maxsize=64)
def saying(language: str) -> Saying:
    """Return the expressions of a language."""
    words, more = speech.saying(language), proposing(language).speakers
    verbs = proposed(language)
    possessive = rf"(?:{alternatives(words.possessive)})?" if words.possessive else ""
    opening = r"(?:(?<=[\s\",])|\A)" if words.inverted else r"(?:[\",]\s+)"
    cited = any_of(more.cited or words.according)
    # Behind an elided article a name follows at once: French "selon l'agence".
    close = (
        "|".join(re.escape(article) for article in listed(more.articles) if article.endswith("'")) or "(?!)"
    )
    joined, apart = any_of(words.joined), before(more.articles)
    # "a indiqué mercredi son directeur, Ada Holm": of what stands before a comma the name says who that is.
    title = rf"(?:[\w'’-]+\s+)?(?:{any_of(words.titles)}),\s+"
    words_before = rf"{apart}?(?:[\w'’-]+\s+){{0,6}}?"
    # "reconoció el jefe de Gobierno de la Ciudad de Osk, Ada Holm": an office with what it is of.
    office = rf"{apart}?(?:{any_of(words.titles, words.roles)})\s+(?:[\w'’-]+\s+){{0,9}}?[\w'’-]+,\s+"
    lead = rf"{words_before}(?:{close})?\Z"
    titled = rf"(?:{words_before}(?:{title})?|{office})(?:{close})?\Z"
    return Saying(
        subject=_ignoring(
            rf"\)?{possessive}(?:\s+{any_of(more.on_day)}\s+\w+)?(?:\s*,(?:[^,\"]|(?<=\d),(?=\d)){{1,80}},|,\s+{any_of(more.which)}\b|,)?\s*{_BETWEEN}"
            rf"(?:{any_of(more.helpers)}\s+){{0,2}}(?P<verb>{verbs}|{alternatives(words.behind)})\b"
        ),
        giving=_ignoring(rf"(?P<verb>(?<!\w){cited})\s+{lead}"),
        cited=_ignoring(rf"(?P<verb>{opening}(?:{verbs}))\s+{titled}" if words.verbs else "(?!)"),
        cited_person=_ignoring(
            rf"(?P<verb>{opening}(?:{verbs}))\s+{apart}(?:[\w'’-]+\s+){{0,3}}[\w'’-]+,\s+\Z"
            if words.verbs
            else "(?!)"
        ),
        framed=_ignoring(
            rf"(?P<aux>\s+{any_of(more.framing)}\b)?\s+(?:[^,;:.\"]|[.,](?=\d))*?\b(?P<verb>{verbs})(?=\s*(?:[,;:]|\.(?!\d)|\Z))"
            if more.framing
            else "(?!)"
        ),
        framing=_ignoring(rf"\b{any_of(more.framing)}\s+{apart}?(?:[\w'’-]+\s+)?\Z"),
        by_document=_ignoring(rf"(?<!\w)(?P<verb>{any_of(more.by_document)})\s+{apart}\Z"),
        document=_ignoring(any_of(more.documents)),
        parted=speech.parted(language),
        pronouns=_pronouns(language, words, more),
        others=_others(language, words, more),
        passive=_ignoring(rf"\b{any_of(more.passive)}\s+(?:{any_of(more.between)}\s+)?\Z"),
        channel=re.compile(rf"\b{any_of(more.channels)}\s+{any_of(more.own)}\s+(?:{SMALL}+\s+){{0,2}}\Z"),
        two=re.compile(
            rf"(?P<one>\b{CAPITAL}[\w.-]*)\s+{joined}\s+(?P<other>{CAPITAL}[\w.-]*)\s+(?P<noun>{_crowd(language)})\b"
        ),
        goes_on=re.compile(rf"(?i:{any_of(more.goes_on)})\s+{any_of(more.goes_on_with)}\b"),
        says_so=_ignoring(speech.said_before(language)),
        held=re.compile(
            rf"\b(?:{any_of(more.passive)}\s+(?:{any_of(more.between)}\s+)?)?{any_of(more.held)}\b"
        ),
        joined=_ignoring(rf"{possessive}\s*(?:{joined}|,)\s+{apart}?(?:[\w'-]+\s+){{0,2}}(?:{close})?\Z"),
        last_joint=re.compile(rf"\b{joined}\b"),
        role=_ignoring(any_of(more.roles)),
        somebody=re.compile(
            rf"\b(?i:{any_of(words.according)})\s+(?=(?:{any_of(more.somebody)})\s|{CAPITAL})"
        ),
        which=re.compile(rf"[^,;]{{0,40}},\s+{any_of(proposing(language).days.relative)}\b"),
        barrier=re.compile(rf";|,?\s+{any_of(more.barriers)}\s"),
        passing=_ignoring(any_of(more.passing)),
        own=tuple(f"{word} " for word in listed(more.own)),
        its=tuple(f"{word} " for word in listed(more.its)),
        spoken_for=_ignoring(rf"\b{any_of(more.spoken_for)}\b"),
        according=_ignoring(cited),
        plain=frozenset((*listed(more.pronouns), *listed(more.persons))),
        led=_ignoring(rf"\b{any_of(proposing(language).answers.where)}\s+\Z"),
        describing=_ignoring(rf",\s+{apart}?(?:[\w'’-]+\s+){{0,4}}?{any_of(more.of)}\s"),
        titled=_ignoring(rf"{apart}(?:[\w'’-]+\s+){{0,3}}?[\w'’-]+,\s+"),
    )


def _ignoring(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def _crowd(language: str) -> str:
    """Return an expression for a noun in the plural without a name: "witnesses"."""
    file = language_file(language)
    endings = listed(file.times.plural_endings) if file is not None else []
    return rf"{SMALL}+(?:{'|'.join(map(re.escape, endings))})" if endings else "(?!)"


def _not_done_to(more: More) -> str:
    """Return what ends a verb that is no participle: of "the heaviest losses reported for a day" nobody is named who reports."""
    ends = [word.strip("*") for word in listed(more.participles)]
    behind = "|".join(rf"(?<={re.escape(end)})" for end in ends)
    return rf"(?!(?:{behind})\s+{any_of(more.done_to)}\b)" if ends else ""


def _pronouns(language: str, words: Words, more: More) -> tuple[re.Pattern[str], ...]:
    if not words.verbs:
        return ()
    verbs, helpers = proposed(language), rf"(?:{any_of(more.pronoun_helpers)}\s+){{0,2}}"
    who = rf"(?P<who>{any_of(more.pronouns)}|{before(more.articles)}(?:[\w'-]+\s+){{0,3}}?[\w'-]+)"
    found = [rf"\b{who}\s+{helpers}(?P<verb>{verbs})\b{_not_done_to(more)}"]
    if words.inverted:
        found.append(rf"(?:(?<=[\s\",])|\A)(?P<verb>{verbs})\s+{who}(?=[\s.,;:\"]|\Z)")
        for verb in speech.parted(language):
            first, rest = alternatives([verb.first]), alternatives([verb.rest])
            found.append(
                rf"\b{who}\s+(?P<verb>{first})\s+(?:[\w'-]+\s+){{0,{speech.PARTED}}}?{rest}{speech.ENDED}"
            )
            found.append(
                rf"\b(?P<verb>{first})\s+{who}\s+(?:[\w'-]+\s+){{0,{speech.PARTED}}}?{rest}{speech.ENDED}"
            )
    if words.according:
        # "according to her", "so der Sprecher"
        someone = (
            rf"{any_of(more.persons or more.pronouns)}|{before(more.articles)}(?:[\w'-]+\s+){{0,2}}?[\w'-]+"
        )
        cited = any_of(more.cited or words.according)
        found.append(rf"(?<!\w)(?P<verb>{cited})\s+(?P<who>{someone})(?=[,.;:\"]|\s*\Z)")
    if more.by_pronoun:
        found.append(rf"(?P<who>)(?<!\w)(?P<verb>{any_of(more.by_pronoun)})(?!\w)")
    if words.attached:
        found.append(rf"(?P<who>)\b(?P<verb>{speech.attached(language)})\b")
    if words.dropped:
        # At a sentence's beginning, where no subject stands: Spanish "Y agregó que".
        found.append(
            rf"\A(?:{any_of(words.joined)}\s+)?(?P<who>)(?P<verb>{verbs})\s+(?={any_of(_joining(language))}\b)"
        )
        found.append(rf"[\",]\s*(?P<who>)(?P<verb>{verbs})\s*(?=[.,;\"]|\Z)")
    return tuple(map(_ignoring, found))


def _others(language: str, words: Words, more: More) -> tuple[re.Pattern[str], ...]:
    if not words.plain:
        return ()
    name = rf"(?P<who>{_crowd(language)}|{CAPITAL}[\w'-]+(?:\s+{CAPITAL}[\w'-]+){{0,8}})"
    found = [rf"\b{name}\s+(?P<verb>{speech.plain(language)})\b{_not_done_to(more)}"]
    if words.inverted:
        found.append(rf"\b(?P<verb>{speech.plain(language)})\s+{before(more.articles)}?{name}")
    return tuple(map(re.compile, found))


def _joining(language: str) -> str:
    """Return the words that join what is said to its verb: "that"."""
    file = language_file(language)
    return file.wordings.joining if file is not None else ""
