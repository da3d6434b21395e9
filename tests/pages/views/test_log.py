"""What changed, in the sentences of both languages: read aloud, each is true of the changes that it tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.build import in_memory
from builder.compare.library import index
from builder.content.load import load
from builder.content.model import Change
from builder.content.validate import validate
from builder.content.vocabulary import News
from builder.desk.log import text_of
from builder.pages.render import TEMPLATES
from builder.pages.views import log
from builder.pages.views.claims import Teller
from builder.pages.words import read_words
from builder.values.quantity import Modifier, Quantity
from tests.factory import write_site

POST, RADIO = "harbour-post-adrift", "sound-radio-fuse"
ABOARD = {"question": "passengers/aboard", "claims": (f"{POST}/aboard",)}
BOTH = {"question": "passengers/aboard", "claims": (f"{POST}/aboard", f"{RADIO}/aboard")}
TOLD = [
    (Change(News.NEW_ARTICLE, article=POST),
     "Added: Adrift for a night: The Harbour Post",
     "Hinzugekommen: Adrift for a night: The Harbour Post"),
    (Change(News.REMOVED, topic="cause", gone="Mail: A ferry in the fog"),
     "Removed: Mail: A ferry in the fog",
     "Entfernt: Mail: A ferry in the fog"),
    (Change(News.NEW_HIGH, was=90, now=1400, **ABOARD),
     "New high: Passengers aboard: 1,400 people, in Harbour Post; before, the highest was 90 people",
     "Neuer Höchstwert: Passengers aboard: 1\u202f400 people, in Harbour Post; zuvor war der höchste 90 people"),
    (Change(News.NEW_LOW, was=140, now=90, **BOTH),
     "New low: Passengers aboard: 90 people, in Harbour Post and Sound Radio; before, the lowest was 140 people",
     "Neuer Tiefstwert: Passengers aboard: 90 people, in Harbour Post und Sound Radio; zuvor war der niedrigste 140 people"),
    (Change(News.NEW_LOW, was=140, was_printed="some 140", now=90, **BOTH),
     "New low: Passengers aboard: 90 people, in Harbour Post and Sound Radio; before, the lowest was “some 140”",
     "Neuer Tiefstwert: Passengers aboard: 90 people, in Harbour Post und Sound Radio; zuvor war der niedrigste “some 140”"),
    (Change(News.TURNED, was="compatible", now="conflict", **BOTH),
     "Turned: Passengers aboard: Harbour Post and Sound Radio came to contradict each other; before, they fitted each other",
     "Gewendet: Passengers aboard: Harbour Post und Sound Radio widersprechen einander seither; zuvor passten sie zueinander"),
    (Change(News.TURNED, was="conflict", now="same", pairs=3, **BOTH),
     "Turned: Passengers aboard: Harbour Post and Sound Radio came to say the same; before, they contradicted each other; so did 2 more pairs of answers",
     "Gewendet: Passengers aboard: Harbour Post und Sound Radio sagen seither dasselbe; zuvor widersprachen sie einander; ebenso 2 weitere Paare von Angaben"),
    (Change(News.TURNED, question="passengers/aboard", claims=(f"{POST}/aboard", f"{POST}/ashore"), was="same", now="part of"),
     "Turned: Passengers aboard: Two answers in Harbour Post: one came to be a part of the other; before, they said the same",
     "Gewendet: Passengers aboard: Zwei Angaben in Harbour Post: eine Angabe ist seither ein Teil der anderen; zuvor sagten sie dasselbe"),
    (Change(News.FIRST, question="cause/reason", article=RADIO, was=POST),
     "First appearance: Reason: answered first by Sound Radio, not by Harbour Post, as these pages said before",
     "Erstes Erscheinen: Reason: zuerst beantwortet von Sound Radio, nicht von Harbour Post, wie es hier zuvor stand"),
    (Change(News.FIRST, question="cause/reason", article=RADIO),
     "First appearance: Reason: answered first by Sound Radio; before, that was not certain",
     "Erstes Erscheinen: Reason: zuerst beantwortet von Sound Radio; zuvor stand das nicht fest"),
    (Change(News.CORRECTION, claims=(f"{POST}/aboard",), text="These pages said 104; it prints 140."),
     "Correction of ours: Harbour Post, Passengers aboard: These pages said 104; it prints 140.",
     "Berichtigung von uns: Harbour Post, Passengers aboard: These pages said 104; it prints 140."),
    (Change(News.CORRECTION, topic="cause", text="The lead named a fire."),
     "Correction of ours: Cause and course: The lead named a fire.",
     "Berichtigung von uns: Cause and course: The lead named a fire."),
    (Change(News.NEW_HIGH, topic="cause", gone="Blankets counted", was=1, now=2),
     "New high: Blankets counted: no longer on this site",
     "Neuer Höchstwert: Blankets counted: nicht mehr auf diesen Seiten"),
]  # fmt: skip


@pytest.fixture(scope="module")
def tellers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Teller]:
    site, problems = validate(load(write_site(tmp_path_factory.mktemp("log"))))
    assert problems == []
    return {code: Teller(index(site), read_words(TEMPLATES / "words", code)) for code in ("en", "de")}


@pytest.mark.parametrize(("change", "english", "german"), TOLD)
def test_each_change_is_told(change, english, german, tellers):
    for code, expected in (("en", english), ("de", german)):
        plain = log.change_view(change, tellers[code]).plain
        assert re.sub("[\u2066-\u2069]", "", plain) == expected


@pytest.mark.parametrize("was", log.WERE)
@pytest.mark.parametrize("now", log.BECAME)
def test_every_turn_has_words_in_both_languages(was, now, tellers):
    change = Change(News.TURNED, was=was.value, now=now.value, **BOTH)
    told = {code: log.change_view(change, teller).text for code, teller in tellers.items()}
    assert "came to" in told["en"]
    assert not re.search(r"\b(came|before|they|one)\b", told["de"])


REREAD = [
    (Change(News.TURNED, was="in tension", now="compatible", **BOTH),
     "Read anew: Passengers aboard: Harbour Post and Sound Radio are now read as fitting each other; before, as hard to reconcile",
     "Neu gelesen: Passengers aboard: Harbour Post und Sound Radio werden jetzt gelesen als zueinander passend; zuvor als schwer vereinbar"),
    (Change(News.TURNED, was="compatible", now="same", pairs=2, **BOTH),
     "Read anew: Passengers aboard: Harbour Post and Sound Radio are now read as saying the same; before, as fitting each other; so is another pair of answers",
     "Neu gelesen: Passengers aboard: Harbour Post und Sound Radio werden jetzt gelesen als gleich; zuvor als zueinander passend; ebenso ein weiteres Paar von Angaben"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "english", "german"), REREAD)
def test_what_no_outlet_changed_was_read_anew(change, english, german, tellers):
    for code, expected in (("en", english), ("de", german)):
        plain = log.change_view(change, tellers[code], reread=True).plain
        assert re.sub("[\u2066-\u2069]", "", plain) == expected


def test_a_bound_that_is_none_in_print_is_told_as_printed(tellers):
    claims = tellers["en"].library.claims
    key, found = next(
        (key, claim)
        for key, claim in claims.items()
        if isinstance(claim.value, Quantity)
        and claim.value.modifier is not Modifier.EXACTLY
        and claim.value.low
    )
    told = Change(News.NEW_HIGH, question=found.question, claims=(key,), was=1, now=found.value.low)
    plain = re.sub("[\u2066-\u2069]", "", log.change_view(told, tellers["en"]).plain)
    assert f"“{found.printed}”, in " in plain
    # A log of years ago has the figure of then, which the answer may print no more.
    plain = log.change_view(replace(told, now=found.value.low + 1), tellers["en"]).plain
    assert found.printed not in plain


def test_a_publication_without_a_change_of_a_text_is_a_reading(tmp_path):
    turned = Change(News.TURNED, was="in tension", now="compatible", **BOTH)
    corrected = Change(News.CORRECTION, topic="passengers", text="The figures were set beside each other.")
    added = Change(News.NEW_ARTICLE, article=POST)
    for name, other, expected in (("read", corrected, "Read anew"), ("came", added, "Turned")):
        root = write_site(tmp_path / name)
        publish(root, name, "2031-03-06T09:00:00Z", other, turned)
        pages = {page.address: page.body for page in in_memory.make(root).pages}
        for address in ("changes/", "topics/passengers/"):
            assert (expected in pages[address], "Read anew" in pages[address]) == (True, name == "read")


def publish(root: Path, name: str, at: str, *changes: Change) -> None:
    (root / "content/changes").mkdir(exist_ok=True)
    (root / f"content/changes/{name}.yml").write_bytes(text_of(at, changes))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_site(tmp_path)
    publish(
        root,
        "a",
        "2031-03-05T09:00:00Z",
        Change(News.NEW_ARTICLE, article=POST),
        Change(News.NEW_ARTICLE, article=RADIO),
    )
    publish(root, "b", "2031-03-06T09:00:00Z", Change(News.NEW_HIGH, was=90, now=140, **ABOARD))
    publish(
        root,
        "c",
        "2032-03-06T09:00:00Z",
        Change(News.CORRECTION, topic="cause", text="The lead named a fire."),
    )
    return root


def test_a_site_without_a_log_says_nothing_of_it(tmp_path):
    made = in_memory.make(write_site(tmp_path))
    assert not [page.address for page in made.pages if page.address.startswith(("changes", "feed"))]
    assert not [page.address for page in made.pages if "What changed" in page.body or page.feed]


def test_pages_tell_what_is_theirs(root):
    pages = {page.address: page for page in in_memory.make(root).pages}
    assert {address for address in pages if address.startswith("changes/")} == {
        "changes/",
        "changes/2031/",
        "changes/2032/",
    }
    passengers, cause = pages["topics/passengers/"], pages["topics/cause/"]
    assert "New high" in passengers.body
    assert "New high" not in cause.body
    assert "The lead named a fire." in cause.body
    assert "two articles of Harbour Post and Sound Radio" in cause.body
    assert "New high" in pages[f"articles/{POST}/"].body
    assert "New high" not in pages[f"articles/{RADIO}/"].body
    assert [entry.id for entry in passengers.feed.entries] == ["b", "a"]
    assert [entry.id for entry in pages["changes/"].feed.entries] == ["c", "b", "a"]
    assert pages["changes/"].lead.index("named a fire") < pages["changes/"].lead.index("New high")
    # Links from a page of a year lead as far up as it lies.
    assert 'href="../../topics/passengers/#aboard"' in pages["changes/2031/"].lead
    assert 'href="../topics/passengers/#aboard"' in pages["changes/"].lead


def test_a_correction_stands_with_every_article_of_which_it_may_be(root):
    def told(*words: str) -> list[list[bool]]:
        pages = {page.address: page for page in in_memory.make(root).pages}
        return [[word in pages[f"articles/{id}/"].body for id in (POST, RADIO)] for word in words]

    # Both answer on the cause.
    assert told("The lead named a fire.") == [[True, True]]
    asked = {"question": "passengers/aboard"}
    publish(
        root,
        "d",
        "2032-03-07T09:00:00Z",
        Change(News.CORRECTION, text="A day was misread.", **asked),
        Change(News.CORRECTION, claims=(f"{POST}/aboard",), text="One claim was misread."),
    )
    before, claim = told("A day was misread.", "One claim was misread.")
    assert before[0]
    assert claim == [True, False]


def test_a_publication_stays_on_its_page_when_others_come(monkeypatch):
    monkeypatch.setattr(log, "PART", 2)
    entries = [(str(number), f"2031-03-0{number}T00:00:00Z") for number in range(1, 6)]
    found = log.year_pages(entries)
    assert [found[str(number)].address for number in range(1, 6)] == [
        "changes/2031/", "changes/2031/", "changes/2031-2/", "changes/2031-2/", "changes/2031-3/",
    ]  # fmt: skip
    for number in range(1, 5):
        assert log.year_pages(entries[:number]).items() <= found.items()


def test_lists_and_feeds_are_bounded(tmp_path):
    root = write_site(tmp_path)
    for number in range(log.FEED + 10):
        at = f"2031-04-{number // 24 + 1:02}T{number % 24:02}:00:00Z"
        publish(
            root,
            f"n{number}",
            at,
            Change(News.CORRECTION, topic="cause", text=f"The note of hour {number} was wrong."),
        )
    pages = {page.address: page for page in in_memory.make(root).pages}
    for feed in (pages["changes/"].feed, pages["topics/cause/"].feed):
        assert len(feed.entries) == log.FEED
        assert feed.entries[0].id == f"n{log.FEED + 9}"
    assert pages["topics/cause/"].body.count("The note of hour") == log.RECENT
    assert pages["changes/"].lead.count("The note of hour") == log.FEED
    assert pages["changes/2031/"].lead.count("The note of hour") == log.FEED + 10


def test_a_story_of_several_has_a_feed_of_its_own(root):
    stories = root / "content/stories.yml"
    text = stories.read_text()
    stories.write_text(
        text.replace("    - cause\n", "") + "why:\n  title: Why\n  summary: It stopped.\n  topics: [cause]\n"
    )
    pages = {page.address: page for page in in_memory.make(root).pages}
    feeds = {
        address: page.feed
        for address, page in pages.items()
        if page.feed and address.startswith(("stories/", "changes"))
    }
    assert {address: feed.name for address, feed in feeds.items()} == {
        "changes/": "feed", "stories/ferry-breakdown/": "feeds/stories-ferry-breakdown", "stories/why/": "feeds/stories-why",
    }  # fmt: skip
    # What is about both stands in both; one part of a publication is told once in the whole.
    assert [entry.id for entry in feeds["stories/why/"].entries] == ["c", "a"]
    assert [entry.id for entry in feeds["stories/ferry-breakdown/"].entries] == ["b", "a"]
    assert [entry.id for entry in feeds["changes/"].entries] == ["c", "b", "a"]
