"""A Markdown file: front matter, title and text made into a statement, organisation or page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publish.model import Organisation, Page, Place, Statement, Words
from publish.read import field_faults, front_matter, languages, names, shared, sisters
from publish.read.elements import LINE, line_of, text_of
from publish.read.fields import OrganisationFields, PageFields, StatementFields
from publish.read.organisation import organisation
from publish.read.prose import Manuscript
from publish.read.records import Maker
from publish.read.statement import statement
from publish.standards.rules import reading

if TYPE_CHECKING:
    from pathlib import Path

    from publish.read.fields import AttachmentFields, CommonFields
    from publish.read.findings import Findings


@dataclass(frozen=True, slots=True)
class Read:
    """What a Markdown file holds.

    Attributes:
        attachments: to be read, each with its line.
        expected: the languages in which the work is expected, if the file says it.
        typography: whether the text follows the habits of its language.
    """

    content: Statement | Organisation | Page
    attachments: tuple[tuple[AttachmentFields, int], ...] = ()
    expected: tuple[str, ...] = ()
    typography: bool = True


def read(
    text: str, path: Path, project: Path, findings: Findings, *, language: str | None
) -> Read | None:
    """Make the record of a Markdown file.

    Args:
        text: of the file.
        path: of the file; images count from its folder.
        project: the project's folder, resolved.
        findings: takes up the faults.
        language: for a text that does not say its own.

    Returns:
        ``None`` where the front matter cannot be read, the language is not known or the text is
        nested too deep.
    """
    data = _data(text, path, project, findings, language)
    given = field_faults.checked(data, findings) if data else None
    if data is None or given is None:
        return None
    code = _language(given.lang or language or "", data, findings)
    if not code:
        return None
    maker = Maker(data, code, findings)
    manuscript = Manuscript(path, project, code, findings)
    body = manuscript.read(data.body, above=0 if isinstance(given, PageFields) else 1)
    if any(fault.code == reading.TOO_DEEP.code for fault in findings.faults):
        return None  # a draft without its text would say that there is none
    title = _title(given, body, maker) or _name(path, maker)
    if not len(body) and not isinstance(given, OrganisationFields):
        findings.fault(reading.EMPTY, data.last_line, "there is no text after the front matter")
    content = _content(given, title, body, maker, manuscript)
    original = maker.known_language(given.original_language, "original_language")
    return Read(
        replace(content, sisters=sisters.listed(given, maker), original_language=original),
        tuple(
            (entry, data.line_of(("attachments", number)))
            for number, entry in enumerate(given.attachments)
        ),
        _expected(given, maker),
        given.typography,
    )


def _data(
    text: str, path: Path, project: Path, findings: Findings, language: str | None
) -> front_matter.FrontMatter | None:
    """Return what the text says about itself, over what it shares with its other versions."""
    common = shared.beside(path, project, findings)
    kind = names.kind_of(path)
    if common and kind and not front_matter.is_there(text):
        own: front_matter.FrontMatter | None = front_matter.none_of(text)
    else:
        own = front_matter.part(text, findings)
    if own is None:
        return None
    data: front_matter.FrontMatter | None = own
    if common:
        said = own.values.get("lang", language)
        code = _language(said if isinstance(said, str) else "", own, findings)
        data = shared.join(own, common, project, code, findings) if code else None
    if data and kind:
        data.values.setdefault("kind", kind)
    return data


def _expected(given: CommonFields, maker: Maker) -> tuple[str, ...]:
    known = (
        maker.known_language(code, "languages", number)
        for number, code in enumerate(given.languages)
    )
    return tuple(filter(None, known))


def _content(
    given: CommonFields, title: Words, body: Element, maker: Maker, manuscript: Manuscript
) -> Statement | Organisation | Page:
    if isinstance(given, StatementFields):
        return statement(given, title, body, maker, manuscript)
    if isinstance(given, OrganisationFields):
        return organisation(given, title, body, maker, manuscript)
    return _page(given, title, body, maker, manuscript)


def _page(
    given: CommonFields, title: Words, body: Element, maker: Maker, manuscript: Manuscript
) -> Page:
    heading = Element("h1", {LINE: str(title.place.line if title.place else 0)})
    heading.text = title.text
    body.insert(0, heading)
    manuscript.review()
    return Page(
        language=maker.language,
        title=title,
        body=manuscript.prose(body),
        release=maker.release(given),
        description=given.description,
        author=given.author if isinstance(given, PageFields) else "",
        subjects=tuple(given.subjects),
        rights=given.rights,
        symbol=given.symbol,
    )


def _language(code: str, data: front_matter.FrontMatter, findings: Findings) -> str:
    if not code:
        hint = 'name the file TEXT.fr.md, or add  lang = "…"  to the front matter'
        findings.fault(reading.NO_LANGUAGE, data.line_of(("kind",)), hint=hint)
        return ""
    why = languages.why_unknown(code)
    if why:
        findings.fault(reading.UNKNOWN_LANGUAGE, data.line_of(("lang",)), why)
        return ""
    return languages.usual(code)


def _name(path: Path, maker: Maker) -> Words:
    """Return the name of a file as the title of a draft; no release gets as far."""
    name, _ = names.parted(path.stem)
    return Words(name, maker.language, Place(maker.findings.label, maker.data.last_line))


def _title(given: CommonFields, body: Element, maker: Maker) -> Words | None:
    """Return the title, and take the headings of level one out of the text."""
    titles = body.findall("h1")
    first = titles[0] if titles and body[0] is titles[0] else None
    place = Place(maker.findings.label, line_of(first) if first is not None else 0)
    written = Words(text_of(first), maker.language, place) if first is not None else None
    title = maker.words(given.title, "title")
    for heading in titles:
        repeats = heading is first and (title is None or title.text == text_of(heading))
        if repeats:
            body.remove(heading)
        else:
            detail = f"“{text_of(heading)}”"
            maker.findings.fault(reading.SECOND_TITLE, line_of(heading), detail)
            heading.tag = "h2"
    found = title or written
    if not found:
        maker.findings.fault(reading.NO_TITLE, maker.data.last_line)
    return found
