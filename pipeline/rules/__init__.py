"""What makes a record wrong or doubtful. Pure: records in, findings out.

To add a rule, write its function in the module of its family; the decorator puts it into the registry. Its docstring
is its page in the docs, `tests/rules/examples/<code>/` holds a good and a bad example.
"""

from pipeline.rules import claims, clean, complete, consistent, distinct, terms, tools
from pipeline.rules.registry import (
    FAMILIES,
    RULES,
    Edit,
    Finding,
    Rule,
    Surveys,
    check_record,
    chosen,
    nearest,
    with_severity,
)
from pipeline.rules.subject import Context, Subject

__all__ = [
    "FAMILIES",
    "RULES",
    "Context",
    "Edit",
    "Finding",
    "Rule",
    "Subject",
    "Surveys",
    "check_record",
    "chosen",
    "claims",
    "clean",
    "complete",
    "consistent",
    "distinct",
    "nearest",
    "terms",
    "tools",
    "with_severity",
]
