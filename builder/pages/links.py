"""The addresses of pages and the links between them.

An address is a page's path under the site's root, with a slash at its end: ``topics/casualties/``; the home page's is
empty. It is the same for all ways to spell links. A ``Target`` is a page with an optional anchor; ``href`` turns it into a
relative link, which works on a server, under a sub-folder and from a disk.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import urlsplit

from msgspec import Struct

from builder.content import vocabulary
from builder.values.text import without_stacks

HOME = ""
DATA = "data/"
CHANGES = "changes/"
FEED = "feed"
"""The name of the site's feed, without the ending of its files."""
ARTICLES, TOPICS, SOURCES = vocabulary.ARTICLES, vocabulary.TOPICS, vocabulary.SOURCES
OUTLETS, PAIRS = vocabulary.OUTLETS, vocabulary.PAIRS


class Target(Struct, frozen=True):
    """Where a link leads."""

    address: str
    anchor: str = ""


def story(id: str) -> Target:
    """Return the page of a story, on a site with several stories."""
    return Target(f"stories/{id}/")


def topic(id: str) -> Target:
    """Return the page of a topic."""
    return Target(f"topics/{id}/")


def row(question: str) -> Target:
    """Return the row of a question, given as ``topic/question``."""
    topic_id, _, question_id = question.partition("/")
    return Target(f"topics/{topic_id}/", question_id)


def question(question: str, part: int = 1) -> Target:
    """Return a part of the page of a question, given as ``topic/question``, which has more answers than its topic has room for.

    All in one folder, so that all are printed from one form.
    """
    name = question.replace("/", "--")
    return Target(f"questions/{name}/" if part == 1 else f"questions/{name}--{part}/")


def part(address: str, number: int) -> Target:
    """Return a part, from 1, of an index that is too long for one page, given by its address: ``sources/``, ``lists/sources-2/``.

    All but the first are in one folder, so that all of an index are printed from one form.
    """
    return Target(address if number == 1 else f"lists/{address.rstrip('/') or 'stories'}-{number}/")


def embed(question: str) -> Target:
    """Return the page that other sites show in a frame, of a question given as ``topic/question``."""
    return Target(f"embed/{question.replace('/', '--')}/")


def embed_picture(topic: str) -> Target:
    """Return the page that other sites show in a frame, of the picture of who said it on a topic, given by id."""
    return Target(f"embed/{topic}/")


def cell(question: str, outlet: str) -> Target:
    """Return the cell of an outlet in the row of a question, given as ``topic/question``."""
    target = row(question)
    return Target(target.address, f"{target.anchor}--{outlet}")


def article(id: str) -> Target:
    """Return the page of an article."""
    return Target(f"articles/{id}/")


def claim(article_id: str, claim_id: str) -> Target:
    """Return a claim on its article's page."""
    return Target(f"articles/{article_id}/", f"claim-{claim_id}")


def outlet(id: str) -> Target:
    """Return the page of an outlet."""
    return Target(f"outlets/{id}/")


def source(id: str) -> Target:
    """Return the page of a source."""
    return Target(f"{SOURCES}{id}/")


def pair(a: str, b: str) -> Target:
    """Return the page of two outlets, given in any order."""
    first, second = sorted((a, b))
    return Target(f"pairs/{first}--{second}/")


def changes(year: str, part: int = 1) -> Target:
    """Return a part of what changed in a year."""
    return Target(f"{CHANGES}{year}/" if part == 1 else f"{CHANGES}{year}-{part}/")


def changes_name(address: str) -> str:
    """Return what such a part is called: ``2031``, ``2031, 2``."""
    return address.removeprefix(CHANGES).rstrip("/").replace("-", ", ")


def feed(kind: str, id: str) -> str:
    """Return the name of the feed of a story or a topic, without the ending of its files."""
    return f"feeds/{kind}-{id}"


def data_address(topic: str, ending: str) -> str:
    """Return the address of a file with the data of a topic, given by id; ``ending`` is ``csv`` or ``json``."""
    return f"data/topics/{topic}.{ending}"


def table_address(topic: str, *, own: bool) -> str:
    """Return the address of the table with the claims of a topic, given by id: its ``own``, or that of all claims."""
    return data_address(topic, "csv") if own else "data/claims.csv"


def text(id: str) -> Target:
    """Return the page of a hand-written text; ``index`` is the home page."""
    return Target(HOME if id == "index" else f"{id}/")


def md_path(address: str) -> str:
    """Return the path of the Markdown file that MkDocs would make the page from: ``topics/casualties.md``."""
    return f"{address.rstrip('/') or 'index'}.md"


def file(address: str, directory_urls: bool) -> str:
    """Return the path of a page's file under the site's root."""
    if address == HOME:
        return "index.html"
    return f"{address}index.html" if directory_urls else f"{address.rstrip('/')}.html"


def url(address: str, directory_urls: bool) -> str:
    """Return a page's address as links spell it: ``topics/casualties/`` or ``topics/casualties.html``."""
    return address if directory_urls or address == HOME else file(address, directory_urls)


def href(origin: str, target: Target, directory_urls: bool = True) -> str:
    """Return the relative link from the page at ``origin`` to the target.

    With directory addresses a link ends in a slash, without them in ``.html``.
    """
    anchor = f"#{target.anchor}" if target.anchor else ""
    if origin == target.address and anchor:
        return anchor
    if directory_urls:
        return f"{_relative(target.address, origin) or '.'}/{anchor}"
    return (
        _relative(file(target.address, directory_urls), posixpath.dirname(file(origin, directory_urls)))
        + anchor
    )


def file_href(origin: str, name: str, directory_urls: bool = True) -> str:
    """Return the relative link from the page at ``origin`` to a file, given by its path in the site."""
    return posixpath.relpath(name, posixpath.dirname(file(origin, directory_urls)) or ".")


@lru_cache(maxsize=8192)
def _relative(path: str, folder: str) -> str:
    """Return the relative path from a folder to a path, both under the site's root; empty if they are the same.

    Faster than ``posixpath.relpath``, because addresses have no dots and need no working directory. Cached, because an
    article's page has hundreds of links, most of them to the pages of its own story.
    """
    to, start = path.strip("/"), folder.strip("/")
    steps, back = to.split("/") if to else [], start.split("/") if start else []
    same = 0
    while same < min(len(steps), len(back)) and steps[same] == back[same]:
        same += 1
    return "/".join([".."] * (len(back) - same) + steps[same:])


def beside(origin: str, url: str, directory_urls: bool = True) -> str:
    """Return a link of hand-written prose, as it is spelled on the page at ``origin``.

    Prose links as in any MkDocs project, relative to its own file: to a Markdown file (``method.md#silence``) or another file
    (``data/claims.json``). Links to other hosts or to the same page and invalid addresses are returned unchanged.
    """
    try:
        parts = urlsplit(without_stacks(url))
    except ValueError:  # such as http://[
        return url
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return url
    path = posixpath.normpath(posixpath.join(posixpath.dirname(md_path(origin)), parts.path))
    if path.startswith(".."):
        return url
    if path.endswith(".md"):
        name = path.removesuffix(".md")
        return href(origin, Target(HOME if name == "index" else f"{name}/", parts.fragment), directory_urls)
    here = posixpath.dirname(file(origin, directory_urls)) or "."
    return posixpath.relpath(path, here) + (f"#{parts.fragment}" if parts.fragment else "")
