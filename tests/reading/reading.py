"""Bodies of pages read by the generic profile, for tests of one thing a page does."""

from __future__ import annotations

from pipeline.reading import Profiles, draft
from pipeline.reading.markup.html import html_outline
from pipeline.reading.plaintext.text import text_outline
from pipeline.records import Draft

PROFILE = Profiles().by_name["generic"]
TITLE = "<h1>Goblet Squat</h1>"
TWO_STEPS = ["Stand tall.", "Bend the knees."]
DESCRIBED = "<p>A squat with a weight held close.</p><p>Target: Quads</p>"
"""What may stand below the title."""
STEPS = "<h2>Instructions</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"


TEXT_HEAD = "Goblet Squat\n\nHold a weight close and sit down.\n\n"
TEXT_FACTS = "Target: Quads\nLevel: Beginner\n\n"
TEXT_STEPS = "Instructions\n\n1. Stand tall.\n2. Bend the knees.\n\n"


def read(body: str, title: str = "Goblet Squat") -> Draft:
    return draft(html_outline(f"<html><head><title>{title}</title></head><body>{body}</body></html>"), PROFILE)


def read_text(text: str) -> Draft:
    return draft(text_outline(text), PROFILE)


def texts(found: Draft, field: str) -> list[str]:
    return [piece.text for piece in found.fields[field].pieces] if field in found.fields else []


def titled(found: Draft, field: str) -> list[tuple[str, str]]:
    return [(piece.title, piece.text) for piece in found.fields[field].pieces] if field in found.fields else []
