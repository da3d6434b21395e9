"""Where a story grows, so does the work of setting its articles beside each other: in proportion, and not with the square."""

from __future__ import annotations

import sys
from collections.abc import Callable

from builder.compare.library import index
from builder.content.model import Site
from builder.content.vocabulary import Answer
from tests.factory import article, figure, question, site

ASKED = [
    question(Answer.QUANTITY, id="killed", counts="killed", of="passengers"),
    question(Answer.QUANTITY, id="crew", counts="killed", of="passengers and crew"),
    question(Answer.QUANTITY, id="hurt", counts="hurt", of="passengers"),
]


def story(articles: int) -> Site:
    """A story whose articles answer three questions of one topic, most of them with a figure of their own."""
    return site(
        [
            article(
                f"post-{number}",
                *(
                    figure(
                        str(1000 + number),
                        id=asked.id,
                        question=asked.path,
                        counts=asked.counts if number % 5 else "hurt",
                        of=asked.of,
                        sources=("coastguard",),
                    )
                    for asked in ASKED
                ),
            )
            for number in range(articles)
        ],
        ASKED,
    )


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls: the same on any machine."""
    number = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def test_what_is_looked_for_in_all_articles_grows_with_their_number():
    small, large = (story(number) for number in (60, 240))
    index(small)  # words and patterns are read once
    assert calls(lambda: index(large)) < 6 * calls(lambda: index(small))
