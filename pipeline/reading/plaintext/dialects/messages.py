"""Mails and chats: what is quoted or forwarded is what was meant, who wrote when is not."""

from __future__ import annotations

import re
from itertools import pairwise

_MARK = re.compile(r"^(> ?)?-{2,}\s*(?:Forwarded|Original) message\s*-{2,}\s*$", re.IGNORECASE)
_HEAD = re.compile(r"^(?:From|To|Cc|Date|Sent|Subject|Reply-To):\s", re.IGNORECASE)
_SUBJECT = re.compile(r"^Subject:\s", re.IGNORECASE)
_WHEN = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?"
_CHAT = re.compile(
    rf"^(?:\[{_WHEN}\] [^:]{{1,40}}: |{_WHEN} [-–] (?:[^:]{{1,40}}: )?|[^,\[\]]{{1,40}}, \[{_WHEN}\]:?(?:\s+|$))",
    re.IGNORECASE,
)
"""Who wrote a message and when: "[11/03/2026, 18:04] Anna: ", "11.03.26, 18:04 - Anna: ", "Anna, [11.03.2026 18:04]"."""
_QUOTED = re.compile(r"^(?:>\s?)+")
_FEWEST_MESSAGES = 2
_FEWEST_LINES = 2
_MOST_HEADS = 12


def forwarded(lines: list[str]) -> list[str]:
    """The mail that another one forwards, in quotation or below its own head, without what is written around it; of an answer
    that keeps the mail before it, the answer.
    """
    start = next((n for n, line in enumerate(lines) if _MARK.match(line)), None)
    if start is None:
        return lines
    if "original" in lines[start].lower() and len("".join(lines[:start])) > len("".join(lines[start:])):
        return [*lines[:start], *[""] * (len(lines) - start)]
    if lines[start].startswith(">"):
        return _quotation(lines, start + 1)
    first = next((n for n in range(start + 1, min(len(lines), start + _MOST_HEADS)) if not _HEAD.match(lines[n])), None)
    if first is None or first == start + 1:
        return lines
    below = next((n for n in range(first, len(lines)) if lines[n].strip()), len(lines))
    if below < len(lines) and lines[below].startswith(">"):
        return _quotation(lines, below)
    subject = [line if _SUBJECT.match(line) else "" for line in lines[start + 1 : first]]
    return [*[""] * (start + 1), *subject, *lines[first:]]


def _quotation(lines: list[str], start: int) -> list[str]:
    """What is quoted from a line on, without the marks before it and what stands around it."""
    end = next((n for n in range(start, len(lines)) if not lines[n].startswith(">")), len(lines))
    inner = [line[1:].removeprefix(" ") for line in lines[start:end]]
    return [*[""] * start, *inner, *[""] * (len(lines) - end)]


def unchatted(lines: list[str]) -> list[str]:
    """The long messages of a chat, without who wrote them and when; a message of one line is talk."""
    starts = [n for n, line in enumerate(lines) if _CHAT.match(line)]
    if len(starts) < _FEWEST_MESSAGES:
        return lines
    kept = list(lines)
    for start, end in pairwise([*starts, len(lines)]):
        kept[start] = _CHAT.sub("", lines[start])
        if sum(map(bool, kept[start:end])) < _FEWEST_LINES:
            kept[start:end] = [""] * (end - start)
    return kept


def unquoted(lines: list[str]) -> list[str]:
    """Without the marks of a mail that is quoted as a whole."""
    if 2 * sum(line.startswith(">") for line in lines) > sum(bool(line.strip()) for line in lines):
        return [_QUOTED.sub("", line) for line in lines]
    return lines
