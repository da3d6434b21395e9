"""An outlet as sentences call it, with its article; and printed words as the site renders them, in square brackets."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from builder.build import in_memory
from builder.compare.library import index
from builder.compare.rows import compare_question
from builder.content.load import load
from builder.content.problems import errors
from builder.content.validate import validate
from builder.content.vocabulary import Answer
from builder.pages.page import Page
from tests.factory import article, figure, question, site, valid, write_site, yes_no

POST = "articles/harbour-post-adrift.md"
CALLED = valid("outlets.yml").replace(
    "  short: Harbour Post\n", "  short: Harbour Post\n  called: the Post\n"
)
RENDERED = valid(POST).replace(
    "printed: a flat calm\n", "printed: a flat calm\n    rendering: a sea like glass\n"
)


def pages_of(tmp_path: Path, files: dict[str, str], **options: str) -> dict[str, Page]:
    return {page.address: page for page in in_memory.make(write_site(tmp_path, files), **options).pages}


def test_a_sentence_calls_an_outlet_with_its_article_and_a_label_does_not(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {"outlets.yml": CALLED})
    topic = pages["topics/cause/"].body + "".join(
        str(section.html) for section in pages["topics/cause/"].sections
    )
    assert "the Post" in topic
    assert '<span class="vm-outlet">Harbour Post</span>' in topic
    assert "in Harbour Post" not in topic


def test_a_sentence_that_begins_with_it_begins_with_a_capital() -> None:
    asked = question(Answer.QUANTITY)
    told = site([article("post", figure("140")), article("radio", figure("150"))], [asked])
    outlets = {id: replace(outlet, called=f"the {outlet.short}") for id, outlet in told.outlets.items()}
    row = compare_question(index(replace(told, outlets=outlets)), asked)
    assert "(the Post" in row.summary
    assert "(Post" not in row.summary


def test_words_are_rendered_in_brackets_wherever_they_stand_and_the_page_says_what_brackets_are(
    tmp_path: Path,
) -> None:
    pages = pages_of(tmp_path, {POST: RENDERED})
    for address in ("topics/cause/", "articles/harbour-post-adrift/"):
        page = pages[address]
        body = page.lead + page.body + "".join(str(section.html) for section in page.sections)
        assert '<span class="vm-rendered">[a sea like glass]</span>' in body
        assert "In square brackets: the words as this site renders them." in body


def test_a_page_without_rendered_words_does_not_speak_of_brackets(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {})
    assert all("In square brackets" not in page.lead + page.body for page in pages.values())


def test_nothing_follows_from_how_words_are_rendered() -> None:
    asked = question(Answer.YES_NO)

    def judged(rendering: str | None) -> tuple[object, ...]:
        claims = yes_no(True, "lo hundió"), replace(yes_no(False, "no lo hundió"), rendering=rendering)
        told = site(
            [article(id, claim) for id, claim in zip(("post", "radio"), claims, strict=True)], [asked]
        )
        return compare_question(index(told), asked).judgements

    assert judged("it sank") == judged(None)


def test_a_sentence_has_it_behind_words_and_behind_figures() -> None:
    yes, count = question(Answer.YES_NO), question(Answer.QUANTITY)
    claims = [
        (
            replace(yes_no(True, "lo hundió"), rendering="sank it"),
            replace(figure("140"), printed="ciento cuarenta", rendering="a hundred and forty"),
        ),
        (yes_no(False, "did not sink it"), figure("150")),
    ]
    told = site([article(id, *own) for id, own in zip(("post", "radio"), claims, strict=True)], [yes, count])
    library = index(told)
    assert "“lo hundió” [sank it] (Post" in compare_question(library, yes).summary
    assert "“ciento cuarenta” [a hundred and forty] (Post" in compare_question(library, count).summary


def test_the_headline_and_the_words_beside_a_claim_are_rendered_wherever_they_stand(tmp_path: Path) -> None:
    head = next(line for line in valid(POST).splitlines() if line.startswith("headline: "))
    headline = head.removeprefix("headline: ").strip("'\"")
    files = {
        POST: valid(POST)
        .replace(
            head,
            f"{head}\nrenderings:\n  '{headline}': Another name for it\n  asegura: asserts",
        )
        .replace("cue: said", "cue: asegura", 1)
    }
    pages = pages_of(tmp_path, files)
    told = {
        address: page.lead + page.body + "".join(str(section.html) for section in page.sections)
        for address, page in pages.items()
    }
    for address in ("articles/harbour-post-adrift/", "articles/", "outlets/harbour-post/"):
        assert '<span class="vm-rendered">[Another name for it]</span>' in told[address], address
    for address in ("articles/harbour-post-adrift/", "outlets/harbour-post/"):
        assert 'asegura</q> <span class="vm-rendered">[asserts]</span>' in told[address], address


def test_a_rendering_of_words_that_stand_nowhere_is_an_error(tmp_path: Path) -> None:
    files = {POST: valid(POST).replace("claims:\n", "renderings:\n  asegurra: asserts\nclaims:\n", 1)}
    _, problems = validate(load(write_site(tmp_path, files)))
    (told,) = errors(problems)
    assert "asegurra" in told.message


def test_a_sentence_has_the_verb_that_hedges_with_its_rendering() -> None:
    asked = question(Answer.YES_NO)
    doubted = replace(
        yes_no(True, "lo hundió"), doubt="probablemente", renderings=(("probablemente", "probably"),)
    )
    told = site([article("post", doubted), article("radio", yes_no(False, "it did not sink"))], [asked])
    row = compare_question(index(told), asked)
    assert "“probablemente” [probably]" in " ".join(found.reason for found in row.judgements)
