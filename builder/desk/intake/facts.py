"""What a file can prove about an article, beside its text."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields

from builder.content.strict_yaml import UNPRINTABLE


class Facts(Struct):
    """The bibliography as far as a page states it. Empty is not known; nothing is guessed."""

    headline: str | None = None
    heads: list[str] = field(default_factory=list)
    """Of a plain text: the lines at its head that may be the headline, as one of them may be the paper's name."""
    byline: list[str] = field(default_factory=list)
    published: str | None = None
    """EDTF, with the precision that is stated."""
    outlets: list[str] = field(default_factory=list)
    """Names that the page gives its publisher."""
    hosts: list[str] = field(default_factory=list)
    """Addresses on the web that the page gives itself."""
    credit: str | None = None
    """The agency credited for the text."""
    language: str | None = None
    url: str | None = None
    free: bool = True
    """Whether the page does not say of itself that only subscribers see it whole."""
    inferred: dict[str, str] = field(default_factory=dict)
    """Key -> from what it was concluded, where it is not stated outright."""


class Reading(Struct):
    """A file, read."""

    text: str
    facts: Facts
    remarks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Leave out control characters, which a page brings in as entities and escapes, and which no content file may have."""
        self.text = _clean(self.text)
        for item in fields(Facts):
            setattr(self.facts, item.name, _clean(getattr(self.facts, item.name)))

    def as_dict(self) -> dict[str, Any]:
        """Return it in plain values, to hand from one process to another."""
        facts = {item.name: getattr(self.facts, item.name) for item in fields(Facts)}
        return {"text": self.text, "facts": facts, "remarks": [str(line) for line in self.remarks]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """Return what ``as_dict`` made plain."""
        return cls(data["text"], Facts(**data["facts"]), list(data["remarks"]))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return UNPRINTABLE.sub("", value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value
