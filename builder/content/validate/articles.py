"""Validate articles: front matter and prose."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.content import problems, schema
from builder.content.load import Document
from builder.content.model import Article, Former, FormerClaim, Question, Settings, Site, StatedSilence
from builder.content.problems import Problem, did_you_mean
from builder.content.strict_yaml import KeyPath
from builder.content.validate import drafts
from builder.content.validate.checker import Checker
from builder.content.validate.claims import ClaimReader, beside
from builder.content.vocabulary import SilenceKind
from builder.values.clock import day_and_time
from builder.values.dates import DateSpan
from builder.values.text import count_words, without_targets

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Between these an article appeared; outside, a digit of its year is missing or wrong."""
_LINKED = re.compile(r"\]\(#claim-([^()\s]*)\)")


def read_article(
    checker: Checker, document: Document, site: Site, questions: Mapping[str, Question]
) -> Article | None:
    """Return the article of a document, or None if it does not match the schema."""
    checker.reserved(document, (), "articles", document.id)
    entry = checker.entry(document, (), document.data, schema.ArticleEntry)
    if entry is None:
        return None
    if entry.outlet not in site.outlets and not checker.already_reported("outlets", entry.outlet):
        message = f'unknown outlet "{entry.outlet}"{did_you_mean(entry.outlet, site.outlets)}'
        checker.tell(document, ("outlet",), problems.UNKNOWN_OUTLET, message)
    story = entry.story
    if story and story not in site.stories and not checker.already_reported("stories", story):
        message = f'unknown story "{story}"{did_you_mean(story, site.stories)}'
        checker.tell(document, ("story",), problems.UNKNOWN_STORY, message)
    published, time = _published(checker, document, entry.published)
    checker.unique(document, ("claims",), (claim.id for claim in entry.claims))
    limit = None if checker.unsettled else site.settings.quote_limit
    former = _former(checker, document, entry, limit)
    reader = ClaimReader(document, entry, site, questions, published, former, checker.already_reported, limit)
    read = reader.read_claims()
    checker.problems.extend(reader.problems)
    shown = {entry.headline, *(words for claim in entry.claims for words in beside(claim))}
    for words in entry.renderings:
        if words not in shown:
            message = f'"{words}" is neither the headline nor the cue, status, verified, doubt or quote of a claim{did_you_mean(words, filter(None, shown))}'
            checker.tell(document, ("renderings", words), problems.BAD_VALUE, message)
    _precis(checker, document, entry.source_file, site.settings)
    _mentions(checker, document, {claim.id for claim in entry.claims})
    return Article(
        id=document.id,
        outlet=entry.outlet,
        headline=entry.headline,
        working_title=None if entry.headline else entry.working_title,
        byline=tuple(entry.byline),
        credit=entry.credit,
        published=published,
        published_time=time,
        language=entry.language,
        completeness=entry.completeness,
        url=entry.url,
        source_file=entry.source_file,
        source_sha256=entry.source_sha256,
        inferred={str(key): text for key, text in entry.inferred.items()},
        precis=document.body.strip(),
        story=story,
        copy_of=entry.copy_of,
        spellings=_spellings(checker, document, entry, site),
        claims=read,
        silences=_silences(checker, document, entry, reader),
        checked=checker.date(document, ("checked",), entry.checked),
        archived=entry.archived,
        headline_rendering=entry.renderings.get(entry.headline or ""),
        former=former,
    )


def _former(
    checker: Checker, document: Document, entry: schema.ArticleEntry, limit: int | None
) -> tuple[Former, ...]:
    """Return the former texts of an article; report what is wrong with them, and a revision that is no draft."""
    if entry.revises is not None and not entry.draft:
        message = (
            f'only a draft revises an article: "variorum publish" puts it in the place of "{entry.revises}"'
        )
        checker.tell(document, ("revises",), problems.BAD_VALUE, message)
    if entry.revises is not None and entry.revised is None:
        checker.tell(
            document, ("revised",), problems.MISSING_KEY, 'a revision must say when: "revised", as EDTF'
        )
    elif entry.revised is not None and entry.revises is None:
        checker.tell(
            document, ("revised",), problems.BAD_VALUE, '"revised" belongs to a draft with "revises"'
        )
    checker.date(document, ("revised",), entry.revised)
    known = {claim.id for claim in entry.claims}
    found: list[Former] = []
    for index in range(len(entry.former) - 1, -1, -1):
        former, path = entry.former[index], ("former", index)
        checker.unique(document, (*path, "claims"), (claim.id for claim in former.claims))
        for key, ids in (
            ("claims", [one.id for one in former.claims if not one.dropped]),
            ("added", former.added),
        ):
            for id in ids:
                if id not in known:
                    message = f'the text that followed has no claim "{id}"{did_you_mean(id, known)}'
                    checker.tell(document, (*path, key), problems.UNKNOWN_CLAIM, message)
        for place, one in enumerate(former.claims):
            if limit is not None and count_words(one.printed) > limit:
                where: KeyPath = (*path, "claims", place, "printed")
                message = f"{count_words(one.printed)} words; at most {limit} may be quoted"
                checker.tell(document, where, problems.QUOTE_TOO_LONG, message)
        # What was dropped then, texts before it have.
        known = (known | {one.id for one in former.claims}) - set(former.added)
        found.append(
            Former(
                former.source_file,
                former.source_sha256,
                checker.date(document, (*path, "revised"), former.revised),
                former.headline,
                tuple(FormerClaim(one.id, one.printed, one.dropped) for one in former.claims),
                tuple(former.added),
            )
        )
    return tuple(reversed(found))


def check_revisions(checker: Checker, site: Site) -> None:
    """Report each ``revises`` that does not name a published article."""
    for document in checker.content.articles:
        name = document.data.get("revises")
        if not isinstance(name, str) or document.id not in site.drafts:
            continue
        if (
            name not in site.articles
            and name not in site.drafts
            and not checker.already_reported("articles", name)
        ):
            message = f'unknown article "{name}"{did_you_mean(name, site.articles)}'
            told = document.problem(("revises",), problems.UNKNOWN_ARTICLE, message)
            checker.problems.extend(drafts.softened([told]))


def _published(checker: Checker, document: Document, text: str | None) -> tuple[DateSpan | None, str | None]:
    """Return when an article appeared, and the time of day; tell a year in which none can have: a digit of it is wrong."""
    try:
        without_time, time = day_and_time(text) if text is not None else (None, None)
    except ValueError as error:
        checker.tell(document, ("published",), problems.IMPOSSIBLE_DATE, str(error))
        return None, None
    published = checker.date(document, ("published",), without_time)
    for day in (published.start, published.end) if published else ():
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            message = (
                f'"{text}": no article appeared in the year {day.year}; write the year that its text proves'
            )
            checker.tell(document, ("published",), problems.IMPOSSIBLE_DATE, message)
            return None, None
    return published, time if published is not None else None


def _silences(
    checker: Checker, document: Document, entry: schema.ArticleEntry, reader: ClaimReader
) -> tuple[StatedSilence, ...]:
    """Return the stated silences; report questions that claims do answer, and duplicates."""
    answered = {claim.question for claim in entry.claims}
    silent: set[str] = set()
    for index, silence in enumerate(entry.silences):
        where: KeyPath = ("silences", index, "question")
        checker.problems.extend(reader.question_problem(where, silence.question))
        # Who claims an answer by hand may leave a line that says that nobody looked.
        if silence.question in answered and silence.kind is not SilenceKind.NOT_LOOKED_FOR:
            message = f'the article is not silent on "{silence.question}": a claim answers it'
            checker.tell(document, where, problems.BAD_VALUE, message)
        if silence.question in silent:
            message = f'"{silence.question}" stands here a second time'
            checker.tell(document, where, problems.DUPLICATE_ID, message)
        silent.add(silence.question)
    return tuple(StatedSilence(silence.question, silence.kind, silence.note) for silence in entry.silences)


def _spellings(
    checker: Checker, document: Document, entry: schema.ArticleEntry, site: Site
) -> dict[str, tuple[str, ...]]:
    """Return the spellings; report those that are neither the name nor an alias of their source or place."""
    for id, spellings in entry.spellings.items():
        named = site.sources.get(id) or site.places.get(id)
        if named is None:
            if not checker.already_reported("sources", id) and not checker.already_reported("places", id):
                known = (*site.sources, *site.places)
                message = f'unknown source or place "{id}"{did_you_mean(id, known)}'
                checker.tell(document, ("spellings", id), problems.UNKNOWN_SOURCE, message)
            continue
        known_as = (named.name, *named.aliases)
        for index, spelling in enumerate(spellings):
            if spelling not in known_as:
                message = f'"{spelling}" is not an alias of "{id}"{did_you_mean(spelling, known_as)}'
                path: KeyPath = ("spellings", id, index)
                checker.tell(document, path, problems.UNKNOWN_SPELLING, message)
    return {id: tuple(spellings) for id, spellings in entry.spellings.items()}


def check_copies(checker: Checker, site: Site) -> None:
    """Report each ``copy_of`` that does not name an existing, published article that is not a copy itself."""
    known = {document.id for document in checker.content.articles}
    for document in checker.content.articles:
        name = document.data.get("copy_of")
        if not isinstance(name, str) or document.id not in site.articles:
            continue
        if name not in known:
            if checker.already_reported("articles", name):
                continue
            message = f'unknown article "{name}"{did_you_mean(name, known)}'
        elif name in site.drafts:
            message = f'"{name}" is a draft; publish it first'
        elif name == document.id or (name in site.articles and site.articles[name].copy_of):
            message = f'"{name}" is itself a copy; name the original'
        else:
            continue
        checker.tell(document, ("copy_of",), problems.UNKNOWN_ARTICLE, message)


def _precis(checker: Checker, document: Document, source_file: str, settings: Settings) -> None:
    if checker.unsettled:
        return
    low, high = settings.precis_words
    count = count_words(without_targets(document.body))
    if count < low:
        low, high = settings.precis_of(checker.text_words(source_file))
    if not low <= count <= high:
        message = f"the précis has {count} words; {low} to {high} are wanted"
        problem = Problem(document.path, document.body_line, "", problems.PRECIS_LENGTH, message)
        checker.problems.append(problem)


def _mentions(checker: Checker, document: Document, claims: set[str]) -> None:
    """Report links in the précis to unknown claims."""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        for id in _LINKED.findall(line):
            if id not in claims:
                message = f'the précis links to an unknown claim "{id}"{did_you_mean(id, claims)}'
                problem = Problem(document.path, number, "", problems.UNKNOWN_CLAIM, message)
                checker.problems.append(problem)
