"""The environment in which the edition's templates are printed: Jinja's, with less done for each printed value.

Most of a large site's time goes to templates that print many short texts: outlets, figures, sentences. Jinja calls three
functions for each of them and looks, at each call of a macro, whether it wants the context. Here a value is printed by one
function, which has at hand what it printed a moment before, and a call is a call.
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
"""Texts that are kept as they are printed: most stand on many pages."""


@lru_cache(maxsize=_KNOWN)
def _text(text: str) -> str:
    return str(escape(curly(text)))


def printed(value: object) -> str:
    """Return a value as it stands on a page: texts with curly marks and escaped, HTML that is ready as it is."""
    if type(value) is Markup:
        return value
    return _text(value) if type(value) is str else escape(value)


@lru_cache(maxsize=_KNOWN)
def _apart(text: str) -> str:
    return apart(str(curly(text)))


def apart(text: str) -> str:
    """Return a text as it stands between elements: escaped, its right-to-left words in elements of their own."""
    return marked_up(str(escape(isolated(text))))


def in_text(value: object) -> str:
    """Return the same as ``printed``, with right-to-left words set apart from what stands beside them."""
    return _apart(value) if type(value) is str else printed(value)


def in_words(value: object) -> str:
    """Return the same where no elements may stand: in attributes that are read, in pictures."""
    return printed(isolated(value)) if type(value) is str else printed(value)


def in_code(value: object) -> str:
    """Return a value in an attribute that is no words: an address, an id. Nothing is set apart there."""
    return printed(bare(value)) if type(value) is str else printed(value)


def joined(values: Iterable[object], between: str = "") -> str:
    """Return values joined to one text, each set apart, or to HTML where one of them is."""
    found = [value if isinstance(value, Markup) else isolated(str(value)) for value in values]
    safe = any(isinstance(value, Markup) for value in found)
    return (escape(between) if safe else between).join(found)


class _Generator(CodeGenerator):
    """Writes templates as Python: what is printed goes through one function alone, which escapes it too; a call is a call.

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
        # Called for all that is printed, in its order.
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
    """Prints templates that escape everything. They read attributes of views: no keys of mappings by dots.

    Functions that want the context, as some of Jinja's own globals do, cannot be called. Takes what Jinja's takes, but for what it sets itself.
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
"""What mistakes in a template raise while it is compiled or printed."""


@contextmanager
def telling_mistakes(folders: Sequence[Path]) -> Iterator[None]:
    """Tell a mistake in a template by its file and line, where the first of ``folders`` is there: a site's own templates.

    Raises ``ContentError``. Without templates of its own a mistake is this program's, and raised as it is.
    """
    try:
        yield
    except _MISTAKES as error:
        found = _place(error, folders) if folders[0].is_dir() else None
        if found is None:
            raise
        raise ContentError([Problem(*found, "", BAD_TEMPLATE, printable(str(error)))]) from error


def _place(error: Exception, folders: Sequence[Path]) -> tuple[str, int] | None:
    """Return file and line in the template that was printed last when an error came up, if one was."""
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
