"""Capital and small letters of the alphabets that have both, for expressions."""

from __future__ import annotations

import re

_ALPHABETS = (
    *range(0x41, 0x5B),
    *range(0x61, 0x7B),
    *range(0xC0, 0x250),
    *range(0x370, 0x530),
    *range(0x1E00, 0x1F00),
)
CAPITAL = f"[{re.escape(''.join(char for char in map(chr, _ALPHABETS) if char.isupper()))}]"
"""An expression for one capital letter: Latin, Greek or Cyrillic."""
SMALL = f"[{re.escape(''.join(char for char in map(chr, _ALPHABETS) if char.islower()))}]"
"""The same for a small one."""
LETTER = r"[^\W\d_]"
"""An expression for one letter of any script."""
