"""The policy on skipped tests, seen from outside: in test runs of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

SUITE = """
    import pytest
    from tests.policy import cannot_run

    def test_runs():
        pass

    def test_lacks_something():
        cannot_run("no such thing here")

    @pytest.mark.skip(reason="left out by a mark")
    def test_marked():
        pass

    @pytest.mark.xfail(strict=True, reason="known")
    def test_known_to_fail():
        assert False
"""


@pytest.fixture
def run(pytester: pytest.Pytester, repository: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(repository))
    pytester.makeconftest("pytest_plugins = ['tests.policy']")

    def in_ci(value: str | None) -> pytest.RunResult:
        if value is None:
            monkeypatch.delenv("CI", raising=False)
        else:
            monkeypatch.setenv("CI", value)
        return pytester.runpytest_inprocess("-ra", "--no-fold-skipped", "-p", "no:cacheprovider")

    return in_ci


def test_a_skip_is_named(pytester, run):
    pytester.makepyfile(SUITE)
    result = run(None)
    result.assert_outcomes(passed=1, skipped=2, xfailed=1)
    result.stdout.fnmatch_lines_random(
        [
            "SKIPPED*::test_lacks_something - *cannot run here: no such thing here",
            "SKIPPED*::test_marked - *left out by a mark",
        ]
    )


def test_a_skip_fails_in_ci(pytester, run):
    pytester.makepyfile(SUITE)
    result = run("true")
    # A mark is read before the test starts, which pytest calls an error rather than a failure.
    result.assert_outcomes(passed=1, failed=1, errors=1, xfailed=1)
    result.stdout.fnmatch_lines_random(
        ["*no such thing here*", "*test_marked did not run*left out by a mark*"]
    )


@pytest.mark.parametrize(
    "line", ["pytest.importorskip('no_such_module')", "pytest.skip('all', allow_module_level=True)"]
)
def test_a_file_left_out_fails_in_ci(pytester, run, line):
    pytester.makepyfile(f"import pytest\n{line}\n")
    assert run(None).ret == pytest.ExitCode.NO_TESTS_COLLECTED
    run("true").assert_outcomes(errors=1)
