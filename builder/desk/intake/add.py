"""Add an article: read the file or page, take the bibliography from it, ask for the rest, write a draft."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Protocol, get_args

from msgspec import Struct

from builder.cache import regular
from builder.content.load import is_slug
from builder.content.model import Outlet
from builder.content.vocabulary import NOT_FOUND, OUTLET_KINDS
from builder.desk import kinds
from builder.desk.desk import Desk, sha256
from builder.desk.files import Writing, is_empty, slug
from builder.desk.intake.draft import Bibliography, draft
from builder.desk.intake.facts import Facts
from builder.desk.intake.given import CHECKS, Given, check_given, one_line
from builder.desk.intake.likely import language_of
from builder.desk.intake.outlets import NewOutlet, agency_names, enter_outlet, match_outlet, not_entered
from builder.desk.intake.read import read_apart
from builder.desk.intake.taken import take_article
from builder.desk.kinds import Refusal, Remark
from builder.desk.yamltext import GAP
from builder.proof.names import registry_names
from builder.proof.private_texts import folders
from builder.proof.reuse import shared_passages
from builder.proof.text import Text, text_of
from builder.values.addresses import host_of
from builder.values.clock import day_and_time
from builder.values.dates import parse_edtf
from builder.values.stated import stated_date
from builder.values.text import count_words, folded

ENTERED = "Entered by the editor; the text itself does not say."
KINDS = get_args(OUTLET_KINDS)
COPY = 0.6
"""Containment (0 to 1) from which a text is proposed as a copy, not only reported as sharing passages."""


class Ask(Protocol):
    """Asks the editor. Without one, values that the page does not state stay gaps."""

    def outlet(self, known: dict[str, Outlet], facts: Facts) -> str | NewOutlet | None:
        """Return an outlet's id, a new outlet, or None."""

    def line(self, key: str, check: Callable[[str], str]) -> str | None:
        """Return the value of a key, or None. ``check`` raises ``ValueError`` for an invalid value."""


class Added(Struct):
    """The files that were written, the gaps in the draft, and remarks for the editor."""

    id: str
    article: Path
    text: Path
    gaps: list[str]
    remarks: list[str]


def add(
    desk: Desk,
    what: str,
    given: Given,
    ask: Ask | None = None,
    progress: Callable[[str], AbstractContextManager[object]] = lambda _: nullcontext(),
    story_of: Callable[[Text, str | None], str | None] = lambda _text, _language: None,
) -> Added:
    """Add the article in a file or at an address. If anything is wrong, raises ``Refusal`` and writes nothing.

    ``story_of`` tells the story of a text in a language on a site of several, None where it is not clear.
    """
    if given.outlet is not None:
        _is_known(desk, given.outlet)
    check_given(given, desk.site.outlets)
    with progress(f"Reading {what[:60]}"):
        file, data, url = take_article(what, given.allow_local)
        reading = read_apart(file.name, data, agency_names(desk.site.outlets))
    facts = reading.facts
    facts.url = facts.url or url
    if facts.url and (host := host_of(facts.url)) and host not in facts.hosts:
        facts.hosts.append(host)
    name = in_place(desk, file)
    refuse_known(desk, data, reading.text)
    new: NewOutlet | None = None
    known = bibliography(desk, facts, given, reading.text)
    _is_known(desk, known.outlet)
    if len(desk.site.stories) > 1:
        known.stories = tuple(desk.site.stories)
        known.story = story_of(text_of(name or "text", reading.text.encode()), known.language)
    if known.outlet is None and ask is not None:
        answer = ask.outlet(desk.site.outlets, facts)
        new = answer if isinstance(answer, NewOutlet) else None
        known.outlet = new.id if new else answer if isinstance(answer, str) else None
    for key in ("headline", "byline", "published"):
        if ask is not None and not getattr(known, key) and (said := ask.line(key, CHECKS[key])):
            setattr(known, key, [part.strip() for part in said.split(",")] if key == "byline" else said)
            known.inferred[key] = ENTERED
    unknown = not_entered(facts) if known.outlet is None else None
    id = given.slug or slug(known.outlet or (unknown.id if unknown else None), known.headline or file.stem)
    if not id or not is_slug(id):
        raise Refusal(kinds.BAD_ANSWER, "no name could be made of the headline; give one with --slug")
    if given.numbered and not given.slug:
        id = _free(desk, id)
    remarks = list(reading.remarks)
    copies = _copies(desk, id, reading.text, remarks)
    article = desk.articles_folder / f"{id}.md"
    if desk.was("articles", id):
        raise Refusal(kinds.NAME_TAKEN, f'"{id}" was the name of an article that is gone')
    if article.exists():
        raise Refusal(kinds.NAME_TAKEN, f"{desk.content_dir}/articles/{article.name} exists already")
    if unknown:
        known.entry = unknown.entry.replace("newspaper", f"newspaper   # or {', '.join(KINDS[1:])}")
        remarks.append(
            Remark.of(kinds.NEW_OUTLET, f'outlets.yml has no "{unknown.name}"; the draft says what to enter')
        )
        names: tuple[str, ...] = (unknown.name,)
    else:
        names = (new.name,) if new else desk.site.outlets[known.outlet].names if known.outlet else ()
    stored = data if name else head(known, names, reading.text).encode() + reading.text.encode()
    text = desk.private / f"{id}.txt"
    if name:
        text = Path(os.path.realpath(file))
    elif (left := _left(desk, text)) is not None and left.endswith(stored):
        # Of a draft that was removed: with what its editor had said of it at its head.
        stored = left
    elif given.numbered:
        text = _place(desk, id, stored)
    precis_words = desk.site.settings.precis_of(count_words(stored.decode("utf-8", "replace")))
    writing = Writing()
    if name is None:
        if is_empty(desk.private):
            # A new private folder must not get into git, one that a killed run made included.
            writing.create(desk.private / ".gitignore", b"*\n")
        writing.create(text, stored)
    writing.create(article, draft(known, text.name, sha256(stored), copies, precis_words).encode())
    if new is not None:
        enter_outlet(desk.root / desk.content_dir / "outlets.yml", new, writing)
    writing.commit()
    return Added(id, article, text, [*known.gaps, *known.unknown, "precis"], remarks)


def _left(desk: Desk, file: Path) -> bytes | None:
    """Return a private text that no article has any more; None if there is none of this name."""
    used = {document.data.get("source_file") for document in desk.documents.values()}
    return regular.read(file) if file.is_file() and file.name not in used else None


def _numbered(id: str) -> Iterator[str]:
    """Yield a name, and then the name with a number."""
    return iter((id, *(f"{id[:76].rstrip('-')}-{number}" for number in range(2, 1000))))


def _free(desk: Desk, id: str) -> str:
    """Return a name with the lowest number that makes it one of no article, now or before; the name itself if it is free."""
    return next(
        name
        for name in _numbered(id)
        if not (desk.articles_folder / f"{name}.md").exists() and not desk.was("articles", name)
    )


def _place(desk: Desk, id: str, data: bytes) -> Path:
    """Return where an article's text is put: beside that of an article that is gone, unless it is that very text."""
    files = (desk.private / f"{name}.txt" for name in _numbered(id))
    return next(file for file in files if not file.exists() or (file.is_file() and file.read_bytes() == data))


def _is_known(desk: Desk, outlet: str | None) -> None:
    """Raise ``Refusal`` if an outlet is unknown and the registry has errors, because it may be in it already."""
    file = desk.failed.registries.get("outlets")
    if file and outlet not in desk.site.outlets and (desk.root / file).exists():
        raise Refusal(
            kinds.NOT_UNDERSTOOD, f"{file} has errors, so it is not known whether the outlet is in it"
        )


def in_place(desk: Desk, file: Path) -> str | None:
    """Return the file's name where it stands in a private folder already and is the text itself."""
    places = {Path(os.path.realpath(place)) for place in (*folders(desk.root), desk.private)}
    inside = file.exists() and Path(os.path.realpath(file)).parent in places
    return file.name if inside and file.suffix.casefold() in (".txt", ".md") else None


def head(known: Bibliography, outlet: Sequence[str], text: str) -> str:
    """Return the lines that are put before a text for what it does not print: a page says them beside its article.

    ``outlet`` are the names of who printed it, as far as that is known; the first is put there if the text has none of them.
    The claims and the bibliography are held against the private text, so it has to hold them. ``inferred`` says which of
    them only the editor knows.
    """
    lines = []
    printed = {line.strip().rstrip(".") for line in text.split("\n")}
    # As the proof finds it: "the islanders" do not name The Islander.
    if outlet and not registry_names((("outlet", tuple(outlet)),)).named(text):
        lines.append(outlet[0])
    if known.headline and known.headline.rstrip(".") not in printed:
        lines.append(known.headline)
    names = [name for name in (*known.byline, *([known.credit] if known.credit else [])) if name not in text]
    if names:
        lines.append("By " + ", ".join(names))
    stated = parse_edtf(day_and_time(known.published)[0]) if known.published else None
    told = stated is not None and any(stated_date(line) == stated.edtf for line in printed)
    if stated and stated.start and stated.start == stated.end and not told:
        lines.append(f"Published {stated.edtf}")
    return "\n\n".join([*lines, ""]) + "\n" if lines else ""


def _moment(facts: Facts) -> str | None:
    """Return the day of publication with its time of day, as far as the page states them."""
    return f"{facts.published}T{facts.time}" if facts.published and facts.time else facts.published


def refuse_known(desk: Desk, data: bytes, text: str) -> None:
    """Raise ``Refusal`` if a text is that of an article of the site already."""
    digest, words = sha256(data), folded(text)
    for id, document in desk.documents.items():
        same = document.data.get("source_sha256") == digest
        if same or (id in desk.texts and folded(desk.texts[id].raw).endswith(words)):
            raise Refusal(
                kinds.ALREADY_ADDED,
                f"this text is in {document.path} already: go on with variorum suggest {id}",
            )


def _prints(text: str, given: Given, key: str) -> bool:
    """Return whether a line of the text is what the editor gave: its headline, or the day on which it was published."""
    lines = {line.strip() for line in text.split("\n")}
    if key == "headline":
        return (given.headline or "").strip() in lines
    stated = parse_edtf(day_and_time(given.published)[0]) if key == "published" and given.published else None
    return stated is not None and any(stated_date(line) == stated.edtf for line in lines)


def bibliography(desk: Desk, facts: Facts, given: Given, text: str) -> Bibliography:
    """Return what is known of an article: what the editor gave, and what its page states."""
    outlets = desk.site.outlets
    heads = [line for line in facts.heads if match_outlet(outlets, [line], ()) is None]
    if facts.heads and facts.headline not in heads:
        facts.outlets.append(facts.headline or "")
        facts.headline = heads[0] if heads else None
    outlet_named = match_outlet(outlets, facts.outlets, facts.hosts)
    outlet = given.outlet or outlet_named
    inferred = {key: reason for key, reason in facts.inferred.items() if not getattr(given, key, None)}
    if given.completeness is None:
        inferred["completeness"] = (
            "The page has the marks of one that only subscribers see whole."
            if not facts.free
            else f"{NOT_FOUND}: a mark that the text is cut."
        )
    for key in ("headline", "byline", "published", "outlet"):
        if getattr(given, key) and not (key == "outlet" and outlet_named) and not _prints(text, given, key):
            inferred[key] = ENTERED
    if not facts.credit:
        inferred["credit"] = f"{NOT_FOUND}: an agency that the text credits."
    if not facts.headline and not given.headline:
        inferred.pop("headline", None)
    # A name at the head of the page that is the paper's is not a byline.
    names = {name.casefold() for name in facts.outlets}
    return Bibliography(
        outlet=outlet,
        headline=given.headline or (one_line(facts.headline[:400]) if facts.headline else None),
        byline=given.byline or [name for name in facts.byline if name.casefold() not in names],
        credit=facts.credit,
        published=given.published or _moment(facts),
        language=given.language or facts.language or language_of(text),
        completeness=given.completeness or ("full text" if facts.free else "excerpt"),
        url=facts.url,
        inferred=inferred,
    )


def _copies(desk: Desk, id: str, text: str, remarks: list[str]) -> list[str]:
    """Add remarks on the texts that this one shares passages with; return the line to propose as ``copy_of``, if any."""
    proposed = []
    others = {name: found.raw for name, found in desk.texts.items() if name != id}
    for pair in shared_passages({**others, "": text}):
        if "" not in (pair.a, pair.b):
            continue
        other = pair.a or pair.b
        share = f"{pair.containment:.0%} of the shorter text's runs of five words"
        if pair.run:
            share += f", {pair.run} words in a row"
        remarks.append(Remark.of(kinds.NEAR_COPY, f'it shares passages with "{other}": {share}'))
        if pair.containment >= COPY:
            original = desk.documents[other].data.get("copy_of") or other
            proposed.append(
                f"{original}   {GAP} copy_of: {share}; take the # at the front away if it is a copy"
            )
    return proposed[:1]
