"""Changes against an earlier state: the last build, another folder, or a revision of git."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec.structs import replace

from builder.compare.changes import Change, State
from builder.compare.library import index
from builder.compare.renamed import renamed
from builder.compare.topics import compare_topic
from builder.content.load import load
from builder.content.model import Site
from builder.content.moved_on import Today
from builder.content.problems import ContentError, errors
from builder.content.validate import validate
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.pages.contribution import Contribution
from builder.pages.data_files import data_files, put_data, state_of_files, state_of_folder


def state_of_content(root: Path, content_dir: str = "content") -> State:
    """Return the state of a content folder.

    Raises ``ContentError`` if it has errors, because content left out for them would look removed.
    """
    site, found = validate(load(root, content_dir))
    if wrong := errors(found):
        raise ContentError(wrong)
    return state_of_site(site)


def state_of_site(site: Site, topics: Collection[str] | None = None) -> State:
    """Return the state of a checked site; with ``topics``, only the comparisons of these."""
    library = index(replace(site, log=()))
    contribution = Contribution()
    stories = site.stories.values()
    put_data(
        contribution,
        library,
        (
            compare_topic(library, topic)
            for story in stories
            for topic in library.topics(story)
            if topics is None or topic.id in topics
        ),
    )
    return state_of_files(data_files(contribution))


def reference(
    root: Path, site_dir: Path, against: str | None, content_dir: str = "content", today: Today | None = None
) -> State:
    """Return the state to compare with: the last build in ``site_dir``, or what ``against`` names.

    It has the ids of ``today``.

    ``against`` is a built site, one of its data files, a folder with content, or a git revision. Raises ``Refusal`` if it is
    none of these, or has errors.
    """
    return renamed(_reference(root, site_dir, against, content_dir), today or Today())


def _reference(root: Path, site_dir: Path, against: str | None, content_dir: str) -> State:
    if against is None:
        found = state_of_folder(site_dir)
        if found is None:
            raise Refusal(kinds.NO_REFERENCE, f"there is no earlier build in {site_dir.name}/")
        return found
    place = Path(against)
    if place.is_file():
        place = place.parent
    if place.is_dir():
        found = state_of_folder(place)
        if found is not None:
            return found
        if (place / content_dir).is_dir():
            return _sound(place, content_dir, against)
        raise Refusal(kinds.NO_REFERENCE, f"{against} holds neither a built site nor content")
    return state_of_revision(root, against, content_dir)


def state_of_revision(root: Path, revision: str, content_dir: str = "content") -> State:
    """Return the state of the content in a revision of git. Raises ``Refusal`` if git has no such revision."""
    if revision.startswith("-"):
        raise Refusal(kinds.NO_REFERENCE, f'"{revision}" is no revision')
    run = subprocess.run(
        ["git", "-C", str(root), "archive", "--format=tar", revision, "--", f"{content_dir}"],
        capture_output=True,
        check=False,
    )
    if run.returncode:
        told = run.stderr.decode("utf-8", "replace").strip().splitlines()
        why = told[-1] if told else "git failed"
        raise Refusal(
            kinds.NO_REFERENCE,
            f'"{against_name(revision)}" is neither a file nor a folder here, nor a revision of the site: {why}',
        )
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
            _unpack(archive, Path(folder))
        return _sound(Path(folder), content_dir, against_name(revision))


def _sound(root: Path, content_dir: str, name: str) -> State:
    """Return the state of the content to compare with. Raises ``Refusal`` if it has errors."""
    try:
        return state_of_content(root, content_dir)
    except ContentError as error:
        first, *more = error.problems
        rest = f" and {len(more)} more" if more else ""
        raise Refusal(kinds.REFERENCE_HAS_ERRORS, f"{name} has errors: {first}{rest}") from None


def _unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Write the regular files of an archive under a folder, and nothing outside it.

    ``TarFile.extractall`` is not used, because the first releases of Python 3.11 have no extraction filter.
    """
    for member in archive:
        place = (folder / member.name).resolve()
        source = archive.extractfile(member) if member.isfile() else None
        if source is not None and place.is_relative_to(folder.resolve()):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(source.read())


def against_name(revision: str) -> str:
    """Return a revision's name for a message: printable and at most 80 characters."""
    return "".join(char for char in revision if char.isprintable())[:80]


def as_text(found: Iterable[Change]) -> list[str]:
    """Return the changes as lines, the more important ones first."""
    return [f"{change.kind}: {change.text}" for change in found]


def as_json(found: Iterable[Change]) -> str:
    """Return the changes as JSON."""
    records = [
        {"kind": c.kind, "about": c.about, "before": c.before, "after": c.after, "text": c.text} for c in found
    ]  # fmt: skip
    return json.dumps(records, ensure_ascii=False, indent=1)
