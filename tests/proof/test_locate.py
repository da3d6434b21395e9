"""Fragments are found in any typography, told apart by their surroundings, and nearly found ones are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.model import Locator
from builder.proof.locate import choose, locator, near_miss, occurrences
from builder.proof.names import Names
from builder.proof.text import Text, text_of
from builder.values.text import normalise

PRINTED = """The harbour office said on Monday that around 30 ferries were late. It “cannot\u00a0rule out” more… delays.

“We count 3,000 people [at the quays],” the office said. A well-known captain did not agree with the office.

The harbour office said on Tuesday that around 30 ferries were late.
"""


@pytest.fixture
def text() -> Text:
    return text_of("harbour.txt", PRINTED.encode())


@pytest.mark.parametrize(
    "fragment",
    [
        'It "cannot rule out" more',
        "cannot rule out” more ... delays",
        "We count 3,000 people [at the quays]",
        "did not agree",
        "around 30",
    ],
)
def test_found_as_printed(fragment: str, text: Text) -> None:
    found = occurrences(fragment, text)
    assert found
    assert not found[0].cuts


@pytest.mark.parametrize(
    "fragment", ["3 ferries", "000 people", "well", "round 30", "Around 30", "It can rule out"]
)
def test_not_found_inside_other_words_or_in_another_case(fragment: str, text: Text) -> None:
    assert occurrences(fragment, text) == []


def test_an_ellipsis_of_the_editor_cuts_within_a_paragraph(text: Text) -> None:
    [found] = occurrences("captain … the office", text)
    assert [text.content[start:end].strip() for start, end in found.cuts] == ["did not agree with"]
    assert occurrences("rule out … captain", text) == []


def test_brackets_of_the_editor_replace_a_few_words(text: Text) -> None:
    assert occurrences("A well-known [man] did not agree", text)
    assert occurrences("We count 3,000 [passengers] the office said", text)
    assert occurrences("The harbour office [spoke of] 300 ferries", text) == []


def test_a_passage_that_moved_is_found_by_its_surroundings(text: Text) -> None:
    first, second = occurrences("around 30 ferries", text)
    stored = locator(second, text)
    assert choose([first, second], text, stored) == second
    moved = text_of("harbour.txt", ("A new first line of it.\n\n" + PRINTED).encode())
    found = choose(occurrences("around 30 ferries", moved), moved, stored)
    assert found is not None
    assert "Tuesday" in moved.content[slice(*moved.around(found.span))]
    assert locator(found, moved) == Locator(stored.start + 25, stored.end + 25, stored.before, stored.after)


def test_a_near_miss_names_the_words_that_differ(text: Text) -> None:
    assert near_miss("said on Monday that about 30 ferries were late", text) == (
        'the text has "around" where this has "about"'
    )
    assert near_miss("something else entirely", text) is None


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    text = text_of(
        "a.txt", b'On Dec. 26 the U.S. office spoke. "It is late." Maj. Gen. Fuse left.\nA headline'
    )
    assert [text.content[start:end] for start, end in text.sentences] == [
        "On Dec. 26 the U.S. office spoke.",
        '"It is late."',
        "Maj. Gen. Fuse left.",
        "A headline",
    ]


CHINESE = "渡轮晚点了，港务局说有二十名乘客、3万件行李。“[T]he ferry” 一词没有出现。"
THAI = "เรือมาสาย มีคนรออยู่ 30 คนที่ท่าเรือ"


@pytest.mark.parametrize(
    ("fragment", "printed"),
    [
        ("晚点了", CHINESE), ("有二十名乘客", CHINESE), ("港务局说", CHINESE), ("3万件", CHINESE), ("渡轮 … 二十名", CHINESE),
        ("คนรอ", THAI), ("30 คน", THAI), ("ที่ท่าเรือ", THAI), ("มีคน … ท่าเรือ", THAI),
        ("船は", "その船は遅れた。"), ("लोग", "तीस लोग थे।"), ("العبارة", "تأخرت العبارة."),
    ],
)  # fmt: skip
def test_found_in_scripts_without_spaces(fragment: str, printed: str) -> None:
    text = text_of("a.txt", printed.encode())
    found = occurrences(fragment, text)
    assert found
    start, end = text.normal.raw(found[0].span)
    if not found[0].cuts:
        assert text.raw[start:end] == fragment


@pytest.mark.parametrize(
    ("fragment", "printed"),
    [
        ("十名", CHINESE), ("3", CHINESE), ("二", CHINESE), ("万件", CHINESE), ("วาง", THAI), ("คนท", THAI),
        ("लो", "तीस लोग थे।"), ("бар", "Бары"),
    ],
)  # fmt: skip
def test_not_found_inside_a_number_or_a_letter(fragment: str, printed: str) -> None:
    assert occurrences(fragment, text_of("a.txt", printed.encode())) == []


@pytest.mark.parametrize(
    ("fragment", "printed"),
    [
        ("[T]he harbour office", "Here the harbour office waits."),
        ("[t]he harbour office", "The harbour office waits."),
        ("[T]he harbour office", "“[T]he harbour office” waits."),
        ("The harbour office", "“[T]he harbour office” waits."),
        ("[Э]то паром", "Здесь это паром."),
        ("It waits … [t]he office", "It waits, they say. The office is shut."),
        ('called "adrift", it said', "It was called “adrift,” it said."),
        ('called "adrift," it said', "It was called “adrift”, it said."),
        ('"adrift".', "It was “adrift.”"),
        ("the 'late', ferry", "the ‘late,’ ferry"),
        ("Le navire est parti", "« Le navire est parti », dit-il."),
        ('"Le navire est parti"', "« Le navire est parti », dit-il."),
        ("the first office", "the ﬁrst oﬃce"),
        ("late — and cold", "It was late--and cold."),
        ("late", "It was late—and cold."),
        ("„Die Fähre“, sagte", "»Die Fähre«, sagte er."),
        ("wasn't", "It wasn’t."),
        ("شركة العبارات", "قالت شركة‏ العبارات."),
        ('"It is late", he', "'It is late,' he said."),
        ("said 'no' to it", "He said “no” to it."),
        ('"It is late", he', "``It is late'', he said."),
        ("1/2 of it", "½ of it"),
        ("½ of it", "1/2 of it"),
        ("1½ hours", "some 1 1/2 hours"),
        ("1 1/2 hours", "some 1½ hours"),
        ("30 m2 of land", "30 m² of land"),
        ("m³ of ice", "30 m3 of ice"),
        ("30 % of it", "30% of it"),
        ("30°C", "30 °C today"),
        ("€ 30 now", "€30 now"),
        ("No. 5 sank", "№ 5 sank"),
        ("№5 sank", "No. 5 sank"),
        ("l'oeuvre", "Voici l’œuvre."),
        ("Œuvre", "Oeuvre finie"),
        ("storm", "The ſtorm hit"),
        ("50人", "５０人が来た"),
        ("バス", "ﾊﾞｽが来た"),
    ],
)
def test_found_through_typography(fragment: str, printed: str) -> None:
    text = text_of("a.txt", printed.encode())
    [found] = occurrences(fragment, text)
    start, end = text.normal.raw(found.span)
    assert 0 <= start < end <= len(text.raw)


def test_a_quotation_that_goes_on_behind_a_comma_is_found_without_it() -> None:
    assert (
        len(occurrences("“The boat is adrift”", text_of("a.txt", "“The boat is adrift,” it said.".encode())))
        == 1
    )
    assert occurrences("“The boat is”", text_of("a.txt", "“The boat is adrift,” it said.".encode())) == []


@pytest.mark.parametrize(
    ("fragment", "printed"),
    [
        ("[T]he harbour", "Here a harbour waits."),
        ("the harbour", "“[T]he harbour” waits."),
        ("The harbour", "Here the harbour waits."),
        ("[H]e waits", "Here she waits."),
        ('"adrift" it said', "“adrift,” it said"),
        ("a[b]c", "abc"),
        ("1½ hours", "11/2 hours"),
        ("½ of it", "1/3 of it"),
        ("½ years", "4½ years"),
        ("30 m2", "30 m³"),
        ("m2", "m25"),
        ("in Massen", "in Maßen"),
        ("Dahl left", "Dahl [the captain] left"),
        ("No. 6", "№ 5"),
        ("well go", "we'll go"),
    ],
)
def test_nothing_else_is_forgiven(fragment: str, printed: str) -> None:
    assert occurrences(fragment, text_of("a.txt", printed.encode())) == []


@given(
    st.text(st.sampled_from("abé 中文一二3ก\u0e34ิ[T]“”.,—-ﬁ«»…\n"), min_size=1, max_size=60),
    st.integers(0, 59),
    st.integers(1, 12),
)
def test_what_is_found_leads_back_to_characters_that_normalise_to_it(
    raw: str, start: int, length: int
) -> None:
    text = text_of("a.txt", raw.encode())
    fragment = normalise(raw[start : start + length])
    for found in occurrences(fragment, text):
        if not found.cuts and "[" not in fragment + raw and '"' not in fragment:
            first, last = text.normal.raw(found.span)
            assert fragment.strip(" …") in normalise(raw[first:last])


def test_cuts_in_chinese_are_measured_in_words() -> None:
    text = text_of("a.txt", ("渡轮" + "水" * 116 + "晚点了。港口" + "水" * 130 + "关闭。").encode())
    assert occurrences("渡轮 … 晚点了", text)
    assert occurrences("港口 … 关闭", text) == []


def test_a_near_miss_in_chinese_prints_no_spaces() -> None:
    text = text_of("a.txt", CHINESE.encode())
    assert near_miss("港务局说有三十名旅客", text) == (
        'the text has "二" where this has "三", "乘" where this has "旅"'
    )


def test_names_and_verbs_are_found_in_chinese() -> None:
    text = text_of("a.txt", "奥斯克港务局说Kan频道晚了。Kansas".encode())
    known = Names([("office", ("港务局",)), ("kan", ("Kan",)), ("osk", ("奥斯克",))])
    assert [(text.content[slice(*m.span)], m.ids) for m in known.mentions(text.content)] == [
        ("奥斯克", {"osk"}), ("港务局", {"office"}), ("Kan", {"kan"}),
    ]  # fmt: skip


def test_a_name_in_other_capitals_than_python_folds_is_no_name() -> None:
    assert Names([("isk", ("Iskele",))]).mentions("\u0130skele") == []


def test_found_through_marks_that_nobody_sees() -> None:
    printed = "The Kan\u200e (\u202b\u05db\u05d0\u05df\u202c) channel counted \u206630\u2069 fer\u00adries and 4\u2060,\u2060000 people."
    found = occurrences(
        "(\u05db\u05d0\u05df) channel counted 30 ferries and 4,000", text_of("kan.txt", printed.encode())
    )
    start, end = found[0].span
    assert text_of("kan.txt", printed.encode()).content[start:end] == (
        "(\u05db\u05d0\u05df) channel counted 30 ferries and 4,000"
    )


@pytest.mark.parametrize(
    ("text", "fragment", "found"),
    [
        ("Elle fait état d\u2019environ 140 passagers.", "environ 140", True),
        ("Elle dit qu'au moins 140 sont à bord.", "au moins 140", True),
        ("Elle dit qu'environ 140 sont à bord.", "d'environ 140", False),
        ("Parla dell'una e dell'altra.", "altra", True),
        # What turns a meaning is not left behind, and a name or a contraction is no such word.
        ("Il n'avait 140 passagers que de nom.", "avait 140", False),
        ("Then O'Brien took 140.", "Brien took 140", False),
        ("She don't like it.", "t like", False),
        ("Elle fait état d'environ 1400.", "environ 140", False),
    ],
)
def test_a_fragment_may_begin_behind_a_word_that_lost_its_vowel(
    text: str, fragment: str, found: bool
) -> None:
    assert bool(occurrences(fragment, text_of("a.txt", text.encode()))) is found
