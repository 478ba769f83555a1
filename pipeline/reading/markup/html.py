"""HTML to the Outline: one walk over the lxml tree, in document order.

The tree is lxml's own and not BeautifulSoup's: building the latter costs twenty times the parse, and the walk needs
nothing that it adds. Profiles written in Python get a BeautifulSoup of the same page (see `profiles`).
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from pipeline.reading.markup.asshown import set_as_shown
from pipeline.reading.markup.broken import rejoined
from pipeline.reading.markup.structured import canonical_address, structured_objects
from pipeline.reading.markup.tabs import name_in_order, name_panels
from pipeline.reading.markup.tree import boxes_before, boxes_behind, content_of, fact_boxes_beside, size_of
from pipeline.reading.markup.walking import Walker
from pipeline.reading.words.plain import is_sentence, one_line
from pipeline.records import Block, Break, Listing, Outline, Paragraph, Place, Row
from pipeline.stages import Stages, finished

_MOST_TAGS = 400_000
MOST_TEXT = 2_000_000
"""Letters that a person could see; scripts and pictures inside the page do not count."""


class TooComplex(ValueError):
    """More of something than a page made for people has."""


def html_outline(text: str) -> Outline:
    """The outline of an HTML page. Raises TooComplex for a page of more than 400,000 tags or 2,000,000 letters.

    A page without any element gives an outline without blocks.
    """
    return finished(html_outlined(text))


def html_outlined(text: str) -> Stages[Outline]:
    """Like `html_outline`, in stages. Raises TooComplex."""
    if text.count("<") > _MOST_TAGS:
        raise TooComplex(f"more than {_MOST_TAGS:,} tags")
    # A NUL ends the page for libxml2, and an XML declaration would have it decode the text a second time.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", " "), count=1)
    content = text.encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:  # libxml2 ran out of memory, or met one of its own limits
        raise TooComplex("markup that no parser takes apart") from error
    if tree is None:
        return Outline(())
    if len(text) > MOST_TEXT and size_of(tree) > MOST_TEXT:
        raise TooComplex(f"more than {MOST_TEXT:,} letters")
    yield
    structured, problems = structured_objects(tree, microdata=_has_items(content.lower()))
    yield
    set_as_shown(tree, text)
    name_panels(tree)
    name_in_order(tree, with_roles="tablist" in text)
    yield
    walker = _walked(tree, with_dialogs="dialog" in text or "modal" in text)
    blocks = tuple(rejoined(walker.found()))
    title = tree.findtext(".//title") or ""
    return Outline(
        blocks=blocks,
        title=one_line(title),
        url=canonical_address(tree) or (walker.typed.url if walker.typed else None),
        language=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip() or None,
        structured=structured,
        problems=problems,
        marked_up=walker.typed is None,
    )


def _has_items(content: bytes) -> bool:
    """Whether a page may mark things up for machines in its tags: as microdata, or as RDFa."""
    return b"itemscope" in content or b"typeof" in content


def _walked(tree: Any, *, with_dialogs: bool) -> Walker:
    """What walked a page and found its blocks. Where next to nothing is left of it, some class was taken for what it is not ("page-menu"
    around everything), and the page is walked again without a look at the names of its classes.
    """
    walker = Walker(tree)
    content = content_of(tree)
    for box in boxes_before(content, walker.leaves_out):
        walker.container(box)
        walker.blocks.append(Break(1, Place(box.sourceline)))
    walker.container(content)
    beside = (box for box in fact_boxes_beside(content, tree) if not walker.has_walked(box))
    for box in (*beside, *boxes_behind(content, walker.leaves_out)):
        walker.blocks.append(Break(1, Place(box.sourceline)))  # it belongs to no section of the text
        walker.container(box)
    for dialog in walker.dialogs_behind(content) if with_dialogs else ():
        walker.blocks.append(Break(1, Place(dialog.sourceline)))
        walker.container(dialog)
    if _tells(walker.blocks) or not walker.left_out_by_name:
        return walker
    again = Walker(tree, by_name=False)
    again.container(content)
    return again if _tells(again.blocks) else walker


def _tells(blocks: list[Block]) -> bool:
    return (
        any(isinstance(b, (Listing, Row)) for b in blocks)
        or sum(isinstance(b, Paragraph) and is_sentence(b.whole) for b in blocks) > 1
    )
