"""Take the pictures in docs/images anew, one of each kind of page, from a built site:

.venv/bin/python -m scripts.pictures site docs/images
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from benchmarks import generated
from benchmarks.programs import variorum
from scripts.chromium import Scheme, Viewport, launch, new_context
from scripts.serving import serve

PICTURES: tuple[tuple[str, str, Viewport, Scheme], ...] = (
    ("topic-desktop-light", "topics/casualties/", "desktop", "light"),
    ("topic-phone-light", "topics/casualties/", "phone", "light"),
    ("topic-phone-dark", "topics/troop-numbers/", "phone", "dark"),
    ("topic-table-desktop-light", "topics/troop-numbers/#side_by_side", "desktop", "light"),
    ("wordings-desktop-light", "topics/language-barrier/#in_their_words", "desktop", "light"),
    ("home-desktop-light", "", "desktop", "light"),
    ("home-desktop-dark", "", "desktop", "dark"),
    ("home-phone-light", "", "phone", "light"),
    ("timeline-desktop-light", "#what-when", "desktop", "light"),
    ("map-desktop-light", "#where", "desktop", "light"),
    ("article-desktop-light", "articles/financial-times-first-combat/#what-it-says", "desktop", "light"),
    ("articles-desktop-light", "articles/", "desktop", "light"),
    ("outlet-desktop-light", "outlets/newsweek/", "desktop", "light"),
    ("source-desktop-light", "sources/gur/", "desktop", "light"),
    ("sources-desktop-light", "sources/", "desktop", "light"),
    ("pair-desktop-light", "pairs/financial-times--newsweek/", "desktop", "light"),
    ("method-desktop-light", "method/", "desktop", "light"),
    ("none-desktop-light", "404.html", "desktop", "light"),
)
SEVERAL: tuple[tuple[str, str, Viewport, Scheme], ...] = (
    ("stories-desktop-light", "", "desktop", "light"),
    ("story-desktop-light", "stories/story-00001/", "desktop", "light"),
    ("topics-desktop-light", "topics/", "desktop", "light"),
)
"""Kinds of pages that only a site of several stories has: an invented one shows them."""
ARTICLES = 75
COLOURS = 48
"""Pages of text need no more, and a picture stays small."""


def main(arguments: list[str]) -> int:
    site, folder = (Path(argument) for argument in arguments)
    folder.mkdir(parents=True, exist_ok=True)
    take(site, PICTURES, folder)
    with tempfile.TemporaryDirectory() as place:
        take(several(Path(place)), SEVERAL, folder)
    return 0


def several(root: Path) -> Path:
    """Build the invented site of several stories, and return where it is."""
    generated.write(root, ARTICLES)
    variorum(root)
    subprocess.run([sys.executable, "-m", "builder", "build", "-C", str(root)], check=True)
    return root / "site"


def take(site: Path, pictures: Iterable[tuple[str, str, Viewport, Scheme]], folder: Path) -> None:
    """Take pictures of some pages of a site."""
    with serve(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, page, viewport, scheme in pictures:
            context = new_context(browser, viewport, scheme)
            tab = context.new_page()
            tab.goto(address + page)
            tab.wait_for_load_state("networkidle")
            picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
            if viewport == "phone":
                picture = picture.resize(
                    (picture.width * 2 // 3, picture.height * 2 // 3), Image.Resampling.LANCZOS
                )
            picture.quantize(COLOURS).save(folder / f"{name}.png", optimize=True)
            print(folder / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
