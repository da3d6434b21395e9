"""What a build with mistakes comes to: it ends, or a server tells them in the browser and goes on with the last good pages."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import IpAddress
from mkdocs.exceptions import Abort

from builder.adapters import own_names as ownnames
from builder.adapters.overlay import Overlay
from builder.adapters.telling import tell_line
from builder.content.problems import Problem, Severity, errors
from builder.content.settings_file import Settings, look_at

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class ContentAbort(Abort):
    """The content has errors, told already; the build ends."""

    def __init__(self, problems: list[Problem], where: str = "the content") -> None:
        self.problems = problems
        super().__init__(count(problems, where))


def count(problems: list[Problem], where: str = "the content") -> str:
    """Return how many problems stopped the build, and where they are."""
    number = len(errors(problems))
    rest = len(problems) - number
    warnings = f" and {rest} warning{'s'[: rest != 1]}" if rest else ""
    return f"{number} error{'s'[: number != 1]}{warnings} in {where}. Nothing was built; the former site is as it was."


def readable(settings: Settings) -> Settings:
    """Return what is known of the settings file. What keeps MkDocs from reading it is told, and ends the build."""
    if settings.problems:
        tell(settings.problems)
        raise ContentAbort(settings.problems, "the settings")
    return settings


def tell(problems: Iterable[Problem]) -> None:
    """Print problems where an editor looks for them; what stops the build says so, and how to mend it."""
    for problem in problems:
        stops = problem.kind.severity is Severity.ERROR
        tell_line(f"Error: {problem}\n    mend: {problem.kind.mend}" if stops else f"{problem}")


def tell_in_browser(server: LiveReloadServer, settings: Path | None = None) -> None:
    """Show what is wrong over the last good page, and go on serving; MkDocs alone would seem stuck.

    ``settings`` is the file that MkDocs reads anew for each build.
    """
    overlay = Overlay()
    build = server.builder

    def rebuild() -> None:
        try:
            if settings is not None:
                readable(look_at(settings))
            build()
        except ContentAbort as error:
            tell_line(f"{error}")
            overlay.show(str(error), [f"{problem} {problem.kind.mend}" for problem in errors(error.problems)])
        except SystemExit as error:
            tell_line(f"{error}")
            overlay.show(str(error) or "The build failed; the terminal says why.")
        except Exception as error:  # noqa: BLE001 - a template, a plugin, the settings: told, and mended while it runs
            line = f"{type(error).__name__}: {error}"
            tell_line(line)
            overlay.show("The build failed.", [line])
        else:
            overlay.clear()

    server.builder = rebuild
    server.set_app(ownnames.around(overlay.around(server.serve_request), str(server.server_address[0])))


class AddressAbort(Abort):
    """The server cannot listen where it was told to; the message says why, and where it can."""

    def show(self, *_: object, **__: object) -> None:
        """Tell it as other errors are told."""
        tell_line(f"Error: {self.format_message()}")


def address(said: str | None) -> str | None:
    """Return an address to serve at that an editor gave, if it is one. Raises ``ValueError``, with the reason in words."""
    if said is not None:
        try:
            port = IpAddress().validate(said).port
        except ValidationError as error:
            raise ValueError(f"{error}; for example 127.0.0.1:8001") from None
        if not 1 <= port <= 65535:
            raise ValueError(f"{port} is no port; for example 127.0.0.1:8001")
    return said


def place(host: str, port: int) -> str:
    """Return where to serve, as MkDocs takes it. Raises ``AddressAbort`` where a server cannot listen there."""
    must_be_free(host, port)
    return f"{_spelled(host)}:{port}"


def must_be_free(host: str, port: int) -> None:
    """Raise ``AddressAbort`` where a server cannot listen at an address, before it makes anything."""
    if not 1 <= port <= 65535:
        raise AddressAbort(
            f"{port} is no port: take a number from 1024 to 65535, such as {_free(host, 8000)}."
        )
    try:
        _try(host, port)
    except OSError as error:
        raise AddressAbort(_unusable(host, port, error)) from None


def bind_in_words(server: LiveReloadServer) -> None:
    """Have a server say in words why it cannot listen at its address, and name itself as a browser can open it."""
    host, port = str(server.server_address[0]), int(server.server_address[1])
    bind = server.server_bind

    def bound() -> None:
        must_be_free(host, port)
        try:
            bind()
        except OSError as error:
            raise AddressAbort(_unusable(host, port, error)) from None

    server.server_bind = bound  # type: ignore[method-assign]
    server.url = server.url.replace(f"//{host}:", f"//{_spelled(host)}:")


def _unusable(host: str, port: int, error: OSError) -> str:
    """Return why a server cannot listen at an address, and what to do."""
    other = _free(host, port + 1)
    way = f"variorum serve --port {other} (or: make serve PORT={other})"
    where = f"{_spelled(host)}:{port}"
    if error.errno == errno.EADDRINUSE:
        return f"{where} is in use by another program, perhaps by another serve. Stop that one, or take another port: {way}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{where} needs more rights than you have. Take a higher port: variorum serve --port {_free(host, 8000)}"
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine. Take one that is: variorum serve --address 127.0.0.1:{port}"
    return f"{where} cannot be listened at: {error.strerror or error}. Take another port: {way}"


def _free(host: str, port: int) -> int:
    """Return a port from here on at which nobody listens now."""
    for one in range(max(1024, port), min(port + 100, 65536)):
        try:
            _try(host, one)
        except OSError:
            continue
        return one
    return 8000


def _try(host: str, port: int) -> None:
    """Listen at an address for a moment, as the server will. Raises ``OSError``."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        # A port that was given up a moment ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _spelled(host: str) -> str:
    return f"[{host}]" if ":" in host else host
