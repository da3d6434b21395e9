"""What a figure counts, and the people or things: the noun after it, and what is said to have happened to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from builder.desk.suggest.figures import Figure
from builder.desk.suggest.words import State, is_state, states
from builder.proof.normal import Span
from builder.values.quantity import Kind

_NOUNS_END = re.compile(
    r"\s*(?:[,;:.!?()\"—–]|\s-\s|\b(?:were|was|are|is|be|been|being|had|has|have|having|will|would|could|can|may|might|did|do|does|"
    r"who|whom|which|that|when|where|while|after|before|because|since|if|as|than|and|or|but|to|at|on|in|into|from|by|with|for|near|"
    r"outside|inside|around|over|under|through|during|against|across|said|says|told|according|killed|wounded|injured|hurt|"
    r"missing|dead|died|die|went|took|take|walked|marched|joined|remain|remained|still|lost|left|later|ago|each|yet|so|"
    r"waited|waiting|burned|fled|of|showed|had)\b|\Z)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|these|those|them|it|whom|which)\b\s*)?(?:[\w-]+'s?\s+)?",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:were|was|been|are|is|be|being)\s+(?:[a-z]+ly\s+|still\s+|also\s+|not\s+)?(?P<done>[a-z]{2,}(?:ed|en|wn|ught|lt|ck|nt|ut|ld))\b"
)
_TOLD = frozenset("told believed said reported estimated expected thought asked understood claimed".split())
_SHAPES = (
    ("width", r"wide|width|across"), ("depth", r"deep|depth"), ("height", r"high|tall|height|rose|risen|rise|level"), ("length", r"long|length"),
    ("distance", r"away|from|distance|off"),
)  # fmt: skip
_LENGTHS = frozenset("mm cm m km inches feet yards miles".split())
_DURATIONS = frozenset("seconds minutes hours days weeks months years decades".split())
_DURATION = re.compile(
    r"\s*(?:more\s+)?(?:second|minute|hour|day|night|week|month|year|decade)s?\b", re.IGNORECASE
)
_MONEY = re.compile(
    r"[$€£¥]|\b(?:dollars?|euros?|pounds?|crowns?|yen|yuan|rubles?|roubles?|francs?|rupees?|hryvnias?|won)\b",
    re.IGNORECASE,
)
_NOUN_OF = re.compile(
    r"(?P<noun>[a-z]{3,})\s+(?:of|to|at|by)\s+\Z|\b(?P<bare>magnitude|category|temperatures?)\s+\Z",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?P<noun>[A-Za-z]{3,})\s+(?:was|were|is|stood\s+at|reached|rose|fell|dropped|hit)(?:\s+(?:to|by|at))?\s+\Z"
)
_VERB = re.compile(
    r"\b(?P<verb>[a-z]{3,}(?:ed|ing)|won|lost|cost|costs|fell|rose|pays?|paid|spent|found|held|made|earns?|sold|worth)\s+"
    r"(?:(?:the|its|their|a|an)\s+)?(?:[A-Za-z]+\s+){0,4}?(?:for\s+)?\Z"
)
_GOES_ON = re.compile(r"\s+[a-z]{3,}ing\b")
_PLURAL = re.compile(
    r"\A(?:[\w'’-]+\s+){0,4}?(?:[a-z'’-]*[^su'’\s]s|people|children|men|women|police|aircraft)(?=\s)"
)
_IN_A_PLACE = re.compile(
    r"\b(?:at|in|around|across|near)\s+(?:(?:the|its|their|these|those)\s+)?\Z", re.IGNORECASE
)
_SAME_AS_BEFORE = re.compile(
    r"\b(?:up|down)\s+from\s+\Z|\b(?:an?\s+)?(?:earlier|previous|initial)(?:\s+\w+\s+of)?\s+\Z"
)
_NUMBER_AT = re.compile(r"\b(?P<noun>[a-z]{3,})\s+(?:at|to)\s+\Z")
_NUMBER_OF = re.compile(r"\bnumber\s+of\s+(?:[a-z]+\s+){0,2}?(?P<noun>[a-z]+s|people|children)\b")
_CHANGED = re.compile(r"risen|rose|climbed|grown|grew|fallen|fell|dropped|increased|decreased|doubled|jumped")
_CLAUSE = re.compile(
    r"[;,]\s|\sand\s(?=[a-z]+ed\s)|\s(?:and|but|while|or)\s(?=(?:[\w'-]+\s+){0,3}?[\w'-]*\d|(?:[a-z]+\s)?(?:two|three|four|five|six|seven|eight|nine|ten)\b)|\swhile\s|\sbut\s"
)

_REACH = 1_000
"""How many characters before and after a figure may say what it counts."""


class Counted(Struct, frozen=True):
    """What a figure counts."""

    counts: str | None
    """What is counted, by the name of its state where it has one."""
    of: str | None
    """The noun phrase for the people or things."""
    kind: str
    """people-or-things, percent, length, duration, money, degrees or magnitude."""
    end: int
    """Where the words that say so end."""


def counted(content: str, sentence: Span, figure: Figure, limit: int, language: str = "en") -> Counted:
    """Return what a figure counts. ``limit`` is where the next figure begins, or the sentence's end."""
    after = content[figure.span[1] : min(sentence[1], figure.span[1] + _REACH)]
    before = content[max(sentence[0], figure.span[0] - _REACH) : figure.span[0]]
    noun, length = noun_after(after)
    kind = kind_of(content, figure, after)
    if kind in ("length", "degrees", "magnitude"):
        return Counted(_shape(kind, after, before), noun, kind, figure.span[1] + length)
    near_end = max(limit - figure.span[1], length)
    clause = _CLAUSE.search(after, min(length, len(after)))
    reach = min(near_end, clause.start() if clause else len(after))
    left = _last_clause(before)
    if kind == "duration":
        state = _first(after[: length + 12], language) or _last(left, language)
        said = state.name if state and state.name == "sentence" else "duration"
        return Counted(said, noun, kind, figure.span[1] + length)
    if kind in ("percent", "money"):
        counts = _amount(after[:reach], before, left, kind, language)
        return Counted(counts, noun, kind, figure.span[1] + length)
    if noun and _IN_A_PLACE.search(before):
        # "workers at four ports walked out": it is not the ports that did.
        return Counted(noun.split()[-1].casefold(), noun, kind, figure.span[1] + length)
    state = _first(after[:reach], language)
    passive = _PASSIVE.search(after, 0, reach)
    if state and not (passive and passive.start("done") < state.start and passive["done"] not in _TOLD):
        return Counted(state.name, noun, kind, figure.span[1] + state.end)
    if passive and passive["done"] not in _TOLD:
        return Counted(passive["done"], noun, kind, figure.span[1] + passive.end())
    if (found := _last(left, language)) is not None:
        return Counted(found.name, noun, kind, figure.span[1] + length)
    if clause is None or after[clause.start() : clause.start() + 1] != ";":
        # "more than 300 injured": what stands in the rest of the sentence, if nothing nearer does.
        rest = _first(after.lstrip(), language)
        if rest and rest.start == 0:
            return Counted(rest.name, noun, kind, figure.span[1] + rest.end + 1)
    head = noun.split()[-1].casefold() if noun else None
    if head is None and (at := _NUMBER_AT.search(before)):
        # "the number of patients has risen to 19"
        number = _NUMBER_OF.search(before) if _CHANGED.fullmatch(at["noun"]) else None
        head = number["noun"] if number else at["noun"]
    return Counted(head, noun, kind, figure.span[1] + length)


def continued(
    content: str, figures: Sequence[Figure], found: Sequence[Counted], last: Counted | None
) -> list[Counted]:
    """Fill what figures leave to others: lists that share a verb, "from an earlier 1,800", "the number was 90".

    ``last`` is what the figure before the sentence counted.
    """
    done = list(found)
    for index in range(len(done) - 2, -1, -1):
        this, after = done[index], done[index + 1]
        gap = content[max(this.end, figures[index].span[1]) : figures[index + 1].span[0]]
        plain = this.counts is None or (this.of is not None and this.counts == this.of.split()[-1].casefold())
        if (
            plain
            and after.kind == this.kind
            and re.fullmatch(r"\s*(?:,|and|,\s+and)\s*", gap)
            and is_state(after.counts)
        ):
            done[index] = replace(this, counts=after.counts)
        elif this.of is None and re.fullmatch(r"\s*of\s+(?:the\s+|its\s+)?", gap):
            done[index] = replace(
                this,
                of=after.of,
                counts=this.counts or (after.of.split()[-1].casefold() if after.of else None),
            )
    for index, this in enumerate(done):
        before = content[max(0, figures[index].span[0] - 40) : figures[index].span[0]]
        earlier = done[index - 1] if index else last
        if earlier is None:
            continue
        if _SAME_AS_BEFORE.search(before) and (earlier.kind == this.kind or this.of is None):
            done[index] = replace(this, counts=earlier.counts, of=earlier.of, kind=earlier.kind)
        elif this.counts is None and this.of is None:
            done[index] = replace(this, counts=earlier.counts, of=earlier.of)
    return done


def kind_of(content: str, figure: Figure, after: str) -> str:
    """Return the kind of thing a figure measures."""
    unit, kind = figure.unit or "", figure.reading.kind
    if kind is Kind.PERCENT:
        return "percent"
    if unit == "degrees" or re.match(r"\s*(?:degrees|°)", after):
        return "degrees"
    if unit in _LENGTHS:
        return "length"
    if re.search(
        r"\b(?:magnitude|category)\s+(?:of\s+)?\Z", content[max(0, figure.span[0] - 14) : figure.span[0]]
    ):
        return "magnitude"
    if kind is Kind.MONEY or _MONEY.match(after.lstrip()):
        return "money"
    return "duration" if unit in _DURATIONS or _DURATION.match(after) else "people-or-things"


def noun_after(after: str) -> tuple[str | None, int]:
    """Return the noun phrase that follows a figure, and where it ends."""
    start = 0
    if of := _OF.match(after):
        start = of.end()
    end = _NOUNS_END.search(after, start)
    words = after[start : end.start() if end else len(after)].strip()
    # "aftershocks hamper search": without grammar, the first plural is the noun.
    if plural := _PLURAL.match(words):
        words = plural[0]
    for going in _GOES_ON.finditer(words):
        words = words[: going.start()]
        break
    words = " ".join(words.split()[:5])
    if not words or not re.match(r"[A-Za-z]", words):
        return None, 0
    return words, start + after[start:].find(words) + len(words)


def _shape(kind: str, after: str, before: str) -> str:
    if kind == "magnitude":
        return "magnitude"
    if kind == "degrees":
        return "temperature"
    near = after[:40].split(",")[0]
    for name, words in _SHAPES:
        if re.match(rf"\s*\w*\s*(?:{words})\b", near):
            return name
    back = before[-40:]
    for name, words in _SHAPES:
        if re.search(rf"\b(?:{words})\b(?:\s+\w+){{0,2}}\s*\Z", back):
            return name
    return "distance"


def _amount(after: str, before: str, left: str, kind: str, language: str) -> str:
    """What a share or a sum is of: the noun before "of", the subject, or the verb."""
    if kind == "percent" and (of := re.match(r"\s+of\s+(?:the\s+)?(\w+(?:\s+counted)?)", after)):
        verb = _VERB.search(before)
        state = _first(after, language) or _last(left, language)
        return state.name if state else verb["verb"] if verb else of[1]
    if found := _NOUN_OF.search(before):
        return (found["noun"] or found["bare"]).casefold()
    if found := _SUBJECT.search(before):
        return found["noun"].casefold()
    if state := _last(left, language):
        return state.name
    if found := _VERB.search(left):
        return found["verb"]
    return "share" if kind == "percent" else "amount"


def _last_clause(before: str) -> str:
    cut = 0
    for match in _CLAUSE.finditer(before):
        cut = match.end()
    return before[cut:]


def _first(text: str, language: str) -> State | None:
    return next(iter(states(text, language)), None)


def _last(text: str, language: str) -> State | None:
    found = states(text, language)
    return found[-1] if found else None
