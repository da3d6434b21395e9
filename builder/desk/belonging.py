"""Which story an article belongs to, and what the site has for that story: its questions, and who speaks in it.

A speaker of one story is not proposed in another: the "officials" of two stories are not the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from builder.content.load import Document
from builder.content.model import Claim, Place, Question, Site, Source, Story
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.desk.suggest.words import weighty
from builder.proof.names import Names, registry_names
from builder.proof.text import Text
from builder.values.letters import CAPITAL
from builder.values.lexicon import base
from builder.values.text import normalise

_One = TypeVar("_One", Source, Place)
FEWEST = 4
"""The fewest words of a story's own that a text must have to be taken for one of it."""
_CAPITAL = re.compile(rf"(?<=[\w,] ){CAPITAL}[\w'’-]{{3,}}")
_NAME = 2
"""How many words a name is worth: an entry of the registry is the same in all languages."""
AHEAD = 2.0
"""How many times as many words of that story's own it must have as of any other's."""


class Belonging(Struct, dict=True):
    """The stories of a site, each with its questions, speakers and places."""

    site: Site

    def story_of(self, document: Document, text: Text) -> str | None:
        """Return the id of the story that an article belongs to, or None on a site without stories.

        The article's file says it, or its claims do, or there is one story only, or the text has by far the most words of one.
        Raises ``Refusal`` if it may be one of several.
        """
        stories = self.site.stories
        stated = document.data.get("story")
        if isinstance(stated, str) and stated in stories:
            return stated
        if len(stories) < 2:
            return next(iter(stories), None)
        answered = self._answered(document)
        if len(answered) == 1:
            return answered[0]
        language = document.data.get("language")
        language = language if isinstance(language, str) else None
        if found := self.by_words(text, language, answered or list(stories)):
            return found
        named = ", ".join(answered or stories)
        raise Refusal(kinds.WHICH_STORY, f"{document.path} may belong to any of several stories: {named}")

    def questions(self, story: str | None) -> list[Question]:
        """Return the questions of a story, or all there are if none is given."""
        topics = self.site.stories[story].topics if story else tuple(self.site.topics)
        return [q for id in topics if id in self.site.topics for q in self.site.topics[id].questions]

    def sources(self, story: str | None) -> list[Source]:
        """Return the sources that may speak in a story: those that do already, and those that speak nowhere yet."""
        return _own(self.site.sources, self._speaking, story)

    def places(self, story: str | None) -> list[Place]:
        """Return the places that a story may name: those that it does already, and those that none names yet."""
        return _own(self.site.places, self._placed, story)

    def _answered(self, document: Document) -> list[str]:
        claims = document.data.get("claims")
        listed = [claim for claim in claims if isinstance(claim, dict)] if isinstance(claims, list) else []
        topics = {str(claim.get("question")).partition("/")[0] for claim in listed}
        return [id for id, story in self.site.stories.items() if topics.intersection(story.topics)]

    def by_words(self, text: Text, language: str | None = None, among: Iterable[str] = ()) -> str | None:
        """Return the story of which a text has by far the most words, of some or of all; None if it is not clear which.

        A name that a story is told with counts for two words, under whatever name the registry has for it: what is the same in all languages.
        """
        site = self.site.settings.language
        across = base(language or site) != base(site)
        own = {id: self._words(story, things=across) for id, story in self.site.stories.items()}
        spread = Counter(word for words in own.values() for word in words)
        named = Counter(name for names in self._told_of.values() for name in names)
        said = {*weighty(text.content, language or site, things=across), *weighty(text.content, site)}
        names = self._registry.named(text.content)
        # A name that no registry has is the same in all languages, but for its accents.
        called = {id: _capitals(self._told(story)) for id, story in self.site.stories.items()}
        often = Counter(word for words in called.values() for word in words)
        capitals = _capitals(text.content)
        shared = {
            id: sum(spread[word] == 1 for word in own[id] & said)
            + _NAME * sum(named[name] == 1 for name in self._told_of[id] & names)
            + across * _NAME * sum(often[word] == 1 for word in called[id] & capitals)
            for id in among or own
        }
        first, *others = sorted(shared, key=lambda id: -shared[id])
        clear = not others or shared[first] >= AHEAD * shared[others[0]]
        return first if clear and shared[first] >= FEWEST else None

    def _words(self, story: Story, *, things: bool) -> set[str]:
        """Return the words of a story: its title, its questions, the names of those who speak in it and of its places."""
        named: list[Source | Place | None] = [self.site.sources.get(id) for id in self._speaking[story.id]]
        named += [self.site.places.get(id) for id in self._placed[story.id]]
        told = [self._told(story), *(name for one in named if one for name in (one.name, *one.aliases))]
        # A year or a figure says nothing of what a text is about.
        return {word for word in weighty(" ".join(told), things=things) if not word[0].isdigit()}

    def _told(self, story: Story) -> str:
        asked = (
            text
            for question in self.questions(story.id)
            for text in (question.text, question.short, question.counts or "", question.of or "")
        )
        return " ".join((story.title, story.summary, *asked))

    @cached_property
    def _registry(self) -> Names:
        """All sources and places under every name that the site has for them."""
        entries: list[Source | Place] = [*self.site.sources.values(), *self.site.places.values()]
        return registry_names(
            tuple((f"{type(one).__name__} {one.id}", (one.name, *one.aliases)) for one in entries)
        )

    @cached_property
    def _told_of(self) -> dict[str, set[str]]:
        """Story id -> the entries of the registry that its title, summary and questions name."""
        return {
            story.id: self._registry.named(normalise(self._told(story)))
            for story in self.site.stories.values()
        }

    @cached_property
    def _claims(self) -> dict[str, list[Claim]]:
        """Story id -> the claims on its questions, drafts' included."""
        of = {topic: story.id for story in self.site.stories.values() for topic in story.topics}
        found: dict[str, list[Claim]] = {id: [] for id in self.site.stories}
        for article in (*self.site.articles.values(), *self.site.drafts.values()):
            for claim in article.claims if article else ():
                if story := of.get(claim.question.partition("/")[0]):
                    found[story].append(claim)
        return found

    @cached_property
    def _speaking(self) -> dict[str, set[str]]:
        """Story id -> the ids of those who speak in it or pass words on."""
        return {
            story: {id for claim in claims for id in (*claim.sources, *claim.via)}
            for story, claims in self._claims.items()
        }

    @cached_property
    def _placed(self) -> dict[str, set[str]]:
        """Story id -> the ids of the places that its claims name."""
        return {
            story: {place.id for claim in claims for place in _named(claim)}
            for story, claims in self._claims.items()
        }


def _capitals(text: str) -> frozenset[str]:
    """Return the words with a capital in the midst of a text's sentences, without accents."""
    found = _CAPITAL.findall(text)
    return frozenset(
        "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
        for word in found
    )


def _named(claim: Claim) -> list[Place]:
    named = [one for one in claim.value if isinstance(one, Place)] if isinstance(claim.value, tuple) else []
    return [*named, claim.scope_place] if claim.scope_place else named


def _own(all_: dict[str, _One], used: dict[str, set[str]], story: str | None) -> list[_One]:
    if story is None:
        return list(all_.values())
    elsewhere = {id for other, ids in used.items() if other != story for id in ids}
    return [one for id, one in all_.items() if id in used[story] or id not in elsewhere]
