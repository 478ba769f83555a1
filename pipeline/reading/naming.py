"""Which block of a page holds the exercise's name, and the name without what the page puts around it."""

from __future__ import annotations

import re

from pipeline.reading.profiles import Profile
from pipeline.records import Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key

_TITLE_PARTS = re.compile(r"\s+[|\-–—»·•:~]+\s+|\s*[|»]\s*|:\s+")
_TAIL = re.compile(r"\s+[|–—-]+\s+|:\s+|\s*\|\s*")
_LONGEST_HEADING = 300
_NEAR_THE_TOP = 12


def title_block(outline: Outline, profile: Profile) -> tuple[int, str]:
    """Index of the block with the name (-1: none) and the name as written; ("", -1) order: index first."""
    parts = [key(part) for part in _TITLE_PARTS.split(outline.title) if part.strip()]
    headings = [(n, b) for n, b in enumerate(outline.blocks) if isinstance(b, Heading) and _may_name(b.text, profile)]
    tops = [(n, b) for n, b in headings if b.level == 1]
    for candidates in (tops, headings):
        agreeing = [(n, b) for n, b in candidates if _agrees(b.text, parts, profile)]
        if agreeing:
            return agreeing[0][0], clean_name(agreeing[0][1].text, profile)
    if tops:
        return tops[0][0], clean_name(tops[0][1].text, profile)
    labelled = _labelled_name(outline, profile)
    if labelled:
        return labelled
    return _unmarked_title(outline, profile, parts, headings)


def _agrees(text: str, parts: list[str], profile: Profile) -> bool:
    if not parts:
        return False
    wanted = key(clean_name(text, profile))
    first = key(clean_name(parts[0], profile))
    return bool(wanted) and (wanted == first or key(text) == parts[0])


def _may_name(text: str, profile: Profile) -> bool:
    return len(text) <= _LONGEST_HEADING and profile.heading(text) is None or text.lower().startswith(("how to do ", "how to perform "))


def _labelled_name(outline: Outline, profile: Profile) -> tuple[int, str] | None:
    for place, block in enumerate(outline.blocks[:_NEAR_THE_TOP]):
        if isinstance(block, Row) and profile.label_of(block.label) == "name":
            return place - 1, clean_name(" ".join(block.values), profile)
        if isinstance(block, Paragraph):
            label, _, value = block.whole.partition(":")
            if value.strip() and profile.label_of(label) == "name":
                return place, clean_name(value.strip(), profile)
    return None


def _unmarked_title(
    outline: Outline, profile: Profile, parts: list[str], headings: list[tuple[int, Heading]]
) -> tuple[int, str]:
    """The name of a page without a top heading: a set-off line that the document's title repeats, or the first one."""
    strong = [
        (n, b.text)
        for n, b in enumerate(outline.blocks)
        if isinstance(b, Paragraph) and not b.lead and _may_name(b.text.rstrip(":"), profile) and not profile.dropped.match(key(b.text))
    ]
    for n, text in strong:
        if _agrees(text, parts, profile):
            return n, clean_name(text, profile)
    if outline.title:
        name = clean_name(_TITLE_PARTS.split(outline.title)[0], profile)
        return (headings[0][0], clean_name(headings[0][1].text, profile)) if headings and headings[0][0] < 4 and _within(headings[0][1].text, outline.title) else (-1, name)
    if headings and not _anything_before(outline, headings[0][0]):
        return headings[0][0], clean_name(headings[0][1].text, profile)
    first = next(((n, t) for n, t in strong if outline.blocks[n].strong), None)  # type: ignore[union-attr]
    return (first[0], clean_name(first[1], profile)) if first else (-1, "")


def _within(text: str, title: str) -> bool:
    return key(text) in key(title)


def _anything_before(outline: Outline, place: int) -> bool:
    return any(isinstance(b, (Listing, Row)) for b in outline.blocks[:place])


def clean_name(text: str, profile: Profile) -> str:
    """The name without "How to Do the ..." before it and "... - Exercise Guide" behind it."""
    name = text.strip().strip("#*•>").strip()
    for match in _TAIL.finditer(name):
        tail = set(re.findall(r"[a-z]+", name[match.end() :].lower()))
        if tail & profile.name_tail and match.start():
            name = name[: match.start()]
            break
    changed = True
    while changed:
        changed = False
        lowered = name.lower()
        for before in profile.name_before:
            if lowered.startswith(before + " ") and len(name) > len(before) + 1:
                name, changed = name[len(before) + 1 :].lstrip(" :-–—"), True
                break
        for after in profile.name_after:
            if name.lower().endswith(" " + after) and len(name) > len(after) + 2:
                name, changed = name[: -len(after) - 1].rstrip(" :-–—|,&"), True
                break
    return name.strip(" :|–—?")
