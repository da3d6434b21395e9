"""Every figure that is proposed of four kinds of news, in four languages, publishes as it was taken: no rule of the check has an error."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import NamedTuple

import pytest

from builder.content.problems import errors
from builder.desk.desk import Desk
from builder.desk.suggest.session import Session
from builder.desk.suggest.write import load, undrafted, with_precis
from builder.proof.check import proofread
from tests.factory import write_site

LANGUAGES = ("en", "de", "fr", "es")


class News(NamedTuple):
    """A kind of news: its questions, and one account of it in each language, with the questions that it answers."""

    questions: str
    sources: str
    texts: dict[str, str]
    answered: dict[str, set[str]]


DISASTER = News(
    """\
  - {id: firefighters, text: How many firefighters fought the fire?, short: Firefighters, answer: quantity, unit: people, counts: deployed, of: firefighters}
  - {id: vehicles, text: How many vehicles fell with the bridge?, short: Vehicles, answer: quantity, unit: vehicles, counts: fell, of: vehicles}
  - {id: height, text: How high is the bridge?, short: Height, answer: quantity, unit: m, counts: height, of: the bridge}
  - {id: section, text: How long is the section that collapsed?, short: Section, answer: quantity, unit: m, counts: length, of: the collapsed section}
  - {id: visitors, text: How many visitors does the tower have every year?, short: Visitors, answer: quantity, unit: people, counts: visitors, of: the tower}
  - {id: aboard, text: How many people were aboard the ferry?, short: Aboard, answer: quantity, unit: people, counts: aboard, of: passengers and crew}
  - {id: hurt, text: How many people were injured?, short: Injured, answer: quantity, unit: people, counts: injured, of: people on the bridge}
""",
    """\
mayor: {name: the mayor of Arlo, aliases: [mayor of Arlo, Bürgermeisterin von Arlo, maire d'Arlo, alcaldesa de Arlo], kind: officials, stake: none}
police: {name: Arlo police, aliases: [police, Polizei, policía], kind: officials, stake: none}
""",
    {
        "en": """Harbour Post

A 120-metre (390 feet) section of the bridge of Arlo gave way, throwing 14 vehicles into the void.

Some 230 firefighters were battling the fire under it. The ground lies 40 metres below the bridge.

The bridge is 45 metres high, according to the mayor of Arlo. The ferry had 162 people on board.

Twenty people were injured, though police said that the worst was over. Every year the tower attracts 900,000 tourists.
""",
        "de": """Harbour Post

Auf einer Länge von 120 Metern stürzte die Brücke von Arlo ein und riss 14 Fahrzeuge mit in die Tiefe.

Rund 230 Feuerwehrleute kämpften gegen die Flammen. Die Brücke ist 45 Meter hoch, sagte die Bürgermeisterin von Arlo.

Zwanzig Menschen wurden verletzt, obwohl die Polizei sagte, dass das Schlimmste vorbei sei. An Bord der Fähre waren 162 Menschen.
""",
        "fr": """Harbour Post

Un tronçon de 120 mètres du pont d'Arlo s'est effondré, entraînant 14 véhicules dans le vide.

Quelque 230 pompiers luttaient contre les flammes. Le pont a une hauteur de 45 mètres, selon la maire d'Arlo.

Vingt personnes ont été blessées, mais la police a assuré que le pire était passé. Un ferry transportant 162 personnes était proche.
""",
        "es": """Harbour Post

Un tramo de 120 metros de largo del puente de Arlo se hundió y 14 vehículos fueron arrastrados al vacío.

Unos 230 bomberos trabajaban en el lugar. El puente tiene 45 metros de altura, según la alcaldesa de Arlo.

Veinte personas resultaron heridas, aunque la policía dijo que lo peor había pasado. A bordo del ferry viajaban 162 personas.
""",
    },
    {
        "en": {"firefighters", "vehicles", "height", "section", "visitors", "aboard", "hurt"},
        "de": {"firefighters", "vehicles", "height", "section", "aboard", "hurt"},
        "fr": {"firefighters", "vehicles", "height", "section", "aboard", "hurt"},
        "es": {"firefighters", "vehicles", "height", "section", "aboard", "hurt"},
    },
)
BUSINESS = News(
    """\
  - {id: debt, text: How much does the dairy owe?, short: Debt, answer: quantity, unit: million euros, counts: owed, of: the dairy}
  - {id: profit, text: How much profit did the dairy make?, short: Profit, answer: quantity, unit: million euros, counts: profit, of: the dairy}
  - {id: fell, text: By how much did the shares of the dairy fall?, short: Fall of the shares, answer: quantity, unit: percent, counts: fell, of: shares}
  - {id: jobs, text: How many jobs does the dairy cut?, short: Jobs cut, answer: quantity, unit: jobs, counts: cut, of: jobs}
""",
    """\
dairy: {name: Velt Dairy, aliases: [Velt], kind: officials, stake: none}
union: {name: the dairy union, aliases: [Gewerkschaft Milch, syndicat laitier, sindicato lechero], kind: officials, stake: none}
""",
    {
        "en": """Harbour Post

Velt Dairy, whom its farmers say has paid late, owes them around 80 million euros. Its shares fell by 12 percent.

Velt made a profit of 14 million euros. The dairy union added that it may cut 300 jobs.
""",
        "de": """Harbour Post

Die Molkerei Velt schuldet den Bauern rund 80 Millionen Euro. Ihre Aktien fielen um 12 Prozent.

Der Gewinn von Velt lag bei 14 Millionen Euro. Die Gewerkschaft Milch sagte, Velt streiche 300 Stellen.
""",
        "fr": """Harbour Post

La laiterie Velt doit environ 80 millions d'euros aux éleveurs. Ses actions ont chuté de 12 %.

Le bénéfice de Velt a atteint 14 millions d'euros. Le syndicat laitier a annoncé que Velt supprime 300 emplois.
""",
        "es": """Harbour Post

La lechera Velt debe unos 80 millones de euros a los ganaderos. Sus acciones cayeron un 12 %.

El beneficio de Velt alcanzó los 14 millones de euros. El sindicato lechero dijo que Velt recorta 300 empleos.
""",
    },
    {language: {"debt", "profit", "fell", "jobs"} for language in LANGUAGES},
)
COURT = News(
    """\
  - {id: age, text: How old is the banker?, short: Age of the banker, answer: quantity, unit: years, counts: age, of: the banker}
  - {id: sentence, text: To how many years was the banker sentenced?, short: Sentence, answer: quantity, unit: years, counts: sentence, of: the banker}
  - {id: fine, text: How much is the fine?, short: Fine, answer: quantity, unit: euros, counts: fine, of: the banker}
  - {id: savers, text: How many savers were misled?, short: Savers misled, answer: quantity, unit: people, counts: misled, of: savers}
""",
    """\
court: {name: the court of Osk, aliases: [court of Osk, Gericht in Osk, tribunal d'Osk, tribunal de Osk], kind: officials, stake: none}
""",
    {
        "en": """Harbour Post

The 55-year-old banker was sentenced to six years in prison. The court of Osk said that 400 savers had been misled.

The fine is 90,000 euros.
""",
        "de": """Harbour Post

Der 55-jährige Bankier wurde zu sechs Jahren Haft verurteilt. Das Gericht in Osk teilte mit, 400 Sparer seien getäuscht worden.

Die Geldstrafe beträgt 90.000 Euro.
""",
        "fr": """Harbour Post

Le banquier, âgé de 55 ans, a été condamné à six ans de prison. Le tribunal d'Osk a indiqué que 400 épargnants avaient été trompés.

L'amende s'élève à 90 000 euros.
""",
        "es": """Harbour Post

El banquero, de 55 años, fue condenado a seis años de cárcel. El tribunal de Osk indicó que 400 ahorradores fueron engañados.

La multa asciende a 90.000 euros.
""",
    },
    {language: {"age", "sentence", "fine", "savers"} for language in LANGUAGES},
)
ELECTION = News(
    """\
  - {id: share, text: What share of the votes did the Reed party win?, short: Share of the Reed party, answer: quantity, unit: percent, counts: votes, of: the Reed party}
  - {id: turnout, text: What was the turnout?, short: Turnout, answer: quantity, unit: percent, counts: turnout, of: voters}
  - {id: seats, text: How many seats did the Reed party win?, short: Seats, answer: quantity, unit: seats, counts: won, of: seats}
""",
    """\
office: {name: the electoral office, aliases: [Wahlamt, commission électorale, oficina electoral, electoral office], kind: officials, stake: none}
""",
    {
        "en": """Harbour Post

The Reed party took 38.4 percent of the vote. The turnout was 71 percent, the electoral office said.

The Reed party won 52 seats.
""",
        "de": """Harbour Post

Die Reed-Partei kam auf 38,4 Prozent der Stimmen. Die Wahlbeteiligung lag bei 71 Prozent, teilte das Wahlamt mit.

Die Reed-Partei gewann 52 Sitze.
""",
        "fr": """Harbour Post

Le parti Reed a obtenu 38,4 % des voix. La participation a atteint 71 %, selon la commission électorale.

Le parti Reed a remporté 52 sièges.
""",
        "es": """Harbour Post

El partido Reed obtuvo el 38,4 % de los votos. La participación fue del 71 %, según la oficina electoral.

El partido Reed ganó 52 escaños.
""",
    },
    {language: {"share", "turnout", "seats"} for language in LANGUAGES},
)
KINDS = {"disaster": DISASTER, "business": BUSINESS, "court": COURT, "election": ELECTION}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_proposed_figure_publishes_as_it_was_taken(tmp_path, kind, language):
    news = KINDS[kind]
    text = news.texts[language]
    front = (
        "---\ndraft: true\noutlet: harbour-post\npublished: 2031-03-03\n"
        f"language: {language}\ncompleteness: full text\nstory: arlo\nsource_file: news.txt\n"
        f"source_sha256: {hashlib.sha256(text.encode()).hexdigest()}\nclaims: []\n---\n"
    )
    stories = (
        "ferry-breakdown: {title: The ferry that stopped, summary: On 3 March 2031 the ferry lost power., topics: [passengers, cause]}\n"
        "arlo: {title: The news of Arlo, summary: On 2 March 2031 it happened at Arlo., topics: [news]}\n"
    )
    root = write_site(
        tmp_path,
        {
            "topics/news.yml": f"title: The news of Arlo\nlead: What it was.\nquestions:\n{news.questions}",
            "stories.yml": stories,
            "articles/news.md": front,
        },
    )
    sources = root / "content/sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8") + news.sources, encoding="utf-8")
    (root / "sources").mkdir()
    (root / "sources/news.txt").write_text(text, encoding="utf-8")
    desk = Desk(root)
    session = Session(desk, desk.document("news"))
    taken = set()
    for proposal in session.open():
        if proposal.kind == "figure" and proposal.question:
            session.take(session.lines(proposal, proposal.question))
            taken.add(proposal.question.id)
    assert taken == news.answered[language]
    path = root / "content/articles/news.md"
    path.write_text(
        undrafted(with_precis(load(path), "Something was told of a town. " * 6)), encoding="utf-8"
    )
    problems = proofread(root, desk.content_dir).problems
    # With sources that could not be read, the rules on who says it would rest.
    assert [str(p) for p in problems if p.path.endswith("sources.yml")] == []
    found = [p for p in problems if p.path.endswith("articles/news.md")]
    wrong = [problem for problem in errors(found) if "claims[" in str(problem)]
    assert Counter(problem.kind.code for problem in wrong) == Counter(), "\n".join(map(str, wrong))
