"""Print the pages of each kind from one form, which the theme rendered once.

This works if everything that the theme uses of a page is either the same for all pages of a kind or a slot of the form. To
check it, the first page of a kind, and each that is more extreme than all before it, are also rendered by the theme and
compared. If one differs, all pages of the kind are rendered one by one.
"""

from __future__ import annotations

import hashlib
from functools import partial
from urllib.parse import urljoin, urlsplit

import jinja2
from mkdocs.structure.toc import AnchorLink, TableOfContents
from msgspec import Struct, field

from builder.adapters.frame import Frame, NoFrameError, cut, slot, trace
from builder.adapters.theme import Theme, contents, head_texts, hidden
from builder.build.printing import Kind, UnlikeError, kind_of
from builder.cache.memo import Memo, encoded
from builder.pages import links
from builder.pages.page import TITLE_ID, Page

_NAMES = ("title", "description", "canonical", "address", "card", "feed", "head", "body", "first", "contents")


class Form(Struct, frozen=True, dict=True):
    """The form from which the pages of one kind are printed."""

    frame: Frame
    gap: str
    """The HTML between two items of a table of contents."""
    digest: str
    """Digest of everything that the form adds to a page's own text."""


class Forms(Struct):
    """Prints pages from forms.

    ``refused`` are the kinds that have no form, with the reason. ``memo`` reuses pages printed earlier with the same
    ``ground``, a digest of the theme and the site's settings.
    """

    theme: Theme
    refused: dict[Kind, str] = field(default_factory=dict)
    memo: Memo | None = None
    ground: str = ""
    forms: dict[Kind, Form] = field(default_factory=dict)
    _extremes: dict[Kind, tuple[int, int, int, int]] = field(default_factory=dict)
    _items: dict[tuple[object, ...], str] = field(default_factory=dict)

    def print(self, page: Page) -> bytes:
        """Return the bytes of a page's file.

        Raises ``UnlikeError`` if a page printed from the form of its kind differs from the page that the theme renders, and
        ``OtherPagesError`` if the theme looks at other pages, which are not all known yet.
        """
        form = self.form(kind_of(page))
        if form is None:
            return _encoded(self.theme.render(self.theme.page(page), watched=True))
        if self.memo is None:
            return self._from_form(form, page)
        print_it = partial(self._from_form, form, page)
        return self.memo(print_it, self.ground, form.digest, encoded(page))

    def _from_form(self, form: Form, page: Page) -> bytes:
        own = kind_of(page)
        printed = self._fill(form, page)
        if self._extreme(own, page) and printed != self.theme.render(self.theme.page(page), watched=True):
            reason = f"{page.md_path} printed from its form differs from what the theme renders"
            raise UnlikeError(own, reason)
        return _encoded(printed)

    def form(self, kind: Kind) -> Form | None:
        """Return the form of a kind, or None if the theme cannot be used with one. Each form is made once."""
        if kind not in self.forms and kind not in self.refused:
            try:
                self.forms[kind] = self._form(kind)
            except (NoFrameError, jinja2.TemplateError) as error:
                self.refused[kind] = str(error)
        return self.forms.get(kind)

    def digest(self, kind: Kind) -> str | None:
        """Return the digest of a kind's form, or None if it has no form: then its pages cannot be reused."""
        form = self.form(kind)
        return form.digest if form else None

    def _form(self, kind: Kind) -> Form:
        name, folder, _, sections, card, feed = kind
        # An address that no page has: if the theme prints it anywhere but in these slots, a trace is left.
        address = links.HOME if name == "home" and not folder else f"{folder}/{trace('address')}/".lstrip("/")
        page = Page(address, links.md_path(address), name, "", "", "", ())
        made = self.theme.page(page)
        made.meta.update({"title": slot("title"), "description": slot("description")})
        made.meta["hide"] = hidden(kind[2])
        if card:
            made.meta["card"] = slot("card")
        if feed:
            made.meta["feed"] = slot("feed")
        made.title = slot("title")
        made.vm_head = slot("head")  # type: ignore[attr-defined]
        if made.canonical_url:
            made.canonical_url, made.abs_url = slot("canonical"), slot("address")
        # Themes check whether a body has its own heading; the link that skips the menus leads to it.
        made.content = f'<h1 id="{TITLE_ID}">{slot("body")}</h1>'
        items = [AnchorLink(trace(f"title-{place}"), trace(place), 2) for place in ("first", "second")]
        made.toc = TableOfContents(items if sections else [])
        html = self.theme.render(made, watched=True).replace(made.content, slot("body"))
        gap = ""
        if sections:
            html, gap = _contents(html, *map(self.theme.item, items))
            html = html.replace(items[0].url, slot("first"))
        frame = cut(html, _NAMES, "body")
        sample = self.theme.item(AnchorLink("title", "id", 2))
        whole = "\0".join([*frame.pieces, gap, sample])
        return Form(frame, gap, hashlib.sha256(whole.encode()).hexdigest())

    def _fill(self, form: Form, page: Page) -> str:
        config = self.theme.config
        made = head_texts(page)
        site_url = str(config.site_url or "")
        canonical = urljoin(site_url, links.url(page.address, config.use_directory_urls)) if site_url else ""
        items = contents(page.sections)
        made |= {
            "canonical": canonical,
            "address": urlsplit(canonical).path,
            "body": page.body,
            "first": items[0].url if items else "",
            "contents": form.gap.join(map(self._item, items)),
        }
        return form.frame.fill(made)

    def _item(self, item: AnchorLink) -> str:
        key = _outline(item)
        if key not in self._items:
            if len(self._items) > _ITEMS:
                self._items.clear()
            self._items[key] = self.theme.item(item)
        return self._items[key]

    def _extreme(self, kind: Kind, page: Page) -> bool:
        """Return whether no earlier page of its kind had as many or as few special characters or sections."""
        words = page.title + page.description
        signs = len(words) - sum(map(str.isalnum, words))
        number = len(page.sections)
        known = self._extremes.get(kind)
        low, high, few, many = known or (signs, signs, number, number)
        found = (min(low, signs), max(high, signs), min(few, number), max(many, number))
        self._extremes[kind] = found
        return found != known


_ITEMS = 4000
"""Number of items of tables of contents to cache: most pages of a kind have the same."""


def _outline(item: AnchorLink) -> tuple[object, ...]:
    return (item.title, item.id, item.level, *map(_outline, item.children))


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", errors="xmlcharrefreplace")


def _contents(html: str, first: str, second: str) -> tuple[str, str]:
    """Return a page with a slot instead of a table of contents of two items, and the HTML between the items."""
    gaps: set[str] = set()
    while (start := html.find(first)) >= 0:
        end = html.find(second, start)
        if end < 0:
            raise NoFrameError("the theme prints the table of contents in parts")
        gaps.add(html[start + len(first) : end])
        html = html[:start] + slot("contents") + html[end + len(second) :]
    if len(gaps) > 1:
        raise NoFrameError("the theme prints two different tables of contents")
    return html, gaps.pop() if gaps else ""
