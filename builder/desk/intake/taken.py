"""Get the bytes of an article from a file or an address."""

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


def take_article(what: str, allow_local: bool) -> tuple[Path, bytes, str | None]:
    """Return the path, the bytes, and the address it came from, or None for a file. Raises ``Refusal`` if it cannot be read."""
    if re.match(r"[a-z][a-z0-9+.-]*://", what, re.IGNORECASE):
        page = fetch(what, allow_local=allow_local)
        ending = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md"}.get(
            page.kind, ".html"
        )
        stem = slug(readable(host_of(page.url)), unquote(page.url.rpartition("/")[2])) or "page"
        # The server may declare an encoding that the page does not.
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
