"""What was proved before without a finding is taken over, and the proof then says the same as one that looks at everything."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.content.load import Document, load
from builder.content.problems import Problem, errors
from builder.content.validate import validate
from builder.proof import private_texts
from builder.proof.prove import Proof, prove
from tests.thorough import times

STORY = Path(__file__).parents[1] / "stories" / "toll"


class Carried:
    """Has what was proved in the last good build, as ``Kept`` has it."""

    def __init__(self) -> None:
        self.known: dict[object, bytes] = {}
        self.asked: dict[object, bytes] = {}
        self.made: list[str] = []
        """Ids of the articles that were proved anew."""
        self.taken = 0
        """Number of articles whose proof was taken over."""

    def __call__(self, document: Document, make: Callable[[], bytes], *key: object) -> bytes:
        name = repr((document.path, document.data, document.body, *key))
        if name not in self.known:
            self.made.append(document.id)
            self.asked[name] = make()
        else:
            self.asked[name] = self.known[name]
            self.taken += 1
        return self.asked[name]

    def save(self) -> None:
        self.known = self.asked

    def begin(self) -> None:
        self.asked, self.made = {}, []


def proved(root: Path, carried: Carried | None = None) -> tuple[Proof, list[Problem]]:
    """Return the proof of a site, with what was proved before if that is given, and all problems of its content."""
    content = load(root)
    site, problems = validate(content)
    texts = private_texts.read_texts(root, (article.source_file for article in site.articles.values()))
    proof = prove(site, [*content.articles, *content.topics], texts, carry=carried)
    return proof, [*content.problems, *problems, *proof.problems]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(private_texts.VARIABLE, raising=False)
    return Path(shutil.copytree(STORY, tmp_path / "story"))


class Author:
    """Edits a site by dice, in every way that a proof looks at."""

    def __init__(self, root: Path, dice: random.Random) -> None:
        self.root, self.dice = root, dice
        self.edits = [
            self.a_text, self.an_alias, self.an_outlet, self.a_question, self.scope, self.no_scope, self.statement, self.draft,
            self.copy, self.one_less, self.precis, self.claim_less,
        ]  # fmt: skip

    def step(self) -> str:
        edit = self.dice.choice(self.edits)
        edit()
        return edit.__name__

    def _change(self, path: Path, old: str, new: str, *, which: int | None = None) -> None:
        text = path.read_text(encoding="utf-8")
        found = list(re.finditer(old, text, re.MULTILINE))
        if found:
            at = self.dice.choice(found) if which is None else found[which]
            path.write_text(text[: at.start()] + at.expand(new) + text[at.end() :], encoding="utf-8")

    def _one(self, folder: str) -> Path:
        return self.dice.choice(sorted((self.root / folder).iterdir()))

    def _article(self) -> Path:
        return self._one("content/articles")

    def a_text(self) -> None:
        article = self._article()
        file = re.search(r"^source_file: (.*)$", article.read_text("utf-8"), re.MULTILINE)
        assert file is not None
        path = self.root / "sources" / file[1]
        self._change(path, r"\b[a-z]{5,}\b", "harbour")
        if self.dice.random() < 0.8:
            self._change(article, r"^source_sha256: .*$", f"source_sha256: {digest(path)}", which=0)

    def an_alias(self) -> None:
        name = self.dice.choice(["sources.yml", "places.yml"])
        if self.dice.random() < 0.5:
            self._change(self.root / "content" / name, r"aliases: \[", r"aliases: [Harbour Board, ")
        else:
            self._change(self.root / "content" / name, r", [^,\]\"]+\]", "]")

    def an_outlet(self) -> None:
        self._change(self.root / "content" / "outlets.yml", r"name: ([^,}\n]+)", r"name: \1 Extra")

    def a_question(self) -> None:
        self._change(self._one("content/topics"), r"^(\s+(?:- )?text: \S+)", r"\1 then")

    def scope(self) -> None:
        self._change(self._article(), r"^(  printed: .*)$", r"\1\n  scope: Zhelvik")

    def no_scope(self) -> None:
        self._change(self._article(), r"^  scope: .*\n", "")

    def statement(self) -> None:
        self._change(self._article(), r"^(  printed: .*)$", r"\1\n  statement: first")

    def draft(self) -> None:
        article = self._article()
        if "\ndraft: true" in article.read_text("utf-8"):
            self._change(article, r"^draft: true\n", "")
        else:
            self._change(article, r"^(published: .*)$", r"\1\ndraft: true", which=0)

    def copy(self) -> None:
        self._change(self._article(), r"^(source_file: .*)$", rf"copy_of: {self._article().stem}\n\1")

    def one_less(self) -> None:
        if len(list((self.root / "content" / "articles").iterdir())) > 4:
            self._article().unlink()

    def precis(self) -> None:
        article = self._article()
        article.write_text(article.read_text("utf-8").rstrip() + " It is told.\n", encoding="utf-8")

    def claim_less(self) -> None:
        self._change(self._article(), r"^- id: \S+\n(?:  .*\n)+", "")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("seed", range(1, times(2, 20) + 1))
def test_edited_in_every_way_a_site_is_proved_as_if_nothing_had_been_proved_before(
    seed: int, story: Path, tmp_path: Path
) -> None:
    author, carried, good = Author(story, random.Random(seed)), Carried(), tmp_path / "good"  # noqa: S311 - the same edits at every run
    edits = ["begin"]
    for _ in range(6):
        carried.begin()
        again, problems = proved(story, carried)
        assert again == proved(story)[0], edits
        if errors(problems):
            # Of content with errors nothing is built, and nothing is kept.
            shutil.rmtree(story)
            shutil.copytree(good, story)
            edits.append("take back")
        else:
            carried.save()
            shutil.rmtree(good, ignore_errors=True)
            shutil.copytree(story, good)
        edits.append(author.step())
    assert carried.taken > 5


def _replaced(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_only_articles_that_an_edit_concerns_are_proved_again(story: Path) -> None:
    carried = Carried()

    def made() -> set[str]:
        carried.begin()
        assert not errors(proved(story, carried)[1])
        carried.save()
        return set(carried.made)

    # Those of which something has to be told are proved in each build.
    every, told = made(), made()
    clear = every - told
    assert len(clear) > 3
    one = min(clear)
    _replaced(story, f"content/articles/{one}.md", "---\n\n", "---\n\nIt is told. ")
    assert made() - told == {one}
    _replaced(story, "content/places.yml", "aliases: [Schelwik", "aliases: [Schelwyk, Schelwik")
    assert made() == every
    assert made() == told
