"""Who speaks and which places a text names that no registry has yet: what a new story's entries are proposed from."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.desk.suggest.happened import events
from builder.desk.suggest.language import any_of, before, proposing
from builder.desk.suggest.placed import named
from builder.desk.suggest.saying import proposed
from builder.desk.suggest.words import stops
from builder.proof.names import Names
from builder.proof.text import Text
from builder.values import speech
from builder.values.letters import CAPITAL
from builder.values.lexicon import listed
from builder.values.wordings import months

_LONGEST = 5
"""Words of the longest name."""
_WORD = r"[^\W\d][\w'’-]*"
_PERSON = re.compile(rf"{CAPITAL}[\w'’-]*(?:\s+{CAPITAL}[\w'’-]*)+")


@lru_cache(maxsize=64)
def _said(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions that find who says something: before a verb, and behind "according to" or a verb that ends what is said."""
    words, more = speech.saying(language), proposing(language).speakers
    verbs = proposed(language)
    article = before(more.articles)
    role = rf"{article}(?P<who>{_WORD}(?:\s+{_WORD}){{0,{_LONGEST - 1}}}?)"
    name = rf"(?P<who>(?:{_WORD}\s+){{0,{_LONGEST - 1}}}{CAPITAL}[\w'’-]*)"
    says = rf"(?:{any_of(more.helpers)}\s+){{0,2}}(?:{verbs})"
    # Where a verb may stand before who says it, a comma alone begins that: French "à Osk, ont indiqué les pompiers".
    apart = rf"(?:\s*,(?P<apart>[^,\"]{{1,60}}),{'' if words.inverted else '|,'})?"
    found = [rf"(?<!\w){who}{apart}\s+{says}\b" for who in (role, name)]
    # Behind what ends a quotation, a verb stands before who says it.
    for cue in (
        rf"(?<!\w){any_of(more.cited or words.according)}(?:\s+{any_of(more.of)})?",
        rf"[\"”»],?\s*{says}",
    ):
        found += [rf"(?i:{cue})\s+{role}(?=[,.;:\"”»]|\s*\Z)", rf"(?i:{cue})\s+{name}\b"]
    return tuple(re.compile(one, re.IGNORECASE if CAPITAL not in one else 0) for one in found)


@lru_cache(maxsize=256)
def speakers(text: Text, language: str) -> dict[str, str]:
    """Return who says something in a text: each name and its last words, folded -> the longest form in which it is printed.

    A body or an office stands behind an article ("the fire service said"); a person has a capital.
    """
    articles = {word.casefold() for word in listed(proposing(language).speakers.articles)}
    pronouns = {word.casefold() for word in listed(proposing(language).speakers.pronouns)}
    nobody = set(listed(events(language).none))
    idle = stops(language) | nobody
    found: dict[str, str] = {}
    for sentence in text.sentences:
        for pattern in _said(language):
            for match in pattern.finditer(text.content, *sentence):
                # "The mayor of Osk, Ada Holm, said": both are who says it.
                aside = match.groupdict().get("apart") or ""
                for who in (match["who"], aside if _PERSON.fullmatch(aside.strip()) else ""):
                    words = who.split()
                    while words and words[0].casefold() in articles:
                        words = words[1:]
                    for start in range(len(words)):
                        part = words[start:]
                        if (
                            part[0].casefold() in idle | articles | pronouns
                            or part[-1].casefold() in idle | pronouns
                        ):
                            continue
                        printed = " ".join(part)
                        key = printed.casefold()
                        if key in months():
                            continue  # "an inspection in June had found nothing"
                        if match.start("who") == sentence[0] and who == printed and _is_a_word(text, printed):
                            continue  # "Recount confirms result"
                        if len(printed) > 2 and len(printed) > len(found.get(key, "")):
                            found[key] = printed
    return found


def _is_a_word(text: Text, printed: str) -> bool:
    """Return whether a word that begins a sentence has its capital only there."""
    return " " not in printed and not re.search(rf"(?<=[\w,] ){re.escape(printed)}\b", text.content)


@lru_cache(maxsize=256)
def persons(text: Text, language: str) -> frozenset[str]:
    """Return the full names of those who say something in a text."""
    return frozenset(name for name in speakers(text, language).values() if _PERSON.fullmatch(name))


@lru_cache(maxsize=256)
def places(text: Text, language: str) -> dict[str, str]:
    """Return the places that a text names as such ("in Osk"), folded -> as printed."""
    nothing = Names([])
    found: dict[str, str] = {}
    for start, end in text.sentences:
        # "In Osk" begins a sentence with a capital that is no name's.
        said = text.content[start : start + 1].lower() + text.content[start + 1 : end]
        for _, _, unknown in named(said, (0, len(said)), nothing, language):
            found.update((name.casefold(), name) for name in unknown)
    return found
