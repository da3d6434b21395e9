"""Two desks at once, an editor who changes files meanwhile, a desk that is killed at any moment: nothing is lost or half-written."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from builder.adapters.desk.workplace import Workplace
from builder.content.load import load
from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.moving import together
from builder.desk.suggest.session import Session
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT, site
from tests.thorough import times

STEPS = """
import os, re, signal, sys
from pathlib import Path
from builder.desk import files
from builder.desk.desk import Desk
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT, PRECIS

root, moment = Path(sys.argv[1]), int(sys.argv[2])
calls = [0]

def counted(real):
    def call(*args, **more):
        path = str(args[0])
        if str(root) in path and "/.variorum/" not in path or ".variorum-" in path:
            calls[0] += 1
            if calls[0] == moment:
                os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **more)
    return call

desk = Asked(root)
seen = lambda page: re.findall(r'name="seen" value="([^"]+)"', page)[0]
about = desk.get(f"/a/{DRAFT}/about")
ask = dict(kind_of="question", text="What does the repair cost?", short="Cost", answer="quantity", unit="euros", counts="cost",
           of="the repair", topic="+", story="+")
ask = {key.replace("_", "-") if key == "kind_of" else key: value for key, value in ask.items()}
ask |= {"topic-title": "The repair", "topic-lead": "What it costs.", "story-title": "Repairs", "story-summary": "A bridge is repaired."}
page = desk.get(f"/a/{DRAFT}")
# What follows only writes: nobody looks at the pages.
desk.patient = False
files.os.link = counted(files.os.link)
Path.replace = counted(Path.replace)
Path.unlink = counted(Path.unlink)
desk.post(f"/a/{DRAFT}/about", **{"seen": seen(about), "outlet": "+", "outlet-name": "Tarn Courier", "outlet-kind": "newspaper", "byline": "Jo Lind, Per Holm"})
desk.post("/ask", **ask)
desk.post("/step", do="undo")
desk.post("/step", do="redo")
for at in re.findall(r'class="mark proposed[^"]*" data-jump href="[^"]*at=(p[^"]+)"', page)[:2]:
    desk.post(f"/a/{DRAFT}", do="take", at=at, show="open")
desk.post(f"/a/{DRAFT}", do="undo", at="", show="open")
desk.post(f"/a/{DRAFT}", do="redo", at="", show="open")
page = desk.get(f"/a/{DRAFT}")
desk.post(f"/a/{DRAFT}", do="precis", precis=PRECIS, seen=re.findall(r'name="seen" value="([^"]+)"', page)[-1])
desk.post(f"/a/{DRAFT}/publish", do="publish")
desk.post(f"/a/{DRAFT}/publish", do="unpublish")
desk.close()
print(calls[0])
"""


@pytest.fixture(autouse=True)
def _no_private_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


def steps(root: Path, moment: int) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", STEPS, str(root), str(moment)]
    top = Path(__file__).parents[3]
    return subprocess.run(words, check=False, cwd=top, capture_output=True, text=True)


def test_killed_at_sampled_moments_all_can_be_read_and_gone_on_with(tmp_path: Path) -> None:
    site(tmp_path / "whole")
    whole = steps(tmp_path / "whole", -1)
    assert whole.returncode == 0, whole.stderr
    moments = int(whole.stdout)
    assert moments > 20
    for moment in range(1, moments, max(1, moments // times(5, 100))):
        root = tmp_path / str(moment)
        site(root)
        ended = steps(root, moment)
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        together.finish(root)
        content = load(root)
        assert content.problems == [], moment
        desk = Desk(root)
        assert [str(one) for one in errors(desk.problems)] == [], moment
        document = desk.document(DRAFT)
        assert document.data.get("outlet") in ("tarn-weekly", "tarn-courier")
        # Its text is the one that the article names, and what was decided is there or is proposed again.
        session = Session(desk, document)
        words = {claim["printed"] for claim in document.data.get("claims") or []} | {
            one.printed for one in session.open()
        }
        assert {"at least 16 weeks", "about 6,000"} <= words, moment
        again = Asked(root)
        try:
            assert "Bridge repair drags on" in again.get("/")
            assert "<h1" in again.get(f"/a/{DRAFT}")
        finally:
            again.close()


def test_two_desks_and_an_editor_lose_nothing(tmp_path: Path) -> None:
    article = site(tmp_path / "site")
    root = tmp_path / "site"
    one, two = Asked(root), Asked(root)
    keys = re.findall(r'href="[^"]*at=(p[^"]+)"', one.get(f"/a/{DRAFT}"))
    keys = list(dict.fromkeys(keys))[:3]
    two.get(f"/a/{DRAFT}")
    remarks: list[str] = []

    def edits() -> None:
        """An editor whose program saves a file only if nobody changed it since it was opened."""
        for number in range(12):
            before = article.read_text()
            remark = f"# remark {number} by hand\n"
            aside = article.with_suffix(".aside")
            aside.write_text(before.replace("byline:", f"{remark}byline:"))
            if article.read_text() == before:
                aside.replace(article)
                remarks.append(remark)

    def decides(desk: Asked, mine: list[str]) -> None:
        for key in mine:
            for what in ("take", "undo", "redo"):
                desk.post(f"/a/{DRAFT}", do=what, at=key, show="open")

    threads = [
        threading.Thread(target=edits),
        threading.Thread(target=decides, args=(one, keys[:2])),
        threading.Thread(target=decides, args=(two, keys[2:])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # What could not be written because of the editor's remarks was said, and is done now.
    for key in keys:
        one.post(f"/a/{DRAFT}", do="take", at=key, show="open")
    one.close()
    two.close()
    content = load(root)
    assert content.problems == []
    [document] = [other for other in content.articles if other.id == DRAFT]
    printed = [claim["printed"] for claim in document.data["claims"]]
    assert len(printed) == len(set(printed)) == 3
    text = article.read_text()
    assert [remark for remark in remarks if remark not in text] == []
    assert not list(article.parent.glob(".variorum-*"))


def test_what_one_desk_did_the_other_sees_and_takes_back(tmp_path: Path) -> None:
    article = site(tmp_path / "site")
    one, two = Asked(tmp_path / "site"), Asked(tmp_path / "site")
    first, second = dict.fromkeys(re.findall(r'href="[^"]*at=(p[^"]+)"', one.get(f"/a/{DRAFT}"))[:2])
    two.get(f"/a/{DRAFT}")
    one.post(f"/a/{DRAFT}", do="take", at=first, show="open")
    before = article.read_bytes()
    two.post(f"/a/{DRAFT}", do="take", at=first, show="open")
    assert article.read_bytes() == before, "what was decided meanwhile is not decided again"
    two.post(f"/a/{DRAFT}", do="take", at=second, show="open")
    assert article.read_bytes() != before
    # There is one way back, whoever goes it: the last step first.
    one.post(f"/a/{DRAFT}", do="undo", at="", show="open")
    assert article.read_bytes() == before
    two.post(f"/a/{DRAFT}", do="undo", at="", show="open")
    assert "at least 16 weeks" not in article.read_text()
    one.close()
    two.close()


def test_a_lock_that_a_killed_desk_held_is_free(tmp_path: Path) -> None:
    site(tmp_path / "site")
    held = "import sys, time\nfrom pathlib import Path\nfrom builder.adapters.desk.workplace import Workplace\nplace = Workplace(Path(sys.argv[1]))\nwith place.alone():\n    print('held', flush=True)\n    time.sleep(60)\n"
    process = subprocess.Popen(
        [sys.executable, "-c", held, str(tmp_path / "site")], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    process.kill()
    process.wait()
    process.stdout.close()
    place = Workplace(tmp_path / "site")
    with place.alone():
        pass
    place.close()
