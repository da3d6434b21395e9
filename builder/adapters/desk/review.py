"""The review of one article: one decision at a time. Clicking shows; only a key or a button of its own decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from builder.adapters.desk.card import Card, card, seen
from builder.adapters.desk.items import (
    CLAIMED,
    PROPOSED,
    PUT_ASIDE,
    SHOWN,
    Item,
    Paragraph,
    items,
    paragraphs,
)
from builder.adapters.desk.ways import Way, fields_of, way
from builder.adapters.desk.workplace import Workplace, outlet_name
from builder.content.load import Document
from builder.content.model import Question
from builder.content.problems import Problem, Severity
from builder.desk import deciding, kinds
from builder.desk.checked import relocate
from builder.desk.edit import entries, in_yaml
from builder.desk.entering import print_as
from builder.desk.kinds import Refusal
from builder.desk.lines import Line, line_of, mend_line
from builder.desk.queue import title_of
from builder.desk.suggest.by_hand import chosen, likeliest
from builder.desk.suggest.language import not_known
from builder.desk.suggest.session import DROPPED, Session
from builder.desk.unsaid import Unsaid, decided_silences
from builder.proof.budget import Budget
from builder.values.lexicon import language_name
from builder.values.text import count_words, without_targets


class Shown(Struct, frozen=True):
    """All that the page of a review shows."""

    document: Document
    title: str
    outlet: str
    is_draft: bool
    paragraphs: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    show: str
    at: str
    card: Card | None
    before: str
    after: str
    """Keys of the items before and after the current one, among those that are shown; empty if there is none."""
    place: int
    of: int
    topics: tuple[tuple[str, tuple[Question, ...]], ...]
    sources: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    unsaid: tuple[Unsaid, ...]
    silences: tuple[dict[str, Any], ...]
    budget: Budget | None
    limit: int
    precis: str
    precis_words: int
    precis_wanted: tuple[int, int]
    precis_seen: str
    general: tuple[Problem, ...]
    """What is wrong with the article as a whole."""
    wrong: int
    """How many errors there are in all."""
    unread: str
    """What the rules do not know in the article's language; empty if they know it."""
    waiting: str
    """What tells the state in which something is still looked for; empty if nothing is."""
    undo: str
    redo: str
    said: str

    def short(self, path: str) -> str:
        """Return a question in a few words, its path if nobody asks it."""
        return next((one.short for _, asked in self.topics for one in asked if one.path == path), path)

    def way(self, problem: Problem) -> Way | None:
        """Return where what is said of the article is mended."""
        return way(self.document, problem)

    def line(self, problem: Problem) -> Line | None:
        """Return the button for a line that no field has."""
        return line_of(self.document, problem)

    def fields_of(self, problem: Problem) -> list[Way]:
        """Return the fields of the current claim in which what is said of it is mended."""
        return fields_of(problem)


def shown(place: Workplace, id: str, show: str = "open", at: str = "", question: str = "") -> Shown:
    """Return what the review of an article shows. Raises ``Refusal`` and ``ContentError`` as the commands do."""
    session, proposed = place.session(id)
    desk, document = session.desk, session.document
    working = place.working(document.id)
    standing, proved = place.standing(document)
    problems = standing.problems
    show = show if show in SHOWN else "open"
    all_ = items(session, problems, show)
    current = next((item for item in all_ if item.key == at), None)
    among = [item for item in all_ if item.is_shown(show) or item is current]
    current = current or next(iter(among), None)
    where = among.index(current) if current in among else -1
    asked = session.questions.get(question)
    if at.startswith("s") and (hand := _by_hand(session, at[1:], asked)):
        current = hand
    looked = decided_silences(document)
    decided = {str(one.get("question")) for one in (*entries(document.data, "claims"), *looked)}
    said, working.said = working.said, ""
    return Shown(
        document=document,
        title=title_of(document),
        outlet=outlet_name(desk, document) or "no outlet yet",
        is_draft=document.data.get("draft") is True,
        paragraphs=tuple(paragraphs(session, all_, current.key if current else "")),
        items=tuple(all_),
        show=show,
        at=current.key if current else "",
        card=card(session, current, asked) if current else None,
        before=among[where - 1].key if where > 0 else "",
        after=among[where + 1].key if 0 <= where < len(among) - 1 else "",
        place=where + 1,
        of=len(among),
        topics=_topics(session),
        sources=tuple((source.id, source.name) for source in session.belonging.sources(session.story)),
        places=tuple((one.id, one.name) for one in desk.site.places.values()),
        unsaid=tuple(one for one in standing.unsaid if one.question.path not in decided),
        silences=tuple(looked),
        budget=standing.budget,
        limit=standing.budget.most(desk.site.settings.quote_limit) if standing.budget else 0,
        precis=document.body.strip(),
        precis_words=count_words(without_targets(document.body)),
        precis_wanted=desk.site.settings.precis_of(len(session.text.words)),
        precis_seen=seen({"": document.body}),
        general=tuple(one for one in problems if not one.key.startswith("claims[")),
        wrong=sum(one.kind.severity is Severity.ERROR for one in problems),
        unread=_unread(session.language),
        waiting=place.waiting(proposed=proposed, proved=proved),
        undo=working.journal.last,
        redo=working.journal.next,
        said=said,
    )  # fmt: skip


def _unread(language: str) -> str:
    if not (unread := not_known(language)):
        return ""
    return f"The rules do not know {language_name(language)} well enough to propose or to prove {'; '.join(unread)}. What is claimed here, you read yourself."


def _topics(session: Session) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    asked = session.belonging.questions(session.story)
    found: dict[str, list[Question]] = {}
    for question in asked:
        found.setdefault(question.topic, []).append(question)
    titles = session.desk.site.topics
    return tuple((titles[topic].title, tuple(questions)) for topic, questions in found.items())


def _by_hand(session: Session, span: str, question: Question | None) -> Item | None:
    """Return words that the editor selected as an item, from where they stand in the text as it is stored."""
    first, _, last = span.partition("-")
    if not (first.isdigit() and last.isdigit()):
        return None
    start, end = int(first), min(int(last), len(session.text.raw))
    at = session.text.normal.normal((start, end)) if start < end else (0, 0)
    if at[0] >= at[1]:
        return None
    proposal = chosen(session, at, question or likeliest(session, at))
    return Item(f"s{start}-{end}", PROPOSED, proposal.printed, proposal.span, proposal)


def at_words(place: Workplace, id: str, words: str) -> str:
    """Return the key of words of a text that an editor typed, as of selected ones. Raises ``Refusal`` if the text does not have them."""
    session, _ = place.session(id)
    start, end = session.text.normal.raw(deciding.words_below(session, words))
    return f"s{start}-{end}"


def do(place: Workplace, id: str, form: Mapping[str, str]) -> str:
    """Carry out what an editor decided; return the key of the item to show next. Raises ``Refusal`` with nothing changed."""
    what, at = form.get("do", ""), form.get("at", "")
    working = place.working(place.desk().document(id).id)
    if what in ("undo", "redo"):
        with place.lock, place.alone():
            done = working.journal.undo() if what == "undo" else working.journal.redo()
        working.said = (
            f"{'Undone' if what == 'undo' else 'Done again'}: {done}" if done else f"Nothing to {what}."
        )
        return at
    session, _ = place.session(id)
    item, following = _found(place, session, form)
    label = f"{_LABELS[what]} “{item.printed}”" if item and what in _LABELS else _WORDS.get(what, what)
    paths = [session.path, session.desk.private / DROPPED]
    if what == "words" and (asked := session.questions.get(form.get("asked", ""))):
        paths.append(session.desk.root / session.desk.content_dir / "topics" / f"{asked.topic}.yml")
    with place.step(label, session.document.id, paths):
        # As the file is now, whatever was shown.
        session, _ = place.session(id)
        whole = deciding.without_whole(session, form) if what == "take" else ""
        then = _decided(session, what, item, form) or following
        if whole:
            working.said = f"“{whole}” is no claim of this article yet: this one is taken as no part of it."
        if session.document.data.get("draft") is not True and what in ("take", "save", "mend", "allow"):
            relocate(session.desk, session.document)
        return then


_LABELS = {
    "take": "take",
    "drop": "drop",
    "undrop": "propose again",
    "save": "change",
    "remove": "remove the claim",
    "mend": "mend",
    "allow": "allow",
}
_WORDS = {
    "precis": "the précis",
    "words": "words of a question",
    "silence": "looked for",
    "unsilence": "not looked for",
    "line": "mend a line",
}


def _found(place: Workplace, session: Session, form: Mapping[str, str]) -> tuple[Item | None, str]:
    """Return the item that is decided on, and the key of the one after it."""
    at, question = form.get("at", ""), session.questions.get(form.get("question", ""))
    if at.startswith("s"):
        return _by_hand(session, at[1:], question), ""
    show = form.get("show", "open")
    all_ = items(session, place.working(session.document.id).standing.value.problems, show)
    item = next((one for one in all_ if one.key == at), None)
    later = all_[all_.index(item) + 1 :] if item else []
    rest = [*later, *(all_[: all_.index(item)] if item else [])]
    return item, next((one.key for one in rest if one.is_shown(show)), "")


def _decided(session: Session, what: str, item: Item | None, form: Mapping[str, str]) -> str:
    """Change the file; return the key of the item to show if it is another than the next one."""
    if what == "precis":
        return _precis(session, form)
    if what == "words":
        print_as(session.desk, form.get("asked", ""), form.get("words", ""))
        return form.get("at", "")
    if what == "line":
        words = "" if form.get("go") else form.get("words", "")
        mend_line(session.desk, session.document, form.get("key", ""), words)
        return form.get("at", "")
    if what in ("silence", "unsilence"):
        deciding.silence(session, form.get("asked", ""), looked_for=what == "silence")
        return form.get("at", "")
    if item is None:
        raise Refusal(kinds.CHANGED_SINCE, "this is not to be decided on any more: it was decided meanwhile")
    question = session.questions.get(form.get("question", ""))
    if what == "drop" and item.proposal is not None:
        session.drop(item.proposal)
    elif what == "undrop" and item.kind == PUT_ASIDE and item.proposal is not None:
        session.propose_again(item.proposal)
    elif what == "take" and item.proposal is not None:
        return _take(session, item, question, form)
    elif what in ("save", "mend", "remove", "allow") and item.kind == CLAIMED:
        return _changed(session, what, item, form)
    else:
        raise Refusal(kinds.BAD_ANSWER, f'"{what}" is nothing that can be done here')
    session.renew_block()
    return ""


def _take(session: Session, item: Item, question: Question | None, form: Mapping[str, str]) -> str:
    question = question or (item.proposal.question if item.proposal else None)
    if question is None:
        raise Refusal(kinds.BAD_ANSWER, "choose the question that these words answer first")
    assert item.proposal is not None
    # The fields hold what was shown for the question of then.
    given = form if form.get("shown") == question.path else {}
    id = deciding.take(session, item.proposal, question, given)
    return f"c-{id}" if item.key.startswith("s") else ""


def _changed(session: Session, what: str, item: Item, form: Mapping[str, str]) -> str:
    entry = next(
        (one for one in entries(session.document.data, "claims") if f"c-{one.get('id')}" == item.key), None
    )
    if entry is None or (what != "remove" and seen(entry) != form.get("seen")):
        raise Refusal(kinds.CHANGED_SINCE, "the claim was changed meanwhile: look at it as it is now")
    if what == "remove":
        if session.document.data.get("draft") is not True:
            # Readers may have its address, which is to say why it is gone.
            raise Refusal(kinds.NO_REASON, "the claim is published: it goes under “Rename and remove”")
        deciding.remove(session, str(entry["id"]))
        return ""
    if what == "allow":
        deciding.allow(session, str(entry["id"]), form.get("rule", ""), form.get("reason", ""))
        return item.key
    if what == "mend":
        now = card(
            session,
            Item(item.key, CLAIMED, item.printed, item.span, None, entry, item.index, item.problems),
            None,
        )
        wanted_ = form.get("mend")
        mend = next((m for told in now.told for m in told.mends if m.label == wanted_), None)
        if mend is None:
            raise Refusal(kinds.CHANGED_SINCE, "the proof would not accept this any more")
        deciding.change(session, mend.of or str(entry["id"]), mend.values)
        return item.key
    values = deciding.typed(entry, form)
    if (question := form.get("question")) and question != entry.get("question"):
        values["question"] = in_yaml(question)
    deciding.change(session, str(entry["id"]), values)
    return item.key


def _precis(session: Session, form: Mapping[str, str]) -> str:
    if form.get("seen") != seen({"": session.document.body}):
        raise Refusal(kinds.CHANGED_SINCE, "the précis was changed meanwhile: look at it as it is now")
    deciding.precis(session, form.get("precis", ""))
    return form.get("at", "")
