"""Files written together: all of them or none, and what is put into them reads back as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.content.load import is_slug
from builder.content.model import Outlet
from builder.content.strict_yaml import read_yaml
from builder.desk import files as files_
from builder.desk.desk import Desk
from builder.desk.files import Writing, slug
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.intake.outlets import match_outlet
from builder.desk.kinds import CHANGED_SINCE, Refusal
from builder.desk.yamltext import folded, listed, scalar
from tests.desk.pages import RECORD, page
from tests.desk.running import files, interrupt_at
from tests.factory import write_site


@pytest.mark.parametrize("moment", range(1, 6))
def test_an_interruption_leaves_nothing_behind(tmp_path, monkeypatch, moment):
    root = write_site(tmp_path)
    path = root / "saved.html"
    path.write_text(page(record=RECORD), encoding="utf-8")
    before = files(root)
    interrupt_at(monkeypatch, moment)
    with pytest.raises(KeyboardInterrupt):
        add(Desk(root), str(path), Given())
    assert files(root) == before


def test_what_a_killed_run_left_aside_is_swept(tmp_path):
    for name in ("0123456789abcdef", "of-the-editor"):
        left = tmp_path / f".variorum-{name}"
        left.write_text("half")
        os.utime(left, (0, 0))
    writing = Writing()
    writing.create(tmp_path / "new.txt", b"x")
    writing.commit()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".variorum-of-the-editor", "new.txt"]


def test_a_change_is_taken_back_when_a_later_one_fails(tmp_path):
    path = tmp_path / "outlets.yml"
    path.write_text("before")
    writing = Writing()
    writing.change(path, b"after")
    writing.change(tmp_path / "missing.yml", b"x")
    with pytest.raises(OSError):
        writing.commit()
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ends", [False, True], ids=["changed", "removed"])
@pytest.mark.parametrize("saves", [1, 2])
@pytest.mark.parametrize("in_place", [False, True], ids=["renamed", "written"])
def test_what_an_editor_saves_at_the_last_moment_stays(tmp_path, monkeypatch, ends, saves, in_place):
    path = tmp_path / "article.yml"
    path.write_bytes(b"before")

    def save(data: bytes) -> None:
        other = path if in_place and path.exists() else tmp_path / "other"
        other.write_bytes(data)
        other.replace(path)

    left = [b"saved once", b"saved twice"][:saves]
    real = {"rename": Path.rename, "exchanged": files_.exchanged, "link": os.link}

    def late(name):
        def call(*args):
            # Whatever the program looked at, the editor saves right before its next step.
            if left:
                save(left.pop(0))
            return real[name](*args)

        return call

    monkeypatch.setattr(Path, "rename", late("rename"))
    monkeypatch.setattr(files_, "exchanged", late("exchanged"))
    monkeypatch.setattr(files_.os, "link", late("link"))
    writing = Writing()
    if ends:
        writing.remove(path, b"before")
    else:
        writing.change(path, b"after", b"before")
    with pytest.raises(Refusal) as told:
        writing.commit()
    assert told.value.kind == CHANGED_SINCE
    assert path.read_bytes() == [b"saved once", b"saved twice"][saves - 1]
    assert [one.name for one in tmp_path.iterdir()] == ["article.yml"]


def test_where_names_cannot_be_exchanged_a_change_is_written_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(files_, "exchanged", lambda one, other: False)
    path = tmp_path / "article.yml"
    path.write_bytes(b"before")
    writing = Writing()
    writing.change(path, b"after", b"before")
    writing.commit()
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_outlets_are_matched_by_host_or_whole_name():
    known = {
        "post": Outlet("post", "The Harbour Post", "Post", "newspaper", hosts=("harbour.example",)),
        "star": Outlet("star", "Express & Star", "Star", "newspaper"),
        "nobody": Outlet("nobody", "Unknown outlet", "Unknown", "unknown"),
    }
    assert match_outlet(known, ["HARBOUR POST"], []) == "post"
    assert match_outlet(known, ["express and star"], []) == "star"
    assert match_outlet(known, ["Star"], ["news.harbour.example"]) == "post"
    assert match_outlet(known, ["Harbour Poster"], ["notharbour.example"]) is None
    assert match_outlet(known, ["Unknown outlet"], []) is None
    assert match_outlet(known, ["Harbour Post", "Express & Star"], []) is None


def test_names_for_addresses():
    assert (
        slug("post", "The Ferry’s last night: 140 aboard — “very quiet”")
        == "post-ferrys-last-night-140-aboard-very"
    )
    assert slug("Über-Blatt", None) == "uber-blatt"
    assert slug("x" * 200) == "x" * 60
    assert slug("—") == ""


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Паром опоздал на Осском проливе", "parom-opozdal-na-osskom-prolive"),
        ("Пором «Їжак» запізнився", "porom-izhak-zapiznivsya"),
        ("渡轮晚点", "du-lun-wan-dian"),
        ("Łukasz czekał na Øystein", "lukasz-czekal-na-oystein"),
        ("Το πλοίο άργησε", "ploio-argise"),
        ("Straße gesperrt", "strasse-gesperrt"),
        ("배가 늦었다", "baega-neujeossda"),
    ],
)
def test_names_for_addresses_are_made_of_any_script(headline, name):
    assert slug(headline) == name
    assert is_slug(name)


@pytest.mark.parametrize(
    "headline", ["تأخرت العبارة", "เรือมาสาย", "नाव देर से आई", "船は遅れた", "המעבורת איחרה"]
)
def test_a_headline_of_any_script_has_a_name(headline):
    assert is_slug(slug(headline))
    assert slug(headline) == slug(headline + "\u200b")


@pytest.mark.parametrize(
    "value",
    ["plain", "A: b", "yes", "no", "12:30", "- x", "#x", 'say "x"', "’quote", "a # b", "2030-05-13", "null", "1e5", "[a", "é, ü", "a: [b"],
)  # fmt: skip
def test_values_read_back_as_they_were(value):
    for text in (f"k: {scalar(value)}\n", folded("k", value) + "\n"):
        parsed = read_yaml(text)
        assert (parsed.faults, parsed.value) == ([], {"k": value})
    parsed = read_yaml(f"k: {listed([value, 'b'])}\n")
    assert (parsed.faults, parsed.value) == ([], {"k": [value, "b"]})
