"""Which marks stand in a masthead: drawings where there are some, else short names.

All marks look equally large: their heights are chosen so that their areas are about the same, and
the lines into which they break are about equally long.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from publish.model.organisation import Organisation
from publish.model.statement import Statement
from publish.model.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jinja2.runtime import Context

    from publish.model.brand import Brand, Drawing, Logo
    from publish.model.people import Body

#: More short names than these do not stand on one line of the masthead.
_MASTHEAD_HOLDS = 8

#: A row of more marks than two is no head, and from so many bodies on none has a face: the house
#: shows its own mark alone.
_MOST_MARKS = 14
_MOST_ROWS = 2

#: A mark is never lower or higher than this, in heights of a square mark.
_LOWEST, _HIGHEST = 0.42, 1.2

#: Up to so many marks are of a size, the largest first.
_SIZES = ((3, "large"), (6, "medium"), (12, "small"), (99, "smallest"))

#: The width of a row of each size, and the gap between two marks, in heights of a square mark.
_ROOM = {"large": 8.3, "medium": 10.2, "small": 12.3, "smallest": 14.6}
_GAP = 0.7

#: Room for what is rounded, in heights of a square mark.
_SPARE = 0.05

#: The width of one sign of a short name, in heights of a square mark of each size.
_SIGN = {"large": 0.25, "medium": 0.3, "small": 0.3, "smallest": 0.3}

#: Authors write "Office of Learning (OL)": the acronym is in the brackets that close the name.
_ACRONYM = re.compile(r"[(（]([^\s()（）]{2,12})[)）]$")

#: A name no longer than this can stand where an acronym stands.
_AS_SHORT_AS_AN_ACRONYM = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: a drawing or a short name.

    Attributes:
        drawing: ``None`` where there is only a name.
        name: the short name, where there is no drawing.
        heard: alternate text of a drawing; ``None`` where the text itself names the body, so that
            nobody hears it twice.
        style: attribute with the size of the drawing.
    """

    drawing: Drawing | None = None
    name: Words | None = None
    heard: Words | None = None
    style: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a masthead.

    Attributes:
        marks: in the order of the bodies.
        size: ``large`` for one to three, then ``medium``, ``small`` and ``smallest``; ``names``
            where there is no drawing.
        reversed: all are drawn in white, so that they may stand on a ground in colour.
        style: attribute that makes the rows about equally long.
    """

    marks: tuple[Mark, ...] = ()
    size: str = "names"
    reversed: bool = False
    style: Markup = field(default_factory=Markup)

    @property
    def are_heard(self) -> bool:
        """Whether any of them says something that the text does not."""
        return any(mark.heard for mark in self.marks)


@pass_context
def logo_for(context: Context, body: Body) -> Logo | None:
    """Return the mark of a body, found by its key, acronym or name; ``None`` if it has none."""
    return _logo_of(body, context["brand"])


@pass_context
def masthead_marks(context: Context, content: Statement | Organisation) -> Marks:
    """Return what stands in the masthead of a text.

    The bodies that issue it, or else those that sign, show their drawings, or their short names
    where one has no drawing. Where none of them has a drawing, or where they are too many for a
    calm head, the house shows its own; without that, all show their short names, or the house its
    name.
    """
    brand, language = context["brand"], context["language"]
    bodies = tuple(_bodies(content))
    logos = {_identity(body): _logo_of(body, brand) for body in bodies}
    of_bodies = _once((logos[_identity(body)], short_name(body), True) for body in bodies)
    if any(logos.values()) and len(of_bodies) <= _MOST_MARKS:
        shown = of_bodies
    else:
        named = {name.text for body in bodies for name in (body.name, body.acronym) if name}
        known = bool(named & _names_of_house(brand))
        own = _names_of_house(brand) if of_bodies and any(logos.values()) else frozenset()
        shown = [
            (logo, None, known) for logo in brand.logos if {logo.body, *logo.also} & {"", *own}
        ]
    if any(logo for logo, _, _ in shown):
        return _drawn(_once(shown), brand, context)
    names = tuple(_names(bodies)) or tuple(filter(None, [brand.name_in(language)]))
    return Marks(tuple(Mark(name=name) for name in names))


@pass_context
def logo_style(context: Context, logo: Logo) -> Markup:
    """Return the ``style`` attribute that gives a drawing its optical height, from ``--mark``."""
    return style_of(logo_drawing(context, logo), logo.scale)


@pass_context
def logo_drawing(context: Context, logo: Logo) -> Drawing:
    """Return the drawing of a mark that stands on the paper of the page."""
    return drawing_of(logo, context["brand"], context["direction"])


def drawing_of(
    logo: Logo, brand: Brand, direction: str = "ltr", *, in_white: bool = False
) -> Drawing:
    """Return the drawing of a mark that suits the page."""
    if in_white and logo.reversed:
        return logo.reversed
    if brand.marks == "mono" and logo.mono:
        return logo.mono
    return logo.mirrored if direction == "rtl" and logo.mirrored else logo


def height(ratio: float, scale: float = 1.0) -> float:
    """Return how high a mark is, so that it looks as large as a square one of the height 1.

    Equal areas look equally large: the height falls with the root of the breadth.

    Args:
        ratio: width divided by height.
        scale: what the house found to look right for one mark.
    """
    return min(max(float(ratio**-0.5), _LOWEST), _HIGHEST) * scale


def style_of(drawing: Drawing, scale: float = 1.0) -> Markup:
    """Return the size of a picture, of which the empty margins take no room."""
    high = height(drawing.ratio, scale)
    above, right, below, left = (margin * high for margin in drawing.margins)
    parts = [f"height: calc({high + above + below:.3f} * var(--mark))"]
    if any(drawing.margins):
        parts.append(
            "margin: "
            + " ".join(f"calc({-side:.3f} * var(--mark))" for side in (above, right, below, left))
        )
    return Markup(' style="{}"').format("; ".join(parts))


def rows(widths: Sequence[float], room: float, gap: float) -> float:
    """Return the width into which marks break with no more rows than needed, equally long.

    Args:
        widths: of the marks, in heights of a square one.
        room: the width that there is, in the same unit.
        gap: between two marks.
    """
    needed = _count(widths, room, gap)
    width = room
    while width - 0.1 >= max(widths) and _count(widths, width - 0.1, gap) == needed:
        width -= 0.1
    return width


def _count(widths: Sequence[float], room: float, gap: float) -> int:
    count, used = 1, 0.0
    for width in widths:
        if used and used + gap + width > room:
            count, used = count + 1, 0.0
        used += width + (gap if used else 0.0)
    return count


def _drawn(
    shown: Sequence[tuple[Logo | None, Words | None, bool]], brand: Brand, context: Context
) -> Marks:
    """Give each mark its drawing, its size and its voice."""
    # A short name is written in white too.
    in_white = brand.masthead == "band" and all(
        logo is None or logo.reversed is not None for logo, _, _ in shown
    )
    drawings = [
        logo and drawing_of(logo, brand, context["direction"], in_white=in_white)
        for logo, _, _ in shown
    ]
    # On a band, marks in colour stand on paper of their own, which has edges.
    edges = _GAP * 2 if brand.masthead == "band" and not in_white else 0
    for most, size in _SIZES:
        widths = [
            height(drawing.ratio, logo.scale) * drawing.ratio
            if logo and drawing
            else len(name.text if name else "") * _SIGN[size]
            for (logo, name, _), drawing in zip(shown, drawings, strict=True)
        ]
        room = _ROOM[size] - edges
        if len(shown) <= most and _count(widths, room, _GAP) <= _MOST_ROWS:
            break
    marks = tuple(
        Mark(
            drawing,
            None,
            None if is_said else logo.alt_in(context["language"]),
            style_of(drawing, logo.scale),
        )
        if logo and drawing
        else Mark(name=name)
        for (logo, name, is_said), drawing in zip(shown, drawings, strict=True)
    )
    width = rows(widths, room, _GAP) + _GAP + _SPARE
    style = Markup(' style="max-width: calc({:.2f} * var(--mark))"').format(width)
    return Marks(marks, size, in_white, style)


def _once(
    shown: Iterable[tuple[Logo | None, Words | None, bool]],
) -> list[tuple[Logo | None, Words | None, bool]]:
    """Leave out a second mark of the same body, and bodies that have neither mark nor name."""
    seen: dict[str, tuple[Logo | None, Words | None, bool]] = {}
    for logo, name, said in shown:
        seen.setdefault(logo.path if logo else name.text if name else "", (logo, name, said))
    return [entry for key, entry in seen.items() if key]


def _logo_of(body: Body, brand: Brand) -> Logo | None:
    """Find the mark of a body; one that names no body is the house's own."""
    known = _identity(body)
    house = _names_of_house(brand)
    for logo in brand.logos:
        named = frozenset(filter(None, (logo.body, *logo.also)))
        # The house has one mark in all languages, whatever it is called in each.
        if named & known or ((not named or named & house) and known & house):
            return logo
    return None


def _names_of_house(brand: Brand) -> frozenset[str]:
    return frozenset(name.text for name in (*brand.names, *brand.acronyms))


def _identity(body: Body) -> frozenset[str]:
    name = short_name(body)
    texts = {body.key, body.name.text, name.text if name else ""}
    return frozenset(text for text in texts if text)


def _bodies(content: Statement | Organisation) -> Iterator[Body]:
    if isinstance(content, Statement):
        yield from content.issuing_bodies or (one.body for one in content.signatories if one.body)
    elif isinstance(content, Organisation) and content.body:
        yield content.body


def _names(bodies: Iterable[Body]) -> Iterator[Words]:
    """Yield short names; none are better than some, and than more than a line holds."""
    names = [short_name(body) for body in bodies]
    known = {name.text: name for name in names if name}
    if all(names) and len(known) <= _MASTHEAD_HOLDS:
        yield from known.values()


def short_name(body: Body) -> Words | None:
    """Return the acronym, or a name that is as short as one; ``None`` if there is neither."""
    if body.acronym:
        return body.acronym
    if found := _ACRONYM.search(body.name.text):
        return Words(found[1], body.name.language)
    return body.name if _breadth(body.name.text) <= _AS_SHORT_AS_AN_ACRONYM else None


def _breadth(text: str) -> int:
    """Return the number of signs, with ideographs counted twice."""
    return sum(2 if unicodedata.east_asian_width(sign) == "W" else 1 for sign in text)
