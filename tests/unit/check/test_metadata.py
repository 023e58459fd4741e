"""What the file says about itself: complete, and once."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from publish.check import claims_of
from publish.check.metadata import read_about
from publish.standards import Standard
from tests.unit.check.conftest import Case, Damage


def _xmp(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata = pdf.make_stream(
        packet.replace(old, new), Type=Name.Metadata, Subtype=Name.XML
    )


def _no_title(pdf: pikepdf.Pdf) -> None:
    _xmp(pdf, b"Titre", b"")


def _title_not_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=False)


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _other_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("en")


def _no_xmp(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def _broken_xmp(pdf: pikepdf.Pdf) -> None:
    _xmp(pdf, b"</rdf:RDF>", b"")


def _two_titles(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String("Autre titre")))


def _other_claim(pdf: pikepdf.Pdf) -> None:
    _xmp(pdf, b"<pdfaid:part>2<", b"<pdfaid:part>3<")


def _lose_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        del outline.root[1]


def _swap_bookmarks(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.insert(0, outline.root.pop())


def _extra_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Annexe", 0))


def _no_labels(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.PageLabels


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_no_title, "K-060"),
        (_title_not_shown, "K-061"),
        (_no_language, "K-062"),
        (_other_language, "K-025"),
        (_no_xmp, "K-063"),
        (_broken_xmp, "K-063"),
        (_two_titles, "K-064"),
        (_other_claim, "K-065"),
        (_lose_bookmark, "K-066"),
        (_swap_bookmarks, "K-066"),
        (_extra_bookmark, "K-066"),
        (_no_labels, "K-067"),
    ],
)
def test_what_is_missing_or_wrong_is_found(ua1: Case, damage: Damage, code: str) -> None:
    assert code in ua1.codes(damage)


def test_claims_are_read_from_the_file() -> None:
    assert set(claims_of(Case("ua-1").pdf)) == {Standard.UA1, Standard.A2A}
    assert set(claims_of(Case("ua-2").pdf)) == {Standard.UA2, Standard.A4}
    assert claims_of(b"not a PDF") == ()


def test_entities_in_the_metadata_are_never_expanded(ua1: Case) -> None:
    def bomb(pdf: pikepdf.Pdf) -> None:
        _xmp(pdf, b"<x:xmpmeta", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta')

    assert not read_about(ua1.damaged(bomb)).has_xmp
