"""The headers for a server: which scripts a policy allows, and how each server takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pages import policy
from tests.desk.running import run

RUN = b"alert(1)"
HASH = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (b"<script>alert(1)</script>", [HASH]),
        (b"<SCRIPT defer\n>alert(1)</script >", [HASH]),
        (b"<script type=module>alert(1)</script>", [HASH]),
        (b"<script src='a.js'>alert(1)</script><script\nsrc=a.js></script>", []),
        (b'<script id="__config" type="application/json">{}</script>', []),
        (b"<p>no script</p>", []),
    ],
)
def test_scripts_that_stand_in_a_page_are_named_by_their_hashes(page: bytes, found: list[str]) -> None:
    assert policy.hashes([page, page]) == found
    rule = " ".join(["script-src 'self'", *found])
    assert f"; {rule}; " in policy.headers([page])["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("plain", "Content-Security-Policy: default-src 'none'; ", "X-Content-Type-Options: nosniff"),
        ("nginx", "add_header Content-Security-Policy \"default-src 'none'; ", "}"),
        ("apache", "Header always set Content-Security-Policy \"default-src 'none'; ", "</If>"),
        ("netlify", "/*", "  X-Content-Type-Options: nosniff"),
    ],
)  # fmt: skip
def test_each_server_gets_them_as_it_takes_them(tmp_path: Path, form: str, first: str, last: str) -> None:
    site = tmp_path / "public"
    (site / "more").mkdir(parents=True)
    (site / "index.html").write_bytes(b"<p>home</p>")
    (site / "more" / "index.html").write_bytes(b"<script>" + RUN + b"</script>")
    result = run(tmp_path, "headers", "--site-dir", str(site), "--format", form)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].startswith(first)
    assert lines[-1] == last
    assert result.stdout.count(HASH) == 1
    # Any site may show what is in embed/, and nothing else.
    pages, embedded = result.stdout.split("embed/", 1)
    assert "frame-ancestors 'none'" in pages
    assert "frame-ancestors *" in embedded
    assert "frame-ancestors *" not in pages


def test_where_nothing_is_built_it_is_told(tmp_path: Path) -> None:
    result = run(tmp_path, "headers")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "Error: there is no built site in site/ [V532 no-built-site]\n  Next: Build it first"
    )
