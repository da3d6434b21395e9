"""Kinds of problems of the editor's commands, with stable codes V5xx. A ``Refusal`` ends a command; warnings are printed."""

from __future__ import annotations

from collections.abc import Sequence

from builder.content.problems import Kind, Problem, Severity, new_kind, printable


class Refusal(Exception):
    """Raised if a command cannot do what was asked. ``message`` says why, the kind says what to do next."""

    def __init__(self, kind: Kind, message: str) -> None:
        self.kind = kind
        # It may contain text of hosts, pages and file names, whose control characters would steer a terminal.
        self.message = "\n".join(map(printable, message.split("\n")))
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message} [{self.kind.code} {self.kind.name}]\n  Next: {self.kind.mend}"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.kind, self.message)


class UnfinishedError(Refusal):
    """A draft cannot be published: ``problems`` are all that is wrong with it, warnings among them."""

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(UNFINISHED, message)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.message, self.problems)


class Remark(str):
    """A line for the editor: what was noticed, with the code to look it up."""

    __slots__ = ()

    @classmethod
    def of(cls, kind: Kind, message: str) -> Remark:
        """Return the line for a message of a kind."""
        return cls(f"{message} [{kind.code} {kind.name}]")


NO_FILE = new_kind(
    "V501",
    "no-such-file",
    "There is no file of that name, or it cannot be read.",
    "Check the path and its permissions.",
)
UNKNOWN_FORMAT = new_kind(
    "V502",
    "unknown-format",
    "The file has none of the formats that can be read: saved HTML, plain text, Markdown, PDF.",
    "Save the page as HTML, or paste its text into a .txt file, and add that.",
)
FILE_TOO_LARGE = new_kind(
    "V503",
    "text-too-large",
    "The file is larger than an article's page can be.",
    "Save only the article (reader view, or its text), and add that.",
)
NOT_TEXT = new_kind(
    "V504",
    "not-text",
    "The bytes are not text in an encoding that can be recognised safely.",
    "Open the file in an editor, save it as UTF-8, and add it again.",
)
NO_TEXT = new_kind(
    "V505",
    "no-article-text",
    "No article was found in the file: it is empty, or holds only a few words.",
    "Look at the page; if the article shows there, copy its text into a .txt file and add that.",
)
CONSENT_PAGE = new_kind(
    "V506",
    "consent-page",
    "What was saved is a cookie, consent or robot-check page, not the article behind it.",
    "Open the page, pass the banner, save it again, and add that.",
)
PAYWALL = new_kind(
    "V507",
    "paywall-stub",
    "The page shows only the beginning of the article and asks readers to subscribe.",
    "Add the whole text where you may read it; otherwise keep the completeness excerpt.",
    Severity.WARNING,
)
ALREADY_ADDED = new_kind(
    "V508",
    "already-added",
    "An article with this very text is in the content already. Nothing was written.",
    "Go on with that article, as the message says: its claims are proposed.",
)
NAME_TAKEN = new_kind(
    "V509",
    "name-taken",
    "A file of that name exists and holds something else. Nothing is ever overwritten.",
    "Choose another name with --slug.",
)
NEAR_COPY = new_kind(
    "V510",
    "near-copy",
    "The text shares long passages with one that is there already: a reprint or the same wire report.",
    "Compare the two; if it is a copy, set copy_of in the draft, so that both count as one text.",
    Severity.WARNING,
)
GUESSED_ENCODING = new_kind(
    "V511",
    "guessed-encoding",
    "The file does not say its encoding; it was read as the likeliest, Windows-1252 or UTF-16.",
    "Look at quotation marks and accents in the stored text.",
    Severity.WARNING,
)
BROKEN_FILE = new_kind(
    "V512",
    "broken-file",
    "The file could not be read in the time and memory that an article needs: it is damaged, or made to do harm.",
    "Copy the text out of the program that shows it into a .txt file, and add that.",
)
SCANNED = new_kind(
    "V513",
    "no-text-layer",
    "The PDF holds pictures of pages and no text.",
    "Run text recognition on it first (ocrmypdf does), and add the result.",
)
BAD_ADDRESS = new_kind(
    "V514",
    "bad-address",
    "The address is not one that can be fetched: only http and https, without a password.",
    "Copy the article's address from the browser; if it forwards to nowhere there either, no program can fetch it. If it opens there, "
    "save the page as HTML, and add the file.",
)
LOCAL_ADDRESS = new_kind(
    "V515",
    "local-address",
    "The address, or one it forwards to, lies in this machine or the local network.",
    "Check the address; if that is what you mean, say --allow-local.",
)
NOT_FETCHED = new_kind(
    "V516",
    "not-fetched",
    "The page could not be fetched within the limits of size, time and redirects.",
    "Open it in a browser, save it as HTML, and add the file.",
)
BAD_ANSWER = new_kind(
    "V517",
    "bad-answer",
    "A value given on the command line is not one the key takes.",
    "See what the command takes: its name and --help.",
)
UNKNOWN_OUTLET = new_kind(
    "V518",
    "outlet-not-entered",
    "The outlet is not in outlets.yml.",
    "Name one that is there, or enter it: the lines above go into content/outlets.yml, with its name as readers know it.",
)
NEW_OUTLET = new_kind(
    "V519",
    "new-outlet",
    "The page names an outlet that is not in outlets.yml.",
    "Enter the lines that the draft proposes into content/outlets.yml, and put outlet: its-id into the draft.",
    Severity.WARNING,
)
NO_ARTICLE = new_kind(
    "V520",
    "no-such-article",
    "There is no article of that name in content/articles/.",
    "Name it as its file is named, without .md; variorum add makes a new one.",
)
NO_PRIVATE_TEXT = new_kind(
    "V521",
    "no-private-text",
    "The article's full text is not in the private folder, so nothing can be proposed from it.",
    "Put the file there, or set VARIORUM_SOURCES to the folder that has it; sources/ is looked into all the same.",
)
TEXT_CHANGED = new_kind(
    "V522",
    "other-text",
    "The file in the private folder is not the one that the article was made from: its SHA-256 differs.",
    "Restore the file, or set source_sha256 after checking every claim again.",
)
CANNOT_INSERT = new_kind(
    "V523",
    "cannot-insert",
    "The file cannot be changed without touching what an editor wrote.",
    "Mend its front matter first: variorum check says where.",
)
NOT_A_DRAFT = new_kind(
    "V524", "not-a-draft", "The article is no draft: it is published already.", "There is nothing to do."
)
UNFINISHED = new_kind(
    "V525",
    "unfinished-draft",
    "The draft has errors and would stop the build.",
    "Mend the lines listed above, then publish it again.",
)
NO_PRECIS = new_kind(
    "V526",
    "no-precis",
    "A draft without a précis cannot be published: its page would hold claims and nothing that says what the article tells.",
    "Write it under the last line of dashes: what the article tells, whom it relies on, what it leaves out.",
)
OTHER_LANGUAGE = new_kind(
    "V527",
    "other-language",
    "The article is in a language of which the rules for proposals know little or nothing.",
    "Enter its claims by hand; the figures that are proposed need a closer look.",
    Severity.WARNING,
)
NOT_UNDERSTOOD = new_kind(
    "V528",
    "not-understood",
    "A registry or a topic has errors, so it is not known what it contains.",
    "Mend it first: variorum check says where.",
)
WHICH_STORY = new_kind(
    "V529",
    "which-story",
    "The site has several stories, and the article does not say to which it belongs. Only that one's questions and sources are "
    "proposed.",
    "Write it into the article's file: story: its id in content/stories.yml.",
)
NO_REFERENCE = new_kind(
    "V530",
    "no-reference",
    "There is nothing to compare with.",
    "Build once (variorum build), or name a folder, a data file or a git revision with --against.",
)
REFERENCE_HAS_ERRORS = new_kind(
    "V531",
    "reference-has-errors",
    "The content to compare with has errors by the current rules, so it is not known what changed since.",
    "Compare with a built site or its data files, or with another revision.",
)
NO_SITE = new_kind(
    "V532",
    "no-built-site",
    "There is no built site to make a server's headers from.",
    "Build it first (variorum build), or name its folder with --site-dir.",
)
NOTHING_TO_CORRECT = new_kind(
    "V533",
    "nothing-to-correct",
    "The site has no article, claim, question or topic of this name, so nobody would find the correction.",
    "Name an article or a topic by its id, a claim as article/claim, a question as topic/question.",
)
NOTHING_TO_LOG = new_kind(
    "V534",
    "nothing-to-log",
    "The sentence is empty.",
    "Write in one sentence what these pages said wrongly, and what is right.",
)
NOT_REVISED = new_kind(
    "V535",
    "not-to-be-revised",
    "Only an article that is published and has no errors can be revised, by one draft at a time.",
    "Publish it or mend it first; a draft that revises it is published, or deleted, before the next.",
)
NOTHING_NAMED = new_kind(
    "V536",
    "nothing-named",
    "The site has nothing of this name, or several things.",
    "Name it by its id: a claim as article/claim, a question as topic/question; with --kind where an id is used twice.",
)
NAME_REFUSED = new_kind(
    "V537",
    "name-refused",
    "The new name is no id (small letters a-z, digits, single hyphens, at most 80), is in use, or was that of something else, whose old "
    "address leads on.",
    "Choose another one.",
)
STILL_NAMED = new_kind(
    "V538",
    "still-named",
    "Other places name what would be removed, and would be wrong without it. Nothing was changed.",
    "Change the places above first. Claims that answer a question go with it if you say --with-claims.",
)
CANNOT_FOLLOW = new_kind(
    "V539",
    "cannot-follow",
    "Not every place can be changed safely, so none was: a file is a link or written in an unusual way, or the content would have errors.",
    "Mend what the message names, then try again.",
)
NO_REASON = new_kind(
    "V541",
    "no-reason",
    "Readers have links to it, and are told what became of it.",
    'Say why it goes (--why "...") or what takes its place (--to ID).',
)
NOT_PUBLISHED = new_kind(
    "V542",
    "not-to-be-taken-back",
    "Only the publication of an article that nothing else speaks of yet can be taken back.",
    "Mend the article as it stands, or remove it: readers are then told why.",
)
FOLDER_IN_USE = new_kind(
    "V540",
    "folder-in-use",
    "The folder is not empty. Nothing is ever overwritten.",
    "Name a folder that does not exist yet.",
)
NO_EXAMPLE = new_kind(
    "V544",
    "no-example",
    "The example story of a new site goes whole, as long as nothing of it was changed. Nothing was changed.",
    "Remove what is left of it by name: variorum remove, or “Rename and remove” at the desk.",
)
CANNOT_LISTEN = new_kind(
    "V545",
    "cannot-listen",
    "The desk cannot be served at this port: another program has it, perhaps another desk, or it needs more rights than you have.",
    "Leave --port out: a free one is found. Or name another from 1024 to 65535, or use the desk that is open there.",
)
CHANGED_SINCE = new_kind(
    "V543",
    "changed-since",
    "What was to be changed is other by now: another desk, an editor or a later step changed it. Nothing was overwritten.",
    "Look at it as it is now and decide again; to take back an early step, take back those after it first.",
)
