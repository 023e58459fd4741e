"""The proof as one web page: pictures with a slider between them, and their figures as tables."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish.finish.web.fonts import font_faces
from publish.proof.drawing import NAME_PLACES, shades
from publish.proof.make import CONTACT_SHEET, ink_words, shade_words
from publish.proof.wording import apart
from publish.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publish.proof.frame import Boundary, Frame
    from publish.proof.make import PagePictures, PlatePictures, Proof
    from publish.proof.wording import Wording

#: Tells our pages from others, so that nothing of anybody else's is overwritten.
GENERATOR = "publish proof"

_TEXT = ["Source Sans 3", "IBM Plex Sans Arabic", "Noto Sans SC"]
_STAND_INS = "system-ui, sans-serif"
#: What the sheet and the script write by themselves.
_SIGNS = "0123456789 %,.–×·()"


def page(
    proof: Proof, wording: Wording, source: Callable[[str], str], *, tool: str, single: bool
) -> str:
    """Return the page.

    Args:
        proof: what was drawn.
        wording: in whose language it speaks.
        source: gives the address of a picture by its name.
        tool: what separated the file, with its version.
        single: whether the pictures are in the page itself.
    """
    folder = shipped("layouts") / "proof"
    jinja = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    script = (folder / "proof.js").read_text(encoding="utf-8")
    fields: dict[str, Any] = {
        "say": wording,
        "raw": wording.unfilled,
        "source": source,
        "single": single,
        "generator": GENERATOR,
        "policy": _policy(script),
        "script": script,
        "contact_sheet": CONTACT_SHEET,
        "file": proof.file.name,
        "sha256": proof.sha256,
        "about": about(proof, wording, tool),
        "notes": notes(proof, wording),
        "is_over": proof.worst.total.is_over,
        "most_ink": _most_ink(proof, wording),
        "verdict": _verdict(proof, wording),
        "inks": [(ink, wording.ink(ink)) for ink in proof.inks],
        "legend": _legend(proof, wording),
        "pages": [_page(proof, one, wording) for one in proof.pages],
    }
    layout = jinja.get_template("proof.html")
    # The letters that a page needs are known when it is there; so it is filled twice.
    sheet = (folder / "proof.css").read_text(encoding="utf-8")
    plain = layout.render(fields | {"style": "", "source": str})
    return layout.render(fields | {"style": _style(sheet, plain)})


def about(proof: Proof, wording: Wording, tool: str) -> list[tuple[str, list[str]]]:
    """Return the facts on top of the page: a term, and what there is to say about it."""
    look, count = proof.look, len(proof.file.sheets)
    pages = wording.number(count)
    if len(proof.pages) < count:
        shown = wording.number(len(proof.pages))
        pages = wording("some_pages", shown=shown, count=wording.number(count))
    origin = wording("assumed" if look.assumed else "from_file")
    named = [part for part in (look.identifier, look.name) if part]
    paper = "with_paper" if look.paper else "without_paper"
    return [
        (wording("pages"), [pages, wording("trimmed", size=_sizes(proof, wording))]),
        (wording("condition"), [*dict.fromkeys(named), origin]),
        (
            wording("colours"),
            [
                wording(paper),
                wording(f"{paper}_manner"),
                wording("overprint", tool=apart(tool)),
                _resolution(proof, wording),
            ],
        ),
    ]


def notes(proof: Proof, wording: Wording) -> list[str]:
    """Return what whoever looks at the proof must know before."""
    found, file = [], proof.file
    shown = {one.frame.number: one.frame for one in proof.pages}
    if proof.look.assumed:
        said = file.identifier or wording("says_nothing")
        named = proof.look.identifier or proof.look.name
        found.append(wording("assumed_note", condition=apart(named), said=apart(said)))
    screen = [number for number in file.screen_colours if number in shown]
    if screen:
        found.append(wording("screen_note", pages=_numbers(screen)))
    untrimmed = [n for n, frame in shown.items() if not frame.trim.declared]
    if untrimmed:
        found.append(wording("trim_note", pages=_numbers(untrimmed)))
    unbled = [n for n, frame in shown.items() if min(frame.painted.beyond) <= 0]
    if unbled:
        found.append(wording("bleed_note", pages=_numbers(unbled)))
    return found


def _numbers(pages: Iterable[int]) -> str:
    """Return ``1–3, 7``."""
    runs: list[list[int]] = []
    for number in pages:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _sizes(proof: Proof, wording: Wording) -> str:
    sizes = list(dict.fromkeys(one.frame.trim.size for one in proof.pages))
    first = wording.size(sizes[0])
    return first if len(sizes) == 1 else wording("sizes_differ", size=first)


def _resolution(proof: Proof, wording: Wording) -> str:
    found = sorted({round(one.frame.dpi) for one in proof.pages})
    least, most = wording.number(found[0]), wording.number(found[-1])
    if len(found) == 1:
        return wording("ppi", number=most)
    return wording("ppi_least", least=least, most=most)


def _most_ink(proof: Proof, wording: Wording) -> str:
    worst = proof.worst
    percent = wording.percent(worst.total.highest)
    return wording("most_ink_on", percent=percent, page=worst.frame.number)


def _verdict(proof: Proof, wording: Wording) -> str:
    limit = wording("limit", percent=wording.percent(proof.limits.ink_limit))
    told = wording("limits_of", limit=limit, title=apart(proof.limits.title))
    is_over = proof.worst.total.is_over
    return f"{wording('over' if is_over else 'within')} ({told})"


def _legend(proof: Proof, wording: Wording) -> list[tuple[str, str]]:
    scale = [
        (_css(shade.colour), shade_words(shade, wording))
        for shade in shades(proof.limits.ink_limit)
    ]
    return [*scale, ("#eeeeee", wording("shade_outside"))]


def _page(proof: Proof, one: PagePictures, wording: Wording) -> dict[str, Any]:
    number, total = one.frame.number, one.total
    return {
        "number": number,
        "title": wording("page_number", page=number),
        "size": wording.size(one.frame.trim.size),
        "width": one.frame.width,
        "height": one.frame.height,
        "small": one.small,
        "composite": one.composite,
        "composite_words": wording("composite_of", page=number),
        "ink_map": one.ink_map,
        "map_words": wording("ink_map_of", page=number, found=ink_words(total, wording)),
        "boxed": one.boxes,
        "boxes_words": wording("boxes_of", page=number),
        "boxes": [_box(each, one.frame, wording) for each in one.frame.boundaries],
        "plates": [_plate(each, number, wording) for each in one.plates],
        "ink_caption": wording("ink_table", page=number),
        "box_caption": wording("box_table", page=number),
        "mean": wording.percent(total.mean),
        "peak": wording.percent(total.peak),
        "most": wording.percent(total.highest),
        "is_over": total.is_over,
        "found": ink_words(total, wording),
    }


def _plate(plate: PlatePictures, number: int, wording: Wording) -> dict[str, Any]:
    name, mean = wording.ink(plate.ink), wording.percent(plate.figures.mean)
    return {
        "ink": plate.ink,
        "name": name,
        "words": wording("plate_picture", ink=name, page=number, percent=mean),
        "colour": plate.colour,
        "grey": plate.grey,
        "swatch": _css(plate.solid),
        "mean": mean,
        "highest": wording.percent(plate.figures.highest),
        "covered": wording.percent(plate.figures.covered),
    }


def _box(boundary: Boundary, frame: Frame, wording: Wording) -> dict[str, Any]:
    area = boundary.area
    left, top = max(area.left, 0.0), max(area.top, 0.0)
    right, bottom = min(area.right, frame.width), min(area.bottom, frame.height)
    return {
        "kind": boundary.kind,
        "name": wording(boundary.kind),
        "left": _part(left, frame.width),
        "top": _part(top, frame.height),
        "width": _part(right - left, frame.width),
        "height": _part(bottom - top, frame.height),
        "name_at": f"{NAME_PLACES[boundary.kind] * 100:g}",
        "size": wording.size(boundary.size),
        "beyond": _beyond(boundary, wording),
        "declared": boundary.declared or boundary.kind == "safe",
    }


def _beyond(boundary: Boundary, wording: Wording) -> str:
    if boundary.kind == "trim":
        return "–"
    sides = [wording.number(side, 1).replace("-", "−") for side in boundary.beyond]
    if len(set(sides)) == 1:
        return wording("beyond_all", number=sides[0])
    left, top, right, bottom = sides
    return wording("beyond_sides", left=left, top=top, right=right, bottom=bottom)


def _part(value: float, whole: float) -> str:
    return f"{value / whole * 100:.4g}"


def _css(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _style(sheet: str, text: str) -> str:
    body = Element("body")
    body.text = text + _SIGNS
    faces = font_faces(body, {"text": _TEXT, "title": _TEXT}, (), slanted=False)
    families = ", ".join([*(f'"{name}"' for name in _TEXT), _STAND_INS])
    return faces + sheet.replace("FACES", families)


def _policy(script: str) -> str:
    """Allow the page its own pictures and its own script, and no request to anywhere."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        "default-src 'none'; img-src 'self' data: file:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"
    )
