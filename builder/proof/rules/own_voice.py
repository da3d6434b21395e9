"""Whether a text's own voice says what a claim has as said by nobody: "according to the port office" gives it to somebody.

What the rule tells is sure. It knows the phrases and the plainest verbs of saying, at the beginning and the end of a sentence, and looks no
further; whom a registry has is told by the rules on speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from builder.content.vocabulary import Answer
from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.names import registry_names
from builder.proof.rules.as_said import told_before_it, told_behind_it
from builder.proof.rules.attribution import speaker_kept
from builder.proof.rules.saying import articles, somebody
from builder.proof.rules.voices import in_participle, speakers, told_behind
from builder.values import speech
from builder.values.expressions import NEVER, alternatives, compiled, optional
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed
from builder.values.scripts import whole
from builder.values.text import words

_OPENING = 3
"""How many words may open a sentence before a comma and "according to X", which then says all that follows."""
_REST = 14
"""How many words may stand from "according to" to the end of a sentence, all of which are who says it."""
_SHOWN = 8
"""How many words of who says it a message shows."""
_NAME = r"[\w'’.&-]+"
_CAPITALISED = rf"(?<!\w){CAPITAL}[\w'’-]{{2,}}"
_FULL = re.compile(rf"({_CAPITALISED}) {_CAPITALISED}")
_ONE = re.compile(rf"{_CAPITALISED}(?!\w)")


class _Voices(Struct, frozen=True):
    """A language's expressions for somebody whom no registry need know."""

    according: re.Pattern[str]
    """A phrase that gives words to somebody, up to who that is."""
    leading: re.Pattern[str]
    """From a sentence's beginning on: somebody, as its group, and a verb of saying."""
    trailing: re.Pattern[str]
    """At a sentence's end, behind a comma or a quotation: the same."""
    parts: re.Pattern[str]
    """What parts a clause from another one, or begins one in which somebody else may speak."""
    nobody: re.Pattern[str]
    """What "according to" names and is nobody, and all of it: "the latest toll"."""
    reported: re.Pattern[str]
    """A verb in a mood that reports what somebody said: German "seien"."""
    own_mood: re.Pattern[str]
    """What has such a verb and reports nothing: "als sei"."""
    saying: re.Pattern[str]
    """What stands before who says it: "said", "according to the"."""
    reckoned: re.Pattern[str]
    """Somebody's own reckoning: "by the harbour office's count"."""
    of_these: re.Pattern[str]
    """From a sentence's beginning on: that it goes on with those counted in the one before it."""
    small: frozenset[str]
    """Words that have a capital letter only at a sentence's beginning, or are a title."""
    determining: frozenset[str]
    """Articles and their like, behind which a noun stands and no verb: "these"."""
    plain_nouns: bool
    """Whether nouns have small letters, so that two capitals in a row are a name also there."""
    unlike: re.Pattern[str]
    """A word that is none of who says something: "which", "while", "than"."""


@lru_cache(maxsize=16)
def _voices(language: str) -> _Voices | None:
    file, words = language_file(language), speech.saying(language)
    if file is None or not words.according:
        return None
    proposing = file.proposing.speakers
    phrases = [phrase for phrase in listed(words.according) if "..." not in phrase]
    some = "|".join(somebody(file))
    # German "die", which may begin a relative clause, begins more names.
    relative = [word for word in listed(file.counted.relative) if word not in listed(words.articles)]
    others = [*listed(file.counted.apart), *relative, *listed(words.temporal)]
    beyond = [*others, *listed(file.before.more_than), *listed(file.before.less_than)]
    day = rf"(?:\s+(?:{alternatives(proposing.on_day)})\s+\w+)?"
    are = alternatives(file.counted.are)
    fresh = rf"(?:(?:{alternatives(words.fresh)})\s+)*"
    says, name = speech.plain(language), rf"((?:{_NAME}\s+){{0,6}}?{_NAME})"
    return _Voices(
        re.compile(rf"(?<!\w)(?P<cue>(?i:{alternatives(phrases)}))\s+(?={some})"),
        compiled(rf"\W*{name}\s+(?:{says})\b,?"),
        # Behind a verb stands who says it, with all that tells who that is, and when and to whom: said the "mayor", Ole Brandt, on Friday.
        compiled(
            rf"[,\"]\s+(?:{name}\s+(?:{says}){day}|(?:{says})\s+({_NAME}(?:[\s,\"]+{_NAME}){{0,{_REST}}}))\W*\Z"
        ),
        compiled(rf"[;:\"]|(?<!\w)(?:{alternatives(others)})(?!\w)"),
        # German "Laut einer vorläufigen Bilanz wurden"
        compiled(
            rf"{fresh}(?:{alternatives(words.tallies)})(?:\s+(?:{alternatives(words.fresh)}))*(?:\W*|\s+(?:{are})\b.*)"
        ),
        compiled(rf"(?<!\w)(?:{alternatives(words.reported)})(?!\w)" if words.reported else NEVER),
        compiled(rf"(?<!\w)(?:{alternatives(words.own_mood)})(?!\w)" if words.own_mood else NEVER),
        compiled(rf"(?:(?:{says}|{alternatives(phrases)})\s+)?(?:{articles(words.articles)})?"),
        compiled(
            rf"(?<!\w)(?:{alternatives(words.reckoned_by)})\s+(?:{_NAME}\s+){{0,4}}?[\w.&-]+(?:{alternatives(words.possessive)})"
            rf"\s+(?:{alternatives(words.reckoned)})(?!\w)"
            if words.reckoned
            else NEVER
        ),
        compiled(rf"\W*(?:{alternatives(words.of_these)})(?!\w)" if words.of_these else NEVER),
        frozenset(
            word
            for given in (
                words.articles,
                words.determiners,
                words.titles,
                file.names.titles,
                file.names.before,
            )
            for word in listed(given)
        ).union(others),
        frozenset((*listed(words.articles), *listed(words.determiners))),
        not file.names.common,
        compiled(rf"(?<!\w)(?:{alternatives(beyond)})(?!\w)"),
    )


def own_voice(case: ClaimCase) -> Iterator[Finding]:
    """What nobody is said to have said is given to nobody in its sentence: no "according to the port office", no "officials said"."""
    if case.claim.sources or case.claim.via or case.entry.get("attribution") != "none" or in_participle(case):
        return
    voices = _voices(case.article.language)
    if voices is None:
        return
    told = None
    if (who := _somebody(voices, case)) is not None:
        told = f'the text gives these words to somebody ("{who}")'
    elif (raised := _raised(case)) is not None:
        told = f'the sentence has a count that somebody raised ("{raised}")'
    elif (mood := _reported(voices, case)) is not None:
        told = f'the text only reports these words ("{mood}"): somebody said them'
    elif case.is_a(Answer.QUANTITY) and (behind := told_behind(case)) is not None:
        # Where and when it was, a text says itself.
        told = f'the next sentence gives these words to somebody ("{_shown(case.content_of(behind))}")'
    elif case.is_a(Answer.QUANTITY) and (opens := _goes_on(voices, case)) is not None:
        told = f'the sentence goes on with what somebody said before ("{opens}")'
    # A speaker whom the registry has, and "he said", are told there.
    if told and not any(True for _ in speaker_kept(case)):
        yield Finding(
            kinds.OWN_VOICE_UNFIT, ("attribution",), f"{told}, and the claim says that it says them itself"
        )


def named_beside(case: ClaimCase) -> Iterator[Finding]:
    """What is implied of a source is not given by its own sentence to somebody by a name that no registry has: "Rosa Tavel said".

    "The agency said", "a spokesman said" and "officials said" may all be the source named before. A name of its own is somebody else, unless
    a sentence of the text has it together with the source: "Ilan Marek, a spokesman of the ministry".
    """
    if not case.claim.implied or not case.claim.sources or in_participle(case):
        return
    voices = _voices(case.article.language)
    who = None if voices is None else _somebody(voices, case)
    name = None if voices is None or who is None else _name_in(voices, case, who)
    if name is None:
        return
    content, own = case.text.content, {*case.claim.sources, *case.claim.via}
    called = {word for id in own for known in case.book.speakers.of(id) for word in words(known)}
    last = re.compile(whole(words(name)[-1], simple=case.text.is_simple))
    if called.isdisjoint(words(name.casefold())) and not any(
        own & case.named(case.text.around(found.span())) for found in last.finditer(content)
    ):
        yield Finding(
            kinds.SPEAKER_DIFFERS, ("sources",), f'the sentence gives its words to {name} ("{who}")'
        )


def _name_in(voices: _Voices, case: ClaimCase, who: str) -> str | None:
    """Return the name that who says something begins with; of one word only where the text has it with another one: "Tavel" of "Rosa Tavel"."""
    rest = who[opening.end() :] if (opening := voices.saying.match(who)) else who
    first = case.content_of(case.sentence).lstrip(' "').startswith(rest)
    if (found := _FULL.match(rest)) is not None:
        sure = not first or (voices.plain_nouns and found[1].casefold() not in voices.small)
        return found[0] if sure else None
    one = _ONE.match(rest)
    full = re.search(rf"{_CAPITALISED} {re.escape(one[0])}(?!\w)", case.text.content) if one else None
    return full[0] if full is not None and full[0].split()[0].casefold() not in voices.small else None


def _somebody(voices: _Voices, case: ClaimCase) -> str | None:
    """Return who says a claim's words in its sentence, as printed with the phrase or verb; ``None`` where that is not sure."""
    content, (low, high) = case.text.content, case.sentence
    start, end = case.printed or case.passage
    found = _leading(voices, content[low:high], start - low) or _trailing(voices, content[end:high])
    found = found or _according(voices, content[low:start], content[end:high])
    found = found or _reckoned(voices, content[low:start], content[end:high])
    found = found or _told(voices, content[low:start], content[end:high], case.article.language)
    # Looked for last, as few claims come so far.
    return None if found is None or _is_itself(case, found) or speakers(case, case.sentence) else found


def _told(voices: _Voices, before: str, behind: str, language: str) -> str | None:
    """Return "As the port office reported" or "Ada Kane confirmed that" before a claim's words, or the like behind them."""
    opening = told_before_it(before, language)
    if opening is not None and voices.parts.search(before[len(opening) :]) is None:
        return _shown(opening)
    found = told_behind_it(behind, language)
    if found is None or voices.parts.search(behind[: found.start()]) is not None:
        return None
    return _shown(found[0].lstrip(',"('))


def _reckoned(voices: _Voices, before: str, behind: str) -> str | None:
    """Return "by Kane's count" where it stands in the clause of a claim's words."""
    ahead = list(voices.reckoned.finditer(before))
    if ahead and voices.parts.search(before[ahead[-1].end() :]) is None:
        return ahead[-1][0]
    last = voices.reckoned.search(behind)
    return last[0] if last and voices.parts.search(behind[: last.start()]) is None else None


def _goes_on(voices: _Voices, case: ClaimCase) -> str | None:
    """Return how a sentence goes on with those whom somebody counted in the one before it: "Of these, 33 are in hospital"."""
    content = case.text.content
    opens = voices.of_these.match(content, *case.sentence)
    before = case.text.next_to(case.sentence, -1) if opens is not None else None
    if opens is None or before is None:
        return None
    start, end = before
    given = _trailing(voices, content[start:end]) or voices.according.search(content, start, end)
    return opens[0].strip() if given or speakers(case, before) else None


def _according(voices: _Voices, before: str, behind: str) -> str | None:
    """Return "according to X" in what stands before a claim's words or behind them, where it is said of them."""
    every = list(voices.according.finditer(before))
    for match in every[:1] + every[-1:]:
        ahead, rest = before[: match.start()].strip(), before[match.end() :]
        opens = len(ahead.split()) <= _OPENING
        if voices.parts.search(rest) is None and (opens or "," not in rest):
            return _given(voices, match["cue"], rest.partition(",")[0])
    last = voices.according.search(behind)
    if last is None or voices.parts.search(behind[: last.start()]) is not None:
        return None
    rest = behind[last.end() :]
    # "when, according to the port office, a fuse blew" is of what stands behind it.
    one = not any(sign in rest for sign in ",0123456789") and len(rest.split()) <= _REST
    return _given(voices, last["cue"], rest) if one and voices.parts.search(rest) is None else None


def _given(voices: _Voices, cue: str, who: str) -> str | None:
    """Return "according to X" as printed; ``None`` where X is nobody: "according to the latest toll"."""
    return None if voices.nobody.fullmatch(who.strip()) is not None else _shown(f"{cue} {who}")


def _leading(voices: _Voices, sentence: str, start: int) -> str | None:
    """Return "Officials said" at the beginning of a sentence, where nothing parts it from a claim's words at ``start``."""
    match = voices.leading.match(sentence)
    if match is None or match.end() > start or voices.unlike.search(match[1]) is not None:
        return None
    if voices.determining.issuperset(words(match[1].casefold())):
        return None  # "The claims could not be verified": a noun
    rest = sentence[match.end() : start]
    return _shown(match[0]) if "," not in rest and voices.parts.search(rest.strip()) is None else None


def _trailing(voices: _Voices, behind: str) -> str | None:
    """Return ", officials said" at the end of a sentence."""
    match = voices.trailing.search(behind)
    if match is None or voices.parts.search(behind[: match.start()]) is not None:
        return None
    who = next(text for text in match.groups() if text)
    return None if voices.unlike.search(who) is not None else _shown(match[0].lstrip(',"'))


def _reported(voices: _Voices, case: ClaimCase) -> str | None:
    """Return the verb of a claim's own clause whose mood says that somebody said it: German "140 Häuser seien überflutet"."""
    content, (low, high) = case.text.content, case.sentence
    start, end = case.printed or case.passage
    before, behind = content.rfind(",", low, start), content.find(",", end, high)
    clause = content[max(low, before + 1) : behind if behind >= 0 else high]
    found = voices.reported.search(clause)
    if found is None or voices.own_mood.search(clause) is not None or case.text.is_quoted((start, end)):
        return None
    return found[0]


def _raised(case: ClaimCase) -> str | None:
    """Return a source with the verb by which it raised the count to a claim's figure: "the office had raised the number of dead to 172"."""
    if not case.is_a(Answer.QUANTITY):
        return None
    content, start, question = case.text.content, (case.printed or case.passage)[0], case.question
    # "The Bank of Osk raised its rate to 4 percent", where that is asked of the bank: its own deed, and no count.
    asked = case.book.speakers.named(f"{question.text} {question.of or ''}")
    for mention in case.book.speakers.mentions(content, (case.sentence[0], start)):
        verb = _raises(case.article.language).match(content, mention.span[1], start)
        if verb is not None and "," not in content[verb.end() : start] and not mention.ids & asked:
            return content[mention.span[0] : verb.end()]
    return None


@lru_cache(maxsize=16)
def _raises(language: str) -> re.Pattern[str]:
    """Return an expression for a verb of raising a count, right behind who does it."""
    file = language_file(language)
    helpers = optional(file.saying.helpers) if file is not None else ""
    raising = alternatives(file.wordings.raising if file is not None else "")
    return compiled(rf"\s+{helpers}(?:{raising})(?!\w)")


def _is_itself(case: ClaimCase, who: str) -> bool:
    """Return whether it is the outlet that says it: "according to the Harbour Post's own count"."""
    outlet = case.book.site.outlets.get(case.article.outlet)
    if outlet is None:
        return False
    # Of any kind, unlike the outlets of the book: it is only looked at beside "according to" and verbs of saying.
    return bool(registry_names(((outlet.id, (outlet.name, outlet.short, *outlet.aliases)),)).mentions(who))


def _shown(words: str) -> str:
    return " ".join(words.split()[:_SHOWN]).strip(' .,"')
