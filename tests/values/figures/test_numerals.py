"""Numbers in digits and in words: what is spelled is read back, and what makes no number is none."""

from __future__ import annotations

import re

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from builder.values.figures.notation import notation, written
from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.quantity import Modifier, print_number

ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
}  # fmt: skip
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)


def english(number: int) -> str:
    if number < 20:
        return ONES["en"].split()[number]
    if number < 100:
        ten = TENS["en"].split()[number // 10 - 2]
        return ten if number % 10 == 0 else f"{ten}-{english(number % 10)}"
    if number < 1000:
        rest = f" and {english(number % 100)}" if number % 100 else ""
        return f"{english(number // 100)} hundred{rest}"
    scale, name = (1000, "thousand") if number < 10**6 else (10**6, "million")
    rest = f" {english(number % scale)}" if number % scale else ""
    return f"{english(number // scale)} {name}{rest}"


def german(number: int) -> str:
    if number < 20:
        return ONES["de"].split()[number]
    if number < 100:
        ten = TENS["de"].split()[number // 10 - 2]
        return ten if number % 10 == 0 else f"{german(number % 10)}und{ten}"
    if number < 1000:
        return f"{german(number // 100)}hundert{german(number % 100) if number % 100 else ''}"
    if number < 10**6:
        return f"{german(number // 1000)}tausend{german(number % 1000) if number % 1000 else ''}"
    millions = "eine Million" if number // 10**6 == 1 else f"{german(number // 10**6)} Millionen"
    return f"{millions} {german(number % 10**6)}" if number % 10**6 else millions


def french(number: int) -> str:
    if number < 20:
        return ONES["fr"].split()[number]
    if number < 100:
        ten, rest = number // 10, number % 10
        if ten in (7, 9):
            rest += 10
        name = TENS["fr"].split()[ten - 2]
        if rest == 0:
            return name + ("s" if ten == 8 else "")
        joint = " et " if rest in (1, 11) and ten < 8 else "-"
        return f"{name}{joint}{french(rest)}"
    if number < 1000:
        head = "cent" if number < 200 else f"{french(number // 100)} cent"
        return f"{head} {french(number % 100)}" if number % 100 else head + ("s" if number >= 200 else "")
    if number < 10**6:
        head = "mille" if number < 2000 else f"{french(number // 1000)} mille"
        return f"{head} {french(number % 1000)}" if number % 1000 else head
    head = "un million" if number // 10**6 == 1 else f"{french(number // 10**6)} millions"
    return f"{head} {french(number % 10**6)}" if number % 10**6 else head


def spanish(number: int) -> str:
    if number < 30:
        return ONES["es"].split()[number]
    if number < 100:
        ten = TENS["es"].split()[number // 10 - 2]
        return ten if number % 10 == 0 else f"{ten} y {spanish(number % 10)}"
    if number < 1000:
        if number == 100:
            return "cien"
        head = HUNDREDS.split()[number // 100 - 1]
        return f"{head} {spanish(number % 100)}" if number % 100 else head
    if number < 10**6:
        head = "mil" if number < 2000 else f"{spanish(number // 1000)} mil"
        return f"{head} {spanish(number % 1000)}" if number % 1000 else head
    head = "un millón" if number // 10**6 == 1 else f"{spanish(number // 10**6)} millones"
    return f"{head} {spanish(number % 10**6)}" if number % 10**6 else head


SPELLED = {"en": english, "de": german, "fr": french, "es": spanish}
NUMBERS = st.integers(0, 999_999_999)


def value(printed: str, language: str) -> object:
    found = read(printed, language)
    return found if isinstance(found, Refusal) else (found.modifier, found.low, found.high)


@pytest.mark.parametrize("language", SPELLED)
def test_small_numbers_are_read_in_words(language):
    for number in (*range(2, 1100), 1999, 2000, 2021, 10_000, 21_071, 100_000, 999_999, 10**6, 2_000_300):
        spelled = SPELLED[language](number)
        assert value(spelled, language) == (Modifier.EXACTLY, number, number), spelled


@pytest.mark.parametrize("language", SPELLED)
@given(number=NUMBERS.filter(lambda number: number > 1))
def test_numbers_are_read_in_words(language, number):
    spelled = SPELLED[language](number)
    assert value(spelled, language) == (Modifier.EXACTLY, number, number)
    assert value(spelled.upper().replace("SS", "ß") if language == "de" else spelled.upper(), language) == (
        Modifier.EXACTLY, number, number,
    )  # fmt: skip


@given(st.integers(0, 10**15))
def test_digits_are_read_as_each_language_writes_them(number):
    english = print_number(number)
    wanted = (Modifier.EXACTLY, number, number)
    assert value(english, "en") == wanted
    for language, group in (
        ("de", "."),
        ("es", "."),
        ("fr", "\u202f"),
        ("ru", "\u00a0"),
        ("uk", " "),
        ("de-CH", "’"),
    ):
        assert value(english.replace(",", group), language) == wanted


@given(st.integers(0, 10**9), st.integers(1, 9))
def test_decimals_are_read_as_each_language_writes_them(whole, tenth):
    figure = float(f"{whole}.{tenth}")
    for language, sign in (("en", "."), ("de", ","), ("fr", ","), ("es", ","), ("uk", ","), ("de-CH", ".")):
        assert value(f"{whole}{sign}{tenth}", language) == (Modifier.EXACTLY, figure, figure)
        other = "," if sign == "." else "."
        assert isinstance(value(f"{whole}{other}{tenth}", language), Refusal)


@pytest.mark.parametrize(
    "printed",
    [
        "twenty thirty", "one one", "thirty-ten", "twenty-zero", "thousand million", "two thousand million", "two hundred hundred",
        "two million thousand", "hundred", "million", "thousand", "1,00", "1,0000", "12,34", "1.2.3", "1,234,56", ",5", "0x10", "1_000", "٣٠",
        "1.234", "12.500", "999.999", "two and a half and a half", "one hundred two hundred", "3 0", "1 2 3", "1 23", "30 0",
        "nan", "inf", "1'00", "3½½", "1 1/3 million", "5/8",
    ],
)  # fmt: skip
def test_what_is_no_number_is_none(printed):
    assert isinstance(read(printed), Refusal)


@pytest.mark.parametrize("word", ["achten", "Zweifel", "einig", "dreist", "Elfe", "hundertfach", "Tausendfüßler", "undzwanzig", "zwanzigund", "einundeinund"])  # fmt: skip
def test_a_german_word_that_only_begins_like_a_number_is_none(word):
    assert not re.search("[0-9]", str(value(word, "de")))


def test_notation_is_that_of_the_cldr():
    """Hold the file against Babel: a country stands in it where it differs from its language, and nothing else does."""

    def of(code: str) -> tuple[str, str, bool] | None:
        data = localedata.load(code)
        symbols = data["number_symbols"].get("latn") or {}
        if symbols.get("decimal") not in (".", ","):
            return None
        group = symbols["group"] if symbols["group"] in (".", ",") else ""
        return (symbols["decimal"], group, "#,##,##" in data["decimal_formats"][None].pattern)

    codes = localedata.locale_identifiers()
    wanted = {code: of(code) for code in codes if re.fullmatch("[a-z]{2,3}", code)}
    for code in codes:
        if re.fullmatch("[a-z]{2,3}_[A-Z]{2}", code) and of(code) != wanted[code.partition("_")[0]]:
            wanted[code.replace("_", "-")] = of(code)
    assert {code: tuple(found) for code, found in written().items()} == {
        code: found for code, found in wanted.items() if found
    }


def test_a_country_writes_as_its_language_unless_it_is_listed():
    assert notation("de-DE") == notation("de") != notation("de-CH")
    assert notation("en-IN").indian
    assert notation("xx") is None
