"""The example story that a new site comes with, and how it goes: whole, and only as long as nothing of it was changed."""

from __future__ import annotations

from pathlib import Path

from builder.cache import regular
from builder.content.load import REGISTRIES
from builder.content.problems import errors
from builder.desk import kinds
from builder.desk.desk import Desk
from builder.desk.files import Writing
from builder.desk.kinds import Refusal
from builder.desk.new import STARTER

_WHOLE = ("content/articles/*.md", "content/topics/*.yml", "sources/*.txt")
_HOME = "content/index.md"


def example(root: Path) -> dict[Path, str | None]:
    """Return what the files of the example would be without it, ``None`` for those that go; empty if something of it was changed.

    What was added to the registries since stays.
    """
    found: dict[Path, str | None] = {}
    for pattern in _WHOLE:
        for ours in STARTER.glob(pattern):
            path = root / ours.relative_to(STARTER)
            if _text(path) != _text(ours):
                return {}
            found[path] = None
    for name in REGISTRIES:
        path, came = root / f"content/{name}.yml", _text(STARTER / f"content/{name}.yml") or ""
        text = _text(path)
        if text is None or not text.startswith(came):
            return {}
        remark = "".join(line for line in came.splitlines(keepends=True) if line.startswith("#"))
        found[path] = remark + (text[len(came) :] or "{}\n")
    home = _text(STARTER / _HOME) or ""
    if _text(root / _HOME) == home:
        # It says that the story above is invented.
        found[root / _HOME] = "---".join(home.split("---", 2)[:2]) + "---\n"
    return found


def remove_example(root: Path) -> list[Path]:
    """Take the example out of a site, and return the files that changed.

    It was never anybody's, so that nothing leads on from its addresses. Raises ``Refusal``, with nothing changed, if there is none, or
    something was made of it.
    """
    files = example(root)
    if not files:
        raise Refusal(
            kinds.NO_EXAMPLE, "the example is not there as it came: what was made of it is removed by name"
        )
    before = {path: regular.read(path) for path in files}
    wrong = {(one.path, one.message) for one in errors(Desk(root).problems)}
    writing = Writing()
    for path, text in files.items():
        writing.remove(path) if text is None else writing.change(path, text.encode())
    writing.commit()
    desk = Desk(root)
    if left := [
        one
        for one in errors([*desk.content.problems, *desk.problems])
        if (one.path, one.message) not in wrong
    ]:
        for path, data in before.items():
            path.write_bytes(data)
        raise Refusal(kinds.STILL_NAMED, "\n".join(str(one) for one in left))
    return list(files)


def _text(path: Path) -> str | None:
    try:
        return regular.read(path).decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
