"""What was made moves into its place whole, whatever stood there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.press import place
from tests.press.ferries import written

NAME = st.sampled_from(["a", "b", "c"])
# Few names on few levels: files and folders of the same name meet often.
TREE = st.dictionaries(
    st.lists(NAME, min_size=1, max_size=3).map("/".join), st.sampled_from([b"", b"1", b"2"])
)


def lay(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Write files into a folder, as far as none stands in another's way; return those."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / name
        if not path.is_dir() and not any(folder in up.parents and up.is_file() for up in path.parents):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return written(folder)


@given(TREE, TREE, st.sets(NAME))
def test_afterwards_the_site_is_what_was_made_and_what_was_kept(
    tmp_path_factory: pytest.TempPathFactory,
    before: dict[str, bytes],
    made: dict[str, bytes],
    wanted: set[str],
) -> None:
    site = tmp_path_factory.mktemp("place") / "site"
    before = lay(site, before)
    times = {name: (site / name).stat().st_mtime_ns for name in before}
    made = lay(place.prepare(site), made)
    # A build keeps nothing in whose way it puts something.
    keep = {
        name
        for name in before
        if name.partition("/")[0] in wanted
        and not any(new.startswith(f"{name}/") or name.startswith(f"{new}/") for new in made)
    }
    expected = {name: data for name, data in before.items() if name in keep} | made
    assert place.put(site, keep) == expected.keys()
    assert written(site) == expected
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    same = [name for name, data in expected.items() if before.get(name) == data]
    assert all((site / name).stat().st_mtime_ns == times[name] for name in same)
    # Where the last file of a folder went, the folder went too.
    assert all(any(path.iterdir()) for path in site.rglob("*") if path.is_dir())


def test_what_an_unfinished_build_left_is_thrown_away(tmp_path: Path) -> None:
    site = tmp_path / "site"
    lay(site, {"index.html": b"former"})
    lay(place.prepare(site), {"index.html": b"next"})
    assert list(place.prepare(site).iterdir()) == []
    assert written(site) == {"index.html": b"former"}
    place.discard(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_in_the_site_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", {"index.html": b"another's", "page": b"another's"})
    site = tmp_path / "site"
    site.mkdir()
    (site / "folder").symlink_to(tmp_path / "outside")
    (site / "index.html").symlink_to(tmp_path / "outside" / "index.html")
    lay(place.prepare(site), {"folder/page": b"ours", "index.html": b"ours"})
    place.put(site, ())
    assert written(site) == {"folder/page": b"ours", "index.html": b"ours"}
    assert written(tmp_path / "outside") == outside
