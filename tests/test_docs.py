"""Documentation that cannot go stale: commands, settings and rules are documented, and the README's examples are run.

`python -m tests.test_docs --update` writes the outputs of the README's searches anew.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import COMMANDS, exercises
from pipeline.mapping import from_mapping
from pipeline.settings import SECTIONS, Settings
from pipeline.store import yamlfile
from tests.conftest import REPOSITORY, Run, run_exercises

README = REPOSITORY / "README.md"
START = "<!-- examples: written by tests/test_docs.py --update -->\n"
END = "<!-- end of examples -->"
SEARCHES = (
    'search "leg curl"',
    'search "dumbell rdl"',
    "search easy hamstring moves no equipment",
    "search core without crunches --limit 3",
    'search --muscle legs --available "dumbbell, bench" --difficulty intermediate',
)


def _examples(root: Path) -> str:
    shown = []
    for search in SEARCHES:
        done = run_exercises(*shlex.split(search), root=root)
        assert done.returncode == 0, done.stderr
        lines = [line.replace("\t", "  ") for line in (done.stderr + done.stdout).splitlines()]
        shown.append("\n".join([f"    $ exercises {search}", *(f"    {line}" for line in lines)]))
    return "\n\n".join(shown)


def test_the_searches_in_the_readme_give_what_it_shows(sample: Path) -> None:
    text = README.read_text("utf-8")
    shown = text[text.index(START) + len(START) : text.index(END)].strip("\n")
    assert shown == _examples(sample)


def test_the_python_example_in_the_readme_runs(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert code is not None
    exec(code.group(1).replace('open_collection(".")', f"open_collection({str(sample)!r})"), {})  # noqa: S102
    assert "Push-Up ('chest',)" in capsys.readouterr().out


def test_the_way_from_a_site_to_records_in_the_readme_works(tmp_path: Path) -> None:
    section = README.read_text("utf-8").partition("## From a site to records")[2].partition("\n## ")[0]
    commands = re.findall(r"^    \$ (.*)", section.replace("8000", str(_free_port())), re.MULTILINE)
    shell = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    said = []
    with contextlib.ExitStack() as started:
        for command in commands:
            if command.endswith("&"):
                started.enter_context(_served(shlex.split(command.rstrip("& ")), tmp_path, shell))
                continue
            done = subprocess.run(  # noqa: S602 - the README's own words, as a reader's shell takes them
                command, shell=True, cwd=tmp_path, env=shell, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{command}: {done.stderr}"
            said.append(done.stdout.splitlines()[-1:])
    (fetched,), (ingested,) = said[-2:]
    assert fetched.startswith("saved 50, unchanged 0, refused by robots 0, failed 0")
    assert re.match(r"50 pages in .*: 50 new; 0 warnings; 50 indexed$", ingested)
    sources = [
        from_mapping(yamlfile.load(path.read_bytes())).source for path in (tmp_path / "mine").rglob("normalized/*.yaml")
    ]
    assert {source.url for source in sources} == set((tmp_path / "pages.txt").read_text().split())
    assert all(source.retrieved for source in sources)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextlib.contextmanager
def _served(command: list[str], folder: Path, environment: dict[str, str]) -> Iterator[None]:
    """A server in the background, from when it announces itself."""
    quiet = {**environment, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=folder, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None and server.stdout.readline().startswith(b"Serving")
        try:
            yield
        finally:
            server.terminate()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_explains_itself(command: str, exercises: Run, tmp_path: Path) -> None:
    assert f"`exercises {command}" in README.read_text("utf-8")
    done = exercises(command, "--help", root=tmp_path)
    assert done.returncode == 0 and COMMANDS[command].rstrip(".").split()[0].lower() in done.stdout.lower()


def test_every_option_has_a_word_of_help() -> None:
    import click

    context = click.Context(exercises)
    for name in COMMANDS:
        command = exercises.get_command(context, name)
        assert command is not None
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, f"{name} {option.name}"


def test_the_first_screen_of_the_readme_holds_the_two_commands() -> None:
    first = README.read_text("utf-8").splitlines()[:25]
    assert any("make ingest" in line for line in first) and any("make test" in line for line in first)


def test_every_setting_is_documented() -> None:
    text = (REPOSITORY / "docs" / "settings.md").read_text("utf-8")
    for key in Settings.__dataclass_fields__:
        assert key in text
    for section in SECTIONS:
        assert f'"{section}"' in text


def test_the_targets_of_the_makefile_are_listed() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    for target in ("ingest", "validate", "index", "search", "export", "test", "bench", "clean"):
        assert re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE)


def test_the_continuous_integration_runs_the_readmes_test_command() -> None:
    assert "make test" in (REPOSITORY / ".ci" / "run").read_text("utf-8")


def test_no_file_names_a_package_registry() -> None:
    hosts = ("py" + "pi.org", "pythonhosted" + ".org", "--index" + "-url")
    for name in ("requirements.lock", "pyproject.toml", "Makefile", "README.md", ".ci/run"):
        text = (REPOSITORY / name).read_text("utf-8")
        assert not any(host in text for host in hosts), name


if __name__ == "__main__" and "--update" in sys.argv:
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(REPOSITORY / "raw", Path(folder) / "raw")
        run_exercises("ingest", root=Path(folder))
        text = README.read_text("utf-8")
        before, rest = text.split(START)
        README.write_text(f"{before}{START}\n{_examples(Path(folder))}\n\n{END}{rest.split(END)[1]}", "utf-8")


def test_every_module_that_reads_pages_is_in_the_design() -> None:
    said = (REPOSITORY / "docs" / "design.md").read_text("utf-8")
    modules = {
        path.name for path in (REPOSITORY / "pipeline" / "reading").glob("**/*.py") if path.parent.name != "dialects"
    }
    assert sorted(name for name in modules - {"__init__.py"} if f"`{name}`" not in said) == []
