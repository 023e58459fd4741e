"""Where the pictures of a file are drawn, and how large.

A picture is drawn by ``Do``, in pages, forms, patterns, soft masks and the letters of Type 3 fonts.
Its size on paper comes from the matrix in force there. Each stream is read once; where forms hold
forms that hold forms without end, the walk stops, and sizes count as unknown.

Source: ISO 32000-1, 8.3.4 (matrices), 8.10 (forms), 8.7.3 (patterns), 11.5.3 (masks).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from publish.finish.press.matrix import SAME, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.finish.press.matrix import Matrix

#: How often streams are looked at for each page and at all, and how deep they lie in each other.
_LOOKS_OF_A_PAGE, _LOOKS = 500, 4000
_DEEPEST = 40

_WATCHED = "q Q cm Do gs"


@dataclass(slots=True)
class Use:
    """One picture, with all places that draw it in the same way.

    Attributes:
        picture: an image XObject.
        mask: whether its brightness is used as a mask, so that it has no colour of its own.
        names: under which the resources know it.
        holders: the dictionaries of XObjects that name it, with those names.
        width, height: of the largest drawing, in points; infinite where it is not known.
    """

    picture: Stream
    mask: bool
    names: list[str] = field(default_factory=list)
    holders: list[tuple[Dictionary, str]] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0

    @property
    def ppi(self) -> float:
        """Pixels per inch where it is drawn largest; 0 where that is not known."""
        if not (0 < self.width < math.inf and 0 < self.height < math.inf):
            return 0.0
        across, down = self.picture.get("/Width", 0), self.picture.get("/Height", 0)
        return 72 * min(float(across) / self.width, float(down) / self.height)


def uses(pdf: pikepdf.Pdf) -> list[Use]:
    """Return each picture of a file, in the order of its pages; twice if it is also a mask."""
    walk = _Walk(_LOOKS + _LOOKS_OF_A_PAGE * len(pdf.pages))
    for page in pdf.pages:
        walk.look(page.obj, page.obj.get("/Resources"), SAME, mask=False, depth=0)
    if walk.stopped:
        for use in walk.found.values():
            use.width = use.height = math.inf
    return list(walk.found.values())


class _Walk:
    """Goes through all streams of a file that draw."""

    def __init__(self, looks: int) -> None:
        self.found: dict[tuple[tuple[int, int], bool], Use] = {}
        self.stopped = False
        self._looks = looks
        self._drawn: dict[tuple[int, int], list[tuple[str, str, Matrix]]] = {}
        self._seen: set[tuple[object, ...]] = set()
        self._open: set[tuple[int, int]] = set()

    def look(self, stream: Any, resources: Any, at: Matrix, *, mask: bool, depth: int) -> None:
        """Look at what one stream draws, and at all that it draws with."""
        own = stream.objgen
        seen = (own, tuple(round(number, 3) for number in at), mask)
        if not isinstance(resources, Dictionary) or own in self._open or seen in self._seen:
            return
        self._looks -= 1
        if self._looks < 0 or depth > _DEEPEST:
            self.stopped = True
            return
        self._seen.add(seen)
        self._open.add(own)
        drawn = self._drawings(stream, resources)
        objects = _part(resources, "/XObject")
        states = _part(resources, "/ExtGState")
        met = set()
        for operator, name, matrix in drawn:
            there = times(matrix, at)
            met.add((operator, name))
            if operator == "Do":
                self._object(objects, name, there, mask=mask, depth=depth)
            else:
                self._state(states, name, there, depth)
        # What is named but not drawn here stays in the file, and must be converted too.
        for name in map(str, objects.keys()):
            if ("Do", name) not in met:
                self._object(objects, name, None, mask=mask, depth=depth)
        for name in map(str, states.keys()):
            if ("gs", name) not in met:
                self._state(states, name, at, depth)
        self._patterns(resources, at, mask=mask, depth=depth)
        self._open.discard(own)

    def _patterns(self, resources: Dictionary, at: Matrix, *, mask: bool, depth: int) -> None:
        for pattern in _part(resources, "/Pattern").values():
            if isinstance(pattern, Stream):
                there = times(_matrix(pattern), at)
                self.look(pattern, pattern.get("/Resources"), there, mask=mask, depth=depth + 1)
        for font in _part(resources, "/Font").values():
            letters = font.get("/CharProcs") if isinstance(font, Dictionary) else None
            if isinstance(letters, Dictionary):
                for letter in letters.values():
                    self.look(letter, font.get("/Resources"), SAME, mask=mask, depth=depth + 1)

    def _object(
        self, objects: Dictionary, name: str, at: Matrix | None, *, mask: bool, depth: int
    ) -> None:
        drawn = objects.get(name)
        if not isinstance(drawn, Stream):
            return
        kind = drawn.get("/Subtype")
        if kind == Name.Image:
            use = self.found.setdefault((drawn.objgen, mask), Use(drawn, mask))
            if name not in use.names:
                use.names.append(name)
            use.holders.append((objects, name))
            if at is not None:
                use.width = max(use.width, math.hypot(at[0], at[1]))
                use.height = max(use.height, math.hypot(at[2], at[3]))
        elif kind == Name.Form:
            there = times(_matrix(drawn), at or SAME)
            self.look(drawn, drawn.get("/Resources"), there, mask=mask, depth=depth + 1)

    def _state(self, states: Dictionary, name: str, at: Matrix, depth: int) -> None:
        state = states.get(name)
        soft = state.get("/SMask") if isinstance(state, Dictionary) else None
        group = soft.get("/G") if isinstance(soft, Dictionary) else None
        if isinstance(soft, Dictionary) and isinstance(group, Stream):
            there = times(_matrix(group), at)
            bright = soft.get("/S") == Name.Luminosity
            self.look(group, group.get("/Resources"), there, mask=bright, depth=depth + 1)

    def _drawings(self, stream: Any, resources: Dictionary) -> list[tuple[str, str, Matrix]]:
        """Return what a stream draws, each with the matrix from there to the stream's own space."""
        if not (_part(resources, "/XObject") or _part(resources, "/ExtGState")):
            return []
        own = stream.objgen
        if own not in self._drawn or own == (0, 0):
            self._drawn[own] = list(_drawings(stream))
        return self._drawn[own]


def _drawings(stream: Any) -> Iterator[tuple[str, str, Matrix]]:
    now, kept = SAME, []
    try:
        instructions = pikepdf.parse_content_stream(stream, _WATCHED)
    except (pikepdf.PdfError, TypeError, ValueError):
        return
    for instruction in instructions:
        operator, given = str(instruction.operator), instruction.operands
        if operator == "q":
            kept.append(now)
        elif operator == "Q" and kept:
            now = kept.pop()
        elif operator == "cm" and len(given) == 6:
            now = times(_numbers(given), now)
        elif operator in ("Do", "gs") and len(given) == 1:
            yield operator, str(given[0]), now


def _part(resources: Any, name: str) -> Dictionary:
    found = resources.get(name)
    return found if isinstance(found, Dictionary) else Dictionary()


def _matrix(stream: Stream) -> Matrix:
    found = stream.get("/Matrix")
    return _numbers(found) if isinstance(found, Array) and len(found) == 6 else SAME


def _numbers(given: Any) -> Matrix:
    try:
        a, b, c, d, e, f = (float(number) for number in given)
    except (TypeError, ValueError):
        return SAME
    return a, b, c, d, e, f
