"""From a saved page to a rebuilt site: ``python -m benchmarks.desk`` types it all on a terminal and counts.

An invented third article is added to the example site, three of its proposals are taken, a précis is written, it is
published and the site is rebuilt. Counted are commands and keys, and closing the program that the précis is written in; reading
the sentences and writing the précis is the editor's time, not the machine's.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from builder.desk.new import new

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge repair drags on | Tarn Weekly</title>
<meta property="og:site_name" content="Tarn Weekly"><meta property="article:published_time" content="2031-05-12T07:00:00Z">
<meta name="author" content="Jo Lind"><meta property="og:title" content="Bridge repair drags on"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge repair drags on</h1>
<p>The bridge at Tarn Mouth will stay closed for at least 16 weeks, the council's engineer told this paper on Monday, six more
than the council had first announced.</p>
<p>The hauliers' association said about 6,000 vehicles cross the bridge on a day in summer, and that its members had lost their
patience with the detour through the hills.</p>
<p>"We close a bridge when it is no longer safe and not a day before," the council said in a statement, its first on the matter
since the closure.</p>
<p>A ferry for cyclists is to start next week. Shops in the old town say that they have fewer guests than in other years.</p>
</article><footer>All rights reserved.</footer></body></html>
"""
PRECIS = (
    "Tarn Weekly tells of a longer closure than the council first announced, and has both figures from people who name "
    "themselves. It relies on the council's engineer for the weeks and on the hauliers for the traffic, and leaves open who "
    "pays for the detour and what the repair will cost."
)
"""What the editor writes: it stands in for a program that EDITOR names."""
LIMIT = 10


@dataclass
class Count:
    """What an editor had to do, and how long the machine took."""

    commands: int = 0
    keys: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    shown: str = ""


def type_in(count: Count, root: Path, words: list[str], keys: str = "", **more: str) -> None:
    """Run a command on a terminal of its own, and press a key each time it asks."""
    leader, follower = pty.openpty()
    env = (
        {key: value for key, value in os.environ.items() if key != "VARIORUM_SOURCES"}
        | {"NO_COLOR": "1"}
        | more
    )
    began = time.monotonic()
    waited = 0.0
    process = subprocess.Popen(
        [sys.executable, "-m", "builder", *words],
        cwd=root,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=env,
    )
    os.close(follower)
    shown, left = "", list(keys)
    while select.select([leader], [], [], 120)[0]:
        try:
            chunk = os.read(leader, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk.decode("utf-8", "replace")
        asked = shown.count(" > ") - (len(keys) - len(left))
        if left and asked > 0:
            # A hand is not faster either; what is typed before the terminal waits for it is lost.
            time.sleep(0.4)
            waited += 0.4
            os.write(leader, left.pop(0).encode())
    code = process.wait(timeout=30)
    os.close(leader)
    count.commands += 1
    count.keys += len(keys) - len(left)
    count.seconds[words[0]] = time.monotonic() - began - waited
    count.shown += shown
    if code or left:
        raise SystemExit(f"variorum {' '.join(words)} ended with {code}:\n{shown}")


def run(folder: Path) -> Count:
    """Go the whole way in an empty folder."""
    root = folder / "site"
    new(root, "Desk")
    outlets = root / "content" / "outlets.yml"
    outlets.write_text(outlets.read_text() + "tarn-weekly:\n  name: Tarn Weekly\n  kind: newspaper\n")
    (root / "page.html").write_text(PAGE, encoding="utf-8")
    count = Count()
    type_in(count, root, ["add", "page.html"])
    editor = folder / "editor"
    editor.write_text(f"#!/bin/sh\ncat > \"$1\" <<'END'\n{PRECIS}\nEND\n", encoding="utf-8")
    editor.chmod(0o755)
    type_in(count, root, ["suggest", "tarn-weekly-bridge-repair-drags"], "ttty", EDITOR=str(editor))
    count.keys += 1  # closing the program that the précis was written in
    type_in(count, root, ["build"])
    page = (root / "site/topics/closure/index.html").read_text(encoding="utf-8")
    for printed in ("at least 16", "about 6,000"):
        if printed not in page:
            raise SystemExit(f'"{printed}" did not reach the site:\n{count.shown}')
    return count


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        count = run(Path(folder))
    for name, seconds in count.seconds.items():
        print(f"variorum {name:8} {seconds:5.1f} s")
    total = count.commands + count.keys
    print(f"{count.commands} commands and {count.keys} keys: {total}; at most {LIMIT} are wanted")
    if total > LIMIT:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
