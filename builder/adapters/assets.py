"""What of the content folder is copied as it is: pictures, and whatever else a page may show or offer.

MkDocs makes an object of each file in its folder before anybody can tell which of them it is to leave alone. Of ten
thousand articles that takes longer than to find the one that changed. So MkDocs is shown an empty folder while it
looks, and is given the enclosures afterwards.
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
"""Files of the theme that a site may exchange for its own: its icon. Pages need the others."""


def enclose(config: MkDocsConfig, files: Files, found: Enclosed, content_dir: str) -> list[Problem]:
    """Give MkDocs the files of the content folder that it is to copy. Pictures stand before those of the theme.

    Returns a problem for each file that the theme needs the place of.
    """
    for link in found.astray:
        log.warning("%s is a link to nothing else in the content folder; it is not copied.", link)
    theirs, problems = Listed(), []
    for file in files:
        theirs.add(file.dest_uri, f"the theme's {file.dest_uri}")
    for name in (*sorted(config.theme.static_templates), *sorted(OWN)):
        theirs.add(name, f"{name}, which the build writes")
    for name in found.copied:
        # A named pipe would be waited for, and a device may never end.
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
