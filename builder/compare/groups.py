"""Group the claims of a row that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Sequence

from msgspec import Struct

from builder.compare import days, denials
from builder.compare.wordings import bare_words
from builder.content.model import Claim
from builder.content.vocabulary import Where
from builder.values.dates import DateSpan
from builder.values.quantity import Quantity, base_unit
from builder.values.text import folded


class Group(Struct, frozen=True):
    """Claims of a row that say the same, in the order of the row. ``claims[0]`` represents all of them."""

    claims: tuple[Claim, ...]

    @property
    def head(self) -> Claim:
        """The claim that was printed first."""
        return self.claims[0]

    @property
    def only_article(self) -> str | None:
        """The id of the only article that says it, or None if several do."""
        return self.head.article if len({claim.article for claim in self.claims}) == 1 else None


def reports(claims: Iterable[Claim]) -> int:
    """Return how many reports some claims are: several outlets that print one text are one.

    Where there is no other text, each outlet is one: that they print the same, a sentence of its own says.
    """
    every = tuple(claims)
    texts = len({claim.text for claim in every})
    return texts if texts > 1 else len({claim.article for claim in every})


def without_copies(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return some claims as ``reports`` counts them: of outlets that print one text, the one whose text it is, or the first here.

    Where reports are counted and named, there are as many names; who prints another's text, a sentence of its own says.
    """
    prints: dict[str, dict[str, None]] = {}
    for claim in claims:
        prints.setdefault(claim.text, {}).setdefault(claim.article)
    if len(prints) == 1:
        return claims
    own = {text if text in found else next(iter(found)) for text, found in prints.items()}
    return claims if len(own) == sum(map(len, prints.values())) else [c for c in claims if c.article in own]


def group(claims: Iterable[Claim], running: bool = False, apart: Container[str] = ()) -> tuple[Group, ...]:
    """Return the claims in groups that say the same, in the order in which each value was first printed.

    If the count is ``running``, answers of different days are never the same. Claims with the keys ``apart``, which copies have changed,
    are with no others. Linear in the number of claims.
    """
    found: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        day = days.running(claim) if running else None
        changed = claim.text if claim.key in apart else None
        key = (_same(claim), bool(claim.doubt), claim.no_sign, (day.start, day.end) if day else None, changed)
        found.setdefault(key, []).append(claim)
    return tuple(Group(_led(claims)) for claims in found.values())


def _led(claims: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a group; a headline does not speak for them if its own text says the same, and says from whom.

    Of noes an outright denial speaks for all: beside it a yes stands against what somebody says, and not against how it is read.
    """
    head = claims[0]
    if isinstance(head.value, tuple) and len(claims) > 1:
        # A list of names is headed by the spelling that most print, not by one that is first of its kind.
        prints = Counter(folded(claim.printed) for claim in claims)
        most = max(prints.values())
        claims = sorted(claims, key=lambda claim: prints[folded(claim.printed)] < most)
        head = claims[0]
    if head.value is False:
        claims = sorted(claims, key=lambda claim: not (claim.sources and denials.denies(claim)))
        head = claims[0]
    if head.where is Where.HEADLINE:
        for at, claim in enumerate(claims):
            if claim.article == head.article and claim.where is not Where.HEADLINE:
                return (claim, *claims[:at], *claims[at + 1 :])
    return tuple(claims)


def _same(claim: Claim) -> Hashable:
    """Return a key that two claims share if ``judge`` calls them the same."""
    unit = base_unit(claim.unit)[0]
    of = (*((text or "").casefold() for text in (unit, claim.counted, claim.of)), scope_key(claim))
    day = (claim.as_of.start, claim.as_of.end) if claim.as_of else None
    if claim.undecided:
        # Two texts that leave different things open do not say the same.
        return (of, "open", claim.leaves_open)
    match claim.value:
        case Quantity() as figure:
            return (of, day, figure.same_as)
        case DateSpan() as span:
            return (of, span.start, span.end, span.approximate)
        case tuple() as places:
            named = frozenset(place.id for place in places)
            return (of, named or folded(claim.printed))
        case bool() as answer:
            return (of, answer)
        case _:
            return (of, bare_words(claim.printed), frozenset(claim.sources))


def scope_key(claim: Claim) -> str:
    """Return a text that two claims share if their scopes are the same."""
    return f"place/{claim.scope_place.id}" if claim.scope_place else (claim.scope or "").casefold()
