"""Sentences, dates, negations and caveats of texts in other languages, as the rules see them. German first: most of it is unlike English."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from builder.content.problems import Kind
from builder.content.vocabulary import Covers, Speech
from builder.proof import kinds
from builder.proof.applied import LANGUAGE_RULES
from builder.proof.case import ClaimCase
from builder.proof.coming import is_coming
from builder.proof.rules import answers, as_of, figures, timing, verification, words
from builder.proof.text import Text
from builder.proof.when import expressions
from builder.values.dates import parse_edtf
from builder.values.figures.reader import read
from tests.proof.saying import case_of


def sentences(text: str) -> list[str]:
    found = Text("a.txt", text, "0" * 64)
    return [found.content[slice(*sentence)] for sentence in found.sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Am 14. Dezember lag sie still. Am 15. kam Hilfe.", 2),
        ("Am 3. Jänner lag sie still.", 1),
        ("Vom 14. bis 16. Dezember lag sie still.", 1),
        ("It fell to 14. Then it rose.", 2),
        ("Было тихо. Паром стоял.", 2),
        ("Пором стояв. Її не чекали. Є 140 людей.", 3),
        ("Il s'est arrêté. Évidemment, il faisait froid.", 2),
        ("Сказав В. Коваль у суботу.", 1),
    ],
)
def test_sentences_end_where_they_do(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def found(rule: object, sentence: str, language: str, **claim: object) -> set[Kind]:
    return {finding.kind for finding in rule(case_of(sentence, language, **claim))}  # type: ignore[operator]


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("de", "Die Reederei bestätigte 140 Menschen nicht.", "140 Menschen"),
        ("de", "An Bord waren keine 140 Menschen.", "140 Menschen"),
        ("de", "An Bord waren angeblich 140 Menschen.", "140 Menschen"),
        ("de", "An Bord könnten 140 Menschen sein.", "140 Menschen"),
        ("fr", "Il n'y avait 140 personnes à bord.", "140 personnes"),
        ("fr", "Elle confirmait 140 personnes jamais vues.", "140 personnes"),
        ("fr", "Il y avait prétendument 140 personnes.", "140 personnes"),
        ("es", "No había 140 personas a bordo.", "140 personas"),
        ("es", "A bordo iban supuestamente 140 personas.", "140 personas"),
        ("uk", "На борту не було 140 людей.", "140 людей"),
        ("uk", "На борту нібито 140 людей.", "140 людей"),
        ("ru", "На борту не было 140 человек.", "140 человек"),
        ("ru", "На борту якобы 140 человек.", "140 человек"),
    ],
)
def test_a_word_that_turns_the_meaning_must_not_get_lost(language: str, sentence: str, printed: str) -> None:
    assert found(words.meaning_cut, sentence, language, printed=printed) == {kinds.MEANING_CUT}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die Reederei bestätigte 140 Menschen."),
        ("fr", "Il y avait 140 personnes à bord."),
        ("es", "Había 140 personas a bordo."),
        ("uk", "На борту було 140 людей."),
        ("ru", "На борту было 140 человек."),
        ("en", "The line confirmed 140 people."),
        # A word that turns in another language turns nothing in this one.
        ("de", "Der Kapitän No zählte 140 Menschen."),
        ("fr", "Ils comptaient die 140 personnes."),
    ],
)
def test_without_one_nothing_is_told(language: str, sentence: str) -> None:
    assert found(words.meaning_cut, sentence, language, printed="140") == set()


@pytest.mark.parametrize(
    ("language", "yes", "no"),
    [
        ("de", "das Wetter war schuld", "das Wetter war nicht schuld"),
        ("fr", "la mer était grosse", "la mer n'était pas grosse"),
        ("es", "hubo tormenta", "no hubo tormenta"),
        ("uk", "була буря", "бурі не було"),
        ("ru", "была буря", "бури не было"),
    ],
)
def test_printed_words_that_deny_go_with_no(language: str, yes: str, no: str) -> None:
    for printed, value in ((yes, True), (no, False)):
        given = {"question": "cause/weather", "printed": printed}
        assert found(answers.polarity, f"{printed}.", language, value=value, **given) == set()
        assert found(answers.polarity, f"{printed}.", language, value=not value, **given) == {
            kinds.ANSWER_UNFIT
        }


@pytest.mark.parametrize(
    ("language", "status"),
    [
        ("de", "konnte nicht unabhängig überprüft werden"),
        ("de", "ließ sich zunächst nicht verifizieren"),
        ("de", "unbestätigten Berichten"),
        ("fr", "n'a pas pu être vérifiée"),
        ("fr", "de source non confirmée"),
        ("es", "no se pudo verificar"),
        ("es", "no han sido verificados"),
        ("uk", "не вдалося незалежно перевірити"),
        ("ru", "не удалось независимо проверить"),
    ],
)
def test_words_on_verification_are_known(language: str, status: str) -> None:
    sentence = f"140: {status}."
    assert found(verification.status_printed, sentence, language, status=status) == set()
    other = {"status": "140"}
    assert found(verification.status_printed, sentence, language, **other) == {kinds.STATUS_NOT_PRINTED}
    assert found(verification.caveat_kept, f"Marlo Ferry Line: 140. {status.title()}", language) == {
        kinds.CAVEAT_DROPPED
    }


def test_a_caveat_on_one_claim_asks_for_none_on_the_others() -> None:
    sentence = "Marlo Ferry Line: 140. It could not verify the film."
    film = {"id": "film", "printed": "film", "status": "could not verify the film", "sources": ("film",)}

    def asked(covers: Covers) -> set[Kind]:
        case = case_of(sentence, "en", sources=("film",))
        remark = replace(case.claim, **film, covers=covers)
        article = replace(case.article, claims=(case.claim, remark))
        told = ClaimCase(case.book, article, case.claim, {}, case.text, case.found)
        return {finding.kind for finding in verification.caveat_kept(told)}

    assert asked(Covers.EVERYTHING) == {kinds.CAVEAT_DROPPED}
    assert asked(Covers.CLAIM) == set()


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("de", "Marlo Ferry Line sagte am 3. März, 140 Menschen seien an Bord.", "2031-03-03"),
        ("de", "Marlo Ferry Line sagte am Montag, 140 Menschen seien an Bord.", "2031-03-03"),
        ("de", "Marlo Ferry Line sagte gestern, 140 Menschen seien an Bord.", "2031-03-03"),
        ("fr", "Marlo Ferry Line a déclaré lundi que 140 personnes étaient à bord.", "2031-03-03"),
        ("fr", "Marlo Ferry Line a déclaré le 3 mars que 140 personnes étaient à bord.", "2031-03-03"),
        ("es", "Marlo Ferry Line dijo el lunes que 140 personas iban a bordo.", "2031-03-03"),
        ("es", "Marlo Ferry Line dijo ayer que 140 personas iban a bordo.", "2031-03-03"),
        ("uk", "Marlo Ferry Line заявила 3 березня, що на борту 140 людей.", "2031-03-03"),
        ("ru", "Marlo Ferry Line заявила 3 марта, что на борту 140 человек.", "2031-03-03"),
    ],
)
def test_the_day_on_which_it_was_said_is_read(language: str, sentence: str, day: str) -> None:
    cue = next(cue for cue in ("sagte", "a déclaré", "dijo", "заявила") if cue in sentence)
    given = {"cue": cue, "entry": {"cue": cue}}
    assert found(timing.said_on, sentence, language, said_on=parse_edtf(day), **given) == set()
    assert found(timing.said_on, sentence, language, said_on=parse_edtf("2031-03-01"), **given) == {
        kinds.DATE_UNSUPPORTED
    }
    assert found(timing.said_on, sentence, language, **given) == {kinds.DAY_LEFT_OUT}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die Fahrt soll am 20. Dezember beginnen."),
        ("fr", "Le voyage doit commencer le 20 décembre."),
        ("es", "El viaje debe empezar el 20 de diciembre."),
        ("en", "The voyage was moved from 29 November to 20 December."),
        ("de", "Die Fahrt wurde auf den 20. Dezember verlegt."),
        ("fr", "Le voyage a été reporté au 20 décembre."),
        ("es", "El viaje se aplazó al 20 de diciembre."),
        ("uk", "Рейс планують почати 20 грудня."),
        ("ru", "Рейс планируют начать 20 декабря."),
    ],
)
def test_what_is_still_to_come_is_known(language: str, sentence: str) -> None:
    whole = (0, len(sentence))
    day = expressions(sentence, whole, parse_edtf("2031-12-01"), language)[-1]
    assert is_coming(sentence, whole, day.span, language)
    told = {
        "moved from 29 November to": "held on",
        "auf den 20. Dezember verlegt": "am 20. Dezember begonnen",
        "reporté au": "fait le",
        "aplazó al": "hizo el",
        "soll": "konnte",
        "doit": "a pu",
        "debe": "pudo",
        "планують": "змогли",
        "планируют": "смогли",
    }
    been = next(sentence.replace(old, new) for old, new in told.items() if old in sentence)
    whole = (0, len(been))
    [day] = expressions(been, whole, parse_edtf("2031-12-01"), language)
    assert not is_coming(been, whole, day.span, language)


@pytest.mark.parametrize(
    ("language", "sentence", "fits"),
    [
        ("de", "140 Menschen wurden getötet.", True),
        ("de", "140 Menschen wurden verletzt.", False),
        ("fr", "140 personnes ont été tuées.", True),
        ("fr", "140 personnes ont été blessées.", False),
        ("es", "Murieron 140 personas.", True),
        ("es", "Hubo 140 heridos.", False),
        # No word of it is translated: nobody can tell.
        ("uk", "Загинули 140 людей.", True),
    ],
)
def test_what_is_counted_is_looked_for_in_the_languages_words(
    language: str, sentence: str, fits: bool
) -> None:
    wrong = found(figures.counts_printed, sentence, language, counts="killed")
    assert (kinds.COUNTS_NOT_PRINTED not in wrong) == fits


def test_every_rule_that_rests_without_words_is_one() -> None:
    rules = [rule for named in LANGUAGE_RULES.values() for rule in named]
    assert len(rules) == len(set(rules))


@pytest.mark.parametrize(
    ("sentence", "day", "right"),
    [
        ("The Marlo Ferry Line had 140 aboard.", "2031-03", False),
        ("The Marlo Ferry Line had 140 aboard.", "2031-03-04", False),
        ("The Marlo Ferry Line had 140 aboard in March.", "2031-03", True),
    ],
)
def test_the_month_of_an_article_is_not_the_day_of_what_it_tells(
    sentence: str, day: str, right: bool
) -> None:
    case = case_of(sentence, "en", entry={"as_of": day}, as_of=parse_edtf(day))
    wrong = set() if right else {kinds.DATE_UNSUPPORTED}
    assert {finding.kind for finding in as_of.as_of(case)} == wrong


@pytest.mark.parametrize(
    ("language", "cue", "sentence", "dated"),
    [
        ("de", "sagte", "Am Montag sagte Marlo Ferry Line, 140 Menschen seien an Bord.", True),
        ("de", "laut", "Am Montag waren 140 Menschen an Bord, laut Marlo Ferry Line.", False),
        ("de", "sagte", "Marlo Ferry Line sagte, dass am Montag 140 Menschen an Bord gingen.", False),
        ("fr", "selon", "Lundi, 140 personnes étaient à bord, selon Marlo Ferry Line.", False),
        ("fr", "a dit", "Lundi, Marlo Ferry Line a dit que 140 personnes étaient à bord.", True),
        ("fr", "a dit", "Marlo Ferry Line a dit que lundi 140 personnes étaient à bord.", False),
        ("es", "según", "El lunes iban a bordo 140 personas, según Marlo Ferry Line.", False),
        ("es", "dijo", "El lunes dijo Marlo Ferry Line que iban 140 personas.", True),
        ("es", "dijo", "Marlo Ferry Line dijo que el lunes iban 140 personas.", False),
        ("ru", "заявила", "В понедельник Marlo Ferry Line заявила, что на борту 140 человек.", True),
        ("ru", "сообщила", "В понедельник на борту было 140 человек, сообщила Marlo Ferry Line.", False),
    ],
)
def test_the_day_of_what_is_told_is_none_of_saying(
    language: str, cue: str, sentence: str, dated: bool
) -> None:
    told = found(timing.said_on, sentence, language, cue=cue, entry={"cue": cue})
    assert told == ({kinds.DAY_LEFT_OUT} if dated else set())


@pytest.mark.parametrize(
    ("sentence", "hedged"),
    [
        ("La compagnie fait état d'environ 140 passagers.", "environ 140"),
        ("La compagnie dit qu'au moins 140 passagers étaient à bord.", "au moins 140"),
    ],
)
def test_a_hedge_behind_a_lost_vowel_is_printed_and_missed(sentence: str, hedged: str) -> None:
    def told(printed: str) -> set[Kind]:
        value = read(printed, "fr")
        return found(figures.hedge_dropped, sentence, "fr", printed=printed, value=value)

    assert told(hedged) == set()
    assert told("140") == {kinds.HEDGE_DROPPED}


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("en", 'Marlo Ferry Line said: "We have lost the ship, but not the crew."', "We have lost the ship"),
        ("de", 'Marlo Ferry Line sagte: "Wir sind nicht pleite, sondern beraubt."', "Wir sind nicht pleite"),
        (
            "fr",
            "Marlo Ferry Line a dit : « Ce n'est pas un naufrage, c'est un vol. »",
            "Ce n'est pas un naufrage",
        ),
        ("es", "Marlo Ferry Line dijo: «El barco es viejo, pero no es peligroso».", "El barco es viejo"),
    ],
)
def test_a_quotation_is_not_cut_before_what_it_sets_against_its_words(
    language: str, sentence: str, printed: str
) -> None:
    told = {"question": "cause/reason", "value": None, "speech": Speech.QUOTED}
    assert found(words.half_said, sentence, language, printed=printed, **told) == {kinds.MEANING_CUT}
    assert (
        found(words.half_said, sentence, language, printed=printed, **{**told, "speech": Speech.REPORTED})
        == set()
    )
    whole = re.search('["«] ?(.*?)[.,]? ?["»]', sentence)
    assert whole is not None
    assert found(words.half_said, sentence, language, printed=whole[1], **told) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        'Marlo Ferry Line said: "The quarrel between the port and the harbour board will go on."',
        'Marlo Ferry Line said: "The quarrel ... will go on."',
    ],
)
def test_a_quotation_may_end_before_between_and_where_the_text_cuts_it(sentence: str) -> None:
    told = {"question": "cause/reason", "value": None, "speech": Speech.QUOTED}
    assert found(words.half_said, sentence, "en", printed="The quarrel", **told) == set()


def test_may_is_a_month_where_it_has_a_capital() -> None:
    quote = "moved from 29 May to 5 June"
    more = {"printed": "5 June", "entry": {"quote": quote}, "quote": quote}
    assert found(words.meaning_cut, f"The voyage was {quote}.", "en", **more) == set()
    assert found(words.meaning_cut, "It may 140 times.", "en", printed="140 times") == {kinds.MEANING_CUT}


def test_a_day_of_the_other_half_of_a_sentence_is_not_that_of_the_saying() -> None:
    sentence = "Some 140 left in 2030, Marlo Ferry Line said; in January, 70 did so."
    more = {"cue": "said", "entry": {"cue": "said"}}
    assert found(timing.said_on, sentence, "en", **more) == set()
    sentence = "Some 140 left in 2030, Marlo Ferry Line said in January; 70 did so."
    assert found(timing.said_on, sentence, "en", **more) == {kinds.DAY_LEFT_OUT}
