"""What is generated from the schema is complete, in step, and agrees with what the checks take."""

from __future__ import annotations

import inspect
import json

import pydantic
import pytest
import yaml
from click.testing import CliRunner

from builder.cli.main import main
from builder.content import schema
from builder.desk.keys import FILES, json_schemas, models, reference
from scripts.reference import files
from tests.conftest import ROOT


@pytest.mark.parametrize("name", sorted(files()))
def test_generated_files_are_in_step(name):
    assert (ROOT / name).read_text(encoding="utf-8") == files()[name], "run: python -m scripts.reference"


def test_every_key_of_every_entry_is_in_the_reference_with_its_meaning():
    text = reference()
    entries = {
        model for _, model in inspect.getmembers(schema, inspect.isclass)
        if issubclass(model, pydantic.BaseModel) and model.__module__ == schema.__name__ and not model.__name__.startswith("_")
    }  # fmt: skip
    assert {model for _, model, _ in models()} == entries
    for name, model, _ in models():
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for key, field in model.model_fields.items():
            assert f"| `{key}` |" in section
            assert field.description, f"{name}.{key} says nothing"
            assert " ".join(field.description.split())[:40].replace("``", "`") in section


def test_the_schemas_know_the_content():
    read = {name: json.loads(text) for name, text in json_schemas().items()}
    assert set(read) == {f"{name}.schema.json" for name, *_ in FILES}
    article = read["article.schema.json"]
    front = yaml.safe_load(
        (ROOT / "tests/sites/valid/content/articles/harbour-post-adrift.md").read_text().split("---")[1]
    )
    assert set(front) <= set(article["properties"])
    assert set(article["required"]) <= set(front)
    assert article["additionalProperties"] is False
    outlets = read["outlets.schema.json"]
    assert outlets["additionalProperties"]["properties"]["kind"]["enum"][0] == "newspaper"


def test_a_site_elsewhere_gets_the_reference_and_the_schemas_from_the_command(tmp_path):
    printed = CliRunner().invoke(main, ["keys"])
    assert (printed.exit_code, printed.output) == (0, reference())
    written = CliRunner().invoke(main, ["keys", "--schemas", str(tmp_path / "schemas")])
    assert written.exit_code == 0
    assert {path.name: path.read_text() for path in (tmp_path / "schemas").iterdir()} == json_schemas()


def test_on_a_terminal_the_reference_says_nothing_of_how_it_is_made():
    shown = CliRunner().invoke(main, ["keys"]).output
    assert shown.startswith("# Key reference")
    assert "scripts.reference" not in shown
    assert "builder/" not in shown
