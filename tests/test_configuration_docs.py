"""The page on configuration names every key there is, and its examples are read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from listlint.config import load
from listlint.config.schema import json_schema

PAGE = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
SCHEMA = json_schema()


def keys(*path: str) -> set[str]:
    """The keys of the configuration's table at `path`."""
    table = SCHEMA
    for part in path:
        found = table["properties"][part]
        table = SCHEMA["$defs"][(found.get("$ref") or found["allOf"][0]["$ref"]).rpartition("/")[2]]
    return set(table["properties"])


def rows(heading: str) -> set[str]:
    """The keys in the tables below a heading."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return {key for row in re.findall(r"^\| (`.*?`) \|", part, re.MULTILINE) for key in re.findall(r"`([^`]+)`", row)}


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_is_read(text: str) -> None:
    assert load.from_text(text).layers


def test_every_key_is_told_once() -> None:
    top = rows("Which rules run") | rows("Which files are read")
    assert top | {"sections", "style"} == keys()
    assert rows("Sections") == keys("sections")
    assert rows("Style") == keys("style")


def test_every_key_stands_in_an_example() -> None:
    shown: dict[str, set[str]] = {"": set(), "sections": set(), "style": set()}
    for text in EXAMPLES:
        table = tomllib.loads(text)
        shown[""] |= set(table)
        for name in ("sections", "style"):
            shown[name] |= set(table.get(name, {}))
    assert keys() - shown[""] == {"exclude", "extend", "rules"}
    assert keys("sections") == shown["sections"]
    assert keys("style") - shown["style"] == {"entry"}


def test_an_override_may_hold_what_the_page_says() -> None:
    said = PAGE.partition("as in `.gitignore`. ")[2] if "later overrides win" in PAGE else ""
    told = set(re.findall(r"`([a-z-]+)`", PAGE.rpartition("as in `.gitignore`. ")[2].partition("\n## ")[0]))
    override = SCHEMA["$defs"][SCHEMA["properties"]["overrides"]["items"]["$ref"].rpartition("/")[2]]["properties"]
    assert said
    assert told | {"files"} == set(override)


def test_defaults_are_those_of_the_schema() -> None:
    part = PAGE.partition("\n## Style\n")[0]
    told = dict(re.findall(r"^\| `([\w-]+)` \| `([^`]*)` \|", part, re.MULTILINE))
    assert len(told) > len(SCHEMA["properties"]) / 2
    properties = SCHEMA["properties"] | SCHEMA["$defs"]["Sections"]["properties"]
    for key, default in told.items():
        assert tomllib.loads(f"x = {default}")["x"] == properties[key]["default"], key
