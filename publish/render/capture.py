"""The page stream that writes marked content for what was planned, while the engine draws.

The engine announces each line of text and each picture by `marked`, and what it draws for looks by
`artifact`; it never nests one in the other. Here both turn into instructions of ours. Lines of one
text that follow each other are one sequence, and what draws nothing leaves no empty one.

Source: ISO 32000-1, 14.6 (marked content), 14.7.4 (structure content), 14.8.2.2 (artifacts).
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream

from publish.errors import LostMark
from publish.render.glyphs import Fonts, mend
from publish.render.leaves import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publish.pdf import Content
    from publish.render.journal import Journal
    from publish.render.leaves import Leaf


@dataclass(slots=True, eq=False)
class Mark:
    """One marked-content sequence.

    Attributes:
        stream: the page's stream, or that of a form that the page paints.
        page: counted from 0.
        mcid: its number in the stream.
        first, last: sequence numbers of the leaves in it.
    """

    stream: TaggedStream
    page: int
    mcid: int
    content: Content
    first: int
    last: int
    is_text: bool


@dataclass(slots=True)
class Drawing:
    """What the streams of one document share.

    Attributes:
        leaves: by the id of the engine's box.
        roles: structure type to write for each content, by its id.
        marks: what was drawn of each content, by its id.
        streams: page streams in order, then the forms with marks of their own.
    """

    leaves: Mapping[int, Leaf]
    roles: Mapping[int, str]
    fonts: Fonts
    journal: Journal
    marks: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    streams: list[TaggedStream] = field(default_factory=list)


def attach(pages: Sequence[Any], drawing: Drawing) -> None:
    """Make each page draw into tagged streams; pages are changed in place.

    Seams: `Page.paint` is replaced on the instance, and the stream that the engine made gets our
    class. `publish.render.seams` tests both when the program starts.
    """
    for number, page in enumerate(pages):
        page.paint = _painter(page.paint, number, drawing)


def _painter(paint: Any, number: int, drawing: Drawing) -> Any:
    def tagged(stream: Any, scale: float = 1) -> None:
        stream.__class__ = TaggedStream
        stream.open_marks(drawing, number, base=None, inside=False)
        drawing.streams.append(stream)
        paint(stream, scale)

    return tagged


class TaggedStream(Stream):  # type: ignore[misc]
    """A stream of the engine that knows the plan."""

    drawing: Drawing
    page: int
    count: int

    def open_marks(self, drawing: Drawing, page: int, *, base: Matrix | None, inside: bool) -> None:
        """Set what a stream needs beside what the engine gave it."""
        self.drawing = drawing
        self.page = page
        self.count = 0
        self.is_form = base is not None
        self._base = base
        self._inside = inside
        self._last: Mark | None = None
        self._end = self._artifact_end = -1

    def clone(self, **options: Any) -> Any:
        """Make a stream for a group or pattern; a group may hold content of its own.

        An ``opacity`` group is painted outside any mark, so its content is marked inside it, with
        marks numbered for the form alone.
        """
        new = super().clone(**options)
        if "Group" in (options.get("extra") or {}):
            new.__class__ = TaggedStream
            base = self.ctm @ self._base if self._base else self.ctm
            new.open_marks(self.drawing, self.page, base=base, inside=self._inside)
        return new

    def begin_text(self) -> None:
        """Begin a text object, which must stand in a mark.

        Raises:
            LostMark: the engine draws text that it did not announce.
        """
        if not self._inside:
            raise LostMark(f"page {self.page + 1} shows text outside all marked content")
        super().begin_text()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what the engine draws for looks."""
        items = self.stream
        if self._artifact_end == len(items):
            items.pop()
        else:
            items.append(b"/Artifact " + LAYOUT + b" BDC")
        around, self._inside = self._inside, True
        yield
        self._inside = around
        items.append(b"EMC")
        self._artifact_end = len(items)

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """Mark one leaf with what it was bound to.

        Raises:
            LostMark: the engine draws a box that was not met in the pages.
        """
        leaf = self.drawing.leaves.get(id(box))
        if leaf is None:
            raise LostMark(f"page {self.page + 1} draws a <{box.element_tag}> that nobody planned")
        joined = self._continues(leaf)
        if joined:
            self.stream.pop()
        else:
            self.stream.append(self._opening(leaf))
        start, font = len(self.stream), self._old_font
        around, self._inside = self._inside, True
        self.drawing.journal.leaf = leaf
        yield
        self.drawing.journal.leaf = None
        self._inside = around
        self._close(leaf, start, font, joined=joined)

    def _continues(self, leaf: Leaf) -> bool:
        """Whether a leaf goes on with the sequence that has just ended."""
        last = self._last
        return (
            last is not None
            and self._end == len(self.stream)
            and last.content is leaf.content
            and last.last + 1 == leaf.sequence
            and last.is_text
            and leaf.is_text
        )

    def _opening(self, leaf: Leaf) -> bytes:
        if leaf.content is None:
            return b"/Artifact " + (leaf.artifact or LAYOUT) + b" BDC"
        role = self.drawing.roles[id(leaf.content)]
        return f"/{role} <</MCID {self.count}>> BDC".encode()

    def _close(self, leaf: Leaf, start: int, font: Any, *, joined: bool) -> None:
        items = self.stream
        # A leaf that goes on in the text object before it begins one instruction earlier: at ET.
        first = max(start - 1, 0) if joined else start
        leaf.drawn = self._has_drawn(leaf, first)
        if not leaf.drawn:
            self._take_back(start, joined=joined)
            return
        leaf.rectangle = self._rectangle(leaf)
        if leaf.content is not None:
            if leaf.is_text and leaf.text:
                mend(
                    items,
                    first,
                    fonts=self.drawing.fonts,
                    font_before=font[0] if font else None,
                    font_after=self._old_font[0] if self._old_font else None,
                    text=leaf.text,
                    hyphen=leaf.box.style["hyphenate_character"] if leaf.hyphenated else "",
                    right_to_left=leaf.box.style["direction"] == "rtl",
                )
        self._enter(leaf, joined=joined)
        items.append(b"EMC")
        self._end = len(items)

    def _has_drawn(self, leaf: Leaf, start: int) -> bool:
        if not leaf.is_text:
            return len(self.stream) > start
        return any(type(item) is bytes and item.endswith(b"TJ") for item in self.stream[start:])

    def _take_back(self, start: int, *, joined: bool) -> None:
        """Leave no empty sequence; lines under a space become an artifact."""
        if joined:
            self.stream.append(b"EMC")
            self._end = len(self.stream)
            return
        if any(type(item) is bytes and item[-1:] in b"SsfFbB" for item in self.stream[start:]):
            self.stream[start - 1] = b"/Artifact " + LAYOUT + b" BDC"
            self.stream.append(b"EMC")
            return
        del self.stream[start - 1 :]
        # What was taken back may have set colour and font: make the engine set them again.
        self._current_color = self._current_color_stroke = None
        self._current_alpha = self._current_alpha_stroke = None
        self._current_font = None

    def _enter(self, leaf: Leaf, *, joined: bool) -> None:
        content = leaf.content
        if content is None:
            return
        if joined and self._last is not None:
            self._last.last = leaf.sequence
            return
        first = last = leaf.sequence
        mark = Mark(self, self.page, self.count, content, first, last, leaf.is_text)
        if self.count == 0 and self.is_form:
            self.drawing.streams.append(self)
        self.count += 1
        self.drawing.marks[id(content)].append(mark)
        self._last = mark

    def _rectangle(self, leaf: Leaf) -> tuple[float, float, float, float]:
        """Return where a leaf stands on the page, in points."""
        box = leaf.box
        if leaf.is_text:
            x, y, width, height = box.position_x, box.position_y, box.width, box.height
            if leaf.line is not None:
                # Tall scripts reach over their line; links of two lines must not overlap.
                top, bottom = leaf.line.position_y, leaf.line.position_y + leaf.line.height
                if y < bottom and y + height > top:
                    y, height = max(y, top), min(y + height, bottom) - max(y, top)
        else:
            x, y, width, height = (
                box.content_box_x(),
                box.content_box_y(),
                box.width,
                box.height,
            )
        matrix = self.ctm @ self._base if self._base else self.ctm
        corners = [
            matrix.transform_point(*corner)
            for corner in ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
        ]
        xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
        return min(xs), min(ys), max(xs), max(ys)
