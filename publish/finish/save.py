"""The last save: one tidy file with compressed objects, the right version and a stable identifier.

Streams that are compressed already are taken as they are; only what is still plain is compressed,
except XMP, which stays readable for programs that know no PDF (ISO 19005-2, 6.6.2.1).
"""

from __future__ import annotations

from io import BytesIO

import pikepdf


def compact(pdf: bytes, version: str) -> bytes:
    """Return the file without old revisions, its objects packed into object streams.

    The file identifier follows from the content alone: qpdf's deterministic one looks neither at
    the clock nor at file names.

    Args:
        pdf: a file with incremental updates; its trailer has no ID, so that both halves of the new
            one are the same (ISO 32000-1, 14.4).
        version: for the header, ``1.7`` or ``2.0``.
    """
    with pikepdf.open(BytesIO(pdf)) as file:
        return packed(file, version)


def packed(file: pikepdf.Pdf, version: str, *, object_streams: bool = True) -> bytes:
    """Save an opened file without ID as `compact` does.

    Args:
        file: as `compact` takes it, opened.
        version: for the header.
        object_streams: whether objects are packed; the file is larger without.
    """
    mode = pikepdf.ObjectStreamMode
    out = BytesIO()
    file.save(
        out,
        force_version=version,
        object_stream_mode=mode.generate if object_streams else mode.disable,
        compress_streams=True,
        recompress_flate=False,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return out.getvalue()
