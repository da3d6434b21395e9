"""The labels that proposals are held against: three sets of invented reports, and the site's own articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from builder.content.model import Claim, Place, Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.belonging import Belonging
from builder.desk.desk import Desk
from builder.desk.suggest.printed import printed_by_others
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.propose import propose
from builder.proof.locate import occurrences
from builder.proof.text import Text, text_of
from builder.values.dates import DateSpan, parse_edtf
from builder.values.figures.reader import read
from builder.values.quantity import Quantity
from builder.values.text import normalise

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
UNSEEN = ROOT / "tests" / "gold_unseen"
"""Six reports, labelled before there were rules."""
UNSEEN_2 = ROOT / "tests" / "gold_unseen_2"
"""Five more, labelled before the rules were changed for the second time."""
UNSEEN_3 = ROOT / "tests" / "gold_unseen_3"
"""Four more, run when that change was finished."""
KEYS = {"date": "dates", "place": "places", "yes-no": "yes-no", "wording": "wordings"}
"""Kinds of answer that are no figures -> their key in a file of labels."""
Case = tuple[Text, list["Label"], list[Proposal]]


@dataclass
class Label:
    """A figure, a quotation or another answer, as a person labelled it."""

    start: int
    end: int
    printed: str
    modifier: str | None
    low: float | None
    high: float | None
    counts: list[str]
    sources: list[str] | None
    question: str | None
    kind: str = "figure"
    value: str | None = None
    """What an answer that is no figure means, as the file has it."""
    listed: bool = True
    """Counts for finding it; else it only says what one that was found means."""


def unseen(folder: Path = UNSEEN) -> list[Case]:
    """The invented reports of a folder."""
    read = {path.stem: yaml.safe_load(path.read_text()) for path in folder.glob("*.yml")}
    sources = [
        Source(id, data["name"], data["name"], data["kind"], Stake.NONE, aliases=tuple(data["aliases"]))
        for id, data in read["sources"].items()
    ]
    places = [
        Place(id, data["name"], tuple(data.get("aliases", ()))) for id, data in read.get("places", {}).items()
    ]
    # All stories of the site ask at once: a passage has to find its question among all of them.
    questions = [
        Question(q["id"], topic, q["text"], q["short"], Answer(q["answer"]), q.get("unit"), q.get("counts"), q.get("of"))
        for topic, asked in read["topics"].items() for q in asked
    ]  # fmt: skip
    cases = []
    for name, data in read["labels"].items():
        text = text_of(name, (folder / "texts" / f"{name}.txt").read_bytes())
        labels = [
            _label(text, name, item, kind)
            for kind, key in (
                ("figure", "figures"),
                ("quote", "quotes"),
                *((f"{kind}", KEYS[kind]) for kind in KEYS),
            )
            for item in data.get(key, ())
        ]
        found = propose(text, sources, questions, {}, parse_edtf(str(data["published"])), places=places)
        cases.append((text, labels, found))
    return cases


def _label(text: Text, topic: str, item: dict[str, Any], kind: str) -> Label:
    printed = normalise(str(item.get("printed", item.get("words"))))
    places = [m.span() for m in re.finditer(rf"(?<![\w,.]){re.escape(printed)}(?!\w)", text.content)]
    start, end = places[item.get("nth", 1) - 1]
    question = f"{topic}/{item['question']}" if item.get("question") else None
    return Label(
        start, end, printed, item.get("modifier"), item.get("low"), item.get("high"), item.get("counts", []), item["sources"],
        question, kind, _written(item.get("value")),
    )  # fmt: skip


def _written(value: object) -> str | None:
    """Return a value as the lines of a file have it."""
    if isinstance(value, bool):
        return '"yes"' if value else '"no"'
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return None if value is None else str(value)


def seen() -> list[Case]:
    """The site's own articles: their claims are the labels, and only the others' claims help to find a question."""
    desk = Desk(ROOT)
    cases = []
    for id, article in desk.site.articles.items():
        if id in desk.texts:
            text = desk.texts[id]
            limit = desk.site.settings.quote_limit
            found = propose(
                text,
                desk.site.sources.values(),
                Belonging(desk.site).questions(None),
                printed_by_others(desk, id),
                article.published,
                limit,
                desk.site.places.values(),
            )
            labels = [*_claimed(text, article.claims, found), *_listed(text, id)]
            answers = [label for claim in article.claims if (label := _answer(desk, text, claim, found))]
            cases.append((text, [*labels, *answers], found))
    return cases


def _claimed(text: Text, claims: Iterable[Claim], found: list[Proposal]) -> Iterable[Label]:
    """The claims of an article that print a figure or a quotation."""
    labels: dict[tuple[int, int], Label] = {}
    for claim in claims:
        quantity = claim.value if isinstance(claim.value, Quantity) else None
        if not isinstance(read(claim.printed), Quantity) if quantity else not _quoted(text, claim, found):
            continue
        place = where(text, claim.quote, claim.printed)
        if place is None or (quantity is None and place in labels):
            continue
        labels[place] = Label(
            *place, claim.printed, quantity.modifier.value if quantity else None, quantity.low if quantity else None,
            quantity.high if quantity else None, [claim.counts] if claim.counts else [], list(claim.sources), claim.question,
            "figure" if quantity else "quote", listed=False,
        )  # fmt: skip
    return labels.values()


def _quoted(text: Text, claim: Claim, found: list[Proposal]) -> bool:
    return any(p.kind == "quote" and normalise(claim.printed) in text.content[slice(*p.span)] for p in found)


def _answer(desk: Desk, text: Text, claim: Claim, found: list[Proposal]) -> Label | None:
    """A claim that answers with a date, a place, yes or no, or words that stand in no quotation marks."""
    topic, _, id = claim.question.partition("/")
    kind = next(q.answer.value for q in desk.site.topics[topic].questions if q.id == id)
    place = where(text, claim.quote, claim.printed)
    if kind not in KEYS or place is None or (kind == "wording" and _quoted(text, claim, found)):
        return None
    value: object = claim.value
    if isinstance(value, DateSpan):
        value = value.edtf
    elif isinstance(value, tuple):
        value = [place.id for place in value]
    return Label(
        *place,
        claim.printed,
        None,
        None,
        None,
        [],
        list(claim.sources),
        claim.question,
        kind,
        _written(value),
    )


def _listed(text: Text, id: str) -> list[Label]:
    """The list of all figures and quotations of an article, without ordinals, names, page furniture and captions."""
    file = GOLD / f"{id}.yml"
    labels = []
    for entry in yaml.safe_load(file.read_text())["entries"] if file.exists() else ():
        left_out = re.match(r"Page furniture|Appeal|Caption|Note on the author", entry.get("left_out", ""))
        named = re.match(r"number of|name of", entry.get("of", "")) or entry.get("value") == "first"
        if entry["kind"] in ("figure", "quotation") and not left_out and not named:
            start, end = text.normal.normal(tuple(entry["at"]))
            kind = "quote" if entry["kind"] == "quotation" else "figure"
            labels.append(Label(start, end, entry["words"], None, None, None, [], None, None, kind))
    return labels


def where(text: Text, quote: str | None, printed: str) -> tuple[int, int] | None:
    """Return where a claim's printed words stand: inside its quote, if that can be found."""
    around = occurrences(quote, text) if quote else []
    inside = occurrences(printed, text, around[0].span) if around else []
    found = inside or occurrences(printed, text)
    return found[0].span if found else None
