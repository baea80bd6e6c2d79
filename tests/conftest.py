"""Options of the test run, and what the tests of rules have in common."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from listlint import engine
from listlint.config import load, select
from listlint.text import Source

if TYPE_CHECKING:
    from pytest import Parser  # noqa: PT013 - only the type

    from listlint.config.plan import Plan

# How long one example takes says how busy the machine is, nothing of listlint.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: Parser) -> None:
    """`--update-pages` rewrites what the rule pages expect."""
    parser.addoption("--update-pages", action="store_true", help="rewrite the expected blocks, options and index of rules/")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test meets what another run, or the user's own, has left in the cache."""
    os.environ["LISTLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def update_pages(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites the rule pages."""
    return bool(request.config.getoption("--update-pages"))


class Tried:
    """What one rule says of a text, and what its fixes make of it."""

    def __init__(self, rule: str, configured: str = "") -> None:
        self.plan: Plan = select.plan(load.from_text(configured), select.selection(select=[rule]))

    def said(self, text: str) -> list[str]:
        """`LINE:COLUMN message`, in document order."""
        source = Source("list.md", text)
        places = [(source.position(found.span.start), found.message) for found in engine.check(source, self.plan).diagnostics]
        return [f"{at.line}:{at.column} {message}" for at, message in places]

    def lines(self, text: str) -> list[int]:
        """The lines that are reported."""
        return [int(line.partition(":")[0]) for line in self.said(text)]

    def fixed(self, text: str, *, unsafe: bool = False) -> str:
        """The text after every fix; mended text stays as it is."""
        done = engine.fix(Source("list.md", text), self.plan, unsafe=unsafe)
        assert done.failure is None
        once = done.after.document.text
        again = engine.fix(done.after.document.source, self.plan, unsafe=unsafe)
        assert again.after.document.text == once
        return once


@pytest.fixture(scope="session")
def tried() -> type[Tried]:
    """`tried("LL101").said(text)`, and so on."""
    return Tried
