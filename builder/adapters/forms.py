"""Print the pages of each kind from one form, which the theme made and which is tried all along.

Everything that a theme may ask about a page is either the same for all pages of a kind or a slot of its form. Whether
that holds is not believed but tried: the first page of a kind, and each that is more extreme than all before it, are
rendered in the ordinary way too and compared. A kind with one difference is rendered page by page.
"""

from __future__ import annotations

import hashlib
from functools import partial
from urllib.parse import urljoin, urlsplit

import jinja2
from mkdocs.structure.toc import AnchorLink, TableOfContents
from msgspec import Struct, field

from builder.adapters.frame import Frame, NoFrameError, cut, slot, trace
from builder.adapters.theme import Theme, contents, hidden, words_of
from builder.build.printing import Kind, UnlikeError, kind
from builder.cache.memo import Memo, encoded
from builder.pages import links
from builder.pages.render import Page

_NAMES = ("title", "description", "canonical", "address", "card", "body", "first", "contents")


class Form(Struct, frozen=True, dict=True):
    """How the pages of one kind are printed."""

    frame: Frame
    gap: str
    """What stands between two items of a table of contents."""
    digest: str
    """Of all that the form adds to a page's own words."""


class Forms(Struct):
    """Prints pages. ``refused`` are the kinds that have no form, each with the reason. ``memo`` has at hand what was printed
    before, ``ground`` being the same: a digest of the theme and the site's settings.
    """

    theme: Theme
    refused: dict[Kind, str] = field(default_factory=dict)
    memo: Memo | None = None
    ground: str = ""
    forms: dict[Kind, Form] = field(default_factory=dict)
    _extremes: dict[Kind, tuple[int, int, int, int]] = field(default_factory=dict)
    _items: dict[tuple[object, ...], str] = field(default_factory=dict)

    def print(self, page: Page) -> bytes:
        """Return a page as it is written.

        Raises ``UnlikeError`` where the form of its kind turns out to be none, and ``OtherPagesError`` where the theme looks
        at other pages: those are not all known yet.
        """
        form = self.form(kind(page))
        if form is None:
            return _encoded(self.theme.render(self.theme.page(page), watched=True))
        if self.memo is None:
            return self._from_form(form, page)
        print_it = partial(self._from_form, form, page)
        return self.memo(print_it, self.ground, form.digest, encoded(page))

    def _from_form(self, form: Form, page: Page) -> bytes:
        own = kind(page)
        printed = self._filled(form, page)
        if self._extreme(own, page) and printed != self.theme.render(self.theme.page(page), watched=True):
            reason = f"{page.md_path} printed from its form is not what the theme makes of it"
            raise UnlikeError(own, reason)
        return _encoded(printed)

    def form(self, kind: Kind) -> Form | None:
        """Return the form of a kind, made once, or ``None`` where the theme does not have it."""
        if kind not in self.forms and kind not in self.refused:
            try:
                self.forms[kind] = self._form(kind)
            except (NoFrameError, jinja2.TemplateError) as error:
                self.refused[kind] = str(error)
        return self.forms.get(kind)

    def digest(self, kind: Kind) -> str | None:
        """Return the digest of a kind's form, or ``None`` where there is none: then nothing is known of its pages."""
        form = self.form(kind)
        return form.digest if form else None

    def _form(self, kind: Kind) -> Form:
        name, folder, _, sections, card = kind
        # An address that no page has: a theme that prints it in other ways than these slots leaves a trace.
        address = links.HOME if name == "home" else f"{folder}/{trace('address')}/".lstrip("/")
        page = Page(address, links.md_path(address), name, "", "", "", ())
        made = self.theme.page(page)
        made.meta.update({"title": slot("title"), "description": slot("description")})
        made.meta["hide"] = hidden(kind[2])
        if card:
            made.meta["card"] = slot("card")
        made.title = slot("title")
        if made.canonical_url:
            made.canonical_url, made.abs_url = slot("canonical"), slot("address")
        # Themes ask whether a body has a heading of its own.
        made.content = f"<h1>{slot('body')}</h1>"
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

    def _filled(self, form: Form, page: Page) -> str:
        config = self.theme.config
        made = words_of(page)
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
        """Return whether no page of its kind before had as many or as few signs or sections."""
        words = page.title + page.description
        signs = len(words) - sum(map(str.isalnum, words))
        number = len(page.sections)
        known = self._extremes.get(kind)
        low, high, few, many = known or (signs, signs, number, number)
        found = (min(low, signs), max(high, signs), min(few, number), max(many, number))
        self._extremes[kind] = found
        return found != known


_ITEMS = 4000
"""Items of tables of contents that are kept: most pages of a kind have the same."""


def _outline(item: AnchorLink) -> tuple[object, ...]:
    return (item.title, item.id, item.level, *map(_outline, item.children))


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", errors="xmlcharrefreplace")


def _contents(html: str, first: str, second: str) -> tuple[str, str]:
    """Put a slot in the place of a table of contents of two items; also return what stands between them."""
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
