"""The pages that a site will have and their titles, known before the pages are made."""

from __future__ import annotations

from builder.build.inventory import Inventory
from builder.pages import links
from builder.pages.views.words import Words, headed


class PlannedPages:
    """The pages of a site, derived from its inventory."""

    def __init__(self, inventory: Inventory, say: Words) -> None:
        self.inventory, self.say = inventory, say

    @property
    def navigation(self) -> tuple[tuple[str, str], ...]:
        """Label and address of each page in the navigation."""
        say = self.say
        if self.inventory.indexed:
            topics = [(say("Topics"), links.TOPICS)]
        else:
            topics = [
                (self.title(f"topics/{id}.md"), links.topic(id).address)
                for ids in self.inventory.stories.values()
                for id in ids
            ]
        texts = [
            (page.title, links.text(page.id).address)
            for page in self.inventory.site.pages.values()
            if page.id != "index" and page.menu
        ]
        indexes = [
            (say("Articles"), links.ARTICLES),
            (say("Sources"), links.SOURCES),
            (say("Data"), links.DATA),
        ]
        return ((say("Home"), links.HOME), *topics, *indexes, *texts)

    def title(self, md_path: str) -> str:
        """Return the title of a page by its Markdown path. A navigation may need it before the page is made."""
        folder, _, name = md_path.removesuffix(".md").rpartition("/")
        say = self.say
        match folder:
            case "articles":
                file = f"articles/{name}.md"
                return headed(self._value(file, "headline"), self._value(file, "working_title"), say)
            case "topics":
                return self._value(f"topics/{name}.yml", "title") or name
            case "stories":
                return self._story(name)
            case "outlets":
                return self.inventory.site.outlets[name].name
            case "sources":
                return self.inventory.site.sources[name].name
            case "changes":
                return f"{say('What changed')}: {links.changes_name(links.CHANGES + name)}"
            case "pairs":
                return say.join_items([self.inventory.site.outlets[id].name for id in name.split("--")])
        if name == "index" and self.inventory.single:
            return self._story(next(iter(self.inventory.stories)))
        if name in self.inventory.site.pages:
            return self.inventory.site.pages[name].title
        if name == "changes":
            return say("What changed")
        return say("Stories") if name == "index" else say(name.capitalize())

    @property
    def _log(self) -> tuple[str, ...]:
        """The name of the page with the log, if there is one."""
        return ("changes",) if any(part.log for part in self.inventory.parts) else ()

    def _value(self, name: str, key: str) -> str | None:
        """Return the text of a key in a content file, or None if there is none."""
        path = f"{self.inventory.content_dir}/{name}"
        document = self.inventory.read_document(path) if path in self.inventory.files else None
        value = document.data.get(key) if document else None
        return value if isinstance(value, str) else None

    def _story(self, id: str) -> str:
        return str(self.inventory.common.registries["stories"].data[id].get("title", id))

    def may_have(self, md_path: str) -> bool:
        """Return whether the site may have a page at this Markdown path, such as ``topics/casualties.md``."""
        folder, _, name = md_path.removesuffix(".md").rpartition("/")
        match folder:
            case "":
                known = f"{self.inventory.content_dir}/{name}.md" in self.inventory.files
                return known or name in (
                    "index",
                    "topics",
                    "articles",
                    "sources",
                    "outlets",
                    "pairs",
                    "data",
                    *self._log,
                )
            case "articles" | "topics":
                ending = "md" if folder == "articles" else "yml"
                return f"{self.inventory.content_dir}/{folder}/{name}.{ending}" in self.inventory.files
            case "stories":
                return name in self.inventory.stories
            case "outlets":
                return name in self.inventory.site.outlets
            case "sources":
                return name in self.inventory.site.sources
            case "changes":
                return bool(self._log)
            case "pairs":
                return all(id in self.inventory.site.outlets for id in name.split("--"))
        return False
