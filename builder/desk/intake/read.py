"""Read an article's file of any supported format.

``python -m builder.desk.intake.read`` does it in a separate process with limits of time and memory, because pages may be
hostile and must not block the editor's terminal.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from builder.content import strict_yaml
from builder.content.problems import kind_named
from builder.desk import kinds
from builder.desk.intake.agencies import Agencies
from builder.desk.intake.decode import Decoded, decode, must_be_likely
from builder.desk.intake.facts import Facts, Reading
from builder.desk.intake.mhtml import Saved, is_archive, unpacked
from builder.desk.intake.names import people
from builder.desk.intake.plain import facts_of
from builder.desk.kinds import Refusal, Remark
from builder.values.stated import stated_date
from builder.values.text import count_words

MAX_TEXT = 2_000_000
"""Maximum size of a text, or of a page without what is embedded in it, in bytes: trafilatura took 32 s and 600 MB for 13.6 MB."""
MAX_PAGE = 10_000_000
"""Maximum size of a page with what is embedded in it: programs that save pages write pictures and fonts into them."""
MAX_PDF = 20_000_000
FEWEST_WORDS = 40
"""Minimum number of words of an article; the shortest agency report has about 60."""
SECONDS = 40
MEMORY = 2_000_000_000

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
FORMATS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "mhtml", ".mht": "mhtml", ".txt": "text", ".text": "text", ".md": "markdown",
    ".markdown": "markdown", ".pdf": "pdf",
}  # fmt: skip
_CONSENT = re.compile(
    r"accept (?:all )?cookies|we (?:and our partners )?use cookies|manage (?:your )?(?:consent|preferences|cookies)"
    r"|cookie (?:policy|settings)|javascript is (?:disabled|required)|enable javascript|you are (?:a )?human|not a robot"
    r"|checking your browser|unusual traffic",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:read|continue|unlock)|to continue reading|already a subscriber|for subscribers only"
    r"|exclusive to subscribers|(?:sign|log) in to (?:read|continue)|this article is (?:reserved )?for (?:our )?subscribers"
    r"|start your (?:free )?trial",
    re.IGNORECASE,
)


def format_of(name: str, data: bytes) -> str:
    """Return ``html``, ``mhtml``, ``text``, ``markdown`` or ``pdf``, from the bytes rather than the name. Raises ``Refusal`` for others."""
    if data.lstrip()[:5] == b"%PDF-":
        return "pdf"
    head = data[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    known = FORMATS.get(Path(name).suffix.casefold())
    if known == "mhtml" or is_archive(data):
        return "mhtml"
    if head.startswith((b"<!doctype html", b"<html")) or (known == "html" and b"<" in data):
        return "html"
    if known == "pdf":
        raise Refusal(kinds.BROKEN_FILE, "it is named .pdf and is no PDF")
    if known in ("text", "markdown", "html"):
        return "text" if known == "html" else known
    raise Refusal(
        kinds.UNKNOWN_FORMAT, f'"{Path(name).name}" is neither HTML, MHTML, plain text, Markdown nor PDF'
    )


def read_article(name: str, data: bytes, own: Iterable[str] = ()) -> Reading:
    """Read a file's bytes in this process. Raises ``Refusal`` if there is no article in it.

    ``own`` are names of agencies that only this site has.
    """
    kind = format_of(name, data)
    limit = {"pdf": MAX_PDF, "html": MAX_PAGE, "mhtml": MAX_PAGE}.get(kind, MAX_TEXT)
    if len(data) > limit:
        raise Refusal(kinds.FILE_TOO_LARGE, f"the file has {len(data):,} bytes; {limit:,} are read at most")
    remarks: list[str] = []
    if kind == "pdf":
        from builder.desk.intake.pdf import read_pdf

        printed = read_pdf(data)
        text = printed.text[:MAX_TEXT]
        facts = facts_of(text, Agencies.in_text(text, own))
        facts.url = printed.address
        if printed.headline is not None:
            facts.headline, facts.heads = printed.headline, []
            facts.inferred["headline"] = "It is printed in the largest letters of the first page."
    elif kind in ("html", "mhtml"):
        from builder.desk.intake.html import read_html, without_embedded

        saved = unpacked(data) if kind == "mhtml" else Saved(data)
        page = decode(saved.data, html=True, charset=saved.charset)
        shown = without_embedded(page.text)
        if len(shown) > MAX_TEXT:
            told = f"the page has {len(shown):,} characters beside what is embedded in it; {MAX_TEXT:,} are read at most"
            raise Refusal(kinds.FILE_TOO_LARGE, told)
        text, facts = read_html(shown, saved.address, Agencies.in_text(shown, own))
        _likely(remarks, f"{facts.headline or ''}\n{text}", page, facts.language)
        _consent(text or page.text, text)
    else:
        found = decode(data)
        text = found.text
        _likely(remarks, text, found)
        known = Agencies.in_text(text, own)
        facts = _markdown(text, known) if kind == "markdown" else facts_of(text, known)
    _enough(text, facts, remarks)
    return Reading(text.strip() + "\n", facts, remarks)


def _likely(remarks: list[str], text: str, found: Decoded, language: str | None = None) -> None:
    must_be_likely(text, found, language)
    if not found.declared:
        said = f"the file does not say its encoding and was read as {found.charset}"
        remarks.append(Remark.of(kinds.GUESSED_ENCODING, said))


def _markdown(text: str, known: Agencies) -> Facts:
    heading = re.search(r"^#\s+(\S.*)$", text, re.MULTILINE)
    front = _FRONT_MATTER.match(text)
    facts = facts_of(text[front.end() :] if front else text, known)
    stated = strict_yaml.read_yaml(front[1]).value if front else None
    if heading:
        facts.headline = heading[1].strip().strip("#").strip()
        facts.inferred.pop("headline", None)
    if isinstance(stated, dict):
        _state(facts, known, {str(key).casefold(): value for key, value in stated.items()})
    return facts


def _state(facts: Facts, known: Agencies, stated: dict[str, Any]) -> None:
    """Set the facts that the front matter of a Markdown file states."""
    if isinstance(title := stated.get("title"), str) and title.strip():
        facts.headline = title.strip()
        facts.inferred.pop("headline", None)
    named = next((stated[key] for key in ("author", "authors", "byline") if stated.get(key)), None)
    written = (
        ", ".join(filter(None, (_line(one) for one in named))) if isinstance(named, list) else _line(named)
    )
    if written:
        names, credit = people(written, known=known)
        facts.byline, facts.credit = names or facts.byline, facts.credit or credit
    for key in ("date", "published"):
        facts.published = (
            stated_date(re.sub(r"[T ][0-9]{2}:.*", "", _line(stated.get(key)))) or facts.published
        )
    for key in ("outlet", "publication", "site_name"):
        if name := _line(stated.get(key)):
            facts.outlets.insert(0, name)


def _line(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _consent(page: str, text: str) -> None:
    if count_words(text) < 150 and (found := _CONSENT.search(page[:200_000])):
        raise Refusal(kinds.CONSENT_PAGE, f'the page says "{found[0]}" and holds next to no text')


def _enough(text: str, facts: Facts, remarks: list[str]) -> None:
    number = count_words(text)
    stub = _PAYWALL.search(text) if number < 400 else None
    if number < FEWEST_WORDS:
        why = f', and it says "{stub[0]}"' if stub else ""
        raise Refusal(
            kinds.NO_TEXT,
            f"{number or 'no'} word{'s'[: number != 1]} of text {'was' if number == 1 else 'were'} found; an article has at least {FEWEST_WORDS}{why}",
        )
    if stub or (not facts.free and number < 250):
        facts.free = False
        sign = f'it says "{stub[0]}"' if stub else "it says that it is for subscribers"
        remarks.append(Remark.of(kinds.PAYWALL, f"this looks like the beginning of a longer text: {sign}"))
    else:
        facts.free = True


def read_apart(name: str, data: bytes, own: Iterable[str] = (), seconds: float = SECONDS) -> Reading:
    """Read a file's bytes in a separate process, for at most ``seconds`` and with limited memory. Raises ``Refusal``.

    ``own`` are names of agencies that only this site has.
    """
    if len(data) > MAX_PDF:
        raise Refusal(kinds.FILE_TOO_LARGE, f"the file has {len(data):,} bytes; {MAX_PDF:,} are read at most")
    answer = _answered_apart(name, data, sorted(own), seconds)
    if "refused" in answer:
        raise Refusal(kind_named(answer["refused"]), answer["message"])
    return Reading.from_dict(answer)


def _answered_apart(name: str, data: bytes, own: list[str], seconds: float) -> dict[str, Any]:
    """Return what ``answered`` does, from a process of its own."""
    try:
        run = subprocess.run(
            [sys.executable, "-m", "builder.desk.intake.read", Path(name).name],
            input=json.dumps(own).encode() + b"\n" + data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refusal(kinds.BROKEN_FILE, f"reading it took more than {seconds:g} seconds") from None
    try:
        answer: dict[str, Any] = json.loads(run.stdout)
    except ValueError:
        raise Refusal(kinds.BROKEN_FILE, "reading it failed: too little memory, or a broken file") from None
    return answer


def answered(name: str, data: bytes, own: Iterable[str]) -> dict[str, Any]:
    """Return what a process of its own tells of a file, as data: what was read, or why it was refused."""
    try:
        return read_article(name, data, own).as_dict()
    except Refusal as refusal:
        return {"refused": refusal.kind.name, "message": refusal.message}


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        return  # not available on every system; the time limit still holds


def _main() -> None:
    _limit_memory()
    own = json.loads(sys.stdin.buffer.readline())
    sys.stdout.write(json.dumps(answered(sys.argv[1], sys.stdin.buffer.read(), own)))


if __name__ == "__main__":
    _main()
