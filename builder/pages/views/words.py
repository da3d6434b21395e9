"""The words of the interface in the language of a site, for texts in views and templates that no editor wrote.

The English words are the keys. Views call the words ``say``, so that their texts are already in the site's language;
templates call them ``_`` and use them for their own words only. Words that a catalogue lacks are in English. The sentences
of the comparison are English in every language: they are content, not interface.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from builder.compare import phrases
from builder.values import dates
from builder.values.dates import DateSpan
from builder.values.text import filled

ENGLISH = "en"


# Compared and hashed by identity, because instances are keys of caches.
class Words(Struct, frozen=True, eq=False):
    """The interface in one language."""

    language: str = ENGLISH
    catalogue: dict[str, str] = field(default_factory=dict)

    def __call__(self, text: str, **values: object) -> str:
        """Return an English text in this language, with its ``{names}`` replaced by ``values``."""
        found = self.catalogue.get(text, text)
        return filled(found, **values) if values else found

    def count(self, number: int, one: str, many: str = "") -> str:
        """Return a number with its noun: ``three reports``, ``3 Berichte``."""
        if self.language == ENGLISH:
            return phrases.count_noun(number, one, many)
        return f"{number} {self(one if number == 1 else many or one + 's')}"

    def number(self, number: int) -> str:
        """Return a number as it stands in a sentence without a noun: ``three``, ``3``."""
        return phrases.number_word(number) if self.language == ENGLISH else str(number)

    def join_items(self, items: Sequence[str]) -> str:
        """Return ``a, b and c``."""
        return phrases.join_items(items, self("and"))

    def date(self, span: DateSpan | None) -> str:
        """Return a date in words; ``date unknown`` for None."""
        return dates.caption(span, self) if span else self("date unknown")


def headed(headline: str | None, working_title: str | None, say: Words) -> str:
    """Return what an article is called: its headline, else the site's own title, marked as that, else that the text has none."""
    if headline:
        return headline
    if working_title:
        return say("{title} [this site's title]", title=working_title)
    return say("No headline in the text")
