"""Pages to records to index: what is stale, the workers that read, and the run's report."""

from pipeline.ingest.run import OUTCOMES, Options, Progress, Report, Result, ingest

__all__ = ["OUTCOMES", "Options", "Progress", "Report", "Result", "ingest"]
