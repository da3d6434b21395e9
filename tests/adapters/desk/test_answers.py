"""On an article of 3,000 words, beside sixteen others, an answer of the desk looks for nothing and reads no other file again.

``make bench-desk`` measures what an editor waits.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from werkzeug.test import EnvironBuilder

from benchmarks.desk_browser import WORDS, a_site, text_of
from builder.adapters.desk.app import App
from builder.adapters.desk.workplace import Workplace
from builder.content import load
from builder.desk.desk import Desk
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.suggest import session


def test_a_decision_on_a_long_article_looks_for_nothing_and_reads_its_own_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = a_site(tmp_path)
    text = tmp_path / "long.txt"
    text.write_text(text_of(root, WORDS), "utf-8")
    given = Given(outlet=next(iter(Desk(root).site.outlets)), slug="a-long-article")
    id = add(Desk(root), str(text), given).id
    place = Workplace(root)
    app = App(place)

    def asked(**form: str) -> str:
        sent = {"method": "POST", "data": form, "headers": {"X-Desk": "1"}} if form else {}
        return app(EnvironBuilder(path=f"/a/{id}", **sent).get_request()).get_data(as_text=True)

    for _ in range(1200):
        if "data-waiting" not in asked():
            break
        time.sleep(0.05)
    done: list[str] = []
    answering = threading.current_thread()

    def watch(module: ModuleType, name: str, told: Callable[..., str]) -> None:
        real = getattr(module, name)

        def seen(*args: Any, **more: Any) -> Any:
            if threading.current_thread() is answering:
                done.append(told(*args))
            return real(*args, **more)

        monkeypatch.setattr(module, name, seen)

    watch(session, "propose", lambda *_: "propose")
    watch(load, "parse", lambda file, *_: file.id)
    for what in ("take", "undo", "take", "drop", "take", "take", "undo"):
        at = re.search(r'name="at" value="(p[^"]+)"', asked())
        assert at is not None
        asked(do=what, at=at[1], show="open")
    place.close()
    assert set(done) <= {id}, done
