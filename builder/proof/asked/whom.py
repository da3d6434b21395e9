"""Whether a text speaks of those whom a claim is of: the children of "12 children", the homes of "a tenth of the homes"."""

from __future__ import annotations

from builder.proof.asked.passage import Passage, noun_phrase, of_site
from builder.values.counting import PERSONS, Counting, Words, listed_sets, same_language
from builder.values.figures.tokens import fold
from builder.values.lexicon import everywhere, listed
from builder.values.quantity import Quantity

_LEAST = 4
"""Letters by which a word is known in its other forms; a shorter one says nothing by itself."""

_HEAD = 4
"""Letters at the end of a compound by which two are of one kind."""


def unsaid(passage: Passage, of: str, near: str, language: str, *, own: bool) -> str | None:
    """Return those of whom a claim is, if nothing in the words near it speaks of them; ``None`` too where nobody can tell.

    A people is told by another rule, as its name may stand anywhere in a text. A question may name
    them in words of its own, so people in general, and words that no set has, tell only where the claim itself names them (``own``).
    """
    site, cut = of_site(language), Words(of)
    phrase, alike = noun_phrase(passage)[0], same_language(language, passage.language)
    unknown = bool(phrase) and not _sets(passage.read.language, phrase)
    if site.peoples.find(cut) or (unknown and not (own and alike)):
        return None  # "12 constables": whether these are police, no list tells
    if asked := _sets(site, of):
        if asked <= listed_sets("widest") or not (own or asked <= listed_sets("persons")):
            return None
        if not own and asked & listed_sets("by_deed"):
            return None  # "40,000 people protested" are protesters
        if asked & _sets(passage.read.language, near) or (not own and _is_spoken_of(passage, asked, near)):
            return None
        return None if not own and alike and _is_alike(cut, near) else of
    if not own or not alike:
        return None
    return of if _stems(cut) and not _is_alike(cut, near) else None


def _stems(cut: Words) -> set[str]:
    return {fold(word)[:_LEAST] for word in cut.words if len(word) >= _LEAST}


def _is_alike(cut: Words, near: str) -> bool:
    """Return whether words near by begin as those for whom a claim is of: who "worked" there are workers."""
    stems = _stems(cut)
    return any(fold(word)[:_LEAST] in stems for word in Words(near).words)


def _is_spoken_of(passage: Passage, asked: frozenset[str], near: str) -> bool:
    """Return whether a text speaks of some persons by the place or the state in which they are."""
    by, here, cut = everywhere().counted.spoken_of, passage.read.language, Words(near)
    told = {
        name for terms in (here.find(cut), here.matters.find(cut)) for term in terms for name in term.sets
    }
    return any(told & set(listed(by.get(name, ""))) for name in asked)


def other_whole(passage: Passage, of: str, reading: object, language: str) -> str | None:
    """Return the words behind a share that say of others than those of whom a claim is: "a third of the staff", where it is of nurses."""
    if not isinstance(reading, Quantity) or not (reading.share or reading.unit == "percent"):
        return None
    phrase, start = noun_phrase(passage, of_share=True)
    asked, found = _sets(of_site(language), of), _sets(passage.read.language, phrase)
    if not asked or not found or asked & found or found <= listed_sets("widest"):
        return None
    return passage.printed(start, start + len(phrase))


def of_other_sort(passage: Passage, of: str) -> str | None:
    """Return a figure's noun where it is of another kind than those whom a claim is of: "71 percent of long-distance trains", of regional ones.

    Both have one head: the last word, in German the end of a compound ("Fernzüge", "Güterzüge"). Nothing of the sentence is of the other kind.
    """
    cut, read = Words(of), passage.read
    wanted = [fold(word) for word in cut.words]
    reading = passage.reading
    shared = reading is not None and (reading.share or reading.unit == "percent")
    phrase = noun_phrase(passage, of_share=shared)[0]
    mine = [fold(word) for word in Words(phrase).words if fold(word) not in read.language.articles]
    if not wanted or len(wanted[-1]) < _LEAST or not mine:
        return None
    head, kinds = wanted[-1], {word[:_LEAST] for word in wanted[:-1] if len(word) >= _LEAST}
    said = {fold(word)[:_LEAST] for word in Words(read.text).words}
    for at, word in enumerate(mine):
        if (
            read.language.capital_nouns
            and word != head
            and word[-_HEAD:] == head[-_HEAD:]
            and min(len(word), len(head)) > _HEAD
        ):
            return phrase if head[:_LEAST] not in said else None
        if at and kinds and word[: max(_LEAST, len(head) - 1)] == head[: max(_LEAST, len(head) - 1)]:
            return phrase if said.isdisjoint(kinds) else None
    return None


def noun_of_state(passage: Passage) -> str | None:
    """Return a state that stands right behind a number as its noun: "12 arrests"."""
    read, end = passage.read, passage.number[1]
    near = next((term for term in read.terms if term.start >= end), None)
    if near is None or read.words.between(end, near.start) or read.text[end : near.start].strip():
        return None
    return passage.printed(near.start, near.end)


def _sets(language: Counting, text: str) -> frozenset[str]:
    """Return the persons, places and things of which a text speaks, by the names of their sets."""
    known = PERSONS | listed_sets("persons") | listed_sets("things_alone") | {"places"}
    return frozenset(
        name for term in language.matters.find(Words(text)) for name in term.sets if name in known
    )
