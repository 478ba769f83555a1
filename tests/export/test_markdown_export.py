from __future__ import annotations

import dataclasses

from pipeline.export import Options
from pipeline.export.markdown import page
from tests.collection import LEG_CURL, PUSH_UP, SAMPLES
from tests.export.written import folder


def test_there_is_a_page_an_exercise_and_an_index_in_order() -> None:
    files = folder("markdown", SAMPLES, Options(title="My gym"))
    assert set(files) == {
        ".exercises-export",
        "index.md",
        *(f"exercises/{exercise.id}.md" for exercise in SAMPLES),
    }
    index = files["index.md"].decode()
    assert index.startswith("# My gym\n\n3 exercises.\n")
    assert "| [Leg Curl](exercises/leg-curl.md) | hamstrings | machine | advanced |" in index
    assert index.index("incline-curl.md") < index.index("leg-curl.md") < index.index("push-up.md")


def test_a_page_reads_like_the_record() -> None:
    text = page(PUSH_UP)
    assert text.startswith("# Push-Up\n\nLower the chest")
    assert "- **Target muscles:** chest\n" in text
    assert "1. Set the hands under the shoulders.\n2. \\=Lower, then press.\n" in text
    assert "- **Anywhere:** It takes no gear.\n- It trains the trunk as well.\n" in text
    assert text.endswith("Source: <https://example.com/push-up>\n")


def test_text_cannot_become_markup() -> None:
    sly = dataclasses.replace(
        LEG_CURL, name="<script>|*x*", description="# no\n- heading", instructions=("1. [a](b)",)
    )
    text = page(sly)
    assert text.startswith("# \\<script\\>\\|\\*x\\*\n\n\\# no - heading\n")
    assert "1. 1\\. \\[a\\](b)\n" in text
