"""The précis that an editor writes last: the template to write it in, and saving it under the front matter."""

from __future__ import annotations

from builder.content.load import Document
from builder.desk.desk import Desk
from builder.desk.suggest.write import load, save, with_precis
from builder.values.text import count_words, without_targets

CUT = "----- everything below this line is left out -----"


def has_precis(document: Document) -> bool:
    """Return whether an article has a précis of at least one word."""
    return count_words(without_targets(document.body)) > 0


def template(desk: Desk, document: Document) -> str:
    """Return the template: the length that is wanted, and how to link words to claims."""
    low, high = desk.site.settings.precis_words
    lines = [
        "", "", CUT, "",
        f"Write {low} to {high} words of your own above the line:",
        "what this article says, what it relies on, what it leaves out.",
    ]  # fmt: skip
    claims = document.data.get("claims")
    named = [claim for claim in claims if isinstance(claim, dict)] if isinstance(claims, list) else []
    if named:
        lines += ["", "Words in brackets open what the others print beside a claim:", ""]
        lines += [f"  [{claim.get('printed')}](#claim-{claim.get('id')})" for claim in named]
    return "\n".join([*lines, ""])


def save_precis(desk: Desk, document: Document, text: str) -> bool:
    """Save the précis from an edited template in the article's file; return False if it has no words."""
    written = text.partition(CUT)[0].strip()
    if not count_words(written):
        return False
    path = desk.path(document)
    before = load(path)
    save(path, before, with_precis(before, written))
    return True
