"""The headline of a page apart from the name of its site, which pages print beside it and often as large."""

from __future__ import annotations

import re
from typing import Any

from builder.desk.intake.records import Record, line
from builder.desk.intake.shown import shown_text
from builder.desk.intake.story import LIKE, likeness
from builder.values.text import folded

_PARTING = re.compile(
    r"\s+(?:[|–—-]|::|·|•|»|«|<|>|\u2022)\s+|\s*\|\s*|(?<=[^\x00-\x7f])\s*_\s*(?=[^\x00-\x7f])"
)

_HOME = frozenset(
    "home homepage startseite start accueil inicio início portada hem forside strona główna главная головна anasayfa".split()
)
"""What links to the front page say where they do not say the site's name."""


def headings(tree: Any, title: str | None, hosts: list[str]) -> list[str]:
    """Return the main headings that may be the story's, not the site's name; if there are none, lesser ones that the title names."""
    heads = []
    for element in tree.iter("h1"):
        said = line(shown_text(element))
        parent = element.getparent()
        home = any(map(_leads_home, element.iter("a"))) or (
            parent is not None and parent.tag == "a" and _leads_home(parent)
        )
        if said and not home and not is_of_host(said, hosts):
            heads.append(said)
    names = _PARTING.split(title or "")
    if any(likeness(head, name) >= LIKE for head in heads for name in names):
        return heads
    parts = {
        folded(part) for part in names if len(part.split()) > 2 or (not part.isascii() and len(part) > 8)
    }
    for tags in (("h2", "h3"), ("div", "p", "span", "strong")) if not heads or parts else ():
        lesser = [
            said
            for element in tree.iter(*tags)
            if len(element) < 4 and (said := line(shown_text(element))) and folded(said) in parts
        ]
        if lesser:
            return list(dict.fromkeys(lesser))
    return heads or _in_large_letters(tree, title)


def _in_large_letters(tree: Any, title: str | None) -> list[str]:
    """Return the headline of a page without headings, as old ones are: what is printed in letters of its own and begins or ends the title.

    The site's name may be printed so too, above it: of two it is the last.
    """
    wanted = (title or "").casefold()
    found = [
        said
        for element in tree.iter("font", "big", "b", "strong")
        if len(element) < 4 and (said := line(shown_text(element))) and _parts(wanted, said.casefold())
    ]
    return found[-1:]


def _parts(title: str, name: str) -> bool:
    """Return whether a name is a title, or begins or ends one with a mark between it and the rest."""
    mark = r"\s*[:|·•»–—-]\s+"
    ends = re.search(rf"{mark}{re.escape(name)}\Z", title) or re.match(rf"{re.escape(name)}{mark}\S", title)
    return len(name.split()) > 2 and (ends is not None or title == name)


def _leads_home(link: Any) -> bool:
    """Return whether a link leads to the front page of a site."""
    return re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", link.get("href") or "-") is not None


def is_of_host(name: str, hosts: list[str]) -> bool:
    """Return whether a name is written as the page's host: "Elbing Courier" at elbingcourier.example."""
    plain = "".join(char for char in name.casefold() if char.isalnum())
    return len(plain) > 3 and any(plain in "".join(char for char in host if char.isalnum()) for host in hosts)


def headline_of(
    own: list[Record], heads: list[str], titles: list[str], title: str | None, outlets: list[str]
) -> str | None:
    """Return the headline of the page's own record, or the one that it shows, or that it gives to be shared, or None."""
    stated = next((found for record in own if (found := line(record.get("headline")))), None)
    seen = [*heads, *titles, *_PARTING.split(title or "")]
    # Some records have a description in the place of a headline.
    if stated is not None and (not any(seen) or any(likeness(stated, name) >= LIKE for name in seen)):
        return _printed(
            stated, [head for head in heads if not is_outlet(head, outlets)], [*titles, title or ""]
        )
    shared = without_outlet(titles[0], outlets) if titles else None
    beside = [name for name in (shared, title) if name]
    alike = [
        head
        for head in heads
        if any(likeness(head, name) >= 0.6 for name in beside) and not is_outlet(head, outlets)
    ]
    if len(set(alike)) == 1:
        return alike[0]
    if shared:
        return shared
    if len(heads) != 1 or is_outlet(heads[0], outlets):
        return None
    # That of a section, if the title has another headline.
    parts = [part for part in _PARTING.split(title or "") if len(part.split()) > 3]
    return None if parts and not any(likeness(heads[0], part) >= LIKE for part in parts) else heads[0]


def _printed(stated: str, heads: list[str], titles: list[str]) -> str:
    """Return the headline that a page prints for the one that its record states: records have others for search engines, and cut long ones."""
    short = folded(stated.rstrip(" .…"))
    for head in heads:
        if folded(head).startswith(short) and (stated.endswith(("…", "...")) or len(stated) >= 60):
            return head
    # A heading with more than the headline has a line above or below it in it. Another one is printed if a title has it too.
    if len(set(heads)) == 1 and likeness(stated, heads[0]) >= LIKE and short not in folded(heads[0]):
        printed = folded(heads[0])
        if any(printed in folded(title) for title in titles) and not any(
            short in folded(title) for title in titles
        ):
            return heads[0]
    return stated


def head_of(tree: Any, headline: str | None) -> Any:
    """Return the element that shows the headline, or that of the only main heading, or None."""
    heads = list(tree.iter("h1"))
    wanted = folded(headline or "")
    for names in (("h1",), ("h2", "h3", "p", "div", "span"), ("font", "big", "b", "strong")):
        for element in tree.iter(*names):
            said = element.text_content() if wanted and len(element) < 6 else ""
            if len(said) < 1000 and folded(" ".join(said.split())) == wanted != "":
                return element
    near = [element for element in heads if headline and likeness(element.text_content(), headline) >= 0.4]
    return near[0] if near else heads[0] if len(heads) == 1 else None


def named_in_title(tree: Any, title: str | None, heads: list[str]) -> str | None:
    """Return the site's name from a title such as "Trams stand still | Elbing Courier", or None if it may be something else."""
    parts = [part.strip() for part in _PARTING.split(title or "") if part.strip()]
    if len(parts) == 1 and len(heads) == 1 and parts[0].endswith(f": {heads[0]}"):
        parts = [parts[0].removesuffix(f": {heads[0]}"), heads[0]]  # "The Osk Packet: Mayor goes"
    if len(parts) < 2:
        return None
    # A section has a link of its own, too.
    links = {
        folded(" ".join(link.text_content().split())) for link in tree.iter("a") if not _leads_home(link)
    } | _HOME
    for name in (parts[-1], parts[0]):
        words = name.split()
        if (
            len(words) > 5
            or len(name) > 50
            or not (name[0].isupper() or not name[0].isalpha() or not name.isascii())
        ):
            continue
        others = [part for part in parts if part is not name]
        if any(folded(name) in folded(head) for head in heads) or folded(name) in links or not others:
            continue
        # The other part has to be the story's.
        if heads and not any(likeness(other, head) >= 0.4 for other in others for head in heads):
            continue
        return name
    return None


def without_outlet(headline: str | None, outlets: list[str]) -> str | None:
    """Return a headline without the outlet's name that sites append: "... | The Harbour Post"."""
    for outlet in outlets:
        if headline:
            headline = re.sub(rf"\s*[|–—·•:»-]\s*{re.escape(outlet)}\s*\Z", "", headline, flags=re.IGNORECASE)
            headline = re.sub(rf"\A{re.escape(outlet)}\s*[|·•»]\s*", "", headline, flags=re.IGNORECASE)
    return headline or None


def is_outlet(name: str, outlets: list[str]) -> bool:
    return any(folded(name).removeprefix("the ") == folded(outlet).removeprefix("the ") for outlet in outlets)
