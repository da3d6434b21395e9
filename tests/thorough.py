"""How often tests throw their dice, and which: a few times at every run, far more often with VARIORUM_THOROUGH=1."""

from __future__ import annotations

import os
import random

THOROUGH = os.environ.get("VARIORUM_THOROUGH") == "1"
"""Whether there is time for every case."""


def strict() -> bool:
    """Return whether everything has to run, and the same way each time: where ``CI=true`` is set."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def times(usual: int, thorough: int) -> int:
    """Return how often to try something at random: ``thorough`` times where there is time, else the ``usual`` number."""
    return thorough if THOROUGH else usual


def seed() -> int:
    """Return the seed of a test's dice: ``VARIORUM_SEED`` if it is set, always the same with ``CI=true``, else a new one. It is printed."""
    told = os.environ.get("VARIORUM_SEED") or (
        "1" if strict() else str(random.SystemRandom().randrange(10**9))
    )
    print(f"VARIORUM_SEED={told}")  # noqa: T201 - shown where the test fails
    return int(told)
