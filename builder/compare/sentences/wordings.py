"""The sentence on a row of wordings: their speakers, and how the prints of each statement differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.compare import wordings
from builder.compare.groups import Group, reports
from builder.compare.phrases import count_noun, join_items, quoted
from builder.compare.sentences.said import Outlets, doubtfully, every, verb, voices
from builder.compare.speakers import Names, as_printed, origin, speaker
from builder.content.model import Claim
from builder.content.vocabulary import Speech, Where
from builder.values.direction import bare
from builder.values.text import count_words, folded, words


def wording_clause(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return the clause on a row of wordings: how the prints of statements differ, and which words several print alike.

    Empty if every wording stands alone: the answers then say for themselves whose they are.
    """
    clause, claims = _clause(_joined(groups, names), outlets, names), every(groups)
    if not clause or not all(claim.doubt for claim in claims):
        return clause
    everyone = "both" if len({claim.article for claim in claims}) == 2 else "all"
    return f"{clause}; {everyone} have it {doubtfully(claims)}"


def _joined(groups: Sequence[Group], names: Names) -> list[Group]:
    """Return the groups, those of the same words joined that somebody and whom he speaks for have said."""
    found: dict[object, list[Claim]] = {}
    for group in groups:
        head = group.head
        same = (
            (wordings.bare_words(head.printed), names.origins(head), bool(head.doubt))
            if names.speaks(head)
            else head.key
        )
        found.setdefault(same, []).extend(group.claims)
    return [Group(tuple(claims)) for claims in found.values()]


def _clause(groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    spoken = _spoken(groups, names)
    differing = [
        clause for voice, said in spoken.items() if (clause := _differences(voice, said, outlets, names))
    ]
    if differing:
        return "; ".join([*differing, *_others(spoken, outlets, names)])
    shared = [group for group in groups if len({claim.article for claim in group.claims}) > 1]
    if shared:
        return "; ".join(_shared(group, outlets, names) for group in shared)
    return _side_by_side(spoken, outlets)


def _side_by_side(spoken: Mapping[str, Sequence[Group]], outlets: Outlets) -> str:
    """Return the clause on a few quotations of one speaker of which nobody can say that they print one statement.

    Empty if they are of several, if one is no quotation, or if they are many: the answers then say for themselves whose they are.
    """
    if len(spoken) != 1:
        return ""
    ((voice, said),) = spoken.items()
    few = 1 < len(said) <= MOST and len({group.only_article for group in said}) == len(said)
    if voice.startswith("\0") or not few or not _all_quoted(every(said)):
        return ""
    first, *rest = (f"{voices(group.claims, outlets)}\0{as_printed(group.head)}" for group in said)
    told = [first.replace("\0", " quotes "), *(one.replace("\0", " ") for one in rest)]
    return f"of the words of {voice}, {', '.join(told)}"


MOST = 3
"""Maximum number of other wordings of a speaker that are listed after those of one statement; more are counted."""


def _others(spoken: dict[str, list[Group]], outlets: Outlets, names: Names) -> list[str]:
    """Return clauses on what else is printed of somebody of whom several print one statement: no outlet is passed over."""
    clauses: list[str] = []
    for voice, said in spoken.items():
        statements = _statements(said, names)
        shared = [group for cluster in statements if len(cluster) > 1 for group in cluster]
        known = {claim.article for claim in every(shared)}
        rest = [cluster[0] for cluster in statements if len(cluster) == 1]
        rest = [group for group in rest if not known.issuperset(claim.article for claim in group.claims)]
        if not shared or voice.startswith("\0"):
            continue
        if len(rest) <= MOST:
            has: dict[str, list[str]] = {}
            for group in rest:
                who = f"{voices(group.claims, outlets)} {verb(group.claims, 'has', 'have')}"
                has.setdefault(who, []).append(as_printed(group.head))
            clauses += [f"{who} {join_items(words)}" for who, words in has.items()]
        else:
            reports = len({claim.article for claim in every(rest)} - known)
            clauses.append(f"{count_noun(reports, 'other report')} have other words")
    return clauses


def _shared(group: Group, outlets: Outlets, names: Names) -> str:
    claims = group.claims
    whose = f", {origin(group.head, names)}" if group.head.sources else ""
    if len({claim.printed.casefold() for claim in claims}) > 1:
        return f"{voices(claims, outlets)} have the same words{whose}: {as_printed(group.head)}"
    both = "both" if len({claim.article for claim in claims}) == 2 else "all"
    return f"{voices(claims, outlets)} {both} print {as_printed(group.head)}{whose}"


def _spoken(groups: Sequence[Group], names: Names) -> dict[str, list[Group]]:
    """Return the groups by their origins; the key names them, and is empty if there are none who speak."""
    found: dict[frozenset[str], list[Group]] = {}
    for group in groups:
        found.setdefault(names.origins(group.head), []).append(group)
    return {
        (speaker(said[0].head, names) if names.speaks(said[0].head) else f"\0{at}"): said
        for at, said in enumerate(found.values())
    }


def _differences(voice: str, groups: Sequence[Group], outlets: Outlets, names: Names) -> str:
    """Return how the prints of one speaker's statements differ, or an empty text if no statement is printed twice."""
    statements = [cluster for cluster in _statements(groups, names) if len(cluster) > 1]
    differ = [clause for cluster in statements for clause in _cuts(cluster, outlets)]
    if not differ:
        return ""
    said = [claim for cluster in statements for claim in every(cluster)]
    who = "" if voice.startswith("\0") else f" of {voice}"
    many = "differently" if len(differ) == 1 and not any(map(_is_apart, statements)) else "in different cuts"
    if all(map(_only_cut, statements)):
        many = "at different length"
    if len({claim.outlet for claim in said}) == 1:
        many = "in different words"
    alone = len(groups) > sum(len(cluster) for cluster in statements)
    one = "the words" if who and not alone and _all_quoted(said) else "one statement"
    everyone = _few(said, outlets)
    both = "both" if len({claim.outlet for claim in said}) == 2 else "all"
    differ = [
        f"{both} {clause.removeprefix(everyone).lstrip()}" if clause.startswith(f"{everyone} ") else clause
        for clause in differ
    ]
    if len(differ) == 1 and _OF in differ[0]:
        # All quote the same words: what is told is that one of them puts it in its own words too.
        clause = differ[0].replace(_OF, who.replace(" of ", " from ", 1))
        return clause if clause.startswith(everyone) else f"{everyone} {clause}"
    return f"{everyone} {_give(said)} {one}{who} {many}: {'; '.join(differ)}".replace(_OF, "")


def example(groups: Sequence[Group], outlets: Outlets, names: Names, asked: str) -> str:
    """Return one difference between two prints of the statement with most prints, or an empty text if there is none.

    ``asked`` is the question, which may already name the speaker.
    """
    found = [
        (len(cluster), voice, cluster)
        for voice, said in _spoken(groups, names).items()
        for cluster in _statements(said, names)
    ]
    for number, voice, cluster in sorted(found, key=lambda item: -item[0]):
        differ = [clause for group in cluster[1:] for clause in _places(cluster[0], group, outlets)]
        if differ:
            said = every(cluster)
            known = voice.startswith("\0") or bare(voice).removeprefix("the ") in asked
            who = "" if known else f" of {voice}"
            spoke = number == len(groups) and not voice.startswith("\0") and _all_quoted(said)
            one = "the words" if spoke else "one statement"
            first = f": {differ[0]}" + (", among other differences" if len(differ) > 1 else "")
            many = "at different length" if _only_cut(cluster) else "differently"
            return f"{voices(said, outlets, 3)} {_give(said)} {one}{who} {many}{first}"
    return ""


def _only_cut(cluster: Sequence[Group]) -> bool:
    """Return whether all prints of a statement are parts of the longest: none has another word."""
    full = folded(cluster[0].head.printed)
    return all(folded(group.head.printed) in full for group in cluster) and _all_quoted(every(cluster))


def _is_apart(cluster: Sequence[Group]) -> bool:
    """Return whether two prints of a statement have no word in common, so that nobody can say that they say it differently."""
    full, *others = (group.head for group in cluster)
    return any(
        wordings.both_quoted(full, other) and wordings.is_apart(wordings.align(full.printed, other.printed))
        for other in others
    )


def _give(claims: Sequence[Claim]) -> str:
    """Return the verb for outlets that print one statement: they give what they quote, and put what they report."""
    return verb(claims, "gives", "give") if _all_quoted(claims) else verb(claims, "puts", "put")


def _all_quoted(claims: Sequence[Claim]) -> bool:
    return all(claim.speech is Speech.QUOTED for claim in claims)


def _statements(groups: Sequence[Group], names: Names) -> list[list[Group]]:
    """Return the wordings in clusters that print one statement, the longest wording first."""
    clusters: list[list[Group]] = []
    for group in sorted(groups, key=lambda group: -count_words(group.head.printed)):
        for cluster in clusters:
            full = cluster[0].head
            if wordings.one_statement(
                full, group.head, wordings.align(full.printed, group.head.printed), names
            ):
                cluster.append(group)
                break
        else:
            clusters.append([group])
    return clusters


def _cuts(cluster: Sequence[Group], outlets: Outlets) -> list[str]:
    """Return for each print of a statement how it differs from the longest one."""
    found = [join_items(clauses) for group in cluster[1:] if (clauses := _places(cluster[0], group, outlets))]
    # What the longest print has is told once for all the others that stand beside it.
    for told in (f"{_beside(cluster[0], outlets)}, ", f"{_quotes(cluster[0].claims, outlets)}, "):
        others = [clause.removeprefix(told) for clause in found if clause.startswith(told)]
        if len(others) > 1:
            found = [told + join_items(others), *(clause for clause in found if not clause.startswith(told))]
    return found


def _quotes(claims: Sequence[Claim], outlets: Outlets) -> str:
    return f"{voices(claims, outlets)} {verb(claims, 'quotes', 'quote')} {as_printed(claims[0])}"


def _beside(full: Group, outlets: Outlets) -> str:
    has = verb(full.claims, "has", "have")
    return f"where {voices(full.claims, outlets)} {has} {as_printed(full.head)}"


def _places(full: Group, group: Group, outlets: Outlets) -> list[str]:
    """Return the differences between a print of a statement and the longest one, place by place if both are quoted."""
    alignment = wordings.align(full.head.printed, group.head.printed)
    a, b = voices(full.claims, outlets), voices(group.claims, outlets)
    if _quoted(full) != _quoted(group):
        return [_retold(*((full, group) if _quoted(full) else (group, full)), outlets)]
    if a == b and Where.HEADLINE in (full.head.where, group.head.where):
        above, below = (full, group) if full.head.where is Where.HEADLINE else (group, full)
        return [f"the headline has {as_printed(above.head)}, the text {as_printed(below.head)}"]
    if a == b:
        return [f"{as_printed(full.head)} and {as_printed(group.head)}"]
    if wordings.both_quoted(full.head, group.head) and wordings.is_apart(alignment):
        has = verb(group.claims, "quotes", "quote")
        return [f"{_quotes(full.claims, outlets)}, {b} {has} {as_printed(group.head)}"]
    only_cut = all(not (left and right) for left, right in alignment.pairs)
    if not wordings.both_quoted(full.head, group.head) or not (wordings.alike(alignment) or only_cut):
        has = verb(group.claims, "has", "have")
        return [f"{_beside(full, outlets)}, {b} {has} {as_printed(group.head)}"]
    return _differ(
        alignment,
        _few(full.claims, outlets),
        _few(group.claims, outlets),
        verb(group.claims, "leaves", "leave"),
        verb(group.claims, "has", "have"),
    )


def _quoted(group: Group) -> bool:
    return any(claim.speech is Speech.QUOTED for claim in group.claims)


def _retold(direct: Group, told: Group, outlets: Outlets) -> str:
    """Return the clause on a quotation and a report of the same statement, and who prints the quoted words as its own."""
    inside = [claim for claim in direct.claims if claim.speech is Speech.QUOTED]
    known = {claim.outlet for claim in (*inside, *told.claims)}
    bare = [claim for claim in direct.claims if claim.outlet not in known]
    also = (
        f"; {voices(bare, outlets)} {verb(bare, 'has', 'have')} the quoted words without quotation marks"
        if bare
        else ""
    )
    return f"{_told_and_quoted(Group(tuple(inside)), told, outlets)}{also}"


_OF = "\0of"
"""Stands for the speaker behind the words that several quote."""


def _not_quoted(told: Claim, direct: Claim) -> str:
    """Return which words of a report are not in the quotation of the same statement, if there are few and others are."""
    inside = {word.casefold() for word in words(direct.printed)}
    extra = [word for word in words(told.printed) if word.casefold() not in inside]
    if not 0 < len(extra) <= MOST or len(extra) == len(words(told.printed)):
        return ""
    verb = "is" if len(extra) == 1 else "are"
    return f", of which {join_items([quoted(word) for word in extra])} {verb} not in the quotation"


def _told_and_quoted(direct: Group, told: Group, outlets: Outlets) -> str:
    quote = f"{voices(direct.claims, outlets)} {verb(direct.claims, 'quotes', 'quote')}"
    if {claim.outlet for claim in told.claims} <= {claim.outlet for claim in direct.claims}:
        own = f"{verb(told.claims, 'also puts', 'also put')} it as {as_printed(told.head)}"
        whose = verb(told.claims, "its", "their")
        extra = _not_quoted(told.head, direct.head)
        return f"{quote} {as_printed(direct.head)}{_OF}; {voices(told.claims, outlets)} {own} in {whose} own words{extra}"
    if wordings.is_apart(wordings.align(told.head.printed, direct.head.printed)):
        # Which of its words the report stands for, nobody can say.
        own = f"{verb(told.claims, 'has', 'have')} {as_printed(told.head)} in {verb(told.claims, 'its', 'their')} own words"
        return f"{quote} {as_printed(direct.head)}, {voices(told.claims, outlets)} {own}"
    return f"{as_printed(told.head)} in {voices(told.claims, outlets)} is what {quote} as {as_printed(direct.head)}"


def _few(claims: Sequence[Claim], outlets: Outlets) -> str:
    """Return the outlets of some claims, or how many reports they are if they are more than ``MOST``: the answers stand below with all names."""
    if len({claim.outlet for claim in claims}) <= MOST:
        return voices(claims, outlets)
    return count_noun(reports(claims), "report")


def _differ(alignment: wordings.Alignment, a: str, b: str, leave: str, have: str) -> list[str]:
    """Return the differences between a wording of the outlets ``a`` and one of the outlets ``b`` as clauses.

    ``leave`` and ``have`` are the forms of these verbs that agree with ``b``.
    """
    clauses, cut, put_in = [], [], []
    for left, right in alignment.pairs:
        if left and right:
            clauses.append(f"{quoted(left)} in {a} is {quoted(right)} in {b}")
        elif left:
            cut.append(quoted(left))
        else:
            put_in.append(quoted(right))
    if cut and len(put_in) == 1:
        left_out = f"{join_items(cut)} {'is' if len(cut) == 1 else 'are'} left out"
        return [*clauses, f"{put_in[0]} stands only in {b}, where {left_out}"]
    clauses += [f"only {b} {have} {one}" for one in put_in]
    return [*clauses, f"{b} {leave} out {join_items(cut)}"] if cut else clauses
