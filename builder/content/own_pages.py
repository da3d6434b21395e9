"""The pages that a site has besides those made of its content: Markdown files that the site's other programs turn into pages.

Here they are only checked for what no file of a site may have, and for being articles that lie in the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from builder.content import problems
from builder.content.copied_files import address
from builder.content.load import FRONT, page_text
from builder.content.problems import Kind, Problem, printable
from builder.content.schema import RESERVED_PAGES

_ARTICLE = re.compile(
    r"\A---[ \t]*\n(?:(?!---[ \t]*$).*\n)*?(claims|outlet|source_file|quote_budget)[ \t]*:", re.MULTILINE
)
"""The front matter of an article: keys that nothing else has."""


MAX_FRONT = 20_000
"""Maximum number of characters of front matter."""
MAX_DEPTH = 20


def faults(root: Path, content_dir: str, names: Iterable[str]) -> list[Problem]:
    """Return the problems of these pages, given by their path in the content folder."""
    found: list[Problem] = []
    for name in names:
        text, told = page_text(root, content_dir, name)
        found += told
        if address(name) in RESERVED_PAGES:
            message = f'the address "{address(name)}/" is used by the site itself; give the page another name'
            found.append(Problem(f"{content_dir}/{printable(name)}", 1, "", problems.BAD_NAME, message))
        if text and (front := FRONT.match(text)):
            found += (
                Problem(f"{content_dir}/{printable(name)}", line, "", kind, told)
                for line, kind, told in _unreadable(front[1])
            )
        if text and (key := _ARTICLE.match(text)):
            where = f"an article stands in {content_dir}/articles/ itself"
            message = f'"{printable(name.rpartition("/")[2])}" is not read as the article that its "{key[1]}" makes it: {where}'
            found.append(Problem(f"{content_dir}/{printable(name)}", 1, "", problems.NOT_READ, message))
    return found


def _unreadable(front: str) -> Iterator[tuple[int, Kind, str]]:
    """Yield the line, the kind and the reason why front matter may not be read. MkDocs would pass over it without a word."""
    if len(front) > MAX_FRONT:
        yield 1, problems.TOO_LARGE, f"the front matter has more than {MAX_FRONT:,} characters"
        return
    depth = 0
    try:
        for event in yaml.parse(front, Loader=yaml.SafeLoader):
            line = (event.start_mark.line if event.start_mark else 0) + 2
            if isinstance(event, yaml.AliasEvent):
                # Escaping it would write out all that it stands for.
                yield (
                    line,
                    problems.YAML_ALIAS,
                    f'"*{printable(event.anchor or "")}" stands for what is written elsewhere',
                )
                return
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                yield line, problems.TOO_DEEP, f"the front matter is nested more than {MAX_DEPTH} deep"
                return
        yaml.safe_load(front)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        yield (
            (mark.line + 2 if mark else 2),
            problems.YAML_SYNTAX,
            printable(f"the front matter cannot be read: {error.problem or error}"),
        )
    except (yaml.YAMLError, ValueError) as error:
        yield 2, problems.YAML_SYNTAX, printable(f"the front matter cannot be read: {error}")


def file(name: str, directory_urls: bool) -> str:
    """Return the file of the site that a page is written to."""
    found = address(name)
    if directory_urls or name.rpartition("/")[2].rpartition(".")[0] in ("index", "README"):
        return f"{found}/index.html".lstrip("/")
    return f"{found}.html"
