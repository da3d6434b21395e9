"""No test is skipped in silence.

A test that cannot run on this machine says so by name and reason. Where CI=true is set, everything is
supposed to be there, and such a test fails. The hooks are registered in conftest.py.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import NoReturn

import pytest

from tests.thorough import strict


def cannot_run(reason: str) -> NoReturn:
    """Leave a test that lacks something here, for a reason such as "no Chromium on this machine"."""
    if strict():
        pytest.fail(f"cannot run here: {reason}", pytrace=False)
    pytest.skip(f"cannot run here: {reason}")


def _reason(longrepr: object) -> str:
    # A skip carries (path, line, reason).
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    # A test expected to fail is reported as skipped too, but it did run.
    if strict() and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = (
            f"{report.nodeid} did not run, and CI=true allows no skips: {_reason(report.longrepr)}"
        )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file, which pytest.importorskip and a skip at module level leave out."""
    report = yield
    _refuse_skip(report)
    return report
