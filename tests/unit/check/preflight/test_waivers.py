"""A waiver takes a finding away where a person gives a reason; never what is unreadable."""

from __future__ import annotations

import pytest

from publish.check.preflight.hit import Hit
from publish.check.preflight.report import Outcome, Report, Result, State
from publish.check.preflight.rule import Rule
from publish.check.preflight.waivers import waive
from publish.model.ticket import Waiver

ASKED = Rule("Z01", "something is asked", basis="test", remedy="Mend it.")
TWO = Result(ASKED, Outcome.FAILED, (Hit(ASKED, 1, "one"), Hit(ASKED, 2, "other")))


def test_one_page_is_waived_and_the_other_still_fails() -> None:
    ((result,), unused) = waive([TWO], [Waiver("Z01", 2, "A. Person", "a reason")])
    assert result.outcome is Outcome.FAILED
    assert [hit.page for hit in result.hits] == [1]
    assert not unused


def test_the_whole_file_is_waived() -> None:
    ((result,), _) = waive([TWO], [Waiver("Z01", None, "A. Person", "a reason")])
    assert result.outcome is Outcome.WAIVED
    assert len(result.waived) == 2
    assert Report((result,), 2, "none").state is State.PASSED


def test_what_nobody_answers_for_counts_for_nothing() -> None:
    for waiver in (Waiver("Z01", None, " ", "a reason"), Waiver("Z01", None, "A. Person", "")):
        ((result,), unused) = waive([TWO], [waiver])
        assert result is TWO
        assert unused == (waiver,)


def test_what_waives_nothing_is_told() -> None:
    waiver = Waiver("Z01", 9, "A. Person", "a reason")
    assert waive([TWO], [waiver])[1] == (waiver,)


@pytest.mark.parametrize("number", ["X00", "X01", "X20"])
def test_a_rule_of_the_standard_cannot_be_waived(number: str) -> None:
    broken = Rule(number, "it is so", basis="test", remedy="Mend it.")
    result = Result(broken, Outcome.FAILED, (Hit(broken),))
    ((kept,), unused) = waive([result], [Waiver(number, None, "A. Person", "a reason")])
    assert kept is result
    assert unused
