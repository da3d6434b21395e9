"""The benchmarks' check whether two generators print the same site finds what differs, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.same_pages import differences, sizes

PAGE = '<nav><a href="/x/">Frame</a></nav><article><h1>Ferry</h1><p><a href="{link}">about 30</a> {word}</p></article>'


def _site(root: Path, link: str = "../../topics/ferry/", word: str = "aboard", **claims: str) -> Path:
    page = root / "articles" / "one" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format(link=link, word=word), encoding="utf-8")
    (root / "data").mkdir()
    records = [{"id": id, "printed": printed} for id, printed in claims.items()]
    (root / "data" / "claims.json").write_text(json.dumps(records), encoding="utf-8")
    return root


def test_one_address_written_in_two_ways_is_no_difference(tmp_path: Path) -> None:
    ours = _site(tmp_path / "ours", a="30")
    assert list(differences(ours, _site(tmp_path / "theirs", link="/topics/ferry/", a="30"))) == []


def test_words_links_records_and_missing_files_are_told(tmp_path: Path) -> None:
    ours = _site(tmp_path / "ours", a="30", b="34")
    (ours / "cards").mkdir()
    (ours / "cards" / "ferry.png").write_bytes(b"-")
    theirs = _site(tmp_path / "theirs", link="/topics/other/", word="ashore", a="30", b="40")
    told = "\n".join(differences(ours, theirs))
    assert "cards: 1 only in ours" in told
    assert "/topics/other/" in told
    assert "“Ferry about 30 aboard” is “Ferry about 30 ashore”" in told
    assert "articles/*: 1 pages differ" in told
    assert "data/claims.json: b: printed" in told


def test_sizes_are_told_by_kind(tmp_path: Path) -> None:
    table = sizes(_site(tmp_path / "ours"), _site(tmp_path / "theirs"))
    assert [line.split()[0] for line in table.splitlines()] == ["kind", "articles/*", "data"]
