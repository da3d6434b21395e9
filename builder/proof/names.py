"""Find the names of registry entries (sources, places, outlets) in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from builder.proof.normal import Span
from builder.values.text import normalise

_PARENTHESES = re.compile(r"\s?\(([^)]{0,400})\)")


class Mention(Struct, frozen=True):
    """A name in a text."""

    span: Span
    ids: frozenset[str]
    """Ids that it can mean: several if entries share a name."""


class Names:
    """The names of a registry's entries. The longest match counts: "Ukraine's military" does not name "Ukraine"."""

    def __init__(self, named: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self.meant: dict[str, set[str]] = {}
        """Case-folded name -> ids."""
        self._found: dict[tuple[str, Span], list[Mention]] = {}
        for id, names in named:
            for name in names:
                for form in _forms(name):
                    self.meant.setdefault(form.casefold(), set()).add(id)
        spelled = "|".join(re.escape(name) for name in sorted(self.meant, key=lambda n: (-len(n), n)))
        self._names = re.compile(rf"(?<![\w-])(?:{spelled})(?![\w]|-\w)", re.IGNORECASE) if spelled else None

    def mentions(self, text: str, span: Span | None = None) -> list[Mention]:
        """Return the names in a span of a normalised text, in order. Names begin with a capital or a digit."""
        start, end = span or (0, len(text))
        if self._names is None:
            return []
        key = (text, (start, end))
        if key not in self._found:
            self._found[key] = [
                Mention(match.span(), frozenset(self.meant[match[0].casefold()]))
                for match in self._names.finditer(text, start, end)
            ]
        return self._found[key]

    def named(self, text: str, span: Span | None = None) -> set[str]:
        """Return the ids named in a span of a text."""
        return {id for mention in self.mentions(text, span) for id in mention.ids}

    def of(self, id: str) -> list[str]:
        """Return the case-folded names of one entry, sorted."""
        return sorted(name for name, ids in self.meant.items() if id in ids)


@lru_cache(maxsize=64)
def registry_names(named: tuple[tuple[str, tuple[str, ...]], ...]) -> Names:
    """Return the ``Names`` of a registry given as pairs of id and names. Cached."""
    return Names(named)


def _forms(name: str) -> Iterable[str]:
    """Yield a name's abbreviations in parentheses, and the name without them, its article and its apposition."""
    name = normalise(name)
    yield from _PARENTHESES.findall(name)
    plain = _PARENTHESES.sub("", name).partition(",")[0].strip()
    plain = re.sub(r"^(?:the|a|an)\s+", "", plain, flags=re.IGNORECASE)
    if plain:
        yield plain
