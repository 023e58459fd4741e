"""The habits of each language in what an author typed: spaces, quotation marks, dashes, digits.

Nothing here changes what a reader hears, and the pass proves that of every block it touches.
"""

from publish.compose.typography.apply import apply
from publish.compose.typography.heard import heard

__all__ = ["apply", "heard"]
