"""Pages in WARC files: each by the number of its record, however damaged the records around it are."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from pipeline.errors import UnreadablePage
from pipeline.records import Page
from pipeline.sources.fetch import decoding
from tests.sources.making import (
    MOST,
    NAMES,
    overwritten,
    packed_each,
    page,
    read,
    record,
    response,
    responses,
    shown,
)

ALL = {str(n): name for n, name in enumerate(NAMES, start=1)}
LONG = page("Lunge", steps=60)


def _chunked(body: bytes, size: int = 700) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _among_others(body: bytes, *headers: str) -> bytes:
    """A record between two whole ones."""
    before, _, after, *_ = responses()
    return before + response(body, "Lunge", headers) + after


def _packed(body: bytes, coding: str) -> bytes:
    import brotli
    import zstandard

    return {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": brotli.compress,
        "zstd": zstandard.compress,
    }[coding](body)


@pytest.mark.parametrize(
    "content",
    [b"".join(responses()), packed_each(responses()), gzip.compress(b"".join(responses()))],
    ids=["plain", "each", "whole"],
)
def test_a_file_packed_in_any_way_is_read(tmp_path: Path, content: bytes) -> None:
    found = read(tmp_path, "x.warc", content)
    assert shown(found) == ALL
    first = found["x.warc#1"]
    assert isinstance(first, Page)
    assert (first.url, first.retrieved) == ("https://example.com/Squat", "2026-01-02T03:04:05Z")


# --- damage ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        (b"WARC/1.0", b"WARX/1.0"),
        (b"Content-Length: ", b"Content-Length: 99"),
        (b"Content-Length: ", b"Content-Length: -"),
        (b"Content-Length: ", b"Content-Width: "),
        (b"Content-Length: 2", b"Content-Length: 1"),
    ],
    ids=["begin", "too long", "negative", "none", "too short"],
)
@pytest.mark.parametrize("number", [2, 3, 5])
def test_a_damaged_record_costs_itself_alone(tmp_path: Path, was: bytes, is_now: bytes, number: int) -> None:
    records = responses()
    assert was in records[number - 1]
    records[number - 1] = records[number - 1].replace(was, is_now, 1)
    found = read(tmp_path, "x.warc", b"".join(records))
    assert shown(found) == {**ALL, str(number): "damaged-archive"}
    assert f"(https://example.com/{NAMES[number - 1]})" in str(found[f"x.warc#{number}"])


@pytest.mark.parametrize(("start", "count"), [(0, 4), (12, 20), (40, 20), (-8, 8)])
@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_damaged_packed_record_costs_itself_alone(tmp_path: Path, start: int, count: int, number: int) -> None:
    packed = [gzip.compress(each) for each in responses()]
    at = start if start >= 0 else len(packed[number - 1]) + start
    packed[number - 1] = overwritten(packed[number - 1], at, count)
    if number == 1 and start == 0:
        packed[0] = b"\x1f\x8b" + packed[0][2:]  # else nothing tells that it is an archive
    found = shown(read(tmp_path, "x.warc.gz", b"".join(packed)))
    assert found == {**ALL, str(number): "damaged-archive"}


def test_a_file_packed_as_a_whole_is_read_up_to_its_damage(tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(responses()), 0)
    found = shown(read(tmp_path, "x.warc.gz", packed[: packed.index(b"<h1>Plank")]))
    assert found == {"1": "Squat", "2": "Lunge", "3": "damaged-archive"}


def test_a_few_bytes_behind_packed_records_do_no_harm(tmp_path: Path) -> None:
    assert shown(read(tmp_path, "x.warc.gz", packed_each(responses()) + b"\0" * 99)) == ALL
    assert shown(read(tmp_path, "x.warc.gz", packed_each(responses()) + b"\r\n")) == ALL


def test_a_page_larger_than_the_largest_costs_itself_alone(tmp_path: Path) -> None:
    records = responses()
    records[1] = response(b"<html>" + b" " * (MOST + 100_000), "Lunge")
    found = shown(read(tmp_path, "x.warc.gz", packed_each(records)))
    assert found == {**ALL, "2": "too-large"}


def test_what_a_web_archive_unpacks_to_is_limited(tmp_path: Path) -> None:
    packed = gzip.compress(response(b"<html>" + b" " * (MOST - 10_000), "Lunge"))
    found = read(tmp_path, "x.warc.gz", packed * 99)
    assert len(found) < 30 and "of which the rest is not read" in str(found["x.warc.gz"])


# --- what is cut ----------------------------------------------------------------------------------------------


def _is_cut(error: Page | UnreadablePage) -> bool:
    return isinstance(error, UnreadablePage) and any(word in error.message for word in ("too early", "cut off"))


def test_a_file_that_ends_within_a_page_says_so(tmp_path: Path) -> None:
    whole = responses()[0] + response(LONG, "Lunge")
    found = read(tmp_path, "x.warc", whole[: whole.index(b"count to 5.")])
    assert shown(found) == {"1": "Squat", "2": "damaged-archive"} and _is_cut(found["x.warc#2"])


@pytest.mark.parametrize("kept", [1500, 1414, 1412, 1409, -5, -7])
def test_a_page_whose_last_chunks_are_missing_says_so(tmp_path: Path, kept: int) -> None:
    found = read(tmp_path, "x.warc", _among_others(_chunked(LONG)[:kept], "Transfer-Encoding: chunked"))
    assert shown(found) == {"1": "Squat", "2": "damaged-archive", "3": "Plank"} and _is_cut(found["x.warc#2"])


def test_a_page_whose_chunks_are_damaged_is_rejected(tmp_path: Path) -> None:
    body = _chunked(LONG).replace(b"\r\n2bc\r\n", b"\r\n2zz\r\n", 1)
    found = read(tmp_path, "x.warc", _among_others(body, "Transfer-Encoding: chunked"))
    assert shown(found)["2"] == "damaged-archive" and not _is_cut(found["x.warc#2"])


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_packed_page_that_is_cut_says_so(tmp_path: Path, coding: str) -> None:
    body = _packed(LONG, coding)
    found = read(tmp_path, "x.warc", _among_others(body[: len(body) // 2], f"Content-Encoding: {coding}"))
    assert shown(found) == {"1": "Squat", "2": "damaged-archive", "3": "Plank"} and _is_cut(found["x.warc#2"])


# --- codings --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_chunked", [True, False])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_every_coding_of_a_body_is_undone(tmp_path: Path, coding: str, is_chunked: bool) -> None:
    body = _packed(LONG, coding)
    headers = [f"Content-Encoding: {coding}", *(["Transfer-Encoding: chunked"] if is_chunked else [])]
    found = read(tmp_path, "x.warc", _among_others(_chunked(body) if is_chunked else body, *headers))
    assert shown(found) == {"1": "Squat", "2": "Lunge", "3": "Plank"}


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "utf-8", "gzip, br"])
@pytest.mark.parametrize("body", [LONG, b"Lunge\n\nTarget muscles: Quads\n\nStand up tall, and sit down again.\n" * 9])
def test_a_coding_that_was_undone_before_is_not_undone_again(tmp_path: Path, coding: str, body: bytes) -> None:
    found = read(tmp_path, "x.warc", _among_others(body, f"Content-Encoding: {coding}", "Transfer-Encoding: chunked"))
    second = found["x.warc#2"]
    assert isinstance(second, Page) and second.content == body


def test_a_page_that_needs_the_extra_says_so_and_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "accepted", lambda: "gzip, deflate")
    found = read(tmp_path, "x.warc", _among_others(_packed(LONG, "br"), "Content-Encoding: br"))
    assert shown(found) == {"1": "Squat", "2": "needs-fetch", "3": "Plank"}
    assert "pip install 'exercise-pipeline[fetch]' (https://example.com/Lunge)" in str(found["x.warc#2"])


# --- what is no page ------------------------------------------------------------------------------------------


def test_what_is_no_page_by_its_type_is_passed_over(tmp_path: Path) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    feed = b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>'
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 500
    arguments = "metadata://gnu.org/software/wget/warc/wget_arguments.txt"
    content = b"".join(
        (
            response(svg, "a.svg", kind="image/svg+xml"),
            response(feed, "feed", kind="application/rss+xml"),
            response(feed, "feed.xml", kind="text/xml; charset=utf-8"),
            record(png, "thumb.png", "image/png", "resource"),
            record(b"--warc-file x\n", arguments, "text/plain", "resource"),
            response(page("Squat"), "Squat", kind="application/xml"),
            response(page("Lunge"), "Lunge", kind="application/xhtml+xml"),
            record(page("Plank"), "Plank", "text/html", "resource"),
            response(page("Gone"), "Gone", status="404 Not Found"),
        )
    )
    assert shown(read(tmp_path, "x.warc", content)) == {"6": "Squat", "7": "Lunge", "8": "Plank"}


def test_a_rejected_record_is_named_by_its_address_where_there_is_room(tmp_path: Path) -> None:
    long_name = "x" * 300
    content = response(b"%PDF-1.7\n", "paper") + response(b"%PDF-1.7\n", long_name)
    found = read(tmp_path, "x.warc", content)
    assert str(found["x.warc#1"]).endswith("(https://example.com/paper)")
    assert "xxx" not in str(found["x.warc#2"])
