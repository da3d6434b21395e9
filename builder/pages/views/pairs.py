"""The page of two outlets: where they part first, then the questions that both answer, then what one of them alone has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from markupsafe import Markup
from msgspec import Struct

from builder.compare import copies
from builder.compare.days import in_turn
from builder.compare.disputes import weight
from builder.compare.leads import lead_notes
from builder.compare.library import Library
from builder.compare.phrases import join_items, sentence
from builder.compare.relation import Relation, Verdict
from builder.compare.retold import retold
from builder.compare.rows import Comparison
from builder.compare.topics import TopicComparison
from builder.compare.unsure import by_name
from builder.content.model import Claim, Outlet, Site, Story
from builder.content.vocabulary import Answer, SilenceKind
from builder.pages import links
from builder.pages.contribution import Contribution
from builder.pages.full_names import FullName, abbreviated
from builder.pages.links import Target
from builder.pages.views.answers import of_outlet, once
from builder.pages.views.claims import RANK, Teller
from builder.pages.views.columns import OutletView, columns, outlet_view
from builder.pages.views.sources import all_compared
from builder.pages.views.standing import DISPUTED, BadgeView, badge, is_empty, is_plain
from builder.pages.views.told import ClaimView, in_text
from builder.pages.views.wordings import StatementView, statements
from builder.pages.views.words import Words
from builder.values.direction import isolated
from builder.values.quantity import Quantity

PAIRS = 12
"""Maximum number of outlets of a story of which every two have a page. With more, the picker on a topic's page shows any two,
and the page's address keeps the choice."""

DISPUTES = 40
"""Maximum number of contradictions and tensions that the page begins with."""

_BOTH, _OPEN, _SIDES = "both", "open", "both sides"
"""The names under which the questions are counted that both answer, those that one of them or both leave open, and those of which one or
both print both sides."""


class PairRowView(Struct, frozen=True):
    """A question that both outlets answer."""

    anchor: str
    short: str
    target: Target
    """The question's row."""
    wording: bool
    """Whether the answers are words rather than figures, dates or places."""
    badge: BadgeView | None
    """How the answers stand to each other if that makes a reader stop."""
    reason: str
    """The same in a sentence; empty if there is nothing to say."""
    cells: tuple[tuple[ClaimView, ...], ...]
    """The answers of each outlet."""
    rank: str
    """A text by which contradictions and tensions sort: contradictions first, then by what is at stake (``disputes.weight``). Empty for
    all others."""


class AloneView(Struct, frozen=True):
    """What one of two outlets has and the other has not."""

    outlet: str
    claims: tuple[ClaimView, ...]
    other: str = ""
    """The other outlet, if nobody can say that it leaves these out."""
    why: str = ""
    """Why not, as on the topic's page, with what that means: ``Published before. The text was out ...``; empty if that has nothing on it either."""


class PairTopicView(Struct, frozen=True):
    """The claims of two outlets on one topic."""

    id: str
    title: str
    target: Target
    outlets: tuple[OutletView, ...]
    rows: tuple[PairRowView, ...]
    """Contradictions first."""
    alone: tuple[AloneView, ...]
    statements: tuple[StatementView, ...]
    asked: int
    """Number of questions with claims of these outlets."""


class PairView(Struct, frozen=True):
    """Two outlets side by side."""

    address: str
    title: str
    description: str
    summary: str
    disputes: tuple[Markup, ...]
    """Their contradictions and tensions, with links: the contradictions first."""
    topics: tuple[tuple[str, str, Markup], ...]
    """Id, title and comparison of each topic; empty if there are too many."""
    lines: tuple[Markup, ...]
    """Links to the topics if there are too many to compare here, else empty."""
    every: Target = Target(links.PAIRS)
    """The index of pairs of outlets."""
    names: tuple[FullName, ...] = ()
    """What names on the page stand for."""


def paired(library: Library, story: Story) -> tuple[tuple[Outlet, Outlet], ...]:
    """Return the pairs of outlets of a story that have a page."""
    outlets = columns(library, story.id)
    return tuple(combinations(outlets, 2)) if len(outlets) <= PAIRS else ()


def pair_view(pair: tuple[Outlet, Outlet], site: Site, contribution: Contribution, say: Words) -> PairView:
    """Return the page of two outlets from the contributions of all parts."""
    names = say.join_items([outlet.name for outlet in pair])
    name = pair_name(pair)
    found = contribution.list(f"{name}/topics")
    many = not all_compared([html for _, _, html, _ in found])
    disputes = sorted(contribution.list(f"{name}/disputes"), key=lambda entry: entry[0])
    return PairView(
        address=links.pair(pair[0].id, pair[1].id).address,
        title=names,
        description=say(
            "What {names} printed on the questions that these pages ask, side by side.",
            names=say.join_items([_in_full(outlet, say) for outlet in pair]),
        ),
        summary=_summary(pair, contribution, say),
        disputes=tuple(Markup(html) for _, html in disputes[:DISPUTES]),  # noqa: S704 - printed by our own templates
        topics=() if many else tuple((id, title, Markup(html)) for id, title, html, _ in found),  # noqa: S704 - our own
        lines=tuple(Markup(line) for *_, line in found) if many else (),  # noqa: S704 - printed by our own templates
        names=abbreviated(pair, site.sources.values()),
    )


def _in_full(outlet: Outlet, say: Words) -> str:
    """Return an outlet's full name inside a sentence, with the article of its short one: "the Financial Times"."""
    if not in_text(outlet, say).startswith("the "):
        return outlet.name
    return f"the {outlet.name.removeprefix('The ')}"


def pair_name(pair: tuple[Outlet, Outlet]) -> str:
    """Return the name of a pair in a contribution, in any order of the outlets."""
    first, second = sorted(outlet.id for outlet in pair)
    return f"pair/{first}--{second}"


def relation_of(row: Comparison, pair: tuple[Outlet, Outlet]) -> Verdict | None:
    """Return the relation between two outlets' answers that tells most of them, with its reason; None if there is none.

    Contradictions and tensions come first, in a running count then what two print on one word, else the first by ``RANK``; words
    without a figure and answers that cannot be compared come last. Of an answer that is one text printed twice, that is told.

    Two answers that stand against each other do not set two outlets against each other if one of these prints both: it is their
    sources that part, and the outlet that has one side only leaves the other out.
    """
    return _standing(row, pair)[0]


def _standing(row: Comparison, pair: tuple[Outlet, Outlet]) -> tuple[Verdict | None, bool]:
    """Return the relation between two outlets' answers, and whether it is that one or both of them print both sides."""
    a, b = ([claim for claim in row.claims if claim.outlet == outlet.id] for outlet in pair)
    judged: list[tuple[Verdict, tuple[Claim, Claim]]] = []
    both: set[str] = set()
    for left in a:
        for right in b:
            found = row.between(left, right)
            having = [
                isolated(outlet.in_text)
                for outlet, claim, own in zip(pair, (right, left), (a, b), strict=True)
                if found and found.relation in DISPUTED and _has(row, claim, own)
            ]
            both.update(having)
            if found and not having and not is_empty(found, left, right, row.question):
                judged.append((found, (left, right)))
    first, told = min(judged, key=lambda one: _weight(row, *one), default=(None, ()))
    if both and (first is None or first.relation not in DISPUTED):
        return Verdict(
            Relation.COMPATIBLE,
            sentence(f"{join_items(sorted(both))} {'print' if len(both) > 1 else 'prints'} both sides"),
        ), True
    one_text = first and first.relation in (Relation.SAME, Relation.COPY)
    if first and one_text and (copied := [*copies.notes(told, row.library.outlet_names, row.changed)]):
        return first._replace(reason=" ".join(copied)), False
    if first is None:
        return None, False
    names = {outlet.id: isolated(outlet.in_text) for outlet in pair}
    reason = by_name(first.reason, *((claim, names[claim.outlet]) for claim in told))
    for claim, passed_on in retold((*a, *b), row.library.outlet_names, row.names):
        # All that the other one prints, not only what stands beside it here.
        if claim in told:
            all_of_it = sentence(f"{names[claim.outlet]} {passed_on}")
            reason = all_of_it if first.relation is Relation.COMPATIBLE else f"{reason} {all_of_it}"
    return first._replace(reason=reason), False


def _weight(
    row: Comparison, found: Verdict, claims: tuple[Claim, Claim]
) -> tuple[bool, bool, bool, bool, bool, int, float]:
    """Return what the relations of two outlets' answers are sorted by."""
    vague = any(isinstance(claim.value, Quantity) and not claim.value.bounded for claim in claims)
    two_counts = bool(row.question.running) and not row.names.one_origin(*claims)
    apart = found.relation is Relation.NOT_COMPARABLE
    # What one passes on of the other is set beside that.
    own = not any(_passes_on(row, *both) for both in (claims, claims[::-1]))
    # Of a count that rose in one text, its last figure is what the other's is set against.
    turn = (
        -float(sum(in_turn(claim)[0].toordinal() * 24 + in_turn(claim)[1] for claim in claims))
        if row.question.running
        else 0.0
    )
    return found.relation not in DISPUTED, own, apart, vague, two_counts, RANK[found.relation], turn


def _passes_on(row: Comparison, claim: Claim, other: Claim) -> bool:
    """Return whether a claim is another outlet's, by its source or by who relayed it."""
    return any(row.names.outlet(source) == other.outlet for source in (*claim.sources, *claim.via))


def _has(row: Comparison, claim: Claim, own: Iterable[Claim]) -> bool:
    """Return whether an outlet with some claims of its ``own`` prints another outlet's answer too, from whomever."""
    return any(
        (found := row.between(claim, other)) is not None and found.relation is Relation.SAME for other in own
    )


def pair_topic(
    library: Library, comparison: TopicComparison, pair: tuple[Outlet, Outlet], teller: Teller
) -> PairTopicView | None:
    """Return the claims of two outlets on a topic, or None if neither has any."""
    ids = {outlet.id for outlet in pair}
    topic = comparison.topic
    rows: list[PairRowView] = []
    alone: dict[tuple[str, str, str], list[ClaimView]] = {}
    asked = 0
    for row in comparison.rows:
        own = _claims(row, pair)
        cells = tuple(tuple(teller.claim(claim) for claim in own[outlet.id]) for outlet in pair)
        asked += any(cells)
        if not all(cells):
            for outlet, other, claims in zip(pair, reversed(pair), cells, strict=True):
                if claims:
                    alone.setdefault((in_text(outlet, teller.say), *_untold(row, other, teller)), []).extend(
                        claims
                    )
            continue
        judged = relation_of(row, pair)
        question = row.question
        view = PairRowView(
            f"{topic.id}--{links.row(question.path).anchor}",
            question.short,
            links.row(question.path),
            question.answer in (Answer.WORDING, Answer.YES_NO),
            badge(judged.relation, teller.say, question.answer, differences=judged.differences)
            if judged
            else None,
            _told(row, judged, pair, teller),
            cells,
            f"{DISPUTED.index(judged.relation)}/{weight(question)}"
            if judged and judged.relation in DISPUTED
            else "",
        )
        rows.append(view)
    if not rows and not alone:
        return None
    story = library.story_of_topic[topic.id]
    return PairTopicView(
        f"on_{topic.id}",
        topic.title,
        links.topic(topic.id),
        tuple(outlet_view(library, story, outlet, teller) for outlet in pair),
        # In the editor's order among contradictions, among tensions, and among all others.
        tuple(sorted(rows, key=lambda row: row.rank.partition("/")[0] or str(len(DISPUTED)))),
        tuple(
            AloneView(short, tuple(claims), other, why)
            # First what the other one leaves out.
            for (short, other, why), claims in sorted(
                alone.items(),
                key=lambda item: (
                    [in_text(outlet, teller.say) for outlet in pair].index(item[0][0]),
                    item[0][1:],
                ),
            )
        ),
        statements(comparison.rows, teller, ids),
        asked,
    )


def _told(row: Comparison, judged: Verdict | None, pair: tuple[Outlet, Outlet], teller: Teller) -> str:
    """Return how two outlets' answers stand to each other, and what a headline of one of them has instead of its text."""
    words = row.question.answer is Answer.WORDING
    if judged is None or (words and judged.relation is Relation.NOT_COMPARABLE):
        gists = {claim.gist for claims in _claims(row, pair).values() for claim in claims}
        shared = [
            gist
            for gist in sorted(filter(None, gists))
            if all(any(claim.gist == gist for claim in claims) for claims in _claims(row, pair).values())
        ]
        reason = sentence(f"both name what this site calls {isolated(shared[0])}") if shared else ""
    elif is_plain(judged.relation, row.question) and not _of_one_text(row, pair):
        reason = teller.say("The same answer.")
    else:
        reason = judged.reason
    ids = {outlet.id for outlet in pair}
    leads = [one for one in row.leads if one[0].outlet in ids]
    own = [
        *(note for note in row.headlines if any(isolated(outlet.in_text) in note for outlet in pair)),
        *lead_notes(row.question, leads, row.standing, row.library.outlet_names, row.names),
    ]
    return " ".join(filter(None, (reason, *own)))


def _of_one_text(row: Comparison, pair: tuple[Outlet, Outlet]) -> bool:
    """Return whether two outlets' answers stand in one text that both print: then they are no two that agree."""
    return len({claim.text for claims in _claims(row, pair).values() for claim in claims}) == 1


_SILENT = (SilenceKind.NOT_MENTIONED, SilenceKind.UNANSWERED)
"""What can be told of an outlet as a silence: it was out late enough, and its text was there."""


def _leaves_out(row: Comparison, outlet: Outlet) -> bool:
    """Return whether an outlet that does not answer can be said to leave a question out, as the topic's page has it."""
    return any(silence.kind in _SILENT for silence in row.silences if silence.outlet == outlet.id)


def _untold(row: Comparison, outlet: Outlet, teller: Teller) -> tuple[str, str]:
    """Return the name of an outlet that does not answer and why nobody can say that it leaves the question out; empty texts if one can."""
    if _leaves_out(row, outlet):
        return "", ""
    why = next((silence for silence in row.silences if silence.outlet == outlet.id), None)
    if why is None and (whole := row.question.detail_of):
        # Who does not answer the question is not asked for a detail of it.
        asked = teller.library.questions[whole].short
        return outlet.short, teller.say("no answer to “{question}”", question=isolated(asked))
    if why is None:
        return outlet.short, ""
    silence = teller.silence(why.kind, why.note)
    return outlet.short, f"{silence.words}. {silence.explained}"


def _claims(row: Comparison, pair: Sequence[Outlet]) -> dict[str, list[Claim]]:
    """Return the answers of each of two outlets, without what later articles of it repeat on the same word."""
    found: dict[str, list[Claim]] = {outlet.id: [] for outlet in pair}
    for claim in once(row, of_outlet):
        if claim.outlet in found:
            found[claim.outlet].append(claim)
    return found


def count_pair(
    comparisons: Iterable[TopicComparison], pair: tuple[Outlet, Outlet], contribution: Contribution
) -> None:
    """Count the relations between two outlets' answers, the questions that one of them alone answers, and those left open.

    A question that one of them only leaves open is counted as answered by nobody.
    """
    name, ids = pair_name(pair), {outlet.id for outlet in pair}
    for comparison in comparisons:
        for row in comparison.rows:
            found = [
                [claim.undecided for claim in row.claims if claim.outlet == outlet.id] for outlet in pair
            ]
            if any(undecided and all(undecided) for undecided in found):
                contribution.count(name, _OPEN)
            elif all(found):
                contribution.count(name, _BOTH)
                own = [claim for claim in row.claims if claim.outlet in ids]
                for told in copies.notes(own, row.library.outlet_names, {}):
                    contribution.put(f"{name}/copies", told)
                judged, passed_on = _standing(row, pair)
                if passed_on:
                    contribution.count(name, _SIDES)
                elif judged is not None:
                    contribution.count(name, judged.relation.value)
            else:
                for outlet, undecided in zip(pair, found, strict=True):
                    if undecided:
                        contribution.count(f"{name}/alone", outlet.id)


def _summary(pair: tuple[Outlet, Outlet], contribution: Contribution, say: Words) -> str:
    """Return how many questions both answer, on how many they part, and how many each answers alone; the rows say how they stand else."""
    name = pair_name(pair)
    shared = say.count(contribution.number(name, _BOTH), "question")
    told = []
    if number := contribution.number(name, Relation.CONFLICT.value):
        told.append(say("contradict each other on {n}", n=say.number(number)))
    if number := contribution.number(name, Relation.TENSION.value):
        told.append(say("are in tension on {n}", n=say.number(number)))
    passed_on = contribution.number(name, _SIDES)
    sides = say("on {n}, one or both of them print both sides", n=say.number(passed_on)) if passed_on else ""
    if told:
        first = say(
            "Both answer {questions}; they {relations}",
            questions=shared,
            relations=say.join_items(told),
        )
    elif contribution.number(name, _BOTH):
        first = say("Both answer {questions}, without a contradiction", questions=shared)
    else:
        first = say("No question is answered by both")
    alone = [(outlet, contribution.number(f"{name}/alone", outlet.id)) for outlet in pair]
    only = [
        say("{outlet} alone answers {n} more", outlet=in_text(outlet, say), n=say.number(number))
        for outlet, number in alone
        if number
    ]
    left = contribution.number(name, _OPEN)
    sentences = (
        *dict.fromkeys(contribution.column(f"{name}/copies")),
        "; ".join(filter(None, (first, sides))),
        say("Of the two, {outlets}", outlets=say.join_items(only)) if only else "",
        say(
            "on {questions}, one of them or both leave the answer open", questions=say.count(left, "question")
        )
        if left
        else "",
    )
    return " ".join(sentence(told) for told in sentences if told)
