"""The rule on sums of money in a précis: none is in another currency than the text has it in."""

from __future__ import annotations

from collections.abc import Iterator

from builder.proof import kinds
from builder.proof.case import ArticleCase, Finding
from builder.proof.rules.precis_names import LOOKED_AT
from builder.values.figures import search
from builder.values.lexicon import language_file
from builder.values.quantity import Kind, Quantity
from builder.values.text import normalise, without_targets
from builder.values.units import same_unit


def currencies(case: ArticleCase) -> Iterator[Finding]:
    """A sum that the text has in one currency is told in that one. A sum that the text does not have is told by its figure."""
    text, site, language = case.text, case.book.site.settings.language, case.article.language
    if text is None or language_file(site) is None or language_file(language) is None:
        return
    printed: list[object] = [read for found in text.figures(language) if _is_money(read := found.reading)]
    printed += [claim.value for claim in case.article.claims if _is_money(claim.value)]
    prose = normalise(without_targets(case.article.precis))
    for found in search.find(prose, site)[:LOOKED_AT]:
        read = found.reading
        if not isinstance(read, Quantity) or not _is_money(read):
            continue
        same = [
            other.unit
            for other in printed
            if isinstance(other, Quantity) and {other.low, other.high} & {read.low, read.high} - {None}
        ]
        if same and not any(same_unit(read.unit or "", unit or "", (language, site)) for unit in same):
            words = prose[found.start : found.end]
            message = f'the text has this sum in {same[0]}, and the precis has "{words}"'
            yield Finding(kinds.PRECIS_UNPROVED, ("precis",), message, words)


def _is_money(read: object) -> bool:
    return isinstance(read, Quantity) and read.kind is Kind.MONEY and read.unit is not None
