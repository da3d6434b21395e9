"""The settings of a site in ``mkdocs.yml``, and the MkDocs commands that use them."""

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
    "check_texts",
    "content_place",
    "guarded_folders",
    "line_of",
    "load_config",
    "offline",
    "searched",
    "serve",
]


def content_place(config: MkDocsConfig) -> tuple[Path, str]:
    """Return the site's root and the path of the content folder in it."""
    content = Path(config.docs_dir)
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else content.parent
    if content.is_relative_to(root) and content != root:
        return root, content.relative_to(root).as_posix()
    return content.parent, content.name


def line_of(config: MkDocsConfig, key: str) -> int:
    """Return the line of a top-level key in ``mkdocs.yml``, or 1 if it is missing."""
    try:
        lines = Path(config.config_file_path).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return 1
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{key}:")), 1)


def searched(config: MkDocsConfig) -> bool:
    """Return whether a search plugin is enabled."""
    return any("search" in name and one.config.get("enabled", True) for name, one in config.plugins.items())


def offline(config: MkDocsConfig) -> bool:
    """Return whether the site is to be opened from its folder, as our option or Material's plugin of that name says."""
    named = (one for name, one in config.plugins.items() if name.rpartition("/")[2] == "offline")
    return bool(config.extra.get("offline")) or any(one.config.get("enabled", True) for one in named)


def guarded_folders(config: MkDocsConfig) -> list[Path]:
    """Return the folders that hold people's work and are named only in the settings. Nothing may be written there."""
    named = [config.docs_dir, config.theme.custom_dir]
    return [Path(folder) for folder in named if folder]


def check_texts(config: MkDocsConfig) -> None:
    """Raise ``ContentError`` if a printed setting has hidden characters, unless a check of the file itself already reports it."""
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
    """Return the settings in a ``mkdocs.yml`` with ``more`` added. Raises ``ValueError`` if a value is invalid, and MkDocs' errors."""
    from mkdocs.config import load_config as load

    return load(file, strict=strict, **more)


def build(config: MkDocsConfig) -> None:
    """Build a site like ``mkdocs build``."""
    from mkdocs.commands.build import build as mkdocs_build

    mkdocs_build(config)


def serve(file: str, *, dev_addr: str | None = None, open_in_browser: bool = False) -> None:
    """Serve a site and build it again whenever its files change, like ``mkdocs serve``."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    mkdocs_serve(file, dev_addr=dev_addr, open_in_browser=open_in_browser)
