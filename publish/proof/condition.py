"""What the inks look like: from plates to the colours of a screen, by an ICC profile.

The profile is that of the file's own output intent, or one that the caller assumes in its place.

Source: ICC.1 (rendering intents); IEC 61966-2-1 (sRGB).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageCms

from publish.errors import WrongCall
from publish.proof.print_file import refused
from publish.standards.press import SHIPPED, shipped_condition
from publish.standards.rules import proofing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from publish.proof.print_file import PrintFile

_LARGEST_PROFILE = 40_000_000


@dataclass(frozen=True)
class Look:
    """How plates are shown.

    Attributes:
        identifier: of the condition, for example ``FOGRA39``.
        profile: ICC output profile for cyan, magenta, yellow and black.
        assumed: whether the caller assumed it; otherwise the file says so itself.
        paper: whether the tint of the paper is shown (absolute colorimetric); otherwise paper is
            white (relative colorimetric with black-point compensation).
    """

    identifier: str
    profile: bytes
    assumed: bool
    paper: bool

    @cached_property
    def name(self) -> str:
        """What the profile says that it describes."""
        return str(ImageCms.getProfileDescription(self._opened) or "").strip()[:120]

    @cached_property
    def sha256(self) -> str:
        """Hash of the profile, in hexadecimal."""
        return hashlib.sha256(self.profile).hexdigest()

    def picture(self, cmyk: NDArray[np.uint8]) -> Image.Image:
        """Return how inks look on a screen (sRGB).

        Args:
            cmyk: rows, columns and the four process inks; 255 is solid.
        """
        picture = Image.fromarray(np.ascontiguousarray(cmyk), "CMYK")
        shown = ImageCms.applyTransform(picture, self._transform)
        assert shown is not None  # noqa: S101 - only None where it works in place
        return shown

    def ramp(self, solid: tuple[float, float, float, float], steps: int) -> NDArray[np.uint8]:
        """Return the colours of one ink from bare paper to solid.

        Args:
            solid: the process inks that stand for it at full tint, each 0 to 1.
            steps: how many colours.

        Returns:
            a row of red, green and blue for each step.
        """
        tints = np.linspace(0, 255, steps)[:, None] * np.asarray(solid)[None, :]
        colours = self.picture(tints.round().astype(np.uint8)[None])
        return np.asarray(colours, np.uint8)[0, :, :]

    @cached_property
    def _opened(self) -> Any:
        return ImageCms.ImageCmsProfile(BytesIO(self.profile))

    @cached_property
    def _transform(self) -> Any:
        intent, flags = ImageCms.Intent.ABSOLUTE_COLORIMETRIC, ImageCms.Flags.NONE
        if not self.paper:
            intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
            flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(self._opened, screen, "CMYK", "RGB", intent, flags)


def look(file: PrintFile, condition: str, *, paper: bool) -> Look:
    """Find out how a file is shown.

    Args:
        file: whose own profile is taken where no condition is given.
        condition: ``coated``, ``uncoated``, an ICC profile, or empty.
        paper: whether the tint of the paper is shown.

    Raises:
        WrongCall: the condition that is assumed cannot be used.
        InputFaults: the file has no profile of a press.
    """
    if condition:
        identifier, profile = _assumed(condition)
        found = Look(identifier, profile, assumed=True, paper=paper)
        if trouble := _trouble(found):
            raise WrongCall(f"{condition} cannot be assumed: {trouble}\n  hint {_KNOWN}")
        return found
    found = Look(file.identifier, file.profile, assumed=False, paper=paper)
    if trouble := _trouble(found):
        raise refused(proofing.NO_PRESS_PROFILE, file.path, trouble)
    return found


_KNOWN = f"known are {' and '.join(SHIPPED)}, or a press profile of the shop: --condition shop.icc"


def _assumed(condition: str) -> tuple[str, bytes]:
    """Return name and profile of a condition that the file does not name."""
    if condition in SHIPPED:
        shipped = shipped_condition(condition)
        return shipped.identifier, shipped.profile.read_bytes()
    path = Path(condition)
    if path.suffix.lower() not in (".icc", ".icm"):
        raise WrongCall(f"there is no condition called {condition}\n  hint {_KNOWN}")
    try:
        if path.stat().st_size > _LARGEST_PROFILE:
            raise WrongCall(f"{condition} is too large for a profile\n  hint {_KNOWN}")
        return path.stem, path.read_bytes()
    except OSError as error:
        said = error.strerror or error
        raise WrongCall(f"{condition} cannot be read: {said}\n  hint {_KNOWN}") from None


def _trouble(found: Look) -> str:
    """Say why a profile cannot be used; empty if it can."""
    profile = found.profile
    if not profile:
        return "no profile in the file: it does not say for which press and paper it was made"
    if profile[36:40] != b"acsp":
        return "what stands for the profile is no ICC profile"
    if profile[16:20] == b"RGB ":
        return "the profile is one of screens (RGB), not of a press"
    if profile[16:20] != b"CMYK":
        space = profile[16:20].decode("ascii", "replace").strip()
        return f"the profile is for {space}, not for cyan, magenta, yellow and black"
    if int.from_bytes(profile[:4]) > len(profile):
        return "the profile is cut off"
    try:
        found.ramp((0, 0, 0, 1), 2)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return "the profile is damaged"
    return ""
