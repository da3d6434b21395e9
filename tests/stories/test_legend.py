"""The page on how to read a site explains each label that its pages print: of the invented stories, of the site itself and of a new one."""

from __future__ import annotations

import re
from html import unescape

import pytest

from builder.build import in_memory
from builder.content.vocabulary import SilenceKind
from builder.pages.views import asked, legend, opening
from builder.values.quantity import tolerance
from tests.interface import enumerated, of_code, of_templates
from tests.stories.sites import HERE

SITES = {
    "toll": HERE / "toll",
    "bank": HERE / "bank",
    "the site": HERE.parents[1],
    "a new site": HERE.parents[1] / "builder/desk/starter",
}
PLAIN = {"No answer to any of these questions", "No other text at hand answers this.", "Yes", "No"}
"""What says itself what it means."""
_SILENCE = re.compile(r'<p class="vm-silence">([^<]*)</p>')
_ANSWER = re.compile(r'<span class="vm-answer">([^<,]*)[^<]*')
_BADGE = re.compile(r'<span class="vm-badge[^>]*>([^<]*)</span>')


def explained(method: str) -> set[str]:
    """Return the terms that a page of method gives a meaning for, in the section of the program."""
    made = method.partition("What the labels mean")[2]
    return {unescape(term) for term in re.findall(r"<dt><strong>(.*?)</strong></dt>\s*<dd>\s*\S", made)}


@pytest.mark.parametrize("name", SITES)
def test_each_label_that_a_site_prints_is_explained_on_it(name: str) -> None:
    pages = {page.address: page.body for page in in_memory.make(SITES[name]).pages}
    told = explained(pages["method/"])
    printed = {unescape(words) for body in pages.values() for words in _BADGE.findall(body)}
    printed |= {
        unescape(words)
        for body in pages.values()
        for words in (*_SILENCE.findall(body), *_ANSWER.findall(body))
        if words not in PLAIN
    }
    assert {words[0].lower() + words[1:] for words in printed} <= {
        words[0].lower() + words[1:] for words in told
    }
    if name != "a new site":
        assert len(printed) > 3
        for word in ("allows for", "about", "the article leaves open", "Open", "Later count", "Two counts"):
            assert word in told


def test_each_silence_has_its_line() -> None:
    assert set(legend.SILENCES) == set(SilenceKind)


def test_what_about_reaches_is_what_it_is_read_as() -> None:
    low, high = 30 - tolerance(30), 30 + tolerance(30)
    assert f"“About 30” can mean {low:g} to {high:g}." in legend.WORDS["about"]


def test_each_way_in_which_an_answer_can_stand_to_others_has_its_line() -> None:
    printed = {
        *asked.STANDING.values(),
        *asked.NOT_COUNTED.values(),
        *asked.ANSWERED.values(),
        *asked.HOURS,
        asked.UNITS,
        asked.APART,
        asked.IN_COPIES,
        asked.ALONE,
    }
    assert set(legend.STANDINGS) == printed


def test_what_is_explained_of_the_print_is_what_pages_can_print() -> None:
    printed = {*of_templates(), *of_code(), *(manner for manner in opening.MANNERS.values())}
    for words in (*legend.VOICES, *legend.APART):
        assert any(words in one for one in printed | enumerated() - {*legend.VOICES, *legend.APART}), words
