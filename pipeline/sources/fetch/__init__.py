"""The fetcher: from the network into raw/, in a way that site owners would thank you for.

`fetch` runs, `plan` only tells what a run would ask. Nothing here prints; a caller passes `on_event` to see
what happens.
"""

from pipeline.sources.fetch.options import FetchOptions, Limits, Seams, from_settings
from pipeline.sources.fetch.plan import Step, plan
from pipeline.sources.fetch.report import Event, FetchReport, HostNote, HostProgress, Outcome, PageReport
from pipeline.sources.fetch.run import fetch

__all__ = [
    "Event",
    "FetchOptions",
    "FetchReport",
    "HostNote",
    "HostProgress",
    "Limits",
    "Outcome",
    "PageReport",
    "Seams",
    "Step",
    "fetch",
    "from_settings",
    "plan",
]
