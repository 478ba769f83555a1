from __future__ import annotations

import click
import pytest

from pipeline import cli


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, click.Abort])
def test_ctrl_c_is_one_line_and_130_wherever_it_comes(
    stopped: type[BaseException], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Click turns a Ctrl-C that it meets itself into an Abort."""

    def interrupted(**_: object) -> None:
        raise stopped

    monkeypatch.setattr(cli.exercises, "main", interrupted)
    with pytest.raises(SystemExit) as ended:
        cli.main(["stats"])
    assert ended.value.code == 130
    assert capsys.readouterr().err == "exercises: stopped; what was finished is kept, run the same command to go on\n"
