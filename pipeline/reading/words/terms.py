"""Takes runs of terms apart: "Glutes, Hamstrings and Calves", and "GlutesCalves" where the page glued them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import is_rating
from pipeline.vocabulary import Vocabulary, key
from pipeline.vocabulary.terms import words_of_parts

_SEPARATOR = re.compile(r"\s*(?:[,;/|•·\n+→&]|\band/or\b|\band\b|\bor\b|\bas well as\b|\bplus\b)\s*", re.IGNORECASE)
JOINING_WORDS = frozenset(("and", "or", "as", "well", "plus"))
"""What may stand between terms."""
_TOLD_OF = re.compile(r",\s+(?:which|who|whose|where|the ones?)\s.*$", re.IGNORECASE | re.DOTALL)
"""What is told of the last term: "lower traps, which pull the shoulder blades down"."""
_SHARE = re.compile(r"\s*[(:–-]?\s*\b\d{1,3}(?:[.,]\d)?\s?%\)?")
"""How much of the work a muscle does: "Chest 60%"."""
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_REMARK = re.compile(r"^(.+?)\s+[–—-]\s+([^,;]+)$")
"""A term, and what the page remarks on it: "None – just you"."""
_TELLS = re.compile(r"^([^,;()]+?)\s+[–—-]\s+([a-z].*)$")
"""A term, and in small letters what it does: "Glutes - extend the hip, and steady the pelvis"."""
_WITH = re.compile(r"\s+with\s+(?:an?\s+)?", re.IGNORECASE)
_PART_OF = re.compile(r"^(.+?)\s+of\s+(?:the\s+)?(.+)$", re.IGNORECASE)
_SEAM = re.compile(r"(?<=[a-z)\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD_SEAM = re.compile(r"(?<=\s)(?=\S)")
_LONGEST_JOIN = 4
_LONGEST_RUN = 400
_LEAST_UNSEAMED = 4
_MOST_CUTS = 30
"""Where a text may be cut; what has more is no run of terms, and to try them all takes the square of them."""


def split_terms(text: str, *known: Vocabulary) -> list[str]:
    """The terms of `text` in the page's own words, in order.

    A term of the vocabularies that holds a separator stays whole ("Pectoralis Major, Sternal Head"). Words that no
    vocabulary knows stay as they are, between the terms around them.
    """
    return list(_split(text[:_LONGEST_RUN], known))


@lru_cache(maxsize=4096)
def _split(text: str, known: tuple[Vocabulary, ...]) -> tuple[str, ...]:
    """Few runs of terms make up all pages: most are looked up."""
    text = _TOLD_OF.sub("", _SHARE.sub("", text)).strip(" .:")
    if not text:
        return ()
    glued = [piece.strip() for piece in _SEAM.split(text)]
    if len(glued) > 1 and all(is_known(piece, known) for piece in glued):
        return tuple(dict.fromkeys(glued))  # "Deltoid, PosteriorTrapezius, Upper Fibers"
    if is_rating(text) and is_known(text, known):
        return (text,)  # "7/10" is one term, though each number is one, too
    if (told := _TELLS.match(text)) and is_known(told[1], known) and not _adds(told[2], known):
        return (told[1],)
    parts = _parts(text)
    if is_known(text, known) and not (len(parts) > 1 and all(is_known(part, known) for part, _ in parts)):
        return (text,)
    terms: list[str] = []
    start = 0
    while start < len(parts):
        end = _longest_join(parts, start, known)
        if end == start + 1 and (whole := _with_part(parts[start : start + 2], known)):
            terms.append(whole)
            end += 1
        else:
            terms.extend([_joined(parts[start:end])] if end > start + 1 else _unglued(parts[start][0], known))
        start = end
    return tuple(t for t in dict.fromkeys(t.strip() for t in terms) if t)


def _adds(told: str, known: tuple[Vocabulary, ...]) -> bool:
    """Whether what stands behind a term is other terms, or holds one behind a comma, or a dash behind one more; or says by its
    first word that it adds some: "Calves - also hamstrings and core".
    """
    if key(told).partition(" ")[0] in hints()["more_terms"]:
        return True
    parts = [part for part, _ in _parts(told)]
    listed = all(is_known(part, known) for part in parts) or any(is_known(p.strip(), known) for p in told.split(","))
    return listed or _TELLS.match(told) is not None


def is_known(text: str, known: Sequence[Vocabulary]) -> bool:
    """Whether one of the vocabularies knows a term, in any spelling."""
    for vocabulary in known:  # noqa: SIM110 - asked forty times a page, where a generator is slow
        if vocabulary.find(text):
            return True
    return False


def _parts(text: str) -> list[tuple[str, str]]:
    """What stands between separators outside parentheses, each with the separator behind it."""
    parts: list[tuple[str, str]] = []
    start = depth = 0
    ends = {m.start(): m for m in _SEPARATOR.finditer(text)}
    place = 0
    while place < len(text):
        depth += (text[place] == "(") - (text[place] == ")")
        match = ends.get(place)
        if match and depth <= 0 and match.end() > place:
            if text[start:place].strip():
                parts.append((text[start:place].strip(" .:"), match.group()))
            start = place = match.end()
        else:
            place += 1
    if text[start:].strip(" .:"):
        parts.append((text[start:].strip(" .:"), ""))
    return parts


def _joined(parts: list[tuple[str, str]]) -> str:
    return "".join(text + (separator if n < len(parts) - 1 else "") for n, (text, separator) in enumerate(parts))


def _longest_join(parts: list[tuple[str, str]], start: int, known: tuple[Vocabulary, ...]) -> int:
    """Where the longest term that begins at `start` ends, when it spans separators; else the next part."""
    for end in range(min(len(parts), start + _LONGEST_JOIN), start + 1, -1):
        if is_known(_joined(parts[start:end]), known) and not all(is_known(p, known) for p, _ in parts[start:end]):
            return end
    return start + 1


def _unglued(text: str, known: tuple[Vocabulary, ...]) -> list[str]:
    if is_known(text, known):
        return [text]
    if found := _explained(text, known):
        return found
    for seams, complete in ((_SEAM, False), (_WORD_SEAM, True)):
        cuts = [0, *(m.start() for m in seams.finditer(text)), len(text)]
        best = _best_cut(text, cuts, known) if 2 < len(cuts) <= _MOST_CUTS else [text]
        if len(best) > 1 and (not complete or all(is_known(part, known) for part in best)):
            return best
    return _unseamed(text, known) or [text]


def _explained(text: str, known: tuple[Vocabulary, ...]) -> list[str]:
    """The known terms of a text that says more than they do: a remark, an attachment, a part, what stands in brackets."""
    remarked = _REMARK.match(text)
    if remarked and all(is_known(part, known) for part in remarked.groups()):
        return list(remarked.groups())  # "Quads - Calves"
    joined = _WITH.split(text)
    if len(joined) > 1 and all(is_known(part, known) for part in joined):
        return joined
    outside = _PARENTHESES.sub("", text).strip()
    inside = _PARENTHESES.search(text)
    ways = (
        remarked.group(1) if remarked else "",
        _whole_of(text, known) or "",
        outside if inside else "",
        inside.group().strip(" ()") if inside and inside.start() and outside else "",
    )
    return [part for part in ways if part and is_known(part, known)][:1]


def _with_part(parts: list[tuple[str, str]], known: tuple[Vocabulary, ...]) -> str | None:
    """A muscle with a part of it behind a comma: "Gastrocnemius, Medial Head" is the calves, "Deltoid, Anterior Head" their
    front; or a term turned round: "Adductors, Hip".
    """
    if len(parts) < 2 or parts[0][1].strip() != ",":
        return None
    (muscle, _), (part, _) = parts
    whole = None if is_known(part, known) else _whole_of(f"{part} of {muscle}", known)
    return whole or _turned(muscle, part, known)


def _turned(term: str, before: str, known: tuple[Vocabulary, ...]) -> str | None:
    """A term whose first word stands behind a comma. Two terms that are known each are that only where they mean the first,
    and the second is no term by its own name: "Adductors, Hip", but not "Adductors, Hips".
    """
    turned = f"{before} {term}"
    for vocabulary in known:
        if name := vocabulary.find(turned):
            either = is_known(term, known) and is_known(before, known)
            return (
                turned if not either or (name == vocabulary.find(term) and before.lower() not in vocabulary) else None
            )
    return None


def _whole_of(text: str, known: tuple[Vocabulary, ...]) -> str | None:
    """What a part of it stands for: "long head of the triceps" is the triceps, "anterior head of the deltoid" its front."""
    found = _PART_OF.match(text)
    words = key(found.group(1)).split() if found else []
    if not found or not words or not set(words) <= set(words_of_parts()):
        return None
    muscle = found.group(2)
    return next((t for t in (f"{words[0]} {muscle}", muscle) if is_known(t, known)), None)


def _best_cut(text: str, cuts: list[int], known: tuple[Vocabulary, ...]) -> list[str]:
    """The segmentation at `cuts` that leaves the fewest letters unknown; of equal ones the one with fewest parts."""
    costs: list[tuple[int, int]] = [(0, 0)]
    origins = [0]
    for end in range(1, len(cuts)):
        options = []
        for start in range(end):
            part = text[cuts[start] : cuts[end]].strip()
            unknown = 0 if is_known(part, known) else len(part)
            options.append((costs[start][0] + unknown, costs[start][1] + 1, start))
        cost = min(options)
        costs.append(cost[:2])
        origins.append(cost[2])
    parts: list[str] = []
    end = len(cuts) - 1
    while end:
        parts.append(text[cuts[origins[end]] : cuts[end]].strip())
        end = origins[end]
    return parts[::-1]


def _unseamed(text: str, known: tuple[Vocabulary, ...]) -> list[str]:
    """ "GLUTESCALVES": taken apart only when every letter belongs to a known term."""
    word = text.lower()
    if not word.isalpha() or not 2 * _LEAST_UNSEAMED <= len(word) <= 60:
        return []
    reached: dict[int, list[str]] = {0: []}
    for start in range(len(word)):
        if start not in reached:
            continue
        for end in range(start + _LEAST_UNSEAMED, len(word) + 1):
            if end not in reached and is_known(word[start:end], known):
                reached[end] = [*reached[start], word[start:end]]
    return reached.get(len(word), [])
