"""Plans the structure tree from the page's HTML alone, before anything is drawn.

Because no page break, line or column is known here, a table over three pages is one Table and a
paragraph over two pages is one P.
"""

from publish.structure.plan import plan

__all__ = ["plan"]
