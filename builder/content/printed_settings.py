"""Check texts that pages print besides content, in ``mkdocs.yml`` and on the map, for hidden characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from builder.cache import regular
from builder.content import hidden_characters
from builder.content.hidden_characters import HiddenCharacter
from builder.content.load import MAX_BYTES
from builder.content.map_outline import FILE as OUTLINE
from builder.content.problems import Problem
from builder.content.strict_yaml import editors_lines
from builder.values.hidden import hidden

FILE = "mkdocs.yml"

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\.", re.DOTALL)


PRINTED = frozenset("site_name site_description site_author copyright repo_name nav extra theme".split())
"""Settings that themes print."""


def dishonest(root: Path, content_dir: str = "content") -> list[Problem]:
    """Return a problem for each hidden character in the printed settings of a site and in the names on its map.

    Files that cannot be read are skipped: the code that needs them reports them.
    """
    outline = f"{content_dir}/{OUTLINE}"
    return [
        *(each.problem(FILE) for each in _of_yaml(_text(root / FILE))),
        *(each.problem(outline) for each in _of_json(_text(root / outline))),
    ]


def in_words(words: Iterable[str], file: str) -> list[Problem]:
    """Return problems of ``file`` for hidden characters in settings that it takes from another file or the environment."""
    return [
        each.problem(file)
        for text in words
        for each in hidden_characters.in_text(hidden_characters.decoded(text), 1)[:1]
    ]


def _text(file: Path) -> str:
    try:
        data = regular.read(file, MAX_BYTES)
    except OSError:
        return ""
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _of_yaml(text: str) -> list[HiddenCharacter]:
    """Return the hidden characters in the printed settings. Themes print them as HTML, so entities are decoded."""
    if text.isascii() and "\\" not in text and "&" not in text and next(hidden(text), None) is None:
        return []
    found = []
    for line, key, value in _scalars(text):
        if key in PRINTED:
            found += [
                each._replace(line=line, key=key)
                for each in hidden_characters.in_text(hidden_characters.decoded(value), line)[:1]
            ]
    return found[: hidden_characters.MOST]


def _scalars(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, top-level key and text of each scalar of a YAML file, keys included, up to the first syntax error."""
    loader = None
    depth, key, wanted = 0, "", False
    try:
        loader = _Loader(editors_lines(text))
        for event in iter(loader.get_event, None):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if isinstance(event, yaml.ScalarEvent):
                key = str(event.value) if depth == 1 and wanted else key
                mark = event.start_mark
                yield (mark.line if mark else 0) + 1, key, str(event.value)
            if depth == 1 and isinstance(event, (yaml.NodeEvent, yaml.CollectionEndEvent)):
                # In the top-level mapping keys and values alternate; a collection that ends there is a value.
                wanted = not wanted
    except yaml.YAMLError:
        return
    finally:
        if loader is not None:
            loader.dispose()


def _of_json(text: str) -> list[HiddenCharacter]:
    # Escapes are decoded without adding line ends, so that line numbers stay right. Only hidden characters are searched for.
    return hidden_characters.in_text(_ESCAPES.sub(_meant, text), 1)


def _meant(match: re.Match[str]) -> str:
    if not match[0].startswith("\\u"):
        return {"\\b": "\b", "\\f": "\f", "\\r": "\r"}.get(match[0], match[0])
    units = bytes.fromhex(match[0].replace("\\u", ""))
    # A surrogate pair becomes one character; a lone surrogate stays one.
    said = units.decode("utf-16-be", "surrogatepass")
    return said.replace("\n", " ")
