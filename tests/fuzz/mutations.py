"""Pages, damaged: page `number` of a `seed` is always the same bytes, whatever process makes it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from tests.conftest import REPOSITORY
from tests.quality import corpus

_FOLDERS = (REPOSITORY / "raw", corpus.PAGES, corpus.SAVING)
_TAGS = (
    "div",
    "span",
    "b",
    "ul",
    "ol",
    "li",
    "dl",
    "dd",
    "table",
    "td",
    "p",
    "a",
    "font",
    "section",
    "form",
    "h2",
    "x-y",
)
_ODD_TAGS = (
    "svg",
    "math",
    "template",
    "noscript",
    "script",
    "style",
    "textarea",
    "select",
    "iframe",
    "frameset",
    "details",
)
_ENTITIES = (
    "&amp;", "&#0;", "&#x110000;", "&#xD800;", "&#99999999999999;", "&nosuch;", "&amp", "&#", "&#x;", "&lt;script&gt;",
    "&nbsp;", "&zwj;", "&#8238;", "&#13;", "&NotEqualTilde;", "&amp;amp;amp;", "&#x1F3CB;",
)  # fmt: skip
_FORMS = (
    "<p>{}</p>", "{}<br>", "<li>{}", "<li>{}</li>", "<div>{}</div>", "<div><span>{}</span><span>Glutes</span></div>",
    "<tr><td>{}</td><td>Calves</td></tr>", "<dt>{}<dd>Barbell", "<h3>{}</h3>", "<h4>{}</h4><p>Stand up.</p>",
    "<p><b>{}</b></p>", "<p><b>{}</b> Breathe out.</p>", "<span>{}</span>", "{}\n", "<ul><li>{}</ul>", "<details><summary>{}</summary>x</details>",
    "<div itemscope itemtype='https://example.com/Thing' itemprop='part'><b itemprop='name'>{}</b>",
)  # fmt: skip
"""Lines as markups set them."""
_LINES = (
    "Stand up.", "a) Stand up.", "#. Sit down.", "Step #", "#", "Tip: Breathe out.", "Target muscles", "Target muscles: Quads", "Glutes",
    "Quads, Gastrocnemius, Medial Head", "Equipment", "Level: Beginner", "Sets: #", "Joined: 2009", "Posts: #", "Keep the chest up,",
    "and the heels down.", "How to do it", "Benefits", "Tips", "Variations", "Related exercises", "Front Squat", "\u2605", "- Breathe.", "",
    "Comments (#)", "Ann wrote on May #, 2009:", "| a | b |", "Buy now for $#", "Also known as the Sit, is a lift", "GlutesCalvesQuads",
)  # fmt: skip
"""What short lines of pages say; # is a number."""
_CONTROLS = "\0\x01\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\u200b\u200f\u202e\u2028\u2029\u2066\ufeff\ufffe\ufffd"
_GLUE = re.compile(rb"(?<=>)|(?<=\n)")
_NUMBER = re.compile(rb"\d+")
_MOST_SLICED = 2_000
GIANT = 10_000_000
"""Bytes of the largest pages."""
_ONE_GIANT_IN = 250

Mutation = Callable[[random.Random, bytes], bytes]


class Mutated(NamedTuple):
    """A damaged page: where it came from, what was done to it, and what came of it."""

    source: str
    done: tuple[str, ...]
    content: bytes


@lru_cache(maxsize=1)
def sources() -> tuple[tuple[str, bytes], ...]:
    """The pages that are damaged: those of raw/ and of the quality corpus, archives included."""
    files = sorted(p for folder in _FOLDERS for p in folder.rglob("*") if p.is_file() and "_files" not in str(p))
    return tuple((p.relative_to(REPOSITORY).as_posix(), p.read_bytes()) for p in files if p.suffix != ".yaml")


def mutated(seed: int, number: int) -> Mutated:
    """One page with one to three kinds of damage; every 250th is a giant."""
    rng = random.Random(f"{seed}:{number}")
    name, content = rng.choice(sources())
    if number % _ONE_GIANT_IN == _ONE_GIANT_IN - 1:
        kind = GIANTS[number // _ONE_GIANT_IN % len(GIANTS)]
        return Mutated(name, (kind.__name__,), kind(rng, content))
    kinds = rng.choices(KINDS, k=rng.choice((1, 1, 2, 3)))
    for kind in kinds:
        content = kind(rng, content)
    return Mutated(name, tuple(kind.__name__ for kind in kinds), content)


# --- small damage ---------------------------------------------------------------------------------------------


def cut(rng: random.Random, content: bytes) -> bytes:
    """The page ends early, begins late, or lacks a part."""
    start, end = sorted(rng.choices(range(len(content) + 1), k=2))
    return rng.choice((content[:end], content[start:], content[:start] + content[end:]))


def shuffled(rng: random.Random, content: bytes) -> bytes:
    """Tags and lines in another order, all of them or a few."""
    parts = _GLUE.split(content)
    if rng.random() < 0.5:
        rng.shuffle(parts)
        return b"".join(parts)
    for _ in range(rng.randint(1, 20)):
        one, other = rng.randrange(len(parts)), rng.randrange(len(parts))
        parts[one], parts[other] = parts[other], parts[one]
    return b"".join(parts)


def repeated(rng: random.Random, content: bytes) -> bytes:
    """A part of the page many times over."""
    start = rng.randrange(len(content) + 1)
    part = content[start : start + rng.randint(1, _MOST_SLICED)]
    return content[:start] + part * rng.choice((2, 3, 30, 200)) + content[start:]


def flipped(rng: random.Random, content: bytes) -> bytes:
    """Bytes turned into others, a few or many."""
    damaged = bytearray(content)
    for _ in range(min(len(damaged), rng.choice((1, 5, 50, 500)))):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def spliced(rng: random.Random, content: bytes) -> bytes:
    """The beginning of one page and the end of another."""
    other = rng.choice(sources())[1]
    return content[: rng.randrange(len(content) + 1)] + other[rng.randrange(len(other) + 1) :]


def untagged(rng: random.Random, content: bytes) -> bytes:
    """A part of the tags left out, so that others never end or never began."""
    share = rng.random()
    return re.sub(rb"<[^<>]*>", lambda tag: b"" if rng.random() < share else tag.group(), content)


def numbers(rng: random.Random, content: bytes) -> bytes:
    """Numbers of any size where others stood."""
    return _NUMBER.sub(lambda _: str(rng.choice((0, -1, 7, 10**9, 10**40))).encode(), content)


def entities(rng: random.Random, content: bytes) -> bytes:
    """References to characters, valid or not, in many places."""
    return _sprinkled(rng, content, [e.encode() for e in _ENTITIES])


def controls(rng: random.Random, content: bytes) -> bytes:
    """Characters that drive terminals or that nobody sees."""
    return _sprinkled(rng, content, [c.encode() for c in _CONTROLS])


def strays(rng: random.Random, content: bytes) -> bytes:
    """Markup out of its place."""
    tag = rng.choice((*_TAGS, *_ODD_TAGS))
    pieces = (
        f"<{tag}>",
        f"</{tag}>",
        f"<{tag}",
        f"<{tag} class='{'x ' * 500}'>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "<",
        ">",
        '"',
        "\\",
    )
    return _sprinkled(rng, content, [piece.encode() for piece in pieces])


def nested(rng: random.Random, content: bytes) -> bytes:
    """Elements in one another, 10 to 2,000 deep, closed or not."""
    return _nested(rng, content, rng.choice((10, 100, 140, 160, 300, 1_000, 2_000)))


def encoded(rng: random.Random, content: bytes) -> bytes:
    """The same letters in other bytes, with or without a mark."""
    text = content.decode("utf-8", "replace")
    codec = rng.choice(
        ("utf-16", "utf-16-be", "utf-32", "cp1252", "cp1251", "shift_jis", "utf-7", "utf-8-sig", "cp037")
    )
    return text.encode(codec, "replace")


def lined(rng: random.Random, content: bytes) -> bytes:
    """Hundreds of short lines, each an element or a row of its own, at one place of the page."""
    return _lined(rng, content, rng.choice((30, 300, 1_000)))


def _lined(rng: random.Random, content: bytes, count: int) -> bytes:
    form = rng.choice(_FORMS)
    kinds = rng.sample(_LINES, rng.randint(1, 4))
    lines = "".join(form.replace("{}", rng.choice(kinds).replace("#", str(n % 40))) for n in range(count))
    at = rng.choice((rng.randrange(len(content) + 1), max(content.find(b"</h1>"), 0), content.rfind(b"</")))
    return content[:at] + lines.encode() + content[at:]


def _sprinkled(rng: random.Random, content: bytes, pieces: list[bytes]) -> bytes:
    places = sorted(rng.randrange(len(content) + 1) for _ in range(rng.choice((1, 10, 100, 1_000))))
    parts = [content[a:b] for a, b in zip([0, *places], [*places, len(content)], strict=True)]
    return b"".join(part + rng.choice(pieces) for part in parts[:-1]) + parts[-1]


def _nested(rng: random.Random, content: bytes, depth: int) -> bytes:
    tags = rng.choices((*_TAGS, *_ODD_TAGS), k=rng.choice((1, 1, 1, 2, 5)))
    opened = "".join(f"<{tags[n % len(tags)]}>" for n in range(depth))
    closed = "".join(f"</{tags[n % len(tags)]}>" for n in reversed(range(depth))) if rng.random() < 0.5 else ""
    at = rng.randrange(len(content) + 1)
    return content[:at] + opened.encode() + rng.choice((b"", b"Glutes", content[at:])) + closed.encode() + content[at:]


# --- giants ---------------------------------------------------------------------------------------------------


def nested_deep(rng: random.Random, content: bytes) -> bytes:
    """Elements 10,000 to 200,000 deep."""
    return _nested(rng, content, rng.choice((10_000, 50_000, 200_000)))


def one_tag(rng: random.Random, content: bytes) -> bytes:
    """10 MB of one tag."""
    tag = f"<{rng.choice((*_TAGS, *_ODD_TAGS, 'br', 'img'))}>".encode()
    return content + tag * (GIANT // len(tag)) + content


def one_tag_with_text(rng: random.Random, content: bytes) -> bytes:
    """As many of one element, with words in it, as may still be read."""
    tag = rng.choice(_TAGS)
    element = f"<{tag}>{rng.choice(('Glutes', 'Equipment: Barbell', '1. Stand up.', 'How to Do It', 'x' * 40))}</{tag}>"
    most = rng.choice((20_000, 150_000, GIANT // len(element)))
    return content + element.encode() * most


def many_lines(rng: random.Random, content: bytes) -> bytes:
    """Thousands of short lines, as no page has them: what takes the square of them shows."""
    return _lined(rng, content, rng.choice((5_000, 12_000)))


def one_attribute(rng: random.Random, content: bytes) -> bytes:
    """One tag of 10 MB: one attribute, or very many."""
    words = rng.choice(("class='{}'", "data-label='{}'", "id='{}' role='{}'", "{}")).replace(
        "{}", "abc " * (GIANT // 4)
    )
    return content + f"<div {words}>Glutes</div>".encode() + content


def one_text(rng: random.Random, content: bytes) -> bytes:
    """10 MB of one word, sentence, line or character reference."""
    piece = rng.choice(
        ("a", "a ", "Glutes, ", "Stand up. ", "Equipment: Barbell\n", "&#8203;", "&", "1. ", "(", "- ", "\n", "A: b. ")
    )
    return content + (piece * (GIANT // len(piece))).encode() + content


def one_script(rng: random.Random, content: bytes) -> bytes:
    """10 MB of JSON-LD, or of brackets that it could begin with."""
    piece = rng.choice(('{"@type":"HowTo","name":"Squat"},', "[", '{"@graph":', '"', "\\", "{},"))
    return b'<script type="application/ld+json">[' + (piece * (GIANT // len(piece))).encode() + b"</script>" + content


def empty(rng: random.Random, content: bytes) -> bytes:
    """Nothing, or nothing to see."""
    return rng.choice((b"", b"\0" * GIANT, b"\xff" * 1000, b"<html>", b" " * GIANT, b"<!--" + b"x" * 1000))


KINDS: tuple[Mutation, ...] = (
    cut, shuffled, repeated, flipped, spliced, untagged, numbers, entities, controls, strays, nested, encoded, lined,
)  # fmt: skip
GIANTS: tuple[Mutation, ...] = (
    nested_deep,
    one_tag,
    one_text,
    many_lines,
    one_tag_with_text,
    one_attribute,
    one_script,
    empty,
)
