"""Everything that the desk can do has a command: each action is done in one copy of a site by the desk, in another by the command."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.adapters.desk.app import _ROUTES, FOLDER
from builder.cli.desk import COMMANDS
from builder.desk.desk import Desk
from builder.desk.example import remove_example
from builder.desk.new import new
from builder.desk.publish import publish
from tests.adapters.desk.asked import Asked
from tests.browser.desk import DRAFT, PAGE, PRECIS, site
from tests.desk.running import run

WORDS = "at least 16 weeks"
CLAIM = "duration"
CHANGED = PAGE.replace("42 bicycles", "48 bicycles")


def desk_does(desk: Asked, **form: str) -> None:
    desk.post(f"/a/{DRAFT}", **{"show": "open", "at": "", **form})


def at(desk: Asked, words: str, show: str = "open") -> str:
    """Return by what the desk knows the words of a proposal or claim."""
    page = desk.get(f"/a/{DRAFT}?show={show}")
    found = re.search(rf'data-jump href="[^"]*at=([^"]+)"[^>]*>{re.escape(words)}<', page)
    assert found, words
    return found[1]


def seen(page: str, place: str) -> str:
    found = re.search(r'name="seen" value="([^"]+)"', page[page.index(place) :])
    assert found
    return found[1]


def take(desk: Asked) -> None:
    desk_does(desk, do="take", at=at(desk, WORDS))


def drop(desk: Asked) -> None:
    desk_does(desk, do="drop", at=at(desk, WORDS))


def undrop(desk: Asked) -> None:
    desk_does(desk, do="undrop", at=at(desk, WORDS, "dropped"), show="dropped")


def save(desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}?show=claims")
    desk_does(
        desk, do="save", at=at(desk, WORDS, "claims"), seen=seen(page, 'class="claim"'), as_of="2031-05-12"
    )


def spoil(desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}?show=claims")
    desk_does(
        desk, do="save", at=at(desk, WORDS, "claims"), seen=seen(page, 'class="claim"'), said_on="2031-05-02"
    )


def mend(desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}?show=claims")
    label = re.search(r'name="mend" value="([^"]+)"', page)
    assert label
    desk_does(desk, do="mend", mend=label[1], at=at(desk, WORDS, "claims"), seen=seen(page, 'class="claim"'))


WHY = "The engineer is quoted by name a page before."


def allow(desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}?show=claims")
    key, state = at(desk, WORDS, "claims"), seen(page, 'class="claim"')
    desk_does(desk, do="allow", at=key, seen=state, rule="V123", reason=WHY)


def remove(desk: Asked) -> None:
    desk_does(desk, do="remove", at=at(desk, WORDS, "claims"))


def precis(desk: Asked) -> None:
    desk_does(desk, do="precis", precis=PRECIS, seen=seen(desk.get(f"/a/{DRAFT}"), 'id="precis"'))


def about(desk: Asked) -> None:
    page = desk.get(f"/a/{DRAFT}/about")
    desk.post(f"/a/{DRAFT}/about", seen=seen(page, 'class="about"'), byline="Jo Lind, Per Holm")


QUESTION = {
    "text": "What does the repair cost?",
    "short": "Cost",
    "answer": "quantity",
    "unit": "euros",
    "counts": "cost",
    "of": "the repair",
}
AS_PAIRS = tuple(f"{key}={value}" for key, value in QUESTION.items())
SOURCE = {"name": "Tarn Ferries", "aliases": "the line", "kind": "company", "stake": "party"}

Desks = Callable[[Asked], object]
TABLE: dict[str, tuple[tuple[str, ...], Desks, tuple[str, ...]]] = {
    # action of the desk: what is done before (names of this table), by the desk, by the command
    "take": ((), take, ("claim", DRAFT, "closure/duration", WORDS)),
    "drop": ((), drop, ("drop", DRAFT, WORDS)),
    "undrop": (("drop",), undrop, ("drop", DRAFT, WORDS, "--undo")),
    "save": (("take",), save, ("change", f"{DRAFT}/{CLAIM}", "as_of=2031-05-12")),
    "spoil": (("take",), spoil, ("change", f"{DRAFT}/{CLAIM}", "said_on=2031-05-02")),
    "line": (
        ("scrawl",),
        lambda desk: desk_does(desk, do="line", key="mood", go="yes"),
        ("about", DRAFT, "--mend", "mood"),
    ),
    "mend": (("take", "spoil"), mend, ("change", f"{DRAFT}/{CLAIM}", "said_on=2031-05-12")),
    "allow": (("take",), allow, ("change", f"{DRAFT}/{CLAIM}", "--allow", "V123", WHY)),
    "remove": (("take",), remove, ("remove", f"{DRAFT}/{CLAIM}")),
    "words": (
        (),
        lambda desk: desk_does(desk, do="words", asked="closure/duration", words="shut down for"),
        ("words", "closure/duration", "shut down for"),
    ),
    "silence": (
        (),
        lambda desk: desk_does(desk, do="silence", asked="closure/known-since"),
        ("silence", DRAFT, "closure/known-since"),
    ),
    "unsilence": (
        ("silence",),
        lambda desk: desk_does(desk, do="unsilence", asked="closure/known-since"),
        ("silence", DRAFT, "closure/known-since", "--undo"),
    ),
    "precis": ((), precis, ("precis", DRAFT, "PRECIS")),
    "about": ((), about, ("about", DRAFT, "byline=Jo Lind, Per Holm")),
    "add": ((), lambda desk: desk.post("/add", text=CHANGED), ("add", "CHANGED", "--slug", f"{DRAFT}-2")),
    "question": (
        (),
        lambda desk: desk.post("/ask", topic="closure", **QUESTION),
        ("ask", "closure", *AS_PAIRS),
    ),
    "topic": (
        (),
        lambda desk: desk.post(
            "/ask",
            **QUESTION,
            **{
                "topic": "+",
                "topic-title": "The repair",
                "topic-lead": "What it costs.",
                "story": "+",
                "story-title": "Repairs",
                "story-summary": "A bridge is repaired.",
            },
        ),
        (
            "ask",
            "--new-topic",
            "The repair",
            "--lead",
            "What it costs.",
            "--new-story",
            "Repairs",
            "--summary",
            "A bridge is repaired.",
            *AS_PAIRS,
        ),
    ),
    "source": (
        (),
        lambda desk: desk.post("/ask", **{"kind-of": "sources", **SOURCE}),
        ("enter", "source", *(f"{key}={value}" for key, value in SOURCE.items())),
    ),
    "place": (
        (),
        lambda desk: desk.post("/ask", **{"kind-of": "places", "name": "Osk"}),
        ("enter", "place", "name=Osk"),
    ),
    "outlet": (
        (),
        lambda desk: desk.post("/ask", **{"kind-of": "outlets", "name": "Osk Post", "kind": "newspaper"}),
        ("enter", "outlet", "name=Osk Post", "kind=newspaper"),
    ),
    "move": (
        ("another story",),
        lambda desk: desk.post("/names", do="move", what="topics closure", story="repairs"),
        ("move", "closure", "repairs"),
    ),
    "rename": (
        (),
        lambda desk: desk.post("/names", do="rename", what="questions closure/duration", new="weeks"),
        ("rename", "closure/duration", "weeks"),
    ),
    "remove what is published": (
        ("take", "precis", "publish"),
        lambda desk: desk.post("/names", do="remove", what=f"claims {DRAFT}/{CLAIM}", why="It was misread."),
        ("remove", f"{DRAFT}/{CLAIM}", "--why", "It was misread."),
    ),
    "example": ((), lambda desk: desk.post("/step", do="example"), ("remove", "--example")),
    "publish": (
        ("take", "precis"),
        lambda desk: desk.post(f"/a/{DRAFT}/publish", do="publish"),
        ("publish", DRAFT),
    ),
    "unpublish": (
        ("take", "precis", "publish"),
        lambda desk: desk.post(f"/a/{DRAFT}/publish", do="unpublish"),
        ("publish", DRAFT, "--undo"),
    ),
    "revise": (
        ("take", "precis", "publish"),
        lambda desk: desk.post(f"/a/{DRAFT}/revise", text=CHANGED, revised="2031-05-14"),
        ("add", "CHANGED", "--revises", DRAFT, "--revised", "2031-05-14"),
    ),
    "name": (
        (),
        lambda desk: desk.post(
            "/ask", **{"kind-of": "names", "whose": "outlets tarn-weekly", "name": "The Weekly"}
        ),
        ("enter", "outlet", "id=tarn-weekly", "also=The Weekly"),
    ),
    "amend": (
        ("take",),
        lambda desk: desk.post(
            "/names",
            do="amend",
            what="questions closure/duration",
            **{"say-text": "How long does the bridge stay closed?", "say-printed_as": "stay closed, is shut"},
        ),
        (
            "amend",
            "question",
            "closure/duration",
            "text=How long does the bridge stay closed?",
            "printed_as=stay closed, is shut",
        ),
    ),
    "source beside the bibliography": (
        (),
        lambda desk: desk.post(
            f"/a/{DRAFT}/about",
            do="source",
            **{"source-name": "Jo Lind", "source-kind": "person", "source-stake": "none"},
        ),
        ("enter", "source", "name=Jo Lind", "kind=person", "stake=none"),
    ),
    "undo": (("take", "precis"), lambda desk: desk_does(desk, do="undo"), ("undo", DRAFT)),
    "redo": (("take", "undo"), lambda desk: desk_does(desk, do="redo"), ("redo",)),
    "undo a removal": (
        ("take", "precis", "publish", "remove what is published"),
        lambda desk: desk.post("/step", do="undo"),
        ("undo",),
    ),
    "text": (
        ("lose",),
        lambda desk: desk.post(f"/a/{DRAFT}/text", text=PAGE),
        ("add", "PAGE", "--text-of", DRAFT),
    ),
}


def lose(desk: Asked) -> None:
    """Have no private text on this machine."""
    shutil.rmtree(desk.place.root / "sources")


def scrawl(desk: Asked) -> None:
    path = desk.place.root / f"content/articles/{DRAFT}.md"
    path.write_text(path.read_text().replace("outlet:", "mood: grim\noutlet:", 1))


def another_story(desk: Asked) -> None:
    """Ask a question of a story of its own, and one more in a second topic of the first."""
    stories = desk.place.root / "content/stories.yml"
    first = next(iter(Desk(desk.place.root).site.stories))
    for topic, title in (("costs", "Costs"), ("more", "More")):
        topics = desk.place.root / f"content/topics/{topic}.yml"
        kept = (desk.place.root / "content/topics/closure.yml").read_text()
        topics.write_text(re.sub(r"(?m)^title: .*$", f"title: {title}", kept))
    text = stories.read_text()
    stories.write_text(
        text.replace("topics: [closure]", "topics: [closure, more]")
        + "repairs:\n  title: Repairs\n  summary: A bridge is repaired.\n  topics: [costs]\n"
    )
    assert set(Desk(desk.place.root).site.stories[first].topics) == {"closure", "more"}


STEPS = {"lose": lose, "scrawl": scrawl, "another story": another_story}
"""What only happens to a site."""

FILES = {"PRECIS": "precis.txt", "CHANGED": "changed.html", "PAGE": "page.html"}


def files(root: Path) -> dict[str, bytes]:
    """Return the files of a site; the log's are named by their second, and have it."""
    found = (
        path for folder in ("content", "sources") for path in (root / folder).rglob("*") if path.is_file()
    )
    named = ((path.relative_to(root).as_posix(), path.read_bytes()) for path in found)
    return {
        re.sub(r"(?<=changes/)[\d-]+", "", name): re.sub(rb"(?m)^at: .*$", b"at:", data)
        if "/changes/" in name
        else data
        for name, data in named
    }


@pytest.mark.parametrize("action", TABLE)
def test_the_command_does_to_the_files_what_the_desk_does(
    action: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    one, other = tmp_path / "one" / "site", tmp_path / "other" / "site"
    site(one)
    (tmp_path / "changed.html").write_text(CHANGED)
    (tmp_path / "precis.txt").write_text(PRECIS)
    (tmp_path / "page.html").write_text(PAGE)
    named = {word: str(tmp_path / file) for word, file in FILES.items()}
    before, by_desk, command = TABLE[action]
    desk = Asked(one)
    try:
        for step in before:
            (STEPS[step] if step in STEPS else TABLE[step][1])(desk)
        shutil.copytree(one, other)
        start = files(one)
        by_desk(desk)
    finally:
        desk.close()
    done = run(other, *(named.get(word, word) for word in command))
    assert files(one) != start, "the desk did nothing"
    assert files(other) == files(one), done.output


def test_every_action_of_the_desk_is_in_the_table() -> None:
    pages = "".join(path.read_text() for path in FOLDER.glob("*.html"))
    actions = set(re.findall(r'name="do" value="([a-z]+)"', pages))
    assert actions - {"fields"} <= set(TABLE), "only shows"
    kinds = set(re.findall(r'name="kind-of" value="([a-z]+)"', pages))
    assert {kind.removesuffix("s") for kind in kinds} <= set(TABLE)
    posts = {rule.endpoint for rule in _ROUTES.iter_rules() if "POST" in (rule.methods or ())}
    assert posts == {
        "decide",
        "save_about",
        "give_text",
        "revise",
        "do_publish",
        "take",
        "asked",
        "move",
        "step",
    }


def test_every_command_of_the_table_is_one_that_the_guide_names() -> None:
    guide = (Path(__file__).parents[3] / "docs/desk.md").read_text()
    known = {command.name for command in COMMANDS}
    for action, (_, _, command) in TABLE.items():
        assert command[0] in known, action
        assert f"`variorum {command[0]}" in guide, action


def test_the_example_goes_as_if_it_had_never_been(tmp_path: Path) -> None:
    new(tmp_path / "site", "Tarn")
    desk = Asked(tmp_path / "site")
    desk.post("/step", do="example")
    desk.close()
    shutil.copytree(tmp_path / "site", tmp_path / "kept")
    shutil.rmtree(tmp_path / "site")
    new(tmp_path / "site", "Tarn")
    remove_example(tmp_path / "site")
    assert files(tmp_path / "kept") == files(tmp_path / "site")


def test_a_published_claim_goes_only_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)
    root = tmp_path / "site"
    site(root)
    desk = Asked(root)
    take(desk)
    precis(desk)
    publish(found := Desk(root), found.document(DRAFT))
    before = files(root)
    remove(desk)
    assert "Say why it goes" in desk.get(f"/a/{DRAFT}?show=claims") or files(root) == before
    assert files(root) == before
    desk.close()
