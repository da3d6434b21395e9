"""The words of one language made ready for the grammar."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from builder.values.figures.notation import Notation, notation
from builder.values.figures.number_tables import NumberWords
from builder.values.figures.phrases import Phrases, plain_language
from builder.values.figures.tables import (
    HedgeWords,
    ShareWords,
    TimeWords,
    UnitWords,
    VagueTables,
)
from builder.values.figures.tokens import DASHES, DIGITS, Spelling, Tokens
from builder.values.language import Language
from builder.values.language_figures import Numbers
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Modifier

_SIGNS = frozenset("+/([:") | DASHES
"""Signs behind a number that may go on with it, or with what it is."""


class Words(NumberWords, HedgeWords, VagueTables, ShareWords, UnitWords, TimeWords):
    """All tables of one language."""

    def __init__(self, language: Language, code: str, digits: Notation, *, known: bool) -> None:
        NumberWords.__init__(self, language)
        HedgeWords.__init__(self, language)
        VagueTables.__init__(self, language)
        ShareWords.__init__(self, language, self)
        UnitWords.__init__(self, language, code)
        TimeWords.__init__(self, language)
        self.known = known
        """Whether the language has a file."""
        self.digits = digits
        self.language = language
        self.spelling = Spelling(language.elisions, language.apostrophe_is_letter)
        self.bodies = frozenset(
            {
                *self.numbers, *self.scales.heads, *self.compounds.heads, *self.one, *self.single.heads, *self.parts.heads, *self.dozens,
                *self.vague.heads, *self.vague_heads.heads, *self.vague_places.heads, *self.plurals, *self.fractions,
                *self.fraction_alone.heads, *self.multiples.heads, *self.every, *self.signs.heads, *self.money_words.heads, *self.codes,
                *self.fraction_signs, *self.share_signs, *self.halved_units, *listed(",".join(language.numbers.halved)),
            }
        )  # fmt: skip
        """Words with which a figure itself may begin, apart from digits."""
        self.articles = frozenset(self.one - self.numbers.keys())
        """Articles that are no number by themselves."""
        self.after_articles = frozenset(
            {*self.numbers, *self.dozens, *self.fractions, *self.scales.heads, *self.units.heads}
            | {
                rest[0]
                for table in (
                    self.vague,
                    self.vague_heads,
                    self.vague_places,
                    self.single,
                    self.parts,
                    self.fraction_alone,
                    self.multiples,
                    self.signs,
                )
                for article in self.articles
                for rest, length, _ in table.heads.get(article, ())
                if length > 1
            }
        )
        """What may follow such an article in a figure."""
        self.openers = self._openers()
        self.hedging = frozenset(
            first
            for first, phrases in self.before.heads.items()
            if any(lead.role != "filler" for _, _, lead in phrases)
        )
        """Words with which the hedge of a figure may begin."""
        self.starts = self.bodies | self.hedging
        """Words with which a figure may begin, its hedge included."""
        self.dull = frozenset({*self.one, *self.articles, *self.sign_starts})
        """What may begin a figure and makes none without a number near by."""
        self.tails = frozenset({*self.after.heads, *self.good, *"+,([", *DASHES})
        """What a hedge behind a number may begin with."""
        hedges = {
            first
            for first, phrases in self.before.heads.items()
            if any(lead.modifier is Modifier.ABOUT for _, _, lead in phrases)
        }
        self.units_behind = frozenset({*self.units.heads, *self.money.heads, *self.codes})
        """Words with which a unit may begin."""
        self.behind = frozenset(hedges) | frozenset(
            {
                *self.after.heads,
                *self.unsafe_after.heads,
                *self.compared.heads,
                *self.per.heads,
                *self.rates.heads,
                *self.within_apart.heads,
                *self.for_one.heads,
                *self.unsure.heads,
                *self.after_tens,
                *self.ordinals,
                *self.fractions,
                *self.parts.heads,
            }
        )
        """Words with which may begin what changes a figure from behind."""
        self.meant = frozenset(
            word
            for table in vars(self).values()
            for word in (
                table.heads
                if isinstance(table, Phrases)
                else table
                if isinstance(table, frozenset | dict)
                else ()
            )
            if isinstance(word, str)
        )
        """All words and signs that mean something to the grammar, by themselves or with others behind them."""

    def is_alone(self, tokens: Tokens, end: int) -> bool:
        """Return whether nothing that means anything to the grammar stands behind a number that ends at a token."""
        if end >= tokens.size:
            return True
        word = tokens.words[end]
        if word == ",":
            # "30, or more"
            end += 1
            if end >= tokens.size or tokens.kinds[end] == DIGITS:
                return True
            word = tokens.words[end]
        elif tokens.kinds[end] == DIGITS:
            return False
        return word not in self.meant and word not in _SIGNS and word[:3] not in self._beginnings

    def _openers(self) -> dict[str, frozenset[str]]:
        """Return the words with which only a longer phrase of a figure begins, each with the words that may follow it there."""
        alone = {
            *self.numbers, *self.one, *self.dozens, *self.plurals, *self.fractions, *self.every, *self.signs.heads, *self.money_words.heads,
            *self.codes, *self.fraction_signs, *self.share_signs, *self.halved_units, *listed(",".join(self.language.numbers.halved)),
        }  # fmt: skip
        tables: tuple[Phrases[Any], ...] = (
            self.scales, self.compounds, self.single, self.parts, self.vague, self.vague_heads, self.vague_places, self.fraction_alone,
            self.multiples,
        )  # fmt: skip
        found: dict[str, set[str]] = {}
        for table in tables:
            for first, phrases in table.heads.items():
                found.setdefault(first, set()).update(rest[0] if rest else "" for rest, _, _ in phrases)
        return {
            first: frozenset(behind)
            for first, behind in found.items()
            if first not in alone and "" not in behind
        }

    def may_open(self, tokens: Tokens, at: int) -> bool:
        """Return whether a figure may begin at a token, with its hedge or without one."""
        word = tokens.words[at]
        return (
            word in self.hedging
            or self.is_body(tokens, at)
            or (word in self.bodies and word not in self.openers)
        )

    def is_body(self, tokens: Tokens, at: int) -> bool:
        """Return whether a figure without its hedge may begin at a token and the one behind it: French "de nombreux", and not "de"."""
        behind = self.openers.get(tokens.words[at])
        if behind is not None and (at + 1 >= tokens.size or tokens.words[at + 1] not in behind):
            return False
        return self.may_begin(tokens, at)

    def may_begin(self, tokens: Tokens, at: int) -> bool:
        """Return whether a figure without its hedge may begin at a token."""
        word = tokens.words[at]
        if word in self.articles:
            # "a hundred", and "A$5 million"
            return at + 1 < tokens.size and tokens.words[at + 1] in self.after_articles
        if word in self.fraction_signs:
            # "½ million", and nothing else
            return at + 1 < tokens.size and tokens.words[at + 1] in self.after_fractions
        return (
            tokens.kinds[at] == DIGITS
            or word in self.bodies
            or (word[:3] in self._beginnings and bool(self.parted(word)))
        )


@lru_cache(maxsize=64)
def words_of(language: str) -> Words | None:
    """Return the tables of a language (``en``, ``en-IN``); ``None`` where not even its digits are known.

    In a language without a file there are no words, only digits and signs.
    """
    digits = notation(language)
    if digits is None:
        return None
    found = language_file(language)
    if found is not None and (found.elisions or found.apostrophe_is_letter):
        found = plain_language(found)
    nothing = Language("", Numbers(units={}, tens={}, scales={}))
    return Words(found or nothing, language, digits, known=found is not None)
