"""The house style of a list: each fact configured, or inferred with its counts, or unknown (None)."""

from listlint.style.facts import ArxivForm, Fact, SectionOptions, Style, StyleOptions
from listlint.style.infer import infer, written

__all__ = ["ArxivForm", "Fact", "SectionOptions", "Style", "StyleOptions", "infer", "written"]
