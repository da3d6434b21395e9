"""``variorum desk``: the editor's commands as pages in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from builder.cli.opening import open_desk
from builder.cli.options import root_option
from builder.cli.screen import echo
from builder.cli.terminal import EXIT_CODES, refusals


@click.command("desk", epilog=EXIT_CODES, short_help="Add, decide and publish in the browser.")
@root_option
@click.option(
    "-p",
    "--port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="A port of your choice; else a free one.",
)
@click.option("--no-open", is_flag=True, help="Only print the address; open no browser.")
def in_browser(root: Path, port: int | None, no_open: bool) -> None:
    """Open the desk in the browser: add articles, decide on their claims, write the précis, publish.

    It is served on this machine only, under an address with a secret in it: whoever has the address has the desk. What
    you decide is written into the files under content/ at once, as the commands write it, and what you change in an
    editor meanwhile is seen. Stop with Ctrl+C.

    \b
    For example:
      variorum desk
      variorum desk --port 8010 --no-open
    """
    with refusals():
        from builder.adapters.desk.beside import BESIDE
        from builder.adapters.desk.server import desk_server

        content = open_desk(root).content_dir
        with desk_server(root, content, port or 0) as (server, address):
            echo(f"The desk: {address}")
            echo("Only this machine reaches it. Stop with Ctrl+C.")
            if not no_open:
                webbrowser.open(address)
            try:
                # The server takes Ctrl+C for its end.
                server.serve_forever()
            finally:
                BESIDE.end()
    echo("Stopped. All that you decided is in the files.")
