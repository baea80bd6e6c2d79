"""Document and rules to diagnostics, and the fix loop. Knows no files."""

from listlint.engine.check import check
from listlint.engine.fixloop import fix
from listlint.engine.results import Checked, Fixed

__all__ = ["Checked", "Fixed", "check", "fix"]
