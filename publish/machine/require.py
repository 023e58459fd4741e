"""Refuses to begin what this machine cannot do."""

from __future__ import annotations

from publish.check import ghostscript, tools
from publish.errors import MachineLacks
from publish.machine import install, libraries


def require_drawing() -> None:
    """Make sure that pages can be drawn, before WeasyPrint is imported and fails in its own words.

    Raises:
        MachineLacks: with the line that installs what is missing.
    """
    missing = libraries.missing()
    if missing:
        raise MachineLacks(
            f"pages cannot be drawn: this machine lacks {', '.join(missing)}",
            remedy=f"type: {install.line('pango')}",
        )


def require_validator() -> None:
    """Make sure that files can be validated, before a release begins.

    Raises:
        MachineLacks: with the line that installs what is missing.
    """
    for look, thing in ((tools.java, "java"), (tools.verapdf_jar, "verapdf")):
        try:
            look()
        except MachineLacks as lack:
            why = str(lack).partition("\n")[0]
            raise MachineLacks(
                f"a release must be validated, and that cannot be done here: {why}",
                remedy=f"type: {install.line(thing)}",
            ) from lack


def require_press() -> None:
    """Make sure that ink can be measured, before a release for the press begins.

    Raises:
        MachineLacks: with the line that installs Ghostscript.
    """
    try:
        ghostscript.ghostscript()
    except MachineLacks as lack:
        why = str(lack).partition("\n")[0]
        raise MachineLacks(
            f"a release of the print edition must be measured in ink, and that cannot be done "
            f"here: {why}",
            remedy=f"type: {install.line('ghostscript')}   (all other editions can be released)",
        ) from lack
