from __future__ import annotations

import gzip
import itertools
import subprocess
import sys
import time
import zlib

import brotli
import pytest
import zstandard

from pipeline.sources.fetch import Limits, Outcome
from tests.fetch.bombs import BOMBS
from tests.fetch.conftest import QUICK, Fetching
from tests.fetch.site import PAGE, Handler, Reply, Site


def only(report):
    (page,) = report.results
    return page


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", lambda body: gzip.compress(body[:20]) + gzip.compress(body[20:])),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("br", brotli.compress),
        ("zstd", zstandard.compress),
        ("identity", bytes),
    ],
)
def test_every_coding_we_accept_is_undone(fetching: Fetching, site: Site, coding: str, pack) -> None:
    site.pages["/a.html"] = Reply(pack(PAGE), headers={"Content-Encoding": coding})
    assert only(fetching(site.url("/a.html"))).outcome is Outcome.SAVED
    assert list(fetching.saved().values()) == [PAGE]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("cut", [0.5, 0.9])
def test_a_compressed_page_that_is_cut_off_or_damaged_is_not_kept(
    fetching: Fetching, site: Site, coding: str, cut: float
) -> None:
    body = PAGE * 200 + bytes(range(256)) * 20
    whole = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": brotli.compress,
        "zstd": zstandard.compress,
    }[coding](body)
    part = whole[: int(len(whole) * cut)]
    site.pages["/cut"] = Reply(part, headers={"Content-Encoding": coding})
    site.pages["/bad"] = Reply(b"\x12\x34" + whole, headers={"Content-Encoding": coding})
    report = fetching(site.url("/cut"), site.url("/bad"))
    assert [page.code for page in report.results] == ["encoding", "encoding"]
    assert fetching.saved() == {}


@pytest.mark.parametrize("coding", ["gzip, gzip", "gzip,br", "deflate, identity, gzip"])
def test_stacked_codings_are_refused(fetching: Fetching, site: Site, coding: str) -> None:
    site.pages["/a"] = Reply(gzip.compress(gzip.compress(PAGE)), headers={"Content-Encoding": coding})
    assert only(fetching(site.url("/a"))).code == "encoding"


def test_an_unknown_coding_is_refused(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply(headers={"Content-Encoding": "compress"})
    assert only(fetching(site.url("/a"))).code == "encoding"


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_bomb_is_refused_in_little_memory(site: Site, coding: str, tmp_path) -> None:
    bomb = BOMBS[coding](256 * 1024 * 1024)
    site.pages["/bomb"] = Reply(bomb, headers={"Content-Encoding": coding})
    script = (
        "import sys, pathlib, tracemalloc\n"
        "from pipeline.sources.fetch import FetchOptions, fetch\n"
        "options = FetchOptions(pathlib.Path(sys.argv[2]), 'me@example.com', delay=0, allow_private=True)\n"
        "tracemalloc.start()\n"
        "report = fetch([sys.argv[1]], options)\n"
        "print(report.results[0].code, tracemalloc.get_traced_memory()[1] // 2**20)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, site.url("/bomb"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    code, mebibytes = done.stdout.split()
    assert code == "too-large"
    assert int(mebibytes) < 60


def test_the_wire_limit_counts_while_streaming(fetching: Fetching, site: Site) -> None:
    sent = []

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(2000):
            handler.wfile.write(b"x" * 10_000)
            sent.append(10_000)

    site.pages["/a"] = endless
    assert only(fetching(site.url("/a"), limits=Limits(wire_bytes=100_000))).code == "too-large"
    time.sleep(0.1)
    assert sum(sent) < 20_000_000


def test_an_announced_length_over_the_limit_is_not_read(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply(length=6 * 1024 * 1024)
    assert only(fetching(site.url("/a"))).code == "too-large"
    assert len(site.asked("/a")) == 1


def test_a_page_just_under_the_limits_is_kept(fetching: Fetching, site: Site) -> None:
    body = b"<p>" + b"x" * (5 * 1024 * 1024 - 3)
    site.pages["/a"] = Reply(body)
    assert only(fetching(site.url("/a"))).outcome is Outcome.SAVED


def test_a_server_that_stops_sending_times_out(fetching: Fetching, site: Site) -> None:
    def stall(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        handler.wfile.write(b"<p>")
        time.sleep(0.7)

    site.pages["/a"] = stall
    page = only(fetching(site.url("/a"), limits=QUICK))
    assert (page.code, page.reason) == ("timeout", "the server stopped sending")


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_dribbling_server_is_bounded_by_the_whole_time(fetching: Fetching, site: Site, part: str) -> None:
    def dribble(handler: Handler) -> None:
        if part == "body":
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(400):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    site.pages["/a"] = dribble
    limits = Limits(connect_seconds=0.5, read_seconds=0.5, total_seconds=0.5)
    began = time.monotonic()
    page = only(fetching(site.url("/a"), limits=limits))
    assert (page.code, page.reason) == ("timeout", "the time for the whole exchange ran out")
    assert time.monotonic() - began < 20  # three tries of half a second, where the server would take a minute


def test_a_shorter_body_than_announced_is_not_kept(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply(length=len(PAGE) + 10)
    assert only(fetching(site.url("/a"))).code == "connection"
    assert fetching.saved() == {}


def test_broken_chunks_are_not_kept(fetching: Fetching, site: Site) -> None:
    site.pages["/cut"] = Reply(b"20\r\n<p>short", headers={"Transfer-Encoding": "chunked"})
    site.pages["/odd"] = Reply(b"zz\r\n<p>odd\r\n0\r\n\r\n", headers={"Transfer-Encoding": "chunked"})
    site.pages["/good"] = Reply(b"4\r\n<p>a\r\n1\r\nb\r\n0\r\n\r\n", headers={"Transfer-Encoding": "chunked"})
    report = fetching(site.url("/cut"), site.url("/odd"), site.url("/good"))
    assert [page.code for page in report.results] == ["connection", "connection", ""]
    assert list(fetching.saved().values()) == [b"<p>ab"]


def test_what_is_not_http_is_not_kept(fetching: Fetching, site: Site) -> None:
    lines = itertools.cycle([b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 abc OK\r\n\r\n", b""])

    def garble(handler: Handler) -> None:
        handler.wfile.write(next(lines))
        handler.close_connection = True

    site.pages["/a"] = garble
    assert only(fetching(site.url("/a"))).code == "connection"
