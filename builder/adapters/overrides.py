"""Our overrides of the theme, and corrections that make its pages valid HTML."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from builder.cache.regular import is_special
from builder.pages.page import TITLE_ID
from builder.pages.render import TEMPLATES

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?type="checkbox"[^>]*?) autocomplete="off"')
"""A checkbox with the attribute ``autocomplete``, which HTML does not allow there."""

_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
"""The label of a checkbox that is missing on pages without a side navigation."""

_SKIP = re.compile(r'<a href="[^"]*" class="md-skip">')
"""The link that skips the menus: the theme's leads to the first heading below the title, past what a page says first."""


_INDENT = re.compile(r"<(script|style|pre|textarea)\b.*?</\1>|\n\s+", re.DOTALL)
"""The blank lines and indents that a template leaves, and elements in which they mean something."""


def narrow(html: str) -> str:
    """Return HTML of the theme without blank lines and indents: a twentieth of an article's page."""
    return _INDENT.sub(lambda found: found[0] if found[1] else "\n", html)


def _narrowed(html: str) -> str:
    """Return a page with what stands around its content without blank lines and indents."""
    start, end = html.find("<article"), html.rfind("</article>")
    if not 0 <= start < end:
        return html
    # The theme's template leaves a dozen blank lines behind the content, too.
    return narrow(html[:start]) + html[start:end].rstrip() + "\n" + narrow(html[end:])


def valid_html(html: str) -> str:
    """Return a page of the theme without the markup that the HTML standard does not allow, and with a link to its title.

    What stands around the content loses its blank lines and indents.
    """
    html = _SWITCH.sub(r"\1", _narrowed(html))
    if f'id="{TITLE_ID}"' in html:
        html = _SKIP.sub(f'<a href="#{TITLE_ID}" class="md-skip">', html)
    return html if 'id="__toc"' in html else _LABEL.sub(r'<span class="md-nav__title">\1</span>', html)


def our_theme(config: MkDocsConfig, compiled: jinja2.BytecodeCache) -> None:
    """Add our overrides of the theme to its folders, after the site's own and before the theme's, unless the site names them.

    Compiled templates are stored in ``compiled``. Otherwise MkDocs and each plugin that uses the theme's environment compile
    them again.
    """
    ours = str(TEMPLATES / "theme")
    folders = config.theme.dirs
    if not any(Path(os.path.realpath(folder)) == Path(ours) for folder in folders):
        folders.insert(1 if config.theme.custom_dir else 0, ours)
    make = config.theme.get_env

    def quicker() -> jinja2.Environment:
        env = make()
        if type(env.loader) is jinja2.FileSystemLoader:
            env.loader = _Loader(env.loader.searchpath)
        # The environment lives for one build, so it need not check for each template whether its file changed.
        env.auto_reload = False
        env.bytecode_cache = compiled
        return env

    # MkDocs has no event between making the environment and listing its templates.
    config.theme.get_env = quicker  # type: ignore[method-assign]


class _Loader(jinja2.FileSystemLoader):
    """Lists a theme's files except those in hidden folders, which MkDocs skips anyway: Material has 14,000 icons in one."""

    def list_templates(self) -> list[str]:
        return sorted({name for top in self.searchpath for name in theme_files(Path(top))})


def theme_files(folder: Path) -> Iterator[str]:
    """Yield the paths of the files under a theme's folder, sorted within each folder, except those in hidden folders.

    Skips what is neither a file nor a folder, such as a named pipe.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        under = Path(place).relative_to(folder).as_posix()
        names = [name for name in sorted(names) if not is_special(Path(place, name))]
        yield from (name if under == "." else f"{under}/{name}" for name in names)
