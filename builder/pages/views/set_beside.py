"""What a claim is set beside: the distinct answers of other articles, found once for all claims that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from builder.cache.memo import encoded
from builder.cache.records import digest
from builder.compare.days import stated, until_said
from builder.compare.groups import Group
from builder.compare.phrases import quoted, sentence
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.rows import Comparison
from builder.compare.unsure import by_name
from builder.content.model import Article, Claim
from builder.content.vocabulary import Answer
from builder.pages.views.claims import RANK, Teller
from builder.pages.views.standing import DISPUTED, BadgeView, badge, is_empty, is_plain, place_of
from builder.pages.views.told import ClaimView
from builder.pages.views.words import Words
from builder.values.quantity import Quantity

MOST, FEWEST = 4, 2
"""Maximum number of distinct answers of others that a claim is set beside; the row has them all. If it has more, then beyond the first
``FEWEST`` only those stand there that have a reason of their own: of the others there is nothing to say but that they are there."""
OWN = "this article"
"""What an article is called on its own page: what its claims are set beside may be shared with others that say the same."""
LIKEWISE = "Likewise."
"""The reason of an answer that stands to a claim as the one before it does."""


EXACT = 10
"""Up to this, an article's page says exactly how many further answers there are; above, that they are more. The exact number is on the
question's row: here each new answer, or each that passes a round number, would change the page of every article."""

APART = "{answers}, not compared"
OTHERS = "{answers} of other sources or statements, whose words are not compared"
IN_OTHER_WORDS = "{answers} of the same source in other words or another language, not compared word by word"
NO_FIGURE_HERE = "{answers}, not compared: the words here give no number"
NO_FIGURE_THERE = "{answers}, without a number to compare"
BOUND = "{answers}, not compared: what is given as at least or at most so many says nothing of them"
NO_DAY = "{answers}, not compared: the count is running, and the text gives no day for its figure"
NO_ORDER = "{answers}, not compared: the count is running, and the texts do not say which is the later"
"""How many answers a claim is not set beside, and why; ``APART`` where there are several reasons."""


class OtherView(Struct, frozen=True):
    """Another article's answer to the same question."""

    claim: ClaimView
    badge: BadgeView | None
    """The relation of the two if it makes a reader stop."""
    reason: str
    """Empty if there is nothing to say of the two."""
    also: bool = False
    """Whether a further article gives the same answer: who, its row says."""
    speaker: str = ""
    """Whose answer it is, where it stands against the claim and its outlet prints several: not the outlets part, but those whom they
    cite. Empty otherwise."""


class Beside(Struct, frozen=True):
    """What a claim is set beside."""

    others: tuple[OtherView, ...]
    """The distinct answers of other articles, contradictions first, each as it was printed first: at most ``MOST``."""
    more: str
    """How many further answers the row has: ``three other answers``, ``more than ten other answers``; empty if these are
    all."""
    apart: tuple[OtherView, ...]
    """Answers that it is not compared with: by other sources, or other statements. Empty if there are more than ``MOST``."""
    apart_count: str
    """Number of distinct answers that it is not compared with: ``three other answers, not compared``, likewise."""
    relations: tuple[str, ...]
    """The values of its relations to the others, each once, in the order of ``RANK``."""
    other_days: bool = True
    """Whether all counts or words that are later or earlier than it are certainly of another day, and not of another hour."""
    in_copies: bool = False
    """Whether nobody prints the same but those who print the same text."""
    units: bool = False
    """Whether the answers that it cannot be compared with, of which there are some, differ from it in the unit."""


class _Named(Struct, frozen=True):
    """An answer that a claim is set beside, without what is shown of it."""

    claim: str
    """The answer's key."""
    badge: BadgeView | None
    reason: str
    also: bool
    speaker: str


class _Found(Struct, frozen=True):
    """What a claim is set beside, by which answers: the verdicts on all of them need not be found again to show these."""

    others: tuple[_Named, ...]
    more: str
    apart: tuple[_Named, ...]
    apart_count: str
    relations: tuple[str, ...]
    other_days: bool
    in_copies: bool
    units: bool


def beside_of(row: Comparison, claim: Claim, article: Article, teller: Teller, known: str = "") -> Beside:
    """Return what a claim of an article is set beside. ``known`` is what ``beside_digest`` returns of it, if that was asked for."""
    if known:

        def shown() -> Beside:
            made = partial(_set_beside, row, claim, article, teller)
            return _shown_again(
                teller.carried(_Found, lambda: _named(made()), "found", known), row, article, teller
            )

        return teller.once(("beside", known), shown)
    key = _alike(row, claim, article, teller)
    if key is None:
        return _set_beside(row, claim, article, teller)
    return teller.once(("beside", *key), lambda: _set_beside(row, claim, article, teller))


def beside_digest(row: Comparison, claim: Claim, article: Article, teller: Teller) -> str:
    """Return the digest of what ``beside_of`` returns, without making it anew where the last build did."""
    key = _alike(row, claim, article, teller)

    def made() -> str:
        beside = beside_of(row, claim, article, teller)
        known = digest(encoded(beside))
        # Which answers these are is carried with the digest.
        teller.carried(_Found, lambda: _named(beside), "found", known)
        return known

    def make() -> str:
        if teller.kept is None:
            return made()
        # All that the answers and the verdicts on them depend on.
        own = [
            (other, other.key in row.judge.supported, other.key in row.judge.beyond)
            for other in article.claims
            if key is None and other.question == claim.question
        ]
        return teller.kept.text(
            made,
            "beside",
            row.question,
            row.judge.words(claim),
            [row.names.about(id) for id in claim.sources],
            key[2] if key else row.out(claim),
            encoded(own),
            _as_first_printed(row, teller),
            [] if key else _as_printed_by_others(row, claim, teller),
        )

    return make() if key is None else teller.once(("digest", *key), make)


def _named(beside: Beside) -> _Found:
    others, apart = (
        tuple(_Named(one.claim.key, one.badge, one.reason, one.also, one.speaker) for one in those)
        for those in (beside.others, beside.apart)
    )
    return _Found(
        others,
        beside.more,
        apart,
        beside.apart_count,
        beside.relations,
        beside.other_days,
        beside.in_copies,
        beside.units,
    )


def _shown_again(found: _Found, row: Comparison, article: Article, teller: Teller) -> Beside:
    """Return what was found with what is shown of each answer."""
    claims = row.once("by key", lambda: {claim.key: claim for claim in row.claims})
    own = {claim.key: claim for claim in article.claims}

    def shown(those: tuple[_Named, ...]) -> tuple[OtherView, ...]:
        return tuple(
            OtherView(
                teller.claim(own.get(one.claim) or claims[one.claim]),
                one.badge,
                one.reason,
                one.also,
                one.speaker,
            )
            for one in those
        )

    rest = found.apart_count, found.relations, found.other_days, found.in_copies, found.units
    return Beside(shown(found.others), found.more, shown(found.apart), *rest)


def _as_first_printed(row: Comparison, teller: Teller) -> str:
    """Return the digest of all that is shown of the distinct answers of a row, and that judgements on them depend on."""
    return teller.once(
        ("as first printed", row.question.path),
        # More than three who say the same are as many as three.
        lambda: digest(
            [
                (
                    _as_printed(row, group.head, teller),
                    min(len(_articles(row, teller)[group.head.key]), 3),
                    group.head.outlet in _of_several_answers(row, teller),
                )
                for group in row.groups
            ]
        ),
    )


def _as_printed_by_others(row: Comparison, claim: Claim, teller: Teller) -> list[tuple[object, ...]]:
    """Return for the answers that a claim's own article gives by whom else each was printed first, if by anybody."""
    given = teller.once(("given", row.question.path), lambda: _given(row))
    found: list[tuple[object, ...]] = []
    for at in given[claim.article]:
        other = _first_answer(row, row.groups[at], claim)
        found.append(
            (
                at,
                other and _as_printed(row, other, teller),
                other and _has_more(row, claim, other, teller),
                other and other.outlet in _of_several_answers(row, teller),
            )
        )
    return found


def _given(row: Comparison) -> dict[str, list[int]]:
    """Return the places of the answers that each article gives, by its id."""
    found: dict[str, list[int]] = {}
    for at, group in enumerate(row.groups):
        for id in {claim.article for claim in group.claims}:
            found.setdefault(id, []).append(at)
    return found


def _as_printed(row: Comparison, claim: Claim, teller: Teller) -> str:
    """Return the digest of all that is shown of an answer, and that a judgement on it depends on."""

    def make() -> str:
        about = [row.names.about(id) for id in claim.sources]
        judge = row.judge
        return digest(
            encoded(
                (
                    claim,
                    teller.claim(claim),
                    about,
                    claim.key in judge.beyond,
                    judge.said_on(claim),
                    judge.traced.get(claim.key),
                )
            )
        )

    return teller.once(("as printed", claim.key), make)


def _alike(row: Comparison, claim: Claim, article: Article, teller: Teller) -> tuple[Hashable, ...] | None:
    """Return what a claim shares with all claims that are set beside the same answers; None if there are no others.

    If its article is not among those that printed an answer first, it makes no difference which article it is.
    """
    reading = row.judge.reading(claim)
    if claim.text in teller.once(("copied", row.question.path), lambda: _copied(row)):
        return None
    if reading is None or article.id in teller.once(("apart", row.question.path), lambda: _apart(row)):
        return None
    out = row.out(claim)
    if out and not row.by_days:
        # It matters only which of the answers were out on that day.
        firsts = teller.once(
            ("first days", row.question.path), lambda: {row.out(one.head) for one in row.groups}
        )
        out = out if out in firsts else None
    return row.question.path, reading, out


def _apart(row: Comparison) -> frozenset[str]:
    """Return the ids of the articles that printed an answer first, and of those with several answers."""
    answers = Counter(claim.article for claim in row.claims)
    return frozenset(group.head.article for group in row.groups).union(
        id for id, number in answers.items() if number > 1
    )


def _copied(row: Comparison) -> frozenset[str]:
    """Return the ids of the texts that several outlets print."""
    return frozenset(claim.copy_of for claim in row.claims if claim.copy_of)


def _near(found: Verdict, claim: Claim, other: Claim) -> Relation | None:
    """Return how an answer stands to another in a reader's words: of two days, or of words without a figure, a yes or a no, none fits the other."""
    if found.relation is Relation.NOT_COMPARABLE and {
        Difference.SAID,
        Difference.TWICE,
        Difference.COPY,
    }.intersection(found.differences):
        return None  # days of statements are of one thing, and neither fit nor part; and a copy's change stands beside its text alone
    if found.relation is not Relation.COMPATIBLE:
        return found.relation
    # That something had happened by a day on which somebody said so fits many days, and says nothing of them.
    if claim.undecided or other.undecided or until_said(claim) or until_said(other):
        return None
    if any(isinstance(one.value, Quantity) and not one.value.bounded for one in (claim, other)):
        return None
    return Relation.LATER_COUNT if Difference.DAY in found.differences else found.relation


def _set_beside(row: Comparison, claim: Claim, article: Article, teller: Teller) -> Beside:
    say = teller.say
    judged = [
        (found, other, _has_more(row, claim, other, teller)) for found, other in _answers(row, claim, article)
    ]
    others: list[tuple[Verdict | None, Claim, bool]] = []
    apart: list[tuple[Verdict | None, Claim, bool]] = []
    why_apart: set[str] = set()
    relations: dict[str, None] = {}
    other_days, in_copies = True, False
    unlike: list[bool] = []

    def weight(one: tuple[Verdict | None, Claim, bool]) -> float:
        """That an answer fits in any case says least of those that can be compared."""
        found, against, _ = one
        if found is None:
            return len(RANK)
        if against.article == claim.article:
            return RANK[Relation.HEADLINE]  # what an outlet makes of its own text comes before what fits
        return len(RANK) - 0.5 if is_empty(found, claim, against, row.question) else place_of(found)

    def view(one: tuple[Verdict | None, Claim, bool]) -> OtherView:
        found, against, also = one
        other = teller.claim(against)
        if found is None:
            return OtherView(other, None, "", also)
        plain = is_plain(found.relation, row.question) or is_empty(found, claim, against, row.question)
        one_text = claim.text == against.text and found.relation is Relation.SAME
        reason = sentence("both print one text") if one_text else "" if plain else found.reason
        reason = by_name(
            reason,
            (claim, OWN),
            (
                against,
                OWN if against.article == claim.article else teller.library.outlet_names[against.outlet],
            ),
        )
        return OtherView(
            other,
            badge(
                found.relation,
                say,
                row.question.answer,
                claims=(claim, against),
                differences=found.differences,
            ),
            reason,
            also,
            _speaker(row, claim, against, found, teller),
        )

    for one in sorted(judged, key=weight):
        found, against, _ = one
        if found is None:
            apart.append(one)
            why_apart.add(_why_apart(row, claim, against))
            continue
        # Figures that count something else are important to readers; wordings of other speakers would fill pages.
        if row.question.answer is Answer.WORDING and found.relation is Relation.NOT_COMPARABLE:
            apart.append(one)
            why_apart.add(OTHERS)
        else:
            others.append(one)
            near = _near(found, claim, against)
            if against.article == claim.article and near is not Relation.HEADLINE:
                near = None  # a lead over its own text: how it stands to others, others tell
            if near is Relation.SAME and claim.text == against.text:
                # Who prints the same text confirms nothing; ``_first_answer`` returns another text's if there is one.
                in_copies, near = True, None
            # A floor that the count has long left fits, and yet the count went on: that is told if it is known of another answer.
            left_behind = near is Relation.COMPATIBLE and is_empty(found, claim, against, row.question)
            if near is not None and not (relations and left_behind):
                relations[near.value] = None
            if (near is Relation.LATER_COUNT or left_behind) and Difference.DAY not in found.differences:
                other_days = False
            if near is Relation.NOT_COMPARABLE:
                unlike.append(Difference.UNIT in found.differences)
    # Of many answers the views of most are never shown.
    shown = tuple(_shown(list(map(view, others[:MOST])), len(others)))
    left = len(others) - len(shown)
    return Beside(
        others=shown,
        more=_so_many(left, lambda n: say.count(n, "other answer"), say) if left > 0 else "",
        apart=tuple(map(view, apart)) if len(apart) <= MOST else (),
        apart_count=say(
            why_apart.pop() if len(why_apart) == 1 else APART,
            answers=_so_many(len(apart), lambda n: say.count(n, "other answer"), say),
        )
        if apart
        else "",
        relations=tuple(sorted(relations, key=lambda value: RANK[Relation(value)])),
        other_days=other_days,
        in_copies=in_copies,
        units=bool(unlike) and all(unlike),
    )


def _why_apart(row: Comparison, claim: Claim, other: Claim) -> str:
    """Return why there is nothing to say of a claim and another answer: ``APART`` where that needs no word."""
    match row.question.answer:
        case Answer.WORDING:
            apart = bool(claim.statement and other.statement) and claim.statement != other.statement
            return IN_OTHER_WORDS if row.names.one_origin(claim, other) and not apart else OTHERS
        case Answer.QUANTITY:
            here, there = (isinstance(one.value, Quantity) and one.value.bounded for one in (claim, other))
            if not (here and there):
                return NO_FIGURE_THERE if here else NO_FIGURE_HERE
            if not row.question.running:
                return BOUND
            return NO_ORDER if stated(claim) else NO_DAY
        case _:
            return APART


def _shown(first: Sequence[OtherView], number: int) -> Iterator[OtherView]:
    """Yield those of the first answers that stand beside a claim: all of a few, of many, of which there is this ``number``, those that say something new."""
    for at, other in enumerate(_told_once(first)):
        if at < FEWEST or other.reason not in ("", LIKEWISE) or number <= MOST:
            yield other


def _told_once(others: Iterable[OtherView]) -> Iterator[OtherView]:
    """Yield answers with their reasons; of several that differ in the answer alone, the first has the reason."""
    told: set[str] = set()
    for other in others:
        why = other.reason.replace(quoted(other.claim.printed), "")
        again = LIKEWISE if other.badge else ""
        yield replace(other, reason=again) if why and why in told else other
        told.add(why)


def _so_many(number: int, count: Callable[[int], str], say: Words) -> str:
    """Return a number with its noun; of a large one, only that it is one, which stays so."""
    return count(number) if number <= EXACT else say("more than {counted}", counted=count(EXACT))


def _answers(row: Comparison, claim: Claim, article: Article) -> Iterator[tuple[Verdict | None, Claim]]:
    """Yield how a claim stands to each distinct answer of other articles, and that answer as it was printed first.

    Who else prints the same does not matter, so that an article's page stays as it is when one more does. What its own text says
    otherwise below a headline, or a lead that rounds it up, is an answer too.
    """
    leads = {(lead.key, text.key) for lead, text in row.leads}
    for other in _first_answers(row, claim):
        yield row.between(claim, other), other
    for other in article.claims:
        if other.question == claim.question:
            turned = (other.key, claim.key) in leads
            # The lead comes first, so that both of its claims are told in the same words, and these once.
            found = row.between(*((other, claim) if turned else (claim, other)))
            own = turned or (claim.key, other.key) in leads
            if found is not None and (found.relation is Relation.HEADLINE or own):
                yield found, other


def _first_answers(row: Comparison, claim: Claim) -> Iterator[Claim]:
    return filter(None, (_first_answer(row, group, claim) for group in row.groups))


def _first_answer(row: Comparison, group: Group, claim: Claim) -> Claim | None:
    """Return the first of a group's claims that is of another article than a claim, and of another text if any is.

    Of an answer that a copy has changed, what the text has is told first.
    """
    own = claim.key in row.changed
    others = [other for other in group.claims if other.article != claim.article]
    return next((other for other in others if (other.text == claim.text) is own), next(iter(others), None))


def _speaker(row: Comparison, claim: Claim, other: Claim, found: Verdict, teller: Teller) -> str:
    """Return whom another outlet cites for an answer that stands against a claim, if that outlet prints several answers."""
    if found.relation not in DISPUTED or not other.sources or claim.article == other.article:
        return ""
    # Whether the claim's own outlet prints both is not asked: what it is set beside is shared with other outlets' claims that say the same.
    if other.outlet not in _of_several_answers(row, teller):
        return ""
    return teller.claim(other).said_by


def _of_several_answers(row: Comparison, teller: Teller) -> frozenset[str]:
    """Return the ids of the outlets that print more than one of the answers of a row."""

    def make() -> frozenset[str]:
        printed = Counter(
            outlet for group in row.groups for outlet in {claim.outlet for claim in group.claims}
        )
        return frozenset(outlet for outlet, number in printed.items() if number > 1)

    return teller.once(("of several answers", row.question.path), make)


def _has_more(row: Comparison, claim: Claim, other: Claim, teller: Teller) -> bool:
    """Return whether an answer of another article is given by a third one too."""
    if other.article == claim.article:
        return False
    articles = _articles(row, teller)[other.key]
    return len(articles) - (claim.article in articles) > 1


def _articles(row: Comparison, teller: Teller) -> dict[str, frozenset[str]]:
    """Return the ids of the articles that give an answer, by the key of each claim that gives it."""
    return teller.once(
        ("articles of", row.question.path),
        lambda: {
            claim.key: articles
            for group in row.groups
            for articles in (frozenset(claim.article for claim in group.claims),)
            for claim in group.claims
        },
    )
