"""A normalised text is what comparison makes of it, and every character knows where it stood."""

from hypothesis import given
from hypothesis import strategies as st

from builder.proof.normal import Normal
from builder.values.text import normalise

ODD = st.text(
    st.sampled_from("ab ´e\u0301\u00e9“”\"'‘’…. \u00a0\u00ad\u200b–—-\n\tÅA\u030aᄀ\u1161\u11a8[]")
    | st.characters()
)


@given(ODD)
def test_it_is_the_same_normalisation(raw: str) -> None:
    assert Normal(raw).text == normalise(raw)


@given(ODD)
def test_every_character_has_a_place_and_they_stand_in_order(raw: str) -> None:
    normal = Normal(raw)
    places = [normal.raw((index, index + 1)) for index in range(len(normal.text))]
    assert all(0 <= start < end <= len(raw) for start, end in places)
    assert places == sorted(places)


def test_a_span_leads_back_to_what_was_printed() -> None:
    raw = "He said:\u00a0“co\u00adordi\u00adnation”…"
    normal = Normal(raw)
    start = normal.text.index("coordination")
    first, last = normal.raw((start, start + len("coordination")))
    assert raw[first:last] == "co\u00adordi\u00adnation"
