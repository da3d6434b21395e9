"""A story whose texts are at hand, as an editor has them: ``VARIORUM_SOURCES=FOLDER python -m benchmarks.texts``.

This repository's articles are copied into one story under their own outlets, so that their texts bear them out. It is built cold, after a
sentence more in a précis, and once more as it is. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import copied_story
from benchmarks.growth import COMMAND
from benchmarks.programs import measured
from builder.cache.stat_cache import SETTLED
from builder.proof.private_texts import VARIABLE

_OUTLET = re.compile(r"^(outlet: .*?)-\d+$", re.MULTILINE)


def write(folder: Path, articles: int) -> None:
    """Write a site of so many articles, each under the outlet of the one that it copies."""
    copied_story.write(folder, articles)
    for path in (folder / "content/articles").iterdir():
        path.write_text(_OUTLET.sub(r"\1", path.read_text(encoding="utf-8"), count=1), encoding="utf-8")


def say_more(folder: Path) -> None:
    """Add a sentence to the précis of one article."""
    path = min((folder / "content/articles").iterdir())
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()} It is told.\n", encoding="utf-8")


def main() -> None:
    """Measure one story, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    given = parser.parse_args()
    if VARIABLE not in os.environ:
        sys.exit(f"{VARIABLE} names no folder: without texts nothing is held against them.")
    print("| articles | step | CPU | memory |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="variorum-texts-") as name:
        folder = Path(name) / "story"
        write(folder, given.articles)
        for step in ("cold", "a sentence more", "nothing changed"):
            if step == "a sentence more":
                say_more(folder)
            time.sleep(SETTLED / 1e9 + 1)
            cost = measured(COMMAND, folder, texts=True)
            print(f"| {given.articles} | {step} | {cost.cpu:.2f} s | {cost.memory:.0f} MB |")


if __name__ == "__main__":
    main()
