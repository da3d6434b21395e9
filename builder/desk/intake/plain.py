"""Facts from plain text: headline, byline, date and credit, from its first and last lines."""

from __future__ import annotations

import re

from builder.desk.intake.agencies import KNOWN, UNABLE, Agencies
from builder.desk.intake.days import Stated, says_a_day
from builder.desk.intake.facts import Facts
from builder.desk.intake.names import has_label, papers, people, without_label
from builder.values.dateline import dateline
from builder.values.stated import stated_date
from builder.values.text import count_words

_HEAD_LINES = 14
_FURNITURE = re.compile(
    r"(?:views?:?\s*[0-9,.]+|[0-9]+\s*min(?:utes?)?\s+read|news\s*feed|share(?:\s+this.*)?|advertisement|published|updated"
    r"|breaking(?:\s+news)?|listen to this article.*|sign in|subscribe.*|stay informed.*|simply sign up.*|menu|home|world|news|sports?|politics|business|opinion|culture)\.?\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:written\s+)?by[:\s]\s*(?P<names>[^|]{2,120})\Z", re.IGNORECASE)
# At the end of an agency's report: "(Reporting by Jonas Falk; editing by P. Wren)".
_REPORTING = re.compile(r"\(?(?:Reporting|Written|Report)\s+by\s+(?P<names>[^;.()]{2,120})")


def facts_of(text: str, known: Agencies = KNOWN) -> Facts:
    """Return the facts that a text's lines state. ``known`` are the agencies that they may credit."""
    facts = Facts()
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    stated: list[Stated] = []
    for index, line in enumerate(lines[:_HEAD_LINES]):
        short = len(line) <= 140
        if short and not facts.byline and (found := _people(line, lines, index, known)):
            facts.byline, credit = found
            facts.outlets += papers(line, known)
            facts.credit = facts.credit or credit
        elif short and (days := says_a_day(line)):
            stated += days
        elif short and facts.published is None and (month := stated_date(line)):
            facts.published = month
        elif short and (_FURNITURE.match(line) or _REPORTING.match(line)):
            continue
        elif len(facts.heads) < 3 and (_headline(line, index) or (index == 0 and _asks(lines, 0, known))):
            facts.heads.append(line.lstrip("# ").rstrip("."))
            facts.headline = facts.heads[0]
            facts.inferred["headline"] = "It stands at the head of the text."
        elif index < 3 and short and count_words(line) <= 5 and not line.endswith("?"):
            facts.outlets.append(line)
    _set_day(facts, stated)
    _first_is_the_paper(facts, lines, known)
    _agency_copy(facts, lines, known)
    facts.credit = facts.credit or known.credited(text, facts.outlets)
    if not facts.credit and (name := known.speaks_of_itself(text)):
        facts.credit, facts.inferred["credit"] = name, UNABLE.format(name=name)
    return facts


def _people(line: str, lines: list[str], index: int, known: Agencies) -> tuple[list[str], str | None] | None:
    """Return the people and the agency that a line names as its authors, or None if it is no byline."""
    match = _BYLINE.match(line)
    # "Von Jan Falk". A first line may be a headline that begins so.
    if not match and not (index and len(line) <= 80 and has_label(line)):
        return None
    said = match["names"] if match else without_label(line)
    names, credit = people(re.split(r"\s[|•·–—]\s|\s\|", said)[0], known=known)
    text = " ".join(lines[_HEAD_LINES // 2 :] or lines[-1:])
    # "By Cold Water", of which the report speaks: each word of a name that the text has in small letters is none.
    names = [
        name
        for name in names
        if not all(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in name.split())
    ]
    return (names, credit) if names or credit else None


def _set_day(facts: Facts, stated: list[Stated]) -> None:
    """Set the day of publication from the days that lines state: one that is said to be it, or else the only one that is not a change's."""
    for kind in ("published", None):
        days = [item.edtf for item in stated if item.kind == kind]
        if len({day[:10] for day in days}) == 1:
            day = max(days, key=len)
            facts.published, facts.time = day[:10], day[11:] or None
            return
        if days:
            return


def _first_is_the_paper(facts: Facts, lines: list[str], known: Agencies) -> None:
    """Take a short first line before another one for the paper's name, which it more often is than the headline.

    Between the two a label may stand: "Pressnord", "News analysis", "Ferry runs aground off Osk". The headline is the first line that is
    longer, or the last one before that of who wrote it or when.
    """
    short = 0
    for index, line in enumerate(lines[:4]):
        if count_words(line) > 4 or re.search(r"[.!?:]\Z", line) or _signs(line, lines, index, known):
            break
        short += 1
    if (
        facts.headline is None
        or not 0 < short < min(len(lines), 4)
        or facts.headline not in lines[: short + 1]
    ):
        return
    headline, at = lines[short].lstrip("# "), short
    if not (5 <= count_words(headline) <= 25 and (_headline(headline, at) or _asks(lines, at, known))):
        headline, at = lines[short - 1].lstrip("# "), short - 1
        if not at or not _signs(lines[short], lines, short, known):
            return
    facts.outlets = [name for name in facts.outlets if name not in lines[1:at]]
    if lines[0] not in facts.outlets:
        facts.outlets.append(lines[0].lstrip("# "))
    facts.headline = headline.rstrip(".")
    # If it is the name of an outlet that the site knows, one of the others is the headline.
    facts.heads = [facts.headline, *(head for head in facts.heads if head != facts.headline)]


def _signs(line: str, lines: list[str], index: int, known: Agencies) -> bool:
    """Return whether a line says who wrote a text, or when."""
    return bool(_people(line, lines, index, known) or says_a_day(line) or stated_date(line))


def _asks(lines: list[str], at: int, known: Agencies) -> bool:
    """Return whether a line is one question, and the next one says who wrote the text or when: then it is the headline."""
    if not re.fullmatch(r"[^.!?]+\?", lines[at]) or len(lines) <= at + 1:
        return False
    return bool(_people(lines[at + 1], lines, at + 1, known) or says_a_day(lines[at + 1]))


def _agency_copy(facts: Facts, lines: list[str], known: Agencies) -> None:
    """Complete the facts from the dateline and the last lines."""
    found = next(filter(None, map(dateline, lines[:_HEAD_LINES])), None)
    if found and found.day and facts.published is None:
        facts.published = stated_date(found.day)
    # If there are two lines at the head, one of them may be the paper's name.
    if found and found.name and not facts.outlets and len(facts.heads) < 2 and not known.agency(found.name):
        facts.outlets.append(found.name)
    for line in lines[-3:]:
        if not facts.byline and (match := _REPORTING.match(line)):
            facts.byline = people(match["names"], known=known)[0]


def _headline(line: str, index: int) -> bool:
    number = count_words(line)
    if not 2 <= number <= 25 or index > 6:
        return False
    # A line with a sentence's end is no headline, unless its words are capitalised like one.
    words = [word for word in line.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    # 'Fire at the pier: "We heard three bangs"' ends with a quotation, and no sentence.
    ends = re.search(r"[.!?][”\"]?\Z|\A[“\"][^“”\"]*[”\"]\Z", line)
    return not ends or (number <= 14 and bool(words) and capitals >= 0.7 * len(words))
