"""What plain MkDocs needs for the pages of this project: topics as pages, and who answers what, gathered once."""

# ruff: noqa: ARG001 - MkDocs passes more than is needed here

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

_shared: dict[str, Any] = {"answers": {}, "topics": {}}


def _read(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Read the registries and make a page of each topic; articles and topics stay out of the navigation."""
    content = Path(config.docs_dir)
    for name in ("outlets", "sources", "stories"):
        _shared[name] = _read(content / f"{name}.yml")
    for file in list(files):
        if file.src_uri.startswith("articles/"):
            file.inclusion = InclusionLevel.NOT_IN_NAV
    for path in sorted((content / "topics").iterdir()):
        _shared["topics"][path.stem] = topic = _read(path)
        text = f"---\ntitle: {topic['title']}\ntopic: {path.stem}\n---\n"
        files.append(
            File.generated(
                config, f"topics/{path.stem}.md", content=text, inclusion=InclusionLevel.NOT_IN_NAV
            )
        )
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gather the claims of an article."""
    if "headline" in page.meta:
        page.meta["title"] = page.meta["headline"]
        for claim in page.meta["claims"]:
            _shared["answers"].setdefault(claim["question"], []).append({"claim": claim, "page": page})
    return markdown


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Give the templates what was gathered."""
    return context | _shared
