"""The preview image of a shared link, and a site that works from its folder."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from builder.adapters.plugin import FONTS
from builder.cli.main import main
from builder.pages.cards import INK, LEFT, PAPER, SHADES, SIZE, card
from builder.pages.render import TEMPLATES
from tests.printed import PAYLOAD, site_with_config


@pytest.mark.parametrize("answer", ["", "Short.", f"{PAYLOAD} " * 20, "long" * 200])
def test_a_card_can_show_any_words_and_is_reproducible(answer: str) -> None:
    first = card("Variorum", "Casualties", "30", answer, TEMPLATES / FONTS)
    assert first == card("Variorum", "Casualties", "30", answer, TEMPLATES / FONTS)
    assert Image.open(io.BytesIO(first)).size == SIZE
    assert len(first) < 60_000


def test_a_card_is_ink_on_paper() -> None:
    with Image.open(io.BytesIO(card("Site", "A title", "", "An answer. " * 80, TEMPLATES / FONTS))) as image:
        drawn = image.convert("RGB")
    counted = drawn.getcolors(SHADES)
    assert counted is not None, "more colours than shades"
    assert {INK, PAPER} <= {colour for _, colour in counted}
    assert drawn.getpixel((0, 0)) == PAPER
    assert drawn.getpixel((LEFT, 66)) == INK


def test_an_offline_site_links_to_files_and_brings_its_search_as_a_script(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    run = CliRunner().invoke(main, ["build", "--offline", "--root", str(root)])
    assert run.exit_code == 0, run.output
    site = root / "site"
    page = (site / "topics" / "cause.html").read_text(encoding="utf-8")
    assert 'href="../articles/harbour-post-adrift.html#claim-' in page
    assert "assets/javascripts/iframe-worker.js" in page
    script = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    assert script.startswith("var __index = {")
    assert "articles/harbour-post-adrift.html#claim-aboard" in script
