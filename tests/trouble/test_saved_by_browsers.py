"""Pages as browsers and their helpers save them: MHTML of many kinds, frames, notes of SingleFile about itself."""

from __future__ import annotations

import quopri
import time

import pytest

from pipeline.sources import sniff
from pipeline.sources.provenance import saved_from
from pipeline.sources.times import iso_time
from tests.trouble.pages import LEG_CURL, html_page
from tests.trouble.world import LEG_CURL_ID, World, codes

URL = "https://gym.example.com/leg-curl"
PAGE = html_page(LEG_CURL.but(description=f"{LEG_CURL.description[:-1]} – à la façade."), charset=None)


def _part(page: str, *headers: str, charset: str = "utf-8") -> str:
    body = quopri.encodestring(page.encode(charset, "xmlcharrefreplace")).decode("ascii")
    head = (f'Content-Type: text/html; charset="{charset}"', "Content-Transfer-Encoding: quoted-printable", *headers)
    return "\n".join(head) + f"\n\n{body}\n"


def _mhtml(
    *parts: str, kind: str = "related", date: str = "Mon, 3 Feb 2025 10:00:00 +0100", more: tuple[str, ...] = ()
) -> bytes:
    head = ("From: <Saved by Blink>", "Subject: Curl", f"Date: {date}", "MIME-Version: 1.0")
    kind, _, parameters = kind.partition(";")
    whole = "\n".join(
        (*head, *more, f'Content-Type: multipart/{kind}; boundary="--=_b"{parameters and ";"}{parameters}')
    )
    body = "".join(f"\n----=_b\n{part}" for part in parts)
    return f"{whole}\n\n{body}\n----=_b--\n".replace("\n", "\r\n").encode()


def _single(charset: str) -> bytes:
    head = 'From: "Saved by Internet Explorer 11"\nDate: Mon, 3 Feb 2025 10:00:00 +0100\nMIME-Version: 1.0\n'
    return (head + _part(PAGE, f"Content-Location: {URL}", charset=charset)).replace("\n", "\r\n").encode()


MHTML = {
    "one part": _single("windows-1252"),
    "alternative": _mhtml(_part(PAGE, f"Content-Location: {URL}"), kind="alternative"),
    "mixed": _mhtml("Content-Type: text/plain\n\nLook.\n", _part(PAGE, f"Content-Location: {URL}"), kind="mixed"),
    "mark": b"\xef\xbb\xbf" + _mhtml(_part(PAGE, f"Content-Location: {URL}")),
    "empty lines": b"\r\n\n" + _mhtml(_part(PAGE, f"Content-Location: {URL}")),
    "mark and one part": b"\xef\xbb\xbf\r\n" + _single("utf-8"),
}


@pytest.mark.parametrize("content", MHTML.values(), ids=MHTML)
@pytest.mark.parametrize("name", ["page.mht", "page.html", "page"])
def test_mhtml_of_any_kind_is_decoded(world: World, name: str, content: bytes) -> None:
    world.page(name, content)
    report = world.ingest()
    assert report["new"] == 1, report
    record = world.record()
    assert record["description"].endswith("as the load – à la façade.")
    assert record["exercise_type"] == "strength"
    assert record["source"]["url"] == URL
    assert record["source"]["retrieved"] == "2025-02-03T10:00:00+01:00"


def test_a_mail_without_a_page_in_it_stays_a_text() -> None:
    head = b"Subject: Curl\nMIME-Version: 1.0\nContent-Type: "
    assert sniff.media_type(head + b"text/plain\n\nPush Up\n\nStand tall.") == sniff.TEXT
    parts = b'multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nPush Up\n\n--b--\n'
    assert sniff.media_type(head + parts) == sniff.TEXT
    assert not sniff.begins_as_page(head + parts)


LONG = html_page(LEG_CURL.but(name="Wrong Curl")).replace("</main>", "<p>Breathe out as you curl.</p>" * 50 + "</main>")
RELATED = {
    "the first": _mhtml(_part(PAGE, f"Content-Location: {URL}"), _part(LONG)),
    "what start names": _mhtml(
        _part(LONG), _part(PAGE, "Content-ID: <root@x>", f"Content-Location: {URL}"), kind='related; start="<root@x>"'
    ),
    "what the snapshot is of": _mhtml(
        _part(LONG), _part(PAGE, f"Content-Location: {URL}"), more=(f"Snapshot-Content-Location: {URL}",)
    ),
    "the first, as start names nothing": _mhtml(
        _part(PAGE, f"Content-Location: {URL}"), _part(LONG), kind='related; start="<gone@x>"'
    ),
    "the first that is a page": _mhtml(
        "Content-Type: text/css\n\np { color: red }\n", _part(PAGE, f"Content-Location: {URL}"), _part(LONG)
    ),
}


@pytest.mark.parametrize("content", RELATED.values(), ids=RELATED)
def test_a_longer_part_is_not_taken_for_the_page(world: World, content: bytes) -> None:
    world.page("page.mht", content)
    world.ingest()
    assert world.ids() == [LEG_CURL_ID]
    assert world.record()["source"]["url"] == URL


FRAMESET = (
    '<html><head><title>Curls</title></head><frameset cols="20%,80%"><frame src="{0}"><frame name=main src=\'{1}\'>{2}'
    "</frameset></html>"
)
MENU = "<html><body>" + '<a href="/somewhere/far/away/on/this/site/of/exercises">Menu</a> ' * 90 + "</body></html>"


@pytest.mark.parametrize("main", ["main.html", "https://gym.example.com/main.html", "cid:main@x"])
def test_a_page_of_frames_in_mhtml_is_read_from_the_frame_with_the_text(world: World, main: str) -> None:
    frames = FRAMESET.format("menu.html", main, "<noframes><body>No frames, no page.</body></noframes>")
    parts = (
        _part(frames, f"Content-Location: {URL}"),
        _part(PAGE, "Content-ID: <main@x>", "Content-Location: main.html"),
        _part(MENU, "Content-Location: menu.html"),
    )
    world.page("page.mht", _mhtml(*parts))
    world.ingest()
    assert world.record()["source"]["url"] == "https://gym.example.com/main.html"


FRAMES = {
    "beside": (
        FRAMESET.format("./a%20b_files/menu.html", "./a%20b_files/main.html", ""),
        "a b_files/menu.html or a b_files/main.html",
    ),
    "with a word for others": (
        FRAMESET.format("x_files/menu.html", "x_files/main.html", "<noframes><body>Get a browser.</body></noframes>"),
        "x_files/main.html",
    ),
    "elsewhere": (
        FRAMESET.format("https://x.example.com/menu", "https://x.example.com/main?a=1&amp;b=2", ""),
        "main?a=1&b=2: save",
    ),
    "lost": (FRAMESET.format("cid:a@x", "cid:b@x", ""), "frames were not saved"),
}


@pytest.mark.parametrize(("page", "said"), FRAMES.values(), ids=FRAMES)
def test_a_page_of_frames_says_where_its_text_is(world: World, page: str, said: str) -> None:
    world.page("page.html", page)
    done = world.run("ingest")
    assert done.code == 1
    (line,) = done.lines
    assert "the page is a frameset" in line
    assert said in line
    assert "[no-text]" in line


def test_a_frame_that_is_named_is_read_and_stays_known(world: World) -> None:
    world.page("page.html", FRAMESET.format("page_files/menu.html", "page_files/main.html", ""))
    frame = world.page("page_files/main.html", html_page())
    assert world.run("ingest", frame).code == 0
    world.ingest()
    assert world.ids() == [LEG_CURL_ID]


def test_a_page_that_only_writes_about_frames_is_no_page_of_frames(world: World) -> None:
    script = "<script>if (old) document.write('<frameset><frame src=\"x.html\"></frameset>')</script><body>"
    world.page("page.html", html_page().replace("<body>", script))
    world.page("none.html", f"<html><head>{script}</body></html>")
    report = world.ingest()
    assert world.ids() == [LEG_CURL_ID]
    assert codes(report, "raw/none.html") == ["no-text"]
    assert "frameset" not in str(report)


SAVED = "Sat Jan 11 2025 10:00:00 GMT+0100 (Central European Standard Time)"
NOTES = {
    "of today": (f"Page saved with SingleFile \n url: {URL} \n saved date: {SAVED}\n", "2025-01-11T10:00:00+01:00"),
    "with a remark": (
        f"Page saved with SingleFile \n url: {URL} \n saved date: {SAVED} \n info: my note\n",
        "2025-01-11T10:00:00+01:00",
    ),
    "with other line ends": (
        f"Page saved with SingleFile\r\n url: {URL}\r\n saved date: {SAVED}\r\n info: mine\r\n",
        "2025-01-11T10:00:00+01:00",
    ),
    "without a time": (f"Page saved with SingleFile \n url: {URL} \n", None),
    "with a remark alone": (f"Page saved with SingleFile \n url: {URL} \n info: saved date: never\n", None),
    "of old": (f"Archive processed by SingleFile \n url: {URL} \n saved date: {SAVED}\n", "2025-01-11T10:00:00+01:00"),
    "in one line": (f"Page saved with SingleFile url: {URL} saved date: {SAVED} ", "2025-01-11T10:00:00+01:00"),
    "with no time at all": (f"Page saved with SingleFile\n url: {URL}\n saved date: long ago\n", None),
}


@pytest.mark.parametrize(("note", "when"), NOTES.values(), ids=NOTES)
def test_what_single_file_notes_of_a_page_is_kept(note: str, when: str | None) -> None:
    page = html_page().replace('<html lang="en">', f'<html lang="en"><!--\n {note}-->')
    assert saved_from(page.encode()) == (URL, when)


def test_a_note_of_blanks_does_not_stop_the_run() -> None:
    begun = time.perf_counter()
    assert saved_from(b"<!-- Page saved with SingleFile url: x saved date: " + b" " * 9000) == (None, None)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("said", "when"),
    [
        (SAVED, "2025-01-11T10:00:00+01:00"),
        ("Sat Jan 11 2025 10:00:00 GMT-0330 (Newfoundland Standard Time)", "2025-01-11T10:00:00-03:30"),
        ("2025-01-11T10:00:00.000Z", "2025-01-11T10:00:00+00:00"),
        ("Mon, 3 Feb 2025 10:00:00 -0000", "2025-02-03T10:00:00+00:00"),
        ("Mon, 3 Feb 2025 10:00:00 GMT", "2025-02-03T10:00:00+00:00"),
        ("Mon, 3 Feb 2025 10:00:00 PST", "2025-02-03T10:00:00-08:00"),
        ("Mon, 3 Feb 2025 10:00:00 +0530", "2025-02-03T10:00:00+05:30"),
        ("Mon, 3 Feb 2025 10:00:00", "2025-02-03T10:00:00+00:00"),
        ("Sun, 30 Feb 2025 10:00:00 +0000", None),
        ("Mon, 3 Feb 2025 10:00:00 +9999", None),
        ("2025", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_every_time_has_its_offset(world: World, said: str, when: str | None) -> None:
    assert iso_time(said) == when
    world.page("page.mht", _mhtml(_part(PAGE), date=said))
    world.ingest()
    assert world.record()["source"].get("retrieved") == when
