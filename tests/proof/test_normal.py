"""A normalised text is what comparison makes of it, and every character knows where it stood."""

from hypothesis import given
from hypothesis import strategies as st

from builder.proof.normal import Normal
from builder.values.text import normalise, spans

ODD = st.text(
    st.sampled_from("ab ´e\u0301\u00e9“”\"'‘’…. \u00a0\u00ad\u200b–—-\n\tÅA\u030aᄀ\u1161\u11a8[]")
    | st.sampled_from("«»‹›3ﬁﬄĲ\u200d\u200c\u200e\u034f渡\u0e01\u0e34\ufefb−.,")
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


@given(ODD)
def test_a_span_leads_back_to_characters_that_normalise_to_it(raw: str) -> None:
    normal = Normal(raw)
    for start, end in spans(normal.text):
        first, last = normal.raw((start, end))
        assert normal.text[start:end] in normalise(raw[first:last])


def test_signs_for_several_letters_lead_back_to_themselves() -> None:
    raw = "Er sagte: « Die ﬁnale Oﬀensive -- 3--4 Tage » ."
    normal = Normal(raw)
    assert normal.text == 'Er sagte: "Die finale Offensive - 3-4 Tage".'.replace('".', '" .')
    for words in ("finale", "Offensive", "3-4 Tage", '"Die', "-"):
        start = normal.text.index(words)
        first, last = normal.raw((start, start + len(words)))
        assert normalise(raw[first:last]) == words


def test_a_span_leads_back_to_what_was_printed() -> None:
    raw = "He said:\u00a0“co\u00adordi\u00adnation”…"
    normal = Normal(raw)
    start = normal.text.index("coordination")
    first, last = normal.raw((start, start + len("coordination")))
    assert raw[first:last] == "co\u00adordi\u00adnation"
