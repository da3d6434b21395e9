"""How the cost of comparing grows: claims on one question, and texts searched for shared passages.

Run ``python -m benchmarks.comparison``. It prints seconds of CPU for growing sizes and the growth exponent, the slope
of log time over log size: 1.0 is linear. No figure here passes or fails anything.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable

from builder.compare.library import Library, index
from builder.compare.rows import compare_question
from builder.content.model import Article, Claim, Outlet, Question, Site, Source, Story, Topic
from builder.content.vocabulary import Answer, Completeness, Stake
from builder.proof.reuse import shared_passages
from builder.values.dates import parse_edtf
from builder.values.figures.reader import read

REPEATS = 3


def row(claims: int, values: int) -> Library:
    """Return a library with one question and so many claims that print so many distinct values."""
    question = Question(
        "how-many", "topic", "How many?", "How many", Answer.QUANTITY, "people", "hurt", "all"
    )
    site = Site(
        stories={"story": Story("story", "Story", "Summary", ("topic",))},
        topics={"topic": Topic("topic", "Topic", "Lead", (question,))},
        outlets={f"o{i}": Outlet(f"o{i}", f"Outlet {i}", f"O{i}", "newspaper") for i in range(40)},
        sources={"s": Source("s", "Source", "the source", "ministry", Stake.NONE)},
    )
    for number in range(claims):
        printed = f"about {30 + number % values * 7}"
        claim = Claim(
            id="c", article=f"a{number}", outlet=f"o{number % 40}", question=question.path, printed=printed,
            value=read(printed), unit="people", counts="hurt", of="all", sources=("s",),
        )  # fmt: skip
        site.articles[f"a{number}"] = Article(
            id=f"a{number}", outlet=claim.outlet, headline=None, byline=(), credit=None,
            published=parse_edtf("2026-01-01"), language="en", completeness=Completeness.FULL_TEXT, url=None,
            source_file="a.txt", source_sha256="0" * 64, inferred={}, precis="", claims=(claim,),
        )  # fmt: skip
    return index(site)


def texts(number: int) -> dict[str, str]:
    """Return so many texts of 400 words, every tenth a copy of half of the one before."""
    dice = random.Random(7)  # noqa: S311 - a benchmark needs the same texts each time, not secrets
    vocabulary = [f"word{i}" for i in range(20_000)]
    found: dict[str, str] = {}
    last: list[str] = []
    for i in range(number):
        words = dice.choices(vocabulary, k=400)
        if i % 10 == 9:
            words[:200] = last[:200]
        found[f"t{i:06}"] = " ".join(words)
        last = words
    return found


def timed(run: Callable[[], object]) -> float:
    """Return the least seconds of CPU of a few runs."""
    best = math.inf
    for _ in range(REPEATS):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """Return the slope of log seconds over log size, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - mean_x) ** 2 for x in xs
    )


def table(title: str, sizes: list[int], make: Callable[[int], Callable[[], object]]) -> None:
    """Print one table."""
    seconds = [timed(make(size)) for size in sizes]
    print(f"\n{title}")
    for size, second in zip(sizes, seconds, strict=True):
        print(f"  {size:>8,}  {second:8.3f} s")
    print(f"  growth exponent {exponent(sizes, seconds):.2f}")


def main() -> None:
    """Print all tables."""

    def comparing(values: int | None) -> Callable[[int], Callable[[], object]]:
        def make(size: int) -> Callable[[], object]:
            library = row(size, values or size)
            question = library.questions["topic/how-many"]
            return lambda: compare_question(library, question)

        return make

    def searching(size: int) -> Callable[[], object]:
        found = texts(size)
        return lambda: shared_passages(found)

    table("Claims on one question, 20 distinct values", [1_000, 4_000, 16_000], comparing(20))
    table("Claims on one question, every value distinct", [1_000, 2_000, 4_000, 8_000], comparing(None))
    table("Texts of 400 words searched for shared passages", [500, 2_000, 8_000], searching)


if __name__ == "__main__":
    main()
