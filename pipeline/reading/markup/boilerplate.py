"""Tells the content of a page from what stands around it, by the words in boilerplate.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import islice, takewhile
from typing import Any

from lxml import etree

from pipeline.reading.markup.boilerplate_words import (
    LONGEST_NAMES,
    TITLES,
    WORD,
    is_named,
    names_of,
    repeats_title,
    words,
)
from pipeline.reading.markup.dialogs import Dialogs
from pipeline.reading.markup.factboxes import (
    groups_of,
    has_title,
    is_headed_fact,
    is_plain_fact_box,
    parts_of,
    rows_like,
    states_amounts,
    states_facts,
    states_pairs,
)
from pipeline.reading.words.names import could_be_name
from pipeline.reading.words.plain import ends_sentence, one_line
from pipeline.vocabulary import key

_HASHED = re.compile(
    r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"  # an id that a program gave: "...-ad11-..."
    r"|[A-Za-z]*\d[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*|(?<![A-Za-z])[A-Za-z]{1,3}\d{3,}"
)
_MIXED = re.compile(r"(?<![A-Za-z0-9])(?=[a-z]*[A-Z])[A-Za-z]{5,8}(?![A-Za-z0-9])")
_OF_MODULE = re.compile(r"(?<=[A-Za-z0-9]__)(?![a-z]+[A-Z][a-z]+$|[a-z]+_)(?=\w{0,3}(?:\d|\w[A-Z]))\w{5}$")
"""What bundlers write behind a class and the name of its file: "Steps_item__BhoAd"."""
_OF_FILE = re.compile(r"([A-Z][A-Za-z0-9]*_[A-Za-z0-9-]+)__[\w+-]{5}")
"""The same behind a file with a capital letter, where no word stands: "Step_index___ad_b"."""
_LETTERS_OF_NO_WORD = 2
"""Letters, on the average, between two changes of case of what a program made up: "css-iGfAd" names no ad."""
_ANCHOR = re.compile(r"(?:^|(?<=\s))toc[-_]?\d+(?=\s|$)")
"""What a table of contents leads to: the heading itself, `<span id="toc1">`."""
_MOST_OF_THE_PAGE = 0.4
_LONGEST_CARD = 300
_LONGEST_ENTRY = 40
_LONGEST_CALL = 300
"""Letters of a box that asks for an address, its button and its small print among them."""
_MOST_FIELDS = 20
_ADDRESS, _SECRET = "email", "password"
_SHORT = 3
_LEAST_OF_SECTION = 2
_FEWEST_HEADED = 2
"""Facts below headings of their own in a side bar."""
_MOST_BOXES = 30
_NEVER = frozenset(("body", "main", "article", "html", "dialog", "footer", *TITLES))
"""Elements that are content, whatever they are called."""
_TEXTS = frozenset(("p", "ul", "ol", "dl"))
_letters: Callable[[Any], Any] = etree.XPath("string-length()")
"""How many letters an element holds."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@lru_cache(maxsize=1)
def silent_tags() -> frozenset[str]:
    """Elements whose text nobody reads."""
    return words()["silent"]


def _without_made_up(word: re.Match[str]) -> str:
    parts = WORD.findall(word.group())
    return " " if len(word.group()) <= _LETTERS_OF_NO_WORD * len(parts) else word.group()


def _without_hash(name: str) -> str:
    """A class without what a bundler wrote behind it."""
    if "_" not in name.partition("__")[0]:
        return name
    of_file = _OF_FILE.fullmatch(name)
    return of_file[1] if of_file else _OF_MODULE.sub("", name)


@lru_cache(maxsize=4096)
def _names_boilerplate(names: str) -> bool:
    known = words()
    classes = _ANCHOR.sub("", names).split()
    made_up = sum(len(name) <= _SHORT for name in classes) > _SHORT  # "fl kc ff ad cj jj": no word means anything
    for name in classes if not made_up else [name for name in classes if len(name) > _SHORT]:
        if name.lower() in known["whole_words"]:
            return True
        written = _MIXED.sub(_without_made_up, _HASHED.sub(" ", _without_hash(name)))  # "css-m51ad8" names no ad
        parts = [part.lower() for part in WORD.findall(written)]
        for place, part in enumerate(parts):
            before = parts[place - 1] if place else ""
            if known["labels"].intersection((f"{before} {part}", " ".join(parts[place : place + 2]))):
                continue
            if (part in known["words"] and before not in known["layout"]) or f"{before} {part}" in known["phrases"]:
                return True
    return False


def _is_other_item(element: Any, kind: str) -> bool:
    """Whether microdata say that an element is part of the site, or that it is a card of something else than an exercise, as
    its title does.
    """
    if kind not in words()["other_item_types"]:
        return kind in words()["item_types"] and not _is_first_post(element)
    title = next(element.iter(*TITLES), None)
    if title is None or next(element.iter("h1"), None) is not None:
        return False
    return not could_be_name(key(" ".join(title.itertext())[:_LONGEST_CARD]))


def _is_first_post(element: Any) -> bool:
    """Whether microdata number what somebody wrote as the first of a thread: that is the page, the others answer it."""
    place = next((part for part in element.iter() if part.get("itemprop") == "position"), None)
    return place is not None and "".join(place.itertext()).strip() == "1"


class Boilerplate:
    """Decides for one page; `body` is its tree, whose size keeps a wrongly named wrapper from taking everything, and
    `opened` says whether a tab or button elsewhere opens an element. `by_name` reads classes and ids too.
    """

    def __init__(self, body: Any, opened: Callable[[Any], bool], *, by_name: bool) -> None:
        self._by_name = by_name
        self._body = body
        self._opened = opened
        self._size: float | None = None
        self._left_out = _boxes_to_sign_up(body)
        self._kept: set[Any] = set()
        self.dialogs = Dialogs(body)
        self.took_by_name = False
        """Whether a class or an id made the difference for any element."""

    def holds(self, element: Any) -> bool:
        """Whether `element` stands around the content rather than in it."""
        return self.takes(element, element.tag, dict(element.items()))

    def takes(self, element: Any, tag: str, attributes: dict[str, str]) -> bool:
        """The same, for who has read the tag and the attributes of the element already."""
        if self._left_out and element in self._left_out:
            return True
        if tag not in _JUDGES and (not attributes or (len(attributes) == 1 and "class" in attributes)):  # most elements
            return bool(attributes) and self._is_named(tag, attributes["class"]) and not self._holds_content(element)
        if self._suspect(element, attributes):
            return not self._holds_content(element)
        if not _is_hidden(attributes):
            return False
        shown = _is_foldable(element) or self._opened(element) or _is_title_read_before(element)
        return not (shown or _is_slide(element))

    def _holds_content(self, element: Any) -> bool:
        """Whether an element is content as a whole, or a column of boxes of which one is."""
        column = element.tag == "aside" or is_named(element, "beside")
        return self._is_content(element) or (column and self._states_facts_in_part(element))

    def _suspect(self, element: Any, attributes: Any) -> bool:
        judge = _JUDGES.get(element.tag)
        if judge is not None:
            return judge(element)
        role = attributes.get("role", "").lower()
        if role and role in words()["roles"]:
            return not _is_part_of_content(element, role)
        if "itemtype" in attributes and _is_other_item(element, attributes["itemtype"].rpartition("/")[2].lower()):
            return True
        if not self._is_named(element.tag, names_of(attributes)):
            return False
        return not repeats_title(element) or self._is_named(element.tag, attributes.get("class", ""))

    def _is_named(self, tag: str, names: str) -> bool:
        named = self._by_name and bool(names) and tag not in _NEVER and _names_boilerplate(names[:LONGEST_NAMES])
        self.took_by_name = self.took_by_name or named
        return named

    def _states_facts_in_part(self, aside: Any) -> bool:
        """Whether one part of a side bar is a box of facts; the parts that speak of none are left out. Below a heading that
        leads elsewhere all parts are of what stands there.
        """
        parts = parts_of(aside)
        if any(part.tag in TITLES and part.find(".//a") is not None for part in parts):
            return False
        groups = groups_of(parts)
        headed = [part for group in groups if is_headed_fact(group) for part in group]
        if len(groups) > 1 and sum(part.tag in TITLES for part in headed) >= _FEWEST_HEADED:
            return self._takes_parts(aside, parts, headed)
        facts = [part for part in parts if is_plain_fact_box(part, fewest=1) or states_amounts(part)]
        facts = rows_like(facts, parts) or facts
        if not any(is_plain_fact_box(part) or states_pairs(part, fewest=1) for part in facts):
            return False
        return self._takes_parts(aside, parts, facts)

    def _takes_parts(self, aside: Any, parts: list[Any], facts: list[Any]) -> bool:
        """Leaves out the parts of a side bar that are no facts."""
        kept = set(facts)
        self._left_out.update(part for part in parts if part not in kept)
        self._kept.update(takewhile(lambda around: around is not aside, parts[0].iterancestors()))
        return True

    def keep(self, dialog: Any) -> None:
        """Says that a dialog is content: so are the boxes it is made of, which are called after it ("modal-body")."""
        self._kept.update(dialog.iter("div"))

    def _is_content(self, element: Any) -> bool:
        """Whether an element that is called like something around the content holds it nevertheless."""
        if (
            element in self._kept
            or has_title(element)
            or (element.tag == "a" and any(child.tag in TITLES for child in element))
        ):
            return True
        if self.dialogs.tell(element):
            self.keep(element)
            return True
        if _states_facts(element) or _tells_of_exercise(element):
            return True
        if self._size is None:
            self._size = _letters(self._body) - sum(map(_letters, self._body.iter("style", "script")))
        return bool(_letters(element) > _MOST_OF_THE_PAGE * self._size)


def _states_facts(element: Any) -> bool:
    """Whether an element that is called a column, or a table of contents, is facts of an exercise: of the latter a list of
    nothing but labels and their terms, or what stands around that and a title.
    """
    if is_named(element, "beside") and is_plain_fact_box(element):
        return True
    if not is_named(element, "contents"):
        return False
    lists = list(islice(element.iter("ul", "ol", "dl"), 2))
    return len(lists) == 1 and is_named(lists[0], "contents") and states_pairs(lists[0])


def _tells_of_exercise(element: Any) -> bool:
    """Whether an element whose name may be that of a box of advice, or of small print, tells something and leads nowhere."""
    if is_named(element, "advising") and _leads_nowhere(element):
        return True
    return (is_named(element, "doubtful") and _tells(element)) or (
        is_named(element, "small") and _is_headed_part(element)
    )


def _is_part_of_content(element: Any, role: str) -> bool:
    """Whether an element does not play the role around the content that it claims: a list of tabs with their panels in it,
    or what is told in these, a head of the page that leads nowhere.
    """
    if role == "tablist":
        holds_panels = any(part.get("role") == "tabpanel" for part in element.iter("div", "section", "li"))
        return holds_panels or any(ends_sentence(text.strip()) for text in element.itertext())
    return role == "banner" and _leads_nowhere(element)


def _leads_nowhere(element: Any) -> bool:
    return next(element.iter("a", "nav", "ul", "form", "img", "input", "button"), None) is None


def _tells(element: Any) -> bool:
    """Whether an element is a paragraph or a list, or holds sentences, and nothing that leads elsewhere."""
    if next(element.iter("a", "nav", "form", "input", "button"), None) is not None:
        return False
    return element.tag in _TEXTS or any(ends_sentence(text.strip()) for text in element.itertext())


def _is_headed_part(element: Any) -> bool:
    """Whether an element holds a heading, and below it numbered steps, facts in a table, or a sentence."""
    below = (
        part for title in islice(element.iter(*TITLES), 1) for part in title.itersiblings("p", "ol", "dl", "table")
    )
    return any(part.tag != "p" or ends_sentence("".join(part.itertext()).strip()) for part in below)


def _is_head_of_site(header: Any) -> bool:
    """Whether a header is that of the site: not of a part of the page, and not the title of a box."""
    if next(header.iter("a", "nav", "ul", "form", "img"), None) is None and _has_heading(header):
        return False
    return next(header.iterancestors("main", "article", "section"), None) is None and not has_title(header)


def _is_one_of_a_section(aside: Any) -> bool:
    """Whether a section is nothing but its heading and such boxes, none of which leads elsewhere."""
    section = aside.getparent()
    if section is None or len(section) < _LEAST_OF_SECTION or section[0].tag not in TITLES:
        return False
    return all(box.tag == "aside" and _leads_nowhere(box) for box in islice(section, 1, _MOST_BOXES))


def _leads_elsewhere(nav: Any) -> bool:
    """Whether a nav has links or short entries; some pages put their steps into one."""
    if next(nav.iter("a", "button"), None) is not None:
        return True
    entries = sum(1 for _ in nav.iter("li"))
    return entries > 0 and bool(_letters(nav) < _LONGEST_ENTRY * entries)


def _holds_no_page(element: Any) -> bool:
    """Whether a form or the address of who writes is what it should be; some sites put their pages into one."""
    return next(element.iter("dl", "h1", "ol", "output"), None) is None


def _is_card(article: Any) -> bool:
    """Whether an article is one of several that each stand for another page: a few words, and a heading that is a link."""
    heading = next(article.iter("h2", "h3", "h4", "h5", "h6"), None)
    if heading is None or next(article.iter("h1", "ol", "dl", "table"), None) is not None:
        return False
    is_link = any(map(_leads_away, (heading.find("a"), heading.getparent())))
    beside = any(e is not None and e.tag == "article" for e in (article.getprevious(), article.getnext()))
    return is_link and beside and bool(_letters(article) <= _LONGEST_CARD)


def _leads_away(link: Any) -> bool:
    """Whether an element is a link to another page: "#steps" leads to the heading itself, and an `a` with an `id` is its mark."""
    if link is None or link.tag != "a":
        return False
    href = link.get("href")
    return bool("#" not in href if href is not None else not (link.get("id") or link.get("name")))


def _boxes_to_sign_up(page: Any) -> set[Any]:
    """The boxes of a page that ask for an address, the widest around each such field that says next to nothing else, and
    those that ask for a password.
    """
    fields = [field for field in page.iter("input") if (field.get("type") or "").lower() in (_ADDRESS, _SECRET)][
        :_MOST_FIELDS
    ]
    boxes = {_login_around(f) if f.get("type").lower() == _SECRET else _box_around(f) for f in fields}
    return boxes - {None}


def _login_around(field: Any) -> Any:
    """The form or the table around a field for a password."""
    box = next(field.iterancestors("form", "fieldset", "table"), None)
    return box if box is not None and _letters(box) <= _LONGEST_CALL and box.find(".//p") is None else None


def _box_around(field: Any) -> Any:
    box = None
    for around in field.iterancestors():
        if around.tag in _NEVER or next(around.iter("h1", "ol", "ul", "dl", "table"), None) is not None:
            break
        if _letters(around) > _LONGEST_CALL:
            break
        box = around
    return box


def _has_heading(element: Any) -> bool:
    return next(element.iter("h2", "h3", "h4", "h5", "h6"), None) is not None


def _is_hidden(attributes: Any) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "style" in attributes and _HIDDEN_STYLE.search(attributes["style"]) is not None


def _is_slide(section: Any) -> bool:
    """Whether a section is one of the slides of a talk, of which one is shown at a time."""
    around = section.getparent() if section.tag == "section" else None
    return around is not None and is_named(around, "slides")


def _is_title_read_before(title: Any) -> bool:
    """Whether only those who listen do not get an element, because what it stands in is called the same: the title of a box."""
    box = title.getparent()
    if box is None or "hidden" in title.attrib or "style" in title.attrib:
        return False
    called = box.get("aria-label", "")
    return bool(called) and one_line("".join(title.itertext())) == one_line(called)


def _is_foldable(element: Any) -> bool:
    attributes = element.attrib
    if attributes.get("role") in ("tabpanel", "region") or "aria-labelledby" in attributes:
        return True
    return is_named(element, "foldable") and not is_named(element, "copied")


_JUDGES: dict[str, Callable[[Any], bool]] = {
    "header": _is_head_of_site,
    "nav": _leads_elsewhere,
    "aside": lambda aside: not (states_facts(aside) or _is_one_of_a_section(aside)),
    "form": _holds_no_page,
    "article": _is_card,
    "address": _holds_no_page,
}
"""Elements that are judged by what they hold."""
