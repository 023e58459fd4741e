"""Small black text and thin black lines print over what is below them.

A plate that stands a tenth of a millimetre beside its place would leave a white edge around each
letter on a coloured ground; black ink covers that ground anyway. Large black areas do not
overprint: there the ground would show in the black. White never does, for it would vanish.

How small is small, the shop's set of limits says, whose preflight asks for it: as shipped, text up
to 12 points and lines under 1 point.

Source: ISO 32000-1, 8.6.7 and 11.7.4.5; rules G07 to G13 of our preflight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Object

from publish.finish.press.separator import BLACK
from publish.standards.limits import limits

if TYPE_CHECKING:
    import pikepdf

    from publish.model.press import Press

#: Names of the two graphics states in resources.
ON, OFF = "/PressOver", "/PressKnock"


@dataclass(frozen=True, slots=True)
class Overprint:
    """What overprints, in points.

    Attributes:
        text: black text of this size or smaller.
        line: black lines thinner than this.
    """

    text: float
    line: float

    @classmethod
    def of(cls, press: Press) -> Overprint:
        """Read the limits of a press."""
        found = limits(press.limits)
        return cls(found.overprinted_text, found.overprinted_line)

    def of_text(self, inks: object, size: float) -> bool:
        """Tell whether text in some inks overprints."""
        return inks == BLACK and 0 < size <= self.text + 0.001

    def of_line(self, inks: object, width: float) -> bool:
        """Tell whether a line in some inks overprints."""
        return inks == BLACK and width < self.line


def states(pdf: pikepdf.Pdf) -> dict[str, Object]:
    """Return the graphics states that switch overprinting on and off, by name."""
    return {
        name: pdf.make_indirect(Dictionary(Type=Name.ExtGState, op=on, OP=on, OPM=1))
        for name, on in ((ON, True), (OFF, False))
    }
