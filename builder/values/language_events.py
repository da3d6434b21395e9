"""What a language's file says of what happens in the news: by it a question in one language finds its answer in another.

The sets have one English name each in all files, and are written as ``language_counted.py`` says: whole words, or beginnings with a ``*``.
A set may be wide, as it stands for evidence only: that a text says "gave way" speaks for a question on a collapse, and proves nothing.
"""

from __future__ import annotations

from msgspec import Struct

from builder.values.language_parts import Phrases


class Events(Struct, frozen=True, forbid_unknown_fields=True):
    """What happens and to what, and the small words that join it to a day, a place or a person."""

    happened: dict[str, Phrases] = {}
    """What happens, verbs and nouns in one: "arrested" -> arrest*, detain*, taken into custody."""
    things: dict[str, Phrases] = {}
    """What it happens to, or who does it: "bridge" -> bridge*, viaduct*."""
    accents: bool = True
    """Whether accents tell words apart: in Spanish they tell forms of one word apart."""
    seconds: Phrases = ""
    """Second parts of verbs, which may end the clause that the first begins: German "an" of "ordnete an"."""
    barriers: Phrases = ""
    """Words that begin a clause: a day before one is not that of what stands behind it."""
    begins: Phrases = ""
    """What may stand before such a word behind a comma, in a language where it begins a clause only there: German "ohne dass"."""
    hours: Phrases = ""
    """Times of day, behind which a word like "before" begins no clause: "before dawn"."""
    carried_out: Phrases = ""
    """Verbs that do what the noun behind them says: "opened an inquiry"."""
    until: Phrases = ""
    """What says of a day that something ends with it: "until", "deadline"."""
    since: Phrases = ""
    """What says of a day that something begins with it: "since"."""
    to: Phrases = ""
    """What stands before a place where something goes: "to"."""
    from_: Phrases = ""
    """What stands before a place where somebody comes from: "from"."""
    of: Phrases = ""
    """What joins a thing to the place where it stands: "of"."""
    bound: Phrases = ""
    """What is written against the name of a place where something goes: "-bound"."""
    by: Phrases = ""
    """What stands before who did it: "by"."""
    being: Phrases = ""
    """Verbs that make a passive with the word behind them: "was", "has been"."""
    becoming: Phrases = ""
    """Verbs between a name and what somebody becomes: "will become"."""
    done: Phrases = ""
    """How participles of the passive look: "*ed"."""
    oblique: Phrases = ""
    """How a clause begins whose subject stands behind its verb, in a language where the verb comes second: German "am"."""
    states: Phrases = ""
    """Verbs that make a passive only where somebody is asked for to whom it happened: German "ist angeklagt"."""
    inverts: bool = False
    """Whether a subject may stand behind its verb, and what it happens to before it: Spanish "la investigación la dirige Ada Holm"."""
    definite: Phrases = ""
    """What stands before a thing that is known from what was said before: "the", "its"."""
    pronouns: Phrases = ""
    """What stands for such a thing: "it"."""
    light: Phrases = ""
    """Verbs of a question that say nothing by themselves: "did"."""
    which: Phrases = ""
    """Words before what a question asks for: "which day"."""
    who: Phrases = ""
    """Words that ask for a person: "who"."""
    others: Phrases = ""
    """What in a question asks for more than the one whom a text is about: "else"."""
    passive: Phrases = ""
    """What stands between such a word and a participle, where those are asked for to whom it happened: "who was arrested"."""
    days: Phrases = ""
    """What is asked for where only a day answers: "day"."""
    none: Phrases = ""
    """What says of a thing or person behind it that there is none: "no", "nobody"."""
    neither: Phrases = ""
    """Behind which alone the words of ``nor`` say no: German "weder"."""
    nor: Phrases = ""
    """German "noch", which means "still" without the other."""
    been: Phrases = ""
    """What says that something has been, whatever else sounds like what is to come: German "konnte gerettet werden"."""
    without: Phrases = ""
    """What says of the thing behind it alone that it is not there, and not of what happens: "without"."""
    goes_on: Phrases = ""
    """How a participle ends that goes on behind a comma with something else: "..., ruling out arson"."""
    open: Phrases = ""
    """What leaves open whether something happened: "would", "if", "hopes"."""
    coming: Phrases = ""
    """What in a question says that it asks for what is still to come: "next", "is to"."""
    present: Phrases = ""
    """What says that it asks for what is so: a weekday in a text may then be the last or the next."""
    past: Phrases = ""
    """What says that it asks for what has been: "did"."""
