"""Two numbers beside each other: the bounds of one figure, a ratio, a figure and its conversion, what a count was and is, a difference.

Each line is a text with the figures that are found in it; "refuse": found, and not read; "again": the conversion that stands behind.
"""

from __future__ import annotations

import pytest

from builder.values.figures.reader import read
from builder.values.figures.refusal import Refusal
from builder.values.figures.search import find
from builder.values.quantity import Kind, Quantity
from tests.values.figures.short import meant

FORMS = {
    "en": """
        At least 300 but no more than 400 people were there. | At least 300 but no more than 400: 300..400
        No fewer than 300 and no more than 400 came. | No fewer than 300 and no more than 400: 300..400
        More than 300 but fewer than 400 were killed. | More than 300 but fewer than 400: 300..400
        Over 300, but not over 400 people came. | Over 300, but not over 400: 300..400
        No more than 400 but at least 300 came. | No more than 400 but at least 300: 300..400
        The toll exceeded 300 but stayed below 400. | exceeded 300 but stayed below 400: 300..400
        At least 2 but less than 3 million came. | At least 2 but less than 3 million: 2000000..3000000
        At least 300 and over 400 came. | At least 300: >= 300; over 400: > 400
        More than 300 and fewer than 40 women came. | More than 300: > 300; fewer than 40: < 40
        It paid $30 million, or about €28 million, for the mill. | $30 million: = 30000000 USD, again about €28 million
        It paid $30 million – about €28 million – for it. | $30 million: = 30000000 USD, again about €28 million
        It cost $1.2m (£1m, €1.1m) to build. | $1.2m: = 1200000 USD, again £1m, €1.1m
        It cost $1.2m (£1m; or about €1.1m) to build. | $1.2m: = 1200000 USD, again £1m; or about €1.1m
        It cost €28 million ($30 million at the time). | €28 million: = 28000000 EUR, again $30 million
        It cost $30 million, the equivalent of €28 million. | $30 million: = 30000000 USD, again €28 million
        It is 30 km, or 19 miles, away. | 30 km: = 30 km, again 19 miles
        It lost $30 million, €28 million and £5 million. | $30 million: = 30000000 USD; €28 million: = 28000000 EUR; £5 million: = 5000000 GBP
        It sold $30 million or 20 percent of them. | $30 million: = 30000000 USD; 20 percent: = 20 percent
        They won by three to one. | three to one: share
        They were outnumbered three to one. | outnumbered three to one: share
        The court ruled 5-4. | 5-4: share
        It was decided in a 5-4 vote. | 5-4: share
        A 2-1 win took them on. | 2-1: share
        They lost 1-2. | lost 1-2: share
        They lost to Ilva 1-2. | lost to Ilva 1-2: refuse
        They lost 2-3 kilos. | 2-3 kilos: 2..3 kg
        A 1-2 defeat followed. | 1-2 defeat: share
        They won 3-1 on Saturday. | 3-1: share
        The bill passed 51-49. | passed 51-49: share
        A Boeing 747-8 landed. |
        Oil fell $1.20 to $85.40 a barrel. | $1.20: = 1.2 USD; $85.40 a barrel: share 85.4 USD per barrel
        The index fell 1.2% to 5,432.10 points. | 1.2%: = 1.2 percent; 5,432.10: = 5432.1
        He was fined £500 plus £120 costs. | £500: = 500 GBP; £120: = 120 GBP
        The party took 45 seats out of 99. | 45 seats out of 99: = 45
        Last year 300 died, this year 12. | 300: = 300; 12: = 12
        The ratio of 3:1 stands. | 3:1: share
        It passed by a vote of 217 to 213. | 217 to 213: share
        A three-to-one majority held. | three-to-one: share
        They lost 30-40 in the raid. | 30-40: 30..40
        Some 3 to 4 votes were lost. | Some 3 to 4: ~3..4
        They met at 12:30 for talks. |
        Members voted 230 to 195. | 230 to 195: share
        There were 300 more than last year. | 300 more than: refuse
        There were 300 fewer than last year. | 300 fewer than: refuse
        There were 300 more people than in 2023. | 300 more people than: refuse
        Some 300 more people were killed. | Some 300: ~ 300
        The number fell from 52 to 40 million. | 52: = 52000000; 40 million: = 40000000
        Sales fell from $52 to about $40 million. | $52: = 52000000 USD; about $40 million: ~ 40000000 USD
        The number rose from 900 to 1.2 million. | 900: refuse; 1.2 million: = 1200000
        The number rose from 900 to 1,200. | 900: = 900; 1,200: = 1200
        The price tumbled to $9. | $9: = 9 USD
    """,
    "de": """
        Mindestens 300, aber höchstens 400 Menschen kamen. | Mindestens 300, aber höchstens 400: 300..400
        Mehr als 300, aber weniger als 400 kamen. | Mehr als 300, aber weniger als 400: 300..400
        Nicht weniger als 300 und nicht mehr als 400 kamen. | Nicht weniger als 300 und nicht mehr als 400: 300..400
        Er zahlte 30 Millionen Dollar, umgerechnet rund 28 Millionen Euro. | 30 Millionen Dollar: = 30000000 USD, again rund 28 Millionen Euro
        Es kostet 30 Millionen Dollar (umgerechnet 28 Millionen Euro). | 30 Millionen Dollar: = 30000000 USD, again 28 Millionen Euro
        Sie waren drei zu eins unterlegen. | drei zu eins: share
        Das Gericht entschied mit 5 zu 4 Stimmen. | 5 zu 4: share
        Varn gewann 2:1. | 2:1: share
        Um 12:30 kam er. |
        Es waren 300 mehr als im Vorjahr. | 300 mehr als: refuse
        Es waren 300 Menschen weniger als im Vorjahr. | 300 Menschen weniger als: refuse
        Es waren 300 mehr Verletzte als 2023. | 300 mehr Verletzte als: refuse
        Der Umsatz fiel von 52 auf 40 Millionen Euro. | 52: = 52000000 EUR; 40 Millionen Euro: = 40000000 EUR
        Der Kurs stürzte auf 9 Dollar. | 9 Dollar: = 9 USD
    """,
    "fr": """
        Le parti a 19 sièges sur 45 et 9 élus sur 10. | 19 sièges sur 45: = 19; 9 élus sur 10: share
        Il y a eu 12 cas pour 100 000 habitants l'an dernier. | 12 cas pour 100 000: share 12 per 100,000
        Au moins 300 mais pas plus de 400 personnes sont venues. | Au moins 300 mais pas plus de 400: 300..400
        Plus de 300 mais moins de 400 sont venus. | Plus de 300 mais moins de 400: 300..400
        Il a payé 30 millions de dollars, soit environ 28 millions d'euros. | 30 millions de dollars: = 30000000 USD, again environ 28 millions d'euros
        Cela coûte 30 millions de dollars (28 millions d'euros). | 30 millions de dollars: = 30000000 USD, again 28 millions d'euros
        Ils étaient à trois contre un. | trois contre un: share
        Varn s'est imposé 3-1. | 3-1: share
        Il y a eu 300 morts contre 200 en 2020. | 300: = 300; 200: = 200
        Il y en avait 300 de plus qu'en 2023. | 300 de plus qu': refuse
        Il y a eu 300 personnes de moins que l'an dernier. | 300 personnes de moins que: refuse
        Le chiffre est passé de 52 à 40 millions. | 52: = 52000000; 40 millions: = 40000000
        Le titre est tombé à 9 dollars. | 9 dollars: = 9 USD
    """,
    "es": """
        Al menos 300 pero no más de 400 personas vinieron. | Al menos 300 pero no más de 400: 300..400
        Más de 300 pero menos de 400 vinieron. | Más de 300 pero menos de 400: 300..400
        Pagó 30 millones de dólares, unos 28 millones de euros. | 30 millones de dólares: = 30000000 USD, again unos 28 millones de euros
        Pagó 30 millones de dólares, es decir, 28 millones de euros. | 30 millones de dólares: = 30000000 USD, again 28 millones de euros
        Ganaron por tres a uno. | tres a uno: share
        Varn ganó 2-1. | 2-1: share
        Hubo 300 más que el año pasado. | 300 más que: refuse
        Hubo 300 muertos menos que en 2023. | 300 muertos menos que: refuse
        La cifra pasó de 52 a 40 millones. | 52: = 52000000; 40 millones: = 40000000
        La acción cayó a 9 dólares. | 9 dólares: = 9 USD
    """,
    "uk": """
        Щонайменше 300, але не більше 400 людей прийшли. | Щонайменше 300, але не більше 400: 300..400
        Кількість зросла з 40 до 52 мільйонів. | 40: = 40000000; 52 мільйонів: = 52000000
        Команда перемогла з рахунком 2:1. | 2:1: share
    """,
    "ru": """
        Не менее 300, но не более 400 человек пришли. | Не менее 300, но не более 400: 300..400
        Число выросло с 40 до 52 миллионов. | 40: = 40000000; 52 миллионов: = 52000000
        Соотношение 3 к 1. | 3 к 1: share
    """,
}
ROWS = [
    (language, *line.strip().split(" |", 1))
    for language, lines in FORMS.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("language", "text", "figures"), ROWS)
def test_two_numbers_are_one_figure_or_two_or_none(language, text, figures):
    wanted = [
        item.strip().rsplit(": ", 1) for item in figures.replace("; or", "¦ or").split(";") if item.strip()
    ]
    found = find(text, language)
    assert [text[item.start : item.end] for item in found] == [printed for printed, _ in wanted]
    for item, (printed, told) in zip(found, wanted, strict=True):
        meaning, _, again = told.replace("¦", ";").partition(", again ")
        assert (text[slice(*item.converted)] if item.converted else "") == again
        if meaning == "refuse":
            assert isinstance(item.reading, Refusal)
            printed = text[item.start : item.end]
            assert printed.isdigit() or isinstance(read(printed, language), Refusal)
            continue
        assert isinstance(item.reading, Quantity), item.reading
        if meaning == "share":
            assert item.reading.kind is Kind.SHARE
            assert not item.reading.bounded
            continue
        right = meant(printed, meaning)
        assert (item.reading.modifier, item.reading.low, item.reading.high, item.reading.unit) == (
            right.modifier,
            right.low,
            right.high,
            right.unit,
        )
