"""The style sheets of a page, in the order of the cascade.

A project replaces one of ours by a file of the same name in its ``layouts/css/``; any further
file there comes after ours, in the order of the names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose.environment import layout_folders
from publish.compose.house import accent_of

if TYPE_CHECKING:
    from publish.model.house import House

#: Ours, from the values on which all depend to the parts of single layouts.
CASCADE = (
    "tokens.css",
    "page.css",
    "text.css",
    "tables.css",
    "notes.css",
    "masthead.css",
    "signatories.css",
    "organisation.css",
    "languages.css",
)

#: What marks every page of a draft.
MARK = "draft.css"


def stylesheets(house: House, *, draft: bool) -> tuple[str, ...]:
    """Return the texts of the style sheets.

    Args:
        house: whose sheets and colour are used.
        draft: add the sheet that marks every page.

    Raises:
        InputFaults: the accent colour is none, or too light for text.
    """
    own, ours = layout_folders(house)[0] / "css", layout_folders(house)[-1] / "css"
    names = [*CASCADE, MARK] if draft else [*CASCADE]
    paths = [own / name if (own / name).is_file() else ours / name for name in names]
    if own != ours:
        paths += sorted(path for path in own.glob("*.css") if path.name not in {*CASCADE, MARK})
    texts = [path.read_text(encoding="utf-8") for path in paths]
    brand = f":root {{ --accent: {accent_of(house)} }}\n"
    return (texts[0], brand, *texts[1:])
