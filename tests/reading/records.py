"""Bodies of pages read as `ingest` reads them, from the bytes to the record, for tests of what a user gets."""

from __future__ import annotations

from pipeline.ingest.judging import Reading, judge
from pipeline.reading import Profiles
from pipeline.records import Exercise, Metric, Page, Severity, TitledText
from pipeline.settings import Settings

PROFILES = Profiles()
ADDRESS = "https://lifts.example.com/page"


def record(body: str, title: str = "Goblet Squat") -> Exercise:
    found = _judged(body, title).exercise
    assert found is not None
    return found


def record_of_text(text: str) -> Exercise:
    page = Page(text.encode(), "raw/page.txt", "0" * 64, "text/plain", url=ADDRESS)
    found = judge(page, PROFILES, Settings()).exercise
    assert found is not None
    return found


def rejected_for(body: str, title: str = "") -> list[str]:
    """The codes of the findings for which a page is rejected; none where it is stored."""
    return [issue.code for issue in _judged(body, title).issues if issue.severity is Severity.ERROR]


def _judged(body: str, title: str) -> Reading:
    html = f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head><body>{body}</body></html>"
    return judge(Page(html.encode(), "raw/page.html", "0" * 64, "text/html", url=ADDRESS), PROFILES, Settings())


def told(*sentences: str) -> tuple[TitledText, ...]:
    """Benefits or tips without titles."""
    return tuple(TitledText("", sentence) for sentence in sentences)


def tracked(**metrics: str) -> tuple[Metric, ...]:
    return tuple(Metric(metric, text) for metric, text in metrics.items())
