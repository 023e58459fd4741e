"""Lay a work out: records and layouts become a semantic HTML page."""

from publish.compose.fill import fill

__all__ = ["fill"]
