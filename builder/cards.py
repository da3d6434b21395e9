"""The picture that a shared link shows: a topic's title and its answer, in the site's own type.

Drawn without a network. The same words give the same bytes, as long as the drawing library is the same, which the
lock makes sure of.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
PAPER, INK, SOFT, RULE = "#fbfaf6", "#1d1c1a", "#5a5750", "#d9d5ca"
LEFT, RIGHT = 80, 1120
LINES = 6
"""Lines of the answer; more are cut."""


def card(site: str, title: str, answer: str, fonts: Path) -> bytes:
    """Return a card as PNG."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    strong, plain = _font(fonts / "serif-600-first.woff2", 76), _font(fonts / "serif-400-first.woff2", 38)
    small = _font(fonts / "serif-600-first.woff2", 30)
    pen.rectangle((LEFT, 64, RIGHT, 70), fill=INK)
    y = 92
    for line in wrapped(title, strong, 2):
        pen.text((LEFT, y), line, font=strong, fill=INK)
        y += 88
    y += 22
    for line in wrapped(answer, plain, LINES if y < 220 else LINES - 2):
        pen.text((LEFT, y), line, font=plain, fill=INK)
        y += 52
    pen.line((LEFT, 552, RIGHT, 552), fill=RULE, width=2)
    pen.text((LEFT, 568), site, font=small, fill=SOFT)
    out = io.BytesIO()
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """Break a text into lines that fit between the margins, at most so many; the last tells if there is more."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        line = words.pop(0)
        while words and font.getlength(f"{line} {words[0]}") <= RIGHT - LEFT:
            line += f" {words.pop(0)}"
        while font.getlength(line) > RIGHT - LEFT:
            line = line[:-1]
        lines.append(line)
    if words and lines:
        line = lines[-1]
        while line and font.getlength(f"{line}…") > RIGHT - LEFT:
            line = line[:-1]
        lines[-1] = f"{line.rstrip(' ,;:')}…"
    return lines
