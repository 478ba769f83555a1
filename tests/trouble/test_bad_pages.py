"""Files that hold no exercise, or half of one: one clear line each, nothing lost, and the rest is read."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from pipeline.records import Page
from pipeline.sources import saved
from tests.trouble.pages import LEG_CURL, STEPS, html_page, text_page
from tests.trouble.world import LEG_CURL_ID, World, codes, ended, outcomes

RECIPE = """<!DOCTYPE html><html><head><title>Apple Pie | Example Kitchen</title></head><body><nav>Home Recipes</nav>
<h1>Apple Pie</h1><p>A pie with a thin crust and a lot of fruit, ready in an hour.</p>
<p>Difficulty: Easy</p><p>Equipment: Rolling pin</p>
<h2>Ingredients</h2><ul><li>Four apples</li><li>A cup of flour</li><li>Half a cup of butter</li></ul>
<h2>Instructions</h2><ol><li>Rub the butter into the flour.</li><li>Slice the apples and lay them out.</li>
<li>Bake for forty minutes.</li></ol></body></html>"""

LISTING = """<!DOCTYPE html><html><head><title>Leg exercises</title></head><body><h1>12 Best Leg Exercises</h1>
<p>Pick a few of these for your next leg day.</p>
{entries}</body></html>""".format(
    entries="".join(
        f'<article><h2><a href="/{n}">Squat Number {n}</a></h2><p>Target Muscles: Quads</p><p>Equipment: Barbell</p>'
        f"<p>Difficulty: Beginner</p></article>"
        for n in range(1, 13)
    )
)

LINKS = (
    "<!DOCTYPE html><html><head><title>Exercises</title></head><body><h1>Exercises</h1><ul>"
    + "".join(f'<li><a href="/{n}">Exercise {n}</a></li>' for n in range(40))
    + "</ul></body></html>"
)

BAD = {
    "empty.html": (b"", "empty"),
    "blank.txt": (b" \n\t\r\n\n", "empty"),
    "mark.txt": (b"\xef\xbb\xbf", "empty"),
    "photo.html": (b"\xff\xd8\xff\xe0" + os.urandom(2000), "JPEG"),
    "noise.html": (bytes(range(256)) * 40, "binary"),
    "zeros.html": (b"\0" * 3000, ""),
    "program.html": (b"\x7fELF\x02\x01\x01" + b"\0" * 500, "program"),
    "paper.html": (b"%PDF-1.7\n" + b"x" * 300, "PDF"),
    "recipe.html": (RECIPE.encode(), "exercise"),
    "listing.html": (LISTING.encode(), "exercises"),
    "mail.mhtml": ("".join(f"X-Head-{n}: {n}\r\n" for n in range(60)).encode() + b"\r\nSee you on Monday.\r\n", ""),
    "links.html": (LINKS.encode(), "exercise"),
    "letter.txt": (b"Dear coach,\n\nthank you for the plan. My legs are sore.\n\nYours, Sam\n", "exercise"),
    "frame.html": (b"<html><head><title>Leg Curl</title></head><body><div id=app></div></body></html>", ""),
    "blocked.html": (b"<html><body><h1>403 Forbidden</h1><p>Please enable JavaScript.</p></body></html>", ""),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_one_line_and_no_record(world: World, name: str) -> None:
    content, word = BAD[name]
    page = world.page(name, content)
    world.page("good.txt")
    done = world.run("ingest")
    assert done.code == 1
    assert len(done.lines) == 1, done.err
    assert done.lines[0].startswith(f"raw/{name}")
    assert "error" in done.lines[0]
    assert word.lower() in done.lines[0].lower()
    assert world.ids() == [LEG_CURL_ID]
    (rejection,) = world.rejections().values()
    assert f"raw/{name}" in rejection
    assert page.read_bytes() == content


def test_every_bad_page_at_once_stops_nothing(world: World) -> None:
    for name, (content, _) in BAD.items():
        world.page(name, content)
    world.page("good.txt")
    report = world.ingest()
    assert outcomes(report) == {"raw/good.txt": "new"} | {f"raw/{name}": "rejected" for name in BAD}
    assert len(world.rejections()) == len(BAD)
    assert world.ids() == [LEG_CURL_ID]
    again = world.ingest()
    assert outcomes(again) == {"raw/good.txt": "unchanged"} | {f"raw/{name}": "rejected" for name in BAD}


def test_a_page_of_200_mb_is_refused_without_being_read(world: World) -> None:
    page = world.page("huge.html", html_page())
    os.truncate(page, 200_000_000)
    world.page("good.txt", LEG_CURL.but(name="Prone Curl"))
    done = ended(world.start("ingest"), 10)
    assert done.code == 1
    assert len(done.lines) == 1
    assert "200 MB" in done.lines[0]
    assert world.ids() == ["prone-curl"]
    assert page.stat().st_size == 200_000_000


def test_the_size_limit_can_be_set(world: World) -> None:
    (world.root / "exercises.toml").write_text("[read]\nmax_page_bytes = 1000\n", "utf-8")
    world.page("page.html", html_page())
    done = world.run("ingest")
    assert done.code == 1
    assert "max_page_bytes" in done.err


@pytest.mark.parametrize("where", ["Swinging takes", "Stronger Hamstrings", "Grip the legs", "Quick Facts"])
def test_half_a_page_cut_in_a_tag_is_reported_and_leaks_no_markup(world: World, where: str) -> None:
    whole = html_page()
    cut = whole[: whole.index("<", whole.index(where)) + 3]
    world.page("half.html", cut)
    done = world.run("ingest")
    about = [line for line in done.lines if "cut" in line or "incomplete" in line or "ends" in line]
    assert len(about) == 1, done.err
    stored = "".join(content.decode() for content in world.files("normalized").values())
    assert stored
    assert not [mark for mark in ("</", "<l", "<s", "<h", "&lt;") if mark in stored.partition("\nschema")[2]]


def test_half_a_page_does_not_replace_the_whole_ones_record(world: World) -> None:
    whole = html_page()
    world.page("page.html", whole)
    world.ingest()
    before = world.record()
    world.page("page.html", whole[: whole.index("<", whole.index("Swinging takes")) + 3])
    done = world.run("ingest")
    assert any("page.html" in line for line in done.lines), done
    assert world.record() == before


@pytest.mark.parametrize("where", ["  2. ", "Target Muscles\n", "QuickFacts"[:5]])
def test_half_a_text_page_is_reported(world: World, where: str) -> None:
    whole = text_page()
    world.page("half.txt", whole[: whole.index(where) + 4])
    done = world.run("ingest")
    assert done.lines
    assert all(line.startswith("raw/half.txt") for line in done.lines)
    assert len(world.ids()) + len(world.rejections()) == 1


CURLY = LEG_CURL.but(
    name="Café Curl",
    description="The athlete’s “slow” curl – done at 45° with naïve patience, for the back of the thigh.",
)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", None),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "no-such-charset"),
        ("utf-8-sig", "windows-1252"),
        ("windows-1252", "windows-1252"),
        ("windows-1252", "iso-8859-1"),
        ("windows-1252", None),
        ("windows-1252", "utf-8"),
        ("windows-1252", "no-such-charset"),
        ("utf-16", "utf-16"),
        ("utf-16", None),
        ("utf-16", "utf-8"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", None),
    ],
)
def test_any_charset_declared_wrongly_or_not_at_all_reads_the_same(
    world: World, encoding: str, declared: str | None
) -> None:
    world.page("page.html", html_page(CURLY, charset=declared).encode(encoding, "xmlcharrefreplace"))
    report = world.ingest()
    assert report["new"] == 1, report
    (exercise_id,) = world.ids()
    record = world.record(exercise_id)
    assert record["name"] == "Café Curl"
    assert record["description"] == CURLY.description


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_of_two_bytes_a_letter_without_a_mark_is_read(world: World, encoding: str) -> None:
    described = LEG_CURL.but(description=f"{LEG_CURL.description[:-1]} – it’s “good”.")
    world.page("page.html", html_page(described).encode(encoding))
    world.page("page.txt", text_page(LEG_CURL.but(name="Sliding Curl")).encode(encoding))
    assert world.ingest()["new"] == 2
    assert world.record()["description"] == described.description
    assert world.record("sliding-curl")["instructions"] == list(STEPS)


def test_a_text_page_in_windows_1252_reads_its_bullets(world: World) -> None:
    page = text_page(CURLY).replace("←", "<-")
    world.page("page.txt", page.encode("windows-1252"))
    world.ingest()
    (exercise_id,) = world.ids()
    assert world.record(exercise_id)["description"] == CURLY.description
    assert len(world.record(exercise_id)["benefits"]) == 4


@pytest.mark.parametrize(
    "declared", ["utf-16", "utf-7", "rot13", "base64", "zip", "unicode_escape", "idna", "punycode"]
)
def test_a_charset_that_is_no_charset_is_harmless(world: World, declared: str) -> None:
    page = html_page(CURLY, charset=declared).encode("windows-1252", "xmlcharrefreplace")
    world.page("page.html", page)
    assert world.ingest()["new"] == 1
    (exercise_id,) = world.ids()
    assert world.record(exercise_id)["name"] == "Café Curl"


def test_pages_nested_a_hundred_thousand_deep_do_not_stop_the_run(world: World) -> None:
    world.page("deep.html", "<html><body>" + "<div>" * 100_000 + html_page())
    world.page("wide.html", "<html><body><h1>Leg Curl</h1>" + "<b>" * 50_000)
    world.page("good.txt")
    report = world.ingest()
    assert outcomes(report)["raw/good.txt"] in ("new", "duplicates", "changed")
    assert report["pages"] == 3
    assert LEG_CURL_ID in world.ids()


def test_a_saved_pages_side_folder_is_not_read(world: World) -> None:
    world.page("page.html", html_page())
    world.page("page_files/frame.html", html_page(LEG_CURL.but(name="Wrong Curl")))
    assert world.ingest()["pages"] == 1
    assert world.ids() == [LEG_CURL_ID]


def test_files_that_are_no_pages_are_left_alone(world: World) -> None:
    world.page("page.txt")
    for name in ("picture.png", "style.css", "notes.docx", ".hidden.html", "page.txt~"):
        world.page(name, b"x")
    assert world.ingest()["pages"] == 1


# -- odd things in the folder ----------------------------------------------------------------------------------------


def test_a_dangling_link_costs_only_itself(world: World) -> None:
    world.page("good.txt")
    (world.raw / "gone.html").symlink_to(world.root / "nowhere.html")
    done = world.run("ingest")
    assert world.ids() == [LEG_CURL_ID], done.err
    assert any("gone.html" in line for line in done.lines), done.err


def test_a_pipe_named_like_a_page_does_not_hang_the_run(world: World) -> None:
    world.page("good.txt")
    os.mkfifo(world.raw / "pipe.html")
    done = ended(world.start("ingest"), 5)
    assert world.ids() == [LEG_CURL_ID]
    assert any("pipe.html" in line for line in done.lines), done.err


def test_links_to_a_device_and_to_themselves_cost_only_themselves(world: World) -> None:
    world.page("good.txt")
    (world.raw / "zero.html").symlink_to("/dev/zero")
    (world.raw / "self.html").symlink_to("self.html")
    done = ended(world.start("ingest"), 10)
    assert world.ids() == [LEG_CURL_ID]
    assert [line.partition(":")[0] for line in done.lines] == ["raw/self.html", "raw/zero.html"]


def test_a_folder_named_like_a_page_is_walked(world: World) -> None:
    world.page("folder.html/page.txt")
    assert world.ingest()["pages"] == 1


def test_a_link_that_leads_in_a_circle_ends(world: World) -> None:
    world.page("sub/good.txt")
    (world.raw / "sub" / "circle").symlink_to(world.raw)
    assert world.ingest()["pages"] == 1


def test_a_file_name_that_is_not_utf_8_costs_nothing(world: World) -> None:
    world.page("good.txt", LEG_CURL.but(name="Barbell Curl"))
    Path(os.fsdecode(os.fsencode(world.raw) + b"/caf\xe9.txt")).write_text(text_page(), "utf-8")
    done = world.run("ingest")
    assert "barbell-curl" in world.ids(), done
    assert LEG_CURL_ID in world.ids() or "caf" in done.err
    assert world.run("search", "curl").code == 0


def test_a_raw_folder_that_is_a_link_names_its_pages_as_raw(world: World) -> None:
    elsewhere = world.root / "elsewhere"
    world.raw.rename(elsewhere)
    world.raw.symlink_to(elsewhere)
    (elsewhere / "page.txt").write_text(text_page(), "utf-8")
    world.ingest()
    assert world.record()["source"]["file"] == "raw/page.txt"


def test_very_long_file_names_of_rejected_pages_are_kept_apart(world: World) -> None:
    names = [("x" * 230) + f"-{n}.html" for n in range(3)]
    for name in names:
        world.page(name, b"")
    assert world.run("ingest").code == 1
    assert len(world.rejections()) == 3


def test_steps_survive_a_page_with_everything_on_one_line(world: World) -> None:
    world.page("page.html", html_page().replace("\n", " "))
    world.ingest()
    assert world.record()["instructions"] == list(STEPS)


def test_a_page_that_is_being_saved_this_moment_is_waited_for(world: World) -> None:
    page = world.page("late.txt", b"")
    page.touch()
    saving = threading.Timer(0.2, world.page, ("late.txt", LEG_CURL))
    saving.start()
    (read,) = saved.read(page, "raw/late.txt", 10_000_000)
    saving.join()
    assert isinstance(read, Page)
    assert read.content == page.read_bytes()


def test_a_page_that_ends_in_a_sentence_and_closes_nothing_is_told(world: World) -> None:
    whole = html_page(LEG_CURL)
    step = LEG_CURL.steps[-1]
    world.page("half.html", whole[: whole.index(step) + len(step) // 2])
    world.page("whole.html", html_page(LEG_CURL.but(name="Sliding Curl")).partition("</body>")[0])
    report = world.ingest()
    assert "page-may-be-cut" in codes(report, "raw/half.html")
    assert "page-may-be-cut" not in codes(report, "raw/whole.html"), "nobody has to close a page"


_TOLD = "Lower yourself slowly and press back up."
_ONE_AFTER_THE_OTHER = {
    "headings": "<h2>{}</h2><p>{}</p>",
    "headings and lists": "<h2>1. {}</h2><ol><li>{}</li><li>Do it ten times.</li></ol>",
    "bold beginnings": "<p><b>{}</b>: {}</p>",
    "links": "<ul><li><a href='/x'>{}</a></li></ul><!-- {} -->",
}


@pytest.mark.parametrize("markup", _ONE_AFTER_THE_OTHER.values(), ids=_ONE_AFTER_THE_OTHER)
def test_a_page_that_goes_through_several_exercises_is_told_to_do_so(world: World, markup: str) -> None:
    names = ("Push-Up", "Goblet Squat", "Plank", "Glute Bridge", "Lunge")
    entries = "".join(markup.format(name, _TOLD) for name in names)
    world.page(
        "list.html", f"<html><body><h1>5 Moves for Beginners</h1><p>Try these at home.</p>{entries}</body></html>"
    )
    done = world.run("ingest")
    assert done.code == 1
    (line,) = done.lines
    assert "goes through 5 exercises (Push-Up, Goblet Squat, Plank, ...); save the page of each instead" in line


_MAT = ("Lay it in lukewarm water.", "Rub it gently with a sponge.", "Rinse it twice.", "Dry it in the shade.")
_BARBELL = ("Check that the bar is in its hooks.", "Slide the first plate on.", "Fit the collars.", "Count both sides.")
_QUIZ = ("Which of the four sits in front?", "Which two turn outward?", "Which one is torn most often?")


@pytest.mark.parametrize(
    ("title", "above", "heading", "steps", "why"),
    [
        ("How to Clean a Yoga Mat", "A mat takes up sweat.", "Instructions", _MAT, "does not look like an exercise"),
        (
            "How to Load a Barbell",
            "Equipment: weight plate",
            "Step by step",
            _BARBELL,
            "does not look like an exercise",
        ),
        (
            "Rotator Cuff",
            "Four muscles hold it.",
            "Test yourself",
            _QUIZ,
            "is about a muscle (Rotator Cuff), not an exercise",
        ),
    ],
)
def test_what_is_done_to_a_tool_or_asked_of_a_muscle_is_no_exercise(
    world: World, title: str, above: str, heading: str, steps: tuple[str, ...], why: str
) -> None:
    listed = "".join(f"<li>{step}</li>" for step in steps)
    world.page(
        "page.html", f"<html><body><h1>{title}</h1><p>{above}</p><h2>{heading}</h2><ol>{listed}</ol></body></html>"
    )
    done = world.run("ingest")
    assert done.code == 1
    assert why in done.lines[0]


def test_a_question_is_no_name(world: World) -> None:
    steps = "".join(f"<li>{step}</li>" for step in LEG_CURL.steps)
    told = f"<h1>Is the Leg Curl worth it?</h1><h2>Leg Curl</h2><p>Target: hamstrings</p><h3>Steps</h3><ol>{steps}</ol>"
    world.page("page.html", f"<html><body>{told}</body></html>")
    world.ingest()
    assert world.record("leg-curl")["name"] == "Leg Curl"
