"""All cases of all facts of one list, each looked up once and only where it's asked for. Knows no thresholds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from listlint.style import entry_cases, layout_cases, text_cases
from listlint.style.cases import Case, Placed, placed

if TYPE_CHECKING:
    from listlint.model import Document
    from listlint.style.facts import ArxivForm, Decoration, DoiForm, Ending, FirstLetter, HanLatin, Marker
    from listlint.style.layout_cases import Indent


class Survey:
    """What one list does, fact by fact; a property is named as the fact in `Style`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text

    def cases(self, name: str) -> list[Case[object]]:
        """The cases of the fact `name`; none where it isn't known by cases."""
        found = getattr(self, name, [])
        return found if isinstance(found, list) else []

    def take(self, name: str) -> list[Case[object]]:
        """`cases`, for the last time: those of all facts of a long list don't fit side by side."""
        found = self.cases(name)
        vars(self).pop(name, None)
        return found

    @cached_property
    def items(self) -> list[Placed]:
        """Every item of the list's own sections."""
        return list(placed(self.document))

    @cached_property
    def separator(self) -> list[Case[str]]:
        """Between link and summary."""
        return entry_cases.separators(self.items)

    @cached_property
    def summary(self) -> list[Case[bool]]:
        """Whether there is one."""
        return entry_cases.summaries(self.items)

    @cached_property
    def arxiv(self) -> list[Case[ArxivForm]]:
        """Forms of arXiv links."""
        return text_cases.arxiv_forms(self.document)

    @cached_property
    def doi(self) -> list[Case[DoiForm]]:
        """Beginnings of DOI links."""
        return text_cases.doi_forms(self.document)

    @cached_property
    def marker(self) -> list[Case[Marker]]:
        """Bullets of outermost items."""
        return entry_cases.markers(self.text, self.items)

    @cached_property
    def nested_marker(self) -> list[Case[Marker]]:
        """Bullets of nested items."""
        return entry_cases.markers(self.text, self.items, nested=True)

    @cached_property
    def indent(self) -> list[Case[Indent]]:
        """Columns from a bullet to one nested under it."""
        return layout_cases.indents(self.text, self.items)

    @cached_property
    def title_decoration(self) -> list[Case[Decoration]]:
        """Marks around linked titles."""
        return entry_cases.decorations(self.text, self.items)

    @cached_property
    def ending(self) -> list[Case[Ending]]:
        """Ends of summaries that aren't Chinese or Japanese."""
        return entry_cases.ends(self.text, self.items, "latin")

    @cached_property
    def ending_han(self) -> list[Case[Ending]]:
        """Ends of Chinese and Japanese summaries."""
        return entry_cases.ends(self.text, self.items, "han")

    @cached_property
    def first_letter(self) -> list[Case[FirstLetter]]:
        """First letters of summaries."""
        return entry_cases.first_letters(self.text, self.items)

    @cached_property
    def han_latin(self) -> list[Case[HanLatin]]:
        """Where Han and Latin text meet."""
        return text_cases.han_latin(self.document)

    @cached_property
    def blank_between_items(self) -> list[Case[bool]]:
        """Between outermost items."""
        return layout_cases.between_items(self.document)

    @cached_property
    def blank_before_heading(self) -> list[Case[int]]:
        """Blank lines before headings."""
        return layout_cases.around_headings(self.document, "before")

    @cached_property
    def blank_after_heading(self) -> list[Case[int]]:
        """Blank lines after headings."""
        return layout_cases.around_headings(self.document, "after")

    @cached_property
    def blank_before_list(self) -> list[Case[int]]:
        """Blank lines between a paragraph and a list."""
        return layout_cases.before_lists(self.document)
