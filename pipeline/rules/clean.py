"""Rules about words and characters that lost their shape on the way from the page."""

from __future__ import annotations

import html
import operator
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from pipeline.records import Severity
from pipeline.rules.fixes import in_texts
from pipeline.rules.knowledge import threshold, words
from pipeline.rules.registry import Finding, rule
from pipeline.rules.subject import Subject, Text

_TAG_NAMES = (
    "a abbr b big blockquote br button center code div em figure font h1 h2 h3 h4 h5 h6 hr i iframe img li ol p pre s "
    "script section small span strong style sub sup svg table tbody td th tr u ul video"
)
_TAG = rf"</?(?:{_TAG_NAMES.replace(' ', '|')})\b[^<>]{{0,200}}>"
_MARKUP = re.compile(rf"{_TAG}|<!--|&(?:[a-z]{{2,8}}|#\d{{1,6}}|#x[\da-f]{{1,5}});", re.IGNORECASE)
_TAGS = re.compile(_TAG, re.IGNORECASE)
_BROKEN = re.compile("\ufffd|[ÃÂ][\u0080-\u00bf°]|â(?:[\u0080-\u009f]|€)|[вВ]°|Ð[\u0080-\u00bf]|ï»¿")
_NUMBER = re.compile(r"(?:step\s*:?\s*\d{1,2}\s*[:.)\-–—]?\s*|\d{1,2}[.)]\s+|[-•*·▪►]\s+)(?=\S)", re.IGNORECASE)
# These patterns begin with the rare character and look back from there: ten times as fast as the other way round.
_NEXT_SENTENCE = re.compile(r"[.!?,](?<=[a-z]{2}.)(?:(?<!,)(?=[A-Z][a-z]+[\s,])|(?<=,)(?=[a-z]{3,}\s))")
_CAPITAL_WITHIN = re.compile(r"[A-Z](?<=[a-z]{2}.)(?=[a-z]{2})")
# Words are looked back at and ahead of as far as words go: a page read with a wrong charset is one word of 100,000 letters.
_INNER_CAPITAL = re.compile(r"[A-Za-z]{0,40}[a-z]{2}[A-Z][a-z]{2,}[A-Za-z]*")
_SHOUTED = re.compile(r"[A-Z][A-Z]+(?:[\s,!]+(?:A |I )?[A-Z]{2,}\b)+")
_SPACES = re.compile(r"[^\W_]{0,40}[ \t]{2,}[^\W_]{0,40}|[\t\u00a0\u200b\u200c\u2060\ufeff\u00ad]")
_INVISIBLE = re.compile("[\u200b\u200c\u2060\ufeff\u00ad]")
_LOOSE = re.compile(r"(?<=\w) +[,.;](?=\s|$)|,{2,}|;{2,}|(?<!\.)\.\.(?!\.)|,\.")
_QUOTES = re.compile(r"(?<=\w)[`´](?=\w)|``|´´|(?<!')''(?!')|[„‟]|(?<=\w)[′](?=[a-z])|‚‚")
_PROSE = ("description", "instructions", "benefits", "safety_tips", "tracking")
_QUOTE_HINTS = ("`", "´", "''", "„", "‟", "′", "‚‚")
_LOOSE_HINTS = (" ,", " .", " ;", ",,", ";;", "..", ",.")
_QUOTED_BY_BACKTICKS = re.compile(r"``([^`'´]+)(?:''|´´|``)")


def _each(
    subject: Subject,
    pattern: re.Pattern[str],
    message: Callable[[Text, str], str],
    fields: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """A finding for each text in which the pattern occurs, with the first place of it."""
    if pattern.search(subject.whole) is None:
        return
    for entry in subject.texts:
        found = pattern.search(entry.text) if not fields or entry.field in fields else None
        if found:
            yield Finding(entry.field, message(entry, found.group()), at=entry.at, excerpt=found.group())


def _without_markup(text: str) -> str:
    text = html.unescape(_TAGS.sub(" ", text)) if "<" in text or "&" in text else text
    text = text.replace("<!--", " ").replace("-->", " ").replace("\u00a0", " ")
    return re.sub(r" +([,.;:!?])", r"\1", " ".join(text.split()))


@rule(
    "clean",
    "markup-left",
    Severity.WARNING,
    fix=in_texts(lambda t: _without_markup(t) if _MARKUP.search(t) else t),
)
def markup_left(subject: Subject) -> Iterator[Finding]:
    """Tags or character references stand in the text.

    They were text on the page, or the page was encoded twice. `--fix` removes tags and writes out the references.
    """
    if "<" in subject.whole or "&" in subject.whole:
        yield from _each(subject, _MARKUP, lambda e, found: f"{e.label}: {found!r} is left-over markup; remove it")


@rule("clean", "broken-characters", Severity.WARNING)
def broken_characters(subject: Subject) -> Iterator[Finding]:
    """Characters that were decoded with the wrong charset, such as "45Â°" for 45°.

    What was lost can seldom be told from the text alone: write the characters as the page shows them.
    """
    if not subject.whole.isascii():
        yield from _each(
            subject,
            _BROKEN,
            lambda e, found: f"{e.label}: broken characters {found!r}; write them as the page shows them",
        )


def _without_number(step: str) -> str:
    found = _NUMBER.match(step)
    return step[found.end() :] if found else step


@rule("clean", "numbered-step", Severity.WARNING, fix=in_texts(_without_number, ("instructions",)))
def numbered_step(subject: Subject) -> Iterator[Finding]:
    """A step begins with its number or a bullet: "Step 1:", "2.", "•".

    Steps are stored in order and without numbers; every app that shows them adds its own. `--fix` removes the number.
    """
    for step in subject.steps:
        found = _NUMBER.match(step.text)
        if found:
            message = f"{step.label} begins with its number ({step.text[:20]!r}); remove the number"
            yield Finding("instructions", message, at=step.at, excerpt=found.group().strip())


@lru_cache(maxsize=1)
def _inner_capitals() -> frozenset[str]:
    return frozenset(word.lower() for word in words("inner_capitals"))


def _with_gap(text: str) -> str:
    return _NEXT_SENTENCE.sub(lambda found: f"{found.group()} ", text)


@rule("clean", "glued-words", Severity.WARNING, fix=in_texts(_with_gap))
def glued_words(subject: Subject) -> Iterator[Finding]:
    """Two words or sentences without a blank between them: "floor.Keep", "positionLower".

    A line break or a tag of the page was lost. `--fix` adds the blank after a full stop or a comma; where two words
    run into each other only a person can tell.
    """
    yield from _each(subject, _NEXT_SENTENCE, lambda e, found: f"{e.label}: no blank after {found!r}; add one")
    if _CAPITAL_WITHIN.search(subject.whole) is None:
        return
    for entry in subject.texts:
        for found in _INNER_CAPITAL.finditer(entry.text):
            glued = found.group()
            if glued.lower().removesuffix("s") not in _inner_capitals() and glued not in subject.exercise.name:
                yield Finding(
                    entry.field,
                    f"{entry.label}: {glued!r} looks like two words; part them",
                    at=entry.at,
                    excerpt=glued,
                )
                break


@lru_cache(maxsize=1)
def _doubled() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(words('never_twice'))})(\s+)\1(?![\w'’-])", re.IGNORECASE)


def _once(text: str) -> str:
    return _doubled().sub(r"\1", text)


@rule("clean", "doubled-words", Severity.WARNING, fix=in_texts(_once))
def doubled_words(subject: Subject) -> Iterator[Finding]:
    """The same word twice in a row: "the the".

    Looked for are words that are never meant twice, so that "that that" and names like "step step" stay. `--fix`
    keeps one.
    """
    said = subject.whole_lower.split()
    if any(map(operator.eq, said, said[1:])):  # seldom, and found much sooner than by the pattern
        yield from _each(subject, _doubled(), lambda e, found: f"{e.label}: {found!r} stands twice; remove one")


@rule("clean", "shouting", Severity.WARNING)
def shouting(subject: Subject) -> Iterator[Finding]:
    """Several words in a row in capitals.

    Capitals are hard to read and say nothing that plain words do not. Write sentences in small letters and names in
    title case.
    """
    if _SHOUTED.search(subject.whole) is None:
        return
    fewest = threshold("shouted_words")
    for entry in subject.texts:
        for found in _SHOUTED.finditer(entry.text):
            shouted = len(re.findall(r"[A-Z]{2,}", found.group()))
            if shouted >= fewest or (
                entry.field == "name" and shouted > 1 and entry.text.isupper() and len(entry.text) > 8
            ):
                message = f"{entry.label}: {found.group()[:40]!r} is in capitals; write it in small letters"
                yield Finding(entry.field, message, at=entry.at, excerpt=found.group()[:40])
                break


def _straight(text: str) -> str:
    text = _QUOTED_BY_BACKTICKS.sub(r'"\1"', text)
    return _QUOTES.sub(lambda found: "'" if len(found.group()) == 1 and found.group() not in "„‟" else '"', text)


@rule("clean", "odd-quotes", Severity.NOTE, fix=in_texts(_straight))
def odd_quotes(subject: Subject) -> Iterator[Finding]:
    """Backticks, accents or doubled apostrophes in the place of quotation marks.

    An acute accent as an apostrophe and pairs of backticks come from old word processors; searching for "don't" misses them. `--fix` writes plain
    apostrophes and quotation marks. Typographic quotes are fine.
    """
    if any(hint in subject.whole for hint in _QUOTE_HINTS):
        yield from _each(
            subject,
            _QUOTES,
            lambda e, found: f"{e.label}: {found!r} is no quotation mark or apostrophe; write ' or \"",
        )


def _single_spaced(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split()) if _SPACES.search(text) or text != text.strip() else text


@rule("clean", "extra-spaces", Severity.NOTE, fix=in_texts(_single_spaced))
def extra_spaces(subject: Subject) -> Iterator[Finding]:
    """Blanks in a row, at an end of the text, or of a kind that nobody sees.

    They break searches for phrases and comparisons. `--fix` leaves one plain blank between words. The line end that
    YAML puts behind a text below `|` or `>` is none of them.
    """
    if "  " in subject.whole or "\t" in subject.whole or not subject.whole.isascii():
        yield from _each(
            subject,
            _SPACES,
            lambda e, _: f"{e.label}: more blanks than one, or invisible ones; leave one plain blank",
        )
    for entry in subject.texts:
        text = entry.text.removesuffix("\n")
        if text[:1].isspace() or text[-1:].isspace():
            yield Finding(entry.field, f"{entry.label}: blank at an end; remove it", at=entry.at)


def _tight(text: str) -> str:
    return _LOOSE.sub(lambda found: found.group().strip()[-1], text)


@rule("clean", "loose-punctuation", Severity.NOTE, fix=in_texts(_tight, _PROSE))
def loose_punctuation(subject: Subject) -> Iterator[Finding]:
    """A blank before a comma or full stop, or the same mark twice.

    Usually a link or a tag stood between word and mark. `--fix` closes the gap and keeps one mark.
    """
    if any(hint in subject.whole for hint in _LOOSE_HINTS):
        yield from _each(
            subject,
            _LOOSE,
            lambda e, found: f"{e.label}: {found!r} should be {found.strip()[-1]!r}; correct it",
            _PROSE,
        )
