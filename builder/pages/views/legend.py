"""What the labels on the pages mean, a line each: the method page of every site prints these lines."""

from __future__ import annotations

from builder.content.vocabulary import SilenceKind
from builder.pages.views.words import Words

SILENCES = {
    SilenceKind.NOT_MENTIONED: ("Not mentioned", "The text has nothing on it."),
    SilenceKind.UNANSWERED: ("Not answered", "The text speaks of it and gives no answer."),
    SilenceKind.PUBLISHED_BEFORE: ("Published before", "The text was out before this could be known."),
    SilenceKind.TEXT_INCOMPLETE: (
        "Text incomplete",
        "Only a part of the text is at hand; the rest may have it.",
    ),
    SilenceKind.MAY_BE_CUT: (
        "Not in the copy at hand",
        "What is at hand may be a copy that was cut; the text itself may say it.",
    ),
    SilenceKind.NOT_LOOKED_FOR: (
        "Not looked for",
        "The text may say it: nobody has looked for it.",
    ),
    SilenceKind.OPEN: (
        "Open",
        "No answer of the text stands here, and it may have been out before this was known.",
    ),
}
"""Why an outlet does not answer -> its label, and what that means."""
PROBABLY_BEFORE = (
    "Probably published before",
    "The text was out before this could be known, by a date that this site has worked out.",
)
"""The label where the day of the article is inferred."""

BADGES = {
    "Contradiction": "Two answers to one question, for the same time and in the same meaning, that cannot both be right. Which of them is right is not said.",
    "Tension": "Two answers that do not fit each other, where something else may differ: the day, the statement, the place, or what the words mean. The reason says what.",
    "Later count": "The same thing, counted later. That a count has changed is no contradiction.",
    "Later word": "What was said of the same thing at a later time.",
    "Two counts": "Two figures of one source, of which the texts do not say which is the later.",
    "Headline differs": "The headline says it otherwise than the text under it.",
    "Headline and text": "The words of the headline go beyond those of the text under it, as the editor has found.",
    "Headline unclear": "The headline leaves open what it means, so that nobody can say whether it differs from its text.",
    "Copy differs": "Two outlets print one text, and one of them has another answer in it: the change is its own, and only the text’s answer is set against others.",
    "Only in a headline": "Nothing else in that article answers the question.",
    "Only one outlet": "No other text at hand answers the question.",
    "One source": "All reports go back to one source: they do not confirm each other.",
    "One source, by several names": "The same, where reports name that source in several ways.",
}
"""The label of how answers stand to each other -> what it means."""
WORDS = {
    "left open": "The text speaks of it and decides for neither yes nor no.",
    "the article leaves open": "What the text itself does not say of its answer. It may be said elsewhere.",
    "read as yes": "The words do not say yes themselves: this site reads them so.",
    "read as no": "The words do not say no themselves: this site reads them so.",
    "no sign of it": "That there is no sign of something is less than a no.",
    "only as": "The word by which the text calls it likely, or otherwise doubts it.",
    "source only from the context": "The sentence names nobody; those around it leave no doubt whose word it is.",
    "in its own voice": "The outlet says it without naming a source.",
    "allows for": "The second figure is among those that the first, with its hedge, can mean. That both are the same is not said.",
    "about": "By a rule of this site: a tenth of the figure to either side. “About 30” can mean 27 to 33.",
    "nearly": "By the same rule: up to a tenth below the figure. “Nearly 40” can mean 36 and what lies between that and 40.",
}
"""Other words that pages use in a sense of their own -> that sense."""
VOICES = {
    "and others": "Further texts give the same answer; the topic’s page has them all.",
    "not for certain": "The printed words themselves call it likely, or otherwise doubt it.",
    "words, no figure": "A word such as “dozens” stands where a figure could. No number is put in its place.",
    "quoted": "The outlet prints the words in quotation marks, as those of its source.",
    "in the outlet’s words": "The outlet reports what its source said, without quotation marks.",
    "through": "By way of a channel or another outlet, which passes on what others said.",
    "shown in": "A video says nothing: what is seen in it is told.",
    "in the headline": "The words stand in the headline. The text under it may say less.",
    "by this site’s reckoning": "Worked out from the words of the text and from when it was published; the text does not print it.",
    "inferred": "Not printed in the text, but concluded from it; what it was concluded from stands beside it.",
}
"""How an answer was printed, and what this site adds to it -> what that means."""
APART = {
    "not compared": "Nothing can be said of how two answers stand to each other: they are of other sources or statements, or have no number, or are of no known day. The line says which.",
}
"""What stands over answers that a claim is not set beside -> what that means."""
STANDINGS = {
    "printed elsewhere too": "Another text prints the same, in these or other words. On whose word, the answers beside it say.",
    "others answer likewise": "Another text says yes, or no, as this one does, in its own words and perhaps of something else.",
    "fits what others print": "Another answer is less exact, hedged or shorter, and both can be right. That they mean the same is not said.",
    "a part of what others print": "Another text has the whole in which this is counted.",
    "others answer for another day": "The other figures are of an earlier or a later day.",
    "others give an earlier or a later count": "Likewise, where it may be the same day at another hour.",
    "others speak of another day": "The other answers were given on, or are for, an earlier or a later day.",
    "others speak of another time": "Likewise, where it may be the same day at another hour.",
    "others speak of something else": "The other answers are of another thing, place or group, so that nothing follows from a difference.",
    "others count something else": "The other figures count something else, so that nothing follows from a difference.",
    "in another unit or currency than what others print, not converted here": "The other figures are in another unit, and this site converts none.",
    "printed in copies of this text": "Other outlets print the same text, and no other text has this answer.",
    "others answer too": "Others answer the question too, and there is nothing to say of how their answers and this one stand to each other.",
    "only here": "No other text at hand answers the question.",
}
"""How an answer stands to those of others, as an article's page says it -> what that means."""


def meanings(say: Words) -> str:
    """Return the section on what the labels mean, in Markdown: a line for each label and word, in the site's language."""
    lines = [
        *BADGES.items(),
        *SILENCES.values(),
        PROBABLY_BEFORE,
        *WORDS.items(),
        *STANDINGS.items(),
        *APART.items(),
        *VOICES.items(),
    ]
    told = [f"**{say(label)}**\n:   {say(meaning)}\n" for label, meaning in lines]
    return "\n".join(["", f"## {say('What the labels mean')}", "", *told])
