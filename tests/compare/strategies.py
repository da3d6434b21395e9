"""Generated claims of every kind of answer, with differences that matter and some that do not."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.values.quantity import Modifier, Quantity, build
from tests.factory import claim, party, place, span

SOURCES = st.sampled_from([(), ("line",), ("coastguard",), ("line", "coastguard"), ("coastguard", "line")])
EDTF = st.sampled_from(
    """2031-03-03 2031-03-04 2031-03-03~ 2031-03 2031 2031-03-01/2031-03-10 2031-03-03/.. ../2031-03-04 2031-05 2031-05-02~
    2030""".split()
)
FIGURE = st.sampled_from([0, 3, 29, 30, 31, 60, 130, 140, 145, 10_000, 11_000, 12_000])
WORDS = st.sampled_from(
    [
        "a fuse the size of a thumb", "A fuse the size of a thumb", "a fuse no bigger than a thumb", "a fuse ... of a thumb",
        "a blown fuse", "nothing worth a mention", "the size of a thumb", "no comment", "a thumb of a fuse the size",
        "it was a fuse the size of a thumb, nothing more",
    ]
)  # fmt: skip


@st.composite
def figures(draw) -> Quantity:
    modifier = draw(st.sampled_from(list(Modifier)))
    if modifier is Modifier.VAGUE:
        return Quantity(draw(st.sampled_from(["dozens", "Dozens of people", "scores"])), modifier)
    if modifier is Modifier.BETWEEN:
        low, high = sorted((draw(FIGURE), draw(FIGURE)))
        return Quantity(f"between {low} and {high}", modifier, low, high)
    figure = draw(FIGURE)
    return build(f"{modifier.value} {figure}", modifier, figure)


PLACES = st.lists(st.sampled_from(["osk-sound", "pell-rock", "marl-bay"]), unique=True).map(
    lambda ids: tuple(place(id) for id in ids)
)


PARTIES = st.lists(st.sampled_from(["The Pilots", "The Harbour Board", "A Diver"]), unique=True).map(
    lambda names: tuple(party(name) for name in names)
)


@st.composite
def claims(draw, answer: Answer | None = None, **fixed: object) -> Claim:
    """Return a claim on the question of its kind of answer; ``fixed`` attributes are not varied."""
    kind = answer or draw(st.sampled_from(list(Answer)))
    value: object = None
    match kind:
        case Answer.QUANTITY:
            value = draw(figures())
            printed = value.printed
        case Answer.DATE:
            value = span(draw(EDTF))
            printed = f"on {value.edtf}"
        case Answer.PLACE:
            value = draw(PLACES)
            printed = " and ".join(p.name for p in value) or "somewhere"
        case Answer.WHO:
            value = draw(PARTIES)
            printed = " and ".join(p.name for p in value) or "somebody"
        case Answer.YES_NO:
            value = draw(st.booleans())
            printed = "it was" if value else "it was not"
        case Answer.WORDING:
            printed = draw(WORDS)
    varied = {
        "sources": draw(SOURCES),
        "scope": draw(st.sampled_from([None, None, None, "the crew"])),
        "as_of": span(draw(st.none() | EDTF)),
        "said_on": span(draw(st.none() | EDTF)),
        "out_by": draw(st.sampled_from([None, date(2031, 3, 2), date(2031, 3, 5)])),
        "statement": draw(st.sampled_from([None, None, "fuse"])),
    }
    if kind is Answer.QUANTITY:
        varied["counts"] = draw(st.sampled_from(["aboard", "aboard", "aboard", "brought ashore"]))
    else:
        varied["as_of"] = None
    outlet = draw(st.sampled_from(["post", "radio", "wire", "gazette"]))
    varied |= {"article": outlet, "outlet": outlet, "id": draw(st.sampled_from(["a", "b"]))}
    return claim(kind, printed, value, **(varied | fixed))


@st.composite
def pairs(draw, **fixed: object) -> tuple[Claim, Claim]:
    """Return two claims on one question, by different outlets."""
    kind = draw(st.sampled_from(list(Answer)))
    return (
        draw(claims(kind, article="post", outlet="post", **fixed)),
        draw(claims(kind, article="radio", outlet="radio", **fixed)),
    )
