"""Make a site of one story that grows: this repository's articles, copied under other names into one story.

``python -m benchmarks.copied_story FOLDER ARTICLES [OUTLETS]`` writes ``FOLDER/content`` and ``FOLDER/mkdocs.yml``. The texts are not
copied, so nothing is located anew. Outlets share the articles evenly; figures are those of the story.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
OUTLETS = 40
"""How many outlets print, if nothing else is said: that is as many as follow one story closely."""


def write(folder: Path, articles: int, outlets: int = OUTLETS) -> None:
    """Write a site with so many articles into a folder that does not exist."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy2(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    originals = sorted((folder / "content/articles").glob("*.md"))
    registry = folder / "content/outlets.yml"
    known = yaml.safe_load(registry.read_text(encoding="utf-8"))
    texts = [path.read_text(encoding="utf-8") for path in originals]
    names = [text.split("outlet: ", 1)[1].split("\n", 1)[0] for text in texts]
    for path in originals[articles:]:
        path.unlink()
    added: dict[str, dict[str, str]] = {}
    for number in range(len(originals), articles):
        at, copy = number % len(originals), number // len(originals)
        outlet = f"{names[at]}-{number % outlets}"
        added[outlet] = {
            "name": f"{known[names[at]]['name']} {number % outlets}",
            "kind": known[names[at]]["kind"],
        }
        text = texts[at].replace(f"outlet: {names[at]}\n", f"outlet: {outlet}\n", 1)
        (folder / f"content/articles/{originals[at].stem}-{copy}.md").write_text(text, encoding="utf-8")
    if added:
        with registry.open("a", encoding="utf-8") as file:
            yaml.safe_dump(added, file, allow_unicode=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
