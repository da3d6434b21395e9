"""How a story grows: ``python -m benchmarks.growth``, part of ``make bench``.

One story of several sizes (``benchmarks.growing``) is built cold, then after one article more, after an edit of one article, after one
source more, and once more as it is. Prints medians of wall and CPU time, peak memory, what the site holds, its largest pages, and how
all of that grows; what an edit takes while the site is served, a story of this repository's articles copied, Hugo beside it, and for
each aim whether it is reached, with the reason if not. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import gzip
import logging
import os
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks import copied_story, growing
from benchmarks.programs import ROOT, Cost, hugo, measured, small_site, variorum
from benchmarks.site import exponent, machine, size_of, versions
from builder.cache.stat_cache import SETTLED

REPORT = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- growth: written by make bench -->", "<!-- growth: end -->"
COMMAND = (sys.executable, "-m", "builder", "build")
STEPS: dict[str, Callable[[Path, int], object]] = {
    "cold": lambda *_: None,
    "one article more": growing.add,
    "a sentence more": lambda root, size: growing.say_more(root, size // 2),
    "one figure edited": lambda root, size: growing.edit(root, size // 2),
    "one source more": lambda root, _: growing.add_source(root),
    "nothing changed": lambda *_: None,
}
"""What is done before each build, in this order."""


COPIES = 344
"""Number of articles of the copied story."""
CHANGE = (
    "an article more is told in half of all rows, on every topic, on the story's page and on its outlet's, each made anew with the sentences "
    "that count it; the start of the program, and keys of all articles, take a second of CPU at most"
)
FIGURE = "its row is compared again, and what each claim of it is set beside; then the topic, the story and the changes that a build lists"
FIXED = "nothing is compared: a third is the start of the program, a third what goes by the number of articles: reading them from the record, the keys of rows and pages"
WHY = {
    "cold": "each row's answers are set beside each other, and each article's page is printed",
    "one article more": CHANGE,
    "a sentence more": FIXED,
    "one figure edited": FIGURE,
    "one source more": FIXED,
    "served: a sentence more in a précis": "as above, in one process",
    "served: a figure": f"{FIGURE}; in one process",
    "served: an article more": f"{CHANGE}; in one process",
}
"""Why an aim is missed, where it is, by what the profile says: docs/benchmarks.md has it in full."""


@dataclass
class Measured:
    """What the builds of one size took, and what the site is like after the first."""

    costs: dict[str, list[Cost]] = field(default_factory=dict)
    largest: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Kind of page -> size of the largest in bytes, and compressed."""

    def median(self, step: str, key: str) -> float:
        """Return the median of one cost of a step."""
        return statistics.median(getattr(cost, key) for cost in self.costs[step])


def measured_round(size: int, root: Path, found: Measured) -> None:
    """Build one story of a size in a new folder, in all steps, and add what it took."""
    growing.write(root, size)
    variorum(root)
    for step, change in STEPS.items():
        change(root, size)
        # As long as somebody may still be writing, a file is read again by the next build; here nobody is.
        time.sleep(SETTLED / 1e9 + 1)
        cost = measured(COMMAND, root)
        if step == "cold":
            cost = replace(cost, written=size_of(root / "site"))
            found.largest = largest(root / "site")
        found.costs.setdefault(step, []).append(cost)


def largest(site: Path) -> dict[str, tuple[int, int]]:
    """Return the size in bytes of the largest page of each kind, as it is and compressed, and of the search index."""
    found: dict[str, tuple[int, int]] = {}
    for kind, pattern in {
        "article": "articles/*/*.html", "topic": "topics/*/*.html", "outlet": "outlets/*/*.html",
        "source": "sources/*/*.html", "home": "index.html", "search index": "search/search_index.json",
    }.items():  # fmt: skip
        pages = sorted(site.glob(pattern), key=lambda path: path.stat().st_size)
        if pages:
            data = pages[-1].read_bytes()
            found[kind] = len(data), len(gzip.compress(data))
    return found


def served(root: Path, size: int) -> dict[str, tuple[float, float]]:
    """Return the wall and CPU time of rebuilds of a built story in one process, as a server makes them, by what was edited before."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    # A server has threads, and so makes all by one process.
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    taken = {}
    for name, change in {
        "first": lambda: None,
        "nothing changed": lambda: None,
        "a sentence more in a précis": lambda: growing.say_more(root, size // 3),
        "a figure": lambda: growing.edit(root, size // 4),
        "an article more": lambda: growing.add(root, size + 10),
    }.items():
        change()
        time.sleep(SETTLED / 1e9 + 1)
        begin, used = time.perf_counter(), time.process_time()
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(root.parent / "served")))
        taken[name] = time.perf_counter() - begin, time.process_time() - used
    return taken


def copied(folder: Path, articles: int) -> Cost:
    """Return what a cold build of this repository's articles takes, copied into one story of so many."""
    copied_story.write(folder, articles)
    cost = measured(COMMAND, folder)
    return replace(cost, written=size_of(folder / "site"))


def printed_by_hugo(command: str, folder: Path, taken: Mapping[int, Measured]) -> dict[int, Cost]:
    """Return what Hugo takes, cold, by number of articles, for pages that show as many answers as this project's (``bounded``)."""
    made = small_site(folder)
    found = {}
    for size in taken:
        root = folder / f"hugo-{size}"
        growing.write(root, size)
        hugo(root, made)
        cost = measured(
            ("env", "HUGO_PARAMS_BOUNDED=true", command, "--quiet", "--destination", "site"), root
        )
        found[size] = replace(cost, written=size_of(root / "site"))
    return found


def more_tables(edits: Mapping[str, tuple[float, float]], size: int, copies: Cost) -> str:
    """Return what was measured besides the stories of several sizes, in Markdown."""
    lines = [f"| {size:,} articles as a server makes them | wall | CPU |", "|---|---|---|"]
    lines += [
        f"| {name} | {wall:.2f} s | {cpu:.2f} s |" for name, (wall, cpu) in edits.items() if name != "first"
    ]
    told = (
        f"This repository's articles copied into one story of {COPIES}, cold: {copies.wall:.1f} s, {copies.cpu:.1f} s of CPU, "
        f"{copies.memory:.0f} MB, a site of {copies.written:.0f} MB."
    )
    return "\n".join([*lines, "", told])


def load() -> str:
    """Return how busy the machine is at the end of all: these benchmarks keep one to two processors busy themselves."""
    return f"Load at the end: {os.getloadavg()[2]:.1f} over a quarter of an hour."


def tables(taken: dict[int, Measured], rounds: int, hugo_command: str | None) -> str:
    """Return the tables in Markdown."""
    lines = [
        f"Measured on {datetime.now(tz=UTC).date()} with {versions(hugo_command)}. {machine()} {load()} Medians of {rounds} round{'s' * (rounds != 1)}.",
        "",
        f"| articles | site | an article | {' | '.join(f'{step}: wall | CPU | memory' for step in STEPS)} |",
        "|---" * (3 + 3 * len(STEPS)) + "|",
    ]
    for size, found in taken.items():
        written = found.median("cold", "written")
        cells = [f"{size:,}", f"{written:.0f} MB", f"{1000 * written / size:.0f} KB"]
        for step in STEPS:
            cells += [f"{found.median(step, 'wall'):.2f} s", f"{found.median(step, 'cpu'):.2f} s",
                      f"{found.median(step, 'memory'):.0f} MB"]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    kinds = list(dict.fromkeys(kind for found in taken.values() for kind in found.largest))
    lines += [
        "",
        f"| largest page, KB compressed (as it is) | {' | '.join(kinds)} |",
        "|---" * (1 + len(kinds)) + "|",
    ]
    for size, found in taken.items():
        sizes = [
            f"{packed / 1000:.0f} ({plain / 1000:.0f})"
            for plain, packed in (found.largest[kind] for kind in kinds)
        ]
        lines.append(f"| {size:,} articles | {' | '.join(sizes)} |")
    lines += [
        "",
        "What one change takes of a cold build's CPU, and how costs grow with the number of articles (1.00 is in proportion):",
        "",
    ]
    for size, found in taken.items():
        shares = [
            f"{step} {found.median(step, 'cpu') / found.median('cold', 'cpu'):.0%}"
            for step in STEPS
            if step != "cold"
        ]
        lines.append(f"- {size:,} articles: {', '.join(shares)}")
    sizes = list(taken)
    for first, last in [(sizes[0], sizes[-1])] if len(sizes) > 1 else []:
        grows = [
            f"{name} {exponent(taken[first].median(step, key), taken[last].median(step, key), (first, last))}"
            for name, step, key in (
                ("cold CPU", "cold", "cpu"), ("cold memory", "cold", "memory"), ("size of the site", "cold", "written"),
                ("CPU of one article more", "one article more", "cpu"),
            )
        ]  # fmt: skip
        lines.append(f"- from {first:,} to {last:,}: {', '.join(grows)}")
    return "\n".join(lines)


def aims(
    taken: Mapping[int, Measured],
    edits: Mapping[str, tuple[float, float]],
    copies: Cost,
    beside: Mapping[int, Cost],
) -> str:
    """Return what was wanted of the largest story beside what was measured, in Markdown. ``beside`` is what Hugo took, by size."""
    sizes = list(taken)
    size, found = sizes[-1], taken[sizes[-1]]

    def line(of: str, wanted: str, measured: str, *, met: bool) -> str:
        why = "" if met else WHY.get(of, "")
        return f"| {of} | {wanted} | {measured} | {'reached' if met else '**missed**'} | {why} |"

    cold, cold_cpu = found.median("cold", "wall"), found.median("cold", "cpu")
    lines = [f"| one story of {size:,} articles | wanted | measured | | why |", "|---|---|---|---|---|",
             line("cold", "at most 40 s", f"{cold:.1f} s", met=cold <= 40)]  # fmt: skip
    for step in STEPS:
        if step not in ("cold", "nothing changed"):
            wall, share = found.median(step, "wall"), found.median(step, "cpu") / cold_cpu
            told = f"{wall:.2f} s, {share:.0%} of a cold build's CPU"
            lines.append(line(step, "at most 1.5 s and 5 %", told, met=wall <= 1.5 and share <= 0.05))
    for edit in ("a sentence more in a précis", "a figure", "an article more"):
        wall = edits[edit][0]
        lines.append(line(f"served: {edit}", "at most 1 s", f"{wall:.2f} s", met=wall <= 1))
    memory = max(found.median(step, "memory") for step in STEPS)
    each = 1000 * found.median("cold", "written") / size
    pages = {kind: packed / 1000 for kind, (_, packed) in found.largest.items()}
    index = pages.pop("search index") / 1000
    kind = max(pages, key=lambda one: pages[one])
    lines += [
        line("peak memory of a process", "at most 400 MB", f"{memory:.0f} MB", met=memory <= 400),
        line("site, an article", "at most 120 KB", f"{each:.0f} KB", met=each <= 120),
        line("largest page, compressed", "at most 60 KB", f"{pages[kind]:.0f} KB ({kind})", met=pages[kind] <= 60),
        line("search index, compressed", "at most 2 MB", f"{index:.1f} MB", met=index <= 2),
    ]  # fmt: skip
    for name, key in (("CPU", "cpu"), ("memory", "memory"), ("site", "written")) if len(sizes) > 1 else ():
        power = exponent(taken[sizes[0]].median("cold", key), found.median("cold", key), (sizes[0], size))
        lines.append(
            line(f"growth from {sizes[0]} articles: {name}", "at most 1.1", power, met=float(power) <= 1.1)
        )
    told = f"{copies.wall:.1f} s, {copies.memory:.0f} MB"
    lines.append(line(f"this repository's articles copied, {COPIES} in one story, cold", "at most 10 s and 300 MB", told,
                      met=copies.wall <= 10 and copies.memory <= 300))  # fmt: skip
    if beside:
        ratios = {at: taken[at].median("cold", "wall") / cost.wall for at, cost in beside.items()}
        told = ", ".join(f"{ratio:.2f} at {at:,} articles" for at, ratio in ratios.items())
        told += f" ({', '.join(f'{cost.wall:.1f} s and {cost.written:.0f} MB' for cost in beside.values())})"
        last = ratios[max(ratios)]
        state = "reached" if last <= 0.7 else "**missed**"
        lines.append(
            f"| Hugo | cold at most 0.7 of its time with the same pages | {told} | {state} | its pages have as many answers and nearly as many "
            "bytes, but not the same sentences: docs/benchmarks.md tells what differs |"
        )
    return "\n".join(lines)


def keep(text: str) -> None:
    """Write the tables into the report, between their marks."""
    report = REPORT.read_text(encoding="utf-8")
    block = f"{BEGIN}\n\n{text}\n\n{END}"
    REPORT.write_text(
        re.sub(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: block, report, flags=re.DOTALL),
        encoding="utf-8",
    )


def main() -> None:
    """Measure all sizes and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,300,1000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hugo", help="Hugo's command; without it nothing stands beside")
    parser.add_argument("--dry", action="store_true", help="print the tables, write nothing")
    given = parser.parse_args()
    taken: dict[int, Measured] = {}
    with tempfile.TemporaryDirectory(prefix="variorum-growth-") as folder:
        for size in map(int, given.sizes.split(",")):
            taken[size] = Measured()
            for number in range(given.rounds):
                measured_round(size, Path(folder) / f"{size}-{number}", taken[size])
                print(f"{size} articles, round {number + 1}", file=sys.stderr)
        # Before anything is built in this process: the peak of a child begins at what its parent has.
        copies = copied(Path(folder) / "copied", COPIES)
        command = shutil.which(given.hugo) if given.hugo else None
        beside = printed_by_hugo(str(Path(command).absolute()), Path(folder), taken) if command else {}
        edits = served(Path(folder) / f"{size}-0", size)
    text = "\n\n".join(
        [
            tables(taken, given.rounds, command),
            more_tables(edits, size, copies),
            aims(taken, edits, copies, beside),
        ]
    )
    print(text)
    if not given.dry:
        keep(text)


if __name__ == "__main__":
    main()
