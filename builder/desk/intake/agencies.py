"""Wire agencies as they are named in bylines and credit lines."""

from __future__ import annotations

import re

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
    rf"\s*[A-Z][A-Z .,'’/-]{{1,80}}(?:,\s{{0,4}}[A-Z][\w.,' ]{{0,40}})?\s{{0,4}}\((?P<name>{_NAMES})\)\s*[-–—]"
)
# At the end: "- Reuters", "© AFP". "(Reporting by ... for Reuters)" names a person and is no credit.
_LAST = re.compile(
    rf"\s*(?:[-–—©]\s*|Source:\s*|With\s+)?(?P<name>{_NAMES})(?:\s+contributed to this report)?\.?\s*\Z"
)


def agency(words: str) -> str | None:
    """Return the words, as printed, if they are only the name of an agency, or None."""
    words = words.strip(" .()")
    return words if _ALONE.match(words) else None


def credited(text: str) -> str | None:
    """Return the agency that a text's dateline or last line credits, as printed, or None."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:8]:
        if match := _DATELINE.match(line):
            return match["name"]
    for line in lines[-2:]:
        if len(line) < 60 and (match := _LAST.match(line)):
            return match["name"]
    return None
