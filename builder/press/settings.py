"""What MkDocs' settings say of a site that is to be pressed."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def content_place(config: MkDocsConfig) -> tuple[Path, str]:
    """Return the site's root and the content folder's name in it."""
    content = Path(config.docs_dir)
    root = Path(config.config_file_path).resolve().parent if config.config_file_path else content.parent
    if content.is_relative_to(root) and content != root:
        return root, content.relative_to(root).as_posix()
    return content.parent, content.name


def searched(config: MkDocsConfig) -> bool:
    """Return whether a site has a search."""
    return any("search" in name and one.config.get("enabled", True) for name, one in config.plugins.items())
