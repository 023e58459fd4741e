"""An HTML page: its main part, element for element, made into the record of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from publish.model import Page, Place, Prose, Words
from publish.read import elements, images, languages, links, names, structure
from publish.read.elements import LINE, is_block, line_of, name_of, text_of
from publish.read.sanitise import sanitise
from publish.standards.rules import reading

if TYPE_CHECKING:
    from pathlib import Path

    from publish.read.findings import Findings


_MAY_STAND_ALONE = frozenset({"img", "svg:svg", "br", "wbr"})


def read(
    text: str, path: Path, project: Path, findings: Findings, *, language: str | None
) -> Page | None:
    """Make the record of an HTML page.

    Args:
        text: of the file.
        path: of the file; images count from its folder.
        project: the project's folder, resolved.
        findings: takes up the faults.
        language: for a page that does not say its own.

    Returns:
        ``None`` where the page cannot be parsed or its language is not known.
    """
    try:
        root = elements.parse(text)
    except elements.TooDeep as error:
        findings.fault(reading.TOO_DEEP, error.line, error.why)
        return None
    if text.lstrip().startswith(("---\n", "+++\n")):
        findings.fault(reading.DATA_BEFORE_PAGE, 1)
    main, ancestors = _main(root, findings)
    code = _language(main, ancestors, findings, language)
    _say_stylesheets(root, findings)
    if not code:
        return None
    _say_outside(main, ancestors, findings)
    if sanitise(main, findings):
        elements.settle(main)
    _count_down(main)
    _review(main, root, code, path, project, findings)
    if not text_of(main) and main.find(".//img") is None:
        findings.fault(reading.EMPTY, line_of(main), "the main part has no text")
    return Page(
        language=code,
        title=_title(root, main, code, findings, names.parted(path.stem)[0]),
        body=_prose(main, code, findings),
        description=_meta(root, "description", "dcterms.description", "dc.description"),
        author=_meta(root, "author", "dcterms.creator", "dc.creator", "dcterms.publisher"),
        subjects=_subjects(root),
        rights=_meta(root, "dcterms.rights", "dc.rights", "rights", "copyright"),
        symbol=_meta(root, "dcterms.identifier", "dc.identifier"),
    )


def _count_down(main: Element) -> None:
    """Write the numbers of reversed lists at their items: the engine counts upwards only.

    Source: HTML Living Standard, 4.4.5 (ordinal value of the items).
    """
    for element in main.iter("ol"):
        if "reversed" not in element.attrib:
            continue
        items = element.findall("li")
        number = _whole(element.get("start"), len(items))
        for item in items:
            number = _whole(item.get("value"), number)
            item.set("value", str(number))
            number -= 1


def _whole(written: str | None, otherwise: int) -> int:
    try:
        return int(written or "")
    except ValueError:
        return otherwise


def _review(
    main: Element, root: Element, code: str, path: Path, project: Path, findings: Findings
) -> None:
    structure.review_languages(main, findings, language=code)
    structure.review_characters(main, findings)
    structure.review_headings(main, findings, above=0)
    _review_title(main, root, findings)
    structure.review_lists(main, findings)
    structure.review_roles(main, findings)
    structure.review_tables(main, findings)
    images.review(main, path, project, findings)
    links.review([main], findings, base=_address(root))


def _main(root: Element, findings: Findings) -> tuple[Element, tuple[Element, ...]]:
    """Return the main part with its ancestors, and say where it is not marked."""
    found = list(elements.walk(root))
    mains = [pair for pair in found if name_of(pair[0]) == "main" or pair[0].get("role") == "main"]
    if len(mains) > 1:
        findings.warning(reading.SEVERAL_MAINS, line_of(mains[1][0]))
    if mains:
        return mains[0]
    for name in ("article", "body"):
        # Several articles are parts of one text, or a list of texts: then the body is the text.
        named = [pair for pair in found if name_of(pair[0]) == name]
        if len(named) == 1:
            detail = f"all of <{name}> was taken"
            findings.warning(reading.NO_MAIN, line_of(named[0][0]), detail)
            return named[0]
    return root, ()


def _language(
    main: Element, ancestors: tuple[Element, ...], findings: Findings, language: str | None
) -> str:
    """Return the language of the main part: its own, or that of the nearest element around it."""
    for element in (main, *reversed(ancestors)):
        code = (element.get("lang") or element.get("xml:lang") or "").strip()
        if code:
            why = languages.why_unknown(code)
            if not why:
                return languages.usual(code)
            findings.fault(reading.UNKNOWN_LANGUAGE, line_of(element), why)
            break
    else:
        if not language:
            line = line_of(ancestors[0]) if ancestors else 1
            findings.fault(reading.NO_LANGUAGE, line, "<html> has no lang")
    return language or ""


def _review_title(main: Element, root: Element, findings: Findings) -> None:
    """Say where the title of the page is not in its main part, so that readers would miss it."""
    if main.find(".//h1") is not None:
        return
    outside = root.find(".//h1")
    if outside is not None:
        detail = f"“{text_of(outside)}” stands outside of it"
        findings.fault(reading.TITLE_OUTSIDE_MAIN, line_of(outside), detail)
    elif not any(name_of(element) in elements.HEADINGS for element in main.iter()):
        findings.warning(reading.TITLE_OUTSIDE_MAIN, line_of(main))


def _title(root: Element, main: Element, code: str, findings: Findings, fallback: str) -> Words:
    """Return the title of the page, or its first heading; else what it falls back on."""
    title = root.find("head/title")
    heading = main.find(".//h1")
    for element in (title, heading):
        if element is not None and text_of(element):
            place = Place(findings.label, line_of(element))
            return Words(text_of(element), code, place)
    hint = "write <title>…</title> in <head>, and the same words in an <h1>"
    findings.fault(reading.NO_TITLE, 1, hint=hint)
    # The name of the file, as the title of a draft; no release gets as far.
    return Words(fallback, code, Place(findings.label, 1))


def _meta(root: Element, *names: str) -> str:
    """Return the content of the first ``meta`` element with one of these names."""
    for name in names:
        for element in root.iterfind("head/meta"):
            if element.get("name", "").lower() == name and element.get("content", "").strip():
                return " ".join(element.get("content", "").split())
    return ""


def _subjects(root: Element) -> tuple[str, ...]:
    words = _meta(root, "keywords", "dcterms.subject", "dc.subject").replace("،", ",")
    return tuple(word.strip() for word in words.replace("，", ",").split(",") if word.strip())


def _address(root: Element) -> str:
    """Return the address at which the page stands, if it says so."""
    for element in root.iterfind("head/*"):
        is_own = name_of(element) == "base" or "canonical" in element.get("rel", "").lower().split()
        address = element.get("href", "")
        if is_own and links.scheme_of(address) in {"http", "https"}:
            return address
    return ""


def _say_stylesheets(root: Element, findings: Findings) -> None:
    for element in root.iter("link"):
        address = element.get("href", "")
        is_sheet = "stylesheet" in element.get("rel", "").lower().split()
        if is_sheet and links.is_remote(address):
            findings.warning(reading.REMOTE_STYLESHEET, line_of(element), address[:80])


def _say_outside(main: Element, ancestors: tuple[Element, ...], findings: Findings) -> None:
    """Say which parts with text stand outside the main part: they are not in the page."""
    path = {*ancestors, main}
    outside = [
        kid
        for element in ancestors
        if name_of(element) != "html"
        for kid in element
        if kid not in path and name_of(kid) not in {"script", "style", "template", "noscript"}
    ]
    names = [f"<{name_of(kid)}> (line {line_of(kid)})" for kid in outside if text_of(kid)]
    if names:
        more = f" and {len(names) - 6} more" if len(names) > 6 else ""
        detail = f"outside the main part: {', '.join(names[:6])}{more}"
        findings.warning(reading.LEFT_OUT, line_of(outside[0]), detail)


def _prose(main: Element, code: str, findings: Findings) -> Prose:
    _wrap_loose(main)
    return Prose(elements.fragment(main), code, Place(findings.label, line_of(main)))


def _wrap_loose(main: Element) -> None:
    """Put words that stand directly in the main part into paragraphs: blocks only at the top."""
    kids, text = list(main), main.text or ""
    main[:], main.text = [], ""
    paragraph: Element | None = None
    if text.strip():
        paragraph = _paragraph(main, line_of(main))
        paragraph.text = text
    else:
        main.text = text
    for kid in kids:
        tail, kid.tail = kid.tail or "", None
        is_alone = paragraph is None and name_of(kid) in _MAY_STAND_ALONE and not tail.strip()
        if not is_block(kid) and not is_alone:
            paragraph = _paragraph(main, line_of(kid)) if paragraph is None else paragraph
            paragraph.append(kid)
            kid.tail = tail
            continue
        main.append(kid)
        if tail.strip():
            paragraph = _paragraph(main, line_of(kid))
            paragraph.text = tail
        else:
            paragraph, kid.tail = None, tail


def _paragraph(main: Element, line: int) -> Element:
    paragraph = SubElement(main, "p")
    if line:
        paragraph.set(LINE, str(line))
    return paragraph
