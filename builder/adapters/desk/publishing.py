"""Publishing: what it changes as readers will see it, what stands in its way, one key, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from builder.adapters.desk.telling import in_words
from builder.adapters.desk.ways import Way, way
from builder.adapters.desk.workplace import Workplace
from builder.compare.library import index
from builder.content.load import Document
from builder.content.problems import Problem, Severity, errors
from builder.content.validate import validate
from builder.desk.checked import as_published
from builder.desk.desk import Desk
from builder.desk.kinds import Refusal
from builder.desk.lines import Line, line_of
from builder.desk.log import FOLDER, news_of
from builder.desk.publish import publish
from builder.desk.queue import title_of
from builder.desk.unpublish import unpublish
from builder.desk.unsaid import Unsaid
from builder.pages.views.claims import Teller
from builder.pages.views.log import change_view


class Shown(Struct, frozen=True):
    """All that the page of a publication shows."""

    document: Document
    title: str
    is_draft: bool
    stopping: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    changes: tuple[str, ...]
    unsaid: tuple[Unsaid, ...]
    pages: Mapping[str, str]
    """Addresses of the pages that it changes, each with its title."""
    at: str
    """The page that is shown before and after."""
    no_preview: str
    proved: bool
    """Whether all that stands in its way is known."""
    waiting: bool
    unread: str
    """Why nothing of it is held against its text; empty where that is at hand."""
    said: str

    def way(self, problem: Problem) -> Way | None:
        """Return where what is said of the article is mended."""
        return way(self.document, problem)

    def line(self, problem: Problem) -> Line | None:
        """Return the button for a line that no field has."""
        return line_of(self.document, problem)


def shown(place: Workplace, id: str, at: str | None = None) -> Shown:
    """Return what the page of a publication shows; the pages of the site are built beside, and shown when they are there."""
    desk = place.desk()
    document = desk.document(id)
    standing, proved = place.standing(document)
    problems = standing.problems
    is_draft = document.data.get("draft") is True
    preview, built = place.preview(document) if is_draft and proved and not errors(problems) else (None, True)
    pages = preview.pages if preview else {}
    working = place.working(document.id)
    said, working.said = working.said, ""
    return Shown(
        document,
        title_of(document),
        is_draft,
        tuple(errors(problems)),
        tuple(one for one in problems if one.kind.severity is Severity.WARNING),
        tuple(_changes(desk, document)) if is_draft else (),
        standing.unsaid,
        pages,
        # The address of the front page is empty.
        at if at is not None and at in pages else next(iter(pages), ""),
        preview.why if preview else "",
        proved,
        not (proved and built),
        _unread(desk, document),
        said,
    )


def _unread(desk: Desk, document: Document) -> str:
    try:
        desk.text(document)
    except (Refusal, OSError) as error:
        return in_words(error) if isinstance(error, Refusal) else f"{error.filename}: {error.strerror}"
    return ""


def _changes(desk: Desk, document: Document) -> Iterable[str]:
    """Return what the log of changes will tell readers of it, in their words."""
    after, found = validate(as_published(desk, document))
    of = str(document.data.get("revises") or document.id)
    if of not in after.articles or errors(found):
        return []
    teller = Teller(index(after))
    return [change_view(one, teller).plain for one in news_of(replace(desk.site, drafts={}), after, of)]


def do(place: Workplace, id: str, what: str) -> str:
    """Publish a draft, or take a publication back; return the id of the article. Raises ``Refusal`` with nothing changed."""
    desk = place.desk()
    document = desk.document(id)
    of = str(document.data.get("revises") or document.id)
    paths = [desk.path(document), desk.articles_folder / f"{of}.md"]
    title = f"“{title_of(document)}”"
    with place.step(f"{what} {title}", None, paths, [desk.root / desk.content_dir / FOLDER]) as fresh:
        document = fresh.document(id)
        if what == "unpublish":
            unpublish(fresh, document)
        else:
            publish(fresh, document)
    place.working(of).said = (
        f"Published: {title} is in the next build." if what == "publish" else f"{title} is a draft again."
    )
    return of


def page(place: Workplace, id: str | None, which: str, path: str) -> Path | None:
    """Return a file of the site before or after the publication of an article, without one the step that was looked at last.

    None if there is none of this name.
    """
    preview = place.moved.value if id is None else place.preview(place.desk().document(id))[0]
    if preview is None or which not in ("before", "after"):
        return None
    root = preview.site(which).resolve()
    file = (root / path).resolve()
    if not file.is_relative_to(root):
        return None
    file = file / "index.html" if file.is_dir() else file
    return file if file.is_file() else None
