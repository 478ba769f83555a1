"""Turns saved web pages about strength exercises into clean, checked, searchable data.

What other programs need stands here; everything else may change. Names are loaded when they are first used, so that
`import pipeline` costs nothing.
"""

from __future__ import annotations

from pipeline.version import __version__

TYPE_CHECKING = False  # `typing` takes a tenth of the time in which a search is done
if TYPE_CHECKING:
    from typing import Any

    from pipeline.collection import Collection, open_collection
    from pipeline.errors import (
        BadRecord,
        BadSettings,
        CannotWrite,
        IndexUnusable,
        Locked,
        NoSuchThing,
        PipelineError,
        UnknownValue,
        UnreadablePage,
        WrongUse,
    )
    from pipeline.ingest import Options, Report, Result
    from pipeline.records import Exercise, Issue, Metric, Severity, Source, TitledText
    from pipeline.search import FacetValue, Hit, Query, Reason, Results


_HOMES = {
    "pipeline.collection": ("Collection", "open_collection"),
    "pipeline.errors": (
        "BadRecord",
        "BadSettings",
        "CannotWrite",
        "IndexUnusable",
        "Locked",
        "NoSuchThing",
        "PipelineError",
        "UnknownValue",
        "UnreadablePage",
        "WrongUse",
    ),
    "pipeline.ingest": ("Options", "Report", "Result"),
    "pipeline.records": ("Exercise", "Issue", "Metric", "Severity", "Source", "TitledText"),
    "pipeline.search": ("FacetValue", "Hit", "Query", "Reason", "Results"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "BadRecord",
    "BadSettings",
    "CannotWrite",
    "Collection",
    "Exercise",
    "FacetValue",
    "Hit",
    "IndexUnusable",
    "Issue",
    "Locked",
    "Metric",
    "NoSuchThing",
    "Options",
    "PipelineError",
    "Query",
    "Reason",
    "Report",
    "Result",
    "Results",
    "Severity",
    "Source",
    "TitledText",
    "UnknownValue",
    "UnreadablePage",
    "WrongUse",
    "__version__",
    "open_collection",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
