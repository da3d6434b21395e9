"""How good the suggestions are, on labelled texts: ``make bench-suggest``."""

from __future__ import annotations

import argparse
import platform
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from builder.desk.desk import Desk
from builder.desk.suggest.printed import others
from builder.desk.suggest.propose import Proposal, propose
from builder.desk.suggest.words import STATE, state_of, stem, weighty
from builder.model import Answer, Question, Source, Stake
from builder.proof.locate import occurrences
from builder.proof.text import Text, text_of
from builder.values.dates import parse_edtf
from builder.values.quantity import Quantity, parse
from builder.values.text import normalise

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
UNSEEN = ROOT / "tests" / "gold_unseen"
"""Six reports, labelled before there were rules."""
UNSEEN_2 = ROOT / "tests" / "gold_unseen_2"
"""Five more, labelled before the rules were changed for the second time."""


@dataclass
class Score:
    """Counts of right, wanted and proposed."""

    right: int = 0
    wanted: int = 0
    proposed: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, right: bool, note: str) -> None:
        self.wanted += 1
        self.proposed += 1
        self.right += right
        if not right:
            self.missed.append(note)

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0


@dataclass
class Label:
    """A figure or quotation as a person labelled it."""

    start: int
    end: int
    printed: str
    modifier: str | None
    low: float | None
    high: float | None
    counts: list[str]
    sources: list[str] | None
    question: str | None
    quote: bool = False
    listed: bool = True
    """Counts for finding it; else it only says what one that was found means."""


NAMES = (
    "figure",
    "modifier and bounds",
    "counted",
    "source",
    "question in two",
    "question first",
    "quote",
    "quote's speaker",
)


def measure(cases: Iterable[tuple[Text, list[Label], list[Proposal]]]) -> dict[str, Score]:
    """Compare proposals with labels."""
    scores = {name: Score() for name in NAMES}
    for text, labels, proposals in cases:
        left = list(proposals)
        for label in labels:
            kind = "quote" if label.quote else "figure"
            found = next(
                (p for p in left if p.kind == kind and p.span[0] < label.end and label.start < p.span[1]),
                None,
            )
            score = scores[kind]
            score.wanted += label.listed
            if found is None:
                score.missed += [f"{text.name}: {label.printed!r} not found"] if label.listed else []
                for name in ("question in two", "question first"):
                    if label.question:
                        scores[name].add(False, f"{text.name}: {label.printed!r} not found")
                continue
            if label.listed:
                left.remove(found)
                score.right += 1
            if label.sources is not None:
                _compare(scores, text, label, found)
        for name in ("figure", "quote"):
            mine = [p for p in proposals if p.kind == name]
            scores[name].proposed += len(mine)
            scores[name].missed += [f"{text.name}: {p.printed!r} is none" for p in left if p.kind == name]
    return scores


def _compare(scores: dict[str, Score], text: Text, label: Label, found: Proposal) -> None:
    where = f"{text.name}: {label.printed!r}"
    who = "quote's speaker" if label.quote else "source"
    scores[who].add(
        set(found.sources) == set(label.sources or ()), f"{where}: {found.sources} for {label.sources}"
    )
    if not label.quote:
        meant = (found.modifier, found.low, found.high) == (label.modifier, label.low, label.high)
        scores["modifier and bounds"].add(meant, f"{where}: {found.modifier} {found.low} {found.high}")
        if label.counts:
            scores["counted"].add(
                _same(found, label.counts), f"{where}: {found.counts} / {found.of} for {label.counts}"
            )
    if label.question:
        paths = [question.path for question, _ in found.questions]
        scores["question in two"].add(label.question in paths, f"{where}: {paths} for {label.question}")
        scores["question first"].add(label.question in paths[:1], f"{where}: {paths} for {label.question}")


def _same(found: Proposal, counts: list[str]) -> bool:
    """Whether what is counted is one of the labels, as one word for each state has it."""
    mine = _canonical(found.counts or "")
    # "bodies" for "bodies shown": the question says the rest.
    return any(
        mine == _canonical(label) or set(weighty(found.counts or "")) & set(weighty(label))
        for label in counts
    )


def _canonical(words_: str) -> str:
    match = STATE.fullmatch(words_.strip())
    return state_of(match) if match else " ".join(stem(word) for word in words_.casefold().split())


def unseen(folder: Path = UNSEEN) -> list[tuple[Text, list[Label], list[Proposal]]]:
    """The invented reports of a folder."""
    read = {
        name: yaml.safe_load((folder / f"{name}.yml").read_text()) for name in ("labels", "topics", "sources")
    }
    sources = [
        Source(id, data["name"], data["name"], data["kind"], Stake.NONE, aliases=tuple(data["aliases"]))
        for id, data in read["sources"].items()
    ]
    # All stories of the site ask at once: a passage has to find its question among all of them.
    questions = [
        Question(q["id"], topic, q["text"], q["short"], Answer(q["answer"]), q.get("unit"), q.get("counts"), q.get("of"))
        for topic, asked in read["topics"].items() for q in asked
    ]  # fmt: skip
    cases = []
    for name, data in read["labels"].items():
        text = text_of(name, (folder / "texts" / f"{name}.txt").read_bytes())
        labels = [_label(text, name, item) for item in data["figures"]]
        labels += [
            _label(text, name, {**item, "printed": item["words"]}, quote=True) for item in data["quotes"]
        ]
        asked = questions
        found = propose(text, sources, asked, {}, parse_edtf(str(data["published"])))
        cases.append((text, labels, found))
    return cases


def _label(text: Text, topic: str, item: dict[str, Any], quote: bool = False) -> Label:
    printed = normalise(str(item["printed"]))
    places = [m.span() for m in re.finditer(rf"(?<![\w,.]){re.escape(printed)}(?!\w)", text.content)]
    start, end = places[item.get("nth", 1) - 1]
    question = f"{topic}/{item['question']}" if item.get("question") else None
    return Label(
        start, end, printed, item.get("modifier"), item.get("low"), item.get("high"), item.get("counts", []), item["sources"],
        question, quote,
    )  # fmt: skip


def seen() -> list[tuple[Text, list[Label], list[Proposal]]]:
    """The site's own articles: their claims are the labels, and only the others' claims help to find a question."""
    desk = Desk(ROOT)
    cases = []
    for id, article in desk.site.articles.items():
        if id not in desk.texts:
            continue
        text = desk.texts[id]
        found = propose(text, *others(desk, id), article.published, desk.site.settings.quote_limit)
        labels: dict[tuple[int, int], Label] = {}
        for claim in article.claims:
            quantity = claim.value if isinstance(claim.value, Quantity) else None
            marked = any(
                p.kind == "quote" and normalise(claim.printed) in text.content[slice(*p.span)] for p in found
            )
            if (quantity is None or parse(claim.printed) is None) and not (quantity is None and marked):
                continue
            place = where(text, claim.quote, claim.printed)
            if place is None or (quantity is None and place in labels):
                continue
            labels[place] = Label(
                *place, claim.printed, quantity.modifier.value if quantity else None, quantity.low if quantity else None,
                quantity.high if quantity else None, [claim.counts] if claim.counts else [], list(claim.sources), claim.question,
                quantity is None, listed=False,
            )  # fmt: skip
        cases.append((text, [*labels.values(), *_listed(text, id)], found))
    return cases


def _listed(text: Text, id: str) -> list[Label]:
    """The list of all figures and quotations of an article, without ordinals, names, page furniture and captions."""
    file = GOLD / f"{id}.yml"
    labels = []
    for entry in yaml.safe_load(file.read_text())["entries"] if file.exists() else ():
        left_out = re.match(r"Page furniture|Appeal|Caption|Note on the author", entry.get("left_out", ""))
        named = re.match(r"number of|name of", entry.get("of", "")) or entry.get("value") == "first"
        if entry["kind"] in ("figure", "quotation") and not left_out and not named:
            start, end = text.normal.normal(tuple(entry["at"]))
            quote = entry["kind"] == "quotation"
            labels.append(Label(start, end, entry["words"], None, None, None, [], None, None, quote))
    return labels


def where(text: Text, quote: str | None, printed: str) -> tuple[int, int] | None:
    """Return where a claim's printed words stand: inside its quote, if that can be found."""
    around = occurrences(quote, text) if quote else []
    inside = occurrences(printed, text, around[0].span) if around else []
    found = inside or occurrences(printed, text)
    return found[0].span if found else None


def show(title: str, scores: dict[str, Score], verbose: bool, note: str = "") -> None:
    print(f"\n{title}\n  {'':22}{'recall':>8}{'precision':>11}   right/wanted/proposed")
    for name, score in scores.items():
        print(
            f"  {name:22}{score.recall:8.3f}{score.precision:11.3f}   {score.right}/{score.wanted}/{score.proposed}"
        )
        if verbose:
            for line in score.missed:
                print(f"      {line}")
    if note:
        print(f"  {note}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed")
    verbose = parser.parse_args().verbose
    print(f"Python {platform.python_version()}, {platform.system()}")
    cases = seen()
    if cases:
        note = "Figures and quotes are held against tests/gold, all else against the claims of the content."
        show(f"The site's own articles: {len(cases)}", measure(cases), verbose, note)
    else:
        print("\nThe site's own texts are not at hand: set VARIORUM_SOURCES to measure on them too.")
    show("Unseen: six invented reports", measure(unseen()), verbose)
    show("Unseen, the second set: five invented reports", measure(unseen(UNSEEN_2)), verbose)


if __name__ == "__main__":
    sys.exit(main())
