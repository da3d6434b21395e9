"""What pages of the invented stories say of their answers: hours, names, silences, headlines, what an outlet has checked itself."""

from __future__ import annotations

import re
from functools import cache

import pytest

from builder.build import in_memory
from builder.pages.views.claims import Teller
from builder.pages.views.embed import embed_view, picture_view
from tests.stories.sites import HERE
from tests.stories.sites import story as told_story


@cache
def pages(name: str) -> dict[str, str]:
    return {page.address: page.body for page in in_memory.make(HERE / name).pages}


@pytest.mark.parametrize(
    ("story", "address", "words"),
    [
        ("toll", "topics/toll/", "as of 9 September 2031, 14:05"),
        ("toll", "topics/toll/", "named as the government"),
        # That the cause is open is the paper's word, and not the ministry's that it cites.
        ("toll", "sources/emergencies-ministry/", "the article leaves open what caused the explosion"),
        ("toll", "topics/blast/", "Le Courrier du Littoral leaves open what caused the explosion;"),
        ("toll", "topics/toll/", "Not answered"),
        ("toll", "topics/blast/", "Only in a headline"),
        # A headline with a number that its text does not have is told on its outlet's page.
        ("../..", "outlets/newsweek/", "Only in a headline"),
        ("../..", "outlets/newsweek/", "not in the text at hand"),
        ("../..", "sources/", "arms Ukraine"),
        ("toll", "topics/toll/", "both are for one day, and neither gives an hour"),
        ("toll", "topics/toll/", "and 3 more outlets"),
        ("toll", "pairs/kbn-live--northwire/", "Both name what this site calls grain dust."),
        (
            "toll",
            "pairs/fenland-echo--northwire/",
            "The Fenland Echo prints the text of Northwire: two outlets, one report. Both answer",
        ),
        ("toll", "pairs/clipboard--nordmaerker-zeitung/", "no answer to “The union’s count”"),
        ("toll", "topics/blast/", "[rules out an attack for now]"),
        # Words in other languages stand with what they mean: the verb, the remark on verification, the doubt, the headline.
        ("toll", "topics/toll/", '<q lang="fr">a déclaré</q> <span class="vm-rendered">[declared]</span>'),
        ("toll", "topics/toll/", '<q lang="uk">говорив</q> <span class="vm-rendered">[spoke]</span>'),
        ("toll", "", "[could not be checked independently]"),
        ("toll", "", "[Two hundred dockers dead in Yelvik, according to the union]"),
        ("toll", "topics/blast/", "[most serious lead]"),
        ("bank", "outlets/finanzbote/", "[according to]"),
        # What a figure counts stands beside it where two are set against each other: without it nobody sees why.
        ("toll", "outlets/diario-cormoran/", "counts dockers killed"),
        # All whom an outlet contradicts are counted, and its answers are called that: a town read off a sentence is no statement.
        ("bank", "outlets/daily-whistle/", "2 more"),
        ("bank", "outlets/daily-whistle/", "Of its ten answers compared here"),
        ("bank", "outlets/market-ledger/", "counts the other part, which leaves 89 percent"),
        ("bank", "topics/size/", "in other currencies"),
        ("toll", "articles/meridian/", "others answer for another day"),
        # One count that two bodies give has both names.
        ("toll", "topics/toll/", "Government of Karvonia"),
        # Not two outlets part, of which one prints both, but those whom they cite.
        ("toll", "topics/blast/", "The union (seven reports) and Belmara Grain (four reports)"),
        ("toll", "articles/northwire/", "Belmara Grain, in "),
        ("toll", "topics/blast/", "“everybody”"),
        ("bank", "topics/closure/", "It tells of the closure and prints no day for it."),
        ("bank", "topics/closure/", "the headline prints “SAVERS LOSE THE LOT”, the text below it"),
        ("bank", "sources/", "The order of closure"),
        ("bank", "topics/size/", "Tessmar Bank’s annual report"),
        ("bank", "pairs/digestbox--market-ledger/", "DigestBox: Text incomplete"),
        # What it only passes on is its answer all the same, with whose word it is.
        ("bank", "outlets/digestbox/", "from Penrow News Agency"),
        ("bank", "outlets/digestbox/", "Where it differs from others"),
        ("bank", "pairs/digestbox--market-ledger/", "Market Ledger: Published before"),
        (
            "toll",
            "pairs/clipboard--daily-comet/",
            "Clipboard gives the figure of the Daily Comet as “Близько 30” [about 30]; the Daily Comet prints “Over 30” and “At least 30”.",
        ),
        (
            "toll",
            "pairs/courrier-littoral--ledgerman/",
            "no one day is given; which is the later count is not known",
        ),
        # Others count at a later hour of the same day.
        ("toll", "articles/kbn-live/", "others give an earlier or a later count"),
        ("toll", "articles/ledgerman/", "others give an earlier or a later count"),
        ("toll", "articles/northwire/", "“seven” is said of Hask, the question names Zhelvik."),
        ("toll", "articles/daily-comet/", "Headline differs"),
        ("toll", "outlets/clipboard/", "Nothing can be said of that."),
        ("bank", "outlets/market-ledger/", "Its words on what it has checked itself:"),
        ("bank", "topics/closure/", "have the recording"),
        ("bank", "", "in their own voice"),
        # Two papers read two notices, and only one of these names an authority.
        ("bank", "sources/", "The notice on the bank’s door"),
        ("bank", "sources/", "The notice on the bank’s website"),
        ("bank", "", "Day of the closure"),
        # One source's two figures for one day stand beside each other before what fits in any case.
        (
            "toll",
            "articles/courrier-littoral/",
            "“152” is for 10 September 2031, for “environ 140” no one day is given",
        ),
        # The remark without which the figure misleads.
        (
            "toll",
            "",
            "told as two things. By the union’s own account the dead, the hurt and the missing together.",
        ),
        (
            "bank",
            "topics/size/",
            "“more than 60 percent” means a figure above that of “60 percent”, which may be rounded.",
        ),
        ("bank", "topics/size/", "from “60 percent” (six reports) to “60.4 per cent” (the Market Ledger)"),
        # What a headline makes of its own text leads, and its condition is printed with an answer.
        ("bank", "", "In the Daily Whistle, the headline prints “SAVERS LOSE THE LOT”"),
        ("bank", "topics/closure/", "first 200,000 dollars … is safe"),
        ("bank", "", "Both sides cite Tessmar Bank’s annual report; the texts do not say why they differ."),
        (
            "toll",
            "topics/toll/",
            "no one day is given; which is the later count is not known, nor whether both are one in round numbers",
        ),
        ("toll", "", "from the government, through Northwire"),
        ("bank", "articles/daily-whistle/", "in another unit or currency than what others print"),
        ("bank", "", "seven name an authority that shut it, and one of the seven a different one"),
        ("bank", "", "13 March 2031: Withdrawn on Thursday"),
        (
            "toll",
            "",
            "Northwire and Nordmärker Zeitung say that this could not be checked independently; the texts at hand of the others do not say so.",
        ),
        ("toll", "", "No sign of something is less than a no"),
        # Answers that mean the same stand together, each in its own words.
        ("toll", "topics/blast/", "All 9 outlets with this answer"),
        (
            "toll",
            "topics/blast/",
            "Nine reports name what this site calls grain dust, not all of them as certain.",
        ),
        # A no for the time being is no doubtful one.
        ("toll", "topics/blast/", "No, for now"),
        ("toll", "", "No sign of something is less than a no, and one answer is given only for now."),
        # A headline's word is told with what its own text has, on the topic and on its outlet's page.
        ("toll", "topics/blast/", "In the text a security source does not rule out sabotage"),
        ("toll", "outlets/daily-comet/", "Its headlines against its own texts"),
        ("bank", "outlets/daily-whistle/", "Its headlines against its own texts"),
        # What is passed on of another outlet stands beside what that one prints.
        (
            "toll",
            "topics/toll/",
            "Clipboard has “36” for 10 September 2031 through Northwire, whose text at hand prints “At least 31” for 9 September 2031.",
        ),
        ("toll", "sources/northwire-as-source/", "In its own text at hand:"),
        ("toll", "sources/karvonian-government/", "Counted here as the word of the Emergencies Ministry."),
        (
            "toll",
            "pairs/courrier-littoral--ledgerman/",
            "Le Courrier du Littoral and the Ledgerman print both sides.",
        ),
        (
            "toll",
            "pairs/courrier-littoral--ledgerman/",
            "without a contradiction; on one, one or both of them print both sides.",
        ),
        ("toll", "", "likewise on “Company warned”"),
        ("toll", "", "what Fenland Echo reprints"),
        ("toll", "outlets/nordmaerker-zeitung/", "nach Angaben"),
        ("toll", "sources/dovic/", "the dead, the hurt and the missing"),
        ("bank", "outlets/bolsa-y-puerto/", "go back to Tessmar Bank’s annual report"),
        (
            "bank",
            "topics/size/",
            "percent of a rate is a fraction of that rate, percentage points are added to it",
        ),
        ("toll", "", "No sign of it"),
        ("../..", "topics/the-front/", "Headline unclear"),
        # The table on the front page says what a text leaves open, as its card does.
        ("../..", "", "in the headline · the article leaves open which days it means<span"),
        ("../..", "topics/troop-numbers/", "Left open"),
        ("../..", "articles/financial-times-first-combat/", "others answer too"),
    ],
)
def test_a_page_says(story: str, address: str, words: str) -> None:
    assert words in pages(story)[address]


@pytest.mark.parametrize(
    ("story", "address", "words"),
    [
        ("toll", "articles/ledgerman/", "fits what others print"),
        ("toll", "articles/kbn-live/", "others answer for another day"),
        ("toll", "articles/northwire/", "names no place"),
        ("toll", "articles/meridian/", "names no place"),
        ("toll", "topics/blast/", "Headline differs"),
        # Outlets that have no word on what they checked: their pages have none either.
        ("bank", "outlets/daily-whistle/", "check"),
        ("toll", "outlets/meridian/", "check"),
        # The total in another currency is the same thing.
        ("bank", "articles/daily-whistle/", "not of the same thing"),
        # What stood at the end of a year, or holds since one, has no day of its own.
        ("bank", "", "13 March 2031: Deposits"),
        ("bank", "", "Rise of the main rate</a>; "),
        # Whom a list of what was first leaves out was not first in fewer things.
        ("toll", "outlets/northwire/", "printed first"),
        # Nobody says so in the texts: "we" are those who inquire, and the ministry counts.
        ("toll", "topics/blast/", "nobody knows"),
        # "Stay calm" stands in two of his sentences of that day, and is a cut of neither.
        ("bank", "topics/closure/", "at different length"),
        ("bank", "topics/closure/", "quote one statement"),
        ("bank", "articles/daily-whistle/", "quote one statement"),
        ("toll", "sources/", "inspects"),
        # What is printed as a doubt is not said twice.
        ("toll", "", "only as"),
        # One sentence on a lead and its text, not two.
        ("toll", "topics/toll/", "One text prints “Over 30” and “At least 30”"),
        ("toll", "topics/toll/", "hôpital municipal"),
        ("toll", "topics/toll/", "where Clipboard has “the dead"),
        ("bank", "", "likewise on"),
        ("bank", "topics/size/", "one figure, rounded or hedged differently, from “60 percent”"),
        ("bank", "articles/digestbox/", "the first is from the Market Ledger"),
        ("toll", "sources/clara-venn/", "A party to the events"),
        ("toll", "sources/", "on its word"),
        ("toll", "sources/", "itself involved"),
        # The security source holds no office by the text, and two papers have no stake.
        ("toll", "sources/security-source/", "officials"),
        ("bank", "sources/close-to-regulator/", "officials"),
        ("bank", "sources/door-notice/", "nvolved in what is told"),
        ("bank", "articles/daily-whistle/", "not since 2029"),
        ("bank", "pairs/digestbox--market-ledger/", "contradiction. The Market Ledger alone answers"),
        # Three papers print the same two words: nothing differs to be marked.
        ("bank", "topics/closure/", "Marked and underlined"),
        ("bank", "pairs/digestbox--market-ledger/", "Only in"),
        ("toll", "topics/blast/", 'No, not for certain</span> <q class="vm-own" lang="en">no indication'),
        ("toll", "pairs/courrier-littoral--ledgerman/", "counted at different times"),
        # A floor that a count has long left allows for all that came later, and words without a figure for any.
        ("toll", "topics/toll/", "“At least four” allows for"),
        ("toll", "articles/clipboard/", ">SCORES<"),
        ("toll", "topics/toll/", "gives no figure, so it neither confirms"),
        ("toll", "pairs/daily-comet--kbn-live/", "gives no figure"),
        # A reprint is no second printing.
        ("toll", "outlets/northwire/", "also in Fenland Echo"),
        # All name one town: what the topic leads with tells outlets apart.
        ("toll", "", "Town ·"),
        # Whose word is open is nobody's own, and an account of "that" is another outlet's.
        ("../..", "", "naming nobody"),
        ("../..", "topics/casualties/", "that account"),
        ("../..", "topics/troop-numbers/", "Both say yes"),
        ("../..", "topics/troop-numbers/", "Zelensky on losses</span>"),
        # Of words about two things there is nothing to say but what each is of.
        ("toll", "topics/blast/", "is said of sabotage"),
        # What an outlet has from its own editor, it does not print a second time.
        ("bank", "sources/business-editor/", "In its own text at hand"),
        ("../..", "topics/arrival-and-first-combat/", "readying for combat”, by this site’s reckoning"),
        ("../..", "topics/language-barrier/", "answers none of these questions"),
        ("../..", "pairs/financial-times--unknown-digest/", "· only as preliminary"),
    ],
)
def test_a_page_does_not_say(story: str, address: str, words: str) -> None:
    assert words not in pages(story)[address]


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        # One text printed twice is no second witness.
        ("fenland-echo--northwire", "Fenland Echo prints the text of Northwire: two outlets, one report."),
        # The last count of a text that was kept up tells more than its first, or than that a guard's "at least four" allows for all.
        (
            "kbn-live--northwire",
            "“At least 31” is of 9 September 2031, evening, “19” of 14:05: a later count, not a contradiction.",
        ),
    ],
)
def test_two_outlets_are_set_beside_each_other_by_what_tells_most(pair: str, words: str) -> None:
    body = pages("toll")[f"pairs/{pair}/"]
    assert words in body
    assert "“At least four” allows for" not in body
    assert "Both print “22”" not in body


TOOL_WORDS = re.compile(
    r"not comparable|share too few words|as of from|amounts to yes|said of the question|is for no day|\bV[0-9]{3}\b|^means$",
    re.MULTILINE,
)


@pytest.mark.parametrize("story", ["toll", "bank"])
def test_no_page_for_readers_has_words_of_the_tool(story: str) -> None:
    """The pages on data, method and authoring tell what the values of the data and the codes of the checks are."""
    told = {
        address: TOOL_WORDS.findall(re.sub(r"<[^>]*>", "\n", body))
        for address, body in pages(story).items()
        if not address.startswith(("data/", "method/", "authoring/"))
    }
    assert len(told) > 50
    assert {address: words for address, words in told.items() if words} == {}


@pytest.mark.parametrize(
    ("story", "article", "said"),
    [
        ("toll", "courrier-littoral", "in figures</span> about 20"),
        ("toll", "fenland-echo", "place</span> Zhelvik"),
        ("bank", "echo-marches", "day</span> 14 March 2031"),
    ],
)
def test_what_printed_words_mean_is_told_by_what_it_is(story: str, article: str, said: str) -> None:
    assert f'<span class="vm-label">{said}' in pages(story)[f"articles/{article}/"]


def test_the_frame_of_a_topic_shows_the_dispute_that_it_leads_with() -> None:
    told = told_story("bank")
    (closure,) = (topic for topic in told.topics if topic.topic.id == "closure")
    view = picture_view(closure, Teller(told.library))
    assert view is not None
    assert (view.question, view.relay) == ("Which authority closed Tessmar Bank?", None)
    assert view.address == "embed/closure/"
    # Where what it leads with has a picture of who said it, it shows that.
    (size,) = (topic for topic in told.topics if topic.topic.id == "size")
    picture = picture_view(size, Teller(told.library))
    assert picture is not None
    assert picture.relay is not None
    assert picture.question == "What share of the deposits was uninsured?"


def test_a_frame_has_the_remark_on_its_question() -> None:
    told = told_story("toll")
    view = embed_view(told.rows["toll/union-casualties"], Teller(told.library))
    assert view.note == "By the union's own account the dead, the hurt and the missing together."


def glances(story: str) -> dict[str, list[str]]:
    """Return for each outlet of the table on a front page what each of its cells says of a yes or no: the answers with their sources."""
    table = pages(story)[""].partition("vm-matrix")[2].partition("</table>")[0]
    return {
        re.sub(r"<[^>]*>", "", outlet): [
            " ".join(re.sub(r"<[^>]*>", " ", said).split())
            for said in re.findall(r'vm-claim-printed">(.*?)</p>', cells, re.DOTALL)
            if "vm-answer" in said
        ]
        for outlet, cells in re.findall(
            r'<th scope="row">\s*<span class="vm-outlet">(.*?)</span>(.*?)</tr>', table, re.DOTALL
        )
    }


def test_the_front_page_puts_no_paper_on_a_side_of_what_its_sources_say() -> None:
    told = glances("toll")
    for outlet in ("Diario Cormorán", "Le Courrier du Littoral", "The Ledgerman", "The Meridian"):
        first, second = told[outlet]
        assert {first.split()[0] == "No", second.split()[0] == "No"} == {True, False}
        denial, charge = sorted((first, second), key=lambda said: not said.startswith("No"))
        assert denial.endswith("from Belmara Grain")
        assert charge.endswith(("from the union", "from Irena Dovic"))
    for outlet in ("Northwire", "Fenland Echo", "Nordmärker Zeitung"):
        (only,) = told[outlet]
        assert only.startswith("Yes")
        assert only.endswith(("from the union", "from Irena Dovic"))


def test_as_many_outlets_name_who_shut_the_bank_as_its_story_says() -> None:
    row = told_story("bank").rows["closure/closed-by"]
    named = {claim.outlet: claim.value for claim in row.claims if claim.value}
    others = [outlet for outlet, value in named.items() if value != named["penrow-agency"]]
    assert (len(named), others) == (7, ["daily-whistle"])
