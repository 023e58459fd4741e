"""How a text is printed: the inks, the condition of the press, the sheet and the job."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from publish.standards.press import Condition, shipped_condition
from publish.standards.standard import Standard

#: Cyan, magenta, yellow and black, each 0 (none) to 1 (solid).
Cmyk = tuple[float, float, float, float]

#: How the leaves of a job are held together; ``none`` for single sheets.
Binding = Literal["none", "saddle", "perfect", "fold"]

#: Which edge is bound; ``auto`` follows the direction of the text.
Edge = Literal["auto", "left", "right", "top"]


@dataclass(frozen=True, slots=True)
class Ink:
    """What a colour of the brand is printed with.

    Attributes:
        cmyk: the process colours; for a spot ink, what stands for it at full tint where it is
            not there.
        spot: name of the spot ink, such as ``PANTONE 2945 C``; empty for process colours.
        tint: of the spot ink, 0 to 1.
    """

    cmyk: Cmyk
    spot: str = ""
    tint: float = 1.0


@dataclass(frozen=True, slots=True)
class Paper:
    """What one part of a job is printed on.

    Attributes:
        kind: in the words of the shop, for example ``offset, white``.
        weight: in g/m²; 0 where it is not known.
        bulk: specific volume in cm³/g; the thickness of a leaf in micrometres is weight × bulk.
    """

    kind: str = ""
    weight: float = 0.0
    bulk: float = 1.0

    @property
    def thickness(self) -> float:
        """Of one leaf, in millimetres."""
        return self.weight * self.bulk / 1000


@dataclass(frozen=True, slots=True)
class WorkWaiver:
    """A finding of the preflight that somebody lets pass in the print file of one text.

    Attributes:
        work: name of the text.
        language: of the text; empty for all its languages.
        rule: number of the rule, for example ``G31``.
        page: counted from 1; ``None`` for the whole file.
        person: who answers for it.
        reason: why.
        line: of the settings, for faults.
    """

    work: str
    rule: str
    person: str
    reason: str
    page: int | None = None
    language: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Press:
    """The settings under ``[print]`` of a project.

    Attributes:
        condition: what is printed on what, with its profile; ``None`` only where the settings
            name one that cannot be used, and then nothing is printed.
        limits: name of the set of limits that the preflight holds the file against.
        claims: what the file declares: PDF/X-4, PDF/A-2b, or both.
        bleed: in millimetres on all four sides.
        slug: from the trim to the edge of the sheet, in millimetres; holds the marks.
        marks: whether crop, registration and colour marks are drawn.
        black_only: whether the whole job is printed with black ink alone.
        inks: of the brand's colours, by ``#rrggbb`` in lower case.
        highest_ppi: pictures with more pixels per inch are made smaller.
        wanted_ppi: what they are made smaller to.
        quantity: copies; 0 where it is not known.
        binding: how the leaves are held together.
        edge: where.
        paper: of the inside.
        cover_paper: of the cover, where it is another.
        finishing: in the words of the shop, for example ``matt lamination outside``.
        contact: who answers questions about the job: name, address, telephone.
        languages: in which the job sheet is written; empty for that of the text.
        waivers: findings that somebody lets pass, of all texts.
    """

    condition: Condition | None = field(default_factory=lambda: shipped_condition("coated"))
    limits: str = "sheetfed-coated"
    claims: tuple[Standard, ...] = (Standard.X4, Standard.A2B)
    bleed: float = 3.0
    slug: float = 12.0
    marks: bool = True
    black_only: bool = False
    inks: tuple[tuple[str, Ink], ...] = ()
    highest_ppi: float = 450.0
    wanted_ppi: float = 300.0
    quantity: int = 0
    binding: Binding = "none"
    edge: Edge = "auto"
    paper: Paper = Paper()
    cover_paper: Paper | None = None
    finishing: tuple[str, ...] = ()
    contact: str = ""
    languages: tuple[str, ...] = ()
    waivers: tuple[WorkWaiver, ...] = ()
