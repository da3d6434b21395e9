"""Texts that are made to take long: one token of what a reader knows, or several, over and over, and a last one that fits none."""

from __future__ import annotations

import random
from collections.abc import Iterator

SIGNS = (
    " ", "-", "(", ")", "[", "]", "<", ">", "{", "}", '"', "'", "“", "”", "*", "_", "`", "#", "|", "~", ":", ",", ".", "…", "!", "?",
    "/", "\\", "&", "=", "%", "$", "€", "\n", "\t", "\u00a0", "0", "9", "1,", "1 ", "000 ", "12.", "1-", "A", "a ", "A ", "Aa ", "a-", "a'",
    "a.", "A. ", "x, ", "a\n\n", '"a" ', '"a. ', "\u00ad", "\u200b", "ﷺ", "İ", "ı", "\U0001f468\u200d", "\u1161", "\u0323\u0301",
)  # fmt: skip
"""Of any text: spaces, dashes, brackets, quotation marks, digits, letters, marks of Unicode."""
FIGURES = (
    "ten ", "ten-", "twenty-one", "twenty-one ", "hundred ", "one hundred and ", "million-", "half a ", "a ", "about ", "at least ", "≈",
    "up to about ", "a dozen ", "dozens of ", "several ", "between 3 and ", "from ", "3 to ", "5% ", "5 km ", "$5 ", "100 ", "1,000,",
    "three-day ", "one in five ", "two thirds of ", "5 or more ", "over the last 5 ",
)  # fmt: skip
DATES = (
    "May ", "3 May ", "3 May 2030, ", "in 2024 ", "on Monday ", "last week ", "ten-two weeks ", "two weeks ago ", "in the spring ", "2024-12-", "weekend ",
)  # fmt: skip
SAYING = (
    "said ", "said, ", "it said ", "he said in a ", "in a x ", "They had ", "they said. They had ", "according to the ", "the MP ", "the MP the ",
    "the ferry line ", "The ferry line said 140 aboard on Tuesday, ", "The coastguard and ", "Harbour Post, ", "Osk Sound ", "in Osk Sound and ", "near the village of Marl ",
    "was not ", "denied it. ", "called it a ", "described it as ", "were killed ", '"it is so," he said. ', "No 5 ", "people over 5 ",
)  # fmt: skip
MARKDOWN = (
    "[a", "![a", "[a](", "[a](b", '[a](b "', "[a](<", "[a][", "[a]: b\n", "[^a]", "[^a]: x\n", "*a", "**a *b ", "*a*", "_a __b ", "`a ", "``",
    "<a", "<!--", "&#", "<http://a>", "\\*", "- ", "* a\n", "- a\n  ", "1. ", "1. a\n\n", "> ", ">", "> - ", "a\n: b\n", "a\n\n: b\n\n", "# a\n",
    "a\n=\n", "a|b\n-|-\n", "|a", "    a\n\n", "--- ", "\n", "[a](#claim-", "[a](#claim-x) ",
)  # fmt: skip
YAML = (
    "a: b\n",
    "a: ",
    "- a\n",
    "- ",
    "? ",
    "[a, ",
    "{a: ",
    '"a": ',
    "&a ",
    "*a ",
    "!!x ",
    "| a\n",
    "a:\n ",
    "12:30:",
    "1e",
    "- - ",
    "a: |\n",
)
PAGE = (
    "<p>",
    "</p>",
    "<div>",
    "<table>",
    "<a>",
    "<h1>a",
    "<li>a",
    "&e;",
    "<b>a",
    "<meta charset=",
    "<script>",
    '{"a":',
    "[1,",
    "<!--",
)
HEADS = (
    "KYIV, ", "KYIV (Reuters) - ", "By ", "by A B, ", "By A B\n", "A B and ", "for X for ", "3 May 2030 ", "Published ", "views 5", "AP ", "© AFP ", "Reporting by ",
    "Jan ",
)  # fmt: skip

LENGTH = 10_000
"""Characters of each text."""


def pumped(token: str, last: str = "!x", length: int = LENGTH) -> str:
    """Return a token over and over, and what may fit none of it."""
    return token * max(1, length // len(token)) + last


def texts(*families: tuple[str, ...], mixed: int = 20, signs: bool = True) -> Iterator[tuple[str, str]]:
    """Yield hostile texts, the same each time, each with what it is made of."""
    known = [token for family in families for token in family]
    for token in (*known, *(SIGNS if signs else ())):
        yield token, pumped(token)
    chance = random.Random("".join(known))  # noqa: S311 - the same texts each time, no secrets
    every = [*known, *SIGNS]
    for _ in range(mixed):
        tokens = [chance.choice(every) for _ in range(chance.randint(2, 5))]
        yield repr(tokens), pumped("".join(tokens))


def nested(opening: str, closing: str, depth: int) -> str:
    """Return something so many times within itself."""
    return f"{opening * depth}a{closing * depth}"
