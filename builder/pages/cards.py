"""The picture that a shared link shows: a topic's title and its answer, in the site's own type.

Drawn without a network. The same words give the same bytes, as long as the drawing library is the same, which the
lock makes sure of.
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
"""From ink to paper: what smooth letters need, and a small file. Drawn by their numbers and coloured at the end: a tenth of
the time that it takes to draw in colours and look for the best few."""
COMPRESSION = 3
"""Of nine. More makes a file of 18 KB out of one of 21, and takes twice as long."""
BLACK, SOFT, RULE, WHITE = 0, 4, 13, SHADES - 1
_COLOURS = [
    round(ink + (paper - ink) * shade / WHITE)
    for shade in range(SHADES)
    for ink, paper in zip(INK, PAPER, strict=True)
]
LEFT, RIGHT = 80, 1120
PLAIN, STRONG = "serif-400-first.woff2", "serif-600-first.woff2"
TITLE, TEXT = 76, 36
"""Sizes of the letters."""
LINES = 7
"""Lines of the answer: as much as a topic's has. More are cut."""


@lru_cache(maxsize=64)
def card(site: str, title: str, answer: str, fonts: Path) -> bytes:
    """Return a card as PNG. A site that is served again and again draws each once."""
    # What would be drawn of the marks that set words apart is a box.
    site, title, answer = bare(site), bare(title), bare(answer)
    image = Image.new("L", SIZE, WHITE)
    pen = ImageDraw.Draw(image)
    strong, plain = _font(fonts / STRONG, TITLE), _font(fonts / PLAIN, TEXT)
    small = _font(fonts / STRONG, 30)
    pen.rectangle((LEFT, 64, RIGHT, 70), fill=BLACK)
    y = 92
    for line in wrapped(title, strong, 2):
        _write(pen, y, line, strong, BLACK)
        y += 88
    y += 22
    for line in answer_lines(title, answer, fonts):
        _write(pen, y, line, plain, BLACK)
        y += 48
    pen.line((LEFT, 552, RIGHT, 552), fill=RULE, width=2)
    _write(pen, 568, site, small, SOFT)
    image.putpalette(_COLOURS)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=COMPRESSION)
    return out.getvalue()


def _write(pen: ImageDraw.ImageDraw, y: int, line: str, font: ImageFont.FreeTypeFont, shade: int) -> None:
    """Write a line from the left margin on, word by word."""
    x = float(LEFT)
    for word in line.split():
        found, left, top = _drawn(font, word)
        pen.bitmap((round(x) + left, y + top), found, fill=shade)
        x += _width(font, word) + _width(font, " ")


@lru_cache(maxsize=1024)
def _drawn(font: ImageFont.FreeTypeFont, word: str) -> tuple[Image.Image, int, int]:
    """Return a word as a mask, and where that begins. The cards of a site have most of their words in common."""
    left, top, right, bottom = map(round, font.getbbox(word))
    mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(mask).text((-left, -top), word, font=font, fill=255)
    return mask, left, top


def answer_lines(title: str, answer: str, fonts: Path) -> list[str]:
    """Return the lines in which a card shows an answer: a longer title leaves room for fewer of them."""
    heads = wrapped(title, _font(fonts / STRONG, TITLE), 2)
    return wrapped(answer, _font(fonts / PLAIN, TEXT), LINES if len(heads) < 2 else LINES - 2)


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=10_000)
def _width(font: ImageFont.FreeTypeFont, word: str) -> float:
    return font.getlength(word)


def wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """Break a text into lines that fit between the margins, at most so many; the last tells if there is more."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        line = words.pop(0)
        # No letter leans over a space, so that the words' lengths add up.
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
