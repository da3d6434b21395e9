"""Measure which figures and quotations of the texts the site carries, by hand-made lists of all of them.

The lists have positions and facts, no sentences. An entry that bears on a topic names the claims that carry it;
any other entry gives the reason why the site leaves it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from builder.content import strict_yaml
from builder.content.load import Document
from builder.content.model import Article, Claim, Site
from builder.content.problems import Problem
from builder.proof import kinds
from builder.proof.case import find_claim
from builder.proof.failed import NOTHING, Failed, held_back_problems
from builder.proof.locate import occurrences
from builder.proof.text import Text
from builder.values.dates import DateSpan


class Coverage(Struct, frozen=True):
    """Coverage by all lists."""

    carried: int
    """Number of entries that bear on a topic and are carried by the claims that they name."""
    bearing: int
    """Number of entries that bear on a topic."""
    left_out: tuple[tuple[str, str], ...]
    """Pairs of an entry that is left out, as ``text: words``, and the reason."""
    problems: tuple[Problem, ...]
    held: tuple[str, ...] = ()
    """Paths of the lists that were skipped because their articles have errors."""

    def __str__(self) -> str:
        share = 100 * self.carried / self.bearing if self.bearing else 100
        told = f"{self.carried} of {self.bearing} figures and quotations that bear on a topic are carried ({share:.0f} %)"
        if not self.held:
            return told
        lists = (
            f"{len(self.held)} list{'s'[: len(self.held) != 1]} not looked at, as the articles have errors"
        )
        return f"{told}; {lists}" if self.bearing else f"No figures and quotations were counted; {lists}"


def cover(
    lists: Mapping[str, str], site: Site, texts: Mapping[str, Text] | None, failed: Failed = NOTHING
) -> Coverage:
    """Compare the site with the lists, given as path -> YAML. Positions are checked only if there are texts.

    Lists of articles with errors are skipped, as the claims of such an article are not all known.
    """
    carried = bearing = 0
    held: list[str] = []
    left_out: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for path, content in sorted(lists.items()):
        parsed = strict_yaml.read_yaml(content)
        problems += [
            Problem(path, fault.line, fault.key, fault.kind, fault.message) for fault in parsed.faults
        ]
        data = parsed.value if isinstance(parsed.value, dict) else {}
        document = Document(path, path, data, parsed.lines)
        article = site.articles.get(str(data.get("article")))
        entries = data.get("entries")
        if data.get("article") in failed.incomplete:
            held.append(path)
            continue
        if article is None or not isinstance(entries, list):
            problems.append(
                document.problem((), kinds.GOLD_UNFIT, "names no article of this site, or no entries")
            )
            continue
        text = texts.get(article.source_file) if texts else None
        for index, entry in enumerate(entries):
            wrong = _wrong(entry, article, text)
            if wrong:
                problems.append(document.problem(("entries", index), kinds.GOLD_UNFIT, wrong))
            elif entry.get("left_out"):
                left_out.append((f"{article.id}: {entry['words']}", entry["left_out"]))
            else:
                bearing += 1
                lacking = [id for id in entry["claims"] if not _carries(article, id, entry, text)]
                carried += not lacking
                if lacking:
                    message = f'"{entry["words"]}" ({entry.get("of")}) is not carried by {", ".join(lacking)}'
                    problems.append(document.problem(("entries", index), kinds.GOLD_MISSING, message))
    if held:
        files = failed.articles or failed.topics
        problems += held_back_problems({f"what {', '.join(held)} list{'s'[: len(held) == 1]}": files})
    return Coverage(carried, bearing, tuple(left_out), tuple(problems), tuple(held))


def _wrong(entry: Any, article: Article, text: Text | None) -> str | None:
    """Return what is wrong with an entry, or None."""
    if not isinstance(entry, dict) or not isinstance(entry.get("words"), str):
        return "is no entry with words"
    at = entry.get("at")
    if not (isinstance(at, list) and len(at) == 2 and all(isinstance(place, int) for place in at)):
        return "at is not [start, end]"
    if bool(entry.get("claims")) == bool(entry.get("left_out")):
        return "needs either claims or left_out"
    known = {claim.id for claim in article.claims}
    if unknown := [id for id in entry.get("claims") or [] if id not in known]:
        return f"{article.id} has no claim {', '.join(map(str, unknown))}; {entry.get('of')} is not carried"
    if text is not None and not text.raw[at[0] : at[1]].startswith(entry["words"]):
        return f'the text does not have "{entry["words"]}" at {at[0]}'
    return None


def _carries(article: Article, id: str, entry: dict[str, Any], text: Text | None) -> bool:
    """Return whether a claim's words overlap the entry's position or, for a date, whether the claim has that date."""
    claim = next(claim for claim in article.claims if claim.id == id)
    if entry.get("kind") == "date" and any(day.edtf == entry.get("value") for day in _days(claim)):
        return True
    start, end = entry["at"]
    spans = [(claim.locator.start, claim.locator.end)] if claim.locator else []
    if text is not None:
        found = find_claim(claim, text, article.headline)
        if found is None:
            return False
        inside = occurrences(claim.printed, text, found.span) or [found]
        spans = [text.normal.raw(found.span), text.normal.raw(inside[0].span)]
    return any(max(a, start) < min(b, end) for a, b in spans)


def _days(claim: Claim) -> list[DateSpan]:
    days = [claim.said_on, claim.as_of, claim.value if isinstance(claim.value, DateSpan) else None]
    return [day for day in days if day is not None]
