"""How long 10,000 characters of any mix of figures' words take to be searched for figures, at worst.

Run ``python -m benchmarks.figures [SEED]``. For each language mixes of its words are tried at random, and the slowest ones changed a little,
again and again. Beside it stands what a loop of a million squares takes, by which machines compare.
"""

from __future__ import annotations

import random
import sys
import time

from builder.values.figures.search import find
from tests.values.figures.test_properties import LANGUAGES, vocabulary

LENGTH, TRIED, KEPT = 10_000, 2_000, 25
AGAIN = 3
"""How often a slow text is measured: the least counts, as what else runs on a machine only adds to it."""
JOINTS = (" ", " ", " ", "-", ", ", "")


def seconds(unit: str, language: str) -> float:
    """Return the CPU that a text takes which repeats some words."""
    text = (unit * LENGTH)[:LENGTH]
    begun = time.process_time()
    find(text, language)
    return time.process_time() - begun


def mixed(words: list[str], dice: random.Random) -> str:
    """Return a few words, joined in some way."""
    return "".join(dice.choice(words) + dice.choice(JOINTS) for _ in range(dice.randint(1, 6)))


def changed(unit: str, words: list[str], dice: random.Random) -> str:
    """Return a mix with a word more, a word less, or another one."""
    parts = unit.split(" ")
    at = dice.randrange(len(parts))
    parts[at : at + dice.choice((0, 1))] = [dice.choice(words)] if dice.random() < 0.7 else []
    return " ".join(parts)


def worst(language: str, dice: random.Random) -> list[tuple[float, str]]:
    """Return the slowest repeated words of a language that were found, the slowest first."""
    words = vocabulary(language)
    seconds("30 ", language)
    found: list[tuple[float, str]] = []
    for _ in range(TRIED):
        known = found and dice.random() < 0.7
        unit = changed(dice.choice(found)[1], words, dice) if known else mixed(words, dice)
        if not unit.strip() or any(unit == other for _, other in found):
            continue
        taken = seconds(unit, language)
        if len(found) < KEPT or taken > found[-1][0]:
            taken = min(taken, *(seconds(unit, language) for _ in range(AGAIN - 1)))
            found = sorted([*found, (taken, unit)], reverse=True)[:KEPT]
    return found


def main(seed: int) -> None:
    """Print the slowest texts of every language."""
    dice = random.Random(seed)  # noqa: S311
    for language in LANGUAGES:
        begun = time.process_time()
        sum(number * number for number in range(1_000_000))
        loop = time.process_time() - begun
        told = ", ".join(f"{1000 * taken:.0f} ms {unit[:40]!r}" for taken, unit in worst(language, dice)[:4])
        print(f"{language}: {told}; a million squares {1000 * loop:.0f} ms", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
