from __future__ import annotations

import pytest

from pipeline.sources.fetch import Outcome
from tests.fetch.conftest import Fetching
from tests.fetch.site import PAGE, Reply, Site

ADVICE = "save this page in your browser and run ingest"
LOGIN = b"<title>Log in - Site</title><form><input name=user><input type='password'></form>"
LONG = b"<p>" + b"Keep the back straight and the feet flat. " * 60


def only(report):
    (page,) = report.results
    return page


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("text/html", PAGE),
        ("application/xhtml+xml", PAGE),
        ("text/plain; charset=utf-8", b"Squat\n\nStand up."),
        ("", PAGE),
        ("text/html; charset=utf-16", "<p>x".encode("utf-16-le")),
    ],
)
def test_html_and_text_are_kept(fetching: Fetching, site: Site, media_type: str, body: bytes) -> None:
    site.pages["/a"] = Reply(body, headers={"Content-Type": media_type})
    assert only(fetching(site.url("/a"))).outcome is Outcome.SAVED


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "application/json", "text/css", "video/mp4"])
def test_other_types_are_refused_unread(fetching: Fetching, site: Site, media_type: str) -> None:
    site.pages["/a"] = Reply(headers={"Content-Type": media_type})
    assert only(fetching(site.url("/a"))).code == "content"
    assert fetching.saved() == {}


@pytest.mark.parametrize("body", [b"%PDF-1.7 x", b"PK\x03\x04zip", b"<p>\0\0\0", b"\x89PNG\r\n", b"", b"  \r\n "])
def test_binary_or_no_content_is_refused_whatever_its_type_says(fetching: Fetching, site: Site, body: bytes) -> None:
    site.pages["/a"] = Reply(body)
    assert only(fetching(site.url("/a"))).code == "content"


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(status=403), "refused"),
        (Reply(status=451), "refused"),
        (Reply(status=401), "login"),
        (Reply(LOGIN), "login"),
        (
            Reply(b"<title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x></script>"),
            "captcha",
        ),
        (Reply(b"<p>Please <div class='g-recaptcha'></div>"), "captcha"),
        (Reply(status=403, headers={"cf-mitigated": "challenge"}), "captcha"),
        (Reply(b"", 302, {"Location": "/account/login?next=/a"}), "login"),
    ],
)
def test_a_door_for_people_ends_with_advice(fetching: Fetching, site: Site, reply: Reply, code: str) -> None:
    site.pages["/a"] = reply
    page = only(fetching(site.url("/a")))
    assert (page.outcome, page.code) == (Outcome.FAILED, code)
    assert ADVICE in page.reason
    assert len(site.log) == 2
    assert fetching.saved() == {}


def test_429_twice_is_a_refusal(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply(status=429)
    page = only(fetching(site.url("/a")))
    assert (page.code, len(site.asked("/a"))) == ("refused", 2)
    assert ADVICE in page.reason


@pytest.mark.parametrize(
    "body",
    [
        LONG + b"<form class=corner><input type=password></form>",
        b"<title>Squat</title><p>short" + b"<input type=password>",
        LONG + b"<form><div class=g-recaptcha></div></form>",
        b"<title>Security check of your squat depth</title>" + LONG,
        b"<script>" + b"if (a < b) {}" * 500 + b"</script><title>Login to your strength</title>" + LONG,
    ],
)
def test_a_page_with_a_login_box_or_a_captcha_on_its_form_is_still_a_page(
    fetching: Fetching, site: Site, body: bytes
) -> None:
    site.pages["/a"] = Reply(body)
    assert only(fetching(site.url("/a"))).outcome is Outcome.SAVED


def test_hostile_markup_is_looked_at_in_bounded_time(fetching: Fetching, site: Site) -> None:
    for number, piece in enumerate((b"<", b"<script", b"type=", b"<title", b"type         ")):
        site.pages[f"/{number}"] = Reply(b"<p>" + piece * (1_000_000 // len(piece)))
    report = fetching(*(site.url(f"/{number}") for number in range(5)))
    assert report.seconds < 30
    assert len(report.results) == 5


def test_refusals_five_in_a_row_stop_the_host(fetching: Fetching, site: Site) -> None:
    site.default = Reply(status=403)
    fetching(*(site.url(f"/{n}") for n in range(8)))
    assert len(site.log) == 6


def test_the_request_says_who_asks(fetching: Fetching, site: Site) -> None:
    from pipeline import __version__

    site.default = Reply(headers={"Set-Cookie": "a=b"})
    fetching(site.url("/a"), site.url("/b"))
    for seen in site.log:
        assert seen.headers["user-agent"] == f"exercise-pipeline/{__version__} (+me@example.com)"
        assert not {"cookie", "authorization", "referer"} & seen.headers.keys()
