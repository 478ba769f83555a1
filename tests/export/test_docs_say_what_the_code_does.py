from __future__ import annotations

from pathlib import Path

from pipeline import export
from pipeline.cli.export import command as export_command
from pipeline.export.csv_table import COLUMNS
from pipeline.export.dialects import NAMES

_DOC = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")


def test_every_column_of_csv_is_documented_in_order() -> None:
    table = ["| column | holds |", "|---|---|", *(f"| `{c.name}` | {c.meaning} |" for c in COLUMNS)]
    assert "\n".join(table) in _DOC


def test_every_format_is_documented_with_what_it_writes() -> None:
    rows = [line.split("|")[1:3] for line in _DOC.splitlines() if line.startswith("| `")]
    # The first table names the formats; a dialect has a row in a later one, too.
    found = {name.strip(" `"): kind.strip() for name, kind in reversed(rows)}
    assert {f.name: found.get(f.name) for f in export.known()} == {
        f.name: str(f.kind) for f in export.known()
    }
    assert [name for name in NAMES if _DOC.count(f"| `{name}` |") < 2] == []


def test_every_option_is_documented() -> None:
    own = {"--title", "--license", "--base-url", "--date", "--losses", "--sort", "--list"}
    assert own <= {option for parameter in export_command.params for option in parameter.opts}
    assert [option for option in sorted(own) if option not in _DOC] == []
