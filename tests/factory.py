"""Builders for tests: model objects with sensible defaults, a small library, and sites on disk.

Only what a test is about has to be said; all else comes from an invented ferry that lost its power.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from builder.compare.library import Library, index
from builder.compare.rows import Comparison, compare_question
from builder.compare.speakers import Names
from builder.compare.topics import compare_topic
from builder.content import own_pages
from builder.content.copied_files import enclosed
from builder.content.load import load
from builder.content.model import Article, Claim, Outlet, Party, Place, Question, Site, Source, Story, Topic
from builder.content.problems import Problem
from builder.content.validate import moved, validate
from builder.content.vocabulary import Answer, Completeness, Speech, Stake
from builder.proof.check import finder
from builder.values.dates import DateSpan, parse_edtf
from builder.values.figures.reader import read
from builder.values.quantity import Quantity

SITES = Path(__file__).parent / "sites"
TOPIC = "ferry"
NAMES = Names({"line": "the ferry line", "coastguard": "the coastguard", "channel": "the channel"})
"""Source id -> how a sentence names it."""


def span(edtf: str | None) -> DateSpan | None:
    return None if edtf is None else parse_edtf(edtf)


def question(answer: Answer, **more: Any) -> Question:
    """A question of one kind of answer; its id is the kind's name."""
    given: dict[str, Any] = {
        "id": answer.value,
        "topic": TOPIC,
        "text": f"What {answer.value}?",
        "short": answer.value,
    }
    if answer is Answer.QUANTITY:
        given |= {"unit": "people", "counts": "aboard", "of": "passengers"}
    return Question(**(given | {"answer": answer} | more))


OUT = date(2031, 3, 4)
"""The day on which the articles of all claims were out, unless they say otherwise."""


def claim(answer: Answer, printed: str, value: Any = None, **more: Any) -> Claim:
    """A claim on the question of one kind of answer. Dates may be given as EDTF text."""
    of = question(answer)
    given: dict[str, Any] = {
        "id": "claim", "article": "post", "outlet": "post", "question": of.path, "printed": printed, "value": value,
        "unit": of.unit, "counts": of.counts, "of": of.of, "sources": ("line",), "out_from": OUT, "out_by": OUT,
    }  # fmt: skip
    for key in ("as_of", "said_on"):
        if isinstance(more.get(key), str):
            more[key] = parse_edtf(more[key])
    return Claim(**(given | more))


def figure(printed: str, **more: Any) -> Claim:
    """A claim whose figure is read from its printed words, unless ``value`` gives it."""
    value = more.pop("value", None) or read(printed)
    assert isinstance(value, Quantity), f"{printed!r} prints no figure"
    return claim(Answer.QUANTITY, printed, value, **more)


def dated(edtf: str, printed: str = "", **more: Any) -> Claim:
    return claim(Answer.DATE, printed or f"on {edtf}", parse_edtf(edtf), **more)


def placed(*ids: str, printed: str = "", **more: Any) -> Claim:
    named = tuple(place(id) for id in ids)
    return claim(Answer.PLACE, printed or "off " + ", ".join(p.name for p in named), named, **more)


def party(name: str, *aliases: str) -> Party:
    return Party(name.casefold(), name, aliases)


def named(*names: str, printed: str = "", **more: Any) -> Claim:
    return claim(Answer.WHO, printed or " and ".join(names), tuple(party(name) for name in names), **more)


def yes_no(answer: bool, printed: str = "", **more: Any) -> Claim:
    return claim(Answer.YES_NO, printed or ("it was" if answer else "it was not"), answer, **more)


def wording(printed: str, **more: Any) -> Claim:
    """A claim with words that its outlet quotes, unless ``speech`` says otherwise."""
    return claim(Answer.WORDING, printed, None, **({"speech": Speech.QUOTED} | more))


def place(id: str, *aliases: str) -> Place:
    return Place(id, id.replace("-", " ").title(), aliases)


def article(id: str, *claims: Claim, published: str | None = "2031-03-04", **more: Any) -> Article:
    """An article by the outlet of its name. Its claims are given to it, whatever article they named."""
    own = tuple(replace(claim, article=id, outlet=id, copy_of=more.get("copy_of")) for claim in claims)
    given: dict[str, Any] = {
        "id": id, "outlet": id, "headline": f"The {id} on the ferry", "byline": (), "credit": None,
        "published": span(published), "language": "en", "completeness": Completeness.FULL_TEXT, "url": None,
        "source_file": f"{id}.txt", "source_sha256": "1a" * 32, "inferred": {}, "precis": "A ferry stopped.",
        "claims": own,
    }  # fmt: skip
    return Article(**(given | more))


def site(articles: Iterable[Article], questions: Iterable[Question] = ()) -> Site:
    """A site of one story and one topic that asks one question of every kind, unless others are given."""
    asked = tuple(questions) or tuple(question(answer) for answer in Answer)
    found = list(articles)
    return Site(
        stories={"breakdown": Story("breakdown", "The breakdown", "A ferry stopped.", (TOPIC,))},
        topics={TOPIC: Topic(TOPIC, "The ferry", "What is told of it.", asked)},
        outlets={a.outlet: Outlet(a.outlet, a.outlet.title(), a.outlet.title(), "newspaper") for a in found},
        sources={id: Source(id, name, name, "officials", Stake.NONE) for id, name in NAMES.items()},
        places={id: place(id) for id in ("osk-sound", "pell-rock", "marl-bay")},
        articles={a.id: a for a in found},
    )


def library(*articles: Article, questions: Iterable[Question] = ()) -> Library:
    return index(site(articles, questions))


def write_site(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Copy the valid site to ``folder`` and lay ``files`` over it, by their path under ``content/``.

    ``None`` takes a file away. Returns the site's root.
    """
    root = folder / "site"
    shutil.copytree(SITES / "valid", root)
    for name, text in (files or {}).items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return root


def valid(name: str) -> str:
    """The text of one file of the valid site."""
    return (SITES / "valid" / "content" / name).read_text(encoding="utf-8")


def changed(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """One file of the valid site with one thing changed, for ``write_site``."""
    text = valid(name)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return {name: text.replace(old, new)}


def check(root: Path) -> tuple[Site, list[Problem]]:
    """Load and validate a site, and look at the pages that it has of its own."""
    content = load(root)
    site, found = validate(content)
    found += moved.faults(site, content.registries, finder(content))
    own = own_pages.faults(root, "content", enclosed(root / "content").pages)
    return site, sorted([*found, *own], key=lambda problem: problem.order)


def told(root: Path) -> list[str]:
    """What is wrong with a site, line by line as an editor reads it."""
    return [str(problem) for problem in check(root)[1]]


def topic_answer_of(found: Library, asked: Question) -> tuple[Comparison, str]:
    """The row of a question, and the answer of its topic."""
    return compare_question(found, asked), compare_topic(found, found.site.topics[TOPIC]).summary
