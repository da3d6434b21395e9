"""Read a PDF: its text with pypdf, its lines joined to paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any

import pypdf
from msgspec import Struct

from builder.desk.kinds import BROKEN_FILE, SCANNED, Refusal

MAX_PAGES = 60
_LARGER = 1.15
"""How many times larger than the rest a heading's letters are at least."""
_CLOCK = r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4},?\s+[0-9]{1,2}[:.][0-9]{2}(?:\s?[AaPp][Mm])?"
# What browsers print above and below a page: the day of printing with the title, the address with the page's number.
_BROWSERS = re.compile(
    rf"{_CLOCK}(?:\s.*)?\Z|.*\s{_CLOCK}\Z|(?:https?://|file:///|about:)\S+(?:\s+(?:Page\s+)?[0-9]+\s*(?:/|of|von|de|sur)\s*[0-9]+)?(?:\s+{_CLOCK})?\Z"
    r"|(?:(?:Page|Seite|Página|Pagina|Strona|Стр\.?)\s+)?[0-9]{1,3}\s*(?:/|of|von|de|sur|di|z|из)\s*[0-9]{1,3}(?:\s+https?://\S+)?\Z"
)
_EDGE = 3
"""How many lines at the head and foot of a page may be a browser's."""
Line = tuple[str, float]
"""A printed line and the size of its letters, in points."""
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*\Z")


class Printed(Struct, frozen=True):
    """What a PDF prints."""

    text: str
    headline: str | None = None
    """None if no heading of its first page is larger than all else."""
    address: str | None = None
    """The page's address, if a browser printed it below or above."""


def read_pdf(data: bytes) -> Printed:
    """Return what a PDF prints. Raises ``Refusal`` if it is damaged, too long, locked, or has no text."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refusal(BROKEN_FILE, "the PDF is locked with a password")
        if len(reader.pages) > MAX_PAGES:
            raise Refusal(BROKEN_FILE, f"the PDF has {len(reader.pages)} pages; {MAX_PAGES} are read at most")
        pages = [_lines(page) for page in reader.pages]
    except Refusal:
        raise
    except Exception as error:  # noqa: BLE001 - pypdf raises almost anything on damaged files
        raise Refusal(BROKEN_FILE, f"the PDF cannot be read ({type(error).__name__})") from None
    printed, address = _without_browsers(pages)
    text, headings = _paragraphs([line for page in printed for line in page])
    if not re.search(r"\w{3}", text):
        raise Refusal(SCANNED, f"no text was found on {len(pages)} page{'s'[: len(pages) != 1]}")
    return Printed(text, _headline(headings, printed[0]), address)


def _lines(page: Any) -> list[Line]:
    """Return a page's lines with the size of their letters."""
    pieces: list[Line] = []

    def piece(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float | None) -> None:
        if text:
            # Sheared and turned text has its height in both.
            pieces.append(
                (text, round(abs(size or 0) * (abs(tm[3]) or abs(tm[1])) * (abs(cm[3]) or abs(cm[1])), 1))
            )

    page.extract_text(visitor_text=piece)
    lines: list[tuple[list[str], Counter[float]]] = [([], Counter())]
    for text, size in pieces:
        for number, part in enumerate(text.replace("\r", "\n").split("\n")):
            if number:
                lines.append(([], Counter()))
            lines[-1][0].append(part)
            lines[-1][1][size] += len(part.strip())
    return [
        (" ".join("".join(parts).split()), sizes.most_common(1)[0][0] if sizes else 0.0)
        for parts, sizes in lines
    ]


def _without_browsers(pages: list[list[Line]]) -> tuple[list[list[Line]], str | None]:
    """Return pages without the lines that a browser printed around them, and the address in these lines."""
    kept, addresses = [], set()
    usual = _usual([line for page in pages for line in page])
    for page in pages:
        filled = [index for index, line in enumerate(page) if line[0]]
        edges = {*filled[:_EDGE], *filled[-_EDGE:]}
        around = {index for index in edges if _BROWSERS.match(page[index][0].replace("ﬁ", "fi"))}
        # The title, which stands beside them in the same small letters.
        small = {page[index][1] for index in around} - {usual}
        around |= {index for index in edges if page[index][1] in small and page[index][1] < usual}
        addresses.update(
            re.findall(r"https?://[^\s<>\"'…]{4,480}", " ".join(page[index][0] for index in around))
        )
        kept.append([line for index, line in enumerate(page) if index not in around])
    # A long one is cut, and ends in dots.
    address = addresses.pop() if len(addresses) == 1 else None
    return kept, None if address is None or address.endswith("...") else address


def _headline(headings: list[Line], first: list[Line]) -> str | None:
    """Return the largest heading of the first page that has the length of one, or None if there are two."""
    there = " ".join(line for line, _ in first)
    found = [
        heading for heading in headings if 4 <= len(heading[0].split()) <= 30 and heading[0][:20] in there
    ]
    largest = [line for line, size in found if size == max(size for _, size in found)]
    return largest[0] if len(largest) == 1 else None


def paragraphs(text: str) -> str:
    """Join printed lines to paragraphs. A paragraph ends if a sentence ends on a line shorter than most."""
    return _paragraphs([(" ".join(line.split()), 0.0) for line in text.replace("\r", "\n").split("\n")])[0]


def _paragraphs(lines: list[Line]) -> tuple[str, list[Line]]:
    """Return the joined lines, and those of them that are headings, with their sizes: lines of one size larger than the rest's."""
    lengths = [len(line) for line, _ in lines if len(line) > 30]
    full = median(lengths) if lengths else 0
    usual = _usual(lines)
    joined: list[list[str]] = []
    headings: list[tuple[list[str], float]] = []
    going, before = False, usual
    for line, size in lines:
        if not line:
            going = going and before > _LARGER * usual
            continue
        heads = size > _LARGER * usual
        if heads or before > _LARGER * usual:
            going = heads and size == before and bool(joined)
        before = size
        if heads:
            if going:
                _join(joined[-1], line)
            else:
                joined.append([line])
                headings.append((joined[-1], size))
            going = True
        elif not going:
            joined.append([line])
            going = len(line) >= 0.7 * full
        else:
            _join(joined[-1], line)
            going = not (_ENDS.search(line) and len(line) < 0.85 * full)
    return "\n\n".join(map("".join, joined)) + "\n", [("".join(parts), size) for parts, size in headings]


def _usual(lines: list[Line]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for line, size in lines:
        sizes[size] += len(line)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _join(before: list[str], after: str) -> None:
    """Append a line to the lines of its paragraph; a word that was hyphenated at the end of a line is joined."""
    if re.search(r"[a-z]-\Z", before[-1][-2:]) and after[:1].islower():
        before[-1] = before[-1][:-1]
        before.append(after)
    else:
        before.append(f" {after}")
