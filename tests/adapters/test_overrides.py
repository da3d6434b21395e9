"""What is taken out of the theme's pages."""

from __future__ import annotations

from builder.adapters.overrides import narrow, valid_html


def test_the_indents_around_the_content_go_and_its_own_stay() -> None:
    page = (
        "<body>\n\n   <nav>\n\t<a>x</a>\n  </nav> \n<article>\n\n  <p>a\n\n  b</p>\n</article>\n\n\n</body>\n"
    )
    assert valid_html(page) == (
        "<body>\n<nav>\n<a>x</a>\n</nav> \n<article>\n\n  <p>a\n\n  b</p>\n</article>\n</body>\n"
    )


def test_a_page_without_content_stays() -> None:
    assert valid_html("<body>\n\n  <p>x</p>") == "<body>\n\n  <p>x</p>"


def test_indents_that_mean_something_stay() -> None:
    for element in ("script", "style", "pre", "textarea"):
        inner = f"<{element} id=a>\n\n  `x\n   y`\n</{element}>"
        assert narrow(f"<p>\n\n  {inner}\n\n  </p>") == f"<p>\n{inner}\n</p>"
    # An element that is not closed ends nothing.
    assert narrow("<pre>\n\n  x") == "<pre>\nx"
