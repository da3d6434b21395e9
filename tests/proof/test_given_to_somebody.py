"""A claim in the text's own voice whose sentence gives the words to somebody, whom no registry need know; and sentences that do not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.rules.own_voice import named_beside, own_voice
from tests.proof.one import codes
from tests.proof.saying import case_of

GIVEN = [
    ("en", "On Sunday, according to a fisherman, 140 people were aboard.", "according to a fisherman"),
    ("en", "According to officials, 140 people were aboard.", "According to officials"),
    ("en", "140 people were aboard according to the port office.", "according to the port office"),
    ("en", "The port office said 140 people were aboard.", "The port office said"),
    ("en", "140 people were aboard, a clerk of the port office said.", "a clerk of the port office said"),
    ("en", "140 people were aboard, officials said on Sunday.", "officials said on Sunday"),
    (
        "de",
        "Gebraucht werden nach bisherigen Angaben der Werft 140 Boote.",
        "nach bisherigen Angaben der Werft",
    ),
    ("de", "140 Menschen waren an Bord, sagte ein Sprecher des Hafens.", "sagte ein Sprecher des Hafens"),
    (
        "de",
        "Ein Sprecher des Hafens sagte, 140 Menschen seien an Bord gewesen.",
        "Ein Sprecher des Hafens sagte",
    ),
    ("fr", "Selon la mairie, 140 personnes étaient à bord.", "Selon la mairie"),
    ("fr", "140 personnes étaient à bord, a déclaré la mairie.", "a déclaré la mairie"),
    ("fr", "La mairie a déclaré que 140 personnes étaient à bord.", "La mairie a déclaré"),
    ("es", "Según la alcaldía, iban 140 personas a bordo.", "Según la alcaldía"),
    ("es", "Iban 140 personas a bordo, dijo la alcaldía.", "dijo la alcaldía"),
    (
        "en",
        "According to a provisional count by the port, 140 people were aboard.",
        "According to a provisional count by the port",
    ),
    (
        "fr",
        "Selon un nouveau bilan de la mairie, 140 personnes étaient à bord.",
        "Selon un nouveau bilan de la mairie",
    ),
    (
        "es",
        "Según el último recuento de la alcaldía, iban 140 a bordo.",
        "Según el último recuento de la alcaldía",
    ),
    # All that tells who it is, when and to whom, behind the verb.
    ("en", '140 people were aboard, said the "mayor" of the town, Ole Brandt, on Wednesday.', 'said the "mayor" of the town, Ole Brandt'),
    ("de", '140 Menschen seien vermisst, sagte der "Hafenmeister" der Stadt, Ole Brandt, am Mittwoch.', 'sagte der "Hafenmeister" der Stadt, Ole Brandt, am'),
    ("fr", "140 personnes ont disparu, a déclaré mercredi le maire, Ole Brandt, à l'agence.", "a déclaré mercredi le maire, Ole Brandt, à"),
    # A count that somebody raised.
    ("en", "By the evening the Marlo Ferry Line had raised the number of people aboard to 140.", "Marlo Ferry Line had raised"),
    ("es", "La Marlo Ferry Line elevó a 140 las personas a bordo.", "Marlo Ferry Line elevó"),
    # A mood that only reports.
    ("de", "Das Wasser habe dort drei Meter erreicht, 140 Häuser seien überflutet.", "seien"),
    ("de", "Am Hafen sei die Lage am schlimmsten, dort habe es 140 Verletzte gegeben.", "habe"),
    ("uk", "За даними Порту, на борту було 140 людей.", "За даними Порту"),
    ("ru", "По словам Порта, на борту было 140 человек.", "По словам Порта"),
]  # fmt: skip
OWN = [
    ("en", "140 people were aboard."),
    ("en", "While officials said 90 were missing, 140 were aboard."),
    ("en", "Everything went according to plan and 140 were aboard."),
    ("en", "The fare rises according to distance; 140 people were aboard."),
    ("en", "The ferry that officials said was safe carried 140 people."),
    ("en", "The ferry carried 140 people, which officials said was too many."),
    ("en", "The ferry carried 140 people, more than officials said."),
    ("en", "140 people were aboard when, according to the port office, the fuse blew."),
    ("en", "According to Sound Radio, 140 people were aboard."),
    ("en", "The Marlo Ferry Line raised its fares, and 140 people stayed ashore."),
    # Whom a registry has is the affair of the rules on speakers.
    ("en", "140 people were aboard, according to the Marlo Ferry Line."),
    ("en", "Across the country the heat has now claimed 140 lives."),
    ("en", "Officials said nothing, but 140 people were aboard."),
    ("de", "Während der Hafen schwieg, waren 140 Menschen an Bord."),
    ("fr", "La mairie a fermé le port, où 140 personnes attendaient."),
    ("es", "Iban 140 personas a bordo, según avanzó la tarde."),
    # A count is nobody, unless it is somebody's.
    ("en", "140 people were aboard, according to a provisional count."),
    ("en", "According to the latest figures, 140 people were aboard."),
    ("fr", "Incendie : 140 personnes à bord selon un dernier bilan provisoire."),
    ("de", "Laut einer vorläufigen Zählung waren 140 Menschen an Bord."),
    ("es", "Según el último recuento, iban 140 personas a bordo."),
    ("uk", "За останніми підрахунками, на борту було 140 людей."),
    ("ru", "По последним подсчётам, на борту было 140 человек."),
    ("de", "140 Menschen warteten am Hafen, als sei nichts geschehen."),
    ("de", "Es war, als seien 140 Menschen verschwunden."),
    ("de", "Ob 140 Menschen an Bord seien, war offen."),
    ("sl", "Po navedbah pristanišča je bilo na krovu 140 ljudi."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "who"), GIVEN)
def test_words_that_are_given_to_somebody_are_not_the_text_s_own(
    language: str, sentence: str, who: str
) -> None:
    found = list(own_voice(case_of(sentence, language, sources=(), entry={"attribution": "none"})))
    assert [finding.kind for finding in found] == [kinds.OWN_VOICE_UNFIT]
    assert f'"{who}"' in found[0].message


@pytest.mark.parametrize(("language", "sentence"), OWN)
def test_words_that_are_given_to_nobody_are(language: str, sentence: str) -> None:
    assert list(own_voice(case_of(sentence, language, sources=(), entry={"attribution": "none"}))) == []


@pytest.mark.parametrize(("language", "sentence", "who"), GIVEN[:3])
def test_a_claim_with_a_source_or_an_open_one_is_held_by_other_rules(
    language: str, sentence: str, who: str
) -> None:
    assert list(own_voice(case_of(sentence, language))) == []
    assert list(own_voice(case_of(sentence, language, sources=(), entry={"attribution": "open"}))) == []


@pytest.mark.parametrize(("who", "own"), [("officials aft of it", False), ("an FT count", True)])
def test_the_outlet_itself_is_named_by_a_whole_word(who: str, own: bool) -> None:
    case = case_of(
        f"140 people were aboard, according to {who}.", "en", sources=(), entry={"attribution": "none"}
    )
    outlets = case.book.site.outlets
    outlets[case.article.outlet] = replace(outlets[case.article.outlet], short="FT")
    assert (list(own_voice(case)) == []) is own


def test_a_sentence_of_nothing_else_is_soon_read() -> None:
    """Ten thousand characters of phrases, before the figure and behind it; without the rule's bounds this goes by their square."""
    phrases = "according to a, " * 4_000
    for sentence, kinds_found in (
        (f"{phrases}140 people.", [kinds.OWN_VOICE_UNFIT]),
        (f"140 people {phrases}", []),
    ):
        case = case_of(sentence, "en", sources=(), entry={"attribution": "none"})
        assert [finding.kind for finding in own_voice(case)] == kinds_found


SOMEBODY_ELSE = [
    ("en", "The Marlo Ferry Line spoke first. Rosa Tavel said 140 people were aboard.", "Rosa Tavel"),
    ("en", "The Marlo Ferry Line spoke first. 140 people were aboard, the engineer said. He left.", None),
    ("en", "The Marlo Ferry Line spoke first. 140 were aboard, according to Rosa Tavel.", "Rosa Tavel"),
    ("en", "Rosa Tavel left. The Marlo Ferry Line spoke first. 140 people were aboard, Tavel said.", "Rosa Tavel"),
    ("en", "The Marlo Ferry Line spoke first. 140 people were aboard, said the Harbour Union.", "Harbour Union"),
    ("de", "Die Marlo Ferry Line sprach zuerst. 140 Menschen waren an Bord, sagte Rosa Tavel.", "Rosa Tavel"),
    ("fr", "La Marlo Ferry Line a parlé. Selon Rosa Tavel, 140 personnes étaient à bord.", "Rosa Tavel"),
    ("es", "Habló la Marlo Ferry Line. Según Rosa Tavel, iban 140 personas a bordo.", "Rosa Tavel"),
    # It may be the source of the sentence before, in other words.
    ("en", "The Marlo Ferry Line spoke first. 140 people were aboard, the line said.", None),
    ("en", "The Marlo Ferry Line spoke first. Officials said 140 people were aboard.", None),
    ("en", "The Marlo Ferry Line spoke first. A spokesman said 140 people were aboard.", None),
    ("en", "The Marlo Ferry Line spoke first. Officials in New Osk said 140 people were aboard.", None),
    ("en", "The Marlo Ferry Line spoke first. On Monday Morning it said 140 people were aboard.", None),
    ("de", "Die Marlo Ferry Line sprach zuerst. Am Montag Abend sagte sie, 140 seien an Bord gewesen.", None),
    ("de", "Die Marlo Ferry Line sprach zuerst. 140 waren an Bord, sagte eine Sprecherin am Montag Abend.", None),
    # Or somebody whom the text has beside it, or by a part of its name.
    ("en", "Rosa Tavel speaks for the Marlo Ferry Line. 140 people were aboard, Rosa Tavel said.", None),
    ("en", "The Marlo Ferry Line spoke first. 140 people were aboard, said the Ferry Company.", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), SOMEBODY_ELSE)
def test_what_is_implied_of_a_source_is_not_given_to_another_name(
    language: str, text: str, who: str | None
) -> None:
    case = case_of(text, language, implied=True, entry={"attribution": "implied"})
    assert [finding.message.split(' ("')[0] for finding in named_beside(case)] == (
        [f"the sentence gives its words to {who}"] if who else []
    )


@pytest.mark.parametrize(
    ("language", "text", "printed", "asks", "told"),
    [
        # A day stands between the verb and who says it.
        ("es", "Iban 140 a bordo, informó el sábado el ministerio: 90 en uno y 50 en otro.", "140", None, "V123"),
        ("fr", "Il y avait 140 morts, a annoncé samedi le ministère : 90 ici et 50 là.", "140", None, "V123"),
        # A denial is hers who denies, unless it is asked whether she did.
        ("es", "Se revisó la grúa. Ada Kane lo niega.", "lo niega", "Was the crane checked?", "V123"),
        ("en", "The crane was checked. Ada Kane denies it.", "denies it", "Was the crane checked?", "V123"),
        ("en", "The crane was checked. Ada Kane denies it.", "denies it", "Did Ada Kane deny it?", None),
    ],
)  # fmt: skip
def test_whose_word_it_is_that_the_text_is_said_to_say_itself(
    language: str, text: str, printed: str, asks: str | None, told: str | None
) -> None:
    answer = Answer.YES_NO if asks else Answer.QUANTITY
    value = "deny" in (asks or "") if asks else None
    found = codes(
        text, printed, answer, asks or "How many?", language=language, value=value, attribution="none"
    )
    assert ("V123" in found) is (told == "V123")
