"""What an editor says of an article is written as it was typed, and a text that does not print it gets it put before it."""

from __future__ import annotations

from pathlib import Path

from builder.content.problems import errors
from builder.desk.bibliography import complete_text, known, with_bibliography
from builder.desk.desk import Desk
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.new import new
from builder.proof.check import proofread

TEXT = "Ferry to start on Monday\n\n" + "A ferry for cyclists starts on Monday. It takes 42 bicycles. " * 5


def draft(root: Path, given: Given | None = None) -> tuple[Desk, str]:
    new(root, "Tarn Mouth")
    file = root / "given.txt"
    file.write_text(TEXT)
    id = add(Desk(root), str(file), given or Given()).id
    return Desk(root), id


def test_what_is_known_has_its_place_and_what_is_not_is_asked(tmp_path: Path) -> None:
    desk, id = draft(tmp_path / "site")
    document = desk.document(id)
    found = {one.key: one for one in known(desk, document, desk.text(document))}
    assert found["headline"].value == "Ferry to start on Monday"
    assert [desk.text(document).content[slice(*place)] for place in found["headline"].places] == [
        "Ferry to start on Monday"
    ]
    assert "Enter it there" in found["outlet"].gap
    assert not found["outlet"].places


def language(desk: Desk, id: str) -> tuple[str, str]:
    document = desk.document(id)
    return next(
        (one.value, one.gap) for one in known(desk, document, desk.text(document)) if one.key == "language"
    )


def test_a_language_that_was_found_is_shown_also_where_the_file_does_not_name_it(tmp_path: Path) -> None:
    desk, id = draft(tmp_path / "site", Given(language="en"))
    path = desk.path(desk.document(id))
    before = path.read_text()
    assert "language:" not in before
    assert language(desk, id) == ("en", "")
    assert with_bibliography(before, desk.document(id), {"language": "en"}) == before, "saved as it was shown"
    path.write_text(with_bibliography(before, desk.document(id), {"language": "de"}))
    assert language(Desk(desk.root), id) == ("de", "")


def test_a_language_that_was_not_found_is_asked_and_not_shown_as_english(tmp_path: Path) -> None:
    desk, id = draft(tmp_path / "site")
    path = desk.path(desk.document(id))
    value, gap = language(desk, id)
    assert value == ""
    assert gap.startswith("not found")
    path.write_text(with_bibliography(path.read_text(), desk.document(id), {"language": "en"}))
    assert "GAP language" not in path.read_text()
    assert language(Desk(desk.root), id) == ("en", "")


def test_what_is_said_is_written_and_put_before_the_text(tmp_path: Path) -> None:
    root = tmp_path / "site"
    desk, id = draft(root)
    document = desk.document(id)
    path = desk.path(document)
    given = {
        "outlet": "coast-radio",
        "published": "2031-05-12",
        "byline": "Jo Lind, Edda Moss",
        "inferred-credit": "It names none at all.",
    }
    path.write_text(with_bibliography(path.read_text(), document, given))
    complete_text(Desk(root), id)
    text = path.read_text()
    assert "\noutlet: coast-radio\n" in text
    assert "\nbyline: [Jo Lind, Edda Moss]\n" in text
    assert "  credit: It names none at all.\n" in text
    assert "GAP outlet" not in text
    assert "GAP credit" not in text
    assert "GAP completeness" in text
    stored = (root / f"sources/{id}.txt").read_text()
    assert stored.startswith("Coast Radio\n\nBy Jo Lind, Edda Moss\n\nPublished 2031-05-12\n")
    assert stored.strip().endswith(TEXT.strip())
    desk = Desk(root)
    assert desk.text(desk.document(id)).sha256
    assert errors(proofread(root).problems) == []
    before = path.read_text()
    complete_text(desk, id)
    assert path.read_text() == before, "once is enough"
