"""A relay that sources.yml does not have: an outlet of the site, an agency, a platform."""

from __future__ import annotations

import pytest

from builder.proof import kinds
from builder.proof.rules.attribution import relay_kept
from builder.proof.rules.relays import unlisted
from tests.proof.saying import case_of


def told(text: str, language: str = "en", **claim: object) -> set[object]:
    return {finding.kind for finding in unlisted(case_of(text, language, **claim))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry line told Reuters that 140 were aboard."),
        ("en", "140 were aboard, the ferry line said on Telegram."),
        ("en", "140 were aboard, the ferry line said, according to The Harbour Post."),
        ("en", "The Harbour Post reported that the ferry line said 140 were aboard."),
        ("de", "Die Fährlinie sagte der dpa, dass 140 an Bord waren."),
        ("fr", "La compagnie a dit à Reuters que 140 étaient à bord."),
        ("es", "La naviera dijo a Efe que 140 iban a bordo."),
    ],
)
def test_what_came_through_an_outlet_an_agency_or_a_platform_has_it_in_via(language, text):
    assert told(text, language) == {kinds.RELAY_DROPPED}
    assert told(text, language, via=("harbour-channel",)) == set()
    assert told(text, language, sources=()) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line said that 140 were aboard.",
        "Sound Radio asked, and the ferry line said that 140 were aboard.",
        "The ferry line said that 140 were aboard, Reuters Street was shut.",
        "140 were aboard. The ferry line told Reuters nothing.",
    ],
)
def test_a_name_that_passes_nothing_on_is_no_relay(text):
    assert told(text) == set()


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "Pictures were posted on the Harbour watchers' channel. The footage of the ferry line shows 140 people.", True),
        # One of those that were posted, or another one: the text does not say.
        ("en", "Videos were posted on the Harbour watchers' channel. One video of the ferry line shows 140 people.", False),
        ("de", "Auf dem Kanal Harbour watchers' channel erschienen Bilder. Das Video der Fährlinie zeigt 140 Menschen.", True),
        ("de", "Auf dem Kanal Harbour watchers' channel erschienen Videos. Ein Video der Fährlinie zeigt 140 Menschen.", False),
    ],
)  # fmt: skip
def test_a_channel_named_before_is_asked_for_only_where_the_words_point_back_to_it(language, text, asked):
    found = {finding.kind for finding in relay_kept(case_of(text, language, cue=None))}
    assert found == ({kinds.RELAY_DROPPED} if asked else set())
