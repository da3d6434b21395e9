"""The environment in which the edition's templates are printed: Jinja's, with less done for each printed value.

Most of a large site's time goes to templates that print many short texts: outlets, figures, sentences. Jinja calls three
functions for each of them and looks, at each call of a macro, whether it wants the context. Here a value is printed by one
function, which has at hand what it printed a moment before, and a call is a call.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

from builder.pages.typography import curly

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


class _Generator(CodeGenerator):
    """Writes templates as Python: what is printed goes through ``finalize`` alone, which escapes it too; an attribute is one."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja passes them
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja passes them
        self.write(")")


class _Context(Context):
    """Calls what templates call, which never asks for a context."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        return called(*args, **named)


class Environment(jinja2.Environment):
    """Prints templates that escape everything. They read attributes of views: no keys of mappings by dots.

    Functions that want the context, as some of Jinja's own globals do, cannot be called. Takes what Jinja's takes, but for what it sets itself.
    """

    code_generator_class = _Generator
    context_class = _Context

    def __init__(self, **settings: Any) -> None:
        super().__init__(autoescape=True, finalize=printed, undefined=jinja2.StrictUndefined, **settings)
