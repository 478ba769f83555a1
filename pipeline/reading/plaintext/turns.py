"""Lines of plain text that are labels and values by turns, made lines with a colon; every line stays where it was."""

from __future__ import annotations

from itertools import groupby, takewhile

from pipeline.reading.plaintext.tabbed import kinds_of
from pipeline.reading.words.factwords import is_label_of_fact
from pipeline.reading.words.hinting import hints, is_hinted
from pipeline.reading.words.plain import ends_sentence, is_sentence
from pipeline.vocabulary import key, load

_FEWEST_ROWS = 2
LABEL_AND_VALUE = 2
_FEWEST_TURNED = 3
_LONGEST_DASH = 2
_FEW_WORDS = 2
"""Of a value behind a label that nobody knows, where no known one follows."""
_LONGEST_LABEL = 40


def turned(lines: list[str]) -> list[str]:
    """Terms that each stand above their label, several of them, as labels with their values: "Glutes", and below it "Target"."""
    plain = list(lines)
    place = 0
    while place + 1 < len(lines):
        end = place
        while end + 1 < len(lines) and kinds_of(lines[end].strip()) and _is_label(lines[end + 1]):
            end += LABEL_AND_VALUE
        labels = lines[place + 1 : end : LABEL_AND_VALUE]
        below_label = place > 0 and _is_label(lines[place - 1])
        has_value = end < len(lines) and kinds_of(lines[end].strip())  # each is below its label, but for a first one
        are_facts = len(labels) >= _FEWEST_TURNED and sum(map(is_label_of_fact, labels)) * 2 > len(labels)
        if are_facts and not (below_label or has_value):
            for n in range(place, end, LABEL_AND_VALUE):
                plain[n], plain[n + 1] = "", f"{lines[n + 1].strip()}: {lines[n].strip()}"
        place = max(end, place + 1)
    return plain


def paired(lines: list[str]) -> list[str]:
    """Lines without an empty one or a rule between them that are labels and values by turns, most of them known, as labels with their
    values: one of them that nobody knows is a fact, too, unless it heads what the page tells, or nothing behind it is known.
    """
    plain = list(lines)
    for is_told, numbers in groupby(range(len(lines)), key=lambda n: _says_something(lines[n])):
        run = list(numbers) if is_told else []
        start = len(run) % LABEL_AND_VALUE
        facts = list(takewhile(lambda n: _may_be_fact(lines, n), run[start::LABEL_AND_VALUE]))
        known = [n for n in facts if _is_known(lines, n)]
        if len(known) < max(_FEWEST_TURNED, len(facts) / 2):
            continue
        for n in facts:
            if n > known[-1] and len(lines[n + 1].split()) > _FEW_WORDS and not _has_number(lines[n + 1]):
                continue
            plain[n], plain[n + 1] = f"{lines[n].strip(' :')}: {lines[n + 1].strip()}", ""
    return plain


def _says_something(line: str) -> bool:
    """Whether a line is no empty one, and none of signs alone that divide a page; a dash may stand for a value."""
    said = line.strip()
    return any(map(str.isalnum, said)) or 0 < len(said) <= _LONGEST_DASH


def _has_number(line: str) -> bool:
    return any(map(str.isdigit, line))


def _is_known(lines: list[str], n: int) -> bool:
    """Whether a line labels a fact, and the next names terms of one."""
    return is_label_of_fact(lines[n]) and bool(kinds_of(lines[n + 1].strip()))


def _may_be_fact(lines: list[str], n: int) -> bool:
    """Whether a line could be a label, and the next its value: "Instructions" is the heading of something else."""
    heads = is_hinted(lines[n]) or key(lines[n]) in hints()["parts"]
    is_label = _is_label(lines[n]) and (is_label_of_fact(lines[n]) or not heads)
    return is_label and not ends_sentence(lines[n + 1])


def _is_label(line: str) -> bool:
    """Whether a line could be the label of a term: a few words, none of them one."""
    said = line.strip()
    return 0 < len(said) <= _LONGEST_LABEL and said[:1].isalpha() and not (is_sentence(said) or kinds_of(said))


def dosed(lines: list[str]) -> list[str]:
    """Lines that say in turns what to do and how much of it, as labels with their amounts: "Sets", "3", "Rest", "1 min"; the
    amount may stand above its label.
    """
    plain = list(lines)
    for is_dose, numbers in groupby(range(len(lines)), key=lambda n: is_metric(lines[n]) or is_amount(lines[n])):
        run = list(numbers) if is_dose else []
        firsts, seconds = run[::LABEL_AND_VALUE], run[1::LABEL_AND_VALUE]
        if len(seconds) < _FEWEST_ROWS or len(firsts) > len(seconds):
            continue
        labels, amounts = (firsts, seconds) if is_metric(lines[run[0]]) else (seconds, firsts)
        if not all(is_metric(lines[n]) for n in labels) or not all(is_amount(lines[n]) for n in amounts):
            continue
        for n, label, amount in zip(firsts, labels, amounts, strict=True):
            plain[n], plain[n + 1] = f"{lines[label].strip().rstrip(' :')}: {lines[amount].strip()}", ""
    return plain


def is_metric(line: str) -> bool:
    """Whether a line is the label of a metric, and nothing else."""
    return len(line) <= _LONGEST_LABEL and load("metrics").find(line) is not None


def is_amount(line: str) -> bool:
    """Whether a line says how much: a few words that begin with a number."""
    return line.strip()[:1].isdigit() and len(line) <= _LONGEST_LABEL and not is_sentence(line)
