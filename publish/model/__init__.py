"""Frozen records with the words of the trade. Nothing here reads, writes or draws."""

from publish.model.brand import Brand, Colours, Drawing, Faces, Logo
from publish.model.composed import Composed
from publish.model.dateline import Dateline
from publish.model.fault import Fault, Severity
from publish.model.form import Form
from publish.model.house import House
from publish.model.organisation import (
    Division,
    Document,
    Event,
    Figure,
    Leader,
    Office,
    Organisation,
    Section,
)
from publish.model.page import Page
from publish.model.people import Body, Contact, Person, Signatory
from publish.model.place import Place
from publish.model.release import Release, ReleaseState
from publish.model.sisters import SisterLanguage, address_of, versioned
from publish.model.statement import Annex, Endorsement, Statement
from publish.model.words import Prose, Words, direction_of
from publish.model.work import Attachment, Metadata, Shared, Source, Work

__all__ = [
    "Annex",
    "Attachment",
    "Body",
    "Brand",
    "Colours",
    "Composed",
    "Contact",
    "Dateline",
    "Division",
    "Document",
    "Drawing",
    "Endorsement",
    "Event",
    "Faces",
    "Fault",
    "Figure",
    "Form",
    "House",
    "Leader",
    "Logo",
    "Metadata",
    "Office",
    "Organisation",
    "Page",
    "Person",
    "Place",
    "Prose",
    "Release",
    "ReleaseState",
    "Section",
    "Severity",
    "Shared",
    "Signatory",
    "SisterLanguage",
    "Source",
    "Statement",
    "Words",
    "Work",
    "address_of",
    "direction_of",
    "versioned",
]
