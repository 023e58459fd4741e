"""Damage planted in files of ours: the round trip catches it, where validators stay green.

A validator knows the standard and not the text. That is why a green report alone is never
enough, and why each kind of damage here has to be caught by our own comparison.
"""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Name, String

from publish.check import Outcome, validators
from tests.damage import wounds
from tests.damage.conftest import Damage, Release

# WeasyPrint 70 leaves the file of the colour profile open.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


def _swap_rows(pdf: pikepdf.Pdf) -> None:
    wounds.swap(wounds.nodes(pdf, "TBody")[0], 0, 1)


def _swap_list_items(pdf: pikepdf.Pdf) -> None:
    wounds.swap(wounds.nodes(pdf, "L")[0], 0, 2)


def _lose_language(pdf: pikepdf.Pdf) -> None:
    del wounds.with_text(pdf, "Span", "Lang").Lang


def _change_one_character(pdf: pikepdf.Pdf) -> None:
    for font in wounds.fonts(pdf):
        cmap = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(re.sub(rb"(> ?)<0064>", rb"\1<0062>", cmap))  # d to b


def _lose_a_space(pdf: pikepdf.Pdf) -> None:
    def first_space_out(data: bytes, start: int, end: int) -> bytes:
        inside = data[start:end]
        codes = {code for font in wounds.fonts(pdf) for code in wounds.codes_of(font, " ")}
        found = [at for code in codes if (at := inside.find(b"<%04x>" % code)) >= 0]
        at = min(found)
        return data[:start] + inside[:at] + b"<>" + inside[at + 6 :] + data[end:]

    wounds.edit_content(pdf, wounds.nodes(pdf, "P")[-2], first_space_out)


def _lose_paragraph(pdf: pikepdf.Pdf) -> None:
    wounds.to_artifact(pdf, wounds.nodes(pdf, "P")[-1])


def _lose_whole_paragraph(pdf: pikepdf.Pdf) -> None:
    paragraph = wounds.nodes(pdf, "P")[-1]
    wounds.to_artifact(pdf, paragraph)
    parent = paragraph.P
    parent.K = Array([kid for kid in wounds.kids(parent) if kid.objgen != paragraph.objgen])


def _move_heading(pdf: pikepdf.Pdf) -> None:
    part = wounds.nodes(pdf, "Part")[0]
    roles = [wounds.role(kid) for kid in wounds.kids(part)]
    at = roles.index("H2")
    wounds.swap(part, at, at + 1)


def _change_heading_level(pdf: pikepdf.Pdf) -> None:
    wounds.nodes(pdf, "H2")[1].S = Name.H3


def _change_expansion(pdf: pikepdf.Pdf) -> None:
    wounds.with_text(pdf, "Span", "E").E = String("Comité du canal")


def _change_scope(pdf: pikepdf.Pdf) -> None:
    wounds.attribute(wounds.nodes(pdf, "TH")[-1], "/Scope")["/Scope"] = Name.Column


def _lose_header(pdf: pikepdf.Pdf) -> None:
    attributes = wounds.attribute(wounds.nodes(pdf, "TD")[0], "/Headers")
    attributes["/Headers"] = Array(list(attributes["/Headers"])[:1])


def _retarget(pdf: pikepdf.Pdf) -> None:
    inside = [a for a in pdf.pages[0].obj.Annots if "/A" not in a or "/URI" not in a.A]
    wounds.exchange(inside[0], inside[1], "/A", "/Dest")


def _retarget_uri(pdf: pikepdf.Pdf) -> None:
    outside = next(a for a in pdf.pages[0].obj.Annots if "/URI" in a.get("/A", {}))
    outside.A.URI = String("https://canal.example/autre")


def _swap_notes(pdf: pikepdf.Pdf) -> None:
    first, second = wounds.nodes(pdf, "Note", "FENote")
    one, other = first.P, second.P
    one.K, other.K = second, first
    first.P, second.P = other, one


def _reverse_arabic(pdf: pikepdf.Pdf) -> None:
    def reversed_text(data: bytes, start: int, end: int) -> bytes:
        found = re.search(rb"/ActualText <(?:FEFF|feff)([0-9A-Fa-f]+)>", data[start:end])
        assert found is not None
        units = [found[1][i : i + 4] for i in range(0, len(found[1]), 4)]
        changed = b"".join(reversed(units))
        return data[:start] + data[start:end].replace(found[1], changed) + data[end:]

    arabic = next(node for node in wounds.nodes(pdf, "P") if str(node.get("/Lang", "")) == "ar")
    wounds.edit_content(pdf, arabic, reversed_text)


#: Damage, the code of the fault, and whether veraPDF sees it.
PLANTED: list[tuple[Damage, str, bool]] = [
    (_swap_rows, "K-022", False),
    (_swap_list_items, "K-022", False),
    (_lose_language, "K-025", False),
    (_change_one_character, "K-023", False),
    (_lose_a_space, "K-023", False),
    (_lose_paragraph, "K-023", False),
    (_lose_whole_paragraph, "K-020", False),
    (_move_heading, "K-022", False),
    (_change_heading_level, "K-024", False),
    (_change_expansion, "K-027", False),
    (_change_scope, "K-028", False),
    (_lose_header, "K-029", False),
    (_retarget, "K-032", False),
    (_retarget_uri, "K-032", False),
    (_swap_notes, "K-022", False),
    (_reverse_arabic, "K-023", False),
]
NAMES = [damage.__name__.strip("_") for damage, _, _ in PLANTED]


def test_the_file_is_good_before_any_damage(release: Release) -> None:
    assert release.faults(release.pdf) == []


@pytest.mark.parametrize(("damage", "code"), [entry[:2] for entry in PLANTED], ids=NAMES)
def test_our_checks_catch_it(release: Release, damage: Damage, code: str) -> None:
    faults = [fault for fault in release.faults(release.damaged(damage)) if fault.code == code]
    assert faults
    assert any(fault.place is not None and fault.place.line for fault in faults)


def test_verapdf_stays_green_on_most_of_it(
    release: Release, validator: None, tmp_path: Path
) -> None:
    """Which damage veraPDF sees is recorded in `PLANTED`; this keeps the record true."""
    files = [tmp_path / "whole.pdf"]
    files[0].write_bytes(release.pdf)
    for (damage, _, _), name in zip(PLANTED, NAMES, strict=True):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(release.damaged(damage))
    verdicts = validators([(file, release.claims) for file in files])
    seen = {
        file.stem
        for file in files
        if any(verdict.outcome is not Outcome.PASSED for verdict in verdicts[file])
    }
    assert seen == {name for (_, _, is_seen), name in zip(PLANTED, NAMES, strict=True) if is_seen}
