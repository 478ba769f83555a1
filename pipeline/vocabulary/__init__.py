"""The words of the field: canonical terms, their other names and their hierarchy, from the YAML files beside this.

Pure: reads no file but its own data. `keys` alone is what search needs at its start, so nothing is imported here
before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.vocabulary.keys import key

if TYPE_CHECKING:
    from pipeline.vocabulary.terms import (
        KINDS,
        Term,
        Vocabulary,
        are_one_exercise,
        fingerprint,
        known_names,
        load,
        name_families,
    )

__all__ = [
    "KINDS",
    "Term",
    "Vocabulary",
    "are_one_exercise",
    "fingerprint",
    "key",
    "known_names",
    "load",
    "name_families",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from pipeline.vocabulary import terms

    return getattr(terms, name)
