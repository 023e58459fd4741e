"""How a body looks: its names, colours, marks, faces and sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from publish.model.place import Place
from publish.model.words import Words

#: The head of the first page: a rule under the marks, a band of solid colour that bleeds, or
#: the marks alone.
Masthead = Literal["rule", "band", "plain"]

#: ISO 216 A4, and ANSI/ASME Y14.1 A under the name of the trade.
PageFormat = Literal["A4", "Letter"]

#: Which drawing of each mark stands on the page, where it has more than one.
MarkColour = Literal["colour", "mono"]


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by their role, each ``#rrggbb``.

    Attributes:
        ink: of the text.
        soft: of what is about the text: roles, captions, folios.
        paper: what everything stands on.
        accent: of labels and bars, and the ground of a masthead in colour.
        on_accent: of text on the accent.
        rule: of hairlines; bears no meaning and no text.
        alert: of the mark of a draft and of an embargo.
    """

    ink: str = "#16181d"
    soft: str = "#4a4f5a"
    paper: str = "#ffffff"
    accent: str = "#0b5394"
    on_accent: str = "#ffffff"
    rule: str = "#c9ced8"
    alert: str = "#a3160f"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A file with a mark, and where in it the mark is.

    Attributes:
        path: of an SVG or PNG, below the project's folder, with slashes.
        ratio: width divided by height, of what is drawn.
        margins: what is empty above, to the right, below and to the left of the mark, in heights
            of the mark.
    """

    path: str
    ratio: float = 1.0
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Logo(Drawing):
    """The mark of one body; as a drawing, the one in colour.

    Attributes:
        alt: what is heard, by language (BCP 47); one of them for each language of the texts.
        body: key, acronym or name of the body whose mark it is; empty for the house itself.
        also: other names of the body, such as its acronyms in other languages.
        mono: the drawing in one dark colour.
        reversed: the drawing in white, for a ground in solid colour.
        mirrored: a drawing for pages from right to left.
        scale: of its optical height; 1 is the height of a mark that fills its box.
    """

    alt: tuple[Words, ...] = ()
    body: str = ""
    also: tuple[str, ...] = ()
    mono: Drawing | None = None
    reversed: Drawing | None = None
    mirrored: Drawing | None = None
    scale: float = 1.0
    place: Place | None = field(default=None, compare=False)

    def alt_in(self, language: str) -> Words | None:
        """Return what is heard in a language, or the nearest there is."""
        return nearest(self.alt, language)


@dataclass(frozen=True, slots=True)
class Faces:
    """Families of type by their role, the most wanted first.

    Attributes:
        text: of running text.
        title: of the title; empty means the same as `text`.
        label: of everything that is about the text.
        code: of code.
        scripts: families by ISO 15924 code and role, for example
            ``("Arab", "text", ("Amiri",))``; they come first where the page is in that script,
            and last everywhere else.
    """

    text: tuple[str, ...] = ("Source Serif 4",)
    title: tuple[str, ...] = ()
    label: tuple[str, ...] = ("Source Sans 3",)
    code: tuple[str, ...] = ("Source Code Pro",)
    scripts: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand with everything that a page may need; each part has a default.

    Attributes:
        key: name of the shipped brand or of the folder it was read from.
        folder: of the brand; its ``layouts/`` stand between the project's and ours, its
            ``fonts/`` beside ours. ``None`` for the default.
        base: of the shipped brand on which this one builds; its ``layouts/`` stand between the
            brand's and ours.
        names: of the body, one for each language.
        acronyms: of the body, one for each language.
        logos: in the order in which they stand.
        tokens: custom properties of ``layouts/css/tokens.css`` with other values, without the
            two hyphens.
        imprint: who publishes and where, one for each language; stands at the end of a text.
        marks: whether marks are shown in colour, or in one colour where they have such a drawing.
        website: shown in the masthead of organisation pages, for example ``oma.example``.
    """

    key: str = "rail"
    folder: Path | None = None
    base: Path | None = None
    names: tuple[Words, ...] = ()
    acronyms: tuple[Words, ...] = ()
    colours: Colours = Colours()
    logos: tuple[Logo, ...] = ()
    faces: Faces = Faces()
    format: PageFormat = "A4"
    masthead: Masthead = "rule"
    marks: MarkColour = "colour"
    tokens: tuple[tuple[str, str], ...] = ()
    imprint: tuple[Words, ...] = ()
    website: str = ""

    def name_in(self, language: str) -> Words | None:
        """Return the name of the body in a language, or the nearest there is."""
        return nearest(self.names, language)

    def acronym_in(self, language: str) -> Words | None:
        """Return the acronym of the body in a language, or the nearest there is."""
        return nearest(self.acronyms, language)

    def imprint_in(self, language: str) -> Words | None:
        """Return the imprint in a language, or the nearest there is."""
        return nearest(self.imprint, language)


def nearest(texts: tuple[Words, ...], language: str) -> Words | None:
    """Return the text in a language; else in its primary language, in English, or the first."""
    for wanted in (language, language.split("-")[0], "en"):
        for text in texts:
            if wanted in {text.language, text.language.split("-")[0]}:
                return text
    return texts[0] if texts else None
