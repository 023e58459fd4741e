"""How a house looks and publishes: `publish.toml` and the folder of its brand."""

from publish.read.brand.house import house
from publish.read.brand.sheet import BRAND_FILE, shipped_brands

__all__ = ["BRAND_FILE", "house", "shipped_brands"]
