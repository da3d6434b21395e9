"""Many articles at once: the files of a folder, or a list of files and addresses. Each becomes a draft, or says why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from msgspec import Struct

from builder.content.problems import ContentError
from builder.desk import kinds
from builder.desk.belonging import Belonging
from builder.desk.desk import Desk
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.intake.read import FORMATS
from builder.desk.kinds import Refusal

MOST = 1000
"""Articles that are taken in at once."""


class Taken(Struct, frozen=True):
    """What became of one thing that was given."""

    name: str
    """What was given, as it was given."""
    id: str = ""
    """The draft, if it became one."""
    files: tuple[Path, ...] = ()
    """The files that were written: the draft, and its text."""
    gaps: tuple[str, ...] = ()
    """Keys that the editor still has to fill in."""
    remarks: tuple[str, ...] = ()
    failed: Refusal | str = ""
    """Why it did not become one."""

    @property
    def why(self) -> str:
        """The same in words; empty for a draft."""
        return str(self.failed)

    @property
    def is_there(self) -> bool:
        """Whether it did not become one because an article of the site has this very text."""
        return isinstance(self.failed, Refusal) and self.failed.kind is kinds.ALREADY_ADDED

    @property
    def record(self) -> dict[str, object]:
        """The same in plain values, for programs."""
        return {
            "given": self.name,
            "added": self.id or None,
            "gaps": list(self.gaps),
            "remarks": list(self.remarks),
            "why_not": self.why or None,
            "already_there": self.is_there,
        }


def is_address(what: str) -> bool:
    """Return whether something given is an address rather than a file."""
    return re.match(r"[a-z][a-z0-9+.-]*://", what, re.IGNORECASE) is not None


def expanded(given: Iterable[str]) -> list[str]:
    """Return files and addresses; a folder stands for the articles in it, not those in folders within: browsers keep parts of pages there.

    Raises ``Refusal`` for a folder without any, and for more than ``MOST`` in all.
    """
    found: list[str] = []
    for what in given:
        if is_address(what) or not Path(what).is_dir():
            found.append(what)
            continue
        inside = sorted(
            path
            for path in Path(what).iterdir()
            if path.suffix.casefold() in FORMATS and path.is_file() and not path.name.startswith(".")
        )
        if not inside:
            raise Refusal(
                kinds.NO_FILE, f'the folder "{what}" has no file that ends in {", ".join(sorted(FORMATS))}'
            )
        found += map(str, inside)
    found = list(dict.fromkeys(found))
    if len(found) > MOST:
        raise Refusal(kinds.BAD_ANSWER, f"these are {len(found)} articles: at most {MOST} are added at once")
    return found


def listed_in(text: str, beside: Path) -> list[str]:
    """Return the files and addresses of a list, one a line; names of files are meant from the folder ``beside``.

    Empty lines, and those that begin with #, are left out.
    """
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    return [
        line if is_address(line) else str(beside / line)
        for line in lines
        if line and not line.startswith("#")
    ]


def take(
    desk: Callable[[], Desk],
    given: Iterable[tuple[str, str]],
    values: Given,
    progress: Callable[[str], AbstractContextManager[object]] = lambda _: nullcontext(),
) -> Iterator[Taken]:
    """Take in one after the other, each as ``add`` does it, and yield what became of it; one that fails stops no other.

    ``desk`` returns the site as its files are by then; ``given`` are a name to show, and the file or address.
    """
    for name, what in given:
        try:
            site = desk()
            done = add(site, what, values, None, progress, Belonging(site.site).by_words)
        except Refusal as refusal:
            yield Taken(name, failed=refusal)
        except ContentError as error:
            yield Taken(name, failed="\n".join(map(str, error.problems)))
        except OSError as error:
            yield Taken(name, failed=f"{Path(str(error.filename)).name}: {error.strerror or error}")
        else:
            remarks = tuple(map(str, done.remarks))
            yield Taken(name, done.id, (done.article, done.text), tuple(done.gaps), remarks)
