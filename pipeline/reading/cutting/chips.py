"""Small pieces side by side: labels with their values, the tabs of a page, or what a filter counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.reading.words.kinds import CHOICE_FIELDS, FACT_FIELDS, TERM_FIELDS, all_known, metric_of
from pipeline.reading.words.labels import is_label_last, spaced_pair
from pipeline.reading.words.plain import is_rating
from pipeline.reading.words.profiles import FACTS, Profile
from pipeline.records import Chips, Paragraph, Place

_FEWEST_TABS = 3
_PAIR = 2
_FEWEST_KNOWN = 2
_MOST_TERMS = 11
"""Pieces in a row, its label among them, that may be terms of one exercise."""
_FACT_SECTIONS = frozenset(("muscles_worked", "equipment"))

ChipFact = tuple[str, list[str], Place]
"""A label, its values, and where they stand."""


def facts_in_chips(profile: Profile, chips: Chips) -> list[ChipFact] | None:
    """The labels and values that small pieces side by side are; empty for what is left out, None for a run of tags."""
    items = chips.items[1:] if _has_title(profile, chips) else chips.items
    texts = [item.text.rstrip(" :") for item in items]
    labels = [n for n, text in enumerate(texts) if is_label(profile, text)]
    if apart := _labels_apart(profile, items, texts, labels):
        return apart
    in_turns = len(texts) > _PAIR and labels and all(item.strong == (n % 2 == 0) for n, item in enumerate(items))
    set_off = [] if in_turns else _set_off(items, labels)
    if in_turns or (not set_off and _are_pairs(texts, labels)):
        labels = list(range(0, len(texts), 2))  # each bold, its value beside it not; or most of them known
    if labels == [0] and len(texts) > _MOST_TERMS:
        return []  # all that the site has of a kind
    if (set_off or labels)[:1] == [0] and len(texts) > 1:
        if len(texts) > _FEWEST_TABS and _is_unheard_of(profile, texts):
            return []  # "Main | Routines | Links"
        cuts = set_off or _starts(profile, texts, labels)
        ends = zip(cuts, [*cuts[1:], len(texts)], strict=True)
        return [(texts[start], texts[start + 1 : end], items[start].place) for start, end in ends]
    if len(items) == _PAIR and (label := _label_of_two(profile, items, labels)):
        return [(label, [text for text in texts if text != label], chips.place)]
    return None


def _set_off(items: Sequence[Paragraph], labels: Sequence[int]) -> list[int]:
    """The labels of small pieces where they are set off, each above its values: all that are known, and maybe others that are no
    terms. Empty where they are not.
    """
    bold = [n for n, item in enumerate(items) if item.strong]
    if not labels or bold[:1] != [0] or not set(labels) <= set(bold):
        return []
    is_above_value = all(b - a > 1 for a, b in pairwise([*bold, len(items)]))
    others = [items[n].text for n in bold if n not in labels]
    is_term = any(all_known(field, [text]) for field in FACT_FIELDS for text in others)
    return bold if is_above_value and not is_term else []


def _labels_apart(
    profile: Profile, items: Sequence[Paragraph], texts: list[str], labels: Sequence[int]
) -> list[ChipFact]:
    """The facts of small pieces with each label behind its value, "Easy | Level | Dumbbell | Equipment", or its values, "Quads |
    Calves | Main muscles", or with all labels before all values, "Equipment | Level | Barbell | Advanced"; empty for others.
    """
    if labels == [len(texts) - 1] and len(texts) > _PAIR and is_label_last(profile, texts):
        return [(texts[-1], texts[:-1], items[0].place)]
    half = len(texts) // 2
    if half < _PAIR or len(texts) % 2:
        return []
    if labels == [*range(1, len(texts), 2)]:
        return [(label, [value.whole], value.place) for value, label in zip(items[::2], texts[1::2], strict=True)]
    if labels == [*range(half)]:
        return [(label, [value.whole], value.place) for label, value in zip(texts[:half], items[half:], strict=True)]
    return []


def _are_pairs(texts: Sequence[str], labels: Sequence[int]) -> bool:
    """Whether small pieces are in turns labels, most of them known, the first not, and values."""
    if len(texts) % _PAIR or any(n % _PAIR for n in labels):
        return False
    known = {*labels, *(n for n in range(0, len(texts), _PAIR) if metric_of(texts[n]))}
    return len(known) >= _FEWEST_KNOWN and _PAIR * len(known) >= len(texts) // _PAIR


def are_in_turns(profile: Profile, chips: Chips) -> bool:
    """Whether small pieces are several labels, each with its value behind it."""
    labels = [n for n, item in enumerate(chips.items) if is_label(profile, item.text)]
    return len(labels) >= _PAIR and len(chips.items) % 2 == 0 and all(n % 2 == 0 for n in labels)


def is_of_a_filter(profile: Profile, chips: Chips) -> bool:
    """Whether two small pieces are a term and how many others there are of it: "Barbell | 164"."""
    if len(chips.items) != _PAIR or not chips.items[1].text.strip("() ").isdigit():
        return False
    texts = [item.whole.strip("() ") for item in chips.items]
    if is_label(profile, texts[0]) or metric_of(texts[0]):
        return False
    return any(all_known(field, texts[:1]) for field in FACT_FIELDS)


def is_menu(profile: Profile, texts: list[str]) -> bool:
    """Whether small pieces in a row are the names of sections, to be chosen from: the tabs of a page."""
    if len(texts) < _FEWEST_TABS:
        return False
    sections = sum(profile.heading(text) is not None and not spaced_pair(profile, text) for text in texts)
    return sections >= _FEWEST_TABS and sections * 3 >= len(texts) * 2


def is_label(profile: Profile, text: str) -> bool:
    """Whether a small text is a label, or the heading of a section that can be as short as a fact."""
    return bool(profile.label_of(text)) or profile.exactly(text) in _FACT_SECTIONS


def _label_of_two(profile: Profile, items: Sequence[Paragraph], labels: Sequence[int]) -> str:
    """The label of two small pieces of which the first is none that is known: the first, or the second, where the value
    stands above; "" where neither is one.
    """
    first, second = (item.text.rstrip(" :") for item in items)
    if list(labels) == [1]:
        is_value = any(all_known(field, (second,)) for field in CHOICE_FIELDS)
        field = profile.label_of(second) or ""
        answers = all_known(field, (first,)) or (field == "difficulty" and is_rating(first))
        if not answers and not is_value and (field in CHOICE_FIELDS or f"{first}{second}".islower()):
            return ""  # "journal | movement", "home-gym | technique"
        return first if is_value and not answers else second  # "Sides | One at a time", but "Yes | Bilateral"
    if metric_of(second) and first[:1].isdigit():
        return second
    return first if items[0].text.endswith(":") or (metric_of(first) and second[:1].isdigit()) else ""


def _has_title(profile: Profile, chips: Chips) -> bool:
    """Whether the first of small pieces is a title above facts: by its words, or the only bold one above pairs."""
    first, *others = chips.items
    bold = first.strong and len(others) > _PAIR and len(others) % 2 == 0 and not any(i.strong for i in others)
    return profile.exactly(first.text) == FACTS or (bold and not is_label(profile, first.text))


def _is_unheard_of(profile: Profile, texts: list[str]) -> bool:
    """Whether a label of terms stands before several words that are none."""
    field = profile.label_of(texts[0])
    return field in TERM_FIELDS and not any(all_known(field, [text]) or is_label(profile, text) for text in texts[1:])


def _starts(profile: Profile, texts: list[str], labels: list[int]) -> list[int]:
    """Where labels begin; at every second piece, "label, value, label, value", where no such label is a value."""
    cuts = _cuts(len(texts), labels)
    above = {n: max((label for label in labels if label < n), default=n) for n in cuts if n not in labels}
    values = (all_known(profile.label_of(texts[label]) or "", texts[n : n + 2]) for n, label in above.items())
    return labels if any(values) else cuts  # "Grip" is a muscle only where no "Overhand" stands behind it


def _cuts(count: int, labels: list[int]) -> list[int]:
    """Where labels begin among so many pieces: at every second one where that fits, "label, value, label, value"."""
    every_second = set(range(0, count, 2))
    fits = count % 2 == 0 and (every_second <= set(labels) or set(labels) <= every_second)
    return sorted(every_second) if fits else labels
