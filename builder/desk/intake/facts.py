"""The facts on an article that its page states."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields

from builder.content.strict_yaml import UNPRINTABLE


class Facts(Struct):
    """The bibliography as far as a page states it. Empty values are unknown; nothing is guessed."""

    headline: str | None = None
    heads: list[str] = field(default_factory=list)
    """For plain text: the first lines that may be the headline. One of them may be the paper's name instead."""
    byline: list[str] = field(default_factory=list)
    published: str | None = None
    """EDTF date, as precise as the page states it."""
    time: str | None = None
    """Time of day of publication, with seconds and zone as far as they are stated: ``09:30``, ``09:30:05+02:00``."""
    outlets: list[str] = field(default_factory=list)
    """Names of the publisher on the page."""
    hosts: list[str] = field(default_factory=list)
    """Hosts in the page's own addresses."""
    credit: str | None = None
    """The agency credited for the text."""
    language: str | None = None
    url: str | None = None
    free: bool = True
    """False if the page says that only subscribers see all of it."""
    inferred: dict[str, str] = field(default_factory=dict)
    """Key -> the reason for its value, if the value is not stated directly."""


class Reading(Struct):
    """A file's text and facts, with remarks for the editor."""

    text: str
    facts: Facts
    remarks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Remove characters that no content file may have, which pages contain as entities and escapes."""
        self.text = _clean(self.text)
        for item in fields(Facts):
            setattr(self.facts, item.name, _clean(getattr(self.facts, item.name)))

    def as_dict(self) -> dict[str, Any]:
        """Return the reading as JSON values, to pass it between processes."""
        facts = {item.name: getattr(self.facts, item.name) for item in fields(Facts)}
        return {"text": self.text, "facts": facts, "remarks": [str(line) for line in self.remarks]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """Return the reading from the result of ``as_dict``."""
        return cls(data["text"], Facts(**data["facts"]), list(data["remarks"]))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return UNPRINTABLE.sub("", value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value
