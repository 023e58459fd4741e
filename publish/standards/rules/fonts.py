"""Faults of fonts, characters and pictures: what cannot be drawn as it was written."""

from publish.standards.ruling import EVERY, ruling

CHARACTER_WITHOUT_FONT = ruling(
    "F-001",
    "character that no font of the house has",
    clause="ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.8",
    hint="replace the character, or put a font that has it into brand/fonts",
)
FONTS_SHARE_A_NAME = ruling(
    "F-002",
    "two font files with one family, weight and style",
    clause="house rule: the engine mixes up such files and prints wrong letters",
    hint="keep one whole file for each family, weight and style; sliced web fonts cannot be used",
)
PICTURE_NOT_SHOWN = ruling(
    "F-003",
    "picture that cannot be shown",
    clause="house rule: nothing of the text is left out silently",
    hint="check that the file is there, inside the project, and that a picture viewer opens it",
)
TEXT_NOT_SHOWN = ruling(
    "F-004",
    "text that the page does not show",
    clause="house rule: nothing of the text is left out silently",
    hint="a style sheet hides it: correct the style, or take the text out of the source",
)
STYLE_IGNORED = ruling(
    "F-005",
    "style rule that was not understood",
    clause="house rule: a style sheet says what is drawn",
    hint="correct the rule in the style sheet",
    forbidden_by=(),
    allowed_by=EVERY,
)
FONT_UNREADABLE = ruling(
    "F-006",
    "font file that cannot be read",
    clause="ISO 14289-1, 7.21.4.1",
    hint="replace the file by a whole TrueType or OpenType font",
)
