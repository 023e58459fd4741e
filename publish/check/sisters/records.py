"""Records of two versions compared field by field: people, bodies, contacts, figures, dates."""

from __future__ import annotations

import dataclasses
import datetime
import unicodedata
from enum import Enum
from typing import TYPE_CHECKING, Any

from publish.check.sisters import blocks
from publish.check.sisters.alignment import aligned
from publish.check.sisters.numbers import differing, numbers
from publish.check.sisters.prose import compare_prose
from publish.model import Person, Place, Prose, Section, Words
from publish.standards.rules import languages as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.check.sisters.version import Pair

#: What belongs to one version alone, or says how it looks.
_OWN = frozenset(
    "language place sisters original_language description subjects rights sort_as order signing "
    "structure_view signature_alt note lead_first mark places".split()
)
#: Strings that are the same in all languages.
_SAME = frozenset({"symbol", "phone", "mail", "key", "state", "version"})
#: Lists that have a name of their own for one entry.
_ONE_OF = {
    "signatories": "signatory",
    "issuing_bodies": "issuing body",
    "leadership": "leader",
    "about": "about text",
    "annexes": "annex",
    "history": "event",
}


def compare_records(pair: Pair) -> None:
    """Compare all that two versions say."""
    _record(pair, pair.model.content, pair.version.content, "")


def _record(pair: Pair, model: Any, version: Any, name: str) -> None:
    for one in dataclasses.fields(model):
        if one.name not in _OWN:
            own = f"{name}, {_words(one.name)}" if name else _words(one.name)
            mine, theirs = getattr(model, one.name), getattr(version, one.name)
            here = _place(theirs) or _place(version)
            _value(pair, mine, theirs, one.name, own, here)


def _value(pair: Pair, mine: Any, theirs: Any, field: str, name: str, here: Place | None) -> None:
    if isinstance(mine, Person) and isinstance(theirs, Person):
        _same_person(pair, mine, theirs, name)
    elif field == "sections":
        _sections(pair, mine, theirs, here)
    elif isinstance(mine, tuple) and isinstance(theirs, tuple):
        _lists(pair, mine, theirs, field, name, here)
    elif isinstance(mine, str) and field not in _SAME:
        return
    elif isinstance(mine, bool | int | str | Enum | datetime.date):
        _same(pair, mine, theirs, name, here)
    elif not mine or not theirs:
        _presence(pair, mine, theirs, name, here)
    elif isinstance(mine, Words):
        left, right = differing(*(numbers(w.text, w.language) for w in (mine, theirs)))
        if left or right:
            told = ", ".join(right) or "none", ", ".join(left) or "none"
            what = f"{name} has {told[0]} where there is {told[1]}"
            pair.differs(rules.NUMBERS_DIFFER, what, mine.place, theirs.place, warning=True)
    elif isinstance(mine, Prose):
        model = blocks.of_prose(mine, pair.model.source)
        version = blocks.of_prose(theirs, pair.version.source)
        compare_prose(pair, model, version, theirs.place)
    elif dataclasses.is_dataclass(mine):
        _record(pair, mine, theirs, name)


def _presence(pair: Pair, mine: Any, theirs: Any, name: str, here: Place | None) -> None:
    if mine:
        pair.lacks(rules.FIELD_MISSING, _shown(name, mine), _place(mine), here, model=False)
    elif theirs:
        pair.lacks(rules.FIELD_MISSING, _shown(name, theirs), _place(theirs), None, model=True)


def _same(pair: Pair, mine: Any, theirs: Any, name: str, here: Place | None) -> None:
    if mine != theirs:
        what = f"{name} is {_said(theirs)}, not {_said(mine)}"
        pair.differs(rules.FIELD_DIFFERS, what, None, here)


def _same_person(pair: Pair, mine: Person, theirs: Person, name: str) -> None:
    """Names can be compared only in one script; their spelling may change with the language."""
    one, other = _folded(mine.name.text), _folded(theirs.name.text)
    if one.isascii() and other.isascii() and not set(one.split()) & set(other.split()):
        what = f"{name} is {theirs.name}, not {mine.name}"
        pair.differs(rules.SIGNATORY_DIFFERS, what, mine.name.place, theirs.name.place)


def _sections(
    pair: Pair, mine: tuple[Section, ...], theirs: tuple[Section, ...], here: Place | None
) -> None:
    model = [b for one in mine for b in blocks.of_section(one, pair.model.source)]
    version = [b for one in theirs for b in blocks.of_section(one, pair.version.source)]
    compare_prose(pair, model, version, here)


def _lists(
    pair: Pair,
    mine: tuple[Any, ...],
    theirs: tuple[Any, ...],
    field: str,
    name: str,
    here: Place | None,
) -> None:
    one_of = name.removesuffix(_words(field)) + _ONE_OF.get(field, _words(field).removesuffix("s"))
    is_signed = field == "signatories"
    pairs = aligned(mine, theirs, _likeness)
    moved = _moved(mine, theirs, pairs) if is_signed else {}
    for left, right in pairs:
        if left is not None and right is not None:
            _entries(pair, mine[left], theirs[right], f"{one_of} {right + 1}", field)
            here = _place(theirs[right]) or here
        elif left is not None and left in moved:
            what = f"{one_of} {_shown('', mine[left])} is number {moved[left] + 1}, not {left + 1}"
            there = _place(mine[left])
            pair.differs(rules.SIGNATORY_ORDER, what, there, _place(theirs[moved[left]]))
        elif left is not None:
            ruling = rules.SIGNATORY_MISSING if is_signed else rules.FIELD_MISSING
            entry = mine[left]
            what = _shown(f"{one_of} {left + 1}", entry)
            pair.lacks(ruling, what, _place(entry), here, model=False)
        elif right is not None and right not in moved.values():
            ruling = rules.SIGNATORY_MISSING if is_signed else rules.FIELD_MISSING
            entry = theirs[right]
            what = _shown(f"{one_of} {right + 1}", entry)
            at = next((_place(e) for e in reversed(mine[: right + 1]) if _place(e)), None)
            pair.lacks(ruling, what, _place(entry), at, model=True)


def _entries(pair: Pair, mine: Any, theirs: Any, name: str, field: str) -> None:
    if isinstance(mine, tuple):
        for one, other in zip(mine, theirs, strict=False):
            _value(pair, one, other, "", name, _place(theirs))
    elif dataclasses.is_dataclass(mine) and not isinstance(mine, Words | Prose):
        _record(pair, mine, theirs, name)
    else:
        _value(pair, mine, theirs, field, name, _place(theirs))


def _moved(
    mine: tuple[Any, ...], theirs: tuple[Any, ...], pairs: list[tuple[int | None, int | None]]
) -> dict[int, int]:
    """Return the entries that stand elsewhere in the version, with where they stand."""
    extra = [right for left, right in pairs if left is None and right is not None]
    moved: dict[int, int] = {}
    for left, right in pairs:
        if left is not None and right is None:
            tokens = set(_tokens(mine[left]))
            found = next((n for n in extra if tokens & set(_tokens(theirs[n]))), None)
            if found is not None and found not in moved.values():
                moved[left] = found
    return moved


def _likeness(one: Any, other: Any) -> float:
    """How likely two entries are the same: what is alike in all languages tells it."""
    mine, theirs = set(_tokens(one)), set(_tokens(other))
    if mine & theirs:
        return 2.0
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in theirs}
    return -3.0 if kinds else 0.5


def _tokens(entry: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield what does not change with the language: keys, addresses, dates, names in one script."""
    if isinstance(entry, Person):
        folded = _folded(entry.name.text)
        if folded.isascii():
            yield "name", folded
    elif isinstance(entry, Words | Prose):
        return
    elif isinstance(entry, str) and field in {"key", "mail", "phone", "address"} and entry:
        yield field, entry
    elif isinstance(entry, datetime.date) or (field == "year" and entry is not None):
        yield field, str(entry)
    elif isinstance(entry, tuple):
        for part in entry:
            yield from _tokens(part, field)
    elif dataclasses.is_dataclass(entry):
        for one in dataclasses.fields(entry):
            if one.name != "place":
                yield from _tokens(getattr(entry, one.name), one.name)


def _place(value: Any) -> Place | None:
    """Return where a value stands, or the first thing in it that stands somewhere."""
    if isinstance(value, tuple):
        return next((found for part in value if (found := _place(part))), None)
    own = getattr(value, "place", None)
    if own is not None or not dataclasses.is_dataclass(value):
        return own if isinstance(own, Place) else None
    inner = (getattr(value, one.name) for one in dataclasses.fields(value))
    return next((found for part in inner if (found := _place(part))), None)


def _shown(name: str, value: Any) -> str:
    """Name a value, with its first words."""
    words = next(_spoken(value), "")
    short = words if len(words) <= 48 else f"{words[:47].rstrip()}…"
    return " ".join(filter(None, (name, f"“{short}”" if short else "")))


def _spoken(value: Any) -> Iterator[str]:
    if isinstance(value, Words):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from _spoken(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Prose):
        for one in dataclasses.fields(value):
            yield from _spoken(getattr(value, one.name))


def _said(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "not given" if value in {None, ""} else str(value)


def _words(field: str) -> str:
    return field.replace("_", " ")


def _folded(name: str) -> str:
    """Return a name without accents and marks, in small letters."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in decomposed if sign.isalpha() or sign == " ")
