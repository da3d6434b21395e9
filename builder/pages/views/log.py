"""What changed on the site, in words: on topics, stories and articles, on the pages of the log, and in feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from builder.compare.relation import Relation
from builder.content.model import Article, Change, Former, Publication, Question
from builder.content.vocabulary import News
from builder.pages import links
from builder.pages.contribution import Contribution
from builder.pages.links import Target
from builder.pages.prose import shortened
from builder.pages.views.claims import Teller
from builder.pages.views.former import former_ids
from builder.pages.views.told import in_text
from builder.pages.views.words import ENGLISH, Words
from builder.values.dates import parse_edtf
from builder.values.direction import isolated
from builder.values.quantity import Modifier, Quantity

RECENT = 4
"""Maximum number of changes that a topic or a story lists; the pages of the log have all."""
OWN = 12
"""The same for an article, which few changes are about."""
PART = 200
"""Maximum number of publications on one page of the log."""
FEED = 50
"""Maximum number of publications in a feed, and on the first page of the log."""
NAMED = 3
"""Maximum number of outlets that are named for one change."""

LABELS = {
    News.NEW_ARTICLE: "Added",
    News.REMOVED: "Removed",
    News.NEW_HIGH: "New high",
    News.NEW_LOW: "New low",
    News.TURNED: "Turned",
    News.FIRST: "First appearance",
    News.REVISED: "Revised by its outlet",
    News.CORRECTION: "Correction of ours",
}
"""What stands before each kind of change."""
BECAME = {
    Relation.CONFLICT: "{outlets} came to contradict each other",
    Relation.TENSION: "{outlets} came to be hard to reconcile",
    Relation.SAME: "{outlets} came to say the same",
    Relation.COMPATIBLE: "{outlets} came to fit each other",
    Relation.PART_OF: "{outlets}: one came to be a part of the other",
    Relation.LATER_COUNT: "{outlets} came to count for different days",
    Relation.NOT_COMPARABLE: "{outlets} came to speak of different things",
    Relation.HEADLINE: "{outlets}: a headline came to differ from its text",
    Relation.COPY: "{outlets}: a copy came to differ from its text",
}
WERE = {
    Relation.CONFLICT: "before, they contradicted each other",
    Relation.TENSION: "before, they were hard to reconcile",
    Relation.SAME: "before, they said the same",
    Relation.COMPATIBLE: "before, they fitted each other",
    Relation.PART_OF: "before, one was a part of the other",
    Relation.LATER_COUNT: "before, they counted for different days",
    Relation.NOT_COMPARABLE: "before, they spoke of different things",
    Relation.HEADLINE: "before, a headline differed from its text",
    Relation.COPY: "before, a copy differed from its text",
}
REREAD = "Read anew"
"""What stands before a relation that turned although no text did."""
READ = {
    Relation.CONFLICT: "contradicting each other",
    Relation.TENSION: "hard to reconcile",
    Relation.SAME: "saying the same",
    Relation.COMPATIBLE: "fitting each other",
    Relation.PART_OF: "part and whole",
    Relation.LATER_COUNT: "counts for different days",
    Relation.NOT_COMPARABLE: "speaking of different things",
    Relation.HEADLINE: "a headline and a text that differ",
    Relation.COPY: "a copy and a text that differ",
}
"""As what two answers are read then."""


class ChangeView(Struct, frozen=True):
    """One change, in words."""

    label: str
    """What kind of change it is."""
    about: str
    """What it is about: a headline, a question, a topic; empty if ``text`` says it."""
    language: str
    """The language of ``about``."""
    target: Target | None
    """Where that stands; None if it is gone."""
    text: str
    """What changed; may be empty."""
    own: bool = False
    """Whether an editor wrote ``text``."""

    @property
    def plain(self) -> str:
        """The change as one text."""
        about = f"{self.label}: {self.about}" if self.about else self.label
        return f"{about}: {self.text}" if self.text else about


class PublicationView(Struct, frozen=True):
    """What changed at one time."""

    id: str
    at: str
    """Day and time in UTC, as ISO 8601 has it."""
    day: str
    """The day in words."""
    changes: tuple[ChangeView, ...]

    @property
    def title(self) -> str:
        """The first change, as a title."""
        return shortened(self.changes[0].plain, 120)


class ChangedView(Struct, frozen=True):
    """The latest changes to what a page is about."""

    last: str
    """The day of the last one, in words."""
    lines: tuple[tuple[str, str, ChangeView], ...]
    """Day as ISO 8601 has it, day in words, and change; newest first."""
    more: bool
    """Whether there are more than these."""
    page: Target
    """The log of the whole site."""
    feed: tuple[PublicationView, ...]
    """What a feed of it has."""
    feed_name: str = ""
    """The feed's files in the site without their endings; empty if it has none of its own."""
    former_feeds: tuple[str, ...] = ()
    """The names that these had before, the oldest first."""


class LoggedView(Struct, frozen=True):
    """A publication on a page of the log, with its changes as HTML."""

    id: str
    at: str
    day: str
    changes: tuple[Markup, ...]


class FeedEntry(Struct, frozen=True):
    """An entry of a feed."""

    id: str
    at: str
    title: str
    html: str
    """With links from the site's root."""
    address: str
    """The page that has it."""
    anchor: str


class ChangesView(Struct, frozen=True):
    """A page of the log: the newest publications, or a part of those of one year."""

    address: str
    title: str
    description: str
    logged: tuple[LoggedView, ...]
    parts: tuple[tuple[str, Target], ...]
    """Name and address of the pages with all publications, the newest first."""
    follow: bool
    """Whether this is the page with the newest."""
    feed: tuple[FeedEntry, ...]


def changed(
    log: Sequence[Publication], teller: Teller, most: int = RECENT, feed: tuple[str, str] | None = None
) -> ChangedView | None:
    """Return the latest changes of those that are about one thing, or None if there are none. ``feed`` is the kind and id of what has one."""
    views = [publication_view(one, teller) for one in log[: max(most, FEED)]]
    lines = [(view.at[:10], view.day, change) for view in views[:most] for change in view.changes]
    if not lines:
        return None
    more = len(lines) > most or len(log) > most
    found = ChangedView(views[0].day, tuple(lines[:most]), more, Target(links.CHANGES), ())
    if feed is None:
        return found
    former = tuple(links.feed(feed[0], id) for id in former_ids(teller.site.moved, *feed))
    return replace(found, feed=tuple(views[:FEED]), feed_name=links.feed(*feed), former_feeds=former)


def publication_view(publication: Publication, teller: Teller) -> PublicationView:
    """Return a publication in words. Several new articles are one change."""
    new = [change for change in publication.changes if change.what is News.NEW_ARTICLE and change.article]
    views = [
        change_view(change, teller, reread=publication.reread)
        for change in publication.changes
        if len(new) < 2 or change not in new
    ]
    if len(new) > 1:
        views.insert(0, _new_articles([change.article for change in new if change.article], teller))
    day = teller.say.date(parse_edtf(publication.at[:10]))
    return PublicationView(publication.id, publication.at, day, tuple(views))


def _new_articles(ids: Sequence[str], teller: Teller) -> ChangeView:
    say = teller.say
    outlets = list(dict.fromkeys(_outlet(id, teller) for id in ids))
    articles = say.count(len(ids), "article")
    if len(outlets) <= 2 * NAMED:
        articles = say("{articles} of {outlets}", articles=articles, outlets=say.join_items(outlets))
    return ChangeView(say("Added"), articles, say.language, Target(links.ARTICLES), "")


def change_view(change: Change, teller: Teller, *, reread: bool = False) -> ChangeView:
    """Return one change in words. ``reread`` if no text changed with it, so that what turned was only read anew."""
    say, site = teller.say, teller.site
    label = say(REREAD if reread and change.what is News.TURNED else LABELS[change.what])
    if change.gone:
        text = "" if change.what is News.REMOVED else say("no longer on this site")
        return ChangeView(
            label, change.gone, site.settings.language, None, change.text or text, bool(change.text)
        )
    article = site.articles[change.article] if change.article else None
    question = teller.library.questions[change.question] if change.question else None
    match change.what:
        case News.NEW_ARTICLE if article:
            return _about(label, article, site.outlets[article.outlet].name, teller)
        case News.REVISED if article:
            former = article.former[(change.revision or 1) - 1]
            told = revision(article, former, teller)
            return _about(label, article, told, teller)
        case News.NEW_HIGH | News.NEW_LOW if question:
            return _asked(label, question, _bound(change, question, teller), teller)
        case News.TURNED if question:
            return _asked(label, question, _turned(change, teller, reread=reread), teller)
        case News.FIRST if question and article:
            return _asked(label, question, _first(change, article, teller), teller)
    return _correction(label, change, teller)


def _about(label: str, article: Article, text: str, teller: Teller) -> ChangeView:
    target = links.article(article.id)
    return ChangeView(label, teller.headline(article), teller.headed(article), target, text)


def _asked(label: str, question: Question, text: str, teller: Teller) -> ChangeView:
    target = links.row(question.path)
    return ChangeView(label, question.short, teller.site.settings.language, target, text)


def _outlet(article: str, teller: Teller) -> str:
    return in_text(teller.site.outlets[teller.site.articles[article].outlet], teller.say)


def _outlets(claims: Iterable[str], teller: Teller) -> str:
    """Return the outlets that print some claims, the first few by name."""
    say = teller.say
    names = list(dict.fromkeys(_outlet(claim.partition("/")[0], teller) for claim in claims))
    more = say("{n} more", n=len(names) - NAMED)
    return say.join_items(names if len(names) <= NAMED + 1 else [*names[:NAMED], more])


def figure(value: object, question: Question, say: Words) -> str:
    """Return a figure with the question's unit."""
    shown = f"{value:,}" if isinstance(value, (int, float)) else str(value)
    if say.language != ENGLISH:
        # No language takes a narrow space for a decimal sign.
        shown = shown.replace(",", "\u202f")
    return f"{shown} {question.unit}" if question.unit else shown


def _bound(change: Change, question: Question, teller: Teller) -> str:
    say = teller.say
    now, outlets = _soft(change, teller) or figure(change.now, question, say), _outlets(change.claims, teller)
    if change.was is None:
        return say("{now}, in {outlets}", now=now, outlets=outlets)
    was = f"“{isolated(change.was_printed)}”" if change.was_printed else figure(change.was, question, say)
    if change.what is News.NEW_HIGH:
        return say("{now}, in {outlets}; before, the highest was {was}", now=now, outlets=outlets, was=was)
    return say("{now}, in {outlets}; before, the lowest was {was}", now=now, outlets=outlets, was=was)


def _soft(change: Change, teller: Teller) -> str | None:
    """Return the words of the answers that have a bound, where all of them say that it is none: "up to five tonnes"; else ``None``."""
    claims = [teller.library.claims.get(key) for key in change.claims]
    found = [
        claim.printed
        for claim in claims
        if claim is not None
        and isinstance(claim.value, Quantity)
        and claim.value.modifier is not Modifier.EXACTLY
        and change.now in (claim.value.low, claim.value.high)
    ]
    return f"“{isolated(found[0])}”" if found and len(found) == len(claims) else None


def _turned(change: Change, teller: Teller, *, reread: bool) -> str:
    say = teller.say
    known = {relation.value: relation for relation in Relation}
    was, now = known.get(str(change.was)), known.get(str(change.now))
    outlets = _outlets(change.claims, teller)
    if len({claim.partition("/")[0] for claim in change.claims}) == 1:
        outlets = say("Two answers in {outlet}", outlet=outlets)
    if reread:
        read = {relation: say(words) for relation, words in READ.items()}
        now_read = (
            say("{outlets} are now read as {reading}", outlets=outlets, reading=read[now]) if now else outlets
        )
        parts = [now_read, *([say("before, as {reading}", reading=read[was])] if was else [])]
    else:
        parts = [say(BECAME[now], outlets=outlets)] if now else [outlets]
        parts += [say(WERE[was])] if was else []
    if change.pairs == 2:
        parts.append(say("so is another pair of answers" if reread else "so did another pair of answers"))
    elif change.pairs > 2:
        parts.append(
            say(
                "so are {n} more pairs of answers" if reread else "so did {n} more pairs of answers",
                n=change.pairs - 1,
            )
        )
    return "; ".join(parts)


def _first(change: Change, article: Article, teller: Teller) -> str:
    say, outlet = teller.say, _outlet(article.id, teller)
    if isinstance(change.was, str):
        former = _outlet(change.was, teller)
        return say(
            "answered first by {outlet}, not by {former}, as these pages said before",
            outlet=outlet,
            former=former,
        )
    return say("answered first by {outlet}; before, that was not certain", outlet=outlet)


def _correction(label: str, change: Change, teller: Teller) -> ChangeView:
    site, text = teller.site, change.text or ""
    written = site.settings.language
    claim = teller.library.claims.get(change.claims[0]) if change.claims else None
    if claim is not None:
        asked = teller.library.questions[claim.question].short
        about = f"{_outlet(claim.article, teller)}, {isolated(asked)}"
        return ChangeView(label, about, written, links.claim(claim.article, claim.id), text, True)
    if change.question:
        question = teller.library.questions[change.question]
        return ChangeView(label, question.short, written, links.row(question.path), text, True)
    if change.topic:
        return ChangeView(
            label, site.topics[change.topic].title, written, links.topic(change.topic), text, True
        )
    article = site.articles[change.article or change.claims[0].partition("/")[0]]
    return ChangeView(
        label, teller.headline(article), teller.headed(article), links.article(article.id), text, True
    )


def revision(article: Article, former: Former, teller: Teller) -> str:
    """Return what an outlet changed of its article: ``Killed: first “six”, then “eight”``."""
    say, questions = teller.say, teller.library.questions
    later = article.former[article.former.index(former) + 1 :]
    now = {claim.id: claim.printed for claim in article.claims}
    for other in reversed(later):
        now |= {claim.id: claim.printed for claim in other.claims}
    asked = {claim.id: isolated(questions[claim.question].short) for claim in article.claims}
    told: list[str] = []
    if former.headline:
        told.append(say("another headline, before “{headline}”", headline=isolated(former.headline)))
    for claim in former.claims:
        printed = isolated(claim.printed)
        if claim.dropped:
            words = say("“{printed}” is gone", printed=printed)
        else:
            words = say(
                "first “{printed}”, then “{now}”", printed=printed, now=isolated(now.get(claim.id, ""))
            )
        told.append(f"{asked[claim.id]}: {words}" if claim.id in asked else words)
    if former.added:
        told.append(say("{answers} new", answers=say.count(len(former.added), "answer")))
    return "; ".join(told) or say("nothing that is compared here")


def year_pages(entries: Sequence[tuple[str, str]]) -> dict[str, Target]:
    """Return the page of each publication, given as id and time, by id.

    A year's parts are filled from its first publication on, so that a publication stays on its page when others come.
    """
    found: dict[str, Target] = {}
    years: dict[str, int] = {}
    for at, id in sorted((at, id) for id, at in entries):
        year = at[:4]
        place = years.get(year, 0)
        years[year] = place + 1
        found[id] = Target(links.changes(year, place // PART + 1).address, id)
    return found


def changes_views(contribution: Contribution, say: Words) -> Iterator[ChangesView]:
    """Yield the pages of the log from what the parts contribute: that with the newest publications first. None if there are none."""
    whole, newest = _gathered(contribution, YEARS), _gathered(contribution, NEWEST)[:FEED]
    if not whole:
        return
    places = year_pages([(id, at) for at, id, _ in whole])
    pages: dict[str, list[LoggedView]] = {}
    for at, id, lines in whole:
        pages.setdefault(places[id].address, []).append(_logged(at, id, lines, say))
    parts = tuple((links.changes_name(address), Target(address)) for address in pages)
    title = say("What changed")
    yield ChangesView(
        links.CHANGES,
        title,
        say("What is new here, and what was corrected, the newest first."),
        tuple(_logged(at, id, lines, say) for at, id, lines in newest),
        parts,
        True,
        tuple(
            FeedEntry(id, at, lines[0], "".join(lines[1:]), places[id].address, id)
            for at, id, lines in _gathered(contribution, FEEDS)[:FEED]
        ),
    )
    for address, logged in pages.items():
        name = links.changes_name(address)
        described = say("What changed here in {part}, the newest first.", part=name)
        yield ChangesView(address, f"{title}: {name}", described, tuple(logged), parts, False, ())


YEARS, NEWEST, FEEDS = "log/years", "log/newest", "log/feed"
"""Names of the lists that parts contribute to: the time, the id, and the changes as HTML, each for the place where it will stand. What
goes into the feed has its title before these."""


def _gathered(contribution: Contribution, name: str) -> list[tuple[str, str, list[str]]]:
    """Return the publications in a list, newest first; what several parts tell of one is put together."""
    found: dict[tuple[str, str], list[str]] = {}
    for at, id, *lines in contribution.list(name):
        known = found.setdefault((at, id), [])
        known += lines[1:] if name == FEEDS and known else lines
    return [(at, id, lines) for (at, id), lines in sorted(found.items(), reverse=True)]


def _logged(at: str, id: str, lines: Iterable[str], say: Words) -> LoggedView:
    day = say.date(parse_edtf(at[:10]))
    return LoggedView(id, at, day, tuple(Markup(line) for line in lines))  # noqa: S704 - our own templates'
