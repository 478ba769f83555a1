"""YAML in which every scalar is the text it is: nodes are made without tags, which nobody here asks for."""

from __future__ import annotations

from typing import Any

import yaml

_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class TextLoader(_BaseLoader):  # type: ignore[misc]
    """Makes nodes without tags: to look them up takes a third of the reading."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Nothing is looked up by place."""

    def ascend_resolver(self) -> None:
        """Nothing is looked up by place."""


def load(text: bytes) -> Any:
    """The content of a file of the program's own: what nobody else wrote needs no limits."""
    loader = TextLoader(text)
    try:
        return _plain(loader.get_single_node())
    finally:
        loader.dispose()


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry) for entry in node.value]
    return {name.value: _plain(entry) for name, entry in node.value}
