"""Addresses behind links, for readers who cannot follow one: on paper they stand after the words.

The page keeps its words; the address is an attribute, from which the style sheet prints it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

#: From which `layouts/css/print.css` prints.
ATTRIBUTE = "data-address"

#: On links that stand in brackets: brackets of another kind hold the address.
WITHIN = "data-within-brackets"

_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)

#: What holds one thought: an address that stands in it already is not printed again.
_BLOCKS = frozenset({"address", "caption", "dd", "dt", "figcaption", "li", "p", "td", "th"})

#: After a slash or colon a line may end; before the other marks a new one may begin, so that no
#: mark at the end of a line is taken for the end of the sentence.
_ENDS, _BEGINS = re.compile(r"([/:]+)(?=[^/:])"), re.compile(r"(?=[.,?=&#%_~@-])")

#: A name of a site, or an address for letters, that is so short stays in one line.
_SHORT = 24

#: Where a line may end without a hyphen. On both sides a mark holds the direction: in a line from
#: right to left, a slash or number at the end would else go over to the other side.
_MARK = "\N{LEFT-TO-RIGHT MARK}"
_BREAK = f"{_MARK}\N{ZERO WIDTH SPACE}{_MARK}"

#: What is in the text for the line's sake alone.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069]")


def print_addresses(root: Element, house: str = "") -> None:
    """Give each link the address that is printed after its words, in place.

    Links inside the page get none, and the way back from a note is left out. Nor do those get one
    whose address can be read beside them, nor other languages of the text, to which its own web
    address leads.

    Args:
        root: the ``html`` element.
        house: address under which the web versions of our texts stand; may be empty.
    """
    told: set[tuple[int, str]] = set()
    for link, around in _links(root, root):
        href = link.get("href") or ""
        if link.get("role") == "doc-backlink":
            link.set("hidden", "")
        is_version = bool(house) and "hreflang" in link.attrib and href.startswith(house)
        if not _SCHEME.match(href) or is_version:
            continue
        shown = shown_address(href)
        if shown and (id(around), shown) not in told and not _can_be_read(shown, around):
            link.set(ATTRIBUTE, with_breaks(shown))
            if _is_in_brackets(link, around):
                link.set(WITHIN, "")
            told.add((id(around), shown))


def shown_address(href: str) -> str:
    """Return an address as it is printed: without its scheme and the slash at its end."""
    shown = _SCHEME.sub("", href, count=1)
    if href.lower().startswith("mailto:"):
        return shown.partition("?")[0]
    return shown.rstrip("/")


def with_breaks(address: str) -> str:
    """Return an address that a line may break at the marks that part it."""
    site, slash, rest = address.partition("/")
    if len(site) > _SHORT:
        site, slash, rest = "", "", address
    parted = _BEGINS.sub(_BREAK, _ENDS.sub(rf"\1{_BREAK}", rest)).removeprefix(_BREAK)
    return _MARK + _BREAK.join(filter(None, (site + slash, parted))) + _MARK


def _links(element: Element, around: Element) -> Iterator[tuple[Element, Element]]:
    """Yield every link with the innermost block that holds it; an entry of a list holds all."""
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        within = child if name in _BLOCKS and around.tag != "li" else around
        if name == "a":
            yield child, within if within.tag in _BLOCKS else child
        yield from _links(child, within)


def _can_be_read(address: str, around: Element) -> bool:
    """Whether an address stands in a block, or a short form of it that the layout shows."""
    is_shown = any("address" in (one.get("class") or "").split() for one in around.iter())
    return is_shown or _plain(address) in _plain("".join(around.itertext()))


def _is_in_brackets(link: Element, around: Element) -> bool:
    """Whether a bracket that is open where a link ends was opened before it or in it."""
    before = ""
    for one, text in _texts(around):
        before += text
        if one is link:
            break
    opened = sum(before.count(bracket) for bracket in "(（")
    return opened > sum(before.count(bracket) for bracket in ")）")


def _texts(element: Element) -> Iterator[tuple[Element | None, str]]:
    """Yield the texts of an element in the order of reading, and the element that each ends."""
    yield None, element.text or ""
    for child in element:
        yield from _texts(child)
        yield None, child.tail or ""
    yield element, ""


def _plain(text: str) -> str:
    return "".join(_UNSEEN.sub("", text).casefold().split())
