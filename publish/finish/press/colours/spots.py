"""Spot inks: one name, one colour that stands for it, one function, in the whole file.

A press that finds the same ink described in two ways may make two plates of it (ISO 15930-7; the
same in ISO 19005-2, 6.2.4.4). So the spaces are made once and shared.
"""

from __future__ import annotations

import hashlib
from itertools import product
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object

from publish.finish.press.colours.functions import grid, read, straight
from publish.finish.press.colours.spaces import space_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

    from publish.finish.press.separator import Separator
    from publish.model.press import Cmyk, Ink

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

#: Samples in each direction when another file's ink gets a new colour to stand for it.
_SAMPLES = {1: 17, 2: 9, 3: 5}


class Spots:
    """The spot inks of one file.

    Args:
        pdf: the file the spaces are made in.
        separator: knows the brand's inks and the press.
    """

    def __init__(self, pdf: pikepdf.Pdf, separator: Separator) -> None:
        self._pdf = pdf
        self._separator = separator
        self._alone: dict[str, Object] = {}
        self._together: dict[tuple[str, ...], Object] = {}
        self._stands: dict[str, Cmyk] = {}

    def space(self, ink: Ink) -> Object:
        """Return the Separation space of an ink; the first of a name decides what stands for it."""
        if ink.spot not in self._alone:
            self._stands[ink.spot] = ink.cmyk
            self._alone[ink.spot] = self._separation(ink.spot, straight((0, 0, 0, 0), ink.cmyk))
        return self._alone[ink.spot]

    def mixture(self, inks: Sequence[Ink]) -> Object:
        """Return the DeviceN space of several inks and the four of the process."""
        names = tuple(dict.fromkeys(ink.spot for ink in inks))
        if names not in self._together:
            colorants = Dictionary()
            for ink in inks:
                colorants[f"/{ink.spot}"] = self.space(ink)
            self._together[names] = self._pdf.make_indirect(
                Array(
                    [
                        Name.DeviceN,
                        Array([Name(f"/{name}") for name in (*names, *PROCESS)]),
                        Name.DeviceCMYK,
                        self._mixed(names),
                        Dictionary(Colorants=colorants),
                    ]
                )
            )
        return self._together[names]

    def kept(self, source: Object) -> Object:
        """Return the space for a Separation or DeviceN of the file, with inks to stand for it."""
        if source[0] == Name.Separation:
            return self._kept_alone(str(source[1])[1:], source)
        names = tuple(str(name)[1:] for name in source[1])
        key = ("", *names)
        if key not in self._together:
            colorants = Dictionary()
            given = source[4].get("/Colorants") if len(source) > 4 else None
            for name, one in given.items() if isinstance(given, Dictionary) else ():
                colorants[name] = self._kept_alone(name[1:], one)
            parts = [source[0], source[1], Name.DeviceCMYK, self._function(source, len(names))]
            # Attributes but the colorants say how to mix on a screen, in a space of its own.
            self._together[key] = self._pdf.make_indirect(
                Array([*parts, Dictionary(Colorants=colorants)])
            )
        return self._together[key]

    def _kept_alone(self, name: str, source: Object) -> Object:
        if name not in self._alone:
            self._alone[name] = self._separation(name, self._function(source, 1))
        return self._alone[name]

    def _separation(self, name: str, function: Object) -> Object:
        parts = [Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, function]
        parts[3] = self._pdf.make_indirect(function)
        return self._pdf.make_indirect(Array(parts))

    def _function(self, source: Object, size: int) -> Object:
        """Return the function to inks; the file's own where it leads there already."""
        base = space_of(source[2], self._separator)
        if source[2] == Name.DeviceCMYK and not self._separator.black_only:
            return source[3]
        steps = _SAMPLES.get(size, 3 if size < 6 else 2)
        give, samples = read(source[3]), []
        for place in product(*([range(steps)] * size)):
            tints = [step / (steps - 1) for step in reversed(place)]
            inks = base.inks(give(tints), self._separator)
            samples.append(inks if isinstance(inks, tuple) else inks.cmyk)
        return grid(self._pdf, [0, 1] * size, steps, samples)

    def _mixed(self, names: tuple[str, ...]) -> Object:
        """Return the function that adds inks up; between its two samples a way, it is straight."""
        size = len(names) + len(PROCESS)
        samples = []
        for place in product((0, 1), repeat=size):
            tints = list(reversed(place))
            inks = [float(part) for part in tints[len(names) :]]
            for name, tint in zip(names, tints, strict=False):
                stands = self._stands[name]
                inks = [min(ink + tint * one, 1.0) for ink, one in zip(inks, stands, strict=True)]
            samples.append(inks)
        return self._pdf.make_indirect(grid(self._pdf, [0, 1] * size, 2, samples))


def key_of(name: str) -> str:
    """Return the name under which the space of an ink stands in resources."""
    return f"/Ink{hashlib.sha256(name.encode()).hexdigest()[:8]}"
