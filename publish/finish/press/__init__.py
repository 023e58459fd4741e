"""From rendered pages to one file for the press: colours, boxes, marks, output intent."""

from publish.finish.press.house_inks import house_inks
from publish.finish.press.ready import press_ready

__all__ = ["house_inks", "press_ready"]
