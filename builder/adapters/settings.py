"""What MkDocs' settings say of a site that is to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from builder.content import printed_settings as settings
from builder.content.problems import ContentError

__all__ = [
    "MkDocsConfig",
    "build",
    "content_place",
    "guarded",
    "honest",
    "line_of",
    "load_config",
    "searched",
    "serve",
]


def content_place(config: MkDocsConfig) -> tuple[Path, str]:
    """Return the site's root and the content folder's name in it."""
    content = Path(config.docs_dir)
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else content.parent
    if content.is_relative_to(root) and content != root:
        return root, content.relative_to(root).as_posix()
    return content.parent, content.name


def line_of(config: MkDocsConfig, key: str) -> int:
    """Return the line of ``mkdocs.yml`` in which a key stands; 1 if it does not stand in any."""
    try:
        lines = Path(config.config_file_path).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return 1
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{key}:")), 1)


def searched(config: MkDocsConfig) -> bool:
    """Return whether a site has a search."""
    return any("search" in name and one.config.get("enabled", True) for name, one in config.plugins.items())


def guarded(config: MkDocsConfig) -> list[Path]:
    """Return the folders of somebody's work that only the settings name: where nothing may be written."""
    named = [config.docs_dir, config.theme.custom_dir]
    return [Path(folder) for folder in named if folder]


def honest(config: MkDocsConfig) -> None:
    """Raise ``ContentError`` where a printed setting holds what no honest text does, and the site's own file does not tell of it."""
    file = Path(config.config_file_path or settings.FILE).name
    found = settings.in_words(_words([config.get(key) for key in sorted(settings.PRINTED - {"theme"})]), file)
    if found and not settings.dishonest(*content_place(config)):
        raise ContentError(found)


def _words(value: object) -> Iterator[str]:
    """Yield all texts in a setting."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _words(inner)


def load_config(file: str, *, strict: bool, **more: Any) -> MkDocsConfig:
    """Return what a ``mkdocs.yml`` says, ``more`` beside it. Raises ``ValueError`` where a value cannot be, and what MkDocs raises."""
    from mkdocs.config import load_config as load

    return load(file, strict=strict, **more)


def build(config: MkDocsConfig) -> None:
    """Build a site, as ``mkdocs build`` does."""
    from mkdocs.commands.build import build as mkdocs_build

    mkdocs_build(config)


def serve(file: str, *, dev_addr: str | None = None, open_in_browser: bool = False) -> None:
    """Serve a site and build it again whenever its files change, as ``mkdocs serve`` does."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    mkdocs_serve(file, dev_addr=dev_addr, open_in_browser=open_in_browser)
