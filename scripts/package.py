"""Build the package, and use it as somebody would who has nothing but uv or pipx: start a site with it, check it and build it.

make package
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str, cwd: Path) -> str:
    """Run a program and return what it printed on standard output. Ends this one if it fails."""
    # Nothing of this repository or its environment may be found.
    hidden = ("VIRTUAL_ENV", "PYTHONPATH", "VARIORUM_SOURCES")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    # uv trusts its own certificates otherwise, and pip and browsers those of the system.
    environment |= {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """Build it into dist/ and try the wheel."""
    bin_ = Path(sys.executable).parent
    for old in (ROOT / "dist").glob("variorum-*"):
        old.unlink()
    run(sys.executable, "-m", "hatchling", "build", cwd=ROOT)
    (wheel,) = (ROOT / "dist").glob("*.whl")
    print(f"Built {wheel.name} ({wheel.stat().st_size // 1024} KB) and the source archive.")
    uv = str(bin_ / "uv")
    for name, command in (
        ("uvx", [uv, "tool", "run", "--isolated", "--from", str(wheel), "variorum"]),
        ("pipx", [uv, "tool", "run", "pipx", "run", "--spec", str(wheel), "variorum"]),
    ):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            version = run(*command, "--version", cwd=place).strip()
            run(*command, "new", "trail", cwd=place)
            run(*command, "check", "-C", "trail", cwd=place)
            told = run(*command, "build", "-C", "trail", cwd=place)
            assert (place / "trail/site/index.html").is_file(), told
            print(f"{name}: {version}; {told.splitlines()[0]}")


if __name__ == "__main__":
    main()
