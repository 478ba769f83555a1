from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.fetch import command, shown
from pipeline.errors import BadSettings, NoSuchThing, WrongUse
from pipeline.settings import Settings
from tests.fetch.main import Collection
from tests.fetch.site import Reply, Site


class Command:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings: dict[str, object] = {"contact": "me@example.com", "delay": 0}

    def __call__(self, *arguments: str, **more: object) -> Result:
        collection = Collection(self.root, Settings(fetch=self.settings))
        return CliRunner().invoke(command, arguments, obj=collection, **more)  # type: ignore[arg-type]


@pytest.fixture
def fetch(tmp_path: Path) -> Command:
    return Command(tmp_path)


def test_without_a_contact_nothing_is_asked(fetch: Command, site: Site) -> None:
    fetch.settings = {}
    result = fetch(site.url("/a"), "--allow-private")
    assert isinstance(result.exception, WrongUse)
    assert "--contact" in str(result.exception)
    assert result.exception.exit_code == 2
    assert site.log == []


def test_a_saved_page_is_a_line_on_standard_output(fetch: Command, site: Site) -> None:
    site.default = Reply()
    result = fetch(site.url("/a"), "--allow-private")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == [
        "saved",
        f"raw/127.0.0.1/+{site.port}/a+.html",
        site.url("/a"),
    ]
    assert result.stdout.splitlines()[1].startswith("saved 1, unchanged 0, refused by robots 0, failed 0")
    assert "; 1 address in" in result.stdout
    assert "1 done, 0 waiting" in result.stderr


def test_a_page_that_failed_is_one_line_with_the_reason_and_exit_code_1(fetch: Command, site: Site) -> None:
    site.robots("User-agent: *\nDisallow: /no")
    result = fetch(site.url("/a"), site.url("/no"), "--allow-private")
    assert result.exit_code == 1
    assert f"{site.url('/a')}: failed: the server answers 404" in result.stderr
    assert f"{site.url('/no')}: refused by robots: robots.txt does not allow it" in result.stderr
    assert "refused by robots 1, failed 1" in result.stdout


def test_a_host_nobody_knows_is_told_with_what_to_check(fetch: Command) -> None:
    result = fetch("http://squats.invalid/a")
    assert result.exit_code == 1
    assert "no address is known for squats.invalid: check how it is spelled, and whether this machine is online" in (
        result.stderr
    )


def test_json_is_one_report_whose_counts_add_up(fetch: Command, site: Site) -> None:
    site.pages["/a"] = Reply()
    result = fetch(site.url("/a"), site.url("/b"), "http://10.0.0.1:1/", "--json")
    report = json.loads(result.stdout)
    assert report["pages"] == 3
    assert (
        sum(report[name] for name in ("saved", "unchanged", "refused_by_robots", "failed", "deferred", "waiting")) == 3
    )
    assert {entry["code"] for entry in report["results"]} == {"private-address"}


def test_a_list_is_read_from_a_file_or_standard_input(fetch: Command, site: Site, tmp_path: Path) -> None:
    site.default = Reply()
    listed = tmp_path / "list.txt"
    listed.write_text(f"\ufeff# moves\n{site.url('/a')}\n\n  {site.url('/b')}  \nnot an address\n", "utf-8")
    result = fetch("--list", str(listed), "--allow-private")
    assert result.exit_code == 1
    assert site.paths() == ["/robots.txt", "/a", "/b"]
    assert "not an address: failed" in result.stderr
    assert fetch("--list", "-", "--allow-private", input=site.url("/c")).exit_code == 0


def test_a_sitemap_can_be_given_on_the_command_line(fetch: Command, site: Site) -> None:
    site.default = Reply()
    site.pages["/s.xml"] = Reply(
        f"<urlset><url><loc>{site.url('/x/a')}</loc></url><url><loc>{site.url('/b')}</loc></url></urlset>".encode()
    )
    result = fetch("--sitemap", site.url("/s.xml"), "--match", "/x/*", "--allow-private")
    assert result.exit_code == 0
    assert site.paths() == ["/robots.txt", "/s.xml", "/x/a"]


def test_a_dry_run_asks_nothing_and_writes_nothing(fetch: Command, site: Site) -> None:
    result = fetch(site.url("/a"), site.url("/b"), "--dry-run", "--allow-private", "--delay", "2")
    assert result.exit_code == 0
    assert [line.split()[:3] for line in result.stdout.splitlines()] == [
        ["+0.0", "s", site.url("/robots.txt")],
        ["+2.0", "s", site.url("/a")],
        ["+4.0", "s", site.url("/b")],
    ]
    assert site.log == []
    assert list(fetch.root.iterdir()) == []


def test_a_dry_run_knows_what_earlier_runs_learned(fetch: Command, site: Site) -> None:
    site.robots("User-agent: *\nDisallow: /no")
    site.pages["/a"] = Reply(headers={"Cache-Control": "max-age=1000"})
    fetch(site.url("/a"), "--allow-private")
    steps = json.loads(fetch(*(site.url(path) for path in ("/a", "/no", "/b")), "--dry-run", "--json").stdout)["steps"]
    assert [(step["url"], step["at"] is None) for step in steps] == [
        (site.url("/b"), False),
        (site.url("/a"), True),
        (site.url("/no"), True),
    ]


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["example.com/squat"], WrongUse),
        (["file:///etc/passwd"], WrongUse),
        (["--sitemap", "example.com"], WrongUse),
        (["https://example.com/", "--delay", "-1"], WrongUse),
        (["https://example.com/", "--delay", "nan"], WrongUse),
        (["https://example.com/", "--delay", "61"], WrongUse),
        (["https://example.com/", "--ignore-robots"], WrongUse),
        (["https://example.com/", "--match", "*"], WrongUse),
        (["https://example.com/", "--contact", "a\nX-Evil: 1"], WrongUse),
        (["--list", "no-such-file"], NoSuchThing),
        ([], NoSuchThing),
    ],
)
def test_wrong_use_is_told_and_nothing_is_asked(fetch: Command, arguments: list[str], kind: type[Exception]) -> None:
    result = fetch(*arguments)
    assert isinstance(result.exception, kind)
    assert result.exception.exit_code == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "table",
    [
        {"dely": 1},
        {"delay": "1"},
        {"delay": True},
        {"delay": 99},
        {"contact": 1},
        {"own_hosts": "x"},
        {"hosts_at_once": 0.5},
    ],
)
def test_a_setting_that_cannot_be_is_refused(fetch: Command, table: dict[str, object]) -> None:
    fetch.settings |= table
    assert isinstance(fetch("https://example.com/").exception, BadSettings)


def test_the_settings_of_the_table_are_used(fetch: Command, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nDisallow: /")
    fetch.settings |= {"own_hosts": ["127.0.0.1"], "decoded_bytes": 10, "wire_bytes": 10}
    result = fetch(site.url("/a"), "--ignore-robots", "--allow-private")
    assert (
        "too"
        in json.loads(fetch(site.url("/a"), "--ignore-robots", "--allow-private", "--json").stdout)["results"][0][
            "code"
        ]
    )
    assert result.exit_code == 1
    assert set(site.paths()) == {"/a"}


def test_nothing_a_server_sends_reaches_the_terminal_raw(fetch: Command, site: Site) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202e\u2028"
    site.default = Reply(headers={"Content-Type": f"text/{evil}".encode().decode("latin-1")})
    site.pages["/r"] = Reply(b"", 302, {"Location": f"/{evil}".encode().decode("latin-1")})
    site.pages["/s"] = Reply(b"", 302, {"Location": f"x:{evil}".encode().decode("latin-1")})
    for more in ([], ["--json"]):
        result = fetch(*(site.url(path) for path in ("/a", "/r", "/s")), "--allow-private", *more)
        assert not set("\x1b\x07\x9b\u202e\u2028") & set(result.output)


def test_control_characters_are_spelled_out() -> None:
    assert shown("a\x1b[31m\u202eb\u00fc\n") == r"a\x1b[31m\u202eb" + "\u00fc" + r"\n"
