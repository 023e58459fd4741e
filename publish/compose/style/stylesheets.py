"""The style sheets of a page, in the order of the cascade.

A brand or a project replaces one of ours by a file of the same name in its ``layouts/css/``; any
further file there comes after ours, in the order of the names, the project's last. Such a file is
for paper; ``NAME.large-print.css`` and ``NAME.web.css`` are for these forms. Large print and web
pages are designs of their own: what a brand says about paper could only disturb them. What goes to
the press is paper too, so it has all sheets for paper, and ``NAME.print.css`` after them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.compose.layouts.environment import layout_folders
from publish.compose.style import schemes
from publish.compose.style.tokens import brand_sheet
from publish.model.form import Form
from publish.model.words import direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    "statement.css",
    "signatories.css",
    "contacts.css",
    "cover.css",
    "annexes.css",
    "classes.css",
    "figures.css",
    "chart.css",
    "people.css",
    "history.css",
    "organisation.css",
    "imprint.css",
    "languages.css",
)
CASCADES = {
    Form.PAPER: PAPER,
    Form.PRINT: PAPER,
    Form.LARGE_PRINT: ("tokens.css", "large-print.css"),
    Form.WEB: ("tokens.css", "web.css"),
}

#: What is tried, in this order, where a page ends early or the last one holds little: the smallest
#: change first.
_ON_PAPER = (
    ("snug.css", "closer.css"),
    ("parted.css",),
    ("tight.css", "closest.css"),
    ("snug.css", "closer.css", "parted.css"),
    ("tight.css", "closest.css", "parted.css"),
    ("airy.css", "parted.css"),
)
FITS: dict[Form, tuple[tuple[str, ...], ...]] = {Form.PAPER: _ON_PAPER, Form.PRINT: _ON_PAPER}

#: What marks every page of a draft on paper; the other forms have the mark in their own sheet.
MARK = "draft.css"

#: What changes the lengths on US Letter, and the head of the first page to a band of colour.
LETTER = "letter.css"
BAND = "masthead-band.css"

#: What the press asks for, behind all sheets for paper.
PRESS = "print.css"

#: The forms that are pages of the house's own format.
_SHEETS = frozenset({Form.PAPER, Form.PRINT})

#: What turns the margins of large print round, for lines from right to left.
TURNED = "large-print-rtl.css"


def stylesheets(
    house: House, language: str, *, kind: str, draft: bool, form: Form
) -> tuple[str, ...]:
    """Return the texts of the style sheets.

    Args:
        house: whose sheets and brand are used.
        language: of the page.
        kind: of the text; a plain page has no masthead.
        draft: add the sheet that marks every page.
        form: for which the page is styled; plain text has no style.
    """
    if form is Form.TEXT:
        return ()
    folders = [folder / "css" for folder in layout_folders(house)]
    names = [*_names(house, language, kind=kind, draft=draft, form=form)]
    paths = [_first(name, folders) for name in names]
    # What goes to the press is paper first.
    for each in [Form.PAPER, form] if form is Form.PRINT else [form]:
        paths += _further(each, folders)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    first = token_sheet(house) if form in _SHEETS else texts[0]
    return (first, brand_sheet(house.brand, language), *_scheme(house, form), *texts[1:])


def _further(form: Form, folders: list[Path]) -> Iterator[Path]:
    """Yield the sheets of brand and project that replace none of ours."""
    if form is Form.PRINT:
        yield _first(PRESS, folders)
    for folder in reversed(folders[:-1]):
        yield from sorted(
            path
            for path in folder.glob("*.css")
            if not (folders[-1] / path.name).is_file() and _form_of(path.name) is form
        )


def token_sheet(house: House) -> str:
    """Return every length of the house on paper, as the sheet of this format has them."""
    letter = [LETTER] if house.brand.format == "Letter" else []
    return "".join(text_of(name, house) for name in ("tokens.css", *letter))


def _names(house: House, language: str, *, kind: str, draft: bool, form: Form) -> Iterator[str]:
    yield from CASCADES[form]
    if form in _SHEETS and draft:
        yield MARK
    if form in _SHEETS and house.brand.masthead == "band" and kind != "page":
        yield BAND
    if form is Form.LARGE_PRINT and direction_of(language) == "rtl":
        yield TURNED


def _form_of(name: str) -> Form:
    """Return the form that a further style sheet is for, by its name."""
    middle = name.removesuffix(".css").rpartition(".")[2]
    return next((form for form in Form if form.value == middle), Form.PAPER)


def is_for_press(name: str, ours: Path) -> bool:
    """Whether a sheet of a project has a part in what goes to the press, by its name."""
    in_cascade = name in {*PAPER, MARK, LETTER, BAND, PRESS} | {
        one for fit in FITS[Form.PRINT] for one in fit
    }
    is_further = not (ours / "css" / name).is_file() and _form_of(name) in _SHEETS
    return in_cascade or is_further


def _scheme(house: House, form: Form) -> tuple[str, ...]:
    if form is Form.PRINT:
        return (schemes.press(house.press),)
    if form is Form.LARGE_PRINT:
        return (schemes.large_print(house.brand, house.large_print),)
    return (schemes.web(house.brand),) if form is Form.WEB else ()


def fits(house: House, form: Form) -> tuple[str, ...]:
    """Return the settings that let a text end well, for forms that have pages to save."""
    return tuple("".join(text_of(name, house) for name in names) for names in FITS.get(form, ()))


def text_of(name: str, house: House) -> str:
    """Return the text of one style sheet, the project's or the brand's before ours."""
    folders = [folder / "css" for folder in layout_folders(house)]
    return _first(name, folders).read_text(encoding="utf-8")


def _first(name: str, folders: list[Path]) -> Path:
    found = (folder / name for folder in folders if (folder / name).is_file())
    return next(found, folders[-1] / name)
