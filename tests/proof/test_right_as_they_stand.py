"""Claims that are right as they stand, each with a false one beside it, in words that nearly are the same: the one passes, the other is told."""

from __future__ import annotations

from typing import Any

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import problems

# (language, text, printed, code, whether it is told, what the claim gives)
COUNTED = [
    ("es", "Se confirmó que 30 personas resultaron heridas.", "30", "V123", False, {}),
    ("es", "Ella confirmó que 30 personas resultaron heridas.", "30", "V123", True, {}),
    ("de", "Am Montag gab es 30 Verletzte, am Dienstag waren es nach Angaben der Gewerkschaft 42.", "30", "V123", False, {}),
    ("de", "Am Montag gab es 30 Verletzte, am Dienstag waren es nach Angaben der Gewerkschaft 42.", "42", "V123", True, {}),
    ("de", "Am Montag gab es 30 Verletzte, nach Angaben der Gewerkschaft.", "30", "V123", True, {}),
    ("fr", "Ada Kane dirige le syndicat. Selon elle, 30 personnes ont été blessées.", "30", "V130", False, {"sources": ["kane"], "cue": "Selon"}),
    ("fr", "Ada Kane dirige le syndicat. Selon la rumeur, 30 personnes ont été blessées.", "30", "V130", True, {"sources": ["kane"], "cue": "Selon"}),
    ("uk", "Поранено 30 людей, тоді як міст стоїть. Лікарня прийняла 12 поранених.", "30", "V138", False, {}),
    ("en", "OSK (United Northern) - Two people were hurt and 21 have left.", "Two", "V146", False, {"asks": "How many were hurt at Elbing?"}),
    ("en", "In Osk, two people were hurt and 21 have left.", "two", "V146", True, {"asks": "How many were hurt at Elbing?"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "code", "told", "given"), COUNTED)
def test_a_count_is_told_only_where_its_text_says_something_else(
    language: str, text: str, printed: str, code: str, told: bool, given: dict[str, Any]
) -> None:
    more = {"asks": "How many were hurt?", "question_of": {"counts": "wounded"}, **given}
    found = problems(text, printed, language=language, **more)
    assert (code in {one for one, _ in found}) == told, found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dem Werk entgehen jeden Tag rund 3 Millionen Euro.", False),
        ("Dem Werk entgehen jede Woche rund 3 Millionen Euro.", True),
        ("Dem Werk entgehen insgesamt rund 3 Millionen Euro.", True),
    ],
)
def test_a_sum_is_of_each_day_where_its_clause_says_so(text: str, told: bool) -> None:
    asked = {"counts": "loss", "unit": "EUR per day", "printed_as": ("entgehen",)}
    found = problems(
        text, "rund 3 Millionen Euro", asks="What is lost a day?", language="de", question_of=asked
    )
    assert ("the figure is in EUR, and the question asks for EUR per day" in {m for _, m in found}) == told


@pytest.mark.parametrize(
    ("language", "text", "printed", "told"),
    [
        # The whole of it may not be quoted.
        ("en", 'Kane laughed. "Two mules, one stable," she said.', "Two mules", False),
        ("es", "«No cerraremos el molino», dijo Kane.", "No cerraremos", False),
        # What is set against the words, or goes on for longer, has to be shown.
        ("en", 'Kane laughed. "Two mules, but one stable," she said.', "Two mules", True),
        ("en", 'Kane wrote it. "We are not poor, we are tired," she said.', "We are not poor", True),
        ("en", 'Kane wrote it. "Nobody told us anything of a leak under the mill," she said.', "Nobody told us anything of", True),
    ],
)  # fmt: skip
def test_a_short_quotation_may_be_cut_where_nobody_may_quote_it_whole(
    language: str, text: str, printed: str, told: bool
) -> None:
    found = problems(
        text, printed, Answer.WORDING, "What did she say?", language=language, sources=["kane"], speech="quoted"
    )  # fmt: skip
    assert ("V107" in {code for code, _ in found}) == told, found


@pytest.mark.parametrize(
    ("language", "printed", "behind", "no"),
    [
        ("de", "den Antrag abgelehnt", ", den Streik zu verbieten", True),
        ("en", "turned down a request", " to forbid the strike", True),
        ("de", "den Antrag abgelehnt", ", die Brücke zu streichen", False),
    ],
)
def test_a_request_refused_is_a_no_where_what_it_was_for_stands_behind_it(language, printed, behind, no):
    text = {"de": "Das Gericht hat {}.", "en": "The court {}."}[language].format(printed + behind)
    found = problems(
        text, printed, Answer.YES_NO, "Did a court forbid the strike?", language=language, value=False
    )
    assert ("V145" not in {code for code, _ in found}) == no, found


AT_NOON = [
    ("es", "El hospital eleva a catorce los hinchas muertos. A mediodía eran {}.", "doce"),
    ("en", "The hospital puts the supporters killed at fourteen. At noon there were {}.", "twelve"),
    ("fr", "L'hôpital porte à quatorze le nombre des supporters tués. À midi, ils étaient {}.", "douze"),
    ("de", "Das Krankenhaus meldet vierzehn getötete Fans. Am Mittag waren es {}.", "zwölf"),
]
GUESTS = {
    "es": "doce hoteles llenos",
    "en": "twelve hotels full",
    "fr": "douze blessés",
    "de": "zwölf Hotels",
}


@pytest.mark.parametrize(("language", "text", "figure"), AT_NOON)
@pytest.mark.parametrize("alone", [True, False])
def test_a_clause_that_only_says_when_there_were_how_many(
    language: str, text: str, figure: str, alone: bool
) -> None:
    asked = {"counts": "killed", "of": "supporters", "printed_as": ("muertos", "tués")}
    told = text.format(figure if alone else GUESTS[language])
    given = {"language": language, "question_of": asked, "hour": "midday", "published": "2034-04-23"}
    found = {code for code, _ in problems(told, figure, asks="How many supporters were killed?", **given)}
    assert found.isdisjoint({"V113"}) if alone else found & {"V113", "V116", "V117"}


DENIED = [
    ("fr", "Le ministère a tranché, écartant toute récession.", "écartant toute récession"),
    ("fr", "Le ministère a vite exclu toute récession.", "exclu toute récession"),
    ("es", "El ministerio zanjó el asunto, descartando una recesión.", "descartando una recesión"),
    ("uk", "Міністерство поставило крапку, відкинувши рецесію.", "відкинувши рецесію"),
    ("ru", "Министерство поставило точку, исключив рецессию.", "исключив рецессию"),
    ("en", "The ministry ended it, ruling out a recession.", "ruling out a recession"),
]


@pytest.mark.parametrize(("language", "text", "printed"), DENIED)
@pytest.mark.parametrize("value", [True, False])
def test_a_participle_denies_too(language: str, text: str, printed: str, value: bool) -> None:
    given = {"language": language, "value": value, "attribution": "none"}
    found = {
        code for code, _ in problems(text, printed, Answer.YES_NO, "Does it expect a recession?", **given)
    }
    assert ("V145" in found) is value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tap water is promised for Monday.", False),
        ("Tap water will be back on Monday.", False),
        ("Tap water returned on Monday.", True),
    ],
)
def test_what_is_promised_for_a_day_is_still_to_come(text: str, told: bool) -> None:
    given = {"value": "2034-02-20", "published": "2034-02-18", "attribution": "none"}
    found = problems(text, "Monday", Answer.DATE, "When is the tap water back?", **given)
    assert ("V132" in {code for code, _ in found}) is told


def test_a_time_in_a_name_is_none() -> None:
    text = "Nearly 900 borrowers are hit, says Kane; the union, The old guild, counts 1,200."
    found = problems(
        text,
        "1,200",
        asks="How many are hit?",
        question_of={"counts": "hit"},
        sources=["tarnwick"],
        cue="counts",
    )
    assert "V138" not in {code for code, _ in found}


@pytest.mark.parametrize(("source", "told"), [("mayor", False), ("kane", True)])
def test_behind_a_semicolon_she_is_who_was_named_before(source: str, told: bool) -> None:
    text = "It is too little, said the mayor. The ministry has offered her 75 euros; she is asking for 400."
    asked = {"unit": "EUR", "counts": "asking for"}
    found = problems(
        text, "400", asks="How much does she ask for?", question_of=asked, sources=[source], cue="asking for"
    )
    assert ("V123" in {code for code, _ in found}) is told


RESIGNED = [
    ("en", "The mill's manager, Ada Kane, stays. Its chairman, Otto Brandl, resigned on Friday.", "Ada Kane", True),
    ("fr", "La directrice Ada Kane reste en poste. Le président Otto Brandl a démissionné vendredi.", "Ada Kane", True),
    ("es", "La directora Ada Kane sigue en el cargo. El presidente Otto Brandl dimitió el viernes.", "Ada Kane", True),
    ("ru", "Директор Ада Кейн остаётся. Председатель Отто Брандль подал в отставку в пятницу.", "Ада Кейн", True),
    ("en", "The chairman, Otto Brandl, resigned on Friday. Ada Kane, who had led the mill, did so too.", "Ada Kane", False),
    ("en", "Who resigned? Ada Kane, on Friday.", "Ada Kane", False),
    ("en", "The mayor did not resign. The manager, Ada Kane, walked out.", "Ada Kane", False),
    ("en", "Two have resigned. They are Ada Kane and Otto Brandl.", "Ada Kane", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "told"), RESIGNED)
def test_who_it_was_is_said_where_the_text_says_it(
    language: str, text: str, printed: str, told: bool
) -> None:
    given = {"language": language, "value": "kane", "attribution": "none"}
    found = {code for code, _ in problems(text, printed, Answer.WHO, "Who resigned?", **given)}
    assert ("V117" in found) is told


LATER = [
    ("Kane was sentenced on Thursday to seven years in prison by the ministry, which found him guilty on 14 counts.", "seven years", False),
    ("The ministry found that seven years in prison were too much.", "seven years", True),
    ("The firm wrote off €31m and set aside €12m for claims by the buyers, whose loss the ministry put at €68m.", "€31m", False),
    ("The firm lost €31m on the tower, of which the mayor hopes to see two.", "€31m", False),
    ("The firm lost €31m on the tower, the mayor said.", "€31m", True),
    ("The firm lost €31m on the tower, which the mayor said was too much.", "€31m", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "told"), LATER)
def test_who_says_another_figure_in_a_clause_of_his_own_does_not_say_this_one(
    text: str, printed: str, told: bool
) -> None:
    found = {
        code
        for code, _ in problems(
            text, printed, asks="How much?", question_of={"counts": "lost"}, attribution="none"
        )
    }
    assert ("V123" in found) is told
