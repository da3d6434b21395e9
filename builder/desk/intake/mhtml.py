"""Web pages saved as MHTML (RFC 2557): a message of several parts, the first of them the page."""

from __future__ import annotations

import email
import re
from email import policy
from email.message import EmailMessage

from msgspec import Struct

from builder.desk.kinds import BROKEN_FILE, Refusal


class Saved(Struct, frozen=True):
    """A page's bytes, and what its archive says of them."""

    data: bytes
    charset: str = ""
    """The character set that the archive declares, or an empty text."""
    address: str | None = None
    """Where it was saved from."""


def is_archive(data: bytes) -> bool:
    """Return whether a file begins with the head of a message of related parts."""
    head = data[:4096].replace(b"\r\n", b"\n").lstrip(b"\xef\xbb\xbf\n")
    named = re.match(rb"[A-Za-z][A-Za-z-]{1,40}:[ \t]", head)
    return (
        bool(named)
        and re.search(rb"^content-type:\s*multipart/related", head, re.IGNORECASE | re.MULTILINE) is not None
    )


def unpacked(data: bytes) -> Saved:
    """Return the page in an archive. Raises ``Refusal`` if there is none in it."""
    try:
        message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
        start = (message.get_param("start") or "") if message.is_multipart() else ""
        parts = [
            part
            for part in message.walk()
            if part.get_content_type() in ("text/html", "application/xhtml+xml")
        ]
        root = next((part for part in parts if start and part.get("Content-ID") == start), None) or next(
            iter(parts), None
        )
        page = root.get_payload(decode=True) if root is not None else None
        if root is None or not isinstance(page, bytes):
            raise Refusal(BROKEN_FILE, "there is no page in the archive")
        address = next(
            (value.strip() for value in (message.get("Snapshot-Content-Location"), root.get("Content-Location")) if value), None
        )  # fmt: skip
        charset = root.get_content_charset() or ""
    except Refusal:
        raise
    except Exception as error:  # noqa: BLE001 - the parser raises almost anything on damaged heads
        raise Refusal(BROKEN_FILE, f"the archive cannot be read ({type(error).__name__})") from None
    assert isinstance(message, EmailMessage)
    web = address if address and re.match(r"https?://[^\s<>\"']{4,480}\Z", address) else None
    return Saved(page, charset, web)
