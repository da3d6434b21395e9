"""The whole way, typed on a terminal: from a saved page to the rebuilt site in a few keys."""

from __future__ import annotations

from benchmarks.desk import LIMIT, run


def test_a_saved_page_is_on_the_site_within_ten_commands_and_keys(tmp_path):
    count = run(tmp_path)
    assert count.commands + count.keys <= LIMIT
    assert "Traceback" not in count.shown
