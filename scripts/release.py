"""Check that everything names the same version before it is published.

.venv/bin/python -m scripts.release v0.2.0
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import yaml

from builder import __version__

ROOT = Path(__file__).resolve().parent.parent


def faults(root: Path, tag: str) -> list[str]:
    """Return what stands in the way of publishing a tag such as ``v0.2.0``, a sentence each."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    version = tag.removeprefix("v")
    found = []
    for where, named in (
        ("pyproject.toml", project["version"]),
        ("builder/__init__.py", __version__),
        ("CITATION.cff", citation["version"]),
    ):
        if named != version:
            found.append(f"{where} names version {named}, and the tag {tag}.")
    dated = re.findall(r"^## (\S+) \((\d{4}-\d\d-\d\d)\)$", changelog, re.MULTILINE)
    if version not in dict(dated):
        found.append(f'CHANGELOG.md has no heading "## {version} (YYYY-MM-DD)".')
    elif dict(dated)[version] != str(citation["date-released"]):
        found.append(
            f"CHANGELOG.md dates {version} {dict(dated)[version]}, CITATION.cff {citation['date-released']}."
        )
    addresses = [*project["urls"].values(), citation["repository-code"]]
    found += [
        f"{address} is no address: name the repository in pyproject.toml and CITATION.cff."
        for address in dict.fromkeys(addresses)
        if re.match(r"https://[^/]+\.example(/|$)", address)
    ]
    return found


if __name__ == "__main__":
    told = faults(ROOT, sys.argv[1])
    print("\n".join(told) or f"{sys.argv[1]} can be published.")
    sys.exit(bool(told))
