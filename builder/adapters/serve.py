"""What a build with mistakes comes to: it ends, or a server tells them in the browser and goes on with the last good pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from builder.adapters.overlay import Overlay
from builder.content.problems import Problem, Severity, errors

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class ContentAbort(Abort):
    """The content has errors, told already; the build ends."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(count(problems))


def count(problems: list[Problem]) -> str:
    """Return how many problems stopped the build."""
    number = len(errors(problems))
    rest = len(problems) - number
    warnings = f" and {rest} warning{'s'[: rest != 1]}" if rest else ""
    return f"{number} error{'s'[: number != 1]}{warnings} in the content. Nothing was built; the former site is as it was."


def tell(problems: Iterable[Problem]) -> None:
    """Print problems where an editor looks for them; what stops the build says so, and how to mend it."""
    for problem in problems:
        stops = problem.kind.severity is Severity.ERROR
        sys.stderr.write(f"Error: {problem}\n    mend: {problem.kind.mend}\n" if stops else f"{problem}\n")


def tell_in_browser(server: LiveReloadServer) -> None:
    """Show what is wrong over the last good page, and go on serving; MkDocs alone would seem stuck."""
    overlay = Overlay()
    build = server.builder

    def rebuild() -> None:
        try:
            build()
        except ContentAbort as error:
            sys.stderr.write(f"{error}\n")
            overlay.show(str(error), [f"{problem} {problem.kind.mend}" for problem in errors(error.problems)])
        except SystemExit as error:
            sys.stderr.write(f"{error}\n")
            overlay.show(str(error) or "The build failed; the terminal says why.")
        except Exception as error:  # noqa: BLE001 - a template, a plugin, the settings: told, and mended while it runs
            line = f"{type(error).__name__}: {error}"
            sys.stderr.write(f"{line}\n")
            overlay.show("The build failed.", [line])
        else:
            overlay.clear()

    server.builder = rebuild
    server.set_app(overlay.around(server.serve_request))
