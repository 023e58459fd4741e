"""Make the record of a signatory of what was read, and enter its line into the report."""

from __future__ import annotations

from collections.abc import Sequence

from publish.model import Body, Person, Place, Signatory, Words
from publish.read.page_text.lines import Line
from publish.read.page_text.report import Confidence, Ledger
from publish.read.page_text.signatories import Reading
from publish.read.page_text.signed_line import split_acronym

_ORDER = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


def signatory_of(reading: Reading, line: Line, order: int, language: str, label: str) -> Signatory:
    """Return the record of one signatory."""
    place = Place(label, line.number)

    def words(text: str) -> Words:
        return Words(text, language, place)

    return Signatory(
        person=Person(words(reading.name)) if reading.name else None,
        roles=tuple(words(role) for role in _roles(reading)),
        body=body_of(reading.body, language, place) if reading.body else None,
        order=order,
        place=place,
    )


def body_of(text: str, language: str, place: Place) -> Body:
    """Return a body; ``Full Name (ACRONYM)`` has both."""
    found = split_acronym(text)
    if not found:
        return Body(Words(text, language, place))
    name, acronym = found
    return Body(Words(name, language, place), Words(acronym, language, place))


def enter_signatories(
    ledger: Ledger, line: Line, readings: Sequence[Reading], below: Sequence[Line] = ()
) -> None:
    """Enter the signatories of one line, with the lines below it that belong to the signature."""
    said, left_out = [], [line.mark]
    for reading in readings:
        parts = [("name", reading.name), *(("role", role) for role in _roles(reading))]
        parts.append(("body", reading.body))
        said.append(", ".join(f"{what} “{text}”" for what, text in parts if text))
        brackets = "()" if reading.body and split_acronym(reading.body) else ""
        left_out += [reading.left_out, brackets]
    least = min(readings, key=lambda reading: _ORDER.index(reading.confidence))
    what = "signatory" if len(readings) == 1 else f"{len(readings)} signatories"
    ledger.enter(
        line,
        f"{what}: {'; '.join(said)}",
        "statement",
        confidence=least.confidence,
        reason=least.reason,
        left_out=" ".join(sign for sign in left_out if sign),
    )
    for part in below:
        became = f"part of the signature on line {line.number}"
        ledger.enter(part, became, "statement", confidence=least.confidence)


def _roles(reading: Reading) -> tuple[str, ...]:
    return tuple(role for role in (reading.role, *reading.more_roles) if role)
