"""A statement: front matter and Markdown made into the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.model import (
    Annex,
    Dateline,
    Endorsement,
    Place,
    Prose,
    Signatory,
    Statement,
    Words,
)
from publish.read import images
from publish.read.page_text.dateline import find_dateline
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from publish.read.fields import (
        AnnexFields,
        SignatoryFields,
        StatementFields,
        TitledFields,
    )
    from publish.read.prose import Manuscript
    from publish.read.records import Maker


def statement(
    fields: StatementFields, title: Words, body: Element, maker: Maker, manuscript: Manuscript
) -> Statement:
    """Make the record of a statement.

    Args:
        fields: the typed front matter.
        title: from the front matter or the text.
        body: the text, parsed and not yet reviewed.
        maker: for words with their lines.
        manuscript: takes up the texts of the front matter and checks all of them together.
    """
    notes = _parsed(fields.notes_to_editors, "notes_to_editors", maker, manuscript)
    about = _titled(fields.about, "about", maker, manuscript)
    annexes = _titled(fields.annexes, "annexes", maker, manuscript)
    manuscript.review()
    _check_order(fields, maker)
    return Statement(
        language=maker.language,
        title=title,
        body=manuscript.prose(body),
        kind_line=maker.words(fields.kind_line, "kind_line"),
        symbol=fields.symbol,
        series=fields.series,
        distribution=maker.words(fields.distribution, "distribution"),
        subtitle=maker.words(fields.subtitle, "subtitle"),
        dateline=_dateline(fields, maker),
        date=fields.date,
        lead=maker.words(fields.lead, "lead"),
        issuing_bodies=tuple(
            maker.body(body, "issuing_bodies", number)
            for number, body in enumerate(fields.issuing_bodies)
        ),
        signatories_label=maker.words(fields.signatories_label, "signatories_label"),
        signatories=tuple(
            _signatory(entry, number, maker, manuscript)
            for number, entry in enumerate(fields.signatories)
            if _signs(entry, number, maker)
        ),
        order=fields.order,
        signing=fields.signing or "",
        signatory_logos=fields.signatory_logos,
        cover=fields.cover,
        contents=fields.contents,
        endorsements=tuple(
            Endorsement(maker.given(entry.name, "endorsements", number, "name"), entry.date)
            for number, entry in enumerate(fields.endorsements)
        ),
        contacts=tuple(
            maker.contact(entry, "contacts", number) for number, entry in enumerate(fields.contacts)
        ),
        notes_to_editors=None if notes is None else manuscript.prose(notes),
        about=_written(about, manuscript),
        annexes=_annexes(fields.annexes, annexes, maker, manuscript),
        access_note=maker.words(fields.access_note, "access_note"),
        end_mark=maker.words(fields.end_mark, "end_mark"),
        release=maker.release(fields),
        description=fields.description,
        subjects=tuple(fields.subjects),
        rights=fields.rights,
        place=Place(maker.findings.label, 1),
    )


def _dateline(fields: StatementFields, maker: Maker) -> Dateline | None:
    if fields.dateline is None:
        if fields.dateline_mark:
            maker.useless("dateline_mark", "dateline")
        return None
    text = maker.given(fields.dateline, "dateline")
    # The recogniser looks for a dateline at the head of a paragraph.
    found = find_dateline(f"{text} – A")
    understood = found if found and found.text == text.text else None
    date = understood.date if understood else None
    if date and fields.date and date != fields.date:
        line = maker.data.line_of(("date",))
        maker.findings.fault(reading.TWO_DATES, line, f"{date} and {fields.date}")
    return Dateline(
        text=text,
        mark=fields.dateline_mark,
        places=understood.places if understood else (),
        date=date,
        place=maker.place("dateline"),
    )


def _signs(entry: SignatoryFields, number: int, maker: Maker) -> bool:
    if entry.name is None and entry.body is None:
        line = maker.data.line_of(("signatories", number))
        detail = f"signatories {number + 1}: neither name nor body"
        hint = 'add a line  name = "…"  or  body = "…"'
        maker.findings.fault(reading.MISSING_KEY, line, detail, hint=hint)
        return False
    if entry.acronym and entry.body is None:
        maker.useless("acronym", "body", "signatories", number)
    return True


def _signatory(
    entry: SignatoryFields, number: int, maker: Maker, manuscript: Manuscript
) -> Signatory:
    path = ("signatories", number)
    roles = [("role",), *(("roles", position) for position in range(len(entry.roles)))]
    texts = [entry.role, *entry.roles]
    return Signatory(
        person=maker.person(entry.name, entry.civility, *path) if entry.name else None,
        roles=tuple(
            maker.given(text, *path, *key)
            for key, text in zip(roles, texts, strict=True)
            if text is not None
        ),
        body=maker.body(entry.body, *path, "body", acronym=entry.acronym) if entry.body else None,
        on_behalf_of=maker.words(entry.on_behalf_of, *path, "on_behalf_of"),
        acting_for=maker.words(entry.acting_for, *path, "acting_for"),
        consortium=maker.words(entry.consortium, *path, "consortium"),
        order=number + 1,
        lead=entry.lead,
        sort_as=entry.sort_as.strip(),
        group=maker.words(entry.group, *path, "group"),
        after_release=entry.after_release,
        signature=_signature(entry, number, maker, manuscript),
        place=maker.place(*path),
    )


def _check_order(fields: StatementFields, maker: Maker) -> None:
    """Report signatories that are asked to stand first where nobody does, and the other way."""
    leads = [number for number, entry in enumerate(fields.signatories) if entry.lead]
    if fields.order == "lead-first" and not leads:
        detail = "no signatory has  lead = true"
        maker.findings.fault(reading.ORDER_AND_LEAD, maker.data.line_of(("order",)), detail)
    if fields.order != "lead-first" and leads:
        line = maker.data.line_of(("signatories", leads[0], "lead"))
        detail = f"signatories {leads[0] + 1}, lead: the order is {fields.order}"
        maker.findings.fault(reading.ORDER_AND_LEAD, line, detail)


def _signature(
    entry: SignatoryFields, number: int, maker: Maker, manuscript: Manuscript
) -> tuple[str, Words] | None:
    if entry.signature is None:
        if entry.signature_alt is not None:
            maker.useless("signature_alt", "signature", "signatories", number)
        return None
    path = ("signatories", number, "signature")
    line = maker.data.line_of(path)
    if entry.signature_alt is None:
        hint = 'add signature_alt = "Signature of …"'
        maker.findings.fault(reading.NO_ALTERNATE_TEXT, line, entry.signature, hint=hint)
    found = images.locate(
        entry.signature, manuscript.path, manuscript.project, maker.findings, line
    )
    if found is None or entry.signature_alt is None:
        return None
    return found, maker.given(entry.signature_alt, "signatories", number, "signature_alt")


def _parsed(
    text: str | None, key: str, maker: Maker, manuscript: Manuscript, *path: str | int
) -> Element | None:
    """Parse Markdown that stands in the front matter, on the lines where it stands."""
    if text is None:
        return None
    line = maker.data.text_line_of((key, *path))
    prefix = "-".join(str(step) for step in (key, *path)) + "-"
    padded = "\n" * (line - 1) + text
    # Its title, or "Notes to editors", is a heading of level two.
    return manuscript.read(padded, above=2, notes_prefix=prefix.replace("_", "-"))


def _titled(
    entries: Sequence[TitledFields], key: str, maker: Maker, manuscript: Manuscript
) -> list[tuple[Words, Element]]:
    found = []
    for number, entry in enumerate(entries):
        root = _parsed(entry.text, key, maker, manuscript, number, "text")
        if root is not None:
            found.append((maker.given(entry.title, key, number, "title"), root))
    return found


def _annexes(
    entries: list[AnnexFields],
    parsed: list[tuple[Words, Element]],
    maker: Maker,
    manuscript: Manuscript,
) -> tuple[Annex, ...]:
    """Give each annex its language and its number."""
    found = []
    for position, (entry, (title, root)) in enumerate(zip(entries, parsed, strict=True)):
        language = maker.known_language(entry.lang or "", "annexes", position, "lang")
        body = manuscript.prose(root)
        if language:
            title, body = replace(title, language=language), replace(body, language=language)
        number = position + 1 if entry.number else None
        found.append(Annex(title, body, number, entry.landscape))
    return tuple(found)


def _written(
    entries: list[tuple[Words, Element]], manuscript: Manuscript
) -> tuple[tuple[Words, Prose], ...]:
    return tuple((title, manuscript.prose(root)) for title, root in entries)
