"""Cost of a page against the size of the collection, as a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.collecting import fresh, ingest, peer
from bench.generate import write as write_pages
from bench.measuring import Spread

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 360, 60, 110, 30, 50
_COLORS = {"cold, 2 workers": "#0f766e", "unchanged": "#6b7280", "peer": "#b45309"}


class Cost(NamedTuple):
    """Milliseconds a page of one kind of run at one size."""

    kind: str
    pages: int
    milliseconds: float


def costs(sizes: Sequence[int], folder: Path) -> list[Cost]:
    """Measures every size, up to 10,000 pages three times, the median counts."""
    found = []
    for size in sizes:
        raw = folder / f"raw-{size}"
        if not raw.is_dir():
            write_pages(size, raw)
        spent: dict[str, list[float]] = {kind: [] for kind in _COLORS}
        for _ in range(3 if size <= 10_000 else 1):
            root = fresh(raw, folder)
            spent["cold, 2 workers"].append(ingest(root, workers=2).seconds)
            spent["unchanged"].append(ingest(root, workers=2).seconds)
            spent["peer"].append(peer(raw, folder).seconds)
        found += [Cost(kind, size, Spread.of(s).median / size * 1000) for kind, s in spent.items()]
    return found


def write(path: Path, measured: Sequence[Cost]) -> None:
    """Draws the costs: sizes on a logarithmic axis, one line a kind."""
    path.write_text("\n".join(_drawn(measured)) + "\n", "utf-8")


def _drawn(measured: Sequence[Cost]) -> Iterator[str]:
    sizes = sorted({cost.pages for cost in measured})
    top = math.ceil(max(cost.milliseconds for cost in measured) * 1.1)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">'
    yield "<title>Cost of a page against the number of pages</title>"
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>'
    yield f'<text x="{_LEFT}" y="18">milliseconds a page (whole run, clock time)</text>'
    for n in range(5):
        value, y = top * n / 4, _y(top * n / 4, top)
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#e5e7eb"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
    for size in sizes:
        yield f'<text x="{_x(size, sizes):.1f}" y="{_HEIGHT - 28}" text-anchor="middle">{size:,}</text>'
    yield f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2}" y="{_HEIGHT - 8}" text-anchor="middle">pages</text>'
    for kind, color in _COLORS.items():
        yield from _line(kind, color, [c for c in measured if c.kind == kind], sizes, top)
    yield "</svg>"


def _line(kind: str, color: str, line: Sequence[Cost], sizes: Sequence[int], top: float) -> Iterator[str]:
    points = [(_x(c.pages, sizes), _y(c.milliseconds, top)) for c in sorted(line, key=lambda c: c.pages)]
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    yield f'<path d="M{way}" fill="none" stroke="{color}" stroke-width="2"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in points)
    yield f'<text x="{points[-1][0] + 8:.1f}" y="{points[-1][1] + 4:.1f}" fill="{color}">{kind}</text>'


def _x(size: int, sizes: Sequence[int]) -> float:
    least, most = math.log10(sizes[0]), math.log10(max(sizes[-1], sizes[0] * 10))
    return _LEFT + 20 + (math.log10(size) - least) / (most - least) * (_WIDTH - _LEFT - _RIGHT - 20)


def _y(value: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM)
