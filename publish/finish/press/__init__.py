"""From rendered pages to one file for the press: colours, boxes, marks, output intent.

`press_ready` is the way through, a step a line; each step is a module here or a folder of them
(``colours`` with ``gradients``, ``pictures``, ``sheet``). `Separator` (``separator``) is what knows
the printing condition, and the only thing here that turns a colour into inks.
"""

from publish.finish.press.house_inks import house_inks
from publish.finish.press.ready import press_ready

__all__ = ["house_inks", "press_ready"]
