"""What a page says about itself: to search engines, catalogues and browsers.

Source: schema.org; Schema.org Accessibility Properties for Discoverability Vocabulary (W3C).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from publish.model.form import Form
from publish.model.organisation import Organisation
from publish.model.page import Page
from publish.model.sisters import address_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from publish.model.house import House
    from publish.model.wording import Wording
    from publish.model.work import Work

#: Signs that could end a script element or begin a comment in it, as JSON writes them too.
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def linked_data(
    work: Work, house: House, wording: Wording, body: Element, sisters: Mapping[str, str]
) -> str:
    """Return the description of a page for machines, as JSON-LD.

    Args:
        work: what the page says.
        house: who publishes it, and where.
        wording: holds the accessibility summary.
        body: of the page, to see what is in it.
        sisters: addresses of the other versions by language.
    """
    record = {"@context": "https://schema.org"} | _said(work)
    if house.address:
        record["url"] = address(house, work)
        record |= _translations(work, record["@type"], sisters)
    if publisher := house.brand.name_in(work.language):
        record["publisher"] = {"@type": "Organization", "name": publisher.text}
    record |= _access(body) | {"accessibilitySummary": wording.access_summary.text}
    kept = {name: value for name, value in record.items() if value}
    return json.dumps(kept, ensure_ascii=False, indent=1).translate(_ESCAPED)


def address(house: House, work: Work) -> str:
    """Return where the page will stand; empty if the project does not say."""
    return address_of(work.name, work.language, house, Form.WEB) if house.address else ""


def _said(work: Work) -> dict[str, Any]:
    metadata = work.metadata
    makers = [{"@type": "Organization", "name": name} for name in metadata.creators]
    about: dict[str, Any] = {
        "@type": "Article",
        "headline": metadata.title,
        "name": metadata.title,
        "inLanguage": metadata.language,
        "description": metadata.description,
        "identifier": metadata.identifier,
        "keywords": list(metadata.subjects),
        "copyrightNotice": metadata.rights,
        "datePublished": metadata.created.isoformat() if metadata.created else "",
        "author": makers,
    }
    if isinstance(work.content, Organisation):
        return about | {"@type": "AboutPage", "author": [], "mainEntity": _body(work.content)}
    if isinstance(work.content, Page):
        person = [{"@type": "Person", "name": name} for name in metadata.creators]
        return about | {"@type": "WebPage", "author": person}
    return about


def _translations(work: Work, kind: str, sisters: Mapping[str, str]) -> dict[str, Any]:
    """Say what is a translation of what, where the text says which version is the original."""
    original = getattr(work.content, "original_language", "")
    versions = {
        language: {"@type": kind, "inLanguage": language, "url": where}
        for language, where in sorted(sisters.items())
    }
    if original == work.language:
        return {"workTranslation": list(versions.values())}
    return {"translationOfWork": versions[original]} if original in versions else {}


def _body(organisation: Organisation) -> dict[str, Any]:
    body = organisation.body
    record: dict[str, Any] = {
        "@type": "Organization",
        "name": body.name.text if body else organisation.title.text,
        "alternateName": body.acronym.text if body and body.acronym else "",
        "foundingDate": str(organisation.founded or ""),
    }
    return {name: value for name, value in record.items() if value}


def _access(body: Element) -> dict[str, Any]:
    """Say how the page can be read. Every page of ours can be read by its text alone."""
    pictures = [picture for picture in body.iter("img") if picture.get("alt")]
    contents = any(nav.get("role") == "doc-toc" for nav in body.iter("nav"))
    features = ["structuralNavigation", "readingOrder", "displayTransformability", "unlocked"]
    features += ["alternativeText"] if pictures else []
    features += ["tableOfContents"] if contents else []
    return {
        "accessMode": ["textual", "visual"] if pictures else ["textual"],
        "accessModeSufficient": [{"@type": "ItemList", "itemListElement": ["textual"]}],
        "accessibilityFeature": sorted(features),
        "accessibilityHazard": ["none"],
    }
