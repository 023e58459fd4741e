"""The command `publish`: one module for each command.

Nothing heavy is imported before a command needs it, so that ``publish --help`` answers at once.
"""

from publish.cli.app import main

__all__ = ["main"]
