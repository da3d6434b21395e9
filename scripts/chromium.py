"""Which Chromium the tests and the screenshots use, how it is started, and the screens it plays.

The one place that knows: ensure_browser, screenshots and the tests' fixtures all ask here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Playwright

Viewport = Literal["desktop", "phone"]
Scheme = Literal["light", "dark"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


# The last list of features counts, so that those of Playwright's own that pages can notice stand here too.
WITHOUT = (
    # Each window would load two pages for its address bar, which takes as long as the page that it is opened for.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)


class NoChromiumError(RuntimeError):
    """There is no Chromium that starts; the message says what was looked at."""


def _candidates(playwright: Playwright) -> Iterator[str]:
    for name in NAMES:
        if found := shutil.which(name):
            yield found
    yield from MAC_APPS
    yield playwright.chromium.executable_path


def version(executable: str) -> str | None:
    """What the program says it is, or None where it does not start.

    Being there is not enough: on Ubuntu /usr/bin/chromium-browser may be a stub that asks for a snap.
    """
    try:
        run = subprocess.run(
            [executable, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout.strip() if run.returncode == 0 and run.stdout.strip() else None


def find_chromium(playwright: Playwright) -> str:
    """The path of a Chromium that starts. VARIORUM_CHROMIUM, if set, is the only one asked."""
    wanted = os.environ.get("VARIORUM_CHROMIUM")
    if wanted:
        if version(wanted) is None:
            raise NoChromiumError(f"VARIORUM_CHROMIUM names {wanted}, which does not start as a browser.")
        return wanted
    for candidate in _candidates(playwright):
        if Path(candidate).exists() and version(candidate) is not None:
            return candidate
    raise NoChromiumError(f"No Chromium found: neither {', '.join(NAMES)} on PATH nor Playwright's own.")


def launch(playwright: Playwright, *more: str) -> Browser:
    """Start the browser, with more arguments than those that all uses need; raise NoChromiumError where there is none."""
    args = [
        *more,
        # The pages are on this machine: every other host is out of reach, and what the browser does
        # for itself (updates, field trials, sync) is off, so that no test depends on a network.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--disable-gpu",
        "--no-first-run",
        f"--disable-features={','.join(WITHOUT)}",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to start its sandbox as root, which is what a container gives.
        args.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=find_chromium(playwright), args=args)


def new_context(
    browser: Browser, viewport: Viewport = "desktop", scheme: Scheme = "light", *, javascript: bool = True
) -> BrowserContext:
    phone = viewport == "phone"
    return browser.new_context(
        viewport={"width": 390, "height": 844} if phone else {"width": 1280, "height": 900},
        device_scale_factor=2 if phone else 1,
        is_mobile=phone,
        has_touch=phone,
        color_scheme=scheme,
        # Pictures of a page in motion differ from run to run.
        reduced_motion="reduce",
        java_script_enabled=javascript,
        locale="en-GB",
        timezone_id="UTC",
    )
