"""What can go wrong outside a list: one exception a cause, each message one line that names it and what was expected.

Knows nothing of files, lists or exit codes; the command line turns any `ListlintError` into one line and exit 2.
"""

from __future__ import annotations

from typing import NamedTuple


class ListlintError(Exception):
    """Base of every error that is the user's to mend; its text is one line, ready to print."""


class UsageError(ListlintError):
    """The command line asks for something that doesn't exist: an unknown rule, a missing path."""


class ExcludedError(UsageError):
    """Every file that was named is one the configuration leaves out: nothing was read."""


class Mark(NamedTuple):
    """A stretch of one line of a configuration."""

    number: int | None
    """Of the line, from 1; None on the command line."""
    line: str
    column: int
    """From 1, in code points, as the length."""
    length: int


class ConfigError(ListlintError):
    """A configuration that can't be read: names the file, the key and what was expected; `mark` shows where."""

    def __init__(self, message: str, mark: Mark | None = None) -> None:
        self.mark = mark
        super().__init__(message)


class UnreadableError(ListlintError):
    """A file whose bytes aren't a text listlint may rewrite: not UTF-8, NUL bytes, a directory, vanished."""


class UnwritableError(ListlintError):
    """A file that may not or could not be replaced; the old one stands."""


class RuleCrashError(Exception):
    """A rule raised: a fault of the rule, not of the list. `code` and `name` tell which; the cause is chained."""

    def __init__(self, code: str, name: str, cause: BaseException) -> None:
        self.code, self.name = code, name
        super().__init__(f"{code} {name} raised {type(cause).__name__}: {cause}")
