"""What figures count: words that say the same, in the text's own language, as whole words."""

from __future__ import annotations

import time

import pytest

from builder.values.counting import Words, counted_as, counting, is_part, meant, says
from builder.values.lexicon import languages


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[term.start : term.end], term.sets[0]) for term in counting(language).find(Words(text))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Forty people lost their lives", [("lost their lives", "killed")]),
        ("en", "30 perished, 12 were hurt", [("perished", "killed"), ("hurt", "wounded")]),
        ("en", "shares tumbled", [("tumbled", "fell")]),
        ("en", "4,000 are homeless", [("homeless", "displaced")]),
        ("en", "killed or seriously injured", [("killed or seriously injured", "killed or wounded")]),
        ("en", "injured and killed", [("injured and killed", "killed or wounded")]),
        ("en", "killed 3 and injured 12", [("killed", "killed"), ("injured", "wounded")]),
        ("en", "200 casualties", [("casualties", "losses")]),
        ("en", "evacuation, evacuating", [("evacuation", "evacuated"), ("evacuating", "evacuated")]),
        # Whole words: a killer, a deadline and a diet kill nobody.
        ("en", "the killer missed his deadline and his diet, hurtling on; a body-builder", [("body", "bodies")]),
        ("en", "The ship lost power and lost contact", []),
        ("de", "Die Frau, die am Ufer stand", []),
        ("de", "30 Menschen sind ums Leben gekommen", [("ums Leben gekommen", "killed")]),
        ("de", "30 starben, es gab Tote; einer ist tot", [("starben", "killed"), ("Tote", "killed"), ("tot", "killed")]),
        ("de", "30 Tote und Verletzte", [("Tote und Verletzte", "killed or wounded")]),
        ("fr", "30 personnes ont perdu la vie", [("ont perdu la vie", "killed")]),
        ("fr", "un mort, trois morts, deux tués", [("mort", "killed"), ("morts", "killed"), ("tués", "killed")]),
        ("fr", "30 tués ou grièvement blessés", [("tués ou grièvement blessés", "killed or wounded")]),
        ("es", "30 muertos; murieron 12; tres fallecidos", [("muertos", "killed"), ("murieron", "killed"), ("fallecidos", "killed")]),
        ("uk", "Загинули 30 осіб, 12 поранено", [("Загинули", "killed"), ("поранено", "wounded")]),
        ("ru", "Погибли 30 человек, 12 ранены", [("Погибли", "killed"), ("ранены", "wounded")]),
        # The words of another language are none.
        ("en", "30 Tote, 12 muertos", []),
        ("sv", "30 killed", []),
    ],
)  # fmt: skip
def test_words_of_a_set(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


def test_every_language_names_its_sets_as_english_does() -> None:
    english = counting("en").known
    for language in languages():
        assert counting(language).known <= english, language
        assert {"killed", "wounded", "missing", "losses", "fell"} <= counting(language).known, language


def test_what_a_claim_counts_is_said_in_the_sites_language_or_by_a_sets_name() -> None:
    assert meant("killed or wounded", "en").happened == {"killed or wounded"}
    assert meant("dead", "en").happened == {"killed"}
    assert meant("Getötete", "de").happened == {"killed"}
    assert meant("killed", "de").happened == {"killed"}
    assert meant("die Soldaten", "de").happened == set()
    assert meant("troops gathered", "en").happened == {"gathered"}
    assert meant("troops gathered", "en").things == {"troops"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("killed or injured", "killed or wounded", True),
        ("hurt or dead", "Killed or wounded", True),
        ("killed and wounded", "killed or wounded", True),
        ("getötet oder verletzt", "killed or wounded", True),
        ("crews and dockers", "dockers and crews", True),
        ("injured", "killed or wounded", False),
        ("casualties", "killed or wounded", False),
        ("drowned", "killed", False),  # narrower
        ("sanitary losses", "losses", False),
        ("", "killed", False),
    ],
)
def test_what_is_counted_is_compared_by_meaning(one: str, other: str, same: bool) -> None:
    assert (counted_as(one) == counted_as(other)) is same


def test_how_sets_hang_together() -> None:
    assert says({"killed or wounded"}, {"killed", "wounded"})
    assert not says({"killed or wounded"}, {"killed"})
    assert not says({"killed"}, {"killed or wounded"})
    assert is_part({"killed"}, {"losses"})
    assert not is_part({"losses"}, {"killed"})


def test_it_takes_linear_time() -> None:
    start = time.process_time()
    for words in ("killed or ", "lost their ", "a", "evacuat ", "killed,"):
        counting("en").find(Words(words * 100_000))
    assert time.process_time() - start < 60
