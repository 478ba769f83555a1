"""An error that nobody foresaw: one line and no traceback, unless somebody asks for it."""

from __future__ import annotations

import pytest

from pipeline import cli
from pipeline.cli import stats


def unforeseen(*_args: object, **_options: object) -> None:
    assert {}["nothing"]


def run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stats.command, "callback", unforeseen)
    cli.main(["stats"])


def test_it_is_said_in_one_line_with_its_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch)
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.out == "" and said.err.startswith("exercises: the program failed (at test_unforeseen.py:")
    assert "Traceback" not in said.err and "EXERCISES_TRACEBACK=1" in " ".join(said.err.split())


def test_who_asks_for_it_sees_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXERCISES_TRACEBACK", "1")
    with pytest.raises(KeyError, match="nothing"):
        run(monkeypatch)
