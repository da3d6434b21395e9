"""The words of a question, held against a clause of a text in the same or another language: whether it is that clause that it asks for."""

from __future__ import annotations

from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.deeds import happenings
from builder.values.counting import GRADES, PERSONS, Words, counting, listed_sets, same_language
from builder.values.countries import countries_in
from builder.values.figures.tokens import fold
from builder.values.lexicon import has_rules, language_file, listed
from builder.values.phrase_sets import Sets

_STEM = 5
"""Letters by which a word is known in its other forms; a shorter word by all of its own."""
_LEAST = 3
"""Letters: a shorter word tells nothing."""


class Asks:
    """A question's words, as sets of words that say the same in every language, and as they are where both languages are one."""

    def __init__(self, question: Question, language: str) -> None:
        self.language = language if has_rules(language) else "en"
        self.text = f"{question.text} {question.short} {question.of or ''} {question.counts or ''}"
        self._printed = printed_words(question.printed_as)
        self._unit, self._of = question.unit or "", question.of or ""
        self._sets = (
            _names(self.text, self.language) - listed_sets("widest") - _names(self._unit, self.language)
        )

    @property
    def states(self) -> frozenset[str]:
        """The names of the sets of which it has words, without those of events, which are wide."""
        return self._sets - events_of(self.language)

    def shares(self, clause: str, before: str, language: str) -> bool:
        """Return whether a question has a word of a clause that what stands before has not; the words of articles that its editor names first."""
        here, there = (bool(self._printed.find(Words(text))) for text in (clause, before))
        if here != there:
            return here
        if (self._sets & _names(clause, language)) - _names(before, language):
            return True
        asked = countries_in(self.text, self.language)
        if asked and (asked & countries_in(clause, language)) - countries_in(before, language):
            return True
        if same_language(self.language, language):
            return bool((self._stems() & stems(clause)) - stems(before))
        # What one language calls by a name, so does another one, mostly.
        return bool((capitals(self.text) & capitals(clause)) - capitals(before))

    def names_only(self, clause: str, before: str) -> bool:
        """Return whether some words have one that the editor gives for what is asked for, as articles print it, and others have none."""
        return bool(self._printed.find(Words(clause))) and not self._printed.find(Words(before))

    def is_by_stems(self, clause: str, before: str, language: str) -> bool:
        """Return whether all that a question has of a clause alone are words of one language, and no set, country or name."""
        if (self._sets & _names(clause, language)) - _names(before, language):
            return False
        if not same_language(self.language, language):
            return False
        alike = (self._stems() & stems(clause)) - stems(before)
        return bool(alike) and not (capitals(self.text) & capitals(clause)) - capitals(before)

    def met(self, clause: str, language: str) -> frozenset[str]:
        """Return what a clause has of a question's words, apart from its unit: names of sets, and stems where both have one language."""
        alike = self._stems() & stems(clause) if same_language(self.language, language) else frozenset()
        return (self._sets & (_names(clause, language) | _weaker(clause, language))) | alike

    def any_form(self, names: frozenset[str]) -> frozenset[str]:
        """Return names of sets with all those that one word of a question stands in with one of them: "cut" is of jobs that go and of what falls."""
        more = (alike & self._sets for alike in _alike(self.text, self.language) if alike & names)
        return names.union(*more)

    def counts_what(self, noun: str, language: str) -> bool:
        """Return whether a noun in another language says what a question counts by its unit, or of what."""
        return bool(_names(f"{self._unit} {self._of}", self.language) & _names(noun, language) - PERSONS)

    def named(self, words: str, language: str) -> bool:
        """Return whether some words name that of which a question asks, in its own language or as its editor has articles print it."""
        if self._printed.find(Words(words)):
            return True
        if same_language(self.language, language):
            return bool(stems(self._of) & stems(words))
        return bool(_names(self._of, self.language) & _names(words, language))

    def may_have_persons(self, noun: str, clause: str, before: str, language: str) -> bool:
        """Return whether certain persons are asked for of whom nothing before speaks, and a figure's noun is one that no list has."""
        known = PERSONS | listed_sets("persons")
        persons = (self._sets & known) - {"people"} - listed_sets("by_deed")
        return bool(persons and noun) and not (
            _names(before, language) & persons or _names(clause, language) & known
        )

    def has_people_of(self, clause: str, before: str, language: str) -> bool:
        """Return whether a question names a people of which only what stands before speaks: the Russians of losses of two peoples."""
        asked = _peoples(self.text, self.language)
        return bool(asked & (_peoples(before, language) - _peoples(clause, language)))

    def is_open(self, content: str, language: str) -> bool:
        """Return whether a question has words of which nobody knows whether a clause has them too."""
        cut, here = Words(self.text), counting(self.language)
        known = {
            place
            for sets in (here.happened, here.matters, here.kinds, here.weaker, happenings(self.language))
            for term in sets.find(cut)
            for place in range(term.start, term.end)
        }
        said = stems(content) if same_language(self.language, language) else frozenset()
        return any(
            len(word) >= _LEAST
            and start not in known
            and stems(word) & self._stems() - said
            and not self.text[start].isupper()
            for word, start in zip(cut.words, cut.starts, strict=True)
        )

    def has_other_deed(self, clause: str, language: str) -> bool:
        """Return whether a clause tells a deed that is known and none of a question's: what was rejected of what was received."""
        told = _deeds(clause, language) - listed_sets("telling")
        return bool(told) and not told & _deeds(self.text, self.language)

    def _stems(self) -> frozenset[str]:
        return stems(self.text) - stems(self._unit) - plain_stems(self.language)


@lru_cache(maxsize=256)
def printed_words(phrases: tuple[str, ...]) -> Sets:
    """Return the words that an editor gives for what a question counts, as they are looked for in a text."""
    return Sets({"printed": ",".join(phrases)})


@lru_cache(maxsize=16)
def events_of(language: str) -> frozenset[str]:
    """Return the names of what happens in the news that are no states and no matters."""
    file = language_file(language)
    if file is None:
        return frozenset()
    return frozenset(file.events.happened) - {
        *file.counted.states,
        *file.counted.matters,
        *file.counted.changes,
    }


@lru_cache(maxsize=2048)
def _names(text: str, language: str) -> frozenset[str]:
    """Return the names of all sets of which a text has words."""
    return frozenset().union(*_alike(text, language))


@lru_cache(maxsize=2048)
def _alike(text: str, language: str) -> tuple[frozenset[str], ...]:
    """Return for each place of a text the names of the sets in which its words stand.

    What happens in the news tells where no state of the same name does.
    """
    here, cut = counting(language), Words(text)
    found: dict[int, set[str]] = {}
    for sets in (here, here.matters, here.kinds):
        for term in sets.find(cut):
            found.setdefault(term.start, set()).update(term.sets)
    for term in happenings(language).find(cut):
        found.setdefault(term.start, set()).update(set(term.sets) - here.named)
    for term in here.beside.find(cut):
        found.setdefault(term.start, set()).update(GRADES & set(term.sets))
    return tuple(map(frozenset, found.values()))


@lru_cache(maxsize=512)
def _weaker(text: str, language: str) -> frozenset[str]:
    return frozenset(name for term in counting(language).weaker.find(Words(text)) for name in term.sets)


@lru_cache(maxsize=512)
def _peoples(text: str, language: str) -> frozenset[str]:
    return frozenset(name for term in counting(language).peoples.find(Words(text)) for name in term.sets)


@lru_cache(maxsize=512)
def _deeds(text: str, language: str) -> frozenset[str]:
    here, cut = counting(language), Words(text)
    terms = (*here.happened.find(cut), *happenings(language).find(cut))
    return frozenset(name for term in terms for name in term.sets)


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """Return the beginnings by which the words of a text are known in their other forms."""
    words = Words(fold(text)).words
    return frozenset(word[:_STEM] for word in words if len(word) >= _LEAST and not word.isdigit())


@lru_cache(maxsize=2048)
def capitals(text: str) -> frozenset[str]:
    """Return the words with a capital letter that do not begin the text."""
    cut = Words(text)
    return frozenset(
        word
        for word, start in zip(cut.words, cut.starts, strict=True)
        if len(word) >= _LEAST and start and text[start].isupper()
    )


@lru_cache(maxsize=16)
def plain_stems(language: str) -> frozenset[str]:
    """Return the words of a question that say nothing by themselves: "how many", "were", "the"."""
    file = language_file(language)
    if file is None:
        return frozenset()
    events, saying, counted = file.events, file.saying, file.counted
    phrases = (
        events.light, events.which, events.present, events.past, events.being, events.who, events.days, events.of, events.to,
        events.by, saying.articles, saying.determiners, saying.belonging, saying.pronouns, counted.are, counted.at, counted.joints,
        counted.presuming, counted.for_, counted.from_, counted.out_of, counted.others, file.shares.of,
    )  # fmt: skip
    return frozenset().union(*(stems(phrase) for text in phrases for phrase in listed(text)))
