"""Kinds of problems of one claim: V10x words, V11x figures, V12x attribution, V13x dates, V14x places and answers."""

from __future__ import annotations

from builder.content.problems import Severity, new_kind

WARNING = Severity.WARNING

QUOTE_NOT_FOUND = new_kind(
    "V101",
    "quote-not-found",
    "The quoted or printed words do not stand in the article's text, in any typography.",
    "Copy the words from the text. If the message shows a near miss, mend the words that it names.",
)
QUOTE_ELSEWHERE = new_kind(
    "V102",
    "quote-elsewhere",
    "The words stand in another article's text, not in this one's.",
    "Move the claim to the article named in the message, or quote this article.",
)
SOURCE_CHANGED = new_kind(
    "V103",
    "source-changed",
    "The private text is not the one that the claims were taken from: its SHA-256 differs.",
    "Check every claim that the message names, put the new source_sha256 in, then run variorum check --fix-locators.",
)
SOURCE_MISSING = new_kind(
    "V104",
    "source-missing",
    "The private folder has no file of that name, so nothing of this article was checked against its text.",
    "Put the file into the private folder, or mend source_file.",
    WARNING,
)
PRINTED_OUTSIDE = new_kind(
    "V105",
    "printed-outside-quote",
    "The printed words do not stand in the quoted passage.",
    "Quote the passage that has them.",
)
WHOLE_SENTENCE = new_kind(
    "V106",
    "whole-sentence",
    "The quote contains a whole sentence of the text; only fragments may be published.",
    "Shorten it to the words that are compared.",
)
MEANING_CUT = new_kind(
    "V107",
    "meaning-cut",
    "A negation or a caveat (not, never, reportedly, supposedly) stands in or beside the passage and is left out, or a quotation ends within a name.",
    "Quote it too, or give the caveat as the cue.",
)
LOCATOR_MISSING = new_kind(
    "V108",
    "locator-missing",
    "The claim does not give the position of its words in the text.",
    "Run variorum check --fix-locators.",
    WARNING,
)
LOCATOR_STALE = new_kind(
    "V109",
    "locator-stale",
    "At the stored position the text has other words than the claim, or other words around them.",
    "Check that the claim means this passage, then run variorum check --fix-locators.",
)

SPEECH_UNFIT = new_kind(
    "V110",
    "speech-unfit",
    "The claim says that these words are quoted, and the text has no quotation marks around them; or the other way round.",
    "Write speech: quoted if the outlet prints all of the words in quotation marks; else leave speech out.",
)
HEDGE_DROPPED = new_kind(
    "V111",
    "hedge-dropped",
    "The text hedges or bounds the figure (around, up to, at least), and the printed words leave that out.",
    "Print the figure with the words before and after that change it. Where they are not read even so, give modifier, low and high too.",
)
FIGURE_OVERRIDDEN = new_kind(
    "V112",
    "figure-overridden",
    "The modifier, low, high or unit given by hand contradict the printed words, or the text has no such unit.",
    "Do as the message says. Words that are read rightly need no modifier; those that are read wrongly keep it, with the reason in allow "
    "(rule V112), if it leaves room for what they are read as: modifier: vague without bounds does. Where they print no figure, quote the "
    "words that do, or write modifier: vague without bounds.",
)
COUNTS_NOT_PRINTED = new_kind(
    "V113",
    "counts-not-printed",
    "No word in the passage says what the claim counts (killed, missing, deployed...), in any of the words that its language has for it.",
    "If the message says what to write, write it. Else check whether the claim answers this question. If it does, in other words, add these to the question's printed_as, once for all articles. If it counts a part of what the question counts, name the part with counts.",
)
PART_UNMARKED = new_kind(
    "V114",
    "part-unmarked",
    "The text gives the figure as a part of another one (including, of which, 310 of them), as the whole of which the question asks for a part, "
    "or as one that comes to it (another 12), and the claim does not say so.",
    "Add part_of with the id of the claim that has the whole. If no claim has it, say with of or scope which part it is, or answer the "
    "question that asks for that part.",
)
PART_UNFIT = new_kind(
    "V115",
    "part-unfit",
    "part_of names a claim that cannot be the whole: a smaller figure, or one in another passage.",
    "Name the claim that has the whole, or remove part_of.",
)
COUNTS_ANOTHER = new_kind(
    "V116",
    "counts-another",
    "The figure's own words say that it counts something else; the words for what is claimed belong to another figure, or stand nowhere.",
    "Give in counts what the message names, or answer the question that asks for it.",
)
OF_OTHERS = new_kind(
    "V117",
    "of-others",
    "The figure or answer is of others than the question asks of, or than of says: of another people, party, firm or trade, of civilians "
    "where it is of soldiers, of another kind (long-distance trains, where of says regional trains), or nothing at the passage speaks of them.",
    "Answer the question that asks of them, or say with of whom the text counts.",
)
SHARE_FOR_NUMBER = new_kind(
    "V118",
    "share-for-number",
    "The figure is a part, a rate, a multiple or a difference, and the question asks how many or how much; or it is all of it (in all, so far), and so much a day is asked for.",
    "Answer a question that asks for such a figure, or say with unit what it is (per day, share), or with scope.",
)

NOT_HAPPENED = new_kind(
    "V119",
    "not-happened",
    "The text denies what the figure counts, imagines, plans or asks it (not killed, that 12 died is not true, nearly killed, might die, did it kill 12?), or only expects, demands, promises or allows it (an exit poll, analysts had expected, prosecutors sought, a target of, the limit is).",
    "Answer a question that asks for that, remove the claim, or print these words too, or give them as status or scope. If it did happen all the same, say so: allow, with rule V119 and a reason.",
)

NO_ORIGINATOR = new_kind(
    "V121",
    "no-originator",
    "The claim names no source and does not say that the text names none, or says both.",
    "Add sources. If the text says it in its own voice, write attribution: none; if it names only a channel, write that and put the channel into via.",
)
SOURCE_NOT_NEAR = new_kind(
    "V122",
    "source-not-near",
    "No name of the source stands in the passage's sentence, nor in the sentences that it depends on.",
    "Name the source that the text names there, or add the text's name for it to its aliases.",
)
SPEAKER_DIFFERS = new_kind(
    "V123",
    "speaker-differs",
    "The passage's sentence attributes the words to a source that the claim leaves out. It does not where that source says something else in a "
    "clause of its own: twelve died, and the mayor said that more were missing; Kane, arrested on Monday, said.",
    "Add that source, or say in allow why the words are not theirs.",
)
OWN_VOICE_UNFIT = new_kind(
    "V175",
    "own-voice-unfit",
    "The passage's sentence gives the words to somebody, and the claim says that the text says them in its own voice.",
    "Enter who says it in sources.yml, also where no name is given (officials, a resident), and write sources in place of attribution: none. If "
    "the words are the text's own after all, say why in allow.",
)
RELAY_NOT_NEAR = new_kind(
    "V124",
    "relay-not-near",
    "No name of the relay in via stands near the passage.",
    "Name the channel or paper that the text names, or add the text's name for it to its aliases.",
)
RELAY_DROPPED = new_kind(
    "V125",
    "relay-dropped",
    "The passage's sentence names a channel or a paper that the words came through, and via does not.",
    "Add it to via.",
)
WHERE_UNFIT = new_kind(
    "V120",
    "where-unfit",
    "The claim says that its words stand in the headline, and they do not; or the other way round.",
    "Write where: headline if the words stand in the headline, where: caption if they stand under a picture; else leave where out.",
)
CUE_NOT_PRINTED = new_kind(
    "V126",
    "cue-not-printed",
    "The cue does not stand at the passage.",
    "Copy the verb or phrase from the passage's sentence.",
)
CUE_DROPPED = new_kind(
    "V127",
    "cue-dropped",
    "The source is named beside a verb that attributes the words, and the claim gives no cue.",
    "Add cue with that verb.",
)
STATUS_NOT_PRINTED = new_kind(
    "V128",
    "status-not-printed",
    "The words in status or verified do not stand in the text, or do not say that it could not be verified, or that the outlet has done so.",
    "Copy them from the text: what could not be verified into status, what the outlet has seen, heard, holds or verified into verified.",
)
CAVEAT_DROPPED = new_kind(
    "V129",
    "caveat-dropped",
    "The outlet says that it could not verify what this source says, and the claim does not carry that.",
    "Add status with the outlet's words, or say in allow why they do not cover this claim.",
)
ATTRIBUTION_UNFIT = new_kind(
    "V130",
    "attribution-unfit",
    "The attribution is called stated although the sentence names no source, or implied although it names the source.",
    "Change attribution.",
)

DATE_UNSUPPORTED = new_kind(
    "V131",
    "date-unsupported",
    "No date printed at the passage means the day given, or the day for which it is given is one of another statement of the sentence.",
    "Give the day that the text prints; leave the key out if it prints none.",
)
VALUE_CONTRADICTED = new_kind(
    "V132",
    "value-contradicted",
    "The date in value is not what the printed words mean in an article of this date.",
    "Give the span of days that the words mean, no more exact than printed.",
)
AFTER_PUBLICATION = new_kind(
    "V133",
    "after-publication",
    "A date of the claim is later than its article.",
    "Mend the date, or published.",
)
BEFORE_KNOWN = new_kind(
    "V134",
    "before-known",
    "The claim was said, or published, before the answer to its question could be known.",
    "Mend the date, the question, or the question's known_from.",
)
PUBLISHED_UNFIT = new_kind(
    "V135",
    "published-unfit",
    "The article is said to be older than the newest day on which its text has something happen, or its text states another day.",
    "Mend published. A day that is still to come is passed over where the sentence says so (will, would, until). If the day at the head "
    "of the private text is itself wrong, mend it there, and put the new source_sha256 in.",
)
DATE_DROPPED = new_kind(
    "V136",
    "date-dropped",
    "The text prints the day of the statement next to the cue, the question is one whose answer changes from day to day (running), and the claim has no said_on.",
    "Add said_on.",
)
DAY_LEFT_OUT = new_kind(
    "V140",
    "day-left-out",
    "The text prints the day of the statement next to the cue, the claim has no said_on, and the question's answer does not change from day to day.",
    "Add said_on, so that readers see when it was said. Nothing is wrong without it.",
    WARNING,
)
HOUR_DROPPED = new_kind(
    "V173",
    "hour-dropped",
    "The text prints an hour, or a part of the day, with the statement of a running count, and the claim has no hour.",
    "Add hour, as 14:05 or as a part of the day (evening): the figures of one day are then set in order.",
    WARNING,
)
ANOTHER_DAY = new_kind(
    "V137",
    "another-day",
    "The figure or answer is of another day or quarter than the question asks for, or of all days so far, and the claim does not say so.",
    "Answer the question that asks for these days; else give the day as as_of, or the period as scope.",
)
FORMER_FIGURE = new_kind(
    "V138",
    "former-figure",
    "The figure held before, or is that by which a number changed, and is not what it is (to 61 from 49, rose by 12 to 61, at the last election, in 2029 it had been), or its time was over long before known_from.",
    "Print the figure that holds now. If the claim is of the time before, give that as as_of or as scope; if the question is, as its when.",
)
CONVERTED_FIGURE = new_kind(
    "V139",
    "converted-figure",
    "The figure stands in brackets behind another one, and is only the same sum in another currency or unit.",
    "Print the figure before the brackets; where the question asks for another unit, say with unit which one it is in.",
)

PLACE_NOT_PRINTED = new_kind(
    "V141",
    "place-not-printed",
    "The printed words do not contain any name of a place, or of whoever, in value.",
    "Mend value, or add the printed spelling to the aliases of its entry.",
)
PLACE_DROPPED = new_kind(
    "V142",
    "place-dropped",
    "The printed words name a place that value leaves out.",
    "Add the place's id to value; if it only says where the others lie, end the printed words before it.",
)
STRANGE_SPELLING = new_kind(
    "V143",
    "strange-spelling",
    "The name is spelled like a known one, but is none of its names and aliases.",
    "If it is the same name, add it to the aliases of the entry that the message names; if it is another, say so in allow.",
)
SCOPE_UNFIT = new_kind(
    "V144",
    "scope-unfit",
    "The scope names something that the passage does not, or all other answers to the question give one and this claim does not.",
    "Give the scope that the text gives.",
)
ANSWER_UNFIT = new_kind(
    "V145",
    "answer-unfit",
    "The yes or no does not fit the printed words: it is a yes, and they deny it (ruled out a storm), say the opposite of what is asked (was shut, "
    "of whether it was open), refuse to do it (turned down a request to forbid it) or have it still to come (must still vote); or it is a no, "
    "and they say what it says no to.",
    "Mend value. If the words mean it all the same, say in allow why.",
)
DOUBT_NOT_PRINTED = new_kind(
    "V147",
    "doubt-not-printed",
    "The word in doubt does not stand in the sentence of these words, or calls nothing likely, as probably, appears to or as far as is known do.",
    "Copy from the sentence the word by which it is called likely, or leave doubt out.",
)
DOUBT_DROPPED = new_kind(
    "V148",
    "doubt-dropped",
    'A word such as "likely" stands further before these words in their clause, and the claim does not have it.',
    "Add doubt with that word. If it is said of something else, say in allow of what.",
    WARNING,
)
HEADLINE_UNHEDGED = new_kind(
    "V149",
    "headline-unhedged",
    "The claim is of the headline alone, and the text below prints the same, a figure perhaps with a hedge or as a bound.",
    "Cite the words of the text, with a quote that only the text has, or add a claim on the same question that does.",
)
ANOTHER_PLACE = new_kind(
    "V146",
    "another-place",
    "The passage says the figure or answer of a place, and the question asks for another one, or names none while the text tells of another country or place (in Norway 21 were hurt).",
    "Answer the question that asks for this place, or name it as scope.",
)
