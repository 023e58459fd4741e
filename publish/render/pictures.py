"""The pictures of one text: made drawable before layout, and kept as their author has them."""

from __future__ import annotations

from hashlib import md5

from publish import pictures


class Gallery:
    """Makes pictures drawable when the engine asks for them.

    Attributes:
        originals: the author's files, by the names that the engine gives to what it draws of them.
        addresses: by which the engine knows them, by the same names.
    """

    def __init__(self) -> None:
        self.originals: dict[str, bytes] = {}
        self.addresses: dict[str, str] = {}

    def drawable(self, address: str, content: bytes) -> bytes:
        """Return what the engine draws with the right colours.

        Args:
            address: by which the engine knows the picture.
            content: a file; what is no picture of dots is given back.

        Raises:
            UnreadablePicture: the file is damaged; the engine logs it, and the journal makes it a
                fault.
        """
        if not pictures.is_picture(content):
            return content
        drawn = pictures.for_screen(content)
        # The engine names what it draws by the hash of the address, and a digit for smoothing.
        name = md5(address.encode(), usedforsecurity=False).hexdigest()
        for digit in "01":
            self.originals[f"i{name}{digit}"] = content
            self.addresses[f"i{name}{digit}"] = address
        return drawn
