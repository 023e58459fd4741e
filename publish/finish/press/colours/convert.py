"""Every colour of a file, from RGB to inks.

The file was drawn for the screen; here its text, lines, areas, gradients, shadows and masks get
the inks of one press. Pictures are converted beside this, by `publish.finish.press.pictures`.

| In the file | For the press |
|---|---|
| a colour of the brand | the inks that the settings give, or its spot ink |
| black, grey, no colour at all | black ink alone |
| any other colour | by the profile of the printing condition |
| gradients | the same, with as many stops as the path of the light asks for |
| masks | greys: they say how much shows, and are never printed |
| transparency groups | mixed in inks |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.finish.press.colours.groups import Groups
from publish.finish.press.separator import Separator

if TYPE_CHECKING:
    import pikepdf

    from publish.model.press import Press


def convert_colours(pdf: pikepdf.Pdf, press: Press) -> None:
    """Convert all colours of a file but its pictures to inks, in place.

    Drawings are written anew, so an object that somebody still holds is out of date after this.
    A file in inks already comes out with the same inks.

    Raises:
        OwnError: the press has no condition.
        pikepdf.PdfError: a content stream is broken beyond reading.
    """
    Groups(pdf, Separator.of(press), press).convert_pages()
