"""One request and its answer, counted while it streams."""

from __future__ import annotations

import contextlib
import http.client
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import requests
import urllib3

from pipeline.sources.fetch.addresses import Address
from pipeline.sources.fetch.clock import Clock
from pipeline.sources.fetch.connection import Watch, Way
from pipeline.sources.fetch.decoding import coding_of, decoded
from pipeline.sources.fetch.faults import ConnectionTrouble, TookTooLong, TooMuch
from pipeline.sources.fetch.options import Limits

PIECE = 16 * 1024
"""Bytes asked of the network at a time."""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `wire` is the body as sent, still compressed; `content` is what it unfolds to.

    `complete` is false where the body was not asked for. `latency` is seconds until the headers were in, `at`
    the moment of asking in seconds since 1970, `ip` the address that was connected to.
    """

    address: Address
    status: int
    phrase: str
    headers: Headers
    asked: Headers
    at: float
    latency: float
    ip: str
    content: bytes = b""
    wire: bytes = b""
    complete: bool = False

    def header(self, name: str) -> str:
        """A header's values joined by commas (RFC 9110, section 5.3); empty when absent."""
        return joined(self.headers, name)


Wanted = Callable[[int, Headers], Limits | None]
"""Status and headers to the limits of the body; None leaves the body on the wire."""


def joined(headers: Headers, name: str) -> str:
    """All values of one header as one."""
    return ", ".join(value for key, value in headers if key.lower() == name)


def exchange(way: Way, address: Address, asked: Mapping[str, str], wanted: Wanted, clock: Clock) -> Answer:
    """Ask for `address` once; no redirect is followed and nothing is tried again.

    Raises Trouble for a connection that fails or takes too long, TooMuch and BadEncoding for the body,
    PrivateAddress for where it leads.
    """
    began, at = clock.monotonic(), clock.now()
    with way.watched() as watch, _named_faults(watch), _asked(way, address, asked) as response:
        latency = clock.monotonic() - began
        raw = response.raw
        headers = tuple((str(k), str(v)) for k, v in raw.headers.items())
        limits = wanted(raw.status, headers)
        content, wire = _body(raw, headers, limits, watch) if limits else (b"", b"")
    sent = tuple((str(k), str(v)) for k, v in response.request.headers.items())
    return Answer(
        address=address,
        status=raw.status,
        phrase=str(raw.reason or ""),
        headers=headers,
        asked=sent,
        at=at,
        latency=latency,
        ip=way.ip,
        content=content,
        wire=wire,
        complete=limits is not None,
    )


@contextlib.contextmanager
def _asked(way: Way, address: Address, headers: Mapping[str, str]) -> Iterator[requests.Response]:
    # One connection a request: at a request a second a kept connection saves little, and none is ever left
    # open on a small server, nor is an answer ever read that was meant for the request before.
    request = way.session.prepare_request(
        requests.Request("GET", address.url, headers={**headers, "Connection": "close"})
    )
    limits = way.limits
    response = way.session.send(
        request,
        stream=True,
        allow_redirects=False,
        timeout=(limits.connect_seconds, limits.read_seconds),
        verify=way.session.verify,
    )
    try:
        yield response
    finally:
        response.close()


def _body(raw: urllib3.BaseHTTPResponse, headers: Headers, limits: Limits, watch: Watch) -> tuple[bytes, bytes]:
    """What the body unfolds to, and the body as sent. Raises TooMuch, BadEncoding and TookTooLong."""
    declared = joined(headers, "content-length")
    if declared.isdecimal() and int(declared) > limits.wire_bytes and not limits.cut:
        raise TooMuch(f"the server announces {int(declared):,} bytes; the limit is {limits.wire_bytes:,}")
    coding = coding_of(joined(headers, "content-encoding"))
    wire: list[bytes] = []
    content: list[bytes] = []
    received = _received(raw, limits.wire_bytes, wire, watch)
    try:
        _unfold(received, coding, limits.decoded_bytes, content)
    except TooMuch:
        if not limits.cut:
            raise
    return b"".join(content), b"".join(wire)


def _unfold(received: Iterator[bytes], coding: str, limit: int, keep: list[bytes]) -> None:
    size = 0
    for piece in decoded(received, coding):
        size += len(piece)
        if size > limit:
            raise TooMuch(f"the content unfolds to more than {limit:,} bytes")
        keep.append(piece)
    for _ in received:  # what follows the end of a compressed stream still belongs to the body
        pass


def _received(raw: urllib3.BaseHTTPResponse, limit: int, keep: list[bytes], watch: Watch) -> Iterator[bytes]:
    size = 0
    while piece := raw.read1(PIECE, decode_content=False):
        size += len(piece)
        if size > limit:
            raise TooMuch(f"the server sends more than {limit:,} bytes")
        keep.append(piece)
        yield piece
    if watch.expired:
        raise TookTooLong("the time for the whole exchange ran out")


@contextlib.contextmanager
def _named_faults(watch: Watch) -> Iterator[None]:
    """Turns what the libraries raise into our reasons, in words that do not quote the server."""
    try:
        yield
    except (
        requests.RequestException,
        urllib3.exceptions.HTTPError,
        http.client.HTTPException,
        OSError,
    ) as error:
        if watch.expired:
            raise TookTooLong("the time for the whole exchange ran out") from error
        raise _named(error) from error
    except ValueError as error:  # http.client and idna raise bare ones for answers and names they cannot parse
        raise ConnectionTrouble("the answer is not HTTP") from error


def _named(error: Exception) -> ConnectionTrouble | TookTooLong:
    causes = [error, *_causes(error)]
    if any(isinstance(cause, urllib3.exceptions.NewConnectionError) for cause in causes):
        refused = any(isinstance(cause, ConnectionRefusedError) for cause in causes)
        return ConnectionTrouble("the connection was refused" if refused else "no connection could be made")
    if any(isinstance(cause, (requests.ConnectTimeout, urllib3.exceptions.ConnectTimeoutError)) for cause in causes):
        return TookTooLong("no connection was made in time")
    if any(isinstance(cause, (requests.Timeout, urllib3.exceptions.TimeoutError, TimeoutError)) for cause in causes):
        return TookTooLong("the server stopped sending")
    if any(isinstance(cause, requests.exceptions.SSLError) for cause in causes):
        return ConnectionTrouble("the server's certificate cannot be trusted, or TLS failed")
    if any(isinstance(cause, (urllib3.exceptions.IncompleteRead, http.client.IncompleteRead)) for cause in causes):
        return ConnectionTrouble("the answer ended before it was complete")
    return ConnectionTrouble("the connection broke or the answer was not HTTP")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Everything an error was raised from or wraps, as libraries nest them in three different ways."""
    seen: set[int] = set()
    waiting: list[object] = [error.__cause__, error.__context__, *error.args, getattr(error, "reason", None)]
    while waiting:
        cause = waiting.pop()
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            waiting += [cause.__cause__, cause.__context__, *cause.args, getattr(cause, "reason", None)]
