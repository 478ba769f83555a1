"""Profiles of installed packages: a class reads the tree; what goes wrong in it is one line, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import invalidate_caches
from pathlib import Path

import pytest

from pipeline.ingest.profiling import collection_profiles
from tests.conftest import REPOSITORY
from tests.profiles.conftest import PROFILE, SHAKE, Run, own

GOOD = """
class Shakes:
    profile = {"name": "shake-site", "recognise": {"hosts": ["lifts.example.com"], "at_least": 1}}

    def fields(self, tree):
        return {
            "target_muscles": [item.get_text() for item in tree.select("ul li")],
            "instructions": [item.get_text() for item in tree.select("h2:nth-of-type(2) ~ p")][:2],
            "benefits": [("Anywhere", "It needs no room."), "It is quiet."],
            "description": None,
        }
"""

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a package with one module and one entry point, as pip would leave it."""
    site = tmp_path_factory.mktemp("site-packages")
    monkeypatch.syspath_prepend(str(site))

    def installed(code: str = GOOD, name: str = "shakes", target: str = "", version: str = "2.1") -> None:
        (site / f"{name}_profile.py").write_text(code, "utf-8")
        info = site / f"{name}_profile-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-profile\nVersion: {version}\n", "utf-8")
        point = target or f"{name}_profile:Shakes"
        (info / "entry_points.txt").write_text(f"[exercise_pipeline.profiles]\n{name} = {point}\n", "utf-8")
        sys.modules.pop(f"{name}_profile", None)
        invalidate_caches()

    return installed


def probe(run: Run) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(run("probe", "raw/plank-shake.html", "--json").out)
    return loaded


def test_a_class_reads_what_words_cannot_say(run: Run, root: Path, install: Install) -> None:
    install()
    said = run("ingest")
    assert said.code == 0, said.err
    record = (root / "normalized" / "plank-shake.yaml").read_text("utf-8")
    assert "profile: shake-site@2.1" in record and "target_muscles:\n- abdominals\n- obliques" in record
    assert "- title: Anywhere\n  text: It needs no room.\n- text: It is quiet." in record
    assert "description:" not in record


def test_probe_shows_the_profile_why_it_won_and_where_its_words_stand(run: Run, install: Install) -> None:
    install()
    shown = json.loads(run("probe", "raw/plank-shake.html", "--json").out)
    assert (shown["profile"], shown["why"]) == ("shake-site@2.1", "the page is from lifts.example.com")
    target = shown["fields"]["target_muscles"]
    assert (target["via"], target["line"]) == ("the class of shake-site", 6)
    assert shown["fields"]["name"]["via"] == "title"
    listed = json.loads(run("profile", "list", "--json").out)
    assert (listed[0]["name"], listed[0]["from"]) == ("shake-site", "installed")


def test_the_collection_s_own_profile_wins_over_an_installed_one(run: Run, root: Path, install: Install) -> None:
    install()
    own(root)
    assert probe(run)["profile"] == "shakes@3"
    own(root, PROFILE.replace("name: shakes", "name: shake-site"))
    assert probe(run)["profile"] == "shake-site@3"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return {}['gone']", "shakes_profile.py:6: KeyError: 'gone'"),
        ("return {'instuctions': ['a']}", "there is no field 'instuctions'"),
        ("return {'instructions': [1]}", "'instructions' holds 1; give texts"),
        ("return {'benefits': [('a', None)]}", "'benefits' holds ('a', None); give texts"),
        ("return 5", "TypeError"),
        ("return None", "TypeError"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("return self.fields(tree)", "RecursionError"),
        ("raise ValueError('a\\nb')", "ValueError: a b"),
    ],
)
def test_an_error_in_a_class_is_one_line_and_the_words_count(
    run: Run, root: Path, install: Install, body: str, words: str
) -> None:
    words_too = ', "fields": {"instructions": {"headings": ["*, inch for inch"]}, "target_muscles": {"headings": ["what burns"]}}}'
    code = GOOD[: GOOD.index("        return")].replace("}}", "}" + words_too) + f"        {body}\n"
    install(code)
    said = run("ingest")
    assert said.code == 0, said.err
    [line] = [line for line in said.err.splitlines() if "profile-failed" in line]
    assert (
        line.startswith("raw/plank-shake.html: warning: the class of the profile shake-site failed") and words in line
    )
    assert "target_muscles:\n- abdominals\n- obliques" in (root / "normalized" / "plank-shake.yaml").read_text("utf-8")


def test_a_class_that_never_ends_costs_its_page(run: Run, root: Path, install: Install) -> None:
    forever = "        while True:\n            try:\n                sum(range(1000))\n            except Exception:\n                pass\n"
    install(GOOD[: GOOD.index("        return")] + forever)
    (root / "exercises.toml").write_text("[read]\npage_seconds = 0.2\n", "utf-8")
    said = run("ingest")
    assert said.code == 1 and "[too-slow]" in said.err


@pytest.mark.parametrize(
    ("code", "target", "words"),
    [
        ("import nothing_of_the_kind", "", "cannot be loaded (ModuleNotFoundError"),
        (GOOD, "shakes_profile:Shaky", "cannot be loaded (AttributeError"),
        ("class Shakes:\n    def __init__(self, x): pass", "", "cannot be loaded (TypeError"),
        ("raise SystemExit('no')", "", "cannot be loaded (SystemExit: no)"),
        ("class Shakes: pass", "", "a profile is a mapping"),
        (GOOD.replace("def fields", "def field"), "", "no method `fields(tree)`"),
        (GOOD.replace('"hosts"', '"host"'), "", "did you mean 'hosts'?"),
        (
            GOOD.replace('"recognise": {"hosts": ["lifts.example.com"], "at_least": 1}', '"version": 1'),
            "",
            "no page can choose",
        ),
    ],
)
def test_a_package_that_makes_no_sense_is_one_line_that_names_it(
    run: Run, install: Install, code: str, target: str, words: str
) -> None:
    install(code, target=target)
    said = run("ingest")
    assert said.code == 2 and said.err.count("\n") == 1
    assert (
        said.err.startswith("exercises: the profile shakes of shakes-profile 2.1 (shakes_profile:Sha")
        and words in said.err
    )


def test_a_changed_class_reads_its_pages_again(root: Path, install: Install) -> None:
    install()
    before = collection_profiles(root).fingerprints["shake-site"]
    assert collection_profiles(root).fingerprints["shake-site"] == before
    install(GOOD.replace("It is quiet.", "It is silent."), version="2.2")
    import shutil

    shutil.rmtree(
        next(Path(p) for p in sys.path if (Path(p) / "shakes_profile-2.1.dist-info").is_dir())
        / "shakes_profile-2.1.dist-info"
    )
    invalidate_caches()
    assert collection_profiles(root).fingerprints["shake-site"] != before


def test_copied_text_has_no_tree_and_is_read_by_the_words(run: Run, root: Path, install: Install) -> None:
    install()
    (root / "raw" / "plank-shake.html").unlink()
    text = (
        "Plank Shake\n\nWhat it is, in a sentence or two.\n\nTarget muscles: Abs\n\nInstructions\n\n1. Rest.\n2. Dip.\n"
    )
    (root / "raw" / "plank.txt").write_text(text, "utf-8")
    (root / "raw" / "plank.txt.meta.json").write_text('{"url": "https://lifts.example.com/plank"}', "utf-8")
    shown = json.loads(run("probe", "raw/plank.txt", "--json").out)
    assert shown["profile"] == "shake-site@2.1" and shown["fields"]["target_muscles"]["value"] == ["abdominals"]


def test_beautiful_soup_is_loaded_only_for_pages_of_such_a_profile(root: Path, install: Install) -> None:
    install()
    site = next(p for p in sys.path if (Path(p) / "shakes_profile.py").is_file())
    code = (
        "import sys; from pathlib import Path; sys.path[:0] = [sys.argv[2], sys.argv[3]]\n"
        "from pipeline.ingest.judging import read_file; from pipeline.ingest.profiling import collection_profiles\n"
        "from pipeline.settings import Settings\n"
        "root = Path(sys.argv[1]); profiles = collection_profiles(root)\n"
        "for name in ('other.html', 'plank-shake.html'):\n"
        "    [reading] = read_file(root / 'raw' / name, name, profiles, Settings())\n"
        "    print(reading.profile, 'bs4' in sys.modules)\n"
    )
    (root / "raw" / "other.html").write_text(SHAKE.replace("lifts.example.com", "x.example.com"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code, root, REPOSITORY, site], capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["generic@1 False", "shake-site@2.1 True"], done.stderr
