"""What a site is called and where it lies, for what leaves it: citations, data packages, what others embed."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

_ISSUES = frozenset({"github.com", "codeberg.org"})
"""Hosts of repositories whose issues have such an address."""


class About(Struct, frozen=True):
    """A site as others name it. All may be empty: then nothing is said of it."""

    name: str = ""
    description: str = ""
    url: str = ""
    """Its address, with a slash at the end; empty if the site does not know it."""
    author: str = ""
    """Who keeps it."""
    repository: str = ""
    """The address of its repository."""
    version: str = ""
    """The state of its content: twelve hexadecimal digits of a digest of all content files."""

    def correction(self, claim: str) -> str:
        """Return the address of a new issue on a claim, ``article/claim``, in the site's repository; empty if there is none that is known."""
        address, host = self.repository.rstrip("/"), urlsplit(self.repository).hostname or ""
        if host in _ISSUES:
            return f"{address}/issues/new?title={quote(claim, safe='')}"
        if host == "gitlab.com" or host.startswith("gitlab."):
            return f"{address}/-/issues/new?issue%5Btitle%5D={quote(claim, safe='')}"
        return ""

    def full(self, address: str) -> str:
        """Return the full address of a page or file, given by its address under the site's root; empty if that is not known."""
        return urljoin(self.url, address) if self.url else ""
