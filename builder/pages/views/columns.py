"""The columns of a story: its outlets with the days and articles of each."""

from __future__ import annotations

from msgspec import Struct

from builder.compare.library import Library
from builder.content.model import Outlet
from builder.pages import links
from builder.pages.links import Target
from builder.pages.views.claims import Teller

DAYS = 2
"""Maximum number of days of publication that the head of a column lists; of more, the first and the last."""


class OutletView(Struct, frozen=True):
    """A column: an outlet with its articles of the story."""

    id: str
    target: Target
    name: str
    short: str
    published: str
    """Its days of publication in words, and whose text it prints if that is not its own."""
    articles: tuple[tuple[str, Target], ...]
    """Headline and page of each article."""


def columns(library: Library, story: str) -> tuple[Outlet, ...]:
    """Return the outlets of a story in the order of their first article."""
    found = dict.fromkeys(article.outlet for article in library.articles_of_story[story])
    return tuple(library.site.outlets[id] for id in found)


def outlet_view(library: Library, story: str, outlet: Outlet, teller: Teller) -> OutletView:
    """Return the column head of an outlet."""
    return teller.once(("head", story, outlet.id), lambda: _outlet_view(library, story, outlet, teller))


def _outlet_view(library: Library, story: str, outlet: Outlet, teller: Teller) -> OutletView:
    articles = [article for article in library.articles_of_story[story] if article.outlet == outlet.id]
    say = teller.say
    days = list(dict.fromkeys(say.date(article.published) for article in articles if article.published))
    if len(days) > DAYS:
        days = [say("{first} to {last}", first=days[0], last=days[-1])]
    copied = dict.fromkeys(teller.copied(article.id) for article in articles)
    of = say("the text of {outlet}", outlet=say.join_items([*copied])) if all(copied) else ""
    return OutletView(
        id=outlet.id,
        target=links.outlet(outlet.id),
        name=outlet.name,
        short=outlet.short,
        published=" · ".join(filter(None, (say.join_items(days) or say("date unknown"), of))),
        articles=tuple((teller.headline(article), links.article(article.id)) for article in articles),
    )
