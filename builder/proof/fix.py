"""Write locators into an article's file without changing any other character.

The YAML parser gives the position of each claim's keys; new lines are inserted between them. Comments, quoting, order and line
ends stay as the editor wrote them, because the file is not serialised again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml
from msgspec import Struct

from builder.content.model import Article, Locator
from builder.content.strict_yaml import editors_lines
from builder.proof.case import find_claim
from builder.proof.locate import locator
from builder.proof.text import Text

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class Fixed(Struct, frozen=True):
    """A file with its locators."""

    content: str
    changed: int
    """Number of locators that are new or different."""


def fix(content: str, article: Article, text: Text, today: str) -> Fixed:
    """Return an article's file with the locator of every claim whose words stand in its text.

    ``today`` becomes the article's ``checked`` if a locator changed. If the text's hash is not the one that the article
    names, nothing is located: an editor has to check the claims first.
    """
    if text.sha256 != article.source_sha256:
        return Fixed(content, 0)
    newline = "\r\n" if "\r\n" in content else "\n"
    start, end = front_matter(content)
    root = yaml.compose(editors_lines(content[start:end]), Loader=yaml.SafeLoader)
    edits: list[tuple[int, int, str]] = []
    changed = 0
    for claim, node in zip(article.claims, _claims(root, article), strict=True):
        found = find_claim(claim, text, article.headline)
        if node is None or found is None:
            continue
        wanted = locator(found, text)
        if claim.locator != wanted:
            changed += 1
            edits.append(edit_of(node, "locator", _printed(wanted), content, start, newline))
    if (changed or article.checked is None) and isinstance(root, yaml.MappingNode):
        edits.append(edit_of(root, "checked", today, content, start, newline, after="source_sha256"))
    for first, last, new in sorted(edits, reverse=True):
        content = content[:first] + new + content[last:]
    return Fixed(content, changed)


def with_keys(content: str, values: Mapping[str, str], after: str) -> str:
    """Return an article's file with keys of its front matter set, each on one line. New ones stand behind the key ``after``.

    Raises ``ValueError`` if the front matter is not a mapping.
    """
    newline = "\r\n" if "\r\n" in content else "\n"
    for key, value in values.items():
        start, end = front_matter(content)
        root = yaml.compose(editors_lines(content[start:end]), Loader=yaml.SafeLoader)
        if not isinstance(root, yaml.MappingNode):
            raise ValueError("the front matter is no mapping")
        first, last, new = edit_of(root, key, value, content, start, newline, after=after)
        content = content[:first] + new + content[last:]
    return content


def front_matter(content: str) -> tuple[int, int]:
    """Return where the front matter of an article's file begins and ends, without the lines of dashes around it."""
    fences = list(_FENCE.finditer(content.replace("\r", " ")))
    return fences[0].end(), fences[1].start()


def _printed(found: Locator) -> str:
    return f'{{start: {found.start}, end: {found.end}, before: "{found.before}", after: "{found.after}"}}'


def _claims(root: yaml.Node | None, article: Article) -> list[yaml.MappingNode | None]:
    """Return the node of each of the article's claims, or None if it is not a block mapping that a line can be added to."""
    items = value_of(root, "claims") if isinstance(root, yaml.MappingNode) else None
    nodes: dict[str, yaml.MappingNode] = {}
    for item in items.value if isinstance(items, yaml.SequenceNode) else []:
        if isinstance(item, yaml.MappingNode) and not item.flow_style:
            name = value_of(item, "id")
            if isinstance(name, yaml.ScalarNode):
                nodes[name.value] = item
    return [nodes.get(claim.id) for claim in article.claims]


def value_of(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    """Return the node of a key's value, or None if the mapping has no such key."""
    for name, value in node.value:
        if name.value == key:
            return value  # type: ignore[no-any-return]
    return None


def edit_of(
    node: yaml.MappingNode,
    key: str,
    value: str,
    content: str,
    offset: int,
    newline: str,
    after: str | None = None,
) -> tuple[int, int, str]:
    """Return the edit that sets a key: start and end of the characters to replace, and the new text."""
    for name, old in node.value:
        if name.value == key:
            return offset + name.start_mark.index, end_of(old, content, offset), f"{key}: {value}"
    last = value_of(node, after) if after else node.value[-1][1]
    place = end_of(last if last is not None else node.value[-1][1], content, offset)
    # A comment after the last value stays on its line.
    line_end = content.find("\n", place)
    place = len(content) if line_end < 0 else line_end
    if newline == "\r\n" and content[place - 1] == "\r":
        place -= 1
    indent = " " * node.value[0][0].start_mark.column
    return place, place, f"{newline}{indent}{key}: {value}"


def end_of(node: yaml.Node, content: str, offset: int) -> int:
    """Return where a value's own characters end. PyYAML's end mark of a block also covers the blank lines after it."""
    while isinstance(node, (yaml.SequenceNode, yaml.MappingNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = offset + node.end_mark.index
    return (
        len(content[:end].rstrip()) if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") else end
    )
