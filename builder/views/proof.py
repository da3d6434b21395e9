"""How the proof is told: per claim, for the site as a whole, and the rules that an editor switched off."""

from __future__ import annotations

from builder.library import Library
from builder.model import Article, Claim, Completeness
from builder.proof.prove import kind_of
from builder.share import Share
from builder.views.words import Words


def claim_proof(library: Library, claim: Claim, say: Words) -> tuple[str, bool]:
    """Return whether a claim's words were found in its text, in words and as yes or no."""
    article = library.site.articles[claim.article]
    if claim.key not in library.proof.proved:
        return say("not re-checked in this build"), False
    match article.completeness:
        case Completeness.FULL_TEXT:
            checked = say("checked against the full text")
        case Completeness.EXCERPT:
            checked = say("checked against the excerpt at hand")
        case Completeness.MIRROR:
            checked = say("checked against the copy at hand")
    if article.checked:
        return say("{checked} on {date}", checked=checked, date=say.date(article.checked)), True
    return checked, True


def known(article: Article, say: Words) -> str:
    """Return what of an article is known and what inferred: ``publisher inferred, date stated``."""
    publisher = say("publisher inferred" if "outlet" in article.inferred else "publisher stated")
    if article.published is None:
        return f"{publisher}, {say('date unknown')}"
    return f"{publisher}, {say('date inferred' if 'published' in article.inferred else 'date stated')}"


def count_proof(library: Library, share: Share) -> None:
    """Count claims and those that were held against their texts, and list the rules that an editor switched off."""
    share.count("claims", "all", len(library.claims))
    share.count("claims", "proved", len(library.proof.proved))
    for article in library.site.articles.values():
        for claim in article.claims:
            for allowance in claim.allow:
                outlet = library.site.outlets[article.outlet].name
                kind = kind_of(allowance)
                rule = f"{kind.code} {kind.name}" if kind else allowance.rule
                reason = _plain(" ".join(allowance.reason.split()))
                share.put("allowed", f"| {_plain(outlet)}: “{_plain(claim.printed)}” | {rule} | {reason} |")


def build_state(share: Share, texts_at_hand: bool, say: Words) -> str:
    """Return in one sentence how much of the site was held against the private texts in this build."""
    if not texts_at_hand:
        return say(
            "The full texts were not at hand when these pages were made: no quotation and no figure was "
            "re-checked in this build."
        )
    claims, proved = share.number("claims", "all"), share.number("claims", "proved")
    if proved == claims:
        return say("All {n} claims were held against their texts when these pages were made.", n=claims)
    return say(
        "{n} of {all} claims were held against their texts when these pages were made.", n=proved, all=claims
    )


def section(share: Share, texts_at_hand: bool, say: Words) -> str:
    """Return the method page's section on the proof, in Markdown."""
    lines = ["", f"## {say('What was checked')}", "", build_state(share, texts_at_hand, say)]
    rows = share.column("allowed")
    if rows:
        lines += ["", f"## {say('Rules switched off')}", ""]
        lines += [
            say("For these claims an editor found that a rule of the check does not hold, and says why."),
            "",
            f"| {say('claim')} | {say('rule')} | {say('why')} |",
            "|---|---|---|",
            *rows,
        ]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+!|<>" else char for char in text)
