"""listlint as an extension of mdformat: lists rendered without damage, entries in the style that is configured or the list's own.

How mdformat renders is `formatter.mdformat_plugin`'s. The entry style is made in the text before it is parsed, proved as
every fix is, so that formatting itself changes no HTML and mdformat's validation stays on.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint import engine
from listlint.config.load import Configuration
from listlint.config.select import plan
from listlint.errors import RuleCrashError
from listlint.formatter import mdformat_plugin as rendering
from listlint.formatter.layout import sparing
from listlint.formatter.mdformat_plugin import POSTPROCESSORS, RENDERERS
from listlint.records import replace
from listlint.text import Source

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

__all__ = ["POSTPROCESSORS", "RENDERERS", "add_cli_argument_group", "update_mdit"]

ENTRY_STYLE: Final = frozenset({"entry-template", "mixed-separator", "title-decoration", "field-order"})
"""Names of the rules that hold an entry to a style; those a configuration ignores stay off."""
_REMEMBERED: Final = 64
_restyled: OrderedDict[bytes, str] = OrderedDict()
"""What was made of the last texts, by digest: mdformat validates without telling the file's name, so without its style."""


def add_cli_argument_group(group: argparse._ArgumentGroup) -> None:
    """The option of mdformat's command line; `[plugin.listlint] entry_style = false` in `.mdformat.toml` says the same."""
    group.add_argument(
        "--no-entry-style", dest="entry_style", action="store_const", const=False, help="leave separators and the order of fields alone"
    )


def update_mdit(mdit: MarkdownIt) -> None:
    """Sets a parser up."""
    rendering.update_mdit(mdit)
    mdit.core.ruler.after("normalize", "listlint_entry_style", _entry_style)


def _entry_style(state: StateCore) -> None:
    options = state.md.options.get("mdformat") or {}
    if options.get("plugin", {}).get("listlint", {}).get("entry_style") is False:
        return
    digest = blake2b(state.src.encode("utf-8", "surrogatepass")).digest()
    if "filename" not in options:  # mdformat validates: read what was rendered
        state.src = _restyled.get(digest, state.src)
        return
    _restyled[digest] = state.src = restyled(state.src, options)
    _restyled.move_to_end(digest)
    if len(_restyled) > _REMEMBERED:
        _restyled.popitem(last=False)


def restyled(text: str, options: Mapping[str, object]) -> str:
    """`text` with its entries in the style of the configuration that holds for mdformat's `filename`, or in their own majority's.

    Raises `ConfigError` where that configuration can't be read.
    """
    name = str(options.get("filename") or "")
    path = Path(name).absolute() if name not in ("", "-") else None
    settings = Configuration(isolated=not name).for_folder(path.parent if path is not None else Path.cwd())
    wanted = plan(settings, path=path)
    wanted = replace(wanted, rules=tuple(sparing(rule) for rule in wanted.rules if rule.name in ENTRY_STYLE))
    try:
        done = engine.fix(Source(name or "<text>", text), wanted)
    except RuleCrashError:  # a rule's fault is no reason not to format
        return text
    return done.after.document.text
