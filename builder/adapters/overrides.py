"""What of the theme is ours, and what of it has to be mended before a page is good HTML."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from builder.cache.regular import is_special
from builder.pages.render import TEMPLATES

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?type="checkbox"[^>]*?) autocomplete="off"')
"""A checkbox may not be completed by itself, so it may not say so either."""

_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
"""Labels a switch that pages without a side navigation do not have."""


def mended(html: str) -> str:
    """Return a page of the theme without what the HTML standard does not allow."""
    html = _SWITCH.sub(r"\1", html)
    return html if 'id="__toc"' in html else _LABEL.sub(r'<span class="md-nav__title">\1</span>', html)


def our_theme(config: MkDocsConfig, compiled: jinja2.BytecodeCache) -> None:
    """Put our overrides of the theme after the site's own and before the theme's, where the site does not name them.

    Templates are ``compiled`` once: MkDocs, and each plugin that asks the theme for a word, would do so for itself.
    """
    ours = str(TEMPLATES / "theme")
    folders = config.theme.dirs
    if not any(Path(folder).resolve() == Path(ours) for folder in folders):
        folders.insert(1 if config.theme.custom_dir else 0, ours)
    make = config.theme.get_env

    def quicker() -> jinja2.Environment:
        env = make()
        if type(env.loader) is jinja2.FileSystemLoader:
            env.loader = _Loader(env.loader.searchpath)
        # It lives for one build: nobody has to ask at each part of each page whether its file was changed since.
        env.auto_reload = False
        env.bytecode_cache = compiled
        return env

    # MkDocs has no event between making the environment and listing all that it can load.
    config.theme.get_env = quicker  # type: ignore[method-assign]


class _Loader(jinja2.FileSystemLoader):
    """Lists a theme's files but for hidden folders, which MkDocs leaves out itself: Material has 14,000 icons in one."""

    def list_templates(self) -> list[str]:
        return sorted({name for top in self.searchpath for name in visible(Path(top))})


def visible(folder: Path) -> Iterator[str]:
    """Yield the files under a folder of a theme by their path in it, sorted within each folder; none in hidden folders.

    What is neither a file nor a folder, such as a named pipe, has no place in a theme.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        under = Path(place).relative_to(folder).as_posix()
        names = [name for name in sorted(names) if not is_special(Path(place, name))]
        yield from (name if under == "." else f"{under}/{name}" for name in names)
