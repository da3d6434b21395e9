"""What the check advises mends what it found: done as told, the problem is gone, and no other has come. None wants an allowance."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.content.problems import CATALOGUE
from builder.proof.check import fix_locators, proofread
from tests.factory import valid, write_site
from tests.proof.advised import CLAIM, ROWS, Keys, Row

ID = "sound-radio-fuse"
ELSEWHERE = {
    "V116": "which question is answered only who reads can say: tests/proof/test_asked.py, test_asked_in_words.py",
    "V136": "as V140, of a question that is running: tests/proof/test_timing.py",
    "V139": "wants a question of money: tests/proof/test_some_of_those.py",
    "V158": "a language without a file: tests/proof/test_no_rules.py",
    "V161": "of a topic: tests/proof/test_held_back.py",
    "V162": "of several articles: tests/proof/test_held_back.py",
    "V150": "of a text that was revised: tests/desk/test_revise.py",
    "V163": "of two texts: tests/proof/test_across.py",
    "V164": "of all texts: tests/proof/test_across.py",
    "V165": "of two texts: tests/proof/test_across.py",
    "V166": "of a whole text: tests/proof/test_budget.py",
    "V168": "of a question without a claim: tests/desk/test_unsaid.py",
    "V167": "of several fragments: tests/proof/test_budget.py",
    "V171": "of a list beside the site: tests/proof/test_gold.py",
    "V172": "of a list beside the site: tests/proof/test_gold.py",
    "V173": "of a question that is running: tests/proof/test_hours.py",
    "V175": "of somebody whom no registry has: tests/proof/test_given_to_somebody.py",
    "V174": "of a topic: tests/proof/test_known_from.py",
}
"""Kinds whose advice is not one edit of one claim or article, and where they are tried."""


@pytest.fixture(autouse=True)
def _own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def laid(under: Keys, over: Keys) -> Keys:
    return {key: value for key, value in (under | over).items() if value is not None}


def entry(registry: str, id: str, more: Keys) -> str:
    """A registry of the valid site in which one entry has more keys."""
    data: dict[str, Any] = yaml.safe_load(valid(f"{registry}.yml"))
    data[id] |= {key: [*data[id].get(key, ()), *value] for key, value in more.items()}
    return yaml.safe_dump(data, sort_keys=False)


def written(folder: Path, row: Row, *, right: bool) -> Path:
    """The site before the advice was followed, or after."""
    keys = row.right if right else row.wrong
    text = row.head[right] + row.text + "\n"
    claims = [
        laid(
            laid({"id": "aboard"} | CLAIM | row.claim, row.wrong if row.of_claim else {}),
            keys if row.of_claim else {},
        ),
        *row.claims,
    ]
    article: Keys = {
        "outlet": "sound-radio", "headline": row.head[right].split("\n\n")[1], "byline": ["Ola Berg"], "published": "2031-03-04",
        "completeness": "full text", "source_file": "002_radio.txt", "source_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "inferred": {"credit": "Read to its end, no line has an agency's name."}, "claims": claims,
    }  # fmt: skip
    # Through JSON, so that no list is the same one twice: YAML would give it a name.
    article = json.loads(json.dumps(laid(article, {} if row.of_claim else keys)))
    content = f"---\n{yaml.safe_dump(article, sort_keys=False, allow_unicode=True)}---\n{row.precis[right]}\n"
    files = {f"articles/{ID}.md": content}
    if right:
        files["sources.yml"] = entry("sources", "ferry-line", row.sources)
        files["places.yml"] = entry("places", "osk-sound", row.places)
        files["outlets.yml"] = entry("outlets", "sound-radio", row.outlets)
    root = write_site(folder, files | row.files)
    (root / "sources").mkdir()
    for name, other in row.texts.items():
        (root / "sources" / name).write_text(other, encoding="utf-8")
    (root / "sources" / "002_radio.txt").write_text(text, encoding="utf-8")
    return root


def located(root: Path) -> None:
    """Run what ``variorum check --fix-locators`` runs."""
    for path, data in fix_locators(proofread(root), "2031-03-05")[1].items():
        path.write_bytes(data)


def told(root: Path) -> list[str]:
    found = proofread(root).problems
    return [str(problem) for problem in found if ID in problem.path]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.code}-{at}" for at, row in enumerate(ROWS)])
def test_the_advice_mends_it(row: Row, tmp_path: Path) -> None:
    before = written(tmp_path / "before", row, right=False)
    if row.locate:
        located(before)
    assert [line for line in told(before) if f"[{row.code} " in line], told(before)
    after = written(tmp_path / "after", row, right=True)
    located(after)
    assert told(after) == []


def test_every_kind_of_the_proof_is_mended_here_or_it_is_said_why_not() -> None:
    kinds = {kind.code for kind in CATALOGUE.values() if kind.code.startswith("V1")}
    assert {row.code for row in ROWS} | set(ELSEWHERE) == kinds
    assert not {row.code for row in ROWS} & set(ELSEWHERE)
