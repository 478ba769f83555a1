"""The picture of a coverage table: muscles by equipment, darker where there are more exercises. SVG 1.1, or PNG by
Pillow: the extra `plot`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

from pipeline.errors import WrongUse

Colour = tuple[int, int, int]

_CELL = 34
_GAP = 2
_LEFT = 150
_TOP = 140
_PALE, _DARK = (237, 248, 233), (0, 90, 50)
_EMPTY, _INK, _WHITE = (244, 244, 244), (34, 34, 34), (255, 255, 255)
_LETTERS = 13
"""Height of the letters of a PNG in pixels."""
_MARGIN = 16


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
    """The table as PNG, its columns named from the bottom to the top. Raises WrongUse where Pillow is missing."""
    try:
        from PIL import Image, ImageDraw, ImageFont
    except ImportError:
        raise WrongUse("PNG needs Pillow; install it with: pip install 'exercise-pipeline[plot]'") from None
    font = ImageFont.load_default(_LETTERS)
    left, top = (_longest(names, font) + 2 * _MARGIN for names in (table.rows, table.columns))
    top += _LETTERS + _MARGIN
    wide = max(left + _CELL * len(table.columns), round(font.getlength(table.title)) + _MARGIN) + _MARGIN
    picture = Image.new("RGB", (wide, top + _CELL * len(table.rows) + _MARGIN), _WHITE)
    pen = ImageDraw.Draw(picture)
    pen.text((_MARGIN, _MARGIN), table.title, _INK, font)
    for n, column in enumerate(table.columns):
        upright = _upright(column, font)
        picture.paste(upright, (left + n * _CELL + (_CELL - _GAP - upright.width) // 2, top - 8 - upright.height))
    for n, (row, found) in enumerate(zip(table.rows, table.counts, strict=True)):
        y = top + n * _CELL
        pen.text((left - 8, y + _CELL // 2), row, _INK, font, anchor="rm")
        for x, count in enumerate(found):
            _paint(pen, left + x * _CELL, y, count, table.share(count), font)
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _longest(names: Sequence[str], font: Any) -> int:
    return max((round(font.getlength(name)) for name in names), default=0)


def _upright(text: str, font: Any) -> Any:
    """A text that runs from the bottom to the top, as a picture of its own."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (max(1, round(font.getlength(text))), _LETTERS + 4), _WHITE)
    ImageDraw.Draw(picture).text((0, 0), text, _INK, font)
    return picture.rotate(90, expand=True)


def _paint(pen: Any, left: int, top: int, count: int, share: float, font: Any) -> None:
    side = _CELL - _GAP
    pen.rectangle((left, top, left + side - 1, top + side - 1), _shade(share))
    if count:
        pen.text((left + side // 2, top + side // 2), str(count), _ink(share), font, anchor="mm")
