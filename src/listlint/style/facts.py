"""What can be known of a list's style. Knows nothing of how it was found out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
ArxivForm = Literal["abs", "pdf", "html"]


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One fact: its value and where it comes from; `count` of `total` cases agree where it was inferred."""

    value: T
    configured: bool = False
    count: int = 0
    total: int = 0

    @property
    def evidence(self) -> str:
        """The words for a message: `33 of 38`, or `configured`."""
        return "configured" if self.configured else f"{self.count} of {self.total}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleOptions:
    """What the configuration says of the style; None leaves the fact to the list."""

    separator: str | None = None
    summary: Literal["required", "optional"] | None = None
    arxiv: ArxivForm | None = None
    entry: str | None = None
    """The entry template: `[{title}]({url}){, {summary}}`."""
    entry_by_section: dict[str, str] = field(default_factory=dict)
    """Entry templates of single sections, by heading; they hold for what is below it, too."""
    sections: tuple[str, ...] = ()
    """Known section names, `[sections] known`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The facts a rule may rely on; None means the list doesn't tell, and the rule stays silent."""

    separator: Fact[str] | None = None
    """What stands between link and summary, white space included: `", "`, `" - "`, `"："`."""
    summary: Fact[bool] | None = None
    """Whether entries have a summary."""
    arxiv: Fact[ArxivForm] | None = None
    """The form most arXiv links have."""
    template: Fact[str] | None = None
    """The entry template, where one is configured."""
    section_templates: tuple[tuple[str, str], ...] = ()
    """Configured templates of single sections: heading and template."""
    sections: tuple[str, ...] = ()
    """Known section names; empty where the configuration names none."""
