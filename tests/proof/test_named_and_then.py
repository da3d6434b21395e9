"""What a verb of saying beside a name does not do: call somebody by a name, deny what it leaves open, give the words to nobody."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof import one
from tests.proof.one import codes, problems

BOATS = {"unit": "people", "counts": "hurt", "of": "divers"}


@pytest.mark.parametrize(
    ("language", "text", "printed", "named", "said"),
    [
        ("en", "The boats lay at three piers, the union, called GUN, wrote.", "at three piers", "called", "wrote"),
        ("en", "The boats lay at three piers, the union, known as GUN, wrote.", "at three piers", "known as", "wrote"),
        ("de", "Die Boote lagen an drei Molen, schrieb die Gewerkschaft, genannt GUN, am Montag.", "an drei Molen", "genannt", "schrieb"),
        ("fr", "Les bateaux étaient à trois quais, écrit le syndicat, appelé GUN, lundi.", "à trois quais", "appelé", "écrit"),
        ("es", "Los barcos estaban en tres muelles, escribió el sindicato, llamado GUN, el lunes.", "en tres muelles", "llamado", "escribió"),
    ],
)  # fmt: skip
def test_a_name_for_somebody_is_no_cue(language: str, text: str, printed: str, named: str, said: str) -> None:
    for cue, told in ((named, True), (said, False)):
        found = codes(text, printed, Answer.WORDING, "Where?", language=language, sources=["union"], cue=cue)
        assert ("V126" in found) is told, cue


@pytest.mark.parametrize(
    ("language", "text", "printed", "cue"),
    [
        ("en", "Kane did not rule out that the nurses could work in Osk.", "could work in Osk", "did not rule out"),
        ("de", "Kane schloss nicht aus, dass die Pfleger in Osk arbeiten könnten.", "in Osk arbeiten könnten", "schloss"),
        ("fr", "Kane n'a pas exclu que les infirmières puissent travailler à Osk.", "travailler à Osk", "exclu"),
        ("es", "Kane no descartó que las enfermeras trabajen en Osk.", "trabajen en Osk", "descartó"),
        ("uk", "Kane не виключила, що медсестри працюватимуть в Osk.", "працюватимуть в Osk", "виключила"),
        ("ru", "Kane не исключила, что медсёстры будут работать в Osk.", "работать в Osk", "исключила"),
    ],
)  # fmt: skip
def test_what_is_not_ruled_out_is_open(language: str, text: str, printed: str, cue: str) -> None:
    asks = "Will the nurses work in Osk?"
    for value in (True, False):
        told = problems(
            text, printed, Answer.YES_NO, asks, language=language, value=value, sources=["kane"], cue=cue
        )
        assert any(code == "V145" and "leaves it open" in message for code, message in told), told
    assert not any("denies it" in message for _, message in told)


def test_a_speaker_who_opens_a_long_sentence_is_no_participle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(one.KNOWN, "town", ("Osk",))
    text = "President Ada Kane had said on Saturday that Osk was now using a noticeable number of foreign nurses in its wards, citing early data."
    printed = "using a noticeable number of foreign nurses"
    found = codes(
        text, printed, Answer.YES_NO, "Did Kane say that foreign nurses were used?", value=True, written={"attribution": "none"}
    )  # fmt: skip
    assert "V123" in found


@pytest.mark.parametrize(
    ("language", "text", "cue", "printed"),
    [
        ("en", "That is more than Osk gave on Monday. The union then spoke of 30 divers hurt at the weekend.", "spoke of", "30"),
        ("de", "Das ist mehr, als Osk am Montag angab. Die Gewerkschaft sprach damals von 30 Tauchern, die am Wochenende verletzt wurden.", "sprach", "30"),
        ("fr", "C'est plus que le chiffre donné lundi. Le syndicat parlait alors de 30 plongeurs blessés samedi.", "parlait", "30"),
        ("es", "Es más de lo que se dio el lunes. El sindicato habló entonces de 30 buzos heridos el sábado.", "habló", "30"),
    ],
)  # fmt: skip
def test_then_points_to_the_day_of_the_sentence_before(
    language: str, text: str, cue: str, printed: str
) -> None:
    # The article is of Thursday, 26 December 2024.
    asks = {"asks": "How many divers were hurt?", "question_of": BOATS, "sources": ["union"], "cue": cue}
    assert "V131" not in codes(text, printed, language=language, said_on="2024-12-23", **asks)
    assert "V131" in codes(text, printed, language=language, said_on="2024-12-24", **asks)


def test_a_part_by_a_pronoun_counts_what_its_whole_counts() -> None:
    text = "About 12,000 divers are in the country, some 11,000 of them in Osk, the mayor said."
    given = {"asks": "How many divers are deployed?", "question_of": {"counts": "deployed", "of": "divers"}}
    assert codes(text, "some 11,000", sources=["mayor"], cue="said", scope="Osk", **given) == set()


def wants(text: str, printed: str, cue: str, language: str, source: str = "union") -> set[str]:
    asks = {"asks": "How much is demanded?", "question_of": {"unit": "EUR", "counts": "demanded"}}
    return codes(text, printed, language=language, sources=[source], cue=cue, **asks) & {"V123", "V130"}


@pytest.mark.parametrize(
    ("language", "before", "text", "cue"),
    [
        ("en", "The union met on Friday.", "It wants at least 40 euros.", "wants"),
        ("en", "The union met on Friday.", "Its paper says 40 euros are wanted.", "says"),
        ("en", "The union met on Friday.", "She now puts it at 40 euros.", "puts"),
        ("de", "Die Gewerkschaft tagte.", "Verlangt werden nach Angaben der Organisation 40 Euro.", "nach Angaben"),
        ("fr", "Le syndicat s'est réuni.", "Il réclame 40 euros.", "réclame"),
        ("es", "El sindicato se reunió.", "Según su carta, se piden 40 euros.", "Según su"),
        ("uk", "GUN зібрався.", "За його словами, вимагають 40 євро.", "За його словами"),
        ("ru", "GUN собрался.", "По его словам, требуют 40 евро.", "По его словам"),
    ],
)  # fmt: skip
def test_a_cue_with_a_pronoun_is_of_who_was_named_before(
    monkeypatch: pytest.MonkeyPatch, language: str, before: str, text: str, cue: str
) -> None:
    monkeypatch.setitem(one.KNOWN, "union", (*one.KNOWN["union"], "GUN"))
    printed = {"en": "40 euros", "de": "40 Euro", "uk": "40 євро", "ru": "40 евро"}.get(language, "40 euros")
    assert wants(f"{before} {text}", printed, cue, language) == set()
    # Of two who were named, it is the last one.
    mayor = {"en": "The mayor came.", "de": "Der Bürgermeister kam.", "fr": "Le maire est venu.", "es": "El alcalde vino."}  # fmt: skip
    assert wants(f"{before} {mayor.get(language, 'Ada Kane.')} {text}", printed, cue, language)


@pytest.mark.parametrize(
    ("text", "printed", "cue", "source", "told"),
    [
        ("Ada Kane, its chief executive, said the union has not paid and will not pay.", "has not paid", "said", "kane", False),
        ("Ada Kane, its chief executive, said the union has not paid and will not pay.", "has not paid", "said", "union", True),
        ("Ada Kane, who is in Osk, says the union will be made to pay in full.", "will be made to pay", "says", "kane", False),
        ("They will be made to pay near Tarnwick, for now, said the union.", "will be made to pay", "said", "union", False),
        ("Ada Kane at a briefing: \"It was closed for a week and no fault was found.\"", "no fault was found", None, "kane", False),
        ("The union is asking for more and may ask for it in court.", "more", "asking", "union", False),
        ("The union is asked for more by many.", "more", "asked", "union", True),
    ],
)  # fmt: skip
def test_whose_verb_it_is(text: str, printed: str, cue: str | None, source: str, told: bool) -> None:
    found = codes(text, printed, Answer.WORDING, "What is said?", sources=[source], cue=cue)
    assert ("V123" in found) is told
