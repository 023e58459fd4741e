"""The keys of a job ticket, and the types of their values.

What each key means stands under ``Attributes`` of its group; the reference page and the schema of
tickets are made from there.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from publish.model.press import Binding
from publish.model.ticket import PreflightState, State
from publish.read.fields import Fields

LINE = r"^\P{Cc}*[^\p{Cc}\s]\P{Cc}*$"
LINES = r"^[\P{Cc}\n]*$"
HASH = r"^[0-9a-f]{64}$"
FILE_NAME = r"^[^/\\\p{Cc}]*[^/\\.\p{Cc}][^/\\\p{Cc}]*$"
RULE = r"^[A-Z][0-9]{2}$"
PLATES = r"^[0-9]{1,2}(\+[0-9]{1,2})?/[0-9]{1,2}(\+[0-9]{1,2})?( \P{Cc}+)?$"

#: One line of text, some lines that may be empty, and a hash in hexadecimal.
Line = Annotated[str, StringConstraints(pattern=LINE, max_length=1000)]
Lines = Annotated[str, StringConstraints(pattern=LINES, max_length=2000)]
Hash = Annotated[str, StringConstraints(pattern=HASH)]
FileName = Annotated[str, StringConstraints(pattern=FILE_NAME, max_length=200)]
#: Millimetres of a side, of an edge that may lie left of the origin, and of a leaf.
Side = Annotated[float, Field(gt=0, le=5000, allow_inf_nan=False)]
Edge = Annotated[float, Field(ge=-5000, le=5000, allow_inf_nan=False)]
Amount = Annotated[float, Field(ge=0, le=5000, allow_inf_nan=False)]
Number = Annotated[int, Field(ge=1, le=100_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]
Range = Annotated[list[Number], Field(min_length=2, max_length=2)]
Rules = Annotated[list[Annotated[str, StringConstraints(pattern=RULE)]], Field(max_length=1000)]
Four = Annotated[list[Edge], Field(min_length=4, max_length=4)]


class PaperFields(Fields):
    """What something is printed on.

    Attributes:
        kind: in the words of the shop, for example ``offset, white``.
        weight: in g/m²; 0 where it is not known.
        bulk: specific volume in cm³/g; the thickness of a leaf in micrometres is weight × bulk.
    """

    kind: Annotated[str, StringConstraints(pattern=LINES, max_length=200)] = ""
    weight: Amount = 0.0
    bulk: Amount = 1.0


class PartFields(Fields):
    """Pages that are printed alike; an entry of ``parts``.

    Attributes:
        name: ``inside`` or ``cover``; a cover in front and one at the back are two parts.
        pages: first and last, counted from 1.
        inks: names of all plates, for example ``["Cyan", "Magenta", "Yellow", "Black"]``.
        colours: the same in the shorthand of print shops, front and back, for example ``4/4``,
            ``1/1 K`` or ``4+1/4+1 PANTONE 2945 C``.
        paper: where it is known.
    """

    name: Line
    pages: Range
    inks: Annotated[list[Line], Field(max_length=32)]
    colours: Annotated[str, StringConstraints(pattern=rf"^$|{PLATES}", max_length=300)] = ""
    paper: PaperFields | None = None


class BoxesFields(Fields):
    """The boxes of some pages that follow each other; an entry of ``boxes``.

    Attributes:
        pages: first and last, counted from 1.
        media: left, bottom, right and top edge of the sheet, in millimetres from the origin.
        bleed: the same of the bleed box.
        trim: the same of the trim box.
    """

    pages: Range
    media: Four
    bleed: Four
    trim: Four


class FileFields(Fields):
    """A file of the job.

    Attributes:
        name: of the file, beside the ticket; no folder.
        sha256: of its bytes, in hexadecimal.
        pages: how many; 0 where nobody counted them.
        boxes: of all its pages.
    """

    name: FileName
    sha256: Hash
    pages: Annotated[int, Field(ge=0, le=100_000)] = 0
    boxes: Annotated[list[BoxesFields], Field(max_length=1000)] = Field(default=[])


class WaiverFields(Fields):
    """A finding of the preflight that somebody has let pass; an entry of ``waivers``.

    Attributes:
        rule: its number, for example ``G31``.
        page: on which, counted from 1; without it, on every page.
        person: who answers for it.
        reason: why.
    """

    rule: Annotated[str, StringConstraints(pattern=RULE)]
    page: Number | None = None
    person: Line
    reason: Line


class HitFields(Fields):
    """A finding that the preflight had when the file was made; an entry of ``hits``.

    Attributes:
        rule: its number.
        page: counted from 1; nothing for the whole file.
        severity: whether it stops the file.
        detail: in words.
    """

    rule: Annotated[str, StringConstraints(pattern=RULE)]
    page: Number | None = None
    severity: Literal["fault", "warning"]
    detail: Annotated[str, StringConstraints(pattern=LINES, max_length=1000)] = ""


class PreflightFields(Fields):
    """What the preflight said when the file was made; a summary, and no replacement for it.

    Attributes:
        publish: version of the program.
        rule_set: of the list of rules.
        limits: name of the set of limits.
        state: ``incomplete`` while a rule is not measured.
        passed: how many rules did.
        failed: numbers of the rules that the file breaks.
        passed_with_warnings: numbers of the rules that it nearly breaks.
        waived: numbers of the rules whose findings somebody has let pass.
        not_measured: numbers of the rules that could not be checked, or not without this ticket.
        hits: what stands against the file.
    """

    publish: Line
    rule_set: Number
    limits: Line
    state: PreflightState
    passed: Count = 0
    failed: Rules = Field(default=[])
    passed_with_warnings: Rules = Field(default=[])
    waived: Rules = Field(default=[])
    not_measured: Rules = Field(default=[])
    hits: Annotated[list[HitFields], Field(max_length=10_000)] = Field(default=[])


class ImpositionFields(Fields):
    """How pages stand on the sheets of an imposed file.

    Attributes:
        scheme: for example ``saddle``.
        sheets: number of sheets, each with two sides.
        up: pages on one side of a sheet.
        trim: finished width and height of a page, in millimetres; that of the ticket is the
            sheet's.
        pages: finished ones, blanks among them.
        blanks: numbers of the finished pages that are blank on purpose.
        creep: of a booklet: by how many millimetres the pages of each sheet stand nearer to the
            fold, and are cut nearer to it, than those of the sheet around it.
    """

    scheme: Line
    sheets: Number
    up: Number
    trim: Annotated[list[Amount], Field(min_length=2, max_length=2)] = Field(default=[0.0, 0.0])
    pages: Annotated[int, Field(ge=0, le=100_000)] = 0
    blanks: Annotated[list[Number], Field(max_length=1000)] = Field(default=[])
    creep: Amount = 0.0


class TicketFields(Fields):
    """The ticket itself.

    Attributes:
        version: of this form; now 1.
        job: name of the work.
        title: of the text.
        language: of the text (BCP 47).
        symbol: document symbol of the text.
        date: of the text, never of the day on which it was made: ``2026-03-12``.
        state: a draft must not be printed.
        trim: finished width and height in millimetres.
        bleed: in millimetres, on all four sides.
        pages: of the file, blanks among them.
        blanks: numbers of the pages that are blank on purpose.
        parts: pages that are printed alike, with inks and paper.
        condition: identifier of the printing condition, for example ``FOGRA39``.
        condition_name: the same in words.
        profile_sha256: of the profile of the condition, in hexadecimal.
        ink_limit: most ink on any place, in percent.
        limits: name of the set of limits that the preflight holds the file against.
        binding: how the leaves are held together.
        edge: which edge is bound.
        cover_paper: of a cover that is a file of its own.
        quantity: copies; 0 where it is not known.
        finishing: in the words of the shop, for example ``matt lamination outside``.
        contact: who answers questions about the job; lines are kept.
        file: the print file.
        twin: the accessible edition of the same text.
        waivers: findings that somebody has let pass.
        preflight: what it said when the file was made.
        imposition: of an imposed file.
    """

    version: Literal[1]
    job: Line
    title: Annotated[str, StringConstraints(pattern=LINE, max_length=10_000)]
    language: Line
    symbol: Annotated[str, StringConstraints(pattern=LINES, max_length=200)] = ""
    date: datetime.date | None = None
    state: State = "release"
    trim: Annotated[list[Side], Field(min_length=2, max_length=2)]
    bleed: Amount
    pages: Number
    blanks: Annotated[list[Number], Field(max_length=1000)] = Field(default=[])
    parts: Annotated[list[PartFields], Field(max_length=100)] = Field(default=[])
    condition: Line
    condition_name: Annotated[str, StringConstraints(pattern=LINES, max_length=300)] = ""
    profile_sha256: Hash
    ink_limit: Annotated[float, Field(gt=0, le=400, allow_inf_nan=False)]
    limits: Line
    binding: Binding = "none"
    edge: Literal["left", "right", "top"]
    cover_paper: PaperFields | None = None
    quantity: Count = 0
    finishing: Annotated[list[Line], Field(max_length=40)] = Field(default=[])
    contact: Lines = ""
    file: FileFields
    twin: FileFields | None = None
    waivers: Annotated[list[WaiverFields], Field(max_length=1000)] = Field(default=[])
    preflight: PreflightFields | None = None
    imposition: ImpositionFields | None = None
