"""P-001 to P-099: how a text is printed, as the settings say it and as the finished file shows."""

from __future__ import annotations

from publish.standards.ruling import EVERY, ruling
from publish.standards.standard import Standard

#: What goes to the press; the other editions do not depend on it.
_PRESS = frozenset({Standard.X4, Standard.A2B})

PROFILE_MISSING = ruling(
    "P-001",
    "the profile of the press is not there",
    clause="ISO 15930-7 (output intent); house rule: all that is used lies in the project",
    hint="ask the print shop for its ICC profile and put the file into the project",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
NO_PROFILE = ruling(
    "P-002",
    "the profile of the press is no ICC profile",
    clause="ISO 15076-1, 7.2 (header of a profile)",
    hint="name the file that ends in .icc or .icm, as the print shop gave it",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
PROFILE_BROKEN = ruling(
    "P-003",
    "the profile of the press is damaged",
    clause="ISO 15076-1, 7.2 (size of a profile)",
    hint="fetch the file once more; it was not copied to its end, or something changed it",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
PROFILE_WITHOUT_INKS = ruling(
    "P-004",
    "the profile of the press does not have the four inks cyan, magenta, yellow and black",
    clause="house rule: the print edition is in CMYK and spot inks",
    hint="ask the print shop for the CMYK profile of its press and paper",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
PROFILE_OF_OTHER_DEVICE = ruling(
    "P-005",
    "the profile is not that of a press",
    clause="ISO 15930-7 (the profile of the output intent has the class prtr)",
    hint="ask the print shop for the output profile of its press and paper",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
SPOT_WITHOUT_CMYK = ruling(
    "P-006",
    "a spot ink has nothing that stands for it where it is not there",
    clause="ISO 32000-1, 8.6.6.4 (alternate colour of a separation)",
    hint="write the four inks beside it, as its maker gives them: cmyk = [100, 60, 0, 10]",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
TWO_INKS_FOR_ONE = ruling(
    "P-007",
    "two settings of inks contradict each other",
    clause="ISO 15930-7 (one spot ink has one alternate colour everywhere)",
    hint="write the name and the four inks of one ink alike everywhere, with the same blanks",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
RESERVED_INK = ruling(
    "P-008",
    "the name of a spot ink cannot be used",
    clause="ISO 32000-1, 8.6.6.4 (names All and None) and 8.6.6.5 (names of process inks)",
    hint="write the name that stands on the fan of the ink's maker: PANTONE 2945 C",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
NO_ROOM_FOR_MARKS = ruling(
    "P-009",
    "the sheet has no room for bleed and marks",
    clause="ISO 32000-1, 14.11.3 (marks stand outside the bleed)",
    hint="make the slug larger, or leave it out: then it is as large as it must be",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
NO_CONDITION = ruling(
    "P-010",
    "the print edition cannot be made without a printing condition",
    clause="ISO 15930-7 (every file names the condition that it was made for)",
    hint="correct the other faults of [print] first; coated and uncoated come with publish",
    forbidden_by=_PRESS,
    allowed_by=EVERY - _PRESS,
)
PRESS_RULE_BROKEN = ruling(
    "P-011",
    "the print file breaks a rule of PDF/X-4",
    clause="ISO 15930-7, as publish preflight holds it",
    hint="publish preflight tells more of the file, with the remedy for each rule",
    forbidden_by={Standard.X4},
    allowed_by=EVERY - {Standard.X4},
)
SHOP_RULE_BROKEN = ruling(
    "P-012",
    "the print file is not what print shops accept",
    clause="house rule: what shops ask for, in the set of limits of the settings",
    hint="publish preflight tells more of the file, with the remedy for each rule",
    forbidden_by={Standard.X4},
    allowed_by=EVERY - {Standard.X4},
)
NOT_MEASURED = ruling(
    "P-013",
    "not all of the print file could be measured",
    clause="house rule: what was not measured is never called good",
    hint="build again where Ghostscript is installed; publish doctor names the line that brings it",
    forbidden_by=(),
    allowed_by=EVERY,
)
