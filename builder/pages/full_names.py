"""Names in full where a page uses them first: an abbreviation such as FT says nothing to a reader who does not know it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import escape
from msgspec import Struct

from builder.content.model import Outlet, Source
from builder.pages.typography import curly

ENGLISH = "en"
_ABBREVIATION = re.compile(r"[^\W\d_]{2,6}")
_GOES_ON = re.compile(r" and |, [^(),;]+ and ")
_TAG = re.compile(r"(<[^>]*>)")
_APART = frozenset(
    {"q", "summary", "svg", "pre", "code", "button", "legend", "label", "caption", "h1", "h2", "h3", "h4"}
)
"""Elements whose words are somebody else's, or have no room for more."""


class FullName(Struct, frozen=True):
    """What to add to a name where a page uses it first."""

    short: str
    """The name as pages use it: ``FT``."""
    full: str
    """The full name, ``Financial Times``, or the gloss."""
    gloss: str = ""
    """The language of ``full``, if the name is whole and this says in a few words what it is: ``a text that names no outlet``."""

    @property
    def explained(self) -> str:
        """What stands where the name is explained already, as HTML."""
        full = _curled(self.full)
        return full if self.gloss else f"{full} ({self.short})"


@lru_cache(maxsize=4096)
def _curled(full: str) -> str:
    """Return a full name as HTML. It is looked for in each text of each page."""
    return str(escape(curly(full)))


def unnamed(outlets: Iterable[Outlet], words: str, language: str) -> tuple[FullName, ...]:
    """Return the names under which the site keeps texts whose outlet is not known, with words in a language that say so."""
    return tuple(FullName(outlet.short, words, language) for outlet in outlets if outlet.kind == "unknown")


def abbreviated(outlets: Iterable[Outlet], sources: Iterable[Source] = ()) -> tuple[FullName, ...]:
    """Return the abbreviations among the short names of some outlets and sources, each with the full name: ``FT``, ``Financial Times``."""
    found: dict[str, FullName] = {}
    names = [(outlet.short, outlet.name) for outlet in outlets]
    for short, name in (*names, *((source.short, source.name) for source in sources)):
        short = short.removeprefix("the ")
        if _ABBREVIATION.fullmatch(short) and short.isupper() and short != name:
            found.setdefault(short, FullName(short, name.removesuffix(f" ({short})")))
    return tuple(found.values())


def spell_out(pieces: Sequence[str], names: Iterable[FullName]) -> list[str]:
    """Return pieces of a page's HTML with each name explained where it stands first in its text.

    One that is explained before, or whose possessive is all there is, stays.
    """
    shown, small = list(pieces), [""] * len(pieces)
    for name in names:
        # With the article of a short name: "the GUR"; no article stands before a possessive: "Ukraine's military intelligence".
        # A name that is the site's own begins with a small letter within a sentence.
        any_case = re.IGNORECASE if name.gloss else 0
        word = re.compile(rf"(?<![\w’'-])((?:[Tt]he )?)({re.escape(name.short)})(?![\w’'-])", any_case)
        for at, piece in enumerate(shown):
            if name.short not in piece:
                if not name.gloss:
                    continue
                # A page with many such names asks for its text in small letters once.
                small[at] = small[at] or piece.casefold()
                if name.short.casefold() not in small[at]:
                    continue
            found = _first(piece, word, name)
            if found is not None:
                shown[at], small[at] = found, ""
                break
    return shown


def _first(piece: str, word: re.Pattern[str], name: FullName) -> str | None:
    """Return a piece with the first use explained, or as it is if that is explained already; None if it has none."""
    apart, explained = 0, name.explained
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


def _told(text: str, found: re.Match[str], name: FullName) -> str:
    before = text[: found.start()]
    within = before.count("(") > before.count(")")
    if within:
        # Among several names a comma would make another one of it: "the Financial Times, FT and the Post".
        listed = _GOES_ON.match(text, found.end()) or " and " in before.rpartition("(")[2].rpartition(";")[2]
        within = not listed
    full = _curled(name.full)
    if name.gloss:
        if name.gloss != ENGLISH:  # the sentences around it are English
            full = f'<span lang="{name.gloss}">{full}</span>'
        return f"{found[0]}, {full}" if within else f"{found[0]} ({full})"
    article = "" if re.match(r"[^ ]+[’']s? ", full) else found[1]
    if article[:1] == "T" and not full.startswith("The "):
        article = "The "
    return f"{article}{full}, {found[2]}" if within else f"{article}{full} ({found[2]})"
