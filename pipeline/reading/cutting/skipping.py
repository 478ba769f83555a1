"""What of a page is left out for now, from the heading that began it to the one that ends it."""

from __future__ import annotations

from pipeline.reading.cutting.gathering import Gatherer
from pipeline.reading.cutting.opened import WEAK_HEADING
from pipeline.reading.cutting.scopes import TOP
from pipeline.reading.words.kinds import FACT_FIELDS
from pipeline.reading.words.profiles import FACTS
from pipeline.records import Block, Listing, Row

_ALL = 0
"""Above the level of every heading: nothing ends it."""


class Skipping:
    """Keeps the level of the heading that began what is left out; in plain text no heading stands below another."""

    def __init__(self, *, marked_up: bool) -> None:
        self.on = False
        """Whether anything is left out now."""
        self._level: int | None = None
        self._marked_up = marked_up
        self._names_another = False
        self._has_told = False

    @property
    def is_weak(self) -> bool:
        """Whether a line began it, which no mark makes a heading."""
        return self._level == WEAK_HEADING

    def begin(self, level: int, *, names_another: bool) -> None:
        """Leaves out what follows; `names_another` says that it speaks of another exercise, whose facts do not end it."""
        self.on, self._level, self._names_another, self._has_told = True, level, names_another, False

    def leave_out(self, block: Block) -> None:
        """Takes note of what is left out: once facts or steps of another exercise stood below its name, a heading as high as
        that begins something else.
        """
        tells = isinstance(block, Listing) and (block.ordered or all(item.lead for item in block.items))
        self._has_told = self._has_told or tells or isinstance(block, Row)

    def for_good(self) -> None:
        """Leaves out all that follows."""
        self.on, self._level = True, _ALL

    def stop(self) -> None:
        """Leaves out nothing any more."""
        self.on, self._level = False, None

    def end_of_part(self, level: int) -> bool:
        """Takes the end of a part of the page whose highest heading was of this level. Whether that ends it."""
        inside = self._names_another and level > TOP  # of what is said of another exercise
        if self._level is None or level > self._level or inside:
            return False
        self.stop()
        return True

    def holds(self, level: int, meaning: str | None, facts: Gatherer, *, own: bool, told: bool) -> bool:
        """Whether a heading stands in what is left out: below the one that began it, or as one of the facts of another
        exercise. `facts` and `told` say what is known of the page's exercise, `own` that the heading names it.
        """
        if self._level is None:
            return False
        leads_away = not self._marked_up and not own  # in a text nothing sets off where that ends
        may_go_on = self._names_another or leads_away
        if told and may_go_on and meaning == "instructions" and level == self._level:
            return True
        if (meaning in FACT_FIELDS or meaning == FACTS) and not own:
            in_bold = self._level == level == WEAK_HEADING and facts.holds_muscles()
            as_high = level == self._level or level < self._level < WEAK_HEADING
            goes_on = self._names_another and not (self._has_told and as_high)
            if goes_on or in_bold:
                return True
        return level > self._level and self._marked_up
