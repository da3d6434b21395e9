"""How often tests throw their dice: a few times at every run, far more often with VARIORUM_THOROUGH=1."""

from __future__ import annotations

import os

THOROUGH = os.environ.get("VARIORUM_THOROUGH") == "1"
"""Whether there is time for every case."""


def times(usual: int, thorough: int) -> int:
    """Return how often to try something at random: ``thorough`` times where there is time, else the ``usual`` number."""
    return thorough if THOROUGH else usual
