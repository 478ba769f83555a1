"""The way out: each connection goes to an address checked in the same breath, and ends on time."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING, Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from pipeline.sources.fetch.faults import TookTooLong
from pipeline.sources.fetch.inside import Resolve, checked
from pipeline.sources.fetch.options import Limits

if TYPE_CHECKING:
    from urllib3._base_connection import BaseHTTPConnection


class Watch:
    """Ends an exchange when its time is up, whatever the server dribbles meanwhile.

    A read time-out starts anew with every byte, so it does not bound a reply that comes a byte at a time. The
    watch holds its own handle on the socket (TLS takes the first one over) and shuts the connection down.
    """

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self._lock = threading.Lock()
        self._handle: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def over(self, connected: socket.socket) -> None:
        """Watch this connection from now on. Raises TookTooLong when the time is already up."""
        with self._lock:
            if self.expired:
                raise TookTooLong("the time for the whole exchange ran out")
            self._handle = connected.dup()

    def end(self) -> None:
        """The exchange is over; nothing will be shut down any more."""
        self._timer.cancel()
        with self._lock:
            if self._handle:
                self._handle.close()
                self._handle = None

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            if self._handle:
                with contextlib.suppress(OSError):
                    self._handle.shutdown(socket.SHUT_RDWR)


class Way:
    """A requests session with guarded addresses, no proxy, no cookies and no connection kept open."""

    def __init__(self, resolve: Resolve, limits: Limits, *, allow_private: bool) -> None:
        self._resolve, self.limits, self._allow_private = resolve, limits, allow_private
        self._watch: Watch | None = None
        self.ip = ""
        self.session = requests.Session()
        # A proxy would look the name up again, out of the guard's sight; .netrc would send passwords nobody
        # asked for.
        self.session.trust_env = False
        self.session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE") or True
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, _Adapter(self))

    @contextlib.contextmanager
    def watched(self) -> Iterator[Watch]:
        """A time limit over everything that happens inside."""
        self._watch = Watch(self.limits.total_seconds)
        try:
            yield self._watch
        finally:
            self._watch.end()

    def connect(self, connection: HTTPConnection) -> socket.socket:
        """A socket to one of the checked addresses of the connection's host. Raises what urllib3 expects."""
        port = connection.port or connection.default_port
        trouble: OSError | None = None
        for ip in checked(connection.host, port, self._resolve, allow_private=self._allow_private):
            try:
                return self._connected(ip, port)
            except TimeoutError as error:
                reason = f"no connection within {self.limits.connect_seconds:g} s"
                raise ConnectTimeoutError(connection, reason) from error
            except OSError as error:
                trouble = error
        raise NewConnectionError(connection, str(trouble)) from trouble

    def _connected(self, ip: str, port: int) -> socket.socket:
        # The numbers go straight to connect(): any helper that takes a host name could look it up a second
        # time.
        made = socket.socket(socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM)
        try:
            made.settimeout(self.limits.connect_seconds)
            made.connect((ip, port))
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._watch:
                self._watch.over(made)
        except BaseException:
            made.close()
            raise
        self.ip = ip
        return made


class _Adapter(HTTPAdapter):
    """Teaches urllib3's pools to connect through a Way, and to keep no connection."""

    def __init__(self, way: Way) -> None:
        self._way = way
        super().__init__(pool_connections=2, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        way = self._way

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return way.connect(self)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return way.connect(self)

        class PlainPool(_Forgetful, HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(_Forgetful, HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


class _Forgetful(HTTPConnectionPool):
    """Closes a connection where urllib3 would keep it.

    The server was told that each connection is for one request. Without this, one that it is about to close
    could be taken for the next request, which then fails for no reason of the server's.
    """

    def _put_conn(self, conn: BaseHTTPConnection | None) -> None:
        if conn is not None:
            conn.close()
        super()._put_conn(None)
