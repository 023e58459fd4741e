"""The sheet around a page: its boxes, the marks in its slug, and the words beside them."""
