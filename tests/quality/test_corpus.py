"""The corpus is what it says it is: large enough, and its expected records are what stands on the pages."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from lxml import html as markup

from pipeline.vocabulary import load
from pipeline.vocabulary.names import title_case
from tests.quality import corpus, scoring

PAGES = list(corpus.pages())
SAVED = list(corpus.ways_of_saving())
TERMS = {
    "body_parts": "body_parts",
    "target_muscles": "muscles",
    "secondary_muscles": "muscles",
    "stabilizers": "muscles",
    "equipment": "equipment",
    "difficulty": "difficulty",
    "exercise_type": "exercise_types",
    "mechanic": "mechanic",
    "force": "force",
}


def test_there_are_two_pages_of_every_markup_about_different_exercises() -> None:
    groups: dict[str, set[str]] = {}
    for page in PAGES:
        groups.setdefault(page.group, set()).add(page.expected[0]["name"])
    assert len(PAGES) >= 60
    assert len(groups) >= 12
    assert all(len(names) == 2 for names in groups.values())


def test_every_way_of_saving_is_there() -> None:
    suffixes = {".html", ".htm", ".mhtml", ".txt", ".html.gz", ".warc", ".warc.gz", ".zip", ".tar.gz"}
    assert suffixes <= {"".join(saved.path.suffixes) for saved in SAVED}


def test_every_expected_record_has_its_file() -> None:
    expected = {path for folder in (corpus.PAGES, corpus.SAVING) for path in folder.rglob(f"*{corpus.EXPECTED}")}
    used = {saved.path.parent / f"{saved.path.name.split('.', 1)[0]}{corpus.EXPECTED}" for saved in (*PAGES, *SAVED)}
    assert used == expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_text_of_an_expected_record_stands_on_its_page(page: corpus.SavedFile) -> None:
    seen = _squashed(_visible(page.path.read_text("utf-8")))
    assert [text for text in _texts(page.expected[0]) if _squashed(text) not in seen] == []


def _texts(record: Any) -> Iterator[str]:
    for field in ("name", "aliases", "description", "instructions", "benefits", "safety_tips", "variations"):
        for value in scoring.values(field, record.get(field)):
            yield from value
    yield from (entry.get("text", "") for entry in record.get("tracking", ()))
    yield from record.get("extra", {}).values()


def _visible(page: str) -> str:
    """What a page shows, with alternative texts and the strings of its structured data; marks of notes left out."""
    if not page.lstrip().startswith("<"):
        return " ".join(_strings(yaml.safe_load(page.split("---")[1]))) + page if page.startswith("---") else page
    root: Any = markup.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", page))
    for note in root.xpath("//sup[contains(@class, 'reference')]"):
        note.drop_tree()
    stated = [
        json.loads(script) for script in root.xpath("//script[@type='application/ld+json']/text()") if _sound(script)
    ]
    return " ".join((root.text_content(), *root.xpath("//@alt"), *_strings(stated)))


def _sound(script: str) -> bool:
    try:
        json.loads(script)
    except ValueError:
        return False
    return True


def _strings(loaded: object) -> Iterator[str]:
    if isinstance(loaded, str):
        yield loaded
    elif isinstance(loaded, (list, dict)):
        for entry in loaded.values() if isinstance(loaded, dict) else loaded:
            yield from _strings(entry)


def _squashed(text: str) -> str:
    """Without blanks and capitals (a name may be shouted), and without colons: one stands between the title of a step and
    its text, wherever they stood.
    """
    return re.sub(r"[\s:]+", "", scoring.fold(html.unescape(text))).casefold()


@pytest.mark.parametrize("saved", [*PAGES, *SAVED], ids=lambda saved: saved.name)
def test_expected_records_speak_the_vocabulary(saved: corpus.SavedFile) -> None:
    for record in saved.expected:
        assert set(record) <= {*scoring.FIELDS, "optional"}
        assert title_case(record["name"]) == record["name"]
        for field, kind in TERMS.items():
            for (term,) in scoring.values(field, record.get(field)):
                assert term in load(kind)
