"""Every way of showing one thing is read beside every way of showing another."""

from collections.abc import Callable

import pytest

from tests.shapes.composing import Composed, composed, composed_text, shapes
from tests.shapes.reading import wrong_fields

_PAGES = 2_000
_AT_ONCE = 250


@pytest.mark.parametrize("first", range(0, _PAGES, _AT_ONCE))
def test_composed_pages_are_read_to_the_last_field(first: int) -> None:
    found = {number: wrong_fields(composed(number)) for number in range(first, first + _AT_ONCE)}
    assert {number: wrong for number, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("first", range(0, _PAGES, _AT_ONCE))
def test_composed_texts_are_read_to_the_last_field(first: int) -> None:
    found = {number: wrong_fields(composed_text(number)) for number in range(first, first + _AT_ONCE)}
    assert {number: wrong for number, wrong in found.items() if wrong} == {}


def test_a_number_gives_the_same_page_each_time() -> None:
    assert composed(7) == composed(7)
    assert composed(7).text != composed(8).text


@pytest.mark.parametrize("compose", [composed, composed_text])
def test_every_shape_stands_on_some_page(compose: Callable[[int], Composed]) -> None:
    assert {shape for number in range(_PAGES) for shape in compose(number).shapes} == set(shapes(compose))
