"""The keys of `publish.toml` and `brand.toml`, and the types of their values.

What each key means stands under ``Attributes`` of its group; the reference page of settings is
written from there.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from publish.model.brand import MarkColour, Masthead, PageFormat
from publish.model.house import Digits
from publish.model.press import Binding, Edge
from publish.read.fields import Address, Colour, Fields, Text

#: One text for each language, by its code (BCP 47).
ByLanguage: TypeAlias = dict[str, Text]

#: One thing that a print shop does to the sheets.
Finish = Annotated[str, StringConstraints(pattern=r"\S", max_length=1000)]
#: Share of an ink, none to solid.
Percent = Annotated[float, Field(ge=0, le=100)]


class ColourFields(Fields):
    """Colours by their role, under ``[colours]``; each ``#rrggbb``.

    Attributes:
        ink: of the text; 4.5:1 on the paper.
        soft: of roles, captions and folios; 4.5:1 on the paper.
        paper: what everything stands on.
        accent: of labels and bars, and the ground of a masthead in colour; 4.5:1 on the paper.
        on_accent: of text on the accent; 4.5:1 on it.
        rule: of hairlines; bears no meaning and no text.
        alert: of the mark of a draft and of an embargo; 4.5:1 on the paper.
    """

    ink: Colour | None = None
    soft: Colour | None = None
    paper: Colour | None = None
    accent: Colour | None = None
    on_accent: Colour | None = None
    rule: Colour | None = None
    alert: Colour | None = None


class SheetFields(Fields):
    """The sheet and its head, under ``[page]``.

    Attributes:
        format: of the paper.
        masthead: a rule below the marks, a band of solid colour that bleeds, or the marks alone.
        marks: in colour, or in one colour where a logo has such a drawing (``mono``).
    """

    format: PageFormat | None = None
    masthead: Masthead | None = None
    marks: MarkColour | None = None


class ScriptFaceFields(Fields):
    """Families for one script, for example under ``[faces.Arab]``.

    Attributes:
        text: of running text and of titles.
        label: of all that is about the text.
        code: of code.
    """

    text: list[Text] | None = None
    label: list[Text] | None = None
    code: list[Text] | None = None


class FaceFields(Fields):
    """Families of type by their role, under ``[faces]``; the most wanted first.

    Attributes:
        text: of running text.
        title: of the title; the same as ``text`` where it is not said.
        label: of all that is about the text.
        code: of code.
        Arab: for Arabic, Persian, Urdu and Pashto.
        Deva: for Hindi, Marathi and Nepali.
        Hans: for Chinese and Japanese.
        Hebr: for Hebrew and Yiddish.
        Kore: for Korean.
    """

    text: list[Text] | None = None
    title: list[Text] | None = None
    label: list[Text] | None = None
    code: list[Text] | None = None
    Arab: ScriptFaceFields | None = None
    Deva: ScriptFaceFields | None = None
    Hans: ScriptFaceFields | None = None
    Hebr: ScriptFaceFields | None = None
    Kore: ScriptFaceFields | None = None


class LogoFields(Fields):
    """One entry of ``[[logos]]``; 1 to 20, in the order in which they stand.

    Paths count from the folder of the file that names them.

    Attributes:
        file: an SVG, or a PNG with a clear ground.
        alt: whose logo it is, by language: ``{ fr = "…", en = "…" }``.
        body: key, acronym or name of the body whose mark it is, or a list of them; without it,
            the mark is that of the house itself.
        mono: the same drawing in one dark colour.
        reversed: the same drawing in white, for a masthead in colour.
        mirrored: a drawing for pages from right to left.
        scale: of its size, where it looks too small or too large beside others.
    """

    file: Text
    alt: ByLanguage = Field(default={})
    body: Text | list[Text] = Field(default=[])
    mono: Text | None = None
    reversed: Text | None = None
    mirrored: Text | None = None
    scale: Annotated[float, Field(ge=0.5, le=2)] = 1.0


class InkFields(Fields):
    """One entry of ``[inks]``: what a colour of the brand is printed with.

    The key is a role of ``[colours]``, such as ``accent``, or a colour that stands on the pages,
    such as ``"#0b5394"``. Without an entry, ``ink``, ``soft`` and ``rule`` are printed with black
    ink alone, and all other colours as near as the profile of the press can.

    Attributes:
        cmyk: cyan, magenta, yellow and black, each 0 to 100: ``[100, 60, 0, 10]``.
        spot: name of a spot ink, such as ``PANTONE 2945 C``; needs ``cmyk``, which stands for the
            solid ink wherever it is not there.
        tint: of the spot ink, 0 to 100.
    """

    cmyk: Annotated[list[Percent], Field(min_length=4, max_length=4)] | None = None
    spot: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    tint: Percent = 100.0


class BrandFields(Fields):
    """What `brand.toml` may say, and `publish.toml` may say anew over it.

    Attributes:
        brand: what this one builds on: in ``publish.toml`` a folder of the project with a
            ``brand.toml``, or one of ours, ``rail`` or ``band``; in ``brand.toml`` one of ours.
        website: at the head of organisation pages, for example ``oma.example``.
        names: of the body, by language.
        acronyms: of the body, by language.
        colours: by their role.
        page: the sheet and its head.
        faces: families of type.
        logos: the marks of the bodies.
        imprint: who publishes and where, by language; stands at the end of a text.
        tokens: custom properties of ``layouts/css/tokens.css`` with other values, for example
            ``hand = "12mm"``.
        inks: what the colours are printed with.
    """

    brand: Text | None = None
    website: Text | None = None
    names: ByLanguage = Field(default={})
    acronyms: ByLanguage = Field(default={})
    colours: ColourFields = ColourFields()
    page: SheetFields = SheetFields()
    faces: FaceFields = FaceFields()
    logos: list[LogoFields] = Field(default=[])
    imprint: ByLanguage = Field(default={})
    tokens: dict[str, str] = Field(default={})
    inks: dict[str, InkFields] = Field(default={})


class TypographyFields(Fields):
    """How typed signs become printed ones, under ``[typography]``.

    Attributes:
        rules: whether spaces, quotation marks and dashes follow the rules of the language.
        digits: of Arabic pages: as typed, 123 or ١٢٣.
    """

    rules: bool = True
    digits: Digits = "typed"


class LargePrintFields(Fields):
    """The edition in large print, under ``[large-print]``.

    Attributes:
        size: of its text, in points; 16 or more.
    """

    size: Annotated[float, Field(ge=16, le=36)] = 18.0


class PlainFields(Fields):
    """The edition in plain text, under ``[text]``.

    Attributes:
        width: characters of a line; 0 for one line a paragraph.
    """

    width: Annotated[int, Field(ge=0)] = 72


class ConditionFields(Fields):
    """A print shop's own condition, under ``[print.condition]``.

    Attributes:
        identifier: of the condition, as the shop or its profile calls it: ``FOGRA51``.
        name: in words.
        registry: where the identifier is registered; empty for a shop's own.
        profile: ICC profile of the press, a path from this file inside the project.
        ink_limit: most ink on any place, in percent of one solid ink.
    """

    identifier: Text
    profile: Text
    name: Annotated[str, Field(max_length=300)] = ""
    registry: str = "http://www.color.org"
    ink_limit: Annotated[float, Field(ge=100, le=400)] = 300.0


class PaperFields(Fields):
    """What is printed on, under ``[print.paper]`` and ``[print.cover_paper]``.

    Attributes:
        kind: in the words of the shop: ``offset, white``.
        weight: in g/m².
        bulk: specific volume in cm³/g; weight × bulk is the thickness of a leaf in micrometres.
    """

    kind: Annotated[str, Field(max_length=200)] = ""
    weight: Annotated[float, Field(ge=0, le=2000)] = 0.0
    bulk: Annotated[float, Field(ge=0.5, le=3)] = 1.0


class WaiverFields(Fields):
    """A finding of the preflight that a person lets pass, an entry of ``[[print.waivers]]``.

    Attributes:
        work: name of the text.
        language: of the text; without it, in all its languages.
        rule: its number; rules of PDF/X-4 itself (X) cannot be waived.
        page: on which, counted from 1; without it, on every page.
        person: who answers for it.
        reason: why.
    """

    work: Text
    language: str = ""
    rule: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{2}$")]
    page: Annotated[int, Field(ge=1)] | None = None
    person: Annotated[str, StringConstraints(pattern=r"\S", max_length=300)]
    reason: Annotated[str, StringConstraints(pattern=r"\S", max_length=1000)]


class PrintFields(Fields):
    """The edition for the print shop, under ``[print]``.

    Attributes:
        condition: what is printed on; or the shop's own, as a group.
        limits: what the preflight holds the file against: the name of one of our sets, or a file
            of the project; without it, the set that suits the condition.
        claims: what the file declares; one alone for a shop whose preflight takes no second
            output intent.
        bleed: how far colour runs over the trim, in millimetres.
        slug: from the trim to the edge of the sheet, in millimetres; holds bleed and marks.
        marks: whether crop, registration and colour marks are drawn.
        inks: ``black`` prints the whole job with black ink alone.
        highest_ppi: pictures with more pixels per inch are made smaller.
        wanted_ppi: what they are made smaller to.
        quantity: copies.
        binding: how the leaves are held together.
        edge: where; ``auto`` follows the direction of the text.
        paper: of the inside.
        cover_paper: of the cover, where it is another.
        finishing: in the words of the shop: ``matt lamination outside``.
        contact: who answers questions about the job.
        languages: in which the job sheet is written; without it, in that of the text.
        waivers: findings of the preflight that somebody lets pass.
    """

    condition: Literal["coated", "uncoated"] | ConditionFields = "coated"
    limits: Text | None = None
    claims: Literal["x-4+a-2b", "x-4", "a-2b"] = "x-4+a-2b"
    bleed: Annotated[float, Field(ge=0, le=20)] = 3.0
    slug: Annotated[float, Field(ge=0, le=50)] | None = None
    marks: bool = True
    inks: Literal["cmyk", "black"] = "cmyk"
    highest_ppi: Annotated[float, Field(ge=100, le=2400)] = 450.0
    wanted_ppi: Annotated[float, Field(ge=100, le=2400)] = 300.0
    quantity: Annotated[int, Field(ge=0)] = 0
    binding: Binding = "none"
    edge: Edge = "auto"
    paper: PaperFields = PaperFields()
    cover_paper: PaperFields | None = None
    finishing: Annotated[list[Finish], Field(max_length=40)] = Field(default=[])
    contact: Annotated[str, Field(max_length=2000)] = ""
    languages: list[Text] = Field(default=[])
    waivers: Annotated[list[WaiverFields], Field(max_length=1000)] = Field(default=[])


class ProjectFields(BrandFields):
    """What `publish.toml` may say, beside the keys of a brand.

    Attributes:
        languages: in which every work is expected.
        address: where the web versions stand; begins with ``https://`` and ends in a slash.
        typography: how typed signs become printed ones.
        large_print: the edition in large print.
        text: the edition in plain text.
        print: the edition for the print shop.
    """

    languages: list[Text] = Field(default=[])
    address: Address = ""
    typography: TypographyFields = TypographyFields()
    large_print: LargePrintFields = Field(default=LargePrintFields(), alias="large-print")
    text: PlainFields = PlainFields()
    print: PrintFields = PrintFields()
