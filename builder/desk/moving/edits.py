"""Change single values of a YAML document in its text: comments, order and layout stay as the editor wrote them.

Every change is made twice, in the text and in the values that were read from it. Unless the new text reads as the new values, nothing is
changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

import yaml
from msgspec import Struct

from builder.content import strict_yaml
from builder.content.strict_yaml import KeyPath, editors_lines
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.desk.yamltext import listed, scalar


class Edit(Struct, frozen=True):
    """One change at a place of a document."""

    path: KeyPath


class Set(Edit, frozen=True):
    """Another value in the place of one that is a text."""

    value: str


class Rekey(Edit, frozen=True):
    """Another key in the place of the last one of ``path``. Its value stays."""

    key: str


class Put(Edit, frozen=True):
    """A new key at the end of the mapping at ``path``, which need not exist where it is one of the document's own keys."""

    key: str
    value: str | dict[str, str]


class Drop(Edit, frozen=True):
    """A key with its value, or an item of a list, away. What is empty without it goes too."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a YAML document with all changes; an empty text if nothing is left of it.

    Paths are those of the document as it is. Raises ``Refusal`` if a change cannot be made without touching something else.
    """
    given = list(edits)
    before = strict_yaml.read_yaml(text.replace("\r\n", "\n"))
    if before.faults:
        raise Refusal(kinds.CANNOT_FOLLOW, f"it cannot be read: {before.faults[0].message}")
    wanted = deepcopy(before.value) or {}
    puts = [edit for edit in given if isinstance(edit, Put)]
    # From the end, so that the paths of those that follow stay right.
    drops = sorted((edit for edit in given if isinstance(edit, Drop)), key=lambda edit: _order(edit.path))[
        ::-1
    ]
    names = [edit for edit in given if isinstance(edit, Set | Rekey)]
    done = _renamed(text, [edit for edit in names if isinstance(edit, Set)])
    # The deeper ones first: their paths have the keys above.
    keys = sorted((edit for edit in names if isinstance(edit, Rekey)), key=lambda edit: -len(edit.path))
    for edit in (*(e for e in names if isinstance(e, Set)), *puts, *drops, *keys):
        wanted = _applied(wanted, edit)
    for put in puts:
        done = _with(done, put)
    for drop in drops:
        done = _without(done, drop.path)
    done = _renamed(done, keys)
    if not wanted:
        return ""
    after = strict_yaml.read_yaml(done.replace("\r\n", "\n"))
    if after.faults or after.value != wanted:
        raise Refusal(kinds.CANNOT_FOLLOW, "it is written in a way that cannot be changed safely")
    return done


def _order(path: KeyPath) -> tuple[tuple[bool, int, str], ...]:
    """Return a key by which items of lists are in their order."""
    return tuple((isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in path)


def _applied(data: Any, edit: Edit) -> Any:
    """Return values with one change made."""
    *above, last = edit.path or ("",)
    holder = data
    for step in above:
        holder = holder[step]
    match edit:
        case Set(value=value):
            holder[last] = value
        case Rekey(key=key):
            items = [(key if name == last else name, value) for name, value in holder.items()]
            holder.clear()
            holder.update(items)
        case Put(path=path, key=key, value=value):
            inner = holder.setdefault(last, {}) if len(path) == 1 else holder[last]
            if not isinstance(inner, dict):
                raise Refusal(kinds.CANNOT_FOLLOW, f"{strict_yaml.spell(path)} is no mapping")
            inner[key] = value
        case Drop(path=path):
            del holder[last]
            if not holder and above:
                return _applied(data, Drop(tuple(above)))
    return data


def _root(text: str) -> yaml.Node | None:
    return yaml.compose(editors_lines(text), Loader=yaml.SafeLoader)


def _found(root: yaml.Node | None, path: KeyPath) -> tuple[yaml.Node | None, yaml.Node, yaml.Node | None]:
    """Return the key (None for an item), the value and the node around of a place in a document."""
    node, key, around = root, None, None
    for step in path:
        around, key = node, None
        if isinstance(node, yaml.MappingNode):
            key, node = next(pair for pair in node.value if pair[0].value == step)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
    assert node is not None, "a document that was changed has values"
    return key, node, around


def _renamed(text: str, edits: Iterable[Set | Rekey]) -> str:
    """Return a text with some scalars changed, each in the quotation marks that it has."""
    places, root = [], _root(text)
    for edit in edits:
        key, value, _ = _found(root, edit.path)
        node, words = (key, edit.key) if isinstance(edit, Rekey) else (value, edit.value)
        if not isinstance(node, yaml.ScalarNode):
            raise Refusal(kinds.CANNOT_FOLLOW, f"{strict_yaml.spell(edit.path)} is no plain text")
        places.append((node.start_mark.index, end_of(node, text), _in_style(words, node.style)))
    for start, end, words in sorted(places, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _in_style(words: str, style: str | None) -> str:
    if style == '"':
        return json.dumps(words, ensure_ascii=False)
    return "'" + words.replace("'", "''") + "'" if style == "'" else scalar(words)


def end_of(node: yaml.Node, text: str) -> int:
    """Return where a value's own characters end: the parser's mark at the end of a block is behind the blank lines after it."""
    while isinstance(node, yaml.SequenceNode | yaml.MappingNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return len(text[:end].rstrip()) if block else end


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _next_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


def _without(text: str, path: KeyPath) -> str:
    """Return a text without a key or an item. Comments on lines of their own above it stay."""
    key, value, around = _found(_root(text), path)
    assert isinstance(around, yaml.SequenceNode | yaml.MappingNode), "the whole document is never dropped"
    if len(around.value) == 1:
        return _without(text, path[:-1]) if len(path) > 1 else ""
    nodes = [pair[0] if isinstance(pair, tuple) else pair for pair in around.value]
    own = key or value
    at = nodes.index(own)
    if around.flow_style:
        if at + 1 < len(nodes):
            return text[: own.start_mark.index] + text[nodes[at + 1].start_mark.index :]
        before = around.value[at - 1]
        end = end_of(before[1] if isinstance(before, tuple) else before, text)
        return text[:end] + text[end_of(value, text) :]
    start: int = own.start_mark.index
    if isinstance(around, yaml.SequenceNode):
        start = text.rindex("-", 0, start)
    first = _line_start(text, start)
    if not text[first:start].strip():
        return text[:first] + text[_next_line(text, end_of(value, text)) :]
    if key is not None and at + 1 < len(nodes):
        # The first key of an item stands behind the item's dash; there the next one comes.
        return text[:start] + text[nodes[at + 1].start_mark.index :]
    raise Refusal(kinds.CANNOT_FOLLOW, f"{strict_yaml.spell(path)} is written in an unusual way")


def _with(text: str, put: Put) -> str:
    """Return a text with a new key at the end of a mapping."""
    newline = "\r\n" if "\r\n" in text else "\n"
    root = _root(text)
    keys = {key.value for key, _ in root.value} if isinstance(root, yaml.MappingNode) else set()
    if len(put.path) == 1 and put.path[0] not in keys:
        lines = [f"{put.path[0]}:", *_lines(put.key, put.value, "  ")]
        return _joined(text, len(text), lines, newline)
    node = _found(root, put.path)[1]
    assert isinstance(node, yaml.MappingNode), "the values were changed in the same way before"
    if node.flow_style or not node.value:
        end = node.end_mark.index - 1
        comma = ", " if node.value else ""
        return f"{text[:end].rstrip()}{comma}{put.key}: {_flow(put.value)}{text[end:]}"
    indent = " " * node.value[0][0].start_mark.column
    place = _next_line(text, end_of(node, text))
    return _joined(text, place, list(_lines(put.key, put.value, indent)), newline)


def _joined(text: str, place: int, lines: list[str], newline: str) -> str:
    before = text[:place]
    if before and not before.endswith("\n"):
        before += newline
    return before + "".join(line + newline for line in lines) + text[place:]


def _lines(key: str, value: str | dict[str, str], indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{indent}{key}: {scalar(value)}"
        return
    yield f"{indent}{key}:"
    for name, inner in value.items():
        yield f"{indent}  {name}: {scalar(inner)}"


def _flow(value: str | dict[str, str]) -> str:
    if isinstance(value, str):
        return listed([value])[1:-1]
    return "{" + ", ".join(f"{name}: {listed([inner])[1:-1]}" for name, inner in value.items()) + "}"
