"""Write the docs that are generated: key reference, JSON Schema files, error catalogue. ``python -m scripts.reference``."""

from __future__ import annotations

from pathlib import Path

from builder.cli import catalogue
from builder.desk.keys import json_schemas, reference

ROOT = Path(__file__).resolve().parent.parent

MADE = " Made from `builder/content/schema.py` by `python -m scripts.reference`; a test keeps it in step."
"""What the file says of itself, and the terminal does not."""


def files() -> dict[str, str]:
    """Return the generated files by their path from the repository's root."""
    return {"docs/keys.md": reference(MADE), "docs/errors.md": catalogue.markdown()} | {
        f"docs/schemas/{name}": text for name, text in json_schemas().items()
    }


def main() -> None:
    for name, text in files().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"Wrote {name}")


if __name__ == "__main__":
    main()
