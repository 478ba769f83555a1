"""Rules about records that say the same: each sees every record once and keeps hashes and names, never texts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from pipeline.records import Severity
from pipeline.rules.knowledge import known, threshold
from pipeline.rules.likeness import Neighbours, plain_words
from pipeline.rules.registry import Finding, collection_rule
from pipeline.rules.subject import Subject
from pipeline.vocabulary import key


@dataclass(frozen=True, slots=True)
class _Card:
    """What is kept of a record: where it stands, what it is called, and how much it says."""

    file: str
    id: str
    name: str
    fullness: tuple[int, int]

    @classmethod
    def of(cls, subject: Subject, file: str) -> _Card:
        return cls(file, subject.exercise.id, subject.exercise.name, subject.fullness)


def _by_worth(cards: list[_Card]) -> list[_Card]:
    """The record to keep first: the one that says most, then the shortest id, whatever the order of the files."""
    return sorted(cards, key=lambda card: (-card.fullness[0], -card.fullness[1], len(card.id), card.id, card.file))


@dataclass(slots=True)
class _Groups:
    """Records by what they share."""

    cards: dict[Hashable, list[_Card]] = field(default_factory=lambda: defaultdict(list))

    def add(self, shared: Hashable, card: _Card) -> None:
        self.cards[shared].append(card)

    def doubles(self) -> Iterator[tuple[_Card, _Card]]:
        """Every record but the best of each group, with the best, in the order of the files."""
        for cards in self.cards.values():
            if len(cards) > 1:
                best, *others = _by_worth(cards)
                yield from ((other, best) for other in sorted(others, key=lambda card: card.file))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=12).digest()


@collection_rule("distinct", "same-name", Severity.WARNING)
class SameName:
    """Two records have the same name.

    A search shows both and nobody knows which to take. The finding stands at the record that says less; keep the
    other, merge what is missing there, and remove this one, or give it the name that sets it apart.
    """

    def __init__(self) -> None:
        self._names = _Groups()

    def see(self, subject: Subject, file: str) -> None:
        self._names.add(" ".join(subject.name_lower.split()), _Card.of(subject, file))

    def findings(self) -> Iterator[tuple[str, Finding]]:
        for card, best in self._names.doubles():
            message = f"{best.file} has the same name; keep {best.id} (it says more), merge or rename this one"
            yield card.file, Finding("name", message, excerpt=card.name)


@collection_rule("clean", "similar-name", Severity.WARNING)
class SimilarName:
    """Two names differ only in number, spelling, hyphens or accents: "Tricep Dip" and "Triceps Dips".

    They are one exercise under two spellings, or two whose names do not tell them apart. Write the same name for one
    exercise and merge the records; otherwise name what sets them apart.
    """

    def __init__(self) -> None:
        self._names = _Groups()

    def see(self, subject: Subject, file: str) -> None:
        plurals = known("words")["plurals"]
        spelled = "".join(plurals.get(word, word) for word in key(subject.exercise.name).split())
        self._names.add(spelled, _Card.of(subject, file))

    def findings(self) -> Iterator[tuple[str, Finding]]:
        for card, best in self._names.doubles():
            if card.name.casefold().split() == best.name.casefold().split():
                continue  # the same name: the finding of another rule
            message = (
                f"the name is that of {best.file} in another spelling ({best.name!r}); merge the two, or set them apart"
            )
            yield card.file, Finding("name", message, excerpt=card.name)


@collection_rule("distinct", "same-steps", Severity.WARNING)
class SameSteps:
    """Two exercises have the same steps, word for word.

    One of them was copied, or both are one exercise under two names. The finding stands at the record that says less;
    write its own steps, or remove it. Punctuation and case are not counted, nor steps of a few words altogether.
    """

    def __init__(self) -> None:
        self._steps = _Groups()

    def see(self, subject: Subject, file: str) -> None:
        words = subject.step_words
        if len(words) >= threshold("shortest_compared_words"):
            self._steps.add(_digest(" ".join(words)), _Card.of(subject, file))

    def findings(self) -> Iterator[tuple[str, Finding]]:
        for card, best in self._steps.doubles():
            message = f"the steps are those of {best.name} ({best.file}); keep {best.id}, write or remove these"
            yield card.file, Finding("instructions", message)


@collection_rule("distinct", "similar-steps", Severity.NOTE)
class SimilarSteps:
    """Two exercises have nearly the same steps.

    Three quarters of all sequences of three words are shared: often one exercise under two names, sometimes a true
    variation. Look at both; keep the one that the finding names, or say in the steps what is different. Compared are
    only records whose MinHash signatures meet, so that the time grows with the collection and not with its square.
    """

    def __init__(self) -> None:
        self._cards: list[_Card] = []
        self._likeness: list[tuple[int, int, float]] = []
        self._known: set[bytes] = set()
        self._neighbours = Neighbours(threshold("nearly_same_percent") / 100)

    def see(self, subject: Subject, file: str) -> None:
        words = subject.step_words
        digest = _digest(" ".join(words))
        if len(words) < threshold("shortest_compared_words") or digest in self._known:
            return  # too short to tell, or the same word for word, which is another rule's finding
        self._known.add(digest)
        near = self._neighbours.add(words)
        self._cards.append(_Card.of(subject, file))
        if near:
            self._likeness.append((len(self._cards) - 1, *near))

    def findings(self) -> Iterator[tuple[str, Finding]]:
        for mine, other, share in self._likeness:
            best, card = _by_worth([self._cards[mine], self._cards[other]])
            message = f"{share:.0%} of the steps are those of {best.name} ({best.file}); keep {best.id}, or say what is different"
            yield card.file, Finding("instructions", message)


@collection_rule("distinct", "same-description", Severity.WARNING)
class SameDescription:
    """Two exercises have the same description, word for word.

    A site's template or a slip in copying: it describes at most one of them. Write the other one anew.
    """

    def __init__(self) -> None:
        self._texts = _Groups()

    def see(self, subject: Subject, file: str) -> None:
        text = subject.exercise.description
        if len(text) >= threshold("shortest_compared_description"):
            self._texts.add(_digest(" ".join(plain_words(text))), _Card.of(subject, file))

    def findings(self) -> Iterator[tuple[str, Finding]]:
        for card, best in self._texts.doubles():
            message = f"the description is that of {best.name} ({best.file}); write one for this exercise"
            yield card.file, Finding("description", message)


@collection_rule("distinct", "same-source", Severity.WARNING)
class SameSource:
    """Two records were made from the same page.

    The page was read twice under two names, or a record was copied to begin another. Keep the one that is right; a
    record of your own needs no `source`. Records that were imported from one file of many are left alone.
    """

    def __init__(self) -> None:
        self._pages = _Groups()

    def see(self, subject: Subject, file: str) -> None:
        source = subject.exercise.source
        if (source.sha256 or source.url) and not source.profile.startswith("import:"):
            self._pages.add(source.sha256 or source.url, _Card.of(subject, file))

    def findings(self) -> Iterator[tuple[str, Finding]]:
        for card, best in self._pages.doubles():
            message = f"{best.file} was made from the same page; keep {best.id}, and remove this one or its source"
            yield card.file, Finding("source", message)
