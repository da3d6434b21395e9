"""The description of the site's data for programs: a Data Package (Frictionless) and a JSON Schema for each JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from builder.content.load import as_id
from builder.content.model import Site, Tombstone
from builder.pages import links, tables
from builder.pages.about import About
from builder.pages.contribution import Contribution
from builder.pages.data_files import ANNOTATIONS, edtf
from builder.pages.json_list import put_together, record_line
from builder.pages.tables import Table, json_schema, table_schema
from builder.pages.views.former import PAGES, place_of
from builder.pages.views.words import Words

PACKAGE = "data/datapackage.json"


def schema_file(table: Table) -> str:
    """Return the address of the JSON Schema of a table's JSON file."""
    return f"data/schemas/{table.name}.schema.json"


def licence_url(licence: str) -> str:
    """Return where a licence stands, given by its SPDX identifier."""
    return f"https://spdx.org/licenses/{licence}.html"


def citation(
    about: About, title: str = "", address: str = "", say: Words | None = None, day: str | None = None
) -> str:
    """Return how the site, or a page of it as it was on a day, is cited in plain words, in the language of ``say`` or else in English."""
    named = [f"“{title}”", about.name] if title else [about.name]
    say = say or Words()
    version = [say("version {version}", version=about.version)] if about.version else []
    return ", ".join(filter(None, [*named, *version, day, about.full(address)]))


def site_tables(site: Site, contribution: Contribution, *, single: bool) -> dict[str, bytes]:
    """Return the files of the tables that are made of the registries, by address.

    ``contribution`` is that of all parts: it tells which outlets and sources have pages. ``single`` if the site has one story.
    """
    printing, speaking = contribution.below("articles/"), contribution.below("source/")
    records: dict[str, list[dict[str, Any]]] = {
        "outlets": [
            {
                "id": one.id,
                "name": one.name,
                "short": one.short,
                "aliases": list(one.aliases),
                "kind": one.kind,
                "country": one.country,
                "hosts": list(one.hosts),
                "note": one.note,
                "same_as": list(one.same_as),
                "url": links.outlet(one.id).address if one.id in printing else None,
            }
            for one in site.outlets.values()
        ],
        "sources": [
            {
                "id": one.id,
                "name": one.name,
                "short": one.short,
                "aliases": list(one.aliases),
                "kind": one.kind,
                "stake": one.stake.value,
                "stake_note": one.stake_note,
                "side": one.side,
                "about": one.about,
                "speaks_for": one.speaks_for,
                "same_as": list(one.same_as),
                "url": links.source(one.id).address if one.id in speaking else None,
            }
            for one in site.sources.values()
        ],
        "places": [
            {
                "id": one.id,
                "name": one.name,
                "aliases": list(one.aliases),
                "latitude": one.latitude,
                "longitude": one.longitude,
                "precision": one.precision,
                "located_by": one.located_by,
                "within": list(one.within),
                "note": one.note,
                "same_as": list(one.same_as),
            }
            for one in site.places.values()
        ],
        "moved": [_moved(one, single=single) for one in site.moved],
    }
    found = {}
    for table in tables.OF_SITE:
        own = records[table.name]
        found[table.json_file] = put_together(map(record_line, own))
        found[table.csv_file] = put_together(map(table.csv_line, own), table.header, b"\n", b"\n")
    return found


def _moved(one: Tombstone, *, single: bool) -> dict[str, Any]:
    has_page = one.kind in PAGES or one.kind == "claims"
    place = place_of(one.kind, one.to, single=single) if one.to and has_page else None
    anchor = f"#{place.anchor}" if place and place.anchor else ""
    return {
        "kind": one.kind,
        "id": one.id,
        "to": one.to,
        "on": edtf(one.on),
        "why": one.why,
        "url": f"{place.address}{anchor}" if place else None,
    }


def package_files(about: About, site: Site, sizes: Mapping[str, int]) -> dict[str, bytes]:
    """Return the data package and the JSON Schemas, by address. ``sizes`` are the bytes of the data files, by address."""
    found = {
        schema_file(table): _readable(
            json_schema(table, about.full(schema_file(table)) or schema_file(table))
        )
        for table in tables.TABLES
        if table.json
    }
    return found | {PACKAGE: _readable(_package(about, site, sizes))}


def _package(about: About, site: Site, sizes: Mapping[str, int]) -> dict[str, Any]:
    licence = site.settings.licence
    head: dict[str, Any] = {
        "profile": "data-package",
        "name": as_id(about.name) or "site",
        "title": about.name,
        "description": about.description,
        "homepage": about.url,
        "version": about.version,
        "citation": citation(about),
    }
    if licence:
        head["licenses"] = [{"name": licence, "path": licence_url(licence)}]
    return {key: value for key, value in head.items() if value} | {"resources": list(_resources(sizes))}


def _resources(sizes: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    known = {table.name: table for table in tables.TABLES}
    for table in tables.TABLES:
        yield {
            "name": table.name,
            "path": table.csv_file.removeprefix("data/"),
            "profile": "tabular-data-resource",
            "description": table.about,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": sizes[table.csv_file],
            "schema": table_schema(table, known),
        }
    for table in tables.TABLES:
        if table.json:
            yield {
                "name": f"{table.name}-json",
                "path": table.json_file.removeprefix("data/"),
                "description": f"{table.about} The same as JSON, checked by {schema_file(table).removeprefix('data/')}.",
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
                "bytes": sizes[table.json_file],
            }
    yield {
        "name": "annotations",
        "path": ANNOTATIONS.removeprefix("data/"),
        "description": "Where the words of each claim stand in its text, as Web Annotations.",
        "format": "json",
        "mediatype": "application/ld+json",
        "encoding": "utf-8",
        "bytes": sizes[ANNOTATIONS],
    }


def _readable(found: object) -> bytes:
    return (json.dumps(found, indent=1, ensure_ascii=False) + "\n").encode()
