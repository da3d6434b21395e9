"""The desk's pages without a browser: what a site's workplace answers to a request."""

from __future__ import annotations

import time
from pathlib import Path
from urllib.parse import urlsplit

from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Response

from builder.adapters.desk.app import App
from builder.adapters.desk.guard import InMemory
from builder.adapters.desk.workplace import Workplace


class Asked:
    """One desk of a site."""

    def __init__(self, root: Path) -> None:
        self.place = Workplace(root)
        self.app = App(self.place)
        self.patient = True
        """Whether to wait for what is found in the background, and for the pages of a site that are made there."""

    def get(self, address: str) -> str:
        """Return a page, once nothing is being looked for if we are ``patient``; where it leads elsewhere, that page."""
        found = urlsplit(address)
        for _ in range(1200):
            began = time.process_time()
            page = self._answer(EnvironBuilder(path=found.path, query_string=found.query))
            if "data-waiting" not in page or not self.patient:
                break
            # Pages are made in a part of the time only: the rest is for what they wait for.
            time.sleep(max(0.02, 5 * (time.process_time() - began)))
        return page

    def post(self, address: str, /, **form: object) -> str:
        """Send a form, and return the page that it leads to."""
        return self._answer(EnvironBuilder(path=address, method="POST", data=form))

    def _answer(self, builder: EnvironBuilder) -> str:
        response: Response = self.app(InMemory(builder.get_environ()))
        if response.status_code == 303:
            return self.get(response.headers["Location"])
        return str(response.get_data(as_text=True))

    def close(self) -> None:
        """Give up the desk."""
        self.place.close()
