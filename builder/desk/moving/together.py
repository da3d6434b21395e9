"""Write a plan into a site's files: all of it or nothing, even if the program is killed.

What is to be done is first written down in the folder between builds. If the program ends before it is done, the next command does the
rest. Builds wait meanwhile.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from builder.cache.records import PLACE, Store, locked
from builder.desk import kinds
from builder.desk.files import Writing, real
from builder.desk.kinds import Refusal
from builder.desk.moving.plan import FileChange, Plan, text_in

FOLDER = PLACE / "desk"
_NAME = "changing"


class _File(Struct, frozen=True):
    path: str
    before: str | None
    """SHA-256 of what the file had; None if there was none."""
    after: str | None
    """Its new text; None if it goes."""


class _Pending(Struct, frozen=True):
    files: list[_File]


def write(root: Path, plan: Plan, waiting: Callable[[], None] = lambda: None) -> None:
    """Write a plan. ``waiting`` is called before a wait for a build of the site.

    Raises ``Refusal`` if a file was changed since the plan was made; then nothing is written.
    """
    write_all(root, plan.changes, waiting)


def commit(root: Path, files: Mapping[Path, tuple[str | None, str | None]]) -> None:
    """Write several files together: each has its text before, None if there was none, and after, None if it goes.

    Private texts in a folder elsewhere cannot be noted in the site's; they are written first, each whole or not at all.
    """
    top = Path(os.path.realpath(root))
    inside, writing = [], Writing()
    for path, (before, after) in files.items():
        place = real(path)
        if place.is_relative_to(top):
            inside.append(FileChange(place.relative_to(top).as_posix(), before, after))
        else:
            plan_in(writing, FileChange(path.name, before, after), path)
    writing.commit()
    if len(inside) > 1:
        write_all(top, inside)
        return
    alone = Writing()
    for one in inside:
        plan_in(alone, one, top / one.path)
    alone.commit()


def write_all(root: Path, changes: Sequence[FileChange], waiting: Callable[[], None] = lambda: None) -> None:
    """Write changes of several files as ``write`` does."""
    with locked(root, waiting):
        _finish(root)
        for one in changes:
            if text_in(root, one.path) != one.before:
                raise Refusal(kinds.CANNOT_FOLLOW, f"{one.path} was changed meanwhile")
        store = Store(root / FOLDER)
        pending = [_File(one.path, _digest(one.before), one.after) for one in changes]
        store.put(_NAME, _Pending(pending))
        try:
            _carry_out(root, changes)
        except BaseException:
            # All files are as they were.
            _forget(root)
            raise
        _forget(root)


def is_pending(root: Path) -> bool:
    """Return whether a command was killed in the middle of its work."""
    return (root / FOLDER / f"{_NAME}.json").is_file()


def finish(root: Path, waiting: Callable[[], None] = lambda: None) -> None:
    """Do what is left of a plan whose writing was interrupted. Raises ``Refusal`` if an editor changed one of its files since."""
    with locked(root, waiting):
        _finish(root)


def _finish(root: Path) -> None:
    found = Store(root / FOLDER).get(_NAME, _Pending)
    if found is None:
        _forget(root)
        return
    left: list[FileChange] = []
    changed: list[FileChange] = []
    for file in found.files:
        now = text_in(root, file.path)
        if now == file.after:
            continue
        (left if _digest(now) == file.before else changed).append(FileChange(file.path, now, file.after))
    _carry_out(root, left)
    _forget(root)
    if changed:
        names = ", ".join(one.path for one in changed)
        raise Refusal(
            kinds.CANNOT_FOLLOW, f"{names}: changed since a command was broken off; the rest is done"
        )


def _carry_out(root: Path, changes: Iterable[FileChange]) -> None:
    writing = Writing()
    for one in changes:
        plan_in(writing, one, root / one.path)
    writing.commit()


def plan_in(writing: Writing, one: FileChange, path: Path) -> None:
    """Plan the change of one file, which is at ``path``."""
    if one.after is None:
        writing.remove(path, None if one.before is None else one.before.encode())
    elif one.before is None:
        writing.create(path, one.after.encode())
    else:
        writing.change(path, one.after.encode(), one.before.encode())


def _forget(root: Path) -> None:
    (root / FOLDER / f"{_NAME}.json").unlink(missing_ok=True)


def _digest(text: str | None) -> str | None:
    return None if text is None else hashlib.sha256(text.encode()).hexdigest()
