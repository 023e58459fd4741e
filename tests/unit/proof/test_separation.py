"""Pages that Ghostscript does not draw."""

from pathlib import Path

import pytest

from publish.errors import InputFaults
from publish.proof import separation
from publish.proof.condition import look
from publish.proof.print_file import read_print_file
from publish.standards.limits import limits

from .print_files import print_file


@pytest.mark.parametrize("drawn", [[(1, "it took longer than 30 seconds")], []])
def test_a_page_that_is_not_drawn_stops_the_proof(tmp_path, monkeypatch, drawn):
    path = tmp_path / "a.pdf"
    path.write_bytes(print_file())
    monkeypatch.setattr(separation, "draw_plates", lambda *_, **__: iter(drawn))
    file = read_print_file(path, limits("sheetfed-coated"))
    with pytest.raises(InputFaults) as caught:
        [*separation.separations(file, [1], 72, look(file, "", paper=True), 3)]
    (fault,) = caught.value.faults
    assert (fault.code, fault.page) == ("K-101", 1)
    assert Path(fault.place.file).name == "a.pdf"
