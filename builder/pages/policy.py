"""The headers that a server may send with a built site: what its pages may load, so that nothing else can be put into them.

The scripts of the site are files of its own, but for a few short ones of the theme that stand in the pages. Each of these is
allowed by its hash. They depend on the theme's version, on its colours, and on where under its host the site stands (for
the page that is shown where there is none): so they are read out of the pages as they were built.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(rb"""\ssrc\s*=|\stype\s*=\s*["']?application/""", re.IGNORECASE)
"""Of a script that is a file, or holds data and is not run."""

OTHERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Headers that are the same for every site."""


def hashes(pages: Iterable[bytes]) -> list[str]:
    """Return the hashes of all scripts that stand in pages, as a policy names them (CSP 3, section 2.3.1), sorted."""
    found = {
        script
        for page in pages
        for attributes, script in _SCRIPT.findall(page)
        if not _ELSEWHERE.search(attributes)
    }
    return sorted(f"'sha256-{b64encode(hashlib.sha256(script).digest()).decode()}'" for script in found)


def headers(pages: Iterable[bytes]) -> dict[str, str]:
    """Return the headers for a site of these pages: the name of each with its value."""
    allowed = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes(pages)],
        "style-src": ["'self'"],
        # The theme's style sheet has its icons in itself.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        # The search fetches its index, and looks through it in a worker.
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    policy = "; ".join(f"{name} {' '.join(values)}" for name, values in allowed.items())
    return {"Content-Security-Policy": policy, **OTHERS}
