"""How long 10,000 characters of any mix of figures' words take to be searched for figures, at worst.

Run ``python -m benchmarks.figures [SEED]``. For each language rows of every word and mixes of several are tried at a seventh of the
length; the slowest ones are then measured whole. Beside it stands what a loop of a million squares takes, by which machines compare.
"""

from __future__ import annotations

import random
import sys
import time

from builder.values.figures.search import find
from tests.values.figures.test_properties import LANGUAGES, vocabulary

LENGTH, TRIED = 10_000, 1_500
MIXES, KEPT = 1_500, 25
AGAIN = 3
"""How often a whole text is measured: the least counts, as what else runs on a machine only adds to it."""
JOINTS = (" ", " ", "-", ", ", "")


def seconds(unit: str, language: str, length: int) -> float:
    """Return the CPU that a text takes which repeats some words up to a length."""
    text = (unit * length)[:length]
    begun = time.process_time()
    find(text, language)
    return time.process_time() - begun


def worst(language: str, dice: random.Random) -> list[tuple[float, str]]:
    """Return the slowest repeated words of a language, the slowest first."""
    words = vocabulary(language)
    seconds("30 ", language, LENGTH)
    rows = sorted((seconds(word + joint, language, TRIED), word + joint) for word in words for joint in " -")
    slow = [unit[:-1] for _, unit in rows[-60:]]
    mixes = []
    for _ in range(MIXES):
        parts = (
            dice.choice(slow if dice.random() < 0.6 else words) + dice.choice(JOINTS)
            for _ in range(dice.randint(2, 6))
        )
        unit = "".join(parts)
        mixes.append((seconds(unit, language, TRIED), unit))
    units = [unit for _, unit in rows[-KEPT:] + sorted(mixes)[-KEPT:]]
    units += [" ".join(dice.choice(words) for _ in range(LENGTH // 3)) for _ in range(10)]
    least = ((min(seconds(unit, language, LENGTH) for _ in range(AGAIN)), unit) for unit in units)
    return sorted(least, reverse=True)


def main(seed: int) -> None:
    """Print the slowest texts of every language."""
    dice = random.Random(seed)  # noqa: S311
    for language in LANGUAGES:
        begun = time.process_time()
        sum(number * number for number in range(1_000_000))
        loop = time.process_time() - begun
        told = ", ".join(f"{1000 * taken:.0f} ms {unit[:40]!r}" for taken, unit in worst(language, dice)[:4])
        print(f"{language}: {told}; a million squares {1000 * loop:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
