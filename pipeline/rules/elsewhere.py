"""The codes of findings that are made without a rule, each with what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.errors import BadSettings
from pipeline.rules.knowledge import known
from pipeline.rules.registry import RULES, nearest
from pipeline.settings import FILE, Settings

ELSEWHERE: Mapping[str, str] = known("elsewhere")
"""Explanations by code."""


def demand_known_codes(settings: Settings) -> None:
    """Raises BadSettings for a severity of a code that nothing reports: it would be ignored without a word."""
    for code in settings.severity:
        if code not in RULES and code not in ELSEWHERE:
            near = nearest(code, (*RULES, *ELSEWHERE))
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
            raise BadSettings(f"{FILE}: rules.severity", f"there is no rule {code!r}{hint}")
