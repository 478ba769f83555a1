from __future__ import annotations

import random
import shutil
import signal
import threading
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from pipeline.errors import Locked, NoSuchThing
from pipeline.sources.fetch import Outcome, PageReport
from pipeline.sources.fetch.keeping import Keeper
from tests.fetch.conftest import Fetching
from tests.fetch.hostile import LIMITS, broken_rules, world
from tests.fetch.killing import fill, kill_until_done, slow, start, state, wait_for_request
from tests.fetch.site import PAGE, Reply, Site, sites


def test_every_page_of_a_hostile_world_is_accounted_for(fetching: Fetching) -> None:
    with world(70, seed=3, hosts=14) as found:
        limits = replace(LIMITS, read_seconds=0.7, total_seconds=0.9)
        report = fetching(*found.urls, delay=0.02, limits=limits, real_clock=True)
        assert broken_rules(found, report, 0.02) == []


def test_killed_at_any_moment_nothing_is_lost_and_the_end_is_the_same(tmp_path: Path) -> None:
    with sites(2) as made:
        urls = fill(made, 40)
        listed = tmp_path / "list.txt"
        listed.write_text("\n".join(urls))
        quiet = start(tmp_path / "quiet", listed)
        _, errors = quiet.communicate(timeout=60)
        assert quiet.returncode == 0, errors
        seen = kill_until_done(tmp_path / "killed", listed, made, kills=5, chance=random.Random(3))
        assert seen.faults == []
        assert state(tmp_path / "killed") == state(tmp_path / "quiet")
        # At most the page in flight of each host, with its redirect, and its robots.txt.
        assert seen.repeated <= seen.kills * len(made) * 2


def test_ctrl_c_finishes_the_page_in_hand_and_says_how_to_go_on(tmp_path: Path, site: Site) -> None:
    site.pages["/slow"] = slow(1.0)
    site.default = Reply()
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(site.url(path) for path in ("/a", "/slow", "/b", "/c")))
    running = start(tmp_path, listed)
    wait_for_request(site, "/slow")
    running.send_signal(signal.SIGINT)
    out, errors = running.communicate(timeout=20)
    assert running.returncode == 1
    assert "slow+.html" in out
    assert "same command again to go on" in errors
    assert "Traceback" not in errors
    assert site.paths() == ["/robots.txt", "/a", "/slow"]
    again = start(tmp_path, listed)
    again.communicate(timeout=20)
    assert again.returncode == 0
    assert site.paths() == ["/robots.txt", "/a", "/slow", "/b", "/c"]


def test_an_interrupted_run_is_gone_on_with_without_addresses(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    stop = threading.Event()
    urls = [site.url(f"/{n}") for n in range(6)]

    def stop_after_two(event: object) -> None:
        if isinstance(event, PageReport) and event.url == urls[1]:
            stop.set()

    from pipeline.sources.fetch import Seams, fetch

    report = fetch(urls, fetching.options(), stop_after_two, stop=stop, seams=Seams(clock=fetching.clock))
    assert report.interrupted
    assert report.counts[Outcome.WAITING] == 4
    assert report.exit_code == 1
    rest = fetching()
    assert [page.outcome for page in rest.results] == [Outcome.SAVED] * 6
    assert len(site.log) == 7
    with pytest.raises(NoSuchThing):
        fetching()


def test_a_finished_run_begins_anew(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    fetching(site.url("/a"))
    fetching(site.url("/a"))
    assert len(site.asked("/a")) == 2


def test_without_its_index_a_run_keeps_what_is_saved(fetching: Fetching, site: Site) -> None:
    site.default = Reply(headers={"Cache-Control": "max-age=1000"})
    fetching(*(site.url(f"/{n}") for n in range(3)))
    before = state(fetching.root)
    shutil.rmtree(fetching.root / "index")
    report = fetching(*(site.url(f"/{n}") for n in range(4)))
    assert report.counts[Outcome.UNCHANGED] == 3
    assert before.items() <= state(fetching.root).items()
    assert [len(site.asked(f"/{n}")) for n in range(4)] == [1, 1, 1, 1]


def test_a_kill_between_the_page_and_its_meta_json_is_mended_without_a_request(
    fetching: Fetching, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """Stands in for the kill: what would have come after it does not."""

    def write(self: Keeper, path: PurePosixPath, content: bytes) -> None:
        if path.name.endswith(".meta.json"):
            raise Killed
        whole(self, path, content)

    whole = Keeper._write
    site.pages["/a"] = Reply()
    monkeypatch.setattr(Keeper, "_write", write)
    with pytest.raises(Killed):
        fetching(site.url("/a"))
    monkeypatch.undo()
    site.pages["/a"] = Reply(b"<p>meanwhile another")
    (page,) = fetching(site.url("/a")).results
    assert page.outcome is Outcome.SAVED
    assert fetching.saved() == {page.file: PAGE}
    assert (fetching.root / f"{page.file}.meta.json").exists()
    assert len(site.asked("/a")) == 1


def test_two_runs_do_not_work_on_one_root(fetching: Fetching, site: Site) -> None:
    locked: list[bool] = []

    def meanwhile(_: object) -> Reply:
        with pytest.raises(Locked):
            fetching(site.url("/b"))
        locked.append(True)
        return Reply()

    site.pages["/a"] = meanwhile
    fetching(site.url("/a"))
    assert locked == [True]


def test_a_disk_that_refuses_ends_the_run_with_one_error(fetching: Fetching, site: Site) -> None:
    from pipeline.errors import CannotWrite

    site.default = Reply()
    (fetching.root / "raw").write_text("in the way")
    with pytest.raises(CannotWrite):
        fetching(site.url("/a"), site.url("/b"))
