"""Runs of inline text to paragraphs and chips, and small elements to single texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.reading.words.factwords import is_label_of_fact, names_terms
from pipeline.reading.words.kinds import metric_of
from pipeline.reading.words.plain import (
    BULLETS,
    CHIP_LENGTH,
    is_bulleted,
    is_pictograph,
    is_piece,
    is_sentence,
    one_line,
)
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Place, Row

_LONGEST_LEAD = 90
_MOST_VALUES = 3
_FACT = re.compile(r"^.{1,40}?(?::| [-–—]) ")
"""A label before its value."""
_FEWEST_LABELS = 2
_LEADERS = re.compile(r"^[.…·_ ]{3,}(?=\S)")
"""Dots that lead from a label to its value."""
_LONGEST_LABEL = 40
_BARS = ("|", "/", "\u2022", "\xb7")
"""What stands between facts in a line."""
_SEPARATORS = " \t\n\xa0,;/|•·&+-–—"
_LABELLED = re.compile(r"^[^:.!?]{2,30}: .{1,80}$")
"""What a picture stands for that shows a fact: "Equipment: Barbell"."""
_NUMBER = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2})?[.):]?|\d{1,2}-\d{1,2}[.):]|[A-Za-z][.)])$")
_NUMBER_OF_TITLE = re.compile(r"^\(?(?:\d{1,2}(?:[.-]\d{1,2})*|[A-Z])[.):]$")
_IN_ALL = re.compile(r"\(\d{1,6}\)")
"""How many pages a site has of a term, behind that."""
_EXPLAINS = re.compile(r",\s+(?:the|an?|which|your|these|this|one of)\s", re.IGNORECASE)
_LEAD_END = re.compile(r"^\s*(//|--|[:.\-–—|])?\s*")


@dataclass(slots=True)
class Run:
    """A piece of inline text. `atom` numbers the outermost inline element it came from; 0 is loose text.

    A `spare` run is what a picture stands for: it counts only where the page says it in no other way. One that stands
    `apart` is of an element beside others built alike, with nothing between them.
    """

    text: str
    bold: bool = False
    atom: int = 0
    spare: bool = False
    apart: bool = False


def texts_of(blocks: list[Block]) -> Iterator[str]:
    """The words of a small element, one text for each piece that stands apart in it."""
    for block in blocks:
        if isinstance(block, (Listing, Chips)):
            yield from (item.whole for item in block.items)
        elif isinstance(block, Row):
            yield f"{block.label}: {', '.join(block.values)}"
        elif not isinstance(block, Break):
            yield block.whole if isinstance(block, Paragraph) else block.text


def holds_blocks(group: list[Block]) -> bool:
    return any(isinstance(block, (Heading, Listing, Row)) for block in group) and len(group) > 2


def hold_titles(groups: list[list[Block]]) -> bool:
    """Whether all values beside one label are sentences with titles: a whole section of the page."""
    titled = [
        len(g) == 1 and isinstance(g[0], Paragraph) and bool(g[0].lead) and is_sentence(g[0].text) for g in groups
    ]
    return bool(titled) and all(titled)


def is_content(blocks: list[Block]) -> bool:
    """Whether what stands beside a label is more than its values: lists of sentences, facts, or several paragraphs."""
    if any(isinstance(b, (Heading, Row)) for b in blocks) or sum(isinstance(b, Chips) for b in blocks) > 1:
        return True
    if any(item.lead or is_sentence(item.text) for b in blocks if isinstance(b, Listing) for item in b.items):
        return True
    groups = (b.items if isinstance(b, (Listing, Chips)) else (b,) for b in blocks)
    lines = [line.text for group in groups for line in group if isinstance(line, Paragraph)]
    if len(lines) > 1 and all(_FACT.match(line) for line in lines):
        return True
    told = [b for b in blocks if isinstance(b, Paragraph) and (b.lead or is_sentence(b.text))]
    return (bool(told) and len(blocks) > 1) or len(blocks) > _MOST_VALUES


_TITLE_AND_TEXT = 2


def is_section(group: list[Block], *, ordered: bool) -> bool:
    """Whether a list item is a whole section: a heading, or a few words, with lists or rows below it."""
    if not ordered and len(group) > _TITLE_AND_TEXT and isinstance(group[0], Heading):
        return True
    below = any(isinstance(b, (Listing, Row)) for b in group)
    return below and (any(isinstance(b, Heading) for b in group) or (not ordered and _is_few_words(group[0])))


def _is_few_words(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and not block.lead
        and len(block.text) <= CHIP_LENGTH
        and not is_sentence(block.text)
    )


def set_off(group: list[Block], *, alone: bool = False) -> list[Block]:
    """The blocks of a section, the few words that begin it set off from what stands below; also words that stand `alone`."""
    first = group[0] if group else None
    if isinstance(first, Paragraph) and (alone or len(group) > 1) and _is_few_words(first):
        return [replace(first, strong=True), *group[1:]]
    return group


def item_of(group: list[Block]) -> Paragraph:
    """One item of a list from what was found in it: its title, and the rest as one text."""
    if len(group) > 1 and isinstance(group[0], Paragraph) and is_pictograph(group[0].text):
        group = group[1:]
    first = group[0]
    rest = [t for block in group[1:] for t in texts_of([block]) if t]
    if isinstance(first, Heading):
        return Paragraph(" ".join(rest), first.place, lead=first.text.rstrip(" :"))
    if isinstance(first, Paragraph) and not first.lead and first.strong and rest:
        return Paragraph(" ".join(rest), first.place, lead=first.text.rstrip(" :"))
    if _is_few_words(first) and isinstance(first, Paragraph) and rest and not rest[0][:1].islower():
        joint = ", " if isinstance(group[1], Chips) else " "
        return Paragraph(joint.join(rest), first.place, lead=first.text.rstrip(" :"))
    if isinstance(first, Paragraph):
        return replace(first, text=" ".join([first.text, *rest]).strip()) if rest else first
    if isinstance(first, Chips) and not rest and (len(first.items) == 2 or _is_labelled(first)):
        values = [item.whole for item in first.items[1:]]
        said = [value for value in values if not _IN_ALL.fullmatch(value)] or values
        return Paragraph(", ".join(said), first.place, lead=first.items[0].whole.rstrip(" :"))
    return Paragraph(" ".join(t for t in texts_of(group) if t), group[0].place if group else Place())


def is_phase(group: list[Block]) -> bool:
    """Whether an item of a list is the title of steps that are counted below it: "Set-up", and "1. Stand tall."."""
    if len(group) != _TITLE_AND_TEXT or not isinstance(group[1], Listing) or not group[1].ordered:
        return False
    return isinstance(group[0], Paragraph) and not group[0].lead and not is_sentence(group[0].text)


def _is_labelled(chips: Chips) -> bool:
    """Whether the first of a run of small elements is set off from all others, or labels terms, which these are."""
    label, *values = chips.items
    if label.strong and not any(item.strong for item in values):
        return True
    said = [item.text for item in values if not _IN_ALL.fullmatch(item.text)]
    if any(":" in text for text in said):
        return False  # each has a label of its own
    return (
        is_label_of_fact(label.text) and not names_terms(label.text) and len(said) > 0 and all(map(names_terms, said))
    )


def by_label(runs: list[Run]) -> list[list[Run]]:
    """The runs of a line, a line for each of its bold labels: "<b>Level:</b> Easy <b>Force:</b> Push"; without a colon where
    a bar stands before each but the first: "<b>Level</b> Easy | <b>Force</b> Push".
    """
    runs = _with_colons(runs)
    starts = [n for n, run in enumerate(runs) if run.bold and run.text.rstrip().endswith(":")]
    if len(starts) < _FEWEST_LABELS or any(not run.text.isspace() for run in runs[: starts[0]]):
        return [runs]
    facts = [runs[start:end] for start, end in pairwise([*starts, len(runs)])]
    if not all(any(not run.bold and any(map(str.isalnum, run.text)) for run in fact) for fact in facts):
        return [runs]
    return [_without_separator(fact) for fact in facts]


def _with_colons(runs: list[Run]) -> list[Run]:
    """The runs of a line with a colon behind each bold one, where a bar stands before each but the first."""
    bold = [n for n, run in enumerate(runs) if run.bold and run.text.strip()]
    if len(bold) < _FEWEST_LABELS or not all(runs[n - 1].text.rstrip().endswith(_BARS) for n in bold[1:]):
        return runs
    labels = {n: replace(runs[n], text=f"{runs[n].text.rstrip(' :')}: ") for n in bold}
    return [labels.get(n, run) for n, run in enumerate(runs)]


def _without_separator(fact: list[Run]) -> list[Run]:
    """A fact without what divides it from the next one in the line."""
    last = max(n for n, run in enumerate(fact) if any(map(str.isalnum, run.text)))
    return [*fact[:last], replace(fact[last], text=fact[last].text.rstrip(_SEPARATORS))]


def by_picture(runs: list[Run]) -> list[list[Run]]:
    """The facts of a line in which a picture stands before each value, and most stand for a label; none for any other line."""
    pictures = [n for n, run in enumerate(runs) if run.spare]
    labels = sum(is_label_of_fact(runs[n].text) or bool(metric_of(runs[n].text)) for n in pictures)
    if len(pictures) < _FEWEST_LABELS or 2 * labels < len(pictures) or any(r.text.strip() for r in runs[: pictures[0]]):
        return []
    facts = [runs[start:end] for start, end in pairwise([*pictures, len(runs)])]
    return facts if all(any(run.text.strip() for run in fact[1:]) for fact in facts) else []


def spoken_before(runs: list[Run]) -> tuple[str, list[Run]]:
    """What the picture that begins a line stands for, and the rest of the line; nothing where all the line is one."""
    first = next((n for n, run in enumerate(runs) if not run.text.isspace()), len(runs))
    rest = runs[first + 1 :]
    if first == len(runs) or not runs[first].spare or not any(run.text.strip() for run in rest):
        return "", runs
    if all(run.spare or run.text.isspace() for run in rest):  # two pictures: a label and its value
        first_words, second = runs[first].text, one_line("".join(run.text for run in rest))
        if not is_label_of_fact(first_words) and (names_terms(first_words) or not names_terms(second)):
            return "", runs
        rest = [replace(run, spare=False) for run in rest]
    return runs[first].text, rest


def with_needed_pictures(runs: list[Run]) -> list[Run]:
    """A line without the words behind its pictures, unless the line is a label that has nothing else for a value."""
    for run in runs:
        if run.spare:
            break
    else:
        return runs
    shown = [run for run in runs if not run.spare]
    label = one_line("".join(run.text for run in shown))
    set_off = label.endswith(":") or all(run.bold for run in shown if run.text.strip())
    if not label:
        return [Run(run.text) for run in runs if run.spare and _LABELLED.match(run.text)][:1]
    if len(label) > _LONGEST_LABEL or not set_off:
        return shown
    values = [run.text for run in runs if run.spare and run.text]
    return [*(replace(run, bold=True) for run in shown), Run(f": {', '.join(values)}")] if values else shown


def is_text(text: str) -> bool:
    """Whether what stands between small elements is more than what divides them."""
    return text.strip(_SEPARATORS) not in ("", "and")


def chips_of(runs: list[Run]) -> list[tuple[str, bool]]:
    """The texts of a line made of nothing but small elements, side by side, and whether each is bold; empty when it is a
    sentence.
    """
    between = [run.text for run in runs if not run.atom]
    if any(map(is_text, between)):
        return []
    atoms: dict[int, list[str]] = {}
    for run in _joined(runs):
        if run.atom:
            atoms.setdefault(run.atom, []).append(run.text)
    if facts := _in_halves(runs):
        return [(fact, False) for fact in facts]
    bold = {run.atom for run in runs if run.bold}
    commas = sum("," in text for text in between)
    if commas and commas >= len(atoms) - 2 and not bold:
        return []  # a series of links, as one text: the first is no label
    chips = [(one_line("".join(pieces)).removeprefix(": "), atom in bold) for atom, pieces in atoms.items()]
    chips = [(text, strong) for text, strong in chips if text.strip(" :,;/|•·&+□☐▢☑")]
    if len(chips) < 2 or not all(is_piece(text) for text, _ in chips):
        return []
    if chips[0][0].endswith(":"):
        return [(chips[0][0].rstrip(" :"), chips[0][1]), *chips[1:]] if len(chips) == 2 else []
    return chips


def _in_halves(runs: list[Run]) -> list[str]:
    """The facts of small elements of which each has a label and a value, one of the two bold: "Force <b>Push</b>"; none where
    they are built otherwise, or where no label is known.
    """
    halves: dict[int, list[Run]] = {}
    for run in runs:
        if run.atom and any(map(str.isalnum, run.text)):
            halves.setdefault(run.atom, []).append(run)
    built = {tuple(run.bold for run in half) for half in halves.values()}
    if len(halves) < _FEWEST_LABELS or len(built) != 1 or not built <= {(True, False), (False, True)}:
        return []
    pairs = [[one_line(run.text).strip(" :") for run in half] for half in halves.values()]
    known = [names_terms(value) for label, value in pairs if is_label_of_fact(label)]
    return (
        [f"{label}: {value}" for label, value in pairs]
        if known and all(known) and all(is_piece(v) for pair in pairs for v in pair)
        else []
    )


def _joined(runs: list[Run]) -> Iterator[Run]:
    """The runs of a line; bold ones that are one label in pieces ("Muscles ", "we train: ") as of one small element."""
    last = Run("")
    for run in runs:
        goes_on = run.bold and last.bold and run.atom and last.text[-1:].isspace() and run.text[:1].islower()
        last = replace(run, atom=last.atom) if goes_on else run
        yield last


def with_badges(runs: list[Run], badges: set[int], place: Place) -> Paragraph | None:
    """A label with its values in badges behind it ("Level [Beginner]"), where a line is nothing else. `badges` are the
    elements that are some. Numbers alone may be values, or count pages of a kind.
    """
    words = [run for run in runs if run.text.strip()]
    first = next((n for n, run in enumerate(words) if run.atom in badges), len(words))
    label = one_line("".join(run.text for run in words[:first])).rstrip(" :")
    if not label or len(label) > _LONGEST_LABEL or is_sentence(label) or first == len(words):
        return None
    values: dict[int, str] = {}
    for run in words[first:]:
        if run.atom not in badges:
            return None
        values[run.atom] = values.get(run.atom, "") + run.text
    text = ", ".join(map(one_line, values.values()))
    return Paragraph(text, place, lead=label)


def is_counted(line: Paragraph) -> bool:
    """Whether a line is a word with a number beside it."""
    return bool(line.lead) and not any(map(str.isalpha, line.text))


def paragraph_of(runs: list[Run], place: Place) -> Paragraph | None:
    """A line of inline text as a paragraph, its set-off beginning as lead; None for a line without words."""
    if len(runs) == 1 and runs[0].text.lstrip()[:1] not in BULLETS:  # most lines: nothing in it is set off
        whole = one_line(runs[0].text)
        return Paragraph(whole, place, strong=runs[0].bold) if whole else None
    bullet, rest = _bullet_off(runs)
    found = _paragraph_of(rest, place)
    if found is None or not bullet:
        return found
    return replace(found, lead=bullet + found.lead) if found.lead else replace(found, text=bullet + found.text)


def _paragraph_of(runs: list[Run], place: Place) -> Paragraph | None:
    words = [run for run in runs if run.text.strip()]
    whole = one_line(_together(runs))
    if not whole:
        return None
    titled = words[1:] if len(words) > 1 and _NUMBER_OF_TITLE.match(words[0].text.strip()) else words
    if all(run.bold for run in titled):
        return Paragraph(whole, place, strong=True)
    pair = _pair(words) if words[-1].atom else None
    if pair:
        return Paragraph(pair[1], place, lead=pair[0].rstrip(" :.-–—"))
    cut = _end_of_lead(runs)
    lead = one_line("".join(run.text for run in runs[:cut]))
    if not lead:
        return Paragraph(whole, place)
    if not any(map(str.isalnum, lead)):
        return _paragraph_of(runs[cut:], place)  # a picture somebody typed before the line
    return _with_lead(lead, _LEADERS.sub("", one_line(_together(runs[cut:]))), whole, place)


def _together(runs: list[Run]) -> str:
    """The text of a line; small elements that stand side by side with nothing between them are terms of a list."""
    if not any(run.apart for run in runs):
        return "".join(run.text for run in runs)
    texts: list[str] = []
    last = ""
    for before, run in pairwise([Run(""), *runs]):
        apart = before.atom != run.atom and before.apart and run.apart and not before.bold and not run.bold
        if apart and last.isalpha() and run.text[:1].isupper():
            texts.append(", ")
        texts.append(run.text)
        last = run.text[-1:] or last
    return "".join(texts)


def _bullet_off(runs: list[Run]) -> tuple[str, list[Run]]:
    """What somebody typed at the beginning of a line and is part of no title, and the line without it: a bullet, or a
    number before something set off ("4.1 <u>Stronger trunk</u>."). A picture is nothing at all, nor is a letter: "a.".
    """
    first = next((n for n, run in enumerate(runs) if not run.text.isspace()), -1)
    text = runs[first].text.strip() if first >= 0 else ""
    rest = runs[first + 1 :]
    if rest and is_pictograph(text):
        return "", rest
    if rest and _NUMBER.match(text) and not runs[first].bold and _is_title_with_text(rest, runs[first].atom):
        return ("" if text.strip("()")[0].isalpha() else f"{text} "), rest
    if text[:1] not in BULLETS or not is_bulleted(f"{text} x" if len(text) == 1 else text):
        return "", runs
    return f"{text[0]} ", [replace(runs[first], text=runs[first].text.lstrip()[1:].lstrip()), *rest]


def _is_title_with_text(runs: list[Run], plain: int) -> bool:
    """Whether a line begins with something set off and goes on with what is not; `plain` is the element of what is not."""
    words = [run for run in runs if run.text.strip()]
    if not words or words[-1].bold:
        return False
    return (words[0].bold or words[0].atom not in (0, plain)) and words[-1].atom in (0, plain)


def _end_of_lead(runs: list[Run]) -> int:
    """How many runs the beginning of a line takes that is bold, or an inline element of its own."""
    cut = next((i for i, run in enumerate(runs) if not run.bold and run.text.strip()), len(runs))
    first = next(run for run in runs if run.text.strip())
    if cut == runs.index(first) and first.atom:
        return next((i for i, run in enumerate(runs) if run.atom != first.atom and run.text.strip()), 0)
    return cut


def _pair(words: list[Run]) -> tuple[str, str] | None:
    """Two small elements with nothing between them, the first a few words and the second a text: title and text."""
    atoms = list(dict.fromkeys(run.atom for run in words))
    if len(atoms) != 2 or 0 in atoms:
        return None
    first, second = (one_line("".join(run.text for run in words if run.atom == atom)) for atom in atoms)
    if not first or len(first) > CHIP_LENGTH or is_sentence(first) or not second[:1].isupper():
        return None
    return first, second


def _with_lead(lead: str, rest: str, whole: str, place: Place) -> Paragraph:
    """A set-off beginning is a title when a mark or a capital divides it from the rest; otherwise it is only emphasis."""
    if _EXPLAINS.match(rest) and names_terms(lead):
        return Paragraph(rest[2:].lstrip(), place, lead=lead, joint=", ")  # "Lats, the broad muscles of your back"
    found = _LEAD_END.match(rest)
    mark = (found.group(1) if found else "") or ""
    text = rest[found.end() :] if found and mark else rest
    if not mark and lead[-1] in ":.-–—":
        mark = lead[-1]
    if text and not any(map(str.isalnum, text)):
        return Paragraph(lead, place, strong=True)  # a star behind a title
    if not text or len(lead) > _LONGEST_LEAD or not (mark or text[:1].isupper() or text[:1].isdigit()):
        return Paragraph(whole, place)
    joint = f"{mark} " if mark in (":", ".", "") else f" {mark} "
    return Paragraph(text, place, lead=lead.rstrip(" :.-–—"), joint=joint)
