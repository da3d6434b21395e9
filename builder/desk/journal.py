"""Undo and redo: what each step changed in which file, taken back line by line, so that what was changed since stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from builder.cache import regular
from builder.desk import kinds
from builder.desk.files import noted, real
from builder.desk.kinds import Refusal
from builder.desk.moving import together

MOST = 200
"""Steps that are kept."""


class Step(Struct, frozen=True):
    """One thing that an editor did."""

    what: str
    """In a few words, for the editor."""
    files: Mapping[Path, tuple[str | None, str | None]]
    """File -> its text before and after; ``None`` where it was not there."""


class Journal:
    """The steps of one editor."""

    def __init__(self, root: Path) -> None:
        """``root`` is the site's folder, where it is noted what is being done to several files."""
        self.root = root
        self.done: list[Step] = []
        self.undone: list[Step] = []

    @contextmanager
    def step(self, what: str, paths: Iterable[Path], folders: Iterable[Path] = ()) -> Iterator[None]:
        """Keep what the block changes in some files, and in the files of some folders, as one step.

        A block that raises leaves the files as they were. What an editor saves in them meanwhile is no part of it, and stays.
        """
        folders = list(folders)
        before = {path: _text(path) for path in (*paths, *_files(folders))}
        with noted() as mine:
            try:
                yield
            except BaseException:
                changed = _changed(before, folders, mine)
                _write(self.root, {path: (now, was) for path, (was, now) in changed.items()}, what)
                raise
        changed = _changed(before, folders, mine)
        if changed:
            self.done = [*self.done, Step(what, changed)][-MOST:]
            self.undone.clear()

    def note(self, what: str, made: Iterable[Path]) -> None:
        """Keep files that were made as one step."""
        self.done = [*self.done, Step(what, {path: (None, _text(path)) for path in made})][-MOST:]
        self.undone.clear()

    def undo(self) -> str | None:
        """Take the last step back; return what it was, None if there is none. Raises ``Refusal`` if its lines were changed since."""
        if not self.done:
            return None
        step = self.done[-1]
        _write(self.root, {path: (became, was) for path, (was, became) in step.files.items()}, step.what)
        self.undone.append(self.done.pop())
        return step.what

    def redo(self) -> str | None:
        """Do the last step again that was taken back; return what it was, None if there is none."""
        if not self.undone:
            return None
        step = self.undone[-1]
        _write(self.root, step.files, step.what)
        self.done.append(self.undone.pop())
        return step.what


def merged(now: str, was: str, becomes: str) -> str | None:
    """Return a text with the change that makes ``was`` to ``becomes``; None if the lines that it changes are others by now."""
    if now == was:
        return becomes
    old, new, lines = was.split("\n"), becomes.split("\n"), now.split("\n")
    place: dict[int, int] = {-1: -1, len(old): len(lines)}
    for start, there, size in SequenceMatcher(None, old, lines, autojunk=False).get_matching_blocks():
        place.update((start + step, there + step) for step in range(size))
    edits: list[tuple[int, int, list[str]]] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before, after = place.get(first - 1), place.get(last)
        if before is None or after is None or lines[before + 1 : after] != old[first:last]:
            return None
        edits.append((before + 1, after, new[start:end]))
    for first, last, put in reversed(edits):
        lines[first:last] = put
    return "\n".join(lines)


def _write(root: Path, files: Mapping[Path, tuple[str | None, str | None]], what: str) -> None:
    """Write the files of a step, all or none."""
    changes: dict[Path, tuple[str | None, str | None]] = {}
    for path, (was, becomes) in files.items():
        now = _text(path)
        done = becomes if now == was else None if None in (now, was, becomes) else merged(now, was, becomes)  # type: ignore[arg-type]
        if done is None and (becomes is not None or now != was):
            raise Refusal(kinds.CHANGED_SINCE, f"{path.name} was changed since in the same lines: {what}")
        if done != now:
            changes[path] = (now, done)
    together.commit(root, changes)


def _changed(
    before: Mapping[Path, str | None], folders: Iterable[Path], mine: Mapping[Path, tuple[bytes, bytes]]
) -> dict[Path, tuple[str | None, str | None]]:
    """Return what a block did to files whose texts were ``before``, and which came into folders: each with both texts.

    ``mine``: what it wrote into files that were there before, by their real path. Others may have written into them too.
    """
    found: dict[Path, tuple[str | None, str | None]] = {}
    for path, was in (dict.fromkeys(_files(folders)) | dict(before)).items():
        now, wrote = _text(path), mine.get(real(path))
        if wrote is not None and was is not None:
            was = wrote[0].decode("utf-8")
            now = now and wrote[1].decode("utf-8")
        elif now is not None and was is not None:
            continue
        if was != now:
            found[path] = (was, now)
    return found


def _files(folders: Iterable[Path]) -> list[Path]:
    return [path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_file()]


def _text(path: Path) -> str | None:
    try:
        return regular.read(path).decode("utf-8")
    except FileNotFoundError:
        return None
