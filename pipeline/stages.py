"""Work that is done in stages, so that the same stage can be done for several pages before the next begins.

Code and tables of one stage fit into the fast memory of a processor, those of all stages do not: pages that are read
from end to end, one after the other, take a fifth longer than pages read side by side.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

_T = TypeVar("_T")
Stages = Generator[None, None, _T]
"""The work on one page: yields where a stage ends, and returns what came of it."""


def finished(work: Stages[_T]) -> _T:
    """What a work returns, done from end to end. Raises what a stage raises."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: _T = done.value
            return result
