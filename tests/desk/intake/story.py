"""One story of our own, on a page with whatever trouble a test is about."""

from __future__ import annotations

import json

from builder.desk.intake.facts import Reading
from builder.desk.intake.read import read_article

HEADLINE = "Trams stand still as drivers walk out"
PARAGRAPHS = (
    "About 450 tram drivers walked out on Tuesday, the drivers' union said, and most lines stood still for the whole of the day.",
    "The union is demanding a raise of 8 percent and a shorter week, and it says that it will not go back before it has both in writing.",
    "“Our passengers pay for a quarrel that they did not start,” the company said in a statement that it sent to papers in the evening.",
    "Nobody knows when the next talks are to be held, and the mayor of the town asked both sides to come back to the table at once.",
    "The last strike of this kind was eleven years ago, lasted for nine days and ended with a raise of 3 percent over two years.",
)
STORY = "\n".join((HEADLINE, *PARAGRAPHS)) + "\n"
RECORD = {
    "@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2031-06-04", "author": {"name": "Ada Brandt"},
    "publisher": {"name": "Elbing Courier"},
}  # fmt: skip
OTHER = {
    "@type": "NewsArticle", "headline": "Mayor opens a new swimming pool", "datePublished": "2029-01-02",
    "author": {"@type": "Person", "name": "Otto Wenn"}, "publisher": {"name": "Elbing Courier"},
}  # fmt: skip
KNOWN = (HEADLINE, ["Ada Brandt"], "2031-06-04", ["Elbing Courier"])
"""What has to be found of it: headline, byline, day, outlet."""


def ld(*values: object) -> str:
    """Scripts with records."""
    return "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)


def tram_page(
    head: str = "",
    beside: str = "",
    body: str | None = None,
    language: str = "en",
    title: str = "Trams | Elbing Courier",
    around: str = "",
) -> str:
    """A page with the story. ``beside`` stands between headline and text, ``around`` before the article."""
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS) if body is None else body
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><header><nav>'
        f"<a href='/'>Home</a></nav></header>{around}<main><article><h1>{HEADLINE}</h1>{beside}{body}</article></main>"
        "<footer>All rights reserved</footer></body></html>"
    )  # fmt: skip


def read(page: str | bytes, name: str = "a.html") -> Reading:
    """What is read of a page."""
    return read_article(name, page.encode() if isinstance(page, str) else page)


def known(page: str | bytes, name: str = "a.html") -> tuple[str | None, list[str], str | None, list[str]]:
    """Headline, byline, day and outlet that are found of a page."""
    facts = read(page, name).facts
    return facts.headline, facts.byline, facts.published, facts.outlets
