"""The whole way of proposed figures: an article's proposals are taken, each with one key, and nothing is wrong with what is published."""

from __future__ import annotations

import hashlib
import re

import pytest

from builder.content.problems import errors
from builder.content.vocabulary import Answer
from builder.desk.desk import Desk
from builder.desk.suggest.session import Session
from builder.desk.suggest.write import load, undrafted, with_precis
from builder.proof.check import proofread
from tests.factory import write_site

TOPIC = """\
title: The slide at Arlo
lead: What the slide cost.
questions:
  - {id: dead, text: How many people were killed?, short: Dead, answer: quantity, unit: people, counts: killed, of: people in the valley}
  - {id: children, text: How many children were killed?, short: Children killed, answer: quantity, unit: people, counts: killed, of: children}
  - {id: hurt, text: How many firefighters were injured?, short: Firefighters injured, answer: quantity, unit: people, counts: injured, of: firefighters}
  - {id: evacuated, text: How many people had to leave their homes?, short: Evacuated, answer: quantity, unit: people, counts: evacuated, of: residents}
  - {id: damage, text: How much is the damage?, short: Damage, answer: quantity, unit: million euros, counts: damage, of: the slide}
  - {id: share, text: How much is paid for a share of the dam?, short: Price per share, answer: quantity, unit: euros per share, counts: price, of: a share}
"""
STORIES = """\
ferry-breakdown: {title: The ferry that stopped, summary: On 3 March 2031 the ferry lost power., topics: [passengers, cause]}
arlo: {title: The slide at Arlo, summary: On 2 March 2031 a slope slid into the valley of Arlo., topics: [slide]}
"""
TEXTS = {
    "en": """Harbour Post

At least 27 people, most of them tourists, were killed when a slope slid into the valley.

A firefighter was reportedly injured. Some 1,400 residents were told to leave their homes as a precaution.

The damage comes to 80 million euros. The price is 12.50 euros per share.
""",
    "de": """Harbour Post

Die Zahl der Toten stieg auf 27. Drei der Toten waren Kinder.

Ein Feuerwehrmann wurde verletzt. Rund 1400 Bewohner mussten ihre Häuser verlassen.

Der Schaden beträgt 80 Millionen Euro. Der Preis liegt bei 12,50 Euro je Aktie.
""",
    "fr": """Harbour Post

Le bilan s'élève à 27 morts. Trois enfants ont été tués.

Un pompier a été blessé. Quelque 1 400 habitants ont dû quitter leur domicile.

Les dégâts atteignent 80 millions d'euros. Les travaux commenceront au printemps prochain.

Le prix est de 12,50 euros par action.
""",
    "es": """Harbour Post

El número de muertos subió a 27. Tres niños murieron.

Uno de los bomberos resultó herido. Unos 1.400 vecinos tuvieron que abandonar sus casas.

Los daños ascienden a 80 millones de euros. Las obras empezarán en la próxima primavera.

El precio es de 12,50 euros por acción.
""",
}


@pytest.mark.parametrize("language", TEXTS)
def test_all_figures_that_are_taken_with_one_key_publish(tmp_path, language):
    text = TEXTS[language]
    front = (
        "---\ndraft: true\noutlet: harbour-post\npublished: 2031-03-03\n"
        f"language: {language}\ncompleteness: full text\nstory: arlo\nsource_file: slide.txt\n"
        f"source_sha256: {hashlib.sha256(text.encode()).hexdigest()}\nclaims: []\n---\n"
    )
    root = write_site(
        tmp_path, {"topics/slide.yml": TOPIC, "stories.yml": STORIES, "articles/slide.md": front}
    )
    (root / "sources").mkdir()
    (root / "sources/slide.txt").write_text(text, encoding="utf-8")
    desk = Desk(root)
    session = Session(desk, desk.document("slide"))
    taken = set()
    for proposal in session.open():
        if proposal.question and proposal.question.answer is Answer.QUANTITY:
            session.take(session.lines(proposal, proposal.question))
            taken.add(proposal.question.id)
    children = set() if language == "en" else {"children"}
    assert taken == {"dead", "hurt", "evacuated", "damage", "share"} | children
    path = root / "content/articles/slide.md"
    path.write_text(undrafted(with_precis(load(path), "A slope slid into a valley. " * 6)), encoding="utf-8")
    found = [p for p in proofread(root, desk.content_dir).problems if p.path.endswith("articles/slide.md")]
    # What the headline, the outlet's name and the length of the text say is no matter of the figures.
    wrong = [str(p) for p in errors(found) if re.search(r"claims\[", str(p))]
    assert wrong == []
