"""New entries of the site: an outlet, a source, a place, a question, a topic, a story. Written at the end of their file, as an editor would.

Nothing is written that would make an error anywhere: the site is read as it would be first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from builder.content.model import Outlet, Place, Source
from builder.content.problems import MOVED_AND_THERE, errors
from builder.content.validate import moved, validate
from builder.content.vocabulary import Answer
from builder.desk import kinds
from builder.desk.checked import with_files
from builder.desk.desk import Desk
from builder.desk.edit import in_yaml, with_entry, with_item, with_item_keys, with_listed
from builder.desk.files import slug
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.desk.suggest.write import load
from builder.desk.yamltext import folded, listed
from builder.proof.check import finder

LISTS = frozenset({"aliases", "hosts", "topics", "printed_as"})
"""Keys of entries that are lists: given with commas between."""
KEYS: Mapping[str, tuple[str, ...]] = {
    "outlets": ("name", "short", "kind", "country", "hosts", "aliases", "note"),
    "sources": ("name", "short", "aliases", "kind", "stake", "stake_note", "side", "speaks_for"),
    "places": ("name", "aliases", "within", "note"),
}
"""Registry -> the keys that a new entry may be given."""
ASKED = (
    "text",
    "short",
    "answer",
    "unit",
    "counts",
    "printed_as",
    "of",
    "detail_of",
    "covers",
    "when",
    "running",
    "known_from",
    "note",
)
"""The keys that a new question may be given."""


def enter(desk: Desk, registry: str, values: Mapping[str, str], id: str = "") -> str:
    """Enter an outlet, source or place; return its id, made of its name if none is given. Raises ``Refusal`` if it cannot be."""
    if registry not in KEYS:
        raise Refusal(kinds.BAD_ANSWER, f'there is no registry "{registry}"')
    given = _given(values, KEYS[registry])
    id = id or _unused(desk, registry, slug(given.get("name") or given.get("short"), limit=40))
    if not id or not given.get("name"):
        raise Refusal(kinds.BAD_ANSWER, "a name is needed")
    path = f"{desk.content_dir}/{registry}.yml"
    text = with_entry(_text(desk, path), id, {key: as_yaml(key, value) for key, value in given.items()})
    _write(desk, [("registries", path, text)])
    return id


def also_called(desk: Desk, registry: str, id: str, name: str) -> None:
    """Add a name that texts print for an outlet, source or place. Raises ``Refusal`` if there is none of this id, or it has the name."""
    name = " ".join(name.split())
    entries: dict[str, Mapping[str, Outlet | Source | Place]] = {
        "outlets": desk.site.outlets, "sources": desk.site.sources, "places": desk.site.places,
    }  # fmt: skip
    known = entries.get(registry, {}).get(id)
    if known is None:
        raise Refusal(kinds.BAD_ANSWER, f'there is no "{id}"')
    if not name:
        raise Refusal(kinds.BAD_ANSWER, "a name is needed")
    if name in (known.name, *known.aliases):
        raise Refusal(kinds.BAD_ANSWER, f'"{id}" has this name already')
    path = f"{desk.content_dir}/{registry}.yml"
    _write(desk, [("registries", path, with_listed(_text(desk, path), id, "aliases", name))])


def ask(
    desk: Desk,
    question: Mapping[str, str],
    topic: str = "",
    new_topic: Mapping[str, str] | None = None,
    story: str = "",
    new_story: Mapping[str, str] | None = None,
) -> str:
    """Enter a question, and return its path; raise ``Refusal`` with nothing written if the site would have errors.

    It goes to the end of ``topic``, or into a new topic (``title``, ``lead``) of ``story``, or of a new story (``title``, ``summary``).
    """
    given = _given(question, ASKED)
    id = question.get("id") or slug(given.get("short"), limit=40)
    if not id or not given.get("text") or given.get("answer") not in {answer.value for answer in Answer}:
        raise Refusal(
            kinds.BAD_ANSWER, "a question needs its text, a few words for tables, and a kind of answer"
        )
    if given["answer"] == Answer.QUANTITY.value and not (
        given.get("unit") and given.get("counts") and given.get("of")
    ):
        raise Refusal(
            kinds.BAD_ANSWER,
            "a question for a figure needs its unit, what is counted, and of whom or what: people, killed, residents",
        )
    lines = [f"id: {id}", *(f"{key}: {as_yaml(key, value)}" for key, value in given.items())]
    files: list[tuple[str, str, str]] = []
    if topic:
        path = f"{desk.content_dir}/topics/{topic}.yml"
        if topic not in {document.id for document in desk.content.topics}:
            raise Refusal(kinds.BAD_ANSWER, f'there is no topic "{topic}"')
        if not question.get("id"):
            lines[0] = f"id: {(id := _unused(desk, 'questions', id, f'{topic}/'))}"
        return _asked(desk, [("topics", path, with_item(_text(desk, path), "questions", lines))], topic, id)
    named = _given(new_topic or {}, ("title", "lead"))
    topic = (new_topic or {}).get("id") or _unused(
        desk, "topics", slug(named.get("title"), limit=40), taken=desk.site.topics
    )
    if not topic or len(named) < 2:
        raise Refusal(kinds.BAD_ANSWER, "a new topic needs a title, and a sentence on what is compared there")
    body = "\n".join(f"{'    ' if place else '  - '}{line}" for place, line in enumerate(lines))
    path = f"{desk.content_dir}/topics/{topic}.yml"
    if (desk.root / path).exists():
        raise Refusal(kinds.NAME_TAKEN, f"{topic}.yml exists already")
    text = f"{folded('title', named['title'])}\n{folded('lead', named['lead'])}\nquestions:\n{body}\n"
    files.append(("topics", path, text))
    stories = f"{desk.content_dir}/stories.yml"
    if story:
        if story not in desk.site.stories:
            raise Refusal(kinds.BAD_ANSWER, f'there is no story "{story}"')
        files.append(("registries", stories, with_listed(_text(desk, stories), story, "topics", topic)))
    else:
        told = _given(new_story or {}, ("title", "summary"))
        if len(told) < 2:
            raise Refusal(kinds.BAD_ANSWER, "a new story needs a title, and a sentence on what happened")
        name = (new_story or {}).get("id") or _unused(
            desk, "stories", slug(told["title"], limit=40), taken=desk.site.stories
        )
        values = {key: as_yaml(key, value) for key, value in told.items()} | {"topics": listed([topic])}
        files.append(("registries", stories, with_entry(_text(desk, stories), name, values)))
    return _asked(desk, files, topic, id)


def print_as(desk: Desk, question: str, words: str) -> None:
    """Add words that papers print for what a question counts; raise ``Refusal`` if it counts nothing, or has no such words."""
    words = " ".join(words.split())
    topic = desk.site.topics.get(question.partition("/")[0])
    found = next((one for one in topic.questions if one.path == question), None) if topic else None
    if found is None:
        raise Refusal(kinds.BAD_ANSWER, f'there is no question "{question}"')
    if not words:
        raise Refusal(kinds.BAD_ANSWER, "some words of the text are needed")
    path = f"{desk.content_dir}/topics/{found.topic}.yml"
    printed = listed(dict.fromkeys([*found.printed_as, words]))
    _write(
        desk,
        [("topics", path, with_item_keys(_text(desk, path), "questions", found.id, {"printed_as": printed}))],
    )


def _asked(desk: Desk, files: list[tuple[str, str, str]], topic: str, id: str) -> str:
    _write(desk, files)
    return f"{topic}/{id}"


def _unused(desk: Desk, kind: str, id: str, above: str = "", taken: Collection[str] = ()) -> str:
    """Return an id made of a title that nothing has or had: with a number at its end where another title makes the same."""
    return next(
        name
        for name in (id, *(f"{id}-{number}" for number in range(2, 1000)))
        if name not in taken and not desk.was(kind, above + name)
    )


def _given(values: Mapping[str, str], keys: Iterable[str]) -> dict[str, str]:
    return {key: " ".join(values[key].split()) for key in keys if values.get(key, "").strip()}


def as_yaml(key: str, value: str) -> str:
    """Return the value of a key of an entry, as it is typed, in YAML."""
    if key in LISTS:
        return listed(part.strip() for part in value.split(",") if part.strip())
    if key == "running":
        return "true"
    return in_yaml(value)


def _text(desk: Desk, path: str) -> str:
    return load(desk.root / path) if (desk.root / path).exists() else ""


def _write(desk: Desk, files: list[tuple[str, str, str]]) -> None:
    """Write files together. Raises ``Refusal`` with what would be wrong if one of them would have an error that it has not now."""
    now = {problem.message for problem in desk.problems}
    content = with_files(desk.content, files)
    site, found = validate(content)
    if used := [
        one for one in moved.faults(site, content.registries, finder(content)) if one.kind is MOVED_AND_THERE
    ]:
        raise Refusal(kinds.NAME_REFUSED, "; ".join(one.message for one in used))
    paths = {path for _, path, _ in files}
    if wrong := [one for one in errors(found) if one.path in paths and one.message not in now]:
        raise Refusal(kinds.BAD_ANSWER, "; ".join(f"{one.key}: {one.message}" for one in wrong))
    places = [(desk.root / path, text) for _, path, text in files]
    together.commit(
        desk.root, {place: (load(place) if place.exists() else None, text) for place, text in places}
    )
