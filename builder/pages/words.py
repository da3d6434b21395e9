"""Read the words of the interface: ``templates/words/<language>.json`` maps the English words to those of a language."""

from __future__ import annotations

import json
from pathlib import Path

from builder.pages.views.words import ENGLISH, Words

__all__ = ["ENGLISH", "Words", "languages", "read_words"]


def languages(folder: Path) -> tuple[str, ...]:
    """Return the languages with a catalogue, and English."""
    return tuple(sorted({ENGLISH, *(path.stem for path in folder.glob("*.json"))}))


def read_words(folder: Path, language: str) -> Words:
    """Return the interface's words in a language, or in English if there is no catalogue for it."""
    path = folder / f"{language}.json"
    if language == ENGLISH or not language.isalpha() or not path.is_file():
        return Words()
    return Words(language, json.loads(path.read_text(encoding="utf-8")))
