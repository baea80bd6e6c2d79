"""Say what is wrong with lists; write nothing.

Exit 0: nothing but remarks of severity info. 1: errors or warnings, or as --fail-on says. 2: something couldn't be read, or the command,
the configuration or a rule's name is wrong.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from listlint.cli import _lists, _output, _since

if TYPE_CHECKING:
    import argparse


class Arguments(_since.NarrowArguments):
    """What `check` is told."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `check`."""
    _lists.add_list_options(parser)
    _since.add_narrowing(parser)


def run(args: Arguments) -> int:
    """Checks and reports."""
    result = _lists.judge(args, "check", views=_since.views(args))
    _lists.remark(result, args)
    _output.report(result, args, sys.stdout)
    return _output.exit_code(result, args)
