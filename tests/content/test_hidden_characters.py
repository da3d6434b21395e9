"""What no honest text holds is refused at its line, however it is written and wherever it stands; what scripts need passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.content.load import load
from builder.content.map_outline import FILE as OUTLINE
from builder.proof.check import proofread
from tests.build import ferries
from tests.content.test_load import at_most
from tests.desk.running import run
from tests.desk.test_diff import MKDOCS
from tests.factory import changed, check, told, valid, write_site
from tests.values.test_hidden import ALWAYS, LEGIT

RADIO = "articles/sound-radio-fuse.md"
HIDDEN = "[V014 hidden-character]"
OVERRIDE = f"holds U+202E RIGHT-TO-LEFT OVERRIDE, which is invisible {HIDDEN}"

FIELDS = [
    (RADIO, "printed: early in March"),
    (RADIO, "status: the line would not say more"),
    (RADIO, "note: The recording ends before the rescue."),
    (RADIO, "byline: No speaker is named in the part at hand."),
    (RADIO, "completeness: excerpt"),
    ("outlets.yml", "name: Sound Radio"),
    ("outlets.yml", "country: Oskland"),
    ("sources.yml", "aliases: [Marlo Line"),
    ("sources.yml", "stake_note: It runs the ship"),
    ("places.yml", "name: Pell Rock"),
    ("stories.yml", "title: The ferry that stopped"),
    ("topics/cause.yml", "lead: When and where"),
    ("topics/cause.yml", "short: Bad weather"),
    ("site.yml", "quote_limit: 12"),
    ("index.md", "description: Two accounts"),
    ("index.md", "Two outlets, one"),
]


@pytest.fixture(autouse=True)
def _no_full_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VARIORUM_SOURCES", raising=False)


@pytest.mark.parametrize(
    "char",
    ["\u202e", "\u2067", "\u200b", "\ufeff", "\u3164", "\U000e0041", "\u00ad1", "\x9b", "\u200e"],
    ids=ascii,
)
@pytest.mark.parametrize(("name", "words"), FIELDS)
def test_it_is_refused_as_itself_in_any_value(name: str, words: str, char: str, tmp_path: Path) -> None:
    line = valid(name).split(words)[0].count("\n") + 1
    (found,) = told(write_site(tmp_path, changed(name, words, words + char)))
    assert found.startswith(f"content/{name}:{line}: holds ")
    assert f"U+{ord(char[0]):04X}" in found
    assert found.endswith("[V003 nul-byte]" if char == "\x9b" else HIDDEN)


@pytest.mark.parametrize("char", ALWAYS, ids=ascii)
def test_each_is_refused(char: str, tmp_path: Path) -> None:
    if "\ud800" <= char <= "\udfff":
        return  # no UTF-8 text holds half of a character: see below
    files = {"outlets.yml": valid("outlets.yml").replace("name: Sound", f"name: So{char}und")}
    if char == "\r":
        files = {"outlets.yml": valid("outlets.yml").replace("name: Sound Radio", r'name: "Sound\rRadio"')}
    (found,) = told(write_site(tmp_path, files))
    assert found.startswith("content/outlets.yml:7: ")
    assert f"U+{ord(char):04X}" in found


@pytest.mark.parametrize(
    ("escape", "wrong"),
    [
        (r"\u202E", OVERRIDE),
        (r"\U0000202e", OVERRIDE),
        (r"\x9b", "holds the control character U+009B [V003 nul-byte]"),
        (r"\e", "holds the control character U+001B [V003 nul-byte]"),
        (r"\0", "holds the control character U+0000 [V003 nul-byte]"),
        (r"\r", "holds the control character U+000D [V003 nul-byte]"),
        (r"\N", "holds the control character U+0085 [V003 nul-byte]"),
        (r"\uFFFE", f"holds U+FFFE, which is no character {HIDDEN}"),
        (r"\uFEFF", f"holds U+FEFF ZERO WIDTH NO-BREAK SPACE, which is invisible {HIDDEN}"),
    ],
)
def test_yamls_escapes_are_refused_in_values_and_keys(escape: str, wrong: str, tmp_path: Path) -> None:
    change = changed("outlets.yml", "name: Sound Radio", f'name: "Sound{escape} Radio"')
    assert told(write_site(tmp_path / "value", change)) == [
        f"content/outlets.yml:7: sound-radio.name: {wrong}"
    ]
    change = changed("outlets.yml", "  note:", f'  "no{escape}te":')
    (found,) = told(write_site(tmp_path / "key", change))
    assert found.startswith("content/outlets.yml:9: sound-radio.no")
    assert found.endswith(f"te: {wrong}")
    change = changed("sources.yml", "aliases: [Marlo Line", f'aliases: ["Marlo\n      L{escape}ine"')
    assert told(write_site(tmp_path / "list", change)) == [
        f"content/sources.yml:5: ferry-line.aliases[0]: {wrong}"
    ]


def test_half_a_character_never_comes_in(tmp_path: Path) -> None:
    change = changed("outlets.yml", "name: Sound Radio", r'name: "\ud800"')
    (found,) = check(write_site(tmp_path, change))[1]
    assert (found.path, found.line) == ("content/outlets.yml", 7)


def test_a_soft_hyphen_is_refused_where_words_are_compared_and_fine_in_prose(tmp_path: Path) -> None:
    assert told(write_site(tmp_path / "prose", changed("index.md", "outlets", "out\u00adlets"))) == []
    line = valid(RADIO).split("early in March")[0].count("\n") + 2
    (found,) = told(
        write_site(tmp_path / "value", changed(RADIO, "early in March", "early in\n      Mar\u00adch"))
    )
    wrong = f"holds U+00AD SOFT HYPHEN, which is invisible {HIDDEN}"
    assert found == f"content/{RADIO}:{line}: claims[1].printed: {wrong}"


@pytest.mark.parametrize("entity", ["&#8238;", "&#x202e;", "&#X202E;", "&#0008238;"])
@pytest.mark.parametrize("name", [RADIO, "method.md"])
def test_html_entities_are_refused_at_their_line(entity: str, name: str, tmp_path: Path) -> None:
    text = f"{valid(name).rstrip()}\n\n`{entity}` and\n\\{entity}\n"
    line = text.count("\n")
    (found,) = told(write_site(tmp_path, {name: text}))
    assert found == f"content/{name}:{line}: {OVERRIDE}"


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("3&#x200b;0", [1]),
        ("a\n\n3&zwj;0\n\n&rlm;5", [3, 5]),
        ("[a](b 'c&#8203;')", [1]),
        ("x[^1]\n\n[^1]: a\n    &lrm;b", [4]),
        ("- a\n- &NoBreak;", [2]),
        ("# A&shy;1", [1]),
        ("&#x81;", [1]),
        ("&#xFDD0; &#x1FFFF;", [1]),
        ("&#1;", [1]),
        ("&#x7F;", [1]),
        ("&#13;", [1]),
        ("`&#x200b;` ``a &rlm; b``", []),
        ("    &#x200b;", []),
        ("&amp;rlm; &rlm &#8238", []),
        (
            "&#x645;&#x6cc;&zwnj;&#x634;&#x648;&#x62f; \u0645\u06cc&zwnj;\u0634 &#128104;&zwj;&#128105; \u05d0&rlm; Zu&shy;g",
            [],
        ),
        ("&nbsp;&eacute;&#8230;&thinsp;&#155;", []),
    ],
)
def test_entities_count_where_they_show(markdown: str, lines: list[int], tmp_path: Path) -> None:
    _, found = check(write_site(tmp_path, {"method.md": markdown}))
    assert [problem.line for problem in found] == lines


def test_text_in_every_script_passes(tmp_path: Path) -> None:
    words = " ".join(text.replace("\n", "").replace("\t", " ") for text in LEGIT.values())
    root = write_site(
        tmp_path,
        {
            **changed(
                "topics/cause.yml",
                "lead: When and where the ferry stopped, and why.",
                f"lead: {json.dumps(words, ensure_ascii=False)}",
            ),
            **changed("outlets.yml", "note: Serves", f"note: {json.dumps(words, ensure_ascii=False)} #"),
            "method.md": words,
        },
    )
    assert told(root) == []
    assert load(root).registries["outlets"].data["sound-radio"]["note"] == words


def test_one_is_told_for_each_line_and_not_for_ever(tmp_path: Path) -> None:
    found = told(write_site(tmp_path, {"method.md": "\u202e\u202e\na\n\u200b\n" + "\u202e\n" * 100}))
    assert len(found) == 20
    assert [line.split(":")[1] for line in found[:3]] == ["1", "3", "4"]


@pytest.mark.parametrize(
    "what", ["\u202e", "&#8238;", "`&#8238;`", "\u05d0\u200f", "&", "\U0001f468\u200d"], ids=ascii
)
def test_a_file_full_of_them_is_refused_at_once(what: str, tmp_path: Path) -> None:
    root = write_site(tmp_path, {"method.md": what * (900_000 // len(what.encode()))})
    with at_most(30):
        told(root)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('site_name: "Fer\\u202Eries"', f"site_name: {OVERRIDE}"),
        ("site_name: Fer\u202eries", f"site_name: {OVERRIDE}"),
        ("site_name: Fer&#8238;ries", f"site_name: {OVERRIDE}"),
        ('copyright: "\\x9b"', "copyright: holds the control character U+009B [V003 nul-byte]"),
        ("nav: [{A\u200bB: index.md}]", f"nav: holds U+200B ZERO WIDTH SPACE, which is invisible {HIDDEN}"),
        ("extra: {a: {b: [\u202e]}}", f"extra: {OVERRIDE}"),
    ],
)
def test_printed_settings_are_refused_at_their_line(line: str, wrong: str, tmp_path: Path) -> None:
    root = write_site(tmp_path)
    settings = "".join(
        each for each in MKDOCS.splitlines(keepends=True) if not each.startswith(line.split(":")[0])
    )
    (root / "mkdocs.yml").write_text(f"{settings}\n{line}\n", encoding="utf-8")
    expected = f"mkdocs.yml:{settings.count(chr(10)) + 2}: {wrong}"
    assert [str(problem) for problem in proofread(root).problems] == [expected]
    for command in ("check", "build"):
        result = run(root, command)
        assert (result.exit_code, expected in result.output) == (1, True), result.output
    assert not (root / "site").exists()


def test_settings_that_are_not_printed_may_say_what_parts_words(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    plugins = "plugins:\n  - search:\n      separator: '[\\s\u200b\\-]+|&[lg]t;'\n  - variorum\n# \u202e\n"
    (root / "mkdocs.yml").write_text(MKDOCS.split("plugins:")[0] + plugins, encoding="utf-8")
    assert proofread(root).problems == ()


def test_a_setting_from_elsewhere_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = ferries.write(tmp_path / "site", 1, joint=False)
    ferries.settle(root, {"site_name": "!ENV SHIP"})
    monkeypatch.setenv("SHIP", "Fer\u202eries")
    assert ferries.tried(root)[0] == [f"mkdocs.yml:1: {OVERRIDE}"]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('"source": "', '"source": "\\u202E', OVERRIDE),
        ('"source": "', '"source": "\u202e', OVERRIDE),
        ('"source": "', '"source": "\\u001b', "holds the control character U+001B [V003 nul-byte]"),
        ('"source": "', '"source": "\\ud83d\\ude00\\\\u202e', None),
        (
            '"source": "',
            '"source": "\\udb40\\udc41',
            f"holds U+E0041 TAG LATIN CAPITAL LETTER A, which is invisible {HIDDEN}",
        ),
    ],
)
def test_names_on_the_map_are_refused_at_their_line(
    old: str, new: str, wrong: str | None, tmp_path: Path
) -> None:
    line = {"type": "Feature", "geometry": {"coordinates": [[[36, 51], [37, 51], [37, 52]]]}}
    data = {
        "source": "A map.",
        "features": [line | {"properties": {"kind": kind, "name": kind}} for kind in ("border", "region")],
    }
    root = ferries.write(tmp_path / "site", 1, joint=False)
    text = json.dumps(data, indent=1)
    assert old in text
    path = root / "content" / OUTLINE
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(old, new), encoding="utf-8")
    expected = [f"content/{OUTLINE}:2: {wrong}"] if wrong else []
    assert [str(problem) for problem in proofread(root).problems if "maps" in problem.path] == expected
    assert [line for line in ferries.tried(root)[0] if "maps" in line] == expected
