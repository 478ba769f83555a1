"""Cleaning of text: one space where there were many, and nothing that a person cannot see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Zero-width characters, soft hyphens, direction marks, and every control character but tab and line ends: they
# split words for search and, printed, can drive a terminal.
_UNSEEN = {
    **dict.fromkeys((*range(9), 11, *range(14, 32), 127, *range(128, 160))),
    **dict.fromkeys((173, 8203, 8204, 8205, 8206, 8207, 8288, 65279, 65529, 65530, 65531, 65534, 65535)),
    **dict.fromkeys((*range(8234, 8239), *range(8294, 8298))),
    **dict.fromkeys(range(0xE000, 0xF900)),  # pictures of a font that came with the page
    **dict.fromkeys((0xF076, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0FC), "•"),  # the bullets of word processors
    0x0C: " ",
    0x85: " ",
    0x2028: "\n",
    0x2029: "\n",
}
_ENCLOSED = ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x24F5, 10), (0x2776, 10), (0x2780, 10), (0x278A, 10))
"""Where Unicode keeps numbers in circles, in brackets and with a stop: the code of each first one, and how many there are."""
_CIRCLED = {start + n: n + 1 for start, many in _ENCLOSED for n in range(many)}
"""Numbers in circles, as East Asian pages count, by the codes of their signs."""
_FIRST_CIRCLES = frozenset(chr(start) for start, _ in _ENCLOSED)
_BEFORE_COUNTED = frozenset(".!?:;。！？")
"""What stands before a number that counts the next sentence; within one it refers to something."""
_WIDE = str.maketrans(
    {**dict.fromkeys("｜║│┃¦∣", " | "), "：": ": ", "、": ", ", "，": ", ", "；": "; ", "（": " (", "）": ") "}
)
"""Marks as wide as a letter, as East Asian keyboards type them."""
_BRACKETED = re.compile(r"^【([^【】]{1,60})】\s*")
"""A label as Japanese pages set it off."""
_SEEN = re.compile(r"[\t\n -~]*")
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3\\s*")
_PICTOGRAPH = (
    "[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u260f\u2613-\u26ff\u2702-\u27bf\u2b00-\u2bff\u231a-\u23ff]\ufe0f?"
)
_EMOJI = re.compile(rf"^(?:{_PICTOGRAPH}\s*)+(?=[^\ufe0f])")
_BETWEEN = re.compile(rf"(?<=[.;!?·|•/])\s*(?:(?:{_PICTOGRAPH}|[\u2190-\u21ff]\ufe0f)\s*)+(?=\w)")
"""Pictures before what stands behind a sign that divides a line: "Level: Easy · 🤝 Synergists: Calves"."""
_LAST = re.compile(rf"(?:\s*{_PICTOGRAPH})+$")
_LONE = re.compile(rf"{_PICTOGRAPH}|\ufe0f")
_SURROGATE = re.compile("[\ud800-\udfff]")
_RULED = frozenset("-=~_*#\u2013\u2014 \n")
_RULE = re.compile(r"\s*([-=~_*#\u2013\u2014])\1{2,}\s*")
_LONGEST_LINE = 200_000
_FEW_WORDS = 9
_WORDS_OF_A_VALUE = 2
_LONGEST_SMALL = 4
"""Letters of words that titles may have without a capital letter: "with", "from"."""
_WORDS_OF_A_TERM = 4
"""A run of terms with commas or the like between them is no prose, however long."""
CHIP_LENGTH = 60
"""Letters of a small piece, at most."""
LONGEST_SERIES = 240
_FEWEST_TERMS = 3
_MARKS = ",;/|"
_SERIES = re.compile(r"\s*[,;/|]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_SENTENCE_END = (".", "!", "?", "…", '."', ".”", ".)", "!)")


def seen(text: str) -> str:
    """`text` without the characters that nobody sees; line ends become \\n, lone surrogates are dropped."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and (text.isprintable() or _SEEN.fullmatch(text)):
        return text
    text = text.translate(_UNSEEN)
    if _SURROGATE.search(text):
        text = text.encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", text)


_EDIT = re.compile(r"\s*\[\s*(?:edit[^\]]{0,30})?\]\s*$", re.IGNORECASE)
_UNFOLDING = (" Expand", " Collapse")
"""What is said of the sign behind a heading that opens what stands below it."""


def one_line(text: str) -> str:
    """`text` on one line, with single spaces, without the pictures people type before it; of more than 200,000 letters,
    which nobody wrote, the first.
    """
    if text.isascii() and text.isprintable() and "  " not in text and len(text) <= _LONGEST_LINE:
        return text.strip()  # most texts, and every one that came through here before
    line = " ".join(text[:_LONGEST_LINE].split())
    if line.isascii() and line.isprintable():
        return line
    line = " ".join(seen(line).translate(_WIDE).split())
    if line.isascii():
        return line
    if ord(line[:1] or " ") in _CIRCLED or not _FIRST_CIRCLES.isdisjoint(line):
        line = _with_digits(line)
    line = _BETWEEN.sub(" ", _EMOJI.sub("", with_stops(line))).strip()
    return _BRACKETED.sub(r"\1: ", line).rstrip(" :") if line[:1] == "【" else line


def _with_digits(line: str) -> str:
    """A line with the circled numbers that count its sentences as digits: the one it begins with, or the first of all, and those
    that go on counting; others refer to something.
    """
    pieces, wanted, start = [], 0, 0
    for n, sign in enumerate(line):
        number = _CIRCLED.get(ord(sign), 0)
        before = line[max(n - 2, 0) : n].rstrip()[-1:] if number and number == (wanted or number) else " "
        if before == "" or (before in _BEFORE_COUNTED and (wanted or number == 1)):
            pieces += [line[start:n], f" {number}. "]
            wanted, start = number + 1, n + 1
    return " ".join("".join((*pieces, line[start:])).split())


_LINK_SIGNS = " ¶§#🔗"
"""What sites set behind a heading, as a link to it."""


def without_edit(line: str) -> str:
    """A line without what a wiki sets behind a heading, "Execution [edit | edit source]", a kit of folds, "Tips Expand", or the
    sign of a link to it: "Tips ¶".
    """
    line = line.rstrip(_LINK_SIGNS)
    if line.endswith(_UNFOLDING):
        return line.rpartition(" ")[0]
    return _EDIT.sub("", line) if line.endswith("]") else line


def with_stops(line: str) -> str:
    """A line whose number is drawn as a key of a telephone, with a stop behind the number instead."""
    return line if line.isascii() else _KEYCAP.sub(r"\1. ", line)


def is_pictograph(line: str) -> bool:
    """Whether a line is a picture that somebody typed, and nothing else."""
    return not line.isascii() and _LONE.fullmatch(line) is not None


def is_sign(line: str) -> bool:
    """Whether a line is one sign that sets off what stands beside it, as bullets do."""
    return len(line) == 1 and (line in BULLETS or line in _STARS)


def is_rule(line: str) -> bool:
    """Whether a line is one that somebody typed to divide what stands above it from what stands below: "---"."""
    return line[:1] in _RULED and _RULE.fullmatch(line) is not None


def without_pictographs(line: str) -> str:
    """A line without the pictures that somebody typed behind it."""
    return line if line.isascii() else _LAST.sub("", line)


def ends_sentence(text: str) -> bool:
    return text.endswith(_SENTENCE_END)


def without_stop(value: str) -> str:
    """A value of few words without the stop that ends a line of facts: "Plane: Sagittal."."""
    return value[:-1] if value.endswith(".") and len(value.split()) <= _WORDS_OF_A_VALUE else value


def without_bracket(text: str) -> str:
    """A text without the bracket behind it that it did not open: "also known as the Hip Raise)"."""
    return text[:-1].rstrip(" .") if text.endswith(")") and text.count(")") > text.count("(") else text


def is_rating(text: str) -> bool:
    """Whether a text is a number out of others, and no more: "7/10", "3 of 5"."""
    return RATING.fullmatch(text.strip()) is not None


def is_sentence(text: str) -> bool:
    """Whether `text` reads as prose rather than as a label or a tag."""
    if text.endswith(_SENTENCE_END):
        return True
    if len(text) < 2 * _FEW_WORDS:
        return False  # it has no room for more
    words = text.split()
    several = len(words) > _WORDS_OF_A_TERM * (sum(map(text.count, _MARKS)) + 1)
    return len(words) > _FEW_WORDS and several and not _is_title(words)


def _is_title(words: Sequence[str]) -> bool:
    """Whether words are set as those of titles are, all that are not small with a capital letter; in capitals none is."""
    long = [word for word in words if len(word) > _LONGEST_SMALL]
    return bool(long) and not any(word[0].islower() for word in long) and not all(map(str.isupper, long))


def is_piece(text: str) -> bool:
    """Whether `text` is as short as what stands in a chip, or a series of terms, each a few words."""
    if len(text) <= CHIP_LENGTH:
        return not is_sentence(text)
    if len(text) > LONGEST_SERIES or is_sentence(text):
        return False
    terms = _SERIES.split(text)
    return len(terms) > _FEWEST_TERMS and all(len(term.split()) <= _WORDS_OF_A_TERM for term in terms)


BULLETS = "~•⁃・●▪▸◦‣◊■□☐▢☑✅►▶➤➔→»✓✔·§*+–—-"
"""What people put before an item of a list when they type it."""

_STARS = "★☆✦✧❖◆◇"
COUNTED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_BEFORE_NUMBER = r"(?:\s*[:.#–—-](?=\s*\d))?"
"""The sign that some sites put before the number: "Step:1", "Step #1"."""
STEP_WORD = f"(?:step|count|phase|stage){_BEFORE_NUMBER}"
"""What stands before the number of a step, as part of a pattern."""
_STEP = re.compile(
    rf"^\s*(?:step\s+(?:{COUNTED})\s*[:.)\-–—]+\s*"
    rf"|(?-i:(?:{COUNTED.title()}|{ORDINAL.title()})[.:)]\s+(?=[A-Z]))"
    rf"|(?-i:STEP\s+(?:{COUNTED.upper()})|Step\s+(?:{COUNTED.title()}))\s+(?=[A-Z])|"
    rf"step(?:\s*(?:no\.?|number)|{_BEFORE_NUMBER})\s*\d{{1,2}}\s*(?:of\s+\d{{1,2}})?\s*[:.)\-–—]*\s+"
    rf"|{STEP_WORD}\s*\d{{1,2}}\s*[:.)\-–—]+\s*"
    r"|(?-i:(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[.)]\s+(?=[A-Z][a-z]))"
    r"|\d{1,2}[º°ª][.)]?\s+|\(?\d{1,2}\s*[.):\-–—]*(?:[.):]|[-–—](?=\s|$|(?-i:[A-Z])))(?!\d)\s*|\d{1,2}\.\d{1,2}\.?\s+(?-i:(?=[A-Z]))|[①-⑳]\s*|#\d{1,2}[.:]?\s+"
    rf"|\d{{1,2}}:\d\d\s*[:–—-]?\s+|[{BULLETS}]\s+)",
    re.IGNORECASE,
)

_STEP_LABEL = re.compile(
    rf"^{STEP_WORD}\s*(?:\d{{1,2}}(?:\s*(?:of|/)\s*\d{{1,2}})?|(?:{COUNTED})\b)(?:\W?$|\s*[:.–—-]\s)", re.IGNORECASE
)
RATING = re.compile(r"\b(\d{1,2}(?:[.,]\d)?)\s*(?:/|of|out of)\s*(\d{1,2})\b")
ONLY_NUMBER = re.compile(
    rf"^\W*(?:{STEP_WORD}\s*)?(?:{COUNTED}|{ORDINAL}|\d{{1,2}}[º°ª]?)(?::\d\d|\s*(?:/|of)\s*\d{{1,2}})?\W*$",
    re.IGNORECASE,
)
"""A line that is the number of a step, and nothing else: "Step 1", "2 of 4"."""


NO_STEP = frozenset("abdghijklmqruvwxyzABDGHJKLMQRUWYZ")
"""Letters that neither the word for a step nor a number begins with."""


def is_step(text: str) -> bool:
    """Whether a heading or a label is that of a step: "Step 1", "Step two: Lower"."""
    return _STEP_LABEL.match(text) is not None


_SAYING = re.compile(r"\S\s(?:is|are|does|do)\s\S.*\s\S", re.DOTALL)


def says_something(text: str) -> bool:
    """Whether a line is a sentence, or has the verb of one: "Hamstrings are the main event"."""
    return is_sentence(text) or _SAYING.search(text) is not None


def without_number(text: str) -> str:
    """A step without "Step 1:", "2)" or a bullet in front."""
    text = without_bullet(text)
    return text if text[:1] in NO_STEP else _STEP.sub("", text, count=1)


_BULLET = re.compile(rf"^(?:[{BULLETS}]\s+|・)(?=\S)")


def without_bullet(text: str) -> str:
    """A line without the bullet that somebody typed before it."""
    return text if text[:1].isalnum() else _BULLET.sub("", text, count=1)  # most texts begin with a letter


def is_bulleted(text: str) -> bool:
    """Whether `text` begins with a bullet that somebody typed."""
    return not text[:1].isalnum() and _BULLET.match(text) is not None


def is_numbered(text: str) -> bool:
    """Whether `text` begins like a step: "Step 2: ...", "3. ...", "4) ..."."""
    found = _STEP.match(text) if text[:1] not in NO_STEP else None
    return bool(found and any(c.isdigit() or "①" <= c <= "⑳" or c.isalpha() for c in found.group()))


_LETTERED = re.compile(r"^\(?[A-Za-z][.)]\s+(?=\S)")


_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?"
DATE = re.compile(
    rf"\b(?:{_MONTH}\s+(?:\d{{1,2}},?\s+)?|\d{{1,2}}[-/.]\d{{1,2}}[-/.])(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b",
    re.IGNORECASE,
)
"""When a page was written, beside who wrote it."""
_NUMBER = re.compile(r"\d+")
_DAY_BEFORE = 3
"""Letters before a month in which its day may stand: "3 May 2024"."""
_DAY = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?", re.IGNORECASE)


def says_day(text: str) -> bool:
    """Whether a text says on which day something was written, as readers' remarks do: "May 3, 2024"; a study has its month."""
    date = DATE.search(text)
    return date is not None and len(_NUMBER.findall(text[max(0, date.start() - _DAY_BEFORE) : date.end()])) > 1


def is_day(text: str) -> bool:
    """Whether a text is the day on which a page was written and nothing else, in the year in which it was read: "5 Sept"."""
    return _DAY.fullmatch(text) is not None


_PRICE = re.compile(r"(?:[$£€]\s?\d|\d\s?(?:€|EUR\b|USD\b|GBP\b))")


def states_price(text: str) -> bool:
    """Whether a text says what something costs."""
    return _PRICE.search(text) is not None


def is_item(text: str) -> bool:
    """Whether `text` begins like an item of a list that somebody typed: with a bullet, a number or a letter."""
    return is_bulleted(text) or is_numbered(text) or _LETTERED.match(text) is not None


_BETWEEN_SENTENCES = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bapprox\.)(?<!\bca\.)(?<!\bvs\.)(?<!\bdeg\.)(?<!\bmin\.)(?<!\bsec\.)\s+",
    re.IGNORECASE,
)
_INLINE_LETTER = re.compile(r"(?:^|(?<=[.!?] ))([A-H])[.)]\s+(?=[A-Z])")
_FEWEST_LETTERS = 3
_INLINE_NUMBER = re.compile(
    r"(?:(?<=\s)|^)(?:step\s*)?\(?(\d{1,2})\s*[.):](?=\s+\S)"
    rf"|(?:(?<=\s)|^)step{_BEFORE_NUMBER}\s*(\d{{1,2}})(?:\s+of\s+\d{{1,2}})?\s*[-–—:]?(?=\s)",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """A text cut behind the marks that end its sentences; the stop of "e.g." ends none."""
    return _BETWEEN_SENTENCES.split(text)


_DIGIT = re.compile(r"\d")
_FIRST_LETTER = ("A. ", "A) ")


def _letters(text: str) -> list[re.Match[str]]:
    """The letters that count the sentences of a text from its first word, three at least: "A. Sit. B. Rise. C. Rest."."""
    if not text.startswith(_FIRST_LETTER):
        return []
    cuts: list[re.Match[str]] = []
    for match in _INLINE_LETTER.finditer(text):
        if ord(match.group(1)) == ord("A") + len(cuts):
            cuts.append(match)
    return cuts if len(cuts) >= _FEWEST_LETTERS else []


def numbered_sentences(text: str) -> list[str]:
    """One paragraph "1. Stand. 2. Squat." as its steps, or what goes on counting from its first word: "3. Rise. 4. Rest.".

    An empty list when it does neither.
    """
    if not (_DIGIT.search(text) or text.startswith(_FIRST_LETTER)):
        return []  # as most
    cuts: list[re.Match[str]] = []
    first = 1
    for match in _INLINE_NUMBER.finditer(text):
        number = int(match.group(1) or match.group(2))
        if not match.start():
            first = number
        if number == first + len(cuts):
            cuts.append(match)
    if len(cuts) < 2:
        cuts = _letters(text)
    if len(cuts) < 2:
        return []
    ends = [*(m.start() for m in cuts[1:]), len(text)]
    return [text[m.end() : end].lstrip(" -–—:;").rstrip(" -–—;") for m, end in zip(cuts, ends, strict=True)]
