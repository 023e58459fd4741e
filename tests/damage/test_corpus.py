"""The corpus of the veraPDF consortium: its verdicts, through our own way of asking.

Here to see that reports are read rightly, and that our own reader finds nothing wrong in files
that are known to be good, and never stops on those that are not.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from publish.check import Outcome, foreign, validators
from publish.standards import Standard

SHARED = Path(os.environ.get("PUBLISH_SHARED", Path(__file__).parents[3] / "shared"))
CORPUS = SHARED / "data" / "verapdf-corpus-mini"
FLAVOURS = {"PDF_UA-1": Standard.UA1, "PDF_UA-2": Standard.UA2, "PDF_A-2a": Standard.A2A}
#: Good by its clause, but its ParentTree is empty: nothing on the page leads back to the tree.
KNOWN = {"PDF_A-2a__veraPDF_test_suite_6-7-4-t01-pass-b.pdf"}

pytestmark = pytest.mark.skipif(
    not (CORPUS / "manifest.csv").is_file(), reason="the corpus is not on this machine"
)


def entries() -> list[dict[str, str]]:
    """Return the lines of the manifest."""
    with (CORPUS / "manifest.csv").open(encoding="utf-8") as manifest:
        return list(csv.DictReader(manifest))


def test_every_verdict_is_the_expected_one(validator: None) -> None:
    wanted = entries()
    files = [(CORPUS / entry["file"], (FLAVOURS[entry["flavour"]],)) for entry in wanted]
    verdicts = validators(files)
    wrong = [
        (entry["file"], verdict.outcome, verdict.detail)
        for entry, (file, _) in zip(wanted, files, strict=True)
        for verdict in verdicts[file]
        if verdict.outcome
        is not (Outcome.PASSED if entry["expected"] == "pass" else Outcome.FAILED)
    ]
    assert wrong == []


@pytest.mark.filterwarnings("ignore")
def test_our_reader_reads_them_all_and_trusts_the_good_ones() -> None:
    for entry in entries():
        verdicts = {v.check: v for v in foreign((CORPUS / entry["file"]).read_bytes())}
        if entry["expected"] == "pass" and entry["file"] not in KNOWN:
            for check in ("structure", "fonts"):
                assert verdicts[check].outcome is Outcome.PASSED, (entry["file"], verdicts[check])
