"""Whether two generators print the same site: ``python -m benchmarks.same_pages --hugo COMMAND``.

Builds one generated site with this project and with Hugo, and tells in which pages, records and words the two differ, and
how many bytes each has of every kind of page. ``make bench`` tells it too, before it measures anything.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from benchmarks import generated
from benchmarks.programs import Program, measured, programs

ARTICLES = 100
COUNTED = ("h1", "h2", "h3", "table", "tr", "td", "li", "details", "figure", "svg", "q")
"""Elements of which both must have as many."""
SHOWN = 3
"""Pages of a kind, and records of a file, whose differences are told one by one."""
RECORDS = {"data/articles.json": "id", "data/claims.json": "id", "data/comparisons.json": "question",
           "search/search_index.json": "location"}  # fmt: skip
"""Files of records, with what tells one from another."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a page says between Material's frame."""

    elements: Counter[str]
    links: Counter[str]
    """Addresses within the site, from its root."""
    words: list[str]

    def differences(self, other: Printed) -> Iterator[str]:
        """Yield in what another print of the page differs."""
        for name in ("elements", "links"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine != theirs:
                yield f"{name}: only ours {dict(mine - theirs)}, only theirs {dict(theirs - mine)}"
        if self.words != other.words:
            at = next((at for at, (a, b) in enumerate(zip(self.words, other.words, strict=False)) if a != b),
                      min(len(self.words), len(other.words)))  # fmt: skip
            mine, theirs = (" ".join(words[max(0, at - 3) : at + 8]) for words in (self.words, other.words))
            yield f"words: “{mine}” is “{theirs}”"


class _Reader(HTMLParser):
    """Reads what stands in a page's ``article``."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.inside = address, False
        self.elements: Counter[str] = Counter()
        self.links: Counter[str] = Counter()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside |= tag == "article"
        if self.inside and tag in COUNTED:
            self.elements[tag] += 1
        target = dict(attrs).get("href")
        if self.inside and target:
            # "/." and "/" are one address.
            self.links[urljoin(f"/{self.address}", target).removesuffix("index.html")] += 1

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag != "article"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text.append(data)


def read(path: Path, address: str) -> Printed:
    """Read a printed page."""
    reader = _Reader(address)
    reader.feed(path.read_text(encoding="utf-8"))
    return Printed(reader.elements, reader.links, " ".join(reader.text).split())


def kind(address: str) -> str:
    """Return the kind of a file of a site: of those in one folder, the indexes are a kind of their own."""
    folder, _, rest = address.partition("/")
    if folder in ("assets", "cards", "data", "search"):
        return folder
    return f"{folder}/*" if "/" in rest else address


def files(site: Path) -> dict[str, Path]:
    """Return the files of a built site by their addresses."""
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}


def records(path: Path, key: str) -> dict[str, Mapping[str, Any]]:
    """Return the records of a data file or a search index."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return {record[key]: record for record in (found["docs"] if isinstance(found, dict) else found)}


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """Yield in what two built sites differ."""
    mine, other = files(ours), files(theirs)
    for name, only in (("ours", mine.keys() - other.keys()), ("theirs", other.keys() - mine.keys())):
        for kind_of, number in sorted(Counter(map(kind, only)).items()):
            yield f"{kind_of}: {number} only in {name}"
    told: Counter[str] = Counter()
    for address in mine.keys() & other.keys():
        if address.endswith(".html") and (
            found := list(read(mine[address], address).differences(read(other[address], address)))
        ):
            told[kind(address)] += 1
            if told[kind(address)] <= SHOWN:
                yield from (f"{address}: {text}" for text in found)
    yield from (f"{kind_of}: {number} pages differ" for kind_of, number in sorted(told.items()))
    for address, key in RECORDS.items():
        if address in mine and address in other:
            a, b = records(mine[address], key), records(other[address], key)
            unlike = [id for id in a if a[id] != b.get(id)]
            if unlike or len(a) != len(b):
                yield f"{address}: {len(a)} records and {len(b)}, of which {len(unlike)} differ"
            for id in unlike[:SHOWN]:
                fields = [name for name in a[id] if id not in b or a[id][name] != b[id].get(name)]
                yield f"{address}: {id}: {', '.join(fields)}"


def sizes(ours: Path, theirs: Path) -> str:
    """Return a table of files and bytes of every kind."""
    found: dict[str, list[int]] = {}
    for at, site in enumerate((ours, theirs)):
        for address, path in files(site).items():
            counts = found.setdefault(kind(address), [0, 0, 0, 0])
            counts[2 * at] += 1
            counts[2 * at + 1] += path.stat().st_size
    lines = [f"{'kind':24}{'ours':>8}{'bytes':>14}{'theirs':>8}{'bytes':>14}"]
    lines += [f"{name:24}{a:8,}{b:14,}{c:8,}{d:14,}" for name, (a, b, c, d) in sorted(found.items())]
    return "\n".join(lines)


def report(chosen: Mapping[str, Program], work: Path, articles: int = ARTICLES) -> str:
    """Build one site with Variorum and with Hugo and say how the two compare."""
    sites = []
    for name in ("Variorum", "Hugo"):
        root = work / f"same-{name.lower()}"
        generated.write(root, articles)
        chosen[name].prepare(root)
        measured(chosen[name].command, root)
        sites.append(root / "site")
    found = list(differences(*sites))
    return "\n".join([sizes(*sites), "", *(found or ["The two differ in nothing."])])


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hugo", required=True, help="Hugo's command")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="variorum-same-") as folder:
        work = Path(folder)
        chosen = {program.name: program for program in programs(str(Path(given.hugo).absolute()), work)}
        print(report(chosen, work, given.articles))


if __name__ == "__main__":
    main()
