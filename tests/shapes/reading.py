"""Composed pages through the program, and what it gives against what is expected."""

from __future__ import annotations

from functools import lru_cache

from pipeline.errors import UnreadablePage
from pipeline.ingest.judging import judge
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.records import Page
from pipeline.settings import Settings
from tests.quality.scoring import Outcome, compared_fields
from tests.shapes.composing import Composed


@lru_cache(maxsize=1)
def _profiles() -> Profiles:
    return Profiles()


def wrong_fields(composed: Composed) -> list[Outcome]:
    """The fields of a composed page that are not read as expected; all of them where the page is rejected."""
    page = Page(composed.text.encode(), "raw/composed", "0" * 64, composed.media_type)
    try:
        read = judge(page, _profiles(), Settings())
    except UnreadablePage:
        read = None
    record = {}
    if read is not None and read.exercise is not None and not read.rejected:
        record = {**to_mapping(read.exercise), "url": read.exercise.source.url}
    return [outcome for outcome in compared_fields("", "", composed.expected, record) if not outcome.right]
