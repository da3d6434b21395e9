"""Rows for the frames of other sites: small pages that need no script and lead to the comparison."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.build import in_memory
from builder.compare.rows import compare_question
from builder.content.vocabulary import Answer
from builder.pages.about import About
from builder.pages.policy import embed_headers
from builder.pages.views.claims import Teller
from builder.pages.views.embed import embed_view
from tests.factory import article, library, question, write_site, yes_no

ABOUT = About("Two Ferries", "", "https://ferries.test/site/")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return in_memory.make(write_site(tmp_path_factory.mktemp("embed")), about=ABOUT).data


def test_a_row_has_every_answer_and_leads_to_the_comparison(data: dict[str, bytes]) -> None:
    html = data["embed/passengers--aboard/index.html"].decode()
    assert "about 140" in html
    assert 'href="https://ferries.test/site/topics/passengers/#aboard" target="_blank" rel="noopener"' in html
    assert '<link rel="stylesheet" href="../../assets/stylesheets/plain.css">' in html
    # All that runs is a file of the site.
    assert re.findall(r"<script[^>]*>", html) == ['<script src="../../assets/javascripts/embed.js" defer>']
    assert not re.search(r"<[^>]*\son[a-z]+=", html)
    assert "<form" not in html


def test_the_picture_of_who_said_it_is_a_frame_of_its_own(data: dict[str, bytes]) -> None:
    html = data["embed/passengers/index.html"].decode()
    assert "Who said it" in html
    assert '<p class="vm-root-name"><span>Marlo Ferry Line</span>' in html or "the ferry line" in html
    assert html.count('<li class="vm-branch">') == 2
    assert '&lt;iframe src="https://ferries.test/site/embed/passengers/"' in html
    # All links open a page of their own: the pages themselves are shown in no frame.
    assert re.findall("<a [^>]*>", html) == [
        '<a href="https://ferries.test/site/topics/passengers/#aboard" target="_blank" rel="noopener">'
    ]
    # A topic on which no source is passed on by two outlets has no such picture.
    assert "embed/cause/index.html" not in data or "vm-root" in data["embed/cause/index.html"].decode()


def test_what_another_site_has_to_write_stands_on_it(data: dict[str, bytes]) -> None:
    html = data["embed/passengers--aboard/index.html"].decode()
    assert '&lt;iframe src="https://ferries.test/site/embed/passengers--aboard/"' in html
    assert "https://ferries.test/site/assets/javascripts/embed.js" in html


def test_a_site_that_does_not_know_its_address_offers_none(tmp_path: Path) -> None:
    html = in_memory.make(write_site(tmp_path)).data["embed/passengers--aboard/index.html"].decode()
    assert "iframe" not in html
    assert 'href="../../topics/passengers/#aboard"' in html


def test_any_site_may_show_them_and_nothing_else_is_allowed() -> None:
    policy = dict(rule.split(" ", 1) for rule in embed_headers()["Content-Security-Policy"].split("; "))
    assert policy.pop("frame-ancestors") == "*"
    assert set(policy.values()) == {"'none'", "'self'"}


def test_outlets_share_a_line_only_if_all_that_it_shows_is_alike() -> None:
    asked = question(Answer.YES_NO)
    told = [
        yes_no(True, "struck it", sources=("coastguard",), cue="said"),
        yes_no(True, "struck it", sources=("coastguard",), cue="said"),
        yes_no(True, "hit the rock", sources=("coastguard",), cue="said"),
        yes_no(True, "struck it", sources=()),
        yes_no(False, "missed it", sources=()),
    ]
    outlets = ("post", "radio", "wire", "yard", "zone")
    lib = library(*(article(id, one) for id, one in zip(outlets, told, strict=True)), questions=[asked])
    view = embed_view(compare_question(lib, asked), Teller(lib))
    assert [(line.claim.printed, line.claim.said_by != "", len(line.outlets)) for line in view.answers] == [
        ("struck it", True, 2),
        ("hit the rock", True, 1),
        ("struck it", False, 1),
        ("missed it", False, 1),
    ]


def test_a_frame_spells_out_the_names_that_it_uses(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    outlets = root / "content/outlets.yml"
    text = outlets.read_text(encoding="utf-8")
    outlets.write_text(text.replace("short: Harbour Post", "short: HP"), encoding="utf-8")
    html = in_memory.make(root, about=ABOUT).data["embed/passengers--aboard/index.html"].decode()
    assert re.search(r"The Harbour Post(, HP| \(HP\))", html)
