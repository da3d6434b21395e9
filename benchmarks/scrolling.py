"""How smoothly a page with 40 outlets and 1,000 claims scrolls and filters: ``.venv/bin/python -m benchmarks.scrolling``.

Opens the topic's page of one or several built sites in Chromium, some rounds in turn so that a busy machine troubles all
alike, and prints medians of the rounds. Nothing here passes or fails. Without a folder it builds the site it measures.

Two things are measured: how long something took until it was drawn, and the longest task of the page's own thread in seconds of
its processor, which a busy machine changes less.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.chromium import Viewport, launch, new_context
from scripts.serving import serve
from tests.browser.large import large_site

TOPIC = "topics/flood/"

# Clicked in a frame's callbacks: what is posted there runs once the frame is styled, laid out, painted and handed over.
CLICK = """selector => new Promise(done => { const button = document.querySelector(selector), after = new MessageChannel();
  document.querySelector(".vm-picker").scrollIntoView();
  requestAnimationFrame(() => requestAnimationFrame(() => { const begin = performance.now(); button.click();
    after.port1.onmessage = () => done(performance.now() - begin); after.port2.postMessage(0) })) })"""

SCROLL = """([selector, across, down, steps]) => new Promise(done => { const box = document.querySelector(selector);
  const frames = []; let last; box.scrollTo(0, 0);
  function go(now) { if (last !== undefined) frames.push(now - last); last = now;
    if (frames.length === steps) return done(frames);
    box.scrollBy(across, down); requestAnimationFrame(go) }
  requestAnimationFrame(go) })"""

STEPS = 150
REST = 3000
"""So long nothing is done, in milliseconds: the page lays out what is out of sight."""


def opened(browser: Browser, url: str, viewport: Viewport) -> Page:
    """Return the page, loaded and at rest, in a context of its own."""
    page = new_context(browser, viewport).new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    return page


def longest_task(browser: Browser, page: Page, act: Callable[[], None]) -> float:
    """Return the processor's milliseconds of the longest task of the page's main thread while something is done."""
    browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    act()
    events = json.loads(browser.stop_tracing())["traceEvents"]
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = (
        event.get("tdur", 0) / 1000
        for event in events
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in main
    )
    return max(tasks, default=0.0)


def measured(browser: Browser, url: str) -> dict[str, float]:
    """Return what was measured in one round, in milliseconds."""
    found: dict[str, float] = {}

    def taken(name: str, page: Page, script: str, given: object) -> None:
        times: list[float] = []

        def act() -> None:
            result = page.evaluate(script, given)
            times.extend(result if isinstance(result, list) else [result])

        found[f"{name}: longest task (processor)"] = longest_task(browser, page, act)
        found[f"{name}: {'worst frame' if len(times) > 1 else 'drawn after'}"] = max(times)

    page = opened(browser, f"{url}?view=outlet", "desktop")
    page.wait_for_timeout(REST)
    taken("a click in the picker", page, CLICK, ".vm-picker label:nth-of-type(8) input")
    page.wait_for_timeout(REST)
    taken("show all", page, CLICK, ".vm-picker button[value=all]")
    page.context.close()
    page = opened(browser, f"{url}?outlets=all", "desktop")
    page.locator(".vm-scroll").evaluate("box => box.scrollIntoView()")
    taken("scroll down at once", page, SCROLL, [".vm-scroll", 0, 40, STEPS])
    page.wait_for_timeout(REST)
    taken("scroll down", page, SCROLL, [".vm-scroll", 0, 40, STEPS])
    taken("scroll both ways", page, SCROLL, [".vm-scroll", 30, 20, STEPS])
    page.context.close()
    page = opened(browser, f"{url}?outlets=all", "phone")
    page.locator(".vm-scroll").evaluate("box => box.scrollIntoView()")
    taken("scroll down on a phone", page, SCROLL, ["html", 0, 120, STEPS])
    page.context.close()
    return found


def main() -> None:
    """Measure the sites in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", nargs="*", type=Path, help="folders of built sites with the large topic")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    rounds: defaultdict[str, defaultdict[Path, list[float]]] = defaultdict(lambda: defaultdict(list))
    with contextlib.ExitStack() as open_things:
        sites = given.sites
        if not sites:
            folder = open_things.enter_context(tempfile.TemporaryDirectory())
            with contextlib.redirect_stderr(io.StringIO()):
                sites = [large_site(Path(folder))]
        browser = launch(open_things.enter_context(sync_playwright()))
        open_things.callback(browser.close)
        addresses = {site: open_things.enter_context(serve(site)) + TOPIC for site in sites}
        for _ in range(given.rounds):
            for site, url in addresses.items():
                for name, value in measured(browser, url).items():
                    rounds[name][site].append(value)
    print("| ms, median of rounds (least-most) |", " | ".join(map(str, sites)), "|")
    print("|---|" + "---|" * len(sites))
    for name, by_site in rounds.items():
        cells = (
            f"{statistics.median(values):.0f} ({min(values):.0f}-{max(values):.0f})"
            for values in by_site.values()
        )
        print("|", name, "|", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
