"""The JSON Schemas that listlint hands out, and the table of rules."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Literal

import pytest

from listlint.diagnostic import Severity
from listlint.report import rules, schema
from listlint.rule import Rule, RuleOptions


class Shout(Rule):
    """Made for this test."""

    code = "LL998"
    name = "shout"
    summary = "An entry shouts."

    class Options(RuleOptions):
        """Its options."""

        words: tuple[str, ...] = ("OMG",)
        limit: int | None = None


class Whisper(Rule):
    """Made for this test."""

    code = "LL999"
    name = "whisper-low"
    summary = "An entry whispers."
    severity = Severity.INFO


@pytest.mark.parametrize(
    ("name", "keys"), [("check", {"version", "diagnostics", "summary"}), ("tree", {"version", "file", "sections", "items"})]
)
def test_a_schema_names_every_key_and_allows_no_other(name: Literal["check", "tree"], keys: set[str]) -> None:
    shape = json.loads(schema(name))
    assert shape["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (set(shape["properties"]), set(shape["required"]), shape["additionalProperties"]) == (keys, keys, False)


def test_the_schema_says_how_places_are_counted() -> None:
    place = json.loads(schema("check"))["$defs"]["ReportedDiagnostic"]["properties"]
    assert place["line"]["minimum"] == 1
    assert "code points" in place["column"]["description"]
    assert "exclusive" in place["end_column"]["description"]


def test_the_configuration_has_a_schema() -> None:
    shape = json.loads(schema("config"))
    assert (next(iter(shape)), shape["type"]) == ("$schema", "object")


def test_rules_as_text_are_a_table() -> None:
    assert rules([Shout, Whisper], output="text") == (
        "LL998  shout        warning  An entry shouts.\nLL999  whisper-low  info     An entry whispers.\n"
    )


def test_rules_as_json_tell_the_options_and_their_defaults() -> None:
    assert json.loads(rules([Shout, Whisper], output="json")) == {
        "version": 1,
        "rules": [
            {
                "code": "LL998",
                "name": "shout",
                "severity": "warning",
                "summary": "An entry shouts.",
                "options": {"words": ["OMG"], "limit": None},
            },
            {"code": "LL999", "name": "whisper-low", "severity": "info", "summary": "An entry whispers.", "options": {}},
        ],
    }


def test_reports_are_written_without_pydantic_and_ascii_ones_without_unicode_tables() -> None:
    program = (
        "import sys\n"
        "from listlint.model import Document\n"
        "from listlint.report import check_json, outline, text, tree\n"
        "from listlint.text import Source\n"
        "print(tree(Document(Source('a.md', '# A'), ()), output='json', file='a.md'))\n"
        "print(tree(Document(Source('a.md', '# A'), ()), output='text', file='a.md'))\n"
        "sys.exit(str({'pydantic', 'wcwidth', 'unicodedata'} & sys.modules.keys() or ''))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
