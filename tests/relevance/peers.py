"""Who is asked: this program, SQLite FTS5 and plain Whoosh, all over the same exercises.

The peers are set up as a careful person would in an afternoon: stemmed, every field searched, weighted by how much it says,
the words of the query as alternatives, ranked by BM25. They cannot take filters out of words; filters given as flags are
applied to their results by the facts, as a WHERE clause would, so that the words alone are compared.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline.records import Exercise
from pipeline.search import open_backend
from tests.relevance.collection import exercises
from tests.relevance.questions import Question

FIRST = 10
WEIGHTS = {"name": 10.0, "other": 8.0, "target": 6.0, "helps": 2.0, "equipment": 5.0, "kind": 3.0, "steps": 1.0}
Ask = Callable[[Question], list[str]]
"""A question in, the ids of the first ten answers out, best first."""


@contextmanager
def this_program(root: Path) -> Iterator[Ask]:
    backend = open_backend(root)
    yield lambda question: [hit.id for hit in backend.search(question.query()).hits][:FIRST]
    backend.close()


@contextmanager
def sqlite_fts5(root: Path) -> Iterator[Ask]:
    with closing(sqlite3.connect(":memory:")) as connection:
        columns = ", ".join(WEIGHTS)
        connection.execute(f"CREATE VIRTUAL TABLE found USING fts5(id UNINDEXED, {columns}, tokenize = 'porter')")
        marks = ", ".join("?" * (len(WEIGHTS) + 1))
        rows = [(exercise.id, *_fields(exercise).values()) for exercise in exercises()]
        connection.executemany(f"INSERT INTO found VALUES ({marks})", rows)  # noqa: S608 - only marks are put in
        weights = ", ".join(map(str, WEIGHTS.values()))
        select = f"SELECT id FROM found WHERE found MATCH ? ORDER BY bm25(found, 0, {weights}), id"  # noqa: S608

        def ask(question: Question) -> list[str]:
            words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question.words.lower()))
            return _allowed(question, [exercise_id for (exercise_id,) in connection.execute(select, (words,))])

        yield ask


@contextmanager
def plain_whoosh(root: Path) -> Iterator[Ask]:
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.filedb.filestore import RamStorage
    from whoosh.qparser import MultifieldParser, OrGroup

    schema = Schema(id=ID(stored=True), **{name: TEXT(analyzer=StemmingAnalyzer()) for name in WEIGHTS})
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for exercise in exercises():
        writer.add_document(id=exercise.id, **_fields(exercise))
    writer.commit()
    parser = MultifieldParser(list(WEIGHTS), schema, fieldboosts=WEIGHTS, group=OrGroup)
    with closing(index), index.searcher() as searcher:

        def ask(question: Question) -> list[str]:
            hits = searcher.search(parser.parse(question.words), limit=None)
            return _allowed(question, [hit["id"] for hit in hits])

        yield ask


def _fields(exercise: Exercise) -> dict[str, str]:
    return {
        "name": exercise.name,
        "other": " ".join(exercise.aliases),
        "target": " ".join((*exercise.target_muscles, *exercise.body_parts)),
        "helps": " ".join(exercise.secondary_muscles),
        "equipment": " ".join(exercise.equipment),
        "kind": f"{exercise.difficulty} {exercise.exercise_type}",
        "steps": " ".join(exercise.instructions),
    }


def _allowed(question: Question, ids: list[str]) -> list[str]:
    if not question.flags:
        return ids[:FIRST]
    known = {exercise.id: exercise for exercise in exercises()}
    return [exercise_id for exercise_id in ids if not question.violated(known[exercise_id])][:FIRST]


SYSTEMS = {"this program": this_program, "SQLite FTS5": sqlite_fts5, "plain Whoosh": plain_whoosh}
