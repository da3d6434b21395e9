"""What is put into the store comes out of it as it was, or not at all."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw, Struct

from builder.build.manifest import Entry, Head, Manifest, gathered
from builder.cache.records import Store, digest, locked
from builder.pages.contribution import Contribution, Entries, gather
from tests.conftest import ROOT

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(JSON, st.dictionaries(st.text(), st.binary()))
def test_a_record_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, record: Any, chunks: dict[str, bytes]
) -> None:
    store = Store(tmp_path_factory.mktemp("store") / "of-a-site", "this version")
    store.put("one", record, chunks)
    found, places = store.get_with_chunks("one", object)
    assert (found, {name: chunk.read() for name, chunk in places.items()}) == (record, chunks)
    assert store.get("one", object) == record
    assert Store(store.folder, "another version").get("one", object) is None


@given(JSON, st.randoms(use_true_random=False))
def test_no_record_of_which_one_bit_is_wrong(
    tmp_path_factory: pytest.TempPathFactory, record: Any, dice: random.Random
) -> None:
    store = Store(tmp_path_factory.mktemp("store"))
    store.put("one", record, {"first": b"some", "second": b"more\nbytes"})
    path = store.folder / "one.json"
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    assert store.get_with_chunks("one", object) == (None, {})


def test_names_and_what_is_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert list(store.record_names()) == []
    store.forget(())
    for name in ("b", "a", "c"):
        store.put(name, name)
    (store.folder / "a.77.part").write_bytes(b"left over")
    (store.folder / "folder").mkdir()
    assert list(store.record_names()) == ["a", "b", "c"]
    store.forget({"b"})
    assert [path.name for path in store.folder.iterdir()] == ["b.json"]


def test_a_digest_is_the_same_in_every_process() -> None:
    parts = ["é\udc80", 1, None, True, {"b": [1, 2], "a": {}}, ("x", Path("p"))]
    code = (
        "from pathlib import Path\nfrom builder.cache.records import digest\n"
        "print(digest(*['é\\udc80', 1, None, True, {'a': {}, 'b': [1, 2]}, ('x', Path('p'))]))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == digest(*parts)
    assert digest({1: "a"}) != digest({2: "a"})
    assert (
        len(
            {digest(), digest(""), digest("a", "b"), digest("ab"), digest(["a", "b"]), digest(1), digest("1")}
        )
        == 7
    )


def test_a_lock_is_free_again_when_its_holder_is_done(tmp_path: Path) -> None:
    asked: list[str] = []
    for _ in range(2):
        with locked(tmp_path, lambda: asked.append("waited")):
            pass
    assert asked == []


class Told(Struct, frozen=True):
    words: str
    number: int = 0


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("a", int), (1, str), (True, int), (1, bool), (1, str | None), (["a", 1], list[str]), (["a"], tuple[str, int]),
        (["a", 1, 2], tuple[str, int]), ({"x": "1"}, dict[str, int]), ([], dict[str, int]), (None, dict[str, int]),
        ({"number": 1}, Told), ({"words": "a", "number": "1"}, Told), ([[]] * 3, tuple[list[int], list[int]]),
    ],
)  # fmt: skip
def test_a_record_of_another_kind_is_none(record: Any, kind: Any, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("one", record, {"beside": b"it"})
    assert store.get_with_chunks("one", kind) == (None, {})
    assert store.get("one", object) == record


def test_a_record_that_is_no_text_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("one", Raw(b'{"a\xff": 1}'))
    assert store.get("one", dict[str, int]) is None


def test_a_record_that_is_deep_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("one", Raw(b"[" * 100_000 + b"]" * 100_000))
    assert store.get("one", object) is None


NAME = st.sampled_from(["a", "b", "outlet/x", "outlet/y/first"])
SHARES = st.builds(
    Contribution,
    st.dictionaries(NAME, st.lists(st.lists(st.text(), min_size=1), min_size=1)),
    st.dictionaries(NAME, st.dictionaries(NAME, st.integers(), min_size=1)),
    st.dictionaries(NAME, st.lists(st.binary(), min_size=1)),
)


def alike(first: Contribution, second: Contribution) -> bool:
    """Whether two contributions are the same, down to the order of what is in them."""
    return repr(first) == repr(second)


@given(SHARES, SHARES, SHARES)
def test_shares_are_gathered_in_any_grouping(
    first: Contribution, second: Contribution, third: Contribution
) -> None:
    whole = gather([first, second, third])
    assert alike(gather([gather([first, second]), third]), whole)
    assert alike(gather([first, gather([second, third])]), whole)
    assert alike(gather([Contribution(), first]), first)
    for name in whole.counts:
        for what in whole.counts[name]:
            assert whole.number(name, what) == sum(one.number(name, what) for one in (first, second, third))


def entries(store: Store, contributions: list[Contribution]) -> list[Entry]:
    """Some parts as a manifest has them that gave this."""
    manifest = Manifest(store, store.folder, {})
    for number, contribution in enumerate(contributions):
        manifest.make(str(number), Head(""), contribution)
    found = [manifest.made(str(number)) for number in range(len(contributions))]
    return [entry for entry in found if entry]


def read(contribution: Contribution) -> Contribution:
    """A contribution whose lists are read to their ends, without its lines."""
    return Contribution(
        {name: [*entries] for name, entries in contribution.lists.items()}, contribution.counts
    )


@given(st.lists(SHARES, max_size=5))
def test_a_manifest_gives_what_its_parts_gave(
    tmp_path_factory: pytest.TempPathFactory, contributions: list[Contribution]
) -> None:
    store = Store(tmp_path_factory.mktemp("store"))
    whole = gather(Contribution(contribution.lists, contribution.counts) for contribution in contributions)
    made = entries(store, contributions)
    assert len(made) == len(contributions)
    assert alike(read(gathered(made)), whole)
    manifest = Manifest(store, store.folder, {})
    manifest.prepare({str(number): entry for number, entry in enumerate(made)}, {})
    manifest.publish([])
    assert list(store.record_names()) == ["last"]
    kept = Manifest(store, store.folder, {}).published
    assert kept is not None
    assert alike(read(gathered(kept.values())), whole)


def test_a_list_is_read_as_far_as_somebody_asks(tmp_path: Path) -> None:
    contribution = Contribution()
    for number in range(7):
        contribution.put("a", str(number), "more")
    found = gathered(entries(Store(tmp_path), [contribution] * 45)).list("a")
    assert len(found) == 315
    assert [number for number, _ in found[:9]] == [*"012345601"]
    assert isinstance(found, Entries)
    assert len(found._read) == 14
    assert found[-1] == found[6] == ["6", "more"]
    assert len([*found]) == 315
