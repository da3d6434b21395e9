"""What is done before an editor waits for it: the next card is proved while this one is read, and looking again costs nothing."""

from __future__ import annotations

import re
import time
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import EnvironBuilder

from builder.adapters.desk import workplace
from builder.adapters.desk.quiet import Quiet
from builder.desk import mends
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT


def test_no_answer_proves_what_is_proposed(desk: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.get(f"/a/{DRAFT}")
    proved: list[object] = []
    monkeypatch.setattr(mends, "_found_of", lambda *given: proved.append(given) or [])
    for _ in range(3):
        [at] = re.findall(r'name="at" value="(p[^"]+)"', desk.get(f"/a/{DRAFT}"))[:1]
        desk.post(f"/a/{DRAFT}", do="take", at=at, show="open")
    assert len(desk.place.session(DRAFT)[0].document.data["claims"]) == 3
    assert proved == [], "the process beside has done so"


def test_what_would_mend_a_claim_is_tried_before_it_is_shown(
    root: Path, desk: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.get(f"/a/{DRAFT}")
    [at] = re.findall(r'name="at" value="(p[^"]+)"', page)[:1]
    desk.post(f"/a/{DRAFT}", do="take", at=at, show="open")
    article = root / f"content/articles/{DRAFT}.md"
    article.write_text(article.read_text().replace("    printed:", "    speech: quoted\n    printed:", 1))
    desk.get(f"/a/{DRAFT}?show=wrong")
    monkeypatch.setattr(mends, "_found_of", lambda *_: pytest.fail("an answer tries nothing"))
    page = desk.get(f"/a/{DRAFT}?show=wrong")
    assert "V110" in page
    assert 'name="mend"' in page


def test_where_the_desk_pauses_the_words_of_the_rules_are_read(
    desk: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workplace, "READY", set())
    desk.get(f"/a/{DRAFT}")
    assert desk.place.prepare(), "for words that nobody proposed"
    while desk.place.prepare():
        pass
    desk.get(f"/a/{DRAFT}")
    assert not desk.place.prepare(), "they are read once"


def test_a_desk_reads_what_its_first_page_needs_before_anybody_asks(
    desk: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workplace, "READY", set())
    desk.place.quiet = Quiet(iter(range(10**6)).__next__)
    done: list[str] = []
    monkeypatch.setattr(workplace, "found_of", lambda *_: done.append("found"))
    desk.place._begin(lambda: done.append("ready"))
    assert done[:2] == ["ready", "found"], "of an article of the site"
    asked = len(done)
    monkeypatch.setattr(workplace, "BESIDE", None)
    while not desk.place.session(DRAFT)[1]:
        time.sleep(0.02)
    assert len(done) == asked, "the draft is looked through, and nothing was left to be asked for"


def test_a_desk_that_is_stopped_reads_nothing_more(desk: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workplace, "READY", set())
    monkeypatch.setattr(workplace, "found_of", lambda *_: pytest.fail("it goes on"))
    desk.place._begin(desk.place.close)


def test_what_was_proved_of_a_claim_holds_until_something_changes_that_it_hangs_on(
    root: Path, desk: Asked
) -> None:
    page = desk.get(f"/a/{DRAFT}")
    before = desk.place.session(DRAFT)[0].told
    assert before
    at = re.findall(r'name="at" value="(p[^"]+)"', page)[0]
    desk.post(f"/a/{DRAFT}", do="take", at=at, show="open")
    assert desk.place.session(DRAFT)[0].told is before, "what else the draft claims is not held against it"
    sources = root / "content/sources.yml"
    sources.write_text(sources.read_text() + "jo-lind:\n  name: Jo Lind\n  kind: person\n  stake: none\n")
    assert desk.place.session(DRAFT)[0].told == {}


def test_a_page_that_waits_is_not_made_again_as_long_as_nothing_is_found(
    root: Path, desk: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Nobody:
        def submit(self, *_: object) -> Future[Any]:
            return Future()

    monkeypatch.setattr(workplace, "BESIDE", Nobody())

    def ask(state: str) -> tuple[int, str]:
        answer = desk.app(EnvironBuilder(path=f"/a/{DRAFT}", headers={"X-Desk": state}).get_request())
        return answer.status_code, answer.get_data(as_text=True)

    _, page = ask("1")
    [state] = re.findall(r'data-state="(\w+)"', page)
    assert ask(state) == (204, "")
    assert ask("1")[0] == 200
    article = root / f"content/articles/{DRAFT}.md"
    article.write_text(article.read_text() + "\nA word by hand.\n")
    assert ask(state)[0] == 200, "another has changed the file"
