"""python -m tests.shapes FROM TO [text]: reads the composed pages of these numbers and prints what is read otherwise."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable

from tests.shapes.composing import Composed, composed, composed_text
from tests.shapes.reading import wrong_fields

_MOST_SHOWN = 20


def main(first: int, last: int, compose: Callable[[int], Composed]) -> int:
    """Prints the fields that are read otherwise, and the shapes that are most often on such pages. 1 when there is any."""
    shapes: Counter[str] = Counter()
    pages = 0
    for number in range(first, last):
        page = compose(number)
        wrong = wrong_fields(page)
        pages += bool(wrong)
        shapes.update(page.shapes if wrong else ())
        if wrong and pages <= _MOST_SHOWN:
            print(f"{number}: {', '.join(page.shapes)}")
            for outcome in wrong:
                print(f"    {outcome.field}: {outcome.given} instead of {outcome.expected}")
    print(f"{last - first} pages, {pages} of them read otherwise")
    for shape, count in shapes.most_common(_MOST_SHOWN if pages else 0):
        print(f"    {count} {shape}")
    return int(pages > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), composed_text if sys.argv[3:] == ["text"] else composed))
