"""What a text is not sure of is kept: who a figure counts, that nothing was found, and a name that a quotation cuts."""

from __future__ import annotations

import pytest

from builder.content.vocabulary import Answer
from tests.proof.one import codes, problems

DROPPED, CUT = "V148", "V107"
SEEN = {"counts": None, "of": None}


@pytest.mark.parametrize(
    ("language", "text", "printed", "told"),
    [
        ("en", "The film showed the bodies of 23 soldiers, all supposedly conscripts.", "23", True),
        ("en", "It showed 23 bodies, most of them reportedly of conscripts.", "23", True),
        ("de", "Der Film zeigte 23 Soldaten, alle angeblich Wehrpflichtige.", "23", True),
        ("fr", "Le film montre 23 soldats, tous apparemment des conscrits.", "23", True),
        ("es", "El vídeo muestra a 23 soldados, todos supuestamente reclutas.", "23", True),
        ("en", "The film showed the bodies of 23 soldiers, all conscripts.", "23", False),
        # Of something else than those who are counted.
        ("en", "The film showed 23 soldiers, and the road was supposedly shut.", "23", False),
        ("en", "The film showed 23 soldiers on 4 roads, all supposedly shut.", "23", False),
    ],
)
def test_who_a_figure_supposedly_counts_is_left_open(
    language: str, text: str, printed: str, told: bool
) -> None:
    keys = {"language": language, "question_of": SEEN}
    assert (DROPPED in codes(text, printed, **keys)) is told
    if told:
        assert DROPPED not in codes(text, printed, leaves_open="who they were", **keys)


@pytest.mark.parametrize(
    ("language", "text", "printed", "doubt"),
    [
        (
            "en",
            "There was no indication of a storm, the ministry said.",
            "no indication of a storm",
            "no indication",
        ),
        (
            "de",
            "Es gebe keine Hinweise auf einen Sturm, sagte das Ministerium.",
            "keine Hinweise",
            "keine Hinweise",
        ),
        (
            "fr",
            "Il n'y a aucun indice de tempête, a dit le ministère.",
            "aucun indice de tempête",
            "aucun indice",
        ),
        (
            "es",
            "No hay indicios de temporal, dijo el ministerio.",
            "No hay indicios de temporal",
            "No hay indicios",
        ),
        ("en", "There was no storm, the ministry said.", "no storm", None),
    ],
)
def test_that_nothing_was_found_is_no_plain_no(
    language: str, text: str, printed: str, doubt: str | None
) -> None:
    keys = {"language": language, "value": False, "sources": ("ministry",)}
    asks = "Was there a storm?"
    assert (DROPPED in codes(text, printed, Answer.YES_NO, asks, **keys)) is bool(doubt)
    if doubt:
        assert not {DROPPED, "V147"} & codes(text, printed, Answer.YES_NO, asks, doubt=doubt, **keys)


@pytest.mark.parametrize(
    ("printed", "speech", "cut"),
    [
        ("great friction on the road to Osk", "quoted", True),
        ("great friction on the road to Osk Sound", "quoted", False),
        ("Sound for long", "quoted", True),
        ("great friction", "quoted", False),
        ("great friction on the road to Osk", "reported", False),
    ],
)
def test_a_quotation_cuts_no_name(printed: str, speech: str, cut: bool) -> None:
    text = 'The ministry said: "There will be great friction on the road to Osk Sound for long."'
    found = codes(
        text, printed, Answer.WORDING, "What did it say?", speech=speech, sources=("ministry",), cue="said"
    )
    assert (CUT in found) is cut


@pytest.mark.parametrize(
    ("language", "text", "printed", "doubt"),
    [
        (
            "en",
            "A worn cable was the most likely cause, the ministry said.",
            "A worn cable",
            "most likely cause",
        ),
        (
            "de",
            "Als wahrscheinlichste Ursache nannte die Reederei ein Kabel.",
            "ein Kabel",
            "wahrscheinlichste Ursache",
        ),
        ("fr", "Un câble usé est la piste la plus sérieuse.", "Un câble usé", "piste la plus sérieuse"),
        ("es", "La causa más probable es un cable gastado.", "un cable gastado", "causa más probable"),
    ],
)
def test_what_is_held_for_a_cause_and_no_more_is_told_as_that(
    language: str, text: str, printed: str, doubt: str
) -> None:
    keys = {"language": language, "answer": Answer.WORDING, "value": None}
    assert DROPPED in codes(text, printed, **keys)
    assert DROPPED not in codes(text, printed, doubt=doubt, **keys)


def test_what_is_no_cause_needs_no_doubt() -> None:
    keys = {"language": "en", "answer": Answer.WORDING, "value": None}
    assert DROPPED not in codes(
        "A worn cable lay on the quay, and fog was the most likely cause.", "A worn cable", **keys
    )


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "Nothing points to an attack in the harbour, and the search goes on.", "Nothing points to an attack"),
        ("en", "There was no clear evidence of an attack.", "no clear evidence of an attack"),
        ("de", "Hinweise auf einen Anschlag oder einen politischen Hintergrund gab es am Dienstag nicht, und die Suche ging weiter.", "Hinweise auf einen Anschlag oder einen politischen Hintergrund gab es am Dienstag nicht"),
        ("de", "Hinweise auf einen Anschlag gab es am Dienstag nicht.", "auf einen Anschlag gab es am Dienstag nicht"),
        ("fr", "Rien ne laisse penser à un attentat dans le port, et les recherches continuent.", "Rien ne laisse penser à un attentat"),
        ("es", "Nada apunta a un atentado en el puerto, y la búsqueda sigue.", "Nada apunta a un atentado"),
        ("ru", "Нет никаких признаков теракта в порту, и поиски продолжаются.", "никаких признаков теракта"),
        ("uk", "Немає ознак теракту в порту, і пошуки тривають.", "Немає ознак теракту"),
    ],
)  # fmt: skip
def test_no_sign_of_it_is_no_plain_no(language: str, text: str, printed: str) -> None:
    asks = "Was the blast an attack?"
    found = problems(text, printed, Answer.YES_NO, asks, language=language, value=False, attribution="none")
    assert [message for code, message in found if code == DROPPED and "no plain no" in message]
