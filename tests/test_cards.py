"""The pictures that shared links show."""

from __future__ import annotations

import io

from PIL import Image

from builder import cards
from builder.render import TEMPLATES

FONTS = TEMPLATES / "theme" / "assets" / "fonts"


def test_the_same_words_make_the_same_picture() -> None:
    first, again, other = (cards.card("Site", title, "An answer.", FONTS) for title in ("A", "A", "B"))
    assert first == again != other


def test_a_picture_is_ink_on_paper() -> None:
    with Image.open(io.BytesIO(cards.card("Site", "A title", "An answer. " * 80, FONTS))) as image:
        drawn = image.convert("RGB")
    assert drawn.size == cards.SIZE
    counted = drawn.getcolors(cards.SHADES)
    assert counted is not None, "more colours than shades"
    colours = {colour for _, colour in counted}
    assert {cards.INK, cards.PAPER} <= colours
    assert drawn.getpixel((0, 0)) == cards.PAPER
    assert drawn.getpixel((cards.LEFT, 66)) == cards.INK
