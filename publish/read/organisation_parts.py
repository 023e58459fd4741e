"""Parts of an organisation page that front matter gives: figures, leaders, offices and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.model import Document, Event, Figure, Leader, Office, Words
from publish.read import images, links
from publish.standards.rules import organisation as rules
from publish.standards.rules import reading

if TYPE_CHECKING:
    from publish.read.fields import (
        DocumentFields,
        EventFields,
        FigureFields,
        LeaderFields,
        OfficeFields,
    )
    from publish.read.prose import Manuscript
    from publish.read.records import Maker


def figure(entry: FigureFields, number: int, maker: Maker) -> Figure:
    """Make a figure of its entry."""
    path = ("figures", number)
    return Figure(
        value=maker.given(entry.value, *path, "value"),
        label=maker.given(entry.label, *path, "label"),
        source=maker.words(entry.source, *path, "source"),
        year=entry.year,
        note=maker.words(entry.note, *path, "note"),
        place=maker.place(*path),
    )


def leader(entry: LeaderFields, number: int, maker: Maker, manuscript: Manuscript) -> Leader:
    """Make a person who leads, with the portrait if it can be used."""
    path = ("leadership", number)
    return Leader(
        person=maker.person(entry.name, entry.civility, *path),
        role=maker.words(entry.role, *path, "role"),
        portrait=_portrait(entry, number, maker, manuscript),
        place=maker.place(*path),
    )


def _portrait(
    entry: LeaderFields, number: int, maker: Maker, manuscript: Manuscript
) -> tuple[str, Words] | None:
    path = ("leadership", number)
    if entry.portrait is None:
        if entry.portrait_alt is not None:
            line = maker.data.line_of((*path, "portrait_alt"))
            maker.findings.fault(rules.WORDS_WITHOUT_PORTRAIT, line, entry.name)
        return None
    line = maker.data.line_of((*path, "portrait"))
    if entry.portrait_alt is None:
        hint = f'add portrait_alt = "{entry.name}", or say what can be seen'
        maker.findings.fault(reading.NO_ALTERNATE_TEXT, line, entry.portrait, hint=hint)
    found = images.locate(entry.portrait, manuscript.path, manuscript.project, maker.findings, line)
    if found is None or entry.portrait_alt is None:
        return None
    return found, maker.given(entry.portrait_alt, *path, "portrait_alt")


def event(entry: EventFields, number: int, maker: Maker) -> Event:
    """Make an event of its entry, which must say when."""
    path = ("history", number)
    key = "when" if entry.when is not None else "year"
    when = entry.when if entry.when is not None else str(entry.year or "")
    if not when:
        detail, hint = f"history {number + 1}, year", 'add a line  year = 1962, or  when = "…"'
        maker.findings.fault(reading.MISSING_KEY, maker.data.line_of(path), detail, hint=hint)
    if entry.when is not None and entry.year is not None:
        detail = f"history {number + 1}, year: when is given too, and says {when}"
        line = maker.data.line_of((*path, "year"))
        maker.findings.fault(reading.WRONG_VALUE, line, detail, hint="keep one of them")
    return Event(
        when=maker.given(when, *path, key),
        text=maker.given(entry.text, *path, "text"),
        place=maker.place(*path),
    )


def document(entry: DocumentFields, number: int, maker: Maker) -> Document:
    """Make a document of its entry; an address that must not be a link is left out and said."""
    path = ("documents", number)
    return Document(
        title=maker.given(entry.title, *path, "title"),
        address=_address(entry, maker, *path, "address"),
        note=maker.words(entry.note, *path, "note"),
        date=entry.date,
        place=maker.place(*path),
    )


def _address(entry: DocumentFields, maker: Maker, *path: str | int) -> str:
    address, line = entry.address.strip(), maker.data.line_of(path)
    scheme = links.scheme_of(address)
    if scheme and scheme not in links.ALLOWED_SCHEMES:
        maker.findings.fault(reading.UNSAFE_ADDRESS, line, f"{scheme}:")
        return ""
    if address and not scheme:
        maker.findings.warning(reading.RELATIVE_ADDRESS, line, address)
        return ""
    return address


def office(entry: OfficeFields, number: int, maker: Maker) -> Office:
    """Make an office of its entry."""
    path = ("offices", number)
    return Office(
        city=maker.given(entry.city, *path, "city"),
        name=maker.words(entry.name, *path, "name"),
        address=maker.words(entry.address, *path, "address"),
        phone=entry.phone,
        mail=entry.mail,
        hours=maker.words(entry.hours, *path, "hours"),
        place=maker.place(*path),
    )
