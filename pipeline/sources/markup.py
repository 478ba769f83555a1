"""What the text of a page tells without being parsed."""

from __future__ import annotations


def letters(text: str) -> int:
    """About how many letters a reader sees of a page in small letters, without regular expressions: hostile markup stalls
    those.
    """
    for name in ("script", "style"):
        pieces = text.split(f"<{name}")
        text = pieces[0] + "".join(piece.partition(f"</{name}")[2] for piece in pieces[1:])
    return sum(len("".join(piece.rpartition(">")[2].split())) for piece in text.split("<"))
