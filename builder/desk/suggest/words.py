"""Words made comparable: small letters, no endings, one word for those that say the same of people and things."""

from __future__ import annotations

import re
from functools import lru_cache

STATES: tuple[tuple[str, str], ...] = (
    ("killed or wounded", r"killed\s+(?:or|and)\s+(?:wounded|injured)|killed\s+or\s+hurt|dead\s+(?:or|and)\s+(?:wounded|injured)"),
    ("damaged or destroyed", r"(?:damaged|destroyed)\s+(?:or|and)\s+(?:damaged|destroyed)"),
    ("in critical condition", r"(?:in\s+)?(?:critical|serious)\s+condition"),
    ("taken to hospital", r"taken\s+to\s+(?:a\s+)?hospitals?|hospitali[sz]ed|admitted\s+to\s+(?:a\s+)?hospital"),
    ("took part", r"(?:took|taking|take)\s+part|took\s+to\s+the\s+streets|march(?:ed|ing)|turned\s+out|attended|demonstrated|rallied"),
    ("on strike", r"(?:went|were|are|gone)\s+on\s+strike|walked\s+(?:out|off)|walkout|joined\s+the\s+(?:stoppage|strike|walkout)|downed\s+tools"),
    ("evacuated", r"evacuat(?:ed|ion|ions|e)|moved\s+to\s+safety|brought\s+to\s+safety|forced\s+to\s+(?:leave|flee)|fled"),
    ("in tents", r"in\s+tents|in\s+(?:emergency\s+)?shelters?"),
    ("on shift", r"on\s+(?:the\s+)?(?:\w+\s+)?shift|on\s+duty"),
    ("killed", r"killed|kills|killing|dead|died|dies|deaths?|death\s+toll|fatalit(?:y|ies)|fatally|lost\s+their\s+lives|perished|drowned|slain"),
    ("wounded", r"wounded|injured|hurt|injur(?:y|ies)"),
    ("missing", r"missing|unaccounted\s+for|disappeared"),
    ("arrested", r"arrest(?:ed|s|ing)?|detained|detentions?|taken\s+into\s+custody"),
    ("aboard", r"aboard|on\s+board"),
    ("losses", r"losses|loss|(?:lost|lose)(?!\s+power|\s+contact|\s+control)|casualties"),
    ("trapped", r"trapped|stranded|stuck"),
    ("rescued", r"rescued|saved|pulled\s+(?:out|alive)|brought\s+ashore"),
    ("displaced", r"displaced|homeless|uprooted"),
    ("deployed", r"deploy(?:ed|ment)|sent|stationed|dispatched|mobili[sz]ed"),
    ("gathered", r"gathered|massed|amassed|assembled"),
    ("captured", r"captured|taken\s+prisoner"),
    ("recaptured", r"recaptur(?:ed?|ing)|retak(?:en?|ing)|retook|regained"),
    ("burned", r"burn(?:ed|t|ing)(?:\s+(?:down|through))?|went\s+up\s+in\s+flames|scorched|charred"),
    ("destroyed", r"destroyed|flattened|razed|collapsed|levelled"),
    ("damaged", r"damaged|hit"),
    ("treated", r"treated"),
    ("infected", r"infected|infections?|tested\s+positive|(?:confirmed|suspected|new|reported|recorded)\s+cases|cases\s+(?:of|were|was|are|have|had|so\s+far|since)\b"),
    ("fell ill", r"(?:fell|fallen|fall|taken|made|became|become)\s+(?:ill|sick)|sickened|poisoned"),
    ("recalled", r"recall(?:ed(?!\s+\w+s\b)|s|ing)?|(?:call|tak|took)(?:ed|en)?\s+back|withdr[ae]wn?"),
    ("waiting", r"waiting|queu(?:ed|ing)"),
    ("cancelled", r"cancell?ed|grounded|called\s+off"),
    ("diverted", r"diverted"),
    ("closed", r"closed|shut"),
    ("misled", r"misled|deceived|defrauded"),
    ("convicted", r"convicted|found\s+guilty"),
    ("charged", r"charged|indicted"),
    ("fined", r"fined|fines?"),
    ("sentence", r"sentenced|years\s+in\s+prison|prison\s+(?:term|sentence)|jailed|term\s+of"),
    ("laid off", r"laid\s+off|dismissed|made\s+redundant|lose\s+their\s+jobs"),
    ("recovered", r"recovered"),
    ("bodies", r"bod(?:y|ies)|corpses?"),
    ("turnout", r"turnout"),
    ("visited", r"visited"),
    ("ballots counted", r"ballots\s+counted|votes\s+counted"),
    ("won", r"won|wins"),
)  # fmt: skip
"""What happens to those who are counted, in one word -> how papers print it. The earlier ones count before the later."""

STATE = re.compile(
    "|".join(f"(?P<s{i}>\\b(?:{pattern})\\b)" for i, (_, pattern) in enumerate(STATES)), re.IGNORECASE
)
_STOP = frozenset(
    "a an and are as at be been being but by did do does for from had has have he her his how if in into is it its many much "
    "no not of on or our out she so some than that the their them then there these they this those through to up was we were "
    "what when where which who whom will with would you about around said say says also after before over under more most "
    "i me my us all any each only other such can could may might".split()
)
_ENDINGS = re.compile(r"(?:ations?|ings?|ed|ers?|ors?|ies|es|s|ly|ment|ments)\Z")


def state_of(match: re.Match[str]) -> str:
    """Return the one word for what a match of ``STATE`` printed."""
    return STATES[int((match.lastgroup or "s0")[1:])][0]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a word without its ending, if enough of it is left."""
    word = word.casefold().replace("'s", "")
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) >= 3 else word


@lru_cache(maxsize=4096)
def weighty(text: str) -> tuple[str, ...]:
    """Return the words of a text that say something, comparable, with those for states as one."""
    states = [f"={state_of(match)}" for match in STATE.finditer(text)]
    words = re.findall(r"[A-Za-zÀ-ž][\w'’-]*|[0-9][0-9.,]*[0-9]|[0-9]|%", text)
    return (*(stem(word) for word in words if word.casefold() not in _STOP), *states)
