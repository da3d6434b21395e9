"""What the theme's own templates put around a page, in sites that say more or less of themselves."""

from __future__ import annotations

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
    assert "twitter:card" not in without, "it promises a large picture"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "There is no such page"), ("de", "Diese Seite gibt es nicht")]
)
def test_a_wrong_address_says_so_and_leads_on(tmp_path: Path, language: str, words: str) -> None:
    lost = (built(tmp_path, language=language) / "404.html").read_text(encoding="utf-8")
    assert f"<h1>{words}</h1>" in lost
    article = lost[lost.index("<article") : lost.index("</article>")]
    assert 'href="/topics/cause/"' in article
