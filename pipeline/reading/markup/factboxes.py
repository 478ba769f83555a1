"""Boxes of facts beside the text of a page: in a column of their own, among other boxes there."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import Any

from pipeline.reading.markup.boilerplate_words import LONGEST_NAMES, TITLES, WORD, holds_word, is_named, words
from pipeline.reading.words.factwords import (
    LONGEST_NAMING,
    LONGEST_TERM,
    is_label_of_fact,
    kinds_named,
    labels_in,
    names_terms,
)
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import metric_of

_LINKS_EACH = 3
"""Links for each label of a box, where they lead to what else is of a kind: more are a menu."""

_MOST_PIECES = 80
_LEADING = ("form", "article", "img", "input", "select")
"""Elements that no box of facts holds."""
_FEWEST_FACTS = 2
_HASH = "#"
"""Before terms by which a site finds its pages."""


def speaks_of_exercise(aside: Any, fewest: int = 2) -> bool:
    """Whether a box says several of the words that label the facts of an exercise, or terms of several kinds."""
    return len(_labels_of(aside)) >= fewest or len(_kinds_of_terms(aside)) > fewest


def _labels_of(box: Any) -> frozenset[str]:
    """The words of a box that label facts of an exercise."""
    return labels_in(" ".join(islice(box.itertext(), LONGEST_NAMES))[:LONGEST_NAMES])


def _kinds_of_terms(box: Any) -> set[str]:
    """The fields of the terms that stand alone in a box, or behind a label there."""
    pieces = (" ".join(piece.split()) for piece in islice(box.itertext(), _MOST_PIECES) if not piece.isspace())
    return {field for piece in pieces if 0 < len(piece) <= LONGEST_NAMING for field in kinds_named(piece)}


_LABELS = frozenset(("span", "b", "strong", "em", "i", "dt"))
"""Elements that label what stands beside them, and no field of a form."""
_LINES = frozenset(("p", "li", "dd", "td"))
_MOST_VALUES = 13
"""Elements of a line of values, its label among them; more are a filter."""
_CHOSEN = frozenset(("difficulty", "mechanic", "force", "exercise_type"))
"""Kinds of which an exercise is one."""


def is_value(button: Any) -> bool:
    """Whether a button is a term beside the label of its fact, and all there that is not the label are others; what there is
    to choose from is none: "Difficulty", and all three of them.
    """
    around = button.getparent()
    if around.tag not in _LINES or len(around) > _MOST_VALUES:
        return False
    label, *values = around
    text = "".join(label.itertext())
    if label.tag not in _LABELS or len(text) > LONGEST_NAMING or not is_label_of_fact(text):
        return False
    kinds = [kinds_named("".join(value.itertext()).strip()) for value in values if value.tag == button.tag]
    is_choice = len(kinds) > 1 and any(found & _CHOSEN for found in kinds)
    return all(kinds) and len(kinds) == len(values) and not is_choice


def parts_of(aside: Any) -> list[Any]:
    """The boxes that a side bar is made of; none where it is one, below the only heading in it."""
    while len(aside) == 1:
        aside = aside[0]
    heads = sum(part.tag in TITLES for part in aside)
    return [] if heads == 1 and aside[0].tag in TITLES else list(aside)


def groups_of(parts: list[Any]) -> list[list[Any]]:
    """The parts of a side bar, each heading with what stands below it."""
    groups: list[list[Any]] = []
    for part in parts:
        if part.tag in TITLES or not groups:
            groups.append([part])
        else:
            groups[-1].append(part)
    return groups


def is_headed_fact(group: list[Any]) -> bool:
    """Whether a heading labels a fact of an exercise, and what stands below it are terms, or nothing."""
    title, *below = group
    if title.tag not in TITLES or not is_label_of_fact("".join(title.itertext())):
        return False
    if any(next(part.iter(*_LEADING), None) is not None or _leads_away(part) for part in below):
        return False
    texts = (" ".join(text.split()) for part in below for text in islice(part.itertext(), _MOST_PIECES))
    return all(len(text) <= LONGEST_TERM for text in texts)


def is_fact_box(element: Any) -> bool:
    """Whether an element is called a box of facts and speaks of those of an exercise, without links to others."""
    if not is_named(element, "factual") or next(element.iter("h1", "h2", "h3", "article"), None) is not None:
        return False
    return speaks_of_exercise(element)


def is_plain_fact_box(element: Any, fewest: int = 2) -> bool:
    """Whether an element speaks of the facts of an exercise, and leads to no other."""
    leads = next(element.iter(*_LEADING), None) is not None
    return not leads and speaks_of_exercise(element, fewest) and not _leads_away(element)


def is_called_fact_box(element: Any) -> bool:
    """Whether an element speaks of the facts of an exercise, leads to no other, and is called a box of facts: by the only heading
    in it, "Quick facts", or by its class where it begins with such words, the title of the page or a fact.
    """
    titles = list(islice(element.iter(*TITLES), 2))
    if len(titles) > 1 or not (titles or is_named(element, "factual")):
        return False
    first = next((text for piece in element.itertext() if (text := piece.strip())), "")
    title = next(element.getroottree().iter("h1"), None)
    own = WORD.findall("".join(title.itertext())) if title is not None else []
    called = words()["fact_titles"].union(map(str.lower, own)).issuperset(map(str.lower, WORD.findall(first)))
    label, _, value = first.partition(": ")
    called = called or (not titles and (is_label_of_fact(label) or names_terms(value)))
    return called and is_plain_fact_box(element)


def is_foot_of_facts(footer: Any) -> bool:
    """Whether the foot of an article states facts of its exercise: several labels, each with its terms."""
    if next(footer.iterancestors("article", "main"), None) is None or next(footer.iter(*_LEADING), None) is not None:
        return False
    texts = [" ".join(text.split()) for text in islice(footer.itertext(), _MOST_PIECES)]
    pairs = list(pairwise(text for text in texts if text))
    facts = [(label, value) for label, value in pairs if label.endswith(":")] or [
        (label, value) for label, value in pairs if is_label_of_fact(label) and value[:1] == _HASH
    ]
    values = [value for label, value in facts if len(label) <= LONGEST_NAMING and not holds_word(label, "filing")]
    kinds = [len(value) <= LONGEST_NAMING and kinds_named(value) for value in values]
    return len(kinds) >= _FEWEST_FACTS and all(kinds)


def states_pairs(box: Any, fewest: int = _FEWEST_FACTS) -> bool:
    """Whether a box is nothing but labels, each with its terms behind or below it: "What you need", "A chair"."""
    if next(box.iter("a", *_LEADING), None) is not None:
        return False
    texts = [text for piece in islice(box.itertext(), _MOST_PIECES) if (text := " ".join(piece.split()))]
    labels, values = texts[::2], texts[1::2]
    if len(labels) != len(values) or len(values) < fewest or any(len(text) > LONGEST_NAMING for text in texts):
        return False
    return all(map(kinds_named, values))


def states_amounts(box: Any) -> bool:
    """Whether a box is nothing but amounts of what to do, several, below a word: "Recommended", "2", "Sets", "20 seconds", "Time"."""
    if next(box.iter("a", *_LEADING), None) is not None:
        return False
    texts = [text for piece in islice(box.itertext(), _MOST_PIECES) if (text := " ".join(piece.split()))]
    texts = texts[len(texts) % 2 :]
    pairs = list(zip(texts[::2], texts[1::2], strict=True))
    return len(pairs) >= _FEWEST_FACTS and all(any(map(_is_amount_of, pair, pair[::-1])) for pair in pairs)


def rows_like(facts: list[Any], parts: list[Any]) -> list[Any]:
    """Of the parts of a column those that are set as its facts are, each a label and its value, where several are facts; none
    where these are set in several ways, or a part is no such row.
    """
    kinds = {(fact.tag, fact.get("class")) for fact in facts}
    alike = [part for part in parts if (part.tag, part.get("class")) in kinds]
    rows = len(facts) >= _FEWEST_FACTS and len(kinds) == 1 and facts[0].get("class")
    return alike if rows and all(map(_is_row, alike)) else []


def _is_row(part: Any) -> bool:
    """Whether an element is two small ones, a label and its value, and leads nowhere."""
    cells = [" ".join("".join(child.itertext()).split()) for child in part]
    small = all(0 < len(text) <= LONGEST_NAMING for text in cells)
    return len(cells) == _FEWEST_FACTS and small and next(part.iter("a", *_LEADING), None) is None


def _is_amount_of(amount: str, metric: str) -> bool:
    return amount[:1].isdigit() and metric_of(metric) in hints()["doses"]


def _leads_away(box: Any) -> bool:
    """Whether a box has links, other than those of its terms to what else is of their kind: "Muscle: Biceps"."""
    first = next(box.iter("a"), None)
    if first is None:
        return False
    if _is_card(first):
        return True
    most = _LINKS_EACH * max(len(_labels_of(box)), len(_kinds_of_terms(box)))
    links = list(islice(box.iter("a"), most + 1))
    return len(links) > most or not all(kinds_named(" ".join("".join(link.itertext()).split())) for link in links)


def _is_card(link: Any) -> bool:
    """Whether a link is the card of another page: it holds the name of that as a heading."""
    return next(link.iter("h2", "h3", "h4"), None) is not None


def states_facts(aside: Any) -> bool:
    """An aside with one list of facts is a fact box; with several, or with links for headings, it shows other pages."""
    title = next(aside.iter(*TITLES, "summary"), None)
    if title is None:
        title = next((part for part in aside.iter("div", "p", "span") if part.get("role") == "heading"), None)
    if is_named(aside, "factual") or (title is not None and holds_word("".join(title.itertext()), "factual")):
        return True
    if title is not None and holds_word("".join(title.itertext()), "telling") and next(aside.iter("a"), None) is None:
        return True
    if next(aside.iter("h1", "article"), None) is None and (
        (sum(1 for _ in aside.iter("b", "strong")) > 1 and next(aside.iter("a"), None) is None)
        or (not any(map(_is_card, islice(aside.iter("a"), 1))) and speaks_of_exercise(aside) and not _leads_away(aside))
    ):
        return True  # labels, and no links to anywhere
    boxes = sum(1 for _ in aside.iter("dl", "table"))
    if states_pairs(aside):
        return True
    links = any(heading.find(".//a") is not None for heading in aside.iter("h2", "h3", "h4"))
    return (boxes == 1 and not links and next(aside.iter("h1"), None) is None) or has_title(aside)


def has_title(element: Any) -> bool:
    """Whether an element holds a title of the page."""
    return next(element.iter("h1"), None) is not None
