"""B-001 to B-099: how a house looks, as its settings and its brand's folder say it."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling
from publish.standards.standard import Standard

#: What goes to the press.
_PRESS = frozenset({Standard.X4, Standard.A2B})

CONTRAST = ruling(
    "B-001",
    "two colours of the brand are too alike",
    clause="WCAG 2.2, 1.4.3 (text, 4.5:1) and 1.4.11 (bars, 3:1)",
    hint="take a darker or a lighter colour; until then ours is used",
)
BRAND_NOT_FOUND = ruling(
    "B-002",
    "the brand is not there",
    clause="house rule: a brand is a folder of the project with a brand.toml, or one of ours",
    hint="name a folder of the project that has a brand.toml",
)
LOGO_OF_OTHER_KIND = ruling(
    "B-003",
    "a logo is neither SVG nor PNG",
    clause="house rule: logos are drawn at any size and on any ground",
    hint="ask the body for its logo as SVG, or save the picture as PNG with a clear ground",
)
LOGO_DOES_NOT_SCALE = ruling(
    "B-004",
    "a logo does not say how large it is drawn",
    clause="SVG 2, 8.6 (viewBox)",
    hint='write viewBox="0 0 WIDTH HEIGHT" into the svg element, or export the drawing again',
)
LOGO_TOO_SMALL = ruling(
    "B-005",
    "a logo has too few pixels to be printed sharply",
    clause="house rule: as many pixels as a square of 300 by 300",
    hint="use the SVG of the logo, or a larger PNG",
    forbidden_by=(),
    allowed_by=EVERY,
)
LOGO_WITHOUT_WORDS = ruling(
    "B-006",
    "a logo has no words for those who do not see it",
    clause="ISO 14289-1, 7.3; WCAG 2.2, 1.1.1",
    hint='say whose logo it is, in each language: alt = { fr = "…", en = "…" }',
)
LOGO_WORDS_IN_FEWER_LANGUAGES = ruling(
    "B-007",
    "the words of a logo are missing in a language of the texts",
    clause="house rule: a reader hears one language",
    hint="add the language to alt",
    forbidden_by=(),
    allowed_by=EVERY,
)
TOO_MANY_LOGOS = ruling(
    "B-008",
    "there are more logos than a page can show",
    clause="house rule: up to 20 logos",
    hint="keep the logos of those who sign most",
)
UNKNOWN_FACE = ruling(
    "B-009",
    "a font family is not there",
    clause="house rule: texts are printed with our fonts and those in brand/fonts alone",
    hint="put the font files into brand/fonts, or name a family that is there",
)
UNKNOWN_TOKEN = ruling(
    "B-010",
    "a token is not known to the style sheets",
    clause="house rule: tokens are the custom properties of layouts/css/tokens.css",
    hint="look the name up in layouts/css/tokens.css",
)
TOKEN_VALUE = ruling(
    "B-011",
    "the value of a token is no length, number or colour",
    clause="CSS Values and Units 4",
    hint='write for example "12mm", "9pt", "1.5" or "calc(2 * var(--line))"',
)
FONT_WITHOUT_LICENCE = ruling(
    "B-012",
    "a font has no licence beside it",
    clause="house rule: a brand can be given on only with the licences of its fonts",
    hint="put the licence into the folder of the font: LICENSE, OFL.txt or the like",
)
LANGUAGE_WITHOUT_GLYPHS = ruling(
    "B-013",
    "the faces of the brand lack characters of a language",
    clause="house rule: no character without a glyph; the characters are those of CLDR",
    hint="put a font with these characters into brand/fonts and name it in [faces]",
)
NOT_FOR_THE_PRESS = ruling(
    "B-014",
    "a style sheet asks for what comes out wrong on a press",
    clause="house rule: what is printed has the colours that were seen",
    hint="write it otherwise, in this sheet or in one of your own that ends in .print.css",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
OTHERWISE_ON_THE_PRESS = ruling(
    "B-015",
    "a style sheet asks for what looks otherwise on a press",
    clause="house rule: what is printed is no surprise",
    hint="write it otherwise, in this sheet or in one of your own that ends in .print.css",
    forbidden_by=(),
    allowed_by=EVERY,
)
