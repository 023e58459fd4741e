"""Drawings in inks: every stream of a file read, its colours changed, and written anew.

`convert` is the way in. ``groups`` goes through all that draws, ``drawing`` through one stream of
it; ``spaces``, ``spots``, ``functions`` and ``veils`` know what its colours mean.
"""
