"""Who says it, and who is only spoken of: in a clause of time, for a figure beside a place, behind "she said", for a body."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from builder.content.model import Source
from builder.proof.case import Book, ClaimCase
from builder.proof.rules.attribution import speaker_kept
from tests.proof.one import codes
from tests.proof.saying import case_of

LINE, ROOD = ("ferry-line",), ("rood",)


def case(text: str, language: str, printed: str = "140", **more: Any) -> ClaimCase:
    """A claim on a text, on a site that knows Ada Rood of the ferry line too."""
    found = case_of(text, language, printed=printed, **more)
    site = found.book.site
    rood = replace(
        site.sources["coastguard"], id="rood", name="Ada Rood", short="Ada Rood", aliases=("Rood",)
    )
    assert isinstance(rood, Source)
    return replace(found, book=Book(replace(site, sources={**site.sources, "rood": rood}), {}))


def told(text: str, language: str, sources: tuple[str, ...] = (), **more: Any) -> list[str]:
    entry = {"attribution": "none"} if not sources else {}
    return [
        finding.message
        for finding in speaker_kept(case(text, language, sources=sources, entry=entry, **more))
    ]


GIVEN = "the sentence gives its words to the ferry line"


@pytest.mark.parametrize(
    ("language", "outside", "inside"),
    [
        (
            "en",
            "Some 140 went ashore on Monday, a day after Marlo Ferry Line disclosed a leak.",
            "They went ashore on Monday, a day after Marlo Ferry Line disclosed 140 leaks.",
        ),
        (
            "en",
            "After Marlo Ferry Line warned of a gale, 140 stayed ashore.",
            "After a gale, Marlo Ferry Line warned 140 were ashore.",
        ),
        (
            "de",
            "Es gingen 140 Menschen an Land, nachdem Marlo Ferry Line ein Leck gemeldet hatte.",
            "Sie gingen an Land, nachdem Marlo Ferry Line 140 Lecks gemeldet hatte.",
        ),
        (
            "fr",
            "Ils étaient 140 à terre, après que Marlo Ferry Line a annoncé une fuite.",
            "Ils étaient à terre, après que Marlo Ferry Line a annoncé 140 fuites.",
        ),
        (
            "es",
            "Bajaron 140 pasajeros, después de que Marlo Ferry Line anunció una avería.",
            "Bajaron todos, después de que Marlo Ferry Line anunció 140 averías.",
        ),
    ],
)
def test_what_somebody_says_in_a_clause_of_time_stays_in_it(language: str, outside: str, inside: str) -> None:
    assert told(outside, language) == []
    assert told(inside, language) == [GIVEN]
    assert told(inside, language, LINE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 140 have gone ashore since Monday according to Marlo Ferry Line.",
        "Some 140 went ashore after the fire, Marlo Ferry Line said.",
        "Because of the fire, Marlo Ferry Line said, 140 went ashore.",
        "Some 140 went ashore before noon, said Marlo Ferry Line.",
        "Some 140 have left since Monday, Marlo Ferry Line reported after Osk Coastguard had closed the port.",
    ],
)
def test_a_word_of_time_before_something_else_takes_nobody_the_words(sentence: str) -> None:
    assert told(sentence, "en") == [GIVEN]


def test_a_pronoun_in_a_clause_of_time_says_nothing_outside_of_it() -> None:
    before = "The ship lay in port. "
    assert told(f"{before}Some 140 left it, two days after it had disclosed a leak.", "en") == []
    assert told(f"{before}They left, two days after it had disclosed 140 leaks.", "en") == [
        'the sentence has "it had disclosed", and no source is named'
    ]
    assert told(f"{before}Some 140 left it, it had disclosed.", "en") == [
        'the sentence has "it had disclosed", and no source is named'
    ]


def test_who_is_only_put_into_something_says_nothing() -> None:
    assert told("Some 140 left when the port took Marlo Ferry Line and put it into other hands.", "en") == []
    assert told("The guard shut Marlo Ferry Line on Friday and put 140 people into boats.", "en") == []
    assert told("Marlo Ferry Line put the number aboard at 140.", "en") == [GIVEN]


@pytest.mark.parametrize(
    ("language", "text", "given"),
    [
        ("en", "In Osk Sound, according to Marlo Ferry Line, 140 people were aboard.", False),
        ("en", "Marlo Ferry Line put those aboard in Osk Sound at 140.", False),
        ("en", "The Marlo stopped in Osk Sound, according to Marlo Ferry Line.", True),
        ("en", "According to Marlo Ferry Line, she stopped in Osk Sound with 140 aboard.", True),
        ("en", "Marlo Ferry Line said that 140 were aboard in Osk Sound.", True),
        ("de", "Im Osk Sound waren nach Angaben von Marlo Ferry Line rund 140 Menschen an Bord.", False),
        ("de", "Marlo Ferry Line bezifferte die Zahl der Menschen im Osk Sound auf 140.", False),
        ("de", "Nach Angaben von Marlo Ferry Line lag sie im Osk Sound, mit 140 an Bord.", True),
        ("fr", "Dans Osk Sound, selon Marlo Ferry Line, 140 personnes étaient à bord.", False),
        ("fr", "Marlo Ferry Line a évalué à 140 les personnes à bord dans Osk Sound.", False),
        ("es", "Marlo Ferry Line cifró en 140 los pasajeros del barco parado en Osk Sound.", False),
        ("es", "El barco paró en Osk Sound, según Marlo Ferry Line.", True),
    ],
)
def test_a_place_beside_a_figure_that_somebody_gives_is_the_texts_own(
    language: str, text: str, given: bool
) -> None:
    place = {"question": "cause/where", "printed": "Osk Sound"}
    assert told(text, language, **place) == ([GIVEN] if given else [])
    if "140" in text and "with 140" not in text and "mit 140" not in text:
        assert told(text, language) == [GIVEN]


@pytest.mark.parametrize(
    ("language", "before", "sentence"),
    [
        ("en", "Ada Rood spoke in port. ", "She repeated that Marlo Ferry Line had counted 140."),
        ("en", "Ada Rood spoke in port. ", "The chairwoman said Marlo Ferry Line had reported 140."),
        ("de", "Ada Rood sprach im Hafen. ", "Sie sagte, dass Marlo Ferry Line 140 gemeldet habe."),
        ("fr", "Ada Rood a parlé au port. ", "Elle a dit que Marlo Ferry Line avait annoncé 140 passagers."),
        ("es", "Ada Rood habló en el puerto. ", "Ella dijo que Marlo Ferry Line anunció 140 pasajeros."),
    ],
)
def test_who_is_spoken_of_behind_she_said_need_not_be_a_source(
    language: str, before: str, sentence: str
) -> None:
    assert told(before + sentence, language, ROOD) == []
    assert told(before + sentence, language, LINE) == []
    # Nobody else, and nobody who was not named last.
    assert told(before + sentence, language, ("coastguard",)) == [GIVEN]
    between = before + "Osk Coastguard was there. " if language == "en" else ""
    assert told(between + sentence, language, ROOD) == [GIVEN]
    # Of two who are named in the sentence before, she is who spoke there.
    if language == "en":
        both = "Ada Rood told Osk Coastguard of it. "
        assert told(both + sentence, language, ROOD) == []
        assert told(both + sentence, language, ("coastguard",)) == [GIVEN]
    # Without the pronoun in front the words are the line's.
    assert told(before + "Marlo Ferry Line: 140, it said. Marlo Ferry Line said so.", language, LINE) == []


@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("en", "Some 140 were aboard, Ada Rood of the Marlo Ferry Line said.", "said"),
        ("en", "A spokeswoman for Marlo Ferry Line, Ada Rood, said that 140 were aboard.", "said"),
        ("de", "An Bord waren 140 Menschen, sagte die Sprecherin der Marlo Ferry Line, Ada Rood.", "sagte"),
        ("fr", "Ils étaient 140, assure la porte-parole de Marlo Ferry Line, Ada Rood.", "assure"),
        ("es", "Iban 140 a bordo, dijo la portavoz de Marlo Ferry Line, Ada Rood.", "dijo"),
    ],
)
def test_who_speaks_for_a_body_and_the_body_are_one(language: str, sentence: str, cue: str) -> None:
    assert told(sentence, language, ROOD, cue=cue) == []
    assert told(sentence, language, LINE, cue=cue) == []
    assert told(sentence, language, ("coastguard",), cue=cue) != []
    # Two bodies, and a person who speaks for none, are two.
    two = "Some 140 were aboard, said Marlo Ferry Line and Ada Rood."
    assert told(two, "en", ROOD) == ["the ferry line is named for it as well"]


SET_AGAINST = [
    ("en", "Some 140 were aboard, though Marlo Ferry Line says that the risk is low."),
    ("en", "While 140 stayed aboard, Marlo Ferry Line said that the worst was over."),
    ("de", "Es waren 140 an Bord, aber Marlo Ferry Line versicherte dass nichts fehle."),
    ("fr", "Quelque 140 étaient à bord, mais Marlo Ferry Line a assuré que rien ne manquait."),
    ("es", "Mientras 140 seguían a bordo, Marlo Ferry Line dijo que lo peor había pasado."),
    ("es", "Unos 140 seguían a bordo, aunque Marlo Ferry Line aseguró que nada faltaba."),
]


@pytest.mark.parametrize(("language", "sentence"), SET_AGAINST)
def test_a_clause_that_is_set_against_a_claim_gives_it_to_nobody(language: str, sentence: str) -> None:
    assert told(sentence, language) == []


@pytest.mark.parametrize(
    "sentence",
    [
        # What is said stands before the verb, the clause with it.
        "While 140 stayed aboard, Marlo Ferry Line said, nobody was hurt.",
        "Nobody was hurt, while 140 stayed aboard, Marlo Ferry Line said.",
        # It stands behind the verb.
        "The weather was bad, but Marlo Ferry Line said that 140 were aboard.",
        "While the weather was bad, Marlo Ferry Line said that 140 were aboard.",
    ],
)
def test_what_is_said_itself_is_set_against_nothing(sentence: str) -> None:
    assert told(sentence, "en") == [GIVEN]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Hackers offered 140 files to Marlo Ferry Line and promised more."),
        ("fr", "Les pirates offrent 140 fichiers à Marlo Ferry Line et promettent le silence."),
        ("es", "Los piratas ofrecen 140 archivos a Marlo Ferry Line y prometen silencio."),
    ],
)
def test_a_verb_behind_and_is_of_whom_the_sentence_is_about(language: str, sentence: str) -> None:
    assert told(sentence, language) == []


def test_who_is_told_something_says_nothing() -> None:
    text = "Desde mayo, Ada Rood advirtió a Marlo Ferry Line que 140 estaban a bordo."
    assert told(text, "es", sources=ROOD) == []
    assert told(text, "es", sources=LINE) != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Some 140 went ashore, ten more than Ada Rood admitted last week, according to Marlo Ferry Line.",
        ),
        ("de", "140 gingen an Land, zehn mehr als ihre Chefin Ada Rood sagte, teilte Marlo Ferry Line mit."),
        ("fr", "Ils étaient 140 à terre, dix de plus que Ada Rood a déclaré, selon Marlo Ferry Line."),
        ("es", "Eran 140 en tierra, diez más de lo que Ada Rood afirmó, según Marlo Ferry Line."),
    ],
)
def test_who_is_only_compared_with_gives_no_words(language: str, text: str) -> None:
    """The figure is that of who says the sentence, not of whose older one it is above."""
    assert told(text, language, LINE) == []
    assert told(text, language, ROOD) == [GIVEN]


def test_those_who_spoke_are_no_pronoun_that_says_it() -> None:
    text = "El tribunal oyó a 140 testigos, más que los 35 que declararon en Pell."
    assert told(text, "es") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry, which took 140 ashore, is worth a million, according to Marlo Ferry Line."),
        ("fr", "Le ferry, qui a mis 140 personnes à terre, vaut un million, selon Marlo Ferry Line."),
        ("es", "El ferry, que dejó a 140 en tierra, vale un millón, según Marlo Ferry Line."),
    ],
)
def test_a_clause_between_commas_may_be_the_text_s_own(language: str, text: str) -> None:
    assert told(text, language) == []
    assert told(text, language, LINE) == []


def test_a_clause_between_commas_that_names_who_says_it_is_his() -> None:
    text = "The ferry, which Marlo Ferry Line said took 140 ashore, is worth a million."
    assert told(text, "en") == [GIVEN]


def test_a_name_is_known_in_the_german_genitive() -> None:
    """Of a body without a verb: "nach Angaben des Verbands"."""
    text = "Es gingen nach Angaben des Fährverbands 140 Menschen an Land."
    found = case(text, "de", sources=LINE)
    site = found.book.site
    line = replace(site.sources["ferry-line"], aliases=("Fährverband",))
    assert isinstance(line, Source)
    known = replace(found, book=Book(replace(site, sources={**site.sources, "ferry-line": line}), {}))
    assert known.book.speakers.named(text) == {"ferry-line"}
    assert known.book.speakers.named("Die Fährverbands kamen, des fährverbands auch.") == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ada Rood came. Some 140 are still on board of Marlo Ferry Line, she said."),
        ("en", "Some 140 are still on board of Marlo Ferry Line, the cook of the inn said."),
        ("de", "Ada Rood kam. Noch 140 sind an Bord bei Marlo Ferry Line, sie sagte das am Montag."),
        ("en", "Some 140 are still on board of Marlo Ferry Line, which sails, she has also said."),
    ],
)
def test_whoever_stands_behind_a_comma_says_it_and_not_the_name_before(language: str, sentence: str) -> None:
    assert GIVEN not in told(sentence, language)


@pytest.mark.parametrize("behind", [", who said", ", from Osk, said", " said"])
def test_what_stands_between_a_name_and_its_verb_is_nobody_else(behind: str) -> None:
    assert told(f"The captain is Ada Rood{behind} 140 went ashore.", "en") == [
        "the sentence gives its words to Ada Rood"
    ]


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("en", "Ada Kane, the mayor, told reporters that 140 people were injured.", "told"),
        ("de", "Kane, der Bürgermeister, sagte, 140 Menschen seien verletzt worden.", "sagte"),
        ("fr", "Ada Kane, maire, a déclaré que 140 personnes avaient été blessées.", "a déclaré"),
        ("es", "Ada Kane, el alcalde, dijo que 140 personas resultaron heridas.", "dijo"),
    ],
)
def test_what_somebody_is_called_behind_a_name_is_the_same_one(language: str, text: str, cue: str) -> None:
    for source in ("kane", "mayor"):
        assert "V123" not in codes(text, "140", language=language, sources=(source,), cue=cue), source
    assert "V123" in codes(text, "140", language=language, sources=("union",), cue=cue)


def test_who_is_listed_before_another_one_is_not_called_so() -> None:
    text = "Ada Kane went home, and the mayor told reporters that 140 people were injured."
    assert "V123" in codes(text, "140", sources=("kane",), cue="told")
