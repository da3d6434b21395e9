"""The rules on words hold in scripts without spaces as elsewhere. All texts are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content import problems
from builder.content.problems import Problem
from builder.proof import kinds
from builder.proof.check import proofread
from builder.proof.reuse import containment, shared_passages
from tests.factory import changed, write_site

WORDING = "printed: a fuse no bigger than a thumb\n    sources: [ferry-line]"
CHINESE = "渡轮公司说，原因是一根比拇指还小的保险丝。乘客都很平静。"
THAI = "เรือข้ามฟากมาสายเพราะฟิวส์เล็กขาด ผู้โดยสารทุกคนรออยู่ที่ท่าเรืออย่างสงบ"


def found(tmp_path: Path, text: str, claim: str, precis: str = "") -> list[Problem]:
    files = changed("articles/sound-radio-fuse.md", WORDING, claim)
    if precis:
        files = {name: str(body).rstrip("\n") + f"\n{precis}\n" for name, body in files.items()}
    root = write_site(tmp_path, files)
    (root / "sources").mkdir()
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    return [problem for problem in proofread(root).problems if "sound-radio" in problem.path]


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


@pytest.mark.parametrize(
    ("text", "quoted", "whole"),
    [
        (CHINESE, "比拇指还小的保险丝", False),
        (CHINESE, "渡轮公司说，原因是一根比拇指还小的保险丝", True),
        (CHINESE, "乘客都很平静", False),  # three words, as "The ferry sank." is
        (CHINESE + "所有乘客都很平静。", "所有乘客都很平静", True),
        (THAI, "เพราะฟิวส์เล็กขาด", False),
        (THAI, "ผู้โดยสารทุกคนรออยู่ที่ท่าเรืออย่างสงบ", True),
        ("Команда ждала. Émile ждал до утра на пароме. Łukasz спал.", "Émile ждал до утра на пароме", True),
        *(
            (
                f"The ferry waited for daylight off Osk. {name} spoke of a fuse.",
                "The ferry waited for daylight off Osk",
                True,
            )
            for name in ("Émile", "Łukasz", "Øystein", "Șerban", "Андрій", "Ελένη", "نور")
        ),
        ("Команда ждала. Émile ждал до утра на пароме. Łukasz спал.", "ждал до утра на пароме", False),
    ],
)
def test_no_whole_sentence_may_be_quoted(text: str, quoted: str, whole: bool, tmp_path: Path) -> None:
    told = found(tmp_path, text, f"printed: {quoted}\n    attribution: none")
    assert (kinds.WHOLE_SENTENCE in {problem.kind for problem in told}) == whole
    assert not [p for p in told if p.kind is kinds.QUOTE_NOT_FOUND and quoted in p.message]


@pytest.mark.parametrize(
    ("quoted", "count"), [("渡" * 24, None), ("渡" * 25, 13), ("ก" * 36, None), ("ก" * 37, 13)]
)
def test_the_limit_of_quotations_counts_letters_by_their_share(
    quoted: str, count: int | None, tmp_path: Path
) -> None:
    told = found(tmp_path, CHINESE, f"printed: {quoted}\n    attribution: none")
    too_long = [problem.message for problem in told if problem.kind is problems.QUOTE_TOO_LONG]
    assert too_long == ([f"{count} words are quoted; the limit is 12"] if count else [])


@pytest.mark.parametrize(
    ("precis", "copied"),
    [
        ("据说，原因是一根比拇指还要小得多的保险丝。", "因是一根比拇指还要小得多的保险丝"),
        ("原因是一根比拇指还要小得多。", None),
        ("他们说「原因是一根比拇指还要小得多的保险丝」。", None),
    ],
)
def test_prose_copied_from_a_text_without_spaces_is_told(
    precis: str, copied: str | None, tmp_path: Path
) -> None:
    text = "渡轮公司说，起因是一根比拇指还要小得多的保险丝。"
    told = [p.message for p in found(tmp_path, text, WORDING, precis) if p.kind is kinds.COPIED_PROSE]
    assert told == ([f'"{copied}" also stands in the source'] if copied else [])


def test_a_verb_of_saying_is_found_in_chinese(tmp_path: Path) -> None:
    claim = "printed: 比拇指还小的保险丝\n    sources: [ferry-line]\n    cue: 说"
    told = found(tmp_path, CHINESE, claim)
    assert [p.message for p in told if p.kind is kinds.CUE_NOT_PRINTED and "说" in p.message] == []


def test_texts_without_spaces_are_no_copies_for_a_few_letters() -> None:
    one = "奥斯克港务局说，渡轮晚点了，三十名乘客在码头等候，没有人受伤，也没有人知道为什么。"
    other = "奥斯克港务局承认，昨天一艘船没有按时离开，许多旅客只好留在城里过夜。"
    assert containment(one, other) == 0
    assert shared_passages({"one": one, "other": other}) == ()
    [copy] = shared_passages({"one": one, "copy": one.replace("三十名", "四十名")})
    assert copy.containment > 0.3
    assert copy.run >= 6
