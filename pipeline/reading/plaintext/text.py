"""Plain text to the Outline: what a reader sees when a page is copied into a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from pipeline.reading.plaintext.frontmatter import front_of
from pipeline.reading.plaintext.textlines import LEAD, RULE, Line, groups_of, lines_of
from pipeline.reading.words.factwords import is_label_of_fact, names_terms
from pipeline.reading.words.plain import (
    ends_sentence,
    is_bulleted,
    is_piece,
    is_sentence,
    numbered_sentences,
    one_line,
    without_pictographs,
)
from pipeline.records import Block, Chips, Heading, Listing, Outline, Paragraph, Place, Row
from pipeline.vocabulary import load

_BULLET = re.compile(r"^\s*(?:[•⁃・●▪◦‣»›]\ufe0f?|\*(?!\*\S)|[-–—+~](?=\s)|[★☆✦✧❖◆◇▢▸➜☞](?=\s+[^\W\d]))\s*")
_NUMBER = re.compile(r"^\s*(?:step\s*)?(?:\(?\d{1,2}[.):]|\[\d{1,2}\])\s+", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"^\D*(\d{1,2})")
_STEP = re.compile(r"^\s*step\s*\d{1,2}\W*$", re.IGNORECASE)
_HASHES = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_QUOTED = re.compile(r"^\s{0,3}>\s?")  # Markdown sets an introduction off like that
_EQUALS = re.compile(r"^(={1,40})\s+(\S.*?)\s+\1$")
_STARS = re.compile(r"^(\*{2,3}|__)\s*(.+?)\s*\1\s*:?$")
_EMPHASIS = re.compile(r"^([*_])(?![\s*_])(.+?)(?<![\s*_])\1$")
_EMPHASIZED_LEAD = re.compile(r"^([*_])(?![\s*_])([^*_]{2,80}?)[:.]\1\s+(\S.*)$")
_BOLD_LABEL = re.compile(r"^\s*(\*\*|__)[^*_]{2,40}(?::\1|\1:)\s")
_STRONG_LEAD = re.compile(r"^(\*\*|__)([^*_]{2,80}?)\1\s*[:.–—-]*\s*(\S.*)$")
_EMPHASIS_INSIDE = re.compile(
    r"\*\*(?![\s*])([^*]{1,200}?)(?<![\s*])\*\*|(?<![\w*])\*(?![\s*])([^*]{1,80}?)(?<![\s*])\*(?![\w*])|(?<![\w_])_(?![\s_])([^_]{1,80}?)(?<![\s_])_(?![\w_])"
)
_HANGING = re.compile(r"^([A-Z][\w '/()-]{1,30}?):\s{2,}(\S.*)$")
_SPACED = re.compile(r"\S {6,}\S")  # the head of a page, or columns: no line of a paragraph
_GAPS = re.compile(r"\S {2,}(?=\S)")
_LABEL = re.compile(r"^[A-Z][\w'’ /()-]{1,40}(?::\s|\s*\.{3,}|\s+[→➜➔]\s)")
_LED_LABEL = re.compile(r"^\s*[A-Z][\w'’ /()-]{1,40}?\s*\.{3,}\s")
_SMALL_LABEL = re.compile(r"^[a-z][\w'’ /()-]{1,30}:\s+(?=\S)")
_DASHED_LABEL = re.compile(r"^[A-Za-z][\w'’ /()]{1,30} [–—-] \S")
_WRAPPED_AT_LEAST, _WRAPPED_AT_MOST = 55, 100
_NARROW = 45
"""Letters of a line that nobody breaks without a sign of it."""
_FEWEST_BROKEN, _SURELY_BROKEN = 2, 5
_SHORT = 80
_LOWEST_LEVEL = 6
_RARE_MARKS = "+^~"
"""Signs that more often divide a text than they underline a heading: these are as long as it."""
_NEARLY_AS_LONG = 2
_LONGEST_LABEL = 30
_BETWEEN_TAGS = re.compile(r"\s+[·•|]\s+")
_TAG_KINDS = ("difficulty", "exercise_types", "equipment", "mechanic", "force", "sides", "body_parts", "muscles")
_LABEL_AND_VALUE = 2
_FEWEST_PAIRS = 3
"""Pairs of a label and its value, with empty lines between them, before they are facts."""
_FEWEST_TABS, _MOST_TABS, _LONGEST_TAB = 3, 7, 20
_SHORTEST_RULE = 20
"""Signs of a line that divides a page, below a sentence."""
_SHORTEST_ITEM = 15
_SHORTEST_BROKEN = 35
"""Letters of a line that goes on in small letters on the next."""
MOST_TEXT = 2_000_000
"""Letters of a text that are read: more than any article has."""


def text_outline(text: str) -> Outline:
    """The outline of a plain text page. Only underlined or #-marked lines are headings by themselves.

    A short line alone is a `strong` paragraph: whether it is a heading is for the profile to say, which knows the words.
    """
    front = front_of(lines_of(text))
    lines = front.below
    if any(_HASHES.match(line.text) for line in lines):
        lines = [Line(_QUOTED.sub("", line.text), line.number) for line in lines]
    width = _width(lines)
    blocks: list[Block] = list(front.facts)
    marks: list[str] = []
    groups = list(groups_of(lines))
    pairs = _pairs(groups)
    parted = _parted(groups)
    for place, group in enumerate(groups):
        if place in pairs:
            label, value = (one_line(line.text) for line in group)
            blocks.append(Row(label.strip(" :*_"), (value,), Place(group[0].number)))
        elif place in parted:
            label, value = one_line(group[0].text), one_line(groups[place + 1][0].text)
            blocks.append(Row(label.strip(" :*_"), (value,), Place(group[0].number)))
        elif _is_menu(group):
            blocks.append(
                Chips(
                    tuple(Paragraph(one_line(line.text), Place(line.number)) for line in group), Place(group[0].number)
                )
            )
        elif place - 1 not in parted:
            blocks.extend(_blocks(group, width, marks))
    blocks = _below_title(list(front.facts), blocks[len(front.facts) :])
    return Outline(tuple(_joined(blocks)), title=front.title, url=front.url, marked_up=False)


def _below_title(facts: list[Block], blocks: list[Block]) -> list[Block]:
    """The blocks of a text; the facts that its front matter states stand below the title that it begins with."""
    first = blocks[0] if blocks else None
    titled = isinstance(first, Heading) and first.level == 1 and not any(isinstance(fact, Heading) for fact in facts)
    return [*blocks[:1], *facts, *blocks[1:]] if titled else [*facts, *blocks]


def _width(lines: list[Line]) -> int:
    """Where lines break: the longest of those that go on in small letters, where these are several; 0 for none, and where
    all are short and none goes on so.
    """
    broken = [
        len(line.text) for line, below in pairwise(lines) if below.text[:1].islower() and line.text[-1:].isalpha()
    ]
    full = [length for length in broken if _WRAPPED_AT_LEAST <= length <= _WRAPPED_AT_MOST]
    longest = max((len(line.text) for line in lines if not _SPACED.search(line.text)), default=0)
    if longest <= _WRAPPED_AT_MOST and len(full) < _SURELY_BROKEN:
        return longest if broken or longest >= _NARROW else 0
    return max(full) if len(full) >= _FEWEST_BROKEN else 0


def _is_menu(group: list[Line]) -> bool:
    """Whether lines that stand together are the tabs above a page, in capitals: "OVERVIEW", "HISTORY", "RECORDS"."""
    texts = [line.text.strip() for line in group]
    if not _FEWEST_TABS <= len(texts) <= _MOST_TABS or any(len(t) > _LONGEST_TAB or not t.isupper() for t in texts):
        return False
    return not any(load(kind).find(text) for kind in _TAG_KINDS for text in texts)


def _pairs(groups: list[list[Line]]) -> set[int]:
    """Which groups of lines are a label and its value: those in a run of several, without two headings above a list."""
    found: set[int] = set()
    for is_run, run in groupby(range(len(groups)), lambda place: _is_pair(groups[place])):
        places = list(run)
        following = groups[places[-1] + 1] if places[-1] + 1 < len(groups) else []
        if is_run and following and _starts_item(following[0].text):
            places.pop()
        if is_run and len(places) >= _FEWEST_PAIRS:
            found.update(places)
    return found


def _parted(groups: list[list[Line]]) -> set[int]:
    """Which lines are the label of a metric whose value stands below an empty line: "SETS:", and below it "3"."""
    return {
        place
        for place, (label, value) in enumerate(pairwise(groups))
        if len(label) == len(value) == 1
        and label[0].text.rstrip().endswith(":")
        and load("metrics").find(label[0].text.strip(" :"))
        and is_piece(one_line(value[0].text))
        and not value[0].text.rstrip().endswith(":")
    }


def _is_pair(group: list[Line]) -> bool:
    """Whether lines that stand together are a label and the few words below it."""
    if len(group) != _LABEL_AND_VALUE or _is_underline(group[1].text, group[0].text):
        return False
    texts = [line.text for line in group]
    if any(_starts_item(t) or _HASHES.match(t) or _LABEL.match(t) or _STEP.match(t) or "|" in t for t in texts):
        return False
    if all(map(_DASHED_LABEL.match, texts)):
        return False  # two facts
    label, value = map(one_line, texts)
    return len(label) <= _LONGEST_LABEL and is_piece(value) and not is_sentence(label)


def _blocks(group: list[Line], width: int, marks: list[str]) -> Iterator[Block]:
    """The blocks of lines that stand together: items, headings, rows, or one wrapped paragraph."""
    pending: list[Line] = []
    taken = 0
    told = [line for line in group if not RULE.match(line.text)]
    apart = all(map(_says_it_all, told if told and ends_sentence(told[0].text) else told[1:]))
    labelled = _in_columns(group)
    boxed = _is_boxed(group)
    for place, line in enumerate(group):
        following = group[place + 1] if place + 1 < len(group) else None
        if place < taken:
            continue
        heading = _heading(line, None if boxed else following, marks)
        if row := _hanging(group, place):
            yield from _paragraph(pending)
            pending, taken = [], row[1]
            yield row[0]
        elif heading:
            yield from _paragraph(pending)
            pending = []
            yield heading
        elif RULE.match(line.text):
            yield from _paragraph(pending)
            pending = []
        elif pending and _is_note(pending[0], line):
            pending.append(Line(_BULLET.sub("", line.text), line.number))
        elif (
            pending
            and not (boxed or (apart and not _starts_item(pending[0].text)))
            and line not in labelled
            and _continues(pending, line, width)
        ):
            pending.append(line)
        else:
            yield from _paragraph(pending)
            pending = [line]
    yield from _paragraph(pending)


def _is_boxed(group: list[Line]) -> bool:
    """Whether several lines stand between two rules: none of them is underlined."""
    rules = [n for n, line in enumerate(group) if RULE.match(line.text)]
    return len(rules) > 1 and rules[0] == 0 and rules[1] > _LABEL_AND_VALUE


def _says_it_all(line: Line) -> bool:
    """Whether a line is a sentence; one word with a stop may be the end of the line above."""
    return ends_sentence(line.text) and line.text.lstrip()[:1].isupper() and " " in line.text.strip()


def _in_columns(group: list[Line]) -> list[Line]:
    """The lines with a label in small letters: whose values stand in one column, or several that are nearly all."""
    found = [(line, label.end()) for line in group if (label := _SMALL_LABEL.match(line.text))]
    aligned = len(found) > 1 and len({column for _, column in found}) == 1
    alone = len(found) > _LABEL_AND_VALUE and 4 * len(found) >= 3 * sum(not _HASHES.match(line.text) for line in group)
    return [line for line, _ in found] if aligned or alone else []


def _hanging(group: list[Line], place: int) -> tuple[Row, int] | None:
    """A label with its first value in a column, and the lines below that which stand in the same column; the place behind
    them. A line that goes on with what the one before says is no value of its own.
    """
    found = _HANGING.match(group[place].text)
    if found is None:
        return None
    column = found.start(2)
    end = next((n for n in range(place + 1, len(group)) if abs(_depth(group[n]) - column) > 1), len(group))
    if end == place + 1:
        return None
    values = [[found.group(2)]]
    for line in group[place + 1 : end]:
        if ends_sentence(values[-1][-1]) or _starts_item(line.text):
            values.append([])
        values[-1].append(line.text.strip())
    texts = tuple(one_line(" ".join(value)) for value in values)
    return Row(one_line(found.group(1)), texts, Place(group[place].number)), end


def _heading(line: Line, following: Line | None, marks: list[str]) -> Heading | None:
    """A heading by its mark. `marks` holds the underlines seen so far: the first kind used is the top level."""
    hashes = _HASHES.match(line.text)
    if hashes:
        return Heading(one_line(hashes.group(2)), len(hashes.group(1)), Place(line.number))
    signs = _EQUALS.match(line.text)
    if signs:
        return Heading(one_line(signs.group(2)), min(len(signs.group(1)), _LOWEST_LEVEL), Place(line.number))
    if following and _is_underline(following.text, line.text) and len(line.text) <= _SHORT:
        mark = following.text.strip()[0]
        if mark not in marks:
            marks.append(mark)
        return Heading(one_line(line.text), marks.index(mark) + 1, Place(line.number))
    return None


def _is_underline(mark: str, text: str) -> bool:
    """Whether a line underlines the one above it; below a sentence, an item of a list, a label or an address, or much longer,
    it divides a page.
    """
    if not RULE.match(mark) or RULE.match(text) or "://" in text:
        return False
    is_low, told = mark.strip()[0] == "_", text.rstrip().endswith((".", "!"))
    is_long = 2 * len(mark.strip()) > 3 * len(text.strip())
    divides = (is_low and (told or text.rstrip().endswith(":") or is_long)) or (is_long and _states_fact(text))
    if mark.strip()[0] in _RARE_MARKS:
        divides = divides or told or abs(len(mark.strip()) - len(text.strip())) > _NEARLY_AS_LONG
    is_menu = len(_GAPS.findall(text.strip())) > 1
    is_item = _BULLET.match(text) is not None and (is_low or told)
    return not (divides or is_menu or is_item or (told and len(mark.strip()) > _SHORTEST_RULE))


def _states_fact(line: str) -> bool:
    """Whether a line is a label with a term or an amount: "MET value: 5.3"; "Safety: tips for the back" is a heading."""
    label, mark, value = line.partition(": ")
    return bool(mark) and (value.strip()[:1].isdigit() or (is_label_of_fact(label) and names_terms(value.strip())))


def _starts_item(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBER.match(text) or is_bulleted(text))


def _is_note(step: Line, line: Line) -> bool:
    """Whether a bullet stands further in than the number of a step above it: it belongs to the step."""
    numbered, bullet = _NUMBER.match(step.text), _BULLET.match(line.text)
    return bool(numbered and bullet) and _depth(line) > _depth(step) + 1


def _depth(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _continues(pending: list[Line], line: Line, width: int) -> bool:
    """Whether a line goes on where the ones before broke: it is indented below an item, or the last one was full."""
    if _starts_item(line.text) or any(sign.match(line.text) for sign in (_LABEL, _LED_LABEL, _STEP, _BOLD_LABEL)):
        return False
    first, last = pending[0].text, pending[-1].text
    if _DASHED_LABEL.match(first) and _DASHED_LABEL.match(line.text):
        return False
    terms_behind_label = last[-1] == "," and ":" in first and not _starts_item(first)
    announces = last[-1] == ":" and len(last) >= _SHORTEST_BROKEN  # "... of your head. Tip:", and what it is
    hangs = _depth(line) > _depth(pending[0])
    if terms_behind_label or (_starts_item(first) and (announces or hangs)) or (hangs and _LABEL.match(first.lstrip())):
        return True
    first_word = line.text.split()[0]
    if first_word[0].islower() and len(last) >= (_SHORTEST_ITEM if _starts_item(first) else _SHORTEST_BROKEN):
        return last[-1].isalnum() or last[-1] == ";" or (last[-1] == "," and _starts_item(first))
    if ends_sentence(last) and first_word[0].isupper() and len(line.text) < width // 2 and line.text[-1].isalnum():
        return False  # a heading right behind a line that is full
    return bool(width) and len(last) + 1 + len(first_word) > width


def _paragraph(lines: list[Line]) -> Iterator[Block]:
    if not lines:
        return
    whole = one_line(" ".join(line.text for line in lines))
    text = _EMPHASIS.sub(r"\2", without_pictographs(whole) if whole[:1] in "*_" else whole)
    place = Place(lines[0].number)
    if steps := numbered_sentences(text):
        first = _FIRST_NUMBER.match(text)
        if first and int(first.group(1)) > 1:  # "2. Sit. 3. Rise.", below "1. Stand."
            yield Listing(tuple(Paragraph(step, place) for step in steps), ordered=True, place=place)
        else:
            yield Paragraph(text, place)  # "1. Stand. 2. Squat."
        return
    for mark, ordered in ((_NUMBER, True), (_BULLET, False)):
        if mark.match(text) and not (_STARS.match(text) or _EMPHASIZED_LEAD.match(text)):
            yield Listing((_item(mark.sub("", text, count=1), place),), ordered, place)
            return
    stars = _STARS.match(text)
    if stars:
        yield Paragraph(stars.group(2).strip(" :"), place, strong=True)
    elif led := _STRONG_LEAD.match(text) or _EMPHASIZED_LEAD.match(text):
        yield Paragraph(_unemphasized(led.group(3).strip()), place, lead=led.group(2).strip(" :.–—-"))
    else:
        strong = len(text) <= _SHORT and not is_sentence(text.rstrip(":?"))
        tags = _tags(text) if strong else []
        chips = Chips(tuple(Paragraph(tag, place) for tag in tags), place) if tags else None
        yield chips or Paragraph(_unemphasized(text), place, strong=strong)


def _unemphasized(text: str) -> str:
    """A line without the signs around words that are bold or italic: "Lower it *slowly*"."""
    if "*" not in text and "_" not in text:
        return text
    return _EMPHASIS_INSIDE.sub(lambda found: next(filter(None, found.groups())), text)


def _tags(text: str) -> list[str]:
    """The pieces of a line that is nothing but terms of several kinds: "Strength · Beginner · Gym mat"."""
    pieces = _BETWEEN_TAGS.split(text)
    known = [any(load(kind).find(piece) for kind in _TAG_KINDS) for piece in pieces] if len(pieces) > 1 else []
    return pieces if known and all(known) else []


def _item(text: str, place: Place) -> Paragraph:
    strong = _STRONG_LEAD.match(text) or _EMPHASIZED_LEAD.match(text)
    if strong:
        return Paragraph(_unemphasized(strong.group(3).strip()), place, lead=strong.group(2).strip(" :.–—-"))
    text = _unemphasized(text)
    lead = LEAD.match(text)
    if lead and len(lead.group(1).split()) <= 8:
        return Paragraph(lead.group(2).strip(), place, lead=lead.group(1).strip())
    return Paragraph(text, place)


def _joined(blocks: list[Block]) -> Iterator[Block]:
    """Items that follow one another are one list, also when blank lines stand between them."""
    for ordered, run in groupby(blocks, lambda block: block.ordered if isinstance(block, Listing) else None):
        if ordered is None:
            yield from run
        else:
            lists = [block for block in run if isinstance(block, Listing)]
            yield Listing(tuple(item for one in lists for item in one.items), ordered, lists[0].place)
