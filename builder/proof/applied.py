"""Which rules run on a claim and on an article, and which of them rest where something is missing that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.content.model import Article
from builder.proof.case import ArticleCase, ClaimCase, Finding
from builder.proof.rules import (
    answers,
    article,
    as_of,
    asides,
    asked,
    asked_where,
    attribution,
    budget,
    doubt,
    figures,
    given,
    governed,
    headline,
    mood,
    other_speakers,
    own_voice,
    parts,
    precis,
    precis_money,
    precis_names,
    precis_rough,
    publication,
    published,
    relays,
    results,
    timing,
    verification,
    words,
)
from builder.values import lacking

ClaimRule = Callable[[ClaimCase], Iterable[Finding]]

CLAIM_RULES: tuple[ClaimRule, ...] = (
    words.printed_in_passage, words.whole_sentence, words.meaning_cut, words.name_cut, words.half_said, words.located, words.speech, words.where,
    figures.hedge_dropped, figures.overridden, figures.counts_printed, parts.marked, given.unit, given.of, headline.hedged,
    asked.counted, asked.amount, asked.side, asked.noun, asked.number, asked.unreal, mood.imagined, governed.happened, asked.feared, asked.deeds, asked.now, asked.converted, asked.whole,
    asked.people, asides.aside, asked.day, asked_where.place, asked.share, asked_where.words,
    results.kind, results.subject, results.contrast, results.forecast, results.wish, results.period,
    attribution.sources_near, attribution.stated_or_implied, attribution.speaker_kept, own_voice.own_voice, own_voice.named_beside, other_speakers.another_speaks, other_speakers.contrasted, attribution.relay_kept, relays.unlisted,
    governed.said, other_speakers.heard, governed.cut, governed.parties, attribution.cue_printed, attribution.cue_kept, verification.status_printed, verification.caveat_kept,
    timing.said_on, as_of.as_of, as_of.hour, as_of.hour_dropped, timing.value, timing.order, doubt.printed, doubt.kept,
    answers.places, answers.scope, answers.polarity, answers.spellings,
)  # fmt: skip
"""Rules on a claim whose words were found in its text."""
WORDS_RULES: tuple[ClaimRule, ...] = (words.printed_in_passage, figures.hedge_dropped)
"""Rules that need the printed words. Skipped if the printed words are missing, which is reported."""
SPEAKER_RULES: tuple[ClaimRule, ...] = (
    attribution.sources_near, attribution.stated_or_implied, attribution.speaker_kept, other_speakers.another_speaks, other_speakers.contrasted, attribution.relay_kept, relays.unlisted,
)  # fmt: skip
"""Rules that need an entry for each source of the claim. Skipped if an entry is missing, which is reported."""
DATE_RULES: tuple[ClaimRule, ...] = (
    timing.said_on,
    as_of.as_of,
    timing.value,
    timing.order,
    asked.day,
    asked_where.words,
)
"""Those that see a day from the article's. Where that is given as none that exists, that is told, and nothing that follows from it."""
LANGUAGE_RULES: dict[str, tuple[Callable[..., Iterable[Finding]], ...]] = {
    lacking.HEDGES: (
        figures.hedge_dropped,
        figures.overridden,
        figures.counts_printed,
        given.unit,
        given.of,
        article.figures,
    ),
    lacking.SAYING: (
        attribution.stated_or_implied,
        attribution.speaker_kept,
        attribution.cue_kept,
        relays.unlisted,
    ),
    lacking.DATES: (
        timing.said_on,
        as_of.as_of,
        as_of.hour,
        as_of.hour_dropped,
        timing.value,
        publication.published,
        published.contradicted,
        precis.dates,
    ),
    lacking.TURNING: (
        words.meaning_cut,
        doubt.printed,
        doubt.kept,
        answers.polarity,
        verification.status_printed,
        verification.caveat_kept,
    ),
    lacking.SPELLINGS: (answers.spellings, answers.scope),
    lacking.NAMES: (precis_names.names,),
}
"""What a language may have no words for -> those that need them. They rest, and that is told once for the article."""
ARTICLE_RULES: tuple[Callable[[ArticleCase], Iterable[Finding]], ...] = (
    article.language, article.changed, article.readable, article.outlet, article.bibliography, article.completeness,
    article.copied, article.figures, precis_names.names, precis_rough.rough, precis_money.currencies, precis.dates, publication.published, publication.stated,
    published.contradicted,
    budget.too_much, budget.side_by_side,
)  # fmt: skip


def resting(item: Article) -> tuple[Callable[..., Iterable[Finding]], ...]:
    """Return the rules that need words which the language of an article has no rules for."""
    return tuple(rule for what in lacking.lacking(item.language) for rule in LANGUAGE_RULES[what])
