"""Who keeps a site and where corrections go: what the settings say, and nothing else."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from builder.content.model import Settings
from builder.pages.about import About
from builder.pages.prose import folded
from builder.pages.views.proof import keepers
from builder.pages.views.words import Words


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/osk/ferries/", "https://github.com/osk/ferries/issues/new?title=post%2Faboard"),
        (
            "https://codeberg.org/osk/ferries",
            "https://codeberg.org/osk/ferries/issues/new?title=post%2Faboard",
        ),
        (
            "https://gitlab.com/osk/ferries",
            "https://gitlab.com/osk/ferries/-/issues/new?issue%5Btitle%5D=post%2Faboard",
        ),
        # A host whose issues may have any address.
        ("https://git.osk.test/ferries", ""),
        ("", ""),
    ],
)
def test_an_issue_on_a_claim(repository: str, address: str) -> None:
    assert About(repository=repository).correction("post/aboard") == address


def test_only_what_the_settings_say_is_told_of_who_keeps_a_site() -> None:
    assert keepers(About("Ferries"), Settings(), Words()) == ""
    told = keepers(About("Ferries", author="Osk *Press*"), Settings(corrections="desk@osk.test"), Words())
    assert told == "\n\n## Who keeps it\n\nOsk \\*Press\\*\n\nCorrections: desk@osk.test\n"


def test_of_a_long_section_the_first_paragraph_is_open() -> None:
    rest = Markup("<p>{}</p>").format("word " * 100)
    told = folded(Markup("<p>First.</p>") + rest, Markup("Read on"))
    assert told.startswith('<p>First.</p><details class="vm-details vm-read-on">')
    assert told.endswith(f"<summary>Read on</summary>{rest}</details>")
    assert folded(Markup("<p>First.</p><p>Second.</p>"), Markup("Read on")) == "<p>First.</p><p>Second.</p>"
    assert folded(Markup("<ul><li><p>One</p></li></ul>") + rest, Markup("Read on")).startswith("<ul>")
