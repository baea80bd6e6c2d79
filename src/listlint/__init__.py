"""Keeps curated Markdown lists in order: reads their entries, says what is inconsistent, repairs it safely."""

__version__ = "0.1.0"
