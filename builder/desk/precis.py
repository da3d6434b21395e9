"""The précis that an editor writes last: asked for in the program that EDITOR names, and put under the front matter."""

from __future__ import annotations

import click

from builder.desk.desk import Desk
from builder.desk.suggest.write import load, save, with_precis
from builder.load import Document
from builder.values.text import count_words, without_targets

CUT = "----- what stands below this line is left out -----"


def has_precis(document: Document) -> bool:
    """Return whether an article has a précis of at least one word."""
    return count_words(without_targets(document.body)) > 0


def template(desk: Desk, document: Document) -> str:
    """Return what the editor sees at first: how long it shall be, and how words are tied to the claims."""
    low, high = desk.site.settings.precis_words
    lines = [
        "", "", CUT, "",
        f"Write {low} to {high} words of your own above the line:",
        "what this article tells, whom it relies on, what it leaves out.",
    ]  # fmt: skip
    claims = document.data.get("claims")
    named = [claim for claim in claims if isinstance(claim, dict)] if isinstance(claims, list) else []
    if named:
        lines += ["", "Words in brackets open what the others print beside a claim:", ""]
        lines += [f"  [{claim.get('printed')}](#claim-{claim.get('id')})" for claim in named]
    return "\n".join([*lines, ""])


def ask(desk: Desk, document: Document) -> bool:
    """Let the editor write the précis; return whether there is one now. ``click.ClickException``: no program to write with."""
    text = click.edit(template(desk, document), extension=".md", require_save=False)
    written = (text or "").partition(CUT)[0].strip()
    if not count_words(written):
        return False
    path = desk.path(document)
    before = load(path)
    save(path, before, with_precis(before, written))
    return True
