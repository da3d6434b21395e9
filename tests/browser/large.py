"""A site of one topic with 40 outlets and 1,000 claims, to see whether a page that large still works."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.printed import site_with_config

LARGE_OUTLETS = 40
QUESTIONS = 25


def large_site(folder: Path, outlets: int = LARGE_OUTLETS) -> Path:
    """Write and build the site, and return its folder."""
    numbers = range(outlets)
    questions = "".join(
        f"  - {{id: question-{q}, text: 'How many in place {q}?', short: Place {q}, answer: quantity, unit: people, counts: missing, of: people in place {q}}}\n"
        for q in range(QUESTIONS)
    )
    registry = "".join(f"paper-{n}:\n  name: Paper {n}\n  kind: newspaper\n" for n in numbers)
    files: dict[str, str | bytes | None] = {
        "topics/flood.yml": f"title: Flood\nlead: How many were missing.\nquestions:\n{questions}",
        "topics/cause.yml": None,
        "topics/passengers.yml": None,
        "articles/harbour-post-adrift.md": None,
        "articles/sound-radio-fuse.md": None,
        "outlets.yml": registry,
        "stories.yml": "flood:\n  title: The flood\n  summary: A river rose. Papers counted. Their counts differ.\n  topics: [flood]\n",
        "method.md": None,
        "index.md": "---\ntitle: Flood\ndescription: A flood.\n---\n\nA flood.\n",
    }
    words = " ".join(["word"] * 40)
    for n in numbers:
        claims = "".join(
            f"  - {{id: claim-{q}, question: flood/question-{q}, printed: about {10 + (n * 7 + q) % 5 * 10}, attribution: none}}\n"
            for q in range(QUESTIONS)
        )
        files[f"articles/paper-{n}.md"] = (
            f"---\noutlet: paper-{n}\nheadline: Paper {n} on the flood\nbyline: [Someone]\npublished: 2031-03-04\nlanguage: en\n"
            f"completeness: full text\nsource_file: paper-{n}.txt\nsource_sha256: {'1a' * 32}\nclaims:\n{claims}---\n\n{words}\n"
        )
    root = site_with_config(folder, files, "extra_javascript: [assets/javascripts/variorum.js]\n")
    config = load_config(str(root / "mkdocs.yml"), strict=False)
    build(config)
    return Path(config.site_dir)
