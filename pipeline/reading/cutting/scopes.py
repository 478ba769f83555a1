"""What the headings above a place say of it: another exercise, questions of readers, a plan or a trainer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.reading.captures import PROSE, SENTENCES, UNKNOWN
from pipeline.reading.cutting.gathering import Gatherer
from pipeline.reading.cutting.opened import WEAK_HEADING, Opened
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import FACT_FIELDS, NAMING, TERM_FIELDS, all_known
from pipeline.reading.words.names import clean_name, could_be_name, is_name
from pipeline.reading.words.pairs import pieces_of, states_fact
from pipeline.reading.words.plain import ends_sentence, is_sentence, without_number
from pipeline.reading.words.profiles import FACTS, IGNORED, SKIPPED, Profile
from pipeline.records import Block, Heading, Paragraph
from pipeline.vocabulary import are_one_exercise, key, known_names

TOP = 2
_LONGEST_TITLE = 60
_LONGEST_NAME = 8
"""Words of a name that is looked for inside a heading."""
_BEHIND_WORDS = re.compile(r"^(.{1,40}?)(?::|\s[–—-])\s+(.+)$")
_QUESTIONS = re.compile(r"\b(?:questions?|faqs?|q\s*&\s*a|ask(?:s|ed)?)\b", re.IGNORECASE)


class Scopes:
    """Keeps the levels of the headings that hold until one as high; `name` is that of the page's exercise, as its key."""

    def __init__(self, profile: Profile, name: str, *, above: bool = False) -> None:
        """`above` says that what is read stands above the title of the exercise."""
        self._profile, self._name, self._above = profile, name, above
        self._of_others = profile.other_things | profile.elsewhere
        self._other: int | None = None
        self._asked: int | None = None
        self._stray = False
        self._told_at: int | None = None
        self._stated = False
        self.told = False
        """Whether the steps have begun."""

    @property
    def _may_be_another(self) -> bool:
        """Whether something else than the exercise may begin: above its title, or behind its steps."""
        return self.told or self._above

    def tell(self, level: int, facts: Gatherer) -> None:
        """The steps begin below a heading of this level; `facts` are those that stand above it."""
        self.told, self._told_at = True, max(level, TOP)
        self._stated = facts.holds_muscles()
        facts.tell()

    def end(self, level: int) -> None:
        """A part of the page ends whose highest heading was of this level."""
        if self._asked is not None and level <= self._asked:
            self._asked = None

    def asks(self, text: str, level: int, opened: Opened | None) -> bool:
        """Whether a heading is one of the questions that readers ask: they are below a heading of their own, which says so, or
        says nothing and stands behind the steps ("Letters").
        """
        self.end(level)
        if self._asked is None and self._profile.heading(text) == IGNORED and _QUESTIONS.search(text):
            self._asked = level
        if self._asked is None and opened is not None and self.told and text.endswith("?"):
            waits = opened.field == UNKNOWN and not opened.blocks and opened.level < level
            self._asked = opened.level if waits and self._profile.heading(text) is None else None
        of_facts = level == WEAK_HEADING and self._profile.exactly(text) == FACTS  # a card beside the questions
        return self._asked is not None and level > self._asked and not of_facts

    def stop_asking(self) -> None:
        """Says that no question stands here any more."""
        self._asked = None

    def is_about_another(self, text: str, meaning: str, *, skipping: bool = False) -> bool:
        """Whether a heading says that it tells of something else: "About this course", "Benefits of the Hang Clean", and behind
        steps or in brackets "How to do the Hang Clean".
        """
        late = self._may_be_another or meaning == "instructions"  # steps of a page that has none of the exercise's
        heeds = key(text).partition(" ")[0] in hints()["heeding"]  # "Stop and call the department if"
        if late and not heeds and self._profile.exactly(text) is None and self._is_other_topic(text):
            return meaning in SENTENCES  # "Safety of your data", "Financial benefits"
        if meaning in PROSE and self._name not in key(text):
            behind = meaning != "instructions" or self.told or skipping or text.endswith(")")
            named = any(map(self._is_quite_another, _names_in(text)))
            return behind and (named or (skipping and self._names_another(clean_name(text, self._profile))))
        if meaning != "description" or not self._may_be_another:
            return False
        named = any(map(self._is_another, _names_in(text)))
        return named or not self._profile.other_things.isdisjoint(key(text).split())

    def _is_other_topic(self, text: str) -> bool:
        """Whether a heading speaks of something else; the exercise's name in it does not: "How to do the Rack Delivery"."""
        if not hinted(text, "other_topics"):
            return False
        return not self._name or hinted(key(text).replace(self._name, ""), "other_topics")

    def begins_another(
        self, text: str, opened: Opened | None, following: Block | None, *, set_off: bool = True
    ) -> bool:
        """Whether what stands alone behind the steps begins something else: the name of another exercise, above a fact where
        nothing sets it off, or words like "Staff pick". Above a sentence it is a title.
        """
        if len(text) > _LONGEST_TITLE or is_sentence(text):
            return False
        among_names = opened is not None and opened.field in NAMING
        if set_off and self.announces_another(text, following, among_names=among_names):
            return True
        if not self._may_be_another or any(is_sentence(piece.whole) for piece in pieces_of(following)):
            return False
        plain = key(text)
        advises = hinted(text, "tips") or hinted(text, "safety_tips")  # "Our therapists advise"
        if set_off and not advises and not self._of_others.isdisjoint(plain.split()):
            return True
        if among_names or (opened is not None and opened.may_hold(text)):
            return False
        return (set_off and self._is_another(plain)) or (
            states_fact(self._profile, following) and self._names_another(text)
        )

    def names_another(self, text: str, following: Block | None) -> bool:
        """Whether what is left out behind the steps speaks of one exercise: its name begins it, or stands alone below."""
        if self.announces_another(text, following):
            return True
        if not self._may_be_another:
            return False
        if self._names_another(text):
            return True
        below = key(following.text) if isinstance(following, (Heading, Paragraph)) else ""
        return self._name not in below and could_be_name(below) and self._profile.label_of(below) is None

    def announces_another(self, text: str, following: Block | None = None, *, among_names: bool = False) -> bool:
        """Whether the name of another exercise stands behind words like "Next week:", or any name, and a fact below it.
        `among_names` says that it stands among variations, where others sort these ("Easier: Knee Push-Up").
        """
        if not among_names and self._is_titled_by_another(text):
            return True
        words, colon, name = text.rpartition(": ")
        if not self._may_be_another or not colon or not self._announces(words):
            return False
        return self._is_another(key(name)) or self._names_another(name) or states_fact(self._profile, following)

    def _is_titled_by_another(self, text: str) -> bool:
        """Whether a heading is the name of another exercise behind words that nobody knows: "Swap it: Sled Push". Above the
        steps, too; a count ("Day 1: Squat"), and what sorts variations ("Beginner: Knee Push-Up") is none of that.
        """
        found = _BEHIND_WORDS.match(text)
        if found is None:
            return False
        words, name = found.groups()
        plain = key(name)
        announced = self._announces(words) and self._names_another(name)
        told = " " in plain and self._is_another(plain)  # one word may be a value: "Grip: Overhand"
        if not (announced or told) or self._is_kin(plain):
            return False
        meaning = self._profile.heading(words)
        known = meaning not in (None, SKIPPED) or self._profile.label_of(words) or is_name(key(words))
        counted = any(map(str.isdigit, words)) or any(all_known(field, (words,)) for field in FACT_FIELDS)
        return not known and not counted

    def is_of_another(self, text: str, *, marked: bool) -> bool:
        """Whether a heading is the name of another exercise, alone or behind any words: "Regression: Sled Push". One that no
        mark makes a heading must be a name that people know: "Easy to load" is made of words of names, too.
        """
        if not is_name(self._name) or self._is_fact(text):
            return False
        behind = _BEHIND_WORDS.match(text)
        name = behind.group(2) if behind else without_number(text)
        plain = key(name)
        if self._is_kin(plain) or (behind and self._is_cut(key(behind.group(1)), plain)):
            return False
        known = self._profile.heading(name) is not None or self._profile.label_of(name) is not None
        return self._is_another(plain) or (marked and not known and self._names_another(name))

    def _is_cut(self, before: str, behind: str) -> bool:
        """Whether the exercise's own name goes over a dash, from the words before it to those behind: "Squats - With Bands"."""
        words = self._name.split()
        ends = (n for n in range(1, len(words)) if f" {before}".endswith(f" {' '.join(words[:n])}"))
        return any(f"{behind} ".startswith(f"{' '.join(words[n:])} ") for n in ends)

    def is_own(self, text: str) -> bool:
        """Whether a heading names the page's exercise, among other words: "Facts about the Barbell Curl"."""
        if not self._name or len(text) > _LONGEST_TITLE or is_sentence(text) or self._is_fact(text):
            return False
        return f" {self._name} " in f" {key(text)} "

    def is_variant(self, text: str) -> bool:
        """Whether a heading is the name of another exercise around that of the page's: "Banded Hammer Curl"."""
        return self.is_own(text) and key(text) != self._name and is_name(key(text))

    def _is_fact(self, text: str) -> bool:
        """Whether words before a colon or a dash are the label of a fact: "Equipment: Ab Wheel", but not "Regression: Knee
        Push-Up".
        """
        behind = _BEHIND_WORDS.match(text)
        return behind is not None and self._profile.label_of(behind.group(1)) not in (None, "variations")

    def is_another_page(self, text: str, level: int) -> bool:
        """Whether a heading is the title of a page that was loaded behind the first: "How to Do the Zottman Curl"."""
        if level > 1 or not self.told:
            return False
        name = clean_name(text, self._profile)
        return self._profile.exactly(text) is None and self._profile.heading(name) is None and self._names_another(name)

    def _names_another(self, text: str) -> bool:
        """Whether a text reads as the name of an exercise, and not that of the page's."""
        plain = key(text)
        own = plain in self._name or self._name in plain or are_one_exercise(plain, self._name)
        if own or not is_name(plain):
            return False
        told = hinted(text, "about_muscles") or any(all_known(field, (text,)) for field in TERM_FIELDS)
        return plain in known_names() or not told

    def _is_another(self, plain: str) -> bool:
        known = bool(self._name) and plain in known_names() and plain not in self._name
        return known and not are_one_exercise(plain, self._name)

    def _ends_with_another(self, line: Block | None) -> bool:
        """Whether a short line ends with the name of another exercise: "Your random move is 90/90 Hamstring"."""
        if not isinstance(line, Paragraph) or len(line.text) > _LONGEST_TITLE or ends_sentence(line.text):
            return False
        words = key(line.text).split()
        return any(self._is_another(" ".join(words[start:])) for start in range(len(words) - 1))

    @staticmethod
    def _announces(words: str) -> bool:
        return not hints()["announcing"].isdisjoint(key(words).split())

    def _is_quite_another(self, plain: str) -> bool:
        """Whether a known name, as its key, is that of an exercise which has nothing to do with the page's."""
        return self._is_another(plain) and not self._is_kin(plain)

    def _is_kin(self, plain: str) -> bool:
        """Whether a name is that of an exercise of the page's kind: "Biceps Curl", "Barbell Curl"."""
        return plain.rsplit(" ", 1)[-1] == self._name.rsplit(" ", 1)[-1]

    def mutes(self, text: str, level: int, facts: Gatherer, *, known: bool, following: Block | None = None) -> bool:
        """Whether facts below a heading are those of something else: of another exercise, which it names, or the line
        below it, or, after facts and steps and below a heading that nobody knows, of a plan, a trainer, a product.
        """
        if self._other is not None and level <= self._other:
            self._other = None
        plain = key(without_number(text))
        if (
            not known
            and (facts.holds() or self.told)
            and (self._is_another(plain) or self._ends_with_another(following))
        ):
            self._other = level
        if known or level <= (self._told_at or TOP):
            self._stray = not known and (self._stated or (self.told and facts.holds_muscles()))
        return self._other is not None or self._stray


def _names_in(text: str) -> Iterator[str]:
    """The names of exercises in a heading, as keys, of two words at least."""
    words = key(text).split()
    for start in range(len(words) - 1):
        for end in range(start + 2, min(len(words), start + _LONGEST_NAME) + 1):
            if (name := " ".join(words[start:end])) in known_names():
                yield name
