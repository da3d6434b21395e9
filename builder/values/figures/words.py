"""The words of one language made ready for the grammar."""

from __future__ import annotations

from functools import lru_cache

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
        self.starts = self.bodies | {
            first
            for first, phrases in self.before.heads.items()
            if any(lead.role != "filler" for _, _, lead in phrases)
        }
        """Words with which a figure may begin, its hedge included."""
        self.tails = frozenset({*self.after.heads, *"+,([", *DASHES})
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
