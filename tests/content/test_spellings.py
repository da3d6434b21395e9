"""Names in several spellings."""

from msgspec.structs import replace

from builder.content.spellings import propose, spellings, variants
from tests.factory import article, library


def test_spellings_are_collected_by_outlet() -> None:
    post = replace(article("post"), spellings={"pell-rock": ("Pell Rock",)})
    radio = replace(article("radio", outlet="radio"), spellings={"pell-rock": ("Pel Rock", "Pell Rock")})
    (found,) = variants(library().site, spellings([post, radio]))
    assert found.id == "pell-rock"
    assert found.spellings == (("Pell Rock", ("post", "radio")), ("Pel Rock", ("radio",)))


def test_one_spelling_is_no_variant() -> None:
    alone = replace(article("post"), spellings={"pell-rock": ("Pell Rock",)})
    assert variants(library().site, spellings([alone])) == ()


def test_unknown_spellings_are_proposed() -> None:
    known = {"Vorobzha": "vorobzha", "GUR": "gur", "Zelensky": "zelensky"}
    words = ["Vorozhba", "HUR", "Zelensky", "Plekhovo", "Zelenskyy"]
    assert propose(words, known) == (("Vorozhba", "vorobzha"), ("HUR", "gur"), ("Zelenskyy", "zelensky"))
