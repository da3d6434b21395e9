"""The kinds of problems with content, and the messages about them.

Every kind has a stable code, so that a message can be looked up, filtered and silenced.
The codes are grouped: V0xx reading a file, V1xx proof against the private texts (``builder.proof.kinds``), V2xx structure and
references, V3xx values.
The error catalogue in the docs is generated from ``CATALOGUE``.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from enum import Enum

from msgspec import Struct


class Severity(Enum):
    """Severity of a problem: an error stops the build, a warning is only reported."""

    ERROR = "error"
    WARNING = "warning"


class Kind(Struct, frozen=True):
    """One kind of problem, as the error catalogue lists it."""

    code: str
    """Stable code, e.g. ``V206``."""
    name: str
    """Stable name, e.g. ``unknown-question``."""
    severity: Severity
    meaning: str
    """What it means, in one or two sentences."""
    mend: str
    """The one thing to do about it."""

    def __reduce__(self) -> tuple[Callable[[str], Kind], tuple[str]]:
        # In another process it is the one of its catalogue.
        return kind_named, (self.name,)


def printable(text: str) -> str:
    """Return a text for a one-line message: line ends, control characters and stray bytes are escaped."""
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


class Problem(Struct, frozen=True):
    """One problem at one place."""

    path: str
    """The file, relative to the site's root, with forward slashes."""
    line: int
    """Line in that file, counted from 1."""
    key: str
    """Key path in the document, e.g. ``claims[3].question``; empty for the file as a whole."""
    kind: Kind
    message: str
    """What is wrong, naming the value."""

    def __str__(self) -> str:
        where = f"{self.key}: " if self.key else ""
        return printable(
            f"{self.path}:{self.line}: {where}{self.message} [{self.kind.code} {self.kind.name}]"
        )

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """Sort key: file, line, key, code, message. Makes the order of messages reproducible."""
        return (self.path, self.line, self.key, self.kind.code, self.message)

    @property
    def record(self) -> dict[str, str | int]:
        """The same for programs, as JSON has it. The keys stay as they are."""
        kind = self.kind
        return {
            "code": kind.code,
            "name": kind.name,
            "severity": kind.severity.value,
            "path": self.path,
            "line": self.line,
            "key": self.key,
            "message": self.message,
            "why": kind.meaning,
            "mend": kind.mend,
        }


class ContentError(Exception):
    """The content has errors, so nothing was built. ``problems`` holds all of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.order)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type, tuple[list[Problem]]]:
        return type(self), (self.problems,)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return only the problems that stop a build."""
    return [problem for problem in problems if problem.kind.severity is Severity.ERROR]


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return ``(did you mean "x"?)`` with a leading space for the nearest known name, or an empty string."""
    near = difflib.get_close_matches(value, sorted(known), n=1, cutoff=0.6)
    return f' (did you mean "{near[0]}"?)' if near else ""


CATALOGUE: dict[str, Kind] = {}
"""Every kind of problem by its name."""


def kind_named(name: str) -> Kind:
    """Return the kind with a name. Raises ``KeyError`` if there is none."""
    return CATALOGUE[name]


def new_kind(code: str, name: str, meaning: str, mend: str, severity: Severity = Severity.ERROR) -> Kind:
    """Create a kind of problem and add it to the catalogue."""
    kind = Kind(code, name, severity, meaning, mend)
    CATALOGUE[name] = kind
    return kind


UNREADABLE = new_kind(
    "V001",
    "unreadable-file",
    "The file cannot be opened.",
    "Check its permissions, and that it is a file.",
)
NOT_UTF8 = new_kind(
    "V002",
    "not-utf8",
    "The file has bytes that are not UTF-8 text.",
    "Save it again as UTF-8.",
)
NUL_BYTE = new_kind(
    "V003",
    "nul-byte",
    "The file holds a NUL or another control character, which no text needs: literally, as a YAML escape or as an HTML entity.",
    "Remove the character; it often comes from pasting out of a PDF.",
)
EMPTY_FILE = new_kind(
    "V004",
    "empty-file",
    "The file is empty.",
    "Fill it in. A registry that has no entries yet says {}; any other file can be deleted instead.",
)
NO_FRONT_MATTER = new_kind(
    "V005",
    "no-front-matter",
    "An article must begin with front matter: YAML between two lines of three dashes.",
    'Begin the file with a line "---", the keys, and another line "---".',
)
OPEN_FRONT_MATTER = new_kind(
    "V006",
    "open-front-matter",
    "The front matter begins but never ends.",
    'Put a line "---" after the last key.',
)
TOO_LARGE = new_kind(
    "V007",
    "file-too-large",
    "The file is larger than content may be.",
    "Split it: a content file is a page of prose and a list of claims, not an archive.",
)
OUTSIDE = new_kind(
    "V008",
    "outside-content",
    "The file is a link to a place outside the content folder.",
    "Copy the file into the content folder.",
)
BAD_NAME = new_kind(
    "V009",
    "bad-name",
    "The name becomes an address on the site, so it may only hold small letters a-z, digits and single hyphens.",
    "Rename it, and change an id wherever it is used. Move files that are not content out of the content folder.",
)
MISSING_FILE = new_kind(
    "V010",
    "missing-file",
    "A file that every site needs is not there.",
    "Create it; the authoring guide shows how.",
)
WRONG_ENDING = new_kind(
    "V011",
    "wrong-ending",
    "The file's ending is a variant of the one that is read here, so its content would be missing.",
    "Rename it to .md or .yml; if a file of that name exists too, see which of the two is meant.",
)
BAD_TEMPLATE = new_kind(
    "V012",
    "bad-template",
    "One of the site's own templates cannot be rendered.",
    "Mend it there, or remove it to use Variorum's own.",
)
HIDDEN = new_kind(
    "V014",
    "hidden-character",
    "The file holds an invisible character that can make a page show something else than its data: it reverses figures, or splits "
    "and joins words. Characters that a script needs are allowed where it needs them.",
    "Delete the words around it, which deletes it too, and type them again. Right-to-left words need no mark of direction.",
)
SITE_PLACE = new_kind(
    "V016",
    "site-place",
    "The output folder is, contains or lies in a folder with files that are not output.",
    "Name a folder used for output only: site_dir in mkdocs.yml, or the argument of the command.",
)
FOREIGN_FILES = new_kind(
    "V017",
    "foreign-files",
    "The output folder has files that no build wrote, or the record of written files is damaged or lost. "
    "Builds remove and replace only files that the record names.",
    "Move them away or name an empty folder; if they may be deleted, run variorum build --replace (or export --replace) once.",
)
FOREIGN_STAGING = new_kind(
    "V018",
    "foreign-staging",
    "A build prepares the site under this name, next to it, and something that no build made has the name.",
    "Move it away, or give it another name.",
)
CAME_SINCE = new_kind(
    "V019",
    "came-since",
    "A build was interrupted while it moved its files into the site, and something that no build wrote has appeared since in "
    "their place. The site is only in part the new one until the next build goes on.",
    "Move it away and build again.",
)
TAKEN = new_kind(
    "V031",
    "taken-file",
    "The file would be copied to where the build writes one of its own, or where another file is copied to: one of the two "
    "would be lost. Names that differ only in capitals or in how accents are encoded count as the same.",
    "Rename the file, or move it to another folder.",
)
NOT_READ = new_kind(
    "V032",
    "not-read",
    "The file looks like content but lies where it is not read, so its content would be missing.",
    "Move it to the folder that the message names; or out of the content folder, if it is not content.",
)
ASTRAY = new_kind(
    "V033",
    "astray-link",
    "A link in templates/ leads out of the site's folder, to nothing, or in a circle. It is not followed.",
    "Put the file itself there, or remove the link.",
)
CONFLICT = new_kind(
    "V035",
    "conflict-marks",
    "The file holds the marks of a version control (<<<<<<<, =======, >>>>>>>): two versions stand one after the other.",
    "Keep what is right of the two versions, and remove the lines with the marks.",
)
BAD_OUTLINE = new_kind(
    "V034",
    "bad-outline",
    "The outline behind the map (maps/outline.geojson) cannot be drawn: it is a small GeoJSON with a source, a border and a region.",
    "Mend it as the message says, or remove the file: the site then has no map.",
)
BAD_SETTINGS = new_kind(
    "V013",
    "bad-settings",
    "mkdocs.yml, or a file that it inherits, does not hold settings that MkDocs can read.",
    "Write it as https://www.mkdocs.org/user-guide/configuration/ says; variorum new FOLDER writes one to begin with.",
)
TANGLED = new_kind(
    "V015",
    "tangled-prose",
    "The prose nests or leaves open more brackets, lists, quotations or definitions than can be converted in reasonable time, or has no blank line for too long.",
    "Close what is open, put blank lines between paragraphs, and a backslash before a bracket that is not markup.",
)
YAML_SYNTAX = new_kind(
    "V020",
    "yaml-syntax",
    "The YAML cannot be read.",
    "Look at the line: often a colon or a quotation mark is missing.",
)
DUPLICATE_KEY = new_kind(
    "V021",
    "duplicate-key",
    "The same key stands twice in one mapping; one of the two would be lost silently.",
    "Keep one.",
)
YAML_ALIAS = new_kind(
    "V022",
    "yaml-alias",
    "Anchors (&) and aliases (*) are refused: they can make a small file explode.",
    "Write the value out. If the sign begins a text, put the text in quotation marks.",
)
AMBIGUOUS = new_kind(
    "V023",
    "ambiguous-value",
    "YAML readers disagree about this unquoted value (a yes or no, a time, an octal number).",
    "Put it in quotation marks.",
)
TOO_DEEP = new_kind(
    "V024", "too-deep", "The YAML is nested deeper than any content file needs.", "Flatten it."
)
YAML_TAG = new_kind(
    "V025",
    "yaml-tag",
    "YAML tags (!) are refused.",
    "Remove the tag. If the sign begins a text, put the text in quotation marks.",
)
UNQUOTED = new_kind(
    "V026",
    "unquoted-value",
    "The text begins with a sign that means something else in YAML (@ % * & ! [ { | > and others), holds a colon, or leaves a quotation mark open.",
    "Put it in quotation marks, as the message shows.",
)
CUT_VALUE = new_kind(
    "V027",
    "cut-value",
    "A # after a blank begins a comment in YAML: the value ends before it, and the rest would be lost in silence.",
    "Put the whole value in quotation marks. If it is a comment, put it on a line of its own.",
)

UNKNOWN_KEY = new_kind(
    "V201",
    "unknown-key",
    "No such key exists here.",
    "Check the spelling against the key reference: variorum keys prints it.",
)
MISSING_KEY = new_kind("V202", "missing-key", "A required key is missing.", "Add it.")
WRONG_TYPE = new_kind(
    "V203",
    "wrong-type",
    "The value is of the wrong type, e.g. a list where a text belongs.",
    "See the key reference: variorum keys prints it.",
)
BAD_VALUE = new_kind(
    "V204",
    "bad-value",
    "The value is not one of those allowed.",
    "See the key reference: variorum keys prints it.",
)
DUPLICATE_ID = new_kind(
    "V205", "duplicate-id", "The same id is used twice.", "Give each its own, or remove one."
)
UNKNOWN_QUESTION = new_kind(
    "V206",
    "unknown-question",
    "The claim answers a question that no topic asks.",
    "Mend the spelling (topic/question), or add the question to the topic.",
)
UNKNOWN_OUTLET = new_kind(
    "V207", "unknown-outlet", "The outlet is not in outlets.yml.", "Add it there, or mend the spelling."
)
UNKNOWN_SOURCE = new_kind(
    "V208", "unknown-source", "The source is not in sources.yml.", "Add it there, or mend the spelling."
)
UNKNOWN_PLACE = new_kind(
    "V209", "unknown-place", "The place is not in places.yml.", "Add it there, or mend the spelling."
)
UNKNOWN_CLAIM = new_kind(
    "V210",
    "unknown-claim",
    "The claim named here, or linked to in the précis, does not exist in this article, or is this claim itself.",
    "Name the id of another claim in the same article.",
)
UNKNOWN_TOPIC = new_kind(
    "V211",
    "unknown-topic",
    "The story lists a topic that has no file.",
    "Mend the spelling, or create content/topics/NAME.yml.",
)
ORPHAN_TOPIC = new_kind(
    "V212",
    "orphan-topic",
    "The topic belongs to no story, so no page leads to it.",
    "List it under a story's topics.",
)
UNKNOWN_ARTICLE = new_kind(
    "V213",
    "unknown-article",
    "The article named as the original of a copy does not exist, or is itself a copy.",
    "Name the id of an article that is not a copy: its file name without .md.",
)
UNKNOWN_SPELLING = new_kind(
    "V214",
    "unknown-spelling",
    "The spelling is neither the name nor an alias of the source or place with this id.",
    "If it is the same name, add it to the aliases; if not, mend the id.",
)
DRAFT_UNFINISHED = new_kind(
    "V215",
    "draft-unfinished",
    "The draft has this problem. Drafts are left out of the build, so the build is not stopped.",
    "Mend it before you publish the draft.",
    Severity.WARNING,
)
CIRCLE = new_kind(
    "V216",
    "names-itself",
    "A source would speak for itself, or a place lie within itself: directly, or through others that name it.",
    "Remove the key from one of them.",
)
UNKNOWN_STORY = new_kind(
    "V217", "unknown-story", "The story is not in stories.yml.", "Add it there, or mend the spelling."
)
RESERVED_ID = new_kind(
    "V218",
    "reserved-id",
    "A page of this name is the index of its folder, so nothing else can have the address: no link would lead to it.",
    "Give it another id, and change it wherever it is used.",
)
HELD_BACK = new_kind(
    "V219",
    "held-back",
    "Some checks need the whole content, and a part of it cannot be read. They are not made, as they would report things that "
    "this part may have.",
    "Mend the file first, then check again.",
    Severity.WARNING,
)
MOVED_NOWHERE = new_kind(
    "V220",
    "moved-nowhere",
    "moved.yml sends a former id on to one that does not exist, so an old address would lead to nothing.",
    'Name what took its place. If nothing did, leave "to" out and say why.',
)
MOVED_ROUND = new_kind(
    "V221",
    "moved-round",
    "The former ids in moved.yml lead on to each other in a circle, so an old address would lead nowhere.",
    "Name for one of them what stands in its place today.",
)
MOVED_AND_THERE = new_kind(
    "V222",
    "moved-and-there",
    "moved.yml says that this id is not used any more, and it is in use: one address cannot mean two things.",
    "Give what uses it now another id, or remove the entry if it is the same thing as before.",
)
LOG_UNKNOWN = new_kind(
    "V225",
    "log-unknown",
    "The log of changes names an article, a claim, a question or a topic that the site does not have.",
    "Say in moved.yml what id it has now; if it is gone, leave its id out here and write gone: what it was called, and topic: where it stood.",
)
LOG_DRAFT = new_kind(
    "V226",
    "log-draft",
    "The log of changes tells of an article that is a draft. The site tells nobody of it.",
    "Publish the draft, or remove the change from the log.",
    Severity.WARNING,
)
IMPOSSIBLE_DATE = new_kind(
    "V301",
    "impossible-date",
    "The date does not exist, or is not written as EDTF.",
    "Write 2024-12-26, 2024-12, 2024, 2024-12-14/2024-12-15, or 2024-08/.. for an open end.",
)
LOW_ABOVE_HIGH = new_kind(
    "V302", "low-above-high", "The low bound is above the high one.", "Swap or mend them."
)
NO_FIGURE = new_kind(
    "V303",
    "no-figure",
    "The question asks for a figure, and the printed words are not read as one: they print none, or a word in them may change it "
    "in a way that the site does not know.",
    "Quote the figure with the words that belong to it. Where a word is named, keep it in printed, and state what the figure means "
    "with modifier, low and high: for printed: passed the 200 mark, modifier: more than and low: 200; what is only possible (could exceed 200), or a score (1-4), answers no question of how many. Where the words print no figure, write modifier: vague without bounds.",
)
NO_VALUE = new_kind(
    "V304",
    "no-value",
    "The question's kind of answer needs a value in addition to the printed words.",
    "Add value: an EDTF date, a list of place ids, or a quoted yes or no.",
)
QUOTE_TOO_LONG = new_kind(
    "V305",
    "quote-too-long",
    "The quoted fragment has more words than the site's quote_limit.",
    "Shorten it to the words that are compared.",
)
MODIFIER_BOUNDS = new_kind(
    "V306",
    "modifier-bounds",
    "The bounds do not fit the modifier (at least needs low, up to needs high, and so on).",
    "Remove the bounds, or change the modifier.",
)
PRECIS_LENGTH = new_kind(
    "V307",
    "precis-length",
    "The précis is shorter or longer than the site's précis length. It stops no build, as the comparison holds without it; "
    "but a draft without any is not published (V526).",
    "Write as many words as the message asks for, in your own words: those of precis_words in content/site.yml, or of a short text a third.",
    Severity.WARNING,
)
