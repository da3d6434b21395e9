"""How the proof is told: per claim, for the site as a whole, and the rules that an editor switched off."""

from __future__ import annotations

from builder.compare.phrases import counted
from builder.library import Library
from builder.model import Article, Claim, Completeness
from builder.proof.prove import kind_of
from builder.values import dates

_AT_HAND = {
    Completeness.FULL_TEXT: "the full text",
    Completeness.EXCERPT: "the excerpt at hand",
    Completeness.MIRROR: "the copy at hand",
}
UNCHECKED = "not re-checked in this build"


def claim_proof(library: Library, claim: Claim) -> tuple[str, bool]:
    """Return whether a claim's words were found in its text, in words and as yes or no."""
    article = library.site.articles[claim.article]
    if claim.key not in library.proof.proved:
        return UNCHECKED, False
    day = f" on {dates.caption(article.checked)}" if article.checked else ""
    return f"checked against {_AT_HAND[article.completeness]}{day}", True


def known(article: Article) -> str:
    """Return what of an article is known and what inferred: ``publisher inferred, date stated``."""

    def how(key: str, value: object) -> str:
        return "inferred" if key in article.inferred and value else "stated" if value else "unknown"

    publisher = "stated" if "outlet" not in article.inferred else "inferred"
    return f"publisher {publisher}, date {how('published', article.published)}"


def build_state(library: Library) -> str:
    """Return in one sentence how much of the site was held against the private texts in this build."""
    claims = len(library.claims)
    if not library.proof.texts_at_hand:
        return (
            "The full texts were not at hand when these pages were made: no quotation and no figure was "
            "re-checked in this build."
        )
    proved = len(library.proof.proved)
    if proved == claims:
        return f"All {claims} claims were held against their texts when these pages were made."
    return f"{proved} of {counted(claims, 'claim')} were held against their texts when these pages were made."


def section(library: Library) -> str:
    """Return the method page's section on the proof, in Markdown."""
    lines = ["", "## What was checked", "", build_state(library)]
    rows = [
        (article, claim, allowance)
        for article in library.site.articles.values()
        for claim in article.claims
        for allowance in claim.allow
    ]
    if rows:
        lines += ["", "## Rules switched off", ""]
        lines += [
            "For these claims an editor found that a rule of the check does not hold, and says why.",
            "",
            "| claim | rule | why |",
            "|---|---|---|",
        ]
        for article, claim, allowance in rows:
            outlet = library.site.outlets[article.outlet].name
            kind = kind_of(allowance)
            rule = f"{kind.code} {kind.name}" if kind else allowance.rule
            reason = _plain(" ".join(allowance.reason.split()))
            lines.append(f"| {_plain(outlet)}: “{_plain(claim.printed)}” | {rule} | {reason} |")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+!|<>" else char for char in text)
