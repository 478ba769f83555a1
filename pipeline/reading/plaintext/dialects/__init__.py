"""Ways of writing plain text (Markdown, Org, AsciiDoc, BBCode, mails and more), made the one that `text` reads.

Every function keeps the number of lines, so that a place in the outline is a line of the file.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.reading.plaintext.columns import labelled
from pipeline.reading.plaintext.dialects import (
    asciidoc,
    bbcode,
    dokuwiki,
    manual,
    markdown,
    org,
    outliner,
    rst,
    slides,
    spoken,
    textile,
    wiki,
)
from pipeline.reading.plaintext.dialects.apps import highlighted, without_captions, without_comments, without_icons
from pipeline.reading.plaintext.dialects.grids import ungridded
from pipeline.reading.plaintext.dialects.messages import forwarded, unchatted, unquoted
from pipeline.reading.plaintext.dialects.ornaments import without_ornaments
from pipeline.reading.plaintext.dialects.scans import rescanned
from pipeline.reading.plaintext.dialects.transcripts import untimed
from pipeline.reading.plaintext.numbering import counted
from pipeline.reading.plaintext.tabbed import untabbed
from pipeline.reading.words.boxes import has_empty_boxes, ticked
from pipeline.reading.words.plain import ends_sentence, with_stops
from pipeline.vocabulary import key, load
from pipeline.vocabulary.terms import words_of_names

_TAGS = re.compile(r"^\s*#\w[\w-]*(?:\s+#\w[\w-]*)+\s*$")
"""Words that file a note among others: "#exercise #gym"."""
_FOLD_BEHIND = re.compile(r"(?<=[\w?)]) [−+▾▼▲▴˅⌄]$")
_FEWEST_FOLDS = 2
_FOLDS = tuple("▸▾▼▶►")
_FOLDS_ALONE = frozenset("⌃⌄˄˅▾▼▲▴▸")
_MORE = frozenset(("…", "..."))
"""Lines where a page hides the rest of a text."""
_TASK = re.compile(r"^(\s*)(?:(?:[-*+]\s+)?\[[ xX]\]\s+|[✓✔☑✅](?=[^\W\d_]))")
_FIELD_OF_LIST = re.compile(r"^(\s*(?:[-*]\s+)?[A-Za-z][\w ]{0,29}\w):: +")
_CALLOUT = re.compile(r"^\s*>\s*\[!\w+\][+-]?\s*$")
_ESCAPED = re.compile(r"\\([.()\[\]*_#+>'\"<$~^|@-])")
_BROKEN_LABEL = re.compile(r"^(\*\*|__)([^*_]{2,40}?):?\1\\$")
_DEFINED = re.compile(r"^:\s+(\S.*)$")
_LONGEST_TERM = 40
_ITEM = re.compile(r"^(\s*)[-*•·◦○+]\s+(\S.*)$")
_HYPHENATED = re.compile(r"[a-z]-$")
_DIALECTS = (spoken, manual, slides, outliner, textile, asciidoc, bbcode, org, dokuwiki, wiki, rst, markdown)
"""Each is asked whether a text is written in it: some make Markdown of what they read."""


def plainly(lines: list[str]) -> list[str]:
    """The lines of a text, its markup made plain: headings with #, labels with a colon, bullets with a dash."""
    lines = ["" if ("#" in line and _TAGS.match(line)) or line in _MORE else with_stops(line) for line in lines]
    lines = ungridded(untimed(unchatted(forwarded(_unfolded(lines)))))
    lines = rescanned(without_captions(without_icons(without_comments(highlighted(lines)))))
    lines = without_ornaments([ticked(line) if has_empty_boxes(line) else line for line in lines])
    lines = [_FIELD_OF_LIST.sub(r"\1: ", _TASK.sub(r"\1- ", _CALLOUT.sub("", line))) for line in lines]
    whole = "\n".join(lines)
    for dialect in _DIALECTS:
        if dialect.is_written(whole):
            lines = dialect.plain(lines)
            whole = "\n".join(lines)
    if "[[" in whole:  # note apps link as wikis do
        lines = [wiki.LINK.sub(r"\1", line) for line in lines]
    return labelled(counted(untabbed(_mended(_titled(unquoted(lines))))))


def _unfolded(lines: list[str]) -> list[str]:
    """Titles of folds without the sign that opens them, each of them alone above what it opens: "▸ Tips", "Tips ▾"."""
    closed = ["" if line.strip() in _FOLDS_ALONE else _FOLD_BEHIND.sub("", line) for line in lines]
    lines = closed if sum(map(str.__ne__, closed, lines)) >= _FEWEST_FOLDS else lines
    folds = [line[:1] in _FOLDS for line in lines]
    plain = list(lines)
    for n, line in enumerate(lines[:-1]):
        if folds[n] and lines[n + 1].strip() and not folds[n + 1] and not (n and folds[n - 1]):
            plain[n] = line[1:].strip()
    return plain


def _titled(lines: list[str]) -> list[str]:
    """Items that are but a title, with what is said of it in one item further in: in one line."""
    items = [_ITEM.match(line) for line in lines]
    depths = [len(item[1]) if item else -1 for item in items]
    plain = list(lines)
    for n, (title, told) in enumerate(pairwise(items)):
        if title is None or told is None or depths[n + 1] <= depths[n]:
            continue
        alone = n + 2 == len(lines) or depths[n + 2] <= depths[n]
        is_title = len(title[2]) <= _LONGEST_TERM and not ends_sentence(title[2])
        if alone and is_title and ends_sentence(told[2]):
            plain[n], plain[n + 1] = f"{title[1]}- **{title[2].strip('*_: ')}** {told[2]}", ""
    return plain


def _mended(lines: list[str]) -> list[str]:
    """Without escapes of Markdown, labels whose value stands below them, and words broken at the ends of lines."""
    plain = [_ESCAPED.sub(r"\1", line) for line in lines]
    for n, (line, following) in enumerate(pairwise(lines)):
        label = _BROKEN_LABEL.match(line)
        defined = _DEFINED.match(following)
        if label and following.strip():
            plain[n], plain[n + 1] = f"{label.group(2)}: {following.strip()}", ""
        elif defined and line.strip() and len(line) <= _LONGEST_TERM:
            plain[n], plain[n + 1] = f"{line.strip()}: {defined.group(1)}", ""
        elif _HYPHENATED.search(line) and following.lstrip()[:1].islower():
            first, _, rest = following.lstrip().partition(" ")
            plain[n] = f"{plain[n] if _is_one_word(line, first) else plain[n][:-1]}{first}"
            depth = len(following) - len(following.lstrip())
            plain[n + 1] = f"{' ' * depth}{rest}" if rest else ""
    return plain


def _is_one_word(line: str, rest: str) -> bool:
    """Whether a hyphen at the end of a line belongs to the word, as in "push-up": both parts are words of exercises, and no
    tool is called like them together ("barbell").
    """
    parts = key(line.rsplit(None, 1)[-1][:-1]), key(rest)
    return all(part in words_of_names() for part in parts) and not load("equipment").find("".join(parts))
