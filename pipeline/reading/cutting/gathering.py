"""Labels and their values, gathered while an outline is cut: each becomes a capture of its field, or a fact of none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.reading.captures import PROSE, UNKNOWN, Capture, Sections
from pipeline.reading.cutting.chips import facts_in_chips, is_label
from pipeline.reading.cutting.nofacts import is_no_fact
from pipeline.reading.cutting.opened import TITLED
from pipeline.reading.fields.doses import states_sets
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import (
    CHOICE_FIELDS,
    FACT_FIELDS,
    NAMING,
    TERM_FIELDS,
    all_known,
    is_kind_of_tool,
    is_metric,
    is_none,
    metric_of,
    metrics_of,
    uncounted_label,
)
from pipeline.reading.words.labels import (
    COLON,
    dashed_pair,
    marked_pair,
    pair_of,
    run_on_doses,
    uncounted,
    unknown_glued,
)
from pipeline.reading.words.pairs import LONGEST_CHOICE, TOLD_BELOW, Pair, pairs_in, pieces_of
from pipeline.reading.words.plain import is_sentence, without_stop
from pipeline.reading.words.profiles import FACTS, IGNORED, SKIPPED, Profile, heading_key
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Place, Row
from pipeline.vocabulary import key, load

_MUSCLE_ROLES = frozenset(("target_muscles", "secondary_muscles", "stabilizers"))
_GATHERING = frozenset(("description", "muscles_worked", "muscle_group", "target_muscles"))
"""Fields beside whose labels others may stand: "Primary: ... / Secondary: ..."."""
_TRAINED = frozenset(("target_muscles", "muscles_worked", "muscle_group"))
"""Fields of muscles, without which facts are not complete."""
_OF_MOVEMENT = ("mechanic", "force", "bilateral")
_BY_VALUE = ("difficulty", "exercise_type", "mechanic", "force")
_ALL_LEVELS = 3
_KEPT_WHOLE = PROSE | {IGNORED}
_MOST_RANKED = 20
"""Muscles with a heading each."""


class Gatherer:
    """Collects captures in page order, and labelled facts that belong to no field.

    While it is muted, facts are those of another exercise: they are read, and not collected.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._captures: list[Capture] = []
        self._fields: set[str] = set()
        self._extra: list[tuple[str, str, Place]] = []
        self._columns: Pair | None = None
        self._of_others = False
        self._muted = False
        self._behind_steps: int | None = None
        self._in_menus = False
        self._put_off_doses: list[tuple[str, str, Place]] | None = []

    def collected(self) -> Sections:
        self.mute(muted=False)
        return Sections(tuple(self._captures), tuple(self._extra))

    def mute(self, *, muted: bool) -> None:
        """Says whether the facts below a heading are those of another exercise."""
        put_off = self._put_off_doses or ()
        if not hints()["counts"].isdisjoint(metric for label, _, _ in put_off for metric in metrics_of(label)):
            self._extra += put_off
        self._muted, self._put_off_doses = muted, []

    def _put_off(self, label: str, values: Iterable[str], place: Place) -> None:
        """Keeps what says how much to do until its section ends: where that states anything else, it is another's."""
        if hints()["doses"].isdisjoint(metrics_of(label)) and not hinted(label, "beside_doses"):
            self._put_off_doses = None
        elif self._put_off_doses is not None:
            self._put_off_doses.append((label, ", ".join(values), place))

    def holds(self, fields: Collection[str] = ()) -> bool:
        """Whether something was captured; of these fields, when some are given."""
        return not self._fields.isdisjoint(fields) if fields else bool(self._fields)

    def _take(self, capture: Capture) -> None:
        self._captures.append(capture)
        self._fields.add(capture.field)

    def holds_muscles(self) -> bool:
        """Whether the muscles that an exercise trains were captured."""
        return self.holds(_TRAINED)

    def section(self, field: str, via: str, place: Place, blocks: Sequence[Block]) -> None:
        """Takes a section as a capture, the labelled facts in it as captures of their own."""
        if field in CHOICE_FIELDS and not self._names_one(field, blocks):
            texts = [piece.whole for block in blocks for piece in pieces_of(block)]
            told = self._by_value(field, texts)
            if told == field and self._profile.is_doubtful(via):
                told = self._profile.headings.exact(heading_key(via)) or UNKNOWN
            field = told
        if field in TERM_FIELDS and key(via) in self._profile.page_labels and not _holds_term(field, blocks):
            field = UNKNOWN  # "Help", at the foot of a page
        if self._behind_steps is not None and field in FACT_FIELDS and (self._in_menus or _lists_levels(field, blocks)):
            self._leave_out_menus(self._behind_steps)
            return
        if field not in FACT_FIELDS and all(map(self._says_nothing_at_all, blocks)):
            return
        rest = blocks if field in _KEPT_WHOLE else list(self._without_facts(blocks, field))
        if rest:
            self._take(Capture(field, via, place, tuple(rest)))

    def _says_nothing_at_all(self, block: Block) -> bool:
        """Whether all that stands in a section is a dash or "n/a"."""
        return isinstance(block, Paragraph) and block.whole.strip().lower() in self._profile.empty_values

    def tell(self) -> None:
        """Says that the steps begin."""
        self._behind_steps = len(self._captures)

    def _leave_out_menus(self, start: int) -> None:
        """Forgets the lists behind the steps: those beside a list of all levels are menus of the site."""
        self._in_menus = True
        self._captures[start:] = [c for c in self._captures[start:] if c.row or c.field not in FACT_FIELDS]

    @staticmethod
    def _names_one(field: str, blocks: Sequence[Block]) -> bool:
        texts = [piece.whole for block in blocks for piece in pieces_of(block)]
        return any(all_known(field, [t]) or (field == "difficulty" and hinted(t, "levels")) for t in texts)

    def fact(self, label: str, values: Iterable[str], place: Place) -> None:
        """Takes one label with its values, or several doses in one line."""
        if self._muted:
            self._put_off(label, values, place)
            return
        texts = list(values)
        label = uncounted_label(label)
        if doses := _doses_beside(label, texts):
            for metric, amount in doses:
                self._one_fact(metric, [amount], place)
            return
        if (bare := uncounted(self._profile, label)) != label:
            self._one_of_several(bare, texts, place)
            return
        if len(texts) == 1 and _is_amount_above(label, texts[0]):
            label, texts = texts[0], [label]
        for metric, amounts in run_on_doses(label, texts) or [(label, texts)]:
            self._one_fact(metric, amounts, place)

    def _one_of_several(self, label: str, values: Sequence[str], place: Place) -> None:
        """Takes a fact of which the page counts the pieces: "Tip 1", "Tip 2"; those that follow one another are one."""
        field = self._profile.label_of(label) or self._profile.exactly(label) or UNKNOWN
        pieces = tuple(Paragraph(value, place) for value in values if value)
        last = self._captures[-1] if self._captures else None
        if last and (last.field, last.via) == (field, label):
            self._captures[-1] = replace(last, blocks=(*last.blocks, *pieces))
        elif pieces:
            self._take(Capture(field, label, place, pieces, row=field in TERM_FIELDS))

    def _one_fact(self, label: str, values: Iterable[str], place: Place) -> None:
        label, texts = label.lstrip("•·*– "), [v for v in values if v]
        field = self._field_of(label, texts)
        if texts and field not in TERM_FIELDS:
            texts = [text for text in texts if not self._says_nothing(text, field)]
            if not texts:
                return
        gathered = (field is None and self._profile.exactly(label) == FACTS) or field in _GATHERING
        named = field is None and not gathered and len(texts) == 1
        if named and (role := self._profile.label_of(texts[0])) in _MUSCLE_ROLES:
            self._in_role(role, texts[0], Paragraph(label, place))
            return
        pairs = self._pairs_within(texts, place) if gathered else []
        if len(pairs) > 1 or any(self._profile.label_of(inner) in FACT_FIELDS for inner, _ in pairs):
            for inner, value in pairs:
                self.fact(inner, [value], place)
        elif field is None:
            if SKIPPED in (self._profile.exactly(label), self._profile.exactly(label.partition(":")[0])):
                return
            if label and texts and not is_sentence(label.rstrip("?.")) and not is_no_fact(self._profile, label, texts):
                self._extra.append((label, ", ".join(texts).replace(" , ", ", "), place))
        else:
            self._capture(Capture(field, label, place, _values(field, texts, place), row=True))

    def _pairs_within(self, texts: Sequence[str], place: Place) -> list[Pair]:
        """The facts that stand beside "Details": in one line, in one each, or label and value in turns."""
        said = [piece for text in texts for piece in text.split(" , ")]  # what stands apart in a cell
        labels = sum(is_label(self._profile, text) for text in said[::2])
        if labels > 1 and labels * 2 >= len(said[::2]) and len(said) % 2 == 0:
            return list(zip(said[::2], said[1::2], strict=True))
        found = [pairs_in(self._profile, Paragraph(piece, place), FACTS) for piece in said]
        pairs = [pair for pairs in found for pair in pairs] if all(found) else []
        return [] if any(key(label) in self._profile.page_labels for label, _ in pairs) else pairs

    def _field_of(self, label: str, texts: Sequence[str]) -> str | None:
        """The field of a label with these values; None for one that nobody knows, or that its values do not go with."""
        meaning = self._profile.heading(label)
        field = self._profile.label_of(label) or (meaning if meaning and not meaning.startswith("#") else None)
        texts = [without_stop(text) for text in texts]
        if field is None and is_kind_of_tool(label, texts):
            return "equipment"
        begins = all(text[:1].isdigit() for text in texts)  # "Do", and beside it "4 sets of 12"
        may_be_dose = field != "tracking" and (field not in TITLED or begins)
        if may_be_dose and any(map(states_sets, texts)):
            return None  # "Your target", and beside it "3 sets of 10"
        field = self._by_value(field, texts) if field in (*_BY_VALUE, *TOLD_BELOW) else field
        doubtful = self._profile.is_doubtful(label) or field in TOLD_BELOW
        if field is None or not doubtful or all_known(field, texts):
            return field
        if not any(map(is_sentence, texts)):
            return None  # "How to hold: Overhand" tells no steps
        return self._profile.headings.exact(heading_key(label)) or field  # "The movement", and beside it the steps

    def _capture(self, fact: Capture) -> None:
        """Takes a fact; where a page sets a label before each of its terms, they are one, also where what each does is told below
        it: "Calves (secondary)".
        """
        place, ranked = len(self._captures) - 1, f"({fact.via})"
        least = max(place - _MOST_RANKED, 0)
        while place > least and self._captures[place].field == UNKNOWN and self._captures[place].via.endswith(ranked):
            place -= 1
        last = self._captures[place] if place >= 0 else None
        if last and last.row and (last.field, last.via) == (fact.field, fact.via) and fact.field in TERM_FIELDS:
            self._captures[place] = replace(last, blocks=(*last.blocks, *fact.blocks))
        else:
            self._take(fact)

    def _says_nothing(self, text: str, field: str | None) -> bool:
        """Whether a value is a dash or "n/a"; "none" is an answer only where no field is asked for, or a field knows it."""
        if text.strip().lower() in self._profile.empty_values:
            return True
        return field is not None and is_none(field, text)

    @staticmethod
    def _by_value(field: str, texts: Sequence[str]) -> str:
        """The field of one value that a value tells where that of its label does not know it: "Type of movement: Push"."""
        if len(texts) != 1 or len(texts[0]) > LONGEST_CHOICE or is_sentence(texts[0]) or all_known(field, texts):
            return field
        others = _OF_MOVEMENT if field in _OF_MOVEMENT else _BY_VALUE  # "Movement pattern: Jump" is no type
        others = (*others, "body_parts") if field == "exercise_type" else others  # "Category: Upper legs"
        others = (*others, "bilateral") if field in TOLD_BELOW else others  # "Execution: Unilateral"
        told = [other for other in others if all_known(other, texts)]
        return told[0] if len(told) == 1 else field

    # -- tables ----------------------------------------------------------------------------------------------

    def row_of_columns(self, row: Row) -> bool:
        """Takes a row of two columns of muscles under their roles, heads first, or of a table of other pages; false for any
        other row.
        """
        goes_on = self._of_others and self._profile.label_of(row.label) is None
        self._of_others = goes_on or self._heads_others(row)
        if self._of_others:
            return True
        if self._columns:
            for head, texts in zip(self._columns, ((row.label,), row.values), strict=True):
                for text in texts:
                    self._in_role(self._profile.label_of(head), head, Paragraph(text, row.place))
            return True
        if len(row.values) != 1 or not all(
            self._profile.label_of(t) in _MUSCLE_ROLES for t in (row.label, *row.values)
        ):
            return False
        self._columns = row.label, row.values[0]
        return True

    def _heads_others(self, row: Row) -> bool:
        """Whether a row is the head of a table of other pages: "Other cards | Muscle"."""
        labels = [self._profile.label_of(value) for value in row.values]
        return all(labels) and self._profile.exactly(row.label) == SKIPPED

    def end_of_rows(self) -> None:
        self._columns, self._of_others = None, False

    def _in_role(self, field: str | None, role: str, muscle: Paragraph) -> None:
        """A muscle with its role beside or above it: one capture holds all of a role."""
        for n, capture in enumerate(self._captures):
            if capture.row and (capture.field, capture.via) == (field, role):
                self._captures[n] = replace(capture, blocks=(*capture.blocks, muscle))
                return
        self._take(Capture(field or "", role, muscle.place, (muscle,), row=True))

    # -- lists and runs --------------------------------------------------------------------------------------

    def listing(self, listing: Listing) -> bool:
        """Takes a list whose items are labels with values; at least half of the labels must be known."""
        pairs = [_dashed(item) or pair_of(self._profile, item) for item in listing.items]
        label_of = self._profile.label_of
        below = sum(bool(item.lead and label_of(item.text)) for item in listing.items)
        if below * 2 > len(listing.items) and not any(item.lead and label_of(item.lead) for item in listing.items):
            pairs = [(item.text, item.lead) for item in listing.items]  # the value stands above its label
        known = sum(1 for p in pairs if p and (label_of(p[0]) or (is_metric(p[0]) and not is_sentence(p[1]))))
        if not known or known * 2 < len(pairs):
            return False
        for item, pair in zip(listing.items, pairs, strict=True):
            if pair := pair or unknown_glued(item.text):
                self.fact(pair[0], [pair[1]], item.place)
        return True

    def chips(self, chips: Chips) -> bool:
        """Takes small pieces side by side where they are labels with their values; false for a run of tags."""
        facts = facts_in_chips(self._profile, chips)
        for label, values, place in facts or ():
            self.fact(label, values, place)
        return facts is not None

    def named_by_value(self, chips: Chips) -> bool:
        """Takes two small pieces whose label names a section and whose value a fact: "Direction", and beside it "Push"."""
        texts = [item.whole for item in chips.items]
        section = self._profile.exactly(texts[0]) if len(texts) == 2 else None
        if section not in TOLD_BELOW or self._by_value(section, texts[1:]) == section:
            return False
        self.fact(texts[0], texts[1:], chips.place)
        return True

    # -- lines -----------------------------------------------------------------------------------------------

    def _without_facts(self, blocks: Sequence[Block], field: str) -> Iterator[Block]:
        """Blocks of a section that are no labelled facts; those that are become captures of their own."""
        place = 0
        while place < len(blocks):
            block = blocks[place]
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            pairs = pairs_in(self._profile, block, field)
            for label, value in pairs:
                self.fact(label, [value], block.place)
            if len(pairs) == 1 and self._goes_on(pairs[0][0], following):
                self.fact(pairs[0][0], [t.whole for t in pieces_of(following)], block.place)
                place += 1
            is_value = field in CHOICE_FIELDS and self._names_one(field, [block])  # "Unilateral", a label elsewhere
            above = isinstance(block, Paragraph) and not is_value and self._is_label_above(block, following)
            if not pairs and isinstance(block, Paragraph) and above:
                self.fact(block.text.rstrip(" :"), [t.whole for t in pieces_of(following)], block.place)
                place += 1
            elif not pairs:
                yield block
            place += 1

    def _goes_on(self, label: str, below: Block | None) -> bool:
        """Whether the line below a fact names one more term of it, and is no label: "Muscles: Chest", and below it "Triceps"."""
        field = self._profile.label_of(label) or ""
        if field not in TERM_FIELDS or not isinstance(below, Paragraph) or below.lead or below.spoken:
            return False
        return (
            len(below.text) <= LONGEST_CHOICE
            and not is_label(self._profile, below.text)
            and all_known(field, (below.text,))
        )

    def _is_label_above(self, block: Paragraph, following: Block | None) -> bool:
        """Whether a short line is a label, with its value in the next block."""
        if block.lead or block.text.endswith(".") or following is None or isinstance(following, (Heading, Row)):
            return False
        return self._profile.label_of(block.text.rstrip(" :")) is not None and all(
            not is_sentence(p.whole) and not COLON.match(p.text) for p in pieces_of(following)
        )


def _holds_term(field: str, blocks: Sequence[Block]) -> bool:
    """Whether one at least of the small texts of a section names a term of its field, or a sentence may."""
    texts = [piece.whole for block in blocks for piece in pieces_of(block)]
    return any(is_sentence(text) or all_known(field, (text,)) for text in texts)


def _dashed(item: Paragraph) -> Pair | None:
    """A label and its value with a dash between them, where that is no sentence."""
    pair = None if item.lead else dashed_pair(item.text)
    return pair if pair and not is_sentence(pair[1]) else None


def _is_amount_above(label: str, value: str) -> bool:
    """Whether an amount stands where labels do, above the metric that it is of: "6 kcal/min", "Calories"."""
    of_doses = bool(metric_of(value)) or key(value) in hints()["beside_doses"]
    return of_doses and label.lstrip("~≈")[:1].isdigit() and not is_sentence(label)


def _doses_beside(label: str, texts: Sequence[str]) -> list[Pair]:
    """How much to do, where each value of a label is a metric with its amount: "Amount", and beside it "Sets: 3", "Reps: 8"."""
    pairs = [marked_pair(text) for text in texts] if texts and not metric_of(label) else []
    doses = [pair for pair in pairs if pair and metric_of(pair[0]) in hints()["doses"] and pair[1][:1].isdigit()]
    return doses if len(doses) == len(texts) else []


def _lists_levels(field: str, blocks: Sequence[Block]) -> bool:
    """Whether a list of levels holds all that there are: what a site sorts its exercises by."""
    if field != "difficulty":
        return False
    texts = [piece.whole for block in blocks for piece in pieces_of(block)]
    return len({load(field).find(text) for text in texts} - {None}) >= _ALL_LEVELS


def _values(field: str, texts: Sequence[str], place: Place) -> tuple[Block, ...]:
    """The values of a fact; names that stand apart in a cell as a list, of which none is taken apart."""
    pieces = [piece for text in texts for piece in text.split(" , ")] if field in NAMING else []
    if len(pieces) > 1:
        return (Listing(tuple(Paragraph(piece, place) for piece in pieces), ordered=False, place=place),)
    return tuple(Paragraph(text, place) for text in texts)
