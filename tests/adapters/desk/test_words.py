"""Where a text says what is counted in words of its own, the desk asks for these at the claim, and the question keeps them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.entering import ask
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.new import new
from tests.adapters.desk.asked import Asked

TEXT = """Four hundred ovens go cold

By Ada Brandt

4 June 2031

Nearly 400 hands are for the chop at the Tarn bakery, which has baked there since 1990. The town was told on Wednesday. Nobody at the
bakery would say what is to become of the ovens, of the shop in Mill Street or of the horse that still draws its cart.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    new(tmp_path / "site", "Tarn Mouth")
    return tmp_path / "site"


def test_words_that_say_what_is_counted_are_given_once_for_the_question(root: Path, desk: Asked) -> None:
    [story] = Desk(root).site.stories
    question = {
        "text": "How many posts does the bakery cut?", "short": "Posts", "answer": "quantity", "unit": "posts", "counts": "cut",
        "of": "posts",
    }  # fmt: skip
    path = ask(Desk(root), question, new_topic={"title": "Bakery", "lead": "What goes."}, story=story)
    text = root.parent / "ovens.txt"
    text.write_text(TEXT, "utf-8")
    id = add(Desk(root), str(text), Given(outlet=next(iter(Desk(root).site.outlets)), slug="ovens")).id
    stored = (root / "sources" / str(Desk(root).document(id).data["source_file"])).read_text("utf-8")
    start = stored.index("Nearly 400")
    page = desk.get(f"/a/{id}?at=s{start}-{start + len('Nearly 400')}&question={path}")
    assert "V113" in page
    assert 'name="words"' in page
    at = re.search(r'name="at" value="(s[^"]+)"', page)
    assert at is not None
    page = desk.post(f"/a/{id}", do="words", asked=path, at=at[1], words="for the chop", show="open")
    assert Desk(root).site.topics["bakery"].questions[0].printed_as == ("for the chop",)
    page = desk.get(f"/a/{id}?at={at[1]}&question={path}")
    assert "V113" not in page
    desk.post(f"/a/{id}", do="undo", at=at[1])
    assert Desk(root).site.topics["bakery"].questions[0].printed_as == ()
