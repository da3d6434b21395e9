"""What of the content folder is copied as it is: pictures, and whatever else a page may show or offer.

MkDocs makes an object of each file in its folder before anybody can tell which of them it is to leave alone. Of ten
thousand articles that takes longer than to find the one that changed. So MkDocs is shown an empty folder while it
looks, and is given the enclosures afterwards.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

log = logging.getLogger("mkdocs.plugins.variorum")

_OURS = (".md", ".yml", ".yaml")
"""Files of the content folder that are read, not copied."""


def enclose(config: MkDocsConfig, files: Files) -> None:
    """Give MkDocs the files of the content folder that it is to copy. They stand before files of the theme."""
    for name in _names(Path(config.docs_dir)):
        former = files.get_file_from_path(name)
        if former is not None:
            files.remove(former)
        files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))


def _names(content: Path) -> Iterator[str]:
    """Yield the paths of all enclosures in the content folder. Links may lead to other places in it only."""
    whole = content.resolve()
    for place, folders, names in os.walk(content, followlinks=True):
        here = Path(place)
        folders[:] = [name for name in sorted(folders) if _stays(here / name, whole)]
        for name in sorted(names):
            if not name.endswith(_OURS) and _stays(here / name, whole):
                yield (here / name).relative_to(content).as_posix()


def _stays(path: Path, whole: Path) -> bool:
    """Return whether a path is no link, or one to something else in the content folder."""
    if not path.is_symlink():
        return True
    found = Path(os.path.realpath(path))
    around = path.parent.resolve().is_relative_to(found)
    if found.is_relative_to(whole) and found.exists() and not around:
        return True
    log.warning("%s is a link to nothing else in the content folder; it is not copied.", path)
    return False
