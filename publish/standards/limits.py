"""What a print shop accepts: numbers for the preflight, as data in ``assets/press/limits``.

What one shop asks for is not what another asks for, and the published sets differ from each other;
so a set of limits is a file of a few lines, and a shop's own file names only what differs from one
of ours::

    title = "Imprimerie du Lac, digital press"
    base = "digital"
    ink_limit = 280
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from publish.errors import WrongCall
from publish.resources import shipped


@dataclass(frozen=True, slots=True)
class Limits:
    """One set of limits. What is above a highest or below a lowest value is refused.

    The values called ``wanted`` only warn. A value of 0 switches its rule off, except for
    ``spot_inks``, where it means that none is allowed.

    Attributes:
        name: how tickets and settings name it: a shipped set, or the file it was read from.
        title: in words.
        ink_limit: most ink, as mean of any square of `ink_area`, in percent of one solid plate.
        ink_wanted: the same, for the warning.
        ink_area: of the square in mm².
        picture_ppi: lowest resolution of pictures, in pixels per inch of the paper.
        picture_wanted_ppi: the same, for the warning.
        bitmap_ppi: lowest resolution of pictures with one bit a pixel.
        bitmap_wanted_ppi: the same, for the warning.
        bitmap_highest_ppi: more than this is lost on every plate setter.
        small_picture: pictures with as few pixels as this on one side, or fewer, are not judged.
        line: thinnest line in points, whatever its colour.
        line_wanted: thinnest line in points that is white or of several inks, for the warning.
        overprinted_text: black text below this many points prints over what is below it.
        overprinted_line: the same for black lines, in points.
        rich_text: text below this many points has no black with other inks under it.
        reversed_text: smallest text in white, in points.
        colour_text: smallest text of more than one ink, in points.
        text: smallest text of all, in points.
        spot_inks: most spot inks in a file.
        bleed: least on every side, in mm.
        safe: least distance of text from the trim, in mm.
        safe_spine: the same at the bound edge, in mm.
    """

    name: str
    title: str
    ink_limit: float
    ink_wanted: float
    ink_area: float
    picture_ppi: float
    picture_wanted_ppi: float
    bitmap_ppi: float
    bitmap_wanted_ppi: float
    bitmap_highest_ppi: float
    small_picture: float
    line: float
    line_wanted: float
    overprinted_text: float
    overprinted_line: float
    rich_text: float
    reversed_text: float
    colour_text: float
    text: float
    spot_inks: float
    bleed: float
    safe: float
    safe_spine: float


#: Between which values a number has a meaning. Wider than any shop's, so that only slips of the
#: pen, such as 3.2 for 320 or a bleed in points, fall outside.
BOUNDS: dict[str, tuple[float, float]] = {
    "ink_limit": (100, 400),
    "ink_wanted": (100, 400),
    "ink_area": (1, 400),
    "picture_ppi": (0, 2400),
    "picture_wanted_ppi": (0, 2400),
    "bitmap_ppi": (0, 4800),
    "bitmap_wanted_ppi": (0, 4800),
    "bitmap_highest_ppi": (0, 9600),
    "small_picture": (0, 1000),
    "line": (0, 5),
    "line_wanted": (0, 5),
    "overprinted_text": (0, 72),
    "overprinted_line": (0, 5),
    "rich_text": (0, 72),
    "reversed_text": (0, 72),
    "colour_text": (0, 72),
    "text": (0, 72),
    "spot_inks": (0, 64),
    "bleed": (0, 50),
    "safe": (0, 50),
    "safe_spine": (0, 50),
}
#: The stricter of a pair stands second; a set that has them the other way round is a slip.
_PAIRS = (
    ("ink_wanted", "ink_limit"),
    ("picture_ppi", "picture_wanted_ppi"),
    ("bitmap_ppi", "bitmap_wanted_ppi"),
    ("line", "line_wanted"),
)
_BASE = "base"
_USUAL = "sheetfed-coated"
#: Sets of the conditions that are not for coated paper, by their identifiers (registry of the ICC).
_OF_CONDITION = {
    "FOGRA29": "sheetfed-uncoated",
    "FOGRA47": "sheetfed-uncoated",
    "FOGRA52": "sheetfed-uncoated",
    "IFRA26": "newspaper",
}
#: A file of limits has a few hundred bytes; nothing of this size is one.
_LARGEST = 100_000


def limit_sets() -> tuple[str, ...]:
    """Return the names of the sets that come with the program, in alphabetical order."""
    return tuple(sorted(file.stem for file in _folder().glob("*.toml")))


def usual_limits(condition: str) -> str:
    """Return the name of the set for a printing condition, by its identifier.

    One that nobody knows, or that is not named at all, is taken for coated paper.
    """
    return _OF_CONDITION.get(condition.strip().upper(), _USUAL)


def limits(name_or_path: str | Path) -> Limits:
    """Return a set of limits: one of ours by its name, or a shop's own by its file.

    A string that ends in ``.toml`` or has a slash in it is a file.

    Raises:
        WrongCall: there is no such set, the file cannot be read, or one of its values has no
            meaning; in words for the person who wrote it.
    """
    text = str(name_or_path)
    if isinstance(name_or_path, Path) or text.endswith(".toml") or "/" in text or "\\" in text:
        return _own(Path(name_or_path))
    if text not in limit_sets():
        nearest = difflib.get_close_matches(text, limit_sets(), n=1)
        meant = f"did you mean {nearest[0]}? " if nearest else ""
        raise WrongCall(
            f"there is no set of limits called {text!r}\n  hint {meant}"
            f"ours are {', '.join(limit_sets())}; a shop's own is a file ending in .toml"
        )
    return _ours(text)


@cache
def _ours(name: str) -> Limits:
    return _limits(_table(_folder() / f"{name}.toml"), name, f"{name}.toml")


def _own(file: Path) -> Limits:
    return _limits(_table(file), file.name, file.name)


def _folder() -> Path:
    return shipped("assets") / "press" / "limits"


def _table(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as opened:
            written = opened.read(_LARGEST + 1)
        if len(written) > _LARGEST:
            raise WrongCall(f"{file.name} is too large for a file of limits")
        return tomllib.loads(written.decode("utf-8"))
    except OSError as error:
        raise WrongCall(f"the limits {file} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WrongCall(f"{file.name} is not a TOML file: {error}") from None


def _limits(table: dict[str, object], name: str, file: str) -> Limits:
    """Return a table as limits; what it leaves out comes from its base."""
    known = {one.name for one in fields(Limits)} - {"name"} | {_BASE}
    for key in table:
        if key not in known:
            nearest = difflib.get_close_matches(key, sorted(known), n=1)
            hint = f"did you mean {nearest[0]}?" if nearest else f"keys are {_listed(known)}"
            raise WrongCall(f"{file}: unknown key {key!r}\n  hint {hint}")
    title = table.get("title", name)
    if not isinstance(title, str):
        raise WrongCall(f"{file}: title must be words in quotation marks")
    numbers = {key: _number(table[key], key, file) for key in BOUNDS if key in table}
    if _BASE in table:
        made = replace(_base(table[_BASE], file), name=name, title=title, **numbers)
    else:
        missing = set(BOUNDS) - set(numbers)
        if missing:
            raise WrongCall(
                f"{file}: {_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing\n"
                f'  hint take the rest from a set of ours: base = "sheetfed-coated"'
            )
        made = Limits(name=name, title=title, **numbers)
    for low, high in _PAIRS:
        if 0 < getattr(made, high) < getattr(made, low):
            raise WrongCall(
                f"{file}: {low} ({getattr(made, low):g}) is more than {high} "
                f"({getattr(made, high):g})\n  hint exchange the two, or set both"
            )
    return made


def _base(name: object, file: str) -> Limits:
    if name not in limit_sets():
        raise WrongCall(
            f"{file}: base must be one of our sets\n  hint ours are {', '.join(limit_sets())}"
        )
    return _ours(str(name))


def _number(value: object, key: str, file: str) -> float:
    low, high = BOUNDS[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongCall(f"{file}: {key} must be a number, without quotation marks or unit")
    if not low <= value <= high:
        raise WrongCall(f"{file}: {key} = {value:g} is not between {low:g} and {high:g}")
    return float(value)


def _listed(keys: set[str]) -> str:
    return ", ".join(sorted(keys))
