"""Jinja2 as layouts see it: a sandbox where a missing field stops the work.

A layout is looked for in the project's ``layouts/`` first, then in ours, so that a project can
replace one small part. ``shipped/NAME`` is always ours, so that the replacement can build on it.
"""

from __future__ import annotations

import os
import traceback
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from publish.compose.layouts import contacts, dates, marks, markup, web_address
from publish.compose.layouts.labels import LabelMissing
from publish.compose.measure.balance import balancing
from publish.compose.organisation import figures, structure_view, topics
from publish.compose.signing import block as signing
from publish.errors import InputFaults, PublishError
from publish.model.fault import Fault
from publish.model.place import Place
from publish.model.words import direction_of
from publish.resources import shipped
from publish.standards.rules import composing

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from publish.model.house import House
    from publish.standards.ruling import Ruling


def layout_folders(house: House) -> tuple[Path, ...]:
    """Return where layouts are looked for: the project's own folder, the brand's, ours.

    A brand that builds on a shipped one has the layouts of that between its own and ours.
    """
    ours = shipped("layouts")
    homes = (house.folder, house.brand.folder, house.brand.base)
    own = (home / "layouts" for home in homes if home)
    found = [folder for folder in own if folder.is_dir() and not folder.samefile(ours)]
    return (*found, ours)


def filled(name: str, house: House, fields: dict[str, Any]) -> str:
    """Fill one layout and return the HTML.

    Args:
        name: of the layout, for example ``statement.html``.
        house: whose layouts come first.
        fields: what the layout may show; must hold ``language``.

    Raises:
        InputFaults: a layout is missing or wrong, or asks for a field that is not there. Jinja2
            stops at the first, so there is one fault, with the file and line of the layout.
    """
    jinja = _environment(layout_folders(house), house.font_folders)
    try:
        return jinja.get_template(name).render(fields)
    except PublishError:
        raise
    except Exception as error:
        raise InputFaults([_fault(error, name)]) from error


@cache
def _environment(folders: tuple[Path, ...], fonts: tuple[Path, ...]) -> SandboxedEnvironment:
    """Make the environment for some folders, once: it keeps the layouts that it has compiled.

    Without that, a page costs eight times as much to lay out. Jinja2 looks at the times of the
    files, so a layout that was changed meanwhile is compiled again.
    """
    ours = FileSystemLoader(folders[-1])
    jinja = SandboxedEnvironment(
        loader=ChoiceLoader(
            [*map(FileSystemLoader, folders), PrefixLoader({"shipped": ours})],
        ),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_refuse_none,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters |= {
        "balanced": balancing(fonts),
        "country_in_words": dates.country_in_words,
        "date_in_words": dates.date_in_words,
        "dialled": markup.dialled,
        "direction_in": direction_of,
        "inline": markup.inline,
        "language_in_words": dates.language_in_words,
        "list_in_words": dates.list_in_words,
        "moment_in_words": dates.moment_in_words,
        "number_in_words": dates.number_in_words,
        "origin": markup.origin,
        "own_name": dates.own_name,
        "prose": markup.prose,
        "shown_short": markup.shown_short,
    }
    jinja.globals |= {
        "are_briefs": topics.are_briefs,
        "are_names": topics.are_names,
        "are_topics": topics.are_topics,
        "contact_desks": contacts.desks,
        "desk_rows": contacts.rows,
        "chart_of": structure_view.chart_of,
        "drawing": structure_view.drawing,
        "figures_band": figures.band,
        "people_grid": figures.grid,
        "list_manner": structure_view.list_manner,
        "logo_drawing": marks.logo_drawing,
        "logo_for": marks.logo_for,
        "logo_style": marks.logo_style,
        "masthead_marks": marks.masthead_marks,
        "qr_code": web_address.qr_code,
        "runs_in": markup.runs_in,
        "signature_block": signing.blocks(fonts),
    }
    return jinja


def _refuse_none(value: Any) -> Any:
    """Records say ``None`` for what a text does not have; the word None must never be printed."""
    if value is None:
        raise UndefinedError("the field is empty in this text")
    return value


def _fault(error: Exception, asked: str) -> Fault:
    """Say what went wrong in a layout, with the line of the layout and what stands there."""
    place, line = _place_in_layout(error)
    return Fault(
        _ruling(error), detail=str(error), place=place or Place(f"layouts/{asked}"), element=line
    )


def _ruling(error: Exception) -> Ruling:
    # The order matters: SecurityError and UndefinedError share a base.
    kinds: tuple[tuple[type[Exception], Ruling], ...] = (
        (SecurityError, composing.LAYOUT_OVERREACHES),
        (UndefinedError, composing.FIELD_MISSING),
        (LabelMissing, composing.LABEL_MISSING),
        (TemplateNotFound, composing.LAYOUT_NOT_FOUND),
        (TemplateSyntaxError, composing.LAYOUT_NOT_READABLE),
        (UnicodeDecodeError, composing.LAYOUT_NOT_READABLE),
    )
    return next((ruled for kind, ruled in kinds if isinstance(error, kind)), composing.LAYOUT_FAILS)


def _place_in_layout(error: Exception) -> tuple[Place | None, str]:
    """Return the innermost line of a layout on the way to the error, and its text.

    Jinja2 rewrites the traceback so that frames of compiled layouts bear the layout's own file
    and line.
    """
    if isinstance(error, TemplateSyntaxError):
        return Place(f"layouts/{error.name}", error.lineno), ""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        head, folder, name = frame.filename.replace(os.sep, "/").rpartition("/layouts/")
        if folder and head and name.endswith(".html"):
            return Place(f"layouts/{name}", frame.lineno or 0), (frame.line or "").strip()
    return None, ""
