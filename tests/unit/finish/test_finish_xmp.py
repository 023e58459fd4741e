"""The packet: well-formed whatever the text, in order, with the right claims."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.finish.wording import in_plain_words, plain, text_string
from publish.finish.xmp import packet
from publish.model.work import Metadata
from publish.standards import PROFILES, Standard

XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "prism": "http://prismstandard.org/namespaces/basic/3.0/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
}
CLAIMS = PROFILES["ua-1"].claims(attachments=False)


def parsed(metadata, claims=CLAIMS):
    return ET.fromstring(packet(in_plain_words(metadata), claims, tool="publish"))


def claimed(standard, *, attachments):
    root = parsed(Metadata("Titre", "fr"), PROFILES[standard].claims(attachments=attachments))
    return {
        f"{prefix}:{name}": element.text
        for prefix in ("pdfaid", "pdfuaid")
        for name in ("part", "conformance", "rev")
        for element in root.iterfind(f".//{prefix}:{name}", NAMES)
    }


@pytest.mark.parametrize(
    ("standard", "attachments", "expected"),
    [
        ("ua-1", False, {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}),
        ("ua-1", True, {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}),
        (
            "ua-2",
            False,
            {
                "pdfaid:part": "4",
                "pdfaid:rev": "2020",
                "pdfuaid:part": "2",
                "pdfuaid:rev": "2024",
            },
        ),
        (
            "ua-2",
            True,
            {
                "pdfaid:part": "4",
                "pdfaid:rev": "2020",
                "pdfaid:conformance": "F",
                "pdfuaid:part": "2",
                "pdfuaid:rev": "2024",
            },
        ),
    ],
)
def test_claims_are_those_of_the_profile(standard, attachments, expected):
    assert claimed(standard, attachments=attachments) == expected


@pytest.mark.parametrize("standard", list(Standard))
def test_every_standard_can_be_claimed(standard):
    assert packet(Metadata("Titre", "fr"), [standard], tool="publish")


def test_only_pdf_a_2_and_3_need_the_schema_explained():
    explained = "schema:prefix"
    for standard, profile in PROFILES.items():
        root = parsed(Metadata("Titre", "fr"), profile.claims(attachments=True))
        assert (root.find(f".//{explained}", NAMES) is not None) == (standard == "ua-1")


def test_default_title_comes_before_the_one_with_a_language():
    items = parsed(Metadata("Titre", "fr-CA")).findall(".//dc:title/rdf:Alt/rdf:li", NAMES)
    assert [(item.get(f"{XML}lang"), item.text) for item in items] == [
        ("x-default", "Titre"),
        ("fr-CA", "Titre"),
    ]


def test_creators_keep_their_order():
    root = parsed(Metadata("Titre", "fr", creators=("Z", "", "A")))
    items = root.findall(".//dc:creator/rdf:Seq/rdf:li", NAMES)
    assert [item.text for item in items] == ["Z", "A"]


@given(st.text(), st.text(max_size=20))
def test_any_text_gives_a_packet_that_reads_back(title, language):
    root = parsed(Metadata(title or "x", language, description=title, subjects=(title,)))
    found = root.findtext(".//dc:description/rdf:Alt/rdf:li", "", NAMES)
    assert found == plain(title)


@given(st.text())
def test_plain_text_is_one_line_and_stays_plain(text):
    assert plain(plain(text)) == plain(text)
    assert not set("\n\r\t\x00\x7f\x85") & set(plain(text))


def test_no_break_spaces_and_direction_marks_are_the_authors():
    assert plain(" «\u00a0mot\u00a0» \u2067عربي\u2069\u200f\n suite ") == (
        "«\u00a0mot\u00a0» \u2067عربي\u2069\u200f suite"
    )


def test_places_to_break_a_line_are_left_out():
    assert plain("Gouver\u00adne\u00adment/\u200bÉtat") == "Gouvernement/État"


@given(st.text())
def test_text_strings_read_back(text):
    assert text_string(text).get_encoded_bytes() is not None
    assert str(text_string(text)) == plain(text)


def test_a_pair_of_surrogates_is_never_cut():
    cut = text_string("x" + "😀" * 20_000)
    assert cut.endswith("😀…")
    assert len(cut.get_encoded_bytes()) <= 32_767


def test_a_translation_names_its_original_and_the_original_its_translations():
    address = "call.fr.accessible.pdf"
    translation = parsed(Metadata("A call", "en", sisters=(address, "x"), original=address))
    original = parsed(
        Metadata("Un appel", "fr", sisters=("call.en.accessible.pdf",), is_original=True)
    )

    assert translation.findtext(".//prism:isTranslationOf", "", NAMES) == address
    assert translation.findtext(".//dc:source", "", NAMES) == address
    related = translation.findall(".//dc:relation/rdf:Bag/rdf:li", NAMES)
    assert [item.text for item in related] == [address, "x"]
    made = original.findall(".//prism:hasTranslation/rdf:Bag/rdf:li", NAMES)
    assert [item.text for item in made] == ["call.en.accessible.pdf"]
    for root in (translation, original):
        prefixes = [item.text for item in root.iterfind(".//schema:prefix", NAMES)]
        assert prefixes == ["pdfuaid", "prism"]
    assert b"prism" not in packet(Metadata("Un appel", "fr"), CLAIMS, tool="publish")
