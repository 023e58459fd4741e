"""From rendered pages to one file for the press: colours, boxes, marks, output intent."""

from publish.finish.press.ready import press_ready

__all__ = ["press_ready"]
