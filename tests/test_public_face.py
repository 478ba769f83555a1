"""What other programs may import, and that it works as the README shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import pipeline

FACE = [
    "BadRecord",
    "BadSettings",
    "CannotWrite",
    "Collection",
    "Exercise",
    "FacetValue",
    "Hit",
    "IndexUnusable",
    "Issue",
    "Locked",
    "Metric",
    "NoSuchThing",
    "Options",
    "PipelineError",
    "Query",
    "Reason",
    "Report",
    "Result",
    "Results",
    "Severity",
    "Source",
    "TitledText",
    "UnknownValue",
    "UnreadablePage",
    "WrongUse",
    "__version__",
    "open_collection",
]


def test_the_public_names_are_these_and_no_others() -> None:
    assert sorted(pipeline.__all__) == sorted(FACE)
    assert dir(pipeline) == list(pipeline.__all__)


@pytest.mark.parametrize("name", [n for n in FACE if n != "__version__"])
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(pipeline, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Exercises'"):
        _ = pipeline.Exercises  # type: ignore[attr-defined]


def test_a_collection_is_iterated_looked_up_and_searched(sample: Path) -> None:
    collection = pipeline.open_collection(sample)
    names = [exercise.name for exercise in collection]
    assert len(names) == len(collection) and "Push-Up" in names
    assert "push-up" in collection and "push-upp" not in collection
    assert collection["push-up"].target_muscles == ("chest",)
    with pytest.raises(KeyError):
        _ = collection["push-upp"]
    results = collection.search("pushup", equipment="none")
    assert results.hits[0].name == "Push-Up"


def test_a_collection_without_an_index_makes_one_when_it_is_searched(tmp_path: Path, sample: Path) -> None:
    import shutil

    shutil.copytree(sample / "normalized", tmp_path / "normalized")
    assert pipeline.open_collection(tmp_path).search("leg curl").hits[0].id == "lying-leg-curl"


def test_a_root_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(pipeline.NoSuchThing, match="there is no folder"):
        pipeline.open_collection(tmp_path / "nowhere")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, pipeline; print([m for m in ('bs4', 'lxml', 'requests', 'whoosh', 'yaml', 'click', 'rich') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_searching_loads_neither_the_reader_nor_the_network(sample: Path) -> None:
    code = (
        "import sys\nfrom pipeline.cli import main\n"
        "try:\n    main(['--root', sys.argv[1], 'search', 'leg', 'curl'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('bs4', 'lxml', 'requests', 'pydantic', 'yaml', 'rich', 'rapidfuzz', 'pipeline.reading') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(sample)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert done.stdout.startswith("Lying Leg Curl")
