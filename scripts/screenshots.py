"""Take pictures of pages of a built site: desktop and phone, light and dark.

From the repository's root, with the environment that "make test" sets up:

    .venv/bin/python -m scripts.screenshots site screenshots / topics/casualties/ --full
"""

from __future__ import annotations

import argparse
import re
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.chromium import NoChromiumError, Scheme, Viewport, launch, new_context
from scripts.serving import serve

VIEWPORTS: tuple[Viewport, ...] = ("desktop", "phone")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

# Material follows the system's colours only where its palette says so by a media query. Where it does
# not, the colours asked for are set by hand, as its own switch would.
SET_PALETTE = """scheme => {
  const wanted = scheme === "dark" ? "slate" : "default";
  const follows = document.querySelector('input[data-md-color-media*="prefers-color-scheme"]');
  if (!follows && document.body.hasAttribute("data-md-color-scheme"))
    document.body.setAttribute("data-md-color-scheme", wanted);
}"""


def file_name(page: str, viewport: Viewport, scheme: Scheme) -> str:
    """topics/casualties/ on a phone in the dark: topics-casualties.phone-dark.png"""
    name = re.sub(r"[^A-Za-z0-9_.]+", "-", page.removesuffix("index.html")).strip("-") or "home"
    return f"{name}.{viewport}-{scheme}.png"


def take(browser: Browser, address: str, page: str, folder: Path, *, full: bool) -> bool:
    fine = True
    for viewport, scheme in product(VIEWPORTS, SCHEMES):
        context = new_context(browser, viewport, scheme)
        tab = context.new_page()
        response = tab.goto(address + page.lstrip("/"))
        if response is None or not response.ok:
            print(f"{page}: {response.status if response else 'no answer'}", file=sys.stderr)
            context.close()
            return False
        tab.evaluate(SET_PALETTE, scheme)
        if full:
            # What is out of sight is not laid out, but a picture of the whole page shows it.
            tab.add_style_tag(content="* { content-visibility: visible !important }")
        tab.wait_for_load_state("networkidle")
        target = folder / file_name(page, viewport, scheme)
        tab.screenshot(path=target, full_page=full)
        print(target)
        wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            print(f"{page}: {viewport} scrolls sideways by {wide} pixels", file=sys.stderr)
            fine = False
        context.close()
    return fine


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path, help="folder with the built site")
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument(
        "pages", nargs="+", help="addresses of pages under the site's root; / is the home page"
    )
    parser.add_argument("--full", action="store_true", help="the whole page instead of the first screen")
    arguments = parser.parse_args()

    if not arguments.site.is_dir():
        parser.error(f"{arguments.site} is no folder; build the site first: make site")
    arguments.out.mkdir(parents=True, exist_ok=True)
    try:
        with serve(arguments.site) as address, sync_playwright() as playwright:
            browser = launch(playwright)
            results = [
                take(browser, address, page, arguments.out, full=arguments.full) for page in arguments.pages
            ]
            browser.close()
    except NoChromiumError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
