"""Lists whose files aren't called as configured, or as a repository's front page needs it. Knows nothing of their texts."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from listlint.rule import Rule, RuleOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class FileName(Rule):
    """LL705."""

    code = "LL705"
    name = "file-name"
    summary = "The list's file isn't called as its repository needs it."
    local = True

    class Options(RuleOptions):
        """What lists are called."""

        names: tuple[str, ...] = ()
        """The names that lists may have, patterns such as `awesome-*.md` among them; none: what the front page shows decides."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic, on the first line."""
        del style
        around = document.repository
        if around is None:
            return
        line = document.source.line_span(1)
        name = around.path.rpartition("/")[2]
        if self.options.names:
            if not any(fnmatchcase(name, pattern) for pattern in self.options.names):
                yield self.diagnostic(line, f'file is called "{name}", expected {" or ".join(self.options.names)}')
        elif around.held and "/" not in around.path and not around.find("readme"):
            yield self.diagnostic(line, f'file is called "{name}", and the repository has no readme, expected README.md')
