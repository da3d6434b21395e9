"""Mistakes of one claim or article, and what they are after the advice of their kind was followed. See ``test_advice.py``.

Each is written down twice, as an editor has it before and after: the keys of the claim, of the article, and of the registries.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from tests.factory import valid

Keys = dict[str, Any]

HEAD = "Sound Radio\n\nFerry stops in the sound\n\nBy Ola Berg\n4 March 2031\n\n"
TEXT = "It had 140 passengers aboard, the ferry line said. Nobody else has spoken of it so far, and the harbour was shut."
CLAIM: Keys = {"question": "passengers/aboard", "printed": "140", "sources": ["ferry-line"], "cue": "said"}
PRECIS = "The report tells of a ferry and of who was aboard, and leaves open what it was that stopped it in the end. It is brief."


class Row(Struct, frozen=True):
    """One mistake: ``wrong`` and ``right`` are laid over the keys of a right claim or article; ``None`` takes a key away."""

    code: str
    wrong: Keys = field(default_factory=dict)
    right: Keys = field(default_factory=dict)
    text: str = TEXT
    of_claim: bool = True
    claim: Keys = field(default_factory=dict)
    """Keys that the claim has before and after."""
    claims: tuple[Keys, ...] = ()
    """Further claims of the article, right before and after."""
    precis: tuple[str, str] = (PRECIS, PRECIS)
    sources: Keys = field(default_factory=dict)
    """What the advice adds to the entry of the ferry line."""
    places: Keys = field(default_factory=dict)
    """What it adds to the entry of Osk Sound."""
    outlets: Keys = field(default_factory=dict)
    """What it adds to the entry of the outlet."""
    locate: bool = True
    """Whether locators are written before the mistake is looked for."""
    head: tuple[str, str] = (HEAD, HEAD)
    texts: dict[str, str] = field(default_factory=dict)
    """Private texts of other articles, by their file."""
    files: dict[str, str] = field(default_factory=dict)
    """Other files of the content, before and after."""


def allow(rule: str, reason: str = "The table counts them all.") -> Keys:
    return {"allow": [{"rule": rule, "reason": reason}]}


BY_DAY: Keys = {"question": "cause/stopped", "printed": "on Monday", "value": "2031-03-03"}
MONDAY = "It stopped on Monday, the ferry line said. Nobody else has spoken of it so far, and the harbour was shut."
AT: Keys = {"question": "cause/where", "printed": "in Osk Sound", "value": ["osk-sound"]}
PLACE = "It stopped in Osk Sound, the ferry line said. Nobody else has spoken of it so far, and the harbour was shut."
CALM: Keys = {"question": "cause/weather", "printed": "not bad", "value": "no"}
WEATHER = "The weather was not bad, the ferry line said. Nobody else has spoken of it so far, and the harbour was shut."
DRY = "The weather was likely calm, the ferry line said. Nobody else has spoken of it so far, and the harbour was shut."
FAR = "The weather was likely good for a ferry and calm, the ferry line said. Nobody else has spoken of it so far, and the harbour was shut."
WHY: Keys = {"question": "cause/reason", "printed": "a broken fuse"}
REASON = "It was a broken fuse, the ferry line said. Nobody else has spoken of it so far, and the harbour was shut."
NOBODY: Keys = {"sources": None, "cue": None, "attribution": "none"}

CAUSE = valid("topics/cause.yml")
ABOARD = valid("topics/passengers.yml")
RUNNING = ABOARD.replace("    when: 2031-03-03\n", "    running: true\n", 1)

ROWS = [
    Row("V118", {"printed": "One in ten"}, {"unit": "share"}, text="One in ten passengers were aboard, the ferry line said. The harbour was shut."),
    Row("V102", {"quote": "a hundred and thirty souls"}, {"quote": None}, texts={"001_harbour.txt": "The Harbour Post. It took a hundred and thirty souls."}),
    Row("V117", {"printed": "12"}, {"printed": "140"}, text="It had 140 passengers aboard and 12 crew members aboard, the ferry line said. The harbour was shut."),
    Row("V113", {"printed": "30 passengers aboard a day"}, {"printed": "30 passengers aboard a day", "unit": "per day"}, text="The Marlo takes 30 passengers aboard a day, the ferry line said. The harbour was shut."),
    Row("V125", {}, {"via": ["harbour-channel"]}, text=TEXT.replace("line said", "line said on the Harbour watchers' channel")),
    Row("V129", {}, {"status": "could not be verified"}, text=f"{TEXT} The line's claims could not be verified."),
    Row("V134", {"said_on": "2031-03-02"}, {"said_on": "2031-03-03"}, text=TEXT.replace("line said", "line said on Monday, after what it had said on Sunday")),
    Row("V137", {}, {"as_of": "2031-03-04"}, text=TEXT.replace("aboard", "aboard on Tuesday")),
    Row("V138", {"printed": "120"}, {"printed": "140"}, text="The number aboard rose to 140 passengers from 120, the ferry line said. The harbour was shut."),
    Row("V143", {}, {}, text=TEXT.replace("140 passengers", "140 of the Ferri Line"), claim={"printed": "140 of the Ferri Line"}, sources={"aliases": ["Ferri Line"]}),
    Row("V157", {"source_file": "003.txt"}, {"source_file": "002_radio.txt"}, of_claim=False),
    Row("V157", {"url": "https://news.invalid/1"}, {"url": "https://soundradio.org/1"}, of_claim=False),
    Row("V157", {"archived": "https://archive.invalid/1"}, {"archived": "https://web.archive.org/web/2031/https://soundradio.org/1"}, of_claim=False),
    Row("V144", {"scope": "Upper Deck"}, {"scope": None}),
    Row("V146", {}, {"scope": "pell-rock"}, text=TEXT.replace("aboard", "aboard at Pell Rock"), files={"topics/passengers.yml": ABOARD.replace("the Marlo when", "the Marlo in Osk Sound when")}),
    Row("V131", {"hour": "15:05"}, {"hour": "14:05"}, text=TEXT.replace("It had", "14:05 It had"), files={"topics/passengers.yml": RUNNING}),
    Row("V101", {"printed": "141"}, {"printed": "140"}),
    Row("V101", {"quote": "had 140 pasengers"}, {"quote": "had 140 passengers"}),
    Row("V103", {"source_sha256": "0" * 64}, of_claim=False),
    Row("V104", {"source_file": "003.txt"}, {"source_file": "002_radio.txt"}, of_claim=False),
    Row("V105", {"quote": "ferry line said"}, {"quote": "140 passengers aboard"}),
    Row("V106", {"quote": "It had 140 passengers aboard", }, {"quote": "140 passengers aboard"}, text="It had 140 passengers aboard. The ferry line said that. The harbour was shut.", claim={"attribution": "implied"}),
    Row("V107", {"cue": "said"}, {"cue": "reportedly"}, text=TEXT.replace("It had 140 passengers aboard, the ferry line said", "The ferry line reportedly had 140 passengers aboard, it said")),
    Row("V108", locate=False),
    Row("V109", {"locator": {"start": 0, "end": 3, "before": "0" * 12, "after": "0" * 12}}, {"locator": None}, locate=False),
    Row("V110", {"speech": "quoted"}, {"speech": None}),
    Row("V111", {"printed": "140"}, {"printed": "at least 140"}, text=TEXT.replace("140", "at least 140")),
    Row("V111", {"printed": "140"}, {"printed": "140 or so"}, text=TEXT.replace("140 passengers aboard", "140 or so aboard")),
    Row("V112", {"modifier": "about", "low": 140, "high": 140}, {"modifier": None, "low": None, "high": None}),
    Row("V112", {"modifier": "at least", "low": 140}, {"printed": "At least 140", "modifier": None, "low": None}, text="At least 140 passengers were aboard, the ferry line said. The harbour was shut."),
    Row("V112", {"modifier": "exactly", "low": 140, "high": 140}, {"modifier": "vague", "low": None, "high": None}, claim={"printed": "-140"}, text=TEXT.replace("140", "-140")),
    Row("V113", {"counts": "drowned"}, {"counts": None}),
    Row("V114", {}, {"part_of": "whole"}, claim={"printed": "30"}, claims=({**CLAIM, "id": "whole", "printed": "140"},), text="It had 140 passengers aboard, including 30 passengers of a school, the ferry line said."),
    Row("V115", {"part_of": "other"}, {"part_of": None}, claims=({**CLAIM, "id": "other", "question": "passengers/ashore", "printed": "60"},), text=f"{TEXT} A day later 60 passengers were brought ashore by boat, the ferry line said."),
    Row("V119", {}, {"printed": "30"}, text="140 passengers could have been aboard, and 30 passengers were aboard, the ferry line said. The harbour was shut."),
    Row("V120", {"where": "headline"}, {"where": None}),
    Row("V121", {"sources": None, "cue": None}, {"attribution": "none"}, text="It had 140 passengers aboard. The harbour was shut."),
    Row("V121", {"attribution": "none"}, {"attribution": None}),
    Row("V122", {"sources": ["coastguard"]}, {"sources": ["ferry-line"]}),
    Row("V122", {}, {}, text=TEXT.replace("the ferry line", "the Marlo company"), sources={"aliases": ["Marlo company"]}),
    Row("V123", {"sources": ["coastguard"]}, {"sources": ["ferry-line"]}, text=f"The coastguard came late. {TEXT}"),
    Row("V124", {"via": ["harbour-channel"]}, {"via": None}),
    Row("V126", {"cue": "claimed"}, {"cue": "said"}),
    Row("V127", {"cue": None}, {"cue": "said"}),
    Row("V128", {"status": "nobody could check that"}, {"status": "could not be verified"}, text=f"{TEXT} The figure could not be verified."),
    Row("V130", {"attribution": "implied"}, {"attribution": None}),
    Row("V131", {"as_of": "2031-03-01"}, {"as_of": None}),
    Row("V131", {"said_on": "2031-03-01"}, {"said_on": None}),
    Row("V132", {"value": "2031-03-02"}, {"value": "2031-03-03"}, text=MONDAY, claim=BY_DAY),
    Row("V133", {"published": "2031-03-02"}, {"published": "2031-03-04"}, text=MONDAY, claim=BY_DAY, of_claim=False),
    Row("V135", {"published": "2031-03-02"}, {"published": "2031-03-04"}, text=MONDAY, claim=BY_DAY, of_claim=False),
    Row("V140", {}, {"said_on": "2031-03-03"}, text=TEXT.replace("line said", "line said on Monday")),
    Row("V141", {"value": ["pell-rock"]}, {"value": ["osk-sound"]}, text=PLACE, claim=AT),
    Row("V141", {}, {}, text=PLACE.replace("Osk Sound", "the Sund"), claim={**AT, "printed": "in the Sund"}, places={"aliases": ["Sund"]}),
    Row("V142", {"value": ["osk-sound"], "printed": "in Osk Sound off Pell Rock"}, {"value": ["osk-sound", "pell-rock"]}, text=PLACE.replace("Sound", "Sound off Pell Rock"), claim=AT),
    Row("V142", {"printed": "in Osk Sound off Pell Rock"}, {"printed": "in Osk Sound"}, text=PLACE.replace("Sound", "Sound off Pell Rock"), claim=AT),
    Row("V145", {"value": "yes"}, {"value": "no"}, text=WEATHER, claim=CALM),
    Row("V147", {"doubt": "probably"}, {"doubt": "likely"}, text=DRY, claim={**CALM, "printed": "calm", "value": "yes"}),
    Row("V147", {"doubt": "the weather"}, {"doubt": None}, text=WEATHER, claim=CALM),
    Row("V148", {}, {"doubt": "likely"}, text=FAR, claim={**CALM, "printed": "calm", "value": "yes"}),
    Row("V149", {"printed": "140", "where": "headline", **NOBODY}, {"printed": "at least 140", "where": None, "sources": ["ferry-line"], "cue": "said", "attribution": None},
        head=(HEAD.replace("Ferry stops in the sound", "Ferry with 140 aboard stops"),) * 2, text=TEXT.replace("140", "at least 140")),
    Row("V151", {}, {}, head=(HEAD.replace("Sound Radio", "Radio of the Sound"),) * 2, outlets={"aliases": ["Radio of the Sound"]}),
    Row("V152", {"headline": "Ferry stops in a sound"}, {"headline": "Ferry stops in the sound"}, of_claim=False),
    Row("V152", {"byline": ["Olaf Berg"]}, {"byline": ["Ola Berg"]}, of_claim=False),
    Row("V153", {"byline": None}, {"byline": ["Ola Berg"]}, of_claim=False),
    Row("V153", {"headline": None}, {"headline": "Ferry stops in the sound"}, of_claim=False),
    Row("V154", precis=(f"{PRECIS} Nobody else has spoken of it so far, and the harbour was shut.", f"{PRECIS} No other voice is heard.")),
    Row("V155", precis=(f"{PRECIS} It had 150.", f"{PRECIS} It had 140.")),
    Row("V156", {"completeness": "full text"}, {"completeness": "excerpt"}, of_claim=False, text=f"{TEXT}\n\n[...]"),
    Row("V159", precis=(f"{PRECIS} It was 9 March 2031.", PRECIS)),
    Row("V160", precis=(f"{PRECIS} It speaks of Grimsby.", PRECIS)),
    Row("V191", allow("V999"), {"allow": None}),
    Row("V191", allow("quote-not-found"), {"allow": None}),
    Row("V192", allow("V113"), {"allow": None}),
    Row("V193", {"modifier": "up to", "high": 90, **allow("V112")}, {"modifier": None, "high": None, "allow": None}),
]  # fmt: skip
