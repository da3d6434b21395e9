"""How numbers are written in digits, language by language: what parts the thousands, and what the decimals.

The rules are Unicode's (CLDR); ``languages/notation.yml`` holds them for every language and country, and a test holds the file
against the CLDR data of Babel. They are kept as a file of ours because Babel takes 40 ms to give the first answer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import msgspec

from builder.values.lexicon import FOLDER, base


class Notation(NamedTuple):
    """How a language writes numbers. A space or an apostrophe between thousands is read in every language."""

    decimal: str
    group: str
    """A comma, a full stop, or nothing where the thousands are parted by spaces or apostrophes only."""
    indian: bool = False
    """Whether only the last three digits are a group of three: 1,20,000."""


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    decimal: str
    group: str
    languages: str
    indian: bool = False


def notation(language: str) -> Notation | None:
    """Return how a language (``en``, ``de-CH``) writes numbers; ``None`` if that is not known."""
    known = written()
    return known.get(language) or known.get(base(language))


@lru_cache(maxsize=1)
def written() -> dict[str, Notation]:
    """Return all that is known, by language or language and country."""
    found = msgspec.yaml.decode((FOLDER / "notation.yml").read_bytes(), type=list[_Written])
    return {
        code: Notation(entry.decimal, entry.group, entry.indian)
        for entry in found
        for code in entry.languages.split()
    }
