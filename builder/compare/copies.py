"""Several outlets that print one text: that they do, and what one of them has changed in it.

What a copy changes is its outlet's own. It contradicts nobody: the answer of the text is what stands beside those of others.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from builder.compare import days, values
from builder.compare.groups import scope_key
from builder.compare.phrases import join_items, number_word, quoted, sentence
from builder.compare.relation import Difference, Relation, Verdict
from builder.compare.speakers import Names, as_printed
from builder.content.model import Article, Claim, Question, Site
from builder.content.vocabulary import Answer, Where
from builder.values.quantity import Quantity, base_unit

_DEPART = (Relation.CONFLICT, Relation.TENSION)


def changes(question: Question, claims: Iterable[Claim], names: Names) -> dict[str, Claim]:
    """Return the key of each answer that a copy has changed -> the answer that the text has in its place.

    A headline is each outlet's own, and which words an editor took from one text says nothing of it.
    """
    if question.answer is Answer.WORDING:
        return {}
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        if claim.where is not Where.HEADLINE and claim.value is not None:
            found.setdefault(claim.text, {}).setdefault(claim.article, []).append(claim)
    return {
        claim.key: original
        for text, prints in found.items()
        if len(prints) > 1
        for own in [prints.get(text) or next(iter(prints.values()))]
        for copy in prints.values()
        if copy is not own
        for claim, original in _changed(question, copy, own, names)
    }


def _changed(
    question: Question, copy: Sequence[Claim], own: Sequence[Claim], names: Names
) -> Iterator[tuple[Claim, Claim]]:
    """Yield each answer of a copy that its text does not give, with one of the text that the copy does not give."""
    gone = [one for one in own if not any(_is_same(claim, one) for claim in copy)]
    for claim in copy:
        if not any(_is_same(claim, one) for one in own):
            yield from ((claim, one) for one in gone[:1] if _departs(question, claim, one, names))


def _is_same(a: Claim, b: Claim) -> bool:
    return values.same_meaning(a, b) and (a.counted, scope_key(a)) == (b.counted, scope_key(b))


def _departs(question: Question, a: Claim, b: Claim, names: Names) -> bool:
    """Return whether an answer stands in the place of another one: of one text, both answer the same."""
    if not (isinstance(a.value, Quantity) and isinstance(b.value, Quantity)):
        judged = values.compare(question.answer, a, b, names)
        return judged is not None and judged.relation in _DEPART
    if not (a.value.bounded and b.value.bounded) or base_unit(a.unit)[0] != base_unit(b.unit)[0]:
        return False
    days_told = (days.ends(days.stated(claim)) for claim in (a, b) if days.stated(claim))
    return (
        len(set(days_told)) < 2
        and scope_key(a) == scope_key(b)
        and (a.counted == b.counted or values.one_figure(a, b))
    )


def verdict(a: Claim, b: Claim, changed: Mapping[str, Claim]) -> Verdict | None:
    """Return how two answers stand to each other of which a copy has changed one; None if none has."""
    claim, other = (a, b) if a.key in changed else (b, a)
    original = changed.get(claim.key)
    if original is None:
        return None
    was, now = quoted(original.printed), quoted(claim.printed)
    if claim.text != other.text:
        if isinstance(other.value, Quantity) and not other.value.bounded:
            return None  # beside "thousands" it does not matter which of the two figures stands
        reason = f"{now} is a change in a reprint; the text that it reprints has {was}, which is compared with {quoted(other.printed)}"
        return Verdict(Relation.NOT_COMPARABLE, sentence(reason), (Difference.COPY,))
    if other.key in changed:
        reason = f"two copies of a text that has {was} print {now} and {quoted(other.printed)} in its place"
    else:
        reason = (
            f"both print one text, and {now} stands in one where the text has {was}: that outlet changed it"
        )
    hedged = (Difference.HEDGED,) if values.one_figure(claim, original) else ()
    return Verdict(Relation.COPY, sentence(reason), (Difference.COPY, *hedged))


def notes(claims: Sequence[Claim], outlets: Mapping[str, str], changed: Mapping[str, Claim]) -> Iterator[str]:
    """Yield a sentence for each text that several outlets print, and one for each outlet that has changed an answer in it."""
    prints: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        prints.setdefault(claim.text, {}).setdefault(claim.article, []).append(claim)
    for text, found in prints.items():
        if len(found) < 2:
            continue
        first = found.get(text) or next(iter(found.values()))
        of = f"{'the text of' if text in found else 'the same text as'} {outlets[first[0].outlet]}"
        same: list[str] = []
        for copy in found.values():
            if copy is first:
                continue
            name, own = outlets[copy[0].outlet], [claim for claim in copy if claim.key in changed]
            if not own:
                same.append(name)
                continue
            places = join_items(
                [f"{as_printed(one)} where that has {as_printed(changed[one.key])}" for one in own]
            )
            yield sentence(f"{name} prints {of} and has {places}: the change is its own")
        if same:
            verb = "prints" if len(same) == 1 else "print"
            number = number_word(len(same) + 1)
            yield sentence(f"{join_items(same)} {verb} {of}: {number} outlets, one report")


def dated(site: Site) -> Site:
    """Return a site in which the answers of copies to running counts that give no day are of the day on which their text was out first.

    Printed again a day later, a figure is no later count.
    """
    running = {
        question.path for topic in site.topics.values() for question in topic.questions if question.running
    }
    articles = {}
    for id, article in site.articles.items():
        original = site.articles.get(article.copy_of or "")
        if (
            original is not None
            and original.published
            and running.intersection(c.question for c in article.claims)
        ):
            out = original.published.start, original.published.end
            articles[id] = _out(article, running, *out)
    return replace(site, articles=site.articles | articles) if articles else site


def _out(article: Article, running: Container[str], first: date | None, last: date | None) -> Article:
    claims = (
        replace(claim, out_from=first, out_by=last)
        if claim.question in running and not days.stated(claim)
        else claim
        for claim in article.claims
    )
    return replace(article, claims=tuple(claims))
