"""The security headers for the server of a built site, among them a policy that limits what its pages may load.

The scripts of the site are files, except for a few short inline scripts of the theme, which are allowed by their hashes.
They depend on the theme's version, its colours, and the path of the site on its host (on the page for status 404), so the
hashes are computed from the built pages.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(rb"""\ssrc\s*=|\stype\s*=\s*["']?application/""", re.IGNORECASE)
"""Matches the attributes of a script that is a file, or that holds data and is not run."""

OTHERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Headers that are the same for every site."""


def hashes(pages: Iterable[bytes]) -> list[str]:
    """Return the sorted hashes of all inline scripts in pages, in the syntax of a policy (CSP 3, section 2.3.1)."""
    found = {
        script
        for page in pages
        for attributes, script in _SCRIPT.findall(page)
        if not _ELSEWHERE.search(attributes)
    }
    return sorted(f"'sha256-{b64encode(hashlib.sha256(script).digest()).decode()}'" for script in found)


EMBED = "embed/"
"""Folder of the pages that any site may show in a frame: a question with its answers, and nothing to press, fill in or be signed in to."""


def embed_headers() -> dict[str, str]:
    """Return the headers for the pages in ``EMBED``, in place of those of all others.

    Nothing there can be got by a click that somebody did not mean to make, as there is nothing to be done: so any site may show them.
    """
    allowed = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "*",
    }
    policy = "; ".join(f"{name} {value}" for name, value in allowed.items())
    return {"Content-Security-Policy": policy, **OTHERS}


def headers(pages: Iterable[bytes]) -> dict[str, str]:
    """Return the headers for a site of these pages: name -> value."""
    allowed = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes(pages)],
        "style-src": ["'self'"],
        # The theme's style sheet has its icons as data URLs.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        # The search fetches its index and runs in a worker.
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    policy = "; ".join(f"{name} {' '.join(values)}" for name, values in allowed.items())
    return {"Content-Security-Policy": policy, **OTHERS}
