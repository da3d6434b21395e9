"""Read a PDF: its text with pypdf, its lines joined to paragraphs."""

from __future__ import annotations

import io
import re
from statistics import median

import pypdf

from builder.desk.kinds import BROKEN_FILE, SCANNED, Refusal

MAX_PAGES = 60
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*\Z")


def read_pdf(data: bytes) -> str:
    """Return the text of a PDF. Raises ``Refusal`` if it is damaged, too long, locked, or has no text."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refusal(BROKEN_FILE, "the PDF is locked with a password")
        if len(reader.pages) > MAX_PAGES:
            raise Refusal(BROKEN_FILE, f"the PDF has {len(reader.pages)} pages; {MAX_PAGES} are read at most")
        pages = [page.extract_text() for page in reader.pages]
    except Refusal:
        raise
    except Exception as error:  # noqa: BLE001 - pypdf raises almost anything on damaged files
        raise Refusal(BROKEN_FILE, f"the PDF cannot be read ({type(error).__name__})") from None
    text = paragraphs("\n".join(pages))
    if not re.search(r"\w{3}", text):
        raise Refusal(SCANNED, f"no text was found on {len(pages)} page{'s'[: len(pages) != 1]}")
    return text


def paragraphs(text: str) -> str:
    """Join printed lines to paragraphs. A paragraph ends if a sentence ends on a line shorter than most."""
    lines = [" ".join(line.split()) for line in text.replace("\r", "\n").split("\n")]
    lengths = [len(line) for line in lines if len(line) > 30]
    full = median(lengths) if lengths else 0
    joined: list[list[str]] = []
    going = False
    for line in lines:
        if not line:
            going = False
        elif not going:
            joined.append([line])
            going = len(line) >= 0.7 * full
        else:
            _join(joined[-1], line)
            going = not (_ENDS.search(line) and len(line) < 0.85 * full)
    return "\n\n".join(map("".join, joined)) + "\n"


def _join(before: list[str], after: str) -> None:
    """Append a line to the lines of its paragraph; a word that was hyphenated at the end of a line is joined."""
    if re.search(r"[a-z]-\Z", before[-1][-2:]) and after[:1].islower():
        before[-1] = before[-1][:-1]
        before.append(after)
    else:
        before.append(f" {after}")
