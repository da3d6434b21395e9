"""The server for editors: errors of the content or of its address, shown in the terminal and in the browser."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import IpAddress
from mkdocs.exceptions import Abort

from builder.adapters import own_names
from builder.adapters.overlay import Overlay
from builder.adapters.telling import tell_line
from builder.content.problems import Problem, Severity, errors
from builder.content.settings_file import Settings, look_at

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer


class ContentAbort(Abort):
    """Ends a build because of errors that are already printed."""

    def __init__(self, problems: list[Problem], where: str = "the content") -> None:
        self.problems = problems
        super().__init__(problem_count(problems, where))


def problem_count(problems: list[Problem], where: str = "the content") -> str:
    """Return a sentence with the number of problems that stopped the build and the place where they are."""
    number = len(errors(problems))
    rest = len(problems) - number
    warnings = f" and {rest} warning{'s'[: rest != 1]}" if rest else ""
    return f"{number} error{'s'[: number != 1]}{warnings} in {where}. Nothing was built; the former site is as it was."


def check_settings(settings: Settings) -> Settings:
    """Return the settings. If MkDocs could not read their file, print the problems and raise ``ContentAbort``."""
    if settings.problems:
        print_problems(settings.problems)
        raise ContentAbort(settings.problems, "the settings")
    return settings


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error; errors with a second line on how to mend them."""
    for problem in problems:
        stops = problem.kind.severity is Severity.ERROR
        tell_line(f"Error: {problem}\n    mend: {problem.kind.mend}" if stops else f"{problem}")


def show_in_browser(server: LiveReloadServer, settings: Path | None = None) -> None:
    """Make a server show errors over the last good page and go on serving; MkDocs alone would seem stuck.

    ``settings`` is the file that MkDocs reads again for each build.
    """
    overlay = Overlay()
    build = server.builder

    def rebuild() -> None:
        try:
            if settings is not None:
                check_settings(look_at(settings))
            build()
        except ContentAbort as error:
            tell_line(f"{error}")
            overlay.show(str(error), [f"{problem} {problem.kind.mend}" for problem in errors(error.problems)])
        except SystemExit as error:
            tell_line(f"{error}")
            overlay.show(str(error) or "The build failed; the terminal says why.")
        except Exception as error:  # noqa: BLE001 - from a template, a plugin or the settings: shown, and mended while it runs
            line = f"{type(error).__name__}: {error}"
            tell_line(line)
            overlay.show("The build failed.", [line])
        else:
            overlay.clear()

    server.builder = rebuild
    server.set_app(own_names.wrap(overlay.wrap(server.serve_request), str(server.server_address[0])))


class ToldAbort(Abort):
    """Ends a command for a reason that its message tells, with what to do."""

    def show(self, *_: object, **__: object) -> None:
        """Print it like other errors."""
        tell_line(f"Error: {self.format_message()}")


class AddressAbort(ToldAbort):
    """The server cannot listen at its address; the message says why, and which address to use."""


def refuse_plugins(config: MkDocsConfig) -> None:
    """Raise ``ToldAbort`` if the settings name a plugin that no site of ours can be built with."""
    for name, plugin in config.plugins.items():
        if type(plugin).__module__.startswith("mkdocs_static_i18n."):
            raise ToldAbort(
                f'the plugin "{name}" builds a site anew within its build, once for each language, and the pages of a comparison '
                "are in one. Take it out of mkdocs.yml; for another language of the interface set theme.language."
            )


def valid_address(address: str | None) -> str | None:
    """Return the address to serve at that an editor gave. Raises ``ValueError`` with the reason if it is not valid."""
    if address is not None:
        try:
            port = IpAddress().validate(address).port
        except ValidationError as error:
            raise ValueError(f"{error}; for example 127.0.0.1:8001") from None
        if not 1 <= port <= 65535:
            raise ValueError(f"{port} is no port; for example 127.0.0.1:8001")
    return address


def free_address(host: str, port: int) -> str:
    """Return an address to serve at in the form of MkDocs. Raises ``AddressAbort`` if a server cannot listen there."""
    must_be_free(host, port)
    return f"{_spelled(host)}:{port}"


def must_be_free(host: str, port: int) -> None:
    """Raise ``AddressAbort`` if a server cannot listen at an address. Called before anything is built."""
    if not 1 <= port <= 65535:
        raise AddressAbort(
            f"{port} is no port: take a number from 1024 to 65535, such as {_free(host, 8000)}."
        )
    try:
        _try(host, port)
    except OSError as error:
        raise AddressAbort(_unusable(host, port, error)) from None


def explain_bind_errors(server: LiveReloadServer) -> None:
    """Make a server explain in words why it cannot listen at its address, and print a URL that a browser can open."""
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
    """Return a message on why a server cannot listen at an address and what to do."""
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
    """Return the first free port from this one on, within a hundred; 8000 if there is none."""
    for one in range(max(1024, port), min(port + 100, 65536)):
        try:
            _try(host, one)
        except OSError:
            continue
        return one
    return 8000


def _try(host: str, port: int) -> None:
    """Bind to an address as the server will, and release it. Raises ``OSError`` if it cannot be used."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        # A port that was released a moment ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _spelled(host: str) -> str:
    """Return a host as it is spelled in a URL."""
    return f"[{host}]" if ":" in host else host
