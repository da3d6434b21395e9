"""The tables of the data: each record has the columns that are declared, and checkers of others find no fault with what is built."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import frictionless
import pytest
from jsonschema import Draft202012Validator
from rdflib import Graph, URIRef

from builder.build import in_memory
from builder.compare.library import index
from builder.compare.topics import compare_topic
from builder.content.model import Locator
from builder.content.vocabulary import Answer
from builder.pages import tables
from builder.pages.about import About
from builder.pages.contribution import Contribution
from builder.pages.data_files import data_files, put_data, row_lines
from builder.pages.data_package import PACKAGE, citation, schema_file
from builder.pages.topic_data import topic_data
from tests.factory import SITES, article, check, claim, figure, library, valid, write_site

ABOUT = About("Two Ferries & Co", "What two outlets printed.", "https://ferries.test/site/")
MOVED = "articles:\n  harbour:\n    to: harbour-post-adrift\n    on: 2031-03-09\nplaces:\n  sound:\n    to: osk-sound\n"


@pytest.fixture(scope="module", params=["the valid site", "this site"])
def built(
    request: pytest.FixtureRequest, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    root = repository
    if request.param == "the valid site":
        root = write_site(tmp_path_factory.mktemp("valid"), {"moved.yml": MOVED})
    return in_memory.make(root, about=ABOUT).data


@pytest.fixture
def folder(built: dict[str, bytes], tmp_path: Path) -> Path:
    for name, data in built.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_every_table_has_its_files_with_its_columns(built: dict[str, bytes]) -> None:
    for table in tables.TABLES:
        assert built[table.csv_file].startswith(table.header)
        if table.json:
            columns = (*table.columns, *table.nested)
            known, always = (
                {column.name for column in columns},
                {column.name for column in columns if column.required},
            )
            records = json.loads(built[table.json_file])
            assert all(always <= record.keys() <= known for record in records), table.name
            assert len(rows(built[table.csv_file])) == len(records)


def test_a_line_of_a_table_says_what_the_record_says(built: dict[str, bytes]) -> None:
    claims = {record["id"]: record for record in json.loads(built["data/claims.json"])}
    for row in rows(built["data/claims.csv"]):
        record = claims[row["id"]]
        assert row["printed"] == record["printed"]
        assert row["sources"] == "; ".join(record["sources"])
        assert row["low"] == (repr(record["low"]) if "low" in record else "")
        assert row["near"] == {None: "", True: "true", False: "false"}[record.get("near")]


def test_the_data_package_is_valid_with_its_keys_into_other_tables(folder: Path) -> None:
    package = frictionless.Package(str(folder / PACKAGE))
    report = package.validate()
    assert report.valid, report.to_summary()
    named = {resource.path for resource in package.resources}
    assert {f"data/{name}" for name in named} == tables.FILES


def test_the_table_of_a_topic_is_valid(folder: Path) -> None:
    schema = frictionless.Schema.from_descriptor(tables.table_schema(tables.OF_TOPIC, {}))
    files = sorted((folder / "data/topics").glob("*.csv"))
    assert files
    for file in files:
        report = frictionless.Resource(path=file.name, basepath=str(file.parent), schema=schema).validate()
        assert report.valid, report.to_summary()
        whole = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        assert whole["topic"]["id"] == file.stem
        assert len(whole["claims"]) == len(rows(file.read_bytes()))


def test_the_json_files_are_as_their_schemas_say(built: dict[str, bytes]) -> None:
    for table in tables.TABLES:
        if table.json:
            schema: dict[str, Any] = json.loads(built[schema_file(table)])
            assert schema["$id"] == f"https://ferries.test/site/{schema_file(table)}"
            Draft202012Validator.check_schema(schema)
            Draft202012Validator(schema).validate(json.loads(built[table.json_file]))


def test_every_id_of_a_source_has_a_record_that_says_who_it_is(built: dict[str, bytes]) -> None:
    sources = {record["id"] for record in json.loads(built["data/sources.json"])}
    for record in json.loads(built["data/claims.json"]):
        assert set(record["sources"]) <= sources


def test_the_ends_of_a_range_come_with_how_they_are_meant() -> None:
    lib = library(
        article("post", figure("at least 3")),
        article("radio", figure("up to 9", article="radio", outlet="radio")),
    )
    found = Contribution()
    put_data(found, lib, [compare_topic(lib, topic) for topic in lib.site.topics.values()])
    [row] = [row for row in rows(data_files(found)["data/comparisons.csv"]) if row["low"]]
    assert (row["low"], row["low_claim"], row["low_modifier"], row["low_printed"]) == (
        "3", "post/claim", "at least", "at least 3",
    )  # fmt: skip
    assert (row["high"], row["high_claim"], row["high_modifier"]) == ("9", "radio/claim", "up to")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (3, "3"),
        (1.5, "1.5"),
        (["a", "b"], "a; b"),
        ('a "b"', '"a ""b"""'),
        ("a, b", '"a, b"'),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5", "-5"),
        ("@channel", "@channel"),
    ],
)  # fmt: skip
def test_cells(value: object, cell: str) -> None:
    table = tables.Table("t", "", (tables.Column("a", "any", ""),))
    assert table.csv_line({"a": value}).decode() == cell


def test_what_an_editor_wrote_over_lines_stays_one_record() -> None:
    lib = library(article("post", claim(Answer.QUANTITY, "3", figure("3").value, note="One.\nTwo.")))
    found = Contribution()
    put_data(found, lib, [])
    [row] = rows(data_files(found)["data/claims.csv"])
    assert row["note"] == "One.\nTwo."


def test_the_package_names_licence_version_and_how_to_cite(built: dict[str, bytes]) -> None:
    package = json.loads(built[PACKAGE])
    assert package["name"] == "two-ferries-co"
    assert package["homepage"] == ABOUT.url
    assert len(package["version"]) == 12
    assert (
        package["citation"] == f"Two Ferries & Co, version {package['version']}, https://ferries.test/site/"
    )
    assert citation(About("Ferries"), "Passengers", "topics/passengers/") == "“Passengers”, Ferries"
    dated = citation(About("Ferries"), "Passengers", "topics/passengers/", day="2031-03-09")
    assert dated == "“Passengers”, Ferries, 2031-03-09"


def test_the_version_is_that_of_the_content(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    before = json.loads(in_memory.make(root).data[PACKAGE])["version"]
    assert json.loads(in_memory.make(root).data[PACKAGE])["version"] == before
    file = root / "content/site.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    assert json.loads(in_memory.make(root).data[PACKAGE])["version"] != before


def of_passengers(*, room: bool) -> dict[str, bytes]:
    lib = index(check(SITES / "valid")[0])
    topic = compare_topic(lib, lib.site.topics["passengers"])
    return dict(topic_data(lib, topic, [row_lines(row)[0] for row in topic.rows], room=room))


def test_the_files_of_a_topic_are_made_of_its_rows() -> None:
    files = of_passengers(room=True)
    assert set(files) == {"data/topics/passengers.csv", "data/topics/passengers.json"}
    assert {row["outlet_name"] for row in rows(files["data/topics/passengers.csv"])} == {
        outlet.name for outlet in check(SITES / "valid")[0].outlets.values()
    }


def test_a_topic_without_room_for_all_reports_leaves_their_records_to_the_whole() -> None:
    whole, cut = (of_passengers(room=room) for room in (True, False))
    assert set(cut) == {"data/topics/passengers.json"}
    found = json.loads(whole["data/topics/passengers.json"])
    assert list(found) == ["topic", "questions", "comparisons", "claims", "articles"]
    assert len(rows(whole["data/topics/passengers.csv"])) == len(found.pop("claims"))
    assert found.pop("articles")
    assert found.pop("comparisons")
    assert found["topic"]["data_url"] == "data/topics/passengers.csv"
    found["topic"]["data_url"] = "data/claims.csv"
    assert json.loads(cut["data/topics/passengers.json"]) == found


def test_locators_are_annotations_without_the_words_around_them() -> None:
    one = figure("140", quote="about 140 were aboard", locator=Locator(10, 31, "0" * 12, "1" * 12))
    lib = library(article("post", one, url="https://post.test/a"))
    found = Contribution()
    put_data(found, lib, [])
    text = data_files(found)["data/annotations.jsonld"]
    page = json.loads(text)
    assert page["type"] == "AnnotationPage"
    [item] = page["items"]
    assert item["body"] == "../topics/ferry/#quantity"
    exact = {"type": "TextQuoteSelector", "exact": "about 140 were aboard"}
    by_digest, by_address = item["target"]
    assert by_digest["selector"] == [exact, {"type": "TextPositionSelector", "start": 10, "end": 31}]
    assert by_digest["source"].startswith("ni:///sha-256;")
    assert by_address == {"source": "https://post.test/a", "selector": exact}
    assert b"prefix" not in text
    local = page | {"@context": {"@vocab": "http://www.w3.org/ns/anno.jsonld#", "id": "@id", "type": "@type"}}
    read = Graph().parse(
        data=json.dumps(local), format="json-ld", base="https://a.test/data/annotations.jsonld"
    )
    assert URIRef("https://a.test/articles/post/#claim-claim") in set(read.subjects())


def test_what_an_outlet_changed_is_a_table_of_its_own(tmp_path: Path) -> None:
    """With the words before, and a line for a revision that changed no claim; checkers of others find no fault with it."""
    former = "former:\n" + "".join(
        f'  - source_file: {name}.txt\n    source_sha256: "{digits * 32}"\n    revised: 2031-03-0{day}\n{more}'
        for name, digits, day, more in (
            ("a", "3c", 5, "    headline: Lost\n    claims: [{id: aboard, printed: =130}, {id: crew, printed: six, dropped: true}]\n"),
            ("b", "4d", 6, "    added: [reason]\n"),
            ("c", "5e", 7, ""),
        )
    )  # fmt: skip
    text = valid("articles/harbour-post-adrift.md").replace("claims:\n", f"{former}claims:\n", 1)
    built = in_memory.make(
        write_site(tmp_path / "root", {"articles/harbour-post-adrift.md": text}), about=ABOUT
    ).data
    keys = ("revision", "revised", "headline", "claim", "change", "was")
    assert [tuple(row[key] for key in keys) for row in rows(built["data/revisions.csv"])] == [
        ("1", "2031-03-05", "Lost", "harbour-post-adrift/aboard", "changed", "'=130"),
        ("1", "2031-03-05", "Lost", "harbour-post-adrift/crew", "dropped", "six"),
        ("2", "2031-03-06", "", "harbour-post-adrift/reason", "added", ""),
        ("3", "2031-03-07", "", "", "", ""),
    ]
    schema = json.loads(built[schema_file(tables.ARTICLES)])
    articles = json.loads(built["data/articles.json"])
    Draft202012Validator(schema).validate(articles)
    del articles[0]["former"][0]["claims"][0]["printed"]
    assert not Draft202012Validator(schema).is_valid(articles)
    for name, data in built.items():
        path = tmp_path / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    report = frictionless.Package(str(tmp_path / "out" / PACKAGE)).validate()
    assert report.valid, report.to_summary()
