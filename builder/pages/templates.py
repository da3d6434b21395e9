"""The environment of the site's templates: Jinja's, with less work for each value.

A large site's build spends most of its time in templates that print many short texts: outlets, figures, sentences. Jinja
calls three functions for each of them, and checks at each call of a macro whether it needs the context. Here a value is
printed by one function, which caches its results, and a call is a plain call.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from builder.content.problems import BAD_TEMPLATE, ContentError, Problem, printable
from builder.pages.typography import curly

_KNOWN = 16_384
"""Number of escaped texts that are cached; most texts are on many pages."""


@lru_cache(maxsize=_KNOWN)
def _text(text: str) -> str:
    return str(escape(curly(text)))


def value_html(value: object) -> str:
    """Return a value as HTML: a text escaped and with curly quotation marks, markup unchanged."""
    if type(value) is Markup:
        return value
    return _text(value) if type(value) is str else escape(value)


class _Generator(CodeGenerator):
    """Compiles templates to Python: output passes through ``finalize`` only, which escapes it too; calls are plain calls."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja passes them
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja passes them
        self.write(")")


class Environment(jinja2.Environment):
    """An environment for templates that escape everything.

    A dot reads an attribute, never a key of a mapping. Functions that need the context, such as some of Jinja's own globals,
    cannot be called. Accepts Jinja's arguments except for those that it sets itself.
    """

    code_generator_class = _Generator

    def __init__(self, **settings: Any) -> None:
        super().__init__(autoescape=True, finalize=value_html, undefined=jinja2.StrictUndefined, **settings)


_MISTAKES = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""The exceptions that mistakes in a template raise when it is compiled or rendered."""


@contextmanager
def reporting_mistakes(folders: Sequence[Path]) -> Iterator[None]:
    """Report a mistake in a template with its file and line if the site has its own templates, the first of ``folders``.

    Raises ``ContentError``. Without such a folder the mistake is this program's, and the exception is raised unchanged.
    """
    try:
        yield
    except _MISTAKES as error:
        found = _place(error, folders) if folders[0].is_dir() else None
        if found is None:
            raise
        raise ContentError([Problem(*found, "", BAD_TEMPLATE, printable(str(error)))]) from error


def _place(error: Exception, folders: Sequence[Path]) -> tuple[str, int] | None:
    """Return the file and line of the innermost template in which an error was raised, or None."""
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        places.append((error.filename, error.lineno))
    return next(
        (
            (f"{folder.name}/{Path(name).relative_to(folder).as_posix()}", line or 1)
            for name, line in reversed(places)
            for folder in folders
            if Path(name).is_relative_to(folder)
        ),
        None,
    )
