"""Write claims into an article's file, as text: nothing else in the file changes, neither comments nor a single byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from builder.content import strict_yaml
from builder.content.model import Question
from builder.content.vocabulary import Answer
from builder.desk import kinds
from builder.desk.files import Writing, slug
from builder.desk.kinds import Refusal
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.words import states, weighty
from builder.desk.yamltext import GAP, listed, scalar
from builder.proof.rules.turning import turning
from builder.values.counting import is_part, meant
from builder.values.dates import parse_edtf
from builder.values.hidden import shorn
from builder.values.quantity import is_measure
from builder.values.text import normalise
from builder.values.units import same_unit

MARK = "# SUGGESTED"
"""How the lines of proposals begin that an editor has not taken; they are written anew by the next ``suggest``."""
_FENCE = re.compile(r"---[ \t]*\r?\Z")
_DRAFT = re.compile(r"draft:\s*true\s*(?:#.*)?\r?\Z")


def claim_id(proposal: Proposal, question: str, taken: Iterable[str]) -> str:
    """Return a name for a claim that its article does not have yet."""
    known = set(taken)
    base = question.partition("/")[2] or slug(proposal.counts, proposal.printed, limit=30) or "claim"
    for name in (base, f"{base}-{slug(proposal.sources[0]) if proposal.sources else 'text'}"):
        if name not in known:
            return name
    number = 2
    while f"{base}-{number}" in known:
        number += 1
    return f"{base}-{number}"


def claim_lines(
    proposal: Proposal,
    id: str,
    question: Question | None,
    site_language: str = "en",
    part_of: str | None = None,
    language: str | None = None,
) -> list[str]:
    """Return a claim's lines as they stand in a file, ``- id: ...`` first, without indentation.

    ``site_language`` is that of the question, ``part_of`` the id of the claim within whose figure the text counts this one,
    ``language`` that of the text.
    """
    path = question.path if question else None
    lines = [f"- id: {scalar(id)}"]
    lines.append(
        f"  question: {path}"
        if path
        else f"  question: ?   {GAP}: no question asks this; add one to a topic, or leave it out"
    )
    lines.append(f"  printed: {scalar(proposal.printed)}")
    if proposal.kind == "figure" and not proposal.reads_back:
        lines.append(f"  modifier: {proposal.modifier}")
        lines += [
            f"  {key}: {value}"
            for key, value in (("low", proposal.low), ("high", proposal.high))
            if value is not None
        ]
    if proposal.value_gap:
        lines.append(f"  {GAP} value: {proposal.value_gap}")
    if proposal.value:
        # A year alone would be read as a number.
        lines.append(f"  value: {scalar(proposal.value) if proposal.value.isdigit() else proposal.value}")
    if question is not None and question.answer is Answer.QUANTITY:
        languages = (language or site_language, site_language)
        if (
            proposal.unit
            and is_measure(question.unit)
            and not same_unit(proposal.unit, question.unit, languages)
        ):
            lines.append(f"  unit: {scalar(proposal.unit)}")
        if proposal.counts and _is_part(proposal.counts, question, site_language):
            lines.append(f"  counts: {scalar(proposal.counts)}")
        elif proposal.counts and not any(
            _same(proposal.counts, asked, site_language)
            for asked in (question.counts, question.of, question.unit)
        ):
            lines.append(f"  # counts: {proposal.counts}   the question counts: {question.counts}")
        of = (proposal.of or "").casefold()
        if of and not any(
            asked and of in asked.casefold() for asked in (question.of, question.unit, question.counts)
        ):
            lines.append(f"  # of: {proposal.of}   the question asks of: {question.of}")
        if proposal.as_of and (
            question.when is None or not parse_edtf(proposal.as_of).overlaps(question.when)
        ):
            lines.append(f"  as_of: {scalar(proposal.as_of)}")
        if proposal.hour and question.running:
            lines.append(f"  hour: {scalar(proposal.hour)}")
    if part_of:
        lines.append(f"  part_of: {scalar(part_of)}")
    if proposal.said_on:
        lines.append(f"  said_on: {scalar(proposal.said_on)}")
    if proposal.sources:
        lines.append(f"  sources: {listed(proposal.sources)}")
    if proposal.via:
        lines.append(f"  via: {listed(proposal.via)}")
    if not proposal.sources:
        # Without an answer it is not published: somebody says it, and "none" would deny that.
        lines.append(
            f"  {GAP} sources: somebody says it whom sources.yml does not know; enter him, or write attribution: none"
            if proposal.speaker_unknown
            else "  attribution: none"
        )
    elif proposal.implied:
        lines.append("  attribution: implied")
    if proposal.quoted and (question is None or question.answer is Answer.WORDING):
        lines.append("  speech: quoted")
    if proposal.in_headline:
        lines.append("  where: headline")
    if proposal.cue:
        lines.append(f"  cue: {scalar(proposal.cue)}")
    unseen = turning(language or site_language).unseen.search(normalise(proposal.printed))
    if unseen and proposal.value == "no":
        lines.append(f"  doubt: {scalar(unseen[0])}")
    if proposal.status:
        lines.append(f"  status: {scalar(proposal.status)}")
    if proposal.verified:
        lines.append(f"  verified: {scalar(proposal.verified)}")
    if proposal.quote and proposal.quote != proposal.printed:
        lines.append(f"  quote: {scalar(proposal.quote)}")
    # In comments too: a file with it would not be read.
    return [shorn(line) for line in lines]


def _is_part(ours: str, question: Question, language: str) -> bool:
    """Return whether a proposal counts a part of what its question counts: the killed of the killed or wounded."""
    return is_part({ours}, meant(question.counts or "", language).happened)


def _same(ours: str, theirs: str | None, language: str) -> bool:
    """Return whether what a proposal counts is what its question counts, in whatever words."""
    if theirs is None:
        return False
    named = {name for state in states(theirs, language) for name in state.names}
    return (
        ours in theirs
        or theirs in ours
        or ours in named
        or bool(set(weighty(ours, language)) & set(weighty(theirs, language)))
    )


def insert(text: str, claims: Iterable[list[str]], *, commented: bool = False) -> str:
    """Return a file's text with claims at the end of its list. ``Refusal`` where that cannot be done safely.

    ``commented``: as a block of comments instead, in the place of one that is there.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    if commented:
        kept = [line for line in lines[:end] if not line.startswith(MARK)]
        block = [f"{MARK} {line}".rstrip() for line in _comment(claims)]
        return "\n".join([*kept, *[line + newline[:-1] for line in block], *lines[end:]])
    front = "\n".join(line.rstrip("\r") for line in lines[1:end])
    parsed = strict_yaml.read_yaml(front, 2)
    if parsed.faults or not isinstance(parsed.value, dict):
        raise Refusal(kinds.CANNOT_INSERT, "the front matter cannot be read")
    place, indent, replaced = _place(lines, end, parsed)
    new = [f"{indent}{line}{newline[:-1]}" for claim in claims for line in claim]
    if replaced is not None:
        lines[replaced] = re.sub(r"\[\s*\]", "", lines[replaced], count=1).rstrip() + newline[:-1]
        lines[replaced] = re.sub(r":\s+(\r?)\Z", r":\1", lines[replaced])
    elif "claims" not in parsed.value:
        new.insert(0, f"claims:{newline[:-1]}")
    done = "\n".join([*lines[:place], *new, *lines[place:]])
    _prove(done, parsed.value)
    return done


def block_of(text: str) -> list[str]:
    """Return the lines of a file in which proposals stand as comments."""
    lines = text.split("\n")
    return [line for line in lines[: _end_of_front_matter(lines)] if line.startswith(MARK)]


def _end_of_front_matter(lines: list[str]) -> int:
    if not _FENCE.match(lines[0].lstrip("\ufeff")):
        raise Refusal(kinds.CANNOT_INSERT, "the file has no front matter")
    for number, line in enumerate(lines[1:], start=1):
        if _FENCE.match(line):
            return number
    raise Refusal(kinds.CANNOT_INSERT, "the front matter never ends")


def _place(lines: list[str], end: int, parsed: strict_yaml.Parsed) -> tuple[int, str, int | None]:
    """Return the line to insert before, the indentation of items, and the line of an empty list to open."""
    claims = parsed.value.get("claims")
    if claims is None and "claims" not in parsed.value:
        return end, "  ", None
    at = parsed.lines[("claims",)] - 1
    if not claims:
        if not re.match(r"claims:\s*(?:\[\s*\]\s*)?(?:#.*)?\r?\Z", lines[at]):
            raise Refusal(kinds.CANNOT_INSERT, "the empty list of claims is written in an unusual way")
        return at + 1, "  ", at
    if not isinstance(claims, list) or not (first := re.match(r"(\s*)-\s", _first_item(lines, at, end))):
        raise Refusal(
            kinds.CANNOT_INSERT, "the claims are not written as a list of lines that begin with a dash"
        )
    following = [parsed.lines[(key,)] - 1 for key in parsed.value if parsed.lines[(key,)] - 1 > at]
    place = min(following, default=end)
    # Comments and empty lines before the next key are that key's, unless they are indented.
    while place > at + 1 and re.match(r"(?:#.*)?\s*\Z", lines[place - 1]):
        place -= 1
    return place, first[1], None


def _first_item(lines: list[str], at: int, end: int) -> str:
    for line in lines[at + 1 : end]:
        if line.strip() and not line.lstrip().startswith("#"):
            return line
    return ""


def _comment(claims: Iterable[list[str]]) -> list[str]:
    block = [line for claim in claims for line in ("", *claim)]
    if not block:
        return []
    return [
        "claims that variorum proposes. To take one, move its lines under claims: (without the [] there) and take the marks in front away.",
        "Nothing here is published. variorum suggest writes this block anew: change a claim after moving it, not here.",
        *[f"  {line}" if line else "" for line in block],
    ]


def _prove(done: str, before: dict[str, object]) -> None:
    """Make sure that what was there still reads as it did."""
    lines = done.split("\n")
    end = _end_of_front_matter(lines)
    parsed = strict_yaml.read_yaml("\n".join(line.rstrip("\r") for line in lines[1:end]), 2)
    if parsed.faults:
        raise Refusal(kinds.CANNOT_INSERT, f"the claims would not read back: {parsed.faults[0].message}")
    now = dict(parsed.value)
    old = before.get("claims") or []
    count = len(old) if isinstance(old, list) else 0
    if now.pop("claims", [])[:count] != old or now != {
        key: value for key, value in before.items() if key != "claims"
    }:
        raise Refusal(kinds.CANNOT_INSERT, "what is in the file would change")


def save(path: Path, before: str, after: str) -> None:
    """Write a changed file, whole or not at all. Raises ``Refusal`` if it was changed meanwhile."""
    writing = Writing()
    writing.change(path, after.encode("utf-8"), before.encode("utf-8"))
    writing.commit()


def load(path: Path) -> str:
    """Return a file's text with its line ends as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def publish(text: str) -> str:
    """Return a draft's text without its ``draft: true``, and without proposals that were not taken."""
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    front = [line for line in lines[:end] if not _DRAFT.match(line)]
    if len(front) == end:
        raise Refusal(kinds.NOT_A_DRAFT, "it has no line draft: true")
    return "\n".join(
        [*_without_filled_gaps(front, any(line.strip() for line in lines[end + 1 :])), *lines[end:]]
    )


def undrafted(text: str) -> str:
    """Return a draft's text as if it were none, each line where it was: what is wrong is told of the editor's lines."""
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    return "\n".join([*(_DRAFT.sub("#", line) for line in lines[:end]), *lines[end:]])


def with_precis(text: str, precis: str) -> str:
    """Return a file's text with a précis under its front matter, in place of the prose there."""
    lines = text.split("\n")
    newline = "\r\n" if "\r\n" in text else "\n"
    head = "\n".join(lines[: _end_of_front_matter(lines)])
    return newline.join([f"{head.rstrip()}{newline}---", "", *precis.strip().splitlines(), ""])


def gaps_left(text: str) -> list[str]:
    """Return the lines of a file's head that still ask for something, without their mark: "byline: not found. ..."."""
    lines = text.split("\n")
    head = (line.strip() for line in lines[: _end_of_front_matter(lines)] if not line.startswith(MARK))
    return [line.removeprefix(GAP).strip() for line in head if line.startswith(GAP)]


def _without_filled_gaps(front: list[str], written: bool) -> list[str]:
    """Return the lines without proposals, and without gaps that were filled meanwhile and what was proposed for them."""
    keys = {line.partition(":")[0] for line in front if re.match(r"[a-z]", line)} | (
        {"precis"} if written else set()
    )
    kept: list[str] = []
    filled = False
    for line in front:
        if gap := re.match(rf"{GAP} ([a-z]+):", line):
            filled = gap[1] in keys
        elif not line.startswith("#   "):
            filled = False
        if not filled and not line.startswith(MARK):
            kept.append(line)
    return kept
