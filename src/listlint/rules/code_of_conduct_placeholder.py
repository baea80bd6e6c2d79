"""Codes of conduct that were copied and never filled in. Knows nothing of what a code of conduct should say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Neighbour
    from listlint.style import Style

_BLANK: Final = lazy(
    r"\[(?:INSERT|YOUR|ADD|ENTER) [A-Z][A-Z /-]{1,60}\]|\[(?:insert|your|add|enter) [a-z /-]{0,40}(?:e-?mail|contact)[a-z /-]{0,40}\](?!\()"
)


class CodeOfConductPlaceholder(Rule):
    """LL704."""

    code = "LL704"
    name = "code-of-conduct-placeholder"
    summary = "The repository's code of conduct is empty, or was copied with what had to be filled in."
    local = True

    class Options(RuleOptions):
        """What else tells that nobody filled it in."""

        placeholders: tuple[str, ...] = ()
        """Texts that mustn't stand in it, such as the address of a project it's often copied from; the owner's own may."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic for each such place, on the first line of the repository's readme. A repository without the file is left alone."""
        del style
        if document.repository is None or not document.repository.is_front:
            return
        for file in document.repository.find("code-of-conduct"):
            for said in self._faults(file, document.repository.remote or ""):
                yield self.diagnostic(document.source.line_span(1), said)

    def _faults(self, file: Neighbour, remote: str) -> Iterator[str]:
        text = file.text or ""
        if not text.strip():
            yield f"{file.path} is empty, expected a code of conduct"
            return
        foreign = [text for text in self.options.placeholders if text and f"/{text.partition('@')[0].lower()}/" not in remote]
        for number, line in enumerate(text.splitlines(), 1):
            found = [match[0] for match in _BLANK.finditer(line)]
            found += [placeholder for placeholder in foreign if placeholder in line]
            for placeholder in found:
                yield f'{file.path} has "{placeholder}" on line {number}, expected it to be filled in'
