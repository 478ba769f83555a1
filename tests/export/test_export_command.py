from __future__ import annotations

import json
import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import export
from pipeline.errors import WrongUse
from pipeline.mapping import from_mapping
from tests.collection import SAMPLES, stored
from tests.conftest import REPOSITORY
from tests.export.conftest import Run


def test_a_file_format_goes_to_standard_output(run: Run) -> None:
    result = run("export", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    assert [from_mapping(e) for e in json.loads(result.stdout)] == [stored(e) for e in SAMPLES]


def test_filters_and_words_choose_what_is_exported(run: Run) -> None:
    for arguments in (("--muscle", "hams"), ("hamstrings",)):
        result = run("export", "jsonl", *arguments)
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["leg-curl"], arguments


def test_sorting_changes_the_order(run: Run) -> None:
    result = run("export", "jsonl", "--sort", "difficulty")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [
        "push-up",
        "incline-curl",
        "leg-curl",
    ]


def test_a_file_is_written_whole_and_says_so(run: Run, tmp_path: Path) -> None:
    result = run("export", "csv", "-o", str(tmp_path / "deep" / "all.csv"))
    assert result.returncode == 0
    assert (tmp_path / "deep" / "all.csv").read_bytes().count(b"\r\n") == 4
    assert b"3 exercises" in result.stderr
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["all.csv"]


def test_a_record_that_cannot_be_read_is_told_and_the_rest_is_exported(run: Run, root: Path) -> None:
    (root / "normalized" / "leg-curl.yaml").write_text("schema: 1\nid: leg-curl\n")
    result = run("export", "jsonl")
    assert result.returncode == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["incline-curl", "push-up"]
    assert b"normalized/leg-curl.yaml:1: name: is missing" in result.stderr
    assert result.stderr.count(b"\n") == 1


def test_a_record_whose_id_is_not_its_file_s_name_cannot_leave_the_folder(run: Run, root: Path, tmp_path: Path) -> None:
    path = root / "normalized" / "leg-curl.yaml"
    path.write_text(path.read_text().replace("id: leg-curl", "id: ../../escaped"))
    result = run("export", "markdown", "-o", str(tmp_path / "pages" / "out"))
    assert (result.returncode, b"leg-curl.yaml:1: says its id is '../../escaped'" in result.stderr) == (
        1,
        True,
    )
    assert not list(tmp_path.rglob("escaped*"))


def test_an_entry_point_adds_a_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_others", lambda: {"mine": "pipeline.export.json_lines:FORMAT"})
    assert "mine" in export.names()
    assert export.find("mine").name == "jsonl"
    monkeypatch.setattr(export, "_others", lambda: {"mine": "pipeline.nowhere:FORMAT"})
    with pytest.raises(WrongUse, match="cannot be loaded"):
        export.find("mine")


def test_losses_are_told_and_written_whole_on_request(run: Run, tmp_path: Path) -> None:
    result = run("export", "wger", "--losses", str(tmp_path / "losses.json"))
    assert b"wger: dropped: difficulty has no place there (3)" in result.stderr
    assert json.loads((tmp_path / "losses.json").read_text())["exercises_with_losses"] == 3


def test_a_format_without_a_loss_report_says_so(run: Run, tmp_path: Path) -> None:
    result = run("export", "json", "--losses", str(tmp_path / "losses.json"), "-o", str(tmp_path / "all.json"))
    assert b"json makes no loss report" in result.stderr


@pytest.mark.parametrize("name", ["json", "sqlite"])
def test_a_full_disk_is_one_line_and_the_device_stays(name: str, run: Run) -> None:
    result = run("export", name, "-o", "/dev/full")
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert b"the disk is full" in result.stderr
    assert Path("/dev/full").is_char_device()


def test_a_file_where_a_folder_has_to_be_is_told_as_such(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    result = run("export", "json", "-o", str(tmp_path / "file" / "all.json"))
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert b"part of the path is a file" in result.stderr


def test_what_is_no_file_is_written_to_and_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    assert run("export", "jsonl", "-o", "/dev/stdout").stdout.count(b"\n") == 3
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    assert run("export", "json", "-o", str(tmp_path / "link.json")).returncode == 0
    assert (tmp_path / "link.json").is_symlink()
    assert len(json.loads((tmp_path / "real.json").read_text())) == 3


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_who_may_read_an_export_is_for_the_umask_and_for_what_was_there_to_say(
    run: Run, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "out"
    begun = 0o666 if form == "json" else 0o777
    for umask in (0o077, 0o002):
        new = tmp_path / f"new {umask}"
        assert run("export", form, "-o", str(new), umask=umask).returncode == 0
        assert stat.S_IMODE(new.stat().st_mode) == begun & ~umask
    out.touch() if form == "json" else out.mkdir()
    for mode in (0o700, 0o600, 0o640, 0o775) if form == "json" else (0o700, 0o775, 0o555):
        out.chmod(mode)
        assert run("export", form, "-o", str(out)).returncode == 0
        assert stat.S_IMODE(out.stat().st_mode) == mode
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_without_standard_output_nothing_is_exported_in_silence(root: Path) -> None:
    program = shlex.join([sys.executable, "-m", "pipeline", "--root", str(root), "export", "json"])
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(["sh", "-c", f"{program} >&-"], capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (2, b"exercises: standard output is closed; name a file with -o\n")


def test_an_unknown_format_names_the_nearest(run: Run) -> None:
    result = run("export", "jsn")
    assert result.returncode == 2
    assert b"did you mean 'json'" in result.stderr


def test_an_unknown_filter_value_leaves_no_file(run: Run, tmp_path: Path) -> None:
    result = run("export", "json", "--muscle", "quadz", "-o", str(tmp_path / "out.json"))
    assert result.returncode == 2
    assert b"did you mean" in result.stderr
    assert not (tmp_path / "out.json").exists()


def test_list_names_every_format(run: Run) -> None:
    result = run("export", "--list", "--json")
    assert [entry["name"] for entry in json.loads(result.stdout)] == export.names()


def test_a_date_must_be_a_date(run: Run) -> None:
    result = run("export", "json", "--date", "tomorrow")
    assert (result.returncode, b"2025-01-31" in result.stderr) == (2, True)


def test_without_a_collection_there_is_a_line_that_says_so(run: Run, tmp_path: Path) -> None:
    result = run("--root", str(tmp_path / "nothing"), "export", "json")
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)


@pytest.mark.parametrize("name", [f.name for f in export.known() if f.kind is export.Kind.FILE])
def test_the_same_records_are_the_same_bytes(name: str, run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "exercises", tmp_path / "b" / "exercises"
    assert run("export", name, "-o", str(first)).returncode == 0
    assert run("export", name, "-o", str(second)).returncode == 0
    assert first.read_bytes() == second.read_bytes()
    assert run("export", name).stdout == first.read_bytes()


def test_a_base_url_that_is_no_address_is_one_line(run: Run) -> None:
    result = run("export", "jsonld", "--base-url", "exercises")
    assert (result.returncode, result.stdout, result.stderr.count(b"\n")) == (2, b"", 1)
    assert b"--base-url: 'exercises' is no address" in result.stderr


@pytest.mark.parametrize("folder", ["raw", "normalized", "index"])
def test_what_the_collection_keeps_is_never_overwritten(run: Run, root: Path, folder: str) -> None:
    kept = root / folder / "leg-curl.yaml"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("kept")
    commands = (("export", "json", "-o"), ("export", "wger", "-o", os.devnull, "--losses"), ("schema", "-o"))
    for command in commands:
        result = run(*command, str(kept))
        assert (result.returncode, result.stderr.count(b"\n")) == (2, 1), command
        assert f"{folder}/ holds the collection's".encode() in result.stderr
    assert kept.read_text() == "kept"
    page = root / "page.txt"
    page.write_text("Leg Curl")
    for command in (("stats", "--plot"), ("profile", "new", str(page), "-o")):
        result = run(*command, str(root / folder / "new.svg"))
        assert (result.returncode, result.stderr.count(b"\n")) == (2, 1), command
        assert f"{folder}/ holds the collection's".encode() in result.stderr


def test_standard_output_is_written_to_wherever_one_stands(root: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "--root", str(root), "export", "json"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, capture_output=True, env=environment, cwd=root / "normalized", check=False)
    assert (done.returncode, done.stderr) == (0, b"") and len(json.loads(done.stdout)) == 3
