"""What stands in zip and tar files: the members that may be pages, by names that no two of them share."""

from __future__ import annotations

import copy
import io
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from pipeline.errors import UnreadablePage
from pipeline.sources import sniff
from pipeline.sources.folders import COMPANIONS, SUFFIXES, is_companion
from pipeline.sources.unpacking import DAMAGE, Allowance

Member = tuple[str, bytes | UnreadablePage]
"""A member's name, and what it holds or why that cannot be had."""
_LOOKED_AT = 5000
_ENCRYPTED = 0x1
_HAS_END_MARK = 0x2
_LZMA_MEMORY = 200_000_000
"""Bytes that a member packed with LZMA may ask for to be unpacked in."""
_BLOCK = 512
"""Bytes of a header in a tar file."""


def zipped(content: bytes, allowance: Allowance) -> Iterator[Member]:
    """The pages of a zip file, sorted by name. A damaged one costs itself alone. Raises BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        names = {info.filename for info in infos}
        named = zip(told_apart([info.filename for info in infos]), infos, strict=True)
        for name, info in sorted(named, key=lambda entry: entry[1].filename):
            if is_page(info.filename) or (
                may_be_page(info.filename, names) and _begins_as_page(archive, info, allowance)
            ):
                yield name, _unzipped(archive, info, allowance)


def _begins_as_page(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance) -> bool:
    allowance.spend(info.compress_size)
    try:
        return not info.flag_bits & _ENCRYPTED and sniff.begins_as_page(_begin(archive, info, _LOOKED_AT))
    except (zipfile.BadZipFile, MemoryError, *DAMAGE):
        return False


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance) -> bytes | UnreadablePage:
    if info.flag_bits & _ENCRYPTED:
        return UnreadablePage("encrypted-archive", "this member of the archive needs a password; unpack it by hand")
    if info.file_size > allowance.most_bytes:
        return allowance.too_large()
    allowance.spend(max(info.file_size, info.compress_size))  # many members may share the same packed bytes
    try:
        content = _begin(archive, info, info.file_size + 1)
        return content if zlib.crc32(content) == info.CRC else _damaged("it is not what its checksum says")
    except MemoryError:
        return UnreadablePage("out-of-memory", "unpacking it takes more memory than there is; unpack it by hand")
    except NotImplementedError as error:
        return UnreadablePage(
            "damaged-archive", f"this member of the archive cannot be unpacked ({error}); unpack it by hand"
        )
    except (zipfile.BadZipFile, *DAMAGE) as error:
        return _damaged(error)


def _damaged(why: object) -> UnreadablePage:
    return UnreadablePage("damaged-archive", f"this member of the archive is damaged ({why})")


def _begin(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """What a member begins with. Of what is packed with bzip2 or LZMA, zipfile would unpack a piece of any size at once."""
    if info.compress_type == zipfile.ZIP_BZIP2:
        import bz2

        return bz2.BZ2Decompressor().decompress(_as_packed(archive, info), most)
    if info.compress_type == zipfile.ZIP_LZMA:
        return _begin_of_lzma(_as_packed(archive, info), info, most)
    with archive.open(info) as stream:
        return stream.read(most)


def _as_packed(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    stored = copy.copy(info)
    stored.compress_type, stored.file_size = zipfile.ZIP_STORED, info.compress_size
    del stored.CRC  # it is that of the unpacked bytes
    with archive.open(stored) as stream:
        return stream.read()


def _begin_of_lzma(packed: bytes, info: zipfile.ZipInfo, most: int) -> bytes:
    """The member as an .lzma file, which differs in its head (APPNOTE 5.8.8). Raises ValueError."""
    import lzma

    until = (1 << 64) - 1 if info.flag_bits & _HAS_END_MARK else info.file_size
    end_of_head = 4 + int.from_bytes(packed[2:4], "little")
    alone = packed[4:end_of_head] + until.to_bytes(8, "little") + packed[end_of_head:]
    try:
        return lzma.LZMADecompressor(lzma.FORMAT_ALONE, _LZMA_MEMORY).decompress(alone, most)
    except lzma.LZMAError as error:
        raise ValueError(str(error)) from error


def tarred(content: bytes, allowance: Allowance) -> Iterator[Member]:
    """The pages of a tar file, in its order. Raises UnreadablePage behind the last where the rest is damaged or missing,
    and TarError where nothing is whole.
    """
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
        found, is_whole = _listed(archive, content)
        infos = [info for info in found if info.isfile()]
        names = [_shown(info.name) for info in infos]
        known = frozenset(names)
        for name, shown, info in zip(names, told_apart(names), infos, strict=True):
            if is_page(name) or (may_be_page(name, known) and _is_begun_as_page(archive, info)):
                yield shown, _untarred(archive, info, allowance)
    if not is_whole:
        why = f"no member begins at byte {archive.offset:,}, so what stands behind that is not read"
        raise UnreadablePage("damaged-archive", f"the archive is damaged ({why}); pack or download it again")


def _listed(archive: tarfile.TarFile, content: bytes) -> tuple[list[tarfile.TarInfo], bool]:
    """The members up to the end, or to damage, of which tarfile itself says nothing; and whether it is the end."""
    found: list[tarfile.TarInfo] = []
    try:
        found.extend(archive)
    except (tarfile.TarError, *DAMAGE):
        return found, False
    return found, not content[archive.offset : archive.offset + _BLOCK].strip(b"\0")


def _is_begun_as_page(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bool:
    try:
        stream = archive.extractfile(info)
        return stream is not None and sniff.begins_as_page(stream.read(_LOOKED_AT))
    except (tarfile.TarError, *DAMAGE):
        return False


def _untarred(archive: tarfile.TarFile, info: tarfile.TarInfo, allowance: Allowance) -> bytes | UnreadablePage:
    if info.size > allowance.most_bytes:
        return allowance.too_large()
    allowance.spend(info.size)  # holes take no place in the archive
    try:
        stream = archive.extractfile(info)
        return stream.read() if stream is not None else b""
    except (tarfile.TarError, *DAMAGE) as error:
        return _damaged(error)


def _shown(name: str) -> str:
    """A name that is not UTF-8 with its bytes escaped, as in folders."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def told_apart(names: Sequence[str]) -> Iterable[str]:
    """A name for each that no two share: the second `a.html` is `a.html (2)`, unless another is called so."""
    taken = set(names)
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        shown = name
        while seen[name] > 1 and (shown := f"{name} ({seen[name]})") in taken:
            seen[name] += 1
        taken.add(shown)
        yield shown


def is_page(name: str) -> bool:
    """Whether a member is called like a page, and no part of one that a browser saved."""
    parts = name.split("/")
    return (
        name.lower().endswith(SUFFIXES)
        and not parts[-1].startswith(".")
        and not any(p.endswith("_files") for p in parts[:-1])
    )


def may_be_page(name: str, names: Set[str]) -> bool:
    """Whether a member, one of those names, is read if it begins as a page, like a file in a folder."""
    *folders, last = name.split("/")
    return (
        bool(last)
        and not last.startswith(".")
        and not last.lower().endswith(COMPANIONS)
        and not any(folder.startswith(".") and folder not in (".", "..") for folder in folders)
        and not any(is_companion("/".join(folders[:n]), names) for n in range(1, len(folders) + 1))
    )
