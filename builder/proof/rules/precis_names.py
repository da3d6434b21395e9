"""The rule on names in a précis: each stands in the text, or in what the claims say.

Names are words with a capital letter within a sentence. Where nouns have one too (German), they are abbreviations, words in a row,
what stands behind "in" without an article, and what says something and has no article; other names are not looked for, as nobody can tell them from nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.proof import kinds
from builder.proof.case import ArticleCase, Finding
from builder.proof.rules.precis_abroad import elsewhere, placed
from builder.values.countries import names_a_country
from builder.values.expressions import NEVER, alternatives
from builder.values.figures.tokens import fold
from builder.values.figures.words import words_of
from builder.values.language_parts import Phrases
from builder.values.letters import CAPITAL
from builder.values.lexicon import base, language_file, lexicon_words, listed
from builder.values.names import may_be_one
from builder.values.text import normalise, without_targets, words

_WORD = re.compile(r"(?<![\w'.-])[^\W\d_][\w'-]*(?:\.[^\W\d_]\b)*")
_OPENS = re.compile(r"(?:\A|[.!?:…][\"')\]]*|[\"(\[*_#>¿¡-])\s*\Z")
"""What stands before a word that has its capital from its place alone."""
_ABBREVIATION = re.compile(rf"{CAPITAL}(?:\.?{CAPITAL})+(?:-[\w-]+)?")
_ROOT = 3
"""Letters that a name shares with itself in another case."""
LOOKED_AT = 200
"""So many different names, dates and counts of one précis are looked at: no honest one has more."""


class Told(Struct, frozen=True):
    """How a language tells names from other words."""

    capital_nouns: bool
    endings: re.Pattern[str]
    cases: frozenset[str]
    """The endings, and none."""
    countries: dict[str, frozenset[str]]
    before: frozenset[str]
    titles: frozenset[str]
    common: frozenset[str]
    common_endings: tuple[str, ...]
    dated: frozenset[str]
    """Months and weekdays."""
    elisions: frozenset[str]

    def is_common(self, word: str) -> bool:
        """Return whether a capital letter may be that of a noun."""
        plain = word.casefold()
        return plain in self.common or plain.endswith(self.common_endings)


@lru_cache(maxsize=64)
def told(language: str) -> Told | None:
    """Return how a language tells names; None if its file does not say."""
    file, known = language_file(language), words_of(language)
    if file is None or known is None or not file.names.endings:
        return None
    names = file.names
    return Told(
        file.times.capital_nouns,
        re.compile(rf"(?:{'|'.join(map(re.escape, listed(names.endings)))})\Z"),
        frozenset({"", *listed(names.endings)}),
        {word: frozenset(listed(found)) for word, found in names.countries.items()},
        frozenset(listed(names.before)),
        _words_of(file.saying.titles, file.saying.roles),
        _words_of(names.common, *file.units.values(), *file.money.values()),
        tuple(listed(names.common_endings)) or ("\x00",),
        frozenset({*known.months, *known.weekdays}),
        frozenset(file.elisions),
    )


def _words_of(*lists: Phrases) -> frozenset[str]:
    return frozenset(word.strip("*") for phrase in listed(",".join(lists)) for word in phrase.split())


def names(case: ArticleCase) -> Iterator[Finding]:
    """Every name in the précis stands in the text, or in what the claims say. Of a précis in another language only those who speak do, and places."""
    language = case.book.site.settings.language
    tells = told(language)
    if case.text is None or tells is None:
        return
    abroad = base(language) != base(case.article.language)
    if abroad and not (case.text.is_simple and told(case.article.language)):
        return
    known = {word.casefold() for word in words(case.text.content)} | _claimed(case)
    known |= {rest for word in known if "'" in word for rest in word.split("'")}
    alike: dict[str, list[str]] = {}
    for word in known:
        alike.setdefault(word[:_ROOT], []).append(word)
    looked_at: set[str] = set()
    prose = normalise(without_targets(case.article.precis))
    # Which outlets have the same, or have it otherwise, is what the site itself finds: their texts say nothing of each other.
    outlets = {at for mention in case.book.outlets.mentions(prose) for at in range(*mention.span)}
    common = {word for text in (prose, case.text.content) for word in words(text) if word.islower()}
    speaking = ((word, at) for word, at in _speaking(prose, language, tells) if word.casefold() not in common)
    # Who speaks has the same name in all languages that are written with these letters, and so has a place, as far as it is none of those
    # that are known to have others; other names may have another one.
    found = placed(prose, language, tells, common) if abroad else _found(prose, tells)
    for word, at in (*found, *speaking):
        if abroad and (
            elsewhere(word) & known or names_a_country(word, language) or _is_another_name(case, word)
        ):
            continue
        if at in outlets or word in looked_at or _is_dated(word, tells) or _is_known(word, known, tells):
            continue
        if len(looked_at) == LOOKED_AT:
            return
        looked_at.add(word)
        if not _derived(word.casefold(), alike.get(word.casefold()[:_ROOT], []), tells):
            message = f'neither the text nor a claim has the name "{word}"{_alike(word, case)}'
            yield Finding(kinds.PRECIS_UNPROVED, ("precis",), message, word)


def _is_another_name(case: ArticleCase, word: str) -> bool:
    """Return whether a word names a place or a source of the registries that a text names in its own language."""
    if case.text is None:
        return False
    content = case.text.content
    return any(names.named(word) & names.named(content) for names in (case.book.places, case.book.speakers))


def _alike(word: str, case: ArticleCase) -> str:
    """Return which entry of a registry has a word, or one that is spelled like it, as the end of a message; empty if none has."""
    known = case.book.known_words
    plain = word.casefold()
    if plain in known:
        return f"; it is one of the words of {known[plain][1]}"
    for name, entry in known.values():
        if may_be_one(word, name):
            return f'; it is spelled like "{name}" ({entry})'
    return ""


def _found(prose: str, tells: Told) -> Iterator[tuple[str, int]]:
    """Yield the names of a précis with where they stand, those of several words one by one."""
    before, end, row = "", 0, False
    for match in _WORD.finditer(prose):
        word = re.sub(r"'s?\Z", "", match[0])
        opens = _OPENS.search(prose, max(0, match.start() - 8), match.start()) is not None
        first, apostrophe, rest = word.partition("'")
        if apostrophe and first.casefold() in tells.elisions:
            word, opens = rest, False
        beside = prose[end : match.start()] == " "
        former, before, end = before, word, match.end()
        if len(word) < 2 or not word[0].isupper():
            row = False
            continue
        named = not opens and (
            not tells.capital_nouns or _is_name(word, former if beside else "", row, tells)
        )
        row = not opens
        if named:
            yield word, match.start()


def _speaking(prose: str, language: str, tells: Told) -> Iterator[tuple[str, int]]:
    """Yield the names of those who say something, at the start of a sentence too: in the singular, and no words that are known."""
    for match in _speaks(language).finditer(prose):
        name, at = match["name"], match.start("name")
        if tells.capital_nouns:
            # A German noun in the singular has its article before it, a name has none.
            opens = _OPENS.search(prose, max(0, at - 8), at) or prose[max(0, at - 2) : at] == ", "
            if (
                not opens
                or match["verb"].endswith("n")
                or tells.is_common(name)
                or name.casefold() in tells.titles
            ):
                continue
        if name.casefold() not in lexicon_words(base(language)):
            yield name, at


@lru_cache(maxsize=64)
def _speaks(language: str) -> re.Pattern[str]:
    """Return an expression for a word in the singular with a capital letter and a verb of saying behind it."""
    file = language_file(language)
    verbs = alternatives(file.saying.plain) if file is not None else NEVER
    return re.compile(rf"(?<![\w'.-])(?P<name>{CAPITAL}[^\W\d_]+)(?<!s)\s(?P<verb>{verbs})(?!\w)")


def _is_name(word: str, former: str, row: bool, tells: Told) -> bool:
    """Return whether a word is a name where nouns have capital letters."""
    if _ABBREVIATION.fullmatch(word):
        return True
    before = former.casefold()
    if not former or word.casefold() in tells.titles or tells.is_common(word):
        return False
    # "Sprecher Falk", "Ada Brandt", and not "Tonnen Getreide"
    return before in tells.before or before in tells.titles or (row and not tells.is_common(former))


def _is_dated(word: str, tells: Told) -> bool:
    return bool({fold(word), fold(word).removesuffix("s")} & tells.dated)


def _claimed(case: ArticleCase) -> set[str]:
    """Return the words, in small letters, of everything that the article's entry and its claims name."""
    site, article = case.book.site, case.article
    said = [article.headline or "", article.credit or "", *article.byline]
    if outlet := site.outlets.get(article.outlet):
        said += outlet.names
    for claim in article.claims:
        said += [claim.printed, claim.quote or "", claim.scope or "", claim.counts or "", claim.of or ""]
        for source in (site.sources.get(id) for id in (*claim.sources, *claim.via)):
            said += (source.name, source.short, *source.aliases) if source else ()
        for place in claim.value if isinstance(claim.value, tuple) else ():
            said += (place.name, *place.aliases)
        if question := case.book.questions.get(claim.question):
            said.append(question.text)
    return {re.sub(r"'s?\Z", "", word).casefold() for text in said for word in words(text)}


def _is_known(word: str, known: set[str], tells: Told) -> bool:
    """Return whether the words of text and claims have a name as it is, or as a country's adjective."""
    plain = word.casefold()
    if {plain, f"{plain}'s", plain.replace(".", "")} & known or tells.countries.get(
        plain, frozenset()
    ) & known:
        return True
    return "-" in plain and all(part in known for part in plain.split("-"))


def _derived(plain: str, others: list[str], tells: Told) -> bool:
    """Return whether a name is made of one of others, or they of it: "Ukrainian" of "Ukraine", "Korea" beside "Koreans"."""
    for other in others:
        shared = _shared(plain, other)
        if shared >= _ROOT and {plain[shared:], other[shared:]} <= tells.cases:
            return True
        ended = tells.endings.search(plain) or tells.endings.search(other)
        if ended and shared >= max(4, 0.55 * min(len(plain), len(other))):
            return True
    return False


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
