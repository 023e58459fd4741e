"""The head of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The page may show what is in it, and ask for nothing (Content Security Policy 3).
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def head(
    title: str,
    description: str,
    *,
    canonical: str,
    sisters: Mapping[str, str],
    linked_data: str,
    styles: Sequence[str],
) -> Element:
    """Make the ``head`` element.

    Args:
        title: of the text.
        description: empty if there is none.
        canonical: where the page will stand; empty if that is not known.
        sisters: addresses of the other versions by language.
        linked_data: JSON-LD, already without signs that end a script.
        styles: CSS in the order of the cascade.
    """
    element = Element("head")
    _meta(element, charset="utf-8")
    _meta(element, **{"http-equiv": "Content-Security-Policy", "content": POLICY})
    _meta(element, name="viewport", content="width=device-width, initial-scale=1")
    _meta(element, name="color-scheme", content="light dark")
    SubElement(element, "title").text = title
    if description:
        _meta(element, name="description", content=description)
    if canonical:
        SubElement(element, "link", rel="canonical", href=canonical)
    for language, where in sorted(sisters.items()):
        SubElement(element, "link", rel="alternate", hreflang=language, href=where)
    SubElement(element, "script", type="application/ld+json").text = f"\n{linked_data}\n"
    # A style sheet must not be able to end its own element.
    sheet = "".join(styles).replace("</", "<\\/")
    SubElement(element, "style").text = f"\n{sheet}"
    for kid in element:
        kid.tail = "\n"
    element.text, element.tail = "\n", "\n"
    return element


def _meta(parent: Element, **attributes: str) -> None:
    SubElement(parent, "meta", attributes)
