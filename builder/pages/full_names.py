"""Names in full where a page uses them first: an abbreviation such as FT says nothing to a reader who does not know it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import escape

from builder.content.model import Outlet, Source
from builder.pages.typography import curly

_ABBREVIATION = re.compile(r"[^\W\d_]{2,6}")
_TAG = re.compile(r"(<[^>]*>)")
_APART = frozenset(
    {"q", "summary", "svg", "pre", "code", "button", "legend", "label", "caption", "h1", "h2", "h3", "h4"}
)
"""Elements whose words are somebody else's, or have no room for more."""


def abbreviated(outlets: Iterable[Outlet], sources: Iterable[Source] = ()) -> tuple[tuple[str, str], ...]:
    """Return the abbreviations among the short names of some outlets and sources, each with the full name: ``FT``, ``Financial Times``."""
    found: dict[str, str] = {}
    names = [(outlet.short, outlet.name) for outlet in outlets]
    for short, name in (*names, *((source.short, source.name) for source in sources)):
        short = short.removeprefix("the ")
        if _ABBREVIATION.fullmatch(short) and short.isupper() and short != name:
            found.setdefault(short, name.removesuffix(f" ({short})"))
    return tuple(found.items())


def spell_out(pieces: Sequence[str], names: Iterable[tuple[str, str]]) -> list[str]:
    """Return pieces of a page's HTML with each abbreviation spelled out where it stands first in its text.

    One that is explained before, or whose possessive is all there is, stays.
    """
    shown = list(pieces)
    for short, full in names:
        name = str(escape(curly(full)))
        explained = f"{name} ({short})"
        # With the article of a short name: "the GUR"; no article stands before a possessive: "Ukraine's military intelligence".
        word = re.compile(rf"(?<![\w’'-])((?:[Tt]he )?)({re.escape(short)})(?![\w’'-])")
        for at, piece in enumerate(shown):
            if short not in piece:
                continue
            found = _first(piece, word, name, explained)
            if found is not None:
                shown[at] = found
                break
    return shown


def _first(piece: str, word: re.Pattern[str], name: str, explained: str) -> str | None:
    """Return a piece with the first use spelled out, or as it is if that is spelled out already; None if it has none."""
    apart = 0
    tokens = _TAG.split(piece)
    for at, token in enumerate(tokens):
        if token.startswith("<"):
            element = token.strip("</> ").split(" ", 1)[0].split("\n", 1)[0]
            if element in _APART and not token.endswith("/>"):
                apart += -1 if token.startswith("</") else 1
        elif not apart:
            if explained in token:
                return piece
            if found := word.search(token):
                tokens[at] = token[: found.start()] + _told(token, found, name) + token[found.end() :]
                return "".join(tokens)
    return None


def _told(text: str, found: re.Match[str], name: str) -> str:
    article = "" if re.match(r"[^ ]+[’']s? ", name) else found[1]
    if article[:1] == "T" and not name.startswith("The "):
        article = "The "
    before = text[: found.start()]
    within = before.count("(") > before.count(")")
    return f"{article}{name}, {found[2]}" if within else f"{article}{name} ({found[2]})"
