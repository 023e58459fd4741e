"""The forms in which one text is laid out."""

from __future__ import annotations

from enum import Enum


class Form(Enum):
    """What a page is styled for; the page itself is the same in all forms."""

    PAPER = "paper"
    PRINT = "print"
    LARGE_PRINT = "large-print"
    WEB = "web"
    TEXT = "text"
