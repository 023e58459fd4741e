"""Who publishes, at the foot of the page, as the reading order of a screen wants it."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from publish.finish.web.write import has_class, take_out

if TYPE_CHECKING:
    from publish.model.composed import Composed


def foot_last(composed: Composed) -> Composed:
    """Return a text whose imprint is read behind all else; on paper, annexes stand behind it.

    Nothing else moves. The page is made from the text that is returned and compared with it.
    """
    root = copy.deepcopy(composed.root)
    for article in root.iter("article"):
        for imprint in [kid for kid in article if has_class(kid, "imprint")]:
            foot = Element("footer", {"class": "foot"})
            take_out(article, imprint)
            foot.append(imprint)
            article.append(foot)
    return replace(composed, root=root)
