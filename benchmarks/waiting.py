"""How long one waits for a small site: ``python -m benchmarks.waiting`` builds it in a terminal's way, and as a server does.

Rounds go in turn, so that a busy machine troubles all alike; medians, with the least and the most. What a build takes is held
to the start: what Python, MkDocs and Material take for a site of one page. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import logging
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks import generated
from benchmarks.programs import ROOT, measured, variorum

SIZE = 100
EMPTY = "site_name: One page\ntheme: {name: material, font: false}\nplugins: [search]\n"
BUILD = (sys.executable, "-m", "builder", "build")
START = "start: a site of one page, MkDocs + Material"


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="variorum-waiting-") as folder:
        work = Path(folder)
        print(
            f"Measured on {datetime.now(tz=UTC).date()} with Python {sys.version.split()[0]}, {packages()}.\n"
        )
        print("| a command, seconds | median (least-most) | on top of the start |\n|---|---|---|")
        commands(work, given.rounds)
        texts = "with" if os.environ.get("VARIORUM_SOURCES") else "without"
        print(f"\n| this site as a server makes it, {texts} private texts | median (least-most) |\n|---|---|")
        server(work, given.rounds)


def packages() -> str:
    """Name what is measured besides this project, with versions."""
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("mkdocs", "mkdocs-material"))


def shown(times: list[float]) -> str:
    """Return the median of some times with the least and the most."""
    return f"{statistics.median(times):.2f} ({min(times):.2f}-{max(times):.2f})"


def demo(root: Path) -> Path:
    """Copy this repository's site."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def commands(work: Path, rounds: int) -> None:
    """Measure builds from a terminal: each a process of its own."""
    empty, hundred, own = (work / name for name in ("empty", "hundred", "own"))
    (empty / "docs").mkdir(parents=True)
    (empty / "docs" / "index.md").write_text("# One page\n", encoding="utf-8")
    (empty / "mkdocs.yml").write_text(EMPTY, encoding="utf-8")
    generated.write(hundred, SIZE)
    variorum(hundred)
    demo(own)
    taken: dict[str, list[float]] = {}

    def take(name: str, command: tuple[str, ...], root: Path) -> None:
        taken.setdefault(name, []).append(measured(command, root).wall)

    for number in range(rounds):
        for root in (empty, hundred, own):
            for made in ("site", ".variorum"):
                shutil.rmtree(root / made, ignore_errors=True)
        take(START, (sys.executable, "-m", "mkdocs", "build", "--quiet"), empty)
        take(f"{SIZE} articles, cold", BUILD, hundred)
        generated.add(hundred, SIZE + number, SIZE // generated.PER_TOPIC)
        take(f"{SIZE} articles, after one more", BUILD, hundred)
        take("this site, cold", BUILD, own)
        take("this site, nothing changed", BUILD, own)
    for name, times in taken.items():
        above = [time - start for time, start in zip(times, taken[START], strict=True)]
        print(f"| {name} | {shown(times)} | {'' if name == START else shown(above)} |")


def server(work: Path, rounds: int) -> None:
    """Measure rebuilds in one process, as ``mkdocs serve`` makes them."""
    root = demo(work / "served")
    site = str(work / "shown")
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    articles = sorted((root / "content" / "articles").glob("*.md"))

    def rebuild() -> float:
        begin = time.perf_counter()
        config = load_config(str(root / "mkdocs.yml"), site_dir=site)
        build(config)
        return time.perf_counter() - begin

    def precis(number: int) -> None:
        path = articles[number % len(articles)]
        path.write_text(path.read_text(encoding="utf-8").rstrip() + " Nobody knows.\n", encoding="utf-8")

    def claim(number: int) -> None:
        path = articles[number % len(articles)]
        head, *claims = path.read_text(encoding="utf-8").split("\n  - id: ")
        bare = next(index for index, entry in enumerate(claims) if "note:" not in entry)
        claims[bare] = claims[bare].replace("\n", "\n    note: Seen.\n", 1)
        path.write_text("\n  - id: ".join((head, *claims)), encoding="utf-8")

    def nothing(_: int) -> None:
        pass

    rebuild()
    edits: dict[str, Callable[[int], None]] = {
        "nothing changed": nothing,
        "a word more in a précis": precis,
        "a note more in a claim": claim,
    }
    for name, edit in edits.items():
        times = []
        for number in range(max(rounds, len(articles))):
            edit(number)
            times.append(rebuild())
        print(f"| {name} | {shown(times)} |")


if __name__ == "__main__":
    main()
