"""Within one large story only the pages are made again that say something else, and the site is as a fresh one, byte for byte."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks import growing
from builder.build import incremental
from builder.cache import dir_cache, stat_cache
from builder.cache.memo import SHARE
from builder.compare import rows
from builder.compare.library import index
from builder.compare.topics import compare_topic
from builder.content.load import load
from builder.content.problems import Severity
from builder.content.validate import again, validate
from builder.pages import links
from builder.pages.page import Page
from builder.pages.render import Printer
from builder.pages.views import questions, room
from builder.pages.views.article import article_key, view_of
from builder.pages.views.beside import around
from builder.pages.views.claims import Teller
from builder.proof.prove import Proof
from builder.proof.rules import attribution
from tests.build import ferries
from tests.thorough import times

ARTICLES = 18


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    ferries.settle_time(monkeypatch)
    for module in (dir_cache, stat_cache):
        monkeypatch.setattr(module, "SETTLED", -(10**10))


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story whose outlets, sources and questions are few, so that articles have much to do with each other."""
    for name, number in {"OUTLETS": 6, "SOURCES": 5, "TOPICS": 2, "QUESTIONS": 10, "CLAIMS": 6}.items():
        monkeypatch.setattr(growing, name, number)
    for name, share in {"OWN": 0.2, "COPIES": 0.15, "REVISIONS": 0.2}.items():
        monkeypatch.setattr(growing, name, share)
    root = tmp_path / "story"
    growing.write(root, ARTICLES)
    (root / "own").mkdir()
    (root / "own" / "main.html").write_text(ferries.MAIN, encoding="utf-8")
    ferries.settle(root, {})
    return root


class Editor:
    """Edits a story in every way in which one page may come to say something else of another."""

    def __init__(self, root: Path, dice: random.Random) -> None:
        self.content, self.dice, self.number = root / "content", dice, ARTICLES
        self.root = root
        self.edits: list[Callable[[], object]] = [
            getattr(self, name) for name in vars(Editor) if not name.startswith("_")
        ]
        dice.shuffle(self.edits)

    def _step(self) -> str:
        edit = self.edits.pop(0)
        self.edits.append(edit)
        edit()
        return edit.__name__

    def _change(self, path: Path, old: str, new: str) -> None:
        """Replace one of a pattern's finds, whichever the dice choose."""
        text = path.read_text(encoding="utf-8")
        finds = list(re.finditer(old, text, re.MULTILINE))
        if finds:
            found = self.dice.choice(finds)
            path.write_text(text[: found.start()] + found.expand(new) + text[found.end() :], encoding="utf-8")

    def _article(self) -> Path:
        return self.dice.choice(sorted(self.content.glob("articles/*.md")))

    def _topic(self) -> Path:
        return self.dice.choice(sorted(self.content.glob("topics/*.yml")))

    def one_more(self) -> None:
        growing.add(self.root, self.number)
        self.number += 1

    def one_less(self) -> None:
        path = self._article()
        if not any(
            f"copy_of: {path.stem}\n" in other.read_text(encoding="utf-8")
            for other in self.content.glob("articles/*")
        ):
            path.unlink()

    def figure(self) -> None:
        self._change(self._article(), r'printed: ".*\d"', f'printed: "{self.dice.randint(20, 60)}"')

    def word(self) -> None:
        self._change(self._article(), r"\.$", " Nobody knows more.")

    def day(self) -> None:
        self._change(self._article(), r"^published: .*", f"published: 2031-03-{self.dice.randint(1, 28):02}")

    def day_unknown(self) -> None:
        self._change(self._article(), r"^published: .*", "published: 2031-03")

    def headline(self) -> None:
        self._change(self._article(), r"^headline: .*", 'headline: "About 40 are said to be missing"')

    def in_the_headline(self) -> None:
        self._change(self._article(), r'(printed: ".*\d")$', r"\1\n    where: headline")

    def as_of(self) -> None:
        day = f"2031-03-{self.dice.randint(1, 9):02}"
        self._change(self._article(), r'(printed: ".*\d")$', rf"\1\n    as_of: {day}")

    def said_on(self) -> None:
        day = f"2031-03-{self.dice.randint(1, 9):02}"
        self._change(self._article(), r"(    cue: .*)$", rf"\1\n    said_on: {day}")

    def a_detail(self) -> None:
        topic = self._topic()
        self._change(
            topic, r"(answer: \w+)$", rf"\1\n    detail_of: {topic.stem}/question-0{self.dice.randrange(10)}"
        )

    def checked(self) -> None:
        self._change(self._article(), r"(    cue: .*)$", r"\1\n    status: could not be verified")

    def other_source(self) -> None:
        self._change(self._article(), r"sources: .*", f"sources: [office-{self.dice.randrange(5):02}]")

    def completeness(self) -> None:
        self._change(
            self._article(),
            r"^completeness: .*",
            f"completeness: {self.dice.choice(('excerpt', 'full text', 'mirror'))}",
        )

    def spelled(self) -> None:
        self._change(self._article(), r"^claims:", "spellings: {osk-sound: [Osk Sound]}\nclaims:")

    def outlet(self) -> None:
        self._change(self.content / "outlets.yml", r"short: \w+", f"short: Short{self.dice.randrange(99)}")

    def outlet_kind(self) -> None:
        self._change(
            self.content / "outlets.yml",
            r"kind: \w+",
            f"kind: {self.dice.choice(('broadcaster', 'newspaper'))}",
        )

    def source_name(self) -> None:
        self._change(self.content / "sources.yml", r"name: Office", f"name: Bureau{self.dice.randrange(99)}")

    def source_stake(self) -> None:
        self._change(self.content / "sources.yml", r"stake: none", "stake: own losses")

    def source_side(self) -> None:
        self._change(self.content / "sources.yml", r"stake: \w+\}", "stake: none, side: the town's side}")

    def source_alias(self) -> None:
        self._change(self.content / "sources.yml", r"\}$", f", aliases: [Alias {self.dice.randrange(99)}]}}")

    def source_for_another(self) -> None:
        self._change(self.content / "sources.yml", r"^(office-0[1-4].*)\}$", r"\1, speaks_for: office-00}")

    def source_is_an_outlet(self) -> None:
        self._change(
            self.content / "sources.yml",
            r"^office-0([1-4]): .*",
            rf"office-0\1: {{name: {growing.WORDS[900].title()} 0, kind: outlet, stake: none}}",
        )

    def one_source_more(self) -> None:
        text = (self.content / "sources.yml").read_text(encoding="utf-8")
        new = f"new-{self.dice.randrange(10**6)}: {{name: A New Office, kind: government, stake: none}}\n"
        (self.content / "sources.yml").write_text(text + new, encoding="utf-8")

    def question(self) -> None:
        self._change(self._topic(), r"short: .*", f"short: Asked {self.dice.randrange(99)}")

    def question_running(self) -> None:
        self._change(self._topic(), r"answer: quantity\n", "answer: quantity\n    running: true\n")

    def question_known_from(self) -> None:
        self._change(self._topic(), r"known_from: .*", f"known_from: 2031-03-{self.dice.randint(1, 9):02}")

    def topic_title(self) -> None:
        self._change(self._topic(), r"^title: .*", f"title: The flood {self.dice.randrange(99)}")

    def settings(self) -> None:
        (self.content / "site.yml").write_text(
            f"quote_limit: {self.dice.randint(14, 15)}\n", encoding="utf-8"
        )


@pytest.fixture(params=[False, True], ids=["whole", "question by question"])
def narrow(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether topics have no room for their answers, so that questions have pages of their own, in several parts."""
    if request.param:
        monkeypatch.setattr(room, "SIZE", 0)
        monkeypatch.setattr(room, "_REPORTS", 20)
        monkeypatch.setattr(questions, "PART", 150)
    return bool(request.param)


@pytest.mark.parametrize("seed", range(1, times(1, 12) + 1))
def test_edited_in_every_way_a_large_story_is_as_a_fresh_one(
    seed: int, narrow: bool, story: Path, tmp_path: Path
) -> None:
    editor = Editor(story, random.Random(seed))  # noqa: S311 - the same edits at every run
    copy, good = tmp_path / "fresh", tmp_path / "good"
    edits = ["begin"]
    well = 0
    for _ in range(1 + len(editor.edits)):
        told, plugin = ferries.tried(story)
        expected, full = ferries.tried(ferries.fresh(story, copy))
        assert told == expected, edits
        if plugin is None or full is None:
            assert (plugin, full) == (None, None), edits
            ferries.take_back(story, good)
            shutil.rmtree(copy)
        else:
            well += 1
            site = ferries.written(story / "site")
            assert narrow == any("questions/" in name for name in site), edits
            assert ferries.differing(site, ferries.written(copy / "site")) == [], edits
            shutil.rmtree(good, ignore_errors=True)
            copy.rename(good)
        edits.append(editor._step())
    # Most edits are no mistakes.
    assert well > len(editor.edits) * 0.7


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that were printed."""
    found: list[str] = []
    page = Printer._page

    def noted(printer: Printer, view: object) -> Page:
        made = page(printer, view)  # type: ignore[arg-type]
        found.append(made.address)
        return made

    monkeypatch.setattr(Printer, "_page", noted)
    return found


def articles_of(printed: list[str]) -> list[str]:
    return sorted(
        address for address in printed if address.startswith("articles/") and address != "articles/"
    )


def test_only_pages_that_say_something_else_are_made_again(story: Path, printed: list[str]) -> None:
    ferries.run(story)
    assert len(articles_of(printed)) == ARTICLES
    path = story / "content" / "articles" / "article-000004.md"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + " Nobody knows more.\n", encoding="utf-8")
    printed.clear()
    ferries.run(story)
    # Its own page alone shows its précis; no topic and no source does.
    assert [address for address in printed if address.startswith(("articles/a", "topics/"))] == [
        "articles/article-000004/"
    ]
    growing.add_source(story)
    printed.clear()
    ferries.run(story)
    # Nobody speaks of it yet.
    assert [
        address for address in printed if address.startswith(("articles/a", "topics/", "sources/o"))
    ] == []
    # Whoever is named is told of on the pages that name him.
    named = {
        f"articles/{path.stem}/"
        for path in (story / "content" / "articles").glob("*.md")
        if "office-04" in path.read_text(encoding="utf-8")
    }
    sources = story / "content" / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(re.sub(r"(office-04: .*)\}", r"\1, aliases: [The Fourth]}", text), encoding="utf-8")
    printed.clear()
    ferries.run(story)
    assert set(articles_of(printed)) == named < {f"articles/article-{n:06}/" for n in range(ARTICLES)}


def test_an_article_of_a_printed_answer_changes_hardly_a_page(story: Path, printed: list[str]) -> None:
    ferries.run(story)
    # It prints, a month later, what article 3 prints.
    text = (story / "content" / "articles" / "article-000003.md").read_text(encoding="utf-8")
    text = re.sub(r"^published: .*", "published: 2031-04-20", text, flags=re.MULTILINE)
    text = text.replace("source_sha256: b", "source_sha256: f")
    (story / "content" / "articles" / "later.md").write_text(text, encoding="utf-8")
    printed.clear()
    ferries.run(story)
    # Where article 3 alone printed something, or with it those that print the same text, it has now an answer beside it.
    copies = {
        f"articles/{path.stem}/"
        for path in (story / "content" / "articles").glob("*.md")
        if "copy_of: article-000003\n" in path.read_text(encoding="utf-8")
    }
    assert set(articles_of(printed)) <= {"articles/later/", "articles/article-000003/"} | copies


@pytest.mark.parametrize("narrow", [True], indirect=True)
def test_an_answer_to_one_question_makes_no_page_of_another(
    narrow: bool, story: Path, printed: list[str]
) -> None:
    ferries.run(story)
    assert len({address for address in printed if address.startswith("questions/")}) > 3
    path = story / "content" / "articles" / "article-000004.md"
    text = path.read_text(encoding="utf-8")
    found = re.search(r'question: (\S+)\n(?:    .*\n)*?    printed: ".*?(\d+)"', text)
    assert found is not None, text
    start, end = found.span(2)
    path.write_text(f"{text[:start]}{int(found[2]) + 1}{text[end:]}", encoding="utf-8")
    printed.clear()
    ferries.run(story)
    of = links.question(found[1]).address.rstrip("/")
    made = [address for address in printed if address.startswith("questions/")]
    assert made
    assert all(address.startswith(of) for address in made), (of, made)


def test_what_is_kept_of_a_large_story_may_be_damaged(story: Path) -> None:
    ferries.run(story)
    whole = ferries.written(story / "site")
    (folder,) = (story / ".variorum").glob("site-*")
    ((kept,), (since,)) = (folder.glob(f"{name}-*.json") for name in ("kept", "since"))
    good = kept.read_bytes()
    path = story / "content" / "articles" / "article-000004.md"
    text = path.read_text(encoding="utf-8")
    for data in (b"", good[:-1], good[:900] + b"x" + good[901:], good + b"\n"):
        path.write_text(text.rstrip() + " Nobody knows more.\n", encoding="utf-8")
        kept.write_bytes(data)
        ferries.run(story)
        added = since.read_bytes()
        since.write_bytes(data.replace(good[:64], added[:64]))
        path.write_text(text, encoding="utf-8")
        ferries.run(story)
        assert ferries.differing(ferries.written(story / "site"), whole) == []
    # What nobody asked for any more is gone, but for a share.
    assert len(kept.read_bytes()) + len(since.read_bytes()) < (1 + 2 * SHARE) * len(good)


def test_the_key_of_an_article_has_all_that_its_page_is_made_from(story: Path) -> None:
    """A page made with nothing but what its key has is the same page."""
    editor = Editor(story, random.Random(1))  # noqa: S311 - the same edits at every run
    for edit in (
        editor.in_the_headline,
        editor.as_of,
        editor.checked,
        editor.source_for_another,
        editor.spelled,
    ):
        for _ in range(3):
            edit()
    content = load(story, "content")
    site, problems = validate(content)
    assert [problem for problem in problems if problem.kind.severity is Severity.ERROR] == []
    proved = frozenset(
        claim.key for article in site.articles.values() for claim in article.claims if int(claim.id[-1]) % 2
    )
    library = index(site, Proof(proved=proved))
    comparisons = {topic.id: compare_topic(library, topic) for topic in site.topics.values()}
    teller = Teller(library)
    for article in site.articles.values():
        told = around(library, comparisons, article, teller)
        named = {id for claim in article.claims for id in (*claim.sources, *claim.via)}
        alone = replace(
            site,
            articles={article.id: article},
            outlets={article.outlet: site.outlets[article.outlet]},
            sources={id: source for id, source in site.sources.items() if id in named},
            places={},
        )
        narrow = replace(
            index(alone, Proof(proved=frozenset(key for key in proved if key.startswith(f"{article.id}/")))),
            cautious=library.cautious & {article.id},
        )
        assert view_of(narrow, told, article, Teller(narrow)) == view_of(library, told, article, teller)
        # Which other things there are makes no difference to the key.
        more = replace(site, sources={"nobody": next(iter(site.sources.values())), **site.sources})
        other = index(more, library.proof)
        again = {topic.id: compare_topic(other, topic) for topic in more.topics.values()}
        key = article_key(library, comparisons, article, teller)
        assert article_key(other, again, article, Teller(other)) == key


def test_small_parts_are_recorded_whole_and_large_ones_by_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ferries.write(tmp_path / "many")
    (folder,) = [ferries.run(root).build.store.folder]
    assert list(folder.glob("kept-*")) == []
    monkeypatch.setattr(incremental, "LARGE", 1)
    outlets = root / "content" / "outlets.yml"
    outlets.write_text(
        outlets.read_text(encoding="utf-8") + "new: {name: New, kind: newspaper}\n", encoding="utf-8"
    )
    ferries.run(root)
    assert len(list(folder.glob("kept-*"))) == 3


@pytest.mark.parametrize("number", range(3))
def test_who_is_silent_on_a_detail_is_told_anew_when_the_whole_is_left_out(
    number: int, story: Path, tmp_path: Path
) -> None:
    """An article that does not tell of the whole is not silent on its details: no answer to these has changed."""
    topic = story / "content" / "topics" / "flood-0.yml"
    whole, *details = re.split(r"(?=  - id: )", topic.read_text(encoding="utf-8"))[1:]
    text = topic.read_text(encoding="utf-8")
    for detail in details:
        text = text.replace(detail, f"{detail.rstrip()}\n    detail_of: question-00\n")
    assert whole in text
    topic.write_text(text, encoding="utf-8")
    ferries.run(story)
    claim = re.compile(r"  - id: \S+\n    question: flood-0/question-00\n(?:    .*\n)*")
    telling = [path for path in sorted((story / "content" / "articles").glob("*.md"))
               if claim.search(path.read_text(encoding="utf-8"))]  # fmt: skip
    path = telling[number]
    path.write_text(claim.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    ferries.run(story)
    ferries.run(ferries.fresh(story, tmp_path / "fresh"))
    site, fresh = (ferries.written(root / "site") for root in (story, tmp_path / "fresh"))
    assert ferries.differing(site, fresh) == []


def test_a_second_build_of_a_new_story_makes_nothing(story: Path) -> None:
    assert ferries.made(ferries.run(story)) == 1
    assert ferries.made(ferries.run(story)) == 0


def called(monkeypatch: pytest.MonkeyPatch, module: object, *names: str) -> list[str]:
    """Return a list to which the names of some functions of a module are added when they are called."""
    found: list[str] = []
    for name in names:
        function = getattr(module, name)

        def noted(
            *args: object, name: str = name, function: Callable[..., object] = function, **more: object
        ) -> object:
            found.append(name)
            return function(*args, **more)

        monkeypatch.setattr(module, name, noted)
    return found


def test_nothing_is_read_proved_or_compared_again_for_a_source_that_nobody_names(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferries.run(story)
    compared = called(monkeypatch, rows, "group", "silences", "hedges", "trace")
    read = called(monkeypatch, again, "read_article")
    proved = called(monkeypatch, attribution, "originator")
    growing.add_source(story)
    ferries.run(story)
    assert (compared, read, proved) == ([], [], [])
    # One word more in a précis: the article is read, and its own page set beside the others.
    path = story / "content" / "articles" / "article-000004.md"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + " Nobody knows more.\n", encoding="utf-8")
    ferries.run(story)
    assert (read, "hedges" in compared, "trace" in compared) == (["read_article"], False, False)


def test_answers_are_not_judged_again_for_one_who_says_the_same(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = story / "content" / "articles"
    text = (articles / "article-000003.md").read_text(encoding="utf-8")

    def again_on(day: str, letter: str) -> None:
        later = re.sub(r"^published: .*", f"published: 2031-04-{day}", text, flags=re.MULTILINE)
        later = later.replace("source_sha256: b", f"source_sha256: {letter}")
        (articles / f"later-{day}.md").write_text(later, encoding="utf-8")
        ferries.run(story)

    # From here on no answer of article 3 is one article's alone.
    again_on("20", "e")
    compared = called(monkeypatch, rows, "judgements", "hedges")
    again_on("21", "f")
    assert ("hedges" in compared, "judgements" in compared) == (True, False)
    # What nobody has printed yet is judged beside all others, on its question alone.
    path = articles / "article-000004.md"
    changed = re.sub(r'printed: ".*?\d+"', 'printed: "4711"', path.read_text(encoding="utf-8"), count=1)
    path.write_text(changed, encoding="utf-8")
    ferries.run(story)
    assert compared.count("judgements") == 1


def test_articles_that_name_a_source_are_read_again_when_it_changes(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferries.run(story)
    read = called(monkeypatch, again, "read_article")
    sources = story / "content" / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(re.sub(r"(office-04: .*)\}", r"\1, aliases: [The Fourth]}", text), encoding="utf-8")
    ferries.run(story)
    naming = [
        path
        for path in (story / "content" / "articles").glob("*.md")
        if "office-04" in path.read_text("utf-8")
    ]
    assert len(read) == len(naming) < ARTICLES


def test_an_article_with_a_warning_tells_it_in_every_build(story: Path) -> None:
    path = story / "content" / "articles" / "article-000004.md"
    text = path.read_text(encoding="utf-8")
    head, fence, _ = text.rpartition("\n---\n")
    path.write_text(f"{head}{fence}Too short.\n", encoding="utf-8")
    told, _ = ferries.tried(story)
    growing.add_source(story)
    again_told, _ = ferries.tried(story)
    assert [line for line in told if "article-000004" in str(line)] == [
        line for line in again_told if "article-000004" in str(line)
    ]
    assert any("article-000004" in str(line) for line in told)
