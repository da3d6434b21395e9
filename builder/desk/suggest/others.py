"""What the story's other texts say in answer to its questions, for an answer that a text gives in words of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from datetime import date

from msgspec import Struct

from builder.content.load import Document
from builder.content.model import Claim, Party, Place, Question, Source
from builder.desk.belonging import Belonging
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.suggest.answers import Answers
from builder.desk.suggest.printed import with_revised
from builder.desk.suggest.referring import kind_of
from builder.desk.suggest.speakers import Speakers
from builder.desk.suggest.weaker import Agreeing
from builder.proof.names import registry_names
from builder.proof.text import Text
from builder.values.clock import day_and_time
from builder.values.dates import DateSpan, parse_edtf

MOST = 12
"""The most other texts that are read: those before them have said what there is to say."""


class Other(Struct, frozen=True):
    """Another text of a story."""

    text: Text
    language: str
    published: DateSpan | None


def said_in(
    others: Iterable[Other], sources: Iterable[Source], questions: Iterable[Question], places: Iterable[Place], site_language: str = "en",
) -> dict[str, Counter[str]]:  # fmt: skip
    """Return path of a question -> value, as a file has it -> how many of these texts say so in words that the question has too."""
    questions, sources, places = list(questions), list(sources), list(places)
    known = registry_names(tuple((one.id, (one.name, one.short, *one.aliases)) for one in sources))
    kinds = {one.id: kind_of(one) for one in sources}
    found: dict[str, Counter[str]] = {}
    for other in others:
        speakers = Speakers(other.text, known, other.language, kinds)
        answers = Answers.of(other.text, speakers, questions, {}, places, other.published, 15, site_language)
        for item in answers.surely(other.text.sentences):
            found.setdefault(item.question.path, Counter())[item.value] += 1
    return found


def agreeing(desk: Desk, of: Belonging, id: str, story: str | None) -> Agreeing:
    """Return what the other articles of a story say: in the claims of those that have some, and else in their texts."""
    found: dict[str, Counter[str]] = {}
    texts: list[Other] = []
    own = with_revised(desk, id)
    for other, document in desk.documents.items():
        if other in own:
            continue
        article = desk.site.articles.get(other) or desk.site.drafts.get(other)
        for claim in article.claims if article else ():
            if (value := _as_written(claim)) is not None:
                found.setdefault(claim.question, Counter())[value] += 1
        if (not article or not article.claims) and len(texts) < MOST and other in desk.texts:
            text = desk.texts[other]
            if _story(of, document, text) == story:
                language = str(document.data.get("language") or desk.site.settings.language)
                texts.append(Other(text, language, published_on(document)))
    said = said_in(
        texts, of.sources(story), of.questions(story), of.places(story), desk.site.settings.language
    )  # fmt: skip
    for question, values in said.items():
        found.setdefault(question, Counter()).update(values)
    return found


def begun(desk: Desk, id: str, paths: Container[str]) -> date | None:
    """Return when the first other article appeared that answers one of a story's questions; None if none does."""
    own = with_revised(desk, id)
    days = (
        published_on(desk.documents[other])
        for other, article in desk.site.articles.items()
        if other not in own
        and other in desk.documents
        and any(claim.question in paths for claim in article.claims)
    )
    return min((day.start for day in days if day and day.start), default=None)


def published_on(document: Document) -> DateSpan | None:
    """Return the day on which an article appeared, as its file has it; None if the file has none that can be read."""
    stated = document.data.get("published")
    try:
        return parse_edtf(day_and_time(str(stated))[0]) if stated else None
    except ValueError:
        return None


def _story(of: Belonging, document: Document, text: Text) -> str | None:
    try:
        return of.story_of(document, text)
    except Refusal:
        return None


def _as_written(claim: Claim) -> str | None:
    """Return a day, places or persons as a file has them; None for another answer."""
    value = claim.value
    if isinstance(value, DateSpan):
        return value.edtf
    if isinstance(value, tuple) and value and all(isinstance(one, Place) for one in value):
        return f"[{', '.join(one.id for one in value if isinstance(one, Place))}]"
    if isinstance(value, tuple) and value and all(isinstance(one, Party) for one in value):
        return f"[{', '.join(one.id for one in value if isinstance(one, Party))}]"
    return None
