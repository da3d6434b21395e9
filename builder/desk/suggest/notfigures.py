"""Numbers that say when, how old or which one, and so are no figures."""

from __future__ import annotations

import re

from builder.values.patterns import before

TIME_UNITS = r"(?:second|minute|hour|day|night|week|month|year|decade)s?"
_NAMED = re.compile(
    r"(?:\b(?:Article|Section|Chapter|Flight|Route|Highway|Number|No\.|Nos\.|Room|Gate|Terminal|Phase|Level|Line|Platform|Group\s+of"
    r"|Boeing|Airbus|Type|Mark|Apollo|Channel|Formula|Covid|Version|World\s+War|group\s+stage|page|chapter|verse|aged?)[\s-]*"
    r"|\b(?:level|grade|stage|phase)\s+|\b(?:[Vv]iews|[Ll]ikes|[Ss]hares|[Cc]omments):?\s*|[#№]\s*)\Z"
)
_SKIP_AFTER = re.compile(
    r"\s*(?:[ap]\.?m\b\.?|o['’]clock|min(?:ute)?s?\s+read\b|GMT|UTC|[-\s]{0,4}(?:year|month|week|day|hour)s?[\s-]old|/[0-9])",
    re.IGNORECASE,
)
_AGE = re.compile(r"[A-Z][\w'’-]+,\s*\Z")
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}\Z")
_DEADLINE = re.compile(r"\bwithin\s+\Z", re.IGNORECASE)
# "people over 65", "when she was six": nothing that is counted follows.
_HOW_OLD = re.compile(
    r"\b(?:people|men|women|children|adults|those|anyone|everyone|patients)\s+(?:aged\s+)?(?:over|under|above|below)\s+\Z"
    r"|\b(?:I|he|she|they)\s+(?:was|were|turned)\s+\Z|\b(?:boy|girl|man|woman|child|son|daughter)\s+of\s+\Z",
    re.IGNORECASE,
)
_NOTHING_FOLLOWS = re.compile(r"\s*(?:[,.;:!?\"')]|\Z|\b(?:and|or|but|when|to|in|at)\b)")
# "five weeks after the robbery", "the first six months": a time, not how long something took.
_LATER = re.compile(rf"[\s-]+{TIME_UNITS}\s+(?:after|before|later|earlier|ago|from\s+now)\b", re.IGNORECASE)
_COUNTED_OFF = re.compile(
    r"\b(?:the|this|these|his|her|its|their|our)\s+(?:very\s+)?(?:first|last|past|next|coming|previous|final)\s+\Z",
    re.IGNORECASE,
)
_IN_TIME = re.compile(rf"\s+{TIME_UNITS}\b", re.IGNORECASE)

_OF_THOSE = re.compile(r"\s+(?!and\b|in\b|to\b|on\b|at\b|by\b|after\b|when\b|war\b)[a-z]+s\b")


def is_none(text: str, match: re.Match[str]) -> bool:
    """Return whether a number that was found in a text is no figure; ``match`` is one of the site's own pattern for figures."""
    start, end, first = match.start(), match.end(), match.start("first")

    def behind(pattern: re.Pattern[str], place: int) -> bool:
        return before(pattern, text, place) is not None

    if _SKIP_AFTER.match(text, match.end("first")) or behind(_NAMED, start):
        return True
    if not match["lead"] and behind(_AGE, start) and text[end : end + 1] == ",":
        return True
    if behind(_HOW_OLD, first) and _NOTHING_FOLLOWS.match(text, end):
        return True
    if _LATER.match(text, end) or (behind(_COUNTED_OFF, first) and _IN_TIME.match(text, end)):
        return True
    if behind(_DEADLINE, start) and _IN_TIME.match(text, end):
        return True
    return bool(_YEAR.match(match["first"])) and not _OF_THOSE.match(text, end)
