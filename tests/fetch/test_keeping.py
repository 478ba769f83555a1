from __future__ import annotations

import hashlib
import json
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from pipeline.sources.fetch import Outcome
from pipeline.sources.fetch.addresses import parse
from pipeline.sources.fetch.faults import BadAddress
from pipeline.sources.fetch.names import path_of
from tests.fetch.conftest import Fetching
from tests.fetch.site import PAGE, Reply, Site


def name(url: str, media_type: str = "text/html") -> str:
    return str(path_of(parse(url), media_type))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://example.com/exercises/squat.html", "raw/example.com/exercises/squat.html"),
        ("https://example.com/exercises/squat", "raw/example.com/exercises/squat+.html"),
        ("https://example.com/exercises/squat/", "raw/example.com/exercises/squat/+index.html"),
        ("https://example.com/", "raw/example.com/+index.html"),
        ("http://example.com/a.htm", "raw/example.com/+80/a.htm"),
        ("http://127.0.0.1:8000/a.php", "raw/127.0.0.1/+8000/a.php+.html"),
    ],
)
def test_a_plain_address_can_be_read_off_its_file(url: str, path: str) -> None:
    assert name(url) == path


AWKWARD = [
    "/a", "/A", "/a/", "/a.html", "/A.html", "/a.html/", "/a.html/b", "/a?b", "/a?B", "/a%3Fb", "/a+", "/a%2B",
    "/a.", "/a%20", "/.a", "/..%2fa", "/%2e%2e%2fa", "/con", "/con.html", "/nul/a", "/aux.txt", "/a//b", "/a/b",
    "/a%5Cb", "/a:b", "/a*", "/a%00", "/" + "a" * 300, "/" + "a" * 299 + "b", "/a/" * 100, "/a.meta.json", "/.part",
    "/a.html.meta.json", "/%C3%BC", "/u%CC%88", "/index", "/index.html", "/+index", "/a~1", "/com1.x/y", "/a.txt", "/?",
    "/?a", "/a.html?", "/-", "/_", "/%F0%9F%92%AA",
]  # fmt: skip


def test_no_two_addresses_share_a_file() -> None:
    origins = [
        "https://example.com",
        "http://example.com",
        "http://example.com:8080",
        "https://example.com:8080",
    ]
    urls = {parse(origin + path).url for origin in origins for path in AWKWARD}
    names = {name(url).casefold() for url in urls}
    assert len(names) == len(urls)
    folders = {str(parent) for path in names for parent in PurePosixPath(path).parents}
    assert not folders & names


def is_safe(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return (
        parts[0] == "raw"
        and ".." not in parts
        and len(path) <= 200
        and path == path.lower()
        and not any(part.endswith((".", " ")) or part.startswith(".") or set(part) & set('<>:"\\|?*') for part in parts)
        and not any(PureWindowsPath(part).is_reserved() for part in parts)
    )


@pytest.mark.parametrize("path", AWKWARD)
def test_every_name_is_safe_on_every_system(path: str) -> None:
    assert is_safe(name(f"http://example.com{path}"))
    assert is_safe(name(f"http://example.com{path}", "text/plain"))


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_path_leads_outside(path: str, query: str) -> None:
    try:
        address = parse(f"https://example.com/{path}?{query}")
    except BadAddress:
        return
    assert is_safe(str(path_of(address, "text/html")))
    assert parse(address.url) == address


def test_hosts_get_folders_that_every_system_can_have() -> None:
    assert is_safe(name("http://nul.example/a"))
    assert is_safe(name("http://[2606:4700::1111]/a"))
    assert is_safe(name("http://" + ".".join(["a" * 60] * 4) + "/a"))


def test_the_bytes_are_kept_as_received_and_what_is_known_beside_them(fetching: Fetching, site: Site) -> None:
    body = "<p>S\u00e9ance \u2014".encode("cp1252", "replace") + b"\r\n\x00\xff"[:2]
    headers = {"Content-Type": "text/html; charset=Windows-1252", "ETag": '"v1"', "X-Noise": "1"}
    site.pages["/squat.html"] = Reply(body, headers=headers)
    (page,) = fetching(site.url("/squat.html")).results
    assert (fetching.root / page.file).read_bytes() == body
    meta = json.loads((fetching.root / f"{page.file}.meta.json").read_text())
    retrieved = meta.pop("retrieved")
    assert retrieved.endswith("Z")
    assert set(meta.pop("headers")) == {"content-type", "content-length", "date", "etag", "server"}
    assert meta == {
        "url": site.url("/squat.html"),
        "requested": site.url("/squat.html"),
        "redirects": [],
        "status": 200,
        "sha256": hashlib.sha256(body).hexdigest(),
        "media_type": "text/html",
        "charset": "cp1252",
        "size": len(body),
    }


@pytest.mark.parametrize("charset", ["klingon-9", "rot13", "hex", "\x1b[31m", "utf-8; x=1", ""])
def test_a_bad_charset_does_not_lose_the_page(fetching: Fetching, site: Site, charset: str) -> None:
    site.pages["/a"] = Reply(headers={"Content-Type": f"text/html; charset={charset}"})
    (page,) = fetching(site.url("/a")).results
    assert page.outcome is Outcome.SAVED
    assert json.loads((fetching.root / f"{page.file}.meta.json").read_text())["charset"] in (None, "utf-8")


@pytest.mark.parametrize("filename", ["out.warc", "out.warc.gz"])
def test_a_warc_holds_every_exchange(fetching: Fetching, site: Site, filename: str) -> None:
    import gzip

    site.pages["/a"] = Reply(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"})
    site.pages["/b"] = Reply(b"", 302, {"Location": "/a"})
    site.pages["/c"] = Reply(b"3\r\n<p>\r\n0\r\n\r\n", headers={"Transfer-Encoding": "chunked"})
    path = fetching.root / filename
    fetching(site.url("/b"), site.url("/c"), warc=path)
    length = path.stat().st_size
    with path.open("ab") as out:
        out.write(b"WARC/1.1\r\nWARC-Type: resp")  # as a kill leaves it
    fetching(site.url("/c"), warc=path, force=True)
    assert path.stat().st_size > length
    with path.open("rb") as file:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    responses = [(url, body) for kind, url, body in records if kind == "response"]
    assert [url for url, _ in responses] == [
        site.url(path) for path in ("/robots.txt", "/b", "/a", "/c", "/robots.txt", "/c")
    ]
    assert dict(responses)[site.url("/a")] == PAGE
    assert dict(responses)[site.url("/c")] == b"<p>"
    assert [kind for kind, *_ in records].count("request") == 6
    assert records[0][0] == "warcinfo"
