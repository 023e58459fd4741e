"""How a project is printed: ``[print]`` and ``[inks]``, and the profile of the press."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import fields
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageCms

from publish.errors import WrongCall
from publish.model.brand import Colours
from publish.model.press import Ink, Paper, Press, WorkWaiver
from publish.read import languages
from publish.read.brand.fields import ConditionFields, ProjectFields
from publish.read.images import inside
from publish.standards.limits import limits, usual_limits
from publish.standards.press import Condition, shipped_condition
from publish.standards.rules import printing, storage
from publish.standards.standard import Standard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from publish.model.press import Cmyk
    from publish.read.brand.fields import InkFields, PrintFields
    from publish.read.brand.sheet import Sheet
    from publish.standards.ruling import Ruling

_CLAIMS = {
    "x-4+a-2b": (Standard.X4, Standard.A2B),
    "x-4": (Standard.X4,),
    "a-2b": (Standard.A2B,),
}

#: How a condition of the shop's own is called where ours have a name.
_OWN = "own"

#: What marks and words in the slug need beside the bleed, and what they get, in millimetres.
_LEAST_MARKS, _MARKS = 5.0, 9.0

#: A profile of a press has one or two megabytes.
_LARGEST_PROFILE = 50_000_000
_HEADER = 128

_SPACES = {b"RGB ": "RGB", b"GRAY": "grey", b"Lab ": "Lab", b"CMYK": "CMYK"}
_CLASSES = {
    b"mntr": "a screen",
    b"scnr": "a camera or scanner",
    b"link": "a link between two devices",
    b"spac": "a colour space",
    b"abst": "an effect",
    b"nmcl": "a list of named colours",
}

_ROLES = tuple(field.name for field in fields(Colours))
_COLOUR = re.compile(r"#[0-9a-f]{6}")

#: Names that mean something else in a PDF.
_RESERVED = frozenset({"all", "none", "cyan", "magenta", "yellow", "black"})

#: What makers write behind the number for the paper of their fan: one ink all the same.
_FAN = re.compile(r"(?<=[0-9])(?:cvc|cvu|cv|cp|up|ec|hc|c|u|m|k)$")


class _Wanted(NamedTuple):
    """What one entry of ``[inks]`` asks for."""

    sheet: Sheet
    key: str
    ink: Ink


def press(read: Sequence[Sheet], project: Path, colours: Colours) -> Press:
    """Return how a project is printed; what is wrong is told, and ours is used instead.

    Only for a condition there is nothing instead: another one prints other colours.

    Args:
        read: the sheets, the most important first.
        project: its folder.
        colours: of the brand, for the roles that ``[inks]`` names.
    """
    inks = tuple((colour, wanted.ink) for colour, wanted in _inks(read, colours).items())
    first = read[0]
    if not isinstance(first.fields, ProjectFields):
        return Press(inks=inks)
    asked = first.fields.print
    condition = _condition(asked, first, project.resolve())
    return Press(
        condition=condition,
        limits=_limits(asked, first, project.resolve()),
        claims=_CLAIMS[asked.claims],
        bleed=asked.bleed,
        slug=_slug(asked, first),
        marks=asked.marks,
        black_only=asked.inks == "black",
        inks=inks,
        highest_ppi=max(asked.highest_ppi, asked.wanted_ppi),
        wanted_ppi=asked.wanted_ppi,
        quantity=asked.quantity,
        binding=asked.binding,
        edge=asked.edge,
        paper=Paper(**asked.paper.model_dump()),
        cover_paper=Paper(**asked.cover_paper.model_dump()) if asked.cover_paper else None,
        finishing=tuple(asked.finishing),
        contact=asked.contact.strip(),
        languages=tuple(_languages(asked, first)),
        waivers=tuple(_waivers(asked, first)),
    )


def _waivers(asked: PrintFields, sheet: Sheet) -> Iterator[WorkWaiver]:
    """Yield what may be waived; whether there is such a rule, the preflight knows."""
    for number, one in enumerate(asked.waivers):
        at = ("print", "waivers", number, "rule")
        if one.rule.startswith("X"):
            hint = "mend what the rule finds; a file that breaks it is no PDF/X-4"
            detail = f"print, waivers: {one.rule} cannot be waived"
            sheet.fault(storage.WRONG_SETTING, at, detail, hint)
        else:
            yield WorkWaiver(**one.model_dump(), line=sheet.data.line_of(at))


def _languages(asked: PrintFields, sheet: Sheet) -> Iterator[str]:
    for number, code in enumerate(asked.languages):
        if why := languages.why_unknown(code):
            at = ("print", "languages", number)
            sheet.fault(storage.WRONG_SETTING, at, f"print, languages: {why}")
        else:
            yield languages.usual(code)


def _slug(asked: PrintFields, sheet: Sheet) -> float:
    """Return the room around the trim: what is asked for, or else what bleed and marks need."""
    least = asked.bleed + (_LEAST_MARKS if asked.marks else 0)
    usual = asked.bleed + (_MARKS if asked.marks else 0)
    if asked.slug is not None and asked.slug < least:
        what = f"{asked.slug:g} mm, and bleed and marks need {least:g} mm"
        detail = what if asked.marks else f"{asked.slug:g} mm, and the bleed needs {least:g} mm"
        sheet.fault(printing.NO_ROOM_FOR_MARKS, ("print", "slug"), detail)
        return usual
    return usual if asked.slug is None else asked.slug


def _limits(asked: PrintFields, sheet: Sheet, project: Path) -> str:
    """Return the name of a set of limits, or the path of the shop's own below the project."""
    named = asked.condition
    identifier = shipped_condition(named).identifier if isinstance(named, str) else named.identifier
    usual = usual_limits(identifier)
    if asked.limits is None:
        return usual
    is_file = asked.limits.endswith(".toml")
    file = inside(asked.limits, sheet.path.resolve(), project) if is_file else None
    try:
        if is_file and (file is None or not file.is_file()):
            raise WrongCall(f"{asked.limits} is no file of the project")
        limits(file or asked.limits)
    except WrongCall as error:
        said, _, hint = str(error).partition("\n  hint ")
        at = ("print", "limits")
        sheet.fault(storage.WRONG_SETTING, at, f"print, limits: {said}", hint)
        return usual
    return file.relative_to(project).as_posix() if file else asked.limits


def _condition(asked: PrintFields, sheet: Sheet, project: Path) -> Condition | None:
    if not isinstance(asked.condition, ConditionFields):
        # What was wrong is out of the fields by now: nothing of ours may stand in its place.
        return None if _is_told("print, condition", sheet) else shipped_condition(asked.condition)
    own = asked.condition
    at = ("print", "condition", "profile")
    file = inside(own.profile, sheet.path.resolve(), project)
    if file is None or not file.is_file():
        sheet.fault(printing.PROFILE_MISSING, at, own.profile)
        return None
    if found := _why_unusable(file):
        ruling, why = found
        sheet.fault(ruling, at, f"{own.profile}: {why}")
        return None
    name = own.name.strip() or own.identifier
    return Condition(_OWN, own.identifier, name, own.registry.strip(), file, own.ink_limit)


def _is_told(entry: str, sheet: Sheet) -> bool:
    """Whether a fault was found in an entry when the fields were read."""
    return any(fault.detail.startswith(entry) for fault in sheet.findings.faults)


def _why_unusable(file: Path) -> tuple[Ruling, str] | None:
    """Return what is wrong with the profile of a press; ``None`` for one that can be used.

    Source: ISO 15076-1, 7.2 (header).
    """
    try:
        with file.open("rb") as stream:
            profile = stream.read(_LARGEST_PROFILE + 1)
    except OSError as error:
        return printing.PROFILE_MISSING, error.strerror or "it cannot be opened"
    if len(profile) < _HEADER or profile[36:40] != b"acsp":
        return printing.NO_PROFILE, "its first bytes are not those of a profile"
    size = int.from_bytes(profile[:4], "big")
    if size != len(profile):
        return printing.PROFILE_BROKEN, f"it has {len(profile)} bytes and says that it has {size}"
    if (space := profile[16:20]) != b"CMYK":
        return printing.PROFILE_WITHOUT_INKS, f"its colours are {_SPACES.get(space, 'others')}"
    if (kind := profile[12:16]) != b"prtr":
        return printing.PROFILE_OF_OTHER_DEVICE, f"it is of {_CLASSES.get(kind, 'something else')}"
    if profile[8] not in (2, 4):
        return printing.PROFILE_BROKEN, f"PDF/X-4 has no profiles of version {profile[8]}"
    return None if _converts(profile) else (printing.PROFILE_BROKEN, "no colour can be looked up")


def _converts(profile: bytes) -> bool:
    """Whether colours go through a profile in both directions."""
    lab = ImageCms.createProfile("LAB")
    kind = ImageCms.Intent.RELATIVE_COLORIMETRIC
    try:
        made = ImageCms.ImageCmsProfile(BytesIO(profile))
        there = ImageCms.buildTransform(lab, made, "LAB", "CMYK", kind)
        back = ImageCms.buildTransform(made, lab, "CMYK", "LAB", kind)
        grey = ImageCms.applyTransform(Image.new("LAB", (1, 1), (128, 0, 0)), there)
        return grey is not None and ImageCms.applyTransform(grey, back) is not None
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return False


def _inks(read: Sequence[Sheet], colours: Colours) -> dict[str, _Wanted]:
    """Return the ink of each colour that has one; what the project says stands over its brand."""
    found: dict[str, _Wanted] = {}
    for sheet in read:
        own: dict[str, _Wanted] = {}
        for key, entry in sheet.fields.inks.items():
            colour = _colour(key, colours, sheet)
            ink = _ink(key, entry, sheet)
            if not colour or ink is None:
                continue
            other = own.setdefault(colour, _Wanted(sheet, key, ink))
            if other.ink != ink:
                detail = f"{other.key} and {key} are the same colour, {colour}"
                sheet.fault(printing.TWO_INKS_FOR_ONE, ("inks", key), detail)
        for colour, wanted in own.items():
            found.setdefault(colour, wanted)
    return _without_doubles(found)


def _colour(key: str, colours: Colours, sheet: Sheet) -> str:
    """Return the colour that a key of ``[inks]`` means; empty for one that means none."""
    if key in _ROLES:
        return str(getattr(colours, key)).lower()
    if _COLOUR.fullmatch(key.lower()):
        return key.lower()
    nearest = difflib.get_close_matches(key, _ROLES, n=1, cutoff=0.5)
    known = f"known are {', '.join(_ROLES)}, and colours such as “#0b5394”"
    hint = f"did you mean {nearest[0]}?" if nearest else known
    sheet.fault(storage.UNKNOWN_SETTING, ("inks", key), f"inks, {key}", hint)
    return ""


def _ink(key: str, entry: InkFields, sheet: Sheet) -> Ink | None:
    at = ("inks", key)
    name = " ".join(entry.spot.split()) if entry.spot else ""
    if name and not _can_be_named(name):
        sheet.fault(printing.RESERVED_INK, at, f"inks, {key}: “{name}”")
        return None
    if entry.cmyk is None:
        if _is_told(f"inks, {key}", sheet):
            return None
        hint = "write the four inks: cmyk = [100, 60, 0, 10]"
        if name:
            sheet.fault(printing.SPOT_WITHOUT_CMYK, at, f"inks, {key}: {name}")
        else:
            sheet.fault(storage.WRONG_SETTING, at, f"inks, {key}: there is no cmyk", hint)
        return None
    cyan, magenta, yellow, black = (percent / 100 for percent in entry.cmyk)
    return Ink((cyan, magenta, yellow, black), name, entry.tint / 100 if name else 1.0)


def _can_be_named(name: str) -> bool:
    is_seen = all(unicodedata.category(sign)[0] != "C" for sign in name)
    return is_seen and name.casefold() not in _RESERVED


def _without_doubles(found: dict[str, _Wanted]) -> dict[str, _Wanted]:
    """Leave out a spot ink that was named or mixed otherwise before."""
    kept: dict[str, _Wanted] = {}
    first: dict[str, _Wanted] = {}
    for colour, wanted in found.items():
        ink = wanted.ink
        other = first.setdefault(_same(ink.spot), wanted) if ink.spot else wanted
        if other.ink.spot != ink.spot:
            detail = f"“{other.ink.spot}” and “{ink.spot}” are one ink"
        elif other.ink.cmyk != ink.cmyk:
            detail = f"{ink.spot} is {_percents(other.ink.cmyk)} and {_percents(ink.cmyk)}"
        else:
            kept[colour] = wanted
            continue
        wanted.sheet.fault(printing.TWO_INKS_FOR_ONE, ("inks", wanted.key), detail)
    return kept


def _same(name: str) -> str:
    """Return what the names of one ink have in common."""
    return _FAN.sub("", "".join(sign for sign in name.casefold() if sign.isalnum()))


def _percents(cmyk: Cmyk) -> str:
    return "[" + ", ".join(f"{100 * share:g}" for share in cmyk) + "]"
