"""Both brands, in three scripts, on both sheets: drawn without a fault, and twice the same."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from publish import read
from publish.editions import accessible
from publish.model import Severity
from publish.standards import PROFILES

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEXTS = EXAMPLES / "works" / "school-records"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / "brand", tmp_path / "brand")
    shutil.copytree(TEXTS, tmp_path / "works" / "school-records")
    return tmp_path


def drawn(project: Path, brand: str, sheet: str, language: str, profile: str):
    settings = (EXAMPLES / "publish.toml").read_text(encoding="utf-8")
    settings = settings.replace('brand = "rail"', f'brand = "{brand}"')
    settings = settings.replace('format = "A4"', f'format = "{sheet}"')
    if brand == "band":
        settings = settings.replace('masthead = "rule"\n', "")
    (project / "publish.toml").write_text(settings, encoding="utf-8")
    house, faults = read.house(project)
    assert faults == []
    (work,) = (work for work in read.works([project]).works if work.language == language)
    return accessible(work, house, PROFILES[profile])


@pytest.mark.parametrize(
    ("brand", "sheet", "language", "profile"),
    [
        ("band", "A4", "en", "ua-1"),
        ("band", "A4", "ar", "ua-1"),
        ("band", "A4", "zh", "ua-2"),
        ("band", "Letter", "en", "ua-2"),
        ("band", "Letter", "ar", "ua-1"),
        ("rail", "Letter", "en", "ua-1"),
        ("rail", "Letter", "zh", "ua-1"),
    ],
)
def test_a_brand_is_drawn_without_a_fault(brand, sheet, language, profile, project, keep):
    edition = drawn(project, brand, sheet, language, profile)
    stops = [str(fault) for fault in edition.faults if fault.severity is Severity.FAULT]
    assert stops == []
    keep(f"brand-{brand}-{sheet.lower()}-{language}", edition.content, edition.claims)


def test_the_same_bytes_twice(project):
    one, two = (drawn(project, "band", "Letter", "fr", "ua-1").content for _ in range(2))
    assert one == two


def test_a_sheet_of_letter_has_its_own_size(project):
    edition = drawn(project, "rail", "Letter", "en", "ua-1")
    with pikepdf.open(BytesIO(edition.content)) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]
