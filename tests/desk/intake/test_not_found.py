"""What was not found is written as not found, and asked: that there is none, only who reads the text can say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.desk.intake.add import head
from builder.desk.intake.draft import Bibliography
from builder.desk.intake.likely import language_of
from tests.desk.intake.test_add import ID, RECORD, saved
from tests.desk.pages import TEXT, page
from tests.desk.running import run, with_precis
from tests.factory import check, write_site
from tests.printed import site_with_config


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path)


def test_nothing_is_said_of_an_agency_or_a_cut_that_was_not_found(root: Path) -> None:
    result = run(
        root, "add", str(saved(root, TEXT, "report.txt")), "--outlet", "sound-radio", "--slug", "report"
    )
    assert result.exit_code == 0, result.output
    text = (root / "content/articles/report.md").read_text()
    for claim in (
        "credits no agency",
        "marks it as cut",
        "names no author",
        "states no day",
        "has none that",
    ):
        assert claim not in text
    draft = check(root)[0].drafts["report"]
    assert draft is not None
    assert draft.inferred["credit"] == "Not found: an agency that the text credits."
    assert draft.inferred["completeness"] == "Not found: a mark that the text is cut."
    for key in ("headline", "byline", "published", "credit"):
        assert f"# GAP {key}: not found. " in text
    assert "# GAP completeness: a mark that the text is cut was not found. Is it whole? " in text
    for key in ("byline", "completeness", "credit"):
        assert f"Gap:  {key}\n" in result.output


def test_what_is_known_is_no_gap(root: Path) -> None:
    result = run(root, "add", str(saved(root)), "--completeness", "mirror")
    text = (root / f"content/articles/{ID}.md").read_text()
    assert "credit: Reuters\n" in text
    assert "GAP credit" not in text
    assert "GAP completeness" not in text
    assert "Not found" not in text
    assert "Gap:  c" not in result.output


def test_a_page_does_not_say_that_there_is_none(tmp_path: Path) -> None:
    root = site_with_config(tmp_path)
    nobody = page(record={**RECORD, "author": [{"@type": "Person", "name": "Ina Dahl"}]})
    assert run(root, "add", str(saved(root, nobody)), "--slug", "report").exit_code == 0
    path = with_precis(root / "content/articles/report.md")
    claim = 'claims:\n  - id: a\n    question: cause/weather\n    printed: calm\n    value: "no"\n    attribution: none\n'
    path.write_text(path.read_text().replace("claims: []\n", claim).replace("draft: true\n", ""))
    shutil.rmtree(root / "sources")
    result = run(root, "build")
    assert result.exit_code == 0, result.output
    html = (root / "site/articles/report/index.html").read_text()
    assert "<dt>Credit</dt><dd>not found" in html


GERMAN = (
    "Rund 450 Straßenbahnfahrer legten am Dienstag die Arbeit nieder, wie die Gewerkschaft mitteilte. "
    "Die meisten Züge fuhren den ganzen Tag nicht, und niemand weiß, wann wieder verhandelt wird. "
) * 3


@pytest.mark.parametrize(
    ("text", "name", "line", "asked"),
    [
        (GERMAN, "report.txt", "# GAP language: not found: ", True),
        (f"<html><body><article><h1>Streik</h1><p>{GERMAN}</p></article></body></html>", "report.html", "# GAP language: not found: ", True),
        (f"<html lang='de'><body><article><h1>Streik</h1><p>{GERMAN}</p></article></body></html>", "report.html", "language: de\n", False),
        (TEXT, "report.txt", "completeness: ", False),
    ],
)  # fmt: skip
def test_a_language_that_nothing_states_is_asked(
    root: Path, text: str, name: str, line: str, asked: bool
) -> None:
    result = run(root, "add", str(saved(root, text, name)), "--outlet", "sound-radio", "--slug", "report")
    assert result.exit_code == 0, result.output
    draft = (root / "content/articles/report.md").read_text()
    assert line in draft
    assert ("GAP language" in draft) == asked
    assert ("Gap:  language\n" in result.output) == asked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tres personas murieron en el incendio de la terminal, informó el jueves el hospital. Al menos 23 personas resultaron heridas, según el hospital. La terminal permanecerá cerrada seis semanas, dijo la autoridad portuaria. El sindicato dijo que había advertido a la autoridad en enero.", "es"),
        ("Trois personnes sont mortes dans l'incendie du terminal, a dit jeudi l'hôpital. Deux autres ont été blessées, selon l'hôpital. Le terminal doit être fermé pendant trois semaines. Le syndicat a aussi dit où il l'avait lu.", "fr"),
        ("Três pessoas morreram no incêndio do terminal, disse o hospital na quinta-feira. Pelo menos 23 pessoas ficaram feridas, segundo o hospital. O terminal ficará fechado durante seis semanas, disse a autoridade do porto.", None),
        ("В четверг при пожаре на терминале погибли три человека, сообщила больница. Это были рабочие порта. Еще 23 человека пострадали. Терминал закроют на шесть недель, сказали в управлении порта. Профсоюз заявил, что предупреждал о риске еще в январе.", "ru"),
        ("У четвер під час пожежі на терміналі загинули троє людей, повідомила лікарня. Це були робітники порту. Ще 23 людини постраждали. Її термінал закриють на шість тижнів, сказали в управлінні порту. Профспілка заявила, що попереджала про ризик ще в січні, але ніхто з керівників тоді не послухав її, і це є в протоколах.", "uk"),
        ("Трима души загинаха при пожара на терминала, съобщи в четвъртък болницата. Още двадесет и трима са ранени, според болницата. Терминалът ще бъде затворен шест седмици, каза пристанищната администрация. Синдикатът заяви, че е предупредил през януари.", None),
        ("В четверг на терминале погибли трое рабочих, сообщила больница. Это случилось утром, в порту, где они грузили уголь на корабль. По-украински его назвали «Зірка», и так он значится в списке судов порта, сказали в управлении. Профсоюз предупреждал о риске еще в январе.", None),
    ],
)  # fmt: skip
def test_a_short_text_has_enough_words_to_know_its_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "put"), [("The islanders wait.", True), ("This is what The Islander saw.", False)]
)
def test_the_outlet_is_put_before_a_text_that_does_not_name_it_as_the_proof_does(
    text: str, put: bool
) -> None:
    assert head(Bibliography(), ("The Islander",), text).startswith("The Islander") is put
