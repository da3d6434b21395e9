"""Taking articles in: files, pasted texts and addresses become drafts; then the bibliography beside the text."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from builder.adapters.desk.items import QUOTED, Paragraph, in_paragraphs
from builder.adapters.desk.workplace import Workplace, outlet_name
from builder.cache.records import digest
from builder.content.load import Document
from builder.content.model import Outlet
from builder.content.strict_yaml import read_yaml
from builder.content.vocabulary import OUTLET_KINDS, SOURCE_KINDS, Completeness, Stake
from builder.desk import bibliography, kinds, many
from builder.desk.bibliography import (
    REASONED,
    Known,
    Near,
    known,
    near_copies,
)
from builder.desk.common import shared_speakers
from builder.desk.desk import Desk
from builder.desk.entering import KEYS, enter
from builder.desk.intake.given import Given
from builder.desk.intake.read import FORMATS
from builder.desk.kinds import Refusal
from builder.desk.queue import title_of
from builder.desk.restore import restore
from builder.desk.revise import revise
from builder.desk.suggest.session import Session
from builder.desk.suggest.write import load
from builder.desk.yamltext import GAP
from builder.proof.names import registry_names
from builder.proof.normal import Span

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_NOBODY = "The text names no author."
"""What stands beside an empty byline until the editor writes another reason, or a name."""
LABELS = {
    "outlet": "Outlet",
    "headline": "Headline as printed",
    "working_title": "Your own title, where it prints none",
    "byline": "Authors as printed",
    "credit": "Agency or paper credited",
    "published": "Published",
    "language": "Language",
    "completeness": "How much of it this is",
    "story": "Story",
    "url": "Address",
    "archived": "Kept by a web archive at",
    "copy_of": "Repeats the text of",
}


PROVED = {"language": "a sentence in it", "completeness": "so the text ends"}
"""What a passage that proves a key is called, where its value does not stand there."""
ASKED = {
    "outlet": "Which outlet printed it? Choose it, or name a new one.",
    "headline": "No headline was found. Copy it from the text, or say below why there is none.",
    "byline": "No author was found. If the text names one, copy the name and empty the line below.",
    "credit": "No agency was found that the text credits. If it credits one, copy its name.",
    "published": "No day was found. Write what the text proves: 2030-05-13, or 2030-05-13/2030-05-16 for some day between.",
    "language": "The language was not found. Write its code: en, de, fr.",
    "completeness": "No mark was found that the text is cut. If a part is missing, choose what it is.",
    "story": "Which story is it of? Choose it.",
}
"""What an editor is asked where something was not found."""


def take(
    place: Workplace, files: Iterable[tuple[str, bytes]], pasted: str, addresses: str
) -> list[many.Taken]:
    """Take in files by their names and bytes, a pasted text, and addresses, one a line. Each becomes a draft or says why not."""
    found: list[many.Taken] = []
    with _given(files, pasted) as given:
        for line in filter(None, map(str.strip, addresses.splitlines())):
            # A name of a file would be one of this machine, which the page cannot have chosen.
            if _ADDRESS.match(line):
                given.append((line, line))
            else:
                found.append(many.Taken(line, failed="an address begins with https://"))
        for one in many.take(place.desk, given[: many.MOST], Given(numbered=True)):
            if one.id:
                place.journal.note(f"add “{title_of(place.desk().document(one.id))}”", one.files)
            found.append(one)
    if not found:
        raise Refusal(kinds.NO_FILE, "nothing was given: choose a file, paste a text, or write an address")
    return found


def _asks(desk: Desk, document: Document, key: str) -> bool:
    """Return whether the draft still asks for a key."""
    return re.search(rf"^{GAP} {key}:", load(desk.path(document)), re.MULTILINE) is not None


def _named(desk: Desk, document: Document) -> str:
    """Return what the draft proposes as the name of an outlet that the site does not have; empty if it proposes none."""
    found = re.search(
        rf"^{GAP} outlet:.*\n#   \S+:\n#     name: (.+)$", load(desk.path(document)), re.MULTILINE
    )
    return str(read_yaml(found[1]).value) if found else ""


@contextmanager
def _given(files: Iterable[tuple[str, bytes]], pasted: str) -> Iterator[list[tuple[str, str]]]:
    """Yield what was given as files of a folder that goes again: a name to show, and the path."""
    with tempfile.TemporaryDirectory() as folder:
        given: list[tuple[str, str]] = []
        for number, (name, data) in enumerate(files):
            path = Path(folder) / str(number) / _plain(name)
            path.parent.mkdir()
            path.write_bytes(data)
            given.append((name, str(path)))
        if pasted.strip():
            ending = ".html" if re.match(r"\s*<(!doctype|html)\b", pasted, re.IGNORECASE) else ".txt"
            path = Path(folder) / f"pasted{ending}"
            path.write_text(pasted, encoding="utf-8", newline="\n")
            given.append(("the pasted text", str(path)))
        yield given


@contextmanager
def _given_once(files: Iterable[tuple[str, bytes]], pasted: str, address: str) -> Iterator[str]:
    """Yield the path or address of a text that is given in one way. Raises ``Refusal`` if it is given in none, or in several."""
    with _given(files, pasted) as given:
        if _ADDRESS.match(address.strip()):
            given.append((address.strip(), address.strip()))
        if len(given) != 1:
            raise Refusal(kinds.NO_FILE, "give the text in one way: one file, the pasted text, or an address")
        yield given[0][1]


def take_revision(
    place: Workplace, id: str, files: Iterable[tuple[str, bytes]], pasted: str, address: str, revised: str
) -> str:
    """Take in what an outlet made of its article, and return the draft's id. Raises ``Refusal`` with nothing written."""
    with _given_once(files, pasted, address) as given:
        desk = place.desk()
        folders = [desk.articles_folder, desk.private]
        with place.step(f"a new text of “{title_of(desk.document(id))}”", None, [], folders) as fresh:
            return revise(fresh, id, given, revised.strip() or None).id


def give_text(
    place: Workplace, id: str, files: Iterable[tuple[str, bytes]], pasted: str, address: str
) -> None:
    """Put the private text of an article back that this machine lacks. Raises ``Refusal`` with nothing written."""
    with (
        _given_once(files, pasted, address) as given,
        place.step(
            f"the text of “{title_of(place.desk().document(id))}”", None, [], [place.desk().private]
        ) as fresh,
    ):
        restore(fresh, fresh.document(id), given)


def _plain(name: str) -> str:
    """Return a name for a file of this name that leads nowhere else."""
    stem, ending = Path(name.replace("\\", "/")).stem, Path(name).suffix.casefold()
    plain = re.sub(r"[^\w -]+", "-", stem)[:80].strip(" -") or "article"
    return plain + (ending if ending in FORMATS else ".html")


class About(Struct, frozen=True):
    """What the page of an article's bibliography shows."""

    document: Document
    title: str
    known: tuple[Known, ...]
    near: tuple[Near, ...]
    paragraphs: tuple[Paragraph, ...]
    outlets: tuple[Outlet, ...]
    stories: tuple[tuple[str, str], ...]
    articles: tuple[tuple[str, str], ...]
    """Those that it may repeat: ids, each with its outlet and headline."""
    seen: str
    said: str
    labels: dict[str, str]
    asked: dict[str, str]
    sources: tuple[tuple[str, str], ...]
    """Ids and names of the sources that the text names; no id where another mark hides that."""
    known_sources: tuple[tuple[str, str], ...]
    """The same of all."""
    speakers: tuple[str, ...]
    """Who speaks in it and is no source yet."""
    proved: dict[str, str]
    named: str
    """What may be the name of an outlet that the site does not have."""
    given: Mapping[str, str]
    """What was typed, where it could not be written."""
    reasoned: tuple[str, ...] = REASONED
    kinds: tuple[str, ...] = get_args(OUTLET_KINDS)
    source_kinds: tuple[str, ...] = get_args(SOURCE_KINDS)
    stakes: tuple[str, ...] = tuple(stake.value for stake in Stake)
    completeness: tuple[str, ...] = tuple(item.value for item in Completeness)


class Passage(Struct, frozen=True):
    """A passage of the text that proves something, as a mark in it."""

    key: str
    state: str = "claimed"
    anchor: str = ""


def about(place: Workplace, id: str, given: Mapping[str, str] | None = None, why: str = "") -> About:
    """Return what the page of an article's bibliography shows; ``given`` is what was typed and could not be written, ``why`` not."""
    desk = place.desk()
    session = Session(desk, desk.document(id))
    document, text = session.document, session.text
    found = []
    for one in known(desk, document, text):
        if given:
            reason = given.get(f"inferred-{one.key}", one.reason)
            one = replace(one, value=given.get(one.key, one.value), reason=reason)
        elif one.key == "byline" and one.gap and not one.reason:
            one = replace(one, reason=_NOBODY)
        found.append(one)
    near = near_copies(desk, document.id, text)
    named = registry_names(
        tuple((one.id, (one.name, one.short, *one.aliases)) for one in desk.site.sources.values())
    )
    places: dict[str, Span] = {}
    for mention in named.mentions(text.content):
        for source in sorted(mention.ids):
            places.setdefault(source, mention.span)
    # Whole sentences and names lie under the passages of a near-copy, and these under what proves the rest.
    marks = [(span, Passage(f"is-source-{source}", "unused")) for source, span in places.items()]
    marks += [
        (span, Passage(f"is-{one.key}", QUOTED)) for one in found if one.key in PROVED for span in one.places
    ]
    marks += [(span, Passage(f"near-{one.id}", "warning")) for one in near for span in one.passages]
    marks += [
        (span, Passage(f"is-{one.key}")) for one in found if one.key not in PROVED for span in one.places
    ]
    placed = [(text.normal.raw(span), mark) for span, mark in marks]
    shown = tuple(_anchored(in_paragraphs(text.raw, placed)))
    anchors = {piece.item.anchor for one in shown for piece in one.pieces if isinstance(piece.item, Passage)}
    found = [one if f"is-{one.key}" in anchors else replace(one, places=()) for one in found]
    working = place.working(document.id)
    said, working.said = working.said, ""
    return About(
        document,
        title_of(document),
        tuple(found),
        tuple(near),
        shown,
        tuple(desk.site.outlets.values()),
        tuple((one.id, one.title) for one in desk.site.stories.values()),
        tuple(
            (
                other.id,
                f"{outlet_name(desk, other) or 'no outlet yet'}: {title_of(other)}",
            )
            for other in desk.documents.values()
            if other is not document
        ),
        digest(document.data)[:16],
        why or said,
        LABELS,
        ASKED,
        tuple((one if f"is-source-{one}" in anchors else "", desk.site.sources[one].name) for one in places),
        tuple((source.id, source.name) for source in desk.site.sources.values()),
        tuple(one.name for one in shared_speakers([session], 1)),
        PROVED,
        _named(desk, document),
        given or {},
    )


def new_source(place: Workplace, id: str, form: Mapping[str, str]) -> str:
    """Enter the source that was named beside a bibliography, and return its name. Raises ``Refusal`` with nothing changed."""
    values = {key: form.get(f"source-{key}", "") for key in KEYS["sources"]}
    if not values["kind"]:
        raise Refusal(kinds.BAD_ANSWER, "choose what kind of source it is")
    desk = place.desk()
    registry = desk.root / desk.content_dir / "sources.yml"
    with place.step(f"“{values['name']}” in sources", id, [registry]) as fresh:
        enter(fresh, "sources", values)
    return values["name"]


def _anchored(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs in which the first piece of each passage has its name, so that a link finds it."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        pieces = []
        for piece in paragraph.pieces:
            if isinstance(piece.item, Passage):
                anchor = piece.item.key if piece.item.key not in seen else ""
                seen.add(piece.item.key)
                piece = replace(piece, item=replace(piece.item, anchor=anchor))
            pieces.append(piece)
        yield replace(paragraph, pieces=tuple(pieces))


def save_about(place: Workplace, id: str, form: Mapping[str, str]) -> None:
    """Write what an editor said of an article's bibliography; a new outlet is entered first. Raises ``Refusal`` with nothing changed."""
    desk = place.desk()
    document = desk.document(id)
    registry = desk.root / desk.content_dir / "outlets.yml"
    text = desk.private / f"{document.id}.txt"
    with place.step("the bibliography", document.id, [desk.path(document), registry, text]) as fresh:
        document = fresh.document(id)
        if digest(document.data)[:16] != form.get("seen"):
            raise Refusal(kinds.CHANGED_SINCE, "the file was changed meanwhile: look at it as it is now")
        given = dict(form)
        if not given.get("language", "").strip() and _asks(desk, document, "language"):
            # Without it, the text would be read as one in the site's language.
            raise Refusal(kinds.BAD_ANSWER, "say in which language the text is: en, de, fr")
        if given.get("byline", "").strip() and given.get("inferred-byline") == _NOBODY:
            given["inferred-byline"] = ""
        if form.get("outlet") == "+":
            if not form.get("outlet-kind"):
                # "unknown" would tell readers that the text names no outlet.
                raise Refusal(kinds.BAD_ANSWER, "choose what kind of outlet it is")
            values = {key: form.get(f"outlet-{key}", "") for key in ("name", "kind", "hosts", "country")}
            given["outlet"] = enter(fresh, "outlets", values)
            fresh = Desk(fresh.root, fresh.content_dir)
        bibliography.write(fresh, document, given)
