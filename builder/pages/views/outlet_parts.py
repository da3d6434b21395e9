"""What the articles of one part contribute to the page of their outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from builder.compare.library import Library
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.compare.unique import LEFT_OUT, only_here
from builder.content.model import Article, Claim
from builder.content.vocabulary import Covers, Where
from builder.pages import links
from builder.pages.contribution import Contribution
from builder.pages.links import Target
from builder.pages.views.beside import answers_near, left_out_key, questions_left_out, why_unsure
from builder.pages.views.claims import Teller
from builder.pages.views.told import ClaimView, in_text
from builder.values.text import folded

_LeftOut = tuple[tuple[str, Target, tuple[str, ...]], ...]


class OutletPartView(Struct, frozen=True):
    """The contribution of one part's articles to the page of their outlet."""

    articles: tuple[tuple[str, str | None, str, str, Target], ...]
    """Headline, its rendering, its language, date and page."""
    only: tuple[ClaimView, ...]
    omitted: _LeftOut
    """Questions that its articles leave out: short question, its row, the outlets that answer it."""
    unsure: tuple[str, ...]
    """Why nothing can be said of what each of its articles leaves out; an empty text if something can."""


def outlet_parts(
    library: Library, comparisons: Mapping[str, TopicComparison], teller: Teller
) -> dict[str, OutletPartView]:
    """Return the contribution of the library's articles to the page of each outlet, by id."""
    own = list(comparisons.values())
    of = articles_of(library)

    def left_out() -> dict[str, _LeftOut]:
        return {id: _omitted(library, own, articles, teller) for id, articles in of.items()}

    omitted = teller.carried(dict[str, _LeftOut], left_out, "omitted", left_out_key(own, teller))
    parts = {}
    for id, articles in of.items():
        parts[id] = OutletPartView(
            articles=tuple(
                (
                    teller.headline(article),
                    article.headline_rendering,
                    teller.headed(article),
                    teller.say.date(article.published),
                    links.article(article.id),
                )
                for article in articles
            ),
            only=tuple(teller.claim(claim) for article in articles for claim in only_here(library, article)),
            omitted=omitted[id],
            unsure=tuple(why_unsure(article, teller) for article in articles),
        )
    return parts


def articles_of(library: Library) -> dict[str, list[Article]]:
    """Return the articles of each outlet that has some, by its id."""
    found: dict[str, list[Article]] = {}
    for article in library.site.articles.values():
        found.setdefault(article.outlet, []).append(article)
    return found


def count_outlet(
    library: Library, outlet: str, articles: Iterable[Article], contribution: Contribution
) -> None:
    """Count how the articles of an outlet, given by id, attribute their claims: to which sources, and in which words.

    That an outlet could not check something is its own word by its nature, and no statement that it might have from somebody.
    """
    name = f"outlet/{outlet}"
    for article in articles:
        caveats = {folded(claim.status) for claim in article.claims if claim.status}
        # What an answer in these very words is about, its editor has said.
        scopes = {folded(claim.printed): claim.scope for claim in article.claims if claim.scope}
        # A headline says in short what the text says with its source: counted, it would be a second statement in its own voice.
        texts = [claim for claim in article.claims if claim.where is not Where.HEADLINE]
        headlines = len(article.claims) - len(texts)
        own = [
            claim for claim in texts if claim.sources or not caveats or folded(claim.printed) not in caveats
        ]
        for what, number in (("all", len(article.claims)), ("claims", len(own)), ("headlines", headlines)):
            if number:
                contribution.count(name, what, number)
        contribution.count_all(f"{name}/attribution", map(_attributed, own))
        contribution.count_all(f"{name}/verbs", (claim.cue for claim in own if claim.cue))
        for claim in own:
            if claim.cue and (rendering := claim.rendered(claim.cue)):
                contribution.put(f"{name}/renderings", claim.cue, rendering)
        contribution.count_all(f"{name}/sources", (source for claim in own for source in claim.sources))
        origins = (origin for claim in own for origin in sorted(library.source_names.origins(claim)))
        contribution.count_all(f"{name}/origins", origins)
        for claim in own:
            if claim.status:
                # Words on one figure or film are about nothing else.
                about = library.questions[claim.question].short if claim.covers is Covers.CLAIM else ""
                about = scopes.get(folded(claim.status)) or about
                contribution.put(
                    f"{name}/unverified",
                    claim.status,
                    article.language,
                    about,
                    claim.rendered(claim.status) or "",
                )
            if claim.verified:
                about = library.questions[claim.question].short
                contribution.put(
                    f"{name}/verified",
                    claim.verified,
                    article.language,
                    about,
                    claim.rendered(claim.verified) or "",
                )


def _attributed(claim: Claim) -> str:
    bare = "open" if claim.voice_open else "hearsay" if claim.cue else "own voice"
    return bare if not claim.sources else "implied" if claim.implied else "names its source"


def _omitted(
    library: Library, comparisons: Sequence[TopicComparison], articles: Sequence[Article], teller: Teller
) -> _LeftOut:
    """Return the questions that an outlet's articles leave out, of which none answers and none may answer after all.

    Each with the outlets whose texts of the same days answer it: a later text does not show that it could have been told.
    """
    own = {article.outlet for article in articles}
    found = {
        row.question.path: row
        for article in articles
        for row in questions_left_out(library, comparisons, article, teller)
        if own.isdisjoint(_may_answer(row))
    }
    return tuple(
        (
            row.question.short,
            links.row(row.question.path),
            tuple(
                in_text(library.site.outlets[id], teller.say)
                for id in _of_the_same_days(row, articles, library)
            ),
        )
        for row in list(found.values())[:LEFT_OUT]
    )


def _may_answer(row: Comparison) -> frozenset[str]:
    """Return the outlets that answer a question, or may do so after all."""
    outlets = (claim.outlet for claim in row.claims)
    return row.once("may answer", lambda: frozenset(row.answering.unsure).union(outlets))


def _of_the_same_days(row: Comparison, articles: Sequence[Article], library: Library) -> tuple[str, ...]:
    """Return the outlets of the answers of a row that may have been out on the same day as some of the articles."""
    return tuple(dict.fromkeys(claim.outlet for claim in answers_near(library, row, articles)))
