"""A headline against its own text: the change that an outlet makes to what it goes on to print.

Only what a headline alone has is a finding. If the text below it says the same, the headline has its support there, whatever else
the text prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from builder.compare import days, values
from builder.compare.phrases import is_participle, join_items, left_open, sentence
from builder.compare.relation import Difference, Judgement, Relation, Verdict
from builder.compare.scopes import begins_a_phrase
from builder.compare.speakers import Names, as_printed, origin
from builder.content.model import Article, Claim, Question
from builder.content.vocabulary import Answer, Completeness, Where
from builder.values.direction import isolated
from builder.values.lexicon import has_rules
from builder.values.quantity import Quantity, tolerance
from builder.values.text import words

_OF = {Difference.COUNTED: "counts", Difference.POPULATION: "of", Difference.SCOPE: "scope"}
"""Differences between a headline and its text that a word beside each figure tells, and the field that has it."""
HEDGES = frozenset((Difference.HEDGE, Difference.HEDGED, Difference.ROUNDED))
"""Differences that are one figure in another hedge, or rounded."""
_TOLD = {*_OF, *HEDGES}


_OWN = ", the text below it "
_BELOW = "; the text below it has "
"""The same behind what a headline leaves open, which is a clause of its own."""


def against_text(a: Claim, b: Claim, found: Verdict | None) -> Verdict | None:
    """Return the verdict on two claims, as one on a headline if one is the headline over the other and says it otherwise.

    ``found`` is the verdict on the two as on any others. A headline that is only vaguer, or that dates another day, is as good
    as any other answer.
    """
    if a.article != b.article or Where.HEADLINE not in (a.where, b.where) or a.where is b.where:
        return found
    head, text = (a, b) if a.where is Where.HEADLINE else (b, a)
    if text.id in head.against:
        of = f" (of {text.scope})" if text.scope and text.scope != head.scope else ""
        of = f" ({text.scope})" if of and begins_a_phrase(text.scope or "") else of
        # What it leaves open belongs into one sentence with what its text has.
        unclear = f" and leaves open {isolated(head.leaves_open)}" if head.leaves_open else ""
        own = f"{_BELOW if unclear else _OWN}{as_printed(text)}{of}"
        reason = f"the headline prints {as_printed(head)}{unclear}{own}"
        return Verdict(Relation.HEADLINE, reason, (Difference.STATEMENT,))
    if found is None:
        return None
    if _beyond(head, text):
        reason = f"the headline prints {as_printed(head)}{_OWN}{as_printed(text)}"
        return Verdict(Relation.HEADLINE, reason, (Difference.ROUNDING,))
    opposed = found.relation in (Relation.CONFLICT, Relation.TENSION)
    if found.relation is Relation.PART_OF or not (opposed or _TOLD.intersection(found.differences)):
        return found
    if isinstance(head.value, bool) and isinstance(text.value, bool):
        reason = f"the headline {_reads(head)}{_OWN}{_reads(text)}"
    else:
        first, second = _labelled(head, text, found)
        # A headline without a figure counts nothing, and yet says of what it is.
        counted = Difference.COUNTED in found.differences and head.counts and text.counts
        said = ("speaks of", "of ") if counted else ("prints", "")
        reason = f"the headline {said[0]} {first}{_OWN}{said[1]}{second}"
    return Verdict(Relation.HEADLINE, reason, found.differences)


def dated(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the answers to a running count, a headline's figure with the day that its own text gives the same figure.

    It stays without one if its text has the figure for two days.
    """
    below: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.where is not Where.HEADLINE and days.stated(claim):
            below.setdefault(claim.article, []).append(claim)

    def with_day(claim: Claim) -> Claim:
        if claim.where is not Where.HEADLINE or days.stated(claim):
            return claim
        same = [text for text in below.get(claim.article, ()) if values.one_figure(claim, text)]
        if len({(days.ends(text.as_of), days.ends(text.said_on), text.hour) for text in same}) != 1:
            return claim
        return replace(claim, as_of=same[0].as_of, said_on=same[0].said_on, hour=same[0].hour)

    return tuple(map(with_day, claims))


def sources(claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """Return the sources that its own text names for a headline's figure, by the headline's key, if it names none itself."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for head, text in over_text(claims):
        if not head.sources and text.sources and values.one_figure(head, text):
            found.setdefault(head.key, set()).add(text.sources)
    return {key: next(iter(named)) for key, named in found.items() if len(named) == 1}


def eased(found: Verdict | None, *, lead: bool = False) -> Verdict | None:
    """Return the verdict on a headline, or a lead, that goes beyond its own text and on another article: it is no contradiction."""
    if found is None or found.relation is not Relation.CONFLICT:
        return found
    whose = "one of them is a lead's rounding of what its text has"
    if not lead:
        whose = "one of them is a headline's, and not its text's"
    reason = f"{left_open(found.reason.removesuffix('.'))}; {whose}"
    return Verdict(Relation.TENSION, sentence(reason), (*found.differences, Difference.HEADLINE))


def beyond(over: Iterable[Judgement]) -> frozenset[str]:
    """Return the keys of the claims that stand in a headline and say it otherwise than the text below it, by judgements that have it first."""
    return frozenset(found.a for found in over if found.relation is Relation.HEADLINE)


def _reads(claim: Claim) -> str:
    if claim.no_sign:
        return f"sees {values.NO_SIGN} ({as_printed(claim)})"
    return f"reads as a {'yes' if claim.value else 'no'} ({as_printed(claim)})"


_LEAST = {"scores": 40, "dozens": 24}
"""What vague words say at least, where that is more than twice their order of magnitude."""


def _beyond(head: Claim, text: Claim) -> bool:
    """Return whether the vague words of a headline say more than a figure of the text: "scores" over "at least 30"."""
    vague, figure = head.value, text.value
    if not (isinstance(vague, Quantity) and isinstance(figure, Quantity)):
        return False
    if vague.bounded or vague.share or not vague.scale or not figure.bounded or figure.share:
        return False
    if _of(head) != _of(text) or head.unit != text.unit:
        return False
    top = figure.high if figure.high is not None else figure.low or 0
    return _LEAST.get(vague.words, 2 * vague.scale) > top + tolerance(top)


def _labelled(head: Claim, text: Claim, found: Verdict) -> tuple[str, str]:
    """Return the words of both, each with what it counts, of whom or where if they differ in that."""
    for difference in found.differences:
        if difference in _OF:
            label: tuple[str | None, ...] = tuple(getattr(claim, _OF[difference]) for claim in (head, text))
            if difference is Difference.COUNTED and all(label):
                # What differs, before the words: the same word may stand in both.
                first, second = (
                    f"{_things(own or '')} ({as_printed(claim)})"
                    for claim, own in zip((head, text), label, strict=True)
                )
                return first, second
            return tuple(  # type: ignore[return-value]
                f"{as_printed(claim)}{f' ({own})' if own and not _says(claim.printed, own) else ''}"
                for claim, own in zip((head, text), label, strict=True)
            )
    return as_printed(head), as_printed(text)


def _things(counts: str) -> str:
    """Return what is counted as a noun: ``the killed``, or the words themselves if they are no participle."""
    return f"the {counts}" if is_participle(counts) else counts


def _says(printed: str, label: str) -> bool:
    """Return whether printed words end in what they count: "troops killed"."""
    return words(printed.casefold())[-len(words(label)) :] == words(label.casefold())


def over_text(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Return each claim of a row that stands in a headline with each claim of the same article that does not."""
    # Few answers stand in headlines, and all texts are looked at only for those.
    heads: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.where is Where.HEADLINE:
            heads.setdefault(claim.article, []).append(claim)
    texts: dict[str, list[Claim]] = {id: [] for id in heads}
    for claim in claims if heads else ():
        if claim.where is not Where.HEADLINE and claim.article in texts:
            texts[claim.article].append(claim)
    return [(head, text) for id, found in heads.items() for head in found for text in texts[id]]


def supported(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the keys of the claims of a row that stand in a headline and are said in the text below it too."""
    return frozenset(
        head.key for head, text in over_text(claims) if _same(head, text) or _reached(head, text)
    )


def _reached(head: Claim, text: Claim) -> bool:
    """Return whether a headline has vague words, and the text a figure that reaches them."""
    vague, figure = head.value, text.value
    if not (isinstance(vague, Quantity) and isinstance(figure, Quantity)) or vague.bounded:
        return False
    return bool(vague.scale) and figure.bounded and _of(head) == _of(text) and not _beyond(head, text)


def _of(claim: Claim) -> tuple[str | None, ...]:
    return claim.counted, claim.of, claim.scope


def _same(a: Claim, b: Claim) -> bool:
    return _of(a) == _of(b) and (values.same_meaning(a, b) or a.printed.casefold() == b.printed.casefold())


def headline_notes(
    question: Question,
    claims: Iterable[Claim],
    judged: Iterable[Judgement],
    articles: Mapping[str, Article],
    outlets: Mapping[str, str],
    names: Names,
) -> Iterator[str]:
    """Yield a sentence for each headline of a row that its own text says otherwise, and one for those whose texts do not have it.

    ``judged`` are those on headlines and their own texts, ``articles`` and ``outlets`` map ids to articles and to outlets' short
    names. Of wordings only what an editor has stated is said: a headline has its own words.
    """
    listed = list(claims)
    # Each sentence in the place of its first headline.
    lone: dict[str, list[tuple[str, str]]] = {}
    said: dict[str, str] = {}
    for head in listed:
        if head.where is not Where.HEADLINE:
            continue
        own = [
            claim for claim in listed if claim.article == head.article and claim.where is not Where.HEADLINE
        ]
        label = _told_as(head) if head.counted != question.counted else ""
        against = [one for one in judged if one.relation is Relation.HEADLINE and head.key in (one.a, one.b)]
        article, outlet = articles[head.article], outlets[head.outlet]
        if against:
            clauses = _clauses(head, against, {claim.key: claim for claim in own}, names)
            said[head.key] = f"in {outlet}, {join_items(clauses)}"
        # Of a text in a language without rules nobody can say that it lacks them.
        elif not own and question.answer is not Answer.WORDING and has_rules(article.language):
            text = text_at_hand(article)
            lone.setdefault(text, []).append((outlet, f"{as_printed(head)}{label}"))
            said.setdefault(text, "")
    for place, clause in said.items():
        yield sentence(clause or _only(lone[place], place))


def _told_as(head: Claim) -> str:
    """Return what a headline's figure counts, as it stands behind it: `` killed``, `` (deaths)``."""
    if not head.counts or _says(head.printed, head.counts):
        return ""
    return f" {head.counts}" if is_participle(head.counts) else f" ({head.counts})"


def _clauses(claim: Claim, against: Iterable[Judgement], own: Mapping[str, Claim], names: Names) -> list[str]:
    """Return the clauses on a headline, with all that its text prints instead after what it prints itself.

    What an editor sets against a headline that names nobody stands with the source that the text names for it.
    """
    found: dict[str, list[str]] = {}
    for one in against:
        between = _BELOW if _BELOW in one.reason else _OWN
        head, _, text = one.reason.removesuffix(".").partition(between)
        said = own.get(one.b if one.a == claim.key else one.a)
        if said and said.sources and not claim.sources and said.id in claim.against:
            text = f"{text} {origin(said, names)}"
        found.setdefault(head[:1].lower() + head[1:] + between, []).append(text)
    return [head + join_items(list(dict.fromkeys(texts))) for head, texts in found.items()]


def _only(heads: Sequence[tuple[str, str]], text: str) -> str:
    """Return the clause on words that only headlines have: each outlet with its words."""
    if len(heads) == 1:
        [(outlet, words)] = heads
        return f"{outlet} has {words} only in its headline, not in {text}"
    texts = text.replace("its text", "their texts").replace("the part", "the parts")
    return (
        f"only in headlines, not in {texts}: {join_items([f'{words} ({outlet})' for outlet, words in heads])}"
    )


def text_at_hand(article: Article) -> str:
    """Return how an article's text is spoken of where something is not in it: of a copy that may be cut, only what is at hand."""
    whole, part = article.completeness is Completeness.FULL_TEXT, article.completeness is Completeness.EXCERPT
    return "its text" if whole else "the part of its text at hand" if part else "its text at hand"
