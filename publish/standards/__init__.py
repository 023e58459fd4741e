"""The rules as data: standards, profiles, roles of the structure tree, rulings on faults."""

from publish.standards.profile import PROFILES, Profile
from publish.standards.ruling import EVERY, Ruling, ruling
from publish.standards.standard import Standard

__all__ = ["EVERY", "PROFILES", "Profile", "Ruling", "Standard", "ruling"]
