"""Check built sites with the Nu HTML checker and with Lighthouse: "make audit".

Both are npm packages, pinned in scripts/audit/package.json and installed on first use; the checker needs a Java
runtime, which is installed where there is none and the system allows it. Lighthouse plays a phone against the
site served compressed. Its performance figure depends on the machine: three runs, the median is printed and fails
nothing. The other categories must be 100.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.chromium import find_chromium
from scripts.compressed import serve_compressed

TOOLS = Path(__file__).resolve().parent / "audit"
RUNS = 3
MUST = ("accessibility", "best-practices", "seo")


def install() -> None:
    """Get the two tools, and Java and npm where they are missing and may be installed."""
    wanted = [
        package
        for program, package in (("java", "default-jre-headless"), ("npm", "npm"))
        if not shutil.which(program)
    ]
    if wanted:
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            sys.exit(f"The audit needs {' and '.join(wanted)}, and cannot install it here.")
        subprocess.run(["apt-get", "-o", "DPkg::Lock::Timeout=600", "update", "-q"], check=True)
        subprocess.run(
            ["apt-get", "-o", "DPkg::Lock::Timeout=600", "install", "-q", "-y", *wanted], check=True
        )
    if not (TOOLS / "node_modules/.bin/lighthouse").exists():
        command = ["npm", "ci", "--no-audit", "--no-fund"]
        run = subprocess.run(command, cwd=TOOLS, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            sys.exit(f"The audit's tools could not be installed:\n{run.stderr[-2000:]}")


def html(site: Path) -> bool:
    """Return whether the checker finds no error on any page."""
    jar = TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar"
    run = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "text", str(site)],
        capture_output=True,
        text=True,
        check=False,
    )
    # Its last line says that it is done, whatever it found.
    problems = [line for line in run.stderr.splitlines() if line.strip() and "checking completed" not in line]
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"HTML: {len(problems)} errors on {pages} pages")
    print("\n".join(problems[:40]))
    return run.returncode == 0 and not problems


def lighthouse(address: str, chromium: str) -> dict[str, float]:
    """Return the scores of one run, 0 to 100."""
    run = subprocess.run(
        [str(TOOLS / "node_modules/.bin/lighthouse"), address, "--quiet", "--output=json",
         "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )  # fmt: skip
    if run.returncode != 0:
        sys.exit(f"Lighthouse did not run: {run.stderr[-2000:]}")
    report = json.loads(run.stdout)
    for name in MUST:
        for reference in report["categories"][name]["auditRefs"]:
            found = report["audits"][reference["id"]]
            if reference["weight"] and found["score"] is not None and found["score"] < 1:
                print(f"  {name}: {found['title']}")
    return {name: round(100 * (found["score"] or 0)) for name, found in report["categories"].items()}


def pages(site: Path) -> tuple[str, ...]:
    """Return the addresses of the pages that Lighthouse looks at: home, and the largest topic, article, outlet and source."""
    kinds = (f"{kind}/*/index.html" for kind in ("topics", "articles", "outlets", "sources"))
    largest = [
        max(found, key=lambda path: path.stat().st_size) for kind in kinds if (found := [*site.glob(kind)])
    ]
    return ("", *(f"{path.parent.relative_to(site).as_posix()}/" for path in largest))


def main(arguments: list[str]) -> int:
    sites = [Path(argument) for argument in arguments or ["site"]]
    for site in sites:
        if not (site / "index.html").is_file():
            sys.exit(f"{site} holds no built site; build it first: make site")
    install()
    with sync_playwright() as playwright:
        chromium = find_chromium(playwright)
    # Not a generator: each site is looked at whatever was found in the one before.
    fine = [audited(site, chromium) for site in sites]
    return 0 if all(fine) else 1


def audited(site: Path, chromium: str) -> bool:
    """Return whether nothing is wrong with a site."""
    print(f"{site}:")
    fine = html(site)
    with serve_compressed(site) as address:
        for page in pages(site):
            runs = [lighthouse(address + page, chromium) for _ in range(RUNS)]
            scores = {name: statistics.median(run.get(name, 0) for run in runs) for name in runs[0]}
            print(f"/{page}: " + ", ".join(f"{name} {score:g}" for name, score in scores.items()))
            fine = fine and all(min(run[name] for run in runs) == 100 for name in MUST)
    return fine


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
