"""When a page was saved, as programs that save pages write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# Browsers put the offset behind a name that stands for none: "GMT+0100 (Central European Standard Time)".
_NAMED_OFFSET = re.compile(r"\b(?:GMT|UTC)(?=[+-]\d{4}\b)")


def iso_time(said: str) -> str | None:
    """A time in ISO 8601 with its offset, of an e-mail (RFC 5322), a script or already so; None for what is no time.

    A time that says "-0000", an unknown zone or none is one in UTC (RFC 5322, 4.3).
    """
    try:
        found = _parsed(said.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):  # of a thirtieth of February, for example
        return None


def _parsed(said: str) -> datetime:
    if said[:4].isdecimal():
        return datetime.fromisoformat(said)
    return parsedate_to_datetime(_NAMED_OFFSET.sub("", said))
