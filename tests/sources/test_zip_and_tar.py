"""Pages in zip and tar files: each is read or named, whatever became of the others."""

from __future__ import annotations

import gzip
import hashlib
import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import UnreadablePage
from pipeline.sources import unpacking
from tests.sources.making import MOST, page, read, shown, tarred, zipped

PAGES = [("a.html", page("Squat")), ("b.html", page("Lunge")), ("c.html", page("Plank"))]
METHODS = {"stored": 0, "deflate": 8, "bzip2": 12, "lzma": 14}


def _start_of(packed: bytes, number: int) -> int:
    """Where the packed bytes of a member begin."""
    info = zipfile.ZipFile(io.BytesIO(packed)).infolist()[number]
    return info.header_offset + 30 + len(info.filename)


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_every_way_of_packing_is_undone(tmp_path: Path, method: int) -> None:
    found = shown(read(tmp_path, "x.zip", zipped(PAGES, method)))
    assert found == {"a.html": "Squat", "b.html": "Lunge", "c.html": "Plank"}


@pytest.mark.parametrize("skipped", [0, 9, 20])
@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_damaged_member_of_a_zip_file_costs_itself_alone(tmp_path: Path, method: int, skipped: int) -> None:
    packed = zipped(PAGES, method)
    start = _start_of(packed, 1) + skipped
    found = read(tmp_path, "x.zip", packed[:start] + b"\xff" * 40 + packed[start + 40 :])
    assert shown(found) == {"a.html": "Squat", "b.html": "damaged-archive", "c.html": "Plank"}
    assert "this member of the archive is damaged" in str(found["x.zip#b.html"])


def test_a_member_with_a_password_is_not_called_damaged(tmp_path: Path) -> None:
    packed = bytearray(zipped(PAGES[:2]))
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        packed[packed.find(mark) + flags] |= 1
    found = read(tmp_path, "x.zip", bytes(packed))
    assert shown(found) == {"a.html": "encrypted-archive", "b.html": "Lunge"}
    assert "password" in str(found["x.zip#a.html"])


def test_a_member_packed_in_a_way_that_nobody_undoes_is_not_called_damaged(tmp_path: Path) -> None:
    packed = bytearray(zipped(PAGES[:2]))
    for mark, method in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        packed[packed.find(mark) + method] = 9
    found = read(tmp_path, "x.zip", bytes(packed))
    assert shown(found) == {"a.html": "damaged-archive", "b.html": "Lunge"}
    assert "cannot be unpacked" in str(found["x.zip#a.html"])


def test_members_that_share_their_packed_bytes_are_counted_each(tmp_path: Path) -> None:
    packed = zipped([("p.html", b" " * 900_000 + hashlib.shake_256().digest(500_000))], zipfile.ZIP_BZIP2)
    start = packed.index(b"PK\1\2")
    end = packed.index(b"PK\5\6")
    entry = bytearray(packed[start:end])
    entry[24:28] = (1000).to_bytes(4, "little")  # what it says it unpacks to
    count = 200
    sizes = count.to_bytes(2, "little") * 2 + (count * len(entry)).to_bytes(4, "little")
    packed = packed[:start] + bytes(entry) * count + packed[end : end + 8] + sizes + packed[end + 16 :]
    found = read(tmp_path, "x.zip", packed)
    assert len(found) < 60 and "in all" in str(found["x.zip"])


def test_a_zip_file_without_members_is_an_archive(tmp_path: Path) -> None:
    found = read(tmp_path, "x.zip", zipped([]))
    assert shown(found) == {"": "no-text"} and "the archive holds no page" in str(found["x.zip"])


def test_entries_of_one_name_are_told_apart(tmp_path: Path) -> None:
    names = ("a.html", "a.html", "a.html", "a.html (2)", "b.html")
    members = [(name, page(f"Squat {n}")) for n, name in enumerate(names)]
    members[3] = ("a.html (2)", page("Squat 3"))
    for name, packed in (("x.zip", zipped(members)), ("x.tar", tarred(members))):
        assert shown(read(tmp_path, name, packed)) == {
            "a.html": "Squat 0",
            "a.html (2)": "Squat 3",
            "a.html (3)": "Squat 1",
            "a.html (4)": "Squat 2",
            "b.html": "Squat 4",
        }


def test_what_begins_as_a_page_is_read_as_in_folders(tmp_path: Path) -> None:
    names = ("a.php", "lunge", "d/plank", "x.css", ".hidden", ".git/page", "p_files/frame", "./e.aspx", "../f")
    names += ("d/g.html", "d/g-Dateien/frame", "of-Dateien/h")  # beside a page, and not
    members = [(name, page(name)) for name in names] + [("notes", b"Buy milk."), ("data.bin", b"\0\1\2" * 99)]
    for name, packed in (("x.zip", zipped(members)), ("x.tar", tarred(members))):
        assert sorted(shown(read(tmp_path, name, packed))) == [
            *("../f", "./e.aspx", "a.php", "d/g.html", "d/plank", "lunge", "of-Dateien/h")
        ]


def test_a_damaged_tar_file_says_that_its_rest_is_not_read(tmp_path: Path) -> None:
    packed = tarred(PAGES)
    second = packed.index(b"b.html")
    for content in (packed[: second + 148] + b"x" * 8 + packed[second + 156 :], packed[: second + 200]):
        for name, kept in (("x.tar", content), ("x.tar.gz", gzip.compress(content))):
            found = read(tmp_path, name, kept)
            assert shown(found) == {"a.html": "Squat", "": "damaged-archive"}
            assert f"no member begins at byte {second:,}, so what stands behind" in str(found[name])


def test_a_page_that_a_tar_file_ends_in_is_named(tmp_path: Path) -> None:
    packed = tarred([("a.html", page("Squat")), ("b.html", page("Lunge", steps=99))])
    found = read(tmp_path, "x.tar", packed[: packed.index(b"b.html") + 700])
    assert shown(found) == {"a.html": "Squat", "b.html": "damaged-archive", "": "damaged-archive"}


def test_a_tar_file_without_blocks_of_zeros_at_its_end_is_whole(tmp_path: Path) -> None:
    packed = tarred(PAGES[:1])
    assert shown(read(tmp_path, "x.tar", packed.rstrip(b"\0").ljust(1024, b"\0"))) == {"a.html": "Squat"}


def test_a_name_in_a_tar_file_that_is_not_utf_8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    packed = tarred([("caf?.html", page())]).replace(b"caf?", b"caf\xe9")
    header = packed[:148] + b" " * 8 + packed[156:512]
    packed = packed[:148] + b"%06o\0 " % sum(header) + packed[156:]
    assert shown(read(tmp_path, "x.tar", packed)) == {"caf\\xe9.html": "Squat"}


# --- how much is unpacked -------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [8, 12, 14], ids=["deflate", "bzip2", "lzma"])
def test_of_archives_within_archives_only_so_much_is_unpacked(tmp_path: Path, method: int) -> None:
    packed = zipped([(f"p{n}.html", b" " * MOST) for n in range(8)], method)
    for _ in range(2):
        packed = zipped([(f"z{n}.zip", packed) for n in range(8)])
    found = read(tmp_path, "bomb.zip", packed)
    assert len(found) <= unpacking.PAGES_WORTH + 1
    error = found["bomb.zip"]
    assert isinstance(error, UnreadablePage) and error.code == "too-large"
    assert "unpacked it has more than 20 MB in all, of which the rest is not read; unpack it by hand" in error.message


@pytest.mark.parametrize("method", [8, 12, 14], ids=["deflate", "bzip2", "lzma"])
def test_a_member_that_says_it_is_small_is_unpacked_no_further(tmp_path: Path, method: int) -> None:
    packed = bytearray(zipped([("p.html", b" " * 40_000_000), PAGES[1]], method))
    for mark, size in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        start = packed.find(mark) + size
        packed[start : start + 4] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    found = shown(read(tmp_path, "x.zip", bytes(packed)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == {"p.html": "damaged-archive", "b.html": "Lunge"}
    assert peak < 20_000_000


def test_more_members_than_anybody_packs_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_MEMBERS", 3)
    packed = zipped([("a.zip", zipped(PAGES)), ("b.zip", zipped(PAGES))])
    found = read(tmp_path, "x.zip", packed)
    assert shown(found) == {"a.zip#a.html": "Squat", "a.zip#b.html": "Lunge", "": "too-large"}
    assert "more than 3 members" in str(found["x.zip"])


def test_an_error_keeps_nothing_in_memory(tmp_path: Path) -> None:
    paper = b"%PDF-1.7\n" + b"x" * 1000
    for name, content in (("x.html", paper), ("x.zip", zipped([("a.html", paper)])), ("x.tar.gz", b"\x1f\x8b\x08")):
        for error in read(tmp_path, name, content).values():
            assert isinstance(error, UnreadablePage)
            assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)


# --- gzip -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tail", [b"x", b"\0\0\0", b"\0\0x", b"\x1f", b"-- \nsent by mail\n"])
def test_bytes_behind_a_whole_gzip_file_do_no_harm(tmp_path: Path, tail: bytes) -> None:
    found = shown(read(tmp_path, "x.html.gz", gzip.compress(page()) + tail))
    assert found == {"": "Squat"}


def test_gzip_files_in_a_row_are_one_page(tmp_path: Path) -> None:
    whole = page(steps=9000)
    packed = b"".join(gzip.compress(whole[at : at + 7000]) for at in range(0, len(whole), 7000))
    [entry] = read(tmp_path, "x.html.gz", packed).values()
    assert not isinstance(entry, UnreadablePage) and entry.content == whole


@pytest.mark.parametrize("kept", [5, 12, 60, -1, -9])
def test_a_gzip_file_that_ends_too_early_is_refused(tmp_path: Path, kept: int) -> None:
    found = shown(read(tmp_path, "x.html.gz", gzip.compress(page(steps=50))[:kept]))
    assert found == {"": "damaged-archive"}
