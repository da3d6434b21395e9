"""The desk's pages and what they do: from an address to a function of ``builder.desk``, and its answer as a page."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jinja2
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from builder.adapters.desk import adding, listing, naming, publishing, review
from builder.adapters.desk.items import SHOWN
from builder.adapters.desk.telling import in_words, mend_of, message_of, remarked
from builder.adapters.desk.workplace import Workplace
from builder.cache.records import PLACE
from builder.content.problems import ContentError
from builder.desk import kinds
from builder.desk.example import example, remove_example
from builder.desk.kinds import Refusal
from builder.desk.moving.effect import called
from builder.desk.moving.names import Named
from builder.desk.queue import title_of
from builder.pages.render import TEMPLATES
from builder.pages.template_cache import Compiled

FOLDER = TEMPLATES / "desk"
STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "icon.svg": "image/svg+xml"}
SHOWN_ONLY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The policy of the site's own pages where they are shown before and after."""
_SCRIPT = re.compile(rb"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_ROUTES = Map(
    [
        Rule("/", endpoint="queue", methods=["GET"]),
        Rule("/static/<name>", endpoint="static", methods=["GET"]),
        Rule("/a/<id>", endpoint="review", methods=["GET"]),
        Rule("/a/<id>", endpoint="decide", methods=["POST"]),
        Rule("/a/<id>/about", endpoint="about", methods=["GET"]),
        Rule("/a/<id>/about", endpoint="save_about", methods=["POST"]),
        Rule("/a/<id>/text", endpoint="give_text", methods=["POST"]),
        Rule("/a/<id>/revise", endpoint="changed", methods=["GET"]),
        Rule("/a/<id>/revise", endpoint="revise", methods=["POST"]),
        Rule("/a/<id>/publish", endpoint="publish", methods=["GET"]),
        Rule("/a/<id>/publish", endpoint="do_publish", methods=["POST"]),
        Rule("/a/<id>/pages/<which>/", endpoint="preview", methods=["GET"], defaults={"path": ""}),
        Rule("/a/<id>/pages/<which>/<path:path>", endpoint="preview", methods=["GET"]),
        Rule("/add", endpoint="add", methods=["GET"]),
        Rule("/add", endpoint="take", methods=["POST"]),
        Rule("/ask", endpoint="ask", methods=["GET"]),
        Rule("/ask", endpoint="asked", methods=["POST"]),
        Rule("/names", endpoint="names", methods=["GET"]),
        Rule("/names", endpoint="move", methods=["POST"]),
        Rule("/names/pages/<which>/", endpoint="preview", methods=["GET"], defaults={"path": "", "id": None}),
        Rule("/names/pages/<which>/<path:path>", endpoint="preview", methods=["GET"], defaults={"id": None}),
        Rule("/step", endpoint="step", methods=["POST"]),
    ],
    strict_slashes=False,
)


class App:
    """Answers requests for one site."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled(place.root / PLACE / "templates"),
        )
        self.templates.filters |= {"said": message_of, "mend": mend_of}

    def __call__(self, request: Request) -> Response:
        """Return the answer to a request. What cannot be done is told on a page."""
        try:
            endpoint, given = _ROUTES.bind_to_environ(request.environ).match()
            answer: Callable[..., Response] = getattr(self, endpoint)
            return answer(request, **given)
        except HTTPException as error:
            return self.told(request, error.description or error.name, error.code or 500)
        except Refusal as refusal:
            if refusal.kind is kinds.WHICH_STORY and endpoint == "review":
                return _to(request, f"/a/{given['id']}/about#b-story")
            if refusal.kind is kinds.NO_PRIVATE_TEXT and request.method == "GET":
                return self.without_text(request, given["id"])
            return self.told(request, in_words(refusal))
        except ContentError as error:
            return self.told(request, "\n".join(str(problem) for problem in error.problems))
        except OSError as error:
            return self.told(request, f"{Path(str(error.filename)).name}: {error.strerror or error}")

    def ready(self) -> None:
        """Read the templates, which the first pages would wait for."""
        for name in self.templates.list_templates(["html"]):
            self.templates.get_template(name)

    def page(self, request: Request, name: str, status: int = 200, **values: Any) -> Response:
        """Return a page made from a template."""
        base = request.script_root + "/"
        html = self.templates.get_template(name).render(
            base=base, site=self.place.root.name, here=name, **values
        )
        return Response(html, status=status, mimetype="text/html")

    def told(self, request: Request, why: str, status: int = HTTPStatus.CONFLICT) -> Response:
        """Return a page that says why something was not done."""
        return self.page(request, "told.html", status, why=why)

    def static(self, _: Request, name: str) -> Response:
        """Return a style sheet or script of the desk."""
        if name not in STATIC:
            raise NotFound
        return Response((FOLDER / name).read_bytes(), mimetype=STATIC[name])

    def queue(self, request: Request) -> Response:
        """List the drafts and the articles."""
        said, self.place.said = self.place.said, ""
        found = listing.queue(self.place)
        return self.page(request, "queue.html", queue=found, journal=self.place.journal, said=said)

    def review(self, request: Request, id: str) -> Response:
        """Show an article with what is to be decided."""
        if self.place.waits(id, request.headers.get("X-Desk", "")):
            return Response(status=HTTPStatus.NO_CONTENT)
        if words := request.args.get("words"):
            try:
                at = review.at_words(self.place, id, words)
            except Refusal as refusal:
                self.place.working(self.place.desk().document(id).id).said, at = str(refusal), ""
            return _to(request, f"/a/{id}?{urlencode({'show': request.args.get('show', 'open'), 'at': at})}")
        return self._review(request, id, request.args)

    def decide(self, request: Request, id: str) -> Response:
        """Do what an editor decided, and show what comes next."""
        form = request.form.to_dict()
        try:
            at = review.do(self.place, id, form)
        except (Refusal, ContentError) as refusal:
            self.place.working(self.place.desk().document(id).id).said = in_words(refusal)
            at = form.get("at", "")
        where = {"show": form.get("show", "open"), "at": at}
        if request.headers.get("X-Desk"):
            return self._review(request, id, where)
        return _to(request, f"/a/{id}?{urlencode(where)}")

    def add(self, request: Request) -> Response:
        """Show where articles are given in."""
        return self.page(request, "add.html", taken=())

    def take(self, request: Request) -> Response:
        """Take articles in; of one that became a draft, show its bibliography."""
        form = request.form
        taken = adding.take(self.place, _files(request), form.get("text", ""), form.get("addresses", ""))
        if len(taken) == 1 and taken[0].id:
            self.place.working(taken[0].id).said = remarked(taken[0].remarks)
            return _to(request, f"/a/{taken[0].id}/about")
        titles = {id: title_of(one) for id, one in self.place.desk().documents.items()}
        return self.page(
            request, "add.html", taken=taken, titles=titles, remarked=remarked, in_words=in_words
        )

    def step(self, request: Request) -> Response:
        """Take the last step that is no article's back or do it again, or take the example out."""
        do, journal = request.form.get("do"), self.place.journal
        try:
            with self.place.lock, self.place.alone():
                if do == "example":
                    with journal.step("the example goes", example(self.place.root)):
                        remove_example(self.place.root)
                    self.place.said = "The example is out. Add the first articles of your story."
                else:
                    done = journal.undo() if do == "undo" else journal.redo()
                    self.place.said = f"{'Undone' if do == 'undo' else 'Done again'}: {done}" if done else ""
        except Refusal as refusal:
            self.place.said = in_words(refusal)
        return _to(request, "/")

    def about(self, request: Request, id: str) -> Response:
        """Show the bibliography of an article beside its text, which is looked through meanwhile."""
        with suppress(Refusal):
            self.place.session(id)
        return self.page(request, "about.html", it=adding.about(self.place, id))

    def save_about(self, request: Request, id: str) -> Response:
        """Write the bibliography, and go on to the review; or only make a source beside it."""
        form = request.form.to_dict()
        try:
            if form.get("source-name", "").strip():
                made = adding.new_source(self.place, id, form)
                form = {key: value for key, value in form.items() if not key.startswith("source-")}
                if form.get("do") == "source":
                    it = adding.about(self.place, id, form, f"Made: {made}")
                    return self.page(request, "about.html", it=it)
            adding.save_about(self.place, id, form)
        except Refusal as refusal:
            it = adding.about(self.place, id, form, in_words(refusal))
            return self.page(request, "about.html", it=it)
        return _to(request, f"/a/{id}")

    def without_text(self, request: Request, id: str, why: str = "") -> Response:
        """Show where the text of an article is given that this machine lacks."""
        document = self.place.desk().document(id)
        title = title_of(document)
        return self.page(
            request, "missing.html", document=document, title=title, why=why, private=self.place.desk().private,
            is_draft=document.data.get("draft") is True, given=request.form,
        )  # fmt: skip

    def give_text(self, request: Request, id: str) -> Response:
        """Put the text of an article back, and show the article."""
        form = request.form
        try:
            adding.give_text(self.place, id, _files(request), form.get("text", ""), form.get("address", ""))
        except Refusal as refusal:
            return self.without_text(request, id, in_words(refusal))
        return _to(request, f"/a/{id}")

    def changed(self, request: Request, id: str, why: str = "") -> Response:
        """Show where the changed text of an article is given in."""
        document = self.place.desk().document(id)
        title = title_of(document)
        return self.page(request, "revise.html", id=document.id, title=title, why=why, given=request.form)

    def revise(self, request: Request, id: str) -> Response:
        """Take the changed text in, and show what it means for the claims."""
        form = request.form
        try:
            made = adding.take_revision(
                self.place,
                id,
                _files(request),
                form.get("text", ""),
                form.get("address", ""),
                form.get("revised", ""),
            )
        except Refusal as refusal:
            return self.changed(request, id, in_words(refusal))
        return _to(request, f"/a/{made}?show=wrong")

    def ask(self, request: Request) -> Response:
        """Show where questions, topics, stories, sources and outlets are made."""
        said, self.place.said = self.place.said, ""
        it = naming.asking(self.place, request.args.to_dict(), said=said)
        return self.page(request, "ask.html", it=it)

    def asked(self, request: Request) -> Response:
        """Enter what was asked or named; lead back to the review that it was made for."""
        form = request.form.to_dict()
        try:
            kind = form.get("kind-of", "question")
            made = (
                naming.new_question(self.place, form)
                if kind == "question"
                else naming.new_name(self.place, form)
                if kind == "names"
                else naming.new_entry(self.place, kind, form)
            )
        except Refusal as refusal:
            return self.page(request, "ask.html", it=naming.asking(self.place, form, in_words(refusal)))
        article, room = form.get("article", ""), {"question": "questions"}.get(kind, kind)
        name = made if kind == "names" else called(self.place.desk().site, Named(room, made))
        if article in self.place.desk().documents:
            self.place.working(article).said = f"Made: {name}"
            where = {"at": form.get("at", ""), "question": made if kind == "question" else ""}
            return _to(request, f"/a/{article}?{urlencode(where)}")
        self.place.said = f"Made: {name}"
        # The next question is likely one of the same topic.
        return _to(request, f"/ask?topic={made.partition('/')[0]}" if kind == "question" else "/ask")

    def names(self, request: Request) -> Response:
        """Show what has a name, and what a change of it would change."""
        return self.page(request, "names.html", it=naming.names(self.place, request.args.to_dict()))

    def move(self, request: Request) -> Response:
        """Rename or remove something."""
        form = request.form.to_dict()
        try:
            self.place.said = f"Done: {naming.move(self.place, form)}"
        except Refusal as refusal:
            return self.page(request, "names.html", it=naming.names(self.place, form, in_words(refusal)))
        return _to(request, "/")

    def publish(self, request: Request, id: str) -> Response:
        """Show what publishing would change, and what stands in its way."""
        it = publishing.shown(self.place, id, request.args.get("page"))
        return self.page(request, "publish.html", it=it)

    def do_publish(self, request: Request, id: str) -> Response:
        """Publish, or take a publication back."""
        what = "unpublish" if request.form.get("do") == "unpublish" else "publish"
        try:
            id = publishing.do(self.place, id, what)
        except Refusal as refusal:
            self.place.working(id).said = in_words(refusal)
        return _to(request, f"/a/{id}/publish")

    def preview(self, _: Request, id: str | None, which: str, path: str) -> Response:
        """Return a file of the site as it is or as it will be. Its pages run no script here."""
        file = publishing.page(self.place, id, which, path)
        if file is None and not Path(path).suffix:
            return Response("Not there yet." if which == "before" else "Gone.", mimetype="text/plain")
        if file is None:
            raise NotFound
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        data = file.read_bytes()
        if kind == "text/html":
            # The policy would refuse them one by one, with a message for each.
            data = _SCRIPT.sub(b"", data)
        return Response(data, mimetype=kind, headers={"Content-Security-Policy": SHOWN_ONLY})

    def _review(self, request: Request, id: str, given: Mapping[str, str]) -> Response:
        shown = review.shown(
            self.place, id, given.get("show", "open"), given.get("at", ""), given.get("question", "")
        )
        return self.page(request, "review.html", it=shown, shows=SHOWN)


def _files(request: Request) -> list[tuple[str, bytes]]:
    """Return the files that were given, by their names."""
    return [(file.filename or "", file.read()) for file in request.files.getlist("file") if file.filename]


def _to(request: Request, address: str) -> Response:
    """Return an answer that leads on to another page of the desk."""
    return redirect(f"{request.script_root}{address}", 303)
