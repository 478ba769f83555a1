"""What makes a record wrong or doubtful. Pure: records in, findings out.

To add a rule, write its function in the family it belongs to; the decorator puts it into the registry.
"""

from pipeline.rules import clean, complete, consistent
from pipeline.rules.registry import RULES, Context, Finding, Rule, check_record, with_severity

__all__ = [
    "RULES",
    "Context",
    "Finding",
    "Rule",
    "check_record",
    "clean",
    "complete",
    "consistent",
    "with_severity",
]
