"""The picture of a coverage table: muscles by equipment, darker where there are more exercises. SVG 1.1, or PNG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pipeline.export.picture import Colour, Picture, height_of, width_of

_CELL = 34
_GAP = 2
_LEFT = 150
_TOP = 140
_PALE, _DARK = (237, 248, 233), (0, 90, 50)
_EMPTY, _INK, _WHITE = (244, 244, 244), (34, 34, 34), (255, 255, 255)
_SIZE = 2
_MARGIN = 16
_LONGEST_LARGE = 2
"""Digits of the largest number that fits into a cell in letters of the usual size."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is drawn: a grid of `counts`, one row a muscle, one column a tool."""

    title: str
    rows: Sequence[str]
    columns: Sequence[str]
    counts: Sequence[Sequence[int]]

    def share(self, count: int) -> float:
        """How dark a cell is: 0 for nothing, 1 for the most there is. The root tells small numbers apart."""
        return (count / max(map(max, self.counts))) ** 0.5 if count else 0.0


def as_svg(table: Coverage) -> bytes:
    """The table as SVG."""
    width, height = _LEFT + _CELL * len(table.columns) + 60, _TOP + _CELL * len(table.rows) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"',
        f' height="{height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(table.title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for n, column in enumerate(table.columns):
        x = _LEFT + n * _CELL + _CELL // 2
        parts.append(f'<text transform="translate({x},{_TOP - 8}) rotate(-50)">{escape(column)}</text>')
    for y, (row, found) in enumerate(zip(table.rows, table.counts, strict=True)):
        middle = _TOP + y * _CELL + _CELL // 2 + 4
        parts.append(f'<text x="{_LEFT - 8}" y="{middle}" text-anchor="end">{escape(row)}</text>')
        parts += [
            _cell(x, y, count, table.share(count), f"{row}, {table.columns[x]}: {count}")
            for x, count in enumerate(found)
        ]
    return ("\n".join([*parts, "</svg>"]) + "\n").encode()


def _cell(x: int, y: int, count: int, share: float, words: str) -> str:
    left, top, side = _LEFT + x * _CELL, _TOP + y * _CELL, _CELL - _GAP
    square = f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="{_css(_shade(share))}"/>'
    middle = f'x="{left + side // 2}" y="{top + side // 2 + 4}" text-anchor="middle" fill="{_css(_ink(share))}"'
    number = f"<text {middle}>{count}</text>" if count else ""
    return f"<g><title>{escape(words)}</title>{square}{number}</g>"


def _css(colour: Colour) -> str:
    return f"rgb({','.join(map(str, colour))})"


def _shade(share: float) -> Colour:
    if not share:
        return _EMPTY
    red, green, blue = (round(p + (d - p) * share) for p, d in zip(_PALE, _DARK, strict=True))
    return red, green, blue


def _ink(share: float) -> Colour:
    return _WHITE if share > 0.5 else _INK


def as_png(table: Coverage) -> bytes:
    """The table as PNG, its columns named from the bottom to the top."""
    widest = max((width_of(row, _SIZE) for row in table.rows), default=0)
    longest = max((width_of(column, _SIZE) for column in table.columns), default=0)
    left, top = widest + 2 * _MARGIN, longest + height_of(_SIZE) + 3 * _MARGIN
    width = max(left + _CELL * len(table.columns), width_of(table.title, _SIZE) + _MARGIN) + _MARGIN
    picture = Picture(width, top + _CELL * len(table.rows) + _MARGIN)
    picture.write(_MARGIN, _MARGIN, table.title, _INK, _SIZE)
    middle = (_CELL - _GAP - height_of(_SIZE)) // 2
    for n, column in enumerate(table.columns):
        picture.write_up(left + n * _CELL + middle, top - _MARGIN // 2, column, _INK, _SIZE)
    for n, (row, found) in enumerate(zip(table.rows, table.counts, strict=True)):
        y = top + n * _CELL
        picture.write(left - _MARGIN // 2 - width_of(row, _SIZE), y + middle, row, _INK, _SIZE)
        for x, count in enumerate(found):
            _paint(picture, left + x * _CELL, y, count, table.share(count))
    return picture.png()


def _paint(picture: Picture, left: int, top: int, count: int, share: float) -> None:
    side = _CELL - _GAP
    picture.fill(left, top, side, side, _shade(share))
    number = str(count) if count else ""
    size = _SIZE if len(number) <= _LONGEST_LARGE else 1
    x, y = left + (side - width_of(number, size)) // 2, top + (side - height_of(size)) // 2 + size
    picture.write(x, y, number, _ink(share), size)
