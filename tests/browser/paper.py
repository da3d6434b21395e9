"""A page on paper, for the tests that print one."""

from __future__ import annotations

import io

from playwright.sync_api import Page
from pypdf import PdfReader

# What a printer has on a sheet of A4 between the margins that the style sheet asks for, in CSS pixels.
SHEET = 210 / 25.4 * 96 - 2 * 14 / 25.4 * 96

# Boxes whose words stick out of them, or that stick out of the sheet.
CUT = """width => [...document.querySelectorAll(".md-content *")]
  .filter(e => !e.closest("svg, .vm-compare caption") && e.checkVisibility() && getComputedStyle(e).display !== "inline")
  .filter(e => e.getBoundingClientRect().right > width + 1 || (e.clientWidth && e.scrollWidth > e.clientWidth + 1))
  .map(e => e.outerHTML.slice(0, 100))"""


def on_paper(page: Page) -> None:
    """Show the page as a printer would lay it out."""
    page.set_viewport_size({"width": int(SHEET), "height": 1000})
    page.emulate_media(media="print")


def sheets(page: Page) -> list[str]:
    """Print the page, and return the words of each sheet."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]
