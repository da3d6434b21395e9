"""Abbreviations are spelled out where a page uses them first."""

from __future__ import annotations

import pytest

from builder.content.model import Outlet, Source
from builder.content.vocabulary import Stake
from builder.pages.full_names import FullName, abbreviated, spell_out, unnamed

NAMES = (
    FullName("HP", "Harbour Post"),
    FullName("MCA", "Coast & Marine Agency"),
    FullName("SIS", "Sound’s information service"),
    FullName("Stray leaf", "a text that names no outlet", gloss="en"),
)


@pytest.mark.parametrize(
    ("html", "spelled"),
    [
        (
            "<p>HP and Radio say so. HP adds more.</p>",
            "<p>Harbour Post (HP) and Radio say so. HP adds more.</p>",
        ),
        (
            "<p>A figure (HP) and a day (3 March; HP)</p>",
            "<p>A figure (Harbour Post, HP) and a day (3 March; HP)</p>",
        ),
        ("<p>(3 March; HP)</p>", "<p>(3 March; Harbour Post, HP)</p>"),
        ("<p>The MCA said</p>", "<p>The Coast &amp; Marine Agency (MCA) said</p>"),
        ("<p>from the SIS</p>", "<p>from Sound’s information service (SIS)</p>"),
        ("<p>HQ, Stray leaf and Radio</p>", "<p>HQ, Stray leaf (a text that names no outlet) and Radio</p>"),
        ("<p>(Stray leaf)</p>", "<p>(Stray leaf, a text that names no outlet)</p>"),
        # In a list a comma would make two of them.
        ("<p>(Radio, HP and Post)</p>", "<p>(Radio, Harbour Post (HP) and Post)</p>"),
        ("<p>(HP, Radio and Post)</p>", "<p>(Harbour Post (HP), Radio and Post)</p>"),
        ("<p>(Radio and HP)</p>", "<p>(Radio and Harbour Post (HP))</p>"),
        ("<p>(HP, citing it)</p>", "<p>(Harbour Post, HP, citing it)</p>"),
        ("<p>(Stray leaf and Radio)</p>", "<p>(Stray leaf (a text that names no outlet) and Radio)</p>"),
        # Somebody else's words, possessives, parts of words, and what is spelled out before.
        ("<p><q>HP</q> HP’s HPX</p>", "<p><q>HP</q> HP’s HPX</p>"),
        ("<p>Harbour Post (HP)</p><p>HP</p>", "<p>Harbour Post (HP)</p><p>HP</p>"),
        ('<a title="HP" href="HP">x</a>', '<a title="HP" href="HP">x</a>'),
    ],
)
def test_first_use(html: str, spelled: str) -> None:
    assert spell_out([html], NAMES) == [spelled]


def test_only_the_first_of_several_pieces() -> None:
    assert spell_out(["<p>none</p>", "<p>HP</p>", "<p>HP</p>"], NAMES) == [
        "<p>none</p>",
        "<p>Harbour Post (HP)</p>",
        "<p>HP</p>",
    ]


def test_which_short_names_are_abbreviations() -> None:
    outlets = [
        Outlet(name.lower(), name, short, "newspaper")
        for name, short in (("Harbour Post", "HP"), ("KBN", "KBN"), ("The Argus", "Argus"))
    ]
    sources = [Source("sis", "Sound’s information service (SIS)", "the SIS", "officials", Stake.NONE)]
    assert abbreviated(outlets, sources) == (
        FullName("HP", "Harbour Post"),
        FullName("SIS", "Sound’s information service"),
    )


def test_a_text_whose_outlet_is_not_known_is_told_as_that() -> None:
    outlets = [Outlet("stray", "Stray leaf", "Stray leaf", "unknown"), Outlet("hp", "HP", "HP", "newspaper")]
    (found,) = unnamed(outlets, "ohne Kopf", "de")
    assert spell_out(["<p>Stray leaf</p>"], [found]) == [
        '<p>Stray leaf (<span lang="de">ohne Kopf</span>)</p>'
    ]
