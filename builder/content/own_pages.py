"""The pages that a site has besides those made of its content: Markdown files that the site's other programs turn into pages.

Here they are only checked for what no file of a site may have, and for being articles that lie in the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from builder.content import problems
from builder.content.copied_files import address
from builder.content.load import page_text
from builder.content.problems import Problem, printable
from builder.content.schema import RESERVED_PAGES

_ARTICLE = re.compile(
    r"\A---[ \t]*\n(?:(?!---[ \t]*$).*\n)*?(claims|outlet|source_file|quote_budget)[ \t]*:", re.MULTILINE
)
"""The front matter of an article: keys that nothing else has."""


def faults(root: Path, content_dir: str, names: Iterable[str]) -> list[Problem]:
    """Return the problems of these pages, given by their path in the content folder."""
    found: list[Problem] = []
    for name in names:
        text, told = page_text(root, content_dir, name)
        found += told
        if address(name) in RESERVED_PAGES:
            message = f'the address "{address(name)}/" is used by the site itself; give the page another name'
            found.append(Problem(f"{content_dir}/{printable(name)}", 1, "", problems.BAD_NAME, message))
        if text and (key := _ARTICLE.match(text)):
            where = f"an article stands in {content_dir}/articles/ itself"
            message = f'"{printable(name.rpartition("/")[2])}" is not read as the article that its "{key[1]}" makes it: {where}'
            found.append(Problem(f"{content_dir}/{printable(name)}", 1, "", problems.NOT_READ, message))
    return found


def file(name: str, directory_urls: bool) -> str:
    """Return the file of the site that a page is written to."""
    found = address(name)
    if directory_urls or name.rpartition("/")[2].rpartition(".")[0] in ("index", "README"):
        return f"{found}/index.html".lstrip("/")
    return f"{found}.html"
