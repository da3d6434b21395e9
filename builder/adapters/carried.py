"""What an export carries over from a site besides its pages: settings, and the files that these and the pages name."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data
from msgspec import Struct, field

from builder.adapters import own_pages
from builder.adapters.own_html import Cleaning
from builder.adapters.own_pages import OwnPage
from builder.adapters.serve import ToldAbort
from builder.cache import regular
from builder.content.copied_files import enclosed
from builder.content.problems import printable
from builder.pages.about import About
from builder.pages.render import TEMPLATES

_SETTINGS = ("site_url", "site_author", "copyright", "extra", "repo_url", "repo_name")
"""Settings that mean the same in an export."""
_THEME = ("features", "language", "palette", "icon", "logo", "favicon", "direction")
"""Settings of the theme that mean the same in an export."""
_OURS = TEMPLATES / "theme"


class Carried(Struct, frozen=True):
    """Settings and files for an export."""

    settings: dict[str, Any] = field(default_factory=dict)
    """Settings of ``mkdocs.yml``, in their order there."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Files besides pages and data, by their path in the folder of the pages."""
    own: tuple[OwnPage, ...] = ()
    """The pages of the site's own that may be in the navigation."""
    texts: dict[str, str] = field(default_factory=dict)
    """The Markdown of the pages of the site's own, by their path."""
    language: str = "en"
    """Language of the interface."""

    @property
    def about(self) -> About:
        """What the settings say of the site."""
        keys = ("site_name", "site_description", "site_url", "site_author", "repo_url")
        return About(*(str(self.settings.get(key) or "") for key in keys))


def carried(config: MkDocsConfig, root: Path, content_dir: str) -> Carried:
    """Return what an export takes over from a site's settings.

    Raises ``ToldAbort`` if a page of the site's own has what may run: whoever builds the export would not clean it.
    """
    settings: dict[str, Any] = {
        "site_name": config.site_name,
        "site_description": config.site_description or "",
    }
    settings |= {key: config[key] for key in _SETTINGS if config.get(key)}
    theme = {key: config.theme[key] for key in _THEME if config.theme.get(key)}
    settings["theme"] = theme
    styles = [str(path) for path in config.extra_css]
    scripts = [_script(entry) for entry in config.extra_javascript]
    settings["extra_css"], settings["extra_javascript"] = styles, scripts
    configs = config.mdx_configs or {}
    settings["markdown_extensions"] = [
        {name: configs[name]} if configs.get(name) else name for name in config.markdown_extensions
    ]
    content = root / content_dir
    around = enclosed(content)
    # What MkDocs would leave out of the site.
    around.copied = [name for name in around.copied if not own_pages.left_out(config, name)]
    around.pages = [name for name in around.pages if not own_pages.left_out(config, name)]
    if config.nav is not None:
        settings["nav"] = config.nav
    files = {name: regular.read(content / name) for name in around.copied if not _hidden(name)}
    named = [theme.get("logo"), theme.get("favicon"), *styles]
    named += [script["path"] if isinstance(script, dict) else script for script in scripts]
    folders = [Path(folder) for folder in (config.theme.custom_dir, _OURS) if folder]
    for name, file in _found(named, folders):
        files.setdefault(name, regular.read(file))
    texts = {name: regular.read(content / name).decode("utf-8-sig") for name in around.pages}
    for name, text in texts.items():
        if foreign := _foreign(config, text):
            raise ToldAbort(
                f"{content_dir}/{printable(name)}: a page may not have {', '.join(foreign)}. In the site it is left out, but an export has "
                "its pages as they are written: take it out first."
            )
    listed = [name for name in around.pages if not own_pages.unlisted(config, name)]
    own = tuple(own_pages.read(content, listed))
    return Carried(settings, files, own, texts, str(config.theme.get("language", "en")))


def _foreign(config: MkDocsConfig, text: str) -> list[str]:
    """Return the names of what a page's front matter and Markdown have and a site leaves out."""
    found: list[str] = []
    body, meta = get_data(text)
    waiting: list[object] = [meta]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (dict, list)):
            waiting += [*value, *value.values()] if isinstance(value, dict) else value
        elif isinstance(value, str) and "<" in value:
            found = ['"<" in its front matter']
    extensions: list[Any] = [*config.markdown_extensions, Cleaning(found.extend)]
    Markdown(extensions=extensions, extension_configs=config.mdx_configs or {}).convert(body)
    return list(dict.fromkeys(found))


def _script(entry: Any) -> str | dict[str, Any]:
    """Return an entry of ``extra_javascript`` as it is written in a file."""
    path = str(entry)
    more = {
        key: entry[key] for key in ("type", "async", "defer") if not isinstance(entry, str) and entry.get(key)
    }
    return {"path": path, **more} if more else path


def _hidden(name: str) -> bool:
    return name.startswith(".") or "/." in name


def _found(names: Iterable[object], folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield those of the files that stand in one of the folders, each by the path that it has there."""
    for name in names:
        if not isinstance(name, str) or urlsplit(name).scheme:
            continue
        inside = posixpath.normpath(name)
        if inside.startswith(("..", "/")):
            continue
        file = next((folder / inside for folder in folders if (folder / inside).is_file()), None)
        if file is not None:
            yield inside, file


class _Dumper(yaml.SafeDumper):
    """Writes settings as MkDocs reads them: functions by their names, and mappings of any kind as mappings."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the same object twice is written twice
        return True


def _function(dumper: yaml.SafeDumper, value: Any) -> yaml.Node:
    if isinstance(value, Mapping):
        return dumper.represent_dict(dict(value))
    if callable(value) and hasattr(value, "__qualname__"):
        return dumper.represent_scalar(
            f"tag:yaml.org,2002:python/name:{value.__module__}.{value.__qualname__}", ""
        )
    return dumper.represent_str(str(value))


_Dumper.add_multi_representer(object, _function)


def written(settings: Mapping[str, Any]) -> str:
    """Return settings as the text of a ``mkdocs.yml``."""
    return yaml.dump(dict(settings), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)
