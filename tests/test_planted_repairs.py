"""Faults as keepers repair them are planted and the strict profile reports them; `python -m tests.planted_repairs` measures real lists."""

from __future__ import annotations

import pytest

from tests.planted_repairs.__main__ import KINDS
from tests.planted_repairs.faults import Planted, plan

NAMES = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Maple", "Oak", "Pine", "Rowan", "Spruce", "Willow")
SECTIONS = tuple(f"{name} tools" for name in ("Forest", "Garden", "Harbour", "Island", "Jungle", "Kitchen", "Lagoon", "Meadow"))
ENTRY = "- [{name}](https://github.com/{owner}/{path}) - Some {owner} things, with JavaScript inside."


def section(title: str) -> str:
    owner = title.split(maxsplit=1)[0].lower()
    entries = (ENTRY.format(name=name, owner=owner, path=name.lower()) for name in NAMES)
    return "\n".join([f"## {title}", "", *entries, ""])


CONTENTS = [f"- [{title}](#{title.lower().replace(' ', '-')})" for title in SECTIONS]
LIST = "\n".join(["# Trees", "", "## Contents", "", *CONTENTS, "", *map(section, SECTIONS)])
ABSENT = {"arXiv form", "Chinese"}
"""What the list has nothing of."""


@pytest.fixture(scope="module")
def planted() -> Planted:
    return Planted("list.md", LIST, plan("awesome-strict"))


def test_the_list_has_no_fault(planted: Planted) -> None:
    assert planted.count == 0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ABSENT])
def test_faults_are_reported_on_their_lines(planted: Planted, kind: str) -> None:
    variants = {fault.variant: fault for fault in KINDS[kind](planted)}
    said = {variant: planted.report(fault) for variant, fault in variants.items()}
    assert said
    assert sum(bool(one) for one in said.values()) >= 0.6 * len(said), said


@pytest.mark.parametrize("kind", sorted(ABSENT))
def test_nothing_is_planted_where_there_is_nothing(planted: Planted, kind: str) -> None:
    assert list(KINDS[kind](planted)) == []
