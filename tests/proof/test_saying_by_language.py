"""Verbs of saying in German, French and Spanish give the words to whom they are said of, in the orders in which papers print them."""

from __future__ import annotations

import re

import pytest

from builder.desk.suggest.saying import proposed
from builder.proof import kinds
from builder.values import speech
from tests.proof.saying import COASTGUARD, LINE, found

BEFORE = {
    "de": "Die {who} {verb}, dass 140 Menschen an Bord waren.",
    "fr": "La {who} {verb} que 140 personnes étaient à bord.",
    "es": "La {who} {verb} que 140 personas iban a bordo.",
    "uk": "{who} {verb}, що на борту 140 людей.",
    "ru": "{who} {verb}, что на борту 140 человек.",
}
BEHIND = {
    "de": "„Es waren 140 an Bord“, {verb} die {who}.",
    "fr": "« Ils étaient 140 à bord », {verb} la {who}.",
    "es": "«Iban 140 a bordo», {verb} la {who}.",
    "uk": "«На борту було 140», {verb} {who}.",
    "ru": "«На борту было 140», {verb} {who}.",
}
INSIDE = {
    "de": "Am Montag {verb} die {who}, 140 Menschen seien an Bord.",
    "fr": "Lundi {verb} la {who} : 140 personnes étaient à bord.",
    "es": "El lunes {verb} la {who} que 140 personas iban a bordo.",
}
VERBS = [(language, verb) for language in BEFORE for verb in speech.forms(language)]
WHOLE = [(language, verb) for language, verb in VERBS if " ... " not in verb]
BOTH_WAYS = pytest.mark.parametrize(
    ("who", "differs"), [(LINE, False), (COASTGUARD, True)], ids=["own", "another's"]
)


def judged(sentence: str, language: str, cue: str, *, differs: bool) -> None:
    wrong = found(sentence, language, cue)
    assert (kinds.SPEAKER_DIFFERS in wrong) == differs, sentence
    assert (kinds.SOURCE_NOT_NEAR in wrong) == differs, sentence
    if not differs:
        assert wrong == set(), sentence


def in_both_directions(sentence: str, language: str, verb: str) -> None:
    judged(sentence.format(who=LINE, verb=verb), language, verb, differs=False)
    judged(sentence.format(who=COASTGUARD, verb=verb), language, verb, differs=True)


@BOTH_WAYS
@pytest.mark.parametrize(("language", "verb"), [pair for pair in VERBS if pair not in WHOLE])
def test_who_stands_before_a_verb_in_two_parts_says_it(
    language: str, verb: str, who: str, differs: bool
) -> None:
    sentence = BEFORE[language].format(who=who, verb=verb.replace("...", "am Abend"))
    judged(sentence, language, verb.partition(" ... ")[0], differs=differs)


@pytest.mark.parametrize(("language", "verb"), WHOLE)
def test_a_verb_gives_the_words_to_who_stands_before_or_behind_it(language: str, verb: str) -> None:
    in_both_directions(BEFORE[language], language, verb)
    in_both_directions(BEHIND[language], language, verb)
    if language in INSIDE:
        in_both_directions(INSIDE[language], language, verb)


@BOTH_WAYS
@pytest.mark.parametrize("verb", speech.parted("de"), ids=lambda verb: f"{verb.first} {verb.rest}")
@pytest.mark.parametrize(
    "sentence",
    [
        "140 Menschen waren an Bord, {first} die {who} am Abend {rest}.",
        "„Es waren 140 an Bord“, {first} die {who} {rest}.",
        "Am Montag {first} die {who} in einer Erklärung {rest}, dass 140 Menschen an Bord waren.",
    ],
)
def test_a_verb_in_two_parts_stands_around_who_says_it(
    sentence: str, verb: speech.Parted, who: str, differs: bool
) -> None:
    said = sentence.format(first=verb.first, rest=verb.rest, who=who)
    judged(said, "de", verb.first, differs=differs)


@BOTH_WAYS
@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("de", "Laut {who} waren 140 Menschen an Bord.", "laut"),
        ("de", "Nach Angaben der {who} waren 140 Menschen an Bord.", "Nach Angaben"),
        ("de", "Der {who} zufolge waren 140 Menschen an Bord.", "zufolge"),
        ("de", "140 Menschen waren an Bord, so die {who}.", "so"),
        ("de", "„Es waren 140“, sagte ein Sprecher der {who} am Montag.", "sagte"),
        ("de", "Wie die {who} am Abend mitteilte, waren 140 Menschen an Bord.", "mitteilte"),
        ("fr", "Selon la {who}, 140 personnes étaient à bord.", "Selon"),
        ("fr", "D'après la {who}, 140 personnes étaient à bord.", "D'après"),
        ("fr", "140 personnes étaient à bord, a déclaré un porte-parole de la {who}.", "a déclaré"),
        ("fr", "La {who} a notamment indiqué que 140 personnes étaient à bord.", "indiqué"),
        ("fr", "Selon l'{who}, 140 personnes étaient à bord.", "Selon"),
        ("es", "Según la {who}, 140 personas iban a bordo.", "Según"),
        ("es", "De acuerdo con la {who}, 140 personas iban a bordo.", "De acuerdo con"),
        ("es", "«Iban 140 a bordo», dijo un portavoz de la {who}.", "dijo"),
        ("uk", "За словами {who}, на борту було 140 людей.", "За словами"),
        ("ru", "По данным {who}, на борту было 140 человек.", "По данным"),
    ],
)  # fmt: skip
def test_other_ways_to_give_somebody_the_words(
    language: str, sentence: str, cue: str, who: str, differs: bool
) -> None:
    judged(sentence.format(who=who), language, cue, differs=differs)


@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("de", "Die {line} sagte der {coast}, 140 Menschen seien an Bord.", "sagte"),
        ("de", "Die {line} teilte der {coast} am Abend mit, dass 140 Menschen an Bord waren.", "teilte"),
        ("fr", "La {line} a dit à la {coast} que 140 personnes étaient à bord.", "a dit"),
        ("es", "La {line} dijo a la {coast} que 140 personas iban a bordo.", "dijo"),
        ("en", "The {line} told the {coast} that 140 were aboard.", "told"),
    ],
)
def test_who_is_told_says_nothing(language: str, sentence: str, cue: str) -> None:
    assert found(sentence.format(line=LINE, coast=COASTGUARD), language, cue) == set()
    turned = sentence.format(line=COASTGUARD, coast=LINE)
    assert kinds.SPEAKER_DIFFERS in found(turned, language, cue)


@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("de", "140 Menschen waren an Bord eines Bootes der {coast}, sagte die {line}.", "sagte"),
        ("fr", "140 personnes étaient à bord d'une vedette de la {coast}, a déclaré la {line}.", "a déclaré"),
        ("es", "140 personas iban a bordo de una lancha de la {coast}, dijo la {line}.", "dijo"),
        ("en", "140 were aboard a boat of the {coast}, said the {line}.", "said"),
    ],
)
def test_a_verb_behind_a_comma_belongs_to_the_name_behind_it(language: str, sentence: str, cue: str) -> None:
    assert found(sentence.format(line=LINE, coast=COASTGUARD), language, cue) == set()
    turned = sentence.format(line=COASTGUARD, coast=LINE)
    assert kinds.SPEAKER_DIFFERS in found(turned, language, cue)


@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("de", "Die {line} schwieg lange. 140 Menschen seien an Bord, sagte sie am Abend.", "sagte"),
        ("de", "Die {line} schwieg lange. 140 Menschen seien an Bord, teilte sie am Abend mit.", "teilte"),
        ("de", "Die {line} schwieg lange. Die Behörde meldete 140 Menschen an Bord.", "meldete"),
        ("fr", "La {line} se taisait. « Ils étaient 140 », a-t-elle déclaré.", "déclaré"),
        ("fr", "La {line} se taisait. « Ils étaient 140 », dit-elle.", "dit"),
        ("fr", "La {line} se taisait. Elle a précisé que 140 personnes étaient à bord.", "précisé"),
        ("es", "La {line} callaba. «Iban 140 a bordo», dijo.", "dijo"),
        ("es", "La {line} callaba. El ministerio informó de 140 personas a bordo.", "informó"),
        ("uk", "{line} мовчала. «На борту 140 людей», сказала вона.", "сказала"),
        ("ru", "{line} молчала. «На борту 140 человек», сказала она.", "сказала"),
    ],
)
def test_he_said_means_who_was_named_before(language: str, sentence: str, cue: str) -> None:
    assert found(sentence.format(line=LINE), language, cue) == set()
    assert kinds.ATTRIBUTION_UNFIT in found(f"{sentence.format(line=COASTGUARD)} {LINE} 1.", language, cue)
    assert kinds.SPEAKER_DIFFERS in found(sentence.format(line=LINE), language, None, sources=())


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Am Abend gab es 140 Menschen an Bord der {who}."),
        ("de", "Im Schreiben der {who} stehen 140 Namen."),
        ("de", "Nach den Berichten der {who} war es still, 140 schliefen."),
        ("de", "Die {who} führte 140 Arbeiten aus."),
        ("de", "Das Boot der {who} drohte mit 140 Menschen zu sinken."),
        ("fr", "Avant l'annonce de la {who}, 140 personnes dormaient."),
        ("fr", "Le communiqué de la {who} avait 140 mots."),
        ("es", "La denuncia de la {who} tenía 140 páginas."),
        ("es", "En dicho barco de la {who} iban 140."),
        ("en", "The {who} called off 140 trips."),
        ("en", "The report of the {who} had 140 pages."),
        ("en", "The {who} posted 140 pictures."),
    ],
)
def test_what_is_no_saying_gives_nobody_the_words(language: str, sentence: str) -> None:
    assert kinds.SPEAKER_DIFFERS not in found(sentence.format(who=COASTGUARD), language, None, sources=())
    assert kinds.CUE_DROPPED not in found(sentence.format(who=LINE), language, None)


@pytest.mark.parametrize(("language", "verb"), WHOLE)
def test_proposals_know_the_same_verbs(language: str, verb: str) -> None:
    assert re.fullmatch(proposed(language), verb, re.IGNORECASE)


@pytest.mark.parametrize("language", BEFORE)
def test_no_verb_stands_twice(language: str) -> None:
    verbs = speech.forms(language)
    assert len(set(verbs)) == len(verbs)
