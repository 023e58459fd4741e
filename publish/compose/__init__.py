"""Lay a work out: records and layouts become a semantic HTML page.

`fill` is the way through: it fills the layout of a work (``layouts``, ``organisation``,
``signing``), does to the page what only the whole page shows (``page``, ``typography``), and puts
its style sheets beside it (``style``). What must fit is measured beforehand (``measure``).
`job_sheet` does the same for the sheet that goes with a print file.
"""

from publish.compose.fill import fill
from publish.compose.job_sheet import job_sheet
from publish.compose.layouts.wording import wording
from publish.compose.style.faces import faces

__all__ = ["faces", "fill", "job_sheet", "wording"]
