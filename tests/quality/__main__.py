"""`python -m tests.quality`: prints how well the corpus is read; exits 1 below the floor."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from tests.quality import floor, scoring


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write the numbers of today as the new floor")
    parser.add_argument("--show", metavar="WORD", help="each wrong field of the pages whose path holds WORD")
    chosen = parser.parse_args(arguments)
    measured = floor.measure()
    _print(_differences(measured, chosen.show) if chosen.show else table(measured))
    return _update(measured) if chosen.update else _check(measured)


def _print(lines: Iterator[str] | Sequence[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _check(measured: floor.Measured) -> int:
    before, now = floor.load(), measured.as_floor()
    if before.get("corpus") != now["corpus"]:
        _print(["the corpus is not the one the floor was measured on: run again with --update"])
        return 1
    falls = floor.falls(before, now)
    _print(falls or ["at or above the floor"])
    return 1 if falls else 0


def _update(measured: floor.Measured) -> int:
    try:
        floor.update(measured.as_floor())
    except floor.Lowered as refused:
        _print(["floor.json was left as it is: these would go down", *refused.falls])
        return 1
    _print([f"wrote {floor.FILE.name}"])
    return 0


def table(measured: floor.Measured) -> Iterator[str]:
    """What a person wants to see: shares per markup and way of saving with the wrong fields, then the fields."""
    yield from _groups("markup", measured.markups)
    yield ""
    yield from _groups("way of saving", measured.saving)
    yield ""
    yield f"{'field':<32}{'given':>7}{'expected':>10}{'precision':>11}{'recall':>9}"
    for name, field in scoring.by_field(measured.outcomes).items():
        yield f"{name:<32}{field.given:>7}{field.expected:>10}{_percent(field.precision):>11}{_percent(field.recall):>9}"
    yield ""
    now = measured.as_floor()
    yield f"mean over markups {_percent(now['score'])} %, over ways of saving {_percent(now['saving'])} %"


def _groups(kind: str, outcomes: list[scoring.Outcome]) -> Iterator[str]:
    yield f"{kind:<32}{'right':>8}{'%':>9}  wrong"
    for group, share in scoring.by_group(outcomes).items():
        own = [outcome for outcome in outcomes if outcome.group == group]
        wrong = list(dict.fromkeys(outcome.field for outcome in own if not outcome.right))
        counts = f"{sum(outcome.right for outcome in own)}/{len(own)}"
        yield f"{group:<32}{counts:>8}{_percent(share):>9}  {', '.join(wrong)}".rstrip()


def _percent(share: float) -> str:
    return f"{100 * share:.2f}"


def _differences(measured: floor.Measured, word: str) -> Iterator[str]:
    for outcome in measured.outcomes:
        if word in outcome.page and not outcome.right:
            yield f"{outcome.page}: {outcome.field}"
            yield from (f"    - {' | '.join(value)}" for value in outcome.expected if value not in outcome.given)
            yield from (f"    + {' | '.join(value)}" for value in outcome.given if value not in outcome.expected)


if __name__ == "__main__":
    sys.exit(main())
