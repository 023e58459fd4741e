"""K-100 to K-119: what stands in the way of showing how a file will be printed."""

from __future__ import annotations

from publish.standards.ruling import ruling

NO_PRESS_PROFILE = ruling(
    "K-100",
    "the file does not tell how its inks look, so no true picture can be made",
    clause="ISO 15930-7, 6.2.1 (output intent)",
    hint="ask for a file with an output intent, or assume one: --condition coated",
)
PAGE_NOT_DRAWN = ruling(
    "K-101",
    "a page cannot be drawn as the press would",
    clause="house rule: a proof shows every page that was asked for, or there is none",
    hint="make the file anew, or leave the page out: --pages",
)
