"""The interface's own words, in the language of a site.

English is what templates are written in: the words themselves are the keys. Every other language has one file,
``templates/words/<language>.json``, from the English words to its own; what it lacks is printed in English. The
sentences of the comparison are English in every language: they are the edition's text, not its interface.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from builder.compare.phrases import counted

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language."""

    language: str = ENGLISH
    catalogue: dict[str, str] = field(default_factory=dict)

    def __call__(self, text: str, **values: object) -> str:
        """Return an English text in this language, with its ``{names}`` filled in."""
        found = self.catalogue.get(text, text)
        for name, value in values.items():
            found = found.replace(f"{{{name}}}", str(value))
        return found

    def count(self, number: int, one: str, many: str = "") -> str:
        """Return a number with its noun: ``three reports``, ``3 Berichte``."""
        if self.language == ENGLISH:
            return counted(number, one, many)
        return f"{number} {self(one if number == 1 else many or one + 's')}"


def languages(folder: Path) -> tuple[str, ...]:
    """Return the languages there are catalogues for, English among them."""
    return tuple(sorted({ENGLISH, *(path.stem for path in folder.glob("*.json"))}))


def read(folder: Path, language: str) -> Words:
    """Return the interface's words in a language; English where there is no catalogue for it."""
    path = folder / f"{language}.json"
    if language == ENGLISH or not language.isalpha() or not path.is_file():
        return Words()
    return Words(language, json.loads(path.read_text(encoding="utf-8")))
