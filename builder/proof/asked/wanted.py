"""Whether a figure is only wanted, aimed at, promised or allowed, whatever it counts: "had hoped for 50,000 visitors", "the limit is 50 mg".

Who a question asks of by what befell them ("12 people killed") is told by other rules: here the figure has no such word of its own. A figure
behind an article is known from before, and may be so beside any wish: "hopes to find the 12 miners".
"""

from __future__ import annotations

from functools import lru_cache

from builder.content.model import Question
from builder.proof.asked.asks import plain_stems, stems
from builder.proof.asked.passage import Passage, of_site
from builder.proof.asked.results import asks_for_forecast, is_set_against, stands_to
from builder.proof.asked.things import asks_for, kind_of_unit
from builder.proof.asked.unreal import asks_for_planned
from builder.values.counting import Sets, Term, Words, same_language, says
from builder.values.lexicon import language_file


def only_wanted(passage: Passage, question: Question, language: str) -> str | None:
    """Return the words by which a figure is only wanted, promised or allowed; ``None`` where the question asks for just that."""
    comes = _asks_for_aim(question, language)
    if _asks_for_that(question, language) or asks_for_forecast(question, language, coming=not comes):
        return None
    wanted = asks_for(question, language)
    if (
        wanted
        and says(wanted, passage.owned.says)
        and kind_of_unit(question.unit, language) in ("persons", "places")
    ):
        return None
    if _is_of_those_who(passage, wanted):
        return None
    read, here, (start, end) = passage.read, passage.read.language, passage.inside
    planned = comes or asks_for_planned(question, language)
    before = [here.wish, *([] if planned else [here.aim])]
    behind = [here.wish_behind, *([] if planned else [here.aim_behind])]
    if kind_of_unit(question.unit, language) == "persons" and not passage.owned.says and not comes:
        before, behind = [*before, here.forecast], [*behind, here.forecast_behind]
    leading = [term for sets in before for term in read.sought(sets) if term.end <= passage.number[0]]
    found = [] if _is_known(passage) else leading
    wants = read.sought(here.want)
    if comes:
        # What a government wants is what will be; what others call for is not: "hires 400, where 600 are needed".
        found = [t for t in found if not any(t.start == want.start for want in wants)]
    else:
        found += [t for t in wants if t.end <= start and not read.words.between(t.end, start)]
    found += [term for sets in behind for term in read.sought(sets) if term.start >= end]
    term = next((t for t in found if stands_to(passage, t) and not is_set_against(passage, t)), None)
    if term is None or _is_asked_for(passage, term, question, language):
        return None
    return passage.printed(term.start, term.end)


def _is_of_those_who(passage: Passage, wanted: frozenset[str]) -> bool:
    """Return whether a clause behind a figure says of those whom it counts what is asked for: "expected to visit 85 people who were treated"."""
    read, end = passage.read, passage.number[1]
    return any(
        term.start >= end
        and says(wanted, term.sets)
        and bool(set(read.words.between(end, term.start)) & read.language.relative)
        for term in read.terms
    )


def _is_asked_for(passage: Passage, term: Term, question: Question, language: str) -> bool:
    """Return whether a question asks for just what such words name: "How high is the cap?", where the text has "a cap of"."""
    said = stems(passage.printed(term.start, term.end)) - plain_stems(passage.language)
    return same_language(language, passage.language) and bool(
        said & stems(f"{question.text} {question.counts or ''}")
    )


def is_wish(words: str, language: str) -> bool:
    """Return whether words are those of a demand, a wish or an offer: no cue makes a result of it."""
    cut, here = Words(words), _demands(language)
    return bool(here.find(cut))


@lru_cache(maxsize=16)
def _demands(language: str) -> Sets:
    file = language_file(language)
    if file is None:
        return Sets({})
    demanded = file.events.happened.get("demanded", "")
    return Sets({"wish": f"{file.counted.wish},{file.counted.wish_behind},{demanded}"})


def _asks_for_that(question: Question, language: str) -> bool:
    site, asked = of_site(language), _words_of(question)
    return any(sets.find(asked) for sets in (site.wish, site.wish_behind, site.want))


def _asks_for_aim(question: Question, language: str) -> bool:
    site, asked = of_site(language), _words_of(question)
    return any(sets.find(asked) for sets in (site.aim, site.aim_behind))


def _words_of(question: Question) -> Words:
    return Words(" ".join((question.text, question.short, question.counts or "", question.unit or "")))


def _is_known(passage: Passage) -> bool:
    """Return whether an article stands right before a figure: "the 12 miners". Spanish puts one before every share: "el 70 %"."""
    if passage.reading is not None and passage.reading.unit == "percent":
        return False
    read, start = passage.read, passage.inside[0]
    before = read.words.between(0, start)[-1:]
    return bool(before) and before[0] in read.language.articles | read.language.those
