"""The codes of findings that are made without a rule, each with what it means and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.rules.knowledge import known

if TYPE_CHECKING:
    from collections.abc import Mapping

ELSEWHERE: Mapping[str, str] = known("elsewhere")
"""Explanations by code."""
