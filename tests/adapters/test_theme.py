"""What the theme's own templates put around a page, in sites that say more or less of themselves."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.printed import site_with_config

CARD = '<meta property="og:image" content="'


def built(folder: Path, more: str = "", language: str = "en") -> Path:
    config = load_config(str(site_with_config(folder, more=more) / "mkdocs.yml"))
    config.theme["language"] = language
    build(config)
    return Path(config.site_dir)


def test_a_card_is_named_only_by_its_full_address(tmp_path: Path) -> None:
    """Whoever shows a shared link reads one page, from elsewhere: a relative address leads nowhere there."""
    without = (built(tmp_path / "without") / "topics/cause/index.html").read_text(encoding="utf-8")
    known = built(tmp_path / "known", "site_url: https://example.org/paper/\n")
    page = (known / "topics/cause/index.html").read_text(encoding="utf-8")
    assert f'{CARD}https://example.org/paper/cards/topics-cause.png">' in page
    assert (known / "cards/topics-cause.png").is_file()
    assert "og:title" in without
    assert "og:image" not in without
    assert "summary_large_image" not in without, "it promises a picture"


class Tags(HTMLParser):
    """What a page tells whoever shows a link to it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shared: dict[str, str] = {}
        self.title, self.description, self.canonical, self._in_title = "", "", "", False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self._in_title = tag == "title"
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        if tag == "meta" and found.get("name") == "description":
            self.description = found["content"]
        if (
            tag == "meta"
            and (name := found.get("property") or found.get("name"))
            and name[:3] in ("og:", "twi")
        ):
            assert name not in self.shared
            self.shared[name] = found["content"]

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def test_every_page_says_what_a_shared_link_shows(tmp_path: Path) -> None:
    site = built(tmp_path, "site_url: https://example.org/paper/\n")
    kinds = set()
    for path in sorted(site.rglob("index.html")):
        page = Tags(path.read_text(encoding="utf-8"))
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        if address.startswith("embed/"):
            continue  # a row for other sites' frames, which nobody shares by itself
        kinds.add(address.split("/")[0])
        shared = page.shared
        card = shared.pop("og:image", None)
        assert (card is not None) == (address.startswith("topics/") or not address), address
        if card:
            assert (site / card.removeprefix("https://example.org/paper/")).is_file()
        assert shared["twitter:card"] == ("summary_large_image" if card else "summary")
        assert (
            shared["og:url"]
            == page.canonical
            == f"https://example.org/paper/{address}{'/' if address else ''}"
        )
        assert shared["og:description"] == page.description
        assert page.description
        assert shared["og:title"]
        assert page.title.startswith(shared["og:title"]) or not address
        assert shared["og:type"] == ("article" if address else "website")
    assert {"", "articles", "topics", "outlets", "sources", "pairs", "method"} <= kinds


@pytest.mark.parametrize(
    ("language", "words"), [("en", "There is no such page"), ("de", "Diese Seite gibt es nicht")]
)
def test_a_wrong_address_says_so_and_leads_on(tmp_path: Path, language: str, words: str) -> None:
    lost = (built(tmp_path, language=language) / "404.html").read_text(encoding="utf-8")
    assert f"<h1>{words}</h1>" in lost
    article = lost[lost.index("<article") : lost.index("</article>")]
    assert 'href="/topics/cause/"' in article
