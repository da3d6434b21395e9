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

from builder.ingest.suggest.propose import Proposal, propose
from builder.ingest.suggest.words import STATE, state_of, stem
from builder.model import Answer, Question, Source, Stake
from builder.proof.text import Text, text_of
from builder.values.dates import parse_edtf
from builder.values.text import normalise, words

ROOT = Path(__file__).resolve().parent.parent
UNSEEN = ROOT / "tests" / "gold_unseen"


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
    sources: list[str]
    question: str | None
    quote: bool = False


NAMES = ("figure", "modifier and bounds", "counted", "source", "question in two", "question first", "quote", "quote's speaker")


def measure(cases: Iterable[tuple[Text, list[Label], list[Proposal]]], open_labels: bool = False) -> dict[str, Score]:
    """Compare proposals with labels. ``open_labels``: the labels need not be all figures, so precision is a lower bound."""
    scores = {name: Score() for name in NAMES}
    for text, labels, proposals in cases:
        left = list(proposals)
        for label in labels:
            kind = "quote" if label.quote else "figure"
            found = next((p for p in left if p.kind == kind and p.span[0] < label.end and label.start < p.span[1]), None)
            score = scores[kind]
            score.wanted += 1
            if found is None:
                score.missed.append(f"{text.name}: {label.printed!r} not found")
                for name in ("question in two", "question first"):
                    if label.question:
                        scores[name].add(False, f"{text.name}: {label.printed!r} not found")
                continue
            left.remove(found)
            score.right += 1
            _compare(scores, text, label, found)
        for name in ("figure", "quote"):
            mine = [p for p in proposals if p.kind == name]
            scores[name].proposed += len(mine)
            scores[name].missed += [f"{text.name}: {p.printed!r} is none" for p in left if p.kind == name and not open_labels]
    return scores


def _compare(scores: dict[str, Score], text: Text, label: Label, found: Proposal) -> None:
    where = f"{text.name}: {label.printed!r}"
    who = "quote's speaker" if label.quote else "source"
    scores[who].add(set(found.sources) == set(label.sources), f"{where}: {found.sources} for {label.sources}")
    if not label.quote:
        meant = (found.modifier, found.low, found.high) == (label.modifier, label.low, label.high)
        scores["modifier and bounds"].add(meant, f"{where}: {found.modifier} {found.low} {found.high}")
        if label.counts:
            scores["counted"].add(_same(found, label.counts), f"{where}: {found.counts} / {found.of} for {label.counts}")
    if label.question:
        paths = [question.path for question, _ in found.questions]
        scores["question in two"].add(label.question in paths, f"{where}: {paths} for {label.question}")
        scores["question first"].add(label.question in paths[:1], f"{where}: {paths} for {label.question}")


def _same(found: Proposal, counts: list[str]) -> bool:
    """Whether what is counted is one of the labels, as one word for each state has it."""
    mine = _canonical(found.counts or "")
    return any(mine == _canonical(label) for label in counts)


def _canonical(words_: str) -> str:
    match = STATE.fullmatch(words_.strip())
    return state_of(match) if match else " ".join(stem(word) for word in words_.casefold().split())


def unseen() -> list[tuple[Text, list[Label], list[Proposal]]]:
    """The invented reports."""
    read = {name: yaml.safe_load((UNSEEN / f"{name}.yml").read_text()) for name in ("labels", "topics", "sources")}
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
        text = text_of(name, (UNSEEN / "texts" / f"{name}.txt").read_bytes())
        labels = [_label(text, name, item) for item in data["figures"]]
        labels += [_label(text, name, {**item, "printed": item["words"]}, quote=True) for item in data["quotes"]]
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


def show(title: str, scores: dict[str, Score], verbose: bool, note: str = "") -> None:
    print(f"\n{title}\n  {'':22}{'recall':>8}{'precision':>11}   right/wanted/proposed")
    for name, score in scores.items():
        print(f"  {name:22}{score.recall:8.3f}{score.precision:11.3f}   {score.right}/{score.wanted}/{score.proposed}")
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
    show("Unseen: six invented reports", measure(unseen()), verbose)


if __name__ == "__main__":
    sys.exit(main())
