"""What a dialect is: a format of another program that can be written and read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, BinaryIO, NamedTuple

from pipeline.errors import WrongUse
from pipeline.export.base import Kind, Options
from pipeline.export.dialects.tables import Losses
from pipeline.export.json_array import write_array
from pipeline.export.loss import LossReport
from pipeline.records import Exercise
from pipeline.vocabulary.names import slug

_FIELDS = tuple(f.name for f in fields(Exercise))


class EntryError(ValueError):
    """An entry of a dialect's file that is no exercise; says why."""


class Read(NamedTuple):
    """One entry of a file: the exercise, or None and why not; and the keys that nothing was taken from."""

    number: int
    exercise: Exercise | None
    problem: str = ""
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialect:
    """A dialect. `encode` and `decode` are pure; `used` names the keys of an entry that `decode` looks at.

    `wrapper` is the key under which a file holds its entries, empty when the file is their list.
    """

    name: str
    description: str
    encode: Callable[[Exercise, Losses], dict[str, Any]]
    decode: Callable[[Mapping[str, Any]], Exercise]
    used: frozenset[str]
    wrapper: str = ""
    suffix: str = ".json"
    binary: bool = False
    kind: Kind = field(default=Kind.FILE, init=False)

    def companions(self, options: Options) -> Mapping[str, bytes]:  # noqa: ARG002
        """Nothing belongs beside the file."""
        return {}

    def write(self, exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> LossReport:  # noqa: ARG002
        """Writes the exercises as the dialect's file; the report names everything that does not come back."""
        report = LossReport(self.name)
        count = 0

        def entries() -> Iterator[dict[str, Any]]:
            nonlocal count
            for exercise in exercises:
                count += 1
                yield self.entry(exercise, report)

        if self.wrapper:
            target.write(f'{{"{self.wrapper}": '.encode())
        write_array(entries(), target)
        if self.wrapper:
            target.write(f', "count": {count}, "next": null, "previous": null}}\n'.encode())
        return report

    def entry(self, exercise: Exercise, report: LossReport) -> dict[str, Any]:
        """One exercise in the dialect, read back at once: what comes back different is in the report."""
        made = self.encode(exercise, Losses(report, exercise.id))
        try:
            back = self.decode(made)
        except EntryError as error:  # such as a name of signs only, where the id is made from the name
            report.narrowed(exercise.id, "name", exercise.name, f"an entry that {error}")
            return made
        for name in _FIELDS:
            before, after = getattr(exercise, name), getattr(back, name)
            if before != after and name not in report.fields(exercise.id):
                if after:
                    report.narrowed(exercise.id, name, "", "another form")
                else:
                    report.dropped(exercise.id, name)
        return made

    def read(self, content: bytes, file: str) -> Iterator[Read]:
        """The exercises of a file of this dialect. Raises WrongUse when the file is none."""
        for number, entry in enumerate(self._entries(content, file), 1):
            try:
                exercise = self.decode(entry)
                unused = _unused(entry, self.used)
                if unused and not (exercise.instructions or exercise.target_muscles or exercise.description):
                    raise EntryError(
                        f"has a name, and else only what this format does not know ({', '.join(unused[:3])})"
                    )
            except (EntryError, AttributeError, KeyError, TypeError, ValueError) as error:
                problem = str(error) if isinstance(error, EntryError) else "has not the shape of an exercise"
                yield Read(number, None, problem)
            else:
                yield Read(number, exercise, unused=unused)

    def _entries(self, content: bytes, file: str) -> list[Mapping[str, Any]]:
        try:
            loaded = json.loads(content.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise WrongUse(f"{file} is not JSON: {error}") from error
        if isinstance(loaded, dict):
            inner = next(
                (loaded[key] for key in ("results", "data", "exercises") if isinstance(loaded.get(key), list)),
                None,
            )
            loaded = [loaded] if inner is None else inner
        if not isinstance(loaded, list):
            raise WrongUse(f"{file} holds no list of exercises; a file of {self.name} does")
        return loaded


def _unused(entry: Mapping[str, Any], used: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name, value in entry.items() if name not in used and value not in (None, "", [], {}))


def text(entry: Mapping[str, Any], *names: str) -> str:
    """The first of the named values that holds text, on one line; empty when none does."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""


def texts(entry: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    """The texts of the first named value that is there; a single text counts as a list of one."""
    for name in names:
        value = entry.get(name)
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list) and values:
            return tuple(" ".join(v.split()) for v in values if isinstance(v, str) and v.strip())
    return ()


def named(entry: Mapping[str, Any]) -> str:
    """The name of an entry. Raises EntryError when it has none."""
    found = text(entry, "name")
    if not found:
        raise EntryError("has no name")
    return found


def safe_id(given: str, name: str) -> str:
    """The id an entry states when it can be one of ours, else one made from its name. Raises EntryError."""
    made = given if given and slug(given) == given else slug(name)
    if not made:
        raise EntryError(f"has a name that gives no id: {name!r}")
    return made
