"""Content codings, undone in bounded memory: what comes out is counted before it is kept."""

from __future__ import annotations

import importlib.util
import zlib
from collections.abc import Callable, Iterable, Iterator

from pipeline.sources.fetch.faults import BadEncoding

PIECE = 64 * 1024
"""Bytes that come out of a decoder at a time."""

LARGEST_WINDOW = 8 * 1024 * 1024
"""Bytes of history a zstd frame may ask for; RFC 9659 sets it for the web."""

ZSTD_BITE = 128
"""Bytes given to zstd at a time.

Its decoder that knows where a frame ends has no limit on what comes out. A block of 128 KiB takes 4 bytes
(RFC 8878, section 3.1.1.2), so a bite unfolds to 4 MiB at most.
"""

_SAME = {"x-gzip": "gzip", "x-deflate": "deflate"}


def accepted() -> str:
    """The Accept-Encoding of a request: what is always there, and what the extra `fetch` adds."""
    extra = [name for name, module in (("br", "brotli"), ("zstd", "zstandard")) if importlib.util.find_spec(module)]
    return ", ".join(["gzip", "deflate", *extra])


def coding_of(content_encoding: str) -> str:
    """The one content coding a header names, `identity` for none.

    Raises BadEncoding for more than one: stacking multiplies what a small body can unfold to, and no server
    of pages needs it (RFC 9110, section 8.4, allows it).
    """
    names = [name.strip().lower() for name in content_encoding.split(",")]
    real = [_SAME.get(name, name) for name in names if name not in ("", "identity")]
    if len(real) > 1:
        raise BadEncoding(f"{len(real)} content codings on top of each other are not undone")
    return real[0] if real else "identity"


def decoded(chunks: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The content behind a coding, in pieces of at most `PIECE` bytes, as the wire delivers.

    The caller counts and stops. Raises BadEncoding for a coding that is not known, a damaged or a cut-off
    stream.
    """
    decoders: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
        "identity": iter,
        "gzip": _gzip,
        "deflate": _deflate,
        "br": _brotli,
        "zstd": _zstd,
    }
    if coding not in decoders:
        raise BadEncoding("the content coding is not one that can be undone")
    return decoders[coding](chunks)


def _gzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 1952: members may follow one another; what is not a member after the last is padding."""
    decoder, begun = zlib.decompressobj(31), False
    for chunk in chunks:
        rest = chunk
        while rest:
            if decoder.eof:
                if not rest.startswith(b"\x1f"):
                    return
                decoder = zlib.decompressobj(31)
            begun = True
            yield from _inflated(decoder, rest)
            rest = decoder.unused_data
    if begun and not decoder.eof:
        raise BadEncoding("the compressed content is cut off")


def _deflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 9110, section 8.4.1.2, means zlib's format; servers that send the bare stream are met halfway."""
    decoder = None
    for chunk in chunks:
        if decoder is None and chunk:
            wrapped = chunk[0] & 0x0F == 8 and chunk[0] >> 4 <= 7
            decoder = zlib.decompressobj(15 if wrapped else -15)
        if decoder is not None:
            yield from _inflated(decoder, chunk)
    if decoder is not None and not decoder.eof:
        raise BadEncoding("the compressed content is cut off")


def _inflated(decoder: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    try:
        while chunk and not decoder.eof:
            piece = decoder.decompress(chunk, PIECE)
            if piece:
                yield piece
            chunk = decoder.unconsumed_tail
    except zlib.error as error:
        raise BadEncoding("the compressed content is damaged") from error


def _brotli(chunks: Iterable[bytes]) -> Iterator[bytes]:
    try:
        import brotli
    except ImportError as error:
        raise BadEncoding("the content is compressed with br; install exercise-pipeline[fetch] to read it") from error
    decoder, begun = brotli.Decompressor(), False
    try:
        for chunk in chunks:
            begun = begun or bool(chunk)
            piece = decoder.process(chunk, output_buffer_limit=PIECE)
            while piece or not decoder.can_accept_more_data():
                yield piece
                piece = decoder.process(b"", output_buffer_limit=PIECE)
            if decoder.is_finished():
                return
    except brotli.error as error:
        raise BadEncoding("the compressed content is damaged") from error
    if begun:
        raise BadEncoding("the compressed content is cut off")


def _zstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
    try:
        import zstandard
    except ImportError as error:
        raise BadEncoding("the content is compressed with zstd; install exercise-pipeline[fetch] to read it") from error
    maker = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW)
    decoder, begun = maker.decompressobj(), False
    try:
        for bite in _bites(chunks):
            rest = bite
            while rest:
                if decoder.eof:  # frames may follow one another (RFC 8878, section 3)
                    decoder, begun = maker.decompressobj(), False
                begun = True
                yield from _pieces(decoder.decompress(rest))
                rest = decoder.unused_data if decoder.eof else b""
    except zstandard.ZstdError as error:
        raise BadEncoding("the compressed content is damaged") from error
    if begun and not decoder.eof:
        raise BadEncoding("the compressed content is cut off")


def _bites(chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        yield from (chunk[at : at + ZSTD_BITE] for at in range(0, len(chunk), ZSTD_BITE))


def _pieces(content: bytes) -> Iterator[bytes]:
    yield from (content[at : at + PIECE] for at in range(0, len(content), PIECE))
