"""A fault that two rooms find is told once."""

from publish.batch.once import TWINS, once
from publish.model import Fault, Place
from publish.standards.rules import checking, fonts, reading, tags  # noqa: F401 - enter the codes
from publish.standards.ruling import RULINGS


def fault(code, line):
    return Fault(RULINGS[code], place=Place("a.md", line))


def test_twins_are_codes_that_exist():
    assert set(TWINS) | set(TWINS.values()) <= set(RULINGS)


def test_what_the_reader_said_is_not_said_again():
    read = [fault("R-045", 3)]
    assert list(once(read, [fault("T-006", 3)])) == []
    assert list(once(read, [fault("K-032", 3)])) == []
    assert [f.place.line for f in once(read, [fault("T-006", 4), fault("T-006", 4)])] == [4]
