"""YAML as this project writes and reads it: always the same bytes, and every scalar read back as the text it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml

from pipeline.yamltext import TextLoader

_MOST_BYTES = 1_000_000
_DEEPEST = 20
_WIDTH = 110
# Plain scalars that YAML 1.1 or 1.2 (or some reader between them) takes for something else than text.
_MISREAD = re.compile(
    r"[-+]?[\d.][\d_,.]*(?:[eE][-+]?\d+)?|0[xob][\da-fA-F_]+|[-+]?\.(?:inf|nan)|\d+(?::\d+)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?.*|[=~<-]|<<"
    r"|y|n|yes|no|on|off|true|false|null|[-+]?\d[\d_]*[eE]\d+",
    re.IGNORECASE,
)
_LONGEST_MISREAD_WORD = len("false")
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class BadYaml(ValueError):
    """Text that is not the YAML of a record; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def dump(mapping: dict[str, Any]) -> str:
    """A mapping as YAML: keys in their order, lists and mappings one entry a line, UTF-8 as it is.

    Half of a surrogate pair is no character and fits into no file: U+FFFD takes its place.
    """
    try:
        return _dumped(mapping)
    except UnicodeEncodeError:
        return _dumped(_of_characters(mapping))


def _of_characters(value: Any) -> Any:
    if isinstance(value, str):
        return _HALF_A_PAIR.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {_of_characters(name): _of_characters(entry) for name, entry in value.items()}
    return [_of_characters(entry) for entry in value] if isinstance(value, list) else value


def _dumped(mapping: dict[str, Any]) -> str:
    """Straight to events: the nodes and tags that PyYAML would make first take two thirds of its time."""
    events: list[yaml.Event] = [yaml.StreamStartEvent(), yaml.DocumentStartEvent(explicit=False)]
    _add(mapping, events.append)
    events += (yaml.DocumentEndEvent(explicit=False), yaml.StreamEndEvent())
    return str(yaml.emit(events, Dumper=_Dumper, allow_unicode=True, width=_WIDTH))


def _add(value: object, add: Callable[[yaml.Event], None]) -> None:
    if isinstance(value, str):
        add(_text(value))
    elif isinstance(value, dict):
        add(_MAPPING)
        for name, entry in value.items():
            add(_key(name))
            _add(entry, add)
        add(_MAPPING_END)
    elif isinstance(value, list):
        add(_LIST)
        for entry in value:
            _add(entry, add)
        add(_LIST_END)
    elif isinstance(value, (bool, int)):
        add(yaml.ScalarEvent(None, None, (True, False), str(value).lower()))
    else:
        raise TypeError(f"a record holds no {type(value).__name__}")


def _text(text: str) -> yaml.Event:
    """A text: without quotes only where every reader takes it for text."""
    may_be_misread = len(text) <= _LONGEST_MISREAD_WORD or not text[0].isalpha()
    style = '"' if may_be_misread and _MISREAD.fullmatch(text) else None
    return yaml.ScalarEvent(None, None, (_is_plain(text), True), text, None, None, style)


def _is_plain(text: str) -> bool:
    for _, form in _RESOLVERS.get(text[:1], ()):  # noqa: SIM110 - of fifty texts a record, where a generator is slow
        if form.match(text):
            return False
    return True


_key = lru_cache(maxsize=256)(_text)
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeDumper.yaml_implicit_resolvers
_MAPPING = yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
_MAPPING_END = yaml.MappingEndEvent()
_LIST = yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
_LIST_END = yaml.SequenceEndEvent()


def load(text: bytes) -> Any:
    """The content of a YAML file, every scalar as text. Raises BadYaml.

    Refused are aliases and anchors, more than 20 levels, more than 1 MB, several documents and repeated keys: none
    belongs in a record, and each can make a small file large or a key lie.
    """
    if len(text) > _MOST_BYTES:
        raise BadYaml(1, f"the file has {len(text):,} bytes, at most {_MOST_BYTES:,} are read")
    loader = TextLoader(_decoded(text))
    try:
        _check_events(text)
        node = loader.get_single_node()
        if node is None:
            raise BadYaml(1, "the file is empty")
        return _plain(node)
    except yaml.YAMLError as error:
        raise _bad(error) from error
    except RecursionError as error:
        raise BadYaml(1, f"the file nests deeper than {_DEEPEST} levels") from error
    finally:
        loader.dispose()


def lines(text: bytes) -> dict[str, int]:
    """The line of every key and list entry, by its path: `benefits.2.title` -> 41. Empty when the text is no YAML."""
    try:
        loader = TextLoader(_decoded(text))
        node = loader.get_single_node()
    except (yaml.YAMLError, BadYaml, RecursionError):
        return {}
    found: dict[str, int] = {}
    stack = [("", node)]
    while stack:
        path, at = stack.pop()
        found[path] = min(at.start_mark.line + 1, found.get(path, 10**9))
        dot = f"{path}." if path else ""
        if isinstance(at, yaml.MappingNode):
            for name, value in at.value:
                found[f"{dot}{name.value}"] = name.start_mark.line + 1
                stack.append((f"{dot}{name.value}", value))
        elif isinstance(at, yaml.SequenceNode):
            stack.extend((f"{dot}{n}", value) for n, value in enumerate(at.value))
    return found


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadYaml(text.count(b"\n", 0, error.start) + 1, "the file is not UTF-8") from error


def _check_events(text: bytes) -> None:
    """Looks for what may not stand in a record before anything is built from it."""
    if b"*" not in text and b"&" not in text and text.count(b"[") + text.count(b"{") < _DEEPEST:
        return  # the common case: neither aliases nor deep flow collections are possible
    depth = 0
    for event in yaml.parse(_decoded(text), Loader=TextLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadYaml(_line(event), "anchors and aliases are not allowed; write the value out")
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if depth > _DEEPEST:
            raise BadYaml(_line(event), f"the file nests deeper than {_DEEPEST} levels")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _plain(node: Any, depth: int = 0) -> Any:
    if depth > _DEEPEST:
        raise BadYaml(node.start_mark.line + 1, f"the file nests deeper than {_DEEPEST} levels")
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(entry, depth + 1) for entry in node.value]
    found: dict[str, Any] = {}
    for name, value in node.value:
        if not isinstance(name, yaml.ScalarNode):
            raise BadYaml(name.start_mark.line + 1, "a key must be text")
        if name.value in found:
            raise BadYaml(name.start_mark.line + 1, f"the key {name.value!r} stands twice; remove one")
        found[name.value] = _plain(value, depth + 1)
    return found


def _bad(error: yaml.YAMLError) -> BadYaml:
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return BadYaml(mark.line + 1 if mark else 1, f"not YAML: {' '.join(str(reason).split())}")
