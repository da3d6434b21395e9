"""Parts that add up to a whole are told as such, and what only happens to add up is not."""

from __future__ import annotations

from msgspec.structs import replace

from builder.compare.rows import compare_question
from builder.content.vocabulary import Answer
from tests.factory import article, figure, library, place, question, span

ASKED = question(Answer.QUANTITY)
EITHER = question(Answer.QUANTITY, counts="killed or wounded")
COAST = place("coast")
PELL, OSK = replace(place("pell"), within=("coast",)), replace(place("osk"), within=("coast",))


def told(*articles, asked=ASKED):
    return compare_question(library(*articles, questions=[asked]), asked).sums


def both_sites(**more):
    return figure("48", id="both", scope="both sites", **more)


def test_a_figure_and_a_stated_part_are_the_whole_of_both():
    seven = figure("7", id="other", scope="the inland site", part_of="both")
    assert told(article("post", figure("41"), seven, both_sites())) == (
        "“41” and “7” (of the inland site) in Post add up to its “48” (of both sites).",
    )
    assert told(article("post", figure("40"), seven, both_sites())) == ()
    assert told(article("post", figure("about 41"), seven, both_sites())) == ()


def test_a_figure_that_no_text_calls_a_part_is_not_added():
    seven = figure("7", id="other", scope="the inland site")
    assert told(article("post", figure("41"), seven, both_sites())) == ()
    part = figure("7", id="other", scope="the inland site", part_of="both")
    assert told(article("radio", figure("41")), article("post", part, both_sites())) == ()


def test_killed_and_wounded_of_one_outlet_are_the_killed_or_wounded_of_another():
    parts = figure("20", id="k", counts="killed"), figure("10", id="w", counts="wounded")
    whole = figure("30", counts="killed or wounded")
    assert told(article("post", *parts), article("radio", whole), asked=EITHER) == (
        "“20” (killed) and “10” (wounded) in Post add up to “30” in Radio.",
    )
    split = article("post", parts[0]), article("wire", parts[1]), article("radio", whole)
    assert told(*split, asked=EITHER) == ()


def test_parts_of_one_day_are_no_whole_of_another():
    parts = [
        figure("20", id="k", counts="killed", as_of=span("2031-03-04")),
        figure("10", id="w", counts="wounded", as_of=span("2031-03-04")),
    ]
    later = figure("30", counts="killed or wounded", as_of=span("2031-03-05"))
    assert told(article("post", *parts), article("radio", later), asked=EITHER) == ()


def test_two_places_make_up_the_one_that_they_lie_in():
    towns = [
        figure("4", id="a", scope="Pell", scope_place=PELL),
        figure("9", id="b", scope="Osk", scope_place=OSK),
    ]
    coast = figure("13", scope="the coast", scope_place=COAST)
    assert told(article("post", *towns), article("radio", coast)) == (
        "“4” (for Pell) and “9” (for Osk) in Post add up to “13” (for the coast) in Radio.",
    )
    same = [replace(claim, scope_place=PELL, scope="Pell") for claim in towns]
    assert told(article("post", *same), article("radio", coast)) == ()


def test_many_figures_of_one_article_are_not_added_up():
    parts = [figure(str(at), id=f"p{at}", scope=f"site {at}", part_of="both") for at in range(1, 7)]
    assert told(article("post", *parts, figure("3", id="both", scope="both sites"))) == ()
