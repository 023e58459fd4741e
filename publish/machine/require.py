"""Refuses to begin what this machine cannot do."""

from __future__ import annotations

from publish.errors import MachineLacks
from publish.machine import install, libraries


def require_drawing() -> None:
    """Make sure that pages can be drawn, before WeasyPrint is imported and fails in its own words.

    Raises:
        MachineLacks: with the line that installs what is missing.
    """
    missing = libraries.missing()
    if missing:
        raise MachineLacks(
            f"pages cannot be drawn: this machine lacks {', '.join(missing)}",
            remedy=f"type: {install.line('pango')}",
        )
