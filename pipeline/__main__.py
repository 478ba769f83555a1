"""The command `exercises`, also `python -m pipeline`."""

import signal


def main() -> None:
    """Loads the command line and runs it. Ctrl-C ends the process at once and without a word until it is loaded: nothing
    was begun, and Python would show where it was.
    """
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:  # a process started with `nohup` or `&` does not hear of it at all
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from pipeline.cli import main as run

    signal.signal(signal.SIGINT, handler)
    run()


if __name__ == "__main__":
    main()
