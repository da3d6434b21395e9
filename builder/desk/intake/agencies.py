"""Wire agencies as they are named in bylines and credit lines."""

from __future__ import annotations

import re

AGENCIES = {
    "AAP": ("AAP", "Australian Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "ANI": ("ANI",),
    "ANP": ("ANP",),
    "ANSA": ("ANSA", "Ansa"),
    "APA": ("APA", "Austria Presse Agentur"),
    "Associated Press": ("Associated Press", "The Associated Press", "AP"),
    "Belga": ("Belga",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "CNN Wire": ("CNN Wire",),
    "CTK": ("ČTK", "CTK"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur", "dpa-infocom", "dpa-AFX"),
    "EFE": ("EFE", "Agencia EFE", "Efe"),
    "epd": ("epd",),
    "Europa Press": ("Europa Press",),
    "IANS": ("IANS",),
    "Interfax": ("Interfax", "Интерфакс"),
    "Interfax-Ukraine": ("Interfax-Ukraine", "Інтерфакс-Україна"),
    "Keystone-SDA": ("Keystone-SDA", "SDA", "sda", "ATS"),
    "KNA": ("KNA",),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Lusa": ("Lusa", "LUSA"),
    "NTB": ("NTB",),
    "PA Media": ("PA Media", "Press Association", "PA"),
    "PAP": ("PAP",),
    "PTI": ("PTI", "Press Trust of India"),
    "Reuters": ("Reuters", "Thomson Reuters", "REUTERS", "rtr"),
    "RIA Novosti": ("RIA Novosti", "РИА Новости"),
    "Ritzau": ("Ritzau",),
    "SID": ("SID",),
    "TASS": ("TASS", "ТАСС"),
    "TT": ("TT",),
    "Ukrinform": ("Ukrinform", "Укрінформ"),
    "UPI": ("UPI", "United Press International"),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "新华社", "新华网"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
}
UNABLE = "The text says what {name} was unable to find out, as its own reports do."
"""Why an agency is credited that the text names only so."""
_SOME = (
    r"(?:news\s+)?agencies|wire\s+services|wires|agency\s+reports|Agenturen|agencias|agences|agenzie|agências"
)
_NAMES = "|".join(
    re.escape(name)
    for name in sorted((n for names in AGENCIES.values() for n in names), key=len, reverse=True)
)
_JOINT = r"\s*(?:/|,|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|-(?=[A-Z]))\s*"
_SEVERAL = rf"(?:{_NAMES}|{_SOME})(?:{_JOINT}(?:{_NAMES}|{_SOME})){{0,3}}"
_ALONE = re.compile(rf"(?:{_SEVERAL})\Z")
# KYIV, Dec 16 (Reuters) - ...
_DATELINE = re.compile(
    rf"\s*[^\W\d_a-z][\w .,'’/-]{{1,80}}?(?:,\s{{0,4}}[A-Z][\w.,' ]{{0,40}})?\s{{0,4}}\((?P<name>{_SEVERAL})\)\s*[-–—.:]"
)
# At the end: "- Reuters", "© AFP", "mit Material von dpa". "(Reporting by ... for Reuters)" names a person and is no credit.
_LAST = re.compile(
    rf"""\W{{0,4}}(?:(?:Sources?|Quellen?|Fuente|Fonte|Źródło|Джерело|Источник|来源|Credit)\s*[:：]\s*|©\s*(?:[0-9]{{4}}\s*)?
    |(?:[Ww]ith|[Aa]dditional|[Ii]ncludes|[Cc]ontains|[Uu]sing)\s+(?:(?:additional\s+)?(?:reporting|material|information|files|input|inputs|contributions)\s+(?:by|from)\s+)?(?:the\s+)?
    |(?:[Mm]it|[Uu]nter\s+[Vv]erwendung\s+von)\s+(?:(?:Material|Informationen|Inhalten|Agenturmaterial)\s+)?(?:von|der|des)?\s*(?:der\s+)?
    |[Aa]vec\s+(?:l['’])?|[Cc]on\s+(?:información\s+de|informaciones\s+de|datos\s+de)?\s*|[Cc]om\s+(?:informações\s+d[aeo]s?\s+)?
    |[Mm]et\s+(?:informatie\s+van\s+)?|(?:and|und|et|y)\s+)?
    (?P<name>{_SEVERAL})
    (?:/[a-z]{{2,4}}){{0,2}}
    (?:\s+(?:contributed|has\s+contributed)\s+to\s+this\s+(?:report|story|article))?\W{{0,4}}\Z""",
    re.VERBOSE,
)
# An agency that says of itself in its own report what it could not find out.
_UNABLE = re.compile(
    rf"(?<!\w)(?P<name>{_NAMES})\s+(?:was|were|has\s+been|is)\s+(?:unable|not\s+(?:immediately\s+)?able)\s+to\s+(?:\w+\s+){{0,3}}(?:verify|confirm|establish|reach|determine|authenticate)"
    rf"|(?<!\w)(?P<other>{_NAMES})\s+(?:could|has)\s+not\s+(?:\w+\s+){{0,2}}(?:verif|confirm|establish|reach|determine|authenticat)"
)
_IN_BRACKETS = re.compile(rf"\((?P<name>{_SEVERAL})(?:/[a-z]{{2,4}}){{0,2}}\)\W{{0,2}}\Z")


def agency(words: str) -> str | None:
    """Return the words, as printed, if they are only names of agencies, or "agencies", or None."""
    words = words.strip(" .()")
    return words if _ALONE.match(words) else None


def credited(text: str) -> str | None:
    """Return the agency that a text's dateline or last lines credit, as printed, or None."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:8]:
        if match := _DATELINE.match(line):
            return match["name"]
    for line in reversed(lines[-4:]):
        if len(line) < 120 and (match := _LAST.match(line)):
            return match["name"]
        # "... as the union said. (dpa)"
        if match := _IN_BRACKETS.search(line[-60:]):
            return match["name"]
    return None


def speaks_of_itself(text: str) -> str | None:
    """Return the agency that a text says was unable to verify something, as its own reports say of it, or None."""
    found = _UNABLE.search(text)
    return (found["name"] or found["other"]) if found else None
