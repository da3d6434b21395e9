"""Change what a content file says, as text: only the lines of what is changed are touched, comments and all else stay.

Each change is read again afterwards: if anything else would read otherwise, nothing is changed and ``Refusal`` is raised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import yaml

from builder.content import strict_yaml
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.desk.yamltext import listed, scalar
from builder.proof.fix import edit_of, end_of, front_matter, value_of

Edit = tuple[int, int, str]
"""Start and end of the characters to replace, and the new text."""


def entries(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the entries of a list of a document that are mappings."""
    found = data.get(key)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def with_front(text: str, values: Mapping[str, str | None], after: str = "outlet") -> str:
    """Return a file with keys of its front matter set to values in YAML; ``None`` takes a key away.

    New keys stand behind the key ``after``, or at the end.
    """

    def rest(read: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in read.items() if key not in values}

    return _changed(
        text,
        lambda root, start: _keys(root, values, text, start, after),
        lambda before, now: rest(before) == rest(now),
    )


def with_claim_keys(text: str, id: str, values: Mapping[str, str | None]) -> str:
    """Return a file with keys of one claim set to values in YAML; ``None`` takes a key away. Its locator goes if its words change."""
    if {"printed", "quote"} & set(values):
        values = {**values, "locator": None}
    return with_item_keys(text, "claims", id, values)


def with_item_keys(text: str, key: str, id: str, values: Mapping[str, str | None]) -> str:
    """Return a file with keys of one item of a list set to values in YAML; ``None`` takes a key away."""

    def edits(root: yaml.MappingNode, start: int) -> list[Edit]:
        return _keys(_item(root, key, "id", id), values, text, start, None)

    def rest(read: dict[str, Any]) -> dict[str, Any]:
        items = [
            {name: value for name, value in item.items() if name not in values}
            if item.get("id") == id
            else item
            for item in entries(read, key)
        ]
        return {**read, key: items}

    return _changed(text, edits, lambda before, now: rest(before) == rest(now))


def with_entry_keys(text: str, id: str, values: Mapping[str, str | None]) -> str:
    """Return a registry with keys of one entry set to values in YAML; ``None`` takes a key away."""

    def edits(root: yaml.MappingNode, start: int) -> list[Edit]:
        node = value_of(root, id)
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            raise Refusal(kinds.CANNOT_INSERT, f'"{id}" is not written as lines of its own')
        return _keys(node, values, text, start, None)

    def rest(read: dict[str, Any]) -> dict[str, Any]:
        return {**read, id: {name: value for name, value in read[id].items() if name not in values}}

    return _changed(text, edits, lambda before, now: rest(before) == rest(now))


def without_item(text: str, key: str, name: str, value: str) -> str:
    """Return a file without the entry of a list whose ``name`` is ``value``: a claim by its id, a silence by its question.

    The last entry takes the list's key with it, as an editor would.
    """

    def edits(root: yaml.MappingNode, start: int) -> list[Edit]:
        node = _item(root, key, name, value)
        first = text.rfind("\n", 0, start + node.start_mark.index) + 1
        last = text.find("\n", end_of(node, text, start)) + 1
        items = value_of(root, key)
        if isinstance(items, yaml.SequenceNode) and len(items.value) == 1:
            # Remarks between the key and its entry stay.
            named = next(one for one, _ in root.value if one.value == key)
            above = text.rfind("\n", 0, start + named.start_mark.index) + 1
            return [(above, text.find("\n", above) + 1, ""), (first, last, "")]
        return [(first, last, "")]

    def same(before: dict[str, Any], now: dict[str, Any]) -> bool:
        kept = [entry for entry in entries(before, key) if entry.get(name) != value]
        return ({**before, key: kept} if kept else {one: before[one] for one in before if one != key}) == now

    return _changed(text, edits, same)


def with_item(text: str, key: str, lines: Iterable[str]) -> str:
    """Return a file with one entry more at the end of a list of its front matter, which is begun if there is none.

    ``lines`` are the entry's, without indentation and without the dash.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = list(lines)

    def edits(root: yaml.MappingNode, start: int) -> list[Edit]:
        node = value_of(root, key)
        indent = "  "
        if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
            indent = " " * node.start_mark.column
        new = [f"{indent}{'  ' if place else '- '}{line}" for place, line in enumerate(lines)]
        if node is None:
            last = root.value[-1][1]
            place = _line_end(text, end_of(last, text, start))
            return [(place, place, newline + newline.join([f"{key}:", *new]))]
        if isinstance(node, yaml.SequenceNode) and not node.value:
            first = start + node.start_mark.index
            return [(first - 1, start + node.end_mark.index, newline + newline.join(new))]
        if not isinstance(node, yaml.SequenceNode) or node.flow_style:
            raise Refusal(
                kinds.CANNOT_INSERT, f'"{key}" is not written as a list of lines that begin with a dash'
            )
        place = _line_end(text, end_of(node, text, start))
        return [(place, place, newline + newline.join(new))]

    [entry] = strict_yaml.read_yaml(
        "\n".join(f"{'  ' if place else '- '}{line}" for place, line in enumerate(lines))
    ).value

    def same(before: dict[str, Any], now: dict[str, Any]) -> bool:
        return {**before, key: [*entries(before, key), entry]} == now

    return _changed(text, edits, same)


def with_listed(text: str, entry: str, key: str, value: str) -> str:
    """Return a registry with one value more in a list of an entry, which is begun if it has none."""

    def edits(root: yaml.MappingNode, start: int) -> list[Edit]:
        node = value_of(root, entry)
        items = value_of(node, key) if isinstance(node, yaml.MappingNode) else None
        if isinstance(node, yaml.MappingNode) and items is None and not node.flow_style:
            return _keys(node, {key: listed([value])}, text, start, None)
        if not isinstance(node, yaml.MappingNode) or not isinstance(items, yaml.SequenceNode):
            raise Refusal(kinds.CANNOT_INSERT, f'"{key}" of "{entry}" is not written as a list')
        if items.flow_style:
            last = start + items.end_mark.index - 1
            return [(last, last, f", {scalar(value)}" if items.value else scalar(value))]
        place = _line_end(text, end_of(items, text, start))
        return [(place, place, f"\n{' ' * items.start_mark.column}- {scalar(value)}")]

    def same(before: dict[str, Any], now: dict[str, Any]) -> bool:
        more = {**before[entry], key: [*before[entry].get(key, ()), value]}
        return {**before, entry: more} == now

    return _changed(text, edits, same)


def with_entry(text: str, id: str, values: Mapping[str, str]) -> str:
    """Return a registry with one entry more at its end; ``values`` are its keys in YAML. Raises ``Refusal`` if it has the id."""
    before = strict_yaml.read_yaml(text)
    if before.faults or not isinstance(before.value, dict | None):
        raise Refusal(kinds.CANNOT_INSERT, "the registry cannot be read")
    if id in (before.value or {}):
        raise Refusal(kinds.NAME_TAKEN, f'there is a "{id}" already')
    kept = re.sub(r"^\{\}[ \t]*\n?", "", text, flags=re.MULTILINE) if not before.value else text
    ended = kept if not kept or kept.endswith("\n") else f"{kept}\n"
    done = f"{ended}{id}:\n" + "".join(f"  {key}: {value}\n" for key, value in values.items())
    now = strict_yaml.read_yaml(done)
    rest = (
        {key: value for key, value in now.value.items() if key != id} if isinstance(now.value, dict) else None
    )
    if now.faults or rest != (before.value or {}):
        raise Refusal(kinds.CANNOT_INSERT, "what is in the registry would change")
    return done


def in_yaml(value: str) -> str:
    """Return a value that an editor typed as YAML on one line: text, never a number or a truth."""
    return scalar(" ".join(value.split()))


def _changed(
    text: str,
    edits: Callable[[yaml.MappingNode, int], list[Edit]],
    same: Callable[[dict[str, Any], dict[str, Any]], bool],
) -> str:
    """Return a text with edits of its front matter. ``same`` tells whether all else reads as before."""
    start, end = _region(text)
    root = yaml.compose(text[start:end].replace("\r", " "), Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise Refusal(kinds.CANNOT_INSERT, "the front matter cannot be read")
    done = text
    for first, last, new in sorted(edits(root, start), reverse=True):
        done = done[:first] + new + done[last:]
    if not same(_read(text), _read(done)):
        raise Refusal(kinds.CANNOT_INSERT, "what is in the file would change")
    return done


def _region(text: str) -> tuple[int, int]:
    """Return where the YAML of a file begins and ends: an article's front matter, or all of a topic or registry."""
    return front_matter(text) if text.count("\n---") and text.startswith("---") else (0, len(text))


def _read(text: str) -> dict[str, Any]:
    start, end = _region(text)
    parsed = strict_yaml.read_yaml(text[start:end].replace("\r", ""), 2)
    if parsed.faults or not isinstance(parsed.value, dict):
        raise Refusal(kinds.CANNOT_INSERT, "the front matter cannot be read")
    return parsed.value


def _keys(
    node: yaml.MappingNode, values: Mapping[str, str | None], text: str, start: int, after: str | None
) -> list[Edit]:
    newline = "\r\n" if "\r\n" in text else "\n"
    made: list[Edit] = []
    added: list[str] = []
    place = 0
    for key, value in values.items():
        there = value_of(node, key) is not None
        if value is None:
            made += [_gone(node, key, text, start)] if there else []
            continue
        first, last, new = edit_of(node, key, value, text, start, newline, after=after)
        if there:
            made.append((first, last, new))
        else:
            # New keys have one place: they go in together, in their order.
            place = first
            added.append(new)
    return [*made, (place, place, "".join(added))] if added else made


def _gone(node: yaml.MappingNode, key: str, text: str, start: int) -> Edit:
    """Return the edit that takes a key's lines away. The first key of an item of a list stands behind its dash and stays."""
    name, value = next((name, value) for name, value in node.value if name.value == key)
    first = text.rfind("\n", 0, start + name.start_mark.index) + 1
    if text[first : start + name.start_mark.index].strip():
        raise Refusal(kinds.CANNOT_INSERT, f'"{key}" stands on the line of another key')
    return first, _line_end(text, end_of(value, text, start), keep=False) + 1, ""


def _line_end(text: str, at: int, *, keep: bool = True) -> int:
    """Return where the line ends that holds a place: before the characters that end it if they are to be kept."""
    found = text.find("\n", at)
    if keep and text[found - 1] == "\r":
        return found - 1
    return found


def _item(root: yaml.MappingNode, key: str, name: str, value: str) -> yaml.MappingNode:
    items = value_of(root, key)
    for node in items.value if isinstance(items, yaml.SequenceNode) else []:
        if isinstance(node, yaml.MappingNode) and not node.flow_style:
            found = value_of(node, name)
            if isinstance(found, yaml.ScalarNode) and found.value == value:
                return node
    raise Refusal(
        kinds.CANNOT_INSERT, f'there is no entry "{value}" under {key}, written as lines of its own'
    )
