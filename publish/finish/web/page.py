"""From a composed text to a web page that stands alone.

The page holds its style, its letters and its pictures; it runs no script and sends no request.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publish.errors import OwnError
from publish.finish.web.about import address, linked_data
from publish.finish.web.fonts import font_faces
from publish.finish.web.head import head
from publish.finish.web.landmarks import let_tables_scroll, list_footnotes, set_landmarks
from publish.finish.web.pictures import carried
from publish.finish.web.write import SVG, html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publish.model.composed import Composed
    from publish.model.house import House
    from publish.model.wording import Wording
    from publish.model.work import Work

#: Languages that slant no letters.
_UPRIGHT = frozenset("ar fa he hi ja ko mr ne ps ur yi zh".split())

#: Only for ourselves, or gone from HTML.
_INTERNAL = ("data-line", "data-running", "data-draft")
_OBSOLETE = {"ul": ("type",), "a": ("name",), "th": ("axis",)}
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_NAMES = frozenset({"aria-label", "aria-labelledby"})
_PIXELS = re.compile(r"\d+")


def web(
    composed: Composed,
    work: Work,
    house: House,
    wording: Wording,
    faces: Mapping[str, Sequence[str]],
) -> bytes:
    """Make a composed text one HTML file.

    Args:
        composed: with the style sheets for the web; stays as it is.
        work: what is said about the page comes from here.
        house: says where the page will stand, and where more fonts are.
        wording: of the language of the page.
        faces: the families of type by role.

    Returns:
        The page in UTF-8. The same arguments give the same bytes on any day and machine.

    Raises:
        OwnError: the page has no main text, or a picture that was never read.
    """
    root = copy.deepcopy(composed.root)
    body, language = root.find("body"), composed.language
    if body is None or next(body.iter("main"), None) is None:
        raise OwnError("the page has no main element")
    draft = body.get("data-draft") is not None
    sisters = _sisters(body)
    _clean(body)
    list_footnotes(body, wording, language)
    let_tables_scroll(body, wording, language)
    set_landmarks(body, wording, language, draft=draft)
    _carry_pictures(body, composed)
    slanted = language.split("-")[0] not in _UPRIGHT
    fonts = font_faces(body, faces, house.font_folders, slanted=slanted)
    page = Element("html", {"lang": language, "dir": root.get("dir", "ltr")})
    top = head(
        work.metadata.title,
        work.metadata.description,
        canonical=address(house, work),
        sisters=sisters,
        linked_data=linked_data(work, house, wording, body, sisters),
        styles=(*composed.stylesheets, fonts),
    )
    body.tail = "\n"
    page.text = "\n"
    page[:] = [top, body]
    return html(page).encode()


def _clean(body: Element) -> None:
    """Take away what only we need, and what HTML has given up."""
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        for name in (*_INTERNAL, *_OBSOLETE.get(element.tag, ())):
            element.attrib.pop(name, None)
        if element.tag == "section" and not _has_heading(element):
            # A section without a heading is a plain region (HTML, 4.3.3).
            element.tag = "div"
            if not element.get("role") and _NAMES.intersection(element.keys()):
                element.set("role", "region")
        for name in ("width", "height"):
            value = element.get(name)
            if element.tag == "img" and value is not None and not _PIXELS.fullmatch(value):
                del element.attrib[name]


def _has_heading(section: Element) -> bool:
    """Whether a section has a heading of its own, not one of a section in it."""
    for kid in section:
        if kid.tag in _HEADINGS or (kid.tag in ("header", "hgroup", "div") and _has_heading(kid)):
            return True
    return False


def _sisters(body: Element) -> dict[str, str]:
    """Return the whole addresses of the other versions, as the page itself links them."""
    return {
        link.get("hreflang", ""): link.get("href", "")
        for link in body.iter("a")
        if link.get("hreflang") and link.get("href", "").startswith(("https://", "http://"))
    }


def _carry_pictures(body: Element, composed: Composed) -> None:
    for picture in body.iter("img"):
        if source := picture.get("src"):
            picture.set("src", carried(source, composed.source.folder))
    for drawing in body.iter(f"{SVG}svg"):
        drawing.set("focusable", "false") if drawing.get("aria-hidden") == "true" else None
