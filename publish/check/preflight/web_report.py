"""The report as one web page: self-contained, without script, for people who were not there.

The layout is `layouts/preflight/report.html`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish.check.preflight.report import Outcome
from publish.check.preflight.wording import VERDICTS, unused_words
from publish.resources import shipped

if TYPE_CHECKING:
    from publish.check.preflight.hit import Hit
    from publish.check.preflight.report import Report, Result

#: Findings of one rule on one page that are shown.
_SHOWN = 20


def web_report(report: Report, name: str) -> str:
    """Return the page.

    Args:
        report: what the preflight said.
        name: of the file, for the heading.
    """
    folder = shipped("layouts") / "preflight"
    jinja = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages, hidden = _by_page(report)
    head, _, rest = VERDICTS[report.state].partition(":")
    return jinja.get_template("report.html").render(
        report=report,
        name=name,
        style=(folder / "report.css").read_text(encoding="utf-8"),
        verdict=(head.capitalize(), f":{rest}."),
        counts=[(one.value, n) for one in Outcome if (n := report.count(one))],
        pages=pages,
        hidden=hidden,
        waived=[(one, hit, waiver) for one in report.results for hit, waiver in one.waived],
        unused=[unused_words(waiver).replace("\n  hint ", "; ") for waiver in report.unused],
    )


def _by_page(report: Report) -> tuple[list[tuple[int | None, list[tuple[Result, Hit]]]], int]:
    """Return the findings of each page, the whole file first, and how many are left out."""
    pages = defaultdict[int | None, list[tuple["Result", "Hit"]]](list)
    hidden = 0
    for result in report.results:
        shown = defaultdict[int | None, int](int)
        hidden += result.more
        for hit in result.hits:
            shown[hit.page] += 1
            if shown[hit.page] > _SHOWN:
                hidden += 1
            else:
                pages[hit.page].append((result, hit))
    return sorted(pages.items(), key=lambda found: found[0] or 0), hidden
