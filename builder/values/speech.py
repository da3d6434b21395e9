"""Verbs of saying: by which words papers give a statement to somebody. The one list, for proof and proposals.

The forms are those of English. What a video shows, or a channel posts, nobody says: such verbs are not in it.
"""

from __future__ import annotations

_REGULAR = (
    "accuse acknowledge add admit affirm allege announce argue assert assess attest blame boast caution claim comment complain concede "
    "conclude confess confirm contend criticise criticize declare demand deny describe detail disclose dismiss doubt echo emphasise "
    "emphasize estimate expect explain fear hint hope imply indicate insist joke lament maintain mention note observe pledge predict "
    "proclaim promise reckon refer reiterate reject release remark repeat reply report respond reveal signal state stress suggest "
    "suspect testify threaten tweet underline underscore urge vow warn"
).split()
# Infinitive, third person, past, participle.
_IRREGULAR = (
    "say says said saying", "tell tells told telling", "write writes wrote writing", "find finds found finding",
    "put puts put putting", "think thinks thought thinking", "believe believes believed believing",
    "count counts counted counting", "record records recorded recording", "ask asks asked asking", "offer offers offered offering",
)  # fmt: skip
_DOUBLED = frozenset({"admit", "refer"})
"""Verbs that double their last letter: admitted, referred."""
_NOUNS = frozenset(
    "ask blame boast caution claim comment complain count demand detail doubt echo estimate fear find hint hope joke lament mention "
    "note offer pledge promise put record release remark reply report reveal signal state stress suspect threaten tweet underline "
    "urge vow".split()
)
"""Verbs whose infinitive is a noun or another word in print more often than somebody's saying."""


def forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a regular verb: infinitive, third person, past, participle."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    if verb.endswith("e"):
        return (verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return (verb, third, f"{stem}ed", f"{stem}ing")


VERBS: dict[str, str] = {
    form: verb
    for verb, found in (
        *((verb, forms(verb)) for verb in _REGULAR),
        *((words.split()[0], tuple(words.split())) for words in _IRREGULAR),
        ("signal", ("signalled", "signalling")),
    )
    for form in found
    if form != verb or verb not in _NOUNS
} | {"put": "put"}
"""Each form of each verb that gives somebody's words -> its infinitive."""
# "Called off" says nothing.
_CALLED = r"call(?:s|ed|ing)(?!\s+(?:back|off|out|in|on|for|up)\b)"
_PHRASES = (
    _CALLED,
    r"point(?:s|ed|ing)\s+out",
    r"sp(?:oke|eaks|eaking)\s+of",
    r"ma(?:de|kes|king)\s+(?:it\s+)?clear",
)
PATTERN = "|".join([*_PHRASES, *sorted(VERBS, key=len, reverse=True)])
"""Any form of any verb of saying, to be put between word boundaries."""
_PLAIN = frozenset("say tell claim estimate report describe add warn deny insist announce".split())
PLAIN = "|".join(
    [_CALLED, *(form for form, verb in VERBS.items() if verb in _PLAIN and not form.endswith("ing"))]
)
"""The verbs that say something whoever stands before them: a person that no registry knows, too."""
