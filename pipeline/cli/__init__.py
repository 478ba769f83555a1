"""The command line: arguments, printing and exit codes. Each command is a module of its own, loaded when it is called."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import click

from pipeline.cli.context import Context
from pipeline.errors import PipelineError, fault
from pipeline.garbage import collect_rarely
from pipeline.version import __version__

COMMANDS = {
    "ingest": "Read saved pages into normalized/ and the index.",
    "fetch": "Download pages politely into raw/.",
    "search": "Find exercises by words and filters.",
    "show": "Show one exercise.",
    "similar": "Find the exercises most like one.",
    "substitute": "Find what to do instead when the machine is busy.",
    "validate": "Check the records in normalized/.",
    "index": "Rebuild index/ from normalized/.",
    "export": "Write the collection, or a part of it, in another format.",
    "probe": "Show how a page was read, field by field.",
    "profile": "List, draft and check profiles.",
    "import": "Read exercises from another program's format into normalized/.",
    "stats": "Count what the collection covers.",
    "diff": "Say what changed between two exports or revisions.",
    "schema": "Print the JSON Schema of a record.",
    "completion": "Print what makes a shell complete commands and terms.",
}
"""Every command with its one line of help; the module of the same name holds it."""
_MODULES = {"import": "import_"}
"""Commands whose name Python keeps for itself."""


_COMPLETE = "_EXERCISES_COMPLETE"
"""Set by the scripts of `exercises completion`: what is typed is completed and not done."""
_TRACEBACK = "EXERCISES_TRACEBACK"
"""Set in the environment, an error that nobody foresaw is shown whole."""
_STOPPED = "stopped; what was finished is kept, run the same command to go on"


class Stopped(PipelineError):
    """Ctrl-C or SIGTERM; what was open is closed by now."""

    exit_code = 130


class _NobodyReads(Exception):
    """Whoever read standard output has read enough."""


class Commands(click.Group):
    """Loads a command's module only when it is called: searching must not pay for reading."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"pipeline.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`--root` may stand behind the command as well: every command takes it."""
        return super().parse_args(ctx, _root_first(args))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"there is no command {args[0]!r}{_nearest(args[0])}", ctx)
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        try:
            return super().make_context(*args, **more)
        except BrokenPipeError as error:  # of `--help`
            raise _NobodyReads from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:  # click would print an empty line first
            raise Stopped(_STOPPED) from error
        except BrokenPipeError as error:  # click would exit with 1
            raise _NobodyReads from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _root_first(args: list[str]) -> list[str]:
    """The arguments with `--root DIR` in front, wherever it was given before a `--`."""
    end = args.index("--") if "--" in args else len(args)
    place = next((n for n in range(1, end) if args[n] == "--root" or args[n].startswith("--root=")), 0)
    if not place:
        return args
    width = 2 if args[place] == "--root" else 1
    return [*args[place : place + width], *args[:place], *args[place + width :]]


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, 1, 0.5)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(COMMANDS)}"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    help="Folder of the collection (else EXERCISES_ROOT, else here).",
)
@click.version_option(__version__, prog_name="exercises")
@click.pass_context
def exercises(ctx: click.Context, root: Path | None) -> None:
    """Turn saved web pages about strength exercises into clean, checked, searchable data."""
    ctx.obj = Context(root or Path(os.environ.get("EXERCISES_ROOT") or "."))


def main(arguments: list[str] | None = None) -> None:
    """Runs a command line and exits: 0 done, 1 done with rejected pages or errors found, 2 wrong use."""
    collect_rarely()
    _open_what_is_closed()
    # Windows and old locales would fail on the first curly quote.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _terminate)
    if _COMPLETE in os.environ:
        from pipeline.cli.shells import install

        install()
    code = 0
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except (_NobodyReads, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:  # a full disk behind standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or _code_of(error)  # what was refused already is said
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    """Runs a command line; its exit code. Raises OSError when nothing can be said any more, and with EXERCISES_TRACEBACK in the
    environment what nobody foresaw.
    """
    try:
        code: Any = exercises.main(args=arguments, prog_name="exercises", complete_var=_COMPLETE, standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, _NobodyReads):
        raise
    except (KeyboardInterrupt, click.Abort):
        code = _refused(_STOPPED, 130)
    except (click.ClickException, click.exceptions.Exit, PipelineError, MemoryError, OSError) as error:
        code = _code_of(error)
    except Exception as error:  # what nobody foresaw is a fault of ours, said in one line like any other
        if os.environ.get(_TRACEBACK):
            raise
        advice = f"report it, with what {_TRACEBACK}=1 shows"
        code = _refused(f"the program failed ({fault(error)}); the fault is not yours, {advice}", 2)
    return code if isinstance(code, int) else 0


def _open_what_is_closed() -> None:
    """Gives a program that was started without standard streams (`>&-`) streams that lead nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end


def _terminate(_signal: int, _frame: object) -> None:
    """SIGTERM ends a run as Ctrl-C does: what is open is closed, and what is locked is freed."""
    raise KeyboardInterrupt


def _code_of(error: Exception) -> int:
    """Says in one line what went wrong, and gives the exit code."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        print(error.format_message(), flush=True)  # a full disk behind it is said by `main`
        return 2
    return _refused(_sentence(error), error.exit_code if isinstance(error, PipelineError) else 2)


def _sentence(error: Exception) -> str:
    if isinstance(error, click.ClickException):
        return _one_line(error)
    if isinstance(error, PipelineError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'the file system'}: {error.strerror or error}"
    return "out of memory; try fewer --workers"


def _one_line(error: click.ClickException) -> str:
    text = " ".join(error.format_message().split())
    hint = getattr(error, "possibilities", None)
    if hint and "mean" not in text.lower():
        text = f"{text.rstrip('.')}; did you mean {sorted(hint)[0]}?"
    return text


def _refused(message: str, code: int) -> int:
    from pipeline.cli.printing import folded, plain, width_of

    print(folded(f"exercises: {plain(message)}", width_of(sys.stderr)), file=sys.stderr)
    return code
