"""Figures of relevance, by family and split, and the floor they may not fall below."""

from __future__ import annotations

import json
import math
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc, nDCG

from pipeline.search import open_backend
from tests.relevance import collection, questions
from tests.relevance.peers import FIRST, Ask
from tests.relevance.questions import RIGHT, Question

FLOOR = Path(__file__).parent / "floor.json"
SPLITS: dict[str, Callable[[Question], bool]] = {"open": lambda q: not q.frozen, "frozen": lambda q: q.frozen}
ALL = "all"
_NDCG = nDCG @ FIRST
_MRR = RR(rel=RIGHT) @ FIRST


class Figures(NamedTuple):
    """Of some questions: means of nDCG@10 and of the reciprocal rank of the first right answer, the share without any
    answer, and how many of the answers break a stated condition.
    """

    ndcg: float
    mrr: float
    empty: float
    violations: int


class Answered(NamedTuple):
    """A question with the ids that came back, best first, and how good that is."""

    question: Question
    ids: tuple[str, ...]
    ndcg: float
    mrr: float
    violations: tuple[str, ...]


def answered(ask: Ask) -> list[Answered]:
    """Asks every question and grades the answers."""
    known = {exercise.id: exercise for exercise in collection.exercises()}
    asked = [(question, tuple(ask(question))) for question in questions.questions()]
    grades = [Qrel(q.id, e.id, grade) for q, _ in asked for e in known.values() if (grade := q.grade(e))]
    run = [ScoredDoc(q.id, i, float(-rank)) for q, ids in asked for rank, i in enumerate(ids)]
    values = {(m.query_id, m.measure): m.value for m in ir_measures.iter_calc([_NDCG, _MRR], grades, run)}
    return [
        Answered(
            question,
            ids,
            values.get((question.id, _NDCG), 0.0),
            values.get((question.id, _MRR), 0.0),
            tuple(i for i in ids if question.violated(known[i])),
        )
        for question, ids in asked
    ]


def figures(answers: Iterable[Answered]) -> Figures:
    """The figures of some answered questions."""
    several = list(answers)
    return Figures(
        statistics.fmean(a.ndcg for a in several),
        statistics.fmean(a.mrr for a in several),
        sum(not a.ids for a in several) / len(several),
        sum(len(a.violations) for a in several),
    )


def by_family(answers: Iterable[Answered]) -> dict[tuple[str, str], Figures]:
    """The figures of each family, and of all, in each split."""
    several = list(answers)
    return {
        (family, split): figures(a for a in several if a.question.family in names and belongs(a.question))
        for family, names in [*((f, [f]) for f in questions.families()), (ALL, questions.families())]
        for split, belongs in SPLITS.items()
    }


# --- the floor ------------------------------------------------------------------------------------------------


def floor(path: Path = FLOOR) -> tuple[str, dict[tuple[str, str], Figures]]:
    """The recorded figures, and the fingerprint of what they were measured on."""
    recorded = json.loads(path.read_bytes())
    figures_of = {(f, s): Figures(**v) for f, splits in recorded["figures"].items() for s, v in splits.items()}
    return recorded["questions"], figures_of


def below(measured: dict[tuple[str, str], Figures], least: dict[tuple[str, str], Figures]) -> list[str]:
    """One line for every figure that is worse than recorded, or was recorded and is no longer measured."""
    found = []
    for place, recorded in least.items():
        now = measured.get(place)
        if now is None:
            found.append(f"{' '.join(place)}: is no longer measured")
            continue
        for name in Figures._fields:
            was, is_now = getattr(recorded, name), getattr(now, name)
            worse = is_now < was if name in ("ndcg", "mrr") else is_now > was
            if worse:
                found.append(f"{' '.join(place)}: {name} is {is_now:.4g}, the floor is {was:.4g}")
    return found


def recorded(measured: dict[tuple[str, str], Figures], path: Path = FLOOR) -> None:
    """Writes the floor, rounded to the lenient side."""
    written: dict[str, dict[str, dict[str, float]]] = {}
    for (family, split), now in measured.items():
        written.setdefault(family, {})[split] = {
            "ndcg": math.floor(now.ndcg * 1000) / 1000,
            "mrr": math.floor(now.mrr * 1000) / 1000,
            "empty": math.ceil(now.empty * 1000) / 1000,
            "violations": now.violations,
        }
    content = json.dumps({"questions": questions.fingerprint(), "figures": written}, indent=1)
    path.write_text(content + "\n", "utf-8")


# --- speed ----------------------------------------------------------------------------------------------------


def seconds(root: Path, rounds: int = 5) -> list[float]:
    """How long each question takes in one process, facets included, sorted; the first round is not counted."""
    backend = open_backend(root, in_memory=True)
    taken = []
    for turn in range(rounds + 1):
        for question in questions.questions():
            query = question.query(facets=True)
            begin = time.perf_counter()
            backend.search(query)
            if turn:
                taken.append(time.perf_counter() - begin)
    backend.close()
    return sorted(taken)
