"""``variorum headers``: the HTTP headers that a server should send with the site, in the syntax of its settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from builder.cli.options import root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, refusals

FORMS = {
    "plain": ("{name}: {value}", "", ("", "For embed/, which other sites may show in a frame:"), ()),
    "nginx": ('add_header {name} "{value}" always;', "", ("location ~ /embed/ {",), ("}",)),
    "apache": (
        'Header always set {name} "{value}"',
        "",
        ('<If "%{REQUEST_URI} =~ m#/embed/#">',),
        ("</If>",),
    ),
    "netlify": ("  {name}: {value}", "/*", ("/embed/*", "  ! Content-Security-Policy"), ()),
}
"""Kind of server -> format of a line, the line above all of them, and the lines around those of ``embed/``. Cloudflare Pages reads the
same as Netlify; there the line with ``!`` takes the policy of all pages away first."""


@click.command(epilog=EXIT_CODES, short_help="Print the headers that a server should send.")
@root_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the last build is, if not in site/.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMS)),
    default="plain",
    show_default=True,
    help="How to write them: plainly, or as a server's settings.",
)
def headers(root: Path, site_dir: Path | None, format_: str) -> None:
    """Print the headers that a server should send with the built site.

    The first is a policy (Content-Security-Policy) under which a browser loads and runs only what belongs to this site.
    It names the theme's scripts by their hashes: print it again after an update, or when the site gets another address.

    \b
    For example:
      variorum headers
      variorum headers --format nginx
      variorum headers --format netlify > content/_headers
    """
    with refusals():
        from builder.pages import policy

        found = policy.headers(_pages(site_dir or root / "site"))
    line, above, begin, end = FORMS[format_]
    if above:
        echo(above)
    for name, value in found.items():
        echo(line.format(name=name, value=value))
    embedded = (line.format(name=name, value=value) for name, value in policy.embed_headers().items())
    for text in (*begin, *embedded, *end):
        echo(text)


def _pages(site: Path) -> Iterator[bytes]:
    """Yield the pages of a built site. Raises ``Refusal`` if there are none."""
    from builder.desk import kinds
    from builder.desk.kinds import Refusal

    if not (site / "index.html").is_file():
        raise Refusal(kinds.NO_SITE, f"there is no built site in {site.name}/")
    for path in site.rglob("*.html"):
        if path.is_file():
            yield path.read_bytes()
