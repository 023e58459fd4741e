"""A small tagged file as the render room would hand it over, made without a renderer."""

from __future__ import annotations

import datetime
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from publish.model.work import Metadata
from publish.pdf import Bookmark, Rendered
from publish.standards import PROFILES

HEADINGS = ("Déclaration commune", "Engagement", "Mesures", "Données", "Signataires")
LEVELS = (1, 2, 3, 2, 2)

BOOKMARKS = tuple(
    Bookmark(level, title, f"titre-é-{index}", page=index // 3, x=56.7, y=700 - 50 * index)
    for index, (level, title) in enumerate(zip(LEVELS, HEADINGS, strict=True))
)


METADATA = Metadata(
    title="Déclaration commune",
    language="fr",
    description="Appel <à> tous & toutes",
    creators=("Office des exemples", "Bureau du modèle"),
    subjects=("paix", "eau"),
    rights="CC BY 4.0",
    identifier="EX/2022/7",
    created=datetime.date(2022, 6, 24),
)


@pytest.fixture
def metadata() -> Metadata:
    """Metadata with nothing left empty."""
    return METADATA


@pytest.fixture(scope="session")
def rendered():
    """The function that makes a rendered file."""
    return make


def make(
    standard: str = "ua-1",
    *,
    attachments: bool = False,
    packed: bool = False,
    bookmarks: tuple[Bookmark, ...] = BOOKMARKS,
) -> Rendered:
    """Return two pages with five headings; `packed` puts the objects into object streams."""
    with pikepdf.new() as pdf:
        _draw(pdf)
        if attachments:
            _attach(pdf)
        out = BytesIO()
        mode = pikepdf.ObjectStreamMode
        pdf.save(
            out,
            static_id=True,
            compress_streams=packed,
            object_stream_mode=mode.generate if packed else mode.disable,
        )
    return Rendered(out.getvalue(), PROFILES[standard], bookmarks, 2, attachments)


def _draw(pdf: pikepdf.Pdf) -> None:
    for _ in range(2):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Tabs = Name.S
        page.obj.Contents = pdf.make_stream(b"/P << /MCID 0 >> BDC EMC " * 40)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    elements = [
        pdf.make_indirect(Dictionary(S=Name.H1, P=root, ID=String(f"titre-é-{index}"), K=index))
        for index in range(len(HEADINGS))
    ]
    root.K = Array(elements)
    pairs = [part for element in elements for part in (element.ID, element)]
    leaves = [pdf.make_indirect(Dictionary(Names=Array(half))) for half in (pairs[:4], pairs[4:])]
    root.IDTree = Dictionary(Kids=Array(leaves))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("fr")
    pdf.Root.ViewerPreferences = Dictionary(Direction=Name.L2R)
    profile = pdf.make_stream(b"an ICC profile " * 20, N=3)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, DestOutputProfile=profile)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _attach(pdf: pikepdf.Pdf) -> None:
    file = pdf.make_stream(b"name,place\n", Type=Name.EmbeddedFile, Subtype=Name("/text/csv"))
    specification = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F="data.csv",
            UF="données.csv",
            AFRelationship=Name.Data,
            EF=Dictionary(F=file, UF=file),
        )
    )
    pdf.Root.AF = Array([specification])
    pdf.Root.Names = Dictionary(
        EmbeddedFiles=Dictionary(Names=Array([String("data.csv"), specification]))
    )
    pdf.Root.StructTreeRoot.K[0].AF = Array([specification])
