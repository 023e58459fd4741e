"""What is kept of an author's HTML, and what is left out and said.

An allow-list of our own on the tree: an element is kept as it is, opened (its children stay),
or left out with all that is in it. Nothing is left out without a finding, except attributes that
only serve a browser.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.read.elements import LINE, XLINK, line_of, name_of
from publish.standards.rules import reading

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from publish.read.findings import Findings

KEPT = frozenset(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd "
    "del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i "
    "img ins kbd li main mark menu nav ol p pre q rp rt ruby s samp search section small span "
    "strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
#: Old names of what is kept.
RENAMED = {
    "acronym": "abbr",
    "center": "div",
    "dir": "ul",
    "fieldset": "div",
    "form": "div",
    "legend": "p",
    "listing": "pre",
    "marquee": "div",
    "strike": "s",
    "tt": "code",
}
#: Left out without loss.
DROPPED = frozenset(
    "script style link meta base template noscript title head source track param area map".split()
)
#: Left out, and readers would miss it.
MISSED = frozenset(
    "iframe object embed applet audio video canvas input select textarea datalist frame frameset "
    "math progress meter dialog".split()
)

_ANYWHERE = frozenset("class dir hidden id lang role title".split())
_ON = {
    "a": frozenset({"href", "hreflang", "rel", "type"}),
    "abbr": frozenset(),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
    "ins": frozenset({"cite", "datetime"}),
    "del": frozenset({"cite", "datetime"}),
    "time": frozenset({"datetime"}),
    "data": frozenset({"value"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "ul": frozenset({"type"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
}
#: Attributes whose loss an author should know; others serve the browser only.
_SAID = frozenset({"style", "background", "bgcolor", "align", "srcdoc", "formaction"})

#: Taking such a style away would show what the author hid.
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_DRAWING = frozenset(
    "circle clippath defs desc ellipse fegaussianblur g line lineargradient marker mask path "
    "pattern polygon polyline radialgradient rect stop svg symbol text textpath title tspan use "
    "a".split()
)
_ARIA = re.compile("aria-[a-z]+")
_PLAIN_NAME = re.compile("[a-z_][a-z0-9_.-]*|xlink:[a-z]+")


@dataclass(slots=True)
class _Left:
    """What was left out: each kind with its lines.

    Attributes:
        gone: without loss to a reader.
        opened: only the mark-up; the words are there.
        missed: a reader would miss it.
    """

    gone: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    opened: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    missed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def say(self, findings: Findings) -> None:
        if self.gone:
            findings.warning(reading.LEFT_OUT, _first(self.gone), _listed(self.gone))
        if self.opened:
            detail = f"{_listed(self.opened)}; the words in it were kept"
            findings.warning(reading.LEFT_OUT, _first(self.opened), detail)
        if self.missed:
            findings.fault(reading.CONTENT_LEFT_OUT, _first(self.missed), _listed(self.missed))


def sanitise(root: Element, findings: Findings) -> bool:
    """Keep what the list keeps, below an element, in place; say what was left out.

    Args:
        root: itself kept, with its attributes cleaned.
        findings: takes up one finding for each kind of thing left out.

    Returns:
        whether elements were opened, so that what was in them stands elsewhere now.
    """
    left = _Left()
    _attributes(root, left, findings)
    stack = [root]
    while stack:
        element = stack.pop()
        _children(element, left)
        for kid in element:
            _attributes(kid, left, findings)
        stack += reversed(list(element))
    left.say(findings)
    return bool(left.opened)


def _children(parent: Element, left: _Left) -> None:
    """Clean the children of an element until only kept ones are there."""
    number = 0
    while number < len(parent):
        kid = parent[number]
        name = name_of(kid)
        name = RENAMED.get(name, name)
        if name in KEPT or _is_drawing(name, parent):
            if not name.startswith("svg:"):
                kid.tag = name
            number += 1
        elif not name or name in DROPPED or name.startswith("svg:"):
            _note(left.gone, name, kid)
            _cut(parent, number)
        elif name in MISSED or name.startswith("{"):
            _note(left.missed, name.rpartition("}")[2], kid)
            _cut(parent, number)
        else:
            _note(left.opened, name, kid)
            _open(parent, number)


def _is_drawing(name: str, parent: Element) -> bool:
    part = name.removeprefix("svg:")
    inside = name_of(parent).startswith("svg:")
    return name.startswith("svg:") and part.lower() in _DRAWING and (inside or part == "svg")


def _note(kinds: dict[str, list[int]], name: str, element: Element) -> None:
    if name:  # comments have no name and no reader
        kinds[f"<{name.removeprefix('svg:')}>"].append(line_of(element))


def _cut(parent: Element, number: int) -> None:
    """Take an element out; the text behind it stays."""
    _add_text(parent, number, parent[number].tail or "")
    del parent[number]


def _open(parent: Element, number: int) -> None:
    """Put the children of an element in its place."""
    element = parent[number]
    kids, tail = list(element), element.tail or ""
    _add_text(parent, number, element.text or "")
    parent[number : number + 1] = kids
    _add_text(parent, number + len(kids), tail)


def _add_text(parent: Element, number: int, text: str) -> None:
    """Add text before the child that has this number."""
    if not text:
        return
    if number:
        parent[number - 1].tail = (parent[number - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _attributes(element: Element, left: _Left, findings: Findings) -> None:
    name, line = name_of(element), line_of(element)
    drawing = name.startswith("svg:")
    for key in list(element.attrib):
        plain = key.lower().replace(XLINK, "xlink:")
        if key == LINE or (not drawing and _is_kept(name, key)):
            continue
        if drawing and _is_safe_in_drawing(plain, element.attrib[key]):
            continue
        value = element.attrib.pop(key)
        if plain in _SAID or plain.startswith("on"):
            left.gone[f"attribute {plain}"].append(line)
        if plain == "style" and _HIDING.search(value):
            element.set("hidden", "")
        elif plain == "xml:lang" or (plain == "name" and name == "a"):
            element.attrib.setdefault("lang" if plain == "xml:lang" else "id", value)
        elif drawing and (plain.endswith("href") or "url(" in value):
            findings.fault(reading.UNSAFE_DRAWING, line, f"{plain}={value[:60]}")


def _is_kept(name: str, key: str) -> bool:
    return key in _ANYWHERE or key in _ON.get(name, frozenset()) or bool(_ARIA.fullmatch(key))


def _is_safe_in_drawing(plain: str, value: str) -> bool:
    if plain.startswith(("on", "data-")) or not _PLAIN_NAME.fullmatch(plain):
        return False
    if plain.endswith("href"):
        return value.strip().startswith("#")
    # A backslash could spell url in another way (CSS Syntax 3, 4.3.7).
    addresses = value.lower().split("url(")[1:]
    inside = all(address.lstrip(" \"'").startswith("#") for address in addresses)
    return inside and "\\" not in value


def _first(kinds: dict[str, list[int]]) -> int:
    return min(line for lines in kinds.values() for line in lines)


def _listed(kinds: dict[str, list[int]]) -> str:
    return ", ".join(f"{kind} ({_numbered(lines)})" for kind, lines in kinds.items())


def _numbered(lines: list[int]) -> str:
    unique = list(dict.fromkeys(lines))
    shown = ", ".join(map(str, unique[:10])) + (" and more" if len(unique) > 10 else "")
    return f"line {shown}" if len(unique) == 1 else f"lines {shown}"
