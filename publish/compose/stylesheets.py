"""The style sheets of a page, in the order of the cascade.

A brand or a project replaces one of ours by a file of the same name in its ``layouts/css/``; any
further file there comes after ours, in the order of the names, the project's last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose.environment import layout_folders
from publish.compose.tokens import brand_sheet
from publish.model.form import Form

if TYPE_CHECKING:
    from pathlib import Path

    from publish.model.house import House

#: Ours for each form, from the values on which all depend to the parts of single layouts.
PAPER = (
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
CASCADES = {
    Form.PAPER: PAPER,
    Form.LARGE_PRINT: (*PAPER, "large-print.css"),
    Form.WEB: ("tokens.css", "web.css"),
}

#: What marks every page of a draft.
MARK = "draft.css"


def stylesheets(house: House, language: str, *, draft: bool, form: Form) -> tuple[str, ...]:
    """Return the texts of the style sheets.

    Args:
        house: whose sheets and brand are used.
        language: of the page.
        draft: add the sheet that marks every page.
        form: for which the page is styled.
    """
    folders = [folder / "css" for folder in layout_folders(house)]
    names = [*CASCADES[form], MARK] if draft else [*CASCADES[form]]
    paths = [_first(name, folders) for name in names]
    for folder in reversed(folders[:-1]):
        paths += sorted(
            path for path in folder.glob("*.css") if not (folders[-1] / path.name).is_file()
        )
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return (texts[0], brand_sheet(house.brand, language), *texts[1:])


def _first(name: str, folders: list[Path]) -> Path:
    found = (folder / name for folder in folders if (folder / name).is_file())
    return next(found, folders[-1] / name)
