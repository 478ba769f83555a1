"""Ways of writing plain text (Markdown, Org, reStructuredText, quoted mails), made the one that `text` reads.

Every function keeps the number of lines, so that a place in the outline is a line of the file.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.reading.columns import labelled
from pipeline.reading.markdown import is_markdown, without_markup
from pipeline.reading.numbering import counted
from pipeline.reading.plain import with_stops
from pipeline.reading.tabbed import untabbed
from pipeline.vocabulary import key
from pipeline.vocabulary.terms import words_of_names

_ORG = re.compile(r"^(?:#\+title:|:properties:\s*$)", re.IGNORECASE | re.MULTILINE)
_ORG_SIGNS = (re.compile(r"^\* \S", re.M), re.compile(r"^\*\* \S", re.M), re.compile(r"^[-+] [^\n]{1,60} :: ", re.M))
"""What an Org file without a title has: headings of two levels, and terms."""
_WIKI = re.compile(r"^={2,5} ?[^=\n]{1,100}[^=\s] ?={2,5}\s*$", re.MULTILINE)
_WIKI_TITLE = re.compile(r"^(={2,5}) ?(.*?) ?={2,5}\s*$")
_WIKI_ITEM = re.compile(r"^([*#]+)\s*(?=\S)")
_WIKI_TERM = re.compile(r"^;\s*([^:]{1,60}?)\s*:\s*(\S.*)$")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]{0,200}\|)?([^\]|]{0,200})\]\]")
_WIKI_NOTHING = re.compile(r"^\s*(?:\[\[(?:category|file|image):[^\]]*\]\]|\{\{[^{}]*\}\}|__\w+__)\s*$", re.IGNORECASE)
_WIKI_FIELD = re.compile(r"^\|\s*([A-Za-z][\w ]{1,30}?)\s*=\s*(\S.*)$")
_WIKI_BOX = re.compile(r"^(?:\{\{[^{}]*|\}\}|\|\s*[A-Za-z][\w ]{1,30}=\s*)$")
_WIKI_NOTE = re.compile(r"<ref[^<>]{0,200}(?:/>|>[^<]{0,500}</ref>)|\{\{[^{}]{0,200}\}\}")
_ORG_TITLE = re.compile(r"^#\+title:\s*(.*)$", re.IGNORECASE)
_ORG_HEADING = re.compile(r"^(\*+)\s+(?:TODO\s+|DONE\s+|COMMENT\s+)*(.*?)(?:\s+:[\w:@]+:)?\s*$")
_ORG_LINK = re.compile(r"\[\[[^\]]*\]\[([^\]]*)\]\]")
_ORG_TERM = re.compile(r"^(\s*[-+]\s+)[*/_]?(.+?)[*/_]?\s+::\s+")
_ORG_BOLD = re.compile(r"^(\s*[-+]\s+)\*([^*]+)\*(?!\*)")
_ORG_NOTHING = re.compile(
    r"^(?:#\+|#\s|:(?:properties|end|id|custom_id|created):|\s*(?:scheduled|deadline|closed):)", re.IGNORECASE
)
_RST = re.compile(r"^\.\. (?:_|\w+::|\w+\|)", re.MULTILINE)
_RST_COMMENT = re.compile(r"^\.\. ")
_RST_NUMBER = re.compile(r"^(\s*)#\.\s")
_TAGS = re.compile(r"^\s*#\w[\w-]*(?:\s+#\w[\w-]*)+\s*$")
"""Words that file a note among others: "#exercise #gym"."""
_ORNAMENTED = re.compile(r"^\s*([▬═━─■◆◇★☆])\1+\s*([^▬═━─■◆◇★☆]{2,60}?)\s*\1{2,}\s*$")
"""A heading between ornaments: "▬▬ TIPS ▬▬"."""
_O_BULLET = re.compile(r"^(\s*)o\s+(?=[A-Z])")
_FOLDS = tuple("▸▾▼▶►")
_TEXTILE = re.compile(r"^h[1-6]\. \S", re.MULTILINE)
_TEXTILE_HEADING = re.compile(r"^h([1-6])\. (?=\S)")
_TEXTILE_ROW = re.compile(r"^\|\|([^|]{2,60})\|([^|]+)\|$")
_TEXTILE_NUMBER = re.compile(r"^# (?=\S)")
_TASK = re.compile(r"^(\s*)(?:[-*+]\s+)?\[[ xX]\]\s+")
_FIELD_OF_LIST = re.compile(r"^(\s*(?:[-*]\s+)?[A-Za-z][\w ]{0,29}\w):: +")
_CALLOUT = re.compile(r"^\s*>\s*\[!\w+\][+-]?\s*$")
_FORWARDED = re.compile(r"^> ?-{2,}\s*(?:Forwarded|Original) message\s*-{2,}\s*$", re.IGNORECASE)
_CHAT = re.compile(r"^\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\] [^:]{1,40}: ")
_QUOTED = re.compile(r"^(?:>\s?)+")
_ESCAPED = re.compile(r"\\([.()\[\]*_#+>-])")
_BROKEN_LABEL = re.compile(r"^(\*\*|__)([^*_]{2,40}?):?\1\\$")
_DEFINED = re.compile(r"^:\s+(\S.*)$")
_LONGEST_TERM = 40
_FEWEST_MESSAGES = 2
_HYPHENATED = re.compile(r"[a-z]-$")
_FIELD = re.compile(r"^:([A-Za-z][\w -]*):\s+(\S.*)$")


def plainly(lines: list[str]) -> list[str]:
    """The lines of a text, its markup made plain: headings with #, labels with a colon, bullets with a dash."""
    lines = ["" if "#" in line and _TAGS.match(line) else _ORNAMENTED.sub(r"\2", line) for line in lines]
    lines = [_O_BULLET.sub(r"\1- ", with_stops(line)) for line in lines]
    lines = _unchatted(_forwarded(_unfolded(lines)))
    lines = [_FIELD_OF_LIST.sub(r"\1: ", _TASK.sub(r"\1- ", _CALLOUT.sub("", line))) for line in lines]
    whole = "\n".join(lines)
    if _TEXTILE.search(whole):
        lines = [_textile(line) for line in lines]
        whole = "\n".join(lines)
    if _ORG.search(whole) or all(sign.search(whole) for sign in _ORG_SIGNS):
        lines = [_org(line) for line in lines]
    if _WIKI.search(whole):
        lines = [_wiki(line) for line in lines]
    if "[[" in whole:  # note apps link as wikis do
        lines = [_WIKI_LINK.sub(r"\1", line) for line in lines]
    if _RST.search(whole):
        lines = _rst(lines)
    if is_markdown(whole):
        lines = without_markup(lines)
    return labelled(counted(untabbed(_unquoted(lines))))


def _unfolded(lines: list[str]) -> list[str]:
    """Titles of folds without the sign that opens them, each of them alone above what it opens: "▸ Tips"."""
    folds = [line[:1] in _FOLDS for line in lines]
    plain = list(lines)
    for n, line in enumerate(lines[:-1]):
        if folds[n] and lines[n + 1].strip() and not folds[n + 1] and not (n and folds[n - 1]):
            plain[n] = line[1:].strip()
    return plain


def _unquoted(lines: list[str]) -> list[str]:
    """Without the marks of a mail that is quoted as a whole, escapes of Markdown, and words broken at the ends of lines."""
    if 2 * sum(line.startswith(">") for line in lines) > sum(bool(line.strip()) for line in lines):
        lines = [_QUOTED.sub("", line) for line in lines]
    plain = [_ESCAPED.sub(r"\1", line) for line in lines]
    for n, (line, following) in enumerate(pairwise(lines)):
        label = _BROKEN_LABEL.match(line)
        defined = _DEFINED.match(following)
        if label and following.strip():
            plain[n], plain[n + 1] = f"{label.group(2)}: {following.strip()}", ""
        elif defined and line.strip() and len(line) <= _LONGEST_TERM:
            plain[n], plain[n + 1] = f"{line.strip()}: {defined.group(1)}", ""
        elif _HYPHENATED.search(line) and following[:1].islower():
            first, _, rest = following.partition(" ")
            plain[n] = f"{line if _is_one_word(line, first) else line[:-1]}{first}"
            plain[n + 1] = rest
    return plain


def _is_one_word(line: str, rest: str) -> bool:
    """Whether a hyphen at the end of a line belongs to the word, as in "push-up": both parts are words of exercises."""
    parts = key(line.rsplit(None, 1)[-1][:-1]), key(rest)
    return all(part in words_of_names() for part in parts)


def _forwarded(lines: list[str]) -> list[str]:
    """The mail that another one forwards in quotation, without what is written above and below it."""
    start = next((n for n, line in enumerate(lines) if _FORWARDED.match(line)), None)
    if start is None:
        return lines
    end = next((n for n in range(start, len(lines)) if not lines[n].startswith(">")), len(lines))
    inner = [line[1:].removeprefix(" ") for line in lines[start + 1 : end]]
    return [*[""] * (start + 1), *inner, *[""] * (len(lines) - end)]


def _unchatted(lines: list[str]) -> list[str]:
    """The long messages of a chat, without who wrote them and when; a message of one line is talk."""
    if sum(_CHAT.match(line) is not None for line in lines) < _FEWEST_MESSAGES:
        return lines
    heads = [_CHAT.match(line) is not None for line in lines]
    ends = [*heads[1:], True]
    return ["" if head and end else _CHAT.sub("", line) for line, head, end in zip(lines, heads, ends, strict=True)]


def _textile(line: str) -> str:
    line = _TEXTILE_NUMBER.sub("1. ", _TEXTILE_ROW.sub(r"\1: \2", line))
    return _TEXTILE_HEADING.sub(lambda found: "#" * int(found.group(1)) + " ", line)


def _org(line: str) -> str:
    title, heading, field = _ORG_TITLE.match(line), _ORG_HEADING.match(line), _FIELD.match(line)
    if title:
        return f"# {title.group(1)}"
    if heading:
        return f"{'#' * min(len(heading.group(1)) + 1, 6)} {heading.group(2)}"
    if _ORG_NOTHING.match(line):
        return ""
    if field:
        return _labelled(field)
    return _ORG_BOLD.sub(r"\1**\2**", _ORG_TERM.sub(r"\1\2: ", _ORG_LINK.sub(r"\1", line)))


def _wiki(line: str) -> str:
    """A line of MediaWiki: "# " counts, and three apostrophes are bold."""
    if _WIKI_NOTHING.match(line) or _WIKI_BOX.match(line):
        return ""
    if title := _WIKI_TITLE.match(line):
        return f"{'#' * (len(title.group(1)) - 1)} {title.group(2)}"
    line = _WIKI_LINK.sub(r"\1", _WIKI_NOTE.sub("", line))
    line = _WIKI_ITEM.sub(lambda mark: "1. " if mark.group(1).endswith("#") else "- ", line)
    line = line.replace("'''", "**").replace("''", "")
    if field := _WIKI_FIELD.match(line):
        return _labelled(field)
    term = _WIKI_TERM.match(line)
    return f"- **{term.group(1)}** {term.group(2)}" if term else line


def _rst(lines: list[str]) -> list[str]:
    """Without comments and directives, which go on over the indented lines below them."""
    plain: list[str] = []
    inside = False
    for n, line in enumerate(lines):
        inside = bool(_RST_COMMENT.match(line)) or (inside and (not line.strip() or line[:1].isspace()))
        field = _FIELD.match(line)
        if inside:
            plain.append("")
        elif field:
            plain.append(_labelled(field))
        elif n and _is_term(lines[n - 1], line):
            plain[-1] = ""
            plain.append(f"- **{lines[n - 1].strip()}** {line.strip()}")
        else:
            plain.append(_RST_NUMBER.sub(r"\g<1>1. ", line))
    return plain


def _is_term(before: str, line: str) -> bool:
    """Whether a line begins the text of a definition list, its term being the line before."""
    starts = (
        bool(before.strip()) and not before[0].isspace() and before[0].isalnum() and not before.endswith((".", ","))
    )
    return starts and line.startswith("    ")


def _labelled(field: re.Match[str]) -> str:
    return f"{field.group(1).replace('_', ' ').strip().capitalize()}: {field.group(2)}"
