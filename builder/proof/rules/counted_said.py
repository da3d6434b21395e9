"""Whether a sentence says what a claim counts, in any of the words by which proposals find its question too."""

from __future__ import annotations

from msgspec.structs import replace

from builder.content.model import Question
from builder.proof.asked import (
    Passage,
    asks_for_rate,
    contrast,
    is_age,
    is_of_asked_deed,
    of_family,
    passage_of,
    wished,
)
from builder.proof.asked.asks import Asks, printed_words, stems
from builder.proof.asked.neighbours import neighbours
from builder.proof.asked.own_times import part_of, part_text
from builder.proof.asked.passage import noun_phrase
from builder.proof.asked.portions import portion
from builder.proof.asked.results import wishes
from builder.proof.asked.things import asks_for
from builder.proof.case import ClaimCase
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.proof.owned import sentence_of
from builder.proof.rules.rest import is_negated, wanted_in
from builder.values.counting import (
    Words,
    changes,
    complements,
    counting,
    is_part,
    meant,
    same_language,
    says,
    stands_for,
)
from builder.values.figures.tokens import fold
from builder.values.lexicon import language_file, listed
from builder.values.quantity import TEMPERATURES, Quantity, is_area, is_length
from builder.values.units import same_thing

_BEFORE = 6
"""How many sentences before one may say of what a demand or an offer in it is."""
_TOLD = 2
"""How many sentences before one may say of what all its figures are."""
_EACH_TIME = frozenset({"hour", "day", "night", "week", "month", "year"})
"""Of each of which a sum may be asked for."""
_TIME = 3
"""Words in which a clause says when it was: "at noon there"."""
_OPENS = 3
"""Words at a sentence's beginning in which it says that a figure is a part of one before: "They included four"."""


def is_said(case: ClaimCase) -> bool:
    """Return whether a sentence has words for what is counted, or goes on with what the text said of it."""
    listed = case.question.printed_as
    if listed and printed_words(listed).find(Words(case.content_of(case.sentence))):
        return True
    passage = passage_of(case)
    if _is_said_here(case) or (passage is not None and _is_of_each(case, passage)):
        return True
    if passage is not None and (_is_said_by_unit(case, passage) or is_laid_waste(case, passage)):
        return True
    if passage is not None and _is_expected(case, passage):
        return True
    if passage is not None and (whole := _of_them(passage)) is not None and _goes_on(case, whole):
        return True
    if passage is not None and _is_of_them_before(case, passage):
        return True
    return passage is not None and (_goes_on(case, passage) or _takes_up(case, passage))


def _is_of_them_before(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a figure is of "them", who are counted in the sentence before by the claim of which it is a part: "100 of them are older"."""
    file, read = language_file(passage.language), passage.read
    whole = next((one for one in case.article.claims if one.id == case.claim.part_of), None)
    if file is None or whole is None or whole.counts != case.claim.counts:
        return False
    figure, end = passage.inside, len(read.text)
    told = [" ".join(read.words.between(*span)[:3]) for span in ((figure[1], end), (0, figure[0]))]
    before = case.text.around(case.passage, 1)[0], case.sentence[0]
    return any(
        f"{words} ".startswith(f"{phrase} ") for words in told for phrase in listed(file.counted.some_of)
    ) and bool(occurrences(whole.printed, case.text, before))


def _of_them(passage: Passage) -> Passage | None:
    """Return the passage of the figure of which another is a part by a pronoun: "12,000 are in the country, 11,000 of them in Osk"."""
    file, read = language_file(passage.language), passage.read
    before = [item for item in read.found if item.number[1] <= passage.inside[0]]
    if file is None or not before:
        return None
    behind = " ".join(read.words.between(passage.inside[1], len(read.text))[:3])
    if not any(behind.startswith(f"{phrase} ") for phrase in listed(file.counted.some_of)):
        return None
    base = passage.sentence[0]
    start, end = before[-1].start, before[-1].end
    return replace(passage, figure=(base + start, base + end))


def _is_expected(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a clause gives a figure as expected where the question counts just that, of what it asks of: "its forecast for the margin"."""
    site, read = case.book.site.settings.language, passage.read
    there, counts = counting(site), Words(case.claim.counts or "")
    if not any(found.find(counts) for found in (there.forecast, there.forecast_behind)):
        return False
    low, high = part_of(read, passage.number)
    told = any(
        low <= term.start < high
        for found in (read.language.forecast, read.language.forecast_behind)
        for term in read.sought(found)
    )
    of = stems(case.question.of or "")
    named = of & stems(passage.printed(low, high)) if same_language(case.article.language, site) else of
    return told and bool(named)


def _is_of_each(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a sum is one of each of what a question asks for one: "at 41 euros a share", where the offer for each share is asked for."""
    read, site = passage.reading, case.book.site.settings.language
    if read is None or not read.unit or not asks_for_rate(case.question, site):
        return False
    unit, _, each = read.unit.partition(" per ")
    clause = passage.printed(*part_of(passage.read, passage.number))
    if not each or Asks(case.question, site).has_other_deed(clause, case.article.language):
        return False
    if unit == case.question.unit and each in _EACH_TIME and each in Words(case.question.text).words:
        return True  # "sticks to 2 million euros a day", where a sum for each day is asked for
    return same_thing(each, case.question.of or "", (case.article.language, site))


def _is_said_by_unit(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a figure's unit measures nothing but what is asked for: 43.6 °C are a temperature."""
    file, asked = language_file(case.article.language), counting(case.book.site.settings.language)
    unit = passage.reading.unit if passage.reading is not None else None
    if file is None or file.meant_units.get(unit or "", unit) not in TEMPERATURES:
        return False
    return "temperature" in {
        name for term in asked.matters.find(Words(case.claim.counts or "")) for name in term.sets
    }


def is_laid_waste(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a fire destroyed an area that is asked for as burned: "The fire is out. It destroyed 4,600 hectares"."""
    unit, here = (
        passage.reading.unit if passage.reading is not None else None,
        counting(case.article.language),
    )
    said = passage.owned.says | passage.owned.allows
    if not is_area(unit) or wanted_in(case) != {"burned"} or said != {"destroyed"}:
        return False
    before = case.content_of((case.text.around(case.passage, 1)[0], case.sentence[1]))
    return {name for term in here.disasters.find(Words(before)) for name in term.sets} == {"fire"}


def _takes_up(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a clause counts with a pronoun what the first figure of the sentence before counts: "They had been 52 on Saturday".

    It may have none, and say no more than when there were how many: "At noon there were 12", Spanish "A mediodía eran doce".

    What is said there of a part alone is not taken up, nor what a clause set against it says. A second number of the same is one of
    another day, of another place or by another source: the claim says of which.
    """
    part = part_of(passage.read, passage.number)
    start, end = (case.sentence[0] + at for at in part)
    if not {"as_of", "hour", "scope"} & case.entry.keys() and not any(
        start <= cue[0] < end for cue in case.cues
    ):
        return False
    file, site = language_file(case.article.language), case.book.site.settings.language
    if file is None or (wanted_in(case) and passage.owned.allows):
        return False
    own = Words(passage.printed(*part).partition(passage.printed(*passage.number))[0]).words
    pronouns = {fold(word) for word in listed(f"{file.events.pronouns}, {file.counted.of_it}")}
    if pronouns.isdisjoint(own) and not _only_is(passage, part, own):
        return False
    if contrast(passage, case.question, (case.book.speakers, case.book.places), site, case.cues):
        return False
    if not case.claim.scope and case.book.places.named(passage.printed(*part)):
        return False  # "in Osk they are 52": of those alone
    start = case.text.around(case.passage, 1)[0]
    if start == case.sentence[0] or case.text.paragraph((start, start + 1)) != case.text.paragraph(
        case.passage
    ):
        return False
    above = sentence_of(case.content_of((start, case.sentence[0])), case.article.language)
    # "One counts the dead of the wreck like days of rain. They were 17 on Thursday": no figure stands there that may be of others
    first = above.text[slice(*part_of(above, above.found[0].number))] if above.found else above.text
    names = {name for term in counting(case.article.language).find(Words(first)) for name in term.sets}
    if printed_words(case.question.printed_as).find(Words(first)) or says(wanted_in(case), names):
        return True
    # "21,000 households are without power. Last night it was 55,000": words that no set has, all of them, in the site's language
    counts = stems(case.claim.counts or "")
    return bool(counts) and same_language(case.article.language, site) and counts <= stems(first)


def _only_is(passage: Passage, part: Span, own: list[str]) -> bool:
    """Return whether a clause has a form of "to be", a figure without a noun, and hardly a word besides: those of a time."""
    here, behind = passage.read.language, passage.read.words.between(passage.inside[1], part[1])
    plain = here.are | here.articles | here.and_or
    return (
        not behind
        and not noun_phrase(passage)[0]
        and not here.are.isdisjoint(own)
        and len([word for word in own if word not in plain]) <= _TIME
    )


def _goes_on(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a text leaves what is counted to what stands around it: "About 640 stayed away", where the strike was told before.

    Nothing in the figure's own clause may set it apart: another state, another subject, time or place, a part. Nor may another figure's
    clause near by have the words that are missing here, unless who speaks is all that the clause has beside its figure.
    """
    language, site, question = case.article.language, case.book.site.settings.language, case.question
    counts, same = case.claim.counts or "", same_language(language, site)
    noun = noun_phrase(passage)[0]
    if same and stems(noun) & stems(counts):
        return True  # "212 employees" are employed
    happened = wanted_in(case)
    others = passage.owned.allows if happened else passage.owned.says - asks_for(question, site)
    if others - changes() or _is_to_come(case, passage):
        return False
    first = passage.read.words.numbered(0, passage.inside[0])[:1]
    joined = bool(first) and passage.read.words.words[first[0][0]] in counting(language).joints
    if joined and passage.read.text.startswith(",", passage.read.words.ends[first[0][0]]):
        return False  # "Before, it was 12.80 euros"
    if portion(passage) is not None or contrast(
        passage, question, (case.book.speakers, case.book.places), site, case.cues
    ):
        return False
    asks = Asks(question, site)

    def tells(words: str) -> bool:
        cut = Words(words)
        sets = {
            name
            for found in (known.find(cut), known.weaker.find(cut))
            for term in found
            for name in term.sets
        }
        if printed_words(question.printed_as).find(cut):
            return True
        return says(happened, sets) or (same and bool(stems(counts) & stems(words)))

    known, base = counting(language), case.sentence[0]
    clause = part_of(passage.read, passage.number)
    speaks = any(clause[0] <= cue[0] - base and cue[1] - base <= clause[1] for cue in case.cues)
    if not speaks and any(
        tells(part_text(near.passage.read, near.found.number)) for near in neighbours(passage)
    ):
        return False
    deed = asks.has_other_deed(passage.printed(*clause), language)
    if not deed and _is_of_asked_noun(passage, question, noun, same=same, asks=asks):
        return True
    if not deed and _is_of_asked_measure(case, passage, asks):
        return True
    of_noun, of_clause = asks.met(noun, language), asks.met(passage.printed(*clause), language)
    if _is_share(case, passage):
        # Of what it is a share is said of any share: "11 percent of the boats were painted".
        of_noun, of_clause = frozenset(), of_clause - of_noun - asks.met(question.of or "", site)
    if of_noun or len(of_clause) > 1:
        return True
    before = case.content_of((case.text.around(case.passage, _TOLD)[0], case.sentence[1]))
    return tells(f"{case.article.headline or ''}\n{before}")


def _is_of_asked_noun(passage: Passage, question: Question, noun: str, *, same: bool, asks: Asks) -> bool:
    """Return whether a figure counts what a question asks of, by its noun: "64 trains did not run". What is measured has none."""
    if passage.reading is None or passage.is_measured:
        return False
    if not same:
        return asks.counts_what(noun, passage.language)
    return bool(stems(noun) & stems(f"{question.of or ''} {question.unit or ''}"))


def _is_of_asked_measure(case: ClaimCase, passage: Passage, asks: Asks) -> bool:
    """Return whether a figure measures what its paragraph speaks of right before: "She found a crack. Forty centimetres, by her tape".

    Its unit is the question's own and measures a length or an area, which nothing else is, or it has none and the figure before has that unit: "We wrote that the crack had 60 cm. It has 52".
    """
    question, language = case.question, case.article.language
    unit = passage.reading.unit if passage.reading is not None else None
    if not (is_length(question.unit) or is_area(question.unit)) or (unit and unit != question.unit):
        return False
    start = case.text.around(case.passage, _TOLD)[0]
    start = max(start, case.text.paragraph(case.passage)[0])
    before = case.content_of((start, case.sentence[0]))
    own = case.content_of(case.sentence)
    if unit is None:
        units = [
            item.reading.unit
            for item in sentence_of(before, language).found
            if isinstance(item.reading, Quantity)
        ]
        if units[-1:] != [question.unit] or noun_phrase(passage)[0]:
            return False
    return asks.named(before, language) or asks.named(own, language)


def _is_share(case: ClaimCase, passage: Passage) -> bool:
    """Return whether a figure is a share of what its noun names, or of all the others of it."""
    read = passage.reading
    share = read is not None and (read.share or read.unit == "percent")
    return share or case.claim.unit == "percent" or bool(case.entry.get("complement"))


def _is_to_come(case: ClaimCase, passage: Passage) -> bool:
    """Return whether the clause of a figure speaks of what is expected, wanted or possible, by no word by which the claim's source says it."""
    read, here, (low, high) = passage.read, passage.read.language, part_of(passage.read, passage.number)
    cues = [(start - case.sentence[0], end - case.sentence[0]) for start, end in case.cues]
    sets = (
        here.forecast,
        here.forecast_behind,
        here.wish,
        here.wish_behind,
        here.aim,
        here.aim_behind,
        here.to_come,
        wishes(passage.language),
    )
    return any(
        low <= term.start < high and not any(start <= term.start < end for start, end in cues)
        for found in sets
        for term in read.sought(found)
    )


def _is_said_here(case: ClaimCase) -> bool:
    """Return whether a sentence has words for what is counted. Of words that no set has, only the site's own language can tell."""
    language, site = case.article.language, case.book.site.settings.language
    wanted, known = meant(case.claim.counts or "", site), counting(language)
    happened = wanted_in(case)
    cut = Words(case.content_of(case.sentence))
    here = frozenset(name for term in known.find(cut) for name in term.sets)
    if says(happened, here) or is_part(here, happened) or stands_for(here, happened):
        return True
    passage = passage_of(case)
    if (
        passage is not None
        and here & complements(happened)
        and is_negated(case, passage, complements(happened))
    ):
        return True
    if passage is not None and is_of_asked_deed(passage, case.question, site):
        return True  # the years that somebody asked for
    family = of_family(passage, case.claim.counts or "", happened, site) if passage is not None else None
    if family is not None and family.own:
        return True
    if happened and passage is not None and passage.owned.allows - changes():
        return False  # who or what is counted is named, and something else is said of them
    if wanted.things & {name for term in known.things.find(cut) for name in term.sets}:
        return True
    if family is not None and family.maybe:
        return True
    if passage is not None and is_age(passage, case.claim.counts or "", site):
        return True
    if happened and (known.standing.find(cut) or _opens_with_part(case, cut)):
        before = case.content_of((case.text.around(case.passage, 1)[0], case.sentence[0]))
        beside = Words(f"{case.article.headline or ''}\n{before}")
        return says(happened, {name for term in known.find(beside) for name in term.sets})
    if passage is not None and wished(passage, case.question, site):
        # "Prosecutors had sought nine years", where the sentence before has the prison
        earlier = Words(case.content_of((case.text.around(case.passage, _BEFORE)[0], case.sentence[0])))
        names = {name for term in known.find(earlier) for name in term.sets}
        matters = {name for term in known.matters.find(earlier) for name in term.sets}
        named = {
            name for term in counting(site).matters.find(Words(case.claim.counts or "")) for name in term.sets
        }
        if says(happened, names) or named & matters:
            return True
    if not same_language(language, site):
        # How another language says words that are in no set is not known.
        return not (happened | wanted.things) & known.known
    return any(word.startswith(beginning(wanted_word)) for wanted_word in wanted.words for word in cut.words)


def _opens_with_part(case: ClaimCase, cut: Words) -> bool:
    """Return whether a sentence begins by saying that what it counts is a part of what the one before counts."""
    found = counting(case.article.language).part.find(cut)
    return bool(found) and len(cut.between(0, found[0].end)) <= _OPENS


def beginning(word: str) -> str:
    """Return what a word has in common with its other endings: "village" for "villages"."""
    return fold(word[: max(4, len(word) - 3)])
