"""Take the bytes of an article: from a file, or from an address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from builder.desk import kinds
from builder.desk.files import slug
from builder.desk.intake.decode import recoded
from builder.desk.intake.fetch import fetch
from builder.desk.intake.read import MAX_PDF
from builder.desk.kinds import Refusal
from builder.values.addresses import host_of, readable


def taken(what: str, allow_local: bool) -> tuple[Path, bytes, str | None]:
    """Return a file's name, its bytes, and the address that it came from. ``Refusal`` where there is none to take."""
    if re.match(r"[a-z][a-z0-9+.-]*://", what, re.IGNORECASE):
        page = fetch(what, allow_local=allow_local)
        ending = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md"}.get(
            page.kind, ".html"
        )
        stem = slug(readable(host_of(page.url)), unquote(page.url.rpartition("/")[2])) or "page"
        # The server says what the page itself need not repeat.
        data = page.data if ending == ".pdf" else recoded(page.data, page.charset)
        return Path(stem + ending), data, page.url
    path = Path(what)
    try:
        if not path.is_file():
            raise Refusal(kinds.NO_FILE, f'"{what}" is {"a folder" if path.is_dir() else "not there"}')
        if path.stat().st_size > MAX_PDF:
            raise Refusal(kinds.FILE_TOO_LARGE, f'"{what}" has {path.stat().st_size:,} bytes')
        return path, path.read_bytes(), None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise Refusal(kinds.NO_FILE, f'"{what}" cannot be read: {why}') from None
