"""Kinds of problems of an article or the whole site: V15x the article, V16x the site, V17x the gold list, V19x allowances."""

from __future__ import annotations

from builder.content.problems import Severity, new_kind

WARNING = Severity.WARNING

FORMER_UNFIT = new_kind(
    "V150",
    "former-unfit",
    "What an article is said to have printed before its outlet changed it does not stand in its former text.",
    "Copy the words from the former text, or remove the item from former.",
)
OUTLET_NOT_NAMED = new_kind(
    "V151",
    "outlet-not-named",
    "Neither the text nor its address names the outlet that is said to have printed it; or they name one where none is said to be known.",
    "Mend outlet or source_file; or enter how the text calls the outlet under its aliases, or where it stands on the web under its hosts.",
)
BIBLIOGRAPHY_NOT_PRINTED = new_kind(
    "V152",
    "bibliography-not-printed",
    "The headline, byline or credit does not stand in the text.",
    "Copy it from the text, or leave the key out and say why in inferred.",
)
BIBLIOGRAPHY_MISSING = new_kind(
    "V153",
    "bibliography-missing",
    "The headline, byline, credit or date is left out, and nothing in inferred says why; or the text prints it.",
    "Add it, or say under inferred what its absence was inferred from.",
    WARNING,
)
COPIED_PROSE = new_kind(
    "V154",
    "copied-prose",
    "Eight or more words in a row of the site's own prose also stand in the source text.",
    "Rephrase it.",
)
FIGURE_NOT_IN_TEXT = new_kind(
    "V155",
    "figure-not-in-text",
    "The précis gives a figure that the article's text does not print.",
    "Mend the figure, or leave it out.",
)
COMPLETENESS_UNFIT = new_kind(
    "V156",
    "completeness-unfit",
    "The text is called full, and shows traces of a copy on another site or of a cut.",
    "Call it a mirror or an excerpt.",
)
PRECIS_UNPROVED = new_kind(
    "V160",
    "precis-unproved",
    "The précis has a name, a rough number or a share that neither the article's text nor any of its claims has.",
    "Mend it or leave it out; if the text calls the same by another name, add that to the aliases of the claim's source or place.",
    WARNING,
)
DATE_NOT_IN_TEXT = new_kind(
    "V159",
    "date-not-in-text",
    "The précis gives a date that neither the article's text prints nor any of its claims has, or gives it more exactly.",
    "Give the date as the text has it, or leave it out.",
)
UNREADABLE_ARTICLE = new_kind(
    "V157",
    "unreadable-article",
    "The article cannot be read anywhere: its text is missing and it has no address, or its address leads nowhere.",
    "Add url, or put the text into the private folder.",
    WARNING,
)
NO_RULES = new_kind(
    "V158",
    "no-rules",
    "There is no file of words for the article's language, or it is not complete, or the précis is in another one: the rules that need them are skipped.",
    "Check what is named by hand, and state what the article leaves out under silences. To have it checked, add the language's file.",
    WARNING,
)
QUOTED_TOO_MUCH = new_kind(
    "V166",
    "quoted-too-much",
    "Of the text more than a quarter of the words is published in sum, in runs of four words and more: by quotations, headline, remarks and précis together.",
    "Shorten the quotations to the words that are compared: of three words and fewer none counts. Answer in the site's own words where none are.",
)
FRAGMENTS_CLOSE = new_kind(
    "V167",
    "fragments-close",
    "Published fragments of the text stand so close together that they are read as one longer passage.",
    "Shorten one of them until eight words lie between, or all until their words are within the limit; or make them one quotation with an ellipsis for what lies between.",
)

UNANSWERED_QUESTION = new_kind(
    "V161",
    "unanswered-question",
    "No article answers the question, so its row would be empty.",
    "Add a claim that answers it, or publish the draft that does; else remove the question.",
    WARNING,
)
KNOWN_UNPROVED = new_kind(
    "V174",
    "known-unproved",
    "The question asks for what held earlier than on the day of its known_from, and no claim on it says that it was told on that day.",
    "Give as known_from the days within which it can have become known (2031-01/2031-03-13); or add said_on to the claims, if their texts "
    "print the day of the statement or report. The day of the first text at hand is not the day from which it was known.",
    WARNING,
)
LONE_STATEMENT = new_kind(
    "V162",
    "lone-statement",
    "The name of a statement is used by one claim only, or joins claims of different questions or sources.",
    "Give the claims that print the same statement the same name, and others none.",
)

UNMARKED_COPY = new_kind(
    "V163",
    "unmarked-copy",
    "The text repeats passages of another article's text, and neither is marked as a copy: both count as texts.",
    "If it is the same report, say so with copy_of, which names an article that is not a copy; if not, there is nothing to do.",
    WARNING,
)
UNKNOWN_NAME = new_kind(
    "V164",
    "unknown-name",
    "The text has a name that may be another spelling of a known one, and no alias says so.",
    "If it is the same name, add it to the aliases and to the article's spellings; if not, there is nothing to do.",
    WARNING,
)
COPY_UNFIT = new_kind(
    "V165",
    "copy-unfit",
    "The article is said to be a copy, and its text shares no passages with that of the original: two texts count as one.",
    "Remove copy_of, or name the article whose text this one repeats.",
    WARNING,
)
UNKNOWN_RULE = new_kind(
    "V191",
    "unknown-rule",
    "allow names a rule that does not exist, or one that cannot be switched off.",
    "Use the code or the name in the message about the claim.",
)
IDLE_ALLOWANCE = new_kind(
    "V192",
    "idle-allowance",
    "allow switches off a rule that finds nothing here. It stops no build: the article may be as it was, and only the rule be better.",
    "Remove it.",
    WARNING,
)

ALLOWANCE_CONTRADICTS = new_kind(
    "V193",
    "allowance-contradicts",
    "allow is to let a value stand that the printed words contradict: a bound (at least, up to) that would be an exact figure or another "
    "bound, a figure that they do not print, a date on another day or weekday than they name, or a yes that they deny. What was printed is "
    "shown as it was printed.",
    "Remove it, and do as the other message about this claim says. Where a figure is read wrongly, write modifier: vague without bounds: "
    "its words are then shown, and compared with no figure.",
)

SILENCE_UNLOOKED = new_kind(
    "V168",
    "silence-unlooked",
    "Readers are told that an article does not mention something, nobody has decided so, and a line of its text has words of the question.",
    "Read the line. If it answers, add a claim; if not, note that you looked: variorum silence ARTICLE QUESTION.",
    WARNING,
)

GOLD_MISSING = new_kind(
    "V171",
    "gold-missing",
    "A figure or quotation on the hand-made list bears on a topic, and the site does not carry it.",
    "Add a claim that carries it, or say on the list why it is left out.",
)
GOLD_UNFIT = new_kind(
    "V172",
    "gold-unfit",
    "An entry of the hand-made list does not fit the text: other words at its position, or an unknown claim.",
    "Mend the entry.",
)
