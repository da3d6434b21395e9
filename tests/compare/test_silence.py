"""The reasons for which an article does not answer a question."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from builder.compare.silence import (
    ESTIMATED,
    MAYBE_BEFORE,
    OVERTAKEN,
    REPRINTED,
    UNSHOWN,
    UNTOLD,
    silence,
    silences,
)
from builder.content.model import StatedSilence
from builder.content.vocabulary import Answer, Completeness, SilenceKind
from builder.pages.views.claims import Teller
from tests.factory import article, figure, library, question, span, wording

ASKED = question(Answer.QUANTITY, known_from=span("2031-03-03"))
EXCERPT, FULL, MIRROR = Completeness.EXCERPT, Completeness.FULL_TEXT, Completeness.MIRROR
MAY_BE_CUT = SilenceKind.MAY_BE_CUT
BEFORE, NOT_MENTIONED, CUT, UNREAD, OPEN = (
    SilenceKind.PUBLISHED_BEFORE,
    SilenceKind.NOT_MENTIONED,
    SilenceKind.TEXT_INCOMPLETE,
    SilenceKind.NOT_LOOKED_FOR,
    SilenceKind.OPEN,
)


@pytest.mark.parametrize(
    ("published", "completeness", "kind"),
    [
        ("2031-03-04", FULL, NOT_MENTIONED),
        ("2031-03-04", MIRROR, MAY_BE_CUT),
        ("2031-03-02", MIRROR, BEFORE),
        ("2031-03-02~", FULL, OPEN),
        ("2031-02-25~", FULL, BEFORE),
        ("2031-03-04", EXCERPT, CUT),
        ("2031-03-02", FULL, BEFORE),
        ("2031-03-02", EXCERPT, BEFORE),
        ("2031-03-03", FULL, OPEN),
        ("2031-03-01/2031-03-05", FULL, OPEN),
        ("2031-02", FULL, BEFORE),
        ("../2031-03-02", FULL, BEFORE),
        ("2031-03-02/..", FULL, OPEN),
        (None, FULL, OPEN),
        (None, EXCERPT, CUT),
    ],
)
def test_a_silence_has_a_kind(published, completeness, kind):
    quiet = article("post", published=published, completeness=completeness)
    found = silence(quiet, ASKED)
    assert (found.kind, found.article, found.outlet, found.question) == (kind, "post", "post", ASKED.path)


@pytest.mark.parametrize(
    ("language", "answer", "kind"),
    [
        ("fr", Answer.YES_NO, UNREAD),
        ("fr", Answer.WORDING, UNREAD),
        ("fr", Answer.QUANTITY, NOT_MENTIONED),
        ("fr", Answer.DATE, NOT_MENTIONED),
        ("en-GB", Answer.YES_NO, NOT_MENTIONED),
        ("sl", Answer.QUANTITY, UNREAD),
    ],
)
def test_what_only_words_tell_was_not_looked_for_in_another_language(language, answer, kind):
    asked = question(answer, known_from=span("2031-03-03"))
    quiet = article("post", language=language)
    assert silence(quiet, asked).kind is kind
    assert [found.kind for found in silences([quiet], asked, [])] == [kind]
    read = replace(quiet, silences=(StatedSilence(asked.path, NOT_MENTIONED, None),))
    assert silence(read, asked).kind is NOT_MENTIONED
    early = replace(quiet, published=span("2031-03-02"))
    assert silence(early, asked).kind is BEFORE
    assert silence(quiet, asked, asked_in=language).kind is (UNREAD if language == "sl" else NOT_MENTIONED)


def test_no_article_is_too_early_for_a_question_without_a_first_day():
    early = article("post", published="2031-01-01")
    assert silence(early, question(Answer.QUANTITY)).kind is OPEN


def test_that_something_could_not_be_known_is_said_only_where_a_day_is_known():
    """Not of what is only in no text of a day before: it may have been known for years."""
    assert silence(article("post", published="2031-03-03"), ASKED).note == MAYBE_BEFORE
    undated = question(Answer.QUANTITY)
    claims = [figure("140", out_by=date(2031, 3, 4))]
    (found,) = silences([article("wire", published="2031-03-04")], undated, claims)
    assert (found.kind, found.note) == (OPEN, UNSHOWN)
    (found,) = silences([article("wire", published="2031-03-03/2031-03-05")], undated, claims)
    assert (found.kind, found.note) == (OPEN, UNTOLD)
    dated = [figure("140", said_on=span("2031-03-04"), out_by=date(2031, 3, 4))]
    (found,) = silences([article("wire", published="2031-03-04")], undated, dated)
    assert (found.kind, found.note) == (OPEN, MAYBE_BEFORE)


def test_the_editors_reason_takes_precedence_for_its_question_only():
    stated = StatedSilence(ASKED.path, CUT, "The recording ends.")
    quiet = article("post", published="2031-03-02", silences=(stated,))
    assert (silence(quiet, ASKED).kind, silence(quiet, ASKED).note) == (CUT, "The recording ends.")
    assert silence(quiet, question(Answer.PLACE)).kind is OPEN


@pytest.mark.parametrize(
    ("completeness", "kind"), [(MIRROR, MAY_BE_CUT), (EXCERPT, CUT), (FULL, NOT_MENTIONED)]
)
def test_nobody_can_say_of_a_text_that_is_not_whole_that_it_does_not_mention_something(completeness, kind):
    stated = StatedSilence(ASKED.path, NOT_MENTIONED, "It may have been out before.")
    quiet = article("post", completeness=completeness, silences=(stated,))
    found = silence(quiet, ASKED)
    assert (found.kind, found.note) == (kind, "It may have been out before.")
    # What else an editor says of it holds.
    other = replace(quiet, silences=(replace(stated, kind=BEFORE),))
    assert silence(other, ASKED).kind is BEFORE


def test_out_before_by_a_day_that_the_site_worked_out_is_probable():
    quiet = article("post", published="2031-03-01/2031-03-02")
    assert (silence(quiet, ASKED).kind, silence(quiet, ASKED).note) == (BEFORE, None)
    estimated = replace(quiet, inferred={"published": "It names Saturday."})
    found = silence(estimated, ASKED)
    assert (found.kind, found.note) == (BEFORE, ESTIMATED)
    site = library(estimated, questions=[ASKED])
    view = Teller(site).silence(found.kind, found.note)
    assert (view.words, view.explained) == (
        "Probably published before",
        "The text was out before this could be known, by a date that this site has worked out.",
    )
    assert Teller(site).silence(BEFORE).words == "Published before"


def test_articles_that_answer_are_not_silent():
    radio = article("radio", figure("140"))
    found = silences([article("post"), radio, article("wire")], ASKED, radio.claims)
    assert [quiet.article for quiet in found] == ["post", "wire"]


def test_nobody_is_silent_about_what_was_said_later():
    # The question has no day from which it could be known: it is that on which the first answer was given.
    asked = question(Answer.WORDING)
    radio = article(
        "radio",
        wording("We were warned", said_on="2031-03-06", out_by=date(2031, 3, 7)),
        published="2031-03-07",
    )
    early, late = article("post", published="2031-03-05"), article("wire", published="2031-03-08")
    assert [quiet.kind for quiet in silences([early, radio, late], asked, radio.claims)] == [
        BEFORE,
        NOT_MENTIONED,
    ]
    undated = article("yard", wording("Nobody listened", out_from=date(2031, 3, 6), out_by=date(2031, 3, 7)))
    told = (*radio.claims, *undated.claims)
    assert [quiet.kind for quiet in silences([early, radio, undated, late], asked, told)] == [
        OPEN,
        NOT_MENTIONED,
    ]


def test_an_answer_that_was_given_later_than_the_questions_first_day_is_the_first():
    radio = article("radio", figure("140", said_on="2031-03-06"), published="2031-03-07")
    early, same = article("post", published="2031-03-04"), article("wire", published="2031-03-06")
    assert [quiet.kind for quiet in silences([early, same], ASKED, radio.claims)] == [BEFORE, OPEN]


def test_whether_a_text_of_the_days_of_the_first_answers_leaves_it_out_is_open():
    # Nothing tells when it was said: on the day of the first text at the latest, and perhaps before all of them.
    asked = question(Answer.WORDING)
    told = wording("We were warned", out_from=date(2031, 3, 5), out_by=date(2031, 3, 6))
    days = ("2031-03-04", "2031-03-06", "2031-03-07", None)
    quiet = [article(f"post-{at}", outlet="post", published=day) for at, day in enumerate(days)]
    found = silences(quiet, asked, [told])
    assert [one.kind for one in found] == [OPEN, OPEN, NOT_MENTIONED, OPEN]
    assert [one.note for one in found if one.kind is OPEN] == [UNSHOWN, UNSHOWN, UNTOLD]


def test_a_copy_is_of_its_originals_day():
    wire = article("wire", published="2031-03-02")
    copy = article("post", published="2031-03-04", copy_of="wire")
    (found,) = silences([copy], ASKED, (), {"post": wire})
    assert found.kind is BEFORE
    (found,) = silences([copy], ASKED, (), {"post": replace(wire, published=None)})
    assert found.kind is NOT_MENTIONED


@pytest.mark.parametrize(
    ("published", "kind"),
    [
        ("2031-03-04", NOT_MENTIONED),
        ("2031-03-05", OPEN),
        ("2031-03-04/2031-03-05", OPEN),
        ("2031-03-09", OPEN),
    ],
)
def test_what_was_overtaken_is_left_out_by_nobody(published, kind):
    asked = replace(ASKED, overtaken_from=span("2031-03-05"))
    found = silence(article("post", published=published), asked)
    assert (found.kind, found.note) == (kind, OVERTAKEN if kind is OPEN else None)


@pytest.mark.parametrize(
    ("published", "certain"),
    [("2031-03-04", True), ("2031-03-03", False), ("2031-03-01/2031-03-05", False), (None, False)],
)
def test_a_text_that_may_have_been_out_before_is_not_certainly_silent(published, certain):
    found = silence(article("post", published=published), ASKED)
    assert (found.kind, found.certain) == (NOT_MENTIONED if certain else OPEN, certain)
    assert (found.note == MAYBE_BEFORE) is not certain


@pytest.mark.parametrize(
    ("published", "completeness", "kind"),
    [
        ("2031-03-04", FULL, UNREAD),
        ("2031-03-04", MIRROR, UNREAD),
        ("2031-03-04", EXCERPT, UNREAD),
        ("2031-03-01/2031-03-05", FULL, UNREAD),
        (None, FULL, UNREAD),
        ("2031-03-02", FULL, BEFORE),
    ],
)
def test_in_a_language_without_rules_nobody_looked_for_it(published, completeness, kind):
    quiet = article("post", published=published, completeness=completeness, language="sl")
    found = silence(quiet, ASKED)
    assert (found.kind, found.note) == (kind, None)


@pytest.mark.parametrize("language", ["en", "de-CH", "fr", "es", "uk", "ru"])
def test_in_a_language_with_rules_it_is_not_mentioned(language):
    assert silence(article("post", language=language), ASKED).kind is NOT_MENTIONED


def test_an_editor_may_state_a_silence_in_any_language():
    stated = StatedSilence(ASKED.path, NOT_MENTIONED, "Read by the editor.")
    assert silence(article("post", language="sl", silences=(stated,)), ASKED).kind is NOT_MENTIONED


def test_that_an_editor_looked_says_nothing_of_when_it_could_be_known():
    looked, told = StatedSilence(ASKED.path, NOT_MENTIONED), StatedSilence(ASKED.path, NOT_MENTIONED, "Read.")
    early = article("post", published="2031-03-01", silences=(looked,))
    assert silence(early, ASKED).kind is BEFORE
    late = article("post", published="2031-03-04", language="sl", silences=(looked,))
    assert silence(late, ASKED).kind is NOT_MENTIONED
    # With a word of their own they say more.
    assert silence(replace(early, silences=(told,)), ASKED).kind is NOT_MENTIONED


def test_of_a_reprint_it_is_its_text_that_was_out_before():
    text, copy = (
        article("post", published="2031-03-02"),
        article("radio", published="2031-03-05", copy_of="post"),
    )
    found = silence(copy, ASKED, original=text)
    assert (found.kind, found.note) == (BEFORE, REPRINTED)
    assert silence(replace(copy, published=text.published), ASKED, original=text).note is None
