"""The keys that front matter may have, and the types of their values."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

#: Text that is there: not empty, not only white space.
Text = Annotated[str, StringConstraints(pattern=r"\S")]
#: A mail address, or nothing.
Mail = Annotated[str, StringConstraints(pattern=r"^(?:[^\s@<>\"]+@[^\s@<>\"]+)?$")]
#: A colour, and the address of a folder on the web, or nothing.
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Address = Annotated[str, StringConstraints(pattern=r"^(?:https://[^\s<>\"?#]+/)?$")]
Kind = Literal["statement", "organisation", "page"]
Status = Literal["draft", "embargoed", "released", "corrected", "superseded"]
StructureView = Literal["chart", "list", "both"]
Relationship = Literal["Source", "Data", "Alternative", "Supplement"]


class Fields(BaseModel):
    """Strict, and closed to keys that nobody knows.

    What each key means stands under ``Attributes`` of its group; the reference page of front
    matter is written from there.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class BodyFields(Fields):
    """A body with its acronym, where one string is not enough.

    Attributes:
        name: full name in the language of the text.
        acronym: as the text's language has it, for example ``HCR``.
        key: one short name of the body for all languages; kept for layouts to come.
    """

    name: Text
    acronym: Text | None = None
    key: str = ""


class SignatoryFields(Fields):
    """One entry of ``[[signatories]]``; at least ``name`` or ``body`` is needed.

    Attributes:
        name: of the person who signs.
        civility: form of address before the name.
        role: one role, with its commas.
        roles: where there is more than one role, instead of ``role``.
        body: for which the person signs, or which signs itself.
        acronym: of the body.
        on_behalf_of: a further body or group, as it must be read.
        acting_for: the person who is represented, as it must be read.
        consortium: members for whom the body signs, as it must be read.
        group: heading under which this signatory stands, such as a country.
        after_release: true for one who signed after the release.
        lead: true for one who stands before all others; goes with ``order = "lead-first"``.
        sort_as: what counts in the alphabet instead of the name, such as the family name.
        signature: picture of the handwriting, a path from the text's folder.
        signature_alt: what is heard for that picture.
    """

    name: Text | None = None
    civility: Text | None = None
    role: Text | None = None
    roles: list[Text] = []
    body: Text | BodyFields | None = None
    acronym: Text | None = None
    on_behalf_of: Text | None = None
    acting_for: Text | None = None
    consortium: Text | None = None
    group: Text | None = None
    after_release: bool = False
    lead: bool = False
    sort_as: str = ""
    signature: Text | None = None
    signature_alt: Text | None = None


class EndorsementFields(Fields):
    """One entry of ``[[endorsements]]``: who joined later.

    Attributes:
        name: of a body or person.
        date: on which they joined.
    """

    name: Text
    date: datetime.date | None = None


class ContactFields(Fields):
    """One entry of ``[[contacts]]``.

    Attributes:
        name: of a person or an office.
        role: of the person.
        body: for which the person speaks.
        city: where they are.
        phone: in international form: ``+41 22 555 01 00``.
        mail: an address.
        hours: when somebody answers.
        audience: whom the contact is for; where a text has both, each has a heading.
        public: false for a contact that must not stand in the public edition.
    """

    name: Text | None = None
    role: Text | None = None
    body: Text | None = None
    city: Text | None = None
    phone: str = ""
    mail: Mail = ""
    hours: Text | None = None
    audience: Literal["media", "public"] = "media"
    public: bool = True


class TitledFields(Fields):
    """One entry of ``[[about]]``.

    Attributes:
        title: its heading.
        text: Markdown, between three quotation marks.
    """

    title: Text
    text: Text


class AnnexFields(TitledFields):
    """One entry of ``[[annexes]]``: a text that begins on a new page.

    Attributes:
        title: its heading.
        text: Markdown, between three quotation marks.
        lang: its language (BCP 47), where it is not that of the statement.
        landscape: true for pages that are wider than high, for a wide table.
        number: true to show its number before the title: ``Annex 2``.
    """

    lang: Text | None = None
    landscape: bool = False
    number: bool = False


class SisterFields(Fields):
    """One entry of ``[[sisters]]``: the same text in another language.

    Attributes:
        lang: its language (BCP 47).
        title: in that language.
        address: where it can be had: a full address with ``https:``.
        original: true if that version is the original.
    """

    lang: Text
    title: Text | None = None
    address: str = ""
    original: bool = False


class AttachmentFields(Fields):
    """One entry of ``[[attachments]]``: a file that travels inside the PDF.

    Attributes:
        path: of the file, from the text's folder; it must lie in the project.
        description: what the file is, as a reader hears it.
        relationship: what it is to the text (ISO 32000-2, 7.11.3).
        media_type: for example ``text/csv``, where the file's suffix does not tell.
    """

    path: Text
    description: Text
    relationship: Relationship = "Supplement"
    media_type: Text | None = None


class PersonFields(Fields):
    """A person who leads.

    Attributes:
        name: of the person.
        civility: form of address before the name.
        role: in the organisation.
    """

    name: Text
    civility: Text | None = None
    role: Text | None = None


class LeaderFields(PersonFields):
    """One entry of ``[[leadership]]``.

    Attributes:
        portrait: picture of the person, a path from the text's folder.
        portrait_alt: what is heard for that picture.
    """

    portrait: Text | None = None
    portrait_alt: Text | None = None


class FigureFields(Fields):
    """One entry of ``[[figures]]``: a number that says how large the organisation is.

    Attributes:
        value: as it must stand there, with its unit: ``3,2 M``.
        label: what it counts.
        source: where it was taken from.
        year: of the source, where ``source`` does not say it.
        note: what a reader must know of it.
    """

    value: Text
    label: Text
    source: Text | None = None
    year: int | None = None
    note: Text | None = None


class EventFields(Fields):
    """One entry of ``[[history]]``: what happened when.

    Attributes:
        year: in which it happened.
        when: instead of the year, as it must stand there: ``June 1962``.
        text: what happened.
    """

    year: int | None = None
    when: Text | None = None
    text: Text


class DocumentFields(Fields):
    """One entry of ``[[documents]]``: a text by which the organisation is governed.

    Attributes:
        title: of the document.
        address: where it can be had: a full address with ``https:``.
        note: what it is, or which version.
        date: of the document.
    """

    title: Text
    address: str = ""
    note: Text | None = None
    date: datetime.date | None = None


class OfficeFields(Fields):
    """One entry of ``[[offices]]``.

    Attributes:
        city: where it is.
        name: of the office.
        address: for letters; lines are kept.
        phone: in international form: ``+41 22 555 01 00``.
        mail: an address.
        hours: when somebody answers.
    """

    city: Text
    name: Text | None = None
    address: Text | None = None
    phone: str = ""
    mail: Mail = ""
    hours: Text | None = None


class DivisionFields(Fields):
    """One entry of ``[[divisions]]``, with the parts below it.

    Attributes:
        name: of an office, a department or a post.
        head: who leads it.
        purpose: what it is for.
        contact: whom to ask.
        parts: the level below, as ``[[divisions.parts]]``.
    """

    name: Text
    head: PersonFields | None = None
    purpose: Text | None = None
    contact: ContactFields | None = None
    parts: list[DivisionFields] = []


class CommonFields(Fields):
    """What every text may say about itself.

    Attributes:
        kind: what the text is; a text that does not say it is what its file is called,
            otherwise a statement.
        lang: its language (BCP 47), unless the name of the file or ``--language`` says it.
        title: instead of a heading of level one in the text.
        symbol: document symbol, the same in all languages.
        date: of issue.
        status: where the text is in its life.
        embargo: when it may be read, with time zone; goes with the status ``embargoed``.
        version: counted from 1; grows with each correction.
        supersedes: symbol or address of the text that this one replaces.
        superseded_by: symbol or address of the text that replaces this one.
        note: shown above the title, for example that this is no official record.
        description: one sentence for catalogues; not shown on the page.
        subjects: keywords for catalogues; not shown on the page.
        rights: licence or holder of rights, for catalogues; not shown on the page.
        attachments: files that travel inside the PDF.
        languages: in which the work is expected, instead of the ``languages`` of the project; a
            version that is missing shows as pending.
        sisters: the same text in other languages, where the texts beside it are not all of them.
        original_language: in which it was written first (BCP 47).
        typography: ``false`` leaves spaces, quotation marks and dashes of this text as typed.
    """

    kind: Kind
    lang: Text | None = None
    title: Text | None = None
    symbol: str = ""
    date: datetime.date | None = None
    status: Status = "released"
    embargo: datetime.datetime | None = None
    version: Annotated[int, Field(ge=1)] = 1
    supersedes: str = ""
    superseded_by: str = ""
    note: str = ""
    description: str = ""
    subjects: list[Text] = []
    rights: str = ""
    attachments: list[AttachmentFields] = []
    languages: list[Text] = []
    sisters: list[SisterFields] = []
    original_language: str = ""
    typography: bool = True


class StatementFields(CommonFields):
    """The keys of a statement, beside the common ones.

    Attributes:
        subtitle: below the title.
        kind_line: above the title, for example ``Joint statement``.
        dateline: place and perhaps date, printed as typed: ``Geneva/Nairobi, 12 March 2026``.
        dateline_mark: what closes the dateline where the text runs on behind it, such as a dash.
        distribution: who may have it, for example ``General``.
        series: name and number of a series.
        lead: a first paragraph that sums the text up.
        issuing_bodies: who issues it, where that is not who signs it.
        signatories_label: the words above the signatories, for example ``Signed by``.
        signatories: who signs, in the order of protocol.
        order: in which they stand: ``protocol`` is as given; ``alphabetical`` goes by the bodies
            where each signatory has one, else by the names, as the language sorts; ``lead-first``
            puts those with ``lead = true`` before all others.
        signing: ``space`` leaves room for a hand above a line, ``none`` leaves no room.
        signatory_logos: true to show the mark of each body above its signatory.
        cover: true for a first page with title, bodies and date alone.
        contents: true for a table of contents before the text.
        endorsements: who joined later.
        contacts: whom the press and the public may ask.
        notes_to_editors: Markdown, after the signatories.
        about: a text about each body, after the notes.
        annexes: texts at the end.
        access_note: how to get the text in another form.
        end_mark: such as ``ENDS`` or ``###``; printed as typed.
    """

    subtitle: Text | None = None
    kind_line: Text | None = None
    dateline: Text | None = None
    dateline_mark: str = ""
    distribution: Text | None = None
    series: str = ""
    lead: Text | None = None
    issuing_bodies: list[Text | BodyFields] = []
    signatories_label: Text | None = None
    signatories: list[SignatoryFields] = []
    order: Literal["protocol", "alphabetical", "lead-first"] = "protocol"
    signing: Literal["none", "space"] | None = None
    signatory_logos: bool = False
    cover: bool = False
    contents: bool = False
    endorsements: list[EndorsementFields] = []
    contacts: list[ContactFields] = []
    notes_to_editors: Text | None = None
    about: list[TitledFields] = []
    annexes: list[AnnexFields] = []
    access_note: Text | None = None
    end_mark: Text | None = None


class OrganisationFields(CommonFields):
    """The keys of an organisation page, beside the common ones.

    Attributes:
        body: the organisation itself.
        acronym: of the organisation.
        mission: one sentence below the title.
        founded: a year.
        legal_basis: as it must be read, for example a treaty.
        figures: up to eight numbers, in a band below the title.
        leadership: who leads, in order; goes below a heading with ``{#leadership}``.
        offices: where it is; goes below a heading with ``{#where}``.
        history: what happened when; goes below a heading with ``{#history}``.
        documents: what governs it; goes below a heading with ``{#documents}``.
        contacts: whom the press and the public may ask.
        divisions: how it is built; a list below a heading with ``{#structure}`` does the same.
        cover: true for a first page with name and mission alone.
        contents: true for a table of contents before the text.
        structure_view: how it is shown: ``chart``, ``list`` or ``both``. Each of them is read as
            nested lists. Without it, a structure that fits is drawn as a chart.
    """

    body: Text | BodyFields | None = None
    acronym: Text | None = None
    mission: Text | None = None
    founded: int | None = None
    legal_basis: Text | None = None
    figures: Annotated[list[FigureFields], Field(max_length=8)] = []
    leadership: list[LeaderFields] = []
    offices: list[OfficeFields] = []
    history: list[EventFields] = []
    documents: list[DocumentFields] = []
    contacts: list[ContactFields] = []
    divisions: list[DivisionFields] = []
    structure_view: StructureView | None = None
    cover: bool = False
    contents: bool = False


class PageFields(CommonFields):
    """The keys of a page that is neither, beside the common ones.

    Attributes:
        author: an office, for catalogues; not shown on the page.
    """

    author: str = ""


KINDS: dict[str, type[CommonFields]] = {
    "statement": StatementFields,
    "organisation": OrganisationFields,
    "page": PageFields,
}
