"""Rules on the words: printed in the passage, no whole sentence, nothing left out that changes the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.content.vocabulary import Answer, Speech, Where
from builder.proof import asked, kinds
from builder.proof.asked.asks import printed_words as as_printed
from builder.proof.case import ClaimCase, Finding, stands_in_headline
from builder.proof.locate import locator
from builder.proof.normal import Span
from builder.proof.rules.mood import only_reports
from builder.proof.rules.turning import Words, turning
from builder.proof.text import Text
from builder.values.counting import Words as CutWords
from builder.values.counting import counting, meant, planned_words, same_language
from builder.values.dates import DateSpan
from builder.values.lexicon import language_file, listed
from builder.values.text import normalise, weight
from builder.values.text import words as printed_words

_CLAUSE = re.compile(r"[,;:()\"-](?=\s|\Z)|(?<=\s)[\"(-]")
_OWNED = re.compile(r"['’]s\s+(\w+)")
"""Behind a day: what it is the day of."""
_SAID = re.compile(r'"|[.!?](?=\s|\Z)')
"""The ends of a sentence that somebody said, or of the words that are quoted of it."""
_SIGNS = ",;:)-"
_CUT = ("…", "...")
_REST = 4
"""Words: of so few more nobody cuts a quotation for its length."""
_SHOWN = 4
_SHORT_WHOLE = 3
"""Words: a sentence of no more may be quoted whole."""
BESIDE = 3
"""Number of words before a passage that can change its meaning."""


def printed_in_passage(case: ClaimCase) -> Iterator[Finding]:
    """The printed words stand in the quote."""
    if case.printed is None:
        message = f'the quoted passage does not hold "{case.claim.printed}"'
        yield Finding(kinds.PRINTED_OUTSIDE, ("printed",), message)
    elif not (case.passage[0] <= case.printed[0] and case.printed[1] <= case.passage[1]):
        message = f'"{case.claim.printed}" stands beside the quoted words, not in them'
        yield Finding(kinds.PRINTED_OUTSIDE, ("quote",), message)


def whole_sentence(case: ClaimCase) -> Iterator[Finding]:
    """No fragment contains all words of a sentence; headlines and captions count as sentences."""
    text = case.text
    mine = set(text.words_in(case.passage)) - {word for cut in case.found.cuts for word in text.words_in(cut)}
    first, last = text.sentence_at(case.passage[0]), text.sentence_at(case.passage[1] - 1)
    for sentence in text.sentences[first : last + 1]:
        if any(_is_whole(text, part, mine) for part in (sentence, *text.stretches(sentence))):
            key = "quote" if case.entry.get("quote") else "printed"
            yield Finding(kinds.WHOLE_SENTENCE, (key,), "the words quoted are a whole sentence of the text")


def _is_whole(text: Text, sentence: Span, mine: set[Span]) -> bool:
    words = text.words_in(sentence)
    return weight(text.printed_words(sentence)) > _SHORT_WHOLE and mine.issuperset(words)


def meaning_cut(case: ClaimCase) -> Iterator[Finding]:
    """No negation just before the passage or in an ellipsis is lost, and no caveat around it."""
    span = case.passage
    if case.printed is not None:
        span = min(span[0], case.printed[0]), max(span[1], case.printed[1])
    key = ("quote" if case.entry.get("quote") else "printed",)
    words = turning(case.article.language)
    told = {
        plain
        for plain, _ in words.met(
            normalise(f"{case.claim.cue or ''} {case.claim.status or ''} {case.claim.doubt or ''}").split()
        )
    } | _of_what_is_counted(case, words)
    site = case.book.site.settings.language
    if asked.asks_for_planned(case.question, site) or _asks_if(case):
        told |= planned_words(case.article.language)
    if turning(site).possible.search(f"{case.question.text} {case.question.short}"):
        told |= words.doubts  # "How high can the fine be?": up to what it could
    told |= only_reports(case)
    if asked.asks_for_unreal(case.question, site):
        told |= words.negations  # "How high would the bonus have been?": there was none
    if _says_which(case):
        told |= words.negations
    if not words.rests.isdisjoint(
        plain for plain, _ in words.met(printed_words(normalise(case.claim.printed)))
    ):
        told |= words.firsts  # French "ne reprendra | pas avant mai": the printed words have the other half
    day = case.claim.value
    if isinstance(day, DateSpan) and day.start is not None and day.end is None:
        told |= words.doubts  # "could be raised by 20 March at the earliest": from then on it can
    turned = (words.negations | words.doubts) - told
    lost = [word for plain, word in turning_words(case.text, span, words) if plain not in told]
    lost += _by_nobody(case, span, words)
    for word in dict.fromkeys(lost):
        yield Finding(kinds.MEANING_CUT, key, f'the text has "{word}" beside these words')
    for cut in case.found.cuts:
        for plain, word in dict.fromkeys(words.met(case.text.printed_words(cut))):
            turns = plain in words.negations | words.caveats | words.doubts
            if turns or any(char.isdigit() for char in word):
                yield Finding(kinds.MEANING_CUT, key, f'the ellipsis leaves out "{word}"')
    if case.printed is not None and case.printed != case.passage:
        # The printed words alone stand in the tables: what turns them must not be only in the quote.
        inside = words.met(
            case.text.printed_words(
                (max(case.passage[0], _clause_start(case.text, case.printed[0])), case.printed[0])
            )
        )
        quoted = [*inside, *words.met(case.text.printed_words((case.printed[1], case.passage[1])))]
        for word in dict.fromkeys(word for plain, word in quoted if plain in words.caveats - told):
            message = f'the quote has "{word}", and neither the printed words nor the cue do'
            yield Finding(kinds.MEANING_CUT, ("printed",), message)
        for plain, word in _turning_alone(case.text, span, words, inside[-BESIDE:]):
            if plain in turned:
                yield Finding(kinds.MEANING_CUT, ("printed",), f'the text has "{word}" before these words')


def _by_nobody(case: ClaimCase, span: Span, words: Words) -> list[str]:
    """Return the subject by which a clause denies what a yes is printed as, however far it stands: "Nobody who came that day | was hurt"."""
    file = language_file(case.article.language)
    if file is None or not case.is_a(Answer.YES_NO) or case.claim.value is not True:
        return []
    before = words.met(case.text.printed_words((_clause_start(case.text, span[0]), span[0])))
    return [word for plain, word in before[:1] if plain in listed(file.events.none)]


def _asks_if(case: ClaimCase) -> bool:
    """Return whether a question asks for what would be: "How much would a refund cost?"."""
    site = case.book.site.settings.language
    asks = {plain for plain, _ in turning(site).met(printed_words(case.question.text))}
    return bool(asks & planned_words(site) & turning(site).doubts)


def _says_which(case: ClaimCase) -> bool:
    """Return whether a day says which one is meant of what a question asks of: "She will not resign over Tuesday's outage" denies no outage."""
    site = case.book.site.settings.language
    if not case.is_a(Answer.DATE) or case.printed is None or not same_language(site, case.article.language):
        return False
    owned = _OWNED.match(case.content_of((case.printed[1], case.sentence[1])))
    asked_of = {word.casefold() for word in printed_words(case.question.text)}
    return owned is not None and owned[1].casefold() in asked_of


def _of_what_is_counted(case: ClaimCase, words: Words) -> set[str]:
    """Return the words that say what is counted, which turn nothing then: "ohne" of those who are "ohne Strom"."""
    passage, site = asked.passage_of(case), case.book.site.settings.language
    if passage is None or not case.claim.counts:
        return set()
    wanted = meant(case.claim.counts, site).happened
    said = [term for term in passage.read.terms if wanted & set(term.sets)]
    family = asked.of_family(passage, case.claim.counts, wanted, site)
    printed = [passage.printed(term.start, term.end) for term in (*said, *family.own, *family.maybe)]
    # As texts print it, whatever their language: "sin servicio".
    cut = CutWords(case.content_of(case.sentence))
    printed += [cut.text[term.start : term.end] for term in as_printed(case.question.printed_as).find(cut)]
    if same_language(site, passage.language):
        # "failed for nine hours", where the hours of a failure are asked for; "denied all 14 charges"
        printed += [case.claim.counts, case.claim.of or ""]
    told = {plain for text in printed for plain, _ in words.met(text.split())}
    there = turning(site)
    if any(plain in there.negations for plain, _ in there.met(case.claim.counts.split())):
        told |= words.negations  # contracts "not renewed": French "120 contrats ne seront pas renouvelés"
    return told


def name_cut(case: ClaimCase) -> Iterator[Finding]:
    """Quoted words neither begin nor end within a name: "in Kursk" is no quotation of "in Kursk Oblast"."""
    if case.printed is None or case.claim.speech is not Speech.QUOTED:
        return
    start, end = case.printed
    for names in (case.book.places, case.book.speakers):
        for mention in names.mentions(case.text.content, case.sentence):
            first, last = mention.span
            if first < start < last or first < end < last:
                name = case.content_of(mention.span)
                yield Finding(
                    kinds.MEANING_CUT, ("printed",), f'the name "{name}" is cut, and nothing shows it'
                )
                return


def half_said(case: ClaimCase) -> Iterator[Finding]:
    """Quoted words neither begin nor end within a phrase of their quotation, nor where it sets something against them.

    "We are poor, *but* not broken", "This is no offer*, it is a goodbye*", "a woman at the end *of her strength*".
    """
    if case.printed is None or case.claim.speech is not Speech.QUOTED or not case.is_a(Answer.WORDING):
        return
    if not case.text.is_quoted(case.printed):
        return  # told as that
    words = turning(case.article.language)
    if (lost := _left_out(case, words)) is not None:
        message = f'the quotation goes on with "{lost}": what it sets against these words is cut'
        yield Finding(kinds.MEANING_CUT, ("printed",), message)
        return
    before = _SAID.split(case.content_of((case.sentence[0], case.printed[0])))[-1]
    last = before.split()[-1:]
    if last and last[0].casefold() in words.against:
        message = f'the quotation has "{last[0]}" before these words: what they are set against is cut'
        yield Finding(kinds.MEANING_CUT, ("printed",), message)


def _left_out(case: ClaimCase, words: Words) -> str | None:
    """Return the beginning of what a quotation adds to quoted words in the same sentence, if they are not whole without it."""
    assert case.printed is not None
    rest = _SAID.split(case.content_of((case.printed[1], case.sentence[1])))[0]
    found = words.opposes.match(rest)
    if found:
        return found[1]
    more = rest.split()
    if not any(char.isalnum() for char in rest) or more[0].startswith(_CUT):
        return None  # what the text has cut itself, it shows
    first = " ".join(more[:_SHOWN]).strip(" ,;:")
    halved = rest.startswith(",") and words.negates(case.claim.printed)
    if not halved and len(more) <= _REST and _is_all_but(case, rest):
        return None
    if rest[:1] in _SIGNS:
        return first if halved or len(more) <= _REST else None
    here, plain = counting(case.article.language), more[0].strip(",;:").casefold()
    file = language_file(case.article.language)
    between = set(listed(file.dates.between)) if file is not None else set()
    if plain in here.and_or or (len(more) > _REST and plain in here.joints | between):
        return None
    return None if plain in words.led or here.at.find(CutWords(plain)) else first


def _is_all_but(case: ClaimCase, rest: str) -> bool:
    """Return whether quoted words and the few that follow are all of a quotation, which nobody may quote whole: "Two mules, one stable"."""
    assert case.printed is not None
    before = _SAID.split(case.content_of((case.sentence[0], case.printed[0])))[-1]
    whole = f"{case.claim.printed} {rest}"
    return not any(char.isalnum() for char in before) and weight(printed_words(whole)) > _SHORT_WHOLE


def turning_words(text: Text, span: Span, words: Words) -> list[tuple[str, str]]:
    """Return the words around a passage that turn or weaken it, as they are looked up and as printed."""
    before = words.met(text.printed_words((_clause_start(text, span[0]), span[0])))
    after = words.met(text.printed_words((span[1], _clause_end(text, span[1]))))
    end = next((at for at, (plain, _) in enumerate(after) if plain in words.joins), len(after))
    # "43 boxes without labels and 200 bags": what goes on behind "and" with a figure of its own is not without anything.
    joint = max((at for at, (plain, _) in enumerate(before) if plain in words.joins), default=-1)
    found = [
        item
        for at, item in enumerate(before)
        if at >= len(before) - BESIDE
        and item[0] in words.negations | words.doubts
        and not (item[0] in words.without and at < joint)
    ]
    if words.behind:
        # "Haushalte waren ohne Strom": behind a figure such a word denies only the noun that follows it.
        found += [item for item in after[: min(BESIDE, end)] if item[0] in words.negations - words.without]
    found = _turning_alone(text, span, words, found)
    return found + [item for item in (*before, *after) if item[0] in words.caveats]


def _turning_alone(
    text: Text, span: Span, words: Words, found: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return words without those that turn nothing where the other part of them is missing: German "noch" without "weder"."""
    if words.nor and words.neither.isdisjoint(
        word.casefold() for word in text.printed_words(text.around(span))
    ):
        return [item for item in found if item[0] not in words.nor]
    return found


def speech(case: ClaimCase) -> Iterator[Finding]:
    """Words that are said to be quoted stand inside quotation marks; a wording that does is said to be quoted."""
    if case.printed is None or case.text.is_left_open(case.printed):
        return  # how far a quotation goes that nothing closes, nobody can tell
    quoted, said = case.text.is_quoted(case.printed), case.claim.speech is Speech.QUOTED
    if said and not quoted:
        message = "the text has no quotation marks around these words: they are the outlet's"
        yield Finding(kinds.SPEECH_UNFIT, ("speech",), message)
    elif quoted and not said and case.is_a(Answer.WORDING):
        yield Finding(kinds.SPEECH_UNFIT, ("printed",), "the text prints these words in quotation marks")


def where(case: ClaimCase) -> Iterator[Finding]:
    """Words of the headline are said to be, and no others. A caption cannot be told from the text."""
    if not case.article.headline:
        return
    inside = stands_in_headline(case.text, case.passage, case.article.headline)
    if inside and case.claim.where is not Where.HEADLINE:
        yield Finding(kinds.WHERE_UNFIT, ("printed",), "these words stand in the headline")
    elif not inside and case.claim.where is Where.HEADLINE:
        yield Finding(kinds.WHERE_UNFIT, ("where",), "these words do not stand in the headline")


def _clause_start(text: Text, position: int) -> int:
    sentence = text.around((position, position + 1))
    start = sentence[0]
    for match in _CLAUSE.finditer(text.content, start, position):
        start = match.end()
    return min(start, position)


def _clause_end(text: Text, position: int) -> int:
    end = text.around((max(0, position - 1), position))[1]
    match = _CLAUSE.search(text.content, position, end)
    return match.start() if match else max(end, position)


def located(case: ClaimCase) -> Iterator[Finding]:
    """The stored position and context are those of the passage, in the text that the article names."""
    stored = case.claim.locator
    if stored is None:
        yield Finding(kinds.LOCATOR_MISSING, (), "has no locator")
        return
    if case.text.sha256 != case.article.source_sha256:
        return  # reported once for the whole article
    now = locator(case.found, case.text)
    if (stored.start, stored.end) != (now.start, now.end):
        message = f"points to {stored.start}-{stored.end}, and the words stand at {now.start}-{now.end}"
        yield Finding(kinds.LOCATOR_STALE, ("locator",), message)
    elif stored != now:
        yield Finding(kinds.LOCATOR_STALE, ("locator",), "the words around the passage are others")
