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
        "Copy may be cut",
        "What is at hand may be a copy that was cut; the text itself may say it.",
    ),
    SilenceKind.NOT_LOOKED_FOR: (
        "Not looked for",
        "The text may say it: nobody has looked for it in its language.",
    ),
    SilenceKind.OPEN: ("Open", "The text has nothing on it, which says nothing of the outlet."),
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
    "Two counts": "Two figures of one count, of which the texts do not say which is the later.",
    "Headline differs": "The headline says it otherwise than the text under it.",
    "Headline and text": "The words of the headline go beyond those of the text under it, as the editor has found.",
    "Headline unclear": "The headline leaves open what it means, so that nobody can say whether it differs from its text.",
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
}
"""Other words that pages use in a sense of their own -> that sense."""


def meanings(say: Words) -> str:
    """Return the section on what the labels mean, in Markdown: a line for each label and word, in the site's language."""
    lines = [*BADGES.items(), *SILENCES.values(), PROBABLY_BEFORE, *WORDS.items()]
    told = [f"**{say(label)}**\n:   {say(meaning)}\n" for label, meaning in lines]
    return "\n".join(["", f"## {say('What the labels mean')}", "", *told])
