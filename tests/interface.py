"""The interface's own words, collected from where they are used: views and templates."""

from __future__ import annotations

import ast
import calendar
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from builder.compare.findings import Told
from builder.compare.silence import MAYBE_BEFORE, OVERTAKEN, REPRINTED, TOLD_OF, UNSHOWN, UNTOLD
from builder.content.vocabulary import OUTLET_KINDS, SOURCE_KINDS, Completeness
from builder.pages import charts
from builder.pages.render import TEMPLATES
from builder.pages.views import asked as asked_views
from builder.pages.views import claims, legend, log, opening, set_beside
from builder.values.hours import PARTS

BUILDER = Path(__file__).resolve().parent.parent / "builder"

_TEMPLATE_KEY = re.compile(r'\b_\("((?:[^"\\]|\\.)*)"')
_TEMPLATE_NOUN = re.compile(r'\bcount\([^,]+, "([^"]+)"')


def enumerated() -> set[str]:
    """Words that are chosen from a list kept elsewhere: ``say`` is given a name for them."""
    return {
        *(completeness.value for completeness in Completeness),
        *(kind for kind in get_args(OUTLET_KINDS) if kind != "unknown"),
        *get_args(SOURCE_KINDS),
        *list(calendar.month_name)[1:],
        *charts.MONTHS,
        MAYBE_BEFORE,
        OVERTAKEN,
        REPRINTED,
        TOLD_OF,
        UNSHOWN,
        UNTOLD,
        *opening.MANNERS.values(),
        *PARTS,
        *asked_views.STANDING.values(),
        *asked_views.NOT_COUNTED.values(),
        *asked_views.ANSWERED.values(),
        *asked_views.HOURS,
        asked_views.APART,
        asked_views.ALONE,
        asked_views.UNITS,
        set_beside.OTHERS,
        set_beside.IN_OTHER_WORDS,
        set_beside.NO_FIGURE_HERE,
        set_beside.NO_FIGURE_THERE,
        set_beside.BOUND,
        set_beside.NO_DAY,
        set_beside.NO_ORDER,
        set_beside.APART,
        *(told.value for told in Told),
        claims.UNNAMED,
        claims.OUR_NAME,
        *legend.BADGES,
        *legend.BADGES.values(),
        *legend.WORDS,
        *legend.WORDS.values(),
        *(
            words
            for found in (legend.STANDINGS, legend.APART, legend.VOICES)
            for words in (*found, *found.values())
        ),
        *legend.PROBABLY_BEFORE,
        *(words for silence in legend.SILENCES.values() for words in silence),
        *log.LABELS.values(),
        log.REREAD,
        *log.READ.values(),
        *log.BECAME.values(),
        *log.WERE.values(),
    }


def of_templates() -> set[str]:
    """Words that templates ask for."""
    found: set[str] = set()
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        found |= set(_TEMPLATE_KEY.findall(text))
        for noun in _TEMPLATE_NOUN.findall(text):
            found |= {noun, f"{noun}s"}
    return found


def of_code() -> set[str]:
    """Words that views, and what draws and dates for them, ask for."""
    found: set[str] = set()
    for path in BUILDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found |= set(_asked(node))
    return found


def _asked(call: ast.Call) -> Iterator[str]:
    """Yield the words of ``say("...")`` and of ``say.count(n, "...")``."""
    match call.func:
        case ast.Name("say") | ast.Attribute(attr="say") if call.args:
            yield from _strings(call.args[0])
        case ast.Attribute(ast.Name("say") | ast.Attribute(attr="say"), "count"):
            (noun,) = _strings(call.args[1])
            yield from (noun, f"{noun}s")


def _strings(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(str() as text):
            yield text
        case ast.IfExp():
            yield from _strings(node.body)
            yield from _strings(node.orelse)


def asked() -> set[str]:
    """All words of the interface: the keys that a language's file has to have, and no others."""
    return of_templates() | of_code() | enumerated()
