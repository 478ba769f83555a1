# ruff: noqa: T201 - printing is its work
"""`python -m tests.relevance`: prints how relevant the results are, here and elsewhere; 1 when they fell below the floor."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.relevance import collection, measure, questions
from tests.relevance.peers import SYSTEMS

_LINE = "{:12}{:8}{:14}{:>6}{:>9}{:>9}{:>9}{:>12}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.relevance", description=__doc__)
    parser.add_argument("--update", action="store_true", help="record these figures as the floor; refuses to lower it")
    parser.add_argument("--misses", action="store_true", help="list the open questions that were not answered well")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = collection.written(Path(folder))
        answers = {}
        for name, system in SYSTEMS.items():
            with system(root) as ask:
                answers[name] = measure.answered(ask)
        taken = measure.seconds(root)
    _print_table({name: measure.by_family(several) for name, several in answers.items()})
    median, slowest = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    size, asked = len(collection.exercises()), len(questions.questions())
    print(f"\n{size} exercises, {asked} questions; one process, with facets: ", end="")
    print(f"median {median * 1000:.1f} ms, 99th percentile {slowest * 1000:.1f} ms")
    ours = answers["this program"]
    if arguments.misses:
        _print_misses(ours)
    return _judge(measure.by_family(ours), update=arguments.update)


def _print_table(tables: dict[str, dict[tuple[str, str], measure.Figures]]) -> None:
    print(_LINE.format("family", "split", "", "asked", "nDCG@10", "MRR@10", "empty", "violations"))
    for family in (*questions.families(), measure.ALL):
        for split, belongs in measure.SPLITS.items():
            asked = sum(belongs(q) and family in (q.family, measure.ALL) for q in questions.questions())
            for name, table in tables.items():
                now = table[family, split]
                shown = (f"{now.ndcg:.3f}", f"{now.mrr:.3f}", f"{now.empty:.1%}", now.violations)
                print(_LINE.format(family, split, name, asked, *shown))


def _print_misses(answers: list[measure.Answered]) -> None:
    """Only open questions: the frozen ones stay unseen."""
    print()
    for answer in sorted(answers, key=lambda a: (a.question.family, a.ndcg)):
        if not answer.question.frozen and (answer.ndcg < 0.9 or answer.violations):
            first = ", ".join(answer.ids[:3]) or "nothing"
            broken = f"; breaks: {', '.join(answer.violations)}" if answer.violations else ""
            print(f"{answer.ndcg:.2f} {answer.mrr:.2f}  {answer.question.id} -> {first}{broken}")


def _judge(measured: dict[tuple[str, str], measure.Figures], *, update: bool) -> int:
    try:
        asked, least = measure.floor()
    except FileNotFoundError:
        asked, least = "", {}
    fallen = measure.below(measured, least)
    for line in fallen:
        print(line, file=sys.stderr)
    if asked != questions.fingerprint():
        if update:
            measure.recorded(measured)
            print("the questions or the exercises changed: recorded anew")
            return 0
        print("the floor is of other questions; look at the figures, then record them with --update", file=sys.stderr)
        return 1
    if fallen:
        if update:
            print("the floor is not lowered", file=sys.stderr)
        return 1
    if update:
        measure.recorded(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
