"""Where the web version of a text stands, and the code by which a phone finds it on paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import segno
from markupsafe import Markup

from publish.model.form import Form
from publish.model.sisters import address_of

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.work import Work

#: Modules of white on each side. Source: ISO/IEC 18004, 9.1.
_QUIET = 4


def web_address(work: Work, house: House) -> str:
    """Return the address of the web version; empty where the house does not say where it is."""
    if not house.address:
        return ""
    return address_of(work.name, work.language, house, Form.WEB)


def qr_code(address: str, name: str) -> Markup:
    """Return a QR code as a drawing that is heard by a name.

    Black on white with its quiet zone, whatever the colours of the house: cameras read nothing
    else for certain. Level M stands a stain on 15 per cent of it.

    Args:
        address: what the code says.
        name: what a reader hears.

    Source: ISO/IEC 18004.
    """
    matrix = segno.make_qr(address, error="m", boost_error=False).matrix
    side = len(matrix) + 2 * _QUIET
    svg = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{name}" '
        'viewBox="0 0 {side} {side}" width="{side}" height="{side}" '
        'shape-rendering="crispEdges">'
        '<path fill="#ffffff" d="M0 0h{side}v{side}h-{side}z"/>'
        '<path fill="#000000" d="{path}"/></svg>'
    )
    return svg.format(name=name, side=side, path=_path(matrix))


def _path(matrix: tuple[bytearray, ...]) -> str:
    """Return the dark modules: one rectangle for each run in a row."""
    path = ""
    for y, row in enumerate(matrix, start=_QUIET):
        x = _QUIET
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                path += f"M{x} {y}h{length}v1h-{length}z"
            x += length
    return path
