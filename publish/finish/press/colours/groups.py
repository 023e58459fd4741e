"""All that draws in a file: pages, forms, tiles, masks, glyphs, and the resources they name.

Nothing is changed where it stands: each drawing is written anew, once for each use. So one that
is printed here and masks something there can be inks here and greys there, and one that draws
itself comes to an end.
"""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Stream

from publish.finish.press.colours.drawing import Drawing
from publish.finish.press.colours.functions import floats
from publish.finish.press.colours.graphics_state import Around, Kind, Tools, growth_of
from publish.finish.press.colours.overprint import OFF, ON, Overprint, states
from publish.finish.press.colours.spaces import light, resource, space_of
from publish.finish.press.colours.spots import Spots
from publish.finish.press.colours.veils import MASK, PAINT, Use, films
from publish.finish.press.gradients.shadings import Shadings

if TYPE_CHECKING:
    from collections.abc import Callable

    import pikepdf

    from publish.finish.press.separator import Separator
    from publish.model.press import Press

#: Entries of a graphics state that only the owner of the press may set, or that we set ourselves.
_DROPPED = (
    "/TR",
    "/TR2",
    "/HT",
    "/HTO",
    "/HTP",
    "/BG",
    "/BG2",
    "/UCR",
    "/UCR2",
    "/op",
    "/OP",
    "/OPM",
)

_OF_STREAM = ("/Length", "/Filter", "/DecodeParms", "/F", "/FFilter", "/FDecodeParms", "/DL")


class Groups:
    """Converts the drawings of one file.

    Args:
        pdf: the file; new objects are made in it.
        separator: knows the inks of a colour.
        press: says what overprints.
    """

    def __init__(self, pdf: pikepdf.Pdf, separator: Separator, press: Press) -> None:
        self._pdf = pdf
        self._separator = separator
        self._spots = Spots(pdf, separator)
        self._shadings = Shadings(pdf, separator, self._spots)
        self._tools = Tools(
            separator,
            self._spots,
            Overprint.of(press),
            {**states(pdf), **films(pdf)},
            self._shadings.converted,
            lambda form, use, around: self._drawing(form, use, "form", around),
            self._clear_group,
            self._clear_gradient,
        )
        self._made: dict[tuple[str, tuple[int, int], Use, object], Object] = {}
        self._scales: dict[tuple[tuple[int, int], Use], float] = {}
        self._left: deque[Callable[[], None]] = deque()

    def convert_pages(self) -> None:
        """Convert all pages and what they draw."""
        for page in self._pdf.pages:
            self._convert_page(page)
        while self._left:
            self._left.popleft()()

    def _convert_page(self, page: pikepdf.Page) -> None:
        old = _inherited(page.obj, "/Resources")
        old = old if isinstance(old, Dictionary) else None
        new = self._resources(old, PAINT)
        contents = page.obj.get("/Contents")
        streams = contents if isinstance(contents, Array) else [contents]
        content = b"\n".join(part.read_bytes() for part in streams if isinstance(part, Stream))
        unit = float(page.obj.get("/UserUnit", 1))
        drawing = Drawing(self._tools, old, new, PAINT, "page", unit)
        page.obj.Contents = self._pdf.make_stream(drawing.converted(content))
        page.obj.Resources = new
        self._place(drawing)
        group = page.obj.get("/Group")
        if isinstance(group, Dictionary):
            page.obj.Group = self._group(group, PAINT)

    def _place(self, drawing: Drawing) -> None:
        """Keep at which scale the forms of a drawing were drawn, until it is their turn."""
        shelf = drawing.old.get("/XObject") if drawing.old is not None else None
        for (name, use), scale in drawing.placed.items():
            form = shelf.get(name) if isinstance(shelf, Dictionary) else None
            if isinstance(form, Stream):
                key = (form.objgen, use)
                self._scales[key] = max(self._scales.get(key, 0.0), scale)

    # Resources

    def _resources(self, old: Dictionary | None, use: Use) -> Dictionary:
        """Return new resources for old ones."""
        if old is None:
            return self._pdf.make_indirect(Dictionary())
        return self._once("resources", old, use, self._fill_resources)

    def _fill_resources(self, old: Dictionary, new: Dictionary, use: Use) -> None:
        for kind, shelf in old.items():
            if kind == "/Shading":
                continue  # drawings take along what they draw
            if not isinstance(shelf, Dictionary):
                new[kind] = shelf
                continue
            convert = _SHELVES.get(kind)
            made = Dictionary()
            for name, one in shelf.items():
                found = convert(self, one, use, name, (old, new)) if convert else one
                if found is not None:
                    made[name] = found
            new[kind] = made

    def _space(self, one: Object, use: Use, name: str, around: Around) -> Object | None:
        """Keep what drawings still name, named inks and patterns; all else they write anew."""
        space = space_of(one, self._separator, name)
        if use.mask or self._separator.black_only:
            return Name.Pattern if space.family == "pattern" and space.base is None else None
        if space.family == "named" and isinstance(one, Array):
            return self._spots.kept(one)
        return Name.Pattern if space.family == "pattern" and space.base is None else None

    def _state(self, one: Object, use: Use, name: str, around: Around) -> Object | None:
        if name in (ON, OFF):
            return None
        if not isinstance(one, Dictionary):
            return one
        made = Dictionary({key: part for key, part in one.items() if key not in _DROPPED})
        mask = one.get("/SMask")
        if isinstance(mask, Dictionary):
            made.SMask = self._mask(mask, around)
        font = one.get("/Font")
        if isinstance(font, Array) and len(font) > 1:
            made.Font = Array([self._font(font[0], use, "", around), font[1]])
        return made

    def _mask(self, mask: Dictionary, around: Around) -> Dictionary:
        made = Dictionary({key: part for key, part in mask.items()})
        group = mask.get("/G")
        if isinstance(group, Stream):
            made.G = self._drawing(group, MASK, "form", around)
            back = floats(mask.get("/BC"))
            if back:
                space = space_of(group.get("/Group", Dictionary()).get("/CS"), self._separator)
                made.BC = Array([round(light(space.screen(back)), 4)])
        return made

    def _pattern(self, one: Object, use: Use, name: str, around: Around) -> Object:
        if isinstance(one, Stream):
            # A tile without colours is drawn in the ones outside, like a glyph.
            kind: Kind = "glyph" if int(one.get("/PaintType", 1)) == 2 else "tile"
            return self._drawing(one, use, kind, around)
        if not isinstance(one, Dictionary) or "/Shading" not in one:
            return one
        made = Dictionary({key: part for key, part in one.items()})
        made.Shading = self._shadings.converted(one.Shading, use)
        state = one.get("/ExtGState")
        if isinstance(state, Dictionary):
            made.ExtGState = self._state(state, use, name, around)
        return made

    def _external(self, one: Object, use: Use, name: str, around: Around) -> Object | None:
        """Keep pictures; drawings take along the forms that they draw."""
        return None if isinstance(one, Stream) and one.get("/Subtype") == Name.Form else one

    def _font(self, one: Object, use: Use, name: str, around: Around) -> Object:
        """Return a font; one whose glyphs are drawings is made anew."""
        if not isinstance(one, Dictionary) or one.get("/Subtype") != Name.Type3:
            return one

        def fill(source: Dictionary, made: Dictionary, use: Use) -> None:
            for key, part in source.items():
                made[key] = part
            inner = source.get("/Resources")
            shelves = around
            if isinstance(inner, Dictionary):
                shelves = (inner, self._resources(inner, use))
                made.Resources = shelves[1]
            glyphs = source.get("/CharProcs", Dictionary()).items()
            made.CharProcs = Dictionary(
                {
                    key: self._drawing(glyph, use, "glyph", shelves)
                    for key, glyph in glyphs
                    if isinstance(glyph, Stream)
                }
            )

        return self._once("font", one, use, fill)

    # Drawings

    def _drawing(self, one: Stream, use: Use, kind: Kind, around: Around) -> Object:
        """Return the new stream for a form, tile or glyph; it is filled when its turn comes."""
        own = one.get("/Resources")
        # What names no resources of its own takes those of the drawing it is in.
        old = own if isinstance(own, Dictionary) else around[0]
        bare = None if old is None or old is own else old.objgen
        key = ("drawing", one.objgen, use, (kind, bare))
        if one.is_indirect and key in self._made:
            return self._made[key]
        made = self._pdf.make_stream(b"")
        if one.is_indirect:
            self._made[key] = made
        for name, part in one.items():
            if name not in _OF_STREAM:
                made[name] = part
        group = one.get("/Group")
        if isinstance(group, Dictionary):
            made.Group = self._group(group, use)
        new = self._resources(old, use) if old is own else around[1]
        made.Resources = new
        self._left.append(lambda: self._fill_drawing(one, made, use, kind, (old, new)))
        return made

    def _fill_drawing(
        self, one: Stream, made: Stream, use: Use, kind: Kind, shelves: Around
    ) -> None:
        scale = self._scales.get((one.objgen, use), 1.0) * growth_of(one)
        drawing = Drawing(self._tools, shelves[0], shelves[1], use, kind, scale)
        made.write(drawing.converted(one.read_bytes()))
        self._place(drawing)

    # What is seen through something

    def _clear_group(self, form: Stream, use: Use, around: Around) -> Object | None:
        """Return a group for a use in which it is partly clear; none for one with pictures."""
        if _has_picture(form):
            return None
        return self._drawing(form, use, "form", around)

    def _clear_gradient(
        self, shading: Dictionary, mask: Dictionary, alpha: float, use: Use, around: Around
    ) -> tuple[Object, Object, bool] | None:
        """Return a gradient and the state with its mask, where both run the same way.

        And whether it is a film over what is below.
        """
        group = mask.get("/G")
        if mask.get("/S") != Name.Luminosity or not isinstance(group, Stream):
            return None
        only = _ONE_GRADIENT.fullmatch(group.read_bytes())
        own = group.get("/Resources")
        name = "/" + only[1].decode("latin-1") if only else ""
        inner = resource(own if isinstance(own, Dictionary) else around[0], "/Shading", name)
        if not isinstance(inner, Dictionary) or "/BC" in mask or "/TR" in mask:
            return None
        pair = self._shadings.clear(shading, inner, alpha, use)
        if pair is None:
            return None
        made = self._pdf.make_stream(b"/s0 sh")
        for key, part in group.items():
            if key not in _OF_STREAM:
                made[key] = part
        made.Group = Dictionary(S=Name.Transparency, I=True, CS=Name.DeviceGray)
        made.Resources = Dictionary(Shading=Dictionary(s0=pair[1]))
        through = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=made)
        return pair[0], Dictionary(Type=Name.ExtGState, SMask=through, ca=1, AIS=False), pair[2]

    def _group(self, group: Dictionary, use: Use) -> Dictionary:
        made = Dictionary({key: part for key, part in group.items()})
        if group.get("/S") == Name.Transparency:
            made.CS = Name.DeviceGray if use.mask else Name.DeviceCMYK
        return made

    def _once(
        self,
        what: str,
        one: Dictionary,
        use: Use,
        fill: Callable[[Dictionary, Dictionary, Use], None],
    ) -> Dictionary:
        """Make a dictionary anew, once for each use; it is known before it is filled."""
        key = (what, one.objgen, use, None)
        if one.is_indirect and key in self._made:
            found = self._made[key]
            assert isinstance(found, Dictionary)  # noqa: S101 - for the type checker
            return found
        made = self._pdf.make_indirect(Dictionary())
        if one.is_indirect:
            self._made[key] = made
        fill(one, made, use)
        return made


_SHELVES: dict[str, Callable[[Groups, Object, Use, str, Around], Object | None]] = {
    "/ColorSpace": Groups._space,
    "/ExtGState": Groups._state,
    "/Pattern": Groups._pattern,
    "/XObject": Groups._external,
    "/Font": Groups._font,
}


_ONE_GRADIENT = re.compile(rb"\s*/([^\s/()<>\[\]{}%]+)\s+sh\s*")


def _has_picture(form: Stream, depth: int = 0) -> bool:
    """Tell whether a group draws a picture, or is too deep to tell."""
    shelves = form.get("/Resources")
    if depth > _DEEPEST:
        return True
    if not isinstance(shelves, Dictionary):
        return "/Resources" not in form
    inside = [
        one
        for kind in ("/XObject", "/Pattern")
        for one in shelves.get(kind, Dictionary()).values()
        if isinstance(one, Stream)
    ]
    return any(
        one.get("/Subtype") == Name.Image or _has_picture(one, depth + 1) for one in inside
    ) or bool(_INLINE.search(form.read_bytes()))


_INLINE = re.compile(rb"\bBI\b[\s\S]*?\bID\b")
_DEEPEST = 6


def _inherited(page: Object, key: str) -> Object | None:
    """Return an entry of a page, or of the nodes above it."""
    for _ in range(64):
        if key in page:
            return page[key]
        parent = page.get("/Parent")
        if not isinstance(parent, Dictionary):
            return None
        page = parent
    return None
