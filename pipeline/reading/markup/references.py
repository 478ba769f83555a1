"""JSON-LD whose parts name each other by their `@id`: each name replaced by the part that it means."""

from __future__ import annotations

from collections.abc import Iterator

_DEEPEST = 20
_DEEPEST_MEANT = 6
"""Parts named within parts that are named: they may name each other in a circle."""
_MOST_PARTS = 20_000
"""Objects and lists that are copied, those that were named among them: a few may name each other again and again."""


def resolved(loaded: object) -> object:
    """JSON-LD with what is nothing but the `@id` of another part replaced by that part."""
    known = {str(node["@id"]): node for node in _with_ids(loaded)}
    return _Filling(known).filled(loaded) if known else loaded


def _with_ids(node: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """The parts that have an `@id` and say something."""
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        if len(node) > 1 and isinstance(node.get("@id"), str):
            yield node
        for value in node.values():
            yield from _with_ids(value, depth + 1)
    elif isinstance(node, list):
        for entry in node:
            yield from _with_ids(entry, depth + 1)


class _Filling:
    def __init__(self, known: dict[str, dict[str, object]]) -> None:
        self._known = known
        self._left = _MOST_PARTS

    def filled(self, node: object, depth: int = 0, meant: int = 0) -> object:
        """A part with those that it names, as far as they are not too many; `meant` is how many of those above were named."""
        if not isinstance(node, (dict, list)) or depth > _DEEPEST or self._left <= 0:
            return node
        self._left -= 1
        if isinstance(node, list):
            return [self.filled(entry, depth + 1, meant) for entry in node]
        named = self._known.get(str(node["@id"])) if len(node) == 1 and "@id" in node else None
        if named is not None and meant < _DEEPEST_MEANT:
            node, meant = named, meant + 1
        return {name: self.filled(value, depth + 1, meant) for name, value in node.items()}
