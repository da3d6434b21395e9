"""One claim on a sentence of the invented ferry, held against the rules on who said it, in any language."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from builder.content.load import load
from builder.content.model import Article, Site
from builder.content.problems import Kind
from builder.content.validate import validate
from builder.proof.case import Book, ClaimCase, find_claim
from builder.proof.rules import attribution
from builder.proof.text import Text
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


def found(
    sentence: str, language: str, cue: str | None, *, sources: tuple[str, ...] = ("ferry-line",)
) -> set[Kind]:
    """The kinds of what is wrong with a claim that gives the "140" of a text to the ferry line."""
    site = _site()
    article: Article = site.articles["sound-radio-fuse"]
    claim = replace(
        next(claim for claim in article.claims if claim.id == "aboard"),
        printed=PRINTED, quote=None, sources=sources, via=(), cue=cue, locator=None, implied=False,
    )  # fmt: skip
    article = replace(article, language=language, claims=(claim,))
    text = Text("a.txt", sentence, article.source_sha256)
    at = find_claim(claim, text)
    assert at is not None, sentence
    case = ClaimCase(Book(site, {}), article, claim, {"cue": cue} if cue else {}, text, at)
    return {finding.kind for rule in _RULES for finding in rule(case)}
