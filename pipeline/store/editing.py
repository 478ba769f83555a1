"""Changes to single entries of a YAML file that leave every other byte as it is.

An edit is made in the file's own text, and only kept when the file, read back, differs in that entry and nowhere else.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

import yaml

from pipeline.store import yamlfile

Path = tuple[str, ...]
_BLOCK = re.compile(r"([|>][-+\d]*[ \t]*\r?\n\s*)(\S.*?)(\s*)", re.DOTALL)
"""A text below `|` or `>`: what stands before its first word, its words, and what follows the last."""
_PIECES = re.compile(r"\s+|[^\s]+")
_BOM = b"\xef\xbb\xbf"
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def edited(text: bytes, edits: Iterable[tuple[Path, str | None]]) -> bytes:
    """The file with the entries at the given paths replaced, or taken out where the new text is None.

    An edit that cannot be made without touching more than its entry is left out.
    """
    mark = _BOM if text.startswith(_BOM) else b""
    content = text[len(mark) :].decode("utf-8")
    for path, new in _in_safe_order(edits):
        wanted = _changed(yamlfile.load(content.encode()), path, new)
        if wanted is not None:
            content = next((c for c in _candidates(content, path, new) if _reads_as(c, wanted)), content)
    return mark + content.encode()


def _in_safe_order(edits: Iterable[tuple[Path, str | None]]) -> list[tuple[Path, str | None]]:
    """Replacements first, then removals from the end: no removal moves an entry that another edit is about."""
    every = list(dict(edits).items())
    removals = [edit for edit in every if edit[1] is None]
    removals.sort(key=lambda edit: (edit[0][:-1], int(edit[0][-1])), reverse=True)
    return [edit for edit in every if edit[1] is not None] + removals


def _changed(loaded: Any, path: Path, new: str | None) -> Any:
    """The content of the file after the edit; None when there is no such entry."""
    wanted = copy.deepcopy(loaded)
    at: Any = wanted
    try:
        for name in path[:-1]:
            at = at[int(name)] if isinstance(at, list) else at[name]
        last: Any = int(path[-1]) if isinstance(at, list) else path[-1]
        if not isinstance(at[last], str):
            return None
        if new is None:
            del at[last]
        else:
            at[last] = new
    except (KeyError, IndexError, ValueError, TypeError):
        return None
    return wanted


def _reads_as(content: str, wanted: Any) -> bool:
    try:
        return bool(yamlfile.load(content.encode()) == wanted)
    except yamlfile.BadYaml:
        return False


def _candidates(content: str, path: Path, new: str | None) -> Iterator[str]:
    """The file after the edit, the way that changes least first."""
    nodes = _nodes(content, path)
    if new is None:
        yield from _without(content, nodes)
        return
    node = nodes[-1]
    start, end = node.start_mark.index, node.end_mark.index
    raw = content[start:end]
    spliced = _spliced(raw, node.value, new)
    if spliced is not None:
        yield content[:start] + spliced + content[end:]
    line_end = raw[len(raw.rstrip("\r\n")) :].partition("\n")  # a block scalar ends with its last line
    yield content[:start] + json.dumps(new, ensure_ascii=False) + "".join(line_end[:2]) + content[end:]


def _nodes(content: str, path: Path) -> list[Any]:
    """The nodes from the top of the file to an entry that is there."""
    loader = _Loader(content)
    try:
        nodes = [loader.get_single_node()]
    finally:
        loader.dispose()
    for name in path:
        at = nodes[-1]
        if isinstance(at, yaml.SequenceNode):
            nodes.append(at.value[int(name)])
        else:
            nodes.append(next(value for key, value in at.value if key.value == name))
    return nodes


def _spliced(raw: str, old: str, new: str) -> str | None:
    """The source of a scalar with the words of `old` that differ exchanged; None when the two do not line up.

    The line breaks and the indent of a folded text stay where they are.
    """
    header, body, end = _BLOCK.fullmatch(raw).groups() if _BLOCK.fullmatch(raw) else ("", raw, "")  # type: ignore[union-attr]
    if header:
        inner = _spliced(body, old, new)
        return None if inner is None else header + inner + end
    quote = raw[0] if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] and len(raw) > 1 else ""
    pieces = _PIECES.findall(raw[1:-1] if quote else raw)
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    if len(pieces) != len(before):
        return None
    made: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        made += pieces[i1:i2] if kind == "equal" else after[j1:j2]
    return quote + "".join(made) + quote


def _without(content: str, nodes: list[Any]) -> Iterator[str]:
    """The file without the last of the nodes, an entry of a list."""
    entry, entries = nodes[-1], nodes[-2]
    others = [node for node in entries.value if node is not entry]
    start, end = entries.start_mark.index, entries.end_mark.index
    if entries.flow_style:
        left = ", ".join(content[node.start_mark.index : node.end_mark.index] for node in others)
        yield f"{content[:start]}[{left}]{content[end:]}"
        return
    lines = content.splitlines(keepends=True)
    first = entry.start_mark.line
    following = [node.start_mark.line for node in others if node.start_mark.line > first]
    last = min(following) if following else entry.end_mark.line + (entry.end_mark.column > 0)
    if others:
        yield "".join(lines[:first] + lines[last:])
        return
    above = lines[first - 1]
    line_end = above[len(above.rstrip("\r\n")) :]
    yield "".join([*lines[: first - 1], f"{above.rstrip()} []{line_end}", *lines[last:]])
