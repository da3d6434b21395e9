"""The desk's pages and what they do: from an address to a function of ``builder.desk``, and its answer as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jinja2
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from builder.adapters.desk import listing, review
from builder.adapters.desk.items import SHOWN
from builder.adapters.desk.workplace import Workplace
from builder.content.problems import ContentError
from builder.desk.kinds import Refusal
from builder.pages.render import TEMPLATES

FOLDER = TEMPLATES / "desk"
STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "icon.svg": "image/svg+xml"}
_ROUTES = Map(
    [
        Rule("/", endpoint="queue", methods=["GET"]),
        Rule("/static/<name>", endpoint="static", methods=["GET"]),
        Rule("/a/<id>", endpoint="review", methods=["GET"]),
        Rule("/a/<id>", endpoint="decide", methods=["POST"]),
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
        )

    def __call__(self, request: Request) -> Response:
        """Return the answer to a request. What cannot be done is told on a page."""
        try:
            endpoint, given = _ROUTES.bind_to_environ(request.environ).match()
            answer: Callable[..., Response] = getattr(self, endpoint)
            return answer(request, **given)
        except HTTPException as error:
            return self.told(request, error.description or error.name, error.code or 500)
        except Refusal as refusal:
            return self.told(request, str(refusal))
        except ContentError as error:
            return self.told(request, "\n".join(str(problem) for problem in error.problems))
        except OSError as error:
            return self.told(request, f"{Path(str(error.filename)).name}: {error.strerror or error}")

    def page(self, request: Request, name: str, status: int = 200, **values: Any) -> Response:
        """Return a page made from a template."""
        base = request.script_root + "/"
        html = self.templates.get_template(name).render(
            base=base, site=self.place.root.name, at_home=name == "queue.html", **values
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
        return self.page(request, "queue.html", queue=listing.queue(self.place))

    def review(self, request: Request, id: str) -> Response:
        """Show an article with what is to be decided."""
        return self._review(request, id, request.args)

    def decide(self, request: Request, id: str) -> Response:
        """Do what an editor decided, and show what comes next."""
        form = request.form.to_dict()
        try:
            at = review.do(self.place, id, form)
        except (Refusal, ContentError) as refusal:
            self.place.working(self.place.desk().document(id).id).said = str(refusal)
            at = form.get("at", "")
        where = {"show": form.get("show", "open"), "at": at}
        if request.headers.get("X-Desk"):
            return self._review(request, id, where)
        return redirect(f"{request.script_root}/a/{id}?{urlencode(where)}", 303)

    def _review(self, request: Request, id: str, given: Mapping[str, str]) -> Response:
        shown = review.shown(
            self.place, id, given.get("show", "open"), given.get("at", ""), given.get("question", "")
        )
        return self.page(request, "review.html", it=shown, shows=SHOWN)
