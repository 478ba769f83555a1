"""How the scripts of `exercises completion` ask: click's protocol.

With _EXERCISES_COMPLETE=bash_complete, COMP_WORDS and COMP_CWORD in the environment the program prints a line "kind,value"
for each offer.
"""

from __future__ import annotations

from click.shell_completion import BashComplete, add_completion_class


class Completion(BashComplete):
    """Also takes `--muscle=ham`, which bash hands over in three pieces."""

    def get_completion_args(self) -> tuple[list[str], str]:
        arguments, incomplete = super().get_completion_args()
        if arguments and arguments[-1] == "=":
            arguments.pop()
        return arguments, incomplete


def install() -> None:
    """Makes click answer shells with `Completion`."""
    add_completion_class(Completion, "bash")
