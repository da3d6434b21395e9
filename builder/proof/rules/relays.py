"""The rule on relays that sources.yml does not have: another outlet of the site, a news agency, a platform."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.proof import kinds
from builder.proof.case import ClaimCase, Finding
from builder.proof.rules.saying import forms
from builder.values.agencies import agency_names, platform_names
from builder.values.expressions import alternatives

_BEFORE = re.compile(r"\s+(?:\w+\s+){0,2}\Z")
"""What may stand between a verb of saying and whom it was said to: "told the Zhelvik Messenger"."""


def unlisted(case: ClaimCase) -> Iterator[Finding]:
    """A statement that its sentence has through an outlet, an agency or a platform has that in ``via``, whether or not it has an entry.

    Those that have one are seen by ``relay_kept``. A claim with a relay has told of it; a paper passes nothing on through itself.
    """
    if not case.claim.sources or case.claim.via:
        return
    site, said_by = case.book.site, forms(case.article.language)
    own = site.outlets.get(case.article.outlet)
    outlets = {name for outlet in site.outlets.values() if outlet is not own for name in outlet.names}
    listed = {name.casefold() for source in site.sources.values() for name in (source.name, *source.aliases)}
    ours = " ".join((*(own.names if own is not None else ()), case.article.credit or "")).casefold()
    if not said_by.says.search(case.content_of(case.sentence)):
        return
    for match in _carriers(frozenset(outlets)).finditer(case.text.content, *case.sentence):
        name = match[0].casefold()
        if name in ours or any(name in other for other in listed):
            continue
        if match[0] in platform_names() or _passes_on(case, match):
            yield Finding(
                kinds.RELAY_DROPPED, (), f'the sentence has it through "{match[0]}", and via does not'
            )
            return


def _passes_on(case: ClaimCase, match: re.Match[str]) -> bool:
    """Return whether a name says something itself, or is told something: "Northwire reported", "told Northwire"."""
    said_by, content = forms(case.article.language), case.text.content
    lead = content[case.sentence[0] : match.start()]
    if said_by.after.match(content, match.end(), case.sentence[1]) or said_by.before.search(lead):
        return True
    return any(_BEFORE.fullmatch(lead, found.end()) for found in said_by.says.finditer(lead))


@lru_cache(maxsize=64)
def _carriers(outlets: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives({*outlets, *agency_names(), *platform_names()})})(?!\w)")
