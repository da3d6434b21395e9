"""Ids of today for those that were written down before."""

from __future__ import annotations

from builder.content.model import Tombstone
from builder.content.moved_on import Today

TODAY = Today.of(
    (
        Tombstone("topics", "passengers", "travellers"),
        Tombstone("topics", "people", "travellers"),
        Tombstone("questions", "people/aboard", "travellers/on-board"),
        Tombstone("articles", "post", "herald"),
        Tombstone("claims", "post/a", "herald/b"),
        Tombstone("articles", "gone"),
    )
)


def test_what_stands_in_a_renamed_file_is_found_under_all_its_names():
    assert TODAY.question("passengers/aboard") == "travellers/on-board"
    assert TODAY.question("people/aboard") == "travellers/on-board"
    assert TODAY.question("passengers/ashore") == "travellers/ashore"
    assert TODAY.claim("post/a") == "herald/b"
    assert TODAY.claim("post/c") == "herald/c"


def test_what_is_called_so_today_is_no_former_thing():
    """Another question may have the name within the renamed topic by now."""
    assert TODAY.question("travellers/aboard") == "travellers/aboard"
    assert TODAY.article("gone") == "gone"
