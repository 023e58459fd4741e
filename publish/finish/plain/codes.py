"""What is of use on paper alone."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish.model.composed import Composed


def without_codes(composed: Composed) -> Composed:
    """Return a text without the code that a phone reads on paper; the address stays.

    Nothing else goes. The plain text is made from the text that is returned and compared with it.
    """
    root = copy.deepcopy(composed.root)
    for section in root.iter("section"):
        if "web-version" in (section.get("class") or "").split():
            for kid in [kid for kid in section if kid.get("class") == "code"]:
                section.remove(kid)
    return replace(composed, root=root)
