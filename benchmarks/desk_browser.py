"""The desk in the browser, measured with a real one: ``python -m benchmarks.desk_browser``.

First from a saved page of about 600 words to a published article with 20 claims, counted in keys, clicks and seconds; then how long the
desk's answers take on an article of 3,000 words on a site of 17 articles. Reading, and writing the précis, is the editor's time and is not
counted. It takes about two minutes on an idle machine. Each key is printed with what it took until its answer was shown, what the server took
for it, and the processor's time of that: on a busy machine the last one tells.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.desk_page import PAGE, PARAGRAPHS, PRECIS
from builder.desk.desk import Desk
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from scripts.chromium import launch
from tests.stories.sites import HERE, site_of, with_accounts

CLAIMS, KEYS, MINUTES, ANSWER, OPENS = 20, 60, 5.0, 100, 1000
"""What is wanted: claims at least; at most keys and minutes for an article, milliseconds for an answer and for a page to open."""
WORDS = 3000


class Editor:
    """Presses keys on the desk's pages and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0
        self.took: list[int] = []
        self.told: list[str] = []
        """Each key with what its answer took: all, of the server, and of its processor, in milliseconds."""

    def settle(self) -> None:
        """Wait until nothing is being looked for."""
        expect(self.page.locator("main[data-waiting]")).to_have_count(0, timeout=60_000)

    def press(self, key: str, *, answered: bool = True) -> None:
        """Press a key; note how long the desk's answer took."""
        answers = "+(document.documentElement.dataset.answers || 0)"
        before = self.page.evaluate(answers)
        self.page.keyboard.press(key)
        self.keys += 1
        if answered:
            self.page.wait_for_function(f"before => {answers} > before", arg=before)
            self.took.append(int(self.page.evaluate("+document.documentElement.dataset.took")))
            timing = str(self.page.evaluate("document.documentElement.dataset.timing"))
            server, work = re.findall(r"dur=(\d+)", timing)
            self.told.append(f"{key} {self.took[-1]} ({server}, {work})")

    def go(self, key: str, pattern: str) -> None:
        """Press a key that leads to another page."""
        self.press(key, answered=False)
        self.page.wait_for_url(pattern)


def a_site(folder: Path) -> Path:
    """Write the story of ten outlets with the further accounts of it."""
    root = with_accounts(folder / "site", site_of("toll"), HERE / "toll_accounts")
    (root / "mkdocs.yml").write_text((HERE / "toll" / "mkdocs.yml").read_text("utf-8"), "utf-8")
    return root


@contextmanager
def desk_of(root: Path) -> Iterator[str]:
    """Serve the desk of a site as an editor has it, in a process of its own, and yield its address."""
    command = [sys.executable, "-m", "builder", "desk", "--no-open", "-C", str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            yield next(line.split()[-1] for line in desk.stdout if "http://" in line)
        finally:
            desk.terminate()


def text_of(root: Path, words: int) -> str:
    """Return the texts of the story put together until they have so many words."""
    parts: list[str] = []
    files = sorted(path for path in (root / "sources").glob("*.txt"))
    while sum(len(part.split()) for part in parts) < words:
        round_, index = divmod(len(parts), len(files))
        text = files[index].read_text("utf-8")
        # A second round has other figures, so that its sentences are other ones.
        parts.append(text if not round_ else text.replace("3", "7").replace("1", "5"))
    return "\n\n".join(parts)


def way(page: Page, address: str, saved: Path) -> Editor:
    """Go from a saved page to a published article with the keyboard alone; each key and each choice of a file counts."""
    editor = Editor(page)
    page.goto(address)
    editor.settle()
    editor.go("a", "**/add")
    page.locator("input[type=file]").set_input_files(saved)
    expect(page.get_by_role("button", name="Add", exact=True)).to_be_focused()
    editor.go("Enter", "**/about")
    expect(page.locator("[name=outlet-name]")).to_have_value("The Evening Gauge")
    page.locator("[name=outlet-kind]").select_option("newspaper")
    page.locator("main").focus()
    editor.press("s", answered=False)
    page.wait_for_url(lambda url: not url.endswith("/about"))
    # The file that was chosen, the kind of the outlet, which counts as two, and Escape to leave its field.
    editor.keys += 4
    editor.settle()
    while page.locator("[data-key=t]:not(:disabled)").count():
        editor.press("t")
    editor.settle()
    # What the proof says of them stands there, with its mends.
    if int(page.locator(".counters a[href='?show=wrong'] b").inner_text()):
        page.locator(".counters a[href='?show=wrong']").focus()
        editor.press("Enter")
        editor.keys += 1
        editor.settle()
        while page.locator("button[name=mend][data-key=m]").count():
            editor.press("m")
            editor.settle()
            if (
                page.locator("button[name=mend][data-key=m]").count() == 0
                and page.locator("[data-key=j]").count()
            ):
                editor.press("j")
    editor.press("p", answered=False)
    page.locator("#precis-text").fill(PRECIS)
    editor.press("Control+Enter")
    # The text that was pasted.
    editor.keys += 1
    editor.settle()
    return editor


def published(editor: Editor) -> list[str]:
    """Publish the article on whose review the editor is; return the errors that its publication told and the desk had not."""
    page = editor.page
    shown = page.locator(".counters").inner_text()
    page.locator("main").focus()
    editor.go("g", "**/publish")
    # Whichever is there first: it can be published, or it says why not.
    page.locator("[data-key=y]:not(:disabled)").or_(page.locator("li.error").first).first.wait_for(
        timeout=120_000
    )
    if told := page.locator("li.error").all_inner_texts():
        return told
    with page.expect_navigation(timeout=120_000):
        editor.press("y", answered=False)
    if "is published" not in page.locator("h1").inner_text():
        told = [page.locator("#said").inner_text()]
    return told if "0 to mend" in " ".join(shown.split()) else [f"the desk had said: {shown}", *told]


def main() -> None:
    """Measure, print, and fail where more is taken than is wanted."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument(
        "--lenient", type=float, default=1.0, help="so many times as long is allowed, on a busy machine"
    )
    allowed = arguments.parse_args().lenient
    # What is added here goes into this site's own folder of texts, and never into the editor's.
    os.environ.pop("VARIORUM_SOURCES", None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = a_site(Path(folder))
        saved = Path(folder) / "saved.html"
        saved.write_text(PAGE, "utf-8")
        long = Path(folder) / "long.txt"
        long.write_text(text_of(root, WORDS), "utf-8")
        added = add(
            Desk(root), str(long), Given(outlet=next(iter(Desk(root).site.outlets)), slug="a-long-article")
        )
        browser = launch(playwright)
        with desk_of(root) as address:
            page = browser.new_page()
            began = time.monotonic()
            editor = way(page, address, saved)
            taken = page.locator(".mark.claimed, .mark.error, .mark.warning").count()
            wrong = published(editor)
            minutes = (time.monotonic() - began) / 60
            way_took = editor.took
            words = sum(len(paragraph.split()) for paragraph in PARAGRAPHS)
            print(f"{words} words: {taken} claims, {editor.keys} keys, {minutes:.1f} minutes", end="; ")
            print(
                f"slowest answer {max(way_took)} ms; errors at publishing that were not shown: {len(wrong)}"
            )
            for line in wrong:
                print(f"   {line}")
            print("   key, ms until it is shown (of the server, of its processor):", ", ".join(editor.told))
            short = taken < CLAIMS or editor.keys > KEYS or bool(wrong)
            began = time.monotonic()
            page.goto(f"{address}a/{added.id}")
            opened = 1000 * (time.monotonic() - began)
            editor = Editor(page)
            editor.settle()
            for key in "jjjkkturudujjtu":
                editor.press(key)
                editor.settle()
            print(f"{len(long.read_text('utf-8').split())} words: opens in {opened:.0f} ms", end="; ")
            print(f"answers: median {statistics.median(editor.took):.0f}, slowest {max(editor.took)} ms")
            print("  ", ", ".join(editor.told))
        browser.close()
    slow = max(*editor.took, *way_took) > allowed * ANSWER or opened > allowed * OPENS
    if short or slow or minutes > allowed * MINUTES:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
