"""The page that the project was created from: its shape, in words of our own, as text and as HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.trouble.pages import BENEFITS, CHROME, LEG_CURL, STEPS, TIPS, TRACKING, html_page, text_page
from tests.trouble.world import LEG_CURL_ID, World


@pytest.fixture(scope="module", params=["text", "html"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A collection into which the page was ingested by its path, from outside raw/."""
    folder: Path = tmp_path_factory.mktemp("source")
    world = World(folder / "collection")
    world.root.mkdir()
    page = folder / ("page.txt" if request.param == "text" else "page.html")
    page.write_text(text_page() if request.param == "text" else html_page(), "utf-8")
    done = world.run("ingest", page)
    assert (done.code, done.err) == (0, "")
    return world


def test_the_record_has_every_fact_of_the_page(read: World) -> None:
    record = read.record()
    facts = {
        "schema": 1,
        "id": LEG_CURL_ID,
        "name": "Inverse Leg Curl (Bench Support)",
        "description": LEG_CURL.description,
        "body_parts": ["upper legs"],
        "target_muscles": ["hamstrings"],
        "secondary_muscles": ["glutes", "calves"],
        "equipment": ["body weight"],
        "difficulty": "intermediate",
        "exercise_type": "strength",
        "bilateral": True,
    }
    assert {name: record.get(name) for name in facts} == facts


def test_steps_come_without_their_numbers(read: World) -> None:
    assert read.record()["instructions"] == list(STEPS)


def test_benefits_and_tips_come_as_title_and_text(read: World) -> None:
    record = read.record()
    assert record["benefits"] == [{"title": title, "text": text} for title, text in BENEFITS]
    assert record["safety_tips"] == [{"title": title, "text": text} for title, text in TIPS]


def test_metrics_to_track_come_with_their_text(read: World) -> None:
    assert read.record()["tracking"] == [{"metric": m.lower(), "text": text} for m, text in TRACKING]


def test_nothing_around_the_content_gets_into_the_record(read: World) -> None:
    stored = read.record_file().read_text("utf-8")
    assert [words for words in CHROME if words in stored] == []


def test_nothing_else_is_stored(read: World) -> None:
    assert set(read.files("normalized")) == {f"{LEG_CURL_ID}.yaml"}
    assert "extra" not in read.record()


def test_keys_stand_in_the_order_of_the_contract(read: World) -> None:
    order = [
        "schema",
        "id",
        "name",
        "aliases",
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
        "mechanic",
        "force",
        "stabilizers",
        "variations",
        "images",
        "video",
        "language",
        "license",
        "extra",
        "source",
    ]
    keys = list(read.record())
    assert keys == [key for key in order if key in keys]


@pytest.mark.parametrize(
    "asked",
    [
        ("leg curl",),
        ("--muscle", "hamstrings", "--equipment", "body weight", "--difficulty", "intermediate"),
        ("hamstrings", "--equipment", "none"),
        ("--muscle", "legs", "curl"),
    ],
    ids=" ".join,
)
def test_four_searches_find_it_first(read: World, asked: tuple[str, ...]) -> None:
    assert read.found(*asked)[:1] == [LEG_CURL_ID]
    done = read.run("search", *asked)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Inverse Leg Curl (Bench Support)\t")


def test_four_searches_find_it_first_among_others(world: World) -> None:
    from tests.trouble.pages import SMALL

    for number, exercise in enumerate(SMALL.values()):
        world.page(f"{number}.txt", exercise)
    world.ingest()
    assert world.found("leg curl")[0] == LEG_CURL_ID
    asked = ("--muscle", "hamstrings", "--equipment", "body weight", "--difficulty", "intermediate")
    assert world.found(*asked)[0] == LEG_CURL_ID
    assert world.found("--muscle", "legs", "curl")[0] == LEG_CURL_ID
    assert LEG_CURL_ID in world.found("hamstrings", "--equipment", "none")[:2]


@pytest.mark.parametrize(
    ("chips", "stored"),
    [
        (("Glutes", "Calves", "Lower Back"), ["glutes", "calves", "lower back"]),
        (("Hip Flexors", "Glutes", "Calves", "Abs"), ["hip flexors", "glutes", "calves", "abdominals"]),
        (
            ("Lower Back", "Upper Back", "Traps", "Rear Deltoids"),
            ["lower back", "upper back", "traps", "rear deltoids"],
        ),
        (("Gastrocnemius", "Biceps", "Tibialis Anterior"), ["calves", "biceps", "shins"]),
    ],
    ids=lambda value: "".join(value) if isinstance(value, tuple) else "",
)
@pytest.mark.parametrize("write", [text_page, html_page], ids=["text", "html"])
def test_three_or_four_chips_in_a_row_come_apart(
    world: World, write: Any, chips: tuple[str, ...], stored: list[str]
) -> None:
    world.page("page.html" if write is html_page else "page.txt", write(LEG_CURL.but(secondary=chips)))
    assert world.ingest()["warnings"] == 0
    assert world.record()["secondary_muscles"] == stored


def test_glued_chips_come_apart_where_no_fact_names_them(world: World) -> None:
    page = text_page(LEG_CURL.but(secondary=("Glutes", "Calves", "Lower Back"), target=("Hamstrings", "Quads")))
    without = "\n".join(
        line for line in page.splitlines() if not line.startswith(("Secondary MusclesG", "Target MusclesH"))
    )
    assert without != page
    world.page("page.txt", without)
    world.ingest()
    record = world.record()
    assert record["target_muscles"] == ["hamstrings", "quadriceps"]
    assert record["secondary_muscles"] == ["glutes", "calves", "lower back"]


@pytest.mark.parametrize("said", ["None", ""])
def test_a_page_without_secondary_muscles_stores_an_empty_list(world: World, said: str) -> None:
    page = text_page(LEG_CURL.but(secondary=()))
    world.page("page.txt", page if said else page.replace("Secondary MusclesNone\n", ""))
    world.ingest()
    assert world.record()["secondary_muscles"] == []


def test_text_and_html_of_one_page_give_the_same_record(tmp_path: Path) -> None:
    records = []
    for name, page in (("page.txt", text_page()), ("page.html", html_page())):
        world = World(tmp_path / name)
        world.page(name, page)
        world.ingest()
        record = world.record()
        record.pop("source")
        record.pop("language", None)
        records.append(record)
    assert records[0] == records[1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_line_ends_do_not_matter(world: World, line_end: str) -> None:
    world.page("page.txt", text_page().replace("\n", line_end))
    assert world.ingest()["warnings"] == 0
    assert world.record()["instructions"] == list(STEPS)
    assert world.record()["secondary_muscles"] == ["glutes", "calves"]


def test_the_source_says_where_the_record_came_from(world: World) -> None:
    import hashlib

    page = world.page("sub/page.html", html_page(url="https://example.com/exercises/inverse-leg-curl"))
    world.ingest()
    source = world.record()["source"]
    assert source["file"] == "raw/sub/page.html"
    assert source["url"] == "https://example.com/exercises/inverse-leg-curl"
    assert source["sha256"] == hashlib.sha256(page.read_bytes()).hexdigest()
