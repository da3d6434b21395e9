"""Rules on who does not say it: who is told it, whose critic does, and whose clause has not the claim's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.names import Mention
from builder.proof.normal import Span, within
from builder.proof.rules.saying import articles, forms, somebody
from builder.proof.rules.voices import follows_phrase, is_going_on, said_in
from builder.values import speech
from builder.values.expressions import alternatives, compiled
from builder.values.language_parts import Governing, Saying
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise

_FAR = 300
"""Characters before a cue that are searched for whoever hears it."""
_ORDERED = 8
"""How many words may stand between a verb of telling and what somebody is told to do."""
_OBJECT = 5
"""How many words may stand between who speaks in a clause of its own and the verb: German "in der Kane es einen Skandal nannte"."""
_CLOSE = 24
"""Characters between a name and the figure that it gives."""


class _Elsewhere(Struct, frozen=True):
    """A language's expressions for who does not say it."""

    another: re.Pattern[str]
    """Up to a name: "told", "a critic of", "not"."""
    opens: re.Pattern[str]
    """Up to a name: that it begins a clause."""
    merely: re.Pattern[str]
    """Between a name and the figure that it gives."""
    within: re.Pattern[str]
    """Up to a name: that it speaks in a clause of what was told before it: "a meeting in which the mayor"."""
    speaks: re.Pattern[str]
    """From such a name on: a verb of saying or of judging, included."""
    joins: re.Pattern[str]
    """A comma and the word that begins what somebody says: German ", dass"."""


@lru_cache(maxsize=64)
def _elsewhere(language: str) -> _Elsewhere:
    file = language_file(language)
    own, saying = (file.governing, file.saying) if file is not None else (Governing(), Saying())
    close = "".join(rf"|{word}" for word in listed(saying.articles) if word.endswith("'"))
    article = rf"(?:(?:{alternatives(saying.articles)})\s+{close})?"
    # "the prosecution spoke of 41, the court of 32"
    judges = f"{file.proposing.answers.as_verbs}, {file.proposing.answers.called}" if file is not None else ""
    at = f"{file.counted.at}, {file.shares.of}, {saying.belonging}" if file is not None else ""
    return _Elsewhere(
        re.compile(
            rf"(?<!\w)(?:{alternatives(f'{own.tells}, {own.others}'.strip(', '))})\s+{article}\Z",
            re.IGNORECASE,
        ),
        re.compile(rf"[,;]\s+(?:(?:{alternatives(own.opens)})\s+)?{article}\Z", re.IGNORECASE),
        re.compile(
            rf"\s+(?:(?:{alternatives(own.merely)})\s+)?(?:(?:{alternatives(at)})\s+)?", re.IGNORECASE
        ),
        re.compile(
            rf"(?<!\w)(?:{alternatives(own.within)})\s+{article}(?:[\w.-]+\s+){{0,2}}\Z", re.IGNORECASE
        ),
        re.compile(
            rf"(?:\s+[^\W\d][\w'’-]*){{0,{_OBJECT}}}?\s+(?:{speech.verbs(language)}|{alternatives(judges)})(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(rf"\A,\s+(?:{alternatives(own.joins)})(?!\w)", re.IGNORECASE),
    )


@lru_cache(maxsize=16)
def order(language: str) -> re.Pattern[str]:
    """Return an expression for a verb of telling, up to the infinitive of what somebody is to do, as ``to``: "told them on Friday to leave"."""
    file = language_file(language)
    tells = alternatives(file.governing.tells if file is not None else "")
    to = alternatives(file.governing.to_do if file is not None else "")
    clauses = alternatives(file.saying.clauses if file is not None else "")
    word = rf"(?!(?:{clauses})\b)[^\s;:\"()]+" if clauses else r"[^\s;:\"()]+"
    return re.compile(rf"(?:{tells})(?:\s+{word}){{1,{_ORDERED}}}?\s+(?P<to>{to})\s", re.IGNORECASE)


def gives_it(case: ClaimCase, named: set[str]) -> bool:
    """Return whether a source of the claim gives it in a clause that it begins: ", the company only 210", "in which the company spoke of 210"."""
    read, printed = _elsewhere(case.article.language), case.printed or case.passage
    cue = normalise(case.claim.cue or "").casefold()
    return any(
        mention.ids & named
        and (
            _leads(case, read, mention, printed)
            # "the auditors recommend 26, and the drivers demand 15"
            or cue == case.content_of((mention.span[1], printed[0])).strip().casefold() != ""
            or _speaks_within(case, read, mention, printed)
        )
        for mention in case.book.speakers.mentions(case.text.content, case.sentence)
    )


def _leads(case: ClaimCase, read: _Elsewhere, mention: Mention, printed: Span) -> bool:
    content = case.text.content
    near = 0 <= printed[0] - mention.span[1] <= _CLOSE and read.merely.fullmatch(
        content[mention.span[1] : printed[0]]
    )
    return bool(near and read.opens.search(content, case.sentence[0], mention.span[0]))


def _speaks_within(case: ClaimCase, read: _Elsewhere, mention: Mention, printed: Span) -> bool:
    """Return whether somebody says the claim's words in a clause of his own: "Kane left a meeting in which the mayor spoke of 30"."""
    content = case.text.content
    if mention.span[1] > printed[0] or not read.within.search(content, case.sentence[0], mention.span[0]):
        return False
    found = read.speaks.match(content, mention.span[1], printed[0])
    if found is None:
        return False
    gap = content[found.end() : printed[0]]
    if case.text.is_quoted(printed):
        gap = gap.partition('"')[0]
    return not any(sign in read.joins.sub("", gap, 1) for sign in ",;")


def another_speaks(case: ClaimCase) -> Iterator[Finding]:
    """No source of the claim is only told it, or somebody else's part of a name; no other one's clause has the claim's words."""
    sources, read = case.book.site.sources, _elsewhere(case.article.language)
    content, (low, high), printed = case.text.content, case.sentence, case.printed or case.passage
    mentions = list(case.book.speakers.mentions(content, case.sentence))
    own = [mention for mention in mentions if mention.ids & set(case.claim.sources)]
    if own and all(_is_another(read, content, low, mention) for mention in own):
        who = sources[min(own[0].ids)].short
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the text says it of somebody else than {who}")
        return
    named = set(case.claim.sources) | set(case.claim.via)
    start, end = content.rfind(";", low, printed[0]) + 1 or low, content.find(";", printed[1], high)
    here = [m for m in mentions if start <= m.span[0] < (end if end >= 0 else high)]
    others = [m for m in here if not m.ids & named]
    if not case.claim.sources or any(m.ids & named for m in here):
        # Who begins a clause right before a figure gives it: ", the company only 210".
        for mention in others:
            if (
                _leads(case, read, mention, printed)
                and not _is_asked_of(case, mention)
                and not follows_phrase(case, mention, said_in(case, case.sentence))
            ) or _speaks_within(case, read, mention, printed):
                who = sources[min(mention.ids)].short
                yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the clause gives its words to {who}")
        return
    if start > low and others and others[0].span[0] < printed[0]:
        who = sources[min(others[0].ids)].short
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the clause gives its words to {who}")
    elif (
        start == low
        and own
        and all(end >= 0 and m.span[0] > end for m in own)
        and _cue_within(case, (low, end))
    ):
        message = (
            f'"{case.claim.cue}" stands in a clause of its own, apart from {sources[min(own[0].ids)].short}'
        )
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), message)


class _Contrast(Struct, frozen=True):
    """A language's expressions for a clause that is set against another one."""

    opens: re.Pattern[str]
    """What begins it: "while", "but", a semicolon."""
    somebody: re.Pattern[str]
    """From its beginning on: who says something in it, as its group, and the verb."""
    last: re.Pattern[str]
    """Behind a figure up to its end: a verb of saying, where who says it stands before the figure, as in German."""
    same: frozenset[str]
    """Words that begin who was named before: "it", "its spokesman"."""


@lru_cache(maxsize=16)
def _contrast(language: str) -> _Contrast | None:
    file, words = language_file(language), speech.saying(language)
    if file is None or not file.counted.apart:
        return None
    says, word = speech.plain(language), r"[\w'’.&-]+"
    some, many = somebody(file)
    some = rf"{articles(words.articles)}|{some}|{word}\s+{many}|{many}\s+(?!{says})"
    name = rf"((?={some})(?:{word}\s+){{0,7}}?{word})"
    # "officers in Nova Osk, the town closest to the port, announced"
    aside = r"(?:,\s+[^,;:\"()\d]{1,60},)?"
    own = {*listed(words.determiners), *listed(words.pronouns)} - {*listed(words.articles)}
    return _Contrast(
        compiled(rf";|(?<!\w)(?:{alternatives(file.counted.apart)})(?!\w)"),
        compiled(rf"\W*{name}{aside}\s+(?:{says})\b"),
        compiled(rf"[^,;]*\s(?:{says})\W*\Z"),
        frozenset(own),
    )


def contrasted(case: ClaimCase) -> Iterator[Finding]:
    """No words stand in a clause of contrast in which only somebody else says something: "the police count 90, while the union spoke of 140"."""
    read, printed = _contrast(case.article.language), case.printed or case.passage
    content, (low, high) = case.text.content, case.sentence
    if read is None or not case.claim.sources:
        return
    turns = list(read.opens.finditer(content, low, printed[0]))
    if not turns or case.text.is_quoted(turns[-1].span()):
        return
    start, after = turns[-1].end(), read.opens.search(content, printed[1], high)
    end = after.start() if after else high
    named = set(case.claim.sources) | set(case.claim.via)
    if not case.named((start, end)) & named and (who := _only_speaker(case, read, (start, end))):
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the clause gives its words to {who}")


def _only_speaker(case: ClaimCase, read: _Contrast, clause: Span) -> str | None:
    """Return who says something in a clause that names no source of the claim; ``None`` if nobody does, or he was named before."""
    content, (start, end), printed = case.text.content, clause, case.printed or case.passage
    inside = [
        item
        for item in said_in(case, case.sentence)
        if within(item.mention.span, clause) and within(item.verb, clause)
    ]
    if inside:
        return case.book.site.sources[min(inside[-1].mention.ids)].short
    mentions = [
        one
        for one in case.book.speakers.mentions(content, case.sentence)
        if within(one.span, (start, printed[0]))
    ]
    match = read.somebody.match(content, start, printed[0])
    if match is None and not (mentions and read.last.match(content, printed[1], end)):
        return None
    if mentions:
        return case.book.site.sources[min(mentions[0].ids)].short
    return f'"{match[1]}"' if match is not None and match[1].split()[0].casefold() not in read.same else None


def _is_asked_of(case: ClaimCase, mention: Mention) -> bool:
    """Return whether a question is about somebody: "Kane has 18,210 votes, the office says, and Ost 17,905" gives Ost no words."""
    name = case.text.content[slice(*mention.span)]
    asked = f"{case.question.text} {case.claim.of or ''}"
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", asked, re.IGNORECASE) is not None


def _is_another(read: _Elsewhere, content: str, low: int, mention: Mention) -> bool:
    """Return whether a mention is no speaker: he is told it, or stands in the name of somebody else."""
    return read.another.search(content, low, mention.span[0]) is not None


def _cue_within(case: ClaimCase, span: Span) -> bool:
    """Return whether the claim's cue, which is no "he said", stands in a part of its sentence."""
    if not case.claim.cue or forms(case.article.language).he_said.search(case.text.content, *span):
        return False
    return normalise(case.claim.cue).casefold() in case.content_of(span).casefold()


def heard(case: ClaimCase) -> Iterator[Finding]:
    """Who is told something says nothing: "the mayor was told"."""
    if not case.cues or not case.claim.sources:
        return
    for id in case.claim.sources:
        found = [_hears(case, cue, id) for cue in case.cues]
        if all(found):
            who = case.book.site.sources[id].short
            message = f'"{found[0]} {case.claim.cue}": {who} hears it, and says nothing'
            yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), message)


def _hears(case: ClaimCase, cue: Span, id: str) -> str | None:
    """Return the words before a place of the cue by which a source is told it; ``None`` if it is not."""
    content, low = case.text.content, max(case.sentence[0], cue[0] - _FAR)
    found = forms(case.article.language).hears.search(content, low, cue[0])
    if found is None or is_going_on(content[slice(*cue)], case.article.language):
        return None
    before = case.book.speakers.named(content, (low, found.start()))
    behind = case.book.speakers.named(content, (cue[1], case.sentence[1]))
    return found[0].strip() if id in before and id not in behind else None
