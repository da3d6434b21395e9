"""Build this repository's site with the programs that go on where MkDocs and Material for MkDocs end, and follow every link.

    make ways

The environment that is named has ProperDocs and MaterialX in place of Material for MkDocs: see docs/decisions/029-ways-on.md.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.crawl import broken

ROOT = Path(__file__).resolve().parent.parent
FROM, TO = "  name: material\n", "  name: materialx\n"
"""The one word of the settings that changes."""


def main(programs: Path) -> int:
    """Build with each program in turn; return the number of those that failed."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, root / name)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        assert settings.count(FROM) == 1
        (root / "mkdocs.yml").write_text(settings.replace(FROM, TO), encoding="utf-8")
        for command in (
            ["properdocs", "build", "--strict", "-f", "mkdocs.yml"],
            ["mkdocs", "build", "--strict"],
            ["variorum", "build"],
        ):
            shutil.rmtree(root / "site", ignore_errors=True)
            environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
            done = subprocess.run(
                [str(programs / command[0]), *command[1:]],
                cwd=root,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            pages = len(list((root / "site").rglob("*.html")))
            lost = broken(root / "site") if done.returncode == 0 else []
            good = done.returncode == 0 and not lost and pages > 0
            failed += not good
            print(
                f"{' '.join(command)}, with MaterialX: {pages} pages"
                if good
                else f"{' '.join(command)}: failed"
            )
            if not good:
                print(done.stdout + done.stderr, *lost, sep="\n")
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
