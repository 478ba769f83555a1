"""Damaged pages: each is accepted or rejected in little time and memory; what once went wrong stays right."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from pipeline.errors import UnreadablePage
from pipeline.ingest import judging
from pipeline.ingest.judging import Reading, read_file
from pipeline.reading import Profiles, outline
from pipeline.reading.captures import Capture
from pipeline.reading.fields.steps import is_introduction
from pipeline.reading.markup import html
from pipeline.reading.naming.title import title_block
from pipeline.records import Heading, Outline, Page, Paragraph, Place
from pipeline.settings import Settings
from pipeline.stages import Stages
from pipeline.vocabulary import keys
from tests.fuzz import __main__ as command
from tests.fuzz import mutations, running

SEED = 20_26
COUNT = 2_000
GIVEN_UP = 10_000_000
SQUAT = (
    "<title>Squat</title><h1>Squat</h1><p>Target muscle: Quads</p><h2>How to</h2><ol><li>Sit down.<li>Stand up.</ol>"
)


@pytest.fixture(scope="module")
def summary() -> running.Summary:
    return running.run(SEED, COUNT, workers=2)


def test_no_damage_crashes_hangs_or_bloats_the_reading(summary: running.Summary) -> None:
    assert summary.faults == [], command.report(SEED, summary)


def test_every_damaged_page_is_accepted_or_rejected(summary: running.Summary) -> None:
    assert summary.accepted + summary.rejected == summary.given == COUNT
    assert min(summary.accepted, summary.rejected) > COUNT // 10, "the damage is too small or too large to tell"
    assert 0 < summary.peak < running.MEMORY


def test_all_kinds_of_damage_are_done_and_the_same_number_is_the_same_page() -> None:
    done = {kind for number in range(COUNT) for kind in mutations.mutated(SEED, number).done}
    assert done == {kind.__name__ for kind in (*mutations.KINDS, *mutations.GIANTS)}
    assert mutations.mutated(SEED, 7) == mutations.mutated(SEED, 7) != mutations.mutated(SEED + 1, 7)


def test_a_worker_that_dies_costs_the_page_it_was_reading() -> None:
    summary = running.run(SEED, 6, workers=1, deadly=3)
    assert summary.given == 6 and len(summary.faults) == 1
    assert "page 3 of seed" in summary.faults[0] and "died (exit code 7)" in summary.faults[0]


def _read(folder: Path, content: bytes, name: str = "page.html") -> list[Reading]:
    file = folder / name
    file.write_bytes(content)
    return read_file(file, f"raw/{name}", Profiles(), Settings())


def _codes(readings: list[Reading]) -> list[str]:
    return [issue.code for reading in readings for issue in reading.issues if reading.rejected]


def test_an_impossible_date_in_a_saved_page_costs_the_date_alone(tmp_path: Path) -> None:
    day = "9" * 40
    head = f"MIME-Version: 1.0\r\nDate: Mon, 1 Jan {day} 00:00:00 +{day}\r\nContent-Type: text/html\r\n\r\n"
    [reading] = _read(tmp_path, f"From: <Saved by a browser>\r\n{head}{SQUAT}".encode(), "page.mhtml")
    assert reading.exercise is not None and reading.exercise.name == "Squat"
    assert reading.exercise.source.retrieved == ""


def test_bytes_of_no_charset_are_reported_once_and_not_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    [reading] = _read(tmp_path, SQUAT.encode() + bytes(range(128, 256)) * 3)
    assert "charset-in-doubt" in [issue.code for issue in reading.issues]
    assert capfd.readouterr().err == "" and not caplog.records


def test_a_record_of_the_wrong_length_says_nothing_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{SQUAT}"
    record = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/squat\r\n"
        "WARC-Record-ID: <urn:x:1>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body) - 9}\r\n\r\n{body}\r\n\r\n"
    )
    readings = _read(tmp_path, (record * 2).encode(), "crawl.warc")
    assert [r.exercise.name for r in readings if r.exercise] == ["Squat"] * len(readings) != []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_page_of_more_text_than_anyone_writes_is_rejected_at_once(tmp_path: Path, name: str) -> None:
    text = "Stand up. " * (GIVEN_UP // 10)
    page = f"{SQUAT}<p>{text}" if name.endswith("html") else f"Squat\n\n{text}"
    readings = _read(tmp_path, page.encode(), name)
    assert _codes(readings) == ["too-complex"] and "2,000,000 letters" in readings[0].issues[0].message


def test_scripts_and_pictures_in_a_page_are_no_text(tmp_path: Path) -> None:
    ballast = f"<script>{'x = 1;' * 500_000}</script><img src='data:{'A' * 3_000_000}'>"
    [reading] = _read(tmp_path, f"{SQUAT}{ballast}".encode())
    assert not reading.rejected or "too-complex" not in _codes([reading])
    assert reading.exercise is not None and reading.exercise.target_muscles == ("quadriceps",)


def test_json_ld_of_a_size_nobody_writes_is_left_out_with_a_word(tmp_path: Path) -> None:
    block = '<script type="application/ld+json">[' + '{"@type":"HowTo","name":"Lunge"},' * 100_000 + "0]</script>"
    [reading] = _read(tmp_path, f"{SQUAT}{block}".encode())
    assert reading.exercise is not None and reading.exercise.name == "Squat"
    assert any(i.code == "broken-json-ld" and "too large" in i.message for i in reading.issues)


def test_an_attribute_of_ten_megabytes_is_not_taken_word_by_word() -> None:
    words = "abc " * (GIVEN_UP // 4)
    page = f"{SQUAT}<div data-label='{words}' class='{words}'>Glutes</div>"
    blocks = outline(Page(page.encode(), "raw/page.html", "", "text/html")).blocks
    assert max(len(str(block)) for block in blocks) < GIVEN_UP // 20


def test_reading_without_memory_is_a_rejected_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def starved(*_: object) -> Stages[Outline]:
        raise MemoryError

    monkeypatch.setattr(judging, "outlined", starved)
    assert _codes(_read(tmp_path, SQUAT.encode())) == ["out-of-memory"]


def test_a_tree_that_the_parser_gives_up_on_is_a_rejected_page(monkeypatch: pytest.MonkeyPatch) -> None:
    class Starved:
        XMLSyntaxError = etree.XMLSyntaxError
        HTMLParser = etree.HTMLParser

        def fromstring(self, *_: object) -> object:
            raise etree.XMLSyntaxError("unknown error", 0, 0, 0)

    monkeypatch.setattr(html, "etree", Starved())
    with pytest.raises(UnreadablePage, match="no parser takes apart"):
        outline(Page(SQUAT.encode(), "raw/page.html", "", "text/html"))


def test_lists_of_definitions_in_one_another_are_read_once_each() -> None:
    depth = 60
    page = SQUAT + "".join(f"<dl><dt>Fact {n}<dd>{n}" for n in range(depth)) + "</dl>" * depth
    seen = outline(Page(page.encode(), "raw/page.html", "", "text/html"))
    assert str(seen).count(f"Fact {depth - 1}") < depth


def test_a_title_of_very_many_parts_is_not_joined_in_every_way() -> None:
    page = SQUAT.replace("<title>Squat", "<title>Squat" + " | Squat a lot" * 5_000)
    seen = outline(Page(page.encode(), "raw/page.html", "", "text/html"))
    assert title_block(seen, Profiles().by_name["generic"])[1] == "Squat"


def test_an_address_that_is_none_chooses_no_profile(tmp_path: Path) -> None:
    [reading] = _read(tmp_path, SQUAT.replace("<h1>", '<link rel=canonical href="http://[bad">\n<h1>').encode())
    assert reading.profile == "generic@1" and reading.exercise is not None


def test_an_archive_without_a_page_is_reported(tmp_path: Path) -> None:
    record = "WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:x:1>\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n"
    readings = _read(tmp_path, record.encode(), "crawl.warc")
    assert _codes(readings) == ["no-text"] and "holds no page" in readings[0].issues[0].message


def test_long_texts_do_not_stay_in_memory() -> None:
    before = len(keys._KEYS)
    assert keys.key("Stand Up " * 1_000) == ("stand up " * 1_000).strip()
    assert len(keys._KEYS) == before


def test_a_part_of_the_page_whose_tag_is_damaged() -> None:
    seen = html.html_outline("<h1>Squat</h1><det\x02ails><summary>Tips</summary><p>Go slowly.</p></det\x02ails>")
    assert [block.text for block in seen.blocks if isinstance(block, Heading)] == ["Squat", "Tips"]


@pytest.mark.parametrize("signs", ["?!? … ?!? … .", "* * * * * * * * * * * * * *.", "¿¿¿¿¿ ¡¡¡¡¡ !!!!! ?????."])
def test_a_section_of_signs_alone_is_no_introduction(signs: str) -> None:
    place = Place(1)
    assert not is_introduction(Capture("instructions", "Technique", place, (Paragraph(signs, place),)), "Squat")
