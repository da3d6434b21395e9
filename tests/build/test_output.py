"""What was made moves into its place whole, whatever stood there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build import output, site_record
from builder.build.site_record import RECORD, Purpose
from builder.build.writer import Writer
from builder.cache.records import Chunk
from builder.content.problems import ContentError
from tests.build.ferries import written

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
    return {name: data for name, data in written(folder).items() if name != RECORD}


@given(TREE, TREE, st.sets(NAME))
def test_afterwards_the_site_is_what_was_made_and_what_was_kept(
    tmp_path_factory: pytest.TempPathFactory,
    before: dict[str, bytes],
    made: dict[str, bytes],
    wanted: set[str],
) -> None:
    site = tmp_path_factory.mktemp("place") / "site"
    before = lay(site, before)
    site_record.write_record(site, before, Purpose.SITE)
    times = {name: (site / name).stat().st_mtime_ns for name in before}
    made = lay(output.prepare(site), made)
    # A build keeps nothing in whose way it puts something.
    keep = {
        name
        for name in before
        if name.partition("/")[0] in wanted
        and not any(new.startswith(f"{name}/") or name.startswith(f"{new}/") for new in made)
    }
    expected = {name: data for name, data in before.items() if name in keep} | made
    assert output.publish(site, keep, dict(output.stamps(site)), "site") == expected.keys()
    assert site_record.read_record(site, Purpose.SITE) == expected.keys()
    (site / RECORD).unlink()
    assert written(site) == expected
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    same = [name for name, data in expected.items() if before.get(name) == data]
    assert all((site / name).stat().st_mtime_ns == times[name] for name in same)
    # Where the last file of a folder went, the folder went too.
    assert all(any(path.iterdir()) for path in site.rglob("*") if path.is_dir())


def test_what_an_unfinished_build_left_is_thrown_away(tmp_path: Path) -> None:
    site = tmp_path / "site"
    lay(site, {"index.html": b"former"})
    lay(output.prepare(site), {"index.html": b"next"})
    assert dict(output.stamps(output.prepare(site))) == {}
    assert written(site) == {"index.html": b"former"}
    output.discard(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["folder/page", "index.html"])
def test_a_link_in_the_site_is_neither_followed_nor_replaced(name: str, tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", {"index.html": b"another's", "page": b"another's"})
    site = tmp_path / "site"
    site.mkdir()
    (site / "folder").symlink_to(tmp_path / "outside")
    (site / "index.html").symlink_to(tmp_path / "outside" / "index.html")
    # Not even if a record names what is seen through it.
    site_record.write_record(site, ["folder/page", "index.html"], Purpose.SITE)
    lay(output.prepare(site), {name: b"ours"})
    with pytest.raises(
        ContentError, match=f"site:1: this build has to write there: {name.partition('/')[0]} "
    ):
        output.publish(site, (), {}, "site")
    assert (site / "folder").is_symlink()
    assert (site / "index.html").is_symlink()
    assert written(tmp_path / "outside") == outside


def test_a_file_of_pieces_is_written_where_it_is_not_as_it_was(tmp_path: Path) -> None:
    site, aside = tmp_path / "site", tmp_path / "aside"
    (site / "data").mkdir(parents=True)
    (site / "data" / "a").write_bytes(b"[one,two]")
    (tmp_path / "kept").write_bytes(b"...two,three")
    one, two = Chunk(site / "data" / "a", 1, 3), Chunk(tmp_path / "kept", 3, 3)
    three = Chunk(tmp_path / "kept", 7, 5)
    writer = Writer(site, aside, dict(output.stamps(site)))
    for pieces, whole in (
        ([b"[", one, b",", two, b"]"], b"[one,two]"),
        ([b"[", one, b",two", b"]"], b"[one,two]"),
        ([b"(", one, b",", two, b"]"], b"(one,two]"),
        ([b"[", two, b",", one, b"]"], b"[two,one]"),
        ([b"[", one, b",", one, b"]"], b"[one,one]"),
        ([b"[", one, b",", three, b"]"], b"[one,three]"),
        ([], b""),
    ):
        stamp = writer.assemble("data/a", pieces)
        assert writer.read_file("data/a") == whole
        assert (stamp == writer.stamps["data/a"]) == (not aside.exists()) == (whole == b"[one,two]")
        shutil.rmtree(aside, ignore_errors=True)


def test_pieces_are_copied(tmp_path: Path) -> None:
    (tmp_path / "from").write_bytes(whole := os.urandom(1_000_003))
    with (tmp_path / "to").open("wb", buffering=0) as out:
        Chunk(tmp_path / "from", 5, 900_000).copy(out)
        Chunk(tmp_path / "from", 900_005, 99_998).copy(out)
        with pytest.raises(OSError, match="ends too early"):
            Chunk(tmp_path / "from", 1_000_000, 4).copy(out)
    assert (tmp_path / "to").read_bytes() == whole[5:] + whole[-3:]
