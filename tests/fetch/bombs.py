"""Little bodies that unfold to a lot, made without ever holding what they unfold to."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import brotli
import zstandard

_PIECE = bytes(1024 * 1024)


def gzip_bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(_PIECE) for _ in range(size // len(_PIECE))) + packer.flush()


def brotli_bomb(size: int) -> bytes:
    packer = brotli.Compressor(quality=1)
    return b"".join(packer.process(_PIECE) for _ in range(size // len(_PIECE))) + packer.finish()


def zstd_bomb(size: int) -> bytes:
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    return b"".join(packer.compress(_PIECE) for _ in range(size // len(_PIECE))) + packer.flush()


BOMBS: dict[str, Callable[[int], bytes]] = {"gzip": gzip_bomb, "br": brotli_bomb, "zstd": zstd_bomb}
