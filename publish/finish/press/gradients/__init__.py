"""Gradients in inks: along a line, around a point, over triangles and patches."""
