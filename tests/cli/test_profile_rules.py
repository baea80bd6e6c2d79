"""`listlint rules --profile`: what a profile is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from listlint.config.load import profiles, settings
from listlint.config.select import plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome


@pytest.mark.parametrize("profile", profiles())
def test_the_rules_that_a_profile_runs(run: Callable[..., Outcome], profile: str) -> None:
    told = json.loads(run("rules", "--profile", profile, "--format", "json").out)
    assert [rule["code"] for rule in told["rules"]] == [rule.code for rule in plan(settings(profile=profile)).rules]


def test_what_else_a_profile_says(run: Callable[..., Outcome]) -> None:
    told = run("rules", "--profile", "awesome-strict").out
    assert "\n# profile awesome\n" in told
    assert '\nstyle.separator = " - "\n' in told
    assert told.endswith('\nstyle.prefer = "list"\n')


def test_an_unknown_profile(run: Callable[..., Outcome]) -> None:
    told = run("rules", "--profile", "awsome")
    assert (told.code, told.err) == (2, 'error: --profile: unknown profile "awsome", did you mean "awesome"?\n')
