"""Bodies of pages read as `ingest` reads them, from the bytes to the record, for tests of what a user gets."""

from __future__ import annotations

from pipeline.ingest.judging import judge
from pipeline.reading import Profiles
from pipeline.records import Exercise, Metric, Page, TitledText
from pipeline.settings import Settings

PROFILES = Profiles()
ADDRESS = "https://lifts.example.com/page"


def record(body: str, title: str = "Goblet Squat") -> Exercise:
    html = f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head><body>{body}</body></html>"
    page = Page(html.encode(), "raw/page.html", "0" * 64, "text/html", url=ADDRESS)
    found = judge(page, PROFILES, Settings()).exercise
    assert found is not None
    return found


def told(*sentences: str) -> tuple[TitledText, ...]:
    """Benefits or tips without titles."""
    return tuple(TitledText("", sentence) for sentence in sentences)


def tracked(**metrics: str) -> tuple[Metric, ...]:
    return tuple(Metric(metric, text) for metric, text in metrics.items())
