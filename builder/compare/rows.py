"""Compare all answers to one question: one row of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from builder.compare import copies, headline, sentences
from builder.compare.answering import Answering, answering
from builder.compare.beside import currency_notes, gist_notes, source_notes
from builder.compare.groups import Group, group
from builder.compare.hedges import hedges
from builder.compare.judge import Judge, Names
from builder.compare.judged import Judged, judged, judgements, looked_at
from builder.compare.leads import lead_notes
from builder.compare.library import Library
from builder.compare.origins import Origins, trace
from builder.compare.relation import Judgement, Verdict, is_parted, is_tense
from builder.compare.retold import retold_notes
from builder.compare.sentences import brief
from builder.compare.silence import PARTIAL, Silence, silences
from builder.compare.sums import sum_notes
from builder.content.model import Claim, Question
from builder.content.vocabulary import Answer, Where
from builder.values.quantity import Number, Quantity

Made = TypeVar("Made")


class Carry(Protocol):
    """Returns what an earlier comparison of the same claims found, or else what ``make`` finds now."""

    def __call__(
        self,
        kind: type[Made],
        make: Callable[[], Made],
        question: str,
        what: str,
        *,
        story: bool = False,
        on: Callable[[], object] | None = None,
    ) -> Made:
        """Return a value of a ``kind`` of plain data that was found of a question, given by path; ``what`` names it.

        With ``story`` it depends on all articles of the story, too, as who is silent does. ``on`` returns what it depends on if that is
        less than all claims on the question: besides the question itself, and what its sources and outlets are called.
        """


class Comparison(Struct, frozen=True, dict=True, eq=False):
    """One row: the answers to one question, how they relate to each other, and which articles are silent.

    Each property is found when it is first asked for, because most rows of a large story are as they were in the last build, and
    nothing of them is asked for.
    """

    question: Question
    claims: tuple[Claim, ...]
    """In the order of publication."""
    library: Library
    carry: Carry | None = None
    """Has what takes long to find and is plain data."""

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Claims that say the same, in the order in which each value was first printed."""

        def make() -> tuple[tuple[int, ...], ...]:
            found = group(self.claims, self.question.running, self.changed)
            return tuple(self.places(alike.claims) for alike in found)

        places = self.carried(tuple[tuple[int, ...], ...], make, "groups")
        return tuple(Group(self.at(alike)) for alike in places)

    @cached_property
    def changed(self) -> dict[str, Claim]:
        """Key of each answer that a copy has changed -> the answer of its text."""
        if not any(claim.copy_of for claim in self.claims):
            return {}
        return copies.changes(self.question, self.claims, self.names)

    @cached_property
    def standing(self) -> tuple[Claim, ...]:
        """The claims that stand beside those of others: without those that copies have changed, which a sentence of their own tells."""
        return tuple(claim for claim in self.claims if claim.key not in self.changed)

    @property
    def standing_groups(self) -> tuple[Group, ...]:
        """Those that say the same."""
        if not self.changed:
            return self.groups
        return tuple(alike for alike in self.groups if alike.head.key not in self.changed)

    def places(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """Return the places of some claims among all of the row, by which they can be carried."""
        every = self.once("places", lambda: {claim.key: at for at, claim in enumerate(self.claims)})
        return tuple(every[claim.key] for claim in claims)

    def at(self, places: Iterable[int]) -> tuple[Claim, ...]:
        """Return the claims at some places of the row."""
        return tuple(map(self.claims.__getitem__, places))

    @cached_property
    def _judged(self) -> Judged:
        return judged(self.question, self.claims, self.names)

    @property
    def judge(self) -> Judge:
        """Judges any two of the claims."""
        return self._judged.judge

    @property
    def leads(self) -> tuple[tuple[Claim, Claim], ...]:
        """Each claim that rounds up what its own text goes on to print, with that."""
        return self._judged.leads

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """Between the first claims of every two groups, and from each first claim to the others of its group, one for each wording.
        Two claims of which there is nothing to say have none."""

        def make() -> tuple[Judgement, ...]:
            return tuple(judgements(self._judged, self.groups, self.library.part_whole))

        def on() -> object:
            return looked_at(self._judged, self.groups, self.library.part_whole)

        return self.carried(tuple[Judgement, ...], make, "judgements", on=on)

    @cached_property
    def parted(self) -> bool:
        """Whether any two answers contradict each other."""
        return is_parted(self.judgements)

    @cached_property
    def tense(self) -> bool:
        """Whether any two answers are in tension; in a running count not for their unknown order."""
        return is_tense(self.judgements, running=self.question.running)

    @cached_property
    def reports(self) -> int:
        """Number of articles that answer."""
        return len({claim.article for claim in self.claims})

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """What is said of the row behind its question and a colon, from the fullest clause to the shortest; see ``sentences.brief``."""
        return self._brief(brief.clauses, "clauses")

    @cached_property
    def in_few_words(self) -> tuple[str, ...]:
        """The shortest clauses on the row."""
        return self._brief(brief.in_few_words, "few words")

    def _brief(self, find: Callable[..., Iterable[str]], what: str) -> tuple[str, ...]:
        def make() -> tuple[str, ...]:
            outlets = self.library.outlet_names
            return tuple(find(self.question, self.standing_groups, self.judgements, outlets, self.names))

        return self.carried(tuple[str, ...], make, what)

    @cached_property
    def origins(self) -> Origins:
        """The sources behind the claims."""
        return trace(self.claims, self.library.originals, self.names)

    @property
    def low(self) -> Number | None:
        """Smallest figure printed as a bound, or None; never an average."""
        return self._range[0]

    @property
    def high(self) -> Number | None:
        """Largest figure printed as a bound, or None."""
        return self._range[1]

    @cached_property
    def _range(self) -> tuple[Number | None, Number | None]:
        return printed_range(self.question, self.standing)

    @property
    def ends(self) -> tuple[Claim | None, Claim | None]:
        """The first claims that printed the smallest and the largest figure: without them these say more than anybody printed."""
        return end_claim(self.question, self.standing, self.low), end_claim(
            self.question, self.standing, self.high
        )

    @cached_property
    def silences(self) -> tuple[Silence, ...]:
        """The articles of the story that do not answer, in the order of publication."""
        articles = self.library.articles_of_story[self.library.story_of_topic[self.question.topic]]
        if len({claim.article for claim in self.claims}) == 1 and any(claim.against for claim in self.claims):
            return ()  # a headline against its own text: nobody else can fail to mention it
        if self.question.detail_of is not None:
            told = {claim.article for claim in self.library.answers.get(self.question.detail_of, ())}
            articles = tuple(article for article in articles if article.id in told)
        library = self.library
        copied, telling = library.copied, library.telling(self.question)
        return silences(
            articles,
            self.question,
            self.claims,
            copied,
            telling,
            library.alike_in_silence,
            library.site.settings.language,
        )

    @property
    def summary(self) -> str:
        """One plain sentence: how the accounts differ and why; empty if there is nothing to say.

        Of wordings, that a headline goes beyond its own text comes before all.
        """
        return self._above or self._said[0]

    @cached_property
    def _above(self) -> str:
        """The sentence on a headline that is said of a row of wordings; empty if there is none, or one answers alone."""
        return (
            self.headlines[0]
            if self.reports > 1 and self.question.answer is Answer.WORDING and self.headlines
            else ""
        )

    @property
    def opens(self) -> tuple[str, ...]:
        """Sentences on what the summary has no room for: answers of another scope or thing, and what texts leave open."""
        # A sentence on a headline may have said it already.
        told = " ".join(self.headlines)
        return tuple(one for one in self._said[1] if not (_open_in(one, told) or self._retells(one)))

    def _retells(self, aside: str) -> bool:
        """Return whether what cannot be set against the others is told already, as what an outlet makes of another one's figure."""
        return any(f" as {aside.partition(' (')[0]} (" in note for note in self.retold)

    @cached_property
    def _said(self) -> tuple[str, tuple[str, ...]]:
        def make() -> tuple[str, tuple[str, ...]]:
            outlets = self.library.outlet_names
            return sentences.row_summary(
                self.question, self.standing_groups, self.judgements, outlets, self.names
            )

        return self.carried(tuple[str, tuple[str, ...]], make, "summary")

    @cached_property
    def headlines(self) -> tuple[str, ...]:
        """Sentences on headlines that their texts do not bear out."""

        def make() -> tuple[str, ...]:
            articles, outlets = self.library.site.articles, self.library.outlet_names
            return (
                *headline.headline_notes(
                    self.question, self.claims, self._judged.headlines, articles, outlets, self.names
                ),
            )

        return self.carried(tuple[str, ...], make, "headlines")

    @cached_property
    def belied(self) -> tuple[str, ...]:
        """Those sentences on headlines whose own texts say something else, and not only in another hedge: first those that an editor states.

        Not on one that leaves open what it means: nobody can say that its text says something else.
        """

        def make() -> tuple[str, ...]:
            other = {
                one.a for one in self._judged.headlines if not headline.HEDGES.issuperset(one.differences)
            }
            heads = sorted(
                (claim for claim in self.claims if claim.key in other and not claim.leaves_open),
                key=lambda claim: not claim.against,
            )
            texts = [claim for claim in self.claims if claim.where is not Where.HEADLINE]
            articles, outlets = self.library.site.articles, self.library.outlet_names
            judged, claims, names = self._judged.headlines, [*heads, *texts], self.names
            return (*headline.headline_notes(self.question, claims, judged, articles, outlets, names),)

        return self.carried(tuple[str, ...], make, "belied")

    @cached_property
    def retold(self) -> tuple[str, ...]:
        """Sentences on leads that say more than their texts, and on what an outlet says that another one prints."""

        def make() -> tuple[str, ...]:
            outlets = self.library.outlet_names
            return (
                *lead_notes(self.question, self.leads, self.standing, outlets, self.names),
                *retold_notes(self.standing, outlets, self.names),
            )

        return self.carried(tuple[str, ...], make, "retold")

    @cached_property
    def sums(self) -> tuple[str, ...]:
        """Sentences on figures that are the sum of parts that one article prints."""
        if self.question.answer is not Answer.QUANTITY:
            return ()
        return sum_notes(self.question, self.standing, self.library.outlet_names)

    @cached_property
    def besides(self) -> tuple[str, ...]:
        """Sentences on a source that is cited for several figures, and on a figure that a text gives in two currencies."""

        def make() -> tuple[str, ...]:
            asked, outlets = self.question, self.library.outlet_names
            return (
                *source_notes(asked, self.standing, self.judgements, outlets, self.names),
                *currency_notes(asked, self.standing, outlets),
                *gist_notes(asked, self.standing),
            )

        return self.carried(tuple[str, ...], make, "besides")

    @property
    def copies(self) -> tuple[str, ...]:
        """Sentences on texts that several outlets print, and on what copies have changed in them."""
        return (*copies.notes(self.claims, self.library.outlet_names, self.changed),)

    @cached_property
    def hedges(self) -> tuple[str, ...]:
        """Sentences on hedges that some reports have and others lack."""

        def make() -> tuple[str, ...]:
            library = self.library
            languages = {
                claim.article: library.site.articles[claim.article].language for claim in self.claims
            }
            cut = {id for id in languages if library.site.articles[id].completeness in PARTIAL}
            named = library.outlet_names, self.names
            return hedges(self.standing, library.cautious, *named, languages, library.elsewhere, cut)

        return self.carried(tuple[str, ...], make, "hedges")

    @property
    def names(self) -> Names:
        """The sources of the claims, as sentences name them."""
        return self.library.source_names

    @cached_property
    def answering(self) -> Answering:
        """Which texts answer on which days."""

        def make() -> Answering:
            library = self.library
            return answering(self.claims, self.silences, library.site.articles, library.originals)

        return self.carried(Answering, make, "answering", story=True)

    def once(self, what: str, find: Callable[[], Made]) -> Made:
        """Return what others find of the row, found once; ``what`` names it."""
        found: dict[str, Any] = self._found
        if what not in found:
            found[what] = find()
        made: Made = found[what]
        return made

    @cached_property
    def _found(self) -> dict[str, Any]:
        return {}

    def carried(
        self,
        kind: type[Made],
        make: Callable[[], Made],
        what: str,
        *,
        story: bool = False,
        on: Callable[[], object] | None = None,
    ) -> Made:
        """Return plain data on the row as an earlier comparison of the same claims found it, if one did; see ``Carry``."""
        if self.carry is None:
            return make()
        return self.carry(kind, make, self.question.path, what, story=story, on=on)

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences beside the summary."""
        return (
            tuple(one for one in self.headlines if one != self._above)
            + ((self._said[0],) if self._above and self._said[0] else ())
            + self.retold
            + self.opens
            + self.sums
            + self.besides
            + self.copies
            + self.hedges
        )

    def between(self, a: Claim, b: Claim) -> Verdict | None:
        """Return how two claims of the row relate to each other, in that order; the reason is a sentence.

        None if there is nothing to say of them.
        """
        return self.judge.verdict(a, b)

    @cached_property
    def by_days(self) -> bool:
        """Whether verdicts on the claims may depend on all days on which their articles can have been out."""
        said = self.judge.said_on
        places = {claim.scope_place.id for claim in self.claims if claim.scope_place}
        dated = any(claim.as_of or said(claim) for claim in self.claims)
        return bool(self.question.running) or dated or len(places) > 1

    def out(self, claim: Claim) -> tuple[date | None, date | None] | None:
        """Return what verdicts on a claim may depend on of the first and the last day on which its article can have been out."""
        days = claim.out_from, claim.out_by
        return days if self.by_days or (self.judge.of_no_day and days[0] == days[1] is not None) else None

    def alike(self, claim: Claim) -> Hashable:
        """Return what a claim shares with those that stand to each claim of another article as it does."""
        reading = self.judge.reading(claim)
        return claim.key if reading is None else (reading, self.out(claim))

    def __eq__(self, other: object) -> bool:
        # Most are compared with themselves, or are on different questions.
        return self is other or (
            isinstance(other, Comparison)
            and self.question == other.question
            and self._told() == other._told()
        )

    def __hash__(self) -> int:
        return hash(self.question)

    def _told(self) -> tuple[object, ...]:
        return (
            self.question, self.claims, self.groups, self.judgements, self.origins, self._range, self.silences, self.summary,
            self.notes, self.judge, self.answering,
        )  # fmt: skip


def compare_question(library: Library, question: Question, carry: Carry | None = None) -> Comparison:
    """Compare all claims on one question: one pass to group them by value, then the groups pair by pair."""
    return Comparison(question, library.answers[question.path], library, carry)


def end_claim(question: Question, claims: Iterable[Claim], end: Number | None) -> Claim | None:
    """Return the first claim that printed an end of the range of a question, or None if there is no such end."""
    if end is None:
        return None
    return next(claim for claim, figure in _figures(question, claims) if end in (figure.low, figure.high))


def _figures(question: Question, claims: Iterable[Claim]) -> list[tuple[Claim, Quantity]]:
    """Return the claims that count what the question asks for, each with its figure."""
    return [
        (claim, claim.value)
        for claim in claims
        if isinstance(claim.value, Quantity)
        and not claim.value.share
        and (claim.unit, claim.of) == (question.unit, question.of)
        and (claim.counts == question.counts or claim.counted == question.counted)
    ]


def printed_range(question: Question, claims: Iterable[Claim]) -> tuple[Number | None, Number | None]:
    """Return the smallest and the largest figure printed for the question, each None if there is none.

    Figures that count something else and vague words are ignored; nothing is averaged.
    """
    figures = [figure for _, figure in _figures(question, claims)]
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    # "at least three" alone has no upper bound, "up to 11,000" alone no lower one.
    return (min([*lows, *highs]) if lows else None, max([*lows, *highs]) if highs else None)


def _open_in(sentence: str, told: str) -> bool:
    """Return whether a sentence on what a text leaves open says what others have told."""
    what = sentence.removesuffix(".").partition(" leaves open ")[2]
    return bool(what) and f" leaves open {what}" in told
