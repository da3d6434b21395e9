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
