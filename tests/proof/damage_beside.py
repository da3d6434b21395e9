"""Ways to damage the texts of the invented stories: the figure stays, and its sentence makes it answer something else.

The sentence of a claim is told anew in the article's language, once so that it answers the question and once in
each of the ways that blind sets of spoiled claims had. What only the first is told of counts for nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from builder.proof.text import Span, Text
from tests.proof.damage import Damage, Ground, each

RIGHT = "right"
"""The way that is none."""

PEOPLE: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "en": (
        {"killed": "killed", "injured": "injured", "missing": "missing", "treated": "treated in hospital"},
        {
            RIGHT: "Officially, {n} people were {v}.",
            "another subject": "Officially, {n} horses were {v}.",
            "another period": "In March 2019, {n} people were {v}.",
            "another place": "In Norway, {n} people were {v}.",
            "a former figure": "Officially, 900 people were {v}, up from {n} the day before.",
            "a part for the whole": "Officially, 900 people were {v}, including {n} children.",
            "a rate for the total": "Officially, {n} people were {v} per 1,000 inhabitants.",
            "a forecast as fact": "Officially, {n} people are expected to be {v}.",
        },
    ),
    "de": (
        {"killed": "getötet", "injured": "verletzt", "missing": "vermisst", "treated": "im Krankenhaus behandelt"},
        {
            RIGHT: "Offiziell wurden {n} Menschen {v}.",
            "another subject": "Offiziell wurden {n} Pferde {v}.",
            "another period": "Im März 2019 wurden {n} Menschen {v}.",
            "another place": "In Norwegen wurden {n} Menschen {v}.",
            "a former figure": "Offiziell wurden 900 Menschen {v}, nach {n} am Vortag.",
            "a part for the whole": "Offiziell wurden 900 Menschen {v}, darunter {n} Kinder.",
            "a rate for the total": "Offiziell wurden {n} Menschen je 1.000 Einwohner {v}.",
            "a forecast as fact": "Voraussichtlich werden {n} Menschen {v}.",
        },
    ),
    "fr": (
        {"killed": "tuées", "injured": "blessées", "missing": "portées disparues", "treated": "soignées à l'hôpital"},
        {
            RIGHT: "Selon le bilan, {n} personnes ont été {v}.",
            "another subject": "Selon le bilan, {n} vaches ont été {v}.",
            "another period": "En mars 2019, {n} personnes ont été {v}.",
            "another place": "En Norvège, {n} personnes ont été {v}.",
            "a former figure": "Selon le bilan, 900 personnes ont été {v}, contre {n} la veille.",
            "a part for the whole": "Selon le bilan, 900 personnes ont été {v}, dont {n} enfants.",
            "a rate for the total": "Selon le bilan, {n} personnes pour 1 000 habitants ont été {v}.",
            "a forecast as fact": "Selon les prévisions, {n} personnes seront {v}.",
        },
    ),
    "es": (
        {"killed": "muertas", "injured": "heridas", "missing": "desaparecidas", "treated": "atendidas en el hospital"},
        {
            RIGHT: "Según el balance, {n} personas resultaron {v}.",
            "another subject": "Según el balance, {n} vacas resultaron {v}.",
            "another period": "En marzo de 2019, {n} personas resultaron {v}.",
            "another place": "En Noruega, {n} personas resultaron {v}.",
            "a former figure": "Según el balance, 900 personas resultaron {v}, frente a {n} el día anterior.",
            "a part for the whole": "Según el balance, 900 personas resultaron {v}, entre ellas {n} niños.",
            "a rate for the total": "Según el balance, {n} personas por cada 1.000 habitantes resultaron {v}.",
            "a forecast as fact": "Según las previsiones, {n} personas resultarán {v}.",
        },
    ),
}  # fmt: skip
"""Language -> its words for what befell people, and the sentences."""

BANK = {
    "total assets": "Tessmar Bank had total assets of {n} in December 2030",
    "deposits": "Tessmar Bank had deposits of {n} in December 2030",
}
"""What is counted of the bank, in English."""

OF_THE_BANK: dict[str, tuple[str, str, str]] = {
    "another subject": ("Tessmar Bank", "The rival Harrow Bank", ""),
    "another period": ("December 2030", "March 2019", ""),
    "another place": ("in December 2030", "in Norway alone", ""),
    "a former figure": ("{n}", "$900 billion", ", up from {n} a year earlier"),
    "a part for the whole": ("{n}", "$900 billion", ", including {n} in loans"),
    "a rate for the total": ("{n}", "{n} per branch", ""),
    "a forecast as fact": ("had", "is expected to have", ""),
}
"""Way -> what is put for what in those clauses, and what is put behind."""

CUT: dict[str, tuple[str, str, str, tuple[str, str]]] = {
    "en": (
        "In short, ",
        "It is not true that ",
        "They denied that ",
        ("That ", ", as was said first, is not true"),
    ),
    "de": ("Kurz gesagt: ", "Es stimmt nicht, dass ", "Sie bestritten, dass ", ("Dass ", ", stimmt nicht")),
    "fr": ("En bref, ", "Il est faux que ", "Ils ont nié que ", ("Que ", ", comme on l'a dit, est faux")),
    "es": ("En resumen, ", "No es cierto que ", "Negaron que ", ("Que ", ", como se dijo, es falso")),
}
"""What may stand before quoted words: something that changes nothing, two clauses that a quotation cuts off from them, and what makes a
subject of them, with what is said of it."""


KEPT = ("id", "question", "printed", "modifier", "low", "high", "unit", "value", "counts", "of")
"""The keys of a claim that stay."""


def beside(ground: Ground, texts: dict[str, Text]) -> Iterator[tuple[Damage, Damage]]:
    """Yield every damage with the same claim in a sentence that it is right for."""
    for article, index, claim in each(ground):
        data = copy.deepcopy(ground.articles[article])
        own = data["claims"][index]
        # Days, scopes and speakers of a claim are of its own text.
        data["claims"] = [own := {key: own[key] for key in KEPT if key in own}]
        text = texts[data["source_file"]]
        if claim["printed"].isupper() or claim.get("where") or text.content.count(claim["printed"]) != 1:
            continue
        start = text.content.index(claim["printed"])
        span = text.normal.raw(text.around((start, start + 1)))
        own["printed"] = claim["printed"][0].lower() + claim["printed"][1:]
        told = _sentences(ground, claim["question"], claim.get("counts"), data.get("language", "en"))
        ways = {kind: sentence.replace("{n}", own["printed"]) for kind, sentence in told}
        for kind, sentence in ways.items():
            if kind != RIGHT:
                damage = Damage(kind, article, f"{claim['id']}: {sentence}", data)
                wrong, right = (
                    replace(damage, retold=partial(_put, span, one)) for one in (sentence, ways[RIGHT])
                )
                yield wrong, right


def _sentences(ground: Ground, question: str, counts: str | None, language: str) -> Iterator[tuple[str, str]]:
    """Yield every way with its sentence, in which ``{n}`` stands for the printed words."""
    counted, answer = counts or ground.counts[question], ground.questions[question]
    words, ways = PEOPLE.get(language, ({}, {}))
    if answer == "quantity" and counted in words:
        yield from ((kind, sentence.replace("{v}", words[counted])) for kind, sentence in ways.items())
    elif answer == "quantity" and counted in BANK and language == "en":
        yield RIGHT, f"{BANK[counted]}."
        for kind, (old, new, behind) in OF_THE_BANK.items():
            yield kind, f"{BANK[counted].replace(old, new)}{behind}."
    elif answer in ("wording", "yes-no") and language in CUT:
        told, untrue, denied, (opens, belied) = CUT[language]
        yield RIGHT, f"{told}{{n}}."
        yield "words cut off from what calls them untrue", f"{untrue}{{n}}."
        yield "words cut off from a denial", f"{denied}{{n}}."
        yield "words before what calls them untrue", f"{opens}{{n}}{belied}."


def _put(span: Span, sentence: str, raw: str) -> str:
    return f"{raw[: span[0]]}{sentence}{raw[span[1] :]}"
