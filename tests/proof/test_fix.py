"""Locators are written into a file without touching any other character, and writing them twice changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.proof import check
from builder.proof.fix import fix
from tests.proof.test_mutations import ROOT, private_folder

LINE = re.compile(r"^ *(?:locator|checked): .*\n", re.MULTILINE)


@pytest.fixture(scope="module")
def read() -> check.Proofread:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VARIORUM_SOURCES", str(private_folder()))
        return check.proofread(ROOT)


def files(read: check.Proofread) -> list[str]:
    return [document.path for document in read.content.articles]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_locators_lines_change(read: check.Proofread, newline: str) -> None:
    for document in read.content.articles:
        article = read.site.articles[document.id]
        assert read.texts is not None
        text = read.texts[article.source_file]
        whole = (ROOT / document.path).read_text(encoding="utf-8").replace("\n", newline)
        bare = LINE.sub("", whole.replace("\r\n", "\n")).replace("\n", newline)
        blank = _without(article)
        again = fix(bare, blank, text, "2026-11-22")
        assert again.changed == len(article.claims)
        assert LINE.sub("", again.content.replace("\r\n", "\n")) == bare.replace("\r\n", "\n")
        if newline == "\r\n":
            assert "\n" not in again.content.replace("\r\n", "")


def test_fixing_what_is_fixed_changes_nothing(read: check.Proofread) -> None:
    for document in read.content.articles:
        article = read.site.articles[document.id]
        assert read.texts is not None
        before = (ROOT / document.path).read_text(encoding="utf-8")
        fixed = fix(before, article, read.texts[article.source_file], "2031-01-01")
        assert fixed.content == before
        assert fixed.changed == 0


def test_comments_quotes_and_odd_indents_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.factory import write_site

    root = write_site(tmp_path)
    file = root / "content/articles/harbour-post-adrift.md"
    content = file.read_text(encoding="utf-8")
    printed = re.findall(r"^    (?:printed|quote): (.*)$", content, re.MULTILINE)
    sources = root / "sources"
    sources.mkdir(exist_ok=True)
    text = " and then, as was seen, ".join(item.strip("\"'") for item in printed) + "."
    name = re.search(r"source_file: (\S+)", content)
    assert name
    (sources / name[1]).write_text(text, encoding="utf-8")
    import hashlib

    digest = hashlib.sha256(text.encode()).hexdigest()
    content = re.sub(r"source_sha256: \w+", f"source_sha256: {digest}   # by hand", content)
    content = content.replace(
        "    part_of: aboard\n", "    part_of:   'aboard'   # of the\u2028whole\n\n    # a thought\n"
    )
    file.write_text(content, encoding="utf-8")
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    changed, files = check.fix_locators(check.proofread(root), "2026-11-22")
    after = files[file].decode("utf-8")
    assert changed == after.count("locator:") == content.count("  - id:")
    assert LINE.sub("", after) == content
    file.write_bytes(files[file])
    assert check.fix_locators(check.proofread(root), "2027-01-01") == (0, {})


def test_a_changed_text_is_not_located(read: check.Proofread) -> None:
    from msgspec.structs import replace

    article = next(iter(read.site.articles.values()))
    assert read.texts is not None
    text = read.texts[article.source_file]
    other = replace(text, sha256="0" * 64)
    assert fix("---\nclaims: []\n---\n", article, other, "2026-11-22").changed == 0


def _without(article):  # type: ignore[no-untyped-def]
    from msgspec.structs import replace

    return replace(
        article, checked=None, claims=tuple(replace(claim, locator=None) for claim in article.claims)
    )
