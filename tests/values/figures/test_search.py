"""The figures of running text: each found with its hedge and unit, and nothing that says when, how old or which one."""

from __future__ import annotations

import pytest

from builder.values.figures.refusal import Refusal
from builder.values.figures.search import find
from builder.values.quantity import Quantity
from tests.values.figures.short import meant

TEXTS = {
    "en": {
        "The Nine Elms sank at -18 °C; a 737 and the 747 jumbo flew on, with the 737 rowers of both at −3C.": [
            ("18 °C", "refuse -18 °C"), ("737", "= 737"), ("3C", "refuse −3C"),
        ],
        "Between 2029 and 2031 prices rose 4%; hundred and eighty shops shut, a good third of the total, in a good quarter for banks.": [
            ("4%", "= 4 percent"), ("hundred and eighty", "= 180"), ("a good third", "share"),
        ],
        "The lift will be down for anything from six to nine weeks; fees rose from 20 to 26 euros.": [
            ("anything from six to nine weeks", "6..9 weeks"), ("20", "= 20 EUR"), ("26 euros", "= 26 EUR"),
        ],
        "The death toll exceeded 200 on Tuesday, with at least 1,500 injured and dozens missing.": [
            ("exceeded 200", "> 200"), ("at least 1,500", ">= 1500"), ("dozens", "vague 10"),
        ],
        "Between 200,000 and 250,000 people marched on 14 December, organisers said; police put the number at 45,000.": [
            ("Between 200,000 and 250,000", "200000..250000"), ("45,000", "= 45000"),
        ],
        "Revenue rose 12% to $4.2 billion in the third quarter, up from $3.75 billion a year earlier.": [
            ("12%", "= 12 percent"), ("$4.2 billion", "= 4200000000 USD"), ("$3.75 billion", "= 3750000000 USD"),
        ],
        "The company cut 1,200 of its 14,000 jobs, nearly 9% of its workforce, in March 2024.": [
            ("1,200", "= 1200"), ("14,000", "= 14000"), ("nearly 9%", "<~ 9 percent"),
        ],
        "Net income was $1.23 per share, compared with 98 cents a share; the stock fell as much as 7.5 percent, to 145 pence.": [
            ("$1.23 per share", "share 1.23 USD per share"), ("98 cents a share", "share 98 cents per share"),
            ("as much as 7.5 percent", "<= 7.5 percent"), ("145 pence", "= 145 pence"),
        ],
        "The loan of €3.3bn (about $3.6bn) is due within 30 days.": [("€3.3bn", "= 3300000000 EUR")],
        "The quake of magnitude 6.4 struck at a depth of 10 km (6 miles).": [("6.4", "= 6.4"), ("10 km", "= 10 km")],
        "Prices rose from 20 to 30 euros a kilo.": [("20", "share 20 EUR per kg"), ("30 euros a kilo", "share 30 EUR per kg")],
        "Members voted 230 to 195.": [("230 to 195", "share")],
        "He spoke about 30 cases, of a raise of 9% over two years, in a talk that lasted over two hours.": [
            ("30", "= 30"), ("9%", "= 9 percent"), ("two years", "= 2 years"), ("over two hours", "> 2 hours"),
        ],
        "It misled shareholders over almost three years.": [("almost three years", "<~ 3 years")],
        "Some 3,000 to 4,000 troops, or about a third of the force, left.": [
            ("Some 3,000 to 4,000", "~3000..4000"), ("about a third", "share"),
        ],
        "About one in ten households had no power, three times as many as in 2020.": [
            ("About one in ten", "share"), ("three times as many as", "share"),
        ],
        "The strike would last a minimum of five days.": [("a minimum of five days", ">= 5 days")],
        "A two-year investigation filled some 30,000 pages.": [("two-year", "= 2 years"), ("some 30,000", "~ 30000")],
        "Barely 100 people came; closer to 90, according to police; in all, one million.": [
            ("Barely 100", "refuse Barely"), ("closer to 90", "refuse closer to"), ("one million", "= 1000000"),
        ],
        "They passed the 100 mark, between 10 and 12,000 of them, in a crowd of 10.000.": [
            ("passed the 100", "refuse passed"), ("between 10 and 12,000", "refuse 10 and 12,000"), ("10.000", "refuse 10.000"),
        ],
        "In 2024 300 people were killed.": [("2024 300", "refuse 2024 300")],
        "At 3 p.m. on Saturday, men aged 30 and 45 and Ada Brandt, 45, were arrested near Route 66 in a T-72.": [],
        "The 5-year-old, a boy of nine when he was found, was the 11th in Room 12 on 24/12 at 12:30.": [],
        "One of the suspects told one another that no one day in 2031 was like Apollo 11 or page 5 of Article 7.": [],
        "Between May 5 and June 6, five weeks after the robbery, in the first six months, within 24 hours.": [],
        "Contracts that run beyond 2038, and began in 1999, or 2001, and in October 2024.": [],
        "A company said many had seen several.": [],
        "The bank, led by Twelve Oaks Partners, has its seat at 31 Quarry Road; the FTSE 250 fell.": [],
        "In the 2019 report the Nasdaq 100 was not named once.": [],
        "In Kursk 30 soldiers were killed, in Pell 2000 new houses flooded.": [("30", "= 30"), ("2000", "= 2000")],
        "It will take at least according to them two weeks.": [("at least according to them two weeks", "refuse at least according to them")],
        "It was higher than the 31 announced, an hour and 50 minutes late.": [
            ("higher than the 31", "refuse the"), ("hour and 50 minutes", "refuse hour and"),
        ],
        "Two 250-kg bombs fell in three ten-minute raids; the dead ranged in age from 5 to 72.": [
            ("Two", "= 2"), ("250-kg", "= 250 kg"), ("three", "= 3"), ("ten-minute", "= 10 minutes"),
        ],
        "A student, 19, and two boys, 9 and 11, were hurt; the toll, 45, may rise.": [("two", "= 2"), ("45", "= 45")],
        "The shares fell 6% to 410p at 3p.m.": [("6%", "= 6 percent"), ("410p", "= 410 pence")],
        "The toll slipped below 90, then rose to 95.": [("slipped below 90", "< 90"), ("95", "= 95")],
    },
    "de": {
        "Die Fahrt dauerte 2-3 h, er kam gegen 2-3 h und blieb von 9 bis 17 h.": [
            ("2-3 h", "2..3 hours"), ("gegen 2-3 h", "refuse h"), ("von 9 bis 17 h", "refuse h"),
        ],
        "Zwischen 2029 und 2031 Hotels zu bauen, kostete ein gutes Drittel der Mittel und 12 Euro die Stunde.": [
            ("ein gutes Drittel", "share"), ("12 Euro die Stunde", "share 12 EUR per hour"),
        ],
        "Der Klub räumt 19,5 Millionen ein, die Liga nahm drei Millionen ein.": [("19,5 Millionen", "= 19500000"), ("drei Millionen", "= 3000000")],
        "Rund 8.000 Menschen feierten in der Nacht, drei starben in der Woche danach.": [("Rund 8.000", "~ 8000"), ("drei", "= 3")],
        "300 kranke Kinder am Tag, bei 40 Stunden in der Woche.": [
            ("300 kranke Kinder am Tag", "share 300 per day"), ("40 Stunden in der Woche", "share 40 hours per week"),
        ],
        "Unter den 40 Toten waren vor zwei Jahren drei Kinder gewesen; der Kurs stieg um 3 Prozent.": [
            ("40", "= 40"), ("drei", "= 3"), ("3 Prozent", "= 3 percent"),
        ],
        "Der Vertrag über 85 Millionen Dollar wurde gekündigt.": [("85 Millionen Dollar", "= 85000000 USD")],
        "Seit 2011 im Amt, nannte die Wache 7 an der B 31 mindestens noch 20 Helfer.": [("mindestens noch 20", ">= 20")],
        "Bei der Explosion kamen mindestens 135 Menschen ums Leben, mehr als 4.000 wurden verletzt.": [
            ("mindestens 135", ">= 135"), ("mehr als 4.000", "> 4000"),
        ],
        "Zwischen 200 000 und 250 000 Menschen demonstrierten am 14. Dezember 2024 in Berlin, um 14 Uhr etwa 2000.": [
            ("Zwischen 200 000 und 250 000", "200000..250000"), ("etwa 2000", "~ 2000"),
        ],
        "Der Umsatz stieg um 12,5 Prozent auf 3,3 Milliarden Euro, nach 2,9 Milliarden im Jahr 2023.": [
            ("12,5 Prozent", "= 12.5 percent"), ("3,3 Milliarden Euro", "= 3300000000 EUR"), ("2,9 Milliarden", "= 2900000000"),
        ],
        "Rund ein Drittel der 1.200 Beschäftigten, knapp 400, verliert die Stelle; kaum 100 bleiben.": [
            ("Rund ein Drittel der 1.200", "share"), ("knapp 400", "<~ 400"), ("kaum 100", "refuse kaum"),
        ],
        "Der 45-Jährige wurde mit zwei Männern im Alter von 30 und 31 Jahren festgenommen.": [("zwei", "= 2")],
        "Das Unternehmen erhöhte die Prognose von 200 auf 250 Millionen Euro.": [
            ("200", "= 200000000 EUR"), ("250 Millionen Euro", "= 250000000 EUR"),
        ],
        "Um 14.30 Uhr kamen mindestens eine Frau, 9 von 10 Helfern und 2.300 andere.": [
            ("mindestens eine", ">= 1"), ("9 von 10", "share"), ("2.300", "= 2300"),
        ],
        "Ein Sprecher sagte, eine Frau sei tot; die 11. Division, die das erste Mal dabei war, schwieg.": [],
    },
    "fr": {
        "Il a vu l'une des 1 200 ou 300 lettres.": [("l'une des 1 200 ou 300", "refuse 1 200 ou 300")],
        "Il a gagné 40 euros le mois dernier, et paie 12 euros le kilo.": [("40 euros", "= 40 EUR"), ("12 euros le kilo", "share 12 EUR per kg")],
        "Le détour prend environ 35 minutes de plus ; le garde est arrivé 20 minutes plus tard.": [
            ("environ 35 minutes", "~ 35 minutes"),
        ],
        "Du 3 au 5 mai, le CAC 40 a perdu 2 % ; le prêt passe à 12 M€.": [("2 %", "= 2 percent"), ("12 M€", "= 12000000 EUR")],
        "Il y a deux ans, la maire, 61 ans, comptait sous les 900 voix.": [("sous les 900", "< 900")],
        "L'explosion a fait au moins 113 morts et plus de 4 000 blessés, selon le ministère.": [
            ("au moins 113", ">= 113"), ("plus de 4 000", "> 4000"),
        ],
        "Le chiffre d'affaires a progressé de 12,5 % à 3,3 milliards d'euros, contre 2,9 milliards en 2023.": [
            ("12,5 %", "= 12.5 percent"), ("3,3 milliards d'euros", "= 3300000000 EUR"), ("2,9 milliards", "= 2900000000"),
        ],
        "Une centaine de personnes, dont une trentaine de policiers, étaient là à 14 heures; quelque 300 attendent depuis trois jours.": [
            ("Une centaine", "~ 100"), ("une trentaine", "~ 30"), ("quelque 300", "~ 300"), ("trois jours", "= 3 days"),
        ],
        "Près d'un tiers des 1 200 salariés, plus d’une centaine d’entre eux, partent.": [
            ("Près d'un tiers des 1 200", "share"), ("plus d’une centaine", "> 100"),
        ],
        "A peine 100 personnes sont venues, jusqu'à 300 le 14 juillet 2024.": [
            ("A peine 100", "refuse A peine"), ("jusqu'à 300", "<= 300"),
        ],
        "Chez les 18-25 ans, un sur deux vote; Elbing s'est imposé 3-1 samedi.": [("un sur deux", "share"), ("3-1", "share")],
        "Un homme âgé de 45 ans et deux femmes de 30 ans ont été arrêtés.": [("deux", "= 2")],
        "L'un des suspects a dit que quelqu'un était mort un jour.": [],
    },
    "es": {
        "El tren 530 llevaba 300 pasajeros.": [("300", "= 300")],
        "El rodeo por el valle son unos 35 minutos más; el guarda llegó 20 minutos más tarde.": [
            ("unos 35 minutos", "~ 35 minutes"),
        ],
        "La alcaldesa, de 52 años, dijo hace dos años que la cosecha no llegará a las 90 toneladas.": [
            ("no llegará a las 90 toneladas", "< 90 tonnes"),
        ],
        "Los ingresos cayeron hasta los 840 millones de libras.": [("840 millones de libras", "= 840000000 GBP")],
        "Ardieron medio millón de hectáreas del 3 al 5 de mayo.": [("medio millón de hectáreas", "= 500000 hectares")],
        "La explosión dejó al menos 113 muertos y más de 4 mil heridos, según el ministerio.": [
            ("al menos 113", ">= 113"), ("más de 4 mil", "> 4000"),
        ],
        "Entre 200.000 y 250.000 personas marcharon el 14 de diciembre de 2024.": [("Entre 200.000 y 250.000", "200000..250000")],
        "Los ingresos subieron un 12,5% hasta 3.300 millones de euros, frente a 2.900 millones en 2023.": [
            ("12,5%", "= 12.5 percent"), ("3.300 millones de euros", "= 3300000000 EUR"), ("2.900 millones", "= 2900000000"),
        ],
        "Cerca de un tercio de los 1.200 empleados perderá su puesto; casi 200 ya se fueron, hasta 300 en total.": [
            ("Cerca de un tercio de los 1.200", "share"), ("casi 200", "<~ 200"), ("hasta 300", "<= 300"),
        ],
        "Dijo que 20 personas murieron y que decenas siguen desaparecidas; apenas 100 llegaron.": [
            ("20", "= 20"), ("decenas", "vague 10"), ("apenas 100", "refuse apenas"),
        ],
        "A las 14.30 horas al menos uno de los barcos, al menos una vez, y al menos una de cada cinco mujeres.": [
            ("al menos una de cada cinco", "share"),
        ],
        "Cayeron hasta 30 centímetros de nieve; los ingresos crecieron un 9,5 % hasta 30 euros.": [
            ("hasta 30 centímetros", "<= 30 cm"), ("9,5 %", "= 9.5 percent"), ("30 euros", "= 30 EUR"),
        ],
        "Un hombre de 45 años y uno de los sospechosos fueron detenidos a las 14 horas.": [],
    },
    "uk": {
        "Зустріч о 14 годині, їхали 14 годин.": [("14 годин", "= 14 hours")],
        "За даними міністерства, загинуло щонайменше 113 людей, понад 4 тисячі поранено 14 грудня 2024 року.": [
            ("щонайменше 113", ">= 113"), ("понад 4 тисячі", "> 4000"),
        ],
        "Від 200 до 250 тисяч людей вийшли на вулиці.": [("Від 200 до 250 тисяч", "200000..250000")],
    },
    "ru": {
        "На 14-м этаже погибли 3 человека; поезд № 530 опоздал.": [("3", "= 3")],
        "Встреча в 14 часов, ехали 14 часов; между 2029 и 2031 цены выросли на 4 %.": [
            ("14 часов", "= 14 hours"), ("4 %", "= 4 percent"),
        ],
        "По данным министерства, погибло не менее 113 человек, более 4 тысяч ранено 14 декабря 2024 года.": [
            ("не менее 113", ">= 113"), ("более 4 тысяч", "> 4000"),
        ],
        "Число выросло до 300.": [("300", "= 300")],
        "Землетрясение магнитудой 6,4 произошло в 12 км от Варна.": [("6,4", "= 6.4"), ("12 км", "= 12 km")],
        "В 2014 году каждый пятый жил один, один из десяти — с семьёй.": [("каждый пятый", "share"), ("один из десяти", "share")],
    },
    "sl": {"Umrlo je vsaj 30 ljudi.": []},
    "xx": {"30": []},
}  # fmt: skip
PARAMETERS = [
    (language, text, figures) for language, table in TEXTS.items() for text, figures in table.items()
]


@pytest.mark.parametrize(("language", "text", "figures"), PARAMETERS)
def test_the_figures_of_a_text_are_found(language, text, figures):
    found = find(text, language)
    assert [text[figure.start : figure.end] for figure in found] == [printed for printed, _ in figures]
    for figure, (printed, meaning) in zip(found, figures, strict=True):
        reading = figure.reading
        if meaning.startswith("refuse "):
            assert isinstance(reading, Refusal)
            assert reading.word == meaning.removeprefix("refuse ")
            continue
        assert isinstance(reading, Quantity), reading
        wanted = meant(printed, meaning)
        if meaning == "share":
            assert reading.share
            continue
        assert (reading.modifier, reading.low, reading.high, reading.unit, reading.near, reading.scale, reading.share) == (
            wanted.modifier, wanted.low, wanted.high, wanted.unit, wanted.near, wanted.scale, wanted.share,
        )  # fmt: skip


def test_the_place_of_the_number_is_told():
    text = "They lost more than $5 million dollars."
    (found,) = find(text)
    assert text[found.start : found.end] == "more than $5 million dollars"
    assert text[slice(*found.number)] == "5 million"
