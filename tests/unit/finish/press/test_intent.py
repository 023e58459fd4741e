"""The output intent and what a print file says it is."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from publish.errors import OwnError
from publish.finish import claim_only, press_ready
from publish.finish.press.intent import add_intent
from publish.model.press import Press
from publish.model.work import Metadata
from publish.pdf import Rendered
from publish.standards import PROFILES, Standard
from publish.standards.press import shipped_condition

ABOUT = Metadata("Déclaration <commune>", "fr", creators=("Office",), subjects=("eau", "paix"))


def rendered() -> Rendered:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 300))
        page = pdf.pages[0].obj
        page.TrimBox = page.MediaBox
        page.Contents = pdf.make_stream(b"0 g 20 20 50 50 re f")
        page.Resources = pikepdf.Dictionary()
        out = BytesIO()
        pdf.save(out, static_id=True)
    return Rendered(out.getvalue(), PROFILES["ua-1"], (), 1)


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def test_both_intents_have_one_profile_with_four_inks():
    with opened(press_ready(rendered(), ABOUT, Press())) as pdf:
        first, second = pdf.Root.OutputIntents
        assert [str(first.S), str(second.S)] == ["/GTS_PDFX", "/GTS_PDFA1"]
        assert first.DestOutputProfile.objgen == second.DestOutputProfile.objgen
        profile = first.DestOutputProfile.read_bytes()
        assert profile[12:20] == b"prtrCMYK"
        assert first.DestOutputProfile.N == 4
        assert str(first.OutputConditionIdentifier) == "FOGRA39"
        assert str(first.RegistryName) == "http://www.color.org"


def test_one_claim_has_one_intent():
    with opened(press_ready(rendered(), ABOUT, Press(claims=(Standard.X4,)))) as pdf:
        assert [str(one.S) for one in pdf.Root.OutputIntents] == ["/GTS_PDFX"]
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()


def test_a_condition_of_a_shop_has_no_registry():
    own = replace(shipped_condition("coated"), identifier="Own", registry="")
    with pikepdf.new() as pdf:
        add_intent(pdf, Press(condition=own))
        assert "/RegistryName" not in pdf.Root.OutputIntents[0]
        assert str(pdf.Root.OutputIntents[0].Info)


def test_nothing_is_printed_without_a_condition():
    with pikepdf.new() as pdf, pytest.raises(OwnError):
        add_intent(pdf, Press(condition=None))


def test_xmp_and_information_say_the_same():
    with opened(press_ready(rendered(), ABOUT, Press())) as pdf:
        xmp = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        said = {item.tag.rpartition("}")[2]: "".join(item.itertext()) for item in xmp.iter()}
        info = pdf.docinfo
        assert str(info.Title) == ABOUT.title
        assert said["title"] == 2 * ABOUT.title
        assert str(info.Producer) == said["Producer"]
        assert (said["Trapped"], str(info.Trapped)) == ("False", "/False")
        assert said["CreateDate"] == said["ModifyDate"] == said["MetadataDate"]
        assert said["CreateDate"] == "1970-01-01T00:00:00Z"
        assert str(info.CreationDate) == "D:19700101000000Z"
        assert said["GTS_PDFXVersion"] == "PDF/X-4"
        assert said["DocumentID"].startswith("uuid:")
        assert (said["VersionID"], said["RenditionClass"]) == ("1", "default")


def test_other_pages_have_another_name_and_the_same_ones_the_same():
    press = Press()
    first, second = (press_ready(rendered(), ABOUT, press) for _ in range(2))
    assert first == second
    other = press_ready(rendered(), ABOUT, replace(press, bleed=5.0))
    with opened(first) as one, opened(other) as another:
        assert one.Root.Metadata.read_bytes() != another.Root.Metadata.read_bytes()


def test_a_title_is_needed():
    with pytest.raises(OwnError, match="title"):
        press_ready(rendered(), Metadata("", "fr"), Press())


@pytest.mark.parametrize("claims", [(Standard.X4,), (Standard.A2B,), ()])
def test_claims_can_be_taken_back(claims):
    made = claim_only(press_ready(rendered(), ABOUT, Press()), ABOUT, claims)
    with opened(made) as pdf:
        xmp = pdf.Root.Metadata.read_bytes()
        assert (b"PDF/X-4" in xmp) == (Standard.X4 in claims)
        assert (b"pdfaid:part" in xmp) == (Standard.A2B in claims)
        # One always stays, so that the colours of a draft mean something.
        assert len(pdf.Root.OutputIntents) == 1
        expected = "/GTS_PDFA1" if claims == (Standard.A2B,) else "/GTS_PDFX"
        assert str(pdf.Root.OutputIntents[0].S) == expected
        assert pdf.docinfo["/Trapped"] == "/False"


def test_the_file_is_pdf_1_6_without_object_streams():
    made = press_ready(rendered(), ABOUT, Press())
    assert made.startswith(b"%PDF-1.6")
    assert b"/ObjStm" not in made
