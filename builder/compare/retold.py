"""What an outlet says that another one prints, beside what that one prints: "around 30" for "at least 30"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.compare import values
from builder.compare.phrases import join_items, quoted, sentence
from builder.compare.sentences.said import Outlets
from builder.compare.speakers import Names
from builder.content.model import Claim


def retold_notes(claims: Sequence[Claim], outlets: Outlets, names: Names) -> Iterator[str]:
    """Yield a sentence for each figure that an outlet passes on from another with a hedge that no print of it there has."""
    for claim in claims:
        for source in claim.sources:
            other = names.outlet(source)
            own = [own for own in claims if own.outlet == other and values.one_figure(own, claim)]
            if not other or not own or any(values.same_meaning(claim, printed) for printed in own):
                continue
            printed = join_items(list(dict.fromkeys(quoted(one.printed) for one in own)))
            yield sentence(
                f"{outlets[claim.outlet]} gives the figure of {outlets[other]} as {quoted(claim.printed)}; "
                f"{outlets[other]} prints {printed}"
            )
