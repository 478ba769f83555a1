"""Pages in charsets from before UTF-8 read as browsers show them (WHATWG Encoding Standard)."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from pipeline import datafiles
from pipeline.reading import charset
from pipeline.reading.charset import decode
from pipeline.sources import sniff
from pipeline.sources.provenance import saved_from


def _page(label: str, letters: bytes) -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="{label}"><title>Push Up</title></head><p>'.encode() + letters


@pytest.mark.parametrize(
    ("label", "letters", "shown"),
    [
        ("iso-8859-9", b"\x93\xe7\xfd\xf0\x94 it\x92s", "“çığ” it’s"),
        ("cp819", b"\x93fa\xe7ade\x94", "“façade”"),
        ("ISO_8859-1:1987", b"\x93fa\xe7ade\x94", "“façade”"),
        ("latin-1", b"\x93fa\xe7ade\x94", "“façade”"),
        ("gb2312", "练习镕".encode("gbk"), "练习镕"),
        ("gb_2312-80", "练习镕".encode("gbk"), "练习镕"),
        ("euc-kr", b"\x8cc\xb9\xe6", "똠방"),
        ("ks_c_5601-1987", b"\x8cc\xb9\xe6", "똠방"),
        ("euc_kr", b"\x8cc\xb9\xe6", "똠방"),
        ("shift_jis", b"\x87@\x81`", "①～"),
        ("x-sjis", b"\x87@\x81`", "①～"),
        ("iso-8859-11", b"\x93\xa1\x94", "“ก”"),
        ("big5", b"\xf9\xd6", "碁"),
        ("euc-jp", b"\xc6\xfc\xcb\xdc", "日本"),
        ("koi8-u", b"\xa4", "є"),
        ("x-mac-cyrillic", b"\x80", "А"),
    ],
)
def test_a_charset_of_old_is_read_as_the_larger_one_that_browsers_take(label: str, letters: bytes, shown: str) -> None:
    text, doubt = decode(_page(label, letters))
    assert text.endswith(f"<p>{shown}")
    assert doubt is None
    assert decode(letters, label) == (shown, None), "a server's word counts as much as that of a page"


@pytest.mark.parametrize("label", ["iso-2022-jp", "csISO2022JP", "iso2022_jp"])
def test_japanese_written_in_plain_ascii_is_no_ascii(label: str) -> None:
    assert decode(_page(label, "日本語".encode("iso2022_jp")))[0].endswith("<p>日本語")
    assert decode(_page(label, b"\x1b(I1\x1b(B"))[0].endswith("<p>ｱ"), "with half-width kana"


def test_escape_signs_of_a_page_in_another_charset_change_nothing() -> None:
    for page in (_page("utf-8", b"\x1b$BF|\x1b(B"), _page("no-such-charset", b"\x1b$B"), b"\x1b[1mPush Up\x1b[0m"):
        assert decode(page) == (page.decode(), None)
    mixed = _page("iso-2022-jp", "\x1b$B é".encode())
    assert decode(mixed) == (mixed.decode(), None), "valid UTF-8 is UTF-8 whatever it claims"


def test_every_codec_of_the_table_is_one_and_no_label_stands_twice() -> None:
    table = datafiles.load(Path(charset.__file__).parent / "charsets.yaml")
    assert [codecs.lookup(codec).name for codec in table] == list(table)
    labels = [label for labels in table.values() for label in labels]
    assert sorted(labels) == sorted({label.lower().strip() for label in labels})


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Push Up, it’s “good”", "Push Up", "Push Up, façade", "A push up, done at 45°, é"])
def test_two_bytes_a_letter_need_no_mark_to_be_seen(codec: str, text: str) -> None:
    page = f"<!DOCTYPE html><html><head><title>{text}</title></head><body><h1>{text}</h1></body></html>"
    assert decode(page.encode(codec)) == (page, None)
    assert decode(page.encode(codec), "iso-8859-1") == (page, None)
    assert sniff.media_type(page.encode(codec)) == sniff.HTML
    assert decode(f"{text}\n\nStand tall and lower yourself.".encode(codec))[0].startswith(text)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_the_address_in_a_page_of_two_bytes_a_letter_without_a_mark(codec: str) -> None:
    saved = "<!-- saved from url=(0025)https://gym.example.com/a --><html></html>".encode(codec)
    assert saved_from(saved) == ("https://gym.example.com/a", None)


def test_a_zero_here_and_there_is_no_letter_of_two_bytes() -> None:
    page = b"<html><body><h1>Push\0 Up</h1>\0</body></html>"
    assert decode(page) == (page.decode(), None)
    assert decode(b"\0" * 400) == ("\0" * 400, None)
