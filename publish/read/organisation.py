"""An organisation page: front matter and Markdown made into the record.

Headings part the text into sections. A section that is given the id ``structure`` (``## How we
are built {#structure}``) and holds a list of lists gives the structure of the organisation; the
front matter may give it instead, with more about each part. What else the front matter gives
(leaders, offices, history, documents) is shown in the section with its id, where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from publish.model import Contact, Division, Organisation, Person, Place, Section, Words
from publish.read import markdown, organisation_parts
from publish.read.elements import HEADINGS, line_of, name_of, text_of
from publish.read.page_text.labels import SECTIONS
from publish.standards.rules import organisation as rules

if TYPE_CHECKING:
    from publish.read.fields import DivisionFields, OrganisationFields, PersonFields
    from publish.read.prose import Manuscript
    from publish.read.records import Maker

#: Ids that say what a section is about, each with the key that layouts know.
KEYS = {key: key for key in (*SECTIONS, "documents", "finance", "history", "leadership")} | {
    "where": "countries"
}


def organisation(
    fields: OrganisationFields, title: Words, body: Element, maker: Maker, manuscript: Manuscript
) -> Organisation:
    """Make the record of an organisation page.

    Args:
        fields: the typed front matter.
        title: from the front matter or the text.
        body: the text, parsed and not yet reviewed.
        maker: for words with their lines.
        manuscript: checks the text.
    """
    given = frozenset(heading.get("id", "") for heading in markdown.headings(body))
    manuscript.review()
    if fields.acronym and fields.body is None:
        maker.useless("acronym", "body")
    plan = _Plan(manuscript, given, listed="structure" in given)
    lead, sections = plan.sections(list(body), 2)
    divisions = tuple(
        _division(entry, maker, "divisions", number)
        for number, entry in enumerate(fields.divisions)
    )
    sections, divisions = _with_divisions(sections, divisions, maker)
    _review_view(fields, sections, divisions, maker)
    return Organisation(
        language=maker.language,
        title=title,
        sections=sections,
        body=maker.body(fields.body, "body", acronym=fields.acronym) if fields.body else None,
        mission=maker.words(fields.mission, "mission"),
        lead=manuscript.prose(lead) if len(lead) else None,
        founded=fields.founded,
        legal_basis=maker.words(fields.legal_basis, "legal_basis"),
        figures=tuple(
            organisation_parts.figure(entry, number, maker)
            for number, entry in enumerate(fields.figures)
        ),
        divisions=divisions,
        structure_view=fields.structure_view,
        cover=fields.cover,
        contents=fields.contents,
        leadership=tuple(
            organisation_parts.leader(entry, number, maker, manuscript)
            for number, entry in enumerate(fields.leadership)
        ),
        offices=tuple(
            organisation_parts.office(entry, number, maker)
            for number, entry in enumerate(fields.offices)
        ),
        history=tuple(
            organisation_parts.event(entry, number, maker)
            for number, entry in enumerate(fields.history)
        ),
        documents=tuple(
            organisation_parts.document(entry, number, maker)
            for number, entry in enumerate(fields.documents)
        ),
        contacts=tuple(
            maker.contact(entry, "contacts", number) for number, entry in enumerate(fields.contacts)
        ),
        symbol=fields.symbol,
        release=maker.release(fields),
        description=fields.description,
        subjects=tuple(fields.subjects),
        rights=fields.rights,
        place=Place(maker.findings.label, 1),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """Parts a text into sections.

    Attributes:
        given: ids that headings were given; only they say what a section is about, since a
            heading may have the word by chance.
        listed: whether the section with the id ``structure`` holds the structure as a list.
    """

    manuscript: Manuscript
    given: frozenset[str]
    listed: bool

    def sections(self, blocks: list[Element], level: int) -> tuple[Element, tuple[Section, ...]]:
        """Part blocks at the headings of a level: what is before the first, and the sections."""
        starts = [
            n for n, block in enumerate(blocks) if 0 < HEADINGS.get(name_of(block), 0) <= level
        ]
        lead = _held(blocks[: starts[0]] if starts else blocks)
        ends = [*starts, len(blocks)][1:]
        return lead, tuple(
            self._section(blocks[start], blocks[start + 1 : end], level)
            for start, end in zip(starts, ends, strict=False)
        )

    def _section(self, heading: Element, blocks: list[Element], level: int) -> Section:
        own, sections = self.sections(blocks, level + 1) if level < 6 else (_held(blocks), ())
        key = heading.get("id", "")
        divisions: tuple[Division, ...] = ()
        if key == "structure" and self.listed:
            divisions = _listed_divisions(own, self.manuscript)
        if key in self.manuscript.targets:
            own = _reached(own, key)
        return Section(
            heading=_words(heading, self.manuscript),
            body=self.manuscript.prose(own) if len(own) else None,
            divisions=divisions,
            sections=sections,
            key=KEYS.get(key, "") if key in self.given else "",
        )


def _reached(blocks: Element, key: str) -> Element:
    """Give the text of a section the id to which links lead: its heading becomes plain words."""
    root = Element("div")
    inner = SubElement(root, "div", {"id": key})
    inner.extend(blocks)
    return root


def _held(blocks: list[Element]) -> Element:
    root = Element("div")
    root.extend(blocks)
    return root


def _words(element: Element, manuscript: Manuscript) -> Words:
    """Return plain words; in another language if the whole element is."""
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else element
    language = element.get("lang") or (
        inner.get("lang") if not (inner.tail or "").strip() else None
    )
    place = Place(manuscript.findings.label, line_of(element))
    return Words(text_of(element), language or manuscript.language, place)


def _listed_divisions(body: Element, manuscript: Manuscript) -> tuple[Division, ...]:
    """Take the first list of lists out of a section: it is the structure."""
    for block in body:
        if name_of(block) in {"ul", "ol"}:
            body.remove(block)
            return tuple(_listed(item, manuscript) for item in block if name_of(item) == "li")
    return ()


def _listed(item: Element, manuscript: Manuscript) -> Division:
    below = [kid for kid in item if name_of(kid) in {"ul", "ol"}]
    own = Element("li", item.attrib)
    own.text = item.text
    own.extend(kid for kid in item if kid not in below)
    return Division(
        name=_words(own, manuscript),
        parts=tuple(
            _listed(kid, manuscript) for part in below for kid in part if name_of(kid) == "li"
        ),
        place=Place(manuscript.findings.label, line_of(item)),
    )


def _with_divisions(
    sections: tuple[Section, ...], divisions: tuple[Division, ...], maker: Maker
) -> tuple[tuple[Section, ...], tuple[Division, ...]]:
    """Put the structure of the front matter into its section; return what has none."""
    number = next((n for n, one in enumerate(sections) if one.key == "structure"), None)
    if number is None or not divisions:
        return sections, divisions
    section = sections[number]
    if section.divisions:
        line = maker.data.line_of(("divisions",))
        where = section.divisions[0].place
        detail = f"the list begins on line {where.line}" if where else ""
        maker.findings.fault(rules.STRUCTURE_TWICE, line, detail)
        return sections, ()
    whole = replace(section, divisions=divisions)
    return (*sections[:number], whole, *sections[number + 1 :]), ()


def _review_view(
    fields: OrganisationFields,
    sections: tuple[Section, ...],
    divisions: tuple[Division, ...],
    maker: Maker,
) -> None:
    """Say that there is nothing of which the author chose the view."""
    if fields.structure_view and not divisions and not any(one.divisions for one in sections):
        line = maker.data.line_of(("structure_view",))
        maker.findings.fault(rules.VIEW_WITHOUT_STRUCTURE, line, fields.structure_view)


def _division(entry: DivisionFields, maker: Maker, *path: str | int) -> Division:
    return Division(
        name=maker.given(entry.name, *path, "name"),
        head=_person(entry.head, maker, *path, "head") if entry.head else None,
        head_role=maker.words(entry.head.role, *path, "head", "role") if entry.head else None,
        purpose=maker.words(entry.purpose, *path, "purpose"),
        contact=_contact(entry, maker, *path),
        parts=tuple(
            _division(part, maker, *path, "parts", number)
            for number, part in enumerate(entry.parts)
        ),
        place=maker.place(*path),
    )


def _contact(entry: DivisionFields, maker: Maker, *path: str | int) -> Contact | None:
    return maker.contact(entry.contact, *path, "contact") if entry.contact else None


def _person(entry: PersonFields, maker: Maker, *path: str | int) -> Person:
    return maker.person(entry.name, entry.civility, *path)
