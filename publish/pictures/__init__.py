"""Picture files as authors have them: opened safely, upright, with their colours."""

from publish.pictures.original import (
    DAMAGED,
    Original,
    UnreadablePicture,
    inspected,
    is_picture,
    opened,
)
from publish.pictures.profile import lab_to, same_colours, srgb, transformed, usable
from publish.pictures.screen import for_browsers, for_screen, to_srgb

__all__ = [
    "DAMAGED",
    "Original",
    "UnreadablePicture",
    "for_browsers",
    "for_screen",
    "inspected",
    "is_picture",
    "lab_to",
    "opened",
    "same_colours",
    "srgb",
    "to_srgb",
    "transformed",
    "usable",
]
