"""The tables of the site's data: what each column means, and a record as a line of a CSV file.

From these declarations come the header and the lines of the CSV files, the table schemas of the data package, the JSON Schemas and
the lists of columns on the page of the data, so that none can say something else than the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, Literal

from msgspec import Struct

Type = Literal["text", "number", "whole", "yes", "list", "map", "any"]
"""A text, a number, a whole number, true or false, a list of texts, texts by name, or one of text, list and true or false."""

_FORMULA = re.compile(r"=|[+\-@].*[|(]|[\t\r]")
"""How a text begins that spreadsheets take for a formula. ``-5`` and ``@name`` are none."""
_QUOTED = re.compile(r'[",\n\r]')
_SPECIAL = re.compile(r'[",\n\r]|(?:\A|\0)[=+\-@\t]')
"""What a text has in it, or begins with, that cannot stand in a cell as it is, or may not."""
SEPARATOR = "; "
"""Between the entries of a list in a CSV file."""


class Column(Struct, frozen=True):
    """One column of a table, and one key of its JSON records."""

    name: str
    type: Type
    about: str
    """What it means, as a sentence."""
    required: bool = False
    """Whether each record has a value of it: in JSON a key without one is left out."""
    words: tuple[str, ...] = ()
    """The only words that it may have; empty if it may have others."""
    to: str = ""
    """``table.column`` that it refers to."""
    items: tuple[Column, ...] = ()
    """Of a list of records: the keys of each."""


class Table(Struct, frozen=True, dict=True):
    """One table of the data."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    """The columns that tell its records apart."""
    nested: tuple[Column, ...] = ()
    """Keys that only its JSON records have: lists of records, which are tables of their own as CSV."""
    json: bool = True
    """Whether there is a JSON file of it."""

    @property
    def csv_file(self) -> str:
        """The address of its CSV file."""
        return f"data/{self.name}.csv"

    @property
    def json_file(self) -> str:
        """The address of its JSON file."""
        return f"data/{self.name}.json"

    @property
    def files(self) -> tuple[str, ...]:
        """The addresses of its files."""
        return (self.json_file, self.csv_file) if self.json else (self.csv_file,)

    @property
    def header(self) -> bytes:
        """The first line of its CSV file, with the line's end."""
        return ",".join(column.name for column in self.columns).encode() + b"\n"

    def csv_line(self, record: Mapping[str, Any]) -> bytes:
        """Return a record as a line of the CSV file, without the line's end."""
        return self.csv_lines([record])

    def csv_lines(self, records: Iterable[Mapping[str, Any]]) -> bytes:
        """Return records as lines of the CSV file, without the last line's end."""
        lines = [
            [
                "" if (value := record[name]) is None else value if type(value) is str else _cell(value)
                for name in self._names
            ]
            for record in records
        ]
        # Most have nothing that has to be quoted: looked for once, and apart by what no cell has.
        if _SPECIAL.search("\0".join(chain.from_iterable(lines))):
            lines = [list(map(_text, cells)) for cells in lines]
        return "\n".join(map(",".join, lines)).encode()

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _cell(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (list, tuple, dict)):
        return SEPARATOR.join(map(str, value))
    return repr(value)


def _text(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    if _FORMULA.match(text):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


_SCALAR: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "yes": {"type": "boolean"},
    "list": {"type": "array", "items": {"type": "string"}},
    "map": {"type": "object", "additionalProperties": {"type": "string"}},
    "any": {"type": ["string", "boolean", "array"], "items": {"type": "string"}},
}


def json_schema(table: Table, id: str) -> dict[str, Any]:
    """Return the JSON Schema of a table's JSON file. ``id`` is its address."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id,
        "title": table.name,
        "description": table.about,
        "type": "array",
        "items": _object((*table.columns, *table.nested)),
    }


def _object(columns: Sequence[Column]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {column.name: _property(column) for column in columns},
        "required": [column.name for column in columns if column.required],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"description": column.about, **_SCALAR[column.type]}
    if column.items:
        found["items"] = _object(column.items)
    if column.words:
        found["enum"] = list(column.words)
    return found


_FRICTIONLESS = {"number": "number", "whole": "integer", "yes": "boolean"}


def table_schema(table: Table, tables: Mapping[str, Table]) -> dict[str, Any]:
    """Return the Frictionless Table Schema of a table's CSV file (Data Package, Table Schema 1.0). ``tables`` are those of the package."""
    fields: list[dict[str, Any]] = []
    for column in table.columns:
        field: dict[str, Any] = {
            "name": column.name,
            "type": _FRICTIONLESS.get(column.type, "string"),
            "description": column.about,
        }
        # A list without entries is an empty cell.
        filled = column.required and column.type not in ("list", "map")
        constraints: dict[str, Any] = {"required": True} if filled else {}
        if column.words:
            constraints["enum"] = list(column.words)
        fields.append(field | ({"constraints": constraints} if constraints else {}))
    found: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key), "missingValues": [""]}
    keys = [
        {"fields": [column.name], "reference": {"resource": to, "fields": [field]}}
        for column in table.columns
        if column.to and column.type != "list"
        for to, field in [column.to.split(".")]
        if to in tables
    ]
    return found | ({"foreignKeys": keys} if keys else {})


def _id(about: str) -> Column:
    return Column("id", "text", about, required=True)


_URL = Column("url", "text", "Its address, relative to the site's root.", required=True)
_RELATIONS = (
    "not comparable", "later count", "part of", "same", "compatible", "in tension", "conflict", "headline against text",
    "change of a copy",
)  # fmt: skip
_SILENCES = (
    "not mentioned",
    "published before",
    "text incomplete",
    "copy may be cut",
    "not looked for",
    "not answered",
    "open",
)
_MODIFIERS = ("exactly", "about", "up to", "at least", "more than", "less than", "between", "vague")

_TEXT_OF = (
    Column("source_file", "text", "Name of the former text's file, which is not published.", required=True),
    Column("source_sha256", "text", "SHA-256 of that file.", required=True),
)
_REVISED = Column("revised", "text", "EDTF date on which the outlet changed it.")
_HEADLINE = Column("headline", "text", "The headline before, if it was another.")
_FORMER = Column(
    "former", "list", "What the outlet printed before: each former text with its claims.", required=True,
    items=(
        _REVISED,
        _HEADLINE,
        Column("claims", "list", "What it printed otherwise, or what the next text has not.", required=True, items=(
            Column("id", "text", "The claim, by its id within the article.", required=True),
            Column("printed", "text", "Its words before.", required=True),
            Column("dropped", "yes", "Whether the next text has nothing in its place.", required=True),
        )),
        Column("added", "list", "The claims that the revision brought.", required=True),
        *_TEXT_OF,
    ),
)  # fmt: skip
ARTICLES = Table(
    "articles",
    "The texts that are compared.",
    (
        _id("Its name on this site."),
        Column("outlet", "text", "Who printed it.", required=True, to="outlets.id"),
        Column("title", "text", "The headline as printed; empty where the text at hand has none."),
        Column("byline", "list", "The names in the byline.", required=True),
        Column("credit", "text", "The agency or paper credited for the text."),
        Column("copy_of", "text", "The article whose text this one repeats.", to="articles.id"),
        Column("published", "text", "EDTF date of publication."),
        Column("language", "text", "BCP 47 language of the text.", required=True),
        Column("completeness", "text", "How much of the text was at hand.", required=True, words=("full text", "excerpt", "mirror")),
        Column("inferred", "map", "What is not stated in the text but inferred, each with from what; as CSV the keys alone.", required=True),
        Column("source_file", "text", "Name of the text's file, which is not published.", required=True),
        Column("source_sha256", "text", "SHA-256 of that file.", required=True),
        Column("source_url", "text", "Where the outlet published it."),
        Column("archived_url", "text", "Where a web archive keeps a copy."),
        _URL,
    ),
    nested=(_FORMER,),
)  # fmt: skip
REVISIONS = Table(
    "revisions",
    "What outlets changed in their articles: a line for each claim that a revision changed, dropped or brought, or one without a claim.",
    (
        Column("article", "text", "The article.", required=True, to="articles.id"),
        Column("revision", "whole", "Which revision of the article, counted from 1.", required=True),
        _REVISED,
        _HEADLINE,
        Column("claim", "text", "article/claim. One that was dropped is no record of its own."),
        Column("change", "text", "What the revision did to it.", words=("changed", "dropped", "added")),
        Column("was", "text", "Its words before; empty of one that is new."),
        *_TEXT_OF,
    ),
    ("article", "revision", "claim"),
    json=False,
)
CLAIMS = Table(
    "claims",
    "What one article answers to one question, as printed and as read.",
    (
        _id("article/claim."),
        Column("article", "text", "The article.", required=True, to="articles.id"),
        Column("outlet", "text", "The article's outlet.", required=True, to="outlets.id"),
        Column("topic", "text", "The question's topic.", required=True, to="topics.id"),
        Column("question", "text", "The question: topic/question.", required=True, to="questions.id"),
        Column("printed", "text", "The words as printed.", required=True),
        Column("modifier", "text", "How a figure is meant.", words=_MODIFIERS),
        Column("low", "number", "The lowest figure that the words allow for what is asked; empty where they leave it open."),
        Column("high", "number", "The highest figure that the words allow for what is asked; empty where they leave it open."),
        Column("near", "yes", "Whether the figure is said to be close to its bound."),
        Column("share", "yes", "Whether the figure is a part, rate or multiple of something else."),
        Column("value", "any", "Of an answer that is no figure: an EDTF date, ids of places or sources, names, true or false; open for a yes or no that the text leaves open."),
        Column("unit", "text", "The figure's unit."),
        Column("counts", "text", "What is counted."),
        Column("of", "text", "The people or things that the figure is about."),
        Column("scope", "text", "What it holds for, if not for what the question asks."),
        Column("as_of", "text", "EDTF date for which it holds, if that is not the question's."),
        Column("hour", "text", "The time of day of an answer to a running count: on a clock, or a part of the day."),
        Column("said_on", "text", "EDTF date on which the source said it."),
        Column("said_as", "text", "The text's own words for that day, if it was worked out."),
        Column("sources", "list", "Who said it and through whom it came: ids of sources.", required=True, to="sources.id"),
        Column("originators", "list", "Who said it first: the first of these.", required=True, to="sources.id"),
        Column("attribution", "text", "How the text names its source.", required=True, words=("stated", "implied", "unattributed")),
        Column("speech", "text", "Whether the outlet prints the words in quotation marks.", required=True, words=("quoted", "reported")),
        Column("where", "text", "The part of the article.", required=True, words=("text", "headline", "caption")),
        Column("cue", "text", "The word of saying, as printed."),
        Column("status", "text", "The outlet's words that it could not be verified, as printed."),
        Column("status_covers", "text", "What these words are about.", words=("everything", "this claim")),
        Column("verified", "text", "The outlet's words that it has checked it itself, as printed."),
        Column("doubt", "text", "The word by which the text calls it likely and no more."),
        Column("leaves_open", "text", "What the text leaves open about its own words."),
        Column("gist", "text", "What the words amount to, in the site's own words."),
        Column("rendering", "text", "The printed words as this site renders them: in its language, or with a slip put right."),
        Column("quote", "text", "A short fragment of the text that shows it, as printed."),
        Column("part_of", "text", "The claim of the same article that includes this one.", to="claims.id"),
        Column("note", "text", "The editor's remark."),
        _URL,
    ),
)  # fmt: skip
_ENDS = tuple(
    Column(f"{end}_{name}", "text", about, to=to, words=words)
    for end, which in (("low", "lowest"), ("high", "highest"))
    for name, about, to, words in (
        ("claim", f"The claim that printed the {which} figure, the first of several.", "claims.id", ()),
        ("modifier", f"How that one means its figure: alone, the {which} figure says more than it does.", "", _MODIFIERS),
        ("printed", "Its words as printed.", "", ()),
    )
)  # fmt: skip
_RELATION_KEYS = (
    Column("a", "text", "One claim.", required=True, to="claims.id"),
    Column("b", "text", "The other claim.", required=True, to="claims.id"),
    Column("relation", "text", "How they relate.", required=True, words=_RELATIONS),
    Column("reason", "text", "Why, in a sentence."),
)
_SILENCE_KEYS = (
    Column("article", "text", "The article.", required=True, to="articles.id"),
    Column("kind", "text", "Why it does not answer.", required=True, words=_SILENCES),
)
_RELATION = Column(
    "relations",
    "list",
    "How two answers relate to each other, with the reason.",
    required=True,
    items=_RELATION_KEYS,
)
_SILENCE = Column(
    "silences", "list", "The articles that do not answer, with why.", required=True, items=_SILENCE_KEYS
)
COMPARISONS = Table(
    "comparisons",
    "All answers to one question side by side: one row of a topic's page.",
    (
        Column("topic", "text", "The question's topic.", required=True, to="topics.id"),
        Column("question", "text", "The question: topic/question.", required=True, to="questions.id"),
        Column("text", "text", "The question in full.", required=True),
        Column("summary", "text", "How the accounts differ and why, in a sentence; empty if they do not."),
        Column("notes", "list", "What is to be said besides.", required=True),
        Column("reports", "whole", "Number of articles that answer.", required=True),
        Column("texts", "whole", "Number of these without copies.", required=True),
        Column("origins", "whole", "Number of distinct sources behind them.", required=True),
        Column("unattributed", "whole", "Number of reports that name no source.", required=True),
        Column("low", "number", "The smallest figure printed as a bound; nothing is averaged."),
        Column("high", "number", "The largest figure printed as a bound."),
        *_ENDS,
        _URL,
    ),
    ("question",),
    (_RELATION, _SILENCE),
)
RELATIONS = Table(
    "relations",
    "How two claims on one question relate to each other.",
    (
        Column("question", "text", "The question: topic/question.", required=True, to="questions.id"),
        *_RELATION_KEYS,
    ),
    ("question", "a", "b"),
    json=False,
)
SILENCES = Table(
    "silences",
    "Articles of a story that do not answer a question, with why.",
    (
        Column("question", "text", "The question: topic/question.", required=True, to="questions.id"),
        *_SILENCE_KEYS,
    ),
    ("question", "article"),
    json=False,
)
QUESTIONS = Table(
    "questions",
    "What is asked of every article of a story.",
    (
        _id("topic/question."),
        Column("topic", "text", "Its topic.", required=True, to="topics.id"),
        Column("text", "text", "The question in full.", required=True),
        Column("short", "text", "The question in a few words.", required=True),
        Column("answer", "text", "The kind of answer.", required=True, words=("quantity", "date", "place", "yes-no", "wording", "who")),
        Column("unit", "text", "Of a quantity: the unit."),
        Column("counts", "text", "Of a quantity: what is counted."),
        Column("of", "text", "Of a quantity: the people or things that it is about."),
        Column("when", "text", "EDTF date or period that it asks about."),
        Column("running", "yes", "Whether the answer grows while it is told, as a toll does.", required=True),
        Column("detail_of", "text", "The question of which this one asks a detail.", to="questions.id"),
        Column("known_from", "text", "EDTF day from which the answer could be known."),
        Column("note", "text", "What one must know to understand the row."),
        _URL,
    ),
)  # fmt: skip
TOPICS = Table(
    "topics",
    "Comparisons that have a page: sets of questions.",
    (
        _id("Its name on this site."),
        Column("story", "text", "The story it belongs to.", required=True, to="stories.id"),
        Column("title", "text", "The page's title.", required=True),
        Column("lead", "text", "What is compared.", required=True),
        Column(
            "data_url",
            "text",
            "The table with its claims: its own, or claims.csv if its page has no room for all reports.",
            required=True,
        ),
        _URL,
    ),
)
STORIES = Table(
    "stories",
    "Runs of events.",
    (
        _id("Its name on this site."),
        Column("title", "text", "The title.", required=True),
        Column("summary", "text", "What happened, in neutral words.", required=True),
        Column("topics", "list", "Its topics.", required=True, to="topics.id"),
        _URL,
    ),
)
_SAME = Column("same_as", "list", "Addresses of what is the same elsewhere, such as Wikidata.", required=True)
OUTLETS = Table(
    "outlets",
    "Who prints.",
    (
        _id("Its name on this site."),
        Column("name", "text", "The name as readers know it.", required=True),
        Column("short", "text", "A shorter name.", required=True),
        Column("aliases", "list", "Other names in print.", required=True),
        Column("kind", "text", "The kind of outlet.", required=True),
        Column("country", "text", "Where it is based."),
        Column("hosts", "list", "Host names of its website.", required=True),
        Column("note", "text", "What a reader should know about it."),
        _SAME,
        Column("url", "text", "The address of its page; empty if no text of it is compared."),
    ),
)
SOURCES = Table(
    "sources",
    "Who says something first, or passes it on.",
    (
        _id("Its name on this site."),
        Column("name", "text", "The name used on the site.", required=True),
        Column("short", "text", "The name used in sentences.", required=True),
        Column("aliases", "list", "Other names in print.", required=True),
        Column("kind", "text", "The kind of source.", required=True),
        Column("stake", "text", "Its interest in what it says.", required=True),
        Column("stake_note", "text", "The stake in a few words."),
        Column("side", "text", "Its side, in the editor's words."),
        Column("about", "text", "What else to know of it, in the editor's words."),
        Column("speaks_for", "text", "The source for which it speaks.", to="sources.id"),
        _SAME,
        Column("url", "text", "The address of its page; empty if no claim names it."),
    ),
)
PLACES = Table(
    "places",
    "Places that claims name.",
    (
        _id("Its name on this site."),
        Column("name", "text", "The name used on the site.", required=True),
        Column("aliases", "list", "Other spellings in print.", required=True),
        Column("latitude", "number", "Degrees north."),
        Column("longitude", "number", "Degrees east."),
        Column("precision", "text", "How exact the coordinate is."),
        Column("located_by", "text", "The source of the coordinate."),
        Column(
            "within",
            "list",
            "The places that it lies within, the nearest first.",
            required=True,
            to="places.id",
        ),
        Column("note", "text", "Namesakes, doubts, the reason why it is not located."),
        _SAME,
    ),
)
MOVED = Table(
    "moved",
    "Ids that were published and are not used any more.",
    (
        Column("kind", "text", "Of what it was the id.", required=True),
        _id("The former id."),
        Column("to", "text", "The id that stands in its place today; empty if nothing does."),
        Column("on", "text", "EDTF date of the change."),
        Column("why", "text", "Why."),
        Column("url", "text", "Where what stands in its place is, relative to the site's root."),
    ),
    ("kind", "id"),
)
_claims = {column.name: column for column in CLAIMS.columns}
OF_TOPIC = Table(
    "topics/TOPIC",
    "The claims of one topic with what one would have to look up elsewhere: a file for each topic whose page has room for all reports.",
    (
        Column("claim", "text", "article/claim.", required=True, to="claims.id"),
        _claims["question"],
        Column("asked", "text", "The question in a few words.", required=True),
        _claims["article"],
        Column("outlet_name", "text", "The outlet.", required=True),
        Column("title", "text", "The article's headline as printed."),
        Column("published", "text", "EDTF date of its publication."),
        *(_claims[name] for name in ("printed", "modifier", "low", "high", "value", "unit", "counts", "of", "scope", "as_of", "hour", "said_on")),
        Column("source_names", "list", "Who said it first.", required=True),
        Column("through", "list", "Through whom it came.", required=True),
        *(_claims[name] for name in ("attribution", "speech", "where", "cue", "status", "verified", "doubt", "quote", "note", "url")),
        Column("article_url", "text", "Where the outlet published the article."),
    ),
    ("claim",),
    json=False,
)  # fmt: skip
OF_PARTS = (ARTICLES, REVISIONS, CLAIMS, COMPARISONS, RELATIONS, SILENCES, QUESTIONS, TOPICS, STORIES)
"""The tables whose records come with the parts of a site."""
OF_SITE = (OUTLETS, SOURCES, PLACES, MOVED)
"""The tables made of the registries."""
TABLES = (*OF_PARTS, *OF_SITE)
FILES = frozenset([*(address for table in TABLES for address in table.files), "data/annotations.jsonld"])
"""The addresses of all data files but those of single topics."""
