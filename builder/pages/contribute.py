"""Make a part's contribution to the pages of the whole site, with its entries rendered as HTML."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct

from builder.compare.disputes import dispute_of
from builder.compare.library import Library
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.content.model import Article, Outlet, Source, Story
from builder.content.spellings import spellings
from builder.pages import links
from builder.pages.contribution import Contribution, Counts
from builder.pages.data_files import put_asked, put_row, silence_lines, told_lines, with_silences
from builder.pages.render import Printer
from builder.pages.views import StoryView
from builder.pages.views.beside import besides
from builder.pages.views.claims import Teller
from builder.pages.views.differing import differing, over_own_text
from builder.pages.views.front import article_line
from builder.pages.views.log import FEED, FEEDS, NEWEST, YEARS, publication_view
from builder.pages.views.outlet_parts import articles_of, count_outlet, outlet_parts
from builder.pages.views.pairs import count_pair, pair_name, pair_topic, paired
from builder.pages.views.proof import count_proof
from builder.pages.views.sources import count_sources, rows_of_source, source_topic, source_topic_key
from builder.pages.views.story import topic_line


def contribute(
    printer: Printer,
    library: Library,
    comparisons: Mapping[str, TopicComparison],
    story_page: Callable[[Story], StoryView],
    teller: Teller,
    *,
    single: bool,
    indexed: bool,
    listed: Collection[str] = (),
) -> Contribution:
    """Return the contribution of one part; ``single`` if the site has no other story, ``indexed`` if it has an index of topics.

    ``story_page`` returns the page of a story. The pages of the sources in ``listed`` get links to topics instead of comparisons.
    """

    def make() -> _Given:
        giver = _Giver(printer, library, comparisons, teller, Contribution())
        giver.rows_ahead()
        giver.stories(story_page, indexed=indexed)
        giver.numbers()
        giver.articles()
        giver.log()
        giver.outlets()
        giver.sources(listed)
        giver.pairs()
        return _Given(giver.contribution.lists, giver.contribution.counts)

    given = teller.carried(_Given, make, "contribution", teller.basis.whole, sorted(listed))
    contribution = Contribution(given.lists, given.counts)
    put_asked(contribution, library, single=single, own=teller.in_cells)
    for row in (row for comparison in comparisons.values() for row in comparison.rows):
        put_row(contribution, lines_of(row, teller))
    return contribution


def lines_of(row: Comparison, teller: Teller) -> tuple[bytes, ...]:
    """Return the lines of a row, as ``row_lines`` does. They are carried from build to build, apart by NUL, which no line has."""
    basis, question = teller.basis, row.question

    def told() -> bytes:
        return b"\0".join(told_lines(row))

    def lines() -> tuple[bytes, ...]:
        found = teller.carried_bytes(told, "row", basis.row(question.path), basis.shared).split(b"\0")
        silences = teller.carried_bytes(
            lambda: b"\0".join(silence_lines(row)), "silences", basis.silent(question.path)
        )
        return with_silences(found, silences.split(b"\0"))

    return teller.once(("lines", question.path), lines)


class _Given(Struct, frozen=True):
    """The lists and counts of a contribution."""

    lists: dict[str, Sequence[list[str]]]
    counts: Counts


class _OfRow(Struct, frozen=True):
    """What a row gives to the pages of outlets."""

    rank: tuple[bool, tuple[int, bool], int]
    """The place of its dispute among others."""
    differing: list[tuple[str, str, str]]
    """Id of an outlet that takes part in it, the rank of that on its page, and the line there."""
    headlines: list[tuple[str, str]]
    """Id of an outlet with a headline that its own text does not bear out, and the line on its page."""


class _Giver(Struct, frozen=True):
    """Fills the contribution of one part."""

    printer: Printer
    library: Library
    comparisons: Mapping[str, TopicComparison]
    teller: Teller
    contribution: Contribution

    def rows_ahead(self) -> None:
        """Find what the rows that changed say and give, before all that is made of several rows, in several processes."""
        kept, basis = self.teller.kept, self.teller.basis
        rows = [row for comparison in self.comparisons.values() for row in comparison.rows]
        changed = [
            at
            for at, row in enumerate(rows)
            if kept and not kept.has("row", basis.row(row.question.path), basis.shared)
        ]

        def given(at: int) -> None:
            lines_of(rows[at], self.teller)
            self._row(rows[at])
            besides(rows[at], self.teller)

        for _ in kept.together(given, changed) if kept else ():
            pass

    def stories(self, story_page: Callable[[Story], StoryView], *, indexed: bool) -> None:
        part, contribution = self.printer.part, self.contribution
        for story in map(story_page, self.library.site.stories.values()):
            contribution.put("titles", story.title, story.summary)
            contribution.put("stories", part("stories", "line", links.HOME, story))
            if indexed:
                for id in self.library.site.stories[story.id].topics:
                    topic = topic_line(self.comparisons[id], (), self.teller)
                    line = part("lines", "line", links.TOPICS, topic, False)
                    contribution.put("topics", story.id, story.title, line)

    def numbers(self) -> None:
        for spelling in spellings(self.library.site.articles.values()):
            self.contribution.put("spellings", *spelling)
        count_proof(self.library, self.contribution)
        count_sources(self.library, self.contribution)

    def articles(self) -> None:
        for article in self.library.site.articles.values():
            line = self.printer.part("articles", "line", links.ARTICLES, article_line(article, self.teller))
            self.contribution.put(f"articles/{article.outlet}", _day(article), line)

    def log(self) -> None:
        for place, publication in enumerate(self.library.site.log):
            view, part = publication_view(publication, self.teller), self.printer.part
            year = links.changes(view.at[:4]).address
            lines = [part("log", "change", year, change) for change in view.changes]
            self.contribution.put(YEARS, view.at, view.id, *lines)
            if place < FEED:
                lines = [part("log", "change", links.CHANGES, change) for change in view.changes]
                self.contribution.put(NEWEST, view.at, view.id, *lines)
                lines = [part("log", "change", links.HOME, change) for change in view.changes]
                self.contribution.put(FEEDS, view.at, view.id, view.title, *lines)

    def outlets(self) -> None:
        of = articles_of(self.library)
        for id, part in outlet_parts(self.library, self.comparisons, self.teller).items():
            lists = {"articles": part.articles, "only": part.only, "omitted": part.omitted}
            for name, entries in lists.items():
                for entry in entries:
                    self.contribution.put(f"outlet/{id}/{name}", self._of_outlet(id, name, entry))
            for why in part.unsure:
                self.contribution.put(f"outlet/{id}/unsure", why)
            self._counted(id, of[id])
        rows = [self._row(row) for comparison in self.comparisons.values() for row in comparison.rows]
        for row in sorted(rows, key=lambda row: row.rank):
            for outlet, rank, html in row.differing:
                self.contribution.put(f"outlet/{outlet}/differing", rank, html)
        for outlet, html in (line for row in rows for line in row.headlines):
            self.contribution.put(f"outlet/{outlet}/headlines", html)

    def _counted(self, id: str, articles: Sequence[Article]) -> None:
        """Add what is counted of an outlet, which depends on its own articles alone, on the questions, and on who speaks for whom."""
        library, teller = self.library, self.teller

        def make() -> _Given:
            counted = Contribution()
            count_outlet(library, id, articles, counted)
            return _Given(counted.lists, counted.counts)

        known = teller.basis.asked, list(map(teller.basis.article, articles))
        counted = teller.carried(_Given, make, "counted", id, *known)
        for name, entries in counted.lists.items():
            for entry in entries:
                self.contribution.put(name, *entry)
        self.contribution.add(counted.counts)

    def _of_outlet(self, id: str, name: str, entry: object) -> str:
        return self.printer.part("outlet", name, links.outlet(id).address, entry)

    def _row(self, row: Comparison) -> _OfRow:
        library, teller, path = self.library, self.teller, row.question.path

        def make() -> _OfRow:
            dispute = dispute_of(row)
            apart = differing(library, row, dispute, teller) if dispute else ()
            return _OfRow(
                dispute.rank if dispute else (True, (0, False), 0),
                [(id, view.rank, self._of_outlet(id, "differing", view)) for id, view in apart],
                [(id, self._of_outlet(id, "over_text", view)) for id, view in over_own_text(row, teller)],
            )

        known = teller.basis.row(path), teller.basis.shared, teller.in_cells(row.question.topic)
        return teller.carried(_OfRow, make, "of outlets", *known)

    def sources(self, listed: Collection[str]) -> None:
        part = self.printer.part
        for id in sorted(self.contribution.below("source/")):
            source, here = self.library.site.sources[id], links.source(id).address
            for comparison in self.comparisons.values():
                questions = len(rows_of_source(comparison, source, self.teller))
                if not questions:
                    continue
                topic = comparison.topic
                html = "" if id in listed else self._relayed(comparison, source)
                line = part("lines", "topic", here, topic.title, links.topic(topic.id), questions)
                self.contribution.put(f"source/{id}/topics", f"on_{topic.id}", topic.title, html, line)

    def _relayed(self, comparison: TopicComparison, source: Source) -> str:
        teller = self.teller

        def make() -> str:
            topic = source_topic(comparison, source, teller)
            return self.printer.part("source", "topic", links.source(source.id).address, topic, source.name)

        def told() -> str:
            return teller.carried(str, make, "passed on", source_topic_key(comparison, source, teller))

        return teller.carried(str, told, "relayed", teller.basis.topic(comparison.topic.id), source)

    def pairs(self) -> None:
        for story in self.library.site.stories.values():
            own = [self.comparisons[topic] for topic in story.topics]
            for pair in paired(self.library, story):
                self._pair(pair, own)

    def _pair(self, pair: tuple[Outlet, Outlet], own: Sequence[TopicComparison]) -> None:
        contribution, (first, second) = self.contribution, pair
        contribution.put(f"outlet/{first.id}/beside", second.id)
        contribution.put(f"outlet/{second.id}/beside", first.id)
        count_pair(own, pair, contribution)
        names = self.teller.say.join_items([outlet.name for outlet in pair])
        address = links.pair(first.id, second.id).address
        for comparison in own:
            topic = pair_topic(self.library, comparison, pair, self.teller)
            if topic is not None:
                html = self.printer.part("pair", "topic", address, topic, names)
                line = self.printer.part(
                    "lines",
                    "topic",
                    address,
                    topic.title,
                    topic.target,
                    topic.asked,
                )
                contribution.put(f"{pair_name(pair)}/topics", topic.id, topic.title, html, line)
                for row in topic.rows:
                    if row.rank:
                        html = self.printer.part("pair", "dispute", address, row)
                        contribution.put(f"{pair_name(pair)}/disputes", row.rank, html)


def _day(article: Article) -> str:
    """Return a text that sorts in the order of publication: unknown days last, then by id."""
    if article.published is None:
        return f"9/{article.id}"
    first, last = article.published.start, article.published.end
    return f"{first.isoformat() if first else '0'}/{last.isoformat() if last else '9'}/{article.id}"
