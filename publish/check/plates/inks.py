"""The inks that a file names, and plain names in their place for programs that write files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import items, name

if TYPE_CHECKING:
    from collections.abc import Iterator

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
#: Colourants that are no spot inks (ISO 32000-1, 8.6.6.4).
NO_SPOTS = ("All", "None", *PROCESS)

#: A file name on every system, and short enough.
_HARMLESS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9 _+-]{0,58}[A-Za-z0-9_+-]|[A-Za-z0-9_]")


def _separations(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Array]:
    """Yield all colour spaces with inks of their own, wherever in the file they stand."""
    for whole in pdf.objects:
        stack: list[object] = [whole]
        while stack:
            value = stack.pop()
            inner: list[object]
            if isinstance(value, pikepdf.Array):
                inner = list(value)
                if len(inner) > 1 and name(inner[0]) in ("Separation", "DeviceN"):
                    yield value
            elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
                inner = [value.get(key) for key in value.keys()]
            else:
                continue
            stack += [
                one
                for one in inner
                if isinstance(one, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)
                and not one.is_indirect
            ]


def ink_names(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of all inks of a file, each once, in the order of the file."""
    found: dict[str, None] = {}
    for space in _separations(pdf):
        for ink in [space[1]] if name(space[0]) == "Separation" else items(space[1]):
            found[name(ink)] = None
    return list(found)


def plain_names(inks: list[str]) -> dict[str, str]:
    """Return for each name one that is a file name on every system, itself where it can be."""
    taken = {known.casefold() for known in NO_SPOTS}
    plain: dict[str, str] = {}
    for index, ink in enumerate(inks):
        harmless = bool(_HARMLESS.fullmatch(ink)) and ink.casefold() not in taken
        plain[ink] = ink if ink in NO_SPOTS or harmless else f"publish ink {index}"
        taken.add(plain[ink].casefold())
    return plain


def rename_inks(pdf: pikepdf.Pdf, plain: dict[str, str]) -> None:
    """Give inks other names in all colour spaces of a file, in place."""
    for space in _separations(pdf):
        if name(space[0]) == "Separation":
            space[1] = pikepdf.Name(f"/{plain[name(space[1])]}")
            continue
        space[1] = pikepdf.Array([pikepdf.Name(f"/{plain[name(ink)]}") for ink in items(space[1])])
        if len(space) > 4:
            del space[4]  # attributes name the inks again, and say nothing about ink on paper
