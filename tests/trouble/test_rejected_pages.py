"""rejected/: what could be read of a page that was refused, and why, for a person to finish."""

from __future__ import annotations

import pytest
import yaml

from tests.trouble.pages import LEG_CURL, Exercise, text_page
from tests.trouble.world import LEG_CURL_ID, World, codes, outcomes


def without_steps(exercise: Exercise = LEG_CURL) -> str:
    """A page that lacks its instructions: heading, introduction and list."""
    head, _, rest = text_page(exercise).partition("How to Do")
    return f"{head}Muscles Worked{rest.partition('Muscles Worked')[2]}"


NO_STEPS = without_steps()


def test_a_rejection_holds_the_reasons_and_what_was_read(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    done = world.run("ingest")
    assert done.code == 1
    (text,) = world.rejections().values()
    reasons = [line for line in text.splitlines() if line.startswith("#")]
    assert any("instructions" in line for line in reasons)
    read = yaml.safe_load(text)
    assert read["name"] == "Inverse Leg Curl (Bench Support)"
    assert read["target_muscles"] == ["hamstrings"]
    assert "instructions" not in read


def test_a_rejection_goes_once_the_page_is_read(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    world.ingest()
    assert len(world.rejections()) == 1
    world.page("page.txt")
    assert world.ingest()["new"] == 1
    assert world.rejections() == {}


def test_a_rejected_page_is_reported_by_every_run(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    first, second = world.run("ingest"), world.run("ingest")
    assert first.code == second.code == 1
    assert first.lines == second.lines


def test_a_page_that_no_longer_parses_leaves_its_last_good_record(world: World) -> None:
    world.page("page.txt")
    world.ingest()
    before = world.record_file().read_bytes()
    world.page("page.txt", NO_STEPS)
    done = world.run("ingest")
    assert done.code == 1
    assert "instructions" in done.err
    assert world.record_file().read_bytes() == before
    assert world.found("leg curl") == [LEG_CURL_ID]
    assert len(world.rejections()) == 1


@pytest.mark.parametrize(
    "names", [("a b.html", "a-b.html"), ("a/b.html", "a-b.html"), ("★.html", "☆.html"), ("x.txt", "X.txt")]
)
def test_two_rejected_pages_never_share_a_file(world: World, names: tuple[str, str]) -> None:
    for name in names:
        world.page(name, "")
    world.ingest()
    kept = world.rejections()
    assert len(kept) == 2
    for name in names:
        assert len([text for text in kept.values() if f"raw/{name}:" in text]) == 1


def test_reading_one_page_does_not_remove_the_rejection_of_another(world: World) -> None:
    world.page("a b.txt", "")
    world.ingest()
    world.page("a-b.txt")
    world.ingest()
    assert len(world.rejections()) == 1


def test_a_rejection_that_was_removed_comes_back(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    world.ingest()
    before = world.rejections()
    for file in world.rejected.iterdir():
        file.unlink()
    world.ingest()
    assert world.rejections() == before


def test_a_rejection_that_a_person_began_to_finish_is_kept(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    world.ingest()
    (file,) = world.rejected.iterdir()
    file.write_text(file.read_text("utf-8") + "instructions: [half of my work]\n", "utf-8")
    world.page("page.txt", without_steps(LEG_CURL.but(difficulty="Advanced")))
    world.ingest()
    assert any("half of my work" in text for text in world.rejections().values())


def test_a_rejection_finished_by_hand_becomes_a_record_that_stays(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    world.ingest()
    (file,) = world.rejected.iterdir()
    finished = file.read_text("utf-8") + "instructions: [Lie down on the bench., Curl both legs slowly.]\n"
    world.record_file().write_text(finished, "utf-8")
    assert world.run("validate").code == 0
    world.ingest()
    assert world.record_file().read_text("utf-8") == finished
    assert world.found("leg curl") == [LEG_CURL_ID]


@pytest.mark.parametrize("is_moved", [True, False])
@pytest.mark.parametrize("exercise_id", ["my-curl", LEG_CURL_ID])
def test_a_page_that_a_person_finished_is_rejected_no_longer(world: World, exercise_id: str, *, is_moved: bool) -> None:
    world.page("page.txt", NO_STEPS)
    world.page("other.txt", "")
    assert world.ingest()["rejected"] == 2
    file = next(f for f in world.rejected.iterdir() if "page" in f.name)
    finished = file.read_text("utf-8").replace(f"id: {LEG_CURL_ID}", f"id: {exercise_id}")
    finished += "instructions: [Lie down on the bench., Curl both legs slowly.]\n"
    world.record_file(exercise_id).write_text(finished, "utf-8")
    if is_moved:
        file.unlink()
    for _ in range(3):
        report = world.ingest()
        assert outcomes(report) == {"raw/other.txt": "rejected", "raw/page.txt": "unchanged"}
        assert codes(report, "raw/page.txt") == ["hand-edited"]
        world.page("page.txt", NO_STEPS + "\n")  # read anew
    assert world.record_file(exercise_id).read_text("utf-8") == finished
    assert [name for name in world.rejections() if "page" in name] == []
    assert world.found("leg curl") == [exercise_id]


def test_pages_that_a_person_finished_are_read_anew_together(world: World) -> None:
    pages = ("a.txt", "b.txt")
    for page in pages:
        world.page(page, NO_STEPS + page)
    world.ingest()
    for page, file in zip(pages, sorted(world.rejected.iterdir()), strict=True):
        finished = file.read_text("utf-8").replace(f"id: {LEG_CURL_ID}", f"id: curl-{page[0]}")
        steps = "instructions: [Lie down on the bench., Curl both legs slowly.]\n"
        world.record_file(f"curl-{page[0]}").write_text(finished + steps, "utf-8")
    world.record_file("broken").write_text("id: [", "utf-8")
    for _ in range(2):
        assert world.ingest()["unchanged"] == len(pages)
        for page in pages:
            world.page(page, NO_STEPS + page + "\n")


def test_a_record_whose_id_is_not_that_of_its_file_finishes_no_page(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    world.ingest()
    (file,) = world.rejected.iterdir()
    finished = file.read_text("utf-8") + "instructions: [Lie down on the bench., Curl both legs slowly.]\n"
    world.record_file("otherwise").write_text(finished, "utf-8")
    assert world.ingest()["rejected"] == 1


def test_which_sections_are_required_is_a_setting(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    assert world.ingest()["rejected"] == 1
    (world.root / "exercises.toml").write_text('[rules]\nrequired = ["name"]\n', "utf-8")
    report = world.ingest()
    assert outcomes(report) == {"raw/page.txt": "new"}
    assert codes(report, "raw/page.txt") == ["missing-section"]
    (world.root / "exercises.toml").write_text('[rules]\nrequired = ["name", "video"]\n', "utf-8")
    done = world.run("ingest")
    assert done.code == 2
    assert len(done.lines) == 1


def test_rejected_pages_are_in_no_index_and_not_validated(world: World) -> None:
    world.page("page.txt", NO_STEPS)
    world.page("good.txt", text_page(LEG_CURL.but(name="Nordic Curl")))
    world.ingest()
    assert world.found("curl") == ["nordic-curl"]
    assert world.run("validate").code == 0
