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
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT


def test_what_is_next_is_proved_before_it_is_shown(desk: Asked) -> None:
    desk.get(f"/a/{DRAFT}")
    session, _ = desk.place.session(DRAFT)
    next_ = session.open()[1]
    told = session.told
    told.clear()
    answer = desk.app(EnvironBuilder(path=f"/a/{DRAFT}").get_request())
    shown = set(told)
    answer.close()
    for _ in range(500):
        if set(told) > shown:
            break
        time.sleep(0.02)
    found = dict(told)
    page = desk.get(f"/a/{DRAFT}?show=open&at={workplace.key_of(next_)}")
    assert f"Proposed: <q>{next_.printed}</q>" in page
    assert told == found, "its card took no proof any more"


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
