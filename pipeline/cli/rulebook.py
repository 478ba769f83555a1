"""The pages of the docs about the rules, made from their docstrings: `python -m pipeline.cli.rulebook docs/rules`."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.rules import FAMILIES, RULES, Rule
from pipeline.rules.elsewhere import ELSEWHERE
from pipeline.store.writing import write_atomically

INDEX = "README.md"
_MADE = "<!-- Made from the rules by `python -m pipeline.cli.rulebook docs/rules`; change the docstrings instead. -->\n"
_INTRODUCTION = """# Rules

What `exercises validate` and `exercises ingest` look for. `exercises validate --explain CODE` prints the same.

Choose rules with `--select` and `--ignore`, by code or by family. Set how much a finding matters in `exercises.toml`:

```toml
[rules.severity]
short-step = "off"
muscle-twice = "error"
```

An error makes `validate` end with exit code 1 and keeps `ingest` from storing the page. Rules marked *fix* put right
with `--fix` what they find; `--diff` shows it first.
"""


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {INDEX: _index(), **{f"{code}.md": _page(entry) for code, entry in RULES.items()}}


def _page(entry: Rule) -> str:
    scope = "compares all records of the collection" if entry.survey else "looks at one record"
    fixable = "yes" if entry.fix else "no"
    facts = f"| family | severity | scope | fix |\n|---|---|---|---|\n| {entry.family} | {entry.severity} | {scope} | {fixable} |"
    return f"{_MADE}\n# {entry.code}\n\n{entry.explanation}\n\n{facts}\n"


def _index() -> str:
    parts = [_MADE, _INTRODUCTION]
    for family, about in FAMILIES.items():
        parts.append(f"## {family.capitalize()}: {about}\n\n| code | finds | severity | |\n|---|---|---|---|")
        rows = (entry for entry in RULES.values() if entry.family == family)
        parts[-1] += "".join(
            f"\n| [{entry.code}]({entry.code}.md) | {entry.sentence} | {entry.severity} | {'fix' if entry.fix else ''} |"
            for entry in rows
        )
        parts[-1] += "\n"
    parts.append("## Findings without a rule\n\nMade while pages and files are read.\n\n| code | means |\n|---|---|")
    parts[-1] += "".join(f"\n| {code} | {text} |" for code, text in ELSEWHERE.items()) + "\n"
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Writes the pages into a folder, and removes those of rules that are no more."""
    folder = Path(arguments[0] if arguments else "docs/rules")
    made = pages()
    for name, text in made.items():
        write_atomically(folder / name, text.encode())
    for left_over in set(folder.glob("*.md")) - {folder / name for name in made}:
        left_over.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
