"""What a format writes, as bytes or as the files of a folder."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pipeline import export
from pipeline.export import LossReport, Options
from pipeline.records import Exercise


def written(name: str, exercises: Iterable[Exercise], options: Options | None = None) -> bytes:
    return reported(name, exercises, options)[0]


def reported(
    name: str, exercises: Iterable[Exercise], options: Options | None = None
) -> tuple[bytes, LossReport | None]:
    target = io.BytesIO()
    report = export.stream(export.find(name), exercises, target, options or Options())
    return target.getvalue(), report


def folder(name: str, exercises: Iterable[Exercise], options: Options | None = None) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as parent:
        path = Path(parent) / "out"
        export.export(export.find(name), exercises, path, options or Options())
        return {str(p.relative_to(path)): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}
