"""Scopes that are places, parties that are sources, running counts and complements: what the model makes of them."""

from __future__ import annotations

import pytest

from builder.content.model import Claim, Party, Site
from builder.values.dates import parse_edtf
from builder.values.figures.reader import read
from builder.values.quantity import Modifier, rest_of_hundred
from tests.factory import check, valid, write_site

SOURCES = valid("sources.yml") + (
    "  speaks_for: ferry-line\nmate:\n  name: The Mate\n  kind: person\n  stake: none\n  speaks_for: harbour-channel\n"
)
PLACES = valid("places.yml") + (
    "  within: osk-sound\nnorth-coast:\n  name: North Coast\n  aliases: [the coast]\n"
    "south-coast:\n  name: South Coast\n  aliases: [the coast]\n"
)
TOPIC = valid("topics/passengers.yml") + (
    "  - id: answering\n    text: Who answers for the ferry?\n    short: Answering\n    answer: who\n"
    "  - id: toll\n    text: How many were hurt?\n    short: Hurt\n    answer: quantity\n    unit: people\n"
    "    counts: hurt\n    of: passengers\n    when: 2031-03-03\n    running: true\n"
    "  - id: insured\n    text: Which share was insured?\n    short: Insured\n    answer: quantity\n    unit: percent\n"
    "    counts: insured\n    of: passengers\n"
)


def site_with(tmp_path, claim: str, **files: str) -> tuple[Site, list[str]]:
    """Return the valid site with one more claim of the radio, and what is told of it."""
    article = valid("articles/sound-radio-fuse.md").replace("claims:\n", f"claims:\n  - id: more\n{claim}", 1)
    laid = {"articles/sound-radio-fuse.md": article, "topics/passengers.yml": TOPIC}
    root = write_site(tmp_path, laid | {"sources.yml": SOURCES, "places.yml": PLACES} | files)
    site, problems = check(root)
    return site, [str(problem) for problem in problems]


def claim_of(tmp_path, text: str) -> Claim:
    site, told = site_with(tmp_path, text)
    assert told == []
    return site.articles["sound-radio-fuse"].claims[0]


def test_places_lie_within_places_and_sources_speak_for_others(tmp_path):
    site, told = site_with(
        tmp_path, '    question: passengers/aboard\n    printed: "60"\n    attribution: none\n'
    )
    assert told == []
    assert site.places["pell-rock"].within == ("osk-sound",)
    assert site.places["osk-sound"].within == ()
    assert [source.speaks_for for source in site.sources.values()] == [
        None,
        None,
        "ferry-line",
        "harbour-channel",
    ]


@pytest.mark.parametrize(
    ("scope", "named", "place"),
    [
        ("osk-sound", "Osk Sound", "osk-sound"),
        ("Osk Sound", "Osk Sound", "osk-sound"),
        ("osk strait", "osk strait", "osk-sound"),
        ("the crew", "the crew", None),
        # Two places have this name.
        ("the coast", "the coast", None),
    ],
)
def test_a_scope_that_names_a_place_is_that_place(scope, named, place, tmp_path):
    text = f'    question: passengers/aboard\n    printed: "60"\n    scope: {scope}\n    attribution: none\n'
    found = claim_of(tmp_path, text)
    assert found.scope == named
    assert (found.scope_place and found.scope_place.id) == place


def test_a_party_is_the_source_that_speaks_in_the_end_or_a_name(tmp_path):
    text = (
        "    question: passengers/answering\n    printed: the mate and the Pilots\n    attribution: none\n"
        "    value: [mate, Marlo Line, The Pilots, the pilots]\n"
    )
    found = claim_of(tmp_path, text)
    assert found.value == (
        Party("ferry-line", "The Mate", ("The Mate",)),
        Party("the pilots", "The Pilots"),
    )


def test_an_answer_to_who_wants_a_list(tmp_path):
    _, told = site_with(
        tmp_path, "    question: passengers/answering\n    printed: the mate\n    attribution: none\n"
    )
    assert ["a who question wants a value beside the printed words" in line for line in told] == [True]
    text = (
        "    question: passengers/answering\n    printed: the mate\n    value: mate\n    attribution: none\n"
    )
    _, told = site_with(tmp_path / "other", text)
    assert ["a who question wants a list of source ids or names here" in line for line in told] == [True]


def test_an_answer_to_a_running_count_is_not_of_the_day_of_the_question(tmp_path):
    text = '    question: passengers/toll\n    printed: "12"\n    attribution: none\n'
    assert claim_of(tmp_path, text).as_of is None
    dated = claim_of(tmp_path / "other", f"{text}    as_of: 2031-03-04\n")
    assert dated.as_of == parse_edtf("2031-03-04")


def test_a_complement_answers_as_the_rest_of_a_hundred(tmp_path):
    text = "    question: passengers/insured\n    printed: more than 89 %\n    complement: true\n    attribution: none\n"
    found = claim_of(tmp_path, text).value
    assert (found.printed, found.modifier, found.low, found.high) == (
        "more than 89 %",
        Modifier.LESS_THAN,
        None,
        11,
    )


@pytest.mark.parametrize(
    ("printed", "modifier", "low", "high"),
    [
        ("89 %", Modifier.EXACTLY, 11, 11),
        ("about 89.5 percent", Modifier.ABOUT, 10.5, 10.5),
        ("at least 89 percent", Modifier.UP_TO, None, 11),
        ("up to 89 percent", Modifier.AT_LEAST, 11, None),
        ("less than 89 percent", Modifier.MORE_THAN, 11, None),
        ("nearly 89 percent", Modifier.MORE_THAN, 11, None),
        ("80 to 90 percent", Modifier.BETWEEN, 10, 20),
    ],
)
def test_what_is_left_of_a_hundred(printed, modifier, low, high):
    found = rest_of_hundred(read(printed))
    assert (found.modifier, found.low, found.high, found.unit) == (modifier, low, high, "percent")
    assert rest_of_hundred(found) == read(printed)


@pytest.mark.parametrize("printed", ["89", "110 percent", "dozens", "$30"])
def test_nothing_is_left_of_what_is_no_percentage(printed):
    with pytest.raises(ValueError, match="is no percentage"):
        rest_of_hundred(read(printed))


def test_a_complement_of_another_figure_is_told(tmp_path):
    text = "    question: passengers/aboard\n    printed: 89 people\n    complement: true\n    attribution: none\n"
    _, told = site_with(tmp_path, text)
    assert ["is no percentage of which something is left [V306" in line for line in told] == [True]
    text = "    question: passengers/answering\n    printed: the mate\n    value: [mate]\n    complement: true\n    attribution: none\n"
    _, told = site_with(tmp_path / "other", text)
    assert ['"complement" belongs to a figure; this question wants a who' in line for line in told] == [True]


def test_a_claim_knows_the_days_on_which_its_article_can_have_been_out(tmp_path):
    site, _ = check(write_site(tmp_path))
    found = site.articles["sound-radio-fuse"]
    assert {(c.out_from, c.out_by) for c in found.claims} == {(found.published.start, found.published.end)}


def test_a_sum_without_its_currency_is_in_that_of_the_question(tmp_path):
    share = TOPIC.replace("unit: percent", "unit: USD").replace(
        "Which share was insured?", "How much was insured?"
    )
    claim = "    question: passengers/insured\n    printed: 6.2 billion\n    attribution: none\n"
    site, told = site_with(tmp_path, claim, **{"topics/passengers.yml": share})
    assert told == []
    found = site.articles["sound-radio-fuse"].claims[0]
    assert found.value.same_as == read("$6.2 billion", "en").same_as
