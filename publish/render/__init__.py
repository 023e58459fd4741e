"""Draws pages and binds what is drawn to the planned structure tree.

All seams to WeasyPrint and pydyf are in this room; `publish.render.seams` lists and tests them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publish.render.document import pages

__all__ = ["pages"]


def __getattr__(name: str) -> Any:
    """Import the engine only when something is drawn: it takes 0.6 s of CPU.

    Our fonts are set before, since the engine looks for fonts while it is imported.
    """
    if name == "pages":
        from publish.render import fonts

        fonts.isolate()
        from publish.render.document import pages

        return pages
    raise AttributeError(name)
