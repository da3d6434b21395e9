"""Charts and maps: hedges keep their ends, scales contain everything drawn on them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from builder.compare.rows import compare_question
from builder.content.map_outline import Outline, OutlineError, read_outline
from builder.content.vocabulary import Answer
from builder.pages.charts import APART, LEFT, RIGHT, day_ticks, domain, draw
from builder.pages.drawings import draw_map
from builder.pages.views.claims import Teller
from builder.pages.views.picture import panels
from builder.pages.views.places import MapView, PlaceView, reach
from tests.factory import article, figure, library, question


def drawn(*printed: str):
    articles = [article(f"post-{number}", figure(words)) for number, words in enumerate(printed)]
    made = library(*articles)
    (panel,) = panels([compare_question(made, question(Answer.QUANTITY))], Teller(made))
    return draw(panel)


def test_an_open_end_stays_open_and_a_soft_edge_soft() -> None:
    bars = {bar.mark.label: bar for bar in drawn("at least 30", "up to 60", "about 40", "50", "dozens").bars}
    assert bars["at least 30"].open_right
    assert not bars["at least 30"].open_left
    assert bars["up to 60"].open_left
    assert bars["about 40"].mark.soft
    assert bars["about 40"].width > 0
    assert bars["50"].point is not None
    assert bars["50"].width == 0
    assert bars["dozens"].mark.off == "words only, no figure"
    assert not bars["dozens"].open_left or bars["dozens"].mark.low is None


def test_more_than_does_not_mean_the_figure_itself() -> None:
    bars = {bar.mark.label: bar for bar in drawn("more than 3,000", "3,500", "4,000").bars}
    assert bars["more than 3,000"].mark.beside
    assert not bars["3,500"].mark.beside


def test_everything_is_inside_the_chart() -> None:
    drawing = drawn("about 10,000", "between 10,000 and 12,000", "11,000")
    for bar in drawing.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= 98
    assert all(LEFT <= tick.x <= RIGHT for tick in drawing.ticks)
    assert [tick.label for tick in drawing.ticks] == ["10,000", "11,000", "12,000"]


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (("about 30", "40", "at least 60"), ["30", "40", "60"]),
        (("3", "about 3.5", "9"), ["3", "9"]),  # no room between them
        (("0", "35", "70", "dozens"), ["0", "35", "70"]),
        (("1", "1,000,000,000,000,000", "500,000,000,000,000"), ["1", "500 trillion", "1,000 trillion"]),
        (("170,000,000,000", "175.4 billion", "209.175 billion"), ["170 billion", "209.175 billion"]),
    ],
)  # fmt: skip
def test_a_scale_has_printed_figures_only_and_room_between_them(
    printed: tuple[str, ...], labels: list[str]
) -> None:
    ticks = drawn(*printed).ticks
    assert [tick.label for tick in ticks] == labels
    assert all(b.x - a.x >= APART for a, b in pairwise(ticks))
    assert all(LEFT <= tick.x <= RIGHT for tick in ticks)


def test_fewer_than_three_figures_need_no_scale() -> None:
    made = library(*(article(f"post-{n}", figure(words)) for n, words in enumerate(("30", "about 30", "40"))))
    assert panels([compare_question(made, question(Answer.QUANTITY))], Teller(made)) == ()


def test_days_are_labelled_by_day_or_month() -> None:
    assert day_ticks(738868, 738880)[0].label.endswith("Dec")
    assert {tick.label[:3] for tick in day_ticks(738700, 738900)} <= {
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Jan",
        "Jun",
    }


def test_an_empty_panel_has_a_scale() -> None:
    assert domain([]) == (0.0, 1.0)


def test_a_map_is_a_window_around_its_places(repository) -> None:
    outline = read_outline(repository / "content/maps/outline.geojson")
    assert isinstance(outline, Outline)
    assert "Natural Earth" in outline.source
    # Natural Earth draws Crimea inside Russia; no line of these outlines is near it.
    assert min(y for line in (*outline.border, *outline.region) for _, y in line) > 49
    place = PlaceView("Marl", (), 51.2, 35.3, "0.01 degree", 1.11, None, None, ())
    drawing = draw_map(MapView("Map", (place,), (), outline))
    assert (drawing.places[0].x, drawing.places[0].y) == pytest.approx((220, 200), abs=1)
    assert drawing.places[0].radius > 0


def test_the_precision_of_a_coordinate_is_drawn() -> None:
    assert reach("0.01 degree, about 1 km") == pytest.approx(1.11)
    assert reach("5 km") == 5
    assert reach("seconds of arc") == reach(None) == 0


@pytest.mark.parametrize(
    "text", ["{}", "[", '{"source":"x","features":[{"properties":{"kind":"border"}}]}', '{"features":1}']
)
def test_an_invalid_outline_is_refused(tmp_path, text: str) -> None:
    path = tmp_path / "outline.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OutlineError):
        read_outline(path)
    assert read_outline(tmp_path / "none") is None
