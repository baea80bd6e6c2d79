"""Commands by name, and an argument parser whose complaints say what was probably meant. Knows no command."""

from __future__ import annotations

import argparse
import importlib
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

import listlint
from listlint.config.nearest import expected
from listlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

Arguments = TypeVar("Arguments", bound=argparse.Namespace)


def commands() -> tuple[str, ...]:
    """The names of all commands."""
    found = os.listdir(Path(__file__).parent)  # noqa: PTH208 - names alone are asked for; pkgutil imports all that inspects code
    return tuple(sorted(name[:-3].replace("_", "-") for name in found if name.endswith(".py") and not name.startswith("_")))


def command(name: str) -> ModuleType:
    """The module of the command; raises `UsageError` where there is none of that name."""
    if name in commands():
        return importlib.import_module(f"listlint.cli.{name.replace('-', '_')}")
    if name.startswith("-"):
        raise UsageError(f'expected a command before "{name}", such as "listlint check"')
    hint = f'did you mean "listlint check {name}"?' if os.path.lexists(name) else expected(name, commands())
    raise UsageError(f'unknown command "{name}", {hint}')


def overview() -> str:
    """The help of `listlint` itself."""
    lines = [f"    {name:10}{_summary(name)}" for name in commands()]
    return "\n".join(
        [
            "usage: listlint COMMAND [OPTION ...] [PATH ...]",
            "",
            listlint.__doc__ or "",
            "",
            "commands:",
            *lines,
            "",
            '"listlint COMMAND --help" tells a command\'s options, "listlint --version" the version.',
            "Exit codes: 0 clean or all fixed, 1 errors or warnings are left, 2 something couldn't be done.",
        ]
    )


def _summary(name: str) -> str:
    """The first line of a command's docstring, read without importing it."""
    import ast  # noqa: PLC0415 - only the overview should cost it

    source = (Path(__file__).parent / f"{name.replace('-', '_')}.py").read_text(encoding="utf-8")
    text = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]
    return text.rstrip(".")


_UNSEEN: Final = partial(argparse.HelpFormatter, width=80)
"""Holds each option's form to the rules as it's added; the usual one asks for the terminal's width then, and imports compressors for it."""


class Parser(argparse.ArgumentParser):
    """A parser of one command's options that raises `UsageError` where argparse would exit."""

    def __init__(self, command: str, description: str | None) -> None:
        super().__init__(f"listlint {command}", description=description, allow_abbrev=False, formatter_class=_UNSEEN)
        self.add_argument("--version", action="version", version=f"listlint {listlint.__version__}")

    def format_help(self) -> str:
        """The help, as wide as the terminal."""
        self.formatter_class = argparse.RawDescriptionHelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Raises the `UsageError` that says `message`."""
        raise UsageError(message.removeprefix("argument ").replace("the following arguments are required:", f"{self.prog}: expected"))

    def parse(self, words: Sequence[str], into: Arguments) -> Arguments:
        """`words` read into `into`; paths and options may stand in any order."""
        made, unknown = self.parse_known_intermixed_args(words, into)
        if unknown:
            options = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
            word = unknown[0].partition("=")[0]
            self.error(f'unknown option "{word}", {expected(word, options)}' if word.startswith("-") else f'unexpected "{word}"')
        return made


def one_of(*choices: str) -> Callable[[str], str]:
    """An argument type: one of `choices`."""

    def read(value: str) -> str:
        if value not in choices:
            raise argparse.ArgumentTypeError(f'"{value}" is none of its values, {expected(value, choices)}')
        return value

    return read
