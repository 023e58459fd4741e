"""What the finished file holds, read back with pypdf and pikepdf."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from publish.errors import OwnError
from publish.finish import accessible
from publish.model.work import Metadata
from publish.pdf import Rendered


@pytest.fixture
def opened(rendered, metadata):
    """Finish a file, and open it."""

    def finish_and_open(*args, **kwargs):
        return pikepdf.open(BytesIO(accessible(rendered(*args, **kwargs), metadata)))

    return finish_and_open


@pytest.mark.parametrize(("standard", "header"), [("ua-1", b"%PDF-1.7"), ("ua-2", b"%PDF-2.0")])
def test_header_says_the_version_of_the_profile(standard, header, rendered, metadata):
    assert accessible(rendered(standard), metadata).startswith(header)


@pytest.mark.parametrize("standard", ["ua-1", "ua-2"])
@pytest.mark.parametrize("packed", [False, True])
def test_qpdf_finds_nothing_to_repair(standard, packed, opened):
    assert opened(standard, packed=packed).check_pdf_syntax() == []


@pytest.mark.parametrize("packed", [False, True])
def test_what_the_render_room_wrote_is_kept(packed, opened):
    pdf = opened(attachments=True, packed=packed)
    assert len(pdf.Root.StructTreeRoot.K) == 5
    assert pdf.Root.StructTreeRoot.K[0].AF[0] == pdf.Root.AF[0]
    assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == b"an ICC profile " * 20
    assert pdf.Root.AF[0].EF.F.read_bytes() == b"name,place\n"
    assert pdf.Root.AF[0].UF == "données.csv"
    assert pdf.Root.Names.EmbeddedFiles.Names[1] == pdf.Root.AF[0]
    assert pdf.Root.Lang == "fr"
    assert pdf.Root.MarkInfo.Marked is True
    assert [page.obj.Tabs for page in pdf.pages] == ["/S", "/S"]
    assert pdf.pages[0].obj.Contents.read_bytes() == b"/P << /MCID 0 >> BDC EMC " * 40


def test_objects_and_plain_streams_are_compressed(rendered, metadata):
    pdf = accessible(rendered(), metadata)
    assert b"/ObjStm" in pdf
    assert b"/MCID 0" not in pdf
    assert b"\nxref\n" not in pdf


def test_xmp_stays_readable_for_programs_that_know_no_pdf(rendered, metadata):
    pdf = accessible(rendered(), metadata)
    assert pdf.count(b"<?xpacket begin=") == 1
    assert "Appel &lt;à&gt; tous &amp; toutes".encode() in pdf


def test_information_says_the_same_as_xmp_in_pdf_1_7(rendered, metadata):
    reader = PdfReader(BytesIO(accessible(rendered(), metadata)))
    about, xmp = reader.metadata, reader.xmp_metadata
    assert about.title == xmp.dc_title["x-default"] == xmp.dc_title["fr"] == metadata.title
    assert about.author.split("; ") == xmp.dc_creator == list(metadata.creators)
    assert about.subject == xmp.dc_description["x-default"] == metadata.description
    assert about.keywords == xmp.pdf_keywords == "paix, eau"
    assert about.producer == xmp.pdf_producer
    assert about.creator == xmp.xmp_creator_tool
    assert about.creation_date.date() == xmp.xmp_create_date.date() == metadata.created
    assert about.modification_date.date() == xmp.xmp_modify_date.date() == metadata.created


def test_pdf_2_0_has_no_information(opened):
    assert "/Info" not in opened("ua-2").trailer


def test_empty_fields_are_left_out(rendered):
    pdf = accessible(rendered(), Metadata(title="Titre", language="fr"))
    reader = PdfReader(BytesIO(pdf))
    assert set(reader.metadata) == {"/Title", "/Creator", "/Producer"}
    for absent in (b"dc:creator", b"dc:description", b"dc:rights", b"Keywords", b"CreateDate"):
        assert absent not in pdf


def test_pages_are_labelled_from_one(rendered, metadata):
    reader = PdfReader(BytesIO(accessible(rendered(), metadata)))
    assert reader.page_labels == ["1", "2"]


def test_window_shows_the_title_and_other_preferences_are_kept(opened):
    pdf = opened()
    preferences = pdf.Root.ViewerPreferences
    assert preferences.DisplayDocTitle is True
    assert preferences.Direction == "/L2R"


def test_both_halves_of_the_identifier_follow_from_the_content(opened, rendered):
    first, second = opened().trailer.ID
    assert bytes(first) == bytes(second)
    assert len(bytes(first)) == 16
    other = accessible(rendered(), Metadata(title="Autre", language="fr"))
    assert bytes(pikepdf.open(BytesIO(other)).trailer.ID[0]) != bytes(first)


def test_a_file_without_title_is_refused(rendered):
    with pytest.raises(OwnError, match="title"):
        accessible(rendered(), Metadata(title=" \x00\n", language="fr"))


def test_a_broken_rendered_file_is_an_own_error(rendered, metadata):
    whole = rendered()
    broken = Rendered(whole.pdf[:300], whole.profile, (), 2)
    with pytest.raises(OwnError):
        accessible(broken, metadata)


def test_long_titles_and_many_scripts_survive(rendered):
    title = "联合声明 – \u2067بيان مشترك\u2069 – 😀 " * 200
    reader = PdfReader(BytesIO(accessible(rendered(), Metadata(title=title, language="zh"))))
    assert reader.metadata.title == reader.xmp_metadata.dc_title["zh"] == title.strip()


def test_no_string_is_longer_than_pdf_a_allows(rendered):
    text = "声" * 40_000
    pdf = accessible(rendered(), Metadata(title="Titre", language="zh", description=text))
    reopened = pikepdf.open(BytesIO(pdf))
    subject = reopened.trailer.Info.Subject
    assert len(bytes(subject)) <= 32_767
    assert str(subject).endswith("声…")
    assert re.search("声{40000}", pdf.decode("utf-8", "ignore"))
