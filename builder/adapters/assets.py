"""Copy pictures and other files of the content folder into the site unchanged.

MkDocs makes an object for each file in its folder before a plugin can exclude any. For ten thousand articles that takes
longer than finding the one that changed. So MkDocs gets an empty folder to scan, and the files to copy are added afterwards.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from builder.adapters.telling import logger
from builder.build.output import OWN
from builder.cache.regular import is_special
from builder.content.collisions import Listed, clash, taken
from builder.content.copied_files import Enclosed
from builder.content.problems import Problem

log = logger()

_PICTURES = (".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""Suffixes of files of the theme that a site may replace with its own, such as the icon. Pages need the theme's other files."""


def enclose(config: MkDocsConfig, files: Files, found: Enclosed, content_dir: str) -> list[Problem]:
    """Add the files of the content folder that MkDocs has to copy. Pictures replace those of the theme.

    Returns a problem for each file whose path the theme or the build needs.
    """
    for link in found.astray:
        log.warning("%s is a link to nothing else in the content folder; it is not copied.", link)
    theirs, problems = Listed(), []
    for file in files:
        theirs.add(file.dest_uri, f"the theme's {file.dest_uri}")
    for name in (*sorted(config.theme.static_templates), *sorted(OWN)):
        theirs.add(name, f"{name}, which the build writes")
    for name in found.copied:
        # Opening a named pipe would wait for a writer, and a device may never end.
        if is_special(Path(config.docs_dir, name)):
            log.warning("%s is not a file; it is not copied.", Path(config.docs_dir, name))
            continue
        former = files.get_file_from_path(name)
        if former is not None and PurePosixPath(name).suffix in _PICTURES:
            files.remove(former)
        elif why := clash(name, theirs):
            problems.append(taken(name, why, content_dir))
        if files.get_file_from_path(name) is None:
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return problems
