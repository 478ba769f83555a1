"""Pages to records to index: what is stale, the workers that read, and the run's report."""

from pipeline.ingest.report import OUTCOMES, Options, Progress, Report, Result
from pipeline.ingest.run import ingest

__all__ = ["OUTCOMES", "Options", "Progress", "Report", "Result", "ingest"]
