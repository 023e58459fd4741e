"""Gradients in inks that follow the gradient of the screen.

Inks mixed straight between two ends do not look like light mixed between them: red to green goes
through another brown. So a run is followed in small steps, and gets as many stops as it needs for
the inks to stay near the path of the light.

What stands at an end keeps the inks that it has as a flat colour, or a box and the gradient beside
it would differ. A neutral end is black ink alone, and the run comes to it over the last steps; a
brand's ink at one end and paper at the other is a tint of that ink; a spot ink runs in its own
plate.

Source: ISO 32000-1, 8.7.4.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from pikepdf import Array, Dictionary, Name, Object, Stream

from publish.finish.press.colours.functions import (
    corners,
    floats,
    grid,
    polygon,
    read,
    straight,
    value,
)
from publish.finish.press.colours.spaces import CMYK, GREY, Space, by_size, light, space_of
from publish.finish.press.colours.veils import Use, is_film, on_paper, tints
from publish.finish.press.colours.veils import run as run_of
from publish.finish.press.gradients.meshes import converted_mesh
from publish.finish.press.gradients.runs import (
    Run,
    chosen,
    ends,
    fingerprint,
    is_flat,
    runs_of,
    segments,
    spread_along,
)
from publish.model.press import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

    from publish.finish.press.colours.spots import Spots
    from publish.finish.press.gradients.runs import Stops
    from publish.finish.press.separator import Numbers, Separator, Triple

#: How far the inks may stray from the path of the light between two stops, in ΔE of 1976.
STRAY = 0.8

#: The same in a mask, of 255.
MASK_STRAY = 0.6

#: Over this share of the steps of colour (of 255) a run goes over into black ink alone.
TURN = 16

_GRID = 17


class Shadings:
    """Converts the gradients of one file; each is made once for each use.

    Args:
        pdf: the file.
        separator: knows the inks of a colour.
        spots: has the spaces of spot inks.
    """

    def __init__(self, pdf: pikepdf.Pdf, separator: Separator, spots: Spots) -> None:
        self._pdf = pdf
        self._separator = separator
        self._spots = spots
        self._done: dict[tuple[tuple[int, int], Use], Object] = {}
        self._pairs: dict[tuple[object, ...], tuple[Object, Object]] = {}
        self._known: dict[tuple[bytes, bytes], Stops] = {}

    def converted(self, shading: Object, use: Use) -> Object:
        """Return a new shading in inks, or in greys where it is part of a mask."""
        key = (shading.objgen, use)
        if not shading.is_indirect:
            return self._converted(shading, use)
        if key not in self._done:
            made = self._converted(shading, use)
            self._done[key] = made if made.is_indirect else self._pdf.make_indirect(made)
        return self._done[key]

    def clear(
        self, shading: Dictionary, mask: Dictionary, alpha: float, use: Use
    ) -> tuple[Object, Object, bool] | None:
        """Return a gradient and its mask, both of them new, that are right on paper together.

        And whether it takes away light alone, as a film over what is below.

        None where they do not run the same way, or where a spot ink is in it.
        """
        kind = int(shading.get("/ShadingType", 0))
        same = ("/ShadingType", "/Coords", "/Domain", "/Extend")
        function, through = shading.get("/Function"), mask.get("/Function")
        if kind not in (2, 3) or any(shading.get(key) != mask.get(key) for key in same):
            return None
        if not isinstance(function, Object) or not isinstance(through, Object):
            return None
        space, grey = self._space(shading, function), self._space(mask, through)
        if space.family not in ("rgb", "grey", "lab"):
            return None
        domain = self._domain(shading, kind)
        edges = sorted({*corners(function), *corners(through)})
        runs, beside = runs_of(function, domain, edges), runs_of(through, domain, edges)
        spots = self._spots_in(runs, space)
        if spots and not is_flat(runs):
            return None
        alphas = [
            alpha * np.array([light(grey.screen(one)) for one in run.colours.tolist()])
            for run in beside
        ]
        key = (
            space.family,
            use,
            domain,
            *(fingerprint(*pair) for pair in zip(runs, alphas, strict=True)),
        )
        if key not in self._pairs:
            self._pairs[key] = self._clear_functions(runs, alphas, domain, space, use)
        made = [Dictionary({key: part for key, part in one.items()}) for one in (shading, mask)]
        made[0].ColorSpace = self._spots.space(spots[0]) if spots else Name.DeviceCMYK
        made[1].ColorSpace = Name.DeviceGray
        made[0].Function, made[1].Function = self._pairs[key]
        if spots:
            made[0].Function = straight([spots[0].tint], [spots[0].tint])
        first = space.screen(runs[0].colours[0].tolist())
        most = use.alpha * max(float(seen.max()) for seen in alphas)
        return made[0], made[1], is_flat(runs) and is_film(self._separator, first, most)

    def _clear_functions(
        self,
        runs: Sequence[Run],
        alphas: Sequence[Numbers],
        domain: tuple[float, float],
        space: Space,
        use: Use,
    ) -> tuple[Object, Object]:
        def seen_on_paper(both: Numbers) -> Numbers:
            return self._separator.looks(both[:, :4] * both[:, 4:] * use.cover)

        inks, covers = [], []
        for run, seen in zip(runs, alphas, strict=True):
            screen = np.clip([space.screen(one) for one in run.colours.tolist()], 0, 1)
            values, shown = self._clear_run(screen, seen, use)
            # Both have their stops at the same places: what is seen is the one times the other.
            stops = chosen(np.hstack((values, shown[:, None])), seen_on_paper, STRAY)
            inks.append((run, [(place, both[:4]) for place, both in stops]))
            covers.append((run, [(place, both[4:]) for place, both in stops]))
        return (
            self._pdf.make_indirect(polygon(domain, segments(inks))),
            self._pdf.make_indirect(polygon(domain, segments(covers))),
        )

    def _clear_run(self, screen: Numbers, alphas: Numbers, use: Use) -> tuple[Numbers, Numbers]:
        first = _triples(screen)[0]
        if self._separator.brand(first) is not None and spread_along(screen) < 1e-4:
            inks = np.array([_process(self._separator.rgb(*first))] * len(screen))
            return inks, tints(self._separator, first, alphas, use)
        return run_of(self._path(on_paper(screen, alphas, use)), alphas, use)

    def _converted(self, shading: Object, use: Use) -> Object:
        function = shading.get("/Function")
        space = self._space(shading, function)
        kind = int(shading.get("/ShadingType", 0))
        if self._fits(space, use) and space == self._written(shading):
            return shading
        if isinstance(shading, Stream):
            result: Object = converted_mesh(self._pdf, shading, space, self._separator, use)
        else:
            result = Dictionary({key: part for key, part in shading.items()})
        if space.family == "named" and not use.mask and not self._separator.black_only:
            result.ColorSpace = self._spots.kept(space.source)  # type: ignore[arg-type]
            return result
        if function is None:
            pass
        elif kind == 1:
            result.Function = self._field(function, shading, space, use)
        else:
            domain = self._domain(shading, kind)
            runs = list(runs_of(function, domain))
            self._write(result, runs, domain, space, use)
        if function is None or kind == 1:
            result.ColorSpace = Name.DeviceGray if use.mask else Name.DeviceCMYK
        background = floats(shading.get("/Background"))
        if background:
            del result["/Background"]
            if use.mask or result.ColorSpace == Name.DeviceCMYK:
                result.Background = Array(self._flat(background, space, use))
        return result

    def _fits(self, space: Space, use: Use) -> bool:
        """Tell whether a gradient is in inks, or in greys for a mask, already."""
        if use.mask:
            return space == GREY
        return space == CMYK and not self._separator.black_only and use.alpha == 1

    def _space(self, shading: Object, function: object) -> Space:
        """Read the space; where it does not fit its function, the function is right.

        WeasyPrint writes functions of three values into a space of four once a style sheet
        declares a profile of four inks.
        """
        space = self._written(shading)
        if not isinstance(function, Object) or space.family == "named":
            return space
        inputs = 2 if int(shading.get("/ShadingType", 0)) == 1 else 1
        size = len(value(function, [0.0] * inputs))
        return space if space.size == size else by_size(size)

    def _written(self, shading: Object) -> Space:
        return space_of(shading.get("/ColorSpace"), self._separator)

    @staticmethod
    def _domain(shading: Object, kind: int) -> tuple[float, float]:
        if kind in (2, 3):
            low, high = (floats(shading.get("/Domain")) or [0.0, 1.0])[:2]
        else:
            low, high = (floats(shading.get("/Decode")) or [0.0] * 4 + [0.0, 1.0])[4:6]
        return low, high

    def _flat(self, values: Sequence[float], space: Space, use: Use) -> list[float]:
        if use.mask:
            return [light(space.screen(values))]
        inks = space.inks(values, self._separator)
        return list(inks.cmyk if isinstance(inks, Ink) else inks)

    def _field(self, function: Object, shading: Object, space: Space, use: Use) -> Object:
        """Return a function of two directions, sampled anew."""
        domain = floats(shading.get("/Domain")) or [0.0, 1.0, 0.0, 1.0]
        across = np.linspace(domain[0], domain[1], _GRID)
        along = np.linspace(domain[2], domain[3], _GRID)
        give = read(function)
        samples = [
            self._flat(give([x, y]), space, use) for y in along.tolist() for x in across.tolist()
        ]
        return grid(self._pdf, domain, _GRID, samples)

    def _write(
        self,
        result: Object,
        runs: Sequence[Run],
        domain: tuple[float, float],
        space: Space,
        use: Use,
    ) -> None:
        """Put space and function of inks into a shading."""
        spots = [] if use.mask or use.alpha < 1 else self._spots_in(runs, space)
        pieces = segments([(run, self._stops(run, space, use, spots)) for run in runs])
        if use.mask:
            result.ColorSpace = Name.DeviceGray
        elif not spots:
            result.ColorSpace = Name.DeviceCMYK
        elif len(spots) == 1 and not any(any((*a[1:], *b[1:])) for _, a, b in pieces):
            result.ColorSpace = self._spots.space(spots[0])
            pieces = [(place, first[:1], last[:1]) for place, first, last in pieces]
        else:
            result.ColorSpace = self._spots.mixture(spots)
        result.Function = self._pdf.make_indirect(polygon(domain, pieces))

    def _spots_in(self, runs: Sequence[Run], space: Space) -> list[Ink]:
        """Return the spot inks at the ends of runs, each name once, in order."""
        found: dict[str, Ink] = {}
        for run in runs if space.family in ("rgb", "grey", "indexed") else ():
            for end in (run.colours[0], run.colours[-1]):
                ink = self._separator.brand(space.screen([float(part) for part in end]))
                if ink is not None and ink.spot:
                    found.setdefault(ink.spot, ink)
        return list(found.values())

    def _stops(self, run: Run, space: Space, use: Use, spots: list[Ink]) -> Stops:
        """Return places within a run, 0 to 1, and the values of the new space there."""
        label = "|".join((str(use), space.family, *(ink.spot for ink in spots)))
        key = (label.encode(), np.round(run.colours, 4).tobytes())
        if key not in self._known:
            self._known[key] = self._followed(run.colours, space, use, spots)
        return self._known[key]

    def _followed(self, colours: Numbers, space: Space, use: Use, spots: list[Ink]) -> Stops:
        if use.mask:
            greys = np.array([[light(space.screen(list(colour)))] for colour in colours])
            return chosen(greys, lambda values: values * 255, MASK_STRAY)
        looks = self._separator.looks
        if space.family not in ("rgb", "grey"):
            inks = np.array([self._flat(list(colour), space, use) for colour in colours])
            plates = np.zeros((len(inks), len(spots)))
            return chosen(np.hstack((plates, inks)), lambda values: looks(values[:, -4:]), STRAY)
        screen = np.clip([space.screen(list(colour)) for colour in colours], 0, 1)
        if use.alpha < 1:
            mixed = self._path(1 - use.alpha * (1 - screen))
            inks = np.clip(mixed / use.cover, 0, 1)
            return chosen(inks, looks, STRAY)
        if self._spot_at_end(screen):
            return ends(self._on_plates(screen, spots))
        plates = np.zeros((len(screen), len(spots)))
        values = np.hstack((plates, self._path(screen)))
        return chosen(values, lambda values: looks(values[:, -4:]), STRAY)

    def _path(self, screen: Numbers) -> Numbers:
        """Return the inks along a run of sRGB, with the ends as flat colours have them."""
        separator = self._separator
        if separator.black_only:
            return np.array([_process(separator.rgb(*colour)) for colour in _triples(screen)])
        if _spread(screen).max() * 255 <= 2.5:
            return np.array([(0, 0, 0, separator.grey(sum(c) / 3)) for c in _triples(screen)])
        first, last = _triples(screen)[0], _triples(screen)[-1]
        brands = (separator.brand(first), separator.brand(last))
        if any(brands) and all(
            _is_paper(c) or b for c, b in zip((first, last), brands, strict=True)
        ):
            return self._tints(screen)
        inks = separator.run(screen)
        steps = np.linspace(0, 1, len(screen))[:, None]
        for colour, brand, near in ((first, brands[0], 1 - steps), (last, brands[1], steps)):
            if brand is not None:
                inks = inks + near * (np.array(brand.cmyk) - separator.run(np.array([colour])))
        inks = np.clip(inks, 0, 1)
        greys = np.array([separator.grey(sum(colour) / 3) for colour in _triples(screen)])
        black = np.zeros_like(inks)
        black[:, 3] = greys
        turn = np.clip(1 - (_spread(screen) * 255 - 2) / TURN, 0, 1)[:, None]
        return np.asarray(turn * black + (1 - turn) * inks)

    def _tints(self, screen: Numbers) -> Numbers:
        """Return inks straight from a brand's colour to paper or to another brand's."""
        ends = [np.array(_process(self._separator.rgb(*screen[place]))) for place in (0, -1)]
        steps = np.linspace(0, 1, len(screen))[:, None]
        return np.asarray((1 - steps) * ends[0] + steps * ends[1])

    def _spot_at_end(self, screen: Numbers) -> bool:
        ends = (self._separator.rgb(*screen[0]), self._separator.rgb(*screen[-1]))
        return any(isinstance(end, Ink) for end in ends)

    def _on_plates(self, screen: Numbers, spots: list[Ink]) -> Numbers:
        """Return both ends of a run on the plates of spot inks and the four of the process."""
        names = [ink.spot for ink in spots]
        plates = np.zeros((2, len(names) + 4))
        for place in (0, -1):
            inks = self._separator.rgb(*screen[place])
            if isinstance(inks, Ink):
                plates[place, names.index(inks.spot)] = inks.tint
            else:
                plates[place, len(names) :] = inks
        return plates


def _spread(colours: Numbers) -> Numbers:
    return np.asarray(colours.max(axis=1) - colours.min(axis=1))


def _triples(colours: Numbers) -> list[Triple]:
    return [(float(red), float(green), float(blue)) for red, green, blue in colours]


def _is_paper(colour: Triple) -> bool:
    return min(colour) > 0.998


def _process(inks: Ink | tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return inks.cmyk if isinstance(inks, Ink) else inks
