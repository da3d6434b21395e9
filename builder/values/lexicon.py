"""The words of printed figures, language by language, as data that a translator can write.

One file a language stands in ``languages/``; ``all.yml`` holds what no language has for itself. ``language.py`` says what each key
means. A language is loaded when its first figure is read.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from contextlib import suppress
from functools import lru_cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

import msgspec

from builder.values.language import Everywhere, Language
from builder.values.language_parts import Phrases

FOLDER = Path(__file__).parent / "languages"
_File = TypeVar("_File", Language, Everywhere)


def listed(text: Phrases) -> list[str]:
    """Return the phrases of a list."""
    return [phrase for phrase in (part.strip() for part in text.split(",")) if phrase]


def languages() -> list[str]:
    """Return the languages there are files for, by their codes."""
    return sorted(path.stem for path in FOLDER.glob("??.yml"))


def has_rules(language: str) -> bool:
    """Return whether there is a file for a language, whatever the country: ``de-CH`` is read as ``de``."""
    return base(language) in _known()


def base(language: str) -> str:
    """Return the language of a BCP 47 tag without its country."""
    return language.partition("-")[0].lower()


def language_file(language: str) -> Language | None:
    """Return what is known of a language; ``None`` where there is no file for it."""
    return _language(base(language)) if has_rules(language) else None


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(languages())


@lru_cache(maxsize=64)
def _language(code: str) -> Language:
    return read_file(FOLDER / f"{code}.yml", Language)


@lru_cache(maxsize=64)
def lexicon_words(code: str) -> frozenset[str]:
    """Return every word of a language's file, in small letters: words that nobody takes for a name."""
    path = FOLDER / f"{code}.yml"
    if code not in _known():
        return frozenset()
    return frozenset(re.findall(r"[^\W\d_]+", path.read_text("utf-8").casefold()))


def language_name(language: str) -> str:
    """Return the English name of a language; its code if it has none."""
    # Slow to import, and only wanted when something is told of a language.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_")).get_display_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language


@lru_cache(maxsize=1)
def everywhere() -> Everywhere:
    """Return what holds in every language."""
    return read_file(FOLDER / "all.yml", Everywhere)


def read_file(path: Path, kind: type[_File]) -> _File:
    """Read a file of words; ``ValueError`` names the file and the key that is wrong."""
    data = path.read_bytes()
    # Beside it in the folder, and for as long, as Python keeps what it compiled: read in half a millisecond, where YAML takes thirty.
    kept = Path(cache_from_source(str(path))).with_suffix(".words")
    of = hashlib.blake2b(data, digest_size=16).digest()
    with suppress(OSError, msgspec.DecodeError):
        if (found := kept.read_bytes()).startswith(of):
            return msgspec.msgpack.decode(found[len(of) :], type=kind)
    read = msgspec.yaml.decode(data)
    if not sys.dont_write_bytecode:
        _keep(kept, of + msgspec.msgpack.encode(read))
    try:
        return msgspec.convert(read, kind)
    except msgspec.ValidationError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _keep(path: Path, data: bytes) -> None:
    """Write a file whole or, where nothing may be written, not at all."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(data)
        part.replace(path)
