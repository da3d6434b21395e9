"""What a fascicle gives to the pages of the whole edition, printed where it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder import links
from builder.compare.topics import TopicComparison
from builder.compare.variants import spellings
from builder.data import put_data
from builder.library import Library
from builder.model import Article
from builder.pages.render import Printer
from builder.share import Share
from builder.views import StoryView
from builder.views.claims import Teller
from builder.views.front import article_line
from builder.views.outlets import count_outlet, outlet_parts
from builder.views.pairs import count_pair, pair_name, pair_topic, paired
from builder.views.proof import count_proof
from builder.views.sources import count_sources, source_topic


def shares(
    printer: Printer,
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    stories: Iterable[StoryView],
    teller: Teller,
    *,
    indexed: bool,
) -> Share:
    """Return what one fascicle gives to the whole; ``indexed`` says that the site has an index of topics."""
    share = Share()
    for story in stories:
        share.put("titles", story.title, story.summary)
        share.put("stories", printer.part("stories", "line", links.HOME, story))
        if indexed:
            share.put("topics", story.id, story.title, printer.part("lines", "list", links.TOPICS, story))
    for spelling in spellings(library.site.articles.values()):
        share.put("spellings", *spelling)
    count_proof(library, share)
    count_sources(library, share)
    put_data(share, library, comparisons.values())
    _articles(printer, library, teller, share)
    _outlets(printer, library, comparisons, teller, share)
    _sources(printer, library, comparisons, teller, share)
    _pairs(printer, library, comparisons, teller, share)
    return share


def _articles(printer: Printer, library: Library, teller: Teller, share: Share) -> None:
    for article in library.site.articles.values():
        line = printer.part("articles", "line", links.ARTICLES, article_line(article, teller))
        share.put(f"articles/{article.outlet}", _day(article), line)


def _day(article: Article) -> str:
    """Return a text that sorts as the order of publication does: unknown days last, then by id."""
    if article.published is None:
        return f"9/{article.id}"
    first, last = article.published.start, article.published.end
    return f"{first.isoformat() if first else '0'}/{last.isoformat() if last else '9'}/{article.id}"


def _outlets(
    printer: Printer,
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    teller: Teller,
    share: Share,
) -> None:
    for id, part in outlet_parts(library, comparisons, teller).items():
        address = links.outlet(id).address
        lists = {"articles": part.articles, "first": part.first, "only": part.only, "omitted": part.omitted}
        for name, entries in lists.items():
            for entry in entries:
                share.put(f"outlet/{id}/{name}", printer.part("outlet", name, address, entry))
        count_outlet(library, library.site.outlets[id], share)


def _sources(
    printer: Printer,
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    teller: Teller,
    share: Share,
) -> None:
    for id in share.below("source/"):
        source = library.site.sources[id]
        for comparison in comparisons.values():
            topic = source_topic(library, comparison, source, teller)
            if topic is not None:
                here = links.origin(id).address
                html = printer.part("source", "topic", here, topic, source.name)
                line = printer.part("source", "line", here, topic)
                share.put(f"source/{id}/topics", topic.id, topic.title, html, line)


def _pairs(
    printer: Printer,
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    teller: Teller,
    share: Share,
) -> None:
    for story in library.site.stories.values():
        own = [comparisons[topic] for topic in story.topics]
        for pair in paired(library, story):
            first, second = pair
            share.put(f"outlet/{first.id}/beside", second.id)
            share.put(f"outlet/{second.id}/beside", first.id)
            count_pair(own, pair, share)
            names = teller.say.listed([outlet.name for outlet in pair])
            for comparison in own:
                topic = pair_topic(library, comparison, pair, teller)
                if topic is not None:
                    address = links.pair(first.id, second.id).address
                    html = printer.part("pair", "topic", address, topic, names)
                    share.put(f"{pair_name(pair)}/topics", topic.id, topic.title, html)
