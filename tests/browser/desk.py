"""A desk that is served while a test looks at it, on a site with an example story and a third article as a draft."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.adapters.desk.server import desk_server
from builder.desk.desk import Desk
from builder.desk.intake.add import add
from builder.desk.intake.given import Given
from builder.desk.new import new

DRAFT = "tarn-weekly-bridge-repair-drags"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge repair drags on | Tarn Weekly</title>
<meta property="og:site_name" content="Tarn Weekly"><meta property="article:published_time" content="2031-05-12T07:00:00Z">
<meta name="author" content="Jo Lind"><meta property="og:title" content="Bridge repair drags on"></head>
<body><article><h1>Bridge repair drags on</h1>
<p>The bridge at Tarn Mouth will stay closed for at least 16 weeks, the council's engineer told this paper on Monday, six more
than the council had first announced.</p>
<p>The hauliers' association said about 6,000 vehicles cross the bridge on a day in summer, and that its members had lost their
patience with the detour through the hills.</p>
<p>"We close a bridge when it is no longer safe and not a day before," the council said in a statement, its first on the matter
since the closure.</p>
<p>A ferry for cyclists is to start next week, 42 bicycles at a time. Shops in the old town say that they have fewer guests than
in other years, and &lt;img src=x onerror=alert(1)&gt; &#127881; they blame the detour.</p>
</article></body></html>
"""
PRECIS = (
    "Tarn Weekly tells of a longer closure than the council first announced, and has both figures from people who name "
    "themselves. It relies on the council's engineer for the weeks and on the hauliers for the traffic, and leaves open who "
    "pays for the detour and what the repair will cost."
)


def site(root: Path, text: str = PAGE) -> Path:
    """Write the site, and return the path of its draft, which is made of a saved page."""
    new(root, "Tarn Mouth")
    outlets = root / "content/outlets.yml"
    outlets.write_text(outlets.read_text() + "tarn-weekly:\n  name: Tarn Weekly\n  kind: newspaper\n")
    page = root / "page.html"
    page.write_text(text)
    added = add(Desk(root), str(page), Given(completeness="full text"))
    text = added.article.read_text()
    added.article.write_text(
        text.replace("completeness: full text\n", "completeness: full text   # as far as we know\n")
    )
    return added.article


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve the desk of a site, and yield its address."""
    with desk_server(root) as (server, address):
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield address
        finally:
            server.shutdown()
            thread.join()
