"""Why an address was not fetched, in one tree; each becomes a line of the report and goes no further.

Unfetched                 `code` for programs, `outcome` for the summary, the message for people
 +- BadAddress            not an http or https address this program would ask
 +- PrivateAddress        it leads into a private network
 +- RobotsRefuse          robots.txt says no, or could not be read
 +- Trouble               worth another try: see the two below
 |   +- ConnectionTrouble    no connection, or it broke
 |   +- TookTooLong          a time limit passed
 |   +- BusyServer           408, 429 or 5xx
 +- TooMuch               over the size limit
 +- BadEncoding           stacked, unknown or damaged content coding
 +- BadRedirect           too many, a circle, or nowhere
 +- BadStatus             an answer that is no page, such as 404
 +- NotAPage              neither HTML nor text
 +- TurnedAway            login page, captcha or refusal: for a person with a browser
 +- HostStopped           the host failed too often, or asks for more patience than we have
 +- Deferred              the host asked us to come back much later
 +- OtherFile             the file on disk is not ours to replace
Stopped                   the run was asked to end; the page stays in the frontier
"""

from __future__ import annotations

from pipeline.errors import PipelineError
from pipeline.sources.fetch.report import Outcome

ADVICE = "save this page in your browser and run ingest"


class Unfetched(PipelineError):
    """Base of the reasons; the class says how the address is counted."""

    exit_code = 1
    code = "failed"
    outcome = Outcome.FAILED


class BadAddress(Unfetched):
    code = "bad-address"


class PrivateAddress(Unfetched):
    code = "private-address"


class RobotsRefuse(Unfetched):
    code = "robots"
    outcome = Outcome.ROBOTS


class Trouble(Unfetched):
    """A fault that may pass; `wait` is what the server asked for in Retry-After, in seconds."""

    code = "connection"
    wait: float | None = None


class ConnectionTrouble(Trouble):
    code = "connection"


class TookTooLong(Trouble):
    code = "timeout"


class BusyServer(Trouble):
    """An answer of 408, 429 or 5xx."""

    code = "status"

    def __init__(self, message: str, status: int, wait: float | None) -> None:
        super().__init__(message)
        self.status, self.wait = status, wait


class TooMuch(Unfetched):
    code = "too-large"


class BadEncoding(Unfetched):
    code = "encoding"


class BadRedirect(Unfetched):
    code = "redirects"


class BadStatus(Unfetched):
    """An answer that holds no page and will not by asking again."""

    code = "status"

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class NotAPage(Unfetched):
    code = "content"


class TurnedAway(Unfetched):
    """The site wants a person; `code` is login, captcha or refused."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(f"{what}: {ADVICE}")
        self.code = code


class HostStopped(Unfetched):
    code = "host-stopped"


class Deferred(Unfetched):
    code = "deferred"
    outcome = Outcome.DEFERRED


class OtherFile(Unfetched):
    code = "other-file"


class Stopped(Exception):  # not an error: the person asked for it
    """The run was asked to end while this page waited for its turn."""
