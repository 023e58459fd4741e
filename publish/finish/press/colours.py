"""Every colour of a file, from RGB to inks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

    from publish.model.press import Press


def convert_colours(pdf: pikepdf.Pdf, press: Press) -> None:
    """Convert all colours of a file but its pictures to inks, in place."""
