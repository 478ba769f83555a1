"""What a page says of the exercise as a whole: the description, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from pipeline.reading.captures import INTRO, UNKNOWN, Capture
from pipeline.reading.fields import steps
from pipeline.reading.fields.doses import doses_in, states_sets
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import LABELLED_FIELDS, all_known
from pipeline.reading.words.plain import (
    CHIP_LENGTH,
    DATE,
    ONLY_NUMBER,
    ends_sentence,
    is_numbered,
    is_sentence,
    is_step,
    sentences,
)
from pipeline.reading.words.profiles import FACTS
from pipeline.reading.words.speaking import speaks_of
from pipeline.records import (
    Block,
    Chips,
    DraftField,
    Heading,
    Listing,
    Paragraph,
    Piece,
    State,
)
from pipeline.vocabulary import key

_DIGIT = re.compile(r"\d")
_APART = re.compile(r"\s+[·|•–—]\s+")
_SIGNED = re.compile(r"[A-Z][^:.!?]{2,24}: (?:[A-Z][\w.'’-]*\s?){2,4}\.?")
"""Who made something of the page, as a sentence: "Words: Ann Bell."."""
_LABELLED = re.compile(r"[A-Z][^:.!?]{2,24}: [^:]{2,40}")
"""What stands beside that, and is no sentence either: "Reading time: one minute."."""
_FEW_WORDS = 5
_SHORT = 30
"""Letters of a text that describes little: another is better."""
_OFTEN_ELSEWHERE = ("about", "background", "comment", "purpose")
"""What begins headings of descriptions that are often about the site, a word at the end, where it comes from, or what it is good for."""
_BESIDE = "#beside"
_OPENING = "#opening"


def description(
    by_field: dict[str, list[Capture]], name: str, told: Sequence[Capture], stating: Mapping[str, int]
) -> DraftField | None:
    """The description; `told` holds the sections of the page in order."""
    order = ["description", INTRO, _BESIDE, _OPENING]
    if told and told[0].field == UNKNOWN:  # a line below the title, set like a heading
        by_field = {**by_field, INTRO: [*by_field.get(INTRO, ()), told[0]]}
    headed = [c for c in by_field.get("description", ()) if c.blocks and isinstance(c.blocks[0], Heading)]
    by_field = {
        **by_field,
        "description": [c for c in by_field.get("description", ()) if c not in headed],
        _BESIDE: [*headed, *_below_facts(by_field)],  # "At a glance", facts, and below them "Keep the lights on"
        _OPENING: _opening(told),
    }
    often_elsewhere = any(key(c.via).startswith(_OFTEN_ELSEWHERE) for c in by_field.get("description", ()))
    intros = by_field.get(INTRO, ())
    only_intro_tells = _names_it(intros, name) and not _speak_of(by_field.get("description", ()), name)
    if (often_elsewhere or only_intro_tells) and not any(map(_is_letter, intros)):
        order[:2] = [INTRO, "description"]
    labels = {capture.via for captures in by_field.values() for capture in captures if capture.row}
    found: list[DraftField] = []
    facts_only: list[DraftField] = []
    for field_name, capture in ((f, c) for f in order for c in by_field.get(f, ())):
        if (found or facts_only) and field_name in (_BESIDE, _OPENING):
            break
        blocks: Sequence[Block] = _told_in_list(capture) or capture.blocks
        blocks = _from_the_exercise_on(blocks, name) if capture.field == INTRO else blocks
        run = [b for b in _first_run(blocks, stating, labels) if not _repeats(b.whole, name)]
        said = [(_without_words_before(b), b.place) for b in run]
        if said:
            text, place = " ".join(dict.fromkeys(t for t, _ in said)), said[0][1]  # a clip begins with an excerpt
            if capture.row and text[:1].islower():
                text = f"{capture.via}: {text}"  # "In short: the lift is ..."
            via = capture.via or "the text below the title"
            told_here = DraftField(State.FOUND, (Piece(text, "", place),), via, place)
            if not capture.row and _states_facts(text, stating):
                facts_only.append(told_here)  # "The target is the quads. The level is beginner."
                continue
            found.append(told_here)
            if len(text) >= _SHORT:
                break
    # Below "Overview" may stand no more than "Key data for planning."
    long = (field for field in found if len(field.text) >= _SHORT)
    return next(long, next(iter([*found, *facts_only]), None))


def _from_the_exercise_on(blocks: Sequence[Block], name: str) -> Sequence[Block]:
    """A section without the paragraphs that stand before the first one that names the exercise, and speak of something else: a
    notice of the hall, who wrote it.
    """
    wanted = key(name)
    told = [
        (n, b.whole) for n, b in enumerate(blocks) if isinstance(b, Paragraph) and not b.caption and _tells(b.whole)
    ]
    first = next((n for n, text in told if wanted and f" {wanted} " in f" {key(text)} "), 0)
    before = (n for n, text in told if n < first and ends_sentence(text) and speaks_of(text, name))
    return blocks[next(before, first) :]


def _without_words_before(line: Paragraph) -> str:
    """What a line says of the exercise, without words set off before it that only announce that: "What it is."."""
    return line.text if line.lead and key(line.lead) in hints()["describing"] else line.whole


def _told_in_list(capture: Capture) -> Sequence[Paragraph]:
    """The sentences of a description that is a list and nothing else, as apps for notes keep each paragraph."""
    listed = [
        item for block in capture.blocks if isinstance(block, Listing) and not block.ordered for item in block.items
    ]
    alone = capture.field == "description" and all(isinstance(block, Listing) for block in capture.blocks)
    return listed if alone and all(not item.lead and ends_sentence(item.text) for item in listed) else ()


def _names_it(captures: Iterable[Capture], name: str) -> bool:
    """Whether sections say the exercise's name."""
    return any(f" {key(name)} " in f" {key(line.whole)} " for line in _lines(captures))


def _speak_of(captures: Iterable[Capture], name: str) -> bool:
    """Whether sections speak of the exercise, whatever they call it."""
    return any(speaks_of(line.whole, name) for line in _lines(captures) if _tells(line.whole))


def _lines(captures: Iterable[Capture]) -> Iterator[Paragraph]:
    return (block for capture in captures for block in capture.blocks if isinstance(block, Paragraph))


def _is_letter(intro: Capture) -> bool:
    """Whether the text below the title begins as letters do: "Hi all,", and below it "thanks for a great session."."""
    first, second = [*(b.whole for b in intro.blocks[:2] if isinstance(b, Paragraph)), "", ""][:2]
    return first[:1].islower() or (first.endswith(",") and len(first) <= CHIP_LENGTH and is_sentence(second))


def _first_run(blocks: Sequence[Block], stating: Mapping[str, int], labels: Set[str]) -> Iterator[Paragraph]:
    """The first sentences of a section; a line that is none, a short question, or facts of which some have a label begin
    something else behind them, `labels` being those of the page's facts.
    """
    begun = False
    told = [b for b in blocks if isinstance(b, Paragraph) and _tells(b.whole)]
    all_captions = all(b.caption for b in told)
    for block in _without_remark(_above_steps(blocks)):
        if isinstance(block, Paragraph) and is_step(block.text) and not is_sentence(block.text):
            return  # "Step 1", and below it the first one
        if isinstance(block, Paragraph) and block.caption and (begun or not all_captions):
            continue
        asks = isinstance(block, Paragraph) and block.text.endswith("?") and len(block.text) <= CHIP_LENGTH
        labelled = isinstance(block, Paragraph) and (bool(block.lead) or (block.strong and len(block.text) <= _SHORT))
        states = begun and isinstance(block, Paragraph) and _states_labelled(block.text, stating, labels)
        if isinstance(block, Paragraph) and _tells(block.whole) and not (begun and (asks or labelled or states)):
            begun = True
            yield block
        elif begun and isinstance(block, Paragraph):
            return


def _states_labelled(text: str, stating: Mapping[str, int], labels: Set[str]) -> bool:
    """Whether a text states facts and nothing else, and one at least behind a label."""
    label, mark, _ = text.partition(": ")
    return bool(mark) and (label in labels or all(map(stating.get, sentences(text))))


def _states_facts(text: str, stating: Mapping[str, int]) -> bool:
    """Whether sentences state several facts, and nothing else, some perhaps behind a label: "Equipment: dumbbell."."""
    said = sentences(text)
    facts = [stating.get(sentence, 0) for sentence in said]
    return all(n or _LABELLED.fullmatch(s) for n, s in zip(facts, said, strict=True)) and sum(facts) > 1


def _above_steps(blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands above a run of steps each below its number: "1", and below it the first one."""
    alone = [
        (n, b.text.strip()) for n, b in enumerate(blocks) if isinstance(b, Paragraph) and ONLY_NUMBER.match(b.text)
    ]
    counting = ((n, m) for (n, a), (m, b) in pairwise(alone) if (a.lstrip("0"), b.lstrip("0")) == ("1", "2"))
    starts = (n for n, m in counting if m > n + 1)  # "1 2 3 Next" leads to the other pages of a thread
    return blocks[: next(starts, len(blocks))]


def _without_remark(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without a first line that whoever saved the text put above its first sentence: "copied from the app for later"."""
    told = [(n, b.whole) for n, b in enumerate(blocks) if isinstance(b, Paragraph) and _tells(b.whole)][:2]
    if len(told) < 2 or not told[0][1][:1].islower() or ends_sentence(told[0][1]):
        return blocks
    place, sentence = told[1]
    return blocks[place:] if sentence[:1].isupper() and ends_sentence(sentence) else blocks


def _tells(text: str) -> bool:
    """Whether a line is a sentence, and no run of small things: "12 May · 4 min · by Ann", "Published: 4 Jan 2024 · ...",
    "3 sets logged by you · 812 by others", "Words: Ann Bell. Photos: Bo Chen."
    """
    parts = _APART.split(text)
    small = len(parts) > 1 and all(len(part.split()) <= _FEW_WORDS for part in parts)
    small = small or (len(parts) > 1 and not ends_sentence(text) and all(map(_DIGIT.match, parts)))
    small = small or (len(parts) > 1 and DATE.search(text) is not None and not ends_sentence(text))
    if ": " in text and not small:
        said = sentences(text)
        small = len(said) > 1 and _SIGNED.fullmatch(said[0]) is not None and all(map(_LABELLED.fullmatch, said))
    return is_sentence(text) and not text.endswith(":") and not small and not is_numbered(text)


def _opening(captures: Sequence[Capture]) -> list[Capture]:
    """The first section of sentences whose heading nobody knows, where it stands above the steps."""
    found: list[Capture] = []
    for capture in captures:
        if capture.field == "instructions" or (capture.field == UNKNOWN and steps.counted(capture)):
            return found[:1]
        lines = [block for block in capture.blocks if not (isinstance(block, Chips) or _is_of_days(block))]
        if capture.field == UNKNOWN and lines and all(map(_is_told, lines)):
            found.append(capture)
    return []


def _is_told(line: Block) -> bool:
    return isinstance(line, Paragraph) and is_sentence(line.whole) and not _says_how_much_only(line)


def _says_how_much_only(line: Paragraph) -> bool:
    """Whether a line is one sentence of how much to do: "Do 3 sets and hold for 45 seconds."."""
    text = line.whole
    return _DIGIT.search(text) is not None and len(sentences(text)) == 1 and any(doses_in(text, line.place))


def _is_of_days(block: Block) -> bool:
    """Whether a list says when something was written, and nothing else."""
    return isinstance(block, Listing) and all(DATE.fullmatch(item.whole.strip()) for item in block.items)


def _below_facts(by_field: dict[str, list[Capture]]) -> Iterator[Capture]:
    """Sections of facts that go over into text: nothing divides the description from the last fact."""
    for name, captures in by_field.items():
        for capture in captures:
            is_open = not capture.row and not _says_how_much(capture)
            if is_open and (name == FACTS or (name in LABELLED_FIELDS and _begins_with_values(capture))):
                yield capture


def _says_how_much(fact: Capture) -> bool:
    """Whether a section begins with a sentence of sets and how much is in each."""
    first = fact.blocks[0] if fact.blocks else None
    return isinstance(first, Paragraph) and (states_sets(first.whole) or _says_how_much_only(first))


def _begins_with_values(fact: Capture) -> bool:
    first = fact.blocks[0] if fact.blocks else None
    if isinstance(first, Paragraph):
        few = len(first.whole) <= CHIP_LENGTH and not is_sentence(first.whole)
        return few and (fact.field == "aliases" or all_known(fact.field, [first.whole]))
    return isinstance(first, (Listing, Chips))


def _repeats(text: str, name: str) -> bool:
    """Whether a sentence says nothing but the exercise's name."""
    return len(text) <= 2 * len(name) and key(text) == key(name)
