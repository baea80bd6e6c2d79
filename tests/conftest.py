"""Options of the test run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest import Parser  # noqa: PT013 - only the type


def pytest_addoption(parser: Parser) -> None:
    """`--update-pages` rewrites what the rule pages expect."""
    parser.addoption("--update-pages", action="store_true", help="rewrite the expected blocks, options and index of rules/")


@pytest.fixture(scope="session")
def update_pages(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites the rule pages."""
    return bool(request.config.getoption("--update-pages"))
