"""The words by which a language attributes statements, as the expressions that the rules search with."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from builder.values import speech
from builder.values.expressions import BETWEEN, NEVER, alternatives, compiled, optional
from builder.values.language import Language
from builder.values.language_parts import Saying, Turning
from builder.values.letters import CAPITAL
from builder.values.lexicon import language_file, listed

_LEAD = 4
"""How many articles and titles may stand between a verb and a name."""

_APART = 6
"""How many words may stand between the parts of a phrase on verification, where a negation may stand behind what it turns: German
"Überprüfen ließen sich die Angaben nicht"."""


class Forms(Struct, frozen=True):
    """A language's expressions. Each matches nowhere if the language has no words for it."""

    after: re.Pattern[str]
    """From a name on: a verb of saying that belongs to it, as ``verb``."""
    before: re.Pattern[str]
    """Up to a name: what gives words to it; as ``verb`` where that is a verb."""
    lead: re.Pattern[str]
    """From a verb up to the name behind it."""
    firsts_after: re.Pattern[str]
    """From a name on: the first part of a verb in two parts, as ``verb``."""
    firsts: re.Pattern[str]
    """Up to a name: the first part of a verb in two parts, as ``verb``."""
    rests: dict[str, re.Pattern[str]]
    """First part, in small letters -> from the name on, the other part."""
    joined: re.Pattern[str]
    """Between two names that say it together."""
    belonging: re.Pattern[str]
    """Between who says it and the body that he is of: "of the"."""
    role_of: re.Pattern[str]
    """Up to a body: that somebody speaks for it: "the spokeswoman of"."""
    figuring: re.Pattern[str]
    """A verb that gives a figure, and nothing that stands beside it."""
    temporal: re.Pattern[str]
    """Up to a name or a pronoun: the word that begins a clause of time or cause."""
    contrast: re.Pattern[str]
    """Up to a name or a pronoun: the word that sets its clause against what stands before: "though officials"."""
    opens_contrast: re.Pattern[str]
    """From a sentence's beginning on: a clause that is set against what follows it: "While 400 worked there, ..."."""
    told: re.Pattern[str]
    """From a verb up to the name behind it: that he is told something: Spanish "alertó al ministerio"."""
    according: re.Pattern[str]
    """A phrase that gives words to the name behind it, alone."""
    aside: re.Pattern[str]
    """From a name on: a clause between commas that tells who it is, with a verb of saying behind it: ", who runs the ministry, said"."""
    he_said: re.Pattern[str]
    """A verb whose speaker was named before: "he said", "the agency said"."""
    said_before: re.Pattern[str]
    """From a sentence's beginning on: that it tells who said the sentence before, up to its verb or phrase of saying, included."""
    says: re.Pattern[str]
    """Any verb of saying, or what may stand for one."""
    relayed: re.Pattern[str]
    """Who passed it on and was named before."""
    loosely: re.Pattern[str]
    """The beginning of a clause of its own."""
    by_role: re.Pattern[str]
    """From a verb of saying on: that who says it stands behind it, and was named before: French "a annoncé mercredi le groupe"."""
    another: re.Pattern[str]
    """Between a name and a verb of saying: that behind a comma somebody else stands, who says it: "in hospital, she said"."""
    named: re.Pattern[str]
    """From a name on: that it only gets another one: ", called GUN,"."""
    naming: re.Pattern[str]
    """Up to a name: that it only is what somebody is called."""
    hears: re.Pattern[str]
    """Up to a participle: that somebody is told something, and says nothing: "was told"."""
    unverified: re.Pattern[str]
    """That it could not be checked."""
    toll: re.Pattern[str]
    """The number of the dead, as what could not be checked."""
    figures: re.Pattern[str]
    statements: re.Pattern[str]
    unconfirmed: re.Pattern[str]
    """That one thing could not be confirmed."""
    verified: re.Pattern[str]
    """That the outlet has checked it itself."""


@lru_cache(maxsize=64)
def unverified(language: str) -> re.Pattern[str]:
    """Return the expression for what says that it could not be checked, without making the others."""
    file = language_file(language)
    words_on = file.turning if file is not None else Turning()
    apart = _APART if words_on.behind else BETWEEN
    return compiled(rf"\b(?:{alternatives(words_on.unverified, apart)})\b")


@lru_cache(maxsize=64)
def forms(language: str) -> Forms:
    """Return the expressions of a language."""
    words = speech.saying(language)
    file = language_file(language)
    words_on = file.turning if file is not None else Turning()
    covers, far = words_on.covers, _APART if words_on.behind else BETWEEN
    apart = file.counted.apart if file is not None else ""
    verbs = speech.verbs(language)
    possessive = f"(?:{alternatives(words.possessive)})?" if words.possessive else ""
    lead = rf"(?:{articles(words.articles)}|(?:[\w-]{{1,40}}+\s+){{0,2}}(?:{alternatives(words.titles)})\s+){{0,{_LEAD}}}"
    opening = r"(?:(?<=[\s\",])|\A)" if words.inverted else r"[\",]\s+"
    firsts: dict[str, list[str]] = {}
    for verb in speech.parted(language):
        firsts.setdefault(verb.first, []).append(verb.rest)
    rests = {first: compiled(_rest(found) + speech.ENDED) for first, found in firsts.items()}
    return Forms(
        after=compiled(
            rf"{possessive}[\s,)]*+(?:['\w,.-]++\s+){{0,4}}?(?P<verb>{verbs}|{alternatives(words.behind)})\b"
        ),
        before=compiled(
            rf"(?:(?<!\w)(?:{alternatives(words.according)})|{opening}(?P<verb>{verbs})(?P<day>{_day(file)})?)\s+{lead}\Z"
        ),
        lead=compiled(rf"\s+{lead}"),
        firsts_after=compiled(
            rf"{possessive}[\s,)]*+(?:['\w,.-]++\s+){{0,4}}?(?P<verb>{alternatives(firsts)})\b"
        ),
        firsts=compiled(rf"\b(?P<verb>{alternatives(firsts)})\s+{lead}\Z"),
        rests=rests,
        joined=compiled(
            rf"\s*{possessive}\s*(?:{alternatives(words.joined)}|,)\s*{articles(words.articles)}?\Z"
        ),
        belonging=compiled(
            rf"\s+(?:{alternatives(words.belonging)})\s*(?:{articles(words.articles)})?\s*(?:[\w']{{1,40}}+\s+){{0,2}}"
        ),
        role_of=compiled(
            rf"\b(?:{alternatives(f'{words.roles},{words.titles}')})\s+(?:(?:{alternatives(words.belonging)})\s*)?"
            rf"(?:{articles(words.articles)})?\Z"
        ),
        figuring=compiled(alternatives(words.figuring)),
        temporal=compiled(rf"\b(?:{alternatives(words.temporal)})\s+(?:{articles(words.articles)})?\Z"),
        contrast=compiled(rf"\b(?:{alternatives(apart)})\s+(?:{articles(words.articles)})?\Z"),
        opens_contrast=compiled(rf"\W*(?:\w{{1,12}}\W+)?(?:{alternatives(apart)})\b"),
        told=compiled(rf"\s+(?:{alternatives(words.told)})\s"),
        according=compiled(rf"(?:{alternatives(words.according)})(?!\w)"),
        aside=compiled(_aside(language)),
        he_said=compiled(_he_said(language)),
        said_before=compiled(speech.said_before(language)),
        says=compiled(rf"\b(?:{verbs}|{alternatives(words.passed)})\b"),
        relayed=compiled(rf"(?:\b(?:{alternatives(words.relays)})\b)"),
        loosely=compiled(rf", (?:{alternatives(words.clauses)})\b"),
        by_role=compiled(
            rf"(?:\s+[\w-]+){{0,2}}?\s+{articles(words.determiners)}(?:{alternatives(words.roles)})\b"
            if words.inverted
            else NEVER
        ),
        another=compiled(_another(words)),
        named=compiled(rf",\s+(?:\w+\s+)?(?P<verb>{alternatives(words.naming)})\s+[^,;:]{{1,40}},"),
        naming=compiled(rf",\s+(?:\w+\s+)?(?:{alternatives(words.naming)})\s+{lead}\Z"),
        hears=compiled(rf"(?<!\w)(?:{alternatives(file.governing.hears if file else '')})\s+(?:\w+ly\s+)?\Z"),
        unverified=unverified(language),
        toll=compiled(rf"\b(?:{alternatives(covers.get('toll', ''))})\b"),
        figures=compiled(rf"\b(?:{alternatives(covers.get('figures', ''))})\b"),
        statements=compiled(rf"\b(?:{alternatives(covers.get('statements', ''))})\b"),
        unconfirmed=compiled(rf"\b(?:{alternatives(words_on.unconfirmed, far)})\b"),
        verified=compiled(rf"\b(?:{alternatives(words_on.verified, far)})\b"),
    )


def _day(file: Language | None) -> str:
    """Return an expression for a weekday behind a verb of saying, before who says it: Spanish "informó el sábado la Oficina"."""
    if file is None:
        return NEVER
    on = alternatives(file.proposing.speakers.on_day)
    return rf"\s+(?:(?:{on})\s+)?(?:{alternatives(file.times.weekdays)})\b"


def _rest(rests: list[str]) -> str:
    """Return an expression for the second part of a verb, with the words before it."""
    return rf"""(?:\s+[^\s;:!?"]{{1,60}}+){{0,{speech.PARTED}}}?\s+(?:{alternatives(rests)})\b"""


def articles(given: str) -> str:
    """Return an expression for an article with the space behind it; none behind one that ends with an apostrophe."""
    close = [article for article in listed(given) if article.endswith("'")]
    apart = [article for article in listed(given) if not article.endswith("'")]
    return rf"(?:(?:{alternatives(apart)})\s+|(?:{alternatives(close)}))"


def somebody(file: Language) -> tuple[str, str]:
    """Return expressions for the beginning of a word for somebody whom no registry need know: a name or "officials", and any plural."""
    known = alternatives(file.proposing.speakers.somebody)
    return rf"(?i:{known})\b|(?-i:{CAPITAL})", rf"[^\W\d]+(?:{alternatives(file.times.plural_endings)})\b"


def _aside(language: str) -> str:
    file = language_file(language)
    words, verbs = speech.saying(language), speech.verbs(language)
    if file is None or verbs == NEVER:
        return NEVER
    opens = alternatives(f"{file.proposing.days.relative},{file.numbers.one}")
    # "Kane, the leader of the union, told": a role of somebody, and no other name that says it too
    role = rf"{articles(words.articles)}(?:[\w-]{{1,40}}+\s+){{0,2}}?(?:{alternatives(f'{words.roles},{words.titles}')})"
    # "Kane, head of the mill, told", "Kane, director of the operator, Osk Mill, told"
    of = rf"(?:{articles(words.articles)})?(?:[\w-]{{1,40}}+\s+){{1,3}}?(?:{alternatives(words.belonging)})"
    name = rf"(?:,\s+(?-i:{CAPITAL})[^,;:\"()]{{1,60}})?"
    return rf",\s+(?:(?:{opens})\s|{role}\s|{of}\s)[^,;:\"()]{{1,150}}{name},(?=\s+{optional(words.helpers)}(?:{verbs})\b)"


def _another(words: Saying) -> str:
    # "Holm, who said": that is Holm.
    pronouns = [one for one in listed(words.pronouns) if one not in listed(words.clauses)]
    who = rf"(?:(?:{alternatives(pronouns)})\s+|{articles(words.determiners)}(?:[^\W\d][\w'-]*\s+){{1,4}}?)"
    return rf",\s+{who}{optional(words.helpers)}\Z"


def _he_said(language: str) -> str:
    words = speech.saying(language)
    verbs = speech.verbs(language)
    if verbs == NEVER:
        return NEVER
    role = rf"{articles(words.determiners)}(?:[\w'-]{{1,40}}+\s+){{0,2}}?(?:{alternatives(words.roles)})"
    who = rf"(?:{alternatives(words.pronouns)}|{role})"
    helpers = optional(words.helpers)
    found = [rf"\b{who}\s+{helpers}(?:{verbs})\b", rf"\b(?:{speech.attached(language)})\b"]
    if words.inverted:
        # Spanish "dijo que" begins what is said: "que" is nobody there.
        behind = alternatives([one for one in listed(words.pronouns) if one not in listed(words.clauses)])
        found.append(rf"\b(?:{verbs})\s+{helpers}(?:{behind}|{role})\b")
        for verb in speech.parted(language):
            first = alternatives([verb.first])
            found.append(rf"\b{first}\s+{who}{_rest([verb.rest])}{speech.ENDED}")
    if words.dropped:
        found.append(rf"[\",]\s*(?:{verbs})\s*(?=[.,;\"]|\Z)")
    return "|".join(found)
