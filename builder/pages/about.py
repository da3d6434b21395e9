"""What a site is called and where it lies, for what leaves it: citations, data packages, what others embed."""

from __future__ import annotations

from urllib.parse import urljoin

from msgspec import Struct


class About(Struct, frozen=True):
    """A site as others name it. All may be empty: then nothing is said of it."""

    name: str = ""
    description: str = ""
    url: str = ""
    """Its address, with a slash at the end; empty if the site does not know it."""
    version: str = ""
    """The state of its content: twelve hexadecimal digits of a digest of all content files."""

    def full(self, address: str) -> str:
        """Return the full address of a page or file, given by its address under the site's root; empty if that is not known."""
        return urljoin(self.url, address) if self.url else ""
