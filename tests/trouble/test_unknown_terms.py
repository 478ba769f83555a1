"""Terms that the vocabulary does not know: kept as written in lower case, reported, and never turned into others."""

from __future__ import annotations

import pytest

from tests.trouble.pages import LEG_CURL, html_page, text_page
from tests.trouble.world import LEG_CURL_ID, World

ODD = LEG_CURL.but(target=("Flumpus Maximus",), equipment="Gravity Boots", difficulty="Insane", type="Juggling")


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_unknown_terms_are_kept_in_lower_case(world: World, name: str) -> None:
    world.page(name, html_page(ODD) if name.endswith("html") else text_page(ODD))
    assert world.run("ingest").code == 0
    record = world.record()
    assert record["target_muscles"] == ["flumpus maximus"]
    assert record["equipment"] == ["gravity boots"]
    assert record["difficulty"] == "insane"
    assert record["exercise_type"] == "juggling"


def test_each_unknown_term_is_one_line_that_names_it(world: World) -> None:
    world.page("page.html", html_page(ODD))
    done = world.run("ingest")
    assert len(done.lines) == 4, done.err
    for word in ("flumpus maximus", "gravity boots", "insane", "juggling"):
        assert len([line for line in done.lines if word in line]) == 1


def test_unknown_terms_are_reported_with_their_line_by_validate(world: World) -> None:
    world.page("page.html", html_page(ODD))
    world.ingest()
    stored = world.record_file().read_text("utf-8").splitlines()
    done = world.run("validate")
    assert len(done.lines) == 4
    for line in done.lines:
        file, number, rest = line.split(":", 2)
        assert file == f"normalized/{LEG_CURL_ID}.yaml"
        assert any(
            term in stored[int(number) - 1] for term in ("flumpus maximus", "gravity boots", "insane", "juggling")
        )
        assert rest


def test_what_to_do_about_an_unknown_muscle_is_no_wild_guess(world: World) -> None:
    world.page("page.html", html_page(LEG_CURL.but(target=("Flumpus",))))
    done = world.run("ingest")
    assert "hip flexors" not in done.err


def test_a_slip_in_a_muscle_is_reported_with_the_right_word(world: World) -> None:
    world.page("page.html", html_page(LEG_CURL.but(target=("Hamstrngs",))))
    done = world.run("ingest")
    assert "'hamstrings'" in done.err
    assert world.record()["target_muscles"] == ["hamstrngs"]


def test_an_exercise_with_unknown_terms_can_still_be_found(world: World) -> None:
    world.page("page.html", html_page(ODD))
    world.ingest()
    assert world.found("inverse leg curl") == [LEG_CURL_ID]
    assert world.found("--muscle", "calves") == [LEG_CURL_ID]
