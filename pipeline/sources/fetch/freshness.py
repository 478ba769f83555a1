"""When a kept page need not be asked for again, and how to ask whether it changed (RFC 9111)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pipeline.sources.fetch.keeping import Kept
from pipeline.sources.fetch.politeness import http_date

_LONGEST_VALIDATOR = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """A kept page with what the server last said about it; `at` in seconds since 1970."""

    kept: Kept
    at: float
    headers: Mapping[str, str]


def standing(kept: Kept, check: tuple[float, Mapping[str, str]] | None) -> Standing:
    """The page with the headers of its last "not modified" laid over its own (RFC 9111, section 3.2)."""
    if not check or check[0] < kept.retrieved:
        return Standing(kept, kept.retrieved, kept.headers)
    newer = dict(check[1])
    # An age or a date belongs to the answer that carried it, so an older one must not outlive it.
    older = {name: value for name, value in kept.headers.items() if name not in ("age", "date", "expires")}
    return Standing(kept, check[0], {**older, **newer})


def is_fresh(page: Standing, now: float) -> bool:
    """Whether its server said the page is still good at `now` (RFC 9111, section 4.2). No guessing."""
    orders = _orders(page.headers.get("cache-control", ""))
    if {"no-cache", "no-store"} & orders.keys() or page.headers.get("vary") == "*":
        return False
    age = now - page.at + _seconds(page.headers.get("age", ""))
    return 0 <= age < _lifetime(orders, page.headers, page.at)


def conditions(page: Standing) -> dict[str, str]:
    """Headers that let the server say "not modified" (RFC 9111, section 4.3.1).

    The ETag is the one that counts; the date goes with it for servers that know no other. Nothing for a page
    whose server asked that it not be stored, since it is asked for in full then.
    """
    if "no-store" in _orders(page.headers.get("cache-control", "")):
        return {}
    found = {
        "If-None-Match": page.headers.get("etag", ""),
        "If-Modified-Since": page.headers.get("last-modified", ""),
    }
    return {name: value for name, value in found.items() if _fit(value)}


def is_newer(lastmod: str, at: float) -> bool:
    """Whether a sitemap's lastmod is later than `at`; a bare date lasts to the end of its day anywhere.

    The format is the W3C's profile of ISO 8601. What cannot be read counts as newer.
    """
    text = lastmod.strip()
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        return True  # a month or a year is too coarse to skip anything by
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return True
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        moment += timedelta(days=1, hours=12)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() > at


def _fit(value: str) -> bool:
    return bool(value) and value.isprintable() and len(value) <= _LONGEST_VALIDATOR and value.isascii()


def _orders(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.lower().split(","))
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}


def _lifetime(orders: Mapping[str, str], headers: Mapping[str, str], at: float) -> float:
    if "max-age" in orders:
        return _seconds(orders["max-age"])
    expires = http_date(headers.get("expires", ""))
    if expires is None:
        return 0.0
    said = http_date(headers.get("date", ""))
    return expires - (said if said is not None else at)


def _seconds(text: str) -> float:
    return float(text[:9]) if text.isascii() and text.isdigit() else 0.0
