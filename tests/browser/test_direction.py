"""Names in a right-to-left script turn no figure beside them, as a browser lays the page out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.build import in_memory
from tests.factory import valid, write_site

FIGURES = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.closest("bdi, [dir], title, desc, td > a, details")) continue;
    const block = node.parentElement.closest("p, li, text, td, th, caption, h1, h2, h3, dd");
    for (const match of node.data.matchAll(/[0-9]+|[a-z]{3,}/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const place = range.getBoundingClientRect();
      if (block && place.width) found.push([match[0], block, Math.round(place.top), place.x]);
    }
  }
  const turned = [];
  let beside = 0;
  for (let at = 1; at < found.length; at++) {
    const [before, here] = [found[at - 1], found[at]];
    if (before[1] !== here[1] || before[2] !== here[2]) continue;
    beside++;
    if (here[3] < before[3]) turned.push(`${before[0]} ${here[0]}: ${here[1].textContent.trim()}`);
  }
  return [beside, turned];
}"""
"""Two figures or words after each other on one line, outside of what is set apart, of which the second stands left of the first."""


@pytest.mark.parametrize(
    "address", ["topics/passengers/", "topics/cause/", "pairs/harbour-post--sound-radio/", ""]
)
def test_what_comes_first_stands_left(address: str, browser: Browser, tmp_path: Path) -> None:
    names = {
        "The Harbour Post": "\u05d4\u05d0\u05e8\u05e5",
        "Harbour Post": "\u05d4\u05d0\u05e8\u05e5",
        "Sound Radio": "\u0645\u0639\u0627\u0631\u064a\u0641",
    }
    outlets = valid("outlets.yml")
    for name, other in names.items():
        outlets = outlets.replace(f": {name}", f": {other}")
    sources = valid("sources.yml").replace("short: the coastguard", "short: \u05d4\u05de\u05e9\u05de\u05e8")
    sources = sources.replace("short: the ferry line", "short: \u05d4\u05e7\u05d5")
    pages = in_memory.make(write_site(tmp_path, {"outlets.yml": outlets, "sources.yml": sources})).pages
    (body,) = [page.body for page in pages if page.address == address]
    assert "<bdi>" in body
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    page.set_content(body)
    beside, turned = page.evaluate(FIGURES)
    assert beside > 50
    assert turned == []
    # What it would be without.
    page.set_content(body.replace("<bdi>", "<span>").replace("</bdi>", "</span>"))
    assert page.evaluate(FIGURES)[1] or address == ""
    page.close()
