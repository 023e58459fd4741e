"""The letters that a page needs, inside the page.

Of each face only the characters of the page are kept, as WOFF2. The licences of the faces that
come with publish (OFL) allow it. Where a family is not there, the reader's machine shows its own.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

import uharfbuzz
from fontTools.ttLib import TTFont, TTLibError

from publish.finish.web.write import SVG, has_class
from publish.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

#: What is set in each face. The style sheet for the web keeps to the same list.
_CODE = frozenset("code kbd samp pre".split())
_ITALIC = frozenset("em i cite dfn var blockquote".split())
_ITALIC_CLASSES = ("subtitle",)

_REGULAR, _BOLD = 400, 600

#: What a style sheet may write without a word on the page: list markers, ellipsis, digits.
_ALWAYS = frozenset("0123456789.,:;–—-·•…()[]/ \u00a0")

#: Figures of each kind, beside the features that HarfBuzz keeps by itself.
_FEATURES = ("onum", "lnum", "pnum", "tnum")

#: Kept names: whose the face is, what it is called, under which licence it is given.
_NAMES = frozenset({0, 1, 2, 13})

_SUFFIXES = frozenset({".ttf", ".otf"})


@dataclass(frozen=True, slots=True)
class _Face:
    """A file of a family."""

    path: Path
    weight: int
    is_italic: bool


@dataclass(slots=True)
class _Used:
    """The characters of a page by how they are set."""

    plain: set[str] = field(default_factory=lambda: set(_ALWAYS))
    italic: set[str] = field(default_factory=set)
    code: set[str] = field(default_factory=set)


def font_faces(
    body: Element, roles: Mapping[str, Sequence[str]], folders: Sequence[Path], *, slanted: bool
) -> str:
    """Return the ``@font-face`` rules of a page.

    Args:
        body: of the page.
        roles: the families of ``text``, ``title``, ``label`` and ``code``, the most wanted first.
        folders: with fonts of the project.
        slanted: whether the language of the page knows italics.
    """
    used = _used(body)
    families = _families((shipped("assets") / "fonts", *folders))
    wanted: dict[tuple[str, bool], set[str]] = {}
    for role, names in roles.items():
        signs = used.code if role == "code" else used.plain
        for family, own in _shared_out(signs, names, families):
            wanted.setdefault((family, False), set()).update(own)
        if role == "text" and slanted:
            for family, own in _shared_out(used.italic, names, families):
                wanted.setdefault((family, True), set()).update(own)
    rules = (
        rule
        for (family, is_italic), signs in sorted(wanted.items())
        for rule in _rules(family, families[family], frozenset(signs), is_italic=is_italic)
    )
    return "".join(rules)


def _used(body: Element) -> _Used:
    used = _Used()
    stack = [(body, used.plain)]
    while stack:
        element, signs = stack.pop()
        if not isinstance(element.tag, str):
            continue
        if element.tag in _CODE:
            signs = used.code
        elif element.tag in _ITALIC or any(has_class(element, name) for name in _ITALIC_CLASSES):
            signs = used.italic
        for text in (element.text, *(kid.tail for kid in element)):
            signs.update(text or "")
            used.plain.update(text or "")
        if element.tag != f"{SVG}style":
            stack += [(kid, signs) for kid in element]
    return used


def _shared_out(
    signs: set[str], names: Sequence[str], families: Mapping[str, Sequence[_Face]]
) -> Iterator[tuple[str, set[str]]]:
    """Give each character to the first family that has it, as a browser does."""
    left = {sign for sign in signs if sign >= " "}
    for name in names:
        if name in families and left:
            own = left & _covered(families[name][0].path)
            if own - _ALWAYS:
                yield name, own
            left -= own


def _rules(
    family: str, faces: Sequence[_Face], signs: frozenset[str], *, is_italic: bool
) -> Iterator[str]:
    """Write one rule for each weight of a family that the style sheet asks for."""
    if is_italic:
        face = _nearest(faces, _REGULAR, is_italic=True)
        if face:
            yield _rule(family, face, signs, "400")
        return
    regular, bold = (_nearest(faces, weight, is_italic=False) for weight in (_REGULAR, _BOLD))
    if regular:
        yield _rule(family, regular, signs, "400")
    if bold and bold is not regular:
        yield _rule(family, bold, signs, "600 700")


def _nearest(faces: Sequence[_Face], weight: int, *, is_italic: bool) -> _Face | None:
    fitting = [face for face in faces if face.is_italic is is_italic]
    return min(fitting, key=lambda face: abs(face.weight - weight), default=None)


def _rule(family: str, face: _Face, signs: frozenset[str], weight: str) -> str:
    style = "italic" if face.is_italic else "normal"
    content = base64.b64encode(_kept(face.path, signs)).decode()
    return (
        f'@font-face{{font-family:"{family}";font-style:{style};font-weight:{weight};'
        f'font-display:swap;src:url("data:font/woff2;base64,{content}") format("woff2")}}\n'
    )


@lru_cache(maxsize=64)
def _kept(path: Path, signs: frozenset[str]) -> bytes:
    """Return a face with some characters only, as WOFF2; the same bytes at any time.

    HarfBuzz does in a hundredth of a second what takes fontTools a whole one: it leaves the
    tables with the rules of a script as they lie and takes out what is not needed.
    """
    order = uharfbuzz.SubsetInput()
    order.unicode_set.update(map(ord, signs))
    order.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    order.layout_feature_tag_set.update(int.from_bytes(tag.encode()) for tag in _FEATURES)
    for name in set(range(26)) - _NAMES:
        order.name_id_set.discard(name)
    kept = uharfbuzz.subset(_face(path), order)
    into = BytesIO()
    with TTFont(BytesIO(kept.blob.data), recalcTimestamp=False) as font:
        font.flavor = "woff2"
        font.save(into, reorderTables=True)
    return into.getvalue()


@lru_cache(maxsize=16)
def _face(path: Path) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))


@cache
def _families(folders: tuple[Path, ...]) -> dict[str, list[_Face]]:
    """Return the faces of each family below some folders; of two twins the first one."""
    families: dict[str, list[_Face]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _SUFFIXES and (described := _described(path)):
                family, face = described
                families.setdefault(family, []).append(face)
    for faces in families.values():
        faces.sort(key=lambda face: (face.is_italic, abs(face.weight - _REGULAR)))
    return families


def _described(path: Path) -> tuple[str, _Face] | None:
    try:
        with TTFont(path, lazy=True) as font:
            names, style = font["name"], font["OS/2"]
            family = str(names.getDebugName(16) or names.getDebugName(1) or path.stem)
            return family, _Face(path, int(style.usWeightClass), bool(style.fsSelection & 1))
    except (TTLibError, OSError, KeyError):
        return None  # the drawing room says what is wrong with it


@cache
def _covered(path: Path) -> frozenset[str]:
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
