"""What is offered as a mend is one: it gives a claim to nobody whom its sentence does not name."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.desk.deciding import entry_of
from builder.desk.desk import Desk
from builder.desk.entering import ask, enter
from builder.desk.example import remove_example
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.mends import found_of, mends
from builder.desk.new import new
from builder.desk.suggest.session import Session

HEAD = "Snow above Sarn\n\nBy Lena Harke\n\nPublished 4 February 2031\n\nThe Valley Post\n\nThe road to Sarn was closed on Monday, and nobody knew in the evening when it would be open again for those who live behind the pass.\n\n"
MAYOR = "Paul Zeller, the mayor, was in Osk on Monday, he said. "


def offered(folder: Path, sentences: str) -> list[str]:
    """Return what is offered for the first proposal of a text."""
    root = folder / "site"
    new(root)
    remove_example(root)
    house = {"text": "How many houses were destroyed?", "short": "Houses", "answer": "quantity"}
    topic, story = {"title": "Damage", "lead": "What broke."}, {"title": "Sarn", "summary": "Snow fell."}
    house |= {"unit": "houses", "counts": "destroyed", "of": "houses"}
    ask(Desk(root), house, new_topic=topic, new_story=story)
    enter(
        Desk(root), "sources", {"name": "Paul Zeller", "kind": "person", "stake": "none", "aliases": "Zeller"}
    )
    outlet = enter(Desk(root), "outlets", {"name": "The Valley Post", "kind": "newspaper"})
    text = folder / "snow.txt"
    text.write_text(HEAD + sentences + "\n", "utf-8")
    id = add(Desk(root), str(text), Given(outlet=outlet)).id
    desk = Desk(root)
    session = Session(desk, desk.document(id))
    entry, _ = entry_of(session, session.open()[0], None)
    entry = {key: value for key, value in entry.items() if key not in ("sources", "cue")}
    return [mend.label for problem in found_of(session, entry) for mend in mends(session, entry, problem)]


@pytest.mark.parametrize(
    ("sentences", "right"),
    [
        (f"{MAYOR}Seventeen houses were destroyed, the interior ministry said.", set()),
        (
            f"{MAYOR}Seventeen houses were destroyed, he said.",
            {"sources: [paul-zeller], cue: said", "Paul Zeller says it: said"},
        ),
    ],
)
def test_who_was_named_before_is_offered_only_where_the_sentence_goes_on(
    tmp_path: Path, sentences: str, right: set[str]
) -> None:
    assert set(offered(tmp_path, sentences)) == right
