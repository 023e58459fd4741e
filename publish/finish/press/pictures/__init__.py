"""Pictures in inks, as sharp as the press can show and no sharper.

`convert` is the way in. ``inline`` takes out those that stand in the drawings, ``uses`` finds where
each is drawn and how large, ``samples`` reads its pixels, and ``inks`` writes it for the press.
"""
