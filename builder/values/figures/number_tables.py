"""What numbers are made of in one language, made ready for the grammar."""

from __future__ import annotations

from decimal import Decimal

from builder.values.figures.compounds import parted
from builder.values.figures.phrases import Phrases, first_words, keyed, table
from builder.values.figures.tokens import DASHES, DIGITS, WORD, Tokens, split
from builder.values.language import Language
from builder.values.lexicon import everywhere


class NumberWords:
    """What numbers are made of."""

    def __init__(self, language: Language) -> None:
        every, numbers = everywhere(), language.numbers
        self._joint = numbers.inside
        self.numbers: dict[str, tuple[str, int]] = {}
        self.scales: Phrases[int] = Phrases(
            (name, value) for name, value in numbers.scales.items() if len(split(name)) > 1
        )
        self.compounds: Phrases[tuple[str, int]] = Phrases(
            (name, (kind, value))
            for kind, found in (
                ("unit", numbers.units),
                ("ten", numbers.tens),
                ("hundreds", numbers.hundreds),
            )
            for name, value in found.items()
            if len(split(name)) > 1
        )
        for kind, found in (
            ("unit", numbers.units),
            ("ten", numbers.tens),
            ("hundreds", numbers.hundreds),
            ("scale", numbers.scales),
        ):
            single = {name: value for name, value in found.items() if len(split(name)) == 1}
            self.numbers.update({name: (kind, value) for name, value in keyed(single).items()})
        self.teens_after = tuple(numbers.teens_after)
        self.bare = first_words(numbers.bare)
        self.rounded = first_words(numbers.rounded)
        self.point = first_words(numbers.point)
        self.one = first_words(numbers.one)
        self.single = table(numbers.single)
        self.ordinals = first_words(numbers.ordinals) | keyed(language.shares.ordinals).keys()
        self.after_hundreds = first_words(numbers.after_hundreds)
        self.after_tens = first_words(numbers.after_tens)
        self.parts: Phrases[float] = Phrases(numbers.parts.items())
        self.and_parts: Phrases[float] = Phrases(numbers.and_parts.items())
        self._pieces: dict[str, tuple[str, int | Decimal]] = {
            name: (kind, value) for name, (kind, value) in self.numbers.items() if kind != "hundreds"
        } | {
            name.casefold(): ("part" if value < 1 else "unit", Decimal(repr(value)))
            for name, value in numbers.halved.items()
        }
        # Where numbers are written as one word, what such a word begins with.
        self._beginnings = frozenset(piece[:3] for piece in self._pieces) if numbers.inside else frozenset()
        self._parted: dict[str, list[tuple[str, int | Decimal, str]]] = {}
        self.dozens = keyed(numbers.dozens)
        self.sums = frozenset(word.casefold() for word in numbers.money)
        """Letters that may be a scale in a sum: French "12 k€"."""
        self.lengths = first_words(numbers.lengths)
        self.millions_of = first_words(numbers.millions_of)
        self.halved_units = first_words(numbers.halved_units)
        self.dozens_of = first_words(numbers.dozens_of)
        self.the_one = first_words(numbers.the_one)
        self.fraction_signs = every.fractions
        self.share_signs = frozenset(every.shares)
        self.going_on = frozenset(
            {
                *self.numbers, *self.scales.heads, *self.compounds.heads, *self.and_parts.heads, *self.after_hundreds, *self.after_tens,
                *self.dozens, *self.fraction_signs, *numbers.glued, *DASHES,
            }
        )  # fmt: skip
        """What a number in digits may go on with, apart from digits and from numbers that are one word."""
        self.number_starts = frozenset(
            {
                *self.numbers, *self.scales.heads, *self.compounds.heads, *self.one, *self.parts.heads, *self.dozens, *self.fraction_signs,
            }
        )  # fmt: skip
        """What a number may begin with, apart from digits and from numbers that are one word."""
        self.after_fractions = self.going_on - self.fraction_signs.keys()

    def may_be_number(self, tokens: Tokens, at: int) -> bool:
        """Return whether a number may begin at a token."""
        word = tokens.words[at]
        return tokens.kinds[at] == DIGITS or word in self.number_starts or word[:3] in self._beginnings

    def goes_on(self, tokens: Tokens, at: int) -> bool:
        """Return whether a number in digits may go on at a token."""
        if at >= tokens.size:
            return False
        word = tokens.words[at]
        if word in DASHES:
            # "30-mile", and not "30-40"
            return at + 1 < tokens.size and tokens.kinds[at + 1] == WORD
        return (
            word in self.going_on
            or tokens.kinds[at] == DIGITS
            or (word[:3] in self._beginnings and bool(self.parted(word)))
        )

    def parted(self, word: str) -> list[tuple[str, int | Decimal, str]]:
        """Return the pieces of a number that is written as one word; none where it is no number."""
        found = self._parted.get(word)
        if found is None:
            found = parted(word, self._pieces, self._joint)
            if len(self._parted) < 4096:
                self._parted[word] = found
        return found
