"""Which pages an edition will have and how they are called, told before they are made."""

from __future__ import annotations

from builder.build.inventory import Inventory
from builder.pages import links
from builder.pages.views.words import Words


class PlannedPages:
    """The pages of a site, by what its inventory tells."""

    def __init__(self, inventory: Inventory, say: Words) -> None:
        self.inventory, self.say = inventory, say

    @property
    def navigation(self) -> tuple[tuple[str, str], ...]:
        """Label and address of what leads through the site."""
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
            if page.id != "index"
        ]
        indexes = [(say("Articles"), links.ARTICLES), (say("Sources"), links.SOURCES)]
        return ((say("Home"), links.HOME), *topics, *indexes, *texts)

    def title(self, md_path: str) -> str:
        """Return the title of a page by its Markdown path, which a navigation may need before the page is made."""
        room, _, name = md_path.removesuffix(".md").rpartition("/")
        say = self.say
        match room:
            case "articles":
                return self._said(f"articles/{name}.md", "headline") or say("No headline in the text")
            case "topics":
                return self._said(f"topics/{name}.yml", "title") or name
            case "stories":
                return self._story(name)
            case "outlets":
                return self.inventory.site.outlets[name].name
            case "sources":
                return self.inventory.site.sources[name].name
            case "pairs":
                return say.join_items([self.inventory.site.outlets[id].name for id in name.split("--")])
        if name == "index" and self.inventory.single:
            return self._story(next(iter(self.inventory.stories)))
        if name in self.inventory.site.pages:
            return self.inventory.site.pages[name].title
        return say("Stories") if name == "index" else say(name.capitalize())

    def _said(self, name: str, key: str) -> str | None:
        path = f"{self.inventory.content_dir}/{name}"
        document = self.inventory.read(path) if path in self.inventory.leaves else None
        value = document.data.get(key) if document else None
        return value if isinstance(value, str) else None

    def _story(self, id: str) -> str:
        return str(self.inventory.common.registries["stories"].data[id].get("title", id))

    def may_have(self, md_path: str) -> bool:
        """Return whether the edition may have the page of this Markdown path: ``topics/casualties.md``."""
        room, _, name = md_path.removesuffix(".md").rpartition("/")
        match room:
            case "":
                known = f"{self.inventory.content_dir}/{name}.md" in self.inventory.leaves
                return known or name in ("index", "topics", "articles", "sources")
            case "articles" | "topics":
                ending = "md" if room == "articles" else "yml"
                return f"{self.inventory.content_dir}/{room}/{name}.{ending}" in self.inventory.leaves
            case "stories":
                return name in self.inventory.stories
            case "outlets":
                return name in self.inventory.site.outlets
            case "sources":
                return name in self.inventory.site.sources
            case "pairs":
                return all(id in self.inventory.site.outlets for id in name.split("--"))
        return False
