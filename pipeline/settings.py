"""What a collection can set: exercises.toml in its root. Every key has a default here and a line in docs/settings.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from pipeline.errors import BadSettings
from pipeline.records import Severity

FILE = "exercises.toml"
SECTIONS = (
    "name",
    "description",
    "body_parts",
    "target_muscles",
    "secondary_muscles",
    "equipment",
    "difficulty",
    "exercise_type",
    "bilateral",
    "instructions",
    "benefits",
    "safety_tips",
    "tracking",
)
"""The sections that a page of an exercise can be asked to have."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`required`: a page without one of these is rejected. `expected`: without one of these it is reported.

    `severity` maps a rule code to error, warning, note or off. `max_page_bytes` is the largest page that is read.
    """

    required: tuple[str, ...] = ("name", "instructions")
    expected: tuple[str, ...] = SECTIONS
    severity: Mapping[str, str] = field(default_factory=dict)
    max_page_bytes: int = 20_000_000
    page_seconds: float = 20.0
    fetch: Mapping[str, object] = field(default_factory=dict)


def load(root: Path) -> Settings:
    """Settings of the collection at `root`; the defaults when it has no file. Raises BadSettings."""
    try:
        text = (root / FILE).read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        if (root / FILE).is_symlink():
            raise BadSettings(FILE, "is a link that leads nowhere; mend or remove it") from None
        return Settings()
    except OSError as error:
        raise BadSettings(FILE, f"cannot be read: {error.strerror}; make it readable or remove it") from error
    except UnicodeDecodeError as error:
        raise BadSettings(FILE, f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    import tomllib  # most collections have no settings

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(FILE, f"is not TOML: {error}") from error
    return _settings(tables)


def _settings(tables: Mapping[str, object]) -> Settings:
    known = {
        "rules": ("required", "expected", "severity"),
        "read": ("max_page_bytes", "page_seconds"),
        "fetch": (),
    }
    values: dict[str, object] = {}
    for table, entries in tables.items():
        if table not in known:
            what = f"unknown table [{table}]" if isinstance(entries, dict) else f"{table!r} stands in no table"
            raise BadSettings(FILE, f"{what}; known: {', '.join(f'[{k}]' for k in known)}")
        if not isinstance(entries, dict):
            raise BadSettings(FILE, f"{table!r} must be a table: a line [{table}] and its keys below")
        if table == "fetch":
            values["fetch"] = entries
            continue
        for name, value in entries.items():
            if name not in known[table]:
                raise BadSettings(FILE, f"unknown key {name!r} in [{table}]; known: {', '.join(known[table])}")
            values[name] = _checked(f"{table}.{name}", name, value)
    return Settings(**values)  # type: ignore[arg-type]


def _checked(where: str, name: str, value: object) -> object:
    if name in ("required", "expected"):
        return _sections(where, value)
    if name == "severity":
        return _severities(where, value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 1e15:
        raise BadSettings(FILE, f"{where} must be a number above 0, not {value!r}")
    wanted = {f.name: f.type for f in fields(Settings)}[name]
    return int(value) if wanted == "int" else float(value)


def _sections(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise BadSettings(FILE, f"{where} must be a list of section names")
    unknown = [v for v in value if v not in SECTIONS]
    if unknown:
        raise BadSettings(FILE, f"{where}: unknown section {unknown[0]!r}; known: {', '.join(SECTIONS)}")
    return tuple(value)


def _severities(where: str, value: object) -> Mapping[str, str]:
    levels = (*map(str, Severity), "off")
    if not isinstance(value, dict) or not all(v in levels for v in value.values()):
        raise BadSettings(FILE, f"{where} must map rule codes to one of {', '.join(levels)}")
    return value
