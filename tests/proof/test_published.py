"""A day of publication that the text itself contradicts, and texts that look so and do not."""

from __future__ import annotations

import time

import pytest

from builder.proof.case import ArticleCase, Book
from builder.proof.rules.publication import stated
from builder.proof.rules.published import contradicted
from builder.proof.text import text_of
from tests.factory import article, site


def told(text: str, language: str, published: str) -> list[str]:
    item = article("post", published=published, language=language)
    case = ArticleCase(Book(site([item], []), {"post.txt": text_of("post.txt", text.encode())}), item, {})
    return [finding.kind.name for finding in (*contradicted(case), *stated(case))]


WRONG = [
    # "Yesterday" was another day.
    ("en", "The ferry sank yesterday, 3 May 2031, off Osk.", "2031-05-05"),
    ("en", "The ferry sank yesterday (3 May) off Osk.", "2031-05-05"),
    ("en", "The port will reopen, the line said today, 6 May.", "2031-05-05"),
    ("de", "Die Fähre sank gestern, am 3. Mai 2031, vor Osk.", "2031-05-05"),
    ("de", "Heute, 6. Mai, blieb der Hafen zu.", "2031-05-05"),
    ("fr", "Le ferry a coulé hier, le 3 mai 2031, au large d'Osk.", "2031-05-05"),
    ("es", "El ferry se hundió ayer, 3 de mayo de 2031, frente a Osk.", "2031-05-05"),
    # A line states it without a year, or in digits.
    ("en", "Ferry sinks\n\nFirst published: 6 May\n\nThe ferry sank off Osk.", "2031-05-05"),
    ("de", "Fähre gesunken\n\nVeröffentlicht am 9. Mai\n\nDie Fähre sank.", "2031-05-05"),
    ("de", "Fähre gesunken\n\n09.05.2031\n\nDie Fähre sank.", "2031-05-05"),
    ("fr", "Le ferry a coulé\n\nPublié le 09/05/2031\n\nLe ferry a coulé.", "2031-05-05"),
    ("es", "El ferry\n\nPublicado el 9 de mayo\n\nEl ferry se hundió.", "2031-05-05"),
    # A dateline of another weekday: 5 May 2031 is a Monday.
    ("en", "OSK, Wednesday (AP) - The ferry sank off the coast.", "2031-05-05"),
    ("en", "OSK, Friday - The ferry sank off the coast.", "2031-05-05"),
    # Told as past, on a day that was still to come.
    ("en", "Twelve people were killed on 7 May.", "2031-05-05"),
    ("en", "The captain was arrested on 7 May 2031 in Osk.", "2031-05-05"),
    ("de", "Zwölf Menschen starben am 7. Mai.", "2031-05-05"),
    ("fr", "Douze personnes ont été tuées le 7 mai.", "2031-05-05"),
    ("es", "Doce personas murieron el 7 de mayo.", "2031-05-05"),
    ("en", "Twelve people were killed on 14 November 2031.", "2031-05-05"),
    ("en", "Twelve people were killed on 14 October.", "2031-05-05"),
]

RIGHT = [
    ("en", "The ferry sank yesterday, 4 May 2031, off Osk.", "2031-05-05"),
    ("en", 'She said: "We met yesterday, 3 May, in Osk."', "2031-05-05"),
    ("en", "The ferry sank yesterday; on 3 May it had been mended.", "2031-05-05"),
    ("en", "The ferry sank yesterday (4 May) off Osk.", "2031-05-05"),
    ("en", "First published: 5 May\n\nThe ferry sank off Osk.", "2031-05-05"),
    ("en", "OSK, Sunday (AP) - The ferry sank off the coast.", "2031-05-05"),
    ("en", "OSK, Monday - The ferry sank off the coast.", "2031-05-05"),
    ("en", "Osk, Wednesday's ferry port, is shut.", "2031-05-05"),
    ("en", "The trial of the captain will be held on 7 May.", "2031-05-05"),
    ("en", "The hearing on 7 May is open to all.", "2031-05-05"),
    ("en", "Twelve people were killed on 4 May.", "2031-05-05"),
    ("en", "Flights on 7 May were cancelled.", "2031-05-05"),
    ("de", "Fähre gesunken\n\n05.05.2031\n\nDie Fähre sank.", "2031-05-05"),
    ("de", "Stand: 5. Mai\n\nDie Fähre sank gestern, am 4. Mai.", "2031-05-05"),
    ("en", "03/04/2031\n\nThe ferry sank off Osk.", "2031-05-05"),
    ("en", "Twelve people were killed on 4 May.", "2031-05-01/2031-05-31"),
    # Without its year, a day that is more than half a year ahead is last year's.
    ("en", "Twelve people were killed on 14 November.", "2031-05-05"),
    ("de", "Zwölf Menschen starben am 14. November.", "2031-05-05"),
]


@pytest.mark.parametrize(("language", "text", "published"), WRONG)
def test_a_text_that_is_of_another_day(language: str, text: str, published: str) -> None:
    assert told(text, language, published) == ["published-unfit"]


@pytest.mark.parametrize(("language", "text", "published"), RIGHT)
def test_a_text_that_may_be_of_that_day(language: str, text: str, published: str) -> None:
    assert told(text, language, published) == []


@pytest.mark.parametrize(
    "words", ["on 7 May ", "yesterday, 4 May ", "OSK, ", "7 May, killed; ", "First published: 5 May\n"]
)
def test_a_long_text_takes_linear_time(words: str) -> None:
    start = time.process_time()
    told(words * (20_000 // len(words)), "en", "2031-05-05")
    assert time.process_time() - start < 10
