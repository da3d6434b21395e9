"""Reading the content folder: files that are fine, and files that mean harm."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import signal
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.content.load import MAX_BYTES, is_slug, load, parse, survey
from tests.factory import SITES, changed, check, told, valid, write_site
from tests.policy import cannot_run

RADIO = "articles/sound-radio-fuse.md"
POST = "articles/harbour-post-adrift.md"


@contextmanager
def at_most(seconds: int):
    """Fail rather than wait for ever."""

    def stop(*_: object) -> None:
        pytest.fail(f"still busy after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class _FailingFolder:
    """The entries of a folder that cannot be read to its end."""

    def __init__(self) -> None:
        self.closed = False

    def __enter__(self) -> _FailingFolder:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def __iter__(self) -> _FailingFolder:
        return self

    def __next__(self) -> os.DirEntry[str]:
        raise OSError(errno.EIO, "Input/output error")


def test_a_folder_that_cannot_be_listed_is_reported_and_closed(tmp_path, monkeypatch):
    root = write_site(tmp_path)
    listing = _FailingFolder()
    scandir = os.scandir

    def failing(path):
        return listing if Path(path).name == "topics" else scandir(path)

    monkeypatch.setattr(os, "scandir", failing)
    found, problems = survey(root)
    assert [str(problem) for problem in problems] == [
        "content/topics:1: cannot be read: Input/output error [V001 unreadable-file]"
    ]
    assert f"content/{RADIO}" in [file.path for file in found]
    assert listing.closed


def test_files_come_in_the_order_of_their_names_with_their_prose(tmp_path):
    content = load(write_site(tmp_path))
    assert content.problems == []
    assert [article.id for article in content.articles] == ["harbour-post-adrift", "sound-radio-fuse"]
    assert [topic.id for topic in content.topics] == ["cause", "passengers"]
    assert [page.id for page in content.pages] == ["index", "method"]
    assert set(content.registries) == {"stories", "outlets", "sources", "places", "site"}
    radio = content.articles[1]
    assert radio.path == f"content/{RADIO}"
    assert radio.body.startswith("Sound Radio gives")
    assert valid(RADIO).split("\n")[radio.body_line - 1].startswith("Sound Radio gives")
    line = radio.line(("claims", 1, "printed"))
    assert valid(RADIO).split("\n")[line - 1] == "    printed: early in March"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"---\n", b"---  \n"),
    ],
    ids=["windows", "old mac", "byte order mark", "mark and windows", "spaces after the dashes"],
)
def test_what_other_editors_write_means_the_same(change, tmp_path):
    plain = load(SITES / "valid")
    root = write_site(tmp_path, {RADIO: change(valid(RADIO).encode()), POST: change(valid(POST).encode())})
    found = load(root)
    assert found.problems == []
    assert found.articles == plain.articles
    assert told(root) == []


def test_the_settings_may_be_left_out(tmp_path):
    site, problems = check(write_site(tmp_path, {"site.yml": None}))
    assert site.settings.quote_limit == 15
    assert {problem.kind.name for problem in problems} == {"precis-length"}


@pytest.mark.parametrize("name", ["stories", "outlets", "sources", "places"])
def test_a_missing_registry_is_told_once(name, tmp_path):
    assert told(write_site(tmp_path, {f"{name}.yml": None})) == [
        f"content/{name}.yml:1: {name}.yml is missing [V010 missing-file]"
    ]


def test_a_missing_folder_is_told(tmp_path):
    assert told(tmp_path)[0] == "content:1: the folder content/ is missing [V010 missing-file]"
    (tmp_path / "content").write_text("a file")
    assert told(tmp_path)[0] == "content:1: the folder content/ is missing [V010 missing-file]"


def test_a_file_too_large_is_not_read(tmp_path):
    root = write_site(tmp_path, {RADIO: valid(RADIO) + "x" * MAX_BYTES})
    assert told(root) == [f"content/{RADIO}:1: the file has more than 1,000,000 bytes [V007 file-too-large]"]


# Bytes that are no text would trip editors and formatters if they lay in the repository.
@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"---\nheadline: \xff\n---\n", "2: not UTF-8 text: byte 0xff [V002 not-utf8]"),
        (b"---\nheadline: \xc3\n---\n", "2: not UTF-8 text: byte 0xc3 [V002 not-utf8]"),
        ("---\nheadline: é\n---\n".encode("latin-1"), "2: not UTF-8 text: byte 0xe9 [V002 not-utf8]"),
        ("---\n".encode("utf-16"), "1: not UTF-8 text: byte 0xff [V002 not-utf8]"),
        (b"---\n\nheadline: a\x00b\n---\n", "3: holds the control character U+0000 [V003 nul-byte]"),
        (b"---\n---\n\x1b[31m", "3: holds the control character U+001B [V003 nul-byte]"),
    ],
)
def test_what_is_no_text_is_told_with_its_line(data, wrong, tmp_path):
    assert told(write_site(tmp_path, {RADIO: data})) == [f"content/{RADIO}:{wrong}"]


def test_deep_nesting_is_told_with_its_place(tmp_path):
    (problem,) = check(write_site(tmp_path, changed("site.yml", "[20, 60]", "[" * 5000)))[1]
    assert (problem.path, problem.line, problem.kind.name) == ("content/site.yml", 2, "too-deep")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text(valid(RADIO))
    root = write_site(tmp_path, {RADIO: None})
    (root / "content" / RADIO).symlink_to(secret)
    assert told(root) == [
        f"content/{RADIO}:1: this is a link to a place outside the content folder [V008 outside-content]"
    ]


def test_a_linked_folder_is_not_followed(tmp_path):
    root = write_site(tmp_path)
    shutil.move(root / "content" / "topics", tmp_path / "topics")
    (root / "content" / "topics").symlink_to(tmp_path / "topics")
    assert told(root)[:2] == [
        f"content/topics/{name}.yml:1: this is a link to a place outside the content folder [V008 outside-content]"
        for name in ("cause", "passengers")
    ]


def test_a_link_inside_the_folder_is_fine(tmp_path):
    root = write_site(tmp_path)
    (root / "content" / "about.md").symlink_to("method.md")
    assert told(root) == []


@pytest.mark.parametrize("name", ["articles/loop.md", "site.yml"])
def test_a_link_to_itself_is_told(name, tmp_path):
    root = write_site(tmp_path)
    path = root / "content" / name
    path.unlink(missing_ok=True)
    path.symlink_to(path.name)
    (problem,) = check(root)[1]
    assert (problem.path, problem.kind.name) == (f"content/{name}", "unreadable-file")


def test_a_link_to_nothing_is_told(tmp_path):
    root = write_site(tmp_path)
    (root / "content/articles/gone.md").symlink_to("not-there.md")
    assert told(root) == [
        "content/articles/gone.md:1: cannot be read: No such file or directory [V001 unreadable-file]"
    ]


def test_a_folder_or_a_pipe_named_like_a_file_is_told(tmp_path):
    root = write_site(tmp_path)
    (root / "content/articles/folder.md").mkdir()
    try:
        os.mkfifo(root / "content/articles/pipe.md")
    except (AttributeError, OSError) as error:
        cannot_run(f"no named pipes: {error}")
    with at_most(5):
        found = told(root)
    assert found == [
        f"content/articles/{name}.md:1: cannot be read: it is not a file [V001 unreadable-file]"
        for name in ("folder", "pipe")
    ]


@pytest.mark.parametrize(
    "name", [b"x\xff.md", b"x\ny.md", b"x\x1b[31m.md", "x\u202ey.md".encode(), b"..x.md"]
)
def test_a_strange_file_name_is_told_on_one_printable_line(name, tmp_path):
    root = write_site(tmp_path)
    try:
        with open(os.fsencode(root / "content/articles") + b"/" + name, "w") as file:  # noqa: PTH123
            file.write(valid(RADIO))
    except OSError as error:
        cannot_run(f"no such file names here: {error}")
    found = told(root)
    if name.startswith(b"."):
        assert found == []  # a hidden file is nobody's
        return
    assert len(found) == 1
    assert found[0].endswith("[V009 bad-name]")
    assert found[0].isprintable()
    assert found[0].encode()


@pytest.mark.parametrize(
    ("name", "fine"),
    [
        ("a", True), ("sound-radio-2", True), ("2031", True), ("a" * 80, True), ("a" * 81, False), ("", False), ("A", False),
        ("a--b", False), ("-a", False), ("a-", False), ("a_b", False), ("a b", False), ("..", False), ("../a", False),
        ("a/b", False), ("a.b", False), ("é", False), ("a\n", False), ("а", False),  # the last is Cyrillic
    ],
)  # fmt: skip
def test_what_can_become_an_address(name, fine):
    assert is_slug(name) == fine


SCRIPT = "<script>alert(1)</script>{{ 7*7 }}]](javascript:x)"


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("articles/Adrift Notes.md", "adrift-notes.md"),
        ("articles/Late_News.md", "late-news.md"),
        ("topics/Über uns.yml", "uber-uns.yml"),
        ("articles/%%.md", None),  # nothing of it is left
        ("articles/Harbour-Post Adrift.md", None),  # another file has the name
    ],
)
def test_a_name_that_cannot_become_an_address_is_told_with_one_that_can(name, better, tmp_path):
    root = write_site(tmp_path, {name: "# Notes\n"})
    (problem,) = check(root)[1]
    message = f'"{name.rpartition("/")[2]}" cannot become an address: use small letters, digits and hyphens'
    assert problem.message == message + (f", as in {better}" if better else "")
    # The advice is one for any file.
    assert problem.kind.mend.startswith("Rename it, and change an id wherever it is used.")


def test_a_registry_without_entries_says_so(tmp_path):
    root = write_site(tmp_path, {"articles/harbour-post-adrift.md": None, "places.yml": ""})
    (problem,) = check(root)[1]
    assert (problem.kind.name, "says {}" in problem.kind.mend) == ("empty-file", True)
    (root / "content" / "places.yml").write_text("{}\n")
    assert told(root) == []


def test_script_is_text_like_any_other(tmp_path):
    # Whatever a field holds is loaded as it stands; what prints it makes it harmless.
    word = "'" + SCRIPT.replace("'", "''") + "'"
    post = valid(POST)
    for key in ("headline: Adrift for a night", "printed: on Monday evening", "cue: said"):
        assert post.count(key) == 1
        post = post.replace(key, f"{key.split(':')[0]}: {word}")
    post = post.replace("[Ina Dahl]", f"[{word}]").replace(
        "quote: about 140", f"status: {word}\n    note: {word}\n    scope: {word}\n    quote: about 140"
    )
    post = post.replace("The Harbour Post tells", f"{SCRIPT} The Harbour Post tells")
    files = {POST: post}
    for name, old in (
        ("outlets.yml", "name: Sound Radio"),
        ("sources.yml", "name: Osk Coastguard"),
        ("places.yml", "note: Named, not located."),
        ("stories.yml", "title: The ferry that stopped"),
        ("topics/cause.yml", "lead: When and where the ferry stopped, and why."),
        ("topics/passengers.yml", "short: Passengers aboard"),
        ("index.md", "title: The ferry that stopped"),
    ):
        files |= changed(name, old, f"{old.split(':')[0]}: {word}")
    site, problems = check(write_site(tmp_path, files))
    assert problems == []
    article = site.articles["harbour-post-adrift"]
    claim = article.claims[0]
    assert article.headline == article.byline[0] == SCRIPT
    assert claim.cue == claim.status == claim.note == claim.scope == SCRIPT
    assert article.claims[2].printed == SCRIPT
    assert article.precis.startswith(SCRIPT)
    assert site.outlets["sound-radio"].name == site.sources["coastguard"].name == SCRIPT
    assert site.places["pell-rock"].note == site.stories["ferry-breakdown"].title == SCRIPT
    assert site.topics["cause"].lead == site.topics["passengers"].questions[0].short == SCRIPT
    assert site.pages["index"].title == SCRIPT


FILES = sorted(
    path.relative_to(SITES / "valid/content").as_posix() for path in (SITES / "valid/content").rglob("*.*")
)
NASTY = [
    b"\x00", b"\xff", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbf\xbe", b"\r", b"\t", b"\n---\n", b"---", b"&a ", b"*a", b"<<: ", b"!!x ",
    b"[", b"]", b"{", b"}", b": ", b"- ", b"? ", b"| ", b"'", b'"', b"#", b"%", b"~", b"null", b"no", b"-1", b"9" * 400, b"1e999",
    b"\n\n", b"  ", b"\\", b"2031-02-30", b"../x", "ıſ٣".encode(), b"id: aboard\n", b"part_of: ashore\n",
]  # fmt: skip


@st.composite
def damaged(draw) -> tuple[str, bytes]:
    """One file of the valid site, replaced by noise or cut about and stuck together again."""
    name = draw(st.sampled_from(FILES))
    data = (SITES / "valid/content" / name).read_bytes()
    if draw(st.integers(0, 5)) == 0:
        return name, draw(
            st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
        )
    for _ in range(draw(st.integers(1, 4))):
        at, to = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        to = min(to, at + draw(st.integers(0, 60)))
        data = data[:at] + draw(st.sampled_from([b"", *NASTY]) | st.just(data[at:to] * 2)) + data[to:]
    return name, data


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(damaged(), min_size=1, max_size=3, unique_by=lambda change: change[0]))
def test_no_damage_raises(tmp_path, changes):
    root = tmp_path / "site"
    shutil.rmtree(root, ignore_errors=True)
    write_site(tmp_path, dict(changes))
    _, problems = check(root)
    assert problems == sorted(problems, key=lambda problem: problem.order)
    assert len(set(problems)) == len(problems)
    for problem in problems:
        assert problem.line >= 1
        assert str(problem).encode()
        assert "\n" not in str(problem)


def test_a_survey_has_what_loading_reads(tmp_path: Path) -> None:
    root = write_site(
        tmp_path, {"articles/empty.md": "", "articles/Large Name.md": "x", "topics/topic.yaml": "x"}
    )
    leaves, problems = survey(root)
    content = load(root)
    documents = [parse(leaf)[0] for leaf in leaves]
    assert [document for document in documents if document is not None] == [
        *content.articles, *content.topics, *content.registries.values(), *content.pages
    ]  # fmt: skip
    assert [*problems, *(problem for leaf in leaves for problem in parse(leaf)[1])] == content.problems
    assert len(content.problems) == 3
    for leaf in leaves:
        assert leaf.data == (root / leaf.path).read_bytes()
        assert leaf.digest == hashlib.sha256(leaf.data).hexdigest()


def test_a_leafs_digest_is_of_its_bytes_alone(tmp_path: Path) -> None:
    def digests() -> dict[str, str]:
        return {leaf.path: leaf.digest for leaf in survey(root)[0]}

    root = write_site(tmp_path)
    before = digests()
    for path in (root / "content").rglob("*.md"):
        os.utime(path, (0, 0))
    assert digests() == before
    (root / "content" / "index.md").write_bytes(b"Other words.\n")
    after = digests()
    assert [path for path in before if before[path] != after[path]] == ["content/index.md"]


def test_a_name_in_other_letters_is_told_with_one_that_can_be_an_address(tmp_path):
    found = told(write_site(tmp_path, {"articles/методика.md": "---\ntitle: Method\n---\n\nA.\n"}))
    assert found == [
        (
            'content/articles/методика.md:1: "методика.md" cannot become an address: use small letters, digits and hyphens, as in '
            "metodika.md [V009 bad-name]"
        )
    ]
