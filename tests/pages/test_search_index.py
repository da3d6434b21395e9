"""The search index."""

from __future__ import annotations

import json
import re
from typing import Any

from builder.content.model import Outlet, Place, Site, Source
from builder.content.vocabulary import Stake
from builder.pages.json_list import put_together
from builder.pages.links import Target
from builder.pages.page import Page, Section
from builder.pages.search_index import TAIL, entry_lines, frame, search_names
from builder.pages.views.records import RecordView


def entries(page: Page, directory_urls: bool = True) -> list[dict[str, str]]:
    return [json.loads(line) for line in entry_lines(page, directory_urls)]


def test_a_page_is_found_by_its_title_and_its_records_lead_to_their_places() -> None:
    record = RecordView(Target("articles/a/", "claim-x"), "“<30>”", "dead & wounded")
    page = Page(
        "articles/a/", "articles/a.md", "article", "A <b>", "d", "<p>The  Post,\n4 March</p>", (), (record,)
    )
    assert entries(page) == [
        {"location": "articles/a/", "title": "A &lt;b&gt;", "text": "The Post, 4 March", "boost": 0.3},
        {"location": "articles/a/#claim-x", "title": "“&lt;30&gt;”", "text": "dead &amp; wounded"},
    ]
    assert entries(page, directory_urls=False)[1]["location"] == "articles/a.html#claim-x"


def test_only_hand_written_pages_are_indexed_in_full() -> None:
    section = Section("how", "How", 2, "<p>By <em>hand</em> &lt;i&gt;</p>")
    text = Page("method/", "method.md", "text", "Method", "d", "", (section,))
    topic = Page("topics/t/", "topics/t.md", "topic", "T", "d", "", (section,))
    how = {"location": "method/#how", "title": "How", "text": "By hand &lt;i&gt;", "boost": 0.2}
    assert entries(text)[1] == how
    assert [entry["location"] for entry in entries(topic)] == ["topics/t/"]


def whole(written: bytes, entries: list[bytes], names: dict[str, Any]) -> bytes:
    head, own = frame(written, names)
    return put_together([*entries, own], head, TAIL)


def test_the_index_keeps_its_settings_and_entries_of_other_plugins() -> None:
    written = b'{"config": {"lang": ["en"]}, "docs": [{"location": "x", "title": "X", "text": ""}]}'
    index = json.loads(whole(written, [b'{"location":"a"}', b'{"location":"b"}'], {"words": ["Kyiv"]}))
    assert index["config"] == {"lang": ["en"], "names": {"words": ["Kyiv"]}}
    assert [doc["location"] for doc in index["docs"]] == ["a", "b", "x"]
    assert json.loads(whole(b'{"docs": []}', [], {})) == {"config": {"names": {}}, "docs": []}


def separated(separator: str, text: str) -> list[str]:
    written = json.dumps({"config": {"separator": separator}, "docs": []}).encode()
    found: str = json.loads(whole(written, [], {}))["config"]["separator"]
    return [word for word in re.split(found, text) if word]


def test_words_are_found_between_quotation_marks_and_brackets_and_figures_stay_whole() -> None:
    text = "“up to 11,000” (FT): the GUR&#39;s 2.5km, Ukraine’s &amp; Kursk–Sudzha · ‘yes’…"
    assert separated(r"[\s\-]+", text) == [
        "up", "to", "11,000", "FT", "the", "GUR", "s", "2.5km", "Ukraine", "s", "Kursk", "Sudzha", "yes",
    ]  # fmt: skip


def test_a_configured_separator_is_kept() -> None:
    assert separated("_", "a_b (c)") == ["a", "b (c)"]


def test_the_index_has_the_words_of_all_registered_names() -> None:
    gur = Source("gur", "Military intelligence (GUR)", "the GUR", "ministry", Stake.NONE, aliases=("HUR",))
    site = Site(
        sources={"gur": gur},
        places={"kursk": Place("kursk", "Kursk Oblast", ("Kursk region",))},
        outlets={"post": Outlet("post", "The Harbour Post", "Post", "newspaper")},
    )
    assert search_names(site)["words"] == ("GUR", "HUR", "Harbour", "Kursk", "Military", "Post")


def test_an_outlet_is_found_by_its_short_name_and_before_its_pairs() -> None:
    record = RecordView(Target("outlets/ft/"), "Financial Times (FT)", "How it attributes")
    outlet = Page("outlets/ft/", "outlets/ft.md", "outlet", "Financial Times", "d", "", (), (record,))
    assert entries(outlet) == [
        {"location": "outlets/ft/", "title": "Financial Times (FT)", "text": "How it attributes"}
    ]
    pair = Page("pairs/ft--x/", "pairs/ft--x.md", "pair", "Financial Times and X", "d", "", ())
    assert [entry["boost"] for entry in entries(pair)] == [0.5]


def test_a_source_is_found_by_the_names_on_its_page() -> None:
    source = Page(
        "sources/gur/", "sources/gur.md", "source", "The GUR", "d", "<ul><li>“HUR” in A</li></ul>", ()
    )
    assert [entry["text"] for entry in entries(source)] == ["“HUR” in A"]
