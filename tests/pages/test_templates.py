"""Values are escaped with curly marks; a mistake in a site's own template is reported with its file and line."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from builder.content.problems import BAD_TEMPLATE, ContentError
from builder.pages.templates import Environment, reporting_mistakes, value_html
from builder.pages.typography import curly


@given(st.text() | st.text(alphabet="<>&\"'a ") | st.integers() | st.floats() | st.none())
def test_a_text_is_escaped_with_curly_marks(value: object) -> None:
    assert value_html(value) == str(escape(curly(value)))


def test_markup_is_unchanged() -> None:
    assert value_html(Markup("<b>'it'</b>")) == "<b>'it'</b>"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ text }}", "&lt;b&gt;"),
        ("{{ safe }}{{ text ~ safe }}", "<i>&lt;b&gt;<i>"),
        ("{% macro m(x, y=2) %}<p>{{ x }}{{ y }}</p>{% endmacro %}{{ m(text) }}{{ m('a', y='&') }}",
         "<p>&lt;b&gt;2</p><p>a&amp;</p>"),
        ("{% macro m() %}<u>{{ caller() }}</u>{% endmacro %}{% call m() %}{{ text }}{% endcall %}", "<u>&lt;b&gt;</u>"),
        ("{% for x in [text, safe] %}{{ loop.index }}{{ x }}{{ each(x) }}{% endfor %}", "1&lt;b&gt;12<i>1"),
        ("{% set x %}{{ text }}{% endset %}{{ x }}", "&lt;b&gt;"),
        ("{{ [text, safe] | join(', ') }}", "&lt;b&gt;, <i>"),
        ("{{ each(*[text]) }}{{ each(**{'x': safe}) }}", "11"),
        ("{{ text if nothing is defined else safe }}", "<i>"),
        ("{{ '<' }}{{ 3 }}", "&lt;3"),
    ],
)  # fmt: skip
def test_templates_escape_what_they_print(template: str, expected: str) -> None:
    environment = Environment()
    found = environment.from_string(template).render(text="<b>", safe=Markup("<i>"), each=lambda x: len([x]))
    assert found == expected


def test_an_undefined_name_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        Environment().from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    "mistake",
    ["{{ nothing }}", "{{ view.nothing }}", "{{ view. }}", "{{ view() }}", "{{ 1 / 0 }}", "{% include 'no.html' %}", "{{ [][0].x }}"],
)  # fmt: skip
def test_a_mistake_is_reported_with_file_and_line(tmp_path: Path, mistake: str) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "page.html").write_text(f"first\n{mistake}\n", encoding="utf-8")
    environment = Environment(loader=jinja2.FileSystemLoader(own))
    with pytest.raises(ContentError) as error, reporting_mistakes([own]):
        environment.get_template("page.html").render(view=object())
    (problem,) = error.value.problems
    assert (problem.path, problem.line, problem.kind) == ("templates/page.html", 2, BAD_TEMPLATE)


def test_without_own_templates_a_mistake_is_raised_unchanged(tmp_path: Path) -> None:
    environment = Environment(loader=jinja2.DictLoader({"page.html": "{{ nothing }}"}))
    with pytest.raises(jinja2.UndefinedError), reporting_mistakes([tmp_path / "templates"]):
        environment.get_template("page.html").render()
