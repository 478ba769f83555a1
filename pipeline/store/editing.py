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
Span = tuple[int, int]
_BLOCK = re.compile(r"([|>][-+\d]*[ \t]*(?:(#[^\r\n]*?)[ \t]*)?\r?\n\s*)(\S.*?)(\s*)", re.DOTALL)
"""A text below `|` or `>`: what stands before its first word, the comment in that, its words, and what follows the last."""
_PIECES = re.compile(r"\s+|[^\s]+")
_BLANKS_BEFORE_BREAK = re.compile(r"[^\S\r\n]+(?=[\r\n])")
_GAP = re.compile(r"(?:\s|#[^\n]*)*")
"""What may stand between two signs or entries: blanks, line breaks and comments."""
_REST_OF_GAP = re.compile(r"(?:[ \t]+(?![#\s]))?")
"""The blanks behind a comma, unless a comment or the line end follows, which needs them."""
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
    block = _BLOCK.fullmatch(raw)
    comment = f" {block[2]}" if block and block[2] else ""
    line_ends = raw[len(raw.rstrip("\r\n")) :]  # a block scalar ends with its last line
    yield content[:start] + json.dumps(new, ensure_ascii=False) + comment + line_ends + content[end:]


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
    block = _BLOCK.fullmatch(raw)
    if block:
        header, _, body, end = block.groups()
        words = _with_words(body, old.strip(), new.strip())
        if old[len(old.rstrip()) :] != new[len(new.rstrip()) :]:
            end = "".join(sign for sign in end if sign in "\r\n")
        return None if words is None else header + words + end
    quote = raw[0] if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] and len(raw) > 1 else ""
    words = _with_words(raw[1:-1] if quote else raw, old, new)
    return None if words is None else quote + words + quote


def _with_words(raw: str, old: str, new: str) -> str | None:
    """The words of a scalar's source, without its signs, exchanged as they differ between `old` and `new`."""
    pieces, before, after = _PIECES.findall(raw), _PIECES.findall(old), _PIECES.findall(new)
    if len(pieces) != len(before):
        return None
    made: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            made += pieces[i1:i2]
        elif i2 - i1 == j2 - j1:
            made += map(_exchanged, pieces[i1:i2], before[i1:i2], after[j1:j2])
        else:
            made += after[j1:j2]
    return "".join(made)


def _exchanged(piece: str, old: str, new: str) -> str:
    """The new source of one word or gap. A gap over lines stays one: the blanks go that are text, at the ends of lines."""
    if "\n" not in piece or new.strip():
        return new
    indent_in_text = old.rpartition("\n")[2] if "\n" in old else ""
    return _BLANKS_BEFORE_BREAK.sub("", piece).removesuffix(indent_in_text)


def _without(content: str, nodes: list[Any]) -> Iterator[str]:
    """The file without the last of the nodes, an entry of a list; comments on lines of their own stay."""
    entry, entries = nodes[-1], nodes[-2]
    n = entries.value.index(entry)
    behind_last = entries.value[n - 1].end_mark.index if n else entries.start_mark.index
    if entries.flow_style:
        before = _sign(content, behind_last, ",") if n else None
        yield from _without_in_flow(content, _place(content, entry), before)
        return
    dash = _sign(content, behind_last, "-")
    if dash is None:
        return
    left = _blotted(content, dash, _place(content, entry))
    if len(entries.value) > 1:
        yield left
        return
    name = next(key for key, value in nodes[-3].value if value is entries)
    colon = _sign(content, name.end_mark.index, ":")
    if colon is not None:
        yield f"{left[: colon[1]]} []{left[colon[1] :]}"


def _without_in_flow(content: str, place: Span, before: Span | None) -> Iterator[str]:
    """The file without an entry between brackets and one of the commas beside it, those on its own line first.

    A comma on another line may stay: behind the last entry YAML allows one.
    """
    behind = _sign(content, place[1], ",")
    if behind is not None:
        behind = (behind[0], _end(_REST_OF_GAP, content, behind[1]))
    commas = [comma for comma in (behind, before) if comma is not None]
    beside = [comma for comma in commas if _is_one_line(content, *sorted((comma, place)))]
    for comma in beside:
        yield _blotted(content, *sorted((comma, place)))
    yield _blotted(content, place)
    for comma in commas:
        yield _blotted(content, *sorted((comma, place)))


def _place(content: str, node: Any) -> Span:
    """Where an entry stands, without the line end that a block text has to itself."""
    start, end = node.start_mark.index, node.end_mark.index
    return start, start + len(content[start:end].rstrip())


def _sign(content: str, at: int, sign: str) -> Span | None:
    """Where a sign of YAML stands, if it is what comes next after blanks and comments."""
    start = _end(_GAP, content, at)
    return (start, start + 1) if content.startswith(sign, start) else None


def _end(pattern: re.Pattern[str], content: str, at: int) -> int:
    found = pattern.match(content, at)
    return found.end() if found else at


def _is_one_line(content: str, first: Span, second: Span) -> bool:
    return "\n" not in content[first[1] : second[0]]


def _blotted(content: str, *spans: Span) -> str:
    """The file without some places, given in order; a line on which only a comment behind them is left goes as a whole."""
    if len(spans) > 1 and _is_one_line(content, *spans):
        spans = ((spans[0][0], spans[1][1]),)
    for start, end in reversed(spans):
        first = content.rfind("\n", 0, start) + 1
        last = content.find("\n", end) + 1 or len(content)
        behind = content[end:last].lstrip()
        is_whole = not content[first:start].strip() and (not behind or behind.startswith("#"))
        content = content[:first] + content[last:] if is_whole else content[:start] + content[end:]
    return content
