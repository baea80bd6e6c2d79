"""What `fix --style` is told: a template, a configuration with one, or a list that is written by one. Knows no rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint.errors import UsageError

if TYPE_CHECKING:
    from listlint.runner import RunResult
    from listlint.style import StyleOptions

# ruff: noqa: PLC0415 - only a restyling run needs any of this

_OPTION: Final = "--style"


def wanted(value: str) -> StyleOptions:
    """The style that `value` asks for; raises a `ListlintError` where it asks for none that can be read."""
    from listlint.formatter import restyle
    from listlint.style import StyleOptions

    if "{" in value:
        restyle.readable(value)
        return StyleOptions(entry=value)
    path = Path(value)
    if not path.is_file():
        raise UsageError(f'{_OPTION}: there is no file "{value}", expected one or a template such as "[{{title}}]({{url}}), {{summary}}"')
    return _configured(path) if path.suffix == ".toml" else StyleOptions(entry=_of_list(path))


def _configured(path: Path) -> StyleOptions:
    from listlint.config.load import layers, settings
    from listlint.config.select import plan

    style = plan(settings(layers(path.absolute()))).style
    if style.entry is None and not style.entry_by_section:
        raise UsageError(
            f'{_OPTION}: {path} has no entry template, expected one under [style]: entry = "[{{title}}]({{url}}), {{summary}}"'
        )
    return style


def _of_list(path: Path) -> str:
    from listlint import runner
    from listlint.formatter import restyle
    from listlint.parse import parse
    from listlint.text import Source

    name = str(path)
    return restyle.template_of(parse(Source.decode(name, runner.read(runner.Target(name, path)))))


def remarks(result: RunResult, style: StyleOptions) -> list[str]:
    """For each list, which lines stay as they are, and why."""
    from listlint.formatter import restyle

    found: list[str] = []
    for file in result.files:
        if file.error is None and file.final is not None:
            found += (f"{file.path}: {line}" for line in restyle.grouped(restyle.left(file.final.document, file.final.diagnostics, style)))
    return found
