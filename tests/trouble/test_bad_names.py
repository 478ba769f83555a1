"""Names that cannot be names: only symbols, far too long, or a path."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trouble.pages import LEG_CURL, html_page, text_page
from tests.trouble.world import LEG_CURL_ID, World

SHAPES = {"page.txt": text_page, "page.html": html_page}
BAD = {"symbols": "★★★ !!! ---", "question": "???", "long": "Very Slow Curl " * 20, "path": "../../etc/passwd"}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", BAD)
def test_a_page_with_an_impossible_name_is_rejected_for_its_name(world: World, kind: str, shape: str) -> None:
    write: Any = SHAPES[shape]
    world.page(shape, write(LEG_CURL.but(name=BAD[kind])))
    done = world.run("ingest")
    assert done.code == 1, done
    assert len([line for line in done.lines if "error" in line]) == 1, done.err
    assert "name" in done.lines[0]
    assert world.ids() == []
    assert list(world.rejections()) == [f"{shape.replace('.', '-')}.yaml"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", BAD)
def test_a_rejected_name_keeps_the_rest_of_the_page(world: World, kind: str, shape: str) -> None:
    write: Any = SHAPES[shape]
    world.page(shape, write(LEG_CURL.but(name=BAD[kind])))
    world.run("ingest")
    (rejection,) = world.rejections().values()
    for words in ("hamstrings", "Lie prone along a flat bench", "Mind Cramps"):
        assert words in rejection


@pytest.mark.parametrize("shape", SHAPES)
def test_no_file_appears_outside_the_collection(world: World, shape: str) -> None:
    inside = World(world.root / "a" / "b" / "c")
    inside.root.mkdir(parents=True)
    write: Any = SHAPES[shape]
    for number, name in enumerate(("../../etc/passwd", "..\\..\\windows\\system", "/etc/passwd", "....//....//x")):
        inside.page(f"{number}-{shape}", write(LEG_CURL.but(name=name)))
    inside.run("ingest")
    outside = [p for p in world.root.rglob("*") if p.is_file() and inside.root not in p.parents]
    assert outside == []
    for stem in inside.ids():
        assert "/" not in stem
        assert ".." not in stem


@pytest.mark.parametrize(
    ("name", "exercise_id"),
    [
        ("Con", "con-exercise"),
        ("AUX", "aux-exercise"),
        ("90/90 Hip Switch", "90-90-hip-switch"),
        ("Farmer's Walk", "farmers-walk"),
        ("Élévation Latérale", "elevation-laterale"),
        ('Curl: The Real "One"?', "curl-the-real-one"),
    ],
)
def test_ids_are_safe_file_names(world: World, name: str, exercise_id: str) -> None:
    world.page("page.html", html_page(LEG_CURL.but(name=name)))
    done = world.run("ingest")
    assert world.ids() == [exercise_id], done.err


def test_two_long_names_with_one_beginning_stay_two_exercises(world: World) -> None:
    start = "Half Kneeling Single Arm Landmine Press with a Slow Lowering and a Pause at the Bottom of Every Single Rep"
    world.page("a.txt", LEG_CURL.but(name=f"{start} Left"))
    world.page("b.txt", LEG_CURL.but(name=f"{start} Right"))
    assert world.ingest()["new"] == 2
    assert len(world.ids()) == 2
    assert all(len(stem) <= 120 for stem in world.ids())


def test_names_are_written_as_a_person_would(world: World) -> None:
    names = {
        "inverse leg curl (bench support)": "Inverse Leg Curl (Bench Support)",
        "ez bar curl": "EZ Bar Curl",
        "trx row": "TRX Row",
        "90/90 hip switch": "90/90 Hip Switch",
        "STANDING CALF RAISE": "Standing Calf Raise",
    }
    for number, name in enumerate(names):
        world.page(f"{number}.txt", LEG_CURL.but(name=name))
    world.ingest()
    assert sorted(world.record(stem)["name"] for stem in world.ids()) == sorted(names.values())


def test_an_unnamed_page_takes_no_name_from_its_chrome(world: World) -> None:
    page = text_page(LEG_CURL.but(name="Leg Curl")).replace("Leg Curl", "")
    world.page("page.txt", page)
    done = world.run("ingest")
    assert done.code == 1, (done, world.ids())
    assert world.ids() == []


@pytest.mark.parametrize("content", [b"", LEG_CURL])
def test_a_file_name_with_line_breaks_and_control_characters_stays_on_one_line(world: World, content: Any) -> None:
    world.page("two\nlines \x1b[2J\x9b\u202e.txt", content)
    done = world.run("ingest")
    assert len(done.lines) == (0 if content else 1), done
    assert len(done.out.splitlines()) == 2  # the page, and the sum
    shown = [done, *(world.run("show", exercise_id) for exercise_id in world.ids())]
    assert not set("\x1b\x9b\u202e") & set("".join(said.out + said.err for said in shown))
    assert "raw/two lines" in shown[-1].out


@pytest.mark.parametrize("stem", ["Leg-Curl", "CON", "leg-cu\u0301rl", "leg curl"])
def test_an_id_that_could_clash_on_another_system_is_named(world: World, stem: str) -> None:
    world.page("page.txt")
    world.ingest()
    text = world.record_file().read_text("utf-8").replace(f"id: {LEG_CURL_ID}", f"id: {stem}")
    world.record_file(stem).write_text(text, "utf-8")
    done = world.run("validate")
    assert done.code == 1
    assert len([line for line in done.lines if "unsafe-id" in line]) == 1, done.err
