"""Rules on what a sentence says of the clause in which a claim's words stand: it denies it, asks it, fears it, or says it of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.content.model import Party
from builder.content.vocabulary import Answer
from builder.proof import asked, kinds
from builder.proof.asked.asks import Asks
from builder.proof.asked.passage import passage_of
from builder.proof.asked.things import asks_for
from builder.proof.case import ClaimCase, Finding
from builder.proof.normal import Span
from builder.proof.refusals import refusal_before
from builder.proof.rules.saying import forms
from builder.proof.rules.turning import turning
from builder.values.counting import Words, counting, says
from builder.values.expressions import alternatives, compiled, whole_words
from builder.values.figures import reader
from builder.values.language_parts import Governing, Turning
from builder.values.lexicon import language_file, listed
from builder.values.quantity import Modifier, Quantity
from builder.values.text import normalise, words
from builder.values.wordings import articles

_FAR = 300
"""Characters before a passage that are searched for what governs it."""
_WORDS = 14
"""How many words may stand between what governs a clause and the passage in it."""
_SHORT = 6
"""Words of a sentence that only says that the one before is not so."""
_BESIDE = 1
"""How many words may stand between a verb of saying and what turns it: "did not even call"."""
_ASIDE = re.compile(r"(?:,[^,.;:()\"]{1,120}){1,2},")
"""What is told between commas behind a name: a clause, a trade, or both."""
_WHOSE = re.compile(r"'s?\s+\w+")
_BREAK = re.compile(r"[;:()\"?!]|\.\s|\s-\s")


class _Read(Struct, frozen=True):
    """The expressions of a language."""

    denies: re.Pattern[str]
    rejects: re.Pattern[str]
    asks: re.Pattern[str]
    fears: re.Pattern[str]
    joins: re.Pattern[str]
    """From behind what governs on: the word that joins its clause."""
    doing: re.Pattern[str]
    """From there on: what may stand in its place."""
    bare: re.Pattern[str]
    """Up to the end of what governs: that nothing need join its clause, "do not believe"."""
    hangs: re.Pattern[str]
    """What hangs on another noun, and is no clause of its own: "doubt about the fire"."""
    apart: re.Pattern[str]
    """A comma with no such word behind it: another clause."""
    opens: re.Pattern[str]
    """From a sentence's beginning on: that its subject is a clause: "That 12 died"."""
    told: re.Pattern[str]
    belied: re.Pattern[str]
    infinitive: re.Pattern[str]
    """Up to the end of a clause: that it is one of an infinitive, which no word joins."""
    caveat: re.Pattern[str]
    """From a sentence's beginning on: a caveat on all of it."""
    averts: re.Pattern[str]
    """Up to a verb of saying."""
    shifts: re.Pattern[str]
    """Up to a place."""
    ways: re.Pattern[str]
    """Up to a place: that somebody came from there, or went there."""
    either: re.Pattern[str]
    """From behind an answer on."""


def happened(case: ClaimCase) -> Iterator[Finding]:
    """What a claim answers is said to be so: no clause before denies it, asks it or only fears it."""
    if case.claim.undecided or case.printed is None or _asks_for_that(case):
        return
    read = _read(case.article.language)
    found = _denied(case, read)
    if case.is_a(Answer.WORDING):
        yield from _denied_wording(case, found)
        return
    passage = passage_of(case) if found else None
    if passage and asked.unreal(passage, case.question, case.book.site.settings.language):
        return  # told by the words beside the figure
    if found:
        printed, is_open = found
        if is_turned(case) or _is_the_deed(case, printed):
            return
        if not case.is_a(Answer.YES_NO):
            message = f'the text has "{printed}" before: it does not say that it was so'
            yield Finding(kinds.NOT_HAPPENED, ("question",), message)
        elif is_open or (case.claim.value is not False) != _is_no(case):
            told = (
                "leaves it open" if is_open else "denies that it was not so" if _is_no(case) else "denies it"
            )
            yield Finding(kinds.ANSWER_UNFIT, ("value",), f'the text has "{printed}" before: it {told}')
        return
    doubt = _doubted(case, read)
    if doubt is not None and case.is_a(Answer.YES_NO):
        message = f'the text has "{doubt}" before: it leaves it open'
        yield Finding(kinds.ANSWER_UNFIT, ("value",), message)
        return
    passage = passage_of(case) if doubt else None
    if passage and asked.unreal(passage, case.question, case.book.site.settings.language):
        return
    told = f"{case.claim.cue or ''} {case.claim.status or ''} {case.claim.doubt or ''} {case.claim.printed} {case.claim.quote or ''}"
    if doubt is not None and doubt.casefold() not in normalise(told).casefold():
        yield Finding(kinds.MEANING_CUT, ("printed",), f'the text has "{doubt}" before these words')


def _is_the_deed(case: ClaimCase, printed: str) -> bool:
    """Return whether a word that may deny is what was done to those whom a figure counts right behind it: "dismissed 14 drivers"."""
    if not case.is_a(Answer.QUANTITY) or case.printed is None or " " in printed:
        return False  # "denied hurting 12"
    if not case.content_of((case.sentence[0], case.printed[0])).rstrip().endswith(printed):
        return False
    known = counting(case.article.language)
    sets = frozenset(name for term in known.happened.find(Words(printed)) for name in term.sets)
    return says(asks_for(case.question, case.book.site.settings.language), sets)


_TURNED = {
    Modifier.MORE_THAN: Modifier.UP_TO,
    Modifier.UP_TO: Modifier.MORE_THAN,
    Modifier.AT_LEAST: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.AT_LEAST,
}
"""A bound -> the one that is left where it is denied."""


def is_turned(case: ClaimCase) -> bool:
    """Return whether a claim gives the bound that is left where its clause denies the printed one: of "denies that more than 30", up to 30."""
    given = case.claim.value
    if not isinstance(given, Quantity) or "modifier" not in case.entry or case.printed is None:
        return False
    printed = reader.read(case.claim.printed, case.article.language)
    if not isinstance(printed, Quantity) or _TURNED.get(printed.modifier) is not given.modifier:
        return False
    ends = [end for end in (printed.low, printed.high) if end is not None]
    if ends != [end for end in (given.low, given.high) if end is not None]:
        return False
    read = _read(case.article.language)
    return _governing(case, read, read.denies) is not None


def _denied_wording(case: ClaimCase, found: tuple[str, bool] | None) -> Iterator[Finding]:
    """Words that a sentence has only to deny them are nobody's words, unless the claim has the denial too."""
    if found is None or found[1]:
        return
    told = words(
        normalise(f"{case.claim.cue or ''} {case.claim.printed} {case.claim.quote or ''}").casefold()
    )
    # "That" of "denied that" is no denial.
    denial = set(words(found[0].casefold())) - set(listed(_governing_words(case.article.language).joins))
    if not denial & set(told):
        yield Finding(kinds.MEANING_CUT, ("printed",), f'the text has "{found[0]}" before these words')


def cut(case: ClaimCase) -> Iterator[Finding]:
    """The words beside a day, a place or a name that make another one of it are printed, too."""
    if case.question.answer not in (Answer.DATE, Answer.PLACE, Answer.WHO) or case.printed is None:
        return
    read, (start, end) = _read(case.article.language), case.printed
    before = case.content_of((max(case.sentence[0], start - _FAR), start))
    behind = case.content_of((end, case.sentence[1]))
    found = []
    if case.is_a(Answer.PLACE):
        cut_off = read.shifts.search(before) or (None if _asks_the_way(case) else read.ways.search(before))
        if cut_off is not None:
            found.append((cut_off[1].strip(), "before"))
    if either := read.either.match(behind):
        found.append((either[1], "behind"))
    if case.is_a(Answer.WHO) and (whose := _WHOSE.match(behind)):
        found.append((whose[0], "behind"))
    for lost, where in found:
        yield Finding(kinds.MEANING_CUT, ("printed",), f'the text has "{lost}" {where} these words')


def parties(case: ClaimCase) -> Iterator[Finding]:
    """Whoever is in ``value`` is named by the printed words."""
    value = case.claim.value
    if not case.is_a(Answer.WHO) or not isinstance(value, tuple):
        return
    printed = normalise(case.claim.printed).casefold()
    for party in value:
        names = (party.name, *party.aliases) if isinstance(party, Party) else ()
        if names and not any(_without_article(name.casefold()) in printed for name in names):
            message = f'"{case.claim.printed}" does not name {party.name}'
            yield Finding(kinds.PLACE_NOT_PRINTED, ("value",), message)


def said(case: ClaimCase) -> Iterator[Finding]:
    """The cue of a wording is a verb by which its words are said: "did not call", "stopped short of calling" say nothing."""
    cue, printed = case.cue, case.printed
    if cue is None or printed is None or not case.is_a(Answer.WORDING):
        return
    read, turns = _read(case.article.language), turning(case.article.language)
    before = _own_clause(case, (max(case.sentence[0], cue[0] - _FAR), cue[0]))
    found = read.averts.search(before)
    after = case.content_of((cue[1], printed[0])) if cue[1] <= printed[0] else ""
    if found is None and turns.behind and not _BREAK.search(after.rstrip(' "')):
        found = next((m for m in read.averts.finditer(after) if "," not in after[: m.start()]), None)
    if found is not None:
        yield Finding(
            kinds.MEANING_CUT,
            ("cue",),
            f'the text has "{found[1]}" beside "{case.claim.cue}": nobody says it there',
        )


def _asks_the_way(case: ClaimCase) -> bool:
    """Return whether a question asks from where or to where something came."""
    site = case.book.site.settings.language
    file, asks = language_file(site), f"{case.question.text} {case.question.short}".rstrip(" ?")
    if file is None:
        return False
    words = f"{file.governing.ways}, {file.events.to}, {file.events.from_}"
    if re.search(rf"(?<!\w)(?:{alternatives(words)})\s*\??(?:\s|\Z)", asks, re.IGNORECASE):
        return True
    going = ("spread", "travel", "arrive", "leave", "return", "come from", "take away", "sent")
    moves = ", ".join(file.events.happened.get(name, "") for name in going)
    return re.search(rf"(?<!\w)(?:{alternatives(moves)})(?!\w)", asks, re.IGNORECASE) is not None


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first in articles() else name


def _asks_for_that(case: ClaimCase) -> bool:
    """Return whether the question itself is about what is denied, asked or feared."""
    read = _read(case.book.site.settings.language)
    asked = f"{case.question.text} {case.question.short}"
    site = counting(case.book.site.settings.language)
    if any(one.search(asked) for one in (read.denies, read.asks, read.fears, read.belied)):
        return True
    return case.is_a(Answer.QUANTITY) and bool(
        site.unreal.find(Words(asked)) or site.to_come.find(Words(asked))
    )


def _is_no(case: ClaimCase) -> bool:
    """Return whether the printed words themselves say no, so that to deny them is a yes: "denied that they had not been warned"."""
    turns = turning(case.article.language)
    printed = normalise(case.claim.printed)
    rest = turns.denial.sub("", printed)
    return turns.negates(rest) != (rest != printed)


def _denied(case: ClaimCase, read: _Read) -> tuple[str, bool] | None:
    """Return what denies the clause of a claim, or leaves it open, and whether it does the latter; None if nothing does."""
    # "did not rule out that": the denial in it denies nothing
    leaves_open = turning(case.article.language).open
    if (found := _governing(case, read, leaves_open, phrases=True)) is not None:
        return found, True
    if disputed := _disputed(case, read) or _rejected(case, read):
        return disputed, False
    if taken_back := _taken_back(case, read) or _belied_behind(case, read) or _refused(case):
        return taken_back, False
    for expression, is_open in ((read.denies, False), (read.asks, True)):
        if (found := _governing(case, read, expression)) and not (is_open and _is_asked(case, found)):
            return found, is_open
    told = _governing(case, read, read.told)
    assert case.printed is not None
    behind = case.content_of((case.printed[1], case.sentence[1]))
    end = _BREAK.search(behind)
    belied = read.belied.search(behind[: end.start() if end else None]) if told else None
    return (f"{told} ... {belied[0]}", False) if belied else None


def _taken_back(case: ClaimCase, read: _Read) -> str | None:
    """Return the short sentence right behind that says that it was not so: "That was wrong."; a yes also the rest of its own that says so."""
    behind = case.content_of((case.sentence[1], case.text.around(case.passage, 0, 1)[1])).strip()
    if len(words(behind)) <= _SHORT and read.belied.search(behind) and not case.text.is_quoted(case.passage):
        return behind
    if not case.is_a(Answer.YES_NO) or case.printed is None:
        return None
    turns = turning(case.article.language)
    rest = case.content_of((case.printed[1], case.sentence[1]))
    for found in turns.denial.finditer(rest):
        before = words(rest[: found.start()].casefold())
        # "had considered an offer, but decided against it"
        if before and before[-1] in turns.against and not _BREAK.search(rest[: found.start()]):
            return f"{before[-1]} {found[0]}"
    return None


def _belied_behind(case: ClaimCase, read: _Read) -> str | None:
    """Return what says behind a clause that opens its sentence that it is not so: German "Dass elf starben, stimmt nicht"."""
    assert case.printed is not None
    content, (low, high) = case.text.content, case.sentence
    opens = read.opens.match(content, low, case.printed[0])
    if opens is None or _BREAK.search(content, opens.end(), case.printed[0]):
        return None
    comma = content.find(",", case.printed[1], high)
    end = _BREAK.search(content, case.printed[1], high)
    rest = content[case.printed[1] : end.start() if end else high]
    behind = rest if comma < 0 else content[comma : end.start() if end else high]
    found = read.belied.search(behind) or (read.rejects.search(behind) if comma >= 0 else None)
    return f"{opens[0].strip()} ... {found[0]}" if found else None


def _refused(case: ClaimCase) -> str | None:
    """Return what refuses the deed that a yes is printed as: "turned down a request to | forbid a strike"."""
    if not case.is_a(Answer.YES_NO) or case.printed is None:
        return None
    start = max(case.sentence[0], case.printed[0] - _FAR)
    before = re.split(r"[;:()\"]", case.content_of((start, case.printed[0])))[-1]
    behind = re.split(r"[,;:()\"]", case.content_of((case.printed[1], case.sentence[1])))[0]
    site = case.book.site.settings.language
    printed = normalise(case.claim.printed)
    return refusal_before(before, printed, behind, case.article.language, case.question.text, site)


def _is_asked(case: ClaimCase, words: str) -> bool:
    """Return whether a question asks for the demand that somebody makes: "a demandé 300 euros"."""
    return asked.is_asked_deed(words, case.article.language, case.question, case.book.site.settings.language)


def _disputed(case: ClaimCase, read: _Read) -> str | None:
    """Return a cue by which an answer is denied, or the words right behind a name that do so: "Dahl denied that he lit it"."""
    assert case.printed is not None
    cue = normalise(case.claim.cue or "").casefold()
    own = any(
        ":" in case.content_of((at[1], case.printed[0])) for at in case.cues if at[1] <= case.printed[0]
    )
    printed = normalise(case.claim.printed).casefold()
    # Of a no, the cue may be what says it: "denied that".
    told = case.is_a(Answer.YES_NO) and (case.claim.value is False or cue in printed)
    if not (told or case.is_a(Answer.WORDING)) and read.rejects.fullmatch(cue) and not own:
        return cue  # and not what stands behind a colon, which is what he says himself
    if case.is_a(Answer.WHO):
        behind = case.content_of((case.printed[1], case.sentence[1]))
        # "Dahl, the former clerk, denies it"; of whom more is told between commas, something else may be asked
        aside = _ASIDE.match(behind)
        if aside is not None and not Asks(case.question, case.book.site.settings.language).met(
            aside[0], case.article.language
        ):
            behind = behind[aside.end() :]
        found = read.denies.match(behind.lstrip(" ,"))
        return found[0] if found else None
    return None


def _rejected(case: ClaimCase, read: _Read) -> str | None:
    """Return what turns away the statements that a yes or no is printed with: "rejected | suggestions that she would go"."""
    assert case.printed is not None
    printed = normalise(case.content_of(case.printed))
    if not case.is_a(Answer.YES_NO) or not (told := read.told.search(printed)):
        return None
    if len(words(printed[: told.start()])) > _BESIDE:
        return None
    before = _own_clause(case, (case.sentence[0], case.printed[0])).strip()
    behind = case.content_of((case.printed[1], case.sentence[1]))
    end = _BREAK.search(behind)
    behind = behind[: end.start() if end else None].partition(",")[0].strip()
    # German: "Berichte über ihren Abschied | wies sie zurück", "sie wies | Berichte | zurück"
    for found in read.rejects.finditer(f"{before} {behind}"):
        here = len(before)
        if found.start() <= here + 1 and len(words(f"{before} {behind}"[found.end() : here])) <= _BESIDE:
            return f"{found[0]} {told[0]}"
    return None


def _doubted(case: ClaimCase, read: _Read) -> str | None:
    if case.is_a(Answer.YES_NO):
        return _governing(case, read, read.fears)
    opens = read.caveat.match(case.text.content, case.sentence[0], case.passage[0])
    if opens is not None and not _BREAK.search(case.content_of((opens.end(), case.passage[0]))):
        return opens[1]
    return _governing(case, read, read.fears)


def _governing(
    case: ClaimCase, read: _Read, expression: re.Pattern[str], *, phrases: bool = False
) -> str | None:
    """Return the last words of a kind before a claim that govern its clause, with ``phrases`` of more than one word; None if there are none."""
    assert case.printed is not None
    start = max(case.sentence[0], case.printed[0] - _FAR)
    before = case.content_of((start, case.printed[0]))
    says, those = forms(case.article.language).says, counting(case.article.language).those
    for found in reversed(list(expression.finditer(before))):
        gap = before[found.end() :]
        if phrases and not set(" '") & set(found[0]):
            continue
        joined = read.joins.match(gap) or read.doing.match(gap)
        # German "bestreitet, gewarnt worden zu sein": an infinitive with "zu" is a clause that no word joins
        alone = gap.startswith(",") and (
            not words(gap) or (gap.count(",") == 1 and _is_infinitive(case, read))
        )
        if (
            not joined
            and not alone
            and words(gap)
            and not (read.bare.search(found[0]) and not read.hangs.search(gap))
        ):
            continue
        if _BREAK.search(gap) or (not alone and read.apart.search(gap, joined.end() if joined else 0)):
            continue
        if len(words(gap)) > _WORDS or says.search(gap, joined.end() if joined else 0):
            continue
        if (
            case.is_a(Answer.QUANTITY)
            and set(gap[joined.end() if joined else 0 :].casefold().split()[-1:]) & those
        ):
            continue  # "it was not clear if the 12 killed were soldiers": that they were is taken for granted
        return " ".join(f"{found[0]} {joined[0].strip(' ,') if joined else ''}".split())
    return None


def _is_infinitive(case: ClaimCase, read: _Read) -> bool:
    """Return whether the clause of a claim ends in an infinitive: "von nichts gewusst zu haben"."""
    assert case.printed is not None
    clause = case.content_of((case.printed[0], case.sentence[1]))
    end = re.search(r"[,;:.!?]", clause)
    return read.infinitive.search(clause[: end.start() if end else None]) is not None


def _own_clause(case: ClaimCase, span: Span) -> str:
    """Return the part of a span behind its last comma or mark."""
    return re.split(r"[,;:()\"]|\s-\s", case.content_of(span))[-1]


def _governing_words(language: str) -> Governing:
    file = language_file(language)
    return file.governing if file is not None else Governing()


@lru_cache(maxsize=64)
def _read(language: str) -> _Read:
    file, own = language_file(language), _governing_words(language)
    turns = file.turning if file is not None else Turning()
    joins = alternatives(own.joins)
    return _Read(
        compiled(rf"(?<!\w)(?:{turning(language).denial.pattern}|{alternatives(own.denies)})(?!\w)"),
        compiled(alternatives(f"{turns.rejects}, {turns.denials}".strip(", "))),
        whole_words(alternatives(own.asks)),
        whole_words(alternatives(own.fears)),
        compiled(rf",?\s+(?:{joins})(?!\w)|,?\s+(?:\w{{1,6}}')"),
        compiled(rf"\s+(?:{alternatives(own.doing)})(?!\w)"),
        compiled(rf"(?<!\w)(?:{alternatives(own.bare)})\Z"),
        whole_words(alternatives(own.hangs)),
        compiled(rf",(?!\s+(?:{joins})(?!\w))"),
        compiled(rf"\W*(?:{joins})(?!\w)"),
        whole_words(alternatives(turns.told)),
        whole_words(alternatives(own.belied)),
        compiled(rf"(?<!\w)(?:{alternatives(own.infinitive)})\s+\w+\s*\Z"),
        compiled(rf"\W*(?P<caveat>{alternatives(turns.caveats)}),"),
        compiled(rf"(?<!\w)({alternatives(own.averts)})(?:\s+\S+){{0,{_BESIDE}}}\s*\Z"),
        compiled(rf"(?<!\w)((?:{alternatives(own.shifts)})(?:\s+|(?<='))(?:the\s+)?)\Z"),
        compiled(rf"(?<!\w)((?:{alternatives(own.ways)})(?:\s+|(?<='))(?:the\s+)?)\Z"),
        compiled(rf",?\s+((?:{alternatives(own.either)})\s+\S+)"),
    )
