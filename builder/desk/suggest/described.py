"""Words without quotation marks that are attributed, or held at arm's length: "called it a disgrace", "allegedly"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.proof.normal import Span

_AS = re.compile(
    r"\b(?:describ(?:es|ed|ing)|characteri[sz](?:es|ed|ing)|denounc(?:es|ed|ing)|condemn(?:s|ed|ing)|dismiss(?:es|ed|ing)|hail(?:s|ed|ing)"
    r"|portray(?:s|ed|ing)|brand(?:s|ed|ing)|see(?:s|n)?|prais(?:es|ed|ing)|criticis(?:es|ed|ing))\s+[^,;.\"]{1,60}?\bas\s+",
)
_PLAIN = r"[a-z-]+(?:\s+(?:and|but)\s+[a-z-]+)?\s*(?:[.,;]|\Z)"
# "called the police at night"
_NO_PLACE = "".join(
    rf"(?<!\b{word}\s)" for word in ("at", "in", "on", "to", "by", "of", "for", "from", "with", "the")
)
_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)|brand(?:s|ed|ing)|label(?:s|led|ling)|dub(?:s|bed)|term(?:s|ed|ing)|deem(?:s|ed))\s+"
    rf"(?:(?:it|them|him|her|this|that)\s+(?=(?:an?|the|one)\s|{_PLAIN})"
    rf"|(?:(?:the|that|those|these|its|their|his|her)|[\w-]+'s?)\s+(?:[\w'-]+\s+){{1,6}}?(?=(?:an?|one)\s|{_NO_PLACE}{_PLAIN}))"
)
_SPOKE = re.compile(r"\b(?:spoke|speaks|speaking|talked|warn(?:s|ed))\s+of\s+(?=an?\s|the\s)")
_HELD = re.compile(
    r"\b(?:allegedly|purportedly|supposedly|ostensibly|so-called|(?:is|are|was|were)\s+(?=(?:alleged|rumoured|supposed)\s+to\s|accused\s+of\s))\s*"
)
_FELT = re.compile(
    r"\bsaid\s+(?:it|they|he|she)\s+(?=(?:was|were|is|are)\s+(?:\w+ly\s+)?[a-z]+(?:ed|ing|ry|py|ly)\b)"
)
_END = re.compile(
    r"[;,.:!?\"]|\s(?:and\s+(?:said|has|had|was|urged|asked)|because|after|while|which|who|but\s+(?:said|did|has|had))\s"
)


def wordings(content: str, sentence: Span) -> Iterator[Span]:
    """Yield the passages of a sentence that are attributed without quotation marks."""
    last = sentence[0]
    found = sorted(
        (match.end(), match.start())
        for pattern in (_AS, _CALLED, _SPOKE, _HELD, _FELT)
        for match in pattern.finditer(content, *sentence)
    )
    for start, verb in found:
        if start < last or content[start : start + 1] == '"' or content.count('"', sentence[0], verb) % 2:
            continue
        end = _END.search(content, start, sentence[1])
        last = end.start() if end else sentence[1]
        if last > start:
            yield start, last
