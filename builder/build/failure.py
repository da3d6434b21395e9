"""Why a part could not be made, as a value that can be sent between processes."""

from __future__ import annotations

from msgspec import Struct, field

from builder.build.manifest import ProblemRecord, problem_record, recorded_problem
from builder.build.printing import Kind, OtherPagesError, UnlikeError
from builder.content.problems import ContentError

TOLD = (ContentError, UnlikeError, OtherPagesError)
"""The errors that a ``Failure`` is made of."""


class Failure(Struct, frozen=True):
    """Why a part could not be made, as a value that can be sent between processes."""

    problems: list[ProblemRecord] = field(default_factory=list)
    kind: Kind | None = None
    reason: str = ""


def failure_of(error: BaseException) -> Failure:
    """Return one of the errors in ``TOLD`` as a value."""
    match error:
        case ContentError():
            return Failure(problems=[problem_record(one) for one in error.problems])
        case UnlikeError():
            return Failure(kind=error.kind, reason=error.reason)
        case _:
            return Failure(reason=str(error))


def raised(failure: Failure | None) -> None:
    """Raise the error of a failure, which may be from another process."""
    if failure is not None and failure.kind is not None:
        raise UnlikeError(failure.kind, failure.reason)
    if failure is not None and failure.reason:
        raise OtherPagesError(failure.reason)
    if failure is not None:
        raise ContentError(recorded_problem(*one) for one in failure.problems)
