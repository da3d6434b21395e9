"""Figures written short in tables: "=" exactly, "~" about, "<=" up to, "a..b" between; ``printed.yml`` tells them all."""

from __future__ import annotations

import re

from msgspec.structs import replace

from builder.values.quantity import Modifier, Quantity

MODIFIERS = {
    "=": Modifier.EXACTLY, "~": Modifier.ABOUT, "<=": Modifier.UP_TO, ">=": Modifier.AT_LEAST, ">": Modifier.MORE_THAN,
    "<": Modifier.LESS_THAN, "<~": Modifier.LESS_THAN, ">~": Modifier.MORE_THAN,
}  # fmt: skip


def number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def meant(printed: str, meaning: str) -> Quantity:
    """Return the quantity that a line of the table stands for, apart from the words of vague ones and shares."""
    sign, _, rest = meaning.partition(" ")
    if sign == "vague":
        scale, _, unit = rest.partition(" ")
        return Quantity(printed, Modifier.VAGUE, unit=unit or None, scale=int(scale) if scale else None)
    if sign == "share":
        if not rest:
            return Quantity(printed, Modifier.EXACTLY, share=True)
        bound = rest if rest.partition(" ")[0] in MODIFIERS else f"= {rest}"
        return replace(meant(printed, bound), share=True)
    if found := re.match(r"(~?)([0-9.]*[0-9])\.\.([0-9.]+)(?: (.+))?\Z", meaning):
        return Quantity(
            printed, Modifier.BETWEEN, number(found[2]), number(found[3]), found[4], near=bool(found[1])
        )
    figure, _, unit = rest.partition(" ")
    modifier = MODIFIERS[sign]
    value = number(figure)
    low = None if modifier in (Modifier.UP_TO, Modifier.LESS_THAN) else value
    high = None if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN) else value
    return Quantity(printed, modifier, low, high, unit or None, near=sign in ("<~", ">~"))
