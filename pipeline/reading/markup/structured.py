"""What a page says to machines: JSON-LD, microdata, RDFa and Open Graph, from the tree that was parsed anyway."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from pipeline.reading.markup.references import resolved

_STRING = r'"(?:\\.|[^"\\])*(?:"|\Z)'
"""One that never ends goes to the end: to look for its end again at each quote would take the square of them."""
_REMARK = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_COMMENT = re.compile(
    r"^\s*(?:/\*.*?\*/|//[^\n]*\n|<!--|<!\[CDATA\[)|(?://\s*|/\*\s*)?(?:-->|\]\]>)\s*(?:\*/)?\s*;?\s*$", re.DOTALL
)
_ITEMS: Callable[[Any], Any] = etree.XPath(
    "descendant-or-self::*[(@itemscope and string(@itemtype)) or string(@typeof)]"
)
_PROPERTIES: Callable[[Any], Any] = etree.XPath(
    "descendant::*[string(@itemprop) or string(@property) or contains(@rel, ':')]"
)
_INSIDE = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "subjectOf",
    "potentialAction",
    "itemListElement",
    "hasPart",
    "exercise",
    "exercisePlan",
    "about",
)
"""Properties whose values are things of their own."""
_BEFORE_NAME = re.compile(r"^.*[/:#]")
"""What stands before the name of a type or property: an address, or the prefix for one."""
_DEEPEST = 20
_DEEPEST_PROPERTY = 3
"""Values within values: where tags are never closed all that follows is in each."""
_MOST_BELOW = 1_000
"""Elements of an item among which its name, or its name and value, are looked for."""
_MOST_OBJECTS = 200
_LONGEST_PROPERTY = 10_000
_LARGEST_BLOCK = 1_000_000

Objects = tuple[Mapping[str, object], ...]
Problems = tuple[tuple[str, str], ...]


def structured_objects(tree: Any, *, microdata: bool = True) -> tuple[Objects, Problems]:
    """Every typed object that the page states, @graph and nested lists taken apart, and what could not be read.

    Items of microdata and RDFa and Open Graph come as objects too, with `@type` `og` for the latter; `@line` is where each
    stands. `microdata` says whether any items can stand on the page.
    """
    objects: list[Mapping[str, object]] = []
    problems: list[tuple[str, str]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            loaded = _loads(script.text)
            if loaded is None:
                problems.append(
                    (
                        "broken-json-ld",
                        f"the JSON-LD block at line {script.sourceline} {'is too large' if len(script.text) > _LARGEST_BLOCK else 'is not valid JSON'}; it was left out",
                    )
                )
            typed = ({**found, "@line": script.sourceline} for found in _typed(resolved(loaded)))
            for found in islice(typed, max(0, _MOST_OBJECTS - len(objects))):
                objects.extend([found] if found not in objects else [])  # it may stand where others refer to it, too
    objects.extend(_microdata(tree) if microdata else ())
    metas = list(tree.iter("meta"))
    graph = {m.get("property"): m.get("content", "") for m in metas if (m.get("property") or "").startswith("og:")}
    meta = {m.get("name", "").lower(): m.get("content", "") for m in metas if m.get("name")}
    if graph or "description" in meta:
        objects.append(
            {"@type": "og", "@line": metas[0].sourceline, **graph, "description": meta.get("description", "")}
        )
    return tuple(objects[:_MOST_OBJECTS]), tuple(problems)


def _loads(text: str) -> object | None:
    """JSON of a size that a person could have written, repaired where the damage is of the usual kind: comments around it
    and in it, a semicolon behind it, commas too many, raw line ends, signs escaped as in HTML.
    """
    if len(text) > _LARGEST_BLOCK:
        return None
    text = _COMMENT.sub("", text).strip().rstrip(";")
    for repaired in (str, _plain, html.unescape):
        try:
            loaded: object = json.loads(repaired(text), strict=False)
        except (ValueError, RecursionError):
            continue
        return loaded
    return None


def _plain(text: str) -> str:
    """JSON without remarks, and without commas that nothing follows."""
    return _TRAILING_COMMA.sub(_only_string, _REMARK.sub(_only_string, text))


def _only_string(found: re.Match[str]) -> str:
    return found.group(1) or ""


def _typed(node: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for entry in node:
            yield from _typed(entry, depth + 1)
    elif isinstance(node, dict):
        if "@type" in node:
            yield {**node, "@type": [bare(str(kind)) for kind in _listed(node["@type"])]}
        for name in _INSIDE:
            if name in node:
                yield from _typed(node[name], depth + 1)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def bare(name: str) -> str:
    """The name of a type or property without the address or prefix before it."""
    return _BEFORE_NAME.sub("", name.rstrip("/"))


def _microdata(tree: Any) -> Iterator[Mapping[str, object]]:
    items: dict[Any, dict[str, object]] = {item: {} for item in _ITEMS(tree)[:_MOST_OBJECTS]}
    referred = _referred(tree, items)
    owners: dict[Any, Any] = dict(referred)
    for element in _PROPERTIES(tree) if items else ():
        owner = referred.get(element) if element in referred else _owner(element.getparent(), owners)
        if owner in items:
            _add(items[owner], _name_of(element), _property(element))
    for item, properties in items.items():
        yield {"@type": _type_of(item), **properties, "@line": item.sourceline}


def _referred(tree: Any, items: Collection[Any]) -> dict[Any, Any]:
    """The elements that items name as theirs (`itemref`), each with its item."""
    wanted = {name: item for item in items for name in (item.get("itemref") or "").split()}
    return {e: wanted[e.get("id")] for e in tree.iter() if e.get("id") in wanted} if wanted else {}


def _name_of(element: Any) -> str:
    """Which property an element holds; "" where none."""
    name = element.get("itemprop") or element.get("property") or element.get("rel") or ""
    return bare(name.partition(" ")[0])


def _type_of(item: Any) -> str:
    kind = item.get("itemtype") or item.get("typeof") or ""
    return bare(kind.partition(" ")[0])


def _is_item(element: Any) -> bool:
    return "itemscope" in element.attrib or "typeof" in element.attrib


def _owner(element: Any, owners: dict[Any, Any]) -> Any:
    """The item that an element stands in; `owners` remembers those asked for, for pages of many items within items."""
    path = []
    while element is not None and element not in owners and not _is_item(element):
        path.append(element)
        element = element.getparent()
    owner = owners.get(element, element)
    owners.update(dict.fromkeys(path, owner))
    return owner


def _property(element: Any, depth: int = 0) -> object:
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return element.get(attribute)
    if "rel" in element.attrib and len(element) == 1:  # it names a property whose value is the item in it
        element = element[0]
    if not _is_item(element) or depth > _DEEPEST_PROPERTY:
        return _text(element)
    below = (e for e in islice(element.iterdescendants(), _MOST_BELOW) if isinstance(e.tag, str))
    named = [(name, e) for e in below if (name := _name_of(e))]
    if _type_of(element) in ("PropertyValue", "HowToTip"):
        return {name: _property(e, depth + 1) for name, e in named if _owner(e.getparent(), {}) is element}
    told = next((e for name, e in named if name in ("name", "text")), None)
    return _text(element) if told is None else _property(told, depth + 1)


def _text(element: Any) -> str:
    """The words in an element, as far as a property goes: where tags are never closed it would hold the whole page."""
    pieces: list[str] = []
    letters = 0
    for piece in element.itertext():
        pieces.append(piece)
        letters += len(piece)
        if letters > _LONGEST_PROPERTY:
            break
    return " ".join("".join(pieces).split())


def _add(properties: dict[str, object], name: str, value: object) -> None:
    known = properties.get(name)
    if known is None:
        properties[name] = value
    elif isinstance(known, list):
        known.append(value)
    else:
        properties[name] = [known, value]


def canonical_address(tree: Any) -> str | None:
    """The address the page gives itself: its canonical link, then og:url, or where a program for notes clipped it."""
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href")).strip()
    for meta in tree.iter("meta"):
        is_own = meta.get("property") == "og:url" or meta.get("name") == "source-url"
        if is_own and (meta.get("content") or "").startswith("http"):
            return str(meta.get("content")).strip()
    return None
