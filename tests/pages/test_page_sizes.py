"""No page is over 60 KB compressed, whatever the size of what it tells of, and nothing is lost: a page leads on to what it has no room for.

Sites far larger than any newsroom's, made in memory, each large in one direction. Names, notes and questions are of many different
words, so that they compress no better than texts that people write.
"""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from benchmarks.generated import WEIGHTS, WORDS
from builder.compare.library import index
from builder.content.model import Article, Outlet, Question, Site, Source, Story, Topic
from builder.content.vocabulary import Answer, Stake
from builder.pages import links
from builder.pages.compose import assembled, compose, front
from builder.pages.contribution import Contribution
from builder.pages.leaf import all_pages
from builder.pages.page import Page
from builder.pages.render import Printer
from tests.factory import TOPIC, article, figure, question, site

MOST = 60_000 - 6_000
"""Bytes of a page, compressed, without what the theme puts around it, which is 4.5 KB on this repository's site."""


def words(number: int, seed: int) -> str:
    dice = random.Random(seed)  # noqa: S311 - the same texts at each run
    return " ".join(dice.choices(WORDS, WEIGHTS, k=number)).capitalize()


def asked(number: int, topic: str = TOPIC) -> list[Question]:
    return [
        question(
            Answer.QUANTITY, id=f"q{n}", topic=topic, text=f"{words(12, n)}?", short=f"{words(3, n + 1)} {n}"
        )
        for n in range(number)
    ]


def answering(id: str, questions: Iterable[Question], seed: int, **more: Any) -> Article:
    """An article with a figure of its own to each question; its précis has a link to each tenth."""
    claims = [
        figure(str(100 + (seed * 7 + n) % 900), id=f"c{n}", question=one.path, quote=words(6, n + seed))
        for n, one in enumerate(questions)
    ]
    precis = " ".join(f"[{words(3, n)}](#claim-c{n})." for n in range(0, len(claims), 10))
    return article(id, *claims, precis=precis, headline=words(8, seed), **more)


def of(articles: Iterable[Article], topics: Sequence[Topic], stories: Iterable[Story] = ()) -> Site:
    told = [*stories] or [Story("story", "The story", words(30, 1), tuple(topic.id for topic in topics))]
    return replace(
        site(articles),
        topics={topic.id: topic for topic in topics},
        stories={story.id: story for story in told},
    )


def topic(questions: Sequence[Question]) -> Topic:
    return Topic(questions[0].topic, words(3, len(questions)), words(15, 1), tuple(questions))


def pages_of(made: Site) -> dict[str, Page]:
    printer, single = Printer(), len(made.stories) == 1
    leaves, contribution = compose(
        index(made), printer, single=single, indexed=not single or len(made.topics) > 12
    )
    own = all_pages(leaves, contribution)
    whole = front(made, contribution, printer, texts_at_hand=False)
    return {page.address: page for page in assembled(whole, own)}


def too_large(pages: Iterable[Page]) -> dict[str, int]:
    sizes = {page.address: len(gzip.compress(page.body.encode())) for page in pages}
    return {address: size for address, size in sizes.items() if size > MOST}


def reached(pages: dict[str, Page], first: str) -> list[str]:
    """Return the bodies of a page and of all parts that follow it, each by the link of the one before."""
    found = [pages[first].body]
    while next_part := re.search(r'rel="next" href="([^"]*)"', found[-1]):
        *_, name, _ = next_part[1].split("/")
        (address,) = (address for address in pages if address.endswith(f"lists/{name}/"))
        found.append(pages[address].body)
    return found


@pytest.mark.parametrize("claims", [100, 900])
def test_an_article_of_many_claims(claims: int) -> None:
    questions = asked(claims)
    pages = pages_of(
        of([answering("post", questions, 1), answering("echo", questions[::2], 2)], [topic(questions)])
    )
    assert too_large(pages.values()) == {}
    body = pages["articles/post/"].body
    # Each claim has its place, and leads to its question, in whatever room there is.
    assert body.count('id="claim-c') == claims
    assert ("vm-asked--brief" in body) == (claims == 900)
    assert all(re.search(rf'href="../../topics/{TOPIC}/#q{n}(--post)?"', body) for n in (0, claims - 1))


def test_a_topic_of_many_questions() -> None:
    questions = asked(600)
    pages = pages_of(of([answering(f"paper-{n}", questions[n::3], n) for n in range(6)], [topic(questions)]))
    assert too_large(pages.values()) == {}
    body = pages[f"topics/{TOPIC}/"].body
    for one in questions:
        assert f'id="{one.id}"' in body
        page = links.question(one.path).address
        assert (page in pages) == (f'href="../../{page}"' in body)
    assert sum(address.startswith("questions/") for address in pages) == 500


def test_a_story_of_many_topics() -> None:
    topics = [topic(asked(2, f"t{n}")) for n in range(300)]
    told = [
        answering(f"paper-{n}", [one for each in topics[n::10] for one in each.questions], n)
        for n in range(20)
    ]
    pages = pages_of(of(told, topics))
    assert too_large(pages.values()) == {}
    assert "and 240 more topics" in pages[links.HOME].body
    listed = "".join(reached(pages, links.TOPICS))
    assert {f"t{n}" for n in range(300)} == set(re.findall(r"href=\"(?:[^\"]*/)?(t\d+)/\"", listed))


def test_a_site_of_many_stories() -> None:
    topics = [topic(asked(1, f"t{n}")) for n in range(600)]
    stories = [Story(f"s{n}", words(6, n), words(30, n), (f"t{n}",)) for n in range(600)]
    told = [
        answering(f"paper-{n}", [one for each in topics[n::5] for one in each.questions], n) for n in range(5)
    ]
    pages = pages_of(of(told, topics, stories))
    assert too_large(pages.values()) == {}
    parts = reached(pages, links.HOME)
    assert len(parts) > 1
    assert {f"s{n}" for n in range(600)} == set(re.findall(r'href="[^"]*stories/(s\d+)/"', "".join(parts)))
    assert pages["lists/stories-2/"].title.endswith(f"(Part 2 of {len(parts)})")


def test_an_index_of_many_sources() -> None:
    sources = {
        f"s{n}": Source(
            f"s{n}",
            f"{words(4, n)} {n}",
            words(2, n),
            "officials",
            Stake.NONE,
            words(15, n),
            side=words(2, n % 3),
        )
        for n in range(1000)
    }
    questions = asked(250)
    told = [answering(f"paper-{n}", questions, n) for n in range(4)]
    told = [
        replace(
            one, claims=tuple(replace(c, sources=(f"s{at * 250 + n}",)) for n, c in enumerate(one.claims))
        )
        for at, one in enumerate(told)
    ]
    pages = pages_of(replace(of(told, [topic(questions)]), sources=sources))
    assert too_large(pages.values()) == {}
    parts = reached(pages, links.SOURCES)
    assert len(parts) > 1
    assert {f"s{n}" for n in range(1000)} == set(re.findall(r"href=\"(?:[^\"]*/)?(s\d+)/\"", "".join(parts)))
    # Each side stands once, or goes on where the part before ends.
    headings = [re.findall(r'<h2 id="stake-[^>]*>(.*?)<', body) for body in parts]
    assert all(len(set(own)) == len(own) for own in headings)
    assert "more sources" in pages[f"topics/{TOPIC}/"].body


def test_an_index_of_many_outlets() -> None:
    outlets = [
        Outlet(f"paper-{n}", f"{words(3, n)} {n}", f"Paper {n}", "newspaper", note=words(20, n))
        for n in range(1000)
    ]
    given = Contribution()
    for outlet in outlets:
        given.put(f"articles/{outlet.id}", "2031", f"<li>{words(8, 1)}</li>")
        given.count(f"outlet/{outlet.id}", "claims")
    made = replace(of([], [topic(asked(1))]), outlets={outlet.id: outlet for outlet in outlets})
    pages = {page.address: page for page in front(made, given, Printer(), texts_at_hand=False)}
    assert too_large(pages.values()) == {}
    parts = reached(pages, links.ARTICLES)
    assert len(parts) > 1
    assert {f"paper-{n}" for n in range(1000)} == set(
        re.findall(r'href="[^"]*outlets/(paper-\d+)/"', "".join(parts))
    )


def test_a_list_that_fits_is_one_page() -> None:
    pages = pages_of(of([answering("post", asked(3), 1)], [topic(asked(3))]))
    assert not any(address.startswith("lists/") for address in pages)
    assert "Other parts" not in pages[links.SOURCES].body
