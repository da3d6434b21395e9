"""Values for an article's keys that the editor gives on the command line, and their checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from textwrap import indent

from msgspec import Struct, field

from builder.content.load import is_slug
from builder.content.model import Outlet
from builder.content.strict_yaml import UNPRINTABLE
from builder.desk import kinds
from builder.desk.intake.outlets import NewOutlet
from builder.desk.kinds import Refusal
from builder.values.clock import day_and_time
from builder.values.dates import parse_edtf
from builder.values.hidden import described


class Given(Struct):
    """Values given on the command line. They take precedence over those of the page."""

    slug: str | None = None
    outlet: str | None = None
    headline: str | None = None
    byline: list[str] = field(default_factory=list)
    published: str | None = None
    completeness: str | None = None
    language: str | None = None
    allow_local: bool = False
    numbered: bool = False
    """Whether a name that is taken gets a number, where none was given."""


def check_given(given: Given, outlets: Mapping[str, Outlet]) -> None:
    """Raise ``Refusal`` for the first value that is not valid."""
    for key, check_value in CHECKS.items():
        value = getattr(given, key)
        for one in value if isinstance(value, list) else [] if value is None else [value]:
            try:
                check_value(one)
            except ValueError as error:
                raise Refusal(kinds.BAD_ANSWER, f"--{key}: {error}") from None
    if given.slug is not None and not is_slug(given.slug):
        raise Refusal(
            kinds.BAD_ANSWER, f'--slug: "{given.slug}" cannot become an address: use a-z, digits and hyphens'
        )
    if given.outlet is not None and given.outlet not in outlets:
        ids = ", ".join(outlets)
        entry = NewOutlet(given.outlet, given.outlet.replace("-", " ").title(), "newspaper", []).entry
        told = f'--outlet: "{given.outlet}" is not in outlets.yml, which has: {ids or "none yet"}'
        raise Refusal(kinds.UNKNOWN_OUTLET, f"{told}\n{indent(entry.rstrip(), '    ')}")


def _date(text: str) -> str:
    day, time = day_and_time(text.strip())
    return parse_edtf(day).edtf + (f"T{time}" if time else "")


def one_line(text: str) -> str:
    """Return a text as one line. Raises ``ValueError`` if it is empty, too long, or has characters that content may not have."""
    text = " ".join(text.split())
    if found := UNPRINTABLE.search(text):
        raise ValueError(f"what is given holds {described(found[0])}")
    if not 1 <= len(text) <= 400:
        raise ValueError("one line of at most 400 characters is wanted")
    return text


def _completeness(text: str) -> str:
    if text not in ("full text", "excerpt", "mirror"):
        raise ValueError(f'"{text}" is none of: full text, excerpt, mirror')
    return text


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", text):
        raise ValueError(f'"{text}" is no language such as en or pt-BR')
    return text


CHECKS: dict[str, Callable[[str], str]] = {
    "headline": one_line,
    "byline": one_line,
    "published": _date,
    "completeness": _completeness,
    "language": _language,
}
"""Key -> function that returns a given value as it is written into the file, or raises ``ValueError`` with the reason."""
