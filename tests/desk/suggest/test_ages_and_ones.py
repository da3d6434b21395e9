"""How old somebody is, and who is counted by an article alone."""

from __future__ import annotations

import pytest

from builder.desk.suggest.ages import find_ages
from builder.desk.suggest.figures import find_figures
from builder.desk.suggest.ones import find_ones


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "A 55-year-old man died.", [("55-year-old", 55, False)]),
        ("en", "The 55-year old man died.", [("55-year old", 55, False)]),
        ("en", "Ada Brandt, 51, resigned.", [("51", 51, True)]),
        ("en", "In Berlin, 30 people met.", []),
        ("en", "A two-month-old baby slept.", []),
        ("de", "Er starb im Alter von 51 Jahren.", [("51 Jahren", 51, True)]),
        ("de", "Der 51-jährige Brandt ging.", [("51-jährige", 51, False)]),
        ("de", "Brandt (51) ging.", [("51", 51, True)]),
        ("fr", "La femme âgée de 51 ans est partie.", [("51 ans", 51, True)]),
        ("fr", "Le banquier de 61 ans est parti.", [("61 ans", 61, True)]),
        ("fr", "Une peine de 20 ans est tombée.", []),
        ("es", "El concejal, de 41 años, dimitió.", [("41 años", 41, True)]),
    ],
)
def test_ages(language, text, found):
    ages = find_ages(text, (0, len(text)), language)
    assert [(age.printed, age.low, age.reads_back) for age in ages] == found
    assert all(age.is_age for age in ages)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "One of the firefighters was seriously injured.", ["One of the firefighters"]),
        ("en", "A firefighter was injured.", ["A firefighter"]),
        ("en", "A child protection officer was killed.", []),
        ("en", "A dozen children were hurt.", []),
        ("en", "A firefighter spoke.", []),
        ("de", "Dabei wurde ein Feuerwehrmann schwer verletzt.", ["ein Feuerwehrmann"]),
        ("fr", "Deux policiers et un sapeur-pompier ont été blessés.", ["un sapeur-pompier"]),
        ("fr", "Une équipe de pompiers a été blessée.", []),
        ("es", "Uno de los bomberos ha resultado herido.", ["Uno de los bomberos"]),
    ],
)
def test_who_is_counted_by_an_article(language, text, found):
    figures = find_figures(text, (0, len(text)), (), language)
    ones = find_ones(text, (0, len(text)), figures, language)
    assert [one.printed for one in ones] == found
    assert all((one.low, one.high, one.reads_back) == (1, 1, False) for one in ones)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "She was freed a little over seven hours after the fall.", ["a little over seven hours"]),
        ("en", "She was freed nearly seven hours later.", ["nearly seven hours"]),
        ("en", "She was freed seven hours ago.", []),
        ("de", "Sie wurde sieben Stunden nach dem Sturz befreit.", ["sieben Stunden"]),
        ("fr", "Elle a été libérée sept heures plus tard.", ["sept heures"]),
        ("es", "Fue liberada siete horas después de la caída.", ["siete horas"]),
    ],
)
def test_how_long_after_something_is_a_figure_where_a_time_is_asked_for(language, text, found):
    asked = find_figures(text, (0, len(text)), (), language, since=True)
    assert [figure.printed for figure in asked] == found
    assert not find_figures(text, (0, len(text)), (), language)
