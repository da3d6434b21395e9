"""What would mend a claim that the proof refuses: changes of its keys that are tried, and offered only if the proof then accepts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from builder.cache.records import digest
from builder.content import strict_yaml
from builder.content.model import Article, Question
from builder.content.problems import Problem, Severity
from builder.content.validate.articles import read_article
from builder.content.validate.checker import Checker
from builder.content.vocabulary import ATTRIBUTIONS, Answer, Speech, Where
from builder.desk.edit import entries
from builder.desk.suggest.by_hand import chosen
from builder.desk.suggest.language import proposing
from builder.desk.suggest.proposal import Proposal
from builder.desk.suggest.session import Session
from builder.desk.yamltext import listed, scalar
from builder.proof.case import ArticleCase, Finding
from builder.proof.kinds import FRAGMENTS_CLOSE, LOCATOR_MISSING, SPEAKER_DIFFERS
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.proof.prove import tried
from builder.proof.rules.budget import side_by_side
from builder.proof.rules.saying import forms
from builder.values.lexicon import listed as listed_words
from builder.values.text import normalise

FEW_VALUES: Mapping[str, tuple[str, ...]] = {
    "speech": tuple(item.value for item in Speech),
    "where": tuple(item.value for item in Where),
    "attribution": get_args(ATTRIBUTIONS),
}
"""Keys with few values: each is tried."""
_NEEDED = frozenset({"id", "question", "printed"})
"""Without these a claim is none."""
_SPEAKER = ("sources", "via", "attribution", "cue")
MOST = 3
"""Mends that are offered for one problem."""
_BEFORE = 2
"""Number of sentences before a claim's own in which its speaker may be named."""
_MOST_SPEAKERS = 2


class Mend(Struct, frozen=True):
    """One change of a claim that the proof accepts."""

    label: str
    """What it does, in words."""
    values: Mapping[str, str | None]
    """Key -> its value in YAML, None to take it away."""
    of: str = ""
    """The claim that it changes, where that is another one."""


def found_of(session: Session, entry: Mapping[str, Any]) -> list[Problem]:
    """Return what the proof says of one claim, as it stands in a file or might, beside those others of its article that it names."""
    named = [part for value in entry.values() for part in (value if isinstance(value, list) else [value])]
    claims = [entry] + [
        other
        for other in entries(session.document.data, "claims")
        if other.get("id") in named and other.get("id") != entry.get("id")
    ]
    # Its own name says nothing of it.
    said = {name: value for name, value in entry.items() if name != "id"}
    known = session.told.get(key := digest([said, *claims[1:]]))
    if known is None:
        known = session.told[key] = _found_of(session, claims)
    return known


def _found_of(session: Session, claims: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Return what the proof says of the first of some claims."""
    article, problems, _ = _article(session, claims)
    found = [problem for problem in problems if problem.key.startswith("claims[0]")]
    made = next((one for one in article.claims if one.id == claims[0].get("id")), None) if article else None
    if article is None or made is None:
        return found
    if not session.proved.book.site.sources.keys() >= {*made.sources, *made.via}:
        return found  # of whom nobody knows, nothing can be proved
    proof = tried(session.proved.book, article, made, claims[0], session.text)
    # Publishing writes where the words stand.
    return found + [_as_problem(session, finding) for finding in proof if finding.kind is not LOCATOR_MISSING]


def _article(
    session: Session, claims: Iterable[Mapping[str, Any]]
) -> tuple[Article | None, list[Problem], dict[str, Any]]:
    """Return the article as it would be with these claims, what is wrong with it, and its keys."""
    data = {key: value for key, value in session.document.data.items() if key != "draft"}
    data |= {"claims": [dict(one) for one in claims], "silences": [], "language": session.language}
    checker = Checker(session.desk.content)
    told = len(checker.problems)
    alone = replace(session.document, data=data)
    article = read_article(checker, alone, session.desk.site, session.questions)
    return article, checker.problems[told:], data


def _as_problem(session: Session, finding: Finding) -> Problem:
    key = strict_yaml.spell(("claims", 0, *finding.key))
    return Problem(session.document.path, 1, key, finding.kind, finding.message)


def key_of(problem: Problem) -> str:
    """Return the key of a claim that a problem is about, empty if it is about the claim as a whole."""
    return problem.key.partition("].")[2].partition("[")[0].partition(".")[0]


def mends(session: Session, entry: Mapping[str, Any], problem: Problem) -> list[Mend]:
    """Return the changes after which the proof no longer says this of a claim, and says nothing else instead."""
    if problem.kind is FRAGMENTS_CLOSE:
        return list(_apart(session, entry))[:MOST]
    before = _told(found_of(session, entry))
    offered: list[Mend] = []
    tried_: list[dict[str, Any]] = [dict(entry)]
    for mend in _tries(session, entry, key_of(problem)):
        changed = _with(entry, mend.values)
        if changed in tried_ or mend.label in {one.label for one in offered}:
            continue
        tried_.append(changed)
        found = found_of(session, changed)
        now = _told(found)
        if problem.kind.code not in now and now <= before and not _is_wrong(mend, found):
            offered.append(mend)
            if len(offered) == MOST:
                break
    return offered


def _is_wrong(mend: Mend, left: Iterable[Problem]) -> bool:
    """Return whether the proof still complains of what a mend changes: "no source is named", where it says that nobody is."""
    return any(
        key_of(one) in mend.values or (one.kind is SPEAKER_DIFFERS and "sources" in mend.values)
        for one in left
    )


def _apart(session: Session, entry: Mapping[str, Any]) -> Iterator[Mend]:
    """Yield what leaves more of the text between a claim's words and those beside it: shorter words of it, or of the claim before."""
    claims = entries(session.document.data, "claims")
    names = [str(one.get("id")) for one in claims]
    own = names.index(str(entry.get("id")))
    before = _close(session, claims)
    others = [one for one in claims if one is not claims[own] and f'"{one.get("id")}"' in before.get(own, "")]
    for claim in (claims[own], *others):
        at, told = names.index(str(claim.get("id"))), _told(found_of(session, claim))
        for values in _shorter(session, claim):
            changed = _with(claim, values)
            now = _close(session, [*claims[:at], changed, *claims[at + 1 :]])
            if own not in now and len(now) < len(before) and _told(found_of(session, changed)) <= told:
                words = values.get("printed") or values.get("quote") or str(claim.get("printed"))
                yield Mend(f"only {words}", values, "" if at == own else names[at])
                break


def _close(session: Session, claims: list[dict[str, Any]]) -> dict[int, str]:
    """Return the claims of some whose words stand too close to others of them, by their place, each with what the proof says."""
    article, _, data = _article(session, claims)
    if article is None:
        return {}
    found = side_by_side(ArticleCase(session.proved.book, article, data))
    return {int(finding.key[1]): finding.message for finding in found}


def _shorter(session: Session, entry: Mapping[str, Any]) -> Iterator[dict[str, str | None]]:
    """Yield a claim's words with fewer of the text's, the longest first: without its quotation, a figure with less around it, or only the
    beginning of a yes or no: what it is, the claim says."""
    if "quote" in entry:
        yield {"quote": None}
    question = session.questions.get(str(entry.get("question")))
    words = str(entry.get("printed")).split()
    quote = {"quote": None} if "quote" in entry else {}
    if question is not None and question.answer is Answer.YES_NO:
        for length in range(len(words) - 1, 0, -1):
            yield {"printed": scalar(" ".join(words[:length]).strip(",;:")), **quote}
    if question is None or question.answer is not Answer.QUANTITY:
        return  # what is left of other words may say something else
    value = _value(session, entry)
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            printed = " ".join(words[start : start + length]).strip(",;:")
            if value is not None and _value(session, {**entry, "printed": printed}) == value:
                yield {"printed": scalar(printed), **quote}


def _value(session: Session, entry: Mapping[str, Any]) -> object:
    article, _, _ = _article(session, [{key: value for key, value in entry.items() if key != "quote"}])
    return (article.claims[0].value, article.claims[0].unit) if article and article.claims else None


def _told(found: Iterable[Problem]) -> frozenset[str]:
    return frozenset(
        problem.kind.code for problem in found if problem.kind.severity is Severity.ERROR or problem.key
    )


def _with(entry: Mapping[str, Any], values: Mapping[str, str | None]) -> dict[str, Any]:
    changed = {key: value for key, value in entry.items() if key not in values}
    new = [f"{key}: {value}" for key, value in values.items() if value is not None]
    read = strict_yaml.read_yaml("\n".join(new)).value if new else {}
    return changed | (read if isinstance(read, dict) else {})


def _tries(session: Session, entry: Mapping[str, Any], key: str) -> Iterator[Mend]:
    """Yield changes that may help, the likeliest first: what the rules read at these words, another value, and no value."""
    question = session.questions.get(str(entry.get("question")))
    if key in ("printed", "quote"):
        yield from _others_words(session, entry, question)
    proposed = _proposed(session, entry, question)
    for keys in ((key,), _SPEAKER) if key else (_SPEAKER,):
        values = {
            one: proposed[one] for one in keys if one in proposed and proposed[one] != _written(entry, one)
        }
        if values:
            yield Mend(", ".join(f"{one}: {value}" for one, value in values.items()), values)
    for value in FEW_VALUES.get(key, ()):
        if str(entry.get(key)) != value:
            yield Mend(f"{key}: {value}", {key: value})
    if key == "allow":
        yield Mend("without what is allowed", {"allow": None})
    elif key and key not in _NEEDED and key in entry:
        yield Mend(f"without {key}: {_written(entry, key)}", {key: None})
    if key in ("", *_SPEAKER):
        yield from _speakers(session, entry)
    if key == "sources" or (not key and "sources" not in entry):
        yield Mend(
            "nobody is named as saying it", {"sources": None, "via": None, "cue": None, "attribution": "none"}
        )


def _speakers(session: Session, entry: Mapping[str, Any]) -> Iterator[Mend]:
    """Yield who may say a claim's words, with the verb of its sentence: its own sources first, then whom the text names there or just before."""
    places = occurrences(str(entry.get("quote") or entry.get("printed") or ""), session.text)
    if not places:
        return
    content, book = session.text.content, session.proved.book
    sentence = session.text.around(places[0].span)
    around = session.text.around(places[0].span, _BEFORE)
    here = book.speakers.mentions(content, sentence)
    cues: list[str | None] = [*_verbs(content, sentence, session.language)]
    # "The ministry said": whoever was named before is not meant, unless "he said" means them, or no verb says that anybody is.
    pronouns = set(listed_words(proposing(session.language).speakers.pronouns))
    speaking = forms(session.language).he_said.finditer(content, *sentence)
    goes_on = not cues or any(pronouns & set(match[0].casefold().split()) for match in speaking)
    before = book.speakers.mentions(content, around) if goes_on else []
    near = sorted(
        (mention for mention in before if mention not in here), key=lambda mention: -mention.span[0]
    )
    named = [id for mention in (*here, *near) for id in sorted(mention.ids)]
    own = [str(id) for id in entry.get("sources") or ()]
    for id in list(dict.fromkeys([*own, *named]))[:_MOST_SPEAKERS]:
        source = session.desk.site.sources.get(id)
        for cue in cues or [None]:
            label = f"{source.short if source else id} says it" + (f": {cue}" if cue else "")
            said = {"sources": listed([id]), "cue": scalar(cue) if cue else None}
            for attribution in (None, "implied"):
                yield Mend(label, {**said, "attribution": attribution})


def _verbs(content: str, sentence: Span, language: str) -> list[str]:
    """Return the verbs of saying of a sentence, as printed; that of "he said" is the last word of it."""
    known = forms(language)
    saying = [match[0] for match in known.says.finditer(normalise(content[slice(*sentence)]))]
    # "dijeron que": the verb of what speaks is what says it, and no word behind it.
    spoken = [match[0].split() for match in known.he_said.finditer(content, *sentence)]
    found = [
        next((word for word in reversed(words) if word in saying), words[-1]) for words in spoken
    ] + saying
    return list(dict.fromkeys(found))[:2]


def _others_words(session: Session, entry: Mapping[str, Any], question: Question | None) -> Iterator[Mend]:
    """Yield what else the text prints on a claim's question and no claim has: an outlet may have changed its words."""
    if question is None:
        return
    for proposal in session.open():
        if all(asked.path != question.path for asked, _ in proposal.questions):
            continue
        made = _read(session, proposal, question)
        gone = dict.fromkeys(key for key in entry if key not in ("id", "question", "part_of", "note"))
        yield Mend(f"it prints: {proposal.printed}", {**gone, **made})


def _proposed(session: Session, entry: Mapping[str, Any], question: Question | None) -> dict[str, str]:
    """Return the keys that the rules would write for a claim's words, in YAML."""
    printed = str(entry.get("printed") or "")
    places = [item.span for item in occurrences(printed, session.text)] if printed else []
    found = next((item for item in session.all if any(_meet(item.span, place) for place in places)), None)
    if found is None and places:
        # Words that nobody proposed: what the rules know of them.
        found = chosen(session, places[0], question)
    if found is None:
        return {}
    return _read(session, found, question)


def _read(session: Session, proposal: Proposal, question: Question | None) -> dict[str, str]:
    """Return the keys of the claim that a proposal would be, in YAML."""
    read = strict_yaml.read_yaml("\n".join(session.lines(proposal, question))).value
    if not isinstance(read, list) or not isinstance(read[0], dict):
        return {}
    return {key: _yaml(value) for key, value in read[0].items() if key not in ("id", "question")}


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _written(entry: Mapping[str, Any], key: str) -> str | None:
    return _yaml(entry[key]) if key in entry else None


def _yaml(value: Any) -> str:
    if isinstance(value, list):
        return listed(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return scalar(value) if isinstance(value, str | int | float) else str(value)
