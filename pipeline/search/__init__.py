"""Searching a collection: queries in, results out. Callers see Query, Results and Backend, never an engine."""

from pipeline.search.query import FACETS, SORTS, Backend, FacetValue, Hit, Query, Reason, Results

__all__ = ["FACETS", "SORTS", "Backend", "FacetValue", "Hit", "Query", "Reason", "Results", "open_backend"]


def open_backend(root: object, *, in_memory: bool = False) -> Backend:
    """The search engine of the collection at `root`, a path; with `in_memory` it opens slower and answers faster, for more
    than a few queries. Raises IndexUnusable.
    """
    from functools import partial
    from pathlib import Path

    from pipeline.search import generations
    from pipeline.search.engine import Engine
    from pipeline.search.lexicon import knowledge

    return generations.opened(Path(str(root)), knowledge(), partial(Engine, in_memory=in_memory))
