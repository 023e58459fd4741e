"""Every file that a test made and kept passes the standards in its name, judged in one call."""

import pytest

from publish import check
from publish.check.verdict import Outcome
from publish.errors import MachineLacks


@pytest.mark.last
def test_every_kept_file_passes_what_it_claims(kept):
    if not kept:
        pytest.skip("no test of this run made a file")
    try:
        check.require_validator()
    except MachineLacks as lack:
        pytest.skip(str(lack))
    verdicts = check.validators([(file, claims) for file, claims in kept.items()])
    assert set(verdicts) == set(kept)
    failed = {
        file.name: [fault.detail for verdict in each for fault in verdict.faults]
        for file, each in verdicts.items()
        if any(verdict.outcome is not Outcome.PASSED for verdict in each)
    }
    assert failed == {}
