"""Real servers on the loopback, one a host, that do what a test tells them and write down what they saw."""

from __future__ import annotations

import contextlib
import itertools
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

PAGE = b"<!doctype html><title>Squat</title><h1>Squat</h1><p>Stand, sit back, stand up."


@dataclass(frozen=True)
class Reply:
    """An answer; `length` overrides Content-Length, None leaves it out."""

    body: bytes = PAGE
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = -1
    pause: float = 0.0


@dataclass(frozen=True)
class Seen:
    """One request as the server saw it; `at` is of time.monotonic(), `open` counts connections."""

    path: str
    headers: Mapping[str, str]
    at: float
    open: int


Script = Reply | Callable[["Handler"], Reply | None]


class Site:
    """A host; `pages` maps a path to a Reply, or to a function of the handler that may do anything."""

    def __init__(self, ip: str = "127.0.0.1", robots: str | None = "") -> None:
        self.pages: dict[str, Script] = {}
        self.default: Script = Reply(b"no such page", 404)
        if robots is not None:
            self.robots(robots)
        self.log: list[Seen] = []
        self.active: set[socket.socket] = set()
        self.most_open = self.accepted = 0
        self.lock = threading.Lock()
        self.server = _Server((ip, 0), Handler)
        self.server.site = self
        self.port = self.server.server_address[1]
        self.ip = ip
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def robots(self, text: str) -> None:
        self.pages["/robots.txt"] = Reply(text.encode(), headers={"Content-Type": "text/plain"})

    def still_open(self) -> int:
        """Connections whose other end has not hung up, whether or not our thread has noticed."""
        return sum(not _hung_up(connection) for connection in self.active)

    def url(self, path: str = "/", host: str | None = None) -> str:
        return f"http://{host or self.ip}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [seen.path for seen in self.log]

    def asked(self, path: str) -> list[Seen]:
        return [seen for seen in self.log if seen.path == path]

    def gaps(self) -> list[float]:
        times = [seen.at for seen in self.log]
        return [later - earlier for earlier, later in itertools.pairwise(times)]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def _hung_up(connection: socket.socket) -> bool:
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64
    site: Site

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what many tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Looks the path up in the site's pages."""

    protocol_version = "HTTP/1.1"
    server: _Server
    connection: socket.socket

    def setup(self) -> None:
        super().setup()
        site = self.server.site
        with site.lock:
            site.accepted += 1
            site.active.add(self.connection)
            site.most_open = max(site.most_open, site.still_open())

    def finish(self) -> None:
        site = self.server.site
        with site.lock:
            site.active.discard(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        site = self.server.site
        at = time.monotonic()
        with site.lock:
            site.log.append(Seen(self.path, {k.lower(): v for k, v in self.headers.items()}, at, site.still_open()))
        script = site.pages.get(self.path, site.default)
        reply = script(self) if callable(script) else script
        if reply is not None:
            self.reply(reply)

    def reply(self, reply: Reply) -> None:
        if reply.pause:
            time.sleep(reply.pause)
        self.send_response(reply.status)
        headers = {"Content-Type": "text/html; charset=utf-8", **reply.headers}
        if reply.length is not None and "Transfer-Encoding" not in headers:
            headers.setdefault("Content-Length", str(len(reply.body) if reply.length == -1 else reply.length))
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """The site keeps its own log."""


class Listener:
    """A port that counts who connects, and says nothing: the inside that nobody may reach."""

    def __init__(self, family: int, address: str, port: int = 0) -> None:
        self.count = 0
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            self.socket.bind((address, port))
        except OSError:
            self.socket.close()
            raise
        self.socket.listen(64)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.socket.accept()
                self.count += 1
                connection.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


@contextlib.contextmanager
def sites(number: int, robots: str = "") -> Iterator[list[Site]]:
    made = [Site(f"127.0.0.{index + 1}", robots) for index in range(number)]
    try:
        yield made
    finally:
        for site in made:
            site.close()
