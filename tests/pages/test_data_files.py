"""The data files: their documented keys, and reproducible bytes."""

from __future__ import annotations

import json

import pytest

from builder.compare.changes import changes
from builder.compare.library import Library, index
from builder.compare.topics import compare_topic
from builder.pages.contribution import Contribution
from builder.pages.data_files import ADDRESSES, data_files, differing_states, put_data, state_of_parts
from builder.pages.json_list import JOINT
from tests.documented import ARTICLE, CLAIM, COMPARISON, MODIFIERS, RELATIONS, SILENCES
from tests.factory import SITES, TOPIC, article, changed, check, figure, library, write_site


def files_of(lib: Library) -> dict[str, bytes]:
    contribution = Contribution()
    put_data(contribution, lib, [compare_topic(lib, topic) for topic in lib.site.topics.values()])
    return data_files(contribution)


def refuse(constant: str) -> None:
    pytest.fail(f"{constant} is not JSON")


def parsed(files: dict[str, bytes]) -> dict[str, list[dict]]:
    return {
        name: json.loads(text, parse_constant=refuse)
        for name, text in files.items()
        if name.endswith(".json")
    }


@pytest.fixture(scope="module", params=["the valid site", "this site"])
def data(request, repository) -> dict[str, list[dict]]:
    root = SITES / "valid" if request.param == "the valid site" else repository
    return parsed(files_of(index(check(root)[0])))


def test_there_is_a_list_of_each_table(data):
    names = ("articles", "claims", "comparisons", "questions", "stories", "topics")
    assert set(data) == {f"data/{name}.json" for name in names}
    assert all(data.values())


def test_every_record_has_the_promised_keys(data):
    for name, keys in (("articles", ARTICLE), ("claims", CLAIM), ("comparisons", COMPARISON)):
        for record in data[f"data/{name}.json"]:
            assert keys <= set(record)


def test_claims_have_documented_values_and_existing_ids(data):
    articles = {record["id"] for record in data["data/articles.json"]}
    claims = data["data/claims.json"]
    assert len({record["id"] for record in claims}) == len(claims)
    for record in claims:
        assert record["article"] in articles
        assert record.get("modifier") in MODIFIERS | {None}
        assert record["question"].startswith(f"{record['topic']}/")
        if record.get("modifier") in (None, "vague"):
            assert not record.keys() & {"low", "high"}
        if record.keys() >= {"low", "high"}:
            assert record["low"] <= record["high"]
        assert record["sources"][: len(record["originators"])] == record["originators"]


def test_comparisons_have_documented_values_and_existing_ids(data):
    articles = {record["id"] for record in data["data/articles.json"]}
    claims = {record["id"] for record in data["data/claims.json"]}
    for record in data["data/comparisons.json"]:
        for relation in record["relations"]:
            assert {"a", "b", "relation", "reason"} <= set(relation)
            assert relation["relation"] in RELATIONS
            assert {relation["a"], relation["b"]} <= claims
        for silence in record["silences"]:
            assert silence["article"] in articles
            assert silence["kind"] in SILENCES
        assert record["reports"] == len(
            {c["article"] for c in data["data/claims.json"] if c["question"] == record["question"]}
        )


def test_two_builds_are_the_same_bytes(repository):
    for root in (SITES / "valid", repository):
        one, other = (files_of(index(check(root)[0])) for _ in range(2))
        assert one == other


def test_bounds_are_numbers_as_printed_or_left_out():
    lib = library(
        article("post", figure("at least 3"), figure("1.5 million", id="b"), figure("dozens", id="c"))
    )
    records = {r["id"]: r for r in parsed(files_of(lib))["data/claims.json"]}
    assert (records["post/claim"]["low"], "high" in records["post/claim"]) == (3, False)
    assert records["post/b"]["low"] == 1_500_000
    assert isinstance(records["post/b"]["low"], int)
    assert (records["post/c"]["modifier"], "low" in records["post/c"]) == ("vague", False)


def test_bounds_set_by_the_editor_stay_whole_numbers(tmp_path):
    more = 'printed: "140"\n    modifier: between\n    low: 130\n    high: 150'
    root = write_site(tmp_path, changed("articles/sound-radio-fuse.md", 'printed: "140"', more))
    text = files_of(index(check(root)[0]))["data/claims.json"]
    assert b'"low":130,"high":150' in text


def test_no_key_is_without_a_value(data):
    def keys_without(value: object) -> list[str]:
        if isinstance(value, dict):
            empty = [key for key, inner in value.items() if inner is None]
            return empty + [key for inner in value.values() for key in keys_without(inner)]
        return [key for inner in value for key in keys_without(inner)] if isinstance(value, list) else []

    assert not keys_without(data)


def test_no_records_are_an_empty_list():
    assert parsed(files_of(library()))["data/articles.json"] == []
    assert parsed(files_of(library()))["data/claims.json"] == []


def test_scripts_are_written_as_text():
    lib = library(article("post", figure("140", cue="</script><script>alert(1)</script>\u2028")))
    (record,) = parsed(files_of(lib))["data/claims.json"]
    assert record["cue"] == "</script><script>alert(1)</script>\u2028"


def test_states_with_what_they_share_have_the_same_changes():
    def parts(*articles):
        lib = library(*articles)
        found = Contribution()
        put_data(found, lib, [compare_topic(lib, lib.site.topics[TOPIC])])
        return {address: [JOINT.join(found.lines[address])] for address in ADDRESSES}

    kept = article("post", figure("140", sources=("coastguard",)), published="2031-03-03")
    before = parts(kept, article("radio", figure("150"), published="2031-03-04"))
    after = parts(kept, article("radio", figure("160", sources=("coastguard",)), published="2031-03-04"))
    whole = [state_of_parts(state) for state in (before, after)]
    shared = differing_states(before, after)
    assert changes(*shared) == changes(*whole) != ()
    assert shared[0].claims[0] is shared[1].claims[0]
    # The former high is of a claim that both states have, and is told as it was printed.
    about = article("post", figure("about 140"), published="2031-03-03")
    before, after = parts(about), parts(about, article("radio", figure("160"), published="2031-03-04"))
    told = changes(*differing_states(before, after))
    assert told == changes(*(state_of_parts(state) for state in (before, after)))
    assert "about 140" in [change.was_printed for change in told]


def test_only_what_differs_between_two_states_is_read():
    def parts(*articles):
        lib = library(*articles)
        found = Contribution()
        put_data(found, lib, [compare_topic(lib, topic) for topic in lib.site.topics.values()])
        return {address: [JOINT.join(found.lines[address])] for address in ADDRESSES}

    def told(before, after):
        found = differing_states(before, after)
        assert changes(*found) == changes(state_of_parts(before), state_of_parts(after))
        return found, changes(*found)

    post, radio = (
        article(id, figure("140"), published=day)
        for id, day in (("post", "2031-03-03"), ("radio", "2031-03-04"))
    )
    none, found = told(parts(post, radio), parts(post, radio))
    assert not found
    assert not any(state.claims or state.comparisons for state in none)
    # A day alone: who was first is told from answers whose own lines are the same.
    earlier = article("radio", figure("140"), published="2031-03-01")
    _, found = told(parts(post, radio), parts(post, earlier))
    assert [change.kind for change in found] == ["first-appearance"]
    _, found = told(parts(post), parts(post, radio))
    assert [change.kind for change in found] == ["new-article", "new-claim"]
    _, found = told(parts(post, radio), parts(radio))
    assert [change.kind for change in found] == ["article-gone", "claim-gone"]
