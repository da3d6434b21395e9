"""The words of one language made ready for the grammar, subject by subject: tables that are looked up at a place in a text."""

from __future__ import annotations

from builder.values.figures.number_tables import NumberWords
from builder.values.figures.phrases import (
    Lead,
    Phrases,
    Vague,
    first_words,
    keyed,
    leads,
    respelled,
    table,
    tails,
)
from builder.values.figures.tokens import DASHES, Tokens, split
from builder.values.language import Language
from builder.values.lexicon import base, everywhere, listed
from builder.values.quantity import Modifier


class HedgeWords:
    """What stands before a figure and behind it and changes it, or changes nothing."""

    def __init__(self, language: Language) -> None:
        every = everywhere()
        harmless = language.harmless
        other = [*listed(harmless.before), *listed(harmless.after), *listed(harmless.prepositions)]
        known = {*other, *(phrase.split()[0] for phrase in other)}
        self.before: Phrases[Lead] = Phrases(respelled(leads(language), known))
        self.after: Phrases[Modifier] = Phrases(respelled(tails(language), known))
        self.definite = first_words(language.before.definite)
        self.closings = table(language.ranges.closing)
        self.unsafe_after = table(language.unsafe.after)
        self.numbered = table(language.unsafe.numbered)
        compared: dict[str, list[str]] = {}
        for phrase in listed(language.counted.compared):
            more, _, than = phrase.partition(" ... ")
            compared.setdefault(more, []).append(than)
        self.compared: Phrases[Phrases[bool]] = Phrases(
            (more, table(",".join(than))) for more, than in compared.items()
        )
        self.loose = first_words(language.unsafe.loose)
        self.marks = first_words(language.unsafe.marks)
        self.unsure = table(language.ranges.unsure)
        self.unsure_starts = frozenset({*self.unsure.heads, *",([", *DASHES})
        ranges = language.ranges
        self.good = first_words(language.after.good)
        self.clause_openers = table(language.after.clause)
        self.joins: Phrases[str] = Phrases(
            [(phrase, "and") for phrase in listed(ranges.both)]
            + [(phrase, "or") for phrase in listed(ranges.either)]
            + [(phrase, "to") for phrase in listed(ranges.closing)]
            + [(phrase, "margin") for phrase in (*listed(ranges.margin), *every.margin)]
        )

        self.bound_joins = table(ranges.bounds)
        self.harmless_before = table(f"{harmless.before},{language.before.fillers}")
        self.harmless_after = table(harmless.after)
        self.compounds_behind = table(harmless.compounds)
        self.joints = first_words(harmless.joints)
        self.prepositions = table(harmless.prepositions)
        self.adverbs = tuple(listed(language.unsafe.adverbs))
        self.possible, self.negating = table(language.unsafe.possible), table(language.unsafe.negating)
        self.changes = first_words(language.unsafe.changes)
        self.by, self.came_to = first_words(language.unsafe.by), first_words(language.ranges.came_to)
        self.became = table(f"{ranges.closing},{language.counted.to}")
        self.talk = {hedge: first_words(phrases) for hedge, phrases in language.talk.items()}
        self.pronouns = table(language.pronouns)
        self.more = table(language.shares.more)
        self.saying = frozenset(listed(language.saying.verbs))

    def is_adverb(self, word: str) -> bool:
        """Return whether a word ends as an adverb does, and is no verb of saying: not French "réclament"."""
        return bool(self.adverbs) and word.endswith(self.adverbs) and word not in self.saying


class VagueTables:
    """Words for how many that give no figure."""

    def __init__(self, language: Language) -> None:
        vague = language.vague
        rare, before_noun = set(listed(vague.rare)), set(listed(vague.before_noun))
        self.vague: Phrases[Vague] = Phrases(
            (phrase, Vague(scale or None, phrase in rare, phrase in before_noun))
            for scale, phrases in vague.words.items()
            for phrase in listed(phrases)
        )
        self.vague_heads = table(vague.heads)
        self.vague_places = table(vague.places)
        self.plurals = keyed(vague.plurals)
        self.vague_of = table(vague.of)
        self.vague_joins = table(vague.joins)
        self.vague_starts = frozenset(
            {*self.vague.heads, *self.vague_heads.heads, *self.vague_places.heads, *self.plurals}
        )
        """Words with which vague ones may begin."""


class ShareWords:
    """Parts, rates and multiples."""

    def __init__(self, language: Language, numbers: NumberWords) -> None:
        shares = language.shares
        self.fractions = keyed(shares.fractions)
        self.fraction_alone = table(shares.alone)
        self.halves = frozenset(" ".join(split(phrase)) for phrase in listed(shares.alone))
        self.of = table(shares.of)
        self.whose = table(shares.whose)
        self.within = table(shares.within)
        self.within_apart = table(shares.apart)
        self.one_in, self.of_every = table(shares.one_in), table(shares.of_every)
        self.than = table(shares.than)
        self.every = first_words(shares.every)
        self.share_ordinals = keyed(shares.ordinals)
        self.times, self.times_in = table(shares.times), table(shares.times_in)
        self.comparing = first_words(shares.comparing)
        endings = listed(shares.joined_times)
        self.multiples: Phrases[bool] = Phrases(
            [(phrase, True) for phrase in listed(shares.multiples)]
            + [
                (number + ending, True)
                for number, (_, value) in numbers.numbers.items()
                for ending in endings
                if value > 1
            ]
        )
        self.share_starts = frozenset(
            {
                *self.multiples.heads,
                *self.fraction_alone.heads,
                *self.every,
                *numbers.one,
                *numbers.share_signs,
            }
        )
        """Words with which a share may begin, apart from numbers."""
        self.per = table(f"{shares.per},{shares.per_time}")
        self.per_time = table(shares.per_time)
        self.per_many = table(shares.per_many)
        self.per_piece = first_words(shares.per_piece)
        self.price_per = table(shares.price_per)
        self.rates: Phrases[str] = Phrases(
            (phrase, unit if unit == "each" else f"per {unit}")
            for unit, phrases in shares.rates.items()
            for phrase in listed(phrases)
        )
        self.ratios = first_words(shares.ratios)
        self.ratio_joins = table(f"{shares.ratios},{shares.ratio_joins},{language.ranges.closing}")
        self.ratio_before, self.ratio_behind = table(shares.ratio_before), table(shares.ratio_behind)
        self.scored, self.for_one = table(shares.scored), table(shares.for_one)
        self.ballots = first_words(shares.ballots)
        vague = language.vague
        leading = {*listed(language.before.about), *listed(language.before.fillers)}
        closed = {split(filler)[-1] for filler in listed(language.before.fillers)}
        self.spoils: Phrases[bool] = Phrases(
            (phrase, True)
            for phrase in (
                *(
                    rate
                    for rate in listed(",".join(shares.rates.values()))
                    if rate not in listed(shares.rates_before)
                ),
                *listed(shares.times),
                *listed(shares.every),
                *(per for per in listed(shares.per) if per not in listed(language.numbers.one)),
                *(joint for joint in listed(f"{shares.within},{shares.apart}") if len(split(joint)) > 1),
                *(head for head in listed(vague.heads) if head not in leading),
                *(part for part in language.numbers.parts if not set(split(part)) & set(shares.fractions)),
                *(place for place in listed(vague.places) if split(place)[-1] not in closed),
            )
        )
        """What makes another figure of a number right behind it, and is none with it: "daily 300", "for every 300", "a handful of 300"."""


class UnitWords:
    """Units, and the currencies of a country."""

    def __init__(self, language: Language, code: str) -> None:
        every = everywhere()
        self.units: Phrases[str] = Phrases(
            [(phrase, unit) for unit, phrases in language.units.items() for phrase in listed(phrases)]
            + list(every.unit_signs.items())
            + [(unit, unit) for unit in language.units]
            + [(unit, unit) for family in every.families.values() for unit in family]
        )
        self.durations = frozenset({*every.families["time"], *every.families["calendar time"], "nights"})
        local = _local(every.dollars, base(code), code)
        rupees = every.rupees.get(code.partition("-")[2].upper(), "rupees")
        named = {"$": local or "$", "rupees": rupees}
        signs = [(sign, named.get(unit, unit)) for sign, unit in every.signs.items()]
        self.signs: Phrases[str] = Phrases(signs)
        self.money: Phrases[str] = Phrases(
            [
                (phrase, named.get(unit, unit))
                for unit, phrases in language.money.items()
                for phrase in listed(phrases)
            ]
            + [(word, named.get(unit, unit)) for word, unit in every.words.items()]
            + signs
        )
        self.money_words: Phrases[str] = Phrases(
            (word, named.get(unit, unit)) for word, unit in every.words.items()
        )
        self.money_scaled: Phrases[str] = Phrases(
            (phrase, unit) for unit, phrases in language.money_scaled.items() for phrase in listed(phrases)
        )
        self.money_behind: Phrases[str] = Phrases(
            (phrase, unit) for unit, phrases in language.money_behind.items() for phrase in listed(phrases)
        )
        self.conversions = table(language.conversions.before)
        self.conversion_tails = table(language.conversions.after)
        self.codes = {code.lower(): code for code in every.codes.split()}
        self.named_codes = frozenset(every.named_codes.split())
        self.sign_starts = frozenset({*self.signs.heads, *self.money_words.heads, *self.codes})
        """What the sign of a currency may begin with."""


class TimeWords:
    """What tells numbers that are figures from days, times, ages and names."""

    def __init__(self, language: Language) -> None:
        times = language.times
        self.ages, self.aged, self.may_be_aged = (
            table(times.ages),
            table(times.aged),
            table(times.may_be_aged),
        )
        self.clock, self.named, self.labels = table(times.clock), table(times.named), table(times.labels)
        self.named_alone = table(times.alone)
        self.verb_endings = tuple(listed(times.verb_endings))
        self.age_openers = {opener: first_words(who) for opener, who in times.age_openers.items()}
        self.clock_before = first_words(times.clock_before)
        self.parts_of_day = table(times.parts_of_day)
        self.hour_before = first_words(times.hour_before)
        self.day_before = first_words(times.day_before)
        self.plural_endings = tuple(listed(times.plural_endings))
        self.verbs_like_units = {
            verb: tuple(listed(endings)) for verb, endings in times.verbs_like_units.items()
        }
        self.plural_nouns = first_words(times.plural_nouns)
        self.capital_nouns, self.streets = times.capital_nouns, first_words(times.streets)
        self.streets_first = times.streets_first
        self.later, self.counted_off = table(times.later), table(times.counted_off)
        self.passed = table(times.passed)
        self.during, self.lasting = first_words(times.during), first_words(times.lasting)
        self.time_limit = first_words(times.within)
        self.recurring = table(times.recurring)
        self.ago = table(times.ago)
        self.time_prepositions = first_words(times.prepositions)
        self.year_words = first_words(times.year_words)
        self.months = {
            **_numbered(times.months, 1),
            **_numbered(times.short_months, 1),
            **keyed(times.more_months),
        }
        self.capital_months = times.capital_months
        self.capital_nouns = times.capital_nouns
        self.weekdays = _numbered(times.weekdays, 0)
        dates = language.dates
        self.when = table(
            ",".join(
                [
                    *dates.previous.values(),
                    *dates.current.values(),
                    *dates.last_seasons.values(),
                    *dates.back.values(),
                ]
            )
        )
        """Whole words for when something was: "last week", "this year", "yesterday"."""
        self.seconds = frozenset(listed(language.events.seconds))
        """The second parts of verbs, which stand behind what the verb is of."""
        self.day_parts = frozenset(listed(dates.day_parts))

    def is_month(self, tokens: Tokens, at: int) -> bool:
        """Return whether a token names a month: "May", and not "may"."""
        if at >= tokens.size or tokens.words[at] not in self.months:
            return False
        return not self.capital_months or tokens.raw(at)[0].isupper()


def _numbered(phrases: str, start: int) -> dict[str, int]:
    return keyed({name: number for number, name in enumerate(listed(phrases), start)})


def _local(dollars: dict[str, str], language: str, code: str) -> str | None:
    country = code.partition("-")[2].upper()
    return dollars.get(country) or dollars.get(language)
