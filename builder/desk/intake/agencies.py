"""Wire agencies, as bylines and credit lines name them."""

from __future__ import annotations

import re

from msgspec import Struct

AGENCIES = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "ANSA": ("ANSA",),
    "Associated Press": ("Associated Press", "The Associated Press", "AP"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "dpa": ("dpa", "Deutsche Presse-Agentur"),
    "EFE": ("EFE",),
    "Interfax": ("Interfax",),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "PA Media": ("PA Media", "Press Association", "PA"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "TASS": ("TASS",),
    "Ukrinform": ("Ukrinform",),
    "UPI": ("UPI", "United Press International"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
}
_NAMES = "|".join(
    re.escape(name)
    for name in sorted((n for names in AGENCIES.values() for n in names), key=len, reverse=True)
)
_ALONE = re.compile(rf"(?:{_NAMES})\Z")
# KYIV, Dec 16 (Reuters) - ...
_DATELINE = re.compile(
    rf"\s*[A-Z][A-Z .,'’/-]+(?:,\s*[A-Z][\w.,' ]{{0,40}})?\s*\((?P<name>{_NAMES})\)\s*[-–—]"
)
# ORRIN - ..., ORRIN, Feb 10 2033 (Harbour News) - ...: where, when and for whom it was written, before what it says.
_ANY_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’/-]+(?:[ ][A-Z.'’/-]+){0,3}(?:,\s*[A-Z][a-z.]+(?:\s+[A-Z][a-z.]+)?)??"
    r"(?:,\s*(?P<day>[A-Z][a-z]{2,8}\.?\s+[0-9]{1,2}(?:,?\s+[0-9]{4})?|[0-9]{1,2}\s+[A-Z][a-z]{2,8}\.?(?:\s+[0-9]{4})?))?"
    r"\s*(?:\((?P<name>[A-Z][\w.&'’ -]{1,40})\))?\s+[-–—]\s+"
)
# At the end: "- Reuters", "© AFP", "(Reporting by ... for Reuters)" is a person's, not a credit.
_LAST = re.compile(
    rf"\s*(?:[-–—©]\s*|Source:\s*|With\s+)?(?P<name>{_NAMES})(?:\s+contributed to this report)?\.?\s*\Z"
)


def agency(words: str) -> str | None:
    """Return the words if they name an agency and nothing else, as printed."""
    words = words.strip(" .()")
    return words if _ALONE.match(words) else None


class Dateline(Struct, frozen=True):
    """What stands before an agency's first sentence."""

    end: int
    """Where the report itself begins."""
    name: str | None
    """For whom it was written, as printed."""
    day: str | None
    """The day, as printed."""


def dateline(paragraph: str) -> Dateline | None:
    """Return what stands before a report's first sentence, if the paragraph begins so."""
    found = _ANY_DATELINE.match(paragraph)
    return Dateline(found.end(), found["name"], found["day"]) if found else None


def credited(text: str) -> str | None:
    """Return the agency that a text's dateline or last line credits, as printed."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:8]:
        if match := _DATELINE.match(line):
            return match["name"]
    for line in lines[-2:]:
        if len(line) < 60 and (match := _LAST.match(line)):
            return match["name"]
    return None
