"""How a page shows the structure: as a chart, as a list, or as both.

A chart that fits is drawn, and stands alone where its boxes say all that a list would say. Where
the parts have contacts, the list stands below it. One level says nothing of who stands below whom:
it stays a list.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from publish.compose.measure.lengths import across
from publish.compose.organisation.chart import Box, Chart, Type, drawn
from publish.model.fault import Fault, Severity
from publish.model.organisation import Organisation
from publish.standards.rules.organisation import CHART_NOT_DRAWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any
    from xml.etree.ElementTree import Element

    from jinja2.runtime import Context

    from publish.model.organisation import Division
    from publish.model.words import Words

#: Part of the height of the text that a chart may fill, so that its heading stands above it.
_SHARE = 0.9

#: Height of an A4 or Letter page in points, the lower of both.
_SHEET = 11 * 72.0

_TEXT = Markup(
    '<text x="{:.2f}" y="{:.2f}" font-family="{}" font-size="{:g}" font-weight="{}" '
    'text-anchor="{}" direction="ltr" fill="{}">{}</text>'
)

#: A list of so many names or fewer stays in one column.
_ONE_COLUMN = 3


@pass_context
def chart_of(context: Context, divisions: Sequence[Division]) -> Chart | None:
    """Return the chart of a structure, or ``None`` where the page shows a list.

    Args:
        context: holds ``organisation``, ``brand``, ``lengths`` and ``direction``.
        divisions: the structure.
    """
    view = context["organisation"].structure_view
    if view == "list":
        return None
    chart = _drawn(divisions, context)
    if chart is None:
        return None
    more = any(one.contact and one.contact.public for one in _all(divisions))
    return replace(chart, alone=view != "both" and not more)


def faults_of(content: object, fields: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return a warning where a text asks for a chart and gets a list.

    Args:
        content: of the work; only an organisation has a structure.
        fields: what its layout may show.
    """
    if not isinstance(content, Organisation) or content.structure_view not in {"chart", "both"}:
        return ()
    given = [content.divisions, *(one.divisions for one in content.sections)]
    divisions = next(filter(None, given), ())
    if not divisions or _drawn(divisions, fields):
        return ()
    why = _why_not(divisions)
    return (Fault(CHART_NOT_DRAWN, why, divisions[0].place, severity=Severity.WARNING),)


def _why_not(divisions: Sequence[Division]) -> str:
    if not any(one.parts for one in divisions):
        return "it has one level, so it does not say who stands below whom"
    return f"{len(list(_all(divisions)))} parts do not fit the page"


def _drawn(divisions: Sequence[Division], fields: Mapping[str, Any] | Context) -> Chart | None:
    known = fields["lengths"]
    tallest = (_SHEET - known["head"] - known["foot"]) * _SHARE
    width = across(known, fields["brand"].format)
    mirrored = fields["direction"] == "rtl"
    return drawn(divisions, width, tallest, Type.of(known), mirrored=mirrored)


def _all(divisions: Sequence[Division]) -> list[Division]:
    return [one for part in divisions for one in (part, *_all(part.parts))]


def leave_out_small_letters(root: Element) -> None:
    """Take the picture of a chart out of a page in large print, in place: the list says it all."""
    for parent in list(root.iter()):
        for kid in [kid for kid in parent if kid.get("class") == "chart-figure"]:
            parent.remove(kid)  # only white space stands behind it


def list_manner(divisions: Sequence[Division]) -> str:
    """Return how a list of the structure looks: ``flat`` ones stand in two columns."""
    flat = len(divisions) > _ONE_COLUMN and not any(one.parts for one in divisions)
    return "structure flat" if flat else "structure"


@pass_context
def drawing(context: Context, chart: Chart, label: Words | None = None) -> Markup:
    """Return the drawing of a chart as SVG.

    Args:
        context: holds ``brand``.
        chart: what is drawn.
        label: what is heard; with it the words are drawn too. Without it, the drawing is only
            what lies behind the words.
    """
    colours = context["brand"].colours
    family = Markup(", ").join(context["brand"].faces.label)
    opening = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w:.2f}pt" height="{h:.2f}pt" '
        'viewBox="0 0 {w:.2f} {h:.2f}" {heard}>'
    ).format(w=chart.width, h=chart.height, heard=_heard(label))
    parts = [
        opening,
        Markup('<path class="joint" d="{}" fill="none" stroke="{}" stroke-width=".75"/>').format(
            _path(chart), colours.rule
        ),
    ]
    for box in chart.all():
        parts.append(_frame(box, colours.accent, colours.paper))
        if label:
            inks = (colours.on_accent,) * 2 if box.rank == "head" else (colours.ink, colours.soft)
            parts += _words(box, chart, family, inks)
    return Markup("").join([*parts, Markup("</svg>")])


def _heard(label: Words | None) -> Markup:
    if label is None:
        return Markup('class="behind" aria-hidden="true" focusable="false"')
    return Markup('role="img" aria-label="{}"').format(label)


def _path(chart: Chart) -> str:
    return " ".join(
        "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in corners) for corners in chart.lines
    )


def _frame(box: Box, accent: str, paper: str) -> Markup:
    if box.rank == "leaf":
        return Markup("")
    half = 0 if box.rank == "head" else 0.375  # so that the line lies inside the box
    return Markup(
        '<rect class="{}" x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" fill="{}"{}/>'
    ).format(
        box.rank,
        box.x + half,
        box.y + half,
        box.width - 2 * half,
        box.height - 2 * half,
        accent if box.rank == "head" else paper,
        Markup(' stroke="{}" stroke-width=".75"').format(accent) if half else "",
    )


def _words(box: Box, chart: Chart, family: str, inks: tuple[str, str]) -> list[Markup]:
    """Return a text for each line; a leaf begins at its edge, the others stand in the middle.

    The name has the first ink, what is said about it the second.
    """
    size, leading = chart.type.scale(box.rank)
    anchor, x = ("middle", box.x + box.width / 2)
    if box.rank == "leaf":
        anchor, x = ("end", box.x + box.width) if chart.mirrored else ("start", box.x)
    top, texts = box.y + box.inset, []
    for line in box.lines:
        own, high = (size, leading) if line.is_name else chart.type.scale("leaf")
        weight = 600 if line.is_name and box.rank != "leaf" else 400
        baseline = top + high / 2 + own / 3
        ink = inks[not line.is_name]
        texts.append(_TEXT.format(x, baseline, family, own, weight, anchor, ink, line.text))
        top += high
    return texts
