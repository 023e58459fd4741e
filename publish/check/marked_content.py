"""Marked content: which text and which pictures stand under which MCID, and which under none.

Source: ISO 32000-1, 14.6 (marked content), 14.8.2.2 (artifacts), 14.9.4 (replacement text).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.check.geometry import Box
from publish.check.objects import ObjectId, entry, integer, text

#: The stream (page or form XObject) that holds a sequence, and the number of the sequence in it.
SequenceKey = tuple[ObjectId, int]


@dataclass(slots=True)
class Sequence:
    """All that one MCID stands for.

    Attributes:
        tag: the structure type written at its beginning.
        page: counted from 1.
        parts: text in the order of drawing.
        pictures: images, and paths that are not text.
        box: around all of it, in points from the lower left corner of the page.
    """

    tag: str
    page: int
    parts: list[str] = field(default_factory=list)
    pictures: int = 0
    box: Box | None = None

    @property
    def text(self) -> str:
        """The text with ActualText in place of the glyphs it replaces."""
        return "".join(self.parts)


@dataclass(slots=True)
class Loose:
    """Content that is neither tagged nor an artifact.

    Attributes:
        kind: ``text``, ``picture`` or ``drawing``.
    """

    kind: str
    page: int
    sample: str = ""


@dataclass(slots=True)
class Mark:
    """One open marked-content sequence, with or without MCID."""

    tag: str
    sequence: Sequence | None = None
    replaces: bool = False

    @property
    def is_artifact(self) -> bool:
        """Whether what stands inside is decoration for a reader."""
        return self.tag == "Artifact"


@dataclass(slots=True)
class Marks:
    """The open sequences while one file is read, and what was found in all of them.

    Attributes:
        sequences: by the stream that holds them and their MCID.
        twice: keys that more than one sequence carries.
        crossed: pages where an artifact stands inside tagged content, or the other way round.
        unbalanced: pages where beginnings and ends of sequences do not match.
    """

    sequences: dict[SequenceKey, Sequence] = field(default_factory=dict)
    twice: list[SequenceKey] = field(default_factory=list)
    crossed: list[int] = field(default_factory=list)
    unbalanced: list[int] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    artifacts: list[tuple[int, str]] = field(default_factory=list)
    stack: list[Mark] = field(default_factory=list)

    def begin(self, tag: str, properties: object, holder: ObjectId, page: int) -> None:
        """Open a sequence (BMC or BDC)."""
        mark = Mark(tag)
        mcid = integer(entry(properties, "/MCID"))
        if (mcid is not None and self.in_artifact) or (mark.is_artifact and self.owner):
            self.crossed.append(page)
        if mcid is not None:
            mark.sequence = self._sequence((holder, mcid), tag, page)
        actual = text(entry(properties, "/ActualText"))
        # The outermost replacement speaks; what it replaces, replacements too, is silent.
        is_silent = self.is_replaced
        self.stack.append(mark)
        if actual is not None:
            if not is_silent:
                self._hear(actual, page)
            mark.replaces = True

    def _sequence(self, key: SequenceKey, tag: str, page: int) -> Sequence:
        if key in self.sequences:
            self.twice.append(key)
            return self.sequences[key]
        self.sequences[key] = sequence = Sequence(tag, page)
        return sequence

    def end(self, page: int, floor: int) -> None:
        """Close the innermost sequence (EMC); a form may not close what it did not open."""
        if len(self.stack) <= floor:
            self.unbalanced.append(page)
        else:
            self.stack.pop()

    def close_down_to(self, floor: int, page: int) -> None:
        """Close what a stream left open at its end."""
        if len(self.stack) > floor:
            self.unbalanced.append(page)
            del self.stack[floor:]

    @property
    def owner(self) -> Sequence | None:
        """The innermost open sequence with an MCID."""
        return next((mark.sequence for mark in reversed(self.stack) if mark.sequence), None)

    @property
    def in_artifact(self) -> bool:
        """Whether an artifact is open."""
        return any(mark.is_artifact for mark in self.stack)

    @property
    def is_replaced(self) -> bool:
        """Whether replacement text has already spoken for what comes."""
        return any(mark.replaces for mark in self.stack)

    def say(self, spoken: str, box: Box | None, page: int) -> None:
        """Meet a run of text."""
        owner = self.owner
        if owner is not None and not self.in_artifact:
            owner.box = box if owner.box is None or box is None else owner.box.around(box)
        if not self.is_replaced:
            self._hear(spoken, page)

    def _hear(self, spoken: str, page: int) -> None:
        owner = self.owner
        if self.in_artifact:
            self.artifacts.append((page, spoken))
        elif owner is None:
            self.loose.append(Loose("text", page, spoken))
        else:
            owner.parts.append(spoken)

    def see(self, kind: str, box: Box | None, page: int) -> None:
        """See a picture or a painted path."""
        owner = self.owner
        if self.in_artifact:
            return
        if owner is None:
            self.loose.append(Loose(kind, page))
            return
        owner.pictures += 1
        owner.box = box if owner.box is None or box is None else owner.box.around(box)
