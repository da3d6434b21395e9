"""One claim of any kind of answer on a text in any language, held against all rules on claims."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from builder.content.model import Claim, Source
from builder.content.vocabulary import Answer, Speech, Stake, Where
from builder.proof.applied import CLAIM_RULES
from builder.proof.case import Book, ClaimCase, find_claim
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from builder.values.figures.reader import read
from tests.factory import article, party, place, question, site

KNOWN = {
    "ministry": ("the ministry", "ministry", "ministerio", "ministère", "Ministerium"),
    "kane": ("Ada Kane", "Kane"),
    "union": ("the union", "union", "Gewerkschaft", "syndicat", "sindicato"),
    "tarnwick": ("Tarnwick", "The old guild"),
    "mayor": ("the mayor", "mayor", "Bürgermeister", "maire", "alcalde"),
}
"""Id of a source -> its names, in the languages of the texts."""
PLACES = ("elbing", "osk")
_DATES = ("said_on", "as_of")


def problems(
    text: str,
    printed: str,
    answer: Answer = Answer.QUANTITY,
    asks: str = "How many?",
    *,
    language: str = "en",
    value: Any = None,
    headline: str | None = None,
    published: str = "2024-12-26",
    question_of: dict[str, Any] | None = None,
    written: dict[str, Any] | None = None,
    others: tuple[dict[str, Any], ...] = (),
    whole: str | None = None,
    **keys: Any,
) -> list[tuple[str, str]]:
    """Code and message of all that is told of a claim. ``keys`` are its own, as its entry has them; ``question_of`` are its question's, ``others`` of further questions, ``written`` stand in its entry alone, and ``whole`` is what a claim of the same article prints of which it is a part."""
    given = dict(question_of or {})
    when = parse_edtf(given.pop("when")) if "when" in given else None
    known = parse_edtf(given.pop("known_from")) if "known_from" in given else None
    unit = given.pop("unit", "people" if answer is Answer.QUANTITY else None)
    asked = question(
        answer,
        text=asks,
        short="",
        **{"counts": None, "of": None, **given},
        unit=unit,
        when=when,
        known_from=known,
    )
    means: Any = value
    if isinstance(value, str):
        names = value.split(",")
        means = {
            Answer.DATE: lambda: parse_edtf(value),
            Answer.PLACE: lambda: tuple(place(id) for id in names),
            Answer.WHO: lambda: tuple(party(name) for name in names),
        }[answer]()
    if answer is Answer.QUANTITY and means is None:
        means = read(printed, language)
    own = {
        key: parse_edtf(item) if key in _DATES else item for key, item in keys.items() if key != "attribution"
    }
    own |= {"speech": Speech(own["speech"])} if "speech" in own else {}
    own |= {"where": Where(own["where"])} if "where" in own else {}
    claim = Claim(
        **{
            "id": "claim", "article": "post", "outlet": "post", "question": asked.path, "printed": printed, "value": means,
            "counts": asked.counts, "of": asked.of, "unit": getattr(means, "unit", None) or asked.unit, "as_of": when,
            **own, "sources": tuple(own.get("sources", ())),
        }
    )  # fmt: skip
    more = [replace(claim, id="whole", printed=whole, value=read(whole, language))] if whole else []
    claim = replace(claim, part_of="whole") if whole else claim
    full = text_of("post.txt", (f"{headline}\n\n" if headline else "").encode() + text.encode())
    item = article(
        "post",
        claim,
        *more,
        published=published,
        language=language,
        headline=headline,
        source_sha256=full.sha256,
        source_file="post.txt",
    )
    beside = [
        question(answer, **{"id": f"other-{number}", "unit": unit, "counts": asked.counts, **one})
        for number, one in enumerate(others)
    ]
    model = site([item], [asked, *beside])
    model.places.update({id: place(id) for id in PLACES})
    for id, (name, *aliases) in KNOWN.items():
        model.sources[id] = Source(id, name, name, "officials", Stake.NONE, aliases=tuple(aliases))
    at = find_claim(claim, full, headline)
    assert at is not None, (printed, text)
    case = ClaimCase(
        Book(model, {"post.txt": full}),
        item,
        item.claims[0],
        {"printed": printed, **keys, **(written or {})},
        full,
        at,
    )
    found = [finding for rule in CLAIM_RULES for finding in rule(case)]
    return [(finding.kind.code, finding.message) for finding in found if finding.kind.code != "V108"]


def codes(*args: Any, **more: Any) -> set[str]:
    """The codes alone. A locator, which no test here gives, is not missed."""
    return {code for code, _ in problems(*args, **more)}
