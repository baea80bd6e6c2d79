"""Document and rules to diagnostics, and the fix loop. Knows no files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.engine.results import Checked, Fixed, Known

if TYPE_CHECKING:
    from listlint.config.plan import Plan
    from listlint.engine.texts import Texts
    from listlint.text import Source

__all__ = ["Checked", "Fixed", "Known", "check", "fix"]

# ruff: noqa: PLC0415 - what is known already needs no parser, and a check has no use for the proof


def check(source: Source, plan: Plan) -> Checked:
    """What `plan` has to say of `source`; raises `RuleCrashError` where a rule raises."""
    from listlint.engine import judgement

    return judgement.check(source, plan)


def fix(source: Source, plan: Plan, *, unsafe: bool = False, texts: Texts | None = None) -> Fixed:
    """`source` with every fix made that may be made and is proved; the loop and the proof are imported when a list is first fixed."""
    from listlint.engine import fixloop

    return fixloop.fix(source, plan, unsafe=unsafe, texts=texts)
