"""`exercises profile`: list, new and check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from pipeline.ingest import sampling
from pipeline.ingest.judging import examine
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.records import Page, State
from pipeline.settings import Settings
from pipeline.sources import folders, saved
from tests.conftest import REPOSITORY
from tests.profiles.conftest import SHAKE, Run, own


def test_list_names_every_profile_in_the_order_of_asking(run: Run, root: Path) -> None:
    own(root)
    rows = [line.split("\t") for line in run("profile", "list").out.splitlines()]
    assert rows[0] == ["shakes", "3", "2026-11-22", "own", "lifts.example.com"]
    assert rows[-1][::4] == ["generic", "every other page"]
    listed = json.loads(run("profile", "list", "--json").out)
    assert [entry["name"] for entry in listed] == [row[0] for row in rows]
    assert listed[0]["hosts"] == ["lifts.example.com"] and listed[1]["from"] == "built-in"


# --- new ------------------------------------------------------------------------------------------------------


def test_new_drafts_a_profile_with_the_unknown_words_as_candidates(run: Run) -> None:
    text = run("profile", "new", "raw/plank-shake.html").out
    loaded = yaml.safe_load(text)
    assert (loaded["name"], loaded["extends"]) == ("lifts-example-com", "generic")
    assert loaded["recognise"] == {"hosts": ["lifts.example.com"]}
    assert '  # target_muscles: {headings: ["what burns"]}  # line 5: Abs, External Obliques' in text
    assert '  # equipment: {labels: ["you hold"]}  # line 7: Body Weight' in text
    assert '{headings: ["*, inch for inch"]}' in text and '["monday thoughts"]' in text


def test_what_new_drafts_reads_the_page_once_the_candidates_are_taken(run: Run, root: Path) -> None:
    path = root / "profiles" / "lifts.yaml"
    said = run("profile", "new", "raw/plank-shake.html", "-o", path)
    assert said.out == "" and "4 words of the page that mean nothing yet" in said.err
    assert json.loads(run("probe", "raw/plank-shake.html", "--json").out)["profile"] == "lifts-example-com@1"
    lines = [
        line.replace("  # ", "  ", 1).replace("FIELD", "instructions")
        if "{headings" in line or "{labels" in line
        else line
        for line in path.read_text("utf-8").splitlines()
    ]
    path.write_text("\n".join(line for line in lines if "monday thoughts" not in line), "utf-8")
    assert not json.loads(run("probe", "raw/plank-shake.html", "--json").out)["rejected"]


def test_new_leaves_a_file_alone_that_is_there(run: Run, root: Path) -> None:
    path = own(root)
    before = path.read_bytes()
    said = run("profile", "new", "raw/plank-shake.html", "-o", path)
    assert said.code == 2 and "is there already" in said.err and path.read_bytes() == before


def test_new_without_an_address_recognises_by_words(run: Run, root: Path) -> None:
    (root / "raw" / "plank-shake.html").write_text(SHAKE.replace("canonical", "other"), "utf-8")
    made = json.loads(run("profile", "new", "raw/plank-shake.html", "--name", "bits", "--json").out)
    assert made["name"] == "bits" and made["seen"][0]["words"] == "What burns"
    own(root, made["yaml"], "bits.yaml")
    probe = json.loads(run("probe", "raw/plank-shake.html", "--json").out)
    assert probe["profile"] == "bits@1" and "words stand on the page" in probe["why"]


def test_new_says_so_when_nothing_on_a_page_tells_it_from_others(run: Run, root: Path) -> None:
    (root / "raw" / "bare.txt").write_text("Squat\n\nSit down and stand up again with a bar on the back.\n", "utf-8")
    said = run("profile", "new", "raw/bare.txt")
    assert said.code == 2 and said.err.count("\n") == 1 and "save it from the browser" in said.err
    assert run("profile", "new", "raw/none.html").err == "exercises: there is no file raw/none.html\n"


@pytest.mark.parametrize("folder", ["raw", "tests/quality/pages"])
def test_every_drafted_profile_loads_and_reads_its_page_as_well_as_before(folder: str) -> None:
    from pipeline.reading.proposing import proposal

    built_in = Profiles()
    for found in list(folders.find(REPOSITORY / folder, (REPOSITORY / folder,)))[::5]:
        [page] = saved.read(found.path, found.file, 10**7)
        assert isinstance(page, Page)
        before = examine(page, built_in, Settings())
        made = proposal(found.file, before.outline, before.draft, before.profile, "2026-11-22")
        if made is None:
            continue
        after = examine(page, Profiles([("mine.yaml", made.text.encode())]), Settings())
        assert after.profile.name == made.name, found.file
        assert before.reading.exercise is not None and after.reading.exercise is not None
        assert {**to_mapping(after.reading.exercise), "source": 0} == {
            **to_mapping(before.reading.exercise),
            "source": 0,
        }
        titles = {p.title for f in before.draft.fields.values() if f.state is State.FOUND for p in f.pieces}
        assert not titles & {entry.words for entry in made.seen if not entry.meaning}


# --- check ----------------------------------------------------------------------------------------------------


@pytest.fixture
def sampled(root: Path, run: Run) -> Path:
    """A collection whose own profile has one sample, recorded."""
    own(root)
    (root / "profiles" / "shakes").mkdir()
    (root / "profiles" / "shakes" / "plank.html").write_text(SHAKE, "utf-8")
    assert run("profile", "check", "shakes").err.startswith("profiles/shakes/plank.html: warning: not recorded yet")
    assert run("profile", "check", "shakes", "--update").code == 0
    return root


def test_check_is_content_while_everything_is_read_as_recorded(sampled: Path, run: Run) -> None:
    said = run("profile", "check")
    assert said.code == 0 and said.err == ""
    assert "shakes@3: 1 sample, none drifted" in said.out.splitlines()
    assert "store-guide@1: 2 samples, none drifted" in said.out.splitlines()
    recorded = yaml.safe_load((sampled / "profiles" / "shakes" / "fields.yaml").read_bytes())
    assert recorded["plank.html"]["target_muscles"] == ["abdominals", "obliques"]


def test_check_reports_a_field_that_is_no_longer_found(sampled: Path, run: Run) -> None:
    own(sampled, (sampled / "profiles" / "shakes.yaml").read_text("utf-8").replace("inch for inch", "mile for mile"))
    said = run("profile", "check", "shakes")
    assert said.code == 1
    steps = ["Rest on the forearms.", "Dip one hip, then the other."]
    assert f"profiles/shakes/plank.html: error: instructions was {steps}, is absent" in said.err
    assert said.err.rstrip().endswith("[profile-drift]")
    answer = json.loads(run("profile", "check", "shakes", "--json").out)
    assert answer["drifted"] == 1
    [sample] = answer["profiles"][0]["samples"]
    assert {"field": "instructions", "was": steps, "now": None} in sample["drift"]
    assert run("profile", "check", "shakes", "--update").code == 0
    assert run("profile", "check", "shakes").code == 0


def test_check_reports_a_changed_value_another_profile_and_a_missing_page(sampled: Path, run: Run) -> None:
    sample = sampled / "profiles" / "shakes" / "plank.html"
    sample.write_text(SHAKE.replace("Body Weight", "Barbell").replace("lifts.example.com", "x.example.com"), "utf-8")
    said = run("profile", "check", "shakes")
    assert said.code == 1 and "profile was 'shakes', is 'generic'" in said.err
    sample.write_text(SHAKE.replace("Body Weight", "Barbell"), "utf-8")
    assert "equipment was ['body weight'], is ['barbell']" in run("profile", "check", "shakes").err
    sample.unlink()
    said = run("profile", "check", "shakes")
    assert said.code == 1 and "page was 'there', is absent" in said.err


def test_check_names_what_it_does_not_know(run: Run, sampled: Path) -> None:
    said = run("profile", "check", "shake")
    assert said.code == 2 and said.err == "exercises: unknown profile: 'shake'; did you mean 'shakes'?\n"
    (sampled / "profiles" / "shakes" / "fields.yaml").write_text("a: [\n", "utf-8")
    said = run("profile", "check")
    assert said.code == 2 and "fields.yaml:2: is not YAML" in said.err


def test_a_built_in_profile_can_have_samples_of_a_collection(run: Run, root: Path) -> None:
    folder = root / "profiles" / "quick-facts"
    folder.mkdir(parents=True)
    (folder / "broken.html").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    run("profile", "check", "quick-facts", "--update")
    assert yaml.safe_load((folder / "fields.yaml").read_bytes()) == {"broken.html": {"unreadable": "not-a-page"}}
    assert run("profile", "check", "quick-facts").out == "quick-facts@1: 2 samples, none drifted\n"


def test_what_stands_beside_a_built_in_profile_stays_where_a_collection_has_samples(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_in = tmp_path / "built-in"
    monkeypatch.setattr(sampling, "_BUILT_IN", built_in)
    for folder in (built_in / "quick-facts", root / "profiles" / "quick-facts"):
        folder.mkdir(parents=True)
        (folder / "broken.html").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    written = sampling.update("quick-facts", root, Profiles(), Settings())
    assert written == [root / "profiles" / "quick-facts" / "fields.yaml"]
    assert not (built_in / "quick-facts" / "fields.yaml").exists()
