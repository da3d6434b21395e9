"""Reads the interface's words: one file a language, ``templates/words/<language>.json``, from the English words to its own."""

from __future__ import annotations

import json
from pathlib import Path

from builder.pages.views.words import ENGLISH, Words

__all__ = ["ENGLISH", "Words", "languages", "read"]


def languages(folder: Path) -> tuple[str, ...]:
    """Return the languages there are catalogues for, English among them."""
    return tuple(sorted({ENGLISH, *(path.stem for path in folder.glob("*.json"))}))


def read(folder: Path, language: str) -> Words:
    """Return the interface's words in a language; English where there is no catalogue for it."""
    path = folder / f"{language}.json"
    if language == ENGLISH or not language.isalpha() or not path.is_file():
        return Words()
    return Words(language, json.loads(path.read_text(encoding="utf-8")))
