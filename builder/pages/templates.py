"""The environment of the site's templates: Jinja's, with less work for each value.

A large site's build spends most of its time in templates that print many short texts: outlets, figures, sentences. Jinja
calls three functions for each of them, and checks at each call of a macro whether it needs the context. Here a value is
printed by one function, which caches its results, and a call is a plain call.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from builder.content.problems import BAD_TEMPLATE, ContentError, Problem, printable
from builder.pages.place import Place
from builder.pages.typography import curly
from builder.values.direction import bare, isolated, marked_up

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


@lru_cache(maxsize=_KNOWN)
def _apart(text: str) -> str:
    return apart(str(curly(text)))


def apart(text: str) -> str:
    """Return a text as HTML to print between elements: escaped, with right-to-left words in elements of their own."""
    return marked_up(str(escape(isolated(text))))


def in_text(value: object) -> str:
    """Return a value as HTML for a place between elements: as ``value_html``, with right-to-left words isolated."""
    return _apart(value) if type(value) is str else value_html(value)


def in_words(value: object) -> str:
    """Return a value as ``in_text`` does, but without elements: for attributes with words for readers, and for pictures."""
    return value_html(isolated(value)) if type(value) is str else value_html(value)


def in_code(value: object) -> str:
    """Return a value for an attribute without words, such as an address or an id: marks that isolate words are removed."""
    return value_html(bare(value)) if type(value) is str else value_html(value)


def joined(values: Iterable[object], between: str = "") -> str:
    """Return values joined to one text, each isolated, or to HTML if one of them is ``Markup``."""
    found = [value if isinstance(value, Markup) else isolated(str(value)) for value in values]
    safe = any(isinstance(value, Markup) for value in found)
    return (escape(between) if safe else between).join(found)


class _Generator(CodeGenerator):
    """Compiles templates to Python: output passes through one function only, which escapes it too; calls are plain calls.

    Which function that is depends on where in the HTML the value stands.
    """

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.place = Place()
        self.places: dict[int, str] = {}

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

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        # Jinja calls this for each piece of output, in order.
        if isinstance(node, nodes.TemplateData):
            self.place.read(node.data)
        else:
            self.places[id(node)] = self.place.kind
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja passes them
        self.write(f"environment.in_{self.places.get(id(node), 'text')}(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja passes them
        self.write(")")


class Environment(jinja2.Environment):
    """An environment for templates that escape everything.

    A dot reads an attribute, never a key of a mapping. Functions that need the context, such as some of Jinja's own globals,
    cannot be called. Accepts Jinja's arguments except for those that it sets itself.
    """

    code_generator_class = _Generator
    in_text, in_words, in_code = staticmethod(in_text), staticmethod(in_words), staticmethod(in_code)

    def __init__(self, **settings: Any) -> None:
        super().__init__(autoescape=True, finalize=in_text, undefined=jinja2.StrictUndefined, **settings)
        self.filters["join"] = joined


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
