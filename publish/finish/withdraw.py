"""Takes back claims that a file did not make good: only a draft is ever written with fewer."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from publish.finish.accessible import TOOL
from publish.finish.press.identity import identify, saved
from publish.finish.press.intent import is_for_press, keep_intents
from publish.finish.save import packed
from publish.finish.wording import in_plain_words
from publish.finish.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.model.work import Metadata
    from publish.standards.standard import Standard


def claim_only(pdf: bytes, metadata: Metadata, claims: Iterable[Standard]) -> bytes:
    """Return a finished file that declares these standards and no others.

    Args:
        pdf: as `publish.finish.accessible` or `publish.finish.press_ready` made it.
        metadata: what it was made with.
        claims: the standards that it was found to pass; none at all is usual for a draft.
    """
    with pikepdf.open(BytesIO(pdf)) as file:
        claims = tuple(claims)
        if is_for_press(file):
            identify(file, metadata, claims)
            keep_intents(file, claims)
            return saved(file)
        file.Root.Metadata.write(packet(in_plain_words(metadata), claims, tool=TOOL))
        del file.trailer.ID
        return packed(file, file.pdf_version)
