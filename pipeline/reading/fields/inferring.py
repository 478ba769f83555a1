"""What labels and headings mean that no profile knows: told by the terms beside them, with the words of hints.yaml.

Only for fields that the page names in no way the profile knows, so a known label always wins.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.reading.captures import INTRO, UNKNOWN, Capture, Sections, texts_of
from pipeline.reading.fields.answers import answered
from pipeline.reading.fields.doses import Dose, amount_asked, doses_told, one_by_one
from pipeline.reading.fields.labelled_doses import (
    SETS_AND_REPS,
    beside_doses,
    doses_among,
    metrics_by_words,
    timed,
)
from pipeline.reading.fields.typedlists import unlettered
from pipeline.reading.fields.unheaded import told_by_words
from pipeline.reading.words.hinting import hinted
from pipeline.reading.words.kickers import without_kicker
from pipeline.reading.words.kinds import TERM_FIELDS, all_known, metric_of, metrics_in, vocabularies_of
from pipeline.reading.words.labels import dashed_pair, is_amount, marked_pair, run_on, spaced_dose
from pipeline.reading.words.names import is_name
from pipeline.reading.words.plain import is_sentence
from pipeline.reading.words.profiles import FACTS, IGNORED
from pipeline.reading.words.terms import is_known, split_terms
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Place, Row
from pipeline.vocabulary import key, known_names

_BY_VALUE = ("difficulty", "exercise_type", "equipment", "target_muscles", "body_parts", "mechanic")
"""Not the force, whose words (push, pull) mean other things beside other labels."""
_CHOICES = ("mechanic", "force", "exercise_type")
_APART = re.compile(r"\s*[,/;|·•]\s*|\s+(?:and|&)\s+")
_MAY_HOLD_OTHERS = frozenset((UNKNOWN, IGNORED, "instructions"))
_FEWEST_AROUND = 2
_FEWEST_TURNED = 3
"""Facts with their values before their labels."""
_NEAR = 3
"""How far away other facts may stand from one that nobody knows."""
_UNNAMED = frozenset((INTRO, FACTS, UNKNOWN, "muscles_worked", "description"))
_BETWEEN_FACTS = re.compile(r"\s+[|·•]\s+|(?<=[.;])\s+(?=[A-Z][^:.;]{1,40}:\s)")
_LONGEST_LABEL = 60
_OF_TERMS = ("muscles", "target_muscles", "secondary_muscles", "stabilizers", "equipment", "difficulty")
"""Kinds of hints at facts that are terms."""
_MOST_TERMS = 8


def with_inferred(cut: Sections, title: str = "") -> Sections:
    """The sections of a page, and those whose label nobody knows with the field that their words tell. `title` is its own."""
    unknown = list(_unknown_facts(cut))
    if not unknown and not any(capture.field in _MAY_HOLD_OTHERS for capture in cut.captures):
        return cut
    named = {capture.field for capture in cut.captures if _says_something(capture)}
    found: list[Capture] = []
    used: set[tuple[str, Place]] = set()
    first_muscles = False
    for label, texts, place in unknown:
        field = _field_of(label, texts, named)
        if field is None and first_muscles and "secondary_muscles" not in named and _may_be_muscles(label, texts):
            field = "secondary_muscles"  # the next label that nobody knows, right behind that of the first muscles
        first_muscles = field == "target_muscles"
        if field:
            named.add(field)
            used.update((said, place) for said in (label, *texts))
            found.append(Capture(field, label, place, tuple(Paragraph(text, place) for text in texts), row=True))
        elif choices := _choices_in(label, texts, named):
            named.update(choices)
            used.update((said, place) for said in (label, *texts))
            found += [Capture(f, label, place, (Paragraph(term, place),), row=True) for f, term in choices.items()]
    answers = list(answered(cut, named))
    found += answers
    named.update(answer.field for answer in answers)
    told = told_by_words(cut.captures, named, title)
    ignored = list(_ignored_pairs(cut))
    together = {
        (label, place): one_by_one(label, ", ".join(texts), place) for label, texts, place in (*unknown, *ignored)
    }
    used.update(found for found, told_apart in together.items() if told_apart)
    apart = [(metric, (amount,), place) for told_apart in together.values() for metric, amount, place in told_apart]
    called = metrics_by_words([*unknown, *ignored])
    doses, planned = doses_among([*apart, *unknown, *ignored], called)
    if not planned and "tracking" not in named and SETS_AND_REPS.isdisjoint(metric_of(label) for label, *_ in doses):
        in_words = doses_told(cut, unknown, labelled=bool(doses))
        used.update((label, place) for label, _, place in cut.extra if in_words and place == in_words[0][2])
        told_in_words = {metric_of(metric) for metric, *_ in in_words}
        others = [dose for dose in doses if metric_of(dose[0]) not in told_in_words]
        doses = sorted((*in_words, *others), key=lambda dose: dose[2].line or 0)
    used.update((label, place) for label, _, place in (*doses, *planned))
    told = tuple(_without(capture, used) if capture.field == "description" else capture for capture in told)
    told = _with_doses(told, doses)
    beside = beside_doses(ignored) if doses else ()
    facts = (*cut.extra, *_headed_facts(cut), *beside)
    extra = tuple(
        (label, value, place)
        for label, value, place in facts
        if (called.get((label, place)) or timed(label, (value,)), place) not in used
    )
    return replace(cut, captures=(*told, *found), extra=extra)


def _with_doses(told: tuple[Capture, ...], doses: Sequence[Dose]) -> tuple[Capture, ...]:
    """The sections of a page with how much to do as things to track: before a section about that, or behind it where it
    stands further up on the page.
    """
    to_do = [Capture("tracking", label, place, (Paragraph(value, place, lead=label),)) for label, value, place in doses]
    first = next((n for n, capture in enumerate(told) if capture.field == "tracking"), len(told))
    if to_do and first < len(told) and (told[first].place.line or 0) < (to_do[0].place.line or 0):
        first += 1
    return (*told[:first], *to_do, *told[first:])


def _without(capture: Capture, facts: Collection[tuple[str, Place]]) -> Capture:
    """A section without the lines that turned out to be facts."""
    blocks = (b for b in capture.blocks if not (isinstance(b, Paragraph) and (b.lead, b.place) in facts))
    return replace(capture, blocks=tuple(blocks))


def _says_something(capture: Capture) -> bool:
    """Whether a section of terms holds one: "Synergist: a muscle that assists" explains a word."""
    known = vocabularies_of(capture.field)
    if not known or not capture.row:
        return True
    return any(is_known(term, known) for text in texts_of(capture.blocks) for term in split_terms(text, *known))


def _unknown_facts(cut: Sections) -> Iterator[tuple[str, Sequence[str], Place]]:
    """Everything on the page that is built like a label with its values, in order of its kind."""
    turned = _are_turned(cut.extra)
    for label, value, place in cut.extra:
        yield (value, (label,), place) if turned and _is_turned(label, value) else (label, (value,), place)
    for capture in cut.captures:
        if capture.field in (UNKNOWN, IGNORED) and (asked := _amount_asked(capture)):
            yield asked[0], (asked[1],), capture.place
        elif capture.field in _UNNAMED and not capture.row:
            if capture.field == UNKNOWN:
                below = without_kicker(capture.blocks)
                yield *_headed(_label_over(capture, below), _leads_of(below) or texts_of(below)), capture.place
            yield from _pairs(capture.blocks)


def _amount_asked(capture: Capture) -> tuple[str, str] | None:
    texts = texts_of(capture.blocks)
    return amount_asked(capture.via, texts[0]) if len(texts) == 1 else None


def _leads_of(blocks: Sequence[Block]) -> list[str]:
    """The muscles that a list names, each before what is told of it; none of a list of anything else."""
    leads = [item.lead for block in blocks if isinstance(block, Listing) for item in block.items]
    return leads if leads and all(leads) and all_known("secondary_muscles", leads) else []


def _are_turned(pairs: Sequence[tuple[str, str, Place]]) -> bool:
    """Whether several facts that nobody knows have their values before their labels: "Hamstrings | Main drive"."""
    return sum(_is_turned(label, value) for label, value, _ in pairs) >= _FEWEST_TURNED


def _is_turned(label: str, value: str) -> bool:
    fields = (*_BY_VALUE, "force", "mechanic")
    return any(all_known(f, (label,)) for f in fields) and not any(all_known(f, (value,)) for f in fields)


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, Sequence[str], Place]]:
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    plain = {id(line): bare for line, bare in zip(lines, unlettered(lines), strict=True)}  # "a. Sets: 3"
    for block in (plain.get(id(block), block) for block in blocks):
        if isinstance(block, Row):
            yield block.label, block.values, block.place
        elif isinstance(block, (Listing, Paragraph)):
            for item in block.items if isinstance(block, Listing) else (block,):
                found = [_upright(item.lead, item.text)] if item.lead else _pairs_in(item.text)
                yield from ((pair[0], (pair[1],), item.place) for pair in found if pair and all(pair))
        elif isinstance(block, Chips) and all(doses := [spaced_dose(item.text) for item in block.items]):
            yield from ((dose[0], (dose[1],), block.place) for dose in doses if dose)
        elif isinstance(block, Chips) and len(block.items) % 2 == 0:
            texts = [item.text for item in block.items]
            yield from ((label, (value,), block.place) for label, value in _two_by_two(texts))
    yield from _one_below_the_other(blocks)


def _one_below_the_other(blocks: Sequence[Block]) -> Iterator[tuple[str, Sequence[str], Place]]:
    """Labels with what stands below each; below an amount stands its label, which is then none of what follows, nor is the
    amount below its label.
    """
    is_taken = False
    for above, below in pairwise(blocks):
        texts = texts_of((below,))
        if is_taken or not texts or not isinstance(above, (Heading, Paragraph)):
            is_taken = False
            continue
        label, values = _headed(above.text, texts)
        is_taken = label != above.text
        is_label = metric_of(above.text) or not is_sentence(above.text)
        if is_taken or (isinstance(above, Paragraph) and not above.lead and is_label):
            yield label, values, above.place
            is_taken = is_taken or (bool(metric_of(label)) and is_amount(values[0]))


def _label_over(capture: Capture, below: Sequence[Block]) -> str:
    """The words over the terms of a section: its heading, or the line below it where that hints at more."""
    first = capture.blocks[0] if len(below) < len(capture.blocks) else None
    if not isinstance(first, Paragraph) or any(hinted(capture.via, kind) for kind in _OF_TERMS):
        return capture.via
    return first.text.rstrip(" .:") if any(hinted(first.text, kind) for kind in _OF_TERMS) else capture.via


def _headed(heading: str, texts: Sequence[str]) -> tuple[str, Sequence[str]]:
    """A heading and what stands below it, as a label with its values; an amount may be the heading: "3", and below it "Sets"."""
    if len(texts) != 1:
        return heading, texts
    label, value = _upright(heading, texts[0])
    return label, (value,)


def _upright(label: str, value: str) -> tuple[str, str]:
    """A label and its value; what says how much to do may have its amount before it: "3", and beside it "Sets". A question
    has its answer behind it.
    """
    return (value, label) if label[:1].isdigit() and metric_of(value) and not value.endswith("?") else (label, value)


def _pairs_in(text: str) -> Iterator[tuple[str, str] | None]:
    """The labels and values of a line; one of nothing but how much to do needs no mark between them: "Sets 3"."""
    dose = None if ":" in text else spaced_dose(text)
    parts = _BETWEEN_FACTS.split(text) if text.count(": ") > 1 else [text]
    yield from (dose,) if dose else (_pair_in(piece) for part in parts for piece in run_on(part))


def _pair_in(text: str) -> tuple[str, str] | None:
    """Label and value of a text; with a dash between them only where they are a dose."""
    dashed = dashed_pair(text)
    return marked_pair(text) or (dashed if dashed and metric_of(dashed[0]) else None)


def _two_by_two(pieces: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Labels with their values, each behind its label, or all before theirs: "4 | Sets". Of more than two pieces all must be
    of doses: others are tags.
    """
    pairs = list(zip(pieces[::2], pieces[1::2], strict=True))
    if all(metric_of(label) and not metric_of(value) for value, label in pairs):
        return [(label, value) for value, label in pairs]
    return pairs if len(pairs) == 1 or all(metric_of(label) for label, _ in pairs) else ()


def _field_of(label: str, texts: Sequence[str], named: set[str]) -> str | None:
    """The field that the values beside a label tell, if the page does not name it; None where they are of none or of two."""
    texts = [text.rstrip(". ") for text in texts]
    if not texts or len(texts) > _MOST_TERMS or len(label) > _LONGEST_LABEL or any(map(is_sentence, texts)):
        return None
    if hinted(label, "foreign") or hinted(label, "purpose") or key(label) in known_names():
        return None
    if any(map(_is_of_an_exercise, texts)):
        return None
    fields = [field for field in _BY_VALUE if all_known(field, texts) and not all_known(field, (label,))]
    if "difficulty" in fields and not _is_level(label, texts):
        fields.remove("difficulty")
    if "mechanic" in fields and not hinted(label, "mechanic"):
        fields.remove("mechanic")
    if metric_of(label) and "exercise_type" in fields:
        fields.remove("exercise_type")  # "Tempo: Explosive"
    if "body_parts" in fields and hinted(label, "body_parts"):
        fields = ["body_parts"]
    elif "target_muscles" in fields or _names_muscles(label, texts):
        return _rank(label, named)
    if len(fields) != 1 or fields[0] in named or (fields == ["equipment"] and all_known("target_muscles", (label,))):
        return None  # "Chest", and below it "Dumbbells", are entries of a menu
    return fields[0]


def _choices_in(label: str, texts: Sequence[str], named: set[str]) -> dict[str, str]:
    """The terms of several fields of one word each that stand beside one label, "Movement: compound, pull"; none where one is
    of no such field, or the page names it.
    """
    terms = [term for text in texts for term in _APART.split(text.rstrip(". "))] if len(label) <= _LONGEST_LABEL else []
    fields = [next((field for field in _CHOICES if all_known(field, (term,))), "") for term in terms]
    told = len(terms) > 1 and len(set(fields)) == len(terms) and all(fields) and named.isdisjoint(fields)
    return dict(zip(fields, terms, strict=True)) if told and not hinted(label, "foreign") else {}


def _is_of_an_exercise(text: str) -> bool:
    """Whether a text is the name of an exercise, with what it trains in brackets: "Farmer's Walk (Full Body)"."""
    name, bracket, _ = text.partition(" (")
    return bool(bracket) and is_name(key(name)) and not any(all_known(field, (name,)) for field in TERM_FIELDS)


def _may_be_muscles(label: str, texts: Sequence[str]) -> bool:
    """Whether nothing but muscles stands beside a label that is none itself: "Delts | Triceps" are two of them."""
    is_label = not hinted(label, "foreign") and not all_known("secondary_muscles", (label,))
    return bool(texts) and is_label and all_known("secondary_muscles", texts)


def _names_muscles(label: str, texts: Sequence[str]) -> bool:
    """Whether most of the terms beside a label that speaks of muscles are some; the others are for somebody to look at."""
    muscles = vocabularies_of("target_muscles")
    terms = [term for text in texts for term in split_terms(text, *muscles)]
    known = sum(is_known(term, muscles) for term in terms)
    speaks = any(hinted(label, kind) for kind in ("muscles", "target_muscles", "secondary_muscles"))
    return speaks and known * 2 > len(terms) and not is_known(label, muscles)


def _ignored_pairs(cut: Sections) -> Iterator[tuple[str, Sequence[str], Place]]:
    for capture in cut.captures:
        several = sum(isinstance(block, Heading) for block in capture.blocks) > 1  # plans of other exercises
        if capture.field == IGNORED and not several:
            if metric_of(capture.via) or metrics_in(capture.via):  # "How many sets?", and below it "3"
                yield capture.via, texts_of(capture.blocks[:1]), capture.place
            yield from _pairs(capture.blocks)


def _is_level(label: str, texts: Sequence[str]) -> bool:
    """Whether words of a level speak of one: "Moderate" may be a speed, and 3 a number of sets."""
    return hinted(label, "difficulty") or any(hinted(text, "levels") for text in texts)


def _rank(label: str, named: set[str]) -> str | None:
    for field in ("stabilizers", "secondary_muscles") if not hinted(label, "target_muscles") else ():
        if hinted(label, field):
            return field if field not in named else None
    if not {"target_muscles", "muscle_group"} & named:
        return "target_muscles"
    return "secondary_muscles" if hinted(label, "second_best") and "secondary_muscles" not in named else None


def _headed_facts(cut: Sections) -> Iterator[tuple[str, str, Place]]:
    """What stands alone below a heading nobody knows, among headings of facts: "Grip", and below it "Overhand"."""
    for n, capture in enumerate(cut.captures):
        if capture.field != UNKNOWN:
            continue
        around = cut.captures[max(0, n - _NEAR) : n + _NEAR + 1]
        texts = texts_of(capture.blocks)
        alone = len(texts) == 1 and len(texts[0]) <= _LONGEST_LABEL
        few = alone and not is_sentence(texts[0]) and len(capture.via) <= _LONGEST_LABEL
        if few and sum(map(_is_headed_fact, around)) >= _FEWEST_AROUND and not hinted(capture.via, "foreign"):
            label, (value,) = _headed(capture.via, texts)
            yield label, value, capture.place


def _is_headed_fact(capture: Capture) -> bool:
    return (
        bool(capture.field == "aliases" or vocabularies_of(capture.field))
        and not capture.row
        and len(texts_of(capture.blocks)) < _MOST_TERMS
    )
