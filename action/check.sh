#!/usr/bin/env bash
# What the action does: installs the listlint that stands beside it, so that it's the action's own version, and runs one check.
# Annotations and the summary are chosen by listlint itself. Needs no token.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home="${RUNNER_TEMP:?is set by the runner}/listlint"
python=${LISTLINT_PYTHON:-python3}

finish() {
  echo "exit-code=$1" >> "${GITHUB_OUTPUT:-/dev/null}"
  exit "$1"
}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error title=listlint::$python is no Python 3.11 or newer; run actions/setup-python before this action"
  finish 2
fi

listlint="$home/bin/listlint"
if [ -x "$home/Scripts/listlint.exe" ]; then listlint="$home/Scripts/listlint.exe"; fi
if [ ! -x "$listlint" ]; then
  "$python" -m venv "$home"
  if [ -d "$home/Scripts" ]; then listlint="$home/Scripts/listlint.exe" bin="$home/Scripts"; else bin="$home/bin"; fi
  "$bin/python" -m pip install --quiet --disable-pip-version-check "$here"
fi

since=${LISTLINT_SINCE:-}
if [ "$since" = auto ]; then
  since=${LISTLINT_BASE:-}
fi
if [ -n "$since" ] && [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then
  # actions/checkout fetches one commit unless it's told otherwise; where this fails, listlint says what to fetch.
  git fetch --quiet --no-tags --unshallow || true
fi

words=(check "--fail-on=${LISTLINT_FAIL_ON:-warning}")
if [ -n "${LISTLINT_PROFILE:-}" ]; then words+=("--profile=$LISTLINT_PROFILE"); fi
if [ -n "$since" ]; then words+=("--since=$since"); fi
if [ -n "${LISTLINT_SARIF:-}" ]; then words+=("--output-format=sarif=$LISTLINT_SARIF"); fi
while IFS= read -r word; do
  word=${word%$'\r'}
  if [ -n "$word" ]; then words+=("$word"); fi
done <<< "${LISTLINT_ARGS:-}"
words+=(--)
while IFS= read -r path; do
  path=${path%$'\r'}
  if [ -n "$path" ]; then words+=("$path"); fi
done <<< "${LISTLINT_PATHS:-README.md}"

code=0
"$listlint" "${words[@]}" || code=$?
finish "$code"
