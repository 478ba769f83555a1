"""How much to do, as a sentence says it: "Do 3 sets of 8-12 reps, with 60 seconds rest between sets."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.reading.captures import UNKNOWN, Capture, Sections
from pipeline.reading.fields.prose import lines_of
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import metric_of, metrics_in
from pipeline.reading.words.labels import marked_pair
from pipeline.reading.words.pairs import pieces_of
from pipeline.reading.words.plain import COUNTED, is_sentence, sentences
from pipeline.reading.words.profiles import FACTS, IGNORED, Profile
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Place, Row
from pipeline.vocabulary import key

Dose = tuple[str, str, Place]
"""A metric, how much of it, and where that is said."""
_AMOUNT = rf"(?:\d{{1,3}}|{COUNTED}|fifteen|twenty)"
_SPAN = rf"{_AMOUNT}(?:\s?(?:-|–|to|or)\s?{_AMOUNT})?"
_TIME = r"(?:seconds?|secs?|s|minutes?|mins?|breaths?)"
_LENGTH = r"(?:met(?:re|er)s?|m|yards?|yd|feet|steps)"
_SIDE = r"(?:\s+(?:(?:on|for|in|to)\s+)?(?:each|per|every|a)\s+(?:side|leg|arm|hand|foot|direction|way))"
_SETS = re.compile(
    rf"^(?:[^\W\d][\w’']*\s+){{0,4}}?(?P<sets>{_SPAN})\s+(?:[a-z]+\s+)?(?P<kind>sets?|rounds?)\s+(?:of|x|×)\s+(?P<count>{_SPAN})"
    rf"(?:\s*-?(?P<time>{_TIME})|\s*-?(?P<length>{_LENGTH})|(?:\s+(?:reps?|repetitions?))?)\b(?P<side>{_SIDE}?)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "3 x 3 m" is the room that it takes.
_SHORT_SETS = re.compile(
    rf"^(?P<sets>\d{{1,2}})\s?[x×]\s?(?P<count>\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?)"
    rf"(?:\s*(?P<time>{_TIME})\b|(?:\s+(?:reps?|repetitions?))?)(?P<side>{_SIDE}?)(?P<rest>(?:[,.;(].*)?)$",
    re.IGNORECASE | re.DOTALL,
)
_REST = re.compile(
    rf"(?P<amount>{_SPAN}\s*-?{_TIME})\s+(?:of\s+)?(?:rest|break|pause|recovery)|\brest(?:ing)?(?:\s+(?:for|of))?\s+(?P<behind>{_SPAN}\s*{_TIME})\b",
    re.IGNORECASE,
)
_TEMPO = re.compile(r"\btempo of (?P<tempo>\d(?:[-–]\d){1,3})\b", re.IGNORECASE)
_SETS_ALONE = re.compile(rf"(?<![-–\d])\b(?P<sets>{_SPAN})\s+sets?\b(?!\s+of\b)", re.IGNORECASE)
# "3 times a week" says how often, and not how many.
_REPS_ALONE = re.compile(
    rf"\b(?P<reps>{_SPAN})\s+(?:reps?|repetitions?|times(?!\s+(?:(?:a|per|each|every)\s+(?:day|week|month|session|workout)|daily|weekly)\b))\b",
    re.IGNORECASE,
)
_SOME_SETS = re.compile(rf"\b{_SPAN}\s+(?:[a-z]+\s+)?(?:sets?|rounds?)\s+(?:of|x|×)\s", re.IGNORECASE)
_BEFORE_SETS = re.compile(rf"^[^\d\n]{{1,100}}?(?={_SOME_SETS.pattern})", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:after|before|if|when|first|last|between|every|warm-?up)\b", re.IGNORECASE)
"""What speaks of some of the sets: "After 2 sets your legs will burn."."""
_BETWEEN_SETS = re.compile(r"\bbetween (?:the |each |all )?sets?\b", re.IGNORECASE)
_HELD = re.compile(
    rf"\bh[oe]ld(?:ing)?\b(?!\s+(?:off|(?:your |the )?breath)\b)[^\d.]{{0,40}}?\bfor\s+(?P<held>{_SPAN}\s*-?{_TIME})\b",
    re.IGNORECASE,
)
_TOLD_APART = {
    "sets": _SETS_ALONE,
    "reps": _REPS_ALONE,
    "time": _HELD,
    "distance": re.compile(rf"(?P<distance>{_SPAN}\s*-?{_LENGTH})\b", re.IGNORECASE),
    "rest": _REST,
}
_IN_EACH = ("reps", "time", "distance")
_SEVERAL_AMOUNTS = re.compile(r"\s*(?:(?<=[\d\s])x(?=[\d\s])|[×/&])\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[·•|,;+]\s*|\s+(?:/|x|×|and|with)\s+", re.IGNORECASE)
_PIECES = {
    "sets": re.compile(rf"(?P<amount>{_SPAN})\s*-?sets?", re.IGNORECASE),
    "rounds": re.compile(rf"(?P<amount>{_SPAN})\s*-?rounds?", re.IGNORECASE),
    "reps": re.compile(rf"(?P<count>{_SPAN})\s*-?(?:reps?|repetitions?)(?P<side>{_SIDE}?)", re.IGNORECASE),
    "rest": re.compile(rf"(?:{_REST.pattern})(?:\s+between\s+(?:the\s+)?sets)?", re.IGNORECASE),
    "distance": re.compile(rf"(?P<count>{_SPAN}\s*-?{_LENGTH})(?P<side>{_SIDE}?)", re.IGNORECASE),
    "time": re.compile(
        rf"(?:hold(?:\s+for)?\s+)?(?P<count>{_SPAN}\s*-?{_TIME})(?:\s+holds?)?(?P<side>{_SIDE}?)", re.IGNORECASE
    ),
}
"""The pieces of a line that says nothing but how much to do, by what each is an amount of."""
_COUNTS = frozenset(("sets", "rounds", "reps"))
_LONGEST_COUNTED = 100
_DIGIT = re.compile(r"\d")
_FEWEST_PIECES = 2
_LABEL_AND_VALUE = 2
_FEW = 2
"""Sentences behind one that says how much to do."""


def with_counted_doses(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; a line, a list or a run that says nothing but how much to do as a row for each of its amounts:
    "3 sets · 12 reps · 60 s rest". Below a heading that speaks of something else they are of that.
    """
    heading = ""
    headings = 0
    for block in blocks:
        texts = _texts_of(block)
        if texts and (counted := _counted(texts, heading, may_tell=headings == 0 or _is_of_doses(heading, profile))):
            yield from (Row(metric, (amount,), block.place) for metric, amount in counted)
        elif isinstance(block, Listing) and (headings == 0 or _is_of_doses(heading, profile)):
            yield from _tiles(block)
        else:
            yield _how_often(block) if isinstance(block, Chips) else block
        if isinstance(block, Heading) or (
            isinstance(block, Paragraph) and block.strong and not is_sentence(block.whole)
        ):
            heading = block.text
            headings += 1


def _how_often(chips: Chips) -> Block:
    """Two small pieces as a row where one of them is the label of how often to do it: "Every other day", and below it
    "Frequency".
    """
    texts = [item.whole for item in chips.items] if len(chips.items) == _LABEL_AND_VALUE else []
    labels = [text for text in texts if key(text) in hints()["beside_doses"]]
    value = next((text for text in texts if text not in labels), "")
    told = len(labels) == 1 and value and not metric_of(value)
    return Row(labels[0], (value,), chips.place) if told else chips


def _tiles(listing: Listing) -> Sequence[Block]:
    """The rows of a list in which amounts stand each before what it is of, several before metrics: "2 | Sets", "6 kcal/min |
    Calories"; any other list as it stands.
    """
    amounts = all(item.lead[:1].isdigit() and item.text.replace(" ", "").isalpha() for item in listing.items)
    metrics = sum(bool(metric_of(item.text)) for item in listing.items) if amounts else 0
    if metrics < _FEWEST_PIECES:
        return (listing,)
    return [Row(item.text, (item.lead,), item.place) for item in listing.items]


def _is_of_doses(heading: str, profile: Profile) -> bool:
    """Whether what stands below a heading may be how much to do of the page's exercise."""
    return hinted(heading, "about_doses") or profile.heading(heading) in (FACTS, "tracking")


def _texts_of(block: Block) -> list[str]:
    """What small texts say that could be amounts; a row of one value as a line."""
    if isinstance(block, Row):
        return [f"{block.label}: {block.values[0]}"] if len(block.values) == 1 and _may_count(block.values[0]) else []
    pieces = pieces_of(block)
    if isinstance(block, Chips) and len(pieces) == _LABEL_AND_VALUE and not _may_count(pieces[0].whole):
        return [f"{pieces[0].whole}: {pieces[1].whole}"] if _may_count(pieces[1].whole) else []
    if not pieces or not _may_count(pieces[0].whole):  # most blocks end here
        return []
    texts = [piece.whole for piece in pieces]
    return texts if all(map(_may_count, texts)) else []


def _may_count(text: str) -> bool:
    return len(text) <= _LONGEST_COUNTED and _DIGIT.search(text) is not None


def _counted(texts: Sequence[str], heading: str, *, may_tell: bool) -> tuple[tuple[str, str], ...]:
    """The amounts of some texts below a `heading`, each with its metric; none where something else is said, or one metric
    twice. `may_tell` says that they need no label that speaks of them.
    """
    label, value = marked_pair(texts[0]) or ("", texts[0])
    if not (_speaks_of_doses(label) if label else may_tell):
        return ()
    if len(texts) == 1 and (sets := _SHORT_SETS.match(value.rstrip(" ."))) and _is_plain(sets, label or heading):
        metric, unit = ("time", f" {sets['time']}") if sets["time"] else ("reps", "")
        return ("sets", sets["sets"]), (metric, f"{sets['count']}{unit}{sets['side']}")
    pieces = [piece for text in (value, *texts[1:]) for piece in _BETWEEN.split(text.rstrip(" .")) if piece]
    amounts = [_amount_of(piece) for piece in pieces]
    found = tuple(amount for amount in amounts if amount)
    metrics = [metric for metric, _ in found]
    fewest = 1 if hinted(label or heading, "about_doses") else _FEWEST_PIECES
    told = len(found) == len(pieces) >= fewest and len(set(metrics)) == len(metrics)
    return found if told and metrics[0] in _COUNTS else ()


def _is_plain(sets: re.Match[str], label: str) -> bool:
    """Whether sets and what is in each are all that is said, with a unit or behind a label that speaks of them."""
    unit = sets.string[sets.end("count") : sets.start("rest")].strip()
    return not sets["rest"] and bool(unit or (label and hinted(label, "about_doses")))


def _speaks_of_doses(label: str) -> bool:
    return bool(metrics_in(label)) or hinted(label, "about_doses")


def amount_asked(question: str, answer: str) -> tuple[str, str] | None:
    """The metric and the amount of an answer that says nothing else: "How many goes?", and below it "3 sets"."""
    asks = question.endswith("?") and (hinted(question, "about_doses") or hinted(question, "amounts"))
    return _amount_of(answer.rstrip(" .")) if asks else None


def _amount_of(piece: str) -> tuple[str, str] | None:
    """ "12 reps each side" is "12 each side" of reps."""
    for metric, form in _PIECES.items():
        if found := form.fullmatch(piece):
            said = found.groupdict()
            amount = said.get("amount") or said.get("behind") or f"{said['count']}{said.get('side') or ''}"
            return metric, amount
    return None


def doses_told(
    cut: Sections, pairs: Sequence[tuple[str, Sequence[str], Place]], *, labelled: bool = False
) -> tuple[Dose, ...]:
    """How much to do where one line of a page says it in words: below a heading, or beside a label, that nobody knows or that
    speaks of it. Nothing where several do: they belong to a plan. `labelled` asks for a label that speaks of it.
    """
    lines = _lines(cut, pairs, labelled=labelled)
    told = [dose for text, (place, loose) in lines.items() if (dose := tuple(doses_in(text, place, loose=loose)))]
    return told[0] if len(told) == 1 else ()


def _lines(
    cut: Sections, pairs: Sequence[tuple[str, Sequence[str], Place]], *, labelled: bool
) -> dict[str, tuple[Place, bool]]:
    """The lines that could say how much to do, each with its place, and whether its heading speaks of that."""
    beside = (
        (values[0], (place, _speaks_of_doses(label)))
        for label, values, place in pairs
        if len(values) == 1 and (_speaks_of_doses(label) if labelled else not _is_foreign(label))
    )
    told = [(line, capture) for capture in cut.captures for line in _telling(capture) if not labelled]
    lines = (
        (line.whole, (line.place, not metric_of(above) and _may_be_loose(line, capture)))
        for above, (line, capture) in zip(("", *(line.whole for line, _ in told)), told, strict=False)
        if not marked_pair(line.whole)
    )
    return dict((*beside, *lines))


def _may_be_loose(line: Paragraph, capture: Capture) -> bool:
    """Whether a line has no title of its own, in a section that is of the exercise or speaks of how much to do."""
    about_doses = _is_about_doses(capture.via) and not _WHEN.search(capture.via)
    return not line.lead and (capture.field == "instructions" or about_doses)


def _telling(capture: Capture) -> Iterator[Paragraph]:
    """The lines of a section that could say how much to do: all of them; of the steps those whose title speaks of it, and
    paragraphs beside their list.
    """
    lines = lines_of(capture.blocks)
    if capture.field == "instructions":
        yield from (replace(line, lead="") for line in lines if line.lead and hinted(line.lead, "about_doses"))
        listed = any(isinstance(block, Listing) for block in capture.blocks)
        beside = [block for block in capture.blocks if isinstance(block, Paragraph) and not block.lead]
        yield from (line for line in beside if listed or states_sets(line.whole))
    elif capture.field == FACTS:
        for line in lines:
            whole = line.lead or any(doses_in(line.whole, line.place))  # else among other sentences of facts
            yield from (line,) if whole else (replace(line, text=said) for said in sentences(line.text))
    elif _may_tell(capture):
        yield from lines


def _is_about_doses(heading: str) -> bool:
    """Whether a heading speaks of how much to do, or of how to take the exercise into one's training."""
    return hinted(heading, "about_doses") or hinted(heading, "adding")


def _is_foreign(label: str) -> bool:
    return hinted(label, "foreign") or hinted(label, "mistakes")


def _may_tell(capture: Capture) -> bool:
    """Whether a section could say how much to do of the exercise of the page."""
    if capture.field in (UNKNOWN, FACTS):
        return hinted(capture.via, "about_doses") or not _is_foreign(capture.via)  # "Homework for this week"
    return capture.field == IGNORED and _is_about_doses(capture.via)


def one_by_one(label: str, text: str, place: Place) -> tuple[Dose, ...]:
    """The doses beside a label of several metrics: "Sets x reps: 4 x 10-12". None beside any other label."""
    metrics = metrics_in(label)
    if not metrics:
        return ()
    amounts = _SEVERAL_AMOUNTS.split(text)
    if len(amounts) == len(metrics) and all(amount[:1].isdigit() for amount in amounts):
        return tuple((metric, amount, place) for metric, amount in zip(metrics, amounts, strict=True))
    return tuple(doses_in(text, place))


def _apart(text: str, place: Place) -> Iterator[Dose]:
    """The doses of a text that gives sets apart from what is in each: "Hold each for 30 seconds. Do 2 sets.", "Repeat 10 times.
    Do 3 sets, with 1 minute of rest."; none where it says one of them twice.
    """
    found = {metric: list(form.finditer(text)) for metric, form in _TOLD_APART.items()}
    is_told = len(found["sets"]) == 1 and sum(len(found[metric]) for metric in _IN_EACH) == 1
    if not is_told or hinted(text, "refusing") or hinted(text, "reporting"):
        return
    once = [(matches[0].start(), metric, matches[0]) for metric, matches in found.items() if len(matches) == 1]
    for _, metric, match in sorted(once, key=lambda entry: entry[0]):
        yield metric, next(filter(None, match.groups())), place


def states_sets(text: str) -> bool:
    """Whether a text begins with sets and how much is in each."""
    return bool(_SETS.match(text) or _SHORT_SETS.match(text))


def _told_alone(text: str, place: Place) -> Iterator[Dose]:
    """How long to hold, and how often, of a text below a heading that speaks of it: "Hold for 30 seconds. Do 3 repetitions.",
    or how many sets it asks for, and nothing else: "Aim for 2 sets."
    """
    held, reps, sets = _HELD.search(text), _REPS_ALONE.search(text), list(_SETS_ALONE.finditer(text))
    refused = hinted(text, "refusing") or hinted(text, "reporting") or _WHEN.search(_BETWEEN_SETS.sub("", text))
    if len(sets) == 1 and not (held or reps or refused or _DIGIT.search(text[: sets[0].start()])):
        yield "sets", sets[0]["sets"], place
        if rest := _REST.search(text):
            yield "rest", rest["amount"] or rest["behind"], place
    elif held and len(sentences(text)) <= _FEW:
        yield "time", held["held"], place
        if reps:
            yield "reps", reps["reps"], place


def doses_in(text: str, place: Place, *, loose: bool = False) -> Iterator[Dose]:
    """The doses of a text whose first sentence gives sets and how much is in each; `loose` where its heading speaks of that,
    whatever stands before them: "Dr. Bell recommends 3 sets of 10 reps."
    """
    before = _BEFORE_SETS.match(text) if loose else None
    if before:
        refused = hinted(before.group(), "refusing") or hinted(before.group(), "reporting")
        if refused or len(_SOME_SETS.findall(text)) > 1:
            return  # "For most 3 sets of 10, but for the strong 5 sets of 5"
        text = text[before.end() :]
    first, *others = sentences(text)
    found = None if hinted(first, "reporting") else _SETS.match(first) or _SHORT_SETS.match(first)
    if found and hinted(first[: found.start("sets")], "refusing"):
        return
    if found is None and len(others) <= _FEW:
        apart = tuple(_apart(text, place))
        yield from apart or (_told_alone(text, place) if loose else ())
    if found is None or len(others) > _FEW or any(map(_SETS.match, others)):
        return
    rest = _REST.search(found["rest"]) or next(filter(None, map(_REST.search, others)), None)
    kind = (found.groupdict().get("kind") or "sets").rstrip("s").lower()
    yield f"{kind}s", found["sets"], place
    length = found.groupdict().get("length")
    unit = found["time"] or length
    metric = "time" if found["time"] else "distance" if length else "reps"
    yield metric, f"{found['count']}{f' {unit}' if unit else ''}{found['side']}", place
    if rest:
        yield "rest", rest["amount"] or rest["behind"], place
    if tempo := _TEMPO.search(found["rest"]):
        yield "tempo", tempo["tempo"], place
