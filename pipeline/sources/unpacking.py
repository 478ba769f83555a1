"""Packed bytes, unpacked no further than allowed: a few kilobytes can unfold to more than any disk holds."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable, Iterator

from pipeline.errors import UnreadablePage

PAGES_WORTH = 20
"""How often the largest page may fit into all that one file unpacks to: what is in archives within it counts, too."""
MOST_MEMBERS = 100_000
"""Members and records of one file that are looked at, those of archives within it among them."""
DAMAGE = (
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
    AttributeError,
    LookupError,
    TypeError,
    ImportError,
)
"""What the libraries raise on damaged bytes besides errors of their own: on a header that is not there, for example."""
GZIP = b"\x1f\x8b"
_GZIP_OR_ZLIB = 31
_FIRST_PIECE = 1 << 10
_PIECE = 1 << 16
"""Bytes that are unpacked at a time."""
_PADDING = re.compile(rb"\0*")


class Spent(Exception):
    """One file unpacks to more than is allowed: what is left of it, at any depth, is not looked at."""


class Allowance:
    """What may still be unpacked of one file, whatever archives are within it. `most_bytes` is the largest page."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._bytes = most_bytes * PAGES_WORTH
        self._members = MOST_MEMBERS

    def spend(self, size: int) -> None:
        """Counts bytes that are unpacked. Raises Spent."""
        self._bytes -= size
        if self._bytes < 0:
            most = self.most_bytes * PAGES_WORTH / 1e6
            raise Spent(
                f"unpacked it has more than {most:,.6g} MB in all, of which the rest is not read; unpack it by hand, or raise read.max_page_bytes"
            )

    def member(self) -> None:
        """Counts a member. Raises Spent."""
        self._members -= 1
        if self._members < 0:
            raise Spent(f"it has more than {MOST_MEMBERS:,} members, of which the rest is not read; unpack it by hand")

    def too_large(self) -> UnreadablePage:
        """The error for a page that is larger than the largest."""
        most = self.most_bytes / 1e6
        return UnreadablePage(
            "too-large", f"unpacked it has more than {most:,.6g} MB; raise read.max_page_bytes if it is genuine"
        )


class GzipMember:
    """One of the files that follow each other in a gzip file (RFC 1952). Iteration unpacks it piece by piece and raises
    zlib.error or EOFError where it is damaged or cut; then, `end` is where it ended.
    """

    def __init__(self, packed: bytes, start: int) -> None:
        self._packed = packed
        self.end = start

    def __iter__(self) -> Iterator[bytes]:
        unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
        bite, given = _FIRST_PIECE, b""
        while not unpacker.eof:
            if not given:
                given = self._packed[self.end : self.end + bite]
                self.end += len(given)
                bite = min(bite * 2, _PIECE)  # many small members are not each looked at with a large piece
            piece = unpacker.decompress(given, _PIECE)
            if not piece and not given:
                raise EOFError("it ends too early")
            if piece:
                yield piece
            given = unpacker.unconsumed_tail
        self.end -= len(unpacker.unused_data)


def gunzipped(packed: bytes, allowance: Allowance) -> bytes:
    """A gzip file, or several in a row, unpacked; what is no gzip file behind them is none of it.

    Raises UnreadablePage for more than a page may have, zlib.error and EOFError for a damaged one.
    """
    return gathered(_pieces(packed), allowance)


def _pieces(packed: bytes) -> Iterator[bytes]:
    end = 0
    while packed.startswith(GZIP, end):
        member = GzipMember(packed, end)
        yield from member
        end = behind_padding(packed, member.end)


def gathered(pieces: Iterable[bytes], allowance: Allowance) -> bytes:
    """Pieces of a page as they are unpacked, put together. Raises UnreadablePage for more than a page may have."""
    out = io.BytesIO()
    for piece in pieces:
        allowance.spend(len(piece))
        out.write(piece)
        if out.tell() > allowance.most_bytes:
            raise allowance.too_large()
    return out.getvalue()


def first_bytes(packed: bytes, start: int, count: int) -> bytes:
    """What a gzip member begins with, unpacked; nothing where none begins."""
    try:
        return zlib.decompressobj(_GZIP_OR_ZLIB).decompress(packed[start : start + _FIRST_PIECE], count)
    except zlib.error:
        return b""


def behind_padding(packed: bytes, start: int) -> int:
    """Where something stands again behind bytes of zero."""
    padding = _PADDING.match(packed, start)
    return padding.end() if padding else start
