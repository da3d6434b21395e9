"""Undo and redo: what each step changed in which file, taken back line by line, so that what was changed since stays.

Steps are kept in the folder between builds, so that every desk and command of a site takes back the same ones, also after a restart. Each is
a record of its own, sealed; one that is damaged ends what can be taken back.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from builder.cache import regular
from builder.cache.records import Store, locked, own_folder
from builder.desk import kinds
from builder.desk.files import noted, real
from builder.desk.kinds import Refusal
from builder.desk.moving import together
from builder.proof.private_texts import places

MOST, MOST_BYTES, MOST_ARTICLES = 200, 4_000_000, 50
"""Steps that are kept of an article, how much they may take, and of how many articles."""
FOLDER = together.FOLDER / "steps"
_NO_ARTICLES = "-"
_FORM = "steps 1"

Files = Mapping[Path, tuple[str | None, str | None]]
"""File -> its text before and after a step; ``None`` where it was not there."""


class _Kept(Struct, frozen=True):
    """One thing that an editor did."""

    what: str
    files: dict[str, tuple[str | None, str | None]]
    """As ``Files``, by the path within the site, or the whole one of a private text elsewhere."""


class Journal:
    """The steps on one article, or those that are no article's."""

    def __init__(self, root: Path, of: str = "") -> None:
        """``root`` is the site's folder, ``of`` the article's id; without it, the steps are those that are no article's."""
        self.root, self.of = root, of
        self._folder = root / FOLDER / (of or _NO_ARTICLES)
        self._done, self._undone = Store(self._folder / "done", _FORM), Store(self._folder / "undone", _FORM)

    @property
    def last(self) -> str:
        """The step that would be taken back, in a few words; empty if there is none."""
        return top[1].what if (top := self._top(self._done)) else ""

    @property
    def next(self) -> str:
        """The step that would be done again; empty if there is none."""
        return top[1].what if (top := self._top(self._undone)) else ""

    @property
    def at(self) -> tuple[str, str]:
        """When the last step was done, and when the last one was taken back, to be compared with those of others."""
        return max(self._done.record_names(), default=""), max(self._undone.record_names(), default="")

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
        self._keep(what, _changed(before, folders, mine))

    def note(self, what: str, made: Iterable[Path]) -> None:
        """Keep files that were made as one step."""
        self._keep(what, {path: (None, _text(path)) for path in made})

    def undo(self) -> str | None:
        """Take the last step back; return what it was, None if there is none. Raises ``Refusal`` if its lines were changed since."""
        if (top := self._top(self._done)) is None:
            return None
        name, kept = top
        files = self._files(kept)
        _write(self.root, {path: (became, was) for path, (was, became) in files.items()}, kept.what)
        self._moved(name, self._done, self._undone)
        return kept.what

    def redo(self) -> str | None:
        """Do the last step again that was taken back; return what it was, None if there is none."""
        if (top := self._top(self._undone)) is None:
            return None
        name, kept = top
        _write(self.root, self._files(kept), kept.what)
        self._moved(name, self._undone, self._done)
        return kept.what

    def _top(self, store: Store) -> tuple[str, _Kept] | None:
        """Return the last record of a store; None if there is none, or if it is damaged: what is below it is not known to be next."""
        name = max(store.record_names(), default="")
        kept = store.get(name, _Kept) if name else None
        return (name, kept) if kept and all(map(self._may_be, self._files(kept))) else None

    def _files(self, kept: _Kept) -> Files:
        return {self.root / path: texts for path, texts in kept.files.items()}

    def _may_be(self, path: Path) -> bool:
        """Return whether an editor's step can have been in a file: a record that came with a foreign site leads nowhere else."""
        place, top = real(path), real(self.root / "x").parent
        if any(place.is_relative_to(real(folder / "x").parent) for folder in places(self.root)):
            return True
        return place.is_relative_to(top) and not any(
            part.startswith(".") for part in place.relative_to(top).parts
        )

    def _keep(self, what: str, changed: Files) -> None:
        if not changed:
            return
        root = self.root.resolve()
        files = {
            (
                real(path).relative_to(root) if real(path).is_relative_to(root) else real(path)
            ).as_posix(): texts
            for path, texts in changed.items()
        }
        try:
            self._make_room()
            self._done.put(_now(self._done), _Kept(what, files))
            self._undone.forget(())
        except OSError:
            # What cannot be noted cannot be taken back, nor can what was before it.
            with suppress(OSError):
                self._done.forget(())

    def _make_room(self) -> None:
        """Give up the oldest steps of this article, and those of the article that was not worked on for the longest time."""
        names, size = sorted(self._done.record_names(), reverse=True), 0
        for number, name in enumerate(names, start=2):
            path = self._done.folder / f"{name}.json"
            size += path.stat().st_size
            if number > MOST or size > MOST_BYTES:
                path.unlink()
        above = self._folder.parent
        own_folder(above)
        # A step may be that a private text came.
        (above / ".gitignore").write_text("*\n")
        entries = [entry for entry in above.iterdir() if entry.is_dir() and entry != self._folder]
        if len(entries) >= MOST_ARTICLES:
            oldest = min(map(self._of, entries), key=lambda one: max(one.at))
            shutil.rmtree(oldest._folder)

    def _of(self, folder: Path) -> Journal:
        return Journal(self.root, "" if folder.name == _NO_ARTICLES else folder.name)

    def _moved(self, name: str, store: Store, other: Store) -> None:
        own_folder(other.folder)
        (store.folder / f"{name}.json").replace(other.folder / f"{_now(other)}.json")


def journals(root: Path) -> list[Journal]:
    """Return all journals of a site."""
    folder = root / FOLDER
    names = [entry.name for entry in folder.iterdir() if entry.is_dir()] if folder.is_dir() else []
    return [Journal(root, "" if name == _NO_ARTICLES else name) for name in names]


@contextmanager
def step(
    root: Path, what: str, paths: Iterable[Path], folders: Iterable[Path] = (), of: str = ""
) -> Iterator[None]:
    """Keep what the block changes as ``Journal.step`` does, while no desk changes anything."""
    with locked(root, lambda: None, "editing"), Journal(root, of).step(what, paths, folders):
        yield


def _now(store: Store) -> str:
    """Return a name for a record that comes after all that are there."""
    last = max(store.record_names(), default="0")
    return f"{max(time.time_ns(), 1 + int(last) if last.isdigit() else 0):020}"


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
        # Where it is done already, a program was ended before it could note that.
        done = becomes if now in (was, becomes) else None
        if None not in (now, was, becomes) and done is None:
            done = merged(now, was, becomes)  # type: ignore[arg-type]
        if done is None and (becomes is not None or now not in (was, becomes)):
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
    except (FileNotFoundError, UnicodeDecodeError):
        # What is no text is no editor's step.
        return None
