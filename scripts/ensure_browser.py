"""See to it that there is a Chromium for the tests: find one, or install one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

from scripts.chromium import NoChromiumError, find_chromium, version

# Another program may be installing packages at the same moment: wait for it rather than fail.
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=600")


def _found() -> str | None:
    with sync_playwright() as playwright:
        try:
            return find_chromium(playwright)
        except NoChromiumError:
            return None


def _as_root() -> list[str] | None:
    """What to put before a command for it to run as root without asking anyone; None if nothing does."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def _by_apt() -> bool:
    root = _as_root()
    if root is None or not shutil.which("apt-get"):
        return False
    print("Installing chromium with apt-get ...", flush=True)
    environment = [*root, "env", "DEBIAN_FRONTEND=noninteractive"]
    steps = ([*environment, *APT, "-q", "update"], [*environment, *APT, "-q", "install", "-y", "chromium"])
    return all(subprocess.run(step, check=False).returncode == 0 for step in steps)


def _by_playwright() -> bool:
    print("Installing Playwright's Chromium ...", flush=True)
    step = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(step, check=False).returncode == 0


def main() -> int:
    if wanted := os.environ.get("VARIORUM_CHROMIUM"):
        # Installing another one would be no answer to a wrong setting.
        if version(wanted) is None:
            print(f"VARIORUM_CHROMIUM names {wanted}, which does not start as a browser.", file=sys.stderr)
            return 1
        return 0
    if _found():
        return 0
    for install in (_by_apt, _by_playwright):
        # Looked for again even after a success: a package may install a stub.
        if install() and _found():
            return 0
    print(
        "The tests need Chromium, and none could be found or installed: install the package chromium or "
        "Google Chrome, or name one that is there: make test VARIORUM_CHROMIUM=/path/to/chromium",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
