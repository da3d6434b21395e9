"""The page of the site's data, for people: what there is, what its columns mean, how to cite it."""

from __future__ import annotations

from msgspec import Struct

from builder.content.model import Settings
from builder.pages import tables
from builder.pages.about import About
from builder.pages.data_package import PACKAGE, citation, licence_url, schema_file
from builder.pages.links import DATA
from builder.pages.tables import Table
from builder.pages.views.words import Words

TYPES = {
    "text": "text",
    "number": "number",
    "whole": "whole number",
    "yes": "true or false",
    "list": "list",
    "map": "texts by name",
    "any": "text, list, or true or false",
}
"""What a column has, in a reader's words."""


class ColumnView(Struct, frozen=True):
    """One column of a table."""

    name: str
    type: str
    about: str
    """In English."""
    words: tuple[str, ...]
    """The only words that it may have."""


class TableView(Struct, frozen=True):
    """One table of the data."""

    name: str
    about: str
    """In English."""
    files: tuple[tuple[str, str], ...]
    """What each of its files is, ``CSV`` or ``JSON``, and its path in the site; none if there is one for each topic."""
    columns: tuple[ColumnView, ...]


class DataView(Struct, frozen=True):
    """The page of the site's data."""

    address: str
    title: str
    description: str
    tables: tuple[TableView, ...]
    package: str
    """Path of the data package."""
    licence: str | None
    """SPDX identifier of the licence."""
    licence_url: str
    citation: str
    version: str


def data_view(about: About, settings: Settings, say: Words) -> DataView:
    """Return the page of the site's data."""
    return DataView(
        address=DATA,
        title=say("Data"),
        description=say("All that is compared here as tables: to download, to join, to cite."),
        tables=tuple(_table(table) for table in (tables.OF_TOPIC, *tables.TABLES)),
        package=PACKAGE,
        licence=settings.licence,
        licence_url=licence_url(settings.licence) if settings.licence else "",
        citation=citation(about, say("Data"), DATA, say),
        version=about.version,
    )


def _table(table: Table) -> TableView:
    files = [("CSV", table.csv_file)]
    if table.json:
        files += [("JSON", table.json_file), ("JSON Schema", schema_file(table))]
    return TableView(
        table.name,
        table.about,
        () if table is tables.OF_TOPIC else tuple(files),
        tuple(
            ColumnView(column.name, TYPES[column.type], column.about, column.words)
            for column in (*table.columns, *table.nested)
        ),
    )
