"""Which pages an edition will have and how they are called, told before they are made."""

from __future__ import annotations

from builder import links
from builder.manuscript import Manuscript


class Prospectus:
    """The pages of a manuscript's edition."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript, self.say = manuscript, manuscript.printer.say

    @property
    def navigation(self) -> tuple[tuple[str, str], ...]:
        """Label and address of what leads through the site."""
        say = self.say
        if self.manuscript.indexed:
            topics = [(say("Topics"), links.TOPICS)]
        else:
            topics = [
                (self.title(f"topics/{id}.md"), links.topic(id).address)
                for ids in self.manuscript.stories.values()
                for id in ids
            ]
        texts = [
            (page.title, links.text(page.id).address)
            for page in self.manuscript.site.pages.values()
            if page.id != "index"
        ]
        indexes = [(say("Articles"), links.ARTICLES), (say("Sources"), links.SOURCES)]
        return ((say("Home"), links.HOME), *topics, *indexes, *texts)

    def title(self, source: str) -> str:
        """Return the title of the page of a source, which a navigation may need before the page is made."""
        room, _, name = source.removesuffix(".md").rpartition("/")
        say = self.say
        match room:
            case "articles":
                return self._said(f"articles/{name}.md", "headline") or say("No headline in the text")
            case "topics":
                return self._said(f"topics/{name}.yml", "title") or name
            case "stories":
                return self._story(name)
            case "outlets":
                return self.manuscript.site.outlets[name].name
            case "sources":
                return self.manuscript.site.sources[name].name
            case "pairs":
                return say.listed([self.manuscript.site.outlets[id].name for id in name.split("--")])
        if name == "index" and self.manuscript.single:
            return self._story(next(iter(self.manuscript.stories)))
        if name in self.manuscript.site.pages:
            return self.manuscript.site.pages[name].title
        return say("Stories") if name == "index" else say(name.capitalize())

    def _said(self, name: str, key: str) -> str | None:
        path = f"{self.manuscript.content_dir}/{name}"
        document = self.manuscript.read(path) if path in self.manuscript.leaves else None
        value = document.data.get(key) if document else None
        return value if isinstance(value, str) else None

    def _story(self, id: str) -> str:
        return str(self.manuscript.common.registries["stories"].data[id].get("title", id))

    def may_have(self, source: str) -> bool:
        """Return whether the edition may have a page of this source: ``topics/casualties.md``."""
        room, _, name = source.removesuffix(".md").rpartition("/")
        match room:
            case "":
                known = f"{self.manuscript.content_dir}/{name}.md" in self.manuscript.leaves
                return known or name in ("index", "topics", "articles", "sources")
            case "articles" | "topics":
                ending = "md" if room == "articles" else "yml"
                return f"{self.manuscript.content_dir}/{room}/{name}.{ending}" in self.manuscript.leaves
            case "stories":
                return name in self.manuscript.stories
            case "outlets":
                return name in self.manuscript.site.outlets
            case "sources":
                return name in self.manuscript.site.sources
            case "pairs":
                return all(id in self.manuscript.site.outlets for id in name.split("--"))
        return False
