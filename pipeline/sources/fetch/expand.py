"""From sitemaps to entries of the frontier."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.sources.fetch.addresses import Address, parse
from pipeline.sources.fetch.faults import BadAddress, NotAPage, Unfetched
from pipeline.sources.fetch.frontier import Entry, Frontier
from pipeline.sources.fetch.report import HostNote, PageReport
from pipeline.sources.fetch.sitemap import DEEPEST, MOST, Listed, Sitemap, matching, read
from pipeline.sources.fetch.visit import Visitor


class Expander:
    """Reads the sitemaps of one job; one transaction adds what a sitemap lists and finishes it."""

    def __init__(self, visitor: Visitor, frontier: Frontier, match: tuple[str, ...]) -> None:
        self._visitor, self._frontier, self._match = visitor, frontier, match

    def expand(self, entry: Entry, job: int) -> tuple[PageReport | None, tuple[HostNote, ...]]:
        """Add what a sitemap lists; a report when it could not be read, notes for what was left out."""
        try:
            address = parse(entry.url)
            notes: tuple[HostNote, ...] = ()
            if address.target == "/":
                found = self._from_robots(address)
            else:
                found, notes = self._from_sitemap(entry, job)
            self._frontier.add(job, found, after=entry)
        except Unfetched as fault:
            report = self._visitor.failed(entry, fault)
            self._frontier.finish(entry.id, report)
            return report, ()
        return None, notes

    def _from_robots(self, address: Address) -> list[Entry]:
        """A site's own word on where its sitemaps are; the usual place when it says nothing."""
        listed = self._visitor.rules(address).sitemaps or ("/sitemap.xml",)
        found = [parsed for text in listed if (parsed := _parsed(text, address))]
        return [Entry.of(there, kind="sitemap") for there in found if there.target != "/"]

    def _from_sitemap(self, entry: Entry, job: int) -> tuple[list[Entry], tuple[HostNote, ...]]:
        arrived = self._visitor.arrive(entry, job)
        if arrived.answer is None:  # only pages are ever taken from the disk instead
            return [], ()
        sitemap = read(arrived.answer.content)
        found = list(self._entries(sitemap, arrived.address, entry.depth))
        return found, tuple(HostNote(entry.lane, note) for note in _notes(sitemap, entry))

    def _entries(self, sitemap: Sitemap, base: Address, depth: int) -> Iterator[Entry]:
        if sitemap.is_index and depth >= DEEPEST:
            raise NotAPage("sitemap indexes are nested too deep")
        addressed = ((item, there) for item in sitemap.listed if (there := _parsed(item.loc, base)))
        if sitemap.is_index:
            yield from (Entry.of(there, kind="sitemap", depth=depth + 1) for _, there in addressed)
            return
        for item, there in matching(addressed, self._match):
            yield Entry.of(there, lastmod=item.lastmod[:40])


def _parsed(text: str, base: Address) -> Address | None:
    try:
        return parse(text, base)
    except BadAddress:
        return None


def _notes(sitemap: Sitemap, entry: Entry) -> Iterator[str]:
    if sitemap.cut:
        yield f"{entry.url} was read up to its fault, or to {MOST:,} addresses; the rest is left out"
    bad = [item for item in sitemap.listed if _is_bad(item)]
    if bad:
        yield f"{entry.url} lists {len(bad)} entries that are no web addresses; they are left out"


def _is_bad(item: Listed) -> bool:
    return not item.loc.lower().startswith(("http://", "https://"))
