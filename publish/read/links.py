"""Links and the places they lead to: addresses, ids, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from publish.read.elements import line_of, name_of, spoken
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from publish.read.findings import Findings

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
#: Named here so that the fault can say that they are dangerous and not only unknown.
DANGEROUS_SCHEMES = frozenset({"javascript", "data", "vbscript", "file", "blob", "about"})

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
#: What browsers take away before they read a scheme (WHATWG URL Standard, 4.4).
_IGNORED = re.compile("[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


def scheme_of(address: str) -> str:
    """Return the scheme in lower case, as a browser would find it; empty if there is none."""
    match = _SCHEME.match(_IGNORED.sub("", address))
    return match[1].lower() if match else ""


def is_remote(address: str) -> bool:
    """Whether an address leads to another machine."""
    plain = _IGNORED.sub("", address).replace("\\", "/")
    return scheme_of(address) in {"http", "https", "ftp"} or plain.startswith("//")


def review(roots: Iterable[Element], findings: Findings, *, base: str = "") -> None:
    """Check all links of a text, and take away the addresses that must not travel.

    Args:
        roots: trees that become one document: their ids share one space.
        findings: takes up the faults.
        base: address of the page itself where it tells one; relative links are then completed.
    """
    roots = tuple(roots)
    ids = _ids(roots, findings)
    for root in roots:
        for element in root.iter():
            if name_of(element) in {"a", "area"} and "href" in element.attrib:
                _review_link(element, ids, findings, base)


def _ids(roots: tuple[Element, ...], findings: Findings) -> frozenset[str]:
    """Return all ids; of two elements with the same id the second loses it, with a fault."""
    seen: dict[str, Element] = {}
    for element in (element for root in roots for element in root.iter()):
        key = element.get("id")
        if key is None:
            continue
        if not key.strip():
            del element.attrib["id"]
        elif key in seen:
            detail = f"“{key}”, first on line {line_of(seen[key])}"
            findings.fault(reading.DUPLICATE_ID, line_of(element), detail)
            del element.attrib["id"]
        else:
            seen[key] = element
    return frozenset(seen)


def _review_link(element: Element, ids: frozenset[str], findings: Findings, base: str) -> None:
    line, address = line_of(element), element.get("href", "").strip()
    if not spoken(element).strip():
        findings.fault(reading.EMPTY_LINK, line, address)
    scheme = scheme_of(address)
    if scheme and scheme not in ALLOWED_SCHEMES:
        why = "it can run a program or read the reader's files"
        detail = f"{scheme}: {why}" if scheme in DANGEROUS_SCHEMES else f"{scheme}:"
        findings.fault(reading.UNSAFE_ADDRESS, line, detail)
        del element.attrib["href"]
    elif address.startswith("#"):
        if unquote(address[1:]) not in ids:
            findings.fault(reading.BROKEN_INTERNAL_LINK, line, address)
    elif not scheme:
        _complete(element, address, findings, base)


def _complete(element: Element, address: str, findings: Findings, base: str) -> None:
    """Complete a relative address, or make the link plain text where nothing completes it."""
    if base or address.startswith("//"):
        element.set("href", urljoin(base or "https:", address))
        return
    if not address:
        hint = "write the address, or take the link out"
        findings.fault(reading.BROKEN_INTERNAL_LINK, line_of(element), "no address", hint=hint)
    else:
        findings.warning(reading.RELATIVE_ADDRESS, line_of(element), address)
    del element.attrib["href"]
