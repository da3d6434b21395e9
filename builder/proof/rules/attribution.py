"""Rules on attribution: sources stand in the text, none is left out, cues and caveats are printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from builder.content.model import Claim
from builder.content.vocabulary import Answer, Where
from builder.proof import asked, kinds
from builder.proof.asked import passage_of
from builder.proof.case import Book, ClaimCase, Finding, cue_pattern
from builder.proof.names import Mention
from builder.proof.normal import Span
from builder.proof.rules.other_speakers import gives_it, order
from builder.proof.rules.own_words import is_the_texts_own
from builder.proof.rules.saying import articles, forms
from builder.proof.rules.statements import set_apart
from builder.proof.rules.turning import turning
from builder.proof.rules.voices import (
    Said,
    elsewhere,
    follows_phrase,
    in_aside,
    in_participle,
    of_a_figure,
    said_in,
    speakers,
    told_behind,
)
from builder.values.counting import Words, counting
from builder.values.expressions import alternatives
from builder.values.figures import search
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise, words
from builder.values.wordings import denying

_RELAYS = ("channel", "outlet")
HANGS_ON = 2
"""Number of sentences before the passage's own in which its speaker may be named."""
_COLON = re.compile(r"[^;:!?\"]{0,60}:\s*\"[^\"]*\Z")
"""From a name up to words of the quotation that it introduces."""
_BREAK = re.compile(r"[,;:](?=\s)")
"""The end of a clause; a comma within a number is none."""
_POINTING = 3
"""How many words, the pronoun with them, may stand between the beginning of a clause and a cue that is said of who was named before."""
_CHAIN = 6
"""The same where no sentence between names anybody."""


def originator(book: Book, claim: Claim, entry: dict[str, object]) -> Iterator[Finding]:
    """The claim has sources, or says that the text names none, but not both. Needs no text."""
    none = entry.get("attribution") in ("none", "open")
    # A source without an entry is reported, and may be the originator.
    known = [book.site.sources.get(id) for id in claim.sources]
    if known and all(source is not None and source.kind == "channel" for source in known):
        yield Finding(
            kinds.NO_ORIGINATOR,
            ("sources",),
            "a channel passes words on; who said them first? If the text names nobody, write attribution: none, and the channel in via",
        )
    relays = [book.site.sources.get(id) for id in claim.via]
    # A text that names only a channel, "a post on Telegram said", names nobody who said it first.
    channels = all(relay is not None and relay.kind == "channel" for relay in relays)
    if none and (claim.sources or not channels):
        yield Finding(
            kinds.NO_ORIGINATOR,
            ("attribution",),
            f"attribution is {entry['attribution']}, and a source or relay is named",
        )
    elif not none and not claim.sources:
        yield Finding(
            kinds.NO_ORIGINATOR, (), "no source is named; if the text names none, write attribution: none"
        )


def hangs_on(case: ClaimCase) -> Span:
    """Return the span of the passage's sentence with its context: ``HANGS_ON`` sentences before and one after."""
    return case.text.around(case.passage, HANGS_ON, 1)


def sources_near(case: ClaimCase) -> Iterator[Finding]:
    """Every source and relay is named in the passage's sentence or its context."""
    around = case.named(hangs_on(case))
    if case.claim.sources and not around.intersection(case.claim.sources):
        around |= _taken_up(case)
    for index, id in enumerate(case.claim.sources):
        if id not in around:
            message = f'the text names "{case.book.site.sources[id].name}" nowhere near the passage'
            yield Finding(kinds.SOURCE_NOT_NEAR, ("sources", index), message)
    for index, id in enumerate(case.claim.via):
        if id not in around:
            message = f'the text names "{case.book.site.sources[id].name}" nowhere near the passage'
            yield Finding(kinds.RELAY_NOT_NEAR, ("via", index), message)


def _taken_up(case: ClaimCase) -> set[str]:
    """Return the sources of the last sentence before that names any, where none nearer does: of a chain of "she said", "it wants"."""
    for back in range(HANGS_ON + 1, _CHAIN + 1):
        before = case.text.around(case.passage, back)[0]
        if named := case.named((before, case.sentence[0])):
            return named
    return set()


def stated_or_implied(case: ClaimCase) -> Iterator[Finding]:
    """An attribution is implied if and only if the sentence names no speaker."""
    here, around = case.named(case.sentence), case.named(hangs_on(case))
    if not case.claim.sources or not set(case.claim.sources) <= around:
        return
    if here.intersection(case.claim.sources):
        heard = {id for mention in speakers(case, case.sentence) for id in mention.ids}
        if (
            case.claim.implied
            and heard.intersection(case.claim.sources)
            and not (_hung(case) or _of_the_clause_before(case) or _only_described(case))
        ):
            yield Finding(
                kinds.ATTRIBUTION_UNFIT, ("attribution",), "the sentence names the source: it is stated"
            )
        elif not (
            case.claim.cue
            or heard.intersection(case.claim.sources)
            or _needs_no_verb(case)
            or _acts(case, here.intersection(case.claim.sources))
        ):
            who = case.book.site.sources[min(here.intersection(case.claim.sources))].short
            message = f"the sentence names {who}, and has no word by which {who} says it: give that as cue, or another source"
            yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), message)
    elif not case.claim.implied and not (_meant(case) or _said_behind(case)):
        yield Finding(kinds.ATTRIBUTION_UNFIT, (), "the sentence names no source: the attribution is implied")


def _needs_no_verb(case: ClaimCase) -> bool:
    """Return whether nobody need say it in words: it is implied, a headline's ("Union: 200 killed"), or shown by a video."""
    if case.claim.implied or case.claim.where is Where.HEADLINE or _introduces(case):
        return True
    named = [case.book.site.sources[id] for id in case.claim.sources]
    return any(source.kind in ("video", "channel", "outlet") for source in named)


def _introduces(case: ClaimCase) -> bool:
    """Return whether a source's name stands before a colon and the quotation that the words are of: "Ada Kane at a briefing: "..."."""
    if not case.text.is_quoted(case.passage):
        return False
    content, (start, _) = case.text.content, case.passage
    return any(
        mention.span[1] <= start
        and mention.ids & set(case.claim.sources)
        and _COLON.match(content, mention.span[1], start) is not None
        for mention in case.book.speakers.mentions(content, case.sentence)
    )


def _acts(case: ClaimCase, sources: set[str]) -> bool:
    """Return whether a source does in its sentence what is asked, and by an act that tells itself: it fines, it offers, it finds."""
    passage = passage_of(case)
    return passage is not None and any(
        mention.ids & sources
        and asked.is_act_of(passage, mention.span, case.question, case.book.site.settings.language)
        for mention in case.book.speakers.mentions(case.text.content, case.sentence)
    )


def _hung(case: ClaimCase) -> bool:
    """Return whether the words are in a subordinate clause of their own, apart from the sentence's verb of saying."""
    before = case.content_of((case.sentence[0], case.passage[0]))
    return forms(case.article.language).loosely.search(before) is not None


def _of_the_clause_before(case: ClaimCase) -> bool:
    """Return whether the sentence names the source within a clause before the words, of what that clause says: "140 were, according to the
    ministry, hurt, 22 are missing". Who stands first, or behind a comma, says all of it."""
    found = [
        item for item in said_in(case, case.sentence) if item.mention.ids.intersection(case.claim.sources)
    ]
    return bool(found) and all(
        item.phrase
        and _BREAK.split(case.content_of((case.sentence[0], item.verb[0])))[-1].strip() != ""
        and _BREAK.search(case.content_of((item.mention.span[1], max(case.passage[0], item.mention.span[1]))))
        for item in found
    )


def _only_described(case: ClaimCase) -> bool:
    """Return whether the sentence has the source by no word of its name: "the company puts it at 30", whom the text named before."""
    sources = case.book.site.sources
    return all(
        not set(words(sources[id].name.casefold())) & set(words(case.content_of(mention.span).casefold()))
        for mention in case.book.speakers.mentions(case.text.content, case.sentence)
        for id in mention.ids.intersection(case.claim.sources)
    )


def _said_behind(case: ClaimCase) -> bool:
    """Return whether the next sentence says whose the words are: German "Das teilte die Regierung mit"."""
    behind = told_behind(case)
    return behind is not None and any(
        item.mention.ids.intersection(case.claim.sources) for item in said_in(case, behind)
    )


def _meant(case: ClaimCase) -> bool:
    """Return whether the sentence has "he said" or "the agency said", and the last sources named before include the claim's."""
    if not (
        forms(case.article.language).he_said.search(case.content_of(case.sentence)) or _points_back(case)
    ):
        return False
    for back in range(1, HANGS_ON + 1):
        before = case.text.around(case.passage, back)
        named = case.named((before[0], case.sentence[0]))
        if named:
            return bool(named.intersection(case.claim.sources))
    return False


def _points_back(case: ClaimCase) -> bool:
    """Return whether the cue itself is said of who was named before: "She wants 40", "its report says", Russian "по её словам", German
    "nach Angaben des Unternehmens"."""
    file, language = language_file(case.article.language), case.article.language
    if file is None or case.text.is_quoted(case.passage):
        return False
    given = file.proposing.speakers
    them = {*listed(given.pronouns), *listed(given.own), *listed(file.saying.pronouns)}
    them -= set(listed(file.saying.clauses))
    role = re.compile(
        rf"\s+(?:{articles(file.saying.determiners) if file.saying.determiners else ''})?(?:{alternatives(file.saying.roles)})\w{{0,2}}(?!\w)",
        re.IGNORECASE,
    )
    refusing = re.compile(
        rf"(?<!\w)(?:{alternatives(f'{file.governing.averts}, {file.events.refusing}'.strip(', '))})(?!\w)",
        re.IGNORECASE,
    )
    for cue in case.cues:
        if refusing.search(case.content_of(cue)):
            continue  # "of that she declined to speak"
        if them & set(Words(case.content_of(cue)).words):
            return True
        before = case.content_of((case.sentence[0], cue[0]))
        ahead = Words(_BREAK.split(before)[-1]).words
        # Nobody else may stand between: "It now puts", "Its report says", and not "He heard that the union says"
        if ahead and ahead[0] in them and len(ahead) <= _POINTING:
            return True
        behind = Words(case.content_of((cue[1], case.sentence[1]))).words[:1]
        if forms(language).according.search(case.content_of(cue)) and (
            not (them | set(listed(given.persons))).isdisjoint(behind)
            or role.match(case.text.content, cue[1], case.sentence[1])
        ):
            return True
    return False


def heard_in(case: ClaimCase) -> list[Said]:
    """Return the sources to which the sentence attributes the claim's words, each with what does."""
    said = [
        item
        for item in said_in(case, case.sentence)
        if item.phrase or not elsewhere(case, item.mention.span[0], item.verb)
    ]
    if case.claim.sources:
        return [item for item in said if not _is_who(case, item)]
    aside = in_aside(case)
    if in_participle(case):
        return []
    return [
        item
        for item in said
        if not of_a_figure(case, item)
        and not _is_the_answer(case, item)
        and not _is_order(case, item)
        and not (
            item.phrase and ";" in case.content_of((case.passage[1], max(case.passage[1], item.verb[0])))
        )
        and not _ends_before(case, item)
        and not _is_when_he_said_it(case, item)
        and not _is_of_a_later_figure(case, item)
        and not is_the_texts_own(case, item)
        and (aside is None or aside[0] <= item.verb[0] < aside[1])
    ]


def _ends_before(case: ClaimCase, item: Said) -> bool:
    """Return whether the clause of who says something ends before the claim's words, so that these may be the text's own.

    "His lawyer said that he would appeal; the time for that ends on 3 May", "they were 44, says the coastguard, and twenty are missing".
    """
    end = max(item.verb[1], item.mention.span[1])
    if end > case.passage[0] or case.text.is_quoted(case.passage):
        return False
    gap = case.content_of((end, case.passage[0]))
    if ";" in gap:
        return True
    joints = alternatives(counting(case.article.language).and_or)
    opens = case.content_of((case.sentence[0], min(item.verb[0], item.mention.span[0]))).strip()
    return bool(item.phrase and opens and re.match(rf"\s*,\s+(?:{joints})\s", gap, re.IGNORECASE))


def _is_when_he_said_it(case: ClaimCase, item: Said) -> bool:
    """Return whether a day is the one on which somebody said something, which the text itself tells: "told them on 3 May that".

    A claim that has a day on which it was said is somebody's: that day is no answer of the text's own.
    """
    if (
        case.claim.said_on is not None
        or not case.is_a(Answer.DATE)
        or item.phrase
        or item.verb[1] > case.passage[0]
    ):
        return False
    between = case.content_of((item.verb[1], case.passage[0]))
    behind = case.content_of((case.passage[1], case.sentence[1]))
    that = _that(case.article.language)
    return that.search(between) is None and that.match(behind) is not None


@lru_cache(maxsize=64)
def _that(language: str) -> re.Pattern[str]:
    """Return an expression for the word that joins what somebody says: "that"."""
    file = language_file(language)
    joins = alternatives(file.governing.joins if file is not None else "")
    return re.compile(rf",?\s+(?:{joins})(?!\w)", re.IGNORECASE)


_OPENING = 2
"""Words in which a relative clause says that it is one: "of which", "whose"."""


def _is_of_a_later_figure(case: ClaimCase, item: Said) -> bool:
    """Return whether "according to" behind a figure gives another one that stands behind a colon: "costs 80 million, without fines: 9, says the line"."""
    passage = passage_of(case)
    if passage is not None and _is_in_relative(case, item):
        return True
    if passage is None or not item.phrase or item.verb[0] < case.passage[1]:
        return False
    if _leads_to_another(case, item):
        return True
    gap, base = case.content_of((case.passage[1], item.verb[0])), case.sentence[0]
    colon = gap.rfind(": ")
    return colon >= 0 and any(
        case.passage[1] + colon <= base + found.number[0] < item.verb[0] for found in passage.read.found
    )


def _is_in_relative(case: ClaimCase, item: Said) -> bool:
    """Return whether somebody says a figure of his own in a relative clause behind the claim's: "lost 31 million, of which the mayor hopes to see two"."""
    start, end = case.passage[1], case.sentence[1]
    if item.mention.span[0] < start or item.verb[0] < item.mention.span[1]:
        return False
    gap = case.content_of((start, item.mention.span[0])).rpartition(",")
    file, language = language_file(case.article.language), case.article.language
    if file is None or not gap[1]:
        return False
    relative = counting(language).relative | set(listed(file.proposing.days.relative))
    if relative.isdisjoint(Words(gap[2]).words[:_OPENING]):
        return False
    return bool(search.find(case.content_of((item.verb[1], end)), language))


def _leads_to_another(case: ClaimCase, item: Said) -> bool:
    """Return whether such a phrase stands behind a comma right before a figure of its own: German "30 waren es, am Dienstag nach Angaben der Linie 42"."""
    if "," not in case.content_of((case.passage[1], item.verb[0])) or item.mention.span[0] < item.verb[0]:
        return False
    behind = _BREAK.split(case.content_of((item.mention.span[1], case.sentence[1])))[0]
    return any(
        len(behind[: found.number[0]].split()) <= 1 for found in search.find(behind, case.article.language)
    )


def _is_who(case: ClaimCase, item: Said) -> bool:
    """Return whether a name is the answer to who it was, as a source of the claim tells it: "the driver put it there, she said"."""
    if not case.is_a(Answer.WHO) or case.printed is None or item.mention.ids & set(case.claim.sources):
        return False
    return case.printed[0] < item.mention.span[1] and item.mention.span[0] < case.printed[1]


def _is_order(case: ClaimCase, item: Said) -> bool:
    """Return whether a verb of telling is an order, and the claim's words are who had it, or when: "told 900 families on Friday to leave"."""
    found = order(case.article.language).match(case.text.content, item.verb[0], case.sentence[1])
    return found is not None and item.verb[1] <= case.passage[0] and case.passage[1] <= found.start("to")


def _is_the_answer(case: ClaimCase, item: Said) -> bool:
    """Return whether a verb of saying is what is asked for, and the text tells it itself: that the union demanded so much, that he conceded."""
    if case.is_a(Answer.WORDING):
        return False
    site, verb = case.book.site.settings.language, case.content_of(item.verb)
    is_deed = asked.is_asked_deed(verb, case.article.language, case.question, site)
    if case.is_a(Answer.YES_NO) and verb.casefold() in denying() and not is_deed:
        # "Tavel denies it": that no is hers, unless it is asked whether she denied it.
        return turning(site).denial.search(f"{case.question.text} {case.question.short}") is not None
    if case.printed is not None and case.printed[0] <= item.verb[0] and item.verb[1] <= case.printed[1]:
        return True
    if case.is_a(Answer.WHO) and is_described(case.text.content, case.sentence, item.mention.span):
        start, end = case.printed or case.passage
        if start < item.mention.span[1] and item.mention.span[0] < end:
            return True
    return is_deed


def is_described(content: str, sentence: Span, name: Span) -> bool:
    """Return whether a text itself says beside a speaker's name who that is: "Ada Holm, who leads the inquiry, said", "her lawyer, Ole Brandt"."""
    before = content[sentence[0] : name[0]].rstrip()
    behind = content[name[1] : name[1] + 2]
    apart = before[-1:] == "," or before[-1:].isalpha()
    return behind.startswith(",") or apart


def speaker_kept(case: ClaimCase) -> Iterator[Finding]:
    """The sources to which the sentence attributes its words are among the claim's."""
    said = heard_in(case)
    passage = None if case.claim.sources or "unit" not in case.entry else passage_of(case)
    if passage is not None and (asked.converted(passage) or asked.has_other_in(passage, case.question.unit)):
        return  # who says the figure need not have said it in another currency: the outlet has reckoned that
    if not said:
        if not case.claim.sources and (he := _he_said(case)):
            yield Finding(kinds.SPEAKER_DIFFERS, (), f'the sentence has "{he[0]}", and no source is named')
        return
    named = set(case.claim.sources) | set(case.claim.via)
    heard = {id for item in said for id in item.mention.ids}
    sources = case.book.site.sources
    if not named & heard:
        mentions = [item.mention for item in said]
        if _told_by_pronoun(case, said) or _in_another_part(case, mentions, named) or gives_it(case, named):
            return
        if any(_is_apposed(case, item, named) for item in said):
            return
        who = ", ".join(sorted({sources[min(item.mention.ids)].short for item in said}))
        key = ("sources",) if case.claim.sources else ()
        yield Finding(kinds.SPEAKER_DIFFERS, key, f"the sentence gives its words to {who}")
        return
    if (other := _of_own_part(case, said, named)) is not None:
        who = sources[min(other.ids)].short
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"the figure's own clause gives it to {who}")
        return
    beside = _beside_cue(case, [item.mention for item in said])
    if beside and not any(mention.ids & named for mention in beside):
        who = sources[min(beside[0].ids)].short
        yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f'"{case.claim.cue}" is said of {who}')
        return
    content, said_by = case.text.content, forms(case.article.language)
    for before, behind in itertools.pairwise(said):
        first, second = before.mention, behind.mention
        if not said_by.joined.fullmatch(content[first.span[1] : second.span[0]]) or follows_phrase(
            case, second, said
        ):
            continue
        for one, other in ((first, second), (second, first)):
            if one.ids & named and not other.ids & named:
                who = sources[min(other.ids)].short
                yield Finding(kinds.SPEAKER_DIFFERS, ("sources",), f"{who} is named for it as well")


def _is_apposed(case: ClaimCase, item: Said, named: set[str]) -> bool:
    """Return whether a speaker and a source of the claim are one, as the text calls him so between commas: "Ada Kane, the mayor, told"."""
    content, articles = case.text.content, counting(case.article.language).articles
    for mention in case.book.speakers.mentions(content, case.sentence):
        (_, end), (start, close) = sorted((mention.span, item.mention.span))
        called = Words(content[end:start]).words
        if (
            mention.ids & named
            and content[end : end + 1] == content[close : close + 1] == ","
            and close <= item.verb[0]
            and len(called) <= 1
            and articles.issuperset(called)
        ):
            return True
    return False


def _of_own_part(case: ClaimCase, said: list[Said], named: set[str]) -> Mention | None:
    """Return to whom a phrase in a figure's own part of a sentence gives it, and none of the claim's: "9,300 according to the union, 6,400 according to the line"."""
    passage = passage_of(case)
    if passage is None or not case.claim.sources:
        return None
    low, high = (case.sentence[0] + at for at in asked.part_of(passage.read, passage.number))
    inside = [
        item.mention for item in said if item.phrase and low <= item.verb[0] and item.mention.span[1] <= high
    ]
    return inside[0] if inside and not any(mention.ids & named for mention in inside) else None


def _in_another_part(case: ClaimCase, heard: list[Mention], named: set[str]) -> bool:
    """Return whether a figure's own part of a sentence names who gives it, and the others speak in another: "1,800, the union says; the company counts 1,200".

    Behind a semicolon it may point back to who was named before: "The company has offered 75; she wants 400".
    """
    passage = passage_of(case)
    if not case.claim.cue:
        return False
    base = case.sentence[0]
    if passage is None:
        # Of an answer in words only a semicolon parts two speakers.
        start = case.text.content.rfind(";", base, case.passage[0]) + 1
        return (
            start > base
            and bool(case.named((start, case.sentence[1])) & named)
            and any(start <= cue[0] for cue in case.cues)
            and not any(start <= mention.span[0] for mention in heard)
        )
    return any(
        (bool(case.named(part) & named) or (case.text.content[part[0] - 1] == ";" and _meant(case)))
        and any(part[0] <= cue[0] and cue[1] <= part[1] for cue in case.cues)
        and not any(part[0] <= mention.span[0] and mention.span[1] <= part[1] for mention in heard)
        for low, high in (passage.read.around(passage.inside), asked.part_of(passage.read, passage.number))
        for part in ((base + low, base + high),)
    )


def _he_said(case: ClaimCase) -> re.Match[str] | None:
    """Return the first "he said" of the sentence that covers the claim's words; the verb of who is named is none."""
    if in_participle(case):
        return None
    found = forms(case.article.language).he_said.finditer(case.text.content, *case.sentence)
    said = said_in(case, case.sentence)
    named = [item.verb for item in said]
    # ", and the mayor said that he feared more"
    apart = min((item.verb[1] for item in said if is_the_texts_own(case, item)), default=case.sentence[1])
    named += set_apart(case.article.language, case.text.content, case.sentence, case.printed or case.passage)
    return next(
        (
            he
            for he in found
            if not elsewhere(case, he.start(), (he.end(), he.end()))
            and not _is_no_saying(case, he)
            and not _is_what_he_did(case, he)
            and not _is_impersonal(case, he)
            and not any(he.start() < end and start < he.end() for start, end in named)
            and not max(apart, case.passage[1]) <= he.start()
        ),
        None,
    )


def _is_impersonal(case: ClaimCase, he: re.Match[str]) -> bool:
    """Return whether nobody says it, by a word before the verb: Spanish "se confirmó que"."""
    file = language_file(case.article.language)
    before = Words(case.content_of((case.sentence[0], he.start()))).words[-1:]
    return file is not None and not set(listed(file.saying.impersonal)).isdisjoint(before)


def _is_what_he_did(case: ClaimCase, he: re.Match[str]) -> bool:
    """Return whether the claim's own words are that somebody said something, and no more is asked: "she confessed"."""
    if case.printed is None or not case.is_a(Answer.YES_NO):
        return False
    # "Holm, who | rejected calls for his resignation": his is the verb, and the pronoun stands before it
    begins = he.end() - 1 if case.claim.value is False else he.start()
    return case.printed[0] <= begins and he.end() <= case.printed[1]


def _is_no_saying(case: ClaimCase, he: re.Match[str]) -> bool:
    """Return whether "it offers" a figure, and says nothing, or "it called" some of what was counted before, in a clause of their own."""
    passage = passage_of(case)
    if passage is None or case.claim.sources:
        return False
    if asked.is_deed_by_saying(he[0], case.article.language):
        return he.end() <= case.passage[0]
    gap = case.content_of((case.passage[1], he.start())) if he.start() >= case.passage[1] else ""
    return "," in gap and asked.has_part_before(passage, he.start() - case.sentence[0])


def _told_by_pronoun(case: ClaimCase, said: list[Said]) -> bool:
    """Return whether "she said" stands before all who say something in the sentence, and she is a source of the claim.

    "She repeated that the union had warned the line": these are her words.
    """
    he = forms(case.article.language).he_said.search(case.text.content, *case.sentence)
    if he is None or any(item.mention.span[0] < he.end() for item in said) or not _meant(case):
        return False
    before = next(
        span
        for back in range(1, HANGS_ON + 1)
        if case.book.speakers.named(
            case.text.content, span := (case.text.around(case.passage, back)[0], case.sentence[0])
        )
    )
    # Of several that are named there, who says something is meant.
    heard = {id for mention in speakers(case, before) for id in mention.ids}
    return not heard or bool(heard.intersection(case.claim.sources))


def _beside_cue(case: ClaimCase, said: list[Mention]) -> list[Mention]:
    """Return the speaker nearest to each occurrence of the claim's cue in the sentence."""
    return [min(said, key=lambda m: max(start - m.span[1], m.span[0] - end, 0)) for start, end in case.cues]


def relay_kept(case: ClaimCase) -> Iterator[Finding]:
    """A channel or paper named in the sentence is in ``via``."""
    if (mention := relay_dropped(case)) is not None:
        who = case.book.site.sources[min(mention.ids)].name
        yield Finding(kinds.RELAY_DROPPED, (), f'the sentence names "{who}", and via does not')


def relay_dropped(case: ClaimCase) -> Mention | None:
    """Return the first channel or paper of the sentence that a claim of a source leaves out; None if there is none."""
    sources = case.book.site.sources
    if not case.claim.sources:
        return None
    outlet = sources_of_outlet(case)
    named = {*case.claim.via, *case.claim.sources, *outlet}
    span = case.sentence
    if forms(case.article.language).relayed.search(case.content_of(span)):
        span = case.text.around(case.passage, HANGS_ON)
    for mention in case.book.speakers.mentions(case.text.content, span):
        if all(sources[id].kind in _RELAYS for id in mention.ids) and not mention.ids & named:
            return mention
    return None


def sources_of_outlet(case: ClaimCase) -> set[str]:
    """Return the sources that are the article's own outlet: a text that names its paper passes nothing on through it."""
    outlet = case.book.site.outlets.get(case.article.outlet)
    own = {name.casefold() for name in outlet.names} if outlet is not None else set()
    return {id for id, source in case.book.site.sources.items() if source.name.casefold() in own}


def cue_printed(case: ClaimCase) -> Iterator[Finding]:
    """The cue stands in the passage's sentence, or in its context if the sentence names no speaker."""
    cue = case.claim.cue
    if cue is None:
        return
    wanted = normalise(cue).casefold()
    pattern = re.compile(cue_pattern(wanted, simple=case.text.is_simple))
    if pattern.search(case.content_of(case.sentence).casefold()):
        if case.cues and case.claim.sources and all(_only_names(case, at) for at in case.cues):
            message = f'"{cue}" only tells by which name somebody goes, and not that anything is said'
            yield Finding(kinds.CUE_NOT_PRINTED, ("cue",), message)
        return
    if not pattern.search(case.content_of(hangs_on(case)).casefold()):
        yield Finding(kinds.CUE_NOT_PRINTED, ("cue",), f'"{cue}" does not stand at the passage')
    elif not case.claim.implied and speakers(case, case.sentence):
        yield Finding(kinds.CUE_NOT_PRINTED, ("cue",), f'"{cue}" stands in another sentence than the source')


def _only_names(case: ClaimCase, cue: Span) -> bool:
    """Return whether a cue is a participle behind a comma with no more than a name up to the next one: "the union, called GUN, wrote"."""
    named = forms(case.article.language).named
    start = case.content_of((case.sentence[0], cue[0])).rfind(",")
    if start < 0:
        return False
    found = named.match(case.text.content, case.sentence[0] + start)
    return found is not None and found.start("verb") <= cue[0] and cue[1] <= found.end("verb")


def cue_kept(case: ClaimCase) -> Iterator[Finding]:
    """If the sentence has a verb of saying for the source, the claim has a cue."""
    if case.claim.cue or not case.claim.sources:
        return
    if forms(case.article.language).says.search(normalise(case.claim.printed)):
        return
    heard = {id for mention in speakers(case, case.sentence) for id in mention.ids}
    named = case.book.speakers.named(case.text.content, case.sentence).intersection(case.claim.sources)
    by_pronoun = not named and forms(case.article.language).he_said.search(case.content_of(case.sentence))
    if case.claim.implied and _of_the_clause_before(case):
        return
    if heard.intersection(case.claim.sources) or by_pronoun:
        yield Finding(
            kinds.CUE_DROPPED, (), "the sentence has a verb for who said it, and the claim has no cue"
        )
