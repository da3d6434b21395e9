"""What the first articles of a story have in common, so that an editor names its questions rather than invents them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from builder.content.vocabulary import Answer
from builder.desk.desk import Desk
from builder.desk.files import slug
from builder.desk.kinds import Refusal
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.desk.suggest.tokens import matters, tokens
from builder.desk.suggest.unnamed import places, speakers
from builder.values.counting import listed_sets, meant
from builder.values.lexicon import base
from builder.values.quantity import Kind, kind_of

LEAST = 2
"""So many articles have to print a figure of one thing before a question about it is proposed."""
MOST = 12
SPEAKERS = 4
"""Speakers whose words are proposed to be asked for."""


class Shared(Struct, frozen=True):
    """One thing that several articles answer, as the question that would ask for it."""

    short: str
    text: str
    answer: Answer
    printed: tuple[tuple[str, str], ...]
    """Article and the words that it prints."""
    topic: str
    """A title for a topic of its own."""
    unit: str = ""
    counts: str = ""
    of: str = ""

    @property
    def id(self) -> str:
        """A name for the question."""
        return slug(self.short, limit=40)


class Named(Struct, frozen=True):
    """A speaker or a place that several articles name and the site does not know."""

    name: str
    printed: tuple[tuple[str, str], ...]
    """Article and the form of the name that it prints."""

    @property
    def short(self) -> str:
        """How a sentence names a body that has no name of its own: "the fire service"; empty for a name."""
        return f"the {self.name}" if self.name == self.name.casefold() else ""

    @property
    def aliases(self) -> str:
        """The other forms of the name, with commas between."""
        return ", ".join(
            dict.fromkeys(said for _, said in self.printed if said.casefold() != self.name.casefold())
        )


def in_common(desk: Desk) -> tuple[list[Shared], list[Named], list[Named]]:
    """Return the questions, the speakers and the places that a site's drafts have in common; drafts without their text are left out."""
    sessions = []
    for document in desk.documents.values():
        if document.data.get("draft") is True:
            try:
                sessions.append(Session(desk, document))
            except Refusal:
                continue
    return shared_questions(sessions), shared_speakers(sessions), shared_places(sessions)


def shared_speakers(sessions: Iterable[Session], least: int = LEAST) -> list[Named]:
    """Return who speaks in several texts, or in ``least``, and is no source yet, those of most articles first."""
    known: set[str] = set()
    said: dict[str, dict[str, str]] = {}
    for session in sessions:
        sources = session.desk.site.sources.values()
        known |= {name.casefold() for source in sources for name in (source.name, *source.aliases)}
        somewhere = places(session.text, session.language)
        said[session.document.id] = {
            key: name
            for key, name in speakers(session.text, session.language).items()
            if key not in somewhere
        }
    return _in_several(said, known, least)


def shared_places(sessions: Iterable[Session]) -> list[Named]:
    """Return the places that several texts name and the site does not know, those of most articles first."""
    known: set[str] = set()
    said: dict[str, dict[str, str]] = {}
    for session in sessions:
        entries = session.desk.site.places.values()
        known |= {name.casefold() for one in entries for name in (one.name, *one.aliases)}
        said[session.document.id] = places(session.text, session.language)
    return _in_several(said, known)


def _in_several(
    said: Mapping[str, Mapping[str, str]], known: Iterable[str], least: int = LEAST
) -> list[Named]:
    """Return the names that several articles have. Of names that the same articles have, one within another is left out."""
    known = list(known)
    articles: dict[str, list[str]] = {}
    for id, names in said.items():
        for key in names:
            articles.setdefault(key, []).append(id)
    shared = {key: ids for key, ids in articles.items() if len(ids) >= least}
    printed: dict[str, dict[str, str]] = {}
    for key in sorted(shared, key=len, reverse=True):
        # A surname is another form of the name that ends with it.
        whole = next((other for other in printed if f" {other}".endswith(f" {key}")), key)
        for id in shared[key]:
            printed.setdefault(whole, {}).setdefault(id, said[id][key])
    found = []
    for key, forms in printed.items():
        words = f" {key} "
        within = any(
            words in f" {other} " and other != key and printed[other].keys() >= forms.keys()
            for other in printed
        )
        if within or any(words in f" {name} " or f" {name} " in words for name in known):
            continue
        name = max(forms.values(), key=len)
        if " " in name or name != name.casefold():  # "company", "police": which one, only the text says
            found.append(Named(name, tuple(forms.items())))
    return sorted(found, key=lambda one: (-len(one.printed), one.name))[:MOST]


def shared_questions(sessions: Iterable[Session]) -> list[Shared]:
    """Return the questions that several texts answer and that the site does not ask yet: figures, who says what, and where it was."""
    sessions = list(sessions)
    asked = {
        question.text.casefold()
        for session in sessions[:1]
        for topic in session.desk.site.topics.values()
        for question in topic.questions
    }
    found = shared_figures(sessions)
    for one in shared_speakers(sessions)[:SPEAKERS]:
        short = f"Words of {one.name}"
        text = f"In which words does {one.short or one.name} tell of it?"
        found.append(Shared(short, text, Answer.WORDING, one.printed, f"What {one.name} says"))
    if named := shared_places(sessions):
        printed = tuple(dict.fromkeys(pair for one in named for pair in one.printed))
        found.append(Shared("Place", "Where did it happen?", Answer.PLACE, printed, "Where it happened"))
    return [one for one in found if one.text.casefold() not in asked]


def shared_figures(sessions: Iterable[Session]) -> list[Shared]:
    """Return the questions that several texts answer with a figure and that the site does not ask yet, those of most articles first."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    of: dict[tuple[str, str], dict[str, str]] = {}
    for session in sessions:
        own = base(session.language) == base(session.desk.site.settings.language)
        for one in session.all:
            if one.kind != "figure" or one.questions or not (one.counts or one.of):
                continue
            # A currency is EUR, and no "eur".
            key = (_sum(session, one) or (one.counts or one.of or "").casefold(), one.unit or "")
            found.setdefault(key, {}).setdefault(session.document.id, one.printed)
            # "One man" is no noun for the others.
            if own and one.of and one.low != 1 and (one.unit or one.of.casefold() != key[0]):
                of.setdefault(key, {}).setdefault(session.document.id, one.of)
    shared = [
        _asked(counts, unit, next(iter(of.get((counts, unit), {}).values()), ""), tuple(printed.items()))
        for (counts, unit), printed in found.items()
        if len(printed) >= LEAST
        and (not _may_be_of_any(unit) or counts in _sums() or _agreed(of.get((counts, unit), {})))
    ]
    return sorted(shared, key=lambda one: (-len(one.printed), one.short))[:MOST]


def _sums() -> frozenset[str]:
    return listed_sets("sums")


def _sum(session: Session, figure: Proposal) -> str:
    """Return of what a sum of money is, where its sentence names one such matter: "the damage amounts to 45 million crowns"."""
    if kind_of(figure.unit or "") is not Kind.MONEY:
        return ""
    sentence = session.text.content[slice(*figure.sentence)]
    named = matters(tokens(sentence, session.language)) & _sums()
    return next(iter(named)) if len(named) == 1 else ""


def _may_be_of_any(unit: str) -> bool:
    """Return whether figures of a unit may be of anything: two sums of money, or two shares, need not be of the same."""
    return unit == "percent" or kind_of(unit) is Kind.MONEY


def _agreed(of: Mapping[str, str]) -> bool:
    """Return whether several texts say of the same what a figure is: ``of`` has it by the article."""
    said = Counter(one.casefold() for one in of.values())
    return any(times >= LEAST for times in said.values())


def _asked(counts: str, unit: str, of: str, printed: tuple[tuple[str, str], ...]) -> Shared:
    """Return the question for what several texts count. ``of`` is a noun of the site's language, empty where no text has one beside it."""
    said = meant(counts, "en").happened
    befallen = said & listed_sets("befallen")
    if said & meant(of, "en").happened:
        of = "people"  # "158 infections": no infections were infected
    things = of or unit or ("people" if befallen else "")
    if counts in _sums():
        text = f"How high {'are' if counts.split()[0].endswith('s') else 'is'} the {counts}?"
        return Shared(
            counts.capitalize(), text, Answer.QUANTITY, printed, counts.capitalize(), unit, counts, of
        )
    if things and (befallen or counts.endswith("ed")):
        text = f"How many {things} were {counts}?"
    elif unit:
        # What a measure is of, only a noun beside it says: "duration" and "amount" are no words of a text.
        text, counts = f"How many {unit} of {of}?" if of else f"How many {unit}?", of
    elif things and counts.endswith("s") and counts != things:
        # A noun of its own: "losses of jobs".
        text = f"How many {counts} of {things}?"
    else:
        text = f"How many {' '.join(dict.fromkeys(f'{things} {counts}'.split()))}?"
    words = " ".join(dict.fromkeys(f"{things} {counts}".split())) or unit
    short = words[:1].upper() + words[1:]
    return Shared(
        short, text, Answer.QUANTITY, printed, short, unit or things or counts, counts, of or things or counts
    )
