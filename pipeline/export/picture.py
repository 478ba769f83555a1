"""A picture of rectangles and words as PNG (RFC 2083), with nothing but zlib: no library is worth a table of squares.

The letters are those of letters.txt: blocks of ten lines, the first with the characters, the others with their dots.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from functools import lru_cache
from pathlib import Path

Colour = tuple[int, int, int]
_WIDE, _HIGH = 5, 9
_UNKNOWN = "?"
_RGB = 2


class Picture:
    """White at first. Places are in pixels from the left and the top; what stands out over an edge is cut."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._rows = [bytearray(b"\xff" * 3 * width) for _ in range(height)]

    def fill(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """A rectangle."""
        left, right = max(0, left), min(self.width, left + width)
        for row in self._rows[max(0, top) : max(0, top + height)]:
            row[3 * left : 3 * right] = bytes(colour) * max(0, right - left)

    def write(self, left: int, top: int, text: str, colour: Colour, size: int = 1) -> None:
        """A line of text from left to right, each dot of a letter `size` pixels wide and high."""
        for x, y in _dots(text):
            self.fill(left + x * size, top + y * size, size, size, colour)

    def write_up(self, left: int, bottom: int, text: str, colour: Colour, size: int = 1) -> None:
        """A line of text from the bottom to the top."""
        for x, y in _dots(text):
            self.fill(left + y * size, bottom - (x + 1) * size, size, size, colour)

    def png(self) -> bytes:
        """The picture as a file. The same picture is the same bytes."""
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, _RGB, 0, 0, 0)
        lines = b"".join(b"\x00" + row for row in self._rows)
        chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def width_of(text: str, size: int = 1) -> int:
    """How many pixels a text takes."""
    return max(0, len(_drawable(text)) * (_WIDE + 1) - 1) * size


def height_of(size: int = 1) -> int:
    """How many pixels a line takes, from the top of its letters to the end of their tails."""
    return _HIGH * size


def _dots(text: str) -> list[tuple[int, int]]:
    letters = _letters()
    return [
        (n * (_WIDE + 1) + x, y)
        for n, character in enumerate(_drawable(text))
        for x, y in letters.get(character, letters[_UNKNOWN])
    ]


def _drawable(text: str) -> str:
    """A text in small letters without accents, as far as it can be drawn."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(character for character in plain if not unicodedata.combining(character))


@lru_cache(maxsize=1)
def _letters() -> dict[str, list[tuple[int, int]]]:
    """The dots of every character that can be drawn."""
    lines = (Path(__file__).parent / "letters.txt").read_text("utf-8").splitlines()
    found: dict[str, list[tuple[int, int]]] = {" ": []}
    for start in range(0, len(lines), _HIGH + 1):
        for n, character in enumerate(lines[start].split()):
            columns = slice(n * (_WIDE + 1), n * (_WIDE + 1) + _WIDE)
            rows = [line[columns] for line in lines[start + 1 : start + 1 + _HIGH]]
            found[character] = [(x, y) for y, row in enumerate(rows) for x, dot in enumerate(row) if dot == "#"]
    return found
