"""Who says something in a sentence: the sources to which it attributes words, with the verb or the phrase that does."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from builder.content.vocabulary import Answer
from builder.proof.case import ClaimCase
from builder.proof.names import Mention
from builder.proof.normal import Span
from builder.proof.rules.kin import kin
from builder.proof.rules.saying import Forms, articles, forms
from builder.proof.rules.statements import is_noun_before, is_noun_behind, set_apart
from builder.proof.rules.turning import turning
from builder.values.counting import Words, counting
from builder.values.expressions import NEVER, alternatives
from builder.values.figures import search
from builder.values.lexicon import language_file, listed
from builder.values.speech import saying

_REACH = 300
"""Number of characters before a name that are searched for a phrase that attributes the words to it."""
_ROLE = 60
"""How many characters before a name may hold the role of who speaks for it."""
_TOLD = 30
"""Characters before a name in which a verb makes it the one who is told something."""
_CLOSED = re.compile(r"\s*(?:[,.;:\"]|\Z)")
"""Behind a verb of saying: that its words stand before it."""
_CLOSES = re.compile(r"[,;]")
"""The end of a clause between commas."""
_NAMED = 3
"""Words in which a sentence only names what it is about: "The old lock"."""
_ARTICLE = 5
"""Characters for an article before a name."""
_CLOSING = 4
"""How many words behind a verb, up to a mark, may be no more than who says it."""
_APPOSED = 2
"""How many words may stand between a name and the body whose head it is, the comma with them: ", the"."""
_UP_TO_FIGURE = 5
"""How many words may stand between a name and the figure that it gives."""


class Said(Struct, frozen=True):
    """A source to which a sentence attributes words."""

    mention: Mention
    verb: Span
    """Where the verb of saying stands, or the phrase that attributes; where the source is joined to another one, that one's."""
    phrase: bool = False
    """Whether it is a phrase before the name: "according to"."""


def told_behind(case: ClaimCase) -> Span | None:
    """Return the next sentence of the paragraph where it tells who said the claim's one: "This is what the ministry reported"."""
    behind = case.text.next_to(case.sentence, 1)
    said_before = forms(case.article.language).said_before
    return behind if behind and said_before.match(case.text.content, *behind) else None


def speakers(case: ClaimCase, span: Span) -> list[Mention]:
    """Return the sources in a sentence to which it attributes words, with those joined to them by "and" or a comma."""
    return [item.mention for item in said_in(case, span)]


def said_in(case: ClaimCase, span: Span) -> list[Said]:
    """Return the same with what attributes the words to each. A person and the body that he speaks for are one."""
    content, language = case.text.content, case.article.language
    said_by = forms(language)
    sides: dict[int, int] = {}
    for mention in case.book.speakers.mentions(content, span):
        aside = said_by.aside.match(content, mention.span[1], span[1])
        if aside and not any(start < mention.span[0] < end for start, end in sides.items()):
            sides[mention.span[1]] = aside.end()  # "Kane, who runs the ministry, said"
    apart = [*set_apart(language, content, span, case.printed or case.passage), *sides.items()]
    mentions = [
        mention
        for mention in case.book.speakers.mentions(content, span)
        if not any(start <= mention.span[0] < end for start, end in apart)
        and kin(content, mention.span, language) is None
    ]
    said: list[Said] = []
    taken: Span | None = None
    for index, mention in enumerate(mentions):
        limit = mentions[index + 1].span[0] if index + 1 < len(mentions) else span[1]
        behind = sides.get(mention.span[1], mention.span[1])
        after = said_by.after.match(content, behind, limit) or _parted(said_by, content, mention, span)
        hers = after is not None and _is_apposed_to(content, mention.span[1], after, limit, span[1])
        if after and limit < span[1] and not hers and _is_the_next_ones(said_by, after, limit):
            after = None
        if after and (_is_of_another_subject(said_by, after) or _is_of_a_role_behind(said_by, after)):
            after = None
        if after and said_by.named.match(content, mention.span[1]):
            after = None  # "the union, called GUN, wrote": that is the name's verb
        if after and said_by.another.search(content, mention.span[1], after.start("verb")):
            after = None  # "17 are in hospital, she said"
        if (
            after
            and said_by.hears.search(content, mention.span[1], after.start("verb"))
            and not is_going_on(after["verb"], language)
        ):
            after = None  # "the mayor was told": he says nothing
        if after and _is_negated(language, content, mention.span[1], after):
            after = None  # "the mayor has not conceded"
        if after and _has_own_subject(said_by, content, mention.span[1], after):
            after = None
        he = said_by.he_said.match(content, mention.span[1] + 1, after.end("verb")) if after else None
        if he and counting(language).relative.isdisjoint(Words(he[0]).words[:1]):
            after = None  # "told the court he had written": the court is told it, and "the court, which wrote" wrote
        if after and is_noun_behind(language, content, mention.span, after.span("verb")):
            after = None
        before = _said_before(said_by, content, mention, span)
        if before and (before.verb == taken or is_noun_before(language, content, span[0], before.verb)):
            before = None
        last = mentions[index - 1] if index else None
        gap = content[last.span[1] : mention.span[0]] if last else ""
        follows = last is not None and bool(said) and said[-1].mention.span[1] == last.span[1]
        joined = follows and said_by.joined.fullmatch(gap) is not None
        if joined and said[-1].phrase and counting(language).and_or.isdisjoint(Words(gap).words):
            # "According to the court, Holm took", French "selon la cour, l'Union a pris": the comma ends the phrase, unless others follow
            later = content[mention.span[1] : limit] if limit < span[1] else ""
            joined = said_by.joined.fullmatch(later) is not None
        if joined and "," in gap and counting(language).and_or.isdisjoint(Words(gap).words):
            # "said Ada Holm, the mill's head": whose head she is, and nobody else who says it
            joined = _owning(language).match(content, mention.span[1]) is None
        taken = None
        if last is not None and follows and _is_name_of(said_by, content, last, gap):
            said[-1] = replace(said[-1], mention=_both(said[-1].mention, mention))
        elif after or before or joined:
            if after and not follows:
                said += _joined_before(case, mentions, index, after.span("verb"))
            if last is not None and after and _is_title_of(content, last, mention, language):
                mention = last
            elif last is not None and not follows and after and _seat(language).fullmatch(gap):
                mention = last  # "the directorate in Kyiv reported": where it has its seat
            elif (last is not None and not follows and after and said_by.belonging.fullmatch(gap)) or (
                last is not None and not follows and _is_name_of(said_by, content, last, gap)
            ):
                mention = _both(last, mention)
            said.append(before or Said(mention, after.span("verb") if after else said[-1].verb))
            if before:
                said[-1] = replace(before, mention=mention)
            opens = said_by.lead.fullmatch(f" {content[span[0] : mention.span[0]]}")
            between = content[mention.span[1] : after.start("verb")].strip() if after else ""
            if after and hers:
                taken = after.span("verb")  # "Ada Kane, its head, said the line had paid": the verb is hers
            if after and opens and not between:
                # Who stands first and directly before the verb is its subject: "The line told the coastguard".
                taken = after.span("verb")
    return said


def _is_apposed_to(content: str, start: int, after: re.Match[str], name: int, end: int) -> bool:
    """Return whether all that stands between a name and its verb is set between two commas, and the next name goes on with what is said.

    "Nobody was hurt at the mill, for now, said the line." has its speaker behind the verb, where the sentence ends.
    """
    gap = content[start : after.start("verb")].rstrip()
    behind = re.split(r"[,.;:]", content[after.end("verb") : end], maxsplit=1)[0]
    return (
        gap[:1] == "," and gap[-1:] == "," and len(gap) > 1 and name < end and len(behind.split()) > _CLOSING
    )


def is_going_on(verb: str, language: str) -> bool:
    """Return whether a form of a verb tells what somebody is doing, and not what he is told: "is asking for"."""
    file = language_file(language)
    ends = tuple(listed(file.governing.going_on)) if file is not None else ()
    return bool(ends) and verb.split()[0].casefold().endswith(ends)


@lru_cache(maxsize=16)
def _seat(language: str) -> re.Pattern[str]:
    """Return an expression for what stands between a body and the place in which it is: "the union *in* Osk said"."""
    file = language_file(language)
    at = alternatives(file.counted.at) if file is not None else NEVER
    return re.compile(rf"\s+(?:{at})\s+(?:{articles(saying(language).articles)})?", re.IGNORECASE)


@lru_cache(maxsize=16)
def _owning(language: str) -> re.Pattern[str]:
    """Return an expression for the ending of a name behind which stands what is its own: "the mill's head"."""
    return re.compile(rf"(?:{alternatives(saying(language).possessive)})\s+\w", re.IGNORECASE)


def _joined_before(case: ClaimCase, mentions: list[Mention], index: int, verb: Span) -> list[Said]:
    """Return those who stand joined before a name that has the verb: the first of "the mayor and the union said"."""
    content, said_by = case.text.content, forms(case.article.language)
    found: list[Said] = []
    for at in range(index, 0, -1):
        one, other = mentions[at - 1], mentions[at]
        if not said_by.joined.fullmatch(content[one.span[1] : other.span[0]]) or _is_name_of(
            said_by, content, one, content[one.span[1] : other.span[0]]
        ):
            break
        if at == index and "," in content[one.span[1] : other.span[0]]:
            break
        found.append(Said(one, verb))
    # Whom somebody told something says nothing: "the line told the mayor, and the union said".
    spoken = found and said_by.says.search(
        content, max(case.sentence[0], found[-1].mention.span[0] - _TOLD), found[-1].mention.span[0]
    )
    return [] if spoken else found[::-1]


def _both(one: Mention, other: Mention) -> Mention:
    return Mention((one.span[0], other.span[1]), one.ids | other.ids)


def _is_title_of(content: str, last: Mention, mention: Mention, language: str) -> bool:
    """Return whether a name only says whose head somebody is who stands before it: "Ada Kane, the line's chief executive, said"."""
    gap = content[last.span[1] : mention.span[0]]
    return (
        gap.startswith(",")
        and len(gap.split()) <= _APPOSED
        and _whose(language).match(content, mention.span[1]) is not None
    )


@lru_cache(maxsize=16)
def _whose(language: str) -> re.Pattern[str]:
    """Return an expression, from a name on, for what its bearer heads, up to a comma: "'s chief executive, "."""
    possessive = alternatives(saying(language).possessive)
    return re.compile(rf"(?:{possessive})\s[^,;:\"]{{1,60}},\s", re.IGNORECASE)


def _is_name_of(said_by: Forms, content: str, last: Mention, gap: str) -> bool:
    """Return whether a name is that of who speaks for the body before it: "the spokeswoman of Belmara, Clara Venn"."""
    start = max(0, last.span[0] - _ROLE)
    # "the head of the union, Ada Venn", "the head of the union Ada Venn"
    return gap.strip() in (",", "") and said_by.role_of.search(content, start, last.span[0]) is not None


def follows_phrase(case: ClaimCase, mention: Mention, said: list[Said]) -> bool:
    """Return whether only a comma stands between "according to the union" and a name: what he then says is what the union tells."""
    return any(
        item.phrase and case.content_of((item.mention.span[1], mention.span[0])).strip() == ","
        for item in said
        if item.mention.span[1] <= mention.span[0]
    )


def elsewhere(case: ClaimCase, subject: int, verb: Span) -> bool:
    """Return whether who says something does so in a clause of time or cause, and the claim's words stand outside of it.

    "It fell by a tenth, a day after the bank disclosed a loss": nobody says that it fell. ``subject`` is where the name of who says it
    begins, or the pronoun; the word that begins the clause stands right before it.
    """
    content, said_by = case.text.content, forms(case.article.language)
    if subject > verb[0]:
        return False
    start, end = case.passage
    if said_by.temporal.search(content, case.sentence[0], subject) is not None:
        return end <= subject or (verb[1] <= start and "," in content[verb[1] : start])
    return end <= subject and _is_set_against(case, subject, verb)


def in_aside(case: ClaimCase) -> Span | None:
    """Return the relative clause between commas in which a claim's words stand; ``None`` if they stand in none.

    "FC Osk, which filed on 3 May, owes 40 million, the union said": that it filed is what the text itself says beside it.
    """
    content, (start, end) = case.text.content, case.passage
    opened = _opened(case.article.language).search(case.content_of((case.sentence[0], start)))
    closed = _CLOSES.search(content, end, case.sentence[1])
    return (case.sentence[0] + opened.start(), closed.start()) if opened and closed else None


def in_participle(case: ClaimCase) -> bool:
    """Return whether a claim's words stand in what a participle tells of a name, between commas or before its sentence's first one.

    "The bridge, closed since 3 May, will open again, the agency said", French "Fermé depuis le 3 mai, le pont rouvrira, annonce l'agence":
    since when it is closed is what the text says itself.
    """
    if case.question.answer not in (Answer.DATE, Answer.PLACE, Answer.YES_NO):
        return False
    content, low, (start, end) = case.text.content, case.sentence[0], case.printed or case.passage
    closed = _CLOSES.search(content, end, case.sentence[1])
    if closed is None or case.text.is_quoted((start, end)):
        return False
    done = _participle(case.article.language)
    before = re.split(r"(?<=[,;:])\s", content[low:start])
    at = start - len(before[-1])  # where the part that the words stand in begins
    first = before[0].split() if at > low else []
    if (
        not done.match(content, at)
        or len(before) > 2
        or (len(first) > _NAMED and any(map(done.match, first)))
    ):
        return False  # "The mayor opened the gate, closed the road": what he did
    said = said_in(case, case.sentence)
    if any(at <= item.mention.span[0] and max(item.mention.span[1], item.verb[1]) <= start for item in said):
        return False  # "President Kane had said on Monday that it was closed, citing ...": who opens it is no participle
    # "Kane, arrested on Monday, the mayor said, told the court"
    return not any(
        0 <= min(item.mention.span[0], item.verb[0]) - closed.end() <= _ARTICLE
        and "," in content[closed.end() : case.sentence[1]]
        for item in said
    )


@lru_cache(maxsize=64)
def _participle(language: str) -> re.Pattern[str]:
    """Return an expression for a word that may be a participle."""
    file = language_file(language)
    if file is None:
        return re.compile(NEVER)
    done = alternatives(form for form in listed(file.events.done) if form.startswith("*"))
    small = f"{file.events.without}, {file.saying.temporal}, {file.counted.joints}, {file.counted.at}, {file.counted.apart}, {file.counted.relative}"
    return re.compile(rf"(?!(?:{alternatives(small)})(?!\w))(?:{done})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _opened(language: str) -> re.Pattern[str]:
    """Return an expression that finds, at the end of what stands before a passage, a relative clause that is still open."""
    file = language_file(language)
    opens = alternatives(file.proposing.days.relative) if file is not None else NEVER
    return re.compile(rf",\s+(?:{opens})\s[^,;:()\"]*\Z", re.IGNORECASE)


def _is_set_against(case: ClaimCase, subject: int, verb: Span) -> bool:
    """Return whether a claim stands before who says something, and a word sets its clause against what he says, in words of his own.

    "Twelve cases were found, though officials say that the risk is low", "While 400 worked there, the mayor said that it was over"; and
    not "While 400 worked there, the mayor said, nobody was hurt".
    """
    content, said_by = case.text.content, forms(case.article.language)
    low, (start, end) = case.sentence[0], case.passage
    if _CLOSED.match(content, max(subject, verb[1])):
        return False
    if ";" in content[end:subject]:
        return not case.text.is_quoted((start, end))
    if said_by.contrast.search(content, low, subject):
        return not case.text.is_quoted((start, end))
    opens = said_by.opens_contrast.match(content, low, start)
    return opens is not None and "," in content[end:subject] and "," not in content[opens.end() : start]


def of_a_figure(case: ClaimCase, item: Said) -> bool:
    """Return whether who says something in a sentence gives a figure, and the claim is the place or the day that stands beside it.

    "At the port of Osk, according to the union, 200 were hurt", "The union put the hurt at Osk at 200": the text itself says where.
    """
    if case.question.answer not in (Answer.PLACE, Answer.DATE):
        return False
    content, language = case.text.content, case.article.language
    if not item.phrase:
        return forms(language).figuring.fullmatch(content[slice(*item.verb)]) is not None
    if case.passage[1] > item.verb[0]:
        return False
    behind = content[item.mention.span[1] : case.sentence[1]]
    figure = next((found.number[0] for found in search.find(behind, language)), None)
    if figure is None:
        return False
    between = behind[:figure]
    return between.count(",") <= 1 and ";" not in between and len(between.split()) <= _UP_TO_FIGURE


def _is_negated(language: str, content: str, start: int, after: re.Match[str]) -> bool:
    """Return whether a negation stands between a name and its verb of saying: he says nothing."""
    turns = turning(language)
    told = content[start : after.start("verb")].casefold().replace(",", " ").split()
    return any(
        plain in turns.negations - turns.without for plain, _ in turns.met(told)
    ) and not turns.denial.search(after["verb"])


def _has_own_subject(said_by: Forms, content: str, start: int, after: re.Match[str]) -> bool:
    """Return whether a verb behind a name says by itself who was named before: French ", dit-elle", Spanish "de Osk irán 40, anunció"."""
    comma = content.rfind(",", start, after.start("verb"))
    if comma < 0 or not content[start:comma].strip():
        return False
    he = said_by.he_said.match(content, comma)
    she = said_by.he_said.match(content, after.start("verb"))  # German ", nannte sie"
    return (
        content.startswith("-", after.end("verb"))
        or (he is not None and he.end() >= after.end("verb"))
        or (she is not None and she.end() > after.end("verb"))
    )


def _is_the_next_ones(said_by: Forms, after: re.Match[str], name: int) -> bool:
    """Return whether a verb behind a name and a comma belongs to the name behind it: "off Osk, said the coastguard"."""
    comma = after.string[after.start() : after.start("verb")].rstrip().endswith(",")
    return comma and bool(said_by.lead.fullmatch(after.string, after.end("verb"), name))


def _is_of_a_role_behind(said_by: Forms, after: re.Match[str]) -> bool:
    """Return whether a verb behind a name and a comma has who says it behind it: "pour Halden, a annoncé mercredi le groupe"."""
    comma = after.string[after.start() : after.start("verb")].rstrip().endswith(",")
    return comma and said_by.by_role.match(after.string, after.end("verb")) is not None


def _is_of_another_subject(said_by: Forms, after: re.Match[str]) -> bool:
    """Return whether only "and" stands between a name and the verb behind it, which is of whom the sentence is about.

    "Hackers offer the ministry a discount and promise", "the line met the mayor and said".
    """
    between = after.string[after.start() : after.start("verb")]
    return "," not in between and bool(between.strip()) and said_by.joined.fullmatch(between) is not None


def _said_before(said_by: Forms, content: str, mention: Mention, span: Span) -> Said | None:
    """Return what gives its words to a name behind it; ``None`` if there is none."""
    start = max(span[0], mention.span[0] - _REACH)
    if said_by.naming.search(content, start, mention.span[0]):
        return None
    before = said_by.before.search(content, start, mention.span[0])
    told = before and before["verb"] and max(before.end("verb"), before.end("day"))
    if before and not (told and said_by.told.match(content, told, mention.span[0])):
        verb = before.span("verb") if before["verb"] else before.span()
        return Said(mention, verb, phrase=not before["verb"])
    first = said_by.firsts.search(content, start, mention.span[0])
    if first and _ends(said_by, first, mention.span[1], span[1]):
        return Said(mention, first.span("verb"))
    return None


def _parted(said_by: Forms, content: str, mention: Mention, span: Span) -> re.Match[str] | None:
    """Return the first part of a verb behind a name, if the second follows, also with other names in between."""
    first = said_by.firsts_after.match(content, mention.span[1], span[1])
    return first if first and _ends(said_by, first, first.end("verb"), span[1]) else None


def _ends(said_by: Forms, first: re.Match[str], start: int, end: int) -> bool:
    """Return whether the second part of a verb follows from a place on."""
    rest = said_by.rests[" ".join(first["verb"].casefold().split())]
    return rest.match(first.string, start, end) is not None
