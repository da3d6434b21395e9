"""What stands beside a figure in its sentence: forms of newspapers, with the figures that each holds; "refuse": found, and not read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.values.figures.refusal import Refusal
from builder.values.figures.search import find
from builder.values.quantity import Quantity
from tests.values.figures.short import meant

FORMS = {
    "en": """
        The number of dead rose by 12 to 61. | 12: = 12; 61: = 61
        Profit rose by $3 million to $40 million. | $3 million: = 3000000 USD; $40 million: = 40000000 USD
        Inflation rose by 2% to 5%. | 2%: = 2 percent; 5%: = 5 percent
        The toll fell by two to 61 dead. | two: = 2; 61: = 61
        The toll grew by a dozen to 61. | a dozen: ~ 12; 61: = 61
        The index climbed by 5 to 140 points. | 5: = 5; 140: = 140
        The toll rose three to 61 dead. | three: = 3; 61: = 61
        The number rose by 30 to 40. | 30 to 40: refuse
        Sales rose by $30 million to $40 million. | $30 million to $40 million: refuse
        Prices rose by 10 to 15 percent. | 10 to 15 percent: 10..15 percent
        Sales went from 12 to 61. | 12: = 12; 61: = 61
        Between 12 and 61 people were there. | Between 12 and 61: 12..61
        One or two people were killed. | One or two: 1..2
        Two dozen or so people were killed. | Two dozen or so: ~ 24
        The dead numbered 300, perhaps 400. | 300, perhaps 400: refuse
        They counted at least 300, possibly 400. | at least 300, possibly 400: refuse
        They counted 300 or even 400. | 300 or even 400: refuse
        They counted 300, if not 400. | 300, if not 400: refuse
        Nowhere close to 300 people were killed. | Nowhere close to 300: refuse
        Give or take 300 people were killed. | Give or take 300: refuse
        A hundred and some people were killed. | A hundred and some: > 100
        Twice 300 people were killed. | Twice 300: refuse
        Double the 300 people came. | Double the 300: share
        Three times 300 people came. | Three times 300: refuse
        Not far off 300 people came. | Not far off 300: refuse
        The toll eclipsed 300. | eclipsed 300: > 300
        Half the 300 people were killed. | Half the 300: refuse
        A fraction of the 300 people came. | A fraction of the 300: refuse
        The number averaged 300. | averaged 300: refuse
        Not even 300 came. | Not even 300: refuse
        Not so much as 300 came. | Not so much as 300: refuse
        Possibly 300 were there. | Possibly 300: refuse
        It was easily 300. | easily 300: refuse
        The plant makes daily 300 tins. | daily 300: refuse
        One for every 300 came. | One for every 300: share
        It stood within 300m of the border. | 300m: refuse
        He ran 100m in a storm. | 100m: refuse
        The 20m tower fell. | The 20m: refuse
        A 50m pool was dug. | A 50m: refuse
        The ship is 300m (980ft) long. | 300m: refuse
        Some 5m people came. | Some 5m: ~ 5000000
        It cost £5m and 3m euros. | £5m: = 5000000 GBP; 3m euros: = 3000000 EUR
        Damage cost £3.4m ($4.2m). | £3.4m: = 3400000 GBP
        They spent tens of millions of pounds. | tens of millions of pounds: vague 10000000 GBP
        One person in ten was ill. | One person in ten: share
        It hit 3 of 12 villages. | 3: = 3; 12: = 12
        It hit 3 of 12. | 3 of 12: refuse
        They won 21 of 90 seats. | 21: = 21; 90: = 90
        Fifteen people died and up to 22 were missing. | Fifteen: = 15; up to 22: <= 22
        The twenty first man came. | twenty first: refuse
        Some 200 score were there. | Some 200 score: refuse
        They hit 200 k there. | 200 k: refuse
        Call 1-800 now. | 1-800: refuse
        There were 200 or better. | 200 or better: refuse
        There were 200 or whatever. | 200 or whatever: refuse
        There were 200 higher. | 200 higher: refuse
        There were 200 behind bars. | 200: = 200
        It began at 4.30 on Monday. |
        It closed at 4.30 dollars. | 4.30 dollars: = 4.3 USD
        It narrowed its loss in 2030 by €12m to €33m. | €12m: = 12000000 EUR; €33m: = 33000000 EUR
        It narrowed its loss in 2030 to €33m from €45m. | €33m: = 33000000 EUR; €45m: = 45000000 EUR
        The number slipped under 40. | slipped under 40: < 40
        They made three point five million. | three point five million: = 3500000
        It took two hours and 30 minutes. | two hours and 30 minutes: refuse
        He is 6ft 2in tall. | 6ft 2in: refuse
        It was 12 degrees below zero. | 12 degrees below zero: refuse
        They fell 15 short of 200. | 15 short of 200: refuse
        There were dozens, perhaps 300. | dozens, perhaps 300: refuse
        It grew 300 percent more. | 300 percent more: refuse
        About 30 or fewer came. | About 30 or fewer: <= 30
        A bus left every two hours. | every two hours: refuse
        It hovered around 300. | hovered around 300: ~ 300
        It is on the verge of 300. | on the verge of 300: <~ 300
    """,
    "de": """
        Die Zahl der Toten stieg um zwölf auf 61. | zwölf: = 12; 61: = 61
        Ein paar Hundert Menschen kamen. | Ein paar Hundert: vague 100
        Es kamen ein paar tausend Menschen. | ein paar tausend: vague 1000
        Hundert Menschen kamen. | Hundert: refuse
        Rund hundert Menschen kamen. | Rund hundert: ~ 100
        Mehr als tausend Menschen kamen. | Mehr als tausend: > 1000
        Zwei, drei Menschen starben. | Zwei, drei: refuse
        Nicht einmal 30 Menschen kamen. | Nicht einmal 30: refuse
        Nicht mal 30 Menschen kamen. | Nicht mal 30: refuse
        Noch nicht einmal 30 Menschen kamen. | Noch nicht einmal 30: refuse
        Möglicherweise 30 Menschen kamen. | Möglicherweise 30: refuse
        Womöglich 30 Menschen kamen. | Womöglich 30: refuse
        Es waren 300, vielleicht 400. | 300, vielleicht 400: refuse
        Es waren 300, wenn nicht sogar 400. | 300, wenn nicht sogar 400: refuse
        Im Schnitt 300 Menschen kamen. | Im Schnitt 300: refuse
        Täglich 300 Menschen kamen. | Täglich 300: share = 300 per day
        Jeweils 300 Menschen kamen. | Jeweils 300: refuse
        Doppelt 300 stand da. | Doppelt 300: refuse
        Er kam alle zwei Stunden. | alle zwei Stunden: refuse
        Es kostete hunderte Millionen Euro. | hunderte Millionen Euro: vague 100000000 EUR
        Es kamen bis 300 Menschen. | bis 300: <= 300
        Die Zahl grenzt an 300. | grenzt an 300: <~ 300
        Drei Komma fünf Millionen kamen. | Drei Komma fünf Millionen: = 3500000
        Ein Bruchteil der 300 kam. | Ein Bruchteil der 300: refuse
        Es kostete 3,4 Millionen Euro (3,7 Millionen Dollar). | 3,4 Millionen Euro: = 3400000 EUR
    """,
    "fr": """
        Le nombre de morts a augmenté de 12 à 61. | 12: = 12; 61: = 61
        Le nombre de morts avoisine 300. | avoisine 300: ~ 300
        Le nombre de morts avoisinait les 300. | avoisinait les 300: ~ 300
        Le nombre de morts frôle les 300. | frôle les 300: <~ 300
        Le bilan flirte avec les 300. | flirte avec les 300: <~ 300
        Le bilan tourne autour de 300. | tourne autour de 300: ~ 300
        Ils étaient 300, peut-être 400. | 300, peut-être 400: refuse
        Ils étaient 300, si ce n'est 400. | 300, si ce n'est 400: refuse
        Possiblement 300 personnes sont venues. | Possiblement 300: refuse
        En moyenne 300 personnes viennent. | En moyenne 300: refuse
        Le double 300 est là. | Le double 300: refuse
        Un bus part tous les 3 jours. | tous les 3 jours: refuse
        Il est parti il y a 3 jours. |
        Dans les années 90 tout a changé. |
        Ils étaient 200.000 dans la rue. | 200.000: = 200000
        Elle a la trentaine. |
        Il a compté une poignée de 300. | une poignée de 300: refuse
        Chaque 300 compte. | Chaque 300: refuse
    """,
    "es": """
        El número de muertos aumentó en 12 a 61. | 12: = 12; 61: = 61
        El número de muertos subió de 12 a 61. | 12: = 12; 61: = 61
        El número de muertos roza los 300. | roza los 300: <~ 300
        La cifra rozaba las 300. | rozaba las 300: <~ 300
        La cifra bordea los 300. | bordea los 300: ~ 300
        La cifra se acerca a 300. | se acerca a 300: <~ 300
        Murieron 300 o incluso 400 personas. | 300 o incluso 400: refuse
        Murieron 300, quizá 400. | 300, quizá 400: refuse
        El doble de 300 personas vino. | El doble de 300: refuse
        Posiblemente 300 personas vinieron. | Posiblemente 300: refuse
        En promedio 300 personas vienen. | En promedio 300: refuse
        Subió entre un 10% y un 15%. | entre un 10% y un 15%: 10..15 percent
        Vino un 60% más. | un 60% más: refuse
        En los años 90 todo cambió. |
        Hizo 3 grados bajo cero. | 3 grados bajo cero: refuse
        Un autobús sale cada 3 horas. | cada 3 horas: refuse
        Cada 300 cuentan. | Cada 300: refuse
        Un puñado de 300 vino. | Un puñado de 300: refuse
        Ni siquiera 300 vinieron. | Ni siquiera 300: refuse
    """,
}
OUTLETS, KINDS = (
    yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("outlets.yml", "kinds.yml")
)
ROWS = [
    (language, *f"{line.strip()} ".split(" | ", 1))
    for forms in (FORMS, OUTLETS, KINDS)
    for language, lines in forms.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("language", "text", "figures"), ROWS)
def test_what_stands_beside_a_figure_is_read_or_it_is_refused(language, text, figures):
    wanted = [item.strip().rsplit(": ", 1) for item in figures.split(";") if item.strip()]
    found = find(text, language)
    assert [text[item.start : item.end] for item in found] == [printed for printed, _ in wanted]
    for item, (printed, meaning) in zip(found, wanted, strict=True):
        if meaning == "refuse":
            assert isinstance(item.reading, Refusal)
            continue
        assert isinstance(item.reading, Quantity), item.reading
        if meaning == "share":
            assert item.reading.share
            continue
        right = meant(printed, meaning)
        assert (item.reading.modifier, item.reading.low, item.reading.high, item.reading.unit, item.reading.near, item.reading.scale) == (
            right.modifier, right.low, right.high, right.unit, right.near, right.scale,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figure", "other"),
    [
        ("Damage cost £3.4m ($4.2m).", "£3.4m", "$4.2m"),
        ("It is 30 km (19 miles) away.", "30 km", "19 miles"),
        ("The ship is 300m (980ft) long.", "300m", "980ft"),
        ("The loan of €3.3bn (about $3.6bn) is due.", "€3.3bn", "about $3.6bn"),
    ],
)
def test_a_conversion_is_marked_and_is_no_figure(text, figure, other):
    (found,) = find(text)
    assert text[found.start : found.end] == figure
    assert found.converted is not None
    assert text[slice(*found.converted)] == other
