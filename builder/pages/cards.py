"""The preview image of a shared link: a page's title, one figure and one sentence, in the site's fonts.

Needs no network. The same words give the same bytes with the same version of the drawing library, which the lock file pins.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from builder.values.direction import bare

SIZE = (1200, 630)
INK, PAPER = (0x1D, 0x1C, 0x1A), (0xFB, 0xFA, 0xF6)
SHADES = 16
"""Number of shades from ink to paper: enough for smooth letters, and a small file. The image is drawn by shade and gets its
palette at the end, in a tenth of the time of drawing in colour and quantising."""
COMPRESSION = 3
"""Level of PNG compression, 0 to 9. A higher one makes 18 KB instead of 21 and takes twice as long."""
BLACK, SOFT, RULE, WHITE = 0, 4, 13, SHADES - 1
_COLOURS = [
    round(ink + (paper - ink) * shade / WHITE)
    for shade in range(SHADES)
    for ink, paper in zip(INK, PAPER, strict=True)
]
LEFT, RIGHT = 80, 1120
PLAIN, STRONG = "serif-400-first.woff2", "serif-600-first.woff2"
TITLE, TEXT, SMALL = 46, 42, 30
FIGURES = (150, 120, 96, 76, 60)
"""Font sizes in pixels; of a figure the largest that fits."""


@lru_cache(maxsize=64)
def card(site: str, title: str, figure: str, answer: str, fonts: Path) -> bytes:
    """Return a card as PNG: a figure large if there is one, and a sentence. Cached, because a served site is built again and again."""
    # The marks that isolate right-to-left words would be drawn as boxes.
    site, title, figure, answer = bare(site), bare(title), bare(figure), bare(answer)
    image = Image.new("L", SIZE, WHITE)
    pen = ImageDraw.Draw(image)
    strong, plain, small = fonts / STRONG, _font(fonts / PLAIN, TEXT), _font(fonts / STRONG, SMALL)
    pen.rectangle((LEFT, 64, RIGHT, 70), fill=BLACK)
    y = 96
    for line in wrapped(title, _font(strong, TITLE), 2):
        _write(pen, y, line, _font(strong, TITLE), SOFT)
        y += 56
    y += 22
    # As large as it fits into one line.
    large = next((font for size in FIGURES if len(wrapped(figure, font := _font(strong, size), 2)) < 2), None)
    if figure:
        font = large or _font(strong, FIGURES[-1])
        for line in wrapped(figure, font, 2):
            _write(pen, y, line, font, BLACK)
            y += round(font.size * 1.15)
        y += 20
    for line in wrapped(answer, plain, _room(y)):
        _write(pen, y, line, plain, BLACK)
        y += 54
    pen.line((LEFT, 552, RIGHT, 552), fill=RULE, width=2)
    _write(pen, 568, site, small, SOFT)
    image.putpalette(_COLOURS)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=COMPRESSION)
    return out.getvalue()


def _room(y: int) -> int:
    """Return how many lines of the sentence fit below a height."""
    return max(1, (530 - y) // 54)


def _write(pen: ImageDraw.ImageDraw, y: int, line: str, font: ImageFont.FreeTypeFont, shade: int) -> None:
    """Write a line from the left margin, word by word."""
    x = float(LEFT)
    for word in line.split():
        found, left, top = _drawn(font, word)
        pen.bitmap((round(x) + left, y + top), found, fill=shade)
        x += _width(font, word) + _width(font, " ")


@lru_cache(maxsize=1024)
def _drawn(font: ImageFont.FreeTypeFont, word: str) -> tuple[Image.Image, int, int]:
    """Return a word as a mask with its left and top offset. Cached, because the cards of a site share most of their words."""
    left, top, right, bottom = map(round, font.getbbox(word))
    mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(mask).text((-left, -top), word, font=font, fill=255)
    return mask, left, top


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=10_000)
def _width(font: ImageFont.FreeTypeFont, word: str) -> float:
    return font.getlength(word)


def wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """Return a text as at most ``most`` lines that fit between the margins; the last ends in an ellipsis if there is more."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        line = words.pop(0)
        # There is no kerning across spaces, so the widths of words add up.
        room = RIGHT - LEFT - _width(font, line)
        while room < 0 and font.getlength(line) > RIGHT - LEFT:
            line = line[:-1]
        while words and (room := room - _width(font, " ") - _width(font, words[0])) >= 0:
            line += f" {words.pop(0)}"
        lines.append(line)
    if words and lines:
        line = lines[-1]
        while line and font.getlength(f"{line}…") > RIGHT - LEFT:
            line = line[:-1]
        lines[-1] = f"{line.rstrip(' ,;:')}…"
    return lines
