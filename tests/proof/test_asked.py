"""The right figure under the wrong question: found, with one way to mend it; under the right one: silence."""

from __future__ import annotations

import time
from typing import Any

import pytest

from builder.content.model import Claim
from builder.content.vocabulary import Answer
from builder.proof.case import Book, ClaimCase, Finding, find_claim
from builder.proof.rules import asked, asked_where, figures
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from builder.values.figures.reader import read
from tests.factory import article, place, question, site

RULES = (
    figures.counts_printed,
    asked.counted,
    asked.noun,
    asked.people,
    asked.day,
    asked_where.place,
    asked.share,
)
WEEKEND = "2024-12-14/2024-12-15"
BESIDE = "Russian, russische, russes, rusas; Ukrainian, ukrainische, ukrainiennes, ucranianas; North Korean and Chechen units met."
"""Another paragraph: the text speaks of all of them."""
KILLED = {"counts": "killed", "of": "people"}
WOUNDED = {"counts": "wounded", "of": "people"}
MISSING = {"counts": "missing"}


def told(
    sentence: str,
    printed: str,
    asks: dict[str, Any],
    language: str = "en",
    *,
    rules: tuple[Any, ...] = RULES,
    written: dict[str, Any] | None = None,
    headline: str | None = None,
    **entry: Any,
) -> list[Finding]:
    """What is told of a figure as an answer to a question, with the keys of its claim; ``written`` are keys that only its entry has."""
    asks = dict(asks)
    when = parse_edtf(asks.pop("when")) if "when" in asks else None
    of = question(Answer.QUANTITY, **{"unit": "people", "counts": None, "of": None, **asks}, when=when)
    given = {key: parse_edtf(value) if key in ("as_of", "said_on") else value for key, value in entry.items()}
    value = given.pop("value", None) or read(printed, language)
    claim = Claim(
        **{
            "id": "claim", "article": "post", "outlet": "post", "question": of.path, "printed": printed, "value": value,
            "counts": of.counts, "of": of.of, "unit": getattr(value, "unit", None) or of.unit, "as_of": when, **given,
        }
    )  # fmt: skip
    text = text_of("post.txt", f"{sentence}\n\n{BESIDE}".encode())
    item = article("post", claim, published="2024-12-26", language=language, headline=headline)
    model = site([item], [of])
    model.places.update({id: place(id) for id in ("kursk", "pokrovsk")})
    at = find_claim(claim, text)
    assert at is not None
    case = ClaimCase(
        Book(model, {"post.txt": text}),
        item,
        item.claims[0],
        {"printed": printed, **entry, **(written or {})},
        text,
        at,
    )
    assert case.printed is not None
    return [finding for rule in rules for finding in rule(case)]


def names(findings: list[Finding]) -> list[str]:
    return [finding.kind.name for finding in findings]


CASES = [
    # What is counted: the word in the figure's own clause.
    ("en", "The blast left 30 people killed and 200 wounded.", "30", KILLED, WOUNDED, "counts-another"),
    ("en", "The blast left 30 people killed and 200 wounded.", "200", WOUNDED, KILLED, "counts-another"),
    ("en", "The strike killed 30 people and wounded 200.", "200", WOUNDED, KILLED, "counts-another"),
    ("en", "Of the 200 casualties, 30 were killed.", "200", {"counts": "killed or wounded"}, KILLED, "counts-another"),
    ("en", "Forty people lost their lives and 90 were hurt.", "Forty", KILLED, WOUNDED, "counts-another"),
    ("en", "Police arrested 12 people; 30 officers were injured.", "12", {"counts": "arrested"}, WOUNDED, "counts-another"),
    ("en", "The ferry line cancelled 40 sailings and diverted six.", "six", {"counts": "diverted"}, {"counts": "cancelled"}, "counts-another"),
    ("de", "Bei dem Brand sind 30 Menschen ums Leben gekommen, 200 wurden verletzt.", "30", KILLED, WOUNDED, "counts-another"),
    ("de", "Es gab 12 Tote und 40 Verletzte.", "40", WOUNDED, KILLED, "counts-another"),
    ("de", "Die Polizei nahm 12 Menschen fest, 30 wurden vermisst.", "30", {"counts": "missing"}, KILLED, "counts-not-printed"),
    ("fr", "Le séisme a fait 30 morts et 200 blessés.", "30", KILLED, WOUNDED, "counts-another"),
    ("fr", "Trente personnes ont perdu la vie et 12 ont été arrêtées.", "12", {"counts": "arrested"}, KILLED, "counts-another"),
    ("es", "Al menos 30 personas murieron y 200 resultaron heridas.", "200", WOUNDED, KILLED, "counts-another"),
    ("es", "La policía detuvo a 12 personas y hubo 30 fallecidos.", "30 fallecidos", KILLED, {"counts": "arrested"}, "counts-another"),
    ("uk", "Загинули 30 людей, ще 200 поранено.", "30", KILLED, WOUNDED, "counts-another"),
    ("en", "At dusk 30 people were hurt and five passengers could not be found.", "five passengers", MISSING, WOUNDED, "counts-another"),
    ("de", "200 Menschen wurden verletzt, fünf Fahrgäste konnten nicht gefunden werden.", "fünf Fahrgäste", MISSING, WOUNDED, "counts-another"),
    ("fr", "Le naufrage a fait 30 blessés et cinq passagers n'ont pas été retrouvés.", "cinq passagers", MISSING, WOUNDED, "counts-another"),
    ("es", "Hubo 30 heridos y cinco pasajeros no han sido localizados.", "cinco pasajeros", MISSING, WOUNDED, "counts-another"),
    ("uk", "Поранено 30 людей, ще 5 пасажирів не знайшли.", "5 пасажирів", MISSING, WOUNDED, "counts-another"),
    ("ru", "Ранены 30 человек, ещё 5 пассажиров не нашли.", "5 пассажиров", MISSING, WOUNDED, "counts-another"),
    # Nothing says it.
    ("en", "There were 200 casualties in the town.", "200", {"counts": "killed or wounded"}, KILLED, "counts-not-printed"),
    ("de", "Die Fähre hatte 140 Menschen an Bord.", "140", {"counts": "aboard"}, KILLED, "counts-not-printed"),
    # On which days.
    ("en", "More than 3,000 soldiers have been killed in all.", "More than 3,000", KILLED, KILLED | {"when": WEEKEND}, "another-day"),
    ("en", "So far 3,000 soldiers have been killed, he said.", "3,000", KILLED, KILLED | {"when": WEEKEND}, "another-day"),
    ("en", "Some 3,000 have been killed since their deployment.", "Some 3,000", KILLED, KILLED | {"when": WEEKEND}, "another-day"),
    ("en", "Five passengers were injured on Dec. 20 in the port.", "Five", WOUNDED | {"when": "2024-12-20"}, WOUNDED | {"when": WEEKEND}, "another-day"),
    ("en", "On Dec. 20 the army lost five soldiers.", "five", {"counts": "losses", "when": "2024-12-20"}, {"counts": "losses", "when": WEEKEND}, "another-day"),
    ("de", "Insgesamt wurden bisher 3000 Soldaten getötet.", "3000", KILLED, KILLED | {"when": WEEKEND}, "another-day"),
    ("fr", "Depuis le début du conflit, 3 000 soldats ont été tués.", "3 000", KILLED, KILLED | {"when": WEEKEND}, "another-day"),
    ("es", "Hasta ahora han muerto 3000 soldados, y hay muertos aún.", "3000", KILLED, KILLED | {"when": WEEKEND}, "another-day"),
    ("de", "Am 20. Dezember wurden fünf Fahrgäste verletzt.", "fünf", WOUNDED | {"when": "2024-12-20"}, WOUNDED | {"when": WEEKEND}, "another-day"),
    ("fr", "Cinq passagers ont été blessés le 20 décembre.", "Cinq", WOUNDED | {"when": "2024-12-20"}, WOUNDED | {"when": WEEKEND}, "another-day"),
    ("es", "Cinco pasajeros fueron heridos el 20 de diciembre.", "Cinco", WOUNDED | {"when": "2024-12-20"}, WOUNDED | {"when": WEEKEND}, "another-day"),
    # Of whom.
    ("en", "The shelling killed eight Chechen soldiers.", "eight", KILLED | {"of": "Chechen soldiers"}, KILLED | {"of": "North Korean soldiers"}, "of-others"),
    ("en", "Some 30 civilians were killed.", "Some 30", KILLED | {"of": "civilians"}, KILLED | {"of": "North Korean soldiers"}, "of-others"),
    ("en", "About 20 crew members were rescued.", "About 20", {"counts": "rescued", "of": "crew"}, {"counts": "rescued", "of": "passengers"}, "of-others"),
    ("de", "Getötet wurden 30 russische Soldaten.", "30", KILLED | {"of": "Russian soldiers"}, KILLED | {"of": "Ukrainian soldiers"}, "of-others"),
    ("fr", "Au moins 30 soldats russes ont été tués.", "Au moins 30", KILLED | {"of": "Russian soldiers"}, KILLED | {"of": "Ukrainian soldiers"}, "of-others"),
    ("es", "Murieron 30 soldados rusos.", "30", KILLED | {"of": "Russian soldiers"}, KILLED | {"of": "Ukrainian soldiers"}, "of-others"),
    # Where.
    ("en", "Some 30 soldiers were killed near Pokrovsk.", "Some 30", KILLED | {"text": "How many were killed at Pokrovsk?"}, KILLED | {"text": "How many were killed in Kursk?"}, "another-place"),
    # A part for a number.
    ("en", "A third of the passengers were rescued.", "A third", {"counts": "rescued", "unit": "percent"}, {"counts": "rescued"}, "share-for-number"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "right", "wrong", "name"), CASES)
def test_a_figure_under_its_question_and_under_another(
    language: str, sentence: str, printed: str, right: dict[str, Any], wrong: dict[str, Any], name: str
) -> None:
    assert names(told(sentence, printed, right, language)) == []
    assert names(told(sentence, printed, wrong, language)) == [name]


SILENT = [
    # That a count changed says nothing of what it counts.
    ("en", "Some 90 people were hurt, said the ministry, which raised its count from 30.", "30", WOUNDED),
    ("de", "Verletzt wurden 90 Menschen; das Amt hatte die Zahl der Verletzten zuvor von 30 erhöht.", "30", WOUNDED),
    ("en", "The soldiers lost their lives; 30 of them were killed on the road.", "30", KILLED),
    ("en", "30 people lost their lives.", "30", KILLED),
    ("en", "Twelve were wounded.", "Twelve", {"counts": "injured"}),
    ("en", "The shares tumbled by 12 percent.", "12 percent", {"counts": "fell", "unit": "percent"}),
    ("en", "Some 4,000 people were left homeless.", "Some 4,000", {"counts": "displaced"}),
    ("en", "30 soldiers and 12 civilians were killed.", "30", KILLED),
    ("en", "It killed 30 soldiers and 12 civilians.", "12", KILLED),
    ("en", "30 deployed soldiers were killed.", "30", KILLED),
    ("en", "30 people were arrested and later charged.", "30", {"counts": "charged"}),
    ("en", "30 were killed, wounded or captured.", "30", {"counts": "killed or wounded"}),
    ("en", "The bodies of 23 soldiers lay there.", "23", {"counts": "bodies"}),
    # The day is when it was said, or one of those that are asked for.
    ("en", "He said on Dec. 23 that 30 were killed.", "30", KILLED | {"when": WEEKEND}),
    ("en", "30 were killed, the ministry said on Monday.", "30", KILLED | {"when": WEEKEND}),
    ("en", "In all 30 were killed on December 14.", "30", KILLED | {"when": WEEKEND}),
    ("en", "30 soldiers who came on 3 November were killed.", "30", KILLED | {"when": WEEKEND}),
    ("en", "In all 3,000 were killed.", "3,000", KILLED | {"when": "2024-12-23", "text": "How many were killed in all?"}),
    ("en", "Of the 3,000 killed so far, 30 were killed there.", "30", KILLED | {"when": WEEKEND}),
    ("de", "30 Menschen wurden verletzt, teilte die Polizei am Montag mit.", "30", WOUNDED | {"when": WEEKEND}),
    ("fr", "30 personnes ont été blessées, a déclaré la police le 20 décembre.", "30", WOUNDED | {"when": WEEKEND}),
    # Of whom: the others did it, or nobody is named.
    ("en", "30 were killed by Russian fire.", "30", KILLED | {"of": "North Korean soldiers"}),
    ("en", "30 soldiers were killed in a Ukrainian strike.", "30", KILLED | {"of": "North Korean soldiers"}),
    ("en", "30 Russian-held villages were hit.", "30", {"counts": "damaged", "unit": "villages", "of": "Ukrainian villages"}),
    # Where: the question names it, or none; who says it is somewhere else.
    ("en", "30 were killed in Kursk, near Pokrovsk.", "30", KILLED | {"text": "How many were killed in Kursk?"}),
    ("en", "30 were killed, officials in Pokrovsk said.", "30", KILLED | {"text": "How many were killed in Kursk?"}),
    ("en", "30 were killed near Pokrovsk.", "30", KILLED),
    # Words that no set has: of another language nobody knows them.
    ("de", "Um drei Dörfer wurde gekämpft.", "drei", {"counts": "villages", "unit": "villages"}),
    ("en", "Fighting went on in three villages.", "three", {"counts": "villages", "unit": "villages"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "printed", "asks"), SILENT)
def test_where_it_is_not_sure_nothing_is_told(
    language: str, sentence: str, printed: str, asks: dict[str, Any]
) -> None:
    assert names(told(sentence, printed, asks, language)) == []


def test_casualties_are_not_the_killed_even_beside_them() -> None:
    sentence = "The service counted 200 casualties on its side, including 30 soldiers killed."
    [found] = told(sentence, "200 casualties", {"counts": "killed or wounded"}, counts="killed")
    assert found.kind.name == "counts-another"
    assert found.message == 'the figure\'s own word is "casualties", not killed: leave counts out'


MENDED = [
    ("30 people were killed and 200 wounded.", "30", {"counts": "killed or wounded"}, {"counts": "killed"}),
    ("The raid killed 30 people and 200 were wounded.", "200", {"counts": "losses"}, {"counts": "wounded"}),
    ("At least 85 houses were hit.", "At least 85", {"counts": "burned", "text": "How many burned or were hit?"}, {"counts": "hit"}),
    ("Five were injured on Dec. 20.", "Five", WOUNDED | {"when": WEEKEND}, {"as_of": "2024-12-20"}),
    ("In all 3,000 have been killed.", "3,000", KILLED | {"when": WEEKEND}, {"scope": "in all"}),
    ("Some 30 civilians were killed.", "Some 30", KILLED | {"of": "soldiers"}, {"of": "civilians"}),
    ("30 were killed near Pokrovsk.", "30", KILLED | {"text": "How many were killed in Kursk?"}, {"scope": "Pokrovsk"}),
    ("Half of the passengers were rescued.", "Half", {"counts": "rescued"}, {"unit": "share"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "printed", "asks", "entry"), MENDED)
def test_what_a_finding_says_to_do_mends_it(
    sentence: str, printed: str, asks: dict[str, Any], entry: dict[str, Any]
) -> None:
    assert len(told(sentence, printed, asks)) == 1
    assert told(sentence, printed, asks, **entry) == []


def test_the_message_names_the_word_and_what_to_write() -> None:
    [found] = told("30 people were killed and 200 wounded.", "30", {"counts": "killed or wounded"})
    assert found.message == 'the figure\'s own word is "killed", not killed or wounded: write counts: killed'
    [found] = told("30 people were killed and 200 wounded.", "30", WOUNDED)
    assert found.message == 'the figure\'s own word is "killed", not wounded: it answers another question'


def test_of_a_people_that_the_text_never_names_it_has_no_figure() -> None:
    asks = KILLED | {"of": "Syrian soldiers"}
    [found] = told("Some 30 soldiers were killed.", "Some 30", asks)
    assert found.message == "the text names nobody who is Syrian, and the claim is of Syrian soldiers"
    assert told("Some 30 soldiers were killed in Syria.", "Some 30", asks) == []
    assert (
        told("Some 30 soldiers were killed.", "Some 30", KILLED | {"of": "Syrian and Russian soldiers"}) == []
    )


@pytest.mark.parametrize(
    ("language", "sentence", "printed", "unit", "wrong"),
    [
        ("en", "The losses occurred around three villages.", "three", "villages", "people"),
        (
            "en",
            "At least three soldiers went missing near a village.",
            "At least three",
            "people",
            "villages",
        ),
        ("en", "In Kursk 11,000 soldiers have stood for months.", "11,000", "people", "months"),
        ("de", "In drei Dörfern gab es Verluste.", "drei", "villages", "people"),
        ("fr", "On compte 30 soldats disparus en deux mois.", "30", "people", "months"),
        ("es", "Hubo combates en tres pueblos.", "tres", "villages", "people"),
    ],
)
def test_a_figure_counts_the_noun_behind_it(
    language: str, sentence: str, printed: str, unit: str, wrong: str
) -> None:
    assert told(sentence, printed, {"unit": unit}, language) == []
    [found] = told(sentence, printed, {"unit": wrong}, language)
    assert found.kind.name == "counts-another"
    assert found.message.endswith(f"and the question asks for {wrong}: it answers another question")


def test_whose_side_casualties_are_on() -> None:
    sentence = "The service estimated 200 casualties on the Russian side."
    counts = {"counts": "killed or wounded"}
    assert told(sentence, "200 casualties", counts | {"of": "Russian soldiers"}) == []
    assert names(told(sentence, "200 casualties", counts | {"of": "North Korean soldiers"})) == ["of-others"]


@pytest.mark.parametrize(
    "words",
    ["killed, ", "12 ", "and ", "killed 12 and ", "Russian and ", "; ", "while ", "in Kursk ", "so far "],
)
def test_a_sentence_without_end_takes_linear_time(words: str) -> None:
    start = time.process_time()
    told(
        f"Some 30 people were killed {words * (40_000 // len(words))} here",
        "Some 30",
        WOUNDED | {"of": "Russian soldiers", "when": WEEKEND},
    )
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("A fire in the old harbour of Kursk killed some 30 people on Monday.", False),
        # The lead is of the headline's place, names both, or neither.
        ("A fire in the old harbour of Pokrovsk killed some 30 people on Monday.", True),
        ("A fire in Kursk and one in Pokrovsk killed some 30 people on Monday.", True),
        ("A fire in the old harbour killed some 30 people on Monday morning.", True),
    ],
)
def test_a_headline_may_say_more_roughly_where_it_was(lead: str, said: bool) -> None:
    headline = "Dozens killed in Pokrovsk fire"
    asks = KILLED | {"text": "How many were killed in Kursk?"}
    found = told(f"{headline}\n\nBy Ada Rood\n\n{lead}", "Dozens", asks, headline=headline)
    assert names(found) == (["another-place"] if said else [])
