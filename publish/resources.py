"""Where the layouts and fonts are that come with the program.

In an installed wheel they lie beside the code; in a checkout (also one installed in editable
mode) they stand at its top level. No other module looks for files of ours.
"""

from __future__ import annotations

from pathlib import Path

from publish.errors import MachineLacks

_PACKAGE = Path(__file__).resolve().parent
_HOMES = (_PACKAGE / "_shipped", _PACKAGE.parent)


def shipped(name: str) -> Path:
    """Return the folder ``layouts`` or ``assets`` that came with the program.

    Raises:
        MachineLacks: the folder is not there, so the installation is incomplete.
    """
    for home in _HOMES:
        if (home / name).is_dir():
            return home / name
    raise MachineLacks(
        f"the folder {name} that comes with publish is missing",
        remedy="install publish again: pip install --force-reinstall publish-editions",
    )
