"""The data files of the program: what a mapping in them says twice would hide the first without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

_FILES = sorted(Path(__file__).parents[2].joinpath("pipeline").rglob("*.yaml"))


def _said_twice(node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        keys = Counter(key.value for key, _ in node.value)
        yield from (key for key, times in keys.items() if times > 1)
        for _, value in node.value:
            yield from _said_twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _said_twice(item)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_no_data_file_says_a_key_twice(path: Path) -> None:
    assert list(_said_twice(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))) == []
