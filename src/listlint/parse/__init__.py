"""Text to `Document`: the one place that knows pyromark."""

from listlint.parse.document import parse

__all__ = ["parse"]
