"""How a house looks and publishes: `publish.toml` and the folder of its brand."""

from publish.read.brand.colours import measured
from publish.read.brand.faces import characters, family_of, font_files
from publish.read.brand.house import house
from publish.read.brand.sheet import shipped_brands
from publish.read.names import BRAND_FILE

__all__ = [
    "BRAND_FILE",
    "characters",
    "family_of",
    "font_files",
    "house",
    "measured",
    "shipped_brands",
]
