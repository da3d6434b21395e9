"""How fast whole sites are built, beside other generators: ``make bench``.

Builds the same generated content with each program, some rounds in turn, and prints medians: seconds, peak memory and
their ratio to Hugo's in the same round, so that a busy machine troubles all alike. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import generated, same_pages
from benchmarks.programs import ROOT, Cost, Program, measured, programs
from builder.cache.stat_cache import SETTLED

REPORT = ROOT / "docs" / "benchmarks.md"
LARGE = 10_000
"""From so many articles on one round is enough if no more are asked for."""
BEGIN, END = "<!-- site: written by make bench -->", "<!-- site: end -->"


def measured_round(program: Program, size: int, root: Path) -> tuple[Cost, Cost]:
    """Return the cost of a cold build in a new folder, and of the build after one article was added."""
    generated.write(root, size)
    program.prepare(root)
    # As long as somebody may still be writing, a file is read again by the next build; here nobody is.
    time.sleep(SETTLED / 1e9 + 1)
    cold = replace(measured(program.command, root), written=size_of(root / "site"))
    generated.add(root, size, -(-size // generated.PER_TOPIC))
    return cold, measured(program.command, root)


def size_of(folder: Path) -> float:
    """Return what a folder's files hold, in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def median(costs: list[Cost], first: list[Cost]) -> str:
    """Return the cells of a table: medians, and the medians of the ratios to the first program's."""
    cells = [f"{statistics.median(cost.wall for cost in costs):.2f} s", f"{statistics.median(cost.cpu for cost in costs):.2f} s",
             f"{statistics.median(cost.memory for cost in costs):.0f} MB"]  # fmt: skip
    for key in ("wall", "cpu"):
        ratio = statistics.median(
            getattr(a, key) / getattr(b, key) for a, b in zip(costs, first, strict=True)
        )
        cells.append(f"{ratio:.2f}")
    return " | ".join(cells)


def exponent(small: float, large: float, sizes: tuple[int, int]) -> str:
    """Return how cost grows between two sizes: 1 is in proportion."""
    return f"{math.log(large / small) / math.log(sizes[1] / sizes[0]):.2f}"


def main() -> None:
    """Run everything and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--large-rounds", type=int, default=1, help=f"rounds from {LARGE:,} articles on: each takes minutes"
    )
    parser.add_argument("--hugo", help="Hugo's command; without it the others are held to the first of them")
    parser.add_argument("--only", help="names of programs, cut short, with commas between: hugo,variorum")
    parser.add_argument("--dry", action="store_true", help="print the tables, write nothing")
    given = parser.parse_args()
    # It is run in the folder of each site.
    command = shutil.which(given.hugo) if given.hugo else None
    given.hugo = command and str(Path(command).absolute())
    sizes = [int(size) for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="variorum-bench-") as folder:
        work = Path(folder)
        chosen = [program for program in programs(given.hugo, work)
                  if not given.only or program.name.split()[0].lower() in given.only.split(",")]  # fmt: skip
        by_name = {program.name: program for program in chosen}
        if {"Hugo", "Variorum"} <= by_name.keys():
            print(same_pages.report(by_name, work), file=sys.stderr)
        taken: dict[tuple[str, int], list[tuple[Cost, Cost]]] = {}
        for size in sizes:
            for number in range(given.rounds if size < LARGE else given.large_rounds):
                for program in chosen:
                    # Nothing is deleted before all is measured: where much was, a file system looks long for room for new files.
                    root = work / f"{size}-{number}-{program.name.split()[0].lower()}"
                    taken.setdefault((program.name, size), []).append(measured_round(program, size, root))
                    print(f"{size} articles, round {number + 1}: {program.name}", file=sys.stderr)
    text = tables(chosen, sizes, taken, (given.rounds, given.large_rounds), given.hugo)
    print(text)
    if not given.dry:
        keep(text)


def tables(
    chosen: list[Program],
    sizes: list[int],
    taken: dict[tuple[str, int], list[tuple[Cost, Cost]]],
    number: tuple[int, int],
    hugo_command: str | None,
) -> str:
    """Return the tables in Markdown."""
    first = chosen[0].name
    told = (
        f"Measured on {datetime.now(tz=UTC).date()} with {versions(hugo_command)}. {machine()} Medians of {number[0]} rounds"
        f" ({number[1]} from {LARGE:,} articles on),"
        f" the programs in turn; ratios are to {first} in the same round. Command: `make bench`."
    )
    costs = ("wall", "CPU", "peak memory", f"wall / {first}", f"CPU / {first}")
    heads = [
        "articles",
        "program",
        "site",
        *(f"cold: {cost}" for cost in costs),
        *(f"one more: {cost}" for cost in costs),
    ]
    lines = [told, "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for size in sizes:
        for program in chosen:
            cold, more = zip(*taken[program.name, size], strict=True)
            of_cold, of_more = zip(*taken[first, size], strict=True)
            lines.append(
                f"| {size:,} | {program.name} | {cold[0].written:.0f} MB | {median(list(cold), list(of_cold))} | {median(list(more), list(of_more))} |"
            )
    if len(sizes) > 1:
        lines += ["", "How CPU grows with the number of articles, cold; 1.00 is in proportion:", ""]
        for program in chosen:
            spent = [statistics.median(cold.cpu for cold, _ in taken[program.name, size]) for size in sizes]
            steps = [f"{exponent(spent[i], spent[i + 1], (sizes[i], sizes[i + 1]))} from {sizes[i]:,} to {sizes[i + 1]:,}"
                     for i in range(len(sizes) - 1)]  # fmt: skip
            lines.append(f"- {program.name}: {', '.join(steps)}")
    return "\n".join(lines)


def versions(hugo_command: str | None) -> str:
    """Name the programs with their versions."""
    named = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "Zensical": "zensical"}
    found = [
        f"Python {sys.version.split()[0]}",
        *(f"{name} {importlib.metadata.version(package)}" for name, package in named.items()),
    ]
    if hugo_command:
        told = subprocess.run([hugo_command, "version"], capture_output=True, text=True, check=True).stdout
        if match := re.search(r"v(\d+\.\d+\.\d+)", told):
            found.insert(0, f"Hugo {match[1]}")
    return ", ".join(found)


def machine() -> str:
    """Say what was measured on: cores and memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory."


def keep(text: str) -> None:
    """Write the tables into the report, between their marks; what others wrote there stays."""
    report = REPORT.read_text(encoding="utf-8") if REPORT.exists() else "# Benchmarks\n"
    block = f"{BEGIN}\n\n{text}\n\n{END}"
    if BEGIN in report:
        report = re.sub(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: block, report, flags=re.DOTALL)
    else:
        report = f"{report.rstrip()}\n\n## Whole sites\n\n{block}\n"
    REPORT.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
