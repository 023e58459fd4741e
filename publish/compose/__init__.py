"""Lay a work out: records and layouts become a semantic HTML page."""

from publish.compose.faces import faces
from publish.compose.fill import fill
from publish.compose.job_sheet import job_sheet
from publish.compose.wording import wording

__all__ = ["faces", "fill", "job_sheet", "wording"]
