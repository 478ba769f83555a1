"""The picture of a coverage table: muscles by equipment, darker where there are more exercises. SVG 1.1."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from pipeline.errors import WrongUse

_CELL = 34
_LEFT = 150
_TOP = 140
_PALE, _DARK = (237, 248, 233), (0, 90, 50)


def coverage_svg(title: str, rows: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    """A grid of `counts`, one row a muscle, one column a tool."""
    width, height = _LEFT + _CELL * len(columns) + 60, _TOP + _CELL * len(rows) + 20
    most = max((count for row in counts for count in row), default=0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"',
        f' height="{height}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for n, column in enumerate(columns):
        x = _LEFT + n * _CELL + _CELL // 2
        parts.append(f'<text transform="translate({x},{_TOP - 8}) rotate(-50)">{escape(column)}</text>')
    for y, (row, found) in enumerate(zip(rows, counts, strict=True)):
        middle = _TOP + y * _CELL + _CELL // 2 + 4
        parts.append(f'<text x="{_LEFT - 8}" y="{middle}" text-anchor="end">{escape(row)}</text>')
        parts += [_cell(x, y, count, most, f"{row}, {columns[x]}: {count}") for x, count in enumerate(found)]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _cell(x: int, y: int, count: int, most: int, words: str) -> str:
    share = (count / most) ** 0.5 if count else 0.0
    left, top, side = _LEFT + x * _CELL, _TOP + y * _CELL, _CELL - 2
    square = f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="{_shade(share)}"/>'
    ink = "#fff" if share > 0.5 else "#222"
    middle = f'x="{left + side // 2}" y="{top + side // 2 + 4}" text-anchor="middle" fill="{ink}"'
    number = f"<text {middle}>{count}</text>" if count else ""
    return f"<g><title>{escape(words)}</title>{square}{number}</g>"


def _shade(share: float) -> str:
    if not share:
        return "#f4f4f4"
    return f"rgb({','.join(str(round(p + (d - p) * share)) for p, d in zip(_PALE, _DARK, strict=True))})"


def as_png(svg: str) -> bytes:
    """The same picture as PNG. Raises WrongUse when the extra is not installed."""
    try:
        from cairosvg import svg2png
    except (ImportError, OSError):
        raise WrongUse("a PNG needs cairosvg: pip install 'exercise-pipeline[plot]', or end the name in .svg") from None
    made: bytes = svg2png(bytestring=svg.encode())
    return made
