"""Judge how two claims on one question relate to each other.

The checks run in the order of ``Relation``: whether the claims can be compared at all, whether they are of the same day,
whether one is a part of the other, and only then whether the values are the same, compatible, in tension or in conflict.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Set

from msgspec.structs import replace

from builder.compare import copies, days, headline, running, unsure, values
from builder.compare.comparable import eased_turned, other_thing, same_day, shared_name, turned, wordless
from builder.compare.groups import scope_key
from builder.compare.phrases import join_items, quoted, sentence
from builder.compare.relation import Difference, Judgement, Relation, Verdict
from builder.compare.speakers import UNNAMED, Names, origin, passed_on, speaker
from builder.compare.tension import eased
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where
from builder.values.dates import DateSpan
from builder.values.quantity import Modifier, Quantity
from builder.values.wordings import is_raising

__all__ = ["UNNAMED", "Judge", "Names", "judge", "part_judgement", "speaker"]


KNOWN = 4_000
"""Maximum number of verdicts that are remembered of one question. 500 answers that are spread as in print need some 3,000."""


def judge(question: Question, a: Claim, b: Claim, names: Names) -> Judgement | None:
    """Return how two claims on ``question`` relate to each other, with the reason in words; None if there is nothing to say.

    ``judge(q, a, b)`` and ``judge(q, b, a)`` have the same relation and the same differences.
    """
    found = _verdict(question, a, b, names)
    return Judgement(a.key, b.key, *found) if found else None


def _verdict(question: Question, a: Claim, b: Claim, names: Names) -> Verdict | None:
    if wordless(a, b):
        return None
    found = other_thing(question, a, b, names)
    if found is None and _of_two_speakers(question, a, b, names):
        return None
    found = found or turned(a, b, names) or same_day(question, a, b, names) or _part(a, b)
    found = found or _one_statement(question, a, b, names) or _valued(question, a, b, names)
    return found and Verdict(found.relation, sentence(unsure.with_open(a, b, found)), found.differences)


def _valued(question: Question, a: Claim, b: Claim, names: Names) -> Verdict | None:
    found = values.compare(question.answer, a, b, names)
    if found is None:
        return None
    found = unsure.of_statements(a, b, names, found)
    found = _dated(question, a, b, names, _of_two(a, b, names, _voiced(a, b, names, found)))
    found = unsure.doubted(a, b, _told_twice(a, b, found))
    if question.answer is Answer.QUANTITY and not question.running and names.one_origin(a, b):
        found = _told_again(a, b, found)
    if found.relation is Relation.CONFLICT and question.several:
        return Verdict(Relation.COMPATIBLE, f"{found.reason}; both can be right", (Difference.FEWER,))
    if found.relation is Relation.CONFLICT:
        if question.running and (_retold(a, names) or _retold(b, names) or running.unordered(a, b)):
            return None  # which of them is later is not known, or it is of the day of the count in the other outlet's text
        return eased(question, a, b, names, found) or _of_one_day(
            question, a, b, _explain(a, b, names, found)
        )
    return found


def _of_one_day(question: Question, a: Claim, b: Claim, found: Verdict) -> Verdict:
    """Return the verdict on two counts of one day that contradict each other, with the reservation that the hours may tell."""
    if not question.running or a.hour or b.hour or not running.one_day(a, b):
        return found
    return found._replace(reason=f"{found.reason}; both are for one day, and neither gives an hour")


def _retold(claim: Claim, names: Names) -> bool:
    """Return whether a claim passes on what another outlet of the site prints, without a day."""
    return days.stated(claim) is None and any(map(names.outlet, claim.sources))


class Judge:
    """Judges any two claims on one question.

    Verdicts are cached by what the claims say, because a figure of a news agency is printed many times.
    """

    def __init__(self, question: Question, names: Names, supported: Set[str] = frozenset()) -> None:
        """``supported`` has the keys of the claims in headlines that their own texts bear out."""
        self.question, self.names, self.supported = question, names, frozenset(supported)
        self.beyond: frozenset[str] = frozenset()
        """The keys of the claims in headlines and leads that go beyond their own texts: they contradict no other article."""
        self.turned: frozenset[str] = frozenset()
        """The keys of the claims that give a division of their source the other way round than most do."""
        self.bounds: Mapping[str, frozenset[str]] = {}
        """Key of a claim that gives its source's figure as a bound only, which others give as it is -> the origins of that figure."""
        self.changed: Mapping[str, Claim] = {}
        """Key of an answer that a copy has changed -> the answer of its text: that is what is set against others."""
        self.days: Mapping[str, DateSpan] = {}
        """Name of a statement -> the day on which it was said by the texts that date it, for those that do not."""
        self.traced: Mapping[str, tuple[str, ...]] = {}
        """Key of a claim that names outlets of the site only -> the sources that these have for the same figure."""
        self.heads: Mapping[str, tuple[str, ...]] = {}
        """Key of a headline's figure for a running count -> the sources of its own text for the same figure, if it names none."""
        self.hours: Mapping[str, str] = {}
        """Key of an answer to a running count without a time on a clock -> the one that another text gives the same figure of that day."""
        self.of_no_day = question.answer is Answer.QUANTITY and question.when is None
        """Whether figures may be of the days of their articles."""
        self._dated: dict[str, Claim] = {}
        self._readings: dict[object, int] = {}
        self._reading: dict[str, int | None] = {}
        self._known: dict[object, Verdict | None] = {}

    def __eq__(self, other: object) -> bool:
        # The cache is no part of its identity.
        return isinstance(other, Judge) and self._of() == other._of()

    def __hash__(self) -> int:
        return hash(self.question)

    def _of(self) -> tuple[object, ...]:
        return self.question, self.names, self.supported, self.beyond, self.turned, self.bounds, self.changed

    def __call__(self, a: Claim, b: Claim) -> Judgement | None:
        """Return how two claims relate to each other: as ``judge`` says, but for a headline over its own text."""
        found = self.verdict(a, b)
        return Judgement(a.key, b.key, *found) if found else None

    def apart(self, a: Claim, b: Claim) -> Judgement | None:
        """Return how two claims relate to each other for all that say the same as they do: their articles do not matter."""
        return judge(self.question, a, b, self.names) if a.article == b.article else self(a, b)

    def verdict(self, a: Claim, b: Claim) -> Verdict | None:
        """Return the verdict on two claims, the same object for claims that say the same. Its reason is a sentence."""
        found = self._verdict(self._with_day(a), self._with_day(b))
        if found is None or self._is_only_allowed(a, b, found):
            return None
        found = self._told_back(a, b, found)
        if not {Difference.DAY, Difference.TIME}.intersection(found.differences):
            return found
        if Difference.DAY not in found.differences:
            what, lent = "hour", [claim for claim in (a, b) if claim.key in self.hours]
        else:
            what, lent = "day", [claim for claim in (a, b) if self.said_on(claim) is not claim.said_on]
        return _adding(
            found, *(f"another text gives the {what} of {quoted(claim.printed)}" for claim in lent)
        )

    def _is_only_allowed(self, a: Claim, b: Claim, found: Verdict) -> bool:
        """Return whether one of two figures only lies beyond the other, a bound, while that one's source means the figure of the bound itself.

        "Over 3,000" of a source that others have say "about 3,000" does not allow for the 5,000 that somebody makes of it.
        """
        if found.relation is not Relation.COMPATIBLE or Difference.ROUNDING not in found.differences:
            return False
        return any(
            self.names.origins(other) & self.bounds.get(one.key, frozenset()) and values.moved(one, other)
            for one, other in ((a, b), (b, a))
        )

    def _told_back(self, a: Claim, b: Claim, found: Verdict) -> Verdict:
        """Return the verdict on two figures of two sources; if both go back to one through other outlets, with both chains."""
        if Difference.SOURCE not in found.differences or not self.traced.keys() & {a.key, b.key}:
            return found
        roots = [
            frozenset(map(self.names.origin, self.traced.get(claim.key, claim.sources))) for claim in (a, b)
        ]
        if not roots[0] or roots[0] != roots[1]:
            return found
        chains = [
            f"the {which} by way of {join_items([self.names[source] for source in claim.sources])}"
            for which, claim in (("first", a), ("second", b))
            if claim.key in self.traced
        ]
        first, second = (self.traced.get(claim.key, claim.sources) for claim in (a, b))
        named = [source for source in first if source in second] or sorted(roots[0])
        # That the first is from a paper and the second from the source itself would set one against the other.
        bare = found._replace(reason=found.reason.replace(f"; {_from_two(a, b, self.names)}", "", 1))
        return _adding(bare, f"both go back to {self.names[named[0]]}, {join_items(chains)}")

    def _verdict(self, a: Claim, b: Claim) -> Verdict | None:
        # Two claims of one article are judged as such.
        if a.article == b.article:
            return self._in_one_text(a, b)
        if found := copies.verdict(a, b, self.changed):
            return found
        if not self.beyond.isdisjoint((a.key, b.key)):
            lead = all(claim.where is not Where.HEADLINE or claim.key not in self.beyond for claim in (a, b))
            return headline.eased(_verdict(self.question, a, b, self.names), lead=lead)
        if a.key in self.turned or b.key in self.turned:
            claim, other = (a, b) if a.key in self.turned else (b, a)
            return eased_turned(_verdict(self.question, a, b, self.names), claim, other)
        first, second = self.reading(a), self.reading(b)
        if first is None or second is None:
            return _verdict(self.question, a, b, self.names)
        pair: object = (first, second)
        if self.question.running or days.stated(a) or days.stated(b) or _of_two_places(a, b):
            pair = (first, second, a.out_from, a.out_by, b.out_from, b.out_by)
        elif self.of_no_day:
            # It matters only whether both are of articles of one day.
            pair = (first, second, days.out_on_one(a, b))
        if pair not in self._known:
            if len(self._known) >= KNOWN:
                self._known.clear()
            self._known[pair] = _verdict(self.question, a, b, self.names)
        return self._known[pair]

    def said_on(self, claim: Claim) -> DateSpan | None:
        """Return the day on which a claim was said, by its own text or by another that has the same statement."""
        return self._with_day(claim).said_on

    def _with_day(self, claim: Claim) -> Claim:
        """Return a claim with the day that other texts give for the same statement, and the sources of its text, and the hour of another, if it gives none."""
        if not (self.days or self.heads or self.hours):
            return claim
        day = None if claim.said_on or claim.statement is None else self.days.get(claim.statement)
        sources, hour = self.heads.get(claim.key, claim.sources), self.hours.get(claim.key, claim.hour)
        if day is None and sources == claim.sources and hour == claim.hour:
            return claim
        if claim.key not in self._dated:
            self._dated[claim.key] = replace(claim, said_on=day or claim.said_on, sources=sources, hour=hour)
        return self._dated[claim.key]

    def _in_one_text(self, a: Claim, b: Claim) -> Verdict | None:
        found = _verdict(self.question, a, b, self.names)
        if self.supported.isdisjoint((a.key, b.key)):
            against = headline.against_text(a, b, found)
            if against is not found and against is not None:
                return against._replace(reason=sentence(against.reason))
        return found

    def dated(self, claim: Claim) -> bool:
        """Return whether a judgement on a claim may depend on the days of both: then on when their articles were out too."""
        return bool(self.question.running or claim.as_of or self.said_on(claim) or self.of_no_day)

    def reading(self, claim: Claim) -> int | None:
        """Return a number shared by all claims that are the same in everything that a judgement depends on.

        Except for when their articles were out, see ``dated``. None for a part of another claim of its article.
        """
        key = claim.key
        if key not in self._reading:
            number = self._readings.setdefault(self.words(claim), len(self._readings))
            own = claim.part_of or key in self.beyond | self.turned or key in self.changed
            self._reading[key] = None if own else number
        return self._reading[key]

    def looked_at(self, claim: Claim) -> tuple[object, ...]:
        """Return what a judgement on a claim depends on besides what it says itself."""
        key = claim.key
        return (
            key in self.supported, key in self.beyond, key in self.turned, self.said_on(claim),
            self.traced.get(key), self.heads.get(key), self.hours.get(key), self.changed.get(key), self.bounds.get(key),
        )  # fmt: skip

    def words(self, claim: Claim) -> Hashable:
        """Return all that a judgement on a claim and one of another article depends on, except for when the articles were out."""
        return (
            claim.printed, claim.value, claim.undecided, claim.unit, claim.counts, claim.of, claim.scope, scope_key(claim), self._with_day(claim).sources,
            claim.statement, claim.speech, claim.as_of, self._with_day(claim).hour, self.said_on(claim), claim.said_as, claim.doubt, claim.leaves_open, claim.retold,
            # A verb that denies answers a yes, one that raises puts counts in order.
            claim.cue if self.question.answer is Answer.YES_NO or (self.question.running and is_raising(claim.cue)) else None,
            claim.outlet if self.names.is_source(claim.outlet) else None,
            claim.key in self.beyond, claim.key in self.turned, self.traced.get(claim.key), self.changed.get(claim.key), self.bounds.get(claim.key),
        )  # fmt: skip


def _of_two_places(a: Claim, b: Claim) -> bool:
    """Return whether two figures are for two places: of one that exceeds the whole it is told by how many days its text is the later."""
    return bool(a.scope_place and b.scope_place and a.scope_place != b.scope_place)


def _adding(found: Verdict, *clauses: str) -> Verdict:
    """Return a verdict with further clauses at the end of its reason; the same object without any."""
    if not clauses:
        return found
    return found._replace(reason=sentence("; ".join((found.reason.removesuffix("."), *clauses))))


def _of_two(a: Claim, b: Claim, names: Names, verdict: Verdict) -> Verdict:
    """Return the verdict without the word that one figure has lost a hedge, if nothing says that the two have it from one source."""
    if Difference.HEDGE not in verdict.differences or names.one_origin(a, b):
        return verdict
    hedged, plain = (b, a) if values.flat(a) else (a, b)
    if isinstance(hedged.value, Quantity) and hedged.value.modifier in (
        Modifier.MORE_THAN,
        Modifier.LESS_THAN,
    ):
        # It means another figure than the one that it prints.
        side = "above" if hedged.value.modifier is Modifier.MORE_THAN else "below"
        reason = f"{quoted(hedged.printed)} means a figure {side} that of {quoted(plain.printed)}, which may be rounded"
        return verdict._replace(reason=reason, differences=(Difference.BEYOND,))
    reason = (
        f"{quoted(hedged.printed)} and {quoted(plain.printed)} give one figure, only the first with a hedge"
    )
    return verdict._replace(reason=reason)


def _voiced(a: Claim, b: Claim, names: Names, verdict: Verdict) -> Verdict:
    """Return the verdict, with ``COMPATIBLE`` for ``SAME`` if the same words come from different sources."""
    if a.value is not None or verdict.relation is not Relation.SAME or names.origins(a) == names.origins(b):
        return verdict
    reason = f"{verdict.reason}, the first {origin(a, names)}, the second {origin(b, names)}"
    return Verdict(Relation.COMPATIBLE, reason, (*verdict.differences, Difference.SOURCE))


def _told_twice(a: Claim, b: Claim, verdict: Verdict) -> Verdict:
    """Return the verdict on two figures, without a word on a dropped hedge if they were said on different days.

    Two texts that date one figure to two days may mean one statement.
    """
    if Difference.HEDGE not in verdict.differences or a.said_on is None or b.said_on is None:
        return verdict
    if days.soft(a.said_on).overlaps(days.soft(b.said_on)):
        return verdict
    first = f"{quoted(a.printed)} {days.told(a, a.said_on, 'dates from')}"
    second = f"{quoted(b.printed)} {days.told(b, b.said_on, 'dates from')}"
    kind = "two statements" if a.article == b.article else "two statements, or one that is dated twice"
    return Verdict(verdict.relation, f"{first}, {second}: {kind}", (Difference.TIME,))


def _told_again(a: Claim, b: Claim, verdict: Verdict) -> Verdict:
    """Return the verdict on two figures of one source that fit each other, as two statements if they were said on different days.

    "More than 3,000" allows for the 4,000 that the same man gave weeks later, and did not mean it.
    """
    if Difference.ROUNDING not in verdict.differences or a.said_on is None or b.said_on is None:
        return verdict
    if not values.moved(a, b) or days.soft(a.said_on).overlaps(days.soft(b.said_on)):
        return verdict
    said = [
        f"{quoted(claim.printed)} {days.told(claim, day, 'dates from')}"
        for claim, day in ((a, a.said_on), (b, b.said_on))
    ]
    others = tuple(one for one in verdict.differences if one is not Difference.ROUNDING)
    return Verdict(
        verdict.relation, f"{join_items(said)}: two statements of one source", (Difference.TIME, *others)
    )


def _dated(question: Question, a: Claim, b: Claim, names: Names, verdict: Verdict) -> Verdict:
    """Return the verdict, with ``COMPATIBLE`` for ``SAME`` if two outlets give one figure for different days."""
    if question.answer is not Answer.QUANTITY:
        return verdict
    if question.running and (names.one_origin(a, b) or not days.apart(a, b)):
        return verdict  # nothing was counted again, or both may be of one day
    first, second = (days.running(claim) if question.running else claim.as_of for claim in (a, b))
    vague = any(isinstance(claim.value, Quantity) and not claim.value.bounded for claim in (a, b))
    if vague or days.ends(first) == days.ends(second):
        return verdict
    if verdict.relation is Relation.CONFLICT:
        return verdict
    relation = Relation.COMPATIBLE if verdict.relation is Relation.SAME else verdict.relation
    return Verdict(
        relation,
        f"{verdict.reason}; {days.both(a, first, b, second)}",
        (*verdict.differences, Difference.DAY),
    )


def _of_two_speakers(question: Question, a: Claim, b: Claim, names: Names) -> bool:
    """Return whether two wordings are of two sources: that their words differ says nothing."""
    spoken = question.answer is Answer.WORDING and a.sources and b.sources
    return bool(spoken) and not names.one_origin(a, b)


def _part(a: Claim, b: Claim) -> Verdict | None:
    """Third check: return a verdict if one claim is counted within the other."""
    for part, whole in ((a, b), (b, a)):
        if part.article == whole.article and part.part_of == whole.id:
            return _within(part, whole)
    return None


def _within(part: Claim, whole: Claim) -> Verdict:
    return Verdict(Relation.PART_OF, f"{quoted(part.printed)} is counted within {quoted(whole.printed)}")


def part_judgement(part: Claim, whole: Claim) -> Judgement:
    """Return the judgement on a claim and the claim that it is a part of."""
    found = _within(part, whole)
    return Judgement(part.key, whole.key, found.relation, sentence(found.reason))


def _one_statement(question: Question, a: Claim, b: Claim, names: Names) -> Verdict | None:
    """Return a verdict if two claims give one figure of one origin and day with two hedges: one statement, whatever the hedges."""
    if question.answer is not Answer.QUANTITY or values.same_meaning(a, b) or not values.one_figure(a, b):
        return None
    own = a.article == b.article
    rounded = own and not (a.sources and b.sources) and values.overlap(a, b)
    if not (names.one_origin(a, b) or rounded):
        return None
    both = f"{quoted(a.printed)} and {quoted(b.printed)}"
    dropped = values.flat(a) or values.flat(b)
    if own:
        # A running count may have gone on between a text's lead and its end.
        reason = (
            f"one text prints {both}: one figure in two hedges, or two counts"
            if question.running
            else f"one text prints {both} for one figure: the change is the outlet's own"
        )
    elif dropped or _of_two_days(question, a, b):
        return None  # told as a hedge that one of the two lacks, or as two statements of one source
    elif retold := names.retelling(a, b):
        telling, own_print = retold
        reason = f"{quoted(telling.printed)} is given as a figure of {shared_name(a, b, names)}, which prints {quoted(own_print.printed)}"
    else:
        # One body may have given it twice, in a statement and to reporters, in other words.
        are = "are" if a.statement and a.statement == b.statement else "can be"
        reason = f"{both} {are} one figure of {shared_name(a, b, names)} in two hedges"
    difference = Difference.HEDGE if dropped else Difference.HEDGED
    if own:
        return Verdict(Relation.COMPATIBLE, reason, (difference,))
    return _dated(question, a, b, names, Verdict(Relation.COMPATIBLE, reason, (difference,)))


def _of_two_days(question: Question, a: Claim, b: Claim) -> bool:
    """Return whether two texts give two figures, or the statements that have them, different days."""
    if question.running:
        first, second = days.stated(a), days.stated(b)
        return days.ends(first) != days.ends(second)
    return any(
        first and second and days.ends(first) != days.ends(second)
        for first, second in ((a.as_of, b.as_of), (a.said_on, b.said_on))
    )


def _from_two(a: Claim, b: Claim, names: Names) -> str:
    return f"the first is {origin(a, names)}, the second {origin(b, names)}"


def _explain(a: Claim, b: Claim, names: Names, verdict: Verdict) -> Verdict:
    """Return the verdict on a conflict with its cause, as far as the data has one."""
    difference = Difference.SOURCE
    if a.sources and b.sources and not names.one_origin(a, b):
        why = _from_two(a, b, names)
    elif bool(a.sources) != bool(b.sources):
        named, bare = (a, b) if a.sources else (b, a)
        why = f"{quoted(named.printed)} {passed_on(named, names)}, for {quoted(bare.printed)} nobody is named"
    else:
        one = f"both are from {shared_name(a, b, names)}, and " if a.sources else ""
        difference, why = Difference.UNEXPLAINED, f"{one}the texts do not say why they differ"
    return Verdict(verdict.relation, f"{verdict.reason}; {why}", (*verdict.differences, difference))
