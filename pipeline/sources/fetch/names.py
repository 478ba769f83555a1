"""Where a page is kept: a path that follows from its address alone, on every file system, never outside raw/.

A name that can be read back letter for letter is kept as it is. Every other one (a query, capital letters,
which some file systems do not tell apart, anything unusual) gets a `+` and a hash of the whole address, so no
two addresses ever meet. The `+` itself is never taken over from an address.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from pipeline.sources.fetch.addresses import Address

META = ".meta.json"
EXTENSIONS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}

_OWN_EXTENSIONS = {".html": (".html", ".htm", ".xhtml"), ".txt": (".txt",)}
_PLAIN = re.compile(r"[a-z0-9_-][a-z0-9._-]*(?<!\.)")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LOOKS_LIKE_A_FILE = re.compile(r".*\.(html?|xhtml|txt|json)")
_SEGMENT = 80
_WHOLE = 180


def path_of(address: Address, media_type: str) -> PurePosixPath:
    """The path below the root, with forward slashes, of the page at `address`."""
    extension = EXTENSIONS[media_type]
    path, _, query = address.target.partition("?")
    *folders, name = path[1:].split("/")
    plain = [_plain(folder) and not _LOOKS_LIKE_A_FILE.fullmatch(folder) for folder in folders]
    stem, added = _stem(name, extension)
    faithful = all(plain) and not query and (not name or bool(_plain(name)))
    readable = [
        folder if ok else _readable(folder).replace(".", "-") for folder, ok in zip(folders, plain, strict=True)
    ]
    if not faithful:
        extra = f"{stem}-{query}" if query else stem
        stem, added = f"{_readable(extra)}+{_hash(address)}", extension
    found = PurePosixPath("raw", *_host_folders(address), *readable, stem + added)
    return found if len(str(found)) <= _WHOLE else _short(address, extension)


def meta_of(path: PurePosixPath) -> PurePosixPath:
    """Where it is written what is known about the page at `path`."""
    return path.with_name(path.name + META)


def candidates(address: Address) -> tuple[PurePosixPath, ...]:
    """Every path the page at `address` may have been kept under."""
    return tuple(dict.fromkeys(path_of(address, media_type) for media_type in EXTENSIONS))


def _stem(name: str, extension: str) -> tuple[str, str]:
    """A name without its extension, and what goes behind it; `+` marks what the address did not say."""
    for own in _OWN_EXTENSIONS[extension]:
        if name.endswith(own) and name != own:
            return name.removesuffix(own), own
    return (f"{name}+" if name else "+index"), extension


def _host_folders(address: Address) -> tuple[str, ...]:
    host = f"v6+{address.host.replace(':', '-')}" if ":" in address.host else address.host
    host = f"+{host}" if _RESERVED.fullmatch(host) else host
    if (address.scheme, address.port) == ("https", 443):
        return (host,)
    return host, f"+{address.port}" + ("s" if address.scheme == "https" else "")


def _plain(segment: str) -> bool:
    fits = len(segment) <= _SEGMENT and _PLAIN.fullmatch(segment) is not None
    return fits and not _RESERVED.fullmatch(segment)


def _readable(text: str) -> str:
    kept = re.sub(r"[^a-z0-9_.]+", "-", re.sub(r"%[0-9A-F]{2}", "-", text).lower()).strip("-.")
    kept = kept[: _SEGMENT // 2].rstrip("-.") or "page"
    return f"x-{kept}" if _RESERVED.fullmatch(kept) else kept


def _short(address: Address, extension: str) -> PurePosixPath:
    host = _host_folders(address)
    folders = host if len("/".join(host)) <= _WHOLE // 2 else (f"+{hashlib.sha256(host[0].encode()).hexdigest()[:16]}",)
    last = _readable(address.path.rpartition("/")[2])
    return PurePosixPath("raw", *folders, "+long", f"{last}+{_hash(address)}{extension}")


def _hash(address: Address) -> str:
    return hashlib.sha256(address.url.encode("ascii", "surrogatepass")).hexdigest()[:16]
