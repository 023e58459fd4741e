"""R-001 to R-099: faults met while an author's file is read."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling

# The file as a whole -----------------------------------------------------------------------------

NO_SUCH_FILE = ruling(
    "R-001",
    "there is no such file or folder",
    clause="house rule: every named input exists",
    hint="check the spelling of the name, and the folder that you are in",
)
UNKNOWN_KIND_OF_FILE = ruling(
    "R-002",
    "this kind of file cannot be read",
    clause="house rule: text comes as .txt, .md or .html",
    hint="save the text as Markdown (.md), HTML (.html) or page text (.txt)",
)
UNREADABLE_FILE = ruling(
    "R-003",
    "the file cannot be opened",
    clause="house rule: every named input can be opened",
    hint="check that you may read the file and that no other program holds it",
)
TOO_LARGE = ruling(
    "R-004",
    "the file is too large",
    clause="house rule: limits on input",
    hint="split the text into several files",
)
LINE_TOO_LONG = ruling(
    "R-005",
    "a line is too long",
    clause="house rule: limits on input",
    hint="check that the file is a text; break the line",
)
NOT_TEXT = ruling(
    "R-006",
    "the file is not a text",
    clause="house rule: text comes as .txt, .md or .html",
    hint="export the text from the program that made it, as Markdown or HTML",
)
WRONG_ENCODING = ruling(
    "R-007",
    "the file holds bytes that are not text in its encoding",
    clause="house rule: text is UTF-8",
    hint="open the file in an editor and save it with the encoding UTF-8",
)
EMPTY = ruling(
    "R-008",
    "the file is empty",
    clause="house rule: a work has text",
    hint="write the text, or remove the file",
)
CONTROL_CHARACTER = ruling(
    "R-009",
    "the text holds a character that cannot be shown",
    clause="ISO 14289-1, 7.21.7 (every character has a Unicode value)",
    hint="delete the character; it often comes from copying out of another program",
)
NOTHING_TO_READ = ruling(
    "R-010",
    "nothing to read",
    clause="house rule: a run makes something",
    hint="name a file or a folder that holds .txt, .md or .html files",
)
SAME_NAME = ruling(
    "R-011",
    "two works have the same name",
    clause="house rule: each work has its own folder in the output",
    hint="rename one of the files",
)
LANGUAGE_SUFFIX = ruling(
    "R-012",
    "the file name says another language than the text",
    clause="house rule: name.language.md",
    hint="rename the file, or correct the language in the file",
)
SKIPPED_FILE = ruling(
    "R-013",
    "the file was skipped",
    clause="house rule: nothing is left out silently",
    hint="nothing to do, unless this file should be published",
    forbidden_by=(),
    allowed_by=EVERY,
)
TOO_DEEP = ruling(
    "R-014",
    "the text is nested too deep",
    clause="house rule: limits on input",
    hint="a text that people can follow has lists and quotes of a few levels only",
)
UNSHOWN_NAME = ruling(
    "R-015",
    "the name of the file holds a character that cannot be shown",
    clause="house rule: the manifest names every source",
    hint="rename the file: letters, digits, hyphens and dots are safe everywhere",
)
TOO_WIDE = ruling(
    "R-016",
    "a cell of a table spans too many columns",
    clause="house rule: limits on input",
    hint="let the cell span the columns that the table has",
)

# Front matter ------------------------------------------------------------------------------------

NO_FRONT_MATTER = ruling(
    "R-020",
    "the file has no front matter",
    clause="house rule: a statement begins with +++, its data, +++",
    hint="begin the file with a line +++, then kind, lang and title, then a line +++",
)
FRONT_MATTER_OPEN = ruling(
    "R-021",
    "the front matter is never closed",
    clause="house rule: a statement begins with +++, its data, +++",
    hint="write a line +++ after the last line of data",
)
FRONT_MATTER_BROKEN = ruling(
    "R-022",
    "the front matter cannot be understood",
    clause="TOML 1.0",
    hint='write each entry as  key = "text"  on a line of its own',
)
UNKNOWN_KEY = ruling(
    "R-023",
    "unknown key in the front matter",
    clause="house rule: nothing is left out silently",
    hint="correct the spelling, or take the line out",
)
WRONG_VALUE = ruling(
    "R-024",
    "wrong value in the front matter",
    clause="house rule: typed front matter",
    hint="correct the value",
)
MISSING_KEY = ruling(
    "R-025",
    "a key is missing in the front matter",
    clause="house rule: typed front matter",
    hint="add the line",
)
REPEATED_KEY = ruling(
    "R-026",
    "a key stands twice in the front matter",
    clause="TOML 1.0",
    hint="keep one of the two lines",
)
EMBARGO_AND_STATUS = ruling(
    "R-027",
    "status and embargo do not fit together",
    clause="house rule: an embargo is never lifted by accident",
    hint='write status = "embargoed" together with embargo = date, time and zone',
)
ATTACHMENT = ruling(
    "R-028",
    "the attachment cannot be taken in",
    clause="ISO 19005-3, 6.8",
    hint="name a file inside the project's folder",
)

TWO_DATES = ruling(
    "R-029",
    "dateline and date say different days",
    clause="house rule: a statement is of one day",
    hint="correct one of the two",
)

# Language ----------------------------------------------------------------------------------------

NO_LANGUAGE = ruling(
    "R-030",
    "the text does not say its language",
    clause="ISO 14289-1, 7.2",
    hint='name the file TEXT.fr.md, say it in the file (lang = "fr"), or call with --language fr',
)
UNKNOWN_LANGUAGE = ruling(
    "R-031",
    "unknown language",
    clause="BCP 47; ISO 14289-1, 7.2",
    hint="write the code of the language: en, fr, ar, zh-Hans, pt-BR",
)
WRONG_DIRECTION = ruling(
    "R-032",
    "the direction of the text does not fit its language",
    clause="WCAG 2.2, 1.3.2",
    hint="take dir out: it follows from the language",
    forbidden_by=(),
    allowed_by=EVERY,
)

# Structure ---------------------------------------------------------------------------------------

NO_TITLE = ruling(
    "R-040",
    "the text has no title",
    clause="ISO 14289-1, 7.1",
    hint='add  title = "…"  to the front matter, or a line  # Title  before the text',
)
SECOND_TITLE = ruling(
    "R-041",
    "the text has a second title",
    clause="house rule: one title; headings of the text begin at level two",
    hint="write ## for a heading",
)
HEADING_SKIPPED = ruling(
    "R-042",
    "a heading level is skipped",
    clause="ISO 14289-1, 7.4.2",
    hint="use the level that follows the heading above",
)
EMPTY_HEADING = ruling(
    "R-043",
    "a heading has no text",
    clause="WCAG 2.2, 2.4.6",
    hint="write the heading, or take it out",
)
DUPLICATE_ID = ruling(
    "R-044",
    "two elements have the same id",
    clause="ISO 14289-1, 7.9",
    hint="give one of them another id",
)
BROKEN_INTERNAL_LINK = ruling(
    "R-045",
    "a link leads to a place that is not in the text",
    clause="ISO 14289-1, 7.18.5",
    hint="correct the name after #, or give the place this id",
)
EMPTY_LINK = ruling(
    "R-046",
    "a link has no text",
    clause="WCAG 2.2, 2.4.4; ISO 14289-1, 7.18.5",
    hint="write words that say where the link leads",
)
UNSAFE_ADDRESS = ruling(
    "R-047",
    "the kind of address is not allowed",
    clause="house rule: links are http, https, mailto or tel",
    hint="use an address that begins with https://",
)
RELATIVE_ADDRESS = ruling(
    "R-048",
    "the address leads to a file beside this one, which readers will not have",
    clause="house rule: a release stands alone",
    hint="write the full address, beginning with https://",
    forbidden_by=(),
    allowed_by=EVERY,
)
NO_HEADER_CELL = ruling(
    "R-049",
    "a table has no header cell",
    clause="ISO 14289-1, 7.5",
    hint="mark the cells that head a column or row as th",
    forbidden_by=(),
    allowed_by=EVERY,
)
NOTE_MISSING = ruling(
    "R-050",
    "a note is called but not written",
    clause="ISO 14289-1, 7.9",
    hint="write the note: a line that begins with its mark, for example  [^1]: text",
)
NOTE_NOT_CALLED = ruling(
    "R-051",
    "a note is written but never called",
    clause="house rule: nothing is left out silently",
    hint="put its mark where it belongs, for example  [^1]",
)
NOTE_TWICE = ruling(
    "R-052",
    "two notes have the same mark",
    clause="ISO 14289-1, 7.9",
    hint="give one of them another mark",
)
UNKNOWN_ATTRIBUTE = ruling(
    "R-053",
    "the entry between braces is not known",
    clause="house rule: {lang=… dir=… role=… #id .class} only",
    hint="correct it, or take it out",
)

ITEM_OUTSIDE_LIST = ruling(
    "R-054",
    "a list item stands outside a list",
    clause="ISO 14289-1, 7.6",
    hint="put it into ul, ol or dl",
)
NO_ITEM_IN_LIST = ruling(
    "R-055",
    "a list holds something that is not one of its items",
    clause="ISO 14289-1, 7.6",
    hint="put it into an item; a list inside a list stands inside an item of it",
)
TABLE_IN_TABLE = ruling(
    "R-056",
    "a table stands inside a table",
    clause="WCAG 2.2, 1.3.2",
    hint="make two tables of it, or take out the table that only serves the look",
    forbidden_by=(),
    allowed_by=EVERY,
)
UNKNOWN_ROLE = ruling(
    "R-057",
    "unknown role",
    clause="WAI-ARIA 1.2, 5.3; DPUB-ARIA 1.1",
    hint="correct the role, or take it out",
    forbidden_by=(),
    allowed_by=EVERY,
)

# Images ------------------------------------------------------------------------------------------

NO_ALTERNATE_TEXT = ruling(
    "R-060",
    "an image has no alternate text",
    clause="ISO 14289-1, 7.3",
    hint='say in words what the image tells; for decoration write {.decorative} or alt=""',
)
IMAGE_MISSING = ruling(
    "R-061",
    "the image is not there",
    clause="house rule: every named input exists",
    hint="check the spelling; the path counts from the file that shows the image",
)
IMAGE_OUTSIDE = ruling(
    "R-062",
    "the image lies outside the project's folder",
    clause="house rule: nothing outside the project is read",
    hint="copy the image into the folder of the text",
)
IMAGE_REMOTE = ruling(
    "R-063",
    "the image lies on another machine and is not fetched",
    clause="house rule: no network",
    hint="save the image into the folder of the text",
)
NOT_AN_IMAGE = ruling(
    "R-064",
    "the file is not an image that can be shown",
    clause="house rule: images are PNG, JPEG, GIF, WebP, TIFF or SVG",
    hint="save it again as PNG, JPEG or SVG",
)
UNSAFE_DRAWING = ruling(
    "R-065",
    "the drawing holds something that is not a drawing",
    clause="house rule: a drawing has no script and fetches nothing",
    hint="export the drawing again as plain SVG",
)

FILE_NAME_AS_WORDS = ruling(
    "R-066",
    "the alternate text of an image is the name of a file",
    clause="WCAG 2.2, 1.1.1",
    hint="say in words what the image tells",
    forbidden_by=(),
    allowed_by=EVERY,
)
DECORATION_WITH_WORDS = ruling(
    "R-067",
    "an image has alternate text and is marked as decoration",
    clause="ISO 14289-1, 7.3",
    hint='keep one of the two: the words, or alt=""',
)

PROFILE_NOT_USED = ruling(
    "R-077",
    "the colour profile of an image cannot be used",
    clause="ICC.1:2010, 7.2 (a profile is for the kind of colours that the image has)",
    hint="save the image again with a profile of its kind, such as sRGB; this one was left aside",
    forbidden_by=(),
    allowed_by=EVERY,
)

ORDER_AND_LEAD = ruling(
    "R-069",
    "order and lead do not fit together",
    clause='house rule: lead = true goes with order = "lead-first"',
    hint='write order = "lead-first" and lead = true, or take both out',
)

# HTML --------------------------------------------------------------------------------------------

LEFT_OUT = ruling(
    "R-070",
    "left out",
    clause="house rule: nothing is left out silently",
    hint="nothing to do: this has no meaning in a document",
    forbidden_by=(),
    allowed_by=EVERY,
)
CONTENT_LEFT_OUT = ruling(
    "R-071",
    "something that readers would miss was left out",
    clause="house rule: nothing is left out silently",
    hint="say the same with text, a table or an image",
)
NO_MAIN = ruling(
    "R-072",
    "the page does not mark its main part",
    clause="house rule: the text of a page is in main",
    hint="put the text into <main>",
    forbidden_by=(),
    allowed_by=EVERY,
)
REMOTE_STYLESHEET = ruling(
    "R-073",
    "a style sheet on another machine is not fetched",
    clause="house rule: no network",
    hint="nothing to do: the layout gives the look",
    forbidden_by=(),
    allowed_by=EVERY,
)
SEVERAL_MAINS = ruling(
    "R-074",
    "the page has more than one main part",
    clause="HTML Living Standard, 4.4.14 (the main element)",
    hint="keep one <main>; only the first was read",
    forbidden_by=(),
    allowed_by=EVERY,
)
TITLE_OUTSIDE_MAIN = ruling(
    "R-075",
    "the main part of the page has no title",
    clause="WCAG 2.2, 2.4.6",
    hint="put an <h1> into the main part",
)
DATA_BEFORE_PAGE = ruling(
    "R-076",
    "lines of data stand before the page",
    clause="house rule: an HTML page says its data in head",
    hint="take out the lines from --- to ---; write title, meta and lang instead",
)
