"""Arabic letters as they stand beside their neighbours: only so can their width be measured.

Source: Unicode Standard, 9.2 (cursive joining), and the compatibility decompositions of the block
Arabic Presentation Forms-B.
"""

from __future__ import annotations

import unicodedata
from functools import cache

#: The form of a letter, by whether it is joined to the one before and to the one after.
_FORM = {
    (True, True): "<medial>",
    (True, False): "<final>",
    (False, True): "<initial>",
    (False, False): "<isolated>",
}

#: Marks have no width of their own and do not part the letters around them.
_MARKS = frozenset({"Mn", "Me", "Cf"})


def joined(text: str) -> str:
    """Return a text without marks, every Arabic letter in the form that it takes there.

    Text in other scripts stays as it is, but for its marks.
    """
    letters = [sign for sign in text if unicodedata.category(sign) not in _MARKS]
    shaped = []
    leans_back = False
    for letter, following in zip(letters, [*letters[1:], " "], strict=True):
        forms = _forms().get(letter, {})
        leans_on = "<initial>" in forms and "<final>" in _forms().get(following, {})
        shaped.append(forms.get(_FORM[leans_back, leans_on], letter))
        leans_back = leans_on
    return "".join(shaped)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the presentation forms of each Arabic letter by their names in Unicode."""
    forms: dict[str, dict[str, str]] = {}
    for code in range(0xFE70, 0xFEFD):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1:
            forms.setdefault(chr(int(letters[0], 16)), {})[form] = chr(code)
    return forms
