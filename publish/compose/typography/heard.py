"""Text as a listener hears it: every way of setting the same words becomes one.

A wide, a narrow and a no-break space are one space; so are all quotation marks, all apostrophes,
all dashes, and the digits and signs of Latin, Arabic and Chinese writing. What is left are words,
numbers and the pauses between them.
"""

from __future__ import annotations

import re
import unicodedata

#: Chinese characters, kana, and the signs that are set as wide as they are.
IDEOGRAPH = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

#: Which digits stand for the same numbers. Source: Unicode, Arabic block.
ARABIC_INDIC = dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))
_PERSIAN = dict(zip("0123456789", "۰۱۲۳۴۵۶۷۸۹", strict=True))

_SAME = {
    **dict.fromkeys("«»„“”‟「」『』《》", '"'),
    **dict.fromkeys("‹›‚‘’‛", "'"),
    **dict.fromkeys("‐‑‒–—―", "-"),
    **{wide: narrow for narrow, wide in zip(",.:;?!()", "，。：；？！（）", strict=True)},
    **{arabic: latin for latin, arabic in zip(",;?", "،؛؟", strict=True)},
    **{indic: digit for digits in (ARABIC_INDIC, _PERSIAN) for digit, indic in digits.items()},
    "…": "...",
}
_TABLE = str.maketrans(_SAME)

_SILENT = re.compile("[\u00ad\u200b\u2060\ufeff]")
_DASH = re.compile(r"[\s-]*-[\s-]*")
_QUOTE = re.compile(r'\s*"\s*')
_BEFORE_PAUSE = re.compile(r"\s+(?=[,.;:!?])|(?<=[¿¡])\s+")
_BESIDE_IDEOGRAPH = re.compile(rf"(?<=[{IDEOGRAPH}])\s+|\s+(?=[{IDEOGRAPH}])")
_BETWEEN_PAUSES = re.compile(rf"(?<=[{IDEOGRAPH}][,.;:!?()/])\s+|\s+(?=[()/][{IDEOGRAPH}])")
_SPACE = re.compile(r"\s+")


def heard(text: str) -> str:
    """Return the one form of all texts that sound the same."""
    text = _SILENT.sub("", unicodedata.normalize("NFC", text)).translate(_TABLE)
    for pattern, form in (
        (_DASH, "-"),
        (_QUOTE, '"'),
        (_BEFORE_PAUSE, ""),
        (_BESIDE_IDEOGRAPH, ""),
        (_BETWEEN_PAUSES, ""),
        (_SPACE, " "),
    ):
        text = pattern.sub(form, text)
    return text.strip()
