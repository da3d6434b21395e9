"""How good the suggestions are, on labelled texts: ``make bench-suggest``."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.labels import KEYS, UNSEEN_2, UNSEEN_3, Case, Label, seen, unseen
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.words import states, stem, weighty
from builder.proof.text import Text


@dataclass
class Score:
    """Counts of right, wanted and proposed."""

    right: int = 0
    wanted: int = 0
    proposed: int = 0
    good: int | None = None
    """Proposals that are right, where several may be right of one label."""
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
        good = self.right if self.good is None else self.good
        return good / self.proposed if self.proposed else 1.0


NAMES = (
    "figure",
    "modifier and bounds",
    "counted",
    "source",
    "question in two",
    "question first",
    "none where none fits",
    "quote",
    "quote's speaker",
)


def measure(cases: Iterable[Case]) -> dict[str, Score]:
    """Compare the proposed figures and quotations with labels."""
    scores = {name: Score() for name in NAMES}
    for text, labels, proposals in cases:
        left = list(proposals)
        for label in labels:
            kind = label.kind
            if kind in KEYS:
                continue
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


def measure_answers(cases: Iterable[Case]) -> dict[str, Score]:
    """Compare the other proposals with labels: one is right if it meets a label's words and has its question in the first two."""
    scores = {name: Score() for kind in KEYS for name in (kind, f"{kind}: value", f"{kind}: source")}
    for text, labels, proposals in cases:
        for kind in KEYS:
            score = scores[kind]
            wanted = [label for label in labels if label.kind == kind]
            made = [proposal for proposal in proposals if proposal.kind == kind]
            met = [(label, proposal) for label in wanted for proposal in made if _meets(label, proposal)]
            found = {id(label): (label, proposal) for label, proposal in met}
            right = {id(proposal) for _, proposal in met}
            score.wanted += len(wanted)
            score.right += len(found)
            score.proposed += len(made)
            score.good = (score.good or 0) + len(right)
            score.missed += [
                f"{text.name}: {item.printed!r} of {item.question} not found"
                for item in wanted
                if id(item) not in found
            ]
            score.missed += [
                f"{text.name}: {item.printed!r} is none of {[q.path for q, _ in item.questions]}"
                for item in made if id(item) not in right
            ]  # fmt: skip
            for label, proposal in found.values():
                where = f"{text.name}: {label.printed!r}"
                if kind != "wording":
                    same = proposal.value == label.value
                    scores[f"{kind}: value"].add(same, f"{where}: {proposal.value} for {label.value}")
                scores[f"{kind}: source"].add(
                    set(proposal.sources) == set(label.sources or ()),
                    f"{where}: {proposal.sources} for {label.sources}",
                )
    del scores["wording: value"]
    return scores


def _meets(label: Label, proposal: Proposal) -> bool:
    over = proposal.span[0] < label.end and label.start < proposal.span[1]
    return over and label.question in [question.path for question, _ in proposal.questions]


def _compare(scores: dict[str, Score], text: Text, label: Label, found: Proposal) -> None:
    where = f"{text.name}: {label.printed!r}"
    who = "quote's speaker" if label.kind == "quote" else "source"
    scores[who].add(
        set(found.sources) == set(label.sources or ()), f"{where}: {found.sources} for {label.sources}"
    )
    if label.kind != "quote":
        meant = (found.modifier, found.low, found.high) == (label.modifier, label.low, label.high)
        scores["modifier and bounds"].add(meant, f"{where}: {found.modifier} {found.low} {found.high}")
        if label.counts:
            scores["counted"].add(
                _same(found, label.counts), f"{where}: {found.counts} / {found.of} for {label.counts}"
            )
    paths = [question.path for question, _ in found.questions]
    if label.kind == "figure" and not label.question:
        scores["none where none fits"].add(not paths, f"{where}: {paths} for no question")
    if label.question:
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
    plain = words_.strip()
    found = states(plain)
    if found and (found[0].start, found[0].end) == (0, len(plain)):
        return found[0].name
    return " ".join(stem(word) for word in words_.casefold().split())


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
    parser.add_argument("--sets", default="second,third", help="which of the later unseen sets to run")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed")
    given = parser.parse_args()
    verbose = given.verbose
    print(f"Python {platform.python_version()}, {platform.system()}")
    cases = seen()
    if cases:
        note = "Figures and quotes are held against tests/gold, all else against the claims of the content."
        show(f"The site's own articles: {len(cases)}", measure(cases) | measure_answers(cases), verbose, note)
    else:
        print("\nThe site's own texts are not at hand: set VARIORUM_SOURCES to measure on them too.")
    show("Unseen: six invented reports", measure(unseen()), verbose)
    for which, folder in (("second", UNSEEN_2), ("third", UNSEEN_3)):
        if which in given.sets.split(","):
            cases = unseen(folder)
            show(f"Unseen, the {which} set", measure(cases) | measure_answers(cases), verbose)


if __name__ == "__main__":
    sys.exit(main())
