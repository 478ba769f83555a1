"""Exchanges as a WARC file (ISO 28500), the archives' own format. Needs the extra `warc`."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Any

from pipeline.errors import CannotWrite, WrongUse
from pipeline.sources.fetch.clock import rfc3339
from pipeline.sources.fetch.exchange import Answer
from pipeline.sources.fetch.frontier import Frontier

_TAIL = 64
_NOT_AS_SENT = ("transfer-encoding",)


class Warc:
    """Appends request and response records to one file; packed when its name ends in .gz.

    After a kill the file is cut back to its last whole record, which the frontier remembers.
    """

    def __init__(self, path: Path, frontier: Frontier, user_agent: str) -> None:
        """Raises WrongUse without the extra, CannotWrite when the file cannot be opened."""
        try:
            from warcio.warcwriter import WARCWriter
        except ImportError as error:
            raise WrongUse("--warc needs the extra: install exercise-pipeline[warc]") from error
        self._lock, self._frontier, self._key = threading.Lock(), frontier, str(path.absolute())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._out = path.open("r+b" if path.exists() else "x+b")
            self._cut_back()
        except OSError as error:
            raise CannotWrite(str(path), error.strerror or str(error)) from error
        self._writer = WARCWriter(self._out, gzip=path.name.endswith(".gz"), warc_version="1.1")
        if self._out.tell() == 0:
            said = {"software": user_agent, "format": "WARC File Format 1.1", "robots": "classic"}
            self._write(self._writer.create_warcinfo_record(path.name, said))

    def add(self, answer: Answer) -> None:
        """One exchange: what was asked and what came back, the body as on the wire but for its chunks."""
        with self._lock:
            response = self._response(answer)
            asked = {"WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")}
            self._write(response, self._record(answer, "request", f"GET {answer.address.target} HTTP/1.1", asked))

    def close(self) -> None:
        """Nothing more is written."""
        self._out.close()

    def _cut_back(self) -> None:
        """Drops half a record that a kill left at the end, if the file is still the one we wrote."""
        size = self._out.seek(0, io.SEEK_END)
        length, tail = self._frontier.warc_end(self._key) or (size, b"")
        if length < size:
            self._out.seek(length - len(tail))
            if self._out.read(len(tail)) == tail:
                self._out.truncate(length)
        self._out.seek(0, io.SEEK_END)

    def _response(self, answer: Answer) -> Any:
        more = {"WARC-IP-Address": answer.ip}
        if not answer.complete:
            more["WARC-Truncated"] = "unspecified"
        return self._record(answer, "response", f"{answer.status} {answer.phrase}", more)

    def _record(self, answer: Answer, kind: str, line: str, more: dict[str, str]) -> Any:
        from warcio.statusandheaders import StatusAndHeaders

        if kind == "request":
            method, _, rest = line.partition(" ")
            headers = StatusAndHeaders(rest, [("Host", answer.address.authority), *answer.asked], protocol=method)
            headers.statusline, headers.protocol = rest, method
        else:
            shown = [_shown(name, value) for name, value in answer.headers]
            headers = StatusAndHeaders(line, shown, protocol="HTTP/1.1")
        body = answer.wire if kind == "response" else b""
        return self._writer.create_warc_record(
            answer.address.url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": rfc3339(answer.at), **more},
        )

    def _write(self, *records: Any) -> None:
        try:
            for record in records:
                self._writer.write_record(record)
            self._out.flush()
        except OSError as error:
            raise CannotWrite(self._key, error.strerror or str(error)) from error
        end = self._out.tell()
        self._out.seek(max(0, end - _TAIL))
        self._frontier.keep_warc_end(self._key, end, self._out.read(_TAIL))


def _shown(name: str, value: str) -> tuple[str, str]:
    """The body's chunks are gone, so the header that announced them goes by another name."""
    return (f"X-Archive-Orig-{name}", value) if name.lower() in _NOT_AS_SENT else (name, value)
