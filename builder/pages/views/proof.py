"""The proof in words: of an article, of the whole site, and the rules that an editor switched off."""

from __future__ import annotations

from builder.compare.library import Library
from builder.content.model import Article, Claim, Outlet, Settings
from builder.content.vocabulary import Completeness
from builder.pages.about import About
from builder.pages.contribution import Contribution
from builder.pages.views.words import Words
from builder.proof.allowed import kind_of

MOST_SHARES = 100
"""So many articles are listed with their shares, those with the largest first."""


def article_proof(library: Library, article: Article, say: Words) -> str:
    """Return a sentence on whether an article's claims were found in its text; empty if it has no claims."""
    if not article.claims:
        return ""
    proved = [claim for claim in article.claims if claim.key in library.proof.proved]
    if not proved:
        return say("None of these claims was re-checked in this build.")
    match article.completeness:
        case Completeness.FULL_TEXT:
            basis = say("the full text")
        case Completeness.EXCERPT:
            basis = say("the excerpt at hand")
        case Completeness.MIRROR:
            basis = say("the copy at hand")
    if article.checked:
        day = say.date(article.checked)
        checked = say("Each of these claims was checked against {basis} on {date}", basis=basis, date=day)
    else:
        checked = say("Each of these claims was checked against {basis}", basis=basis)
    return checked + (say(", except where it says otherwise.") if len(proved) < len(article.claims) else ".")


def unproved(library: Library, claim: Claim, say: Words) -> str | None:
    """Return a remark for a claim that was not proved if other claims of its article were, else None."""
    proved = library.proof.proved
    if (
        not proved
        or claim.key in proved
        or not any(other.key in proved for other in library.site.articles[claim.article].claims)
    ):
        return None
    return say("not re-checked in this build")


def known(article: Article, outlet: Outlet, say: Words) -> str:
    """Return whether an article's publisher and date are known, stated or inferred: ``publisher inferred, date stated``."""
    if outlet.kind == "unknown":
        publisher = say("publisher unknown")
    else:
        publisher = say("publisher inferred" if "outlet" in article.inferred else "publisher stated")
    if article.published is None:
        return f"{publisher}, {say('date unknown')}"
    return f"{publisher}, {say('date inferred' if 'published' in article.inferred else 'date stated')}"


def count_proof(library: Library, contribution: Contribution) -> None:
    """Count all claims and the proved ones, and list the rules that an editor switched off."""
    contribution.count("claims", "all", len(library.claims))
    contribution.count("claims", "proved", len(library.proof.proved))
    for article in library.site.articles.values():
        if (budget := library.proof.budgets.get(article.id)) is not None:
            name = _plain(library.site.outlets[article.outlet].name)
            contribution.put("published", f"{budget.percent:03}", name, article.id)
        for claim in article.claims:
            for allowance in claim.allow:
                outlet = library.site.outlets[article.outlet].name
                kind = kind_of(allowance)
                rule = _plain(kind.meaning) if kind else allowance.rule
                reason = _plain(" ".join(allowance.reason.split()))
                contribution.put(
                    "allowed", f"| {_plain(outlet)}: “{_plain(claim.printed)}” | {rule} | {reason} |"
                )


def build_state(contribution: Contribution, texts_at_hand: bool, say: Words) -> str:
    """Return a sentence on how many of the site's claims were checked against the private texts in this build."""
    if not texts_at_hand:
        return say(
            "The full texts were not at hand when these pages were made: no quotation and no figure was "
            "re-checked in this build."
        )
    claims, proved = contribution.number("claims", "all"), contribution.number("claims", "proved")
    if proved == claims:
        return say("All {n} claims were held against their texts when these pages were made.", n=claims)
    return say(
        "{n} of {all} claims were held against their texts when these pages were made.", n=proved, all=claims
    )


def section(contribution: Contribution, texts_at_hand: bool, say: Words) -> str:
    """Return the section on the proof of the method page, in Markdown."""
    lines = ["", f"## {say('What was checked')}", "", build_state(contribution, texts_at_hand, say)]
    lines += _published(contribution, say)
    rows = contribution.column("allowed")
    if rows:
        lines += ["", f"## {say('Rules switched off')}", ""]
        lines += [
            say("For these claims an editor found that a rule of the check does not hold, and says why."),
            "",
            f"| {say('claim')} | {say('what the check would say')} | {say('why')} |",
            "|---|---|---|",
            *rows,
        ]
    return "\n".join(lines) + "\n"


def _published(contribution: Contribution, say: Words) -> list[str]:
    """Return the section on how much of each text is published."""
    found = sorted(contribution.list("published"), reverse=True)
    lines = ["", f"## {say('How much of each text is published')}", ""]
    if not found:
        return [
            *lines,
            say("The full texts were not at hand when these pages were made: the shares were not measured."),
        ]
    lines += [
        say(
            "The words of each text that these pages have in runs of four and more, quotations, headline, remarks and précis "
            "taken together: at most 25 %. What these pages print of other texts is not counted, even where it has such words too. "
            "Measured when these pages were made."
        ),
        "",
        f"| {say('article')} | {say('share of its words')} |",
        "|---|---|",
        *(
            f"| [{name}](articles/{article}.md) | {say('{n} %', n=int(percent))} |"
            for percent, name, article in found[:MOST_SHARES]
        ),
    ]
    if len(found) > MOST_SHARES:
        rest = say("{n} more articles have smaller shares or the same.", n=len(found) - MOST_SHARES)
        lines += ["", rest]
    return lines


def _plain(text: str) -> str:
    """Return a text with everything escaped that Markdown would read as markup, entities too."""
    escaped = "".join(f"\\{char}" if char in "\\`*_{}[]()#+!|<>" else char for char in text)
    return escaped.replace("&", "&amp;")


def keepers(about: About, settings: Settings, say: Words) -> str:
    """Return the section on who keeps the site and where corrections go, in Markdown: what the settings say, and nothing else."""
    address = settings.corrections or about.repository
    lines = [_plain(about.author)] if about.author else []
    lines += [f"{say('Corrections:')} {_plain(address.partition('{claim}')[0])}"] if address else []
    return "\n\n".join(["", f"## {say('Who keeps it')}", *lines]) + "\n" if lines else ""
