"""The sheet for people: one page for each language of the job, whatever the ticket holds."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from publish import compose, read
from publish.editions.job_sheet import job_sheet
from publish.model import Brand, House
from publish.model.edition import Edition, Verdict
from publish.model.press import Ink, Paper, Press
from publish.model.ticket import (
    Part,
    PreflightSummary,
    SummaryHit,
    Ticket,
    TicketFile,
    Waiver,
)
from publish.standards import PROFILES

EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES = ("fr", "en", "es", "ru", "ar", "zh")
CMYK = ("Cyan", "Magenta", "Yellow", "Black")
WORKS = {
    f"{work.name}.{work.language}": work
    for work in read.works(
        [EXAMPLES / "qui-nous-sommes.fr.md", EXAMPLES / "water-for-schools.ar.md"]
    ).works
}
WORK = WORKS["qui-nous-sommes.fr"]
TICKET = Ticket(
    job="qui-nous-sommes",
    title="Qui nous sommes",
    language="fr",
    trim=(210, 297),
    bleed=3,
    pages=8,
    condition="FOGRA39",
    profile_sha256="0" * 64,
    ink_limit=300,
    limits="sheetfed-coated",
    file=TicketFile("qui-nous-sommes.fr.print.pdf", "0123456789abcdef" * 4, 8),
    parts=(
        Part("cover", (1, 2), (*CMYK, "PANTONE 2945 C"), Paper("couché", 250), "4+1/4+1"),
        Part("inside", (3, 8), ("Black",), Paper("offset", 90), "1/1 K"),
    ),
    blanks=(2,),
    binding="saddle",
    edge="left",
    quantity=1500,
    finishing=("pelliculage mat",),
    contact="Ana Ruiz\nprint@oma.example",
    waivers=(Waiver("G31", 3, "Ana Ruiz", "photographie d’archive"),),
    twin=TicketFile("qui-nous-sommes.fr.accessible.pdf", "f" * 64),
    preflight=PreflightSummary(
        "0.1.0",
        1,
        "sheetfed-coated",
        "incomplete",
        60,
        passed_with_warnings=("P05",),
        not_measured=("G25",),
        hits=(SummaryHit("P05", 1, "warning", "4.5 pt"),),
    ),
)
#: As much as a ticket can reasonably hold.
LONG = replace(
    TICKET,
    title="Une très longue annonce sur ce que les communes riveraines veulent faire ensemble " * 2,
    finishing=tuple("vernis sélectif brillant sur le titre, à sec, " * 3 for _ in range(10)),
    contact="Ana Ruiz, Direction de la communication, Bureau de l’impression\n" * 8,
)


def sheet(
    *languages: str, ticket: Ticket = TICKET, work=WORK, page: str = "A4"
) -> tuple[Edition, list[str]]:
    """Return the sheet and the text of its pages."""
    inks = (("#0b5394", Ink((1, 0.6, 0, 0.1), "PANTONE 2945 C")),)
    house = House(brand=Brand(format=page), press=Press(inks=inks, languages=languages))
    made = job_sheet(work, house, PROFILES["ua-1"], ticket)
    pages = pypdf.PdfReader(io.BytesIO(made.content)).pages
    return made, [" ".join(page.extract_text().split()) for page in pages]


@pytest.fixture(scope="module")
def whole() -> tuple[Edition, list[str]]:
    """The sheet in all six languages."""
    return sheet(*LANGUAGES)


def test_there_is_one_page_for_each_language(whole):
    assert len(whole[1]) == len(LANGUAGES)


def test_it_passes_all_that_an_accessible_edition_passes(whole, keep):
    made, _ = whole
    assert [str(fault) for fault in made.faults] == []
    assert {check.verdict for check in made.checks} == {Verdict.PASSED}
    keep("job-sheet", made.content, made.claims)


def test_each_page_speaks_its_language(whole):
    _, pages = whole
    heads = ("Fiche de fabrication", "Job sheet", "Hoja de encargo", "Карта заказа", "", "印刷工单")
    assert all(head in page for head, page in zip(heads, pages, strict=True))


def test_each_page_is_tagged_with_language_and_direction(whole):
    made, _ = whole
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        document = pdf.Root.StructTreeRoot.K
        document = document[0] if isinstance(document, pikepdf.Array) else document
        part = document.K[0] if isinstance(document.K, pikepdf.Array) else document.K
        articles = [kid for kid in part.K if isinstance(kid, pikepdf.Dictionary)]
        spoken = [str(one.get("/Lang", pdf.Root.Lang)) for one in articles]
    assert spoken == list(LANGUAGES)


def test_everything_that_a_shop_asks_for_stands_there(whole):
    page = whole[1][1]
    for words in (
        "Qui nous sommes",
        "210 × 297 mm",
        "1,500",
        "4+1/4+1",
        "PANTONE 2945 C",
        "couché, 250 g/m²",
        "Saddle-stitched, on the left",
        "pelliculage mat",
        "FOGRA39, most ink: 300 %",
        "No rule is broken; not all could be checked.",
        "Rules kept: 61",
        "Not checked: G25",
        "Waived: G31, page 3, photographie d’archive (Ana Ruiz)",
        "print@oma.example",
        "qui-nous-sommes.fr.print.pdf",
        "SHA-256 " + "0123456789abcdef" * 4,
        "qui-nous-sommes.fr.accessible.pdf",
    ):
        assert words in page


@pytest.mark.parametrize(("page", "languages"), [("A4", LANGUAGES), ("Letter", ("ru", "ar"))])
def test_a_long_ticket_stays_on_one_page_in_every_language(page, languages):
    made, pages = sheet(*languages, ticket=LONG, page=page)
    assert len(pages) == len(languages)
    assert made.faults == ()


def test_a_short_ticket_leaves_nothing_empty():
    bare = replace(
        TICKET,
        parts=(Part("inside", (1, 1), ("Black",), colours="1/0 K"),),
        pages=1,
        blanks=(),
        binding="none",
        quantity=0,
        finishing=(),
        contact="",
        waivers=(),
        twin=None,
        preflight=None,
    )
    made, (page,) = sheet(ticket=bare)
    assert made.faults == ()
    for label in ("Exemplaires", "Façonnage", "Papier", "Questions", "accessible"):
        assert label not in page


def test_a_draft_says_that_it_must_not_be_printed():
    _, pages = sheet("en", ticket=replace(TICKET, state="draft"))
    assert "Draft: do not print" in pages[0]


def test_a_file_that_breaks_rules_says_so():
    failed = replace(TICKET.preflight, state="failed", failed=("G08", "P02"))
    _, pages = sheet("en", ticket=replace(TICKET, preflight=failed))
    assert "The file breaks rules and must not be printed." in pages[0]
    assert "Broken: G08, P02" in pages[0]


def test_without_languages_it_speaks_that_of_the_text():
    made, pages = sheet(
        work=WORKS["water-for-schools.ar"], ticket=replace(TICKET, language="ar", edge="right")
    )
    assert len(pages) == 1
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        assert pdf.Root.Lang == "ar"


def test_the_same_ticket_gives_the_same_bytes(whole):
    assert sheet(*LANGUAGES)[0].content == whole[0].content


def test_the_marks_are_those_for_paper():
    """A brand with a band of colour has white marks on it, which nobody would see here."""
    folder = EXAMPLES / "band"
    text = next(iter(read.works([folder]).works))
    house, _ = read.house(folder)
    composed = compose.job_sheet(text, house, TICKET, ("en",))
    drawings = [image.get("src", "") for image in composed.root.iter("img")]
    assert drawings
    assert not [drawing for drawing in drawings if "white" in drawing]


def test_words_of_a_ticket_are_no_markup():
    odd = replace(TICKET, contact="<b>&amp; \u202eodd", finishing=("</td></tr>",), job="a<i>")
    _, pages = sheet("en", ticket=odd)
    assert "<b>&amp;" in pages[0]
    assert "</td></tr>" in pages[0]
