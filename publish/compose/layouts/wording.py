"""The labels that forms need, as a record: the rooms after this one know no catalogues."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from publish.compose.layouts.environment import layout_folders
from publish.compose.layouts.labels import Labels
from publish.model.wording import Wording

if TYPE_CHECKING:
    from publish.model.house import House


def wording(house: House, language: str) -> Wording:
    """Return what a form says around a text in a language.

    Raises:
        InputFaults: a catalogue of labels cannot be read.
    """
    labels = Labels(layout_folders(house), language)
    names = (field.name for field in dataclasses.fields(Wording))
    return Wording(**{name: getattr(labels, name) for name in names})
