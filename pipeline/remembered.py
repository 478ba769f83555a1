"""What a function gives for short texts, remembered: the pages of a site say the same again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Given = TypeVar("_Given")
_LONGEST = 200
"""Letters of a text that may come twice."""


class Remembered(dict[str, _Given]):
    """`Remembered(function)[text]` is `function(text)`; a text that came before costs a look into a dict. Of `most` texts
    that are remembered; one more, and all are forgotten.
    """

    def __init__(self, function: Callable[[str], _Given], most: int = 4096) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, text: str) -> _Given:
        given = self._function(text)
        if len(text) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = given
        return given
