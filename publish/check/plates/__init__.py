"""What the plates of a press get, drawn by Ghostscript and measured.

``draw`` draws them, each page a `PagePlates` (``plate``), and ``kept`` holds those of a file;
``inks`` knows the names of inks, ``coverage`` and ``bleed_strip`` measure.
"""
