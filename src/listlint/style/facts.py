"""What can be known of a list's style. Knows nothing of how it was found out.

A fact is configured, or inferred with its counts, or unknown: None, and every rule that needs it is silent. Sections
that keep another convention than their list have their own facts: a rule asks `style.of(section).marker`.

| fact | type | what it says | by section |
| --- | --- | --- | --- |
| `separator` | `str` | between link and summary, white space included: `", "` | yes |
| `summary` | `bool` | whether entries have a summary | no |
| `arxiv` | `"abs"`, `"pdf"`, `"html"` | the form of arXiv links | no |
| `doi` | `"https://doi.org"`, ... | what a DOI link begins with | no |
| `template` | `str` | the entry template | configured |
| `marker` | `"-"`, `"*"`, `"+"` | the bullet of outermost entries | yes |
| `nested_marker` | as `marker` | the bullet of nested items | no |
| `indent` | `int` or `"tab"` | columns, or a tab, from an item's marker to that of an item nested in it | no |
| `title_decoration` | `Decoration` | marks around a linked title, inside or outside the link | yes |
| `field_order` | `tuple[str, ...]` | title, summary and field names in the order they stand | no |
| `ending` | `"."`, `"none"` | the end of summaries that aren't Chinese or Japanese | yes |
| `ending_han` | `"。"`, `"."`, `"none"` | the end of those that are | yes |
| `first_letter` | `"upper"`, `"lower"` | the case of a summary's first letter | yes |
| `han_latin` | `"spaced"`, `"tight"` | between a Han character and a Latin letter or a digit | no |
| `order` | `Order` | the order of the entries side by side; `"none"`: none is kept | yes |
| `blank_between_items` | `bool` | a blank line between the entries of a list | yes |
| `blank_before_heading` | `int` | blank lines before a heading | no |
| `blank_after_heading` | `int` | blank lines after a heading | no |
| `blank_before_list` | `int` | blank lines between a paragraph and the list behind it | no |
| `contents` | `Contents` | where the contents list is, and the headings it lists | no |
| `sections` | `tuple[str, ...]` | known section names, no fact but a configuration | no |
| `section_options` | `SectionOptions` | what else is configured of sections | no |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from listlint.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from listlint.model import Section
    from listlint.text import Span

T_co = TypeVar("T_co", covariant=True)
ArxivForm = Literal["abs", "pdf", "html"]
DoiForm = Literal["https://doi.org", "http://doi.org", "https://dx.doi.org", "http://dx.doi.org", "https://www.doi.org"]
Marker = Literal["-", "*", "+"]
Decoration = Literal["plain", "bold-inside", "bold-outside", "italic-inside", "italic-outside", "code-inside"]
"""`[t](u)`, `[**t**](u)`, `**[t](u)**`, `[*t*](u)`, `*[t](u)*`, ``[`t`](u)``."""
Ending = Literal[".", "。", "none"]
FirstLetter = Literal["upper", "lower"]
HanLatin = Literal["spaced", "tight"]
Order = Literal["title", "newest", "oldest", "none"]
"""By title, by date or arXiv id with the newest or the oldest first, or no order at all."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """One fact: its value and where it comes from; `count` of `total` cases agree where it was inferred."""

    value: T_co
    configured: bool = False
    count: int = 0
    total: int = 0

    @property
    def evidence(self) -> str:
        """The words for a message: `33 of 38`, or `configured`."""
        return "configured" if self.configured else f"{self.count} of {self.total}"


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents list: the items it is made of, and the levels of the headings it lists."""

    span: Span
    """From its first item to the end of its last, nested ones included."""
    first_level: int
    """The level of the headings its outermost items lead to."""
    last_level: int
    """The deepest level it lists."""

    @property
    def depth(self) -> int:
        """How many levels of headings it lists."""
        return self.last_level - self.first_level + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOptions:
    """What the configuration says of sections beyond their names, `[sections]`; a name may be a path, `A > B`."""

    required: tuple[str, ...] = ()
    """Sections the list must have."""
    order: tuple[str, ...] = ()
    """Sections in the order they must stand; others may stand anywhere."""
    aliases: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Other names of known sections, with the name to use."""
    allow_new_under: tuple[str, ...] = ()
    """Sections below which any section may be."""
    max_depth: int = 0
    """The deepest level of heading there may be, 1 to 6; 0 knows no limit."""
    min_entries: int = 0
    """The fewest entries of a section that has any; 0 asks for none."""
    max_entries: int = 0
    """The most entries of a section; 0 knows no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleOptions:
    """What the configuration says of the style; None leaves the fact to the list."""

    prefer: Literal["configuration", "list"] = "configuration"
    """`list`: what most of the list's own cases do comes first, and what is configured holds where they don't agree."""
    separator: str | None = None
    summary: Literal["required", "optional"] | None = None
    arxiv: ArxivForm | None = None
    doi: DoiForm | None = None
    entry: str | None = None
    """The entry template: `[{title}]({url}){, {summary}}`."""
    entry_by_section: dict[str, str] = field(default_factory=dict)
    """Entry templates of single sections, by heading; they hold for what is below it, too."""
    marker: Marker | None = None
    nested_marker: Marker | None = None
    indent: int | Literal["tab"] | None = None
    title_decoration: Decoration | None = None
    field_order: tuple[str, ...] | None = None
    """`title`, `summary` and field names, in the order they stand."""
    ending: Ending | None = None
    ending_han: Ending | None = None
    """The end of Chinese and Japanese summaries."""
    first_letter: FirstLetter | None = None
    han_latin: HanLatin | None = None
    order: Order | None = None
    order_by_section: dict[str, Order] = field(default_factory=dict)
    """The order of single sections, by heading; it holds for what is below it, too."""
    blank_between_items: bool | None = None
    blank_before_heading: int | None = None
    blank_after_heading: int | None = None
    blank_before_list: int | None = None
    sections: tuple[str, ...] = ()
    """Known section names, `[sections] known`."""
    section_options: SectionOptions = field(default_factory=SectionOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The facts a rule may rely on; None means the list doesn't tell, and the rule stays silent."""

    separator: Fact[str] | None = None
    """What stands between link and summary, white space included: `", "`, `" - "`, `"："`."""
    summary: Fact[bool] | None = None
    """Whether entries have a summary."""
    arxiv: Fact[ArxivForm] | None = None
    """The form most arXiv links have."""
    doi: Fact[DoiForm] | None = None
    """What most DOI links begin with."""
    template: Fact[str] | None = None
    """The entry template, where one is configured."""
    section_templates: tuple[tuple[str, str], ...] = ()
    """Configured templates of single sections: heading and template."""
    marker: Fact[Marker] | None = None
    """The bullet of items outermost in their sections."""
    nested_marker: Fact[Marker] | None = None
    indent: Fact[int | Literal["tab"]] | None = None
    title_decoration: Fact[Decoration] | None = None
    field_order: Fact[tuple[str, ...]] | None = None
    """`title`, `summary` and field names; an entry follows it where the parts it has stand in this order."""
    ending: Fact[Ending] | None = None
    ending_han: Fact[Ending] | None = None
    first_letter: Fact[FirstLetter] | None = None
    han_latin: Fact[HanLatin] | None = None
    order: Fact[Order] | None = None
    """Counts neighbours, not entries."""
    blank_between_items: Fact[bool] | None = None
    blank_before_heading: Fact[int] | None = None
    blank_after_heading: Fact[int] | None = None
    blank_before_list: Fact[int] | None = None
    contents: Fact[Contents] | None = None
    """The contents list; counts the headings of its levels that it lists."""
    sections: tuple[str, ...] = ()
    """Known section names; empty where the configuration names none."""
    section_options: SectionOptions = field(default_factory=SectionOptions)
    local: Mapping[Span, Style] = field(default_factory=dict, hash=False)
    """The whole style of each section that keeps another than its list, by the section's span."""

    def of(self, section: Section) -> Style:
        """The style that holds for the items of `section` itself."""
        return self.local.get(section.span, self)
