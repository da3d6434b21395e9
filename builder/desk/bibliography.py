"""The bibliography of an article beside its text: what is known with the passage that proves it, and what an editor still has to say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from msgspec import Struct

from builder.cache import regular
from builder.content.load import Document
from builder.content.problems import did_you_mean
from builder.desk import kinds
from builder.desk.desk import Desk, sha256
from builder.desk.edit import in_yaml, with_front
from builder.desk.intake.add import ENTERED, head
from builder.desk.intake.draft import UNWRITTEN, Bibliography
from builder.desk.intake.given import CHECKS
from builder.desk.intake.likely import language_of
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.suggest.write import load, save
from builder.desk.yamltext import GAP, folded, listed, scalar
from builder.proof.locate import occurrences
from builder.proof.normal import Span
from builder.proof.reuse import SHINGLE, shared_passages
from builder.proof.text import Text
from builder.proof.when import expressions
from builder.values.clock import day_and_time
from builder.values.dates import parse_edtf
from builder.values.lexicon import base

KEYS = (
    "outlet", "headline", "working_title", "byline", "credit", "published", "language", "completeness", "story", "url", "archived", "copy_of",
)  # fmt: skip
REASONED = ("outlet", "headline", "byline", "published", "credit", "completeness")
"""Keys of which an article says from what they were inferred, or why there is none."""
PASSAGES = 5
"""The longest passages of a near-copy that are shown."""
_SHOWN_RUN = 8


class Known(Struct, frozen=True):
    """One key of an article's bibliography."""

    key: str
    value: str
    """As it is typed: the items of a list with commas between."""
    reason: str
    """From what it was inferred, or why there is none."""
    gap: str
    """What the editor is asked, if it was not found."""
    places: tuple[Span, ...]
    """Where the text has it."""


class Near(Struct, frozen=True):
    """Another article whose text shares passages with this one."""

    id: str
    percent: int
    passages: tuple[Span, ...]
    """Where the longest stand in this text."""


def known(desk: Desk, document: Document, text: Text) -> list[Known]:
    """Return the keys of an article's bibliography, in the order in which an editor looks at them."""
    data = document.data
    reasons = data.get("inferred")
    reasons = reasons if isinstance(reasons, dict) else {}
    gaps = _gaps(load(desk.path(document)))
    found = []
    for key in KEYS:
        value = data.get(key, "")
        shown = _shown(document, key, gaps)
        reason = str(reasons.get(key) or "")
        gap = gaps.get(key, "") if not shown or reason.startswith("Not found") else ""
        value = shown if key == "language" else value
        found.append(Known(key, shown, reason, gap, tuple(_places(desk, key, value, text))))
    return found


def _gaps(text: str) -> dict[str, str]:
    """Return what a file asks for: key -> question."""
    return dict(re.findall(rf"^{GAP} ([a-z_]+): (.*?)\r?$", text, re.MULTILINE))


def _shown(document: Document, key: str, gaps: Collection[str]) -> str:
    """Return the value of a key as it is typed. A text whose language was found and is not written is English."""
    value = document.data.get(key, UNWRITTEN if key == "language" and key not in gaps else "")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _places(desk: Desk, key: str, value: object, text: Text) -> Iterator[Span]:
    names: list[str] = []
    if key == "outlet" and str(value) in desk.site.outlets:
        names = list(desk.site.outlets[str(value)].names)
    elif key in ("headline", "credit") and value:
        names = [str(value)]
    elif key == "byline" and isinstance(value, list):
        names = list(map(str, value))
    elif key == "published" and value:
        yield from _days(str(value), text)
    elif key == "language" and value:
        own = (one for one in text.sentences if language_of(text.content[slice(*one)]) == base(str(value)))
        yield from islice(own, 1)
    elif key == "completeness" and text.sentences:
        # Where the text ends, a mark that it is cut would stand.
        yield text.sentences[-1]
    elif key in ("url", "archived") and value:
        names = [str(value)]
    for name in names:
        yield from (item.span for item in occurrences(name, text)[:1])


def _days(value: str, text: Text) -> Iterator[Span]:
    try:
        day = parse_edtf(day_and_time(value)[0])
    except ValueError:
        return
    for paragraph in text.paragraphs:
        for printed in expressions(text.content, paragraph, None):
            if any(one == day for one in printed.means) and printed.exact:
                yield printed.span
                return


def with_bibliography(text: str, document: Document, given: Mapping[str, str]) -> str:
    """Return an article's file with what was given for the keys of its bibliography; what was filled in leaves its gap.

    ``given`` has keys as they are typed, and ``inferred-KEY`` for from what each was inferred. Keys that are not given stay.
    """
    values: dict[str, str | None] = {}
    for key in KEYS:
        if key not in given:
            continue
        typed = " ".join(given[key].split())
        if typed == _shown(document, key, _gaps(text)):
            continue
        if key == "byline":
            values[key] = listed(part.strip() for part in typed.split(",") if part.strip()) if typed else None
        else:
            values[key] = in_yaml(typed) if typed else None
    done = (
        with_front(text, values, after="draft" if "draft" in document.data else "source_sha256")
        if values
        else text
    )
    reasons = document.data.get("inferred")
    now = dict(reasons) if isinstance(reasons, dict) else {}
    for key in REASONED:
        if f"inferred-{key}" in given:
            now[key] = " ".join(given[f"inferred-{key}"].split())
    now = {key: reason for key, reason in now.items() if reason}
    if now != (reasons or {}):
        block = "".join(f"\n{folded(key, str(reason), '  ')}" for key, reason in sorted(now.items()))
        done = with_front(done, {"inferred": block if now else None}, "source_sha256").replace(
            "inferred: \n", "inferred:\n"
        )
    filled = {key for key in given if given[key].strip()} | {
        key.removeprefix("inferred-") for key in given if given[key].strip()
    }
    return _without_gaps(done, filled)


def write(desk: Desk, document: Document, given: Mapping[str, str]) -> None:
    """Write what an editor said of an article's bibliography, as ``with_bibliography`` takes it.

    Raises ``Refusal``, with nothing written, for a value that its key cannot have.
    """
    _check(desk, document, given)
    before = load(desk.path(document))
    now = with_bibliography(before, document, given)
    if now != before:
        save(desk.path(document), before, now)
        complete_text(Desk(desk.root, desk.content_dir), document.id)


def _check(desk: Desk, document: Document, given: Mapping[str, str]) -> None:
    known: Mapping[str, Collection[str]] = {
        "outlet": desk.site.outlets,
        "story": desk.site.stories,
        "copy_of": desk.documents,
    }
    for key, said in given.items():
        value = " ".join(said.split())
        # What stands there already may be what no command would give it.
        if not value or value == str(document.data.get(key, "")):
            continue
        if key in known and value not in known[key]:
            raise Refusal(kinds.BAD_ANSWER, f'{key}: there is no "{value}"{did_you_mean(value, known[key])}')
        try:
            CHECKS.get(key, str)(value)
        except ValueError as error:
            raise Refusal(kinds.BAD_ANSWER, f"{key}: {error}") from None


def complete_text(desk: Desk, id: str) -> None:
    """Put before a draft's private text what its editor knows of it and the text does not print, as taking it in does.

    Only of a draft without claims, whose text was stored under its name: another file is the editor's own.
    """
    document = desk.document(id)
    article, text = desk.site.drafts.get(id), desk.text(document)
    file = desk.private / f"{id}.txt"
    if article is None or article.claims or text.name != file.name or article.outlet not in desk.site.outlets:
        return
    stated = Bibliography(
        headline=article.headline,
        byline=list(article.byline),
        credit=article.credit,
        published=str(document.data.get("published") or "") or None,
    )
    lines = head(stated, desk.site.outlets[article.outlet].names, text.raw)
    if not lines:
        return
    data = lines.encode() + regular.read(file)
    path = desk.path(document)
    put = lines.split("\n")
    reasons = {
        "outlet": desk.site.outlets[article.outlet].names[0] in put,
        "headline": article.headline in put,
        "byline": any(line.startswith("By ") for line in put),
        "published": any(line.startswith("Published ") for line in put),
    }
    given = {
        f"inferred-{key}": ENTERED for key, is_new in reasons.items() if is_new and not _reason(document, key)
    }
    before = load(path)
    now = with_front(with_bibliography(before, document, given), {"source_sha256": scalar(sha256(data))})
    was = regular.read(file).decode()
    together.commit(desk.root, {file: (was, data.decode()), path: (before, now)})


def _reason(document: Document, key: str) -> str:
    reasons = document.data.get("inferred")
    return str(reasons.get(key) or "") if isinstance(reasons, dict) else ""


def _without_gaps(text: str, filled: set[str]) -> str:
    """Return a file without the comments that ask for what is there now."""
    kept, dropping = [], False
    for line in text.split("\n"):
        if gap := re.match(rf"{GAP} ([a-z_]+):", line):
            dropping = gap[1] in filled
        elif not line.startswith("#   "):
            dropping = False
        if not dropping:
            kept.append(line)
    return "\n".join(kept)


def near_copies(desk: Desk, id: str, text: Text) -> list[Near]:
    """Return the articles whose texts share passages with this one, the likeliest copy first."""
    others = {other: found for other, found in desk.texts.items() if other != id}
    pairs = shared_passages({**{other: found.raw for other, found in others.items()}, "": text.raw})
    near = []
    for pair in pairs:
        if "" in (pair.a, pair.b):
            other = pair.a or pair.b
            near.append(Near(other, round(100 * pair.containment), tuple(_shared(text, others[other]))))
    return near


def _shared(text: Text, other: Text) -> list[Span]:
    """Return the longest passages that stand in both texts, by their place in the first."""
    size = max(SHINGLE, _SHOWN_RUN)
    theirs = [word.casefold() for word in other.printed_words((0, len(other.content)))]
    held = {tuple(theirs[at : at + size]) for at in range(len(theirs) - size + 1)}
    ours = [word.casefold() for word in text.printed_words((0, len(text.content)))]
    places = text.words_in((0, len(text.content)))
    found: list[tuple[int, int]] = []
    for at in range(len(ours) - size + 1):
        if tuple(ours[at : at + size]) in held:
            if found and found[-1][1] >= at:
                found[-1] = (found[-1][0], at + size)
            else:
                found.append((at, at + size))
    longest = sorted(found, key=lambda run: run[0] - run[1])[:PASSAGES]
    return [(places[first][0], places[last - 1][1]) for first, last in sorted(longest)]
