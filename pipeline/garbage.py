"""How often Python looks for objects that refer to each other in a circle."""

from __future__ import annotations

import gc

_COLLECTED_AFTER = 50_000
"""Objects made and not freed, before circles among them are looked for; Python's own measure is 700."""


def collect_rarely() -> None:
    """Has Python look for circles rarely, and never among what is there already. For processes of ours alone.

    Nothing that is made of a page refers in a circle: to look for some all the time costs a seventh of the reading, and
    the memory that a worker shares with its parent would be written to and shared no longer.
    """
    gc.freeze()
    gc.set_threshold(_COLLECTED_AFTER, 20, 20)
