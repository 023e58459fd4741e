"""What a page on a screen has and a sheet of paper has not: ways to get about.

Whatever is added bears ``data-added``, so that the check of words knows it from the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from publish.finish.web.write import has_class, put_in_place, take_out

if TYPE_CHECKING:
    from publish.model.wording import Wording
    from publish.model.words import Words

#: Stands on what the page says and the text does not.
ADDED = "data-added"


def set_landmarks(body: Element, wording: Wording, language: str, *, draft: bool) -> None:
    """Give the page a skip link, a banner, and a footer where there is an imprint, in place.

    The head of the text becomes the banner and its imprint the footer; both stay where they are
    read. Source: HTML, 4.4.8; ARIA in HTML.
    """
    main = next(body.iter("main"))
    target = _own_id(body, main)
    main.set("tabindex", "-1")
    skip = _said("a", wording.skip, language, {"class": "skip", "href": f"#{target}"})
    banner = Element("header", {"class": "banner"})
    if draft:
        banner.append(_said("p", wording.draft, language, {"class": "draft"}))
    if head := _opening(main):
        parent, masthead = head
        take_out(parent, masthead)
        banner.append(masthead)
    front = [skip, banner] if len(banner) else [skip]
    for place, element in enumerate(front):
        element.tail = "\n"
        body.insert(place, element)
    if foot := _closing(main):
        parent, footer = foot
        take_out(parent, footer)
        body.append(footer)


def let_tables_scroll(body: Element, wording: Wording, language: str) -> None:
    """Put each table into a region that scrolls by itself and can be reached by the keyboard.

    Source: WCAG 2.2, 1.4.10 (reflow) and 2.1.1 (keyboard).
    """
    parents = {kid: parent for parent in body.iter() for kid in parent}
    for number, table in enumerate(list(body.iter("table")), start=1):
        if _is_inside_table(table, parents):
            continue
        region = Element("div", {"class": "scroll", "role": "region", "tabindex": "0"})
        name = _name_of(table, parents[table])
        if name is None:
            region.set("aria-label", f"{wording.table.text} {number}")
            if wording.table.language.split("-")[0] != language.split("-")[0]:
                region.set("lang", wording.table.language)
                table.set("lang", table.get("lang") or language)
        else:
            name.set("id", name.get("id") or f"table-name-{number}")
            region.set("aria-labelledby", name.get("id", ""))
        put_in_place(parents[table], table, region)
        region.append(table)


def _said(tag: str, words: Words, language: str, attributes: dict[str, str]) -> Element:
    element = Element(tag, {**attributes, ADDED: ""})
    element.text = words.text
    if words.language != language:
        element.set("lang", words.language)
        element.set("dir", words.direction)
    return element


def _own_id(body: Element, main: Element) -> str:
    """Give the main element an ``id`` that no other element has."""
    taken = {element.get("id") for element in body.iter()}
    if not main.get("id"):
        main.set("id", next(key for key in ("text", "main-text", "the-text") if key not in taken))
    return main.get("id", "")


def _opening(main: Element) -> tuple[Element, Element] | None:
    """Return the masthead with its parent, if nothing is read before it."""
    parent = main
    while len(parent) and not (parent.text or "").strip():
        first = parent[0]
        if has_class(first, "masthead"):
            return parent, first
        parent = first
    return None


def _closing(main: Element) -> tuple[Element, Element] | None:
    """Return the imprint with its parent, if nothing is read after it."""
    parent = main
    while len(parent) and not (parent[-1].tail or "").strip():
        last = parent[-1]
        if last.tag == "footer":
            return parent, last
        parent = last
    return None


def _is_inside_table(table: Element, parents: dict[Element, Element]) -> bool:
    around = parents.get(table)
    while around is not None and around.tag != "table":
        around = parents.get(around)
    return around is not None


def _name_of(table: Element, parent: Element) -> Element | None:
    caption = table.find("caption")
    if caption is None and parent.tag == "figure":
        caption = parent.find("figcaption")
    return caption


def list_footnotes(body: Element, wording: Wording, language: str) -> None:
    """Gather notes that paper has at the foot of its pages at the end of the text, in place.

    Source: DPUB-ARIA 1.1 (doc-noteref, doc-endnotes, doc-backlink).
    """
    parents = {kid: parent for parent in body.iter() for kid in parent}
    notes = [each for each in body.iter() if each.get("role") == "doc-footnote"]
    if not notes:
        return
    main = next(body.iter("main"))
    section = Element("section", {"role": "doc-endnotes", "aria-labelledby": "label-footnotes"})
    section.append(_said("h2", wording.notes, language, {"id": "label-footnotes"}))
    items = SubElement(section, "ol")
    for number, note in enumerate(notes, start=1):
        key = note.get("id") or f"footnote-{number}"
        call = Element(
            "a", {"role": "doc-noteref", "href": f"#{key}", "id": f"footnote-call-{number}"}
        )
        call.text = str(number)
        call.set(ADDED, "")
        put_in_place(parents[note], note, call)
        item = SubElement(items, "li", {"id": key})
        item.text, item[:] = note.text, list(note)
        for name in ("lang", "dir"):
            if note.get(name):
                item.set(name, note.get(name, ""))
        back = SubElement(item, "a", {"role": "doc-backlink", "href": f"#footnote-call-{number}"})
        back.set("aria-label", f"↩ {number}")
        back.text = "↩"
    (next(main.iter("article"), main)).append(section)
