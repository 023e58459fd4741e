"""All that draws in a file: pages, forms, tiles, masks, glyphs, and the resources they name.

Nothing is changed where it stands: each drawing is written anew, once for each use. So one that
is printed here and masks something there can be inks here and greys there, and one that draws
itself comes to an end.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Stream

from publish.finish.press.drawing import Drawing, Kind, Tools, growth_of
from publish.finish.press.functions import floats
from publish.finish.press.overprint import Overprint, states
from publish.finish.press.shadings import Shadings, Use
from publish.finish.press.spaces import light, space_of
from publish.finish.press.spots import Spots

if TYPE_CHECKING:
    from collections.abc import Callable

    import pikepdf

    from publish.finish.press.colour import Separator
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

#: The resources around a drawing: as they were, and as they become.
_Around = tuple[Dictionary | None, Dictionary]


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
        self._tools = Tools(separator, self._spots, Overprint.of(press), states(pdf))
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
        new = self._resources(old, "paint")
        contents = page.obj.get("/Contents")
        streams = contents if isinstance(contents, Array) else [contents]
        content = b"\n".join(part.read_bytes() for part in streams if isinstance(part, Stream))
        unit = float(page.obj.get("/UserUnit", 1))
        drawing = Drawing(self._tools, old, new, "paint", "page", unit)
        page.obj.Contents = self._pdf.make_stream(drawing.converted(content))
        page.obj.Resources = new
        self._place(drawing)
        group = page.obj.get("/Group")
        if isinstance(group, Dictionary):
            page.obj.Group = self._group(group, "paint")

    def _place(self, drawing: Drawing) -> None:
        """Keep at which scale the forms of a drawing were drawn, until it is their turn."""
        shelf = drawing.old.get("/XObject") if drawing.old is not None else None
        for name, scale in drawing.placed.items():
            form = shelf.get(name) if isinstance(shelf, Dictionary) else None
            if isinstance(form, Stream):
                key = (form.objgen, drawing.use)
                self._scales[key] = max(self._scales.get(key, 0.0), scale)

    # Resources

    def _resources(self, old: Dictionary | None, use: Use) -> Dictionary:
        """Return new resources for old ones."""
        if old is None:
            return self._pdf.make_indirect(Dictionary())
        return self._once("resources", old, use, self._fill_resources)

    def _fill_resources(self, old: Dictionary, new: Dictionary, use: Use) -> None:
        for kind, shelf in old.items():
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

    def _space(self, one: Object, use: Use, name: str, around: _Around) -> Object | None:
        """Keep what drawings still name, named inks and patterns; all else they write anew."""
        space = space_of(one, self._separator, name)
        if use == "mask" or self._separator.black_only:
            return Name.Pattern if space.family == "pattern" and space.base is None else None
        if space.family == "named" and isinstance(one, Array):
            return self._spots.kept(one)
        return Name.Pattern if space.family == "pattern" and space.base is None else None

    def _state(self, one: Object, use: Use, name: str, around: _Around) -> Object:
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

    def _mask(self, mask: Dictionary, around: _Around) -> Dictionary:
        made = Dictionary({key: part for key, part in mask.items()})
        group = mask.get("/G")
        if isinstance(group, Stream):
            made.G = self._drawing(group, "mask", "form", around)
            back = floats(mask.get("/BC"))
            if back:
                space = space_of(group.get("/Group", Dictionary()).get("/CS"), self._separator)
                made.BC = Array([round(light(space.screen(back)), 4)])
        return made

    def _shading(self, one: Object, use: Use, name: str, around: _Around) -> Object:
        return self._shadings.converted(one, use) if isinstance(one, Dictionary | Stream) else one

    def _pattern(self, one: Object, use: Use, name: str, around: _Around) -> Object:
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

    def _external(self, one: Object, use: Use, name: str, around: _Around) -> Object:
        if isinstance(one, Stream) and one.get("/Subtype") == Name.Form:
            return self._drawing(one, use, "form", around)
        return one

    def _font(self, one: Object, use: Use, name: str, around: _Around) -> Object:
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

    def _drawing(self, one: Stream, use: Use, kind: Kind, around: _Around) -> Object:
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
        self, one: Stream, made: Stream, use: Use, kind: Kind, shelves: _Around
    ) -> None:
        scale = self._scales.get((one.objgen, use), 1.0) * growth_of(one)
        drawing = Drawing(self._tools, shelves[0], shelves[1], use, kind, scale)
        made.write(drawing.converted(one.read_bytes()))
        self._place(drawing)

    def _group(self, group: Dictionary, use: Use) -> Dictionary:
        made = Dictionary({key: part for key, part in group.items()})
        if group.get("/S") == Name.Transparency:
            made.CS = Name.DeviceGray if use == "mask" else Name.DeviceCMYK
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


_SHELVES: dict[str, Callable[[Groups, Object, Use, str, _Around], Object | None]] = {
    "/ColorSpace": Groups._space,
    "/ExtGState": Groups._state,
    "/Shading": Groups._shading,
    "/Pattern": Groups._pattern,
    "/XObject": Groups._external,
    "/Font": Groups._font,
}


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
