"""What this machine has, what it lacks, what the lack costs, and the line that brings it."""

from publish.machine.facts import Fact, State, facts
from publish.machine.require import require_drawing, require_press, require_validator
from publish.machine.versions import press_versions, versions

__all__ = [
    "Fact",
    "State",
    "facts",
    "press_versions",
    "require_drawing",
    "require_press",
    "require_validator",
    "versions",
]
