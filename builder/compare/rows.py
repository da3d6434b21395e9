"""Compare everything that was answered to one question: one row of a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from builder.compare.origins import Origins, trace
from builder.compare.relation import Judgement, Relation
from builder.compare.silence import Silence, silences
from builder.library import Library
from builder.model import Claim, Question, Topic
from builder.values.numbers import Number


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of a row that say the same. ``claims[0]`` stands for all of them."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row: the answers to one question, how they stand to each other, and who is silent."""

    question: Question
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    judgements: tuple[Judgement, ...]
    """Between the first claims of every two groups, and from each first claim to the others of its group."""
    origins: Origins
    low: Number | None
    """Smallest figure printed as a bound, ``None`` where none is; never an average."""
    high: Number | None
    silences: tuple[Silence, ...]
    summary: str
    """One plain sentence: how the accounts differ and why."""

    def between(self, a: Claim, b: Claim) -> Judgement:
        """Return the judgement on any two claims of the row, in that order."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class TopicComparison:
    """All rows of a topic."""

    topic: Topic
    rows: tuple[Comparison, ...]
    summary: str
    """The topic's answer in one or two sentences."""
