"""What is wrong, and why something was not done, in the words of the desk: what a terminal would be told to type has a field or a button here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from builder.adapters.desk.card import LABELS, MORE
from builder.content.problems import (
    BAD_VALUE,
    NO_FIGURE,
    NO_VALUE,
    PRECIS_LENGTH,
    UNKNOWN_ARTICLE,
    UNKNOWN_CLAIM,
    UNKNOWN_KEY,
    UNKNOWN_OUTLET,
    UNKNOWN_PLACE,
    UNKNOWN_QUESTION,
    UNKNOWN_SOURCE,
    UNKNOWN_STORY,
    WRONG_TYPE,
    ContentError,
    Kind,
    Problem,
)
from builder.desk import kinds
from builder.desk.kinds import Refusal
from builder.proof import kinds as proof_kinds

_NEXT: Mapping[Kind, str] = {
    kinds.BAD_ANSWER: "",
    kinds.LOCAL_ADDRESS: "Open it in the browser, save the page, and give in the file.",
    kinds.NAME_TAKEN: "Choose another name.",
    kinds.STILL_NAMED: "Change what names it first. Claims that answer a question can go with it.",
    kinds.NAME_REFUSED: "Choose another name: small letters, digits and single hyphens.",
    kinds.NO_REASON: "",
    kinds.NO_PRIVATE_TEXT: "Put the file there, then open this page again.",
    kinds.TEXT_CHANGED: "Give the one that it was made from.",
    kinds.WHICH_STORY: "Choose its story in its bibliography.",
}
"""What to do next, where the kind's own words speak of options and files."""


_MENDED: Mapping[Kind, str] = {
    proof_kinds.SOURCE_CHANGED: "Put back the text that it was made from; if its outlet changed it, give the new one in as a change.",
    proof_kinds.PART_UNMARKED: "Say under “Part of” which claim has the whole. If none has, say under “Of whom or what” or “Scope” which part it is, or choose the question that asks for that part.",
    proof_kinds.SILENCE_UNLOOKED: "Read the line. If it answers, add a claim; if not, tick the question under “What it does not say”.",
    UNKNOWN_KEY: "It was written by hand: take it out, or mend its spelling where it was written.",
    proof_kinds.COUNTS_NOT_PRINTED: "If the message says what to write, write it. Else check whether the claim answers this question. If it does, in other words, give these below, once for all articles. If it counts a part of what is asked, say under “What is counted” which.",
    proof_kinds.COUNTS_ANOTHER: "Say under “What is counted” what the message names, or choose the question that asks for it.",
    proof_kinds.OF_OTHERS: "Choose the question that asks of them, or say under “Of whom or what” with of whom the text counts.",
    proof_kinds.PART_UNFIT: "Choose the claim that has the whole, or none.",
    proof_kinds.ANSWER_UNFIT: "Mend “Means”. If the words mean it all the same, allow it and say why.",
    proof_kinds.PLACE_NOT_PRINTED: "Mend “Means”, or add the name that the text prints to the place.",
    proof_kinds.PLACE_DROPPED: "Add the place under “Means”; if it only says where the others lie, end the printed words before it.",
    proof_kinds.SPEECH_UNFIT: "Choose “quoted” if the outlet prints all of the words in quotation marks, else “reported”.",
    proof_kinds.FORMER_FIGURE: "Take the figure that holds now. If the claim is of the time before, say so under “Day it holds for” or “Scope”.",
    proof_kinds.ANOTHER_DAY: "Choose the question that asks for these days; else give the day under “Day it holds for”, or the period under “Scope”.",
    proof_kinds.DATE_UNSUPPORTED: "Give the day that the text prints; leave the field empty if it prints none.",
    proof_kinds.LOCATOR_MISSING: "Save the claim once more: its place in the text is noted then.",
    proof_kinds.LOCATOR_STALE: "Check that the claim means this passage, then save it once more.",
    proof_kinds.BIBLIOGRAPHY_NOT_PRINTED: "Copy it from the text, or leave the field empty and say below it why.",
    proof_kinds.BIBLIOGRAPHY_MISSING: "Add it, or say below the field from what its absence was inferred.",
    proof_kinds.BEFORE_KNOWN: "Mend the day, or choose another question.",
    proof_kinds.NO_ORIGINATOR: "Say who says it. If the text says it in its own voice, choose none under “Attribution”; if it names only a channel, give that there and under “Passed on by”.",
    proof_kinds.OUTLET_NOT_NAMED: "Choose another outlet, or add the name that the text prints to this one.",
    proof_kinds.PUBLISHED_UNFIT: "Mend the day under “Published”. One that is still to come is passed over where the sentence says so (will, would, until).",
    proof_kinds.COPY_UNFIT: "Choose under “Repeats the text of” the article whose text this one repeats, or no other.",
    proof_kinds.FORMER_UNFIT: "Copy the words from the former text, or take them out.",
    WRONG_TYPE: "Choose or write it anew.",
    BAD_VALUE: "Choose one of those.",
    UNKNOWN_CLAIM: "Choose another claim of this article, or none.",
    UNKNOWN_ARTICLE: "Choose an article that is no copy, or none.",
    UNKNOWN_SOURCE: "Choose one that is there, or make it as a new source.",
    UNKNOWN_OUTLET: "Choose one that is there, or name a new one.",
    UNKNOWN_PLACE: "Choose one that is there, or make it as a new place.",
    UNKNOWN_STORY: "Choose one that is there.",
    UNKNOWN_QUESTION: "Choose a question, or make it.",
    proof_kinds.FIGURE_OVERRIDDEN: "Do as the message says. Words that are read rightly need neither “Modifier”, “Low” nor “High”. Where they are read wrongly, choose “vague” as modifier without bounds, "
    "allow it and say why; where they print no figure, take those that do.",
    proof_kinds.ALLOWANCE_CONTRADICTS: "Take the allowance away, and do as the other message about this claim says. Where a figure is read wrongly, choose “vague” as modifier without bounds: "
    "its words are then shown, and compared with no figure.",
    NO_FIGURE: "Take the figure with the words that belong to it. Where a word is named, keep it, and say under “Modifier”, “Low” and “High” what the figure means; "
    "choose “vague” as modifier where the words print none. What is only possible, and a score, answer no question of how many.",
    NO_VALUE: "Say under “Means” what the words come to: yes or no, a day such as 2031-05-13, or a place.",
    PRECIS_LENGTH: "Write as many words as that, in your own.",
    proof_kinds.NO_RULES: "Check what is named by hand, and tick below what the article does not say.",
    proof_kinds.OWN_VOICE_UNFIT: "Make whoever says it a source, also where no name is given (officials, a resident), and choose it under “Who says it”. "
    "If the words are the text's own after all, allow it and say why.",
    kinds.NO_PRECIS: "Tell what the article tells, whom it relies on, what it leaves out.",
}
"""What mends something, where the kind's own words speak of keys of a file or of the terminal."""
_KEYS = {key: f"“{label}”" for key, label in {**LABELS, **MORE}.items() if "_" in key} | {
    "copy_of": "“Repeats the text of”",
    "printed_as": "the words that papers print for it",
    "as cue": f"under “{LABELS['cue']}”",
}
"""Keys that are no words of the language -> the fields that have them."""
_OF_FILES = (
    ("leave the key out", "leave the field empty"),
    ("write attribution: none", "choose none under “Attribution”"),
    ("say in allow why", "allow it and say why"),
    ("say so in allow", "allow it and say so"),
    ("say in allow", "allow it and say"),
    ("with the reason in allow (rule V112)", "allowed with a reason"),
)
_KEY = re.compile(rf"\b({'|'.join(_KEYS)})\b")
_FILE = re.compile(r"\(\w+\.yml: ")
_WRITE = re.compile(r": write (?P<many>.+?) under the last line of dashes")


def mend_of(problem: Problem) -> str:
    """Return what mends a problem, in the words of the desk."""
    return _ours(_MENDED.get(problem.kind, problem.kind.mend))


def message_of(problem: Problem) -> str:
    """Return what is wrong, in the words of the desk."""
    return _ours(_FILE.sub("(", _WRITE.sub(r": write \g<many>", problem.message)))


def _ours(told: str) -> str:
    """Return words with keys of files by the names of their fields."""
    told = _KEY.sub(lambda key: _KEYS[key[0]], told)
    for words, ours in _OF_FILES:
        told = told.replace(words, ours)
    return told


def in_words(refusal: Refusal | ContentError | str) -> str:
    """Return why something was not done and, of a refusal, the one thing to do next."""
    if not isinstance(refusal, Refusal):
        return str(refusal)
    return f"{refusal.message}. {next_of(refusal)}".replace("?.", "?").rstrip(". ") + "."


def next_of(refusal: Refusal) -> str:
    """Return the one thing to do after a refusal, in the words of the desk."""
    return _NEXT.get(refusal.kind, refusal.kind.mend)


_CODED = re.compile(r"(?P<said>.*) \[V\d{3} (?P<name>[\w-]+)\]", re.DOTALL)
_SHOWN = frozenset({kinds.NEW_OUTLET.name, kinds.NEAR_COPY.name})
"""What the page of a bibliography shows itself."""


def remarked(remarks: Iterable[str]) -> str:
    """Return what was noticed when a text was taken in, without codes, and without what its bibliography shows beside it."""
    found = [match for one in remarks if (match := _CODED.fullmatch(one)) and match["name"] not in _SHOWN]
    return " ".join(f"{match['said'][:1].upper()}{match['said'][1:]}." for match in found)
