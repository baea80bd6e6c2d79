"""What a rule is. Knows the model and the style; never files, parsing or configuration files."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, dataclass_transform

from listlint.diagnostic import Diagnostic, Related, Severity
from listlint.edits import Phase
from listlint.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.edits import Fix
    from listlint.model import Document
    from listlint.style import Style
    from listlint.text import Span

Cause = Literal["here", "beside", "elsewhere", "either"]
"""At the place itself; there or at its neighbours; anywhere in the list; at either of two places, of which the later one is blamed."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class RuleOptions:
    """Base of a rule's options: subclasses become frozen dataclasses, every option with a default and a docstring."""

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)


class Rule:
    """One complaint. A subclass has these class variables, `check`, and `Options` where it can be configured."""

    code: ClassVar[str]
    name: ClassVar[str]
    summary: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    phase: ClassVar[Phase] = Phase.LAYOUT
    """When its fixes are made; without meaning for a rule that offers none."""
    everywhere: ClassVar[bool] = False
    """Whether its fixes may touch tables and `<details>` (`Document.guarded`): those change no more than a URL or a blank."""
    local: ClassVar[bool] = False
    """Whether it asks what stands around the list (`Document.repository`): it says nothing of a text that comes from no file."""

    yields_to: ClassVar[tuple[str, ...]] = ()
    """Codes of rules that say it better: what they say of a place, this rule leaves unsaid where they run, too."""

    class Options(RuleOptions):
        """No options."""

    cause: ClassVar[Cause] = "here"
    """Where a change must have been made for a new complaint, beside the list's habits, which may turn any of them up."""

    options: RuleOptions

    def __init__(self, options: RuleOptions | None = None) -> None:
        self.options = options if isinstance(options, self.Options) else self.Options()

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Every place in `document` that this rule complains of, in document order."""
        raise NotImplementedError

    def diagnostic(self, span: Span, message: str, *, fix: Fix | None = None, related: tuple[Related, ...] = ()) -> Diagnostic:
        """A diagnostic of this rule, with its default severity."""
        return Diagnostic(self.code, self.name, self.severity, message, span, related, fix)
