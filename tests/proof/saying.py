"""One claim on a sentence of the invented ferry, held against the rules on who said it, in any language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from builder.content.load import load
from builder.content.model import Article, Site
from builder.content.problems import Kind
from builder.content.validate import validate
from builder.proof.case import Book, ClaimCase, find_claim
from builder.proof.rules import attribution
from builder.proof.text import Text
from builder.values.dates import parse_edtf
from tests.factory import SITES

LINE, COASTGUARD = "Marlo Ferry Line", "Osk Coastguard"
PRINTED = "140"
_RULES = (
    attribution.sources_near, attribution.stated_or_implied, attribution.speaker_kept, attribution.relay_kept,
    attribution.cue_printed, attribution.cue_kept,
)  # fmt: skip


@lru_cache(maxsize=1)
def _site() -> Site:
    return validate(load(SITES / "valid"))[0]


def case_of(
    sentence: str, language: str, *, entry: dict[str, object] | None = None, **more: Any
) -> ClaimCase:
    """A claim on a text in a language; what is not said of it is that the ferry line gives the text's "140"."""
    site = _site()
    article: Article = site.articles["sound-radio-fuse"]
    given = {
        "printed": PRINTED, "quote": None, "sources": ("ferry-line",), "via": (), "cue": None, "locator": None, "implied": False,
        "status": None,
    } | more  # fmt: skip
    claim = replace(next(claim for claim in article.claims if claim.id == "aboard"), **given)
    article = replace(article, language=language, claims=(claim,), published=parse_edtf("2031-03-04"))
    text = Text("a.txt", sentence, article.source_sha256)
    at = find_claim(claim, text)
    assert at is not None, sentence
    return ClaimCase(Book(site, {}), article, claim, entry or {}, text, at)


def found(
    sentence: str, language: str, cue: str | None, *, sources: tuple[str, ...] = ("ferry-line",)
) -> set[Kind]:
    """The kinds of what is wrong with who is said to have said the "140" of a text."""
    case = case_of(sentence, language, cue=cue, sources=sources, entry={"cue": cue} if cue else {})
    return {finding.kind for rule in _RULES for finding in rule(case)}
