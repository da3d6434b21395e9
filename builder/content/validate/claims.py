"""Validate an article's claims: resolve references, read printed words, fill in defaults.

Keys that a claim leaves out are taken from its question: the unit, what is counted, of which people or things, the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from msgspec.structs import replace

from builder.content import problems
from builder.content.load import Document
from builder.content.model import (
    Allowance,
    Claim,
    Former,
    Locator,
    Party,
    Place,
    Question,
    Site,
    Source,
    Value,
    out_of,
)
from builder.content.problems import Kind, Problem, did_you_mean
from builder.content.schema import ArticleEntry, ClaimEntry
from builder.content.strict_yaml import KeyPath
from builder.content.validate import against
from builder.content.validate.circles import circles, tops
from builder.content.vocabulary import OPEN, Answer
from builder.values import dates, relative
from builder.values.dates import DateSpan
from builder.values.figures import reader
from builder.values.figures.refusal import Refusal
from builder.values.hours import NIGHT, parse_hour
from builder.values.quantity import LowAboveHighError, Quantity, is_measure, rest_of_hundred
from builder.values.text import count_words
from builder.values.units import as_read

Named = TypeVar("Named", bound=Place | Source)
Reported = Callable[[str, str], bool]
"""Signature of ``Checker.already_reported``: kind and id -> whether the id is unknown only because of a problem reported elsewhere."""


def beside(entry: ClaimEntry) -> Iterator[str]:
    """Yield the words of a text that pages print beside those of a claim."""
    yield from filter(None, (entry.cue, entry.status, entry.verified, entry.doubt, entry.quote))


class ClaimReader:
    """Validates the claims of one article. ``problems`` collects their problems."""

    def __init__(
        self,
        document: Document,
        entry: ArticleEntry,
        site: Site,
        questions: Mapping[str, Question],
        published: DateSpan | None,
        former: tuple[Former, ...],
        already_reported: Reported,
        quote_limit: int | None,
    ) -> None:
        self.already_reported = already_reported
        self.quote_limit = quote_limit
        """Maximum number of words; None if the settings could not be read."""
        self.document = document
        self.entry = entry
        self.site = site
        self.questions = questions
        self.published = published
        self.former = former
        self.problems: list[Problem] = []

    def read_claims(self) -> tuple[Claim, ...]:
        """Return the claims whose question is known, in the order of the file."""
        ids = {claim.id for claim in self.entry.claims}
        in_circles = circles({claim.id: claim.part_of for claim in self.entry.claims})
        read: list[Claim] = []
        for index, entry in enumerate(self.entry.claims):
            path: KeyPath = ("claims", index)
            self.part_of(path, entry, ids, in_circles)
            for key_path, kind, message in against.wrong(path, entry, self.entry.claims):
                self.tell(key_path, kind, message)
            self.lengths(path, entry)
            self.sources(path, entry)
            found = list(self.question_problem((*path, "question"), entry.question))
            self.problems.extend(found)
            question = self.questions.get(entry.question)
            if question is not None:
                read.append(self.claim(path, entry, question))
        return tuple(read)

    def tell(self, path: KeyPath, kind: Kind, message: str) -> None:
        self.problems.append(self.document.problem(path, kind, message))

    def question_problem(self, path: KeyPath, name: str) -> list[Problem]:
        """Return the problem of an unknown question, or an empty list."""
        if name in self.questions or self.already_reported("topics", name.partition("/")[0]):
            return []
        message = f'unknown question "{name}"{did_you_mean(name, self.questions)}'
        return [self.document.problem(path, problems.UNKNOWN_QUESTION, message)]

    def part_of(self, path: KeyPath, entry: ClaimEntry, ids: set[str], circles: set[str]) -> None:
        if entry.part_of is None:
            return
        where = (*path, "part_of")
        if entry.part_of not in ids:
            message = f'unknown claim "{entry.part_of}"{did_you_mean(entry.part_of, ids)}'
            self.tell(where, problems.UNKNOWN_CLAIM, message)
            return
        if entry.id in circles:
            self.tell(where, problems.UNKNOWN_CLAIM, f'"{entry.id}" would be a part of itself')

    def lengths(self, path: KeyPath, entry: ClaimEntry) -> None:
        limit = self.quote_limit
        for key in ("printed", "quote", "status", "verified", "doubt", "said_as"):
            text = getattr(entry, key)
            if text is not None and limit is not None and (count := _length(text)) > limit:
                self.tell(
                    (*path, key), problems.QUOTE_TOO_LONG, f"{count} words are quoted; the limit is {limit}"
                )

    def sources(self, path: KeyPath, entry: ClaimEntry) -> None:
        for key, ids in (("sources", entry.sources), ("via", entry.via)):
            for index, id in enumerate(ids):
                if id not in self.site.sources:
                    if self.already_reported("sources", id):
                        continue
                    message = f'unknown source "{id}"{did_you_mean(id, self.site.sources)}'
                    self.tell((*path, key, index), problems.UNKNOWN_SOURCE, message)
                elif id in ids[:index]:
                    self.tell((*path, key, index), problems.DUPLICATE_ID, f'the source "{id}" stands twice')

    def date(self, path: KeyPath, text: str | None) -> DateSpan | None:
        if text is None:
            return None
        try:
            return dates.parse_edtf(text)
        except ValueError as error:
            self.tell(path, problems.IMPOSSIBLE_DATE, str(error))
            return None

    def hour(self, path: KeyPath, entry: ClaimEntry, question: Question) -> str | None:
        text = entry.hour
        if text is None:
            return None
        try:
            if not question.running:
                raise ValueError("an hour is for answers to a running count")
            if "/" in (entry.as_of or entry.said_on or "") and text != NIGHT:
                raise ValueError(f'"{text}" is of one day; only a night is of two')
            return parse_hour(text)
        except ValueError as error:
            self.tell(path, problems.IMPOSSIBLE_DATE, str(error))
            return None

    def claim(self, path: KeyPath, entry: ClaimEntry, question: Question) -> Claim:
        value = self.value(path, entry, question)
        scope_place = self.place_names.get(entry.scope.casefold()) if entry.scope else None
        out = out_of(entry.id, self.published, self.former)
        unit = self.unit(entry) or (value.unit if isinstance(value, Quantity) else None) or question.unit
        if (
            isinstance(value, Quantity)
            and value.bounded
            and value.unit is None
            and not value.share
            and is_measure(unit)
        ):
            value = replace(value, unit=unit)  # "sales of 6.2 billion": of the money that is asked for
        return Claim(
            id=entry.id,
            article=self.document.id,
            outlet=self.entry.outlet,
            question=entry.question,
            printed=entry.printed,
            value=value,
            undecided=question.answer is Answer.YES_NO and entry.value == OPEN,
            unit=unit,
            counts=entry.counts or question.counts,
            of=entry.of or question.of,
            scope=scope_place.name if scope_place and entry.scope == scope_place.id else entry.scope,
            scope_place=scope_place,
            as_of=self.date((*path, "as_of"), entry.as_of) or (None if question.running else question.when),
            hour=self.hour((*path, "hour"), entry, question),
            said_on=self.date((*path, "said_on"), entry.said_on),
            said_as=entry.said_as,
            out_from=out.start if out else None,
            out_by=out.end if out else None,
            sources=tuple(entry.sources),
            via=tuple(entry.via),
            implied=entry.attribution == "implied",
            voice_open=entry.attribution == "open",
            speech=entry.speech,
            where=entry.where,
            cue=entry.cue,
            status=entry.status,
            covers=entry.status_covers,
            verified=entry.verified,
            doubt=entry.doubt,
            leaves_open=_clause(entry.leaves_open) or (WHOSE if entry.attribution == "open" else None),
            quote=entry.quote if question.answer is not Answer.WORDING else entry.quote or entry.printed,
            statement=entry.statement,
            gist=entry.gist if question.answer is Answer.WORDING else None,
            rendering=entry.rendering,
            renderings=tuple(
                (words, self.entry.renderings[words])
                for words in dict.fromkeys(beside(entry))
                if words in self.entry.renderings
            ),
            part_of=entry.part_of,
            against=tuple(entry.against),
            note=entry.note,
            formerly=_formerly(entry.id, self.former),
            copy_of=self.entry.copy_of,
            locator=Locator(**dict(entry.locator)) if entry.locator else None,
            allow=tuple(Allowance(allowed.rule, allowed.reason) for allowed in entry.allow),
        )

    def value(self, path: KeyPath, entry: ClaimEntry, question: Question) -> Value:
        """Return what the printed words mean, for the kind of answer that the question asks for."""
        if question.answer is Answer.QUANTITY:
            return self.complement(path, entry, self.quantity(path, entry, question))
        for key in ("modifier", "low", "high", "complement"):
            if getattr(entry, key) not in (None, False):
                message = f'"{key}" belongs to a figure; this question wants a {question.answer.value}'
                self.tell((*path, key), problems.BAD_VALUE, message)
        where = (*path, "value")
        match question.answer, entry.value:
            case Answer.WORDING, None:
                return None
            case Answer.DATE, str(text):
                return self.date(where, text)
            case Answer.DATE, None if found := relative.resolve(
                entry.printed, out_of(entry.id, self.published, self.former), self.entry.language
            ):
                return found
            case Answer.DATE, None if self.entry.published and self.published is None:
                return None  # the article's date is invalid and reported; with it the words may give a day
            case Answer.YES_NO, ("yes" | "no") as word:
                return word == "yes"
            case Answer.YES_NO, str(word) if word == OPEN and entry.leaves_open:
                return None
            case Answer.YES_NO, str(word) if word == OPEN:
                message = 'an answer that is open says in "leaves_open" what its text leaves open'
                self.tell(where, problems.NO_VALUE, message)
            case Answer.PLACE, list(ids):
                return self.places(where, ids)
            case Answer.WHO, list(names):
                return self.parties(names)
            case Answer.WORDING, _:
                self.tell(where, problems.BAD_VALUE, "a wording has no value but its printed words")
            case wanted, None:
                self.tell(
                    where,
                    problems.NO_VALUE,
                    f"a {wanted.value} question wants a value beside the printed words",
                )
            case wanted, _:
                forms = {
                    Answer.DATE: "an EDTF date",
                    Answer.YES_NO: '"yes", "no" or "open"',
                    Answer.PLACE: "a list of place ids",
                    Answer.WHO: "a list of source ids or names",
                }
                self.tell(where, problems.BAD_VALUE, f"a {wanted.value} question wants {forms[wanted]} here")
        return None

    def places(self, where: KeyPath, ids: list[str]) -> tuple[Place, ...]:
        for index, id in enumerate(ids):
            if id not in self.site.places and not self.already_reported("places", id):
                message = f'unknown place "{id}"{did_you_mean(id, self.site.places)}'
                self.tell((*where, index), problems.UNKNOWN_PLACE, message)
        return tuple(self.site.places[id] for id in ids if id in self.site.places)

    def parties(self, names: list[str]) -> tuple[Party, ...]:
        """Return whom a claim names: a source by its id, its name or an alias, anybody else by the name itself."""
        found: dict[str, Party] = {}
        for name in names:
            source = self.source_names.get(name.casefold())
            if source is None:
                party = Party(name.casefold(), name)
            else:
                party = Party(self.speakers[source.id], source.short, (source.name, *source.aliases))
            found.setdefault(party.id, party)
        return tuple(found.values())

    @cached_property
    def speakers(self) -> dict[str, str]:
        """Id of each source -> id of the one for which it speaks in the end."""
        return tops({id: source.speaks_for for id, source in self.site.sources.items()})

    @cached_property
    def place_names(self) -> dict[str, Place]:
        """Id, name and aliases of each place, without case -> the place. A name of two places stands for neither."""
        return _by_name(self.site.places)

    @cached_property
    def source_names(self) -> dict[str, Source]:
        """Id, name and aliases of each source, without case -> the source. A name of two sources stands for neither."""
        return _by_name(self.site.sources)

    def complement(self, path: KeyPath, entry: ClaimEntry, read: Quantity | None) -> Quantity | None:
        """Return the rest of 100 percent if the figure is of all the others, else the figure."""
        if not entry.complement or read is None:
            return read
        try:
            return rest_of_hundred(read)
        except ValueError as error:
            self.tell((*path, "complement"), problems.MODIFIER_BOUNDS, str(error))
            return None

    def unit(self, entry: ClaimEntry) -> str | None:
        """Return the unit that a claim states, as figures in it are read."""
        return as_read(entry.unit, self.site.settings.language)

    def quantity(self, path: KeyPath, entry: ClaimEntry, question: Question) -> Quantity | None:
        """Return what a figure means: as its printed words say, or as stated where these cannot be read."""
        if entry.value is not None:
            self.tell(
                (*path, "value"),
                problems.BAD_VALUE,
                "a figure is read from printed; use modifier, low and high",
            )
        read = reader.read(entry.printed, self.entry.language or self.site.settings.language)
        if entry.modifier is None:
            for key in ("low", "high"):
                if getattr(entry, key) is not None:
                    self.tell((*path, key), problems.MODIFIER_BOUNDS, f'"{key}" needs a modifier beside it')
            if isinstance(read, Refusal):
                message = f'"{entry.printed}" is not read as a figure: {read.says}'
                self.tell((*path, "printed"), problems.NO_FIGURE, message)
                return None
            return read
        try:
            unit = self.unit(entry) or question.unit
            # A stated figure is in the unit asked for, as one that is read prints it.
            unit = unit if is_measure(unit) else None
            stated = Quantity(entry.printed, entry.modifier, entry.low, entry.high, unit)
        except LowAboveHighError as error:
            self.tell((*path, "low"), problems.LOW_ABOVE_HIGH, str(error))
        except ValueError as error:
            self.tell((*path, "modifier"), problems.MODIFIER_BOUNDS, str(error))
        else:
            same = isinstance(read, Quantity) and (read.modifier, read.low, read.high) == (
                stated.modifier,
                stated.low,
                stated.high,
            )
            # The words say more than the keys: the unit, and how close to its bound a figure is.
            return read if isinstance(read, Quantity) and same else stated
        return None


def _formerly(claim: str, former: Iterable[Former]) -> str | None:
    """Return the words that the first text printed for a claim that a revision changed, or None."""
    return next((one.printed for text in former for one in text.claims if one.id == claim), None)


WHOSE = "whose word this is"
"""What a text leaves open if its claim is neither certainly its own word nor somebody's, and the editor writes nothing else."""


def _clause(text: str | None) -> str | None:
    """Return a clause without the full stop that an editor may have put behind it."""
    return text.rstrip(".") if text else None


@lru_cache(maxsize=4096)
def _length(text: str) -> int:
    """Return the number of words of a fragment. Cached, because many articles print the same."""
    return count_words(text)


def _by_name(entries: Mapping[str, Named]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    twice: set[str] = set()
    for entry in entries.values():
        for name in {name.casefold() for name in (entry.name, *entry.aliases)}:
            if found.setdefault(name, entry) is not entry:
                twice.add(name)
    # An id is unique.
    return {name: entry for name, entry in found.items() if name not in twice} | dict(entries)
