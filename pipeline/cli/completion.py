"""exercises completion"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipeline.cli.choice import OneOf

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=OneOf(SHELLS))
def command(shell: str) -> None:
    """Print what makes a shell complete commands, flags, terms of the vocabulary and ids.

    \b
    bash:  source <(exercises completion bash)           in ~/.bashrc
    zsh:   source <(exercises completion zsh)            in ~/.zshrc, after compinit
    fish:  exercises completion fish > ~/.config/fish/completions/exercises.fish
    """
    sys.stdout.write((Path(__file__).parent / "scripts" / f"completion.{shell}").read_text("utf-8"))
